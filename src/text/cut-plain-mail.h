/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_PLAIN_MAIL_NONE, /* no line of a message's head */
  CUT_PLAIN_MAIL_FROM,
  CUT_PLAIN_MAIL_DATE,
  CUT_PLAIN_MAIL_SUBJECT,
  CUT_PLAIN_MAIL_OTHER, /* to whom, copies, attachments */
} CutPlainMail;

/**
 * cut_plain_mail_read:
 * @line: normalised, as mail programs copy the head of a message ("From: …", "Gesendet: …")
 * @value: (out) (optional): what follows the name, within @line
 */
CutPlainMail cut_plain_mail_read (const char *line, const char **value);

/** cut_plain_mail_get_name: Returns: (transfer full): of "Ada Kell <ada@harbour.example>" the name, or the address where there is no other */
char *cut_plain_mail_get_name (const char *value);

G_END_DECLS
