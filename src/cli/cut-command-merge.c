/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-notebook-entities.h"
#include "cut-output.h"

static char **
resolve_all (CutCli      *cli,
             char       **words,
             GError     **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = cut_cli_resolve (cli, CUT_KIND_ENTITY, words[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

static int
print_one (CutCli     *cli,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get (cli->notebook, id, &error);

  if (record == NULL)
    return cut_cli_fail (cli, error);
  cut_output_record (record, cli->json);
  return CUT_EXIT_DONE;
}

static int
run (CutCli   *cli,
     char    **words,
     gboolean  apart,
     gboolean  despite)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = resolve_all (cli, words, &error);
  gboolean done = FALSE;

  if (ids != NULL && apart)
    done = cut_notebook_part_entities (cli->notebook, ids[0], ids[1], NULL, &error);
  else if (ids != NULL)
    done = cut_notebook_merge_entities (cli->notebook, ids[0], (const char *const *) ids + 1, despite, NULL, &error);
  return done ? print_one (cli, ids[0]) : cut_cli_fail (cli, error);
}

int
cut_command_merge (CutCli  *cli,
                   int      argc,
                   char   **argv)
{
  g_auto (GStrv) words = NULL;
  gboolean apart = FALSE;
  gboolean despite = FALSE;
  char **names;
  const GOptionEntry entries[] = {
    { "not-same", 0, 0, G_OPTION_ARG_NONE, &apart, N_ ("Say that the two are not the same"), NULL },
    { "despite", 0, 0, G_OPTION_ARG_NONE, &despite, N_ ("Merge also those that were said not to be the same"), NULL },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  names = g_strcmp0 (words[0], "entity") == 0 ? words + 1 : words;
  if (names[0] == NULL || names[1] == NULL || (apart && names[2] != NULL))
    return cut_cli_usage (cli, apart ? _("name two entities") : _("name the entity to keep, then those that are the same"));
  return cut_cli_open (cli) != NULL ? run (cli, names, apart, despite) : CUT_EXIT_FAULT;
}
