/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-command.h"
#include "cut-output.h"

/* A problem is a line `PATH: PROBLEM`. */
static JsonArray *
problems_to_json (GPtrArray *problems)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const char *line = g_ptr_array_index (problems, i);
      const char *colon = strstr (line, ": ");
      g_autofree char *path = colon != NULL ? g_strndup (line, (gsize) (colon - line)) : g_strdup ("");
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "path", path);
      json_object_set_string_member (object, "problem", colon != NULL ? colon + 2 : line);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_verdict (CutCli    *cli,
               GPtrArray *problems,
               GPtrArray *warnings)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (cli->json)
    {
      json_object_set_boolean_member (object, "ok", problems->len == 0);
      json_object_set_array_member (object, "problems", problems_to_json (problems));
      json_object_set_array_member (object, "warnings", problems_to_json (warnings));
      cut_output_object (object);
      return;
    }
  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (problems, i));
  for (guint i = 0; i < warnings->len; i++)
    /* Translators: a file, then what is odd about it */
    g_print (_("Warning: %s\n"), (char *) g_ptr_array_index (warnings, i));
  if (problems->len == 0)
    g_print ("%s\n", _("All is as it was written."));
}

int
cut_command_verify (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = NULL;
  gboolean notebook;
  const char *path;
  const GOptionEntry entries[] = {
    { "custody-head", 0, 0, G_OPTION_ARG_STRING, &head, N_ ("A head of the notebook's chain of custody, as a bundle prints it, that must be in it"), N_ ("HASH") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  notebook = words[0] == NULL;
  if (head != NULL && !notebook)
    return cut_cli_usage (cli, _("a head of custody belongs to a notebook: --notebook FILE"));
  path = notebook ? cli->notebook_path : words[0];
  if (path == NULL)
    return cut_cli_usage (cli, _("name a bundle, or a notebook with --notebook FILE"));
  problems = cut_notebook_verify_file (path, notebook, head, warnings, progress, &error);
  if (problems == NULL)
    {
      if (cli->json)
        {
          problems = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (problems, g_strdup_printf ("%s: %s", path, error->message));
          print_verdict (cli, problems, warnings);
        }
      return cut_cli_fail (cli, error);
    }
  print_verdict (cli, problems, warnings);
  return problems->len == 0 ? CUT_EXIT_DONE : CUT_EXIT_FAULT;
}
