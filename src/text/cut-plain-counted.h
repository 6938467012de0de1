/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_plain_counted:
 * @text: plain text, valid UTF-8
 *
 * Leaves out what does not belong to the article where a text looks like a page that somebody pasted: where lines of it are plainly a
 * page's furniture ("See all photos"). Then every line that cut_plain_read() takes for furniture, a byline, a caption or a
 * credit becomes a space for each code point, so that offsets stay. Any other text stays as it is.
 *
 * Returns: (transfer full): as many code points as @text
 */
char *cut_plain_counted (const char *text);

G_END_DECLS
