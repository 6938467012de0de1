/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing HTML: everything that comes from outside passes through cut_html_text() or an
 * attribute's value, which escape it. Tags, names and classes are ours. */

/** cut_html_text: appends @text escaped; characters that HTML forbids are left out */
void cut_html_text (GString *out, const char *text);
void cut_html_text_len (GString *out, const char *text, gsize length);

/** cut_html_open: `<tag name="value" …>`, closed with %NULL; an attribute whose value is %NULL is left out,
 *   one whose value is "" stands without a value */
void cut_html_open (GString *out, const char *tag, ...) G_GNUC_NULL_TERMINATED;
void cut_html_close (GString *out, const char *tag);
/** cut_html_element: as cut_html_open(), with @text in it and closed; nothing when @text is %NULL or "" */
void cut_html_element (GString *out, const char *tag, const char *text, ...) G_GNUC_NULL_TERMINATED;

/** cut_html_is_safe_link: whether @url may be clicked: http, https or mailto */
gboolean cut_html_is_safe_link (const char *url);
/** cut_html_link: @text as a link out of the bundle; plain text where @url is not safe */
void cut_html_link (GString *out, const char *url, const char *text);

G_END_DECLS
