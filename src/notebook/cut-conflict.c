/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-conflict-private.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-secrets.h"
#include "cut-store-purge.h"
#include "cut-written.h"

static void
wording_free (gpointer data)
{
  CutWording *self = data;

  json_node_unref (self->value);
  g_free (self->words);
  g_free (self->by);
  g_free (self->name);
  g_free (self);
}

void
cut_conflict_free (CutConflict *self)
{
  g_object_unref (self->record);
  g_ptr_array_unref (self->wordings);
  g_free (self);
}

static const CutField *
get_field (const CutConflict *self)
{
  guint n_fields;

  return cut_record_get_fields (self->record, &n_fields) + self->field;
}

const char *
cut_conflict_get_field (const CutConflict *self)
{
  return get_field (self)->name;
}

int
cut_conflict_find (const CutConflict *self,
                   CutWriter          writer)
{
  for (guint i = 0; i < self->wordings->len; i++)
    if (((CutWording *) g_ptr_array_index (self->wordings, i))->writer == writer)
      return (int) i;
  return -1;
}

/* Settling. */

/* Returns: (transfer full) (nullable): an object of that kind with nothing but @value */
static CutRecord *
read_value (CutRecord       *record,
            const CutField  *field,
            JsonNode        *value,
            GError         **error)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_member (object, field->name, json_node_copy (value));
  return cut_record_from_json (cut_record_get_kind (record), object, error);
}

CutRecord *
cut_conflict_settle (const CutConflict  *self,
                     CutRecord          *record,
                     guint               wording,
                     GError            **error)
{
  const CutField *field = get_field (self);
  const CutWording *chosen = g_ptr_array_index (self->wordings, wording);
  g_autoptr (CutRecord) with_it = read_value (record, field, chosen->value, error);
  g_autoptr (CutRecord) next = NULL;

  if (with_it == NULL)
    return NULL;
  next = cut_record_with_value (record, self->field, cut_record_get_value (with_it, self->field));
  if (!cut_record_validate (next, error))
    return NULL;
  return cut_conflicts_settle (next, field->name);
}

/* What was settled so far of the object goes on. */
static gboolean
settle_one (const CutConflict  *conflict,
            guint               wording,
            CutAct             *act,
            CutRecord         **record,
            GError            **error)
{
  gboolean same = *record != NULL && g_str_equal (cut_record_get_id (*record), cut_record_get_id (conflict->record));
  CutRecord *next = cut_conflict_settle (conflict, same ? *record : conflict->record, wording, error);

  if (next == NULL)
    return FALSE;
  if (!same && *record != NULL)
    cut_act_put (act, *record);
  g_clear_object (record);
  *record = next;
  return TRUE;
}

CutAct *
cut_conflicts_settle_all (GPtrArray   *conflicts,
                          CutWriter    writer,
                          const char  *label,
                          guint       *n,
                          GError     **error)
{
  g_autoptr (CutAct) act = cut_act_new (label);
  g_autoptr (CutRecord) record = NULL;

  *n = 0;
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CutConflict *conflict = g_ptr_array_index (conflicts, i);
      int wording = cut_conflict_find (conflict, writer);

      if (wording < 0)
        continue;
      if (!settle_one (conflict, (guint) wording, act, &record, error))
        return NULL;
      *n += 1;
    }
  if (record != NULL)
    cut_act_put (act, record);
  return g_steal_pointer (&act);
}

/* Words. */

static char *
name_object (CutStore   *store,
             const char *id)
{
  g_autoptr (CutRecord) record = cut_store_find (store, id, NULL);

  return record != NULL ? cut_record_get_title (record) : g_strdup (_("something that is not in this notebook"));
}

