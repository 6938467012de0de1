/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-notebook-search.h"
#include "cut-output.h"
#include "cut-search-batch.h"
#include "cut-search-doubts.h"

#define DEFAULT_LIMIT 50

static void
print_hit (CutCli *cli,
           CutRow *row)
{
  g_autoptr (JsonObject) object = NULL;

  if (!cli->json)
    {
      g_print ("%s  %-10s %s\n", cut_row_get_id (row), cut_kind_get_name (cut_row_get_kind (row)),
               cut_row_get_title (row));
      if (cut_row_get_snippet (row) != NULL)
        g_print ("    %s\n", cut_row_get_snippet (row));
      return;
    }
  object = cut_search_describe (row);
  cut_output_object (object);
}

/* What an index of an earlier version did not hold is indexed first, so that nothing is missing. */
gboolean
cut_search_make_ready (CutCli  *cli,
                       GError **error)
{
  gint64 n_left;
  gint64 n_all = 0;
  int shown = 0;

  do
    {
      if (!cut_notebook_catch_up (cli->notebook, &n_left, NULL, error))
        return FALSE;
      n_all = MAX (n_all, n_left);
      if (n_left > 0 && !cli->quiet && shown <= 100 * (n_all - n_left) / n_all)
        {
          g_printerr (_("The search index is made anew: %d %%\n"), (int) (100 * (n_all - n_left) / n_all));
          shown += 10;
        }
    }
  while (n_left > 0);
  return TRUE;
}

static gboolean
print_suggestion (CutCli          *cli,
                  const CutQuery  *query,
                  GError         **error)
{
  g_autoptr (CutHits) hits = cut_notebook_search (cli->notebook, query, 0, NULL, error);

  if (hits == NULL)
    return FALSE;
  if (hits->suggestion != NULL)
    g_printerr (_("Nothing was found. Did you mean: %s\n"), hits->suggestion);
  else
    g_printerr (_("Nothing was found.\n"));
  return TRUE;
}

int
cut_command_search (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *words = NULL;
  g_autofree char *batch = NULL;
  g_auto (GStrv) words_apart = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (CutQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *languages = NULL;
  g_autoptr (GError) error = NULL;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_ ("Only objects of this kind"), N_ ("KIND") },
    { "forms", 0, 0, G_OPTION_ARG_STRING, &languages, N_ ("Find words in their other forms in these languages, too: en,de"),
      N_ ("LANGUAGES") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &batch, N_ ("Answer the searches in this file, one JSON object a line"), N_ ("FILE") },
    { NULL },
  };

  words_apart = cut_cli_part_words (cli, argv, entries);
  if (!cut_cli_parse (cli, (int) g_strv_length (words_apart), words_apart, entries, &rest))
    return CUT_EXIT_USAGE;
  if ((rest[0] == NULL) == (batch == NULL))
    return cut_cli_usage (cli, _("say what to look for"));
  if (batch != NULL && !cli->json)
    return cut_cli_usage (cli, _("--batch answers with --json alone"));
  if (limit < 1)
    return cut_cli_usage (cli, _("--limit takes a number from 1 on"));
  if (kind != NULL && cut_kind_from_name (kind) == CUT_KIND_NONE)
    return cut_cli_usage (cli, _("there is no such kind of object"));
  words = g_strjoinv (" ", rest);
  query = cut_query_new (kind != NULL ? cut_kind_from_name (kind) : CUT_KIND_NONE);
  cut_query_set_languages (query, languages);
  query->limit = (guint) MAX (limit, 0);
  if (batch != NULL)
    return cut_search_batch (cli, batch, query);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  cut_query_set_match (query, words);
  if (cut_search_make_ready (cli, &error))
    rows = cut_notebook_rows (cli->notebook, query, NULL, &error);
  if (rows == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < rows->len; i++)
    print_hit (cli, g_ptr_array_index (rows, i));
  cut_search_doubts_print (cli, words, rows->len > 0);
  if (rows->len == 0 && !cli->quiet && !print_suggestion (cli, query, &error))
    return cut_cli_fail (cli, error);
  return CUT_EXIT_DONE;
}
