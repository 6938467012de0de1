/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_utf8_count:
 * @text: valid UTF-8
 * @length: bytes
 *
 * As g_utf8_strlen(), eight bytes at a time: every text of a notebook is counted several times on its way.
 *
 * Returns: code points
 */
gsize cut_utf8_count (const char *text, gsize length);

/** cut_utf8_skip_ascii: Returns: (transfer none): the first byte from @at on that is not ASCII; @end where there is none */
const char *cut_utf8_skip_ascii (const char *at, const char *end);

G_END_DECLS
