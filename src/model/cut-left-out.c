/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-left-out.h"

#include <glib/gi18n-lib.h>

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (a, b);
}

void
cut_left_out_describe (GHashTable *left,
                       GPtrArray  *sentences)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (left), compare_strings);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (left, key->data));

      /* Translators: a word of another program such as “Person.topics”, and how many of them there are */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%s: %u is not carried over", "%s: %u are not carried over", n),
                                                   (char *) key->data, n));
    }
}
