/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-batch.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-input.h"
#include "cut-json.h"
#include "cut-notebook-search.h"
#include "cut-output.h"

JsonObject *
cut_search_describe (CutRow *row)
{
  JsonObject *object = json_object_new ();

  cut_output_set (object, "id", cut_row_get_id (row));
  cut_output_set (object, "kind", cut_kind_get_name (cut_row_get_kind (row)));
  cut_output_set (object, "title", cut_row_get_title (row));
  cut_output_set (object, "snippet", cut_row_get_snippet (row));
  cut_output_set (object, "site_name", cut_row_get_site_name (row));
  cut_output_set_date (object, "published", cut_row_get_published (row));
  json_object_set_double_member (object, "score", cut_row_get_score (row));
  return object;
}

/* `before:` takes what is before a date, `to` means the day itself, too. */
static char *
get_day_after (const char *day)
{
  g_autofree char *start = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (start, NULL);
  g_autoptr (GDateTime) next = date != NULL ? g_date_time_add_days (date, 1) : NULL;

  return next != NULL ? g_date_time_format (next, "%F") : g_strdup (day);
}

static char *
get_words (JsonObject *line)
{
  GString *words = g_string_new (cut_json_get_string (line, "q"));
  const char *site = cut_json_get_string (line, "site");
  const char *from = cut_json_get_string (line, "from");
  const char *to = cut_json_get_string (line, "to");
  g_autofree char *end = to != NULL ? get_day_after (to) : NULL;

  if (site != NULL)
    g_string_append_printf (words, " site:\"%s\"", site);
  if (from != NULL)
    g_string_append_printf (words, " after:%s", from);
  if (end != NULL)
    g_string_append_printf (words, " before:%s", end);
  return g_string_free (words, FALSE);
}

static gboolean
add_suggestion (CutCli          *cli,
                const CutQuery  *query,
                JsonObject      *object,
                GError         **error)
{
  g_autoptr (CutHits) hits = cut_notebook_search (cli->notebook, query, 0, NULL, error);

  if (hits != NULL && hits->suggestion != NULL)
    cut_output_set (object, "suggestion", hits->suggestion);
  return hits != NULL;
}

static gboolean
answer (CutCli          *cli,
        JsonObject      *line,
        const CutQuery  *like,
        JsonObject      *object,
        GError         **error)
{
  g_autofree char *words = get_words (line);
  g_autoptr (CutQuery) query = cut_query_copy (like);
  g_autoptr (GPtrArray) rows = NULL;
  JsonArray *hits;
  gint64 start = g_get_monotonic_time ();
  gint64 total;

  cut_query_set_match (query, words);
  rows = cut_notebook_rows (cli->notebook, query, NULL, error);
  if (rows == NULL)
    return FALSE;
  json_object_set_double_member (object, "ms", (double) (g_get_monotonic_time () - start) / 1000);
  total = cut_notebook_count (cli->notebook, query, error);
  if (total < 0)
    return FALSE;
  json_object_set_int_member (object, "total", total);
  hits = json_array_sized_new (rows->len);
  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (hits, cut_search_describe (g_ptr_array_index (rows, i)));
  json_object_set_array_member (object, "hits", hits);
  return total > 0 || add_suggestion (cli, query, object, error);
}

static gboolean
answer_line (CutCli         *cli,
             const char     *path,
             guint           number,
             const char     *text,
             const CutQuery *like)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cut_json_parse (text, -1, &error);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *line = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (line != NULL && cut_json_get_string (line, "q") != NULL)
    {
      cut_output_set (object, "q", cut_json_get_string (line, "q"));
      answer (cli, line, like, object, &error);
    }
  else if (error == NULL)
    {
      g_set_error_literal (&error, CUT_ERROR, CUT_ERROR_INPUT, _("this is no object with “q”, what to look for"));
    }
  if (error != NULL)
    {
      g_autofree char *place = g_strdup_printf ("%s:%u", path, number);

      cut_output_set (object, "error", error->message);
      cut_cli_report (cli, place, error);
    }
  cut_output_object (object);
  return error == NULL;
}

int
cut_search_batch (CutCli         *cli,
                  const char     *path,
                  const CutQuery *like)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cut_input_read_text (path, &error);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  guint n = 0;
  guint failed = 0;

  if (lines == NULL)
    return cut_cli_fail (cli, error);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (!cut_search_make_ready (cli, &error))
    return cut_cli_fail (cli, error);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        failed += !answer_line (cli, path, i + 1, lines[i], like);
        n++;
      }
  if (failed == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
