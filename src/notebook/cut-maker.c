/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-maker.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-report.h"

GHashTable *
cut_maker_named_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The id of what is there; NULL without an error when nothing is. */
static gboolean
find_present (CutMaker   *self,
              CutRecord  *fresh,
              const char *name,
              char      **id,
              GError    **error)
{
  g_autoptr (CutRecord) known = NULL;
  g_autoptr (GError) failure = NULL;

  if (!cut_store_look_up (self->store, cut_record_get_id (fresh), &known, error))
    return FALSE;
  *id = known != NULL ? g_strdup (cut_record_get_id (known))
                      : cut_store_find_named (self->store, cut_record_get_kind (fresh), name, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_fresh (CutMaker   *self,
           CutRecord  *fresh,
           GError    **error)
{
  cut_report_count (self->report->added, cut_record_get_kind (fresh), 1);
  return cut_commit_put (self->commit, fresh, error);
}

static char *
key_of (CutKind     kind,
        const char *name)
{
  return g_strconcat (cut_kind_get_name (kind), " ", name, NULL);
}

char *
cut_maker_recall (CutMaker   *self,
                  CutKind     kind,
                  const char *name)
{
  g_autofree char *key = key_of (kind, name);

  return g_strdup (g_hash_table_lookup (self->named, key));
}

char *
cut_maker_find (CutMaker    *self,
                CutRecord   *fresh,
                const char  *name,
                GError     **error)
{
  g_autofree char *key = key_of (cut_record_get_kind (fresh), name);
  const char *known = g_hash_table_lookup (self->named, key);
  g_autofree char *id = NULL;

  if (known != NULL)
    return g_strdup (known);
  if (!find_present (self, fresh, name, &id, error) || (id == NULL && !put_fresh (self, fresh, error)))
    return NULL;
  if (id == NULL)
    id = g_strdup (cut_record_get_id (fresh));
  g_hash_table_insert (self->named, g_steal_pointer (&key), g_strdup (id));
  return g_steal_pointer (&id);
}

char **
cut_maker_find_tags (CutMaker      *self,
                     char *const   *labels,
                     guint          n,
                     GError       **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = cut_normal_line (labels[i], -1);
      g_autoptr (CutRecord) fresh = NULL;
      g_autofree char *id = NULL;

      if (*label == '\0' || strlen (label) > CUT_MAKER_LONGEST_NAME)
        continue;
      id = cut_maker_recall (self, CUT_KIND_TAG, label);
      fresh = id == NULL ? cut_record_new (CUT_KIND_TAG, "label", label, NULL) : NULL;
      if (id == NULL)
        id = cut_maker_find (self, fresh, label, error);
      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}
