/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-record-table.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-json.h"

struct _CutRecordTables
{
  char *columns[CUT_N_KINDS];
  char *select[CUT_N_KINDS];
  char *insert[CUT_N_KINDS];
  char *update[CUT_N_KINDS];
};

/* The texts. */

gboolean
cut_record_field_may_change (CutKind kind,
                             guint   field)
{
  if (kind != CUT_KIND_CAPTURE && kind != CUT_KIND_CHECK)
    return field != CUT_RECORD_ID;
  return field == CUT_RECORD_MODIFIED || field == CUT_RECORD_SENSITIVITY || field == CUT_RECORD_DELETED ||
         field == CUT_RECORD_REV || field == CUT_RECORD_PARENTS || field == CUT_RECORD_WRITTEN || field == CUT_RECORD_CONFLICTS;
}

static void
build_texts (CutRecordTables *self,
             CutKind          kind)
{
  const char *table = cut_kind_get_name (kind);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new ("\"key\"");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autoptr (GString) changes = g_string_new (NULL);
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_printf (columns, "%st.\"%s\"", i > 0 ? ", " : "", fields[i].name);
      g_string_append_printf (names, ", \"%s\"", fields[i].name);
      g_string_append_printf (marks, ", ?%u", i + 2);
      if (cut_record_field_may_change (kind, i))
        g_string_append_printf (changes, "%s\"%s\" = ?%u", changes->len > 0 ? ", " : "", fields[i].name, i + 2);
    }
  self->select[kind] = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE t.\"key\" = ?1", columns->str, table);
  self->insert[kind] = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table, names->str, marks->str);
  self->update[kind] = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"key\" = ?1", table, changes->str);
  self->columns[kind] = g_string_free (g_steal_pointer (&columns), FALSE);
}

CutRecordTables *
cut_record_tables_new (void)
{
  CutRecordTables *self = g_new0 (CutRecordTables, 1);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    build_texts (self, (CutKind) kind);
  return self;
}

void
cut_record_tables_free (CutRecordTables *self)
{
  for (int kind = 0; kind < CUT_N_KINDS; kind++)
    {
      g_free (self->columns[kind]);
      g_free (self->select[kind]);
      g_free (self->insert[kind]);
      g_free (self->update[kind]);
    }
  g_free (self);
}

const char *
cut_record_tables_get_columns (const CutRecordTables *self,
                               CutKind                kind)
{
  return self->columns[kind];
}

/* Writing. */

static char *
list_to_text (const char *const *list)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  json_node_take_array (node, array);
  return cut_json_canonical (node);
}

static char *
date_to_text (const CutDate *date)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (cut_date_get_origin (date) != NULL)
    json_object_set_string_member (object, "from", cut_date_get_origin (date));
  json_object_set_string_member (object, "precision", cut_date_precision_to_word (cut_date_get_precision (date)));
  json_object_set_string_member (object, "value", cut_date_get_value (date));
  json_node_take_object (node, object);
  return cut_json_canonical (node);
}

static char *
selector_to_text (const CutSelector *selector)
{
  g_autoptr (JsonNode) node = cut_selector_to_json (selector);

  return cut_json_canonical (node);
}

char *
cut_record_field_to_text (CutRecord *record,
                          guint      field)
{
  guint n_fields;
  CutFieldType type = cut_record_get_fields (record, &n_fields)[field].type;

  if (!cut_record_has_value (record, field))
    return NULL;
  switch (type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      return list_to_text (cut_record_get_strv (record, field));
    case CUT_FIELD_DATE:
      return date_to_text (cut_record_get_date (record, field));
    case CUT_FIELD_SELECTOR:
      return selector_to_text (cut_record_get_selector (record, field));
    case CUT_FIELD_INT:
    case CUT_FIELD_TIME:
    case CUT_FIELD_BOOLEAN:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cut_record_get_int (record, field));
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    case CUT_FIELD_JSON:
    default:
      return g_strdup (cut_record_get_string (record, field));
    }
}

static gboolean
is_number (CutFieldType type)
{
  return type == CUT_FIELD_INT || type == CUT_FIELD_TIME || type == CUT_FIELD_BOOLEAN;
}

