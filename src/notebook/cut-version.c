/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-version.h"

#include <glib/gi18n-lib.h>

void
cut_version_free (CutVersion *self)
{
  g_clear_object (&self->capture);
  g_free (self);
}

const char *
cut_version_change_to_word (CutVersionChange change)
{
  static const char *const words[] = { "first", "same-text", "other-text" };

  return words[change];
}

/* Adds @by to the count of each word of @text. */
static void
count_words (GHashTable *counts,
             const char *text,
             int         by)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int n = *words[i] != '\0' ? GPOINTER_TO_INT (g_hash_table_lookup (counts, words[i])) + by : 0;

      if (*words[i] != '\0')
        g_hash_table_insert (counts, g_strdup (words[i]), GINT_TO_POINTER (n));
    }
}

void
cut_version_count_words (const char *before,
                         const char *after,
                         guint      *added,
                         guint      *removed)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;

  *added = 0;
  *removed = 0;
  count_words (counts, after, 1);
  count_words (counts, before, -1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      int n = GPOINTER_TO_INT (value);

      *added += n > 0 ? (guint) n : 0;
      *removed += n < 0 ? (guint) -n : 0;
    }
}

char *
cut_version_describe (const CutVersion *self)
{
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;

  if (self->change == CUT_VERSION_FIRST)
    return g_strdup (_("First capture"));
  if (self->change == CUT_VERSION_SAME_TEXT)
    return g_strdup (_("The text is the same"));
  added = g_strdup_printf (ngettext ("%u word added", "%u words added", self->words_added), self->words_added);
  removed = g_strdup_printf (ngettext ("%u removed", "%u removed", self->words_removed), self->words_removed);
  /* Translators: “12 words added”, “3 removed” */
  return g_strdup_printf (self->other_headline ? _("%s, %s; another headline") : _("%s, %s"), added, removed);
}
