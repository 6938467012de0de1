/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-check.h"
#include "cut-command.h"
#include "cut-date-text.h"
#include "cut-json.h"
#include "cut-output.h"
#include "cut-properties.h"
#include "cut-secrets.h"
#include "cut-shown.h"
#include "cut-versions.h"

/* The kinds that a tied list is shown of, in this order. */
static const CutKind tied_kinds[] = {
  CUT_KIND_CAPTURE, CUT_KIND_ANNOTATION, CUT_KIND_CLAIM,    CUT_KIND_ATTRIBUTION, CUT_KIND_CHECK,
  CUT_KIND_SOURCE,  CUT_KIND_ENTITY,     CUT_KIND_RELATION, CUT_KIND_EVENT,       CUT_KIND_ENQUIRY,
  CUT_KIND_FACT,    CUT_KIND_CLIP,       CUT_KIND_TAG,      CUT_KIND_STORY,
};

static GPtrArray *
list_tied (CutCli    *cli,
           CutRecord *record,
           CutKind    kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_set_linked (query, cut_record_get_id (record));
  query->descending = FALSE;
  return cut_notebook_list (cli->notebook, query, NULL, NULL);
}

static JsonObject *
tied_to_json (CutCli    *cli,
              CutRecord *record)
{
  JsonObject *tied = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tied_kinds); i++)
    {
      g_autoptr (GPtrArray) list = list_tied (cli, record, tied_kinds[i]);
      JsonArray *array = json_array_new ();

      for (guint j = 0; list != NULL && j < list->len; j++)
        json_array_add_object_element (array, cut_output_to_json (g_ptr_array_index (list, j)));
      if (json_array_get_length (array) > 0)
        json_object_set_array_member (tied, cut_kind_get_plural (tied_kinds[i]), array);
      else
        json_array_unref (array);
    }
  return tied;
}

/* A clip or capture is shown with its reader text and block table. */
static void
set_reading (JsonObject *object,
             CutReading *reading)
{
  g_autofree char *blocks = cut_blocks_to_json (reading->blocks);
  g_autofree char *counted = cut_blocks_get_counted_text (reading->blocks, reading->text);
  JsonNode *node = cut_json_parse (blocks, -1, NULL);

  cut_output_set (object, "text", reading->text);
  cut_output_set (object, "counted_text", counted);
  if (node != NULL)
    json_object_set_member (object, "blocks", node);
}

static void
print_fields (CutRecord *record)
{
  g_autoptr (JsonObject) object = cut_record_to_json (record, CUT_JSON_CANONICAL);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].name);
      g_autofree char *text = NULL;

      /* The bookkeeping of copies is for copies. */
      if (node == NULL || (fields[i].flags & CUT_FIELD_SEALED) != 0 || g_str_equal (fields[i].name, "written"))
        continue;
      text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                 ? json_node_dup_string (node)
                 : json_to_string (node, FALSE);
      g_print ("%-16s %s\n", fields[i].name, text);
    }
  if (cut_record_is_locked (record))
    g_print ("%-16s %s\n", "locked", _("yes; unlock with --passphrase-file FILE"));
}

static char *
get_title (CutCli     *cli,
           const char *id)
{
  g_autoptr (CutRecord) record = id != NULL ? cut_notebook_get (cli->notebook, id, NULL) : NULL;

  return record != NULL ? cut_record_get_title (record) : NULL;
}

/* Officials → The Courier: alleges · Anonymous */
static char *
describe_attribution (CutCli         *cli,
                      CutAttribution *attribution)
{
  const char *stance = cut_attribution_get_stance (attribution);
  const char *terms = cut_attribution_get_terms (attribution);
  g_autofree char *source = get_title (cli, cut_attribution_get_source (attribution));
  GString *line = g_string_new (source != NULL ? source : _("Source not given"));

  for (const char *const *via = cut_attribution_get_via (attribution); *via != NULL; via++)
    {
      g_autofree char *outlet = get_title (cli, *via);

      if (outlet != NULL)
        g_string_append_printf (line, " → %s", outlet);
    }
  if (stance != NULL)
    g_string_append_printf (line, ": %s", cut_vocab_get_label (CUT_VOCAB_STANCE, stance));
  if (terms != NULL && !g_str_equal (terms, "unspecified"))
    g_string_append_printf (line, " · %s", cut_vocab_get_label (CUT_VOCAB_TERMS, terms));
  return g_string_free (line, FALSE);
}