static char *
name_objects (CutStore          *store,
              const char *const *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (; *ids != NULL; ids++)
    {
      g_autofree char *name = name_object (store, *ids);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
value_to_words (CutStore       *store,
                CutRecord      *record,
                const CutField *field,
                guint           i)
{
  switch (field->type)
    {
    case CUT_FIELD_WORD:
      return g_strdup (cut_vocab_get_label (field->vocab, cut_record_get_string (record, i)));
    case CUT_FIELD_ID:
      return name_object (store, cut_record_get_string (record, i));
    case CUT_FIELD_IDS:
      return name_objects (store, cut_record_get_strv (record, i));
    case CUT_FIELD_STRINGS:
      return g_strjoinv ("; ", (char **) cut_record_get_strv (record, i));
    case CUT_FIELD_BOOLEAN:
      return g_strdup (cut_record_get_int (record, i) != 0 ? C_("value", "Yes") : C_("value", "No"));
    case CUT_FIELD_DATE:
      return g_strdup (cut_date_get_value (cut_record_get_date (record, i)));
    case CUT_FIELD_SELECTOR:
      return g_strdup (cut_record_get_selector (record, i)->exact);
    case CUT_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cut_record_get_int (record, i));
    case CUT_FIELD_TIME:
      return cut_time_format (cut_record_get_int (record, i));
    case CUT_FIELD_STRING:
    case CUT_FIELD_JSON:
    default:
      return g_strdup (cut_record_get_string (record, i));
    }
}

static char *
describe_value (CutStore       *store,
                CutRecord      *record,
                const CutField *field,
                guint           i,
                JsonNode       *value)
{
  g_autoptr (CutRecord) with_it = read_value (record, field, value, NULL);

  if (i == CUT_RECORD_DELETED)
    return g_strdup (JSON_NODE_HOLDS_NULL (value) ? C_("value", "Kept") : C_("value", "In the Trash"));
  if (with_it == NULL || !cut_record_has_value (with_it, i))
    return g_strdup (with_it != NULL ? C_("value", "Nothing") : C_("value", "Something that cannot be read"));
  return value_to_words (store, with_it, field, i);
}

/* Finding them. */

static gboolean
is_gone (CutStore *store,
         JsonNode *id)
{
  const char *text = JSON_NODE_HOLDS_VALUE (id) ? json_node_get_string (id) : NULL;
  gboolean gone = FALSE;

  return text != NULL && cut_id_is_valid (text) && cut_store_was_purged (store, text, &gone, NULL) && gone;
}

/* Nothing is to name again what was deleted for good. Returns: (transfer full) */
static JsonNode *
without_purged (CutStore       *store,
                const CutField *field,
                JsonNode       *value)
{
  JsonNode *left;
  JsonArray *ids;

  if (field->type == CUT_FIELD_ID && is_gone (store, value))
    return json_node_new (JSON_NODE_NULL);
  if (field->type != CUT_FIELD_IDS || !JSON_NODE_HOLDS_ARRAY (value))
    return json_node_copy (value);
  ids = json_array_new ();
  for (guint i = 0; i < json_array_get_length (json_node_get_array (value)); i++)
    if (!is_gone (store, json_array_get_element (json_node_get_array (value), i)))
      json_array_add_element (ids, json_node_copy (json_array_get_element (json_node_get_array (value), i)));
  left = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (left, ids);
  return left;
}

static void
add_wording (CutConflict *self,
             CutStore    *store,
             JsonNode    *value,
             const char  *by)
{
  CutWording *wording = g_new0 (CutWording, 1);

  wording->value = without_purged (store, get_field (self), value);
  wording->by = g_strdup (by != NULL ? by : "");
  wording->words = describe_value (store, self->record, get_field (self), self->field, wording->value);
  g_ptr_array_add (self->wordings, wording);
}

/* What cannot be empty cannot be settled so. */
static gboolean
can_stand (CutConflict *self,
           CutStore    *store,
           JsonNode    *value)
{
  const CutField *field = get_field (self);

  return (field->flags & CUT_FIELD_REQUIRED) == 0 || field->type != CUT_FIELD_ID || !is_gone (store, value);
}

static void
add_others (CutConflict *self,
            CutStore    *store,
            JsonArray   *others)
{
  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonNode *node = json_array_get_element (others, i);
      JsonObject *other = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonNode *value = other != NULL ? json_object_get_member (other, "value") : NULL;

      if (value != NULL && can_stand (self, store, value))
        add_wording (self, store, value, cut_json_get_string (other, "by"));
    }
}

static CutConflict *
conflict_new (CutStore   *store,
              CutRecord  *record,
              guint       field,
              JsonObject *json,
              CutWritten *written,
              JsonArray  *others)
{
  g_autoptr (CutConflict) self = g_new0 (CutConflict, 1);
  g_autoptr (JsonNode) nothing = json_node_new (JSON_NODE_NULL);
  const char *name;
  JsonNode *value;

  self->record = g_object_ref (record);
  self->field = field;
  self->wordings = g_ptr_array_new_with_free_func (wording_free);
  name = cut_conflict_get_field (self);
  value = json_object_get_member (json, name);
  add_wording (self, store, value != NULL ? value : nothing, cut_written_find (written, name, NULL));
  add_others (self, store, others);
  return g_steal_pointer (&self);
}

static void
add_record (GPtrArray *conflicts,
            CutStore  *store,
            CutRecord *record)
{
  g_autoptr (JsonObject) open = cut_conflicts_get (record);
  g_autoptr (JsonObject) json = cut_record_to_json (record, CUT_JSON_PLAIN);
  g_autoptr (CutWritten) written = cut_written_new (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; open != NULL && i < n_fields; i++)
    {
      JsonArray *others = cut_json_get_array (open, fields[i].name);
      CutConflict *conflict = others != NULL && !cut_secrets_hides (record, i) ? conflict_new (store, record, i, json, written, others) : NULL;

      if (conflict != NULL)
        g_ptr_array_add (conflicts, conflict);
    }
}

static gboolean
add_kind (GPtrArray     *conflicts,
          CutStore      *store,
          CutKind        kind,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->contested = TRUE;
  query->merged = TRUE;
  records = cut_store_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_record (conflicts, store, g_ptr_array_index (records, i));
  return records != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

GPtrArray *
cut_conflicts_read (CutStore      *store,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_conflict_free);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (!add_kind (conflicts, store, (CutKind) kind, cancellable, error))
      return NULL;
  return g_steal_pointer (&conflicts);
}
