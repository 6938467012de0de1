/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-remap.h"

#include "cut-capture.h"
#include "cut-clip.h"

static gboolean
find_by_hash (CutStore    *store,
              const char  *clip,
              const char  *sha256,
              CutRecord  **capture,
              GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = cut_store_find_capture (store, clip, sha256, &failure);

  *capture = NULL;
  if (failure == NULL)
    return id == NULL || cut_store_look_up (store, id, capture, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Many addresses may answer with the same bytes ("Please log in"), so the address counts as well. */
static gboolean
is_same_place (CutRecord *a,
               CutRecord *b)
{
  return g_strcmp0 (cut_capture_get_url (CUT_CAPTURE (a)), cut_capture_get_url (CUT_CAPTURE (b))) == 0;
}

static gboolean
map_capture (CutStore    *store,
             GHashTable  *ids,
             CutRecord   *theirs,
             GError     **error)
{
  const char *clip = cut_capture_get_clip (CUT_CAPTURE (theirs));
  g_autoptr (CutRecord) known = NULL;
  g_autoptr (CutRecord) known_clip = NULL;
  g_autoptr (CutRecord) ours = NULL;

  if (!cut_store_look_up (store, cut_record_get_id (theirs), &known, error) || !cut_store_look_up (store, clip, &known_clip, error))
    return FALSE;
  if (known != NULL)
    return TRUE;
  if (!find_by_hash (store, known_clip != NULL ? clip : NULL, cut_capture_get_sha256 (CUT_CAPTURE (theirs)), &ours, error))
    return FALSE;
  if (ours == NULL || cut_record_is_deleted (ours) || !is_same_place (ours, theirs))
    return TRUE;
  g_hash_table_insert (ids, g_strdup (cut_record_get_id (theirs)), g_strdup (cut_record_get_id (ours)));
  if (known_clip == NULL)
    g_hash_table_insert (ids, g_strdup (clip), g_strdup (cut_capture_get_clip (CUT_CAPTURE (ours))));
  return TRUE;
}

GHashTable *
cut_remap_find (CutStore          *store,
                CutBundleContent  *content,
                GError           **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *captures = content->records[CUT_KIND_CAPTURE];

  for (guint i = 0; captures != NULL && i < captures->len; i++)
    if (!map_capture (store, ids, g_ptr_array_index (captures, i), error))
      return NULL;
  return g_steal_pointer (&ids);
}

static char **
map_list (GHashTable        *ids,
          const char *const *list,
          gboolean          *any)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *any = FALSE;
  for (guint i = 0; list[i] != NULL; i++)
    {
      const char *ours = g_hash_table_lookup (ids, list[i]);

      *any = *any || ours != NULL;
      /* What were two may be one now. */
      if (g_hash_table_add (seen, (gpointer) (ours != NULL ? ours : list[i])))
        g_strv_builder_add (builder, ours != NULL ? ours : list[i]);
    }
  return g_strv_builder_end (builder);
}

/* Whether field @i names something that is ours under another id; @value gets it. */
static gboolean
map_field (GHashTable     *ids,
           CutRecord      *record,
           const CutField *field,
           guint           i,
           GValue         *value)
{
  gboolean any;

  if (field->type == CUT_FIELD_IDS)
    {
      g_value_init (value, G_TYPE_STRV);
      g_value_take_boxed (value, map_list (ids, cut_record_get_strv (record, i), &any));
      return any;
    }
  if (field->type != CUT_FIELD_ID && i != CUT_RECORD_ID)
    return FALSE;
  g_value_init (value, G_TYPE_STRING);
  if (cut_record_has_value (record, i))
    g_value_set_string (value, g_hash_table_lookup (ids, cut_record_get_string (record, i)));
  return g_value_get_string (value) != NULL;
}

CutRecord *
cut_remap_revise (CutRecord *mapped,
                  CutRecord *theirs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (CutRecord) dated = cut_record_with (mapped, "modified", cut_record_get_int (theirs, CUT_RECORD_MODIFIED), NULL);
  g_auto (GStrv) parents = NULL;

  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (theirs, CUT_RECORD_PARENTS));
  if (cut_record_get_rev (theirs) != NULL)
    g_strv_builder_add (builder, cut_record_get_rev (theirs));
  parents = g_strv_builder_end (builder);
  return cut_record_with_revision (dated, (const char *const *) parents);
}

CutRecord *
cut_remap_references (GHashTable *ids,
                      CutRecord  *record)
{
  g_autoptr (CutRecord) mapped = g_object_ref (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; g_hash_table_size (ids) > 0 && i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (map_field (ids, record, &fields[i], i, &value))
        {
          CutRecord *next = cut_record_with_value (mapped, i, &value);

          g_object_unref (mapped);
          mapped = next;
        }
    }
  return g_steal_pointer (&mapped);
}

CutRecord *
cut_remap_record (GHashTable *ids,
                  CutRecord  *record)
{
  g_autoptr (CutRecord) mapped = cut_remap_references (ids, record);

  return mapped == record ? g_steal_pointer (&mapped) : cut_remap_revise (mapped, record);
}
