/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-output.h"
#include "cut-search-batch.h"

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

int
cut_command_search (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *words = NULL;
  g_autofree char *batch = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (CutQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_ ("Only objects of this kind"), N_ ("KIND") },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &batch, N_ ("Answer the searches in this file, one JSON object a line"), N_ ("FILE") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &rest))
    return CUT_EXIT_USAGE;
  if ((rest[0] == NULL) == (batch == NULL))
    return cut_cli_usage (cli, _("say what to look for"));
  if (batch != NULL && !cli->json)
    return cut_cli_usage (cli, _("--batch answers with --json alone"));
  if (kind != NULL && cut_kind_from_name (kind) == CUT_KIND_NONE)
    return cut_cli_usage (cli, _("there is no such kind of object"));
  if (batch != NULL)
    return cut_search_batch (cli, batch, kind != NULL ? cut_kind_from_name (kind) : CUT_KIND_NONE, (guint) MAX (limit, 0));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  words = g_strjoinv (" ", rest);
  query = cut_query_new (kind != NULL ? cut_kind_from_name (kind) : CUT_KIND_NONE);
  cut_query_set_match (query, words);
  query->limit = (guint) MAX (limit, 0);
  rows = cut_notebook_rows (cli->notebook, query, NULL, &error);
  if (rows == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < rows->len; i++)
    print_hit (cli, g_ptr_array_index (rows, i));
  return CUT_EXIT_DONE;
}
