/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rule set `text-1` of reader text: see "Reader text and positions" in the design. */
#define CUT_TEXT_RULES "text-1"

/**
 * cut_normal_line:
 * @text: any bytes; what is not UTF-8 becomes U+FFFD
 * @length: bytes, or -1
 *
 * One block of reader text: NFC, runs of white space folded to one space, none at the ends, no
 * control characters, soft hyphens or byte order marks; no-break spaces stay as published. More than 30
 * marks on one letter are parted by U+034F.
 *
 * Returns: (transfer full)
 */
char *cut_normal_line (const char *text, gssize length);

/**
 * cut_normal_preformatted:
 *
 * As cut_normal_line(), for one line of preformatted text: spaces are kept as they are (a TAB
 * becomes four) but for the trailing ones. A reader text has no leading space, so leading ones become
 * no-break spaces.
 *
 * Returns: (transfer full)
 */
char *cut_normal_preformatted (const char *text, gssize length);

/** cut_normal_is_reader_text: whether @text keeps the rules of a reader text (for checks of what others send) */
gboolean cut_normal_is_reader_text (const char *text);

G_END_DECLS
