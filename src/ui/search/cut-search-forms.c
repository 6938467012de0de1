/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-forms.h"

/* "de_DE.UTF-8", "de.UTF-8", "de" and "C" are one language. */
static char *
get_own_languages (void)
{
  const char *const *names = g_get_language_names ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) languages = g_string_new ("en");

  g_hash_table_add (seen, g_strdup ("en"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *language = g_strndup (names[i], strcspn (names[i], "_.@"));

      if (!g_str_equal (language, "C") && !g_str_equal (language, "POSIX") && g_hash_table_add (seen, g_strdup (language)))
        g_string_append_printf (languages, " %s", language);
    }
  return g_string_free (g_steal_pointer (&languages), FALSE);
}

char *
cut_search_forms_get_languages (CutSettings *settings)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (CUT_IS_SETTINGS (settings), NULL);

  if (!cut_settings_get_boolean (settings, "find-forms"))
    return NULL;
  chosen = cut_settings_get_string (settings, "forms-languages");
  return *g_strstrip (chosen) != '\0' ? g_steal_pointer (&chosen) : get_own_languages ();
}
