/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimeTextPart GMimeTextPart;

/** cut_saved_letter_is: whether somebody sent @message; else a browser made it of a page */
gboolean cut_saved_letter_is (GMimeMessage *message);

/** cut_saved_letter_write: its subject, sender and date become the fields of @article, which was read of its words */
void cut_saved_letter_write (GMimeMessage *message, CutArticle *article);

/**
 * cut_saved_letter_read:
 * @words: of @message where it is no page
 *
 * Returns: (transfer full) (nullable): with who wrote when, and about what, in lines above the words
 */
CutArticle *cut_saved_letter_read (GMimeMessage *message, const char *words, GError **error);

G_END_DECLS
