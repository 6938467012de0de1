/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-id.h"
#include "cut-lines.h"
#include "cut-read-private.h"

typedef struct
{
  CutBundleContent *content;
  GHashTable *records; /* id → CutRecord */
  GHashTable *buried;  /* ids of tombstones */
  GHashTable *straight; /* ids from which a chain comes to an end */
} References;

static gboolean
refuse (CutRecord      *record,
        guint           line,
        const CutField *field,
        const char     *problem,
        GError        **error)
{
  g_autofree char *path = cut_lines_path (cut_record_get_kind (record));

  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s:%u: %s: %s", path, line, field->name, problem);
  return FALSE;
}

/* Why @id cannot stand in @field, or NULL. What was left out on purpose says so. */
static const char *
id_problem (const References *self,
            const CutField   *field,
            const char       *id)
{
  CutRecord *named = g_hash_table_lookup (self->records, id);

  if (g_str_equal (id, CUT_ID_WITHHELD) || g_hash_table_contains (self->buried, id))
    return NULL;
  if (named == NULL)
    return _("it names an object that is not in the bundle");
  if (field->target != CUT_KIND_NONE && cut_record_get_kind (named) != field->target)
    return _("it names an object of the wrong kind");
  return NULL;
}

static const char *
ids_problem (const References  *self,
             const CutField    *field,
             const char *const *ids)
{
  const char *problem = NULL;

  for (guint i = 0; ids[i] != NULL && problem == NULL; i++)
    problem = id_problem (self, field, ids[i]);
  return problem;
}

/* Whether the chain that @field makes from @record on comes back to where it was. What is known to come to an end is not gone along again, or a
 * chain of all records would take the square of their number. */
static gboolean
runs_in_circle (const References *self,
                CutRecord        *record,
                guint             field)
{
  g_autoptr (GHashTable) way = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer passed;

  while (record != NULL && !g_hash_table_contains (self->straight, cut_record_get_id (record)))
    {
      const char *next = cut_record_get_string (record, field);

      if (!g_hash_table_add (way, (char *) cut_record_get_id (record)))
        return TRUE;
      record = next != NULL ? g_hash_table_lookup (self->records, next) : NULL;
    }
  g_hash_table_iter_init (&iter, way);
  while (g_hash_table_iter_next (&iter, &passed, NULL))
    g_hash_table_add (self->straight, passed);
  return FALSE;
}

/* What lies below a tag, and what came before a capture, is never the thing itself. Mergers are not looked at: two
 * notebooks that meet can make a circle of them. */
static gboolean
is_chain (CutKind         kind,
          const CutField *field)
{
  return (kind == CUT_KIND_TAG && g_str_equal (field->name, "parent")) ||
         (kind == CUT_KIND_CAPTURE && g_str_equal (field->name, "previous"));
}

static gboolean
check_record (const References  *self,
              CutRecord         *record,
              guint              line,
              GError           **error)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *id = fields[i].type == CUT_FIELD_ID ? cut_record_get_string (record, i) : NULL;
      const char *problem = NULL;

      if (id != NULL)
        problem = id_problem (self, &fields[i], id);
      else if (fields[i].type == CUT_FIELD_IDS)
        problem = ids_problem (self, &fields[i], cut_record_get_strv (record, i));
      if (problem == NULL && id != NULL && is_chain (cut_record_get_kind (record), &fields[i]) &&
          runs_in_circle (self, record, i))
        problem = _("it comes back to where it began");
      if (problem != NULL)
        return refuse (record, line, &fields[i], problem, error);
    }
  return TRUE;
}

static gboolean
collect (References  *self,
         GError     **error)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < self->content->records[kind]->len; i++)
      {
        CutRecord *record = g_ptr_array_index (self->content->records[kind], i);
        g_autofree char *path = NULL;

        if (g_hash_table_insert (self->records, (char *) cut_record_get_id (record), record))
          continue;
        path = cut_lines_path ((CutKind) kind);
        g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s:%u: %s", path, i + 1, _("the id stands for two objects"));
        return FALSE;
      }
  for (guint i = 0; i < self->content->tombstones->len; i++)
    g_hash_table_add (self->buried, ((CutBundleTombstone *) g_ptr_array_index (self->content->tombstones, i))->object);
  return TRUE;
}

gboolean
cut_read_check_references (CutBundleContent  *content,
                           GError           **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) buried = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) straight = g_hash_table_new (g_str_hash, g_str_equal);
  References self = { content, records, buried, straight };
  gboolean good = collect (&self, error);

  for (int kind = CUT_KIND_NONE + 1; good && kind < CUT_N_KINDS; kind++)
    for (guint i = 0; good && i < content->records[kind]->len; i++)
      good = check_record (&self, g_ptr_array_index (content->records[kind], i), i + 1, error);
  return good;
}
