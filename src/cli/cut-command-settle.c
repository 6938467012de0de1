/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-change.h"
#include "cut-command.h"
#include "cut-conflict.h"
#include "cut-output.h"
#include "cut-written.h"

/* Showing what waits. */

static void
print_wording (const CutWording *wording,
               gboolean          stands)
{
  g_autoptr (GDateTime) time = wording->when != 0 ? g_date_time_new_from_unix_local (wording->when / 1000) : NULL;
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%F %H:%M") : g_strdup ("");
  const char *writer = wording->writer == CUT_WRITER_HERE ? _("here") : wording->writer == CUT_WRITER_ELSEWHERE ? _("elsewhere") : "";

  g_print ("      %s %s  (%s%s%s%s%s)\n", stands ? "*" : "-", wording->words, writer, wording->name != NULL ? ", " : "",
           wording->name != NULL ? wording->name : "", *when != '\0' ? ", " : "", when);
}

static void
print_conflict (const CutConflict *conflict)
{
  g_print ("    %s\n", cut_conflict_get_field (conflict));
  for (guint i = 0; i < conflict->wordings->len; i++)
    print_wording (g_ptr_array_index (conflict->wordings, i), i == 0);
}

/* @ids: none for all that waits */
static gboolean
keep_named (CutCli     *cli,
            GPtrArray  *conflicts,
            char      **ids,
            GError    **error)
{
  g_autoptr (GPtrArray) named = cut_change_get_all (cli, ids, error);

  for (guint i = conflicts->len; named != NULL && named->len > 0 && i > 0; i--)
    {
      const CutConflict *conflict = g_ptr_array_index (conflicts, i - 1);
      gboolean wanted = FALSE;

      for (guint n = 0; n < named->len; n++)
        wanted = wanted || g_str_equal (cut_record_get_id (g_ptr_array_index (named, n)), cut_record_get_id (conflict->record));
      if (!wanted)
        g_ptr_array_remove_index (conflicts, i - 1);
    }
  return named != NULL;
}

/* Those of one object come one after the other. */
static int
print_all (CutCli  *cli,
           char   **ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = cut_notebook_conflicts (cli->notebook, NULL, &error);
  CutRecord *last = NULL;

  if (conflicts == NULL || !keep_named (cli, conflicts, ids, &error))
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CutConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->record != last)
        cut_output_record (conflict->record, cli->json);
      last = conflict->record;
      if (!cli->json)
        print_conflict (conflict);
    }
  return CUT_EXIT_DONE;
}

/* Settling. */

static void
let_stand (CutAct    *act,
           CutRecord *record)
{
  cut_act_take (act, cut_conflicts_settle (record, NULL));
}

static gboolean
settle_for (CutCli     *cli,
            char      **ids,
            CutWriter   writer,
            GError    **error)
{
  g_autoptr (GPtrArray) conflicts = cut_notebook_conflicts (cli->notebook, NULL, error);
  g_autoptr (CutAct) act = NULL;
  guint n;

  if (conflicts == NULL || !keep_named (cli, conflicts, ids, error))
    return FALSE;
  act = cut_conflicts_settle_all (conflicts, writer, _("Settle"), &n, error);
  return act != NULL && cut_change_commit (cli, g_steal_pointer (&act), error);
}

int
cut_command_settle (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  gboolean mine = FALSE, theirs = FALSE, standing = FALSE, done;
  const GOptionEntry entries[] = {
    { "mine", 0, 0, G_OPTION_ARG_NONE, &mine, N_ ("Let what was written in this notebook stand; of all that waits where no ID is given"), NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, N_ ("Let what came from colleagues stand; of all that waits where no ID is given"), NULL },
    { "standing", 0, 0, G_OPTION_ARG_NONE, &standing, N_ ("Let the objects with these IDs be as they are now, whoever wrote it"), NULL },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &ids))
    return CUT_EXIT_USAGE;
  if (mine + theirs + standing > 1)
    return cut_cli_usage (cli, _("one of --mine, --theirs and --standing"));
  if (standing && ids[0] == NULL)
    return cut_cli_usage (cli, _("name the objects that are to be as they are"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (!mine && !theirs && !standing)
    return print_all (cli, ids);
  done = standing ? cut_change_all (cli, ids, _("Settle"), let_stand, &error)
                  : settle_for (cli, ids, mine ? CUT_WRITER_HERE : CUT_WRITER_ELSEWHERE, &error);
  return done ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}