static char *
describe_check (CutCli   *cli,
                CutCheck *check)
{
  const char *method = cut_check_get_method (check);
  const char *by = cut_check_get_by (check);
  g_autofree char *when = cut_date_to_text (cut_check_get_at (check));
  const char *parts[] = { method != NULL ? cut_vocab_get_label (CUT_VOCAB_METHOD, method) : NULL, by, when,
                          cut_check_get_result (check), cut_check_get_note (check) };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", parts[i]);
  return cut_shown_line (line->str);
}

/* What has no title of its own is told by what it says. */
static void
print_line (CutCli    *cli,
            CutRecord *record)
{
  g_autofree char *line = NULL;

  if (cut_record_get_kind (record) == CUT_KIND_ATTRIBUTION)
    line = describe_attribution (cli, CUT_ATTRIBUTION (record));
  else if (cut_record_get_kind (record) == CUT_KIND_CHECK)
    line = describe_check (cli, CUT_CHECK (record));
  else
    line = cut_record_get_title (record);
  g_print ("%s  %s\n", cut_record_get_id (record), line);
}

static void
print_tied (CutCli    *cli,
            CutRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (tied_kinds); i++)
    {
      g_autoptr (GPtrArray) list = list_tied (cli, record, tied_kinds[i]);

      if (list == NULL || list->len == 0)
        continue;
      g_print ("\n%s\n", cut_kind_get_plural (tied_kinds[i]));
      for (guint j = 0; j < list->len; j++)
        print_line (cli, g_ptr_array_index (list, j));
    }
}

static void
print_change (const CutVersion *version)
{
  g_autofree char *change = cut_version_describe (version);

  g_print ("%-16s %s\n", "changed", change);
}

static void
show_record (CutCli    *cli,
             CutRecord *record)
{
  CutKind kind = cut_record_get_kind (record);
  gboolean readable = kind == CUT_KIND_CLIP || kind == CUT_KIND_CAPTURE;
  g_autoptr (CutReading) reading = readable ? cut_notebook_read (cli->notebook, cut_record_get_id (record), NULL) : NULL;
  g_autoptr (CutVersion) version = kind == CUT_KIND_CAPTURE ? cut_versions_find (cli, record) : NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!cli->json)
    {
      print_fields (record);
      if (kind == CUT_KIND_ANNOTATION)
        cut_versions_print_places (cli, record);
      if (version != NULL)
        print_change (version);
      if (kind == CUT_KIND_ENTITY)
        cut_properties_print (cli, record);
      print_tied (cli, record);
      if (reading != NULL)
        g_print ("\n%s\n", reading->text);
      return;
    }
  object = cut_output_to_json (record);
  json_object_set_string_member (object, "object", cut_kind_get_name (kind));
  json_object_set_object_member (object, "tied", tied_to_json (cli, record));
  if (kind == CUT_KIND_ENTITY)
    cut_properties_set (cli, object, record);
  if (version != NULL)
    cut_versions_set (object, version);
  if (kind == CUT_KIND_ANNOTATION)
    cut_versions_set_places (cli, object, record);
  if (reading != NULL)
    set_reading (object, reading);
  cut_output_object (object);
}

int
cut_command_show (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (GStrv) words = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL)
    return cut_cli_usage (cli, _("name the object by its id or the first characters of it"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutRecord) record = cut_cli_get (cli, words[i], &error);

      if (record == NULL)
        return cut_cli_fail (cli, error);
      show_record (cli, record);
    }
  return CUT_EXIT_DONE;
}
