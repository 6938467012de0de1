/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_compose:
 * @text: valid UTF-8
 * @length: bytes, or -1
 *
 * NFC, as g_utf8_normalize() makes it, in a time that grows with @length alone: GLib's moves the whole rest of
 * the text at each character it composes. (Thousands of marks on one letter still take the square of their number;
 * text from outside goes through cut_mark_run_part() first.)
 *
 * Returns: (transfer full)
 */
char *cut_compose (const char *text, gssize length);

/**
 * cut_compose_is_needless:
 * @text: valid UTF-8
 * @length: bytes
 *
 * Returns: whether all of @text is of characters that NFC leaves as they are, as most texts are; %FALSE where that takes more to know
 */
gboolean cut_compose_is_needless (const char *text, gsize length);

G_END_DECLS
