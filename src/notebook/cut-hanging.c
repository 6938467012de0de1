/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-hanging.h"

typedef struct
{
  const char *field;
  CutKind kind;
  CutTie tie;
} Rule;

/* What is required hangs; what is not named here is loose. */
static const Rule rules[] = {
  /* One passage in which somebody makes a claim: without the passage there is none. */
  { "annotation", CUT_KIND_ATTRIBUTION, CUT_TIE_HANGS },
  { "source", CUT_KIND_ATTRIBUTION, CUT_TIE_RESTS },
  { "via", CUT_KIND_ATTRIBUTION, CUT_TIE_RESTS },
  { "claim", CUT_KIND_ENQUIRY, CUT_TIE_HANGS },
  { "other", CUT_KIND_DISMISSAL, CUT_TIE_HANGS },
  { "entity", CUT_KIND_DISMISSAL, CUT_TIE_HANGS },
  /* Its value. */
  { "entity", CUT_KIND_FACT, CUT_TIE_HANGS },
  { "evidence", CUT_KIND_FACT, CUT_TIE_RESTS },
  { "evidence", CUT_KIND_RELATION, CUT_TIE_RESTS },
  { "evidence", CUT_KIND_EVENT, CUT_TIE_RESTS },
  { "evidence", CUT_KIND_CHECK, CUT_TIE_FIXED },
  { "previous", CUT_KIND_CAPTURE, CUT_TIE_FIXED },
  /* They are one. */
  { "merged_into", CUT_KIND_ENTITY, CUT_TIE_HANGS },
  /* What is the same through a third must not become two origins. */
  { "same_as", CUT_KIND_CLAIM, CUT_TIE_RESTS },
  { "reprint_of", CUT_KIND_CLIP, CUT_TIE_RESTS },
};

CutTie
cut_hanging_get_tie (CutKind         kind,
                     const CutField *field)
{
  if (g_str_equal (field->name, "contributor"))
    return CUT_TIE_FIXED;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == kind && g_str_equal (rules[i].field, field->name))
      return rules[i].tie;
  return (field->flags & CUT_FIELD_REQUIRED) != 0 ? CUT_TIE_HANGS : CUT_TIE_LOOSE;
}

CutTie
cut_hanging_find_tie (CutKind     kind,
                      const char *field)
{
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);
  int at = cut_kind_find_field (kind, field);

  return at >= 0 ? cut_hanging_get_tie (kind, &fields[at]) : CUT_TIE_LOOSE;
}

static gboolean
is_in (GHashTable *ids,
       const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
names_any (CutRecord  *record,
           guint       field,
           gboolean    list,
           GHashTable *ids)
{
  if (!list)
    return is_in (ids, cut_record_get_string (record, field));
  for (const char *const *id = cut_record_get_strv (record, field); *id != NULL; id++)
    if (is_in (ids, *id))
      return TRUE;
  return FALSE;
}

gboolean
cut_hanging_hangs (CutRecord  *record,
                   GHashTable *ids)
{
  CutKind kind = cut_record_get_kind (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == CUT_FIELD_ID && cut_hanging_get_tie (kind, &fields[i]) == CUT_TIE_HANGS && names_any (record, i, FALSE, ids))
      return TRUE;
  return FALSE;
}

gboolean
cut_hanging_line_hangs (CutKind     kind,
                        const char *line,
                        GHashTable *ids)
{
  g_autoptr (CutRecord) record = cut_record_from_line (kind, line, NULL);

  return record == NULL || is_in (ids, cut_record_get_id (record)) || cut_hanging_hangs (record, ids);
}

static void
take_without (CutRecord  *record,
              guint       field,
              gboolean    list,
              GHashTable *ids,
              GValue     *value)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!list)
    {
      g_value_init (value, G_TYPE_STRING);
      return;
    }
  builder = g_strv_builder_new ();
  for (const char *const *id = cut_record_get_strv (record, field); *id != NULL; id++)
    if (!is_in (ids, *id))
      g_strv_builder_add (builder, *id);
  g_value_init (value, G_TYPE_STRV);
  g_value_take_boxed (value, g_strv_builder_end (builder));
}

CutRecord *
cut_hanging_strip (CutRecord  *record,
                   GHashTable *ids)
{
  g_autoptr (CutRecord) part = g_object_ref (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_ID + 1; i < n_fields && g_hash_table_size (ids) > 0; i++)
    {
      gboolean list = fields[i].type == CUT_FIELD_IDS;
      g_auto (GValue) value = G_VALUE_INIT;
      CutRecord *next;

      if ((!list && fields[i].type != CUT_FIELD_ID) || (fields[i].flags & CUT_FIELD_REQUIRED) != 0 || !names_any (record, i, list, ids))
        continue;
      take_without (record, i, list, ids, &value);
      next = cut_record_with_value (part, i, &value);
      g_object_unref (part);
      part = next;
    }
  return g_steal_pointer (&part);
}
