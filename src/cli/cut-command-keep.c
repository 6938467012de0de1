/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"

int
cut_command_backup (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL || words[1] != NULL)
    return cut_cli_usage (cli, _("name one file for the copy"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (!cut_notebook_backup (cli->notebook, words[0], &error))
    return cut_cli_fail (cli, error);
  if (!cli->quiet)
    g_printerr (_("The notebook was copied to %s\n"), words[0]);
  return CUT_EXIT_DONE;
}