static void
bind_field (CutStmt   *stmt,
            int        i,
            CutRecord *record,
            guint      field,
            gboolean   number)
{
  g_autofree char *text = NULL;

  if (number)
    {
      cut_stmt_bind_int (stmt, i, cut_record_get_int (record, field));
      return;
    }
  text = cut_record_field_to_text (record, field);
  cut_stmt_bind_text (stmt, i, text);
}

gboolean
cut_record_tables_write (const CutRecordTables  *self,
                         CutDb                  *db,
                         gint64                  key,
                         CutRecord              *record,
                         gboolean                exists,
                         GError                **error)
{
  CutKind kind = cut_record_get_kind (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, exists ? self->update[kind] : self->insert[kind], error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  for (guint i = 0; i < n_fields; i++)
    if (!exists || cut_record_field_may_change (kind, i))
      bind_field (stmt, (int) i + 2, record, i, is_number (fields[i].type));
  return cut_stmt_run (stmt, error);
}

/* Reading. */

char **
cut_record_list_from_text (const char *text)
{
  g_autoptr (JsonNode) node = cut_json_parse (text, -1, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return NULL;
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  return g_strv_builder_end (builder);
}

CutDate *
cut_record_date_from_text (const char *text)
{
  g_autoptr (JsonNode) node = cut_json_parse (text, -1, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return NULL;
  return cut_date_new (cut_json_get_string (object, "value"),
                       cut_date_precision_from_word (cut_json_get_string (object, "precision")),
                       cut_json_get_string (object, "from"), NULL);
}

static CutSelector *
selector_from_text (const char *text)
{
  g_autoptr (JsonNode) node = cut_json_parse (text, -1, NULL);

  return node != NULL ? cut_selector_from_json (node, NULL) : NULL;
}

static gboolean
take_boxed (GValue   *value,
            gpointer  boxed)
{
  g_value_take_boxed (value, boxed);
  return boxed != NULL;
}

/* Sets @value, made for the field, from a column; FALSE when what is stored is none. */
static gboolean
read_field (CutStmt      *stmt,
            int           column,
            CutFieldType  type,
            GValue       *value)
{
  if (cut_stmt_is_null (stmt, column))
    return TRUE;
  switch (type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      return take_boxed (value, cut_record_list_from_text (cut_stmt_get_text (stmt, column)));
    case CUT_FIELD_DATE:
      return take_boxed (value, cut_record_date_from_text (cut_stmt_get_text (stmt, column)));
    case CUT_FIELD_SELECTOR:
      return take_boxed (value, selector_from_text (cut_stmt_get_text (stmt, column)));
    case CUT_FIELD_INT:
    case CUT_FIELD_TIME:
      g_value_set_int64 (value, cut_stmt_get_int (stmt, column));
      return TRUE;
    case CUT_FIELD_BOOLEAN:
      g_value_set_boolean (value, cut_stmt_get_int (stmt, column) != 0);
      return TRUE;
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    case CUT_FIELD_JSON:
    default:
      g_value_set_string (value, cut_stmt_get_text (stmt, column));
      return TRUE;
    }
}

static CutRecord *
refuse_damaged (CutStmt     *stmt,
                int          column,
                CutKind      kind,
                const char  *field,
                GError     **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The %s of the %s %s is damaged"), field,
               cut_kind_get_name (kind), cut_stmt_get_text (stmt, column + CUT_RECORD_ID));
  return NULL;
}

typedef struct
{
  CutStmt *stmt;
  int column; /* of the first field */
} Row;

static gboolean
fill_cb (guint         field,
         CutFieldType  type,
         GValue       *value,
         gpointer      data)
{
  const Row *row = data;

  return read_field (row->stmt, row->column + (int) field, type, value);
}

CutRecord *
cut_record_tables_read (const CutRecordTables  *self,
                        CutStmt                *stmt,
                        int                     column,
                        CutKind                 kind,
                        GError                **error)
{
  Row row = { stmt, column };
  guint damaged = 0, n_fields;
  CutRecord *record = cut_record_new_filled (kind, fill_cb, &row, &damaged);

  return record != NULL ? record : refuse_damaged (stmt, column, kind, cut_kind_get_fields (kind, &n_fields)[damaged].name, error);
}

CutRecord *
cut_record_tables_get (const CutRecordTables  *self,
                       CutDb                  *db,
                       CutKind                 kind,
                       gint64                  key,
                       GError                **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, self->select[kind], error);

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_record_tables_read (self, stmt, 0, kind, error) : NULL;
}
