/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-exchange.h"
#include "cut-id.h"

/* Comma-separated values (RFC 4180), with the fields' own names in the first row. */

/* A cell that a spreadsheet would take for a formula is kept from it by an apostrophe. */
static gboolean
is_formula (const char *value)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (*value == '\0')
    return FALSE;
  if (strchr ("=+-@\t\r\n", *value) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (value, wide[i]))
      return TRUE;
  return FALSE;
}

static void
append_cell (GString    *row,
             const char *value)
{
  if (row->len > 0 && row->str[row->len - 1] != '\n')
    g_string_append_c (row, ',');
  g_string_append_c (row, '"');
  if (is_formula (value))
    g_string_append_c (row, '\'');
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *at);
    }
  g_string_append_c (row, '"');
}

/* What an id stands for, as a reader knows it. */
static char *
name_of (CutSite    *site,
         const char *id)
{
  CutRecord *record = id != NULL && cut_id_is_valid (id) ? cut_site_find (site, id, CUT_KIND_NONE) : NULL;

  return record != NULL ? cut_record_get_title (record) : g_strdup (id != NULL ? id : "");
}

static char *
join_names (CutSite           *site,
            const char *const *values,
            gboolean           ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *name = ids ? name_of (site, values[i]) : g_strdup (values[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_string_free (text, FALSE);
}

static char *
value_of (CutSite        *site,
          CutRecord      *record,
          const CutField *field,
          guint           i)
{
  const CutDate *date;

  switch (field->type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      return join_names (site, cut_record_get_strv (record, i), field->type == CUT_FIELD_IDS);
    case CUT_FIELD_BOOLEAN:
      if (!cut_record_has_value (record, i))
        return g_strdup ("");
      return g_strdup (cut_record_get_int (record, i) != 0 ? "true" : "false");
    case CUT_FIELD_DATE:
      date = cut_record_get_date (record, i);
      return g_strdup (date != NULL ? cut_date_get_value (date) : "");
    case CUT_FIELD_ID:
      return name_of (site, cut_record_get_string (record, i));
    case CUT_FIELD_TIME:
      return cut_record_get_int (record, i) != 0 ? cut_time_format (cut_record_get_int (record, i)) : g_strdup ("");
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
      return g_strdup (cut_record_get_string (record, i) != NULL ? cut_record_get_string (record, i) : "");
    case CUT_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cut_record_get_int (record, i));
    case CUT_FIELD_SELECTOR:
    case CUT_FIELD_JSON:
    default:
      return g_strdup ("");
    }
}

/* The machine's own fields, and those that never leave, are no columns. */
static gboolean
is_column (const CutField *field,
           guint           i)
{
  if (i < CUT_RECORD_N_FIELDS)
    return i == CUT_RECORD_CREATED || i == CUT_RECORD_MODIFIED;
  return (field->flags & CUT_FIELD_CONTACT) == 0 && field->type != CUT_FIELD_SELECTOR && field->type != CUT_FIELD_JSON &&
         !g_str_equal (field->name, "proposed_by");
}

char *
cut_out_table (CutSite *site,
               CutKind  kind)
{
  g_autoptr (GPtrArray) records = cut_site_sorted (site, kind);
  GString *text = g_string_new ("\"id\"");
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint f = 0; f < n_fields; f++)
    if (is_column (&fields[f], f))
      append_cell (text, fields[f].name);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      append_cell (text, cut_record_get_id (record));
      for (guint f = 0; f < n_fields; f++)
        {
          g_autofree char *value = is_column (&fields[f], f) ? value_of (site, record, &fields[f], f) : NULL;

          if (value != NULL)
            append_cell (text, value);
        }
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}
