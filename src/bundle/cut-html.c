/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-html.h"

#include <string.h>

#include "cut-exchange.h"

static const char *
escape_for (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

/* Control characters, and the private ends of planes, which no document may hold. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe;
}

void
cut_html_text_len (GString    *out,
                   const char *text,
                   gsize       length)
{
  const char *end = text + length;
  const char *kept = text;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gboolean ascii = (guchar) *at < 0x80;
      const char *escape = ascii ? escape_for (*at) : NULL;

      if (escape == NULL && !is_forbidden (ascii ? (gunichar) *at : g_utf8_get_char (at)))
        continue;
      g_string_append_len (out, kept, at - kept);
      if (escape != NULL)
        g_string_append (out, escape);
      kept = g_utf8_next_char (at);
    }
  if (kept < end)
    g_string_append_len (out, kept, end - kept);
}

void
cut_html_text (GString    *out,
               const char *text)
{
  if (text != NULL)
    cut_html_text_len (out, text, strlen (text));
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  if (*value == '\0' && !g_str_equal (name, "alt") && !g_str_equal (name, "value"))
    return;
  g_string_append (out, "=\"");
  cut_html_text (out, value);
  g_string_append_c (out, '"');
}

static void
open_tag (GString    *out,
          const char *tag,
          va_list     attributes)
{
  g_string_append_c (out, '<');
  g_string_append (out, tag);
  for (const char *name = va_arg (attributes, const char *); name != NULL; name = va_arg (attributes, const char *))
    append_attribute (out, name, va_arg (attributes, const char *));
  g_string_append_c (out, '>');
}

void
cut_html_open (GString    *out,
               const char *tag,
               ...)
{
  va_list attributes;

  va_start (attributes, tag);
  open_tag (out, tag, attributes);
  va_end (attributes);
}

void
cut_html_close (GString    *out,
                const char *tag)
{
  static const char *const lines[] = { "p", "li", "ul", "ol", "div", "section", "article", "aside", "header", "nav",
                                       "main", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption",
                                       "blockquote", "pre", "table", "tr", "td", "th", "dl", "dd", "dt", "title",
                                       "body", "head", NULL };

  g_string_append_printf (out, "</%s>", tag);
  if (g_strv_contains (lines, tag))
    g_string_append_c (out, '\n');
}

void
cut_html_element (GString    *out,
                  const char *tag,
                  const char *text,
                  ...)
{
  va_list attributes;

  if (text == NULL || *text == '\0')
    return;
  va_start (attributes, text);
  open_tag (out, tag, attributes);
  va_end (attributes);
  cut_html_text (out, text);
  cut_html_close (out, tag);
}

gboolean
cut_html_is_safe_link (const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  for (guint i = 0; url != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return FALSE;
}

void
cut_html_link (GString    *out,
               const char *url,
               const char *text)
{
  g_autofree char *iri = cut_html_is_safe_link (url) ? cut_out_iri (url) : NULL;

  if (text == NULL || *text == '\0')
    return;
  if (iri != NULL)
    cut_html_element (out, "a", text, "href", iri, "rel", "noreferrer noopener", NULL);
  else
    cut_html_text (out, text);
}
