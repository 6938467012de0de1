/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-output.h"
#include "cut-written.h"

/* What else was written stands with the object, and so does who made it. */
static gboolean
print_kind (CutCli   *cli,
            CutKind   kind,
            GError  **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->contested = TRUE;
  query->merged = TRUE;
  records = cut_notebook_list (cli->notebook, query, NULL, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      cut_output_record (record, cli->json);
      if (!cli->json)
        g_print ("    %s\n", cut_record_get_string (record, CUT_RECORD_CONFLICTS));
    }
  return records != NULL;
}

static int
print_all (CutCli *cli)
{
  g_autoptr (GError) error = NULL;

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (!print_kind (cli, (CutKind) kind, &error))
      return cut_cli_fail (cli, error);
  return CUT_EXIT_DONE;
}

static gboolean
settle_all (CutCli   *cli,
            char    **ids,
            GError  **error)
{
  g_autoptr (CutAct) act = cut_act_new (_("Settle"));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CutRecord) record = cut_cli_get (cli, ids[i], error);

      if (record == NULL)
        return FALSE;
      cut_act_take (act, cut_conflicts_settle (record, NULL));
    }
  return cut_notebook_commit (cli->notebook, g_steal_pointer (&act), NULL, error);
}

int
cut_command_settle (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &ids))
    return CUT_EXIT_USAGE;
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (ids[0] == NULL)
    return print_all (cli);
  if (!settle_all (cli, ids, &error))
    return cut_cli_fail (cli, error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CutRecord) record = cut_cli_get (cli, ids[i], NULL);

      if (record != NULL)
        cut_output_record (record, cli->json);
    }
  return CUT_EXIT_DONE;
}
