/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-charset-declared.h"

#include <string.h>

#include "cut-charset-label.h"

#define LONGEST_LABEL 64

/* Returns: the character set named after "charset=" in @text, or NULL */
static const char *
find_declaration (const char *text)
{
  const char *at = text;

  while ((at = strstr (at, "charset")) != NULL)
    {
      g_autofree char *label = NULL;

      at += strlen ("charset");
      at += strspn (at, " \t\r\n");
      if (*at != '=')
        continue;
      at += 1 + strspn (at + 1, " \t\r\n\"'");
      label = g_strndup (at, MIN (strcspn (at, " \t\r\n\"';>/,"), LONGEST_LABEL));
      return cut_charset_from_label (label);
    }
  return NULL;
}

const char *
cut_charset_from_header (const char *content_type)
{
  g_autofree char *lower = content_type ? g_ascii_strdown (content_type, -1) : NULL;

  return lower ? find_declaration (lower) : NULL;
}

/* Of the page's head. */

/* In lower case, with a space for each NUL. */
static char *
fold (const char *data,
      gsize       len)
{
  char *head = g_malloc (len + 1);

  for (gsize i = 0; i < len; i++)
    head[i] = data[i] != '\0' ? g_ascii_tolower (data[i]) : ' ';
  head[len] = '\0';
  return head;
}

static const char *
from_xml (const char *head)
{
  g_autofree char *declaration = NULL;
  g_autofree char *label = NULL;
  const char *at;

  if (!g_str_has_prefix (head, "<?xml"))
    return NULL;
  declaration = g_strndup (head, strcspn (head, ">"));
  at = strstr (declaration, "encoding=");
  if (at == NULL)
    return NULL;
  at += strlen ("encoding=");
  at += strspn (at, "\"'");
  label = g_strndup (at, strcspn (at, "\"'?> "));
  return cut_charset_from_label (label);
}

/* The tag that @at begins: of a `content`, only that of a Content-Type says something. */
static const char *
from_tag (const char *at)
{
  g_autofree char *tag = g_strndup (at, strcspn (at, ">"));
  const char *content = strstr (tag, "content=");

  if (content == NULL || strstr (tag, "http-equiv") != NULL)
    return find_declaration (tag);
  return NULL;
}

static const char *
skip_to (const char *at,
         const char *text)
{
  const char *end = strstr (at, text);

  return end != NULL ? end : at + strlen (at);
}

static gboolean
opens (const char *at,
       const char *name)
{
  return g_str_has_prefix (at, name) && strchr (" \t\r\n/>", at[strlen (name)]) != NULL;
}

const char *
cut_charset_from_meta (const char *data,
                       gsize       len)
{
  g_autofree char *head = fold (data, len);
  const char *name = NULL;

  for (const char *at = head; name == NULL && (at = strchr (at, '<')) != NULL; at++)
    if (g_str_has_prefix (at, "<!--"))
      at = skip_to (at, "-->") - 1;
    else if (opens (at, "<script"))
      at = skip_to (at, "</script") - 1;
    else if (opens (at, "<style"))
      at = skip_to (at, "</style") - 1;
    else if (opens (at, "<meta"))
      name = from_tag (at);
    else if (opens (at, "<body"))
      break;
  if (name == NULL)
    name = from_xml (head);
  /* A declaration that could be read as ASCII was not written in UTF-16. */
  return name != NULL && g_str_has_prefix (name, "UTF-16") ? "UTF-8" : name;
}
