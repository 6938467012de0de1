/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-country.h"

#include <libintl.h>
#include <string.h>

#include "cut-country-private.h"

/* The text domain of Debian's and others' package iso-codes. */
#define ISO_DOMAIN "iso_3166-1"

/* Letters and digits of any script, single spaces between; so that "Côte d'Ivoire" and "cote d ivoire" are one. */
static char *
fold (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || c == '.')
        continue;
      if (!g_unichar_isalnum (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_name (const char *name,
         const char *folded)
{
  g_autofree char *other = fold (name);

  return g_str_equal (other, folded);
}

static gboolean
is_named (const CutCountryRow *row,
          const char          *folded)
{
  const char *local = dgettext (ISO_DOMAIN, row->name);

  return is_name (row->name, folded) ||
         (local != row->name && g_utf8_validate (local, -1, NULL) && is_name (local, folded));
}

static const char *
find_code (const char *text)
{
  for (guint i = 0; i < cut_n_countries; i++)
    if (g_ascii_strcasecmp (cut_countries[i].code, text) == 0)
      return cut_countries[i].code;
  return NULL;
}

const char *
cut_country_find (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *folded = NULL;
  const char *code = find_code (trimmed);

  if (code != NULL || !g_utf8_validate (trimmed, -1, NULL))
    return code;
  folded = fold (trimmed);
  if (g_str_has_prefix (folded, "the "))
    memmove (folded, folded + 4, strlen (folded + 4) + 1);
  for (guint i = 0; i < cut_n_country_names; i++)
    if (g_str_equal (cut_country_names[i].name, folded))
      return cut_country_names[i].code;
  for (guint i = 0; i < cut_n_countries && *folded != '\0'; i++)
    if (is_named (&cut_countries[i], folded))
      return cut_countries[i].code;
  return NULL;
}

const char *
cut_country_get_label (const char *code)
{
  for (guint i = 0; i < cut_n_countries; i++)
    if (g_ascii_strcasecmp (cut_countries[i].code, code) == 0)
      {
        const char *local = dgettext (ISO_DOMAIN, cut_countries[i].name);

        return g_utf8_validate (local, -1, NULL) ? local : cut_countries[i].name;
      }
  return code;
}
