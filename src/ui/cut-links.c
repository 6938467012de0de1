/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-links.h"

#include "cut-limits.h"

/* Returns: (transfer full) (nullable): @word as an address of the web */
static char *
parse_one (const char *word,
           gboolean    typed)
{
  g_autofree char *with_scheme = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (typed && strstr (word, "://") == NULL && strchr (word, '.') != NULL)
    word = with_scheme = g_strconcat ("https://", word, NULL);
  uri = g_uri_parse (word, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  scheme = g_uri_get_scheme (uri);
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return NULL;
  return g_strdup (word);
}

static char **
split (const char *text)
{
  return g_strsplit_set (text, " \t\r\n", -1);
}

char **
cut_links_parse (const char *text,
                 gboolean    typed)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  /* A list of addresses is long, but an article with an address in it is no list. */
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 1000 * CUT_LIMIT_ADDRESS)
    return NULL;
  words = split (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *link;

      if (*words[i] == '\0')
        continue;
      link = parse_one (words[i], typed);
      if (link == NULL)
        return NULL;
      if (g_ptr_array_find_with_equal_func (links, link, g_str_equal, NULL))
        g_free (link);
      else
        g_ptr_array_add (links, link);
    }
  if (links->len == 0)
    return NULL;
  g_ptr_array_add (links, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&links), FALSE);
}

char *
cut_links_find_other (const char *text,
                      gboolean    finished)
{
  g_auto (GStrv) words = split (text);

  for (guint i = 0; words[i] != NULL && (finished || words[i + 1] != NULL); i++)
    {
      g_autofree char *link = *words[i] != '\0' ? parse_one (words[i], TRUE) : NULL;

      if (*words[i] != '\0' && link == NULL)
        return g_strdup (words[i]);
    }
  return NULL;
}
