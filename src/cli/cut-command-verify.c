/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cut-bundle.h"
#include "cut-command.h"
#include "cut-decrypted.h"
#include "cut-opened.h"
#include "cut-output.h"
#include "cut-pgp.h"
#include "cut-problem.h"

static JsonArray *
problems_to_json (GPtrArray *problems)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const char *problem = g_ptr_array_index (problems, i);
      g_autofree char *path = cut_problem_get_path (problem);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "path", path);
      json_object_set_string_member (object, "problem", cut_problem_get_text (problem));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_lines (GPtrArray *problems,
             GPtrArray *warnings)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = cut_problem_to_line (g_ptr_array_index (problems, i));

      g_print ("%s\n", line);
    }
  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *line = cut_problem_to_line (g_ptr_array_index (warnings, i));

      /* Translators: a file, then what is odd about it */
      g_print (_("Warning: %s\n"), line);
    }
}

/* @shown: (nullable): which of several it is; @signature: (nullable): who signed it */
static void
print_verdict (CutCli     *cli,
               const char *shown,
               GPtrArray  *problems,
               GPtrArray  *warnings,
               const char *signature)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (cli->json)
    {
      if (shown != NULL)
        cut_output_set (object, "file", shown);
      json_object_set_boolean_member (object, "ok", problems->len == 0);
      json_object_set_array_member (object, "problems", problems_to_json (problems));
      json_object_set_array_member (object, "warnings", problems_to_json (warnings));
      if (signature != NULL)
        cut_output_set (object, "signature", signature);
      cut_output_object (object);
      return;
    }
  print_lines (problems, warnings);
  if (problems->len == 0)
    g_print ("%s\n", _("All is as it was written."));
  if (problems->len == 0 && signature != NULL)
    g_print ("%s\n", signature);
}

/* @path: where it is; @shown: what the user calls it; @several: it is one of them */
static int
judge (CutCli     *cli,
       const char *path,
       const char *shown,
       gboolean    several,
       gboolean    notebook,
       const char *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *signature = NULL;

  problems = cut_notebook_verify_file (path, notebook, head, warnings, progress, &error);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    problems->pdata[i] = cut_opened_rename (problems->pdata[i], path, shown);
  if (problems == NULL)
    {
      error->message = cut_opened_rename (error->message, path, shown);
      if (cli->json)
        {
          problems = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (problems, cut_problem_new (shown, error->message));
          print_verdict (cli, several ? shown : NULL, problems, warnings, NULL);
        }
      return cut_cli_fail (cli, error);
    }
  signature = notebook ? NULL : cut_bundle_describe_signature (path, NULL);
  print_verdict (cli, several ? shown : NULL, problems, warnings, signature);
  return problems->len == 0 ? CUT_EXIT_DONE : CUT_EXIT_FAULT;
}

static int
judge_encrypted (CutCli     *cli,
                 const char *path,
                 gboolean    several,
                 const char *passphrase_file)
{
  g_autoptr (GError) error = NULL;
  int fd = cut_decrypted_open (path, passphrase_file, &error);
  g_autofree char *plain = fd >= 0 ? g_strdup_printf ("/proc/self/fd/%d", fd) : NULL;
  int status;

  if (fd < 0)
    return cut_cli_fail (cli, error);
  status = judge (cli, plain, path, several, FALSE, NULL);
  close (fd);
  return status;
}

static int
judge_bundle (CutCli     *cli,
              const char *path,
              gboolean    several,
              const char *passphrase_file)
{
  if (cut_pgp_is_encrypted (path))
    return judge_encrypted (cli, path, several, passphrase_file);
  return judge (cli, path, path, several, FALSE, NULL);
}

/* One that is at fault is never hidden behind others that are not. */
static int
judge_all (CutCli      *cli,
           char       **paths,
           const char  *passphrase_file)
{
  gboolean several = paths[1] != NULL;
  int status = CUT_EXIT_DONE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      int judged;

      if (several && !cli->json)
        g_print ("%s:\n", paths[i]);
      judged = judge_bundle (cli, paths[i], several, passphrase_file);
      status = MAX (status, judged);
    }
  return status;
}

int
cut_command_verify (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *passphrase_file = NULL;
  g_autofree char *head = NULL;
  gboolean notebook;
  const GOptionEntry entries[] = {
    { "custody-head", 0, 0, G_OPTION_ARG_STRING, &head, N_ ("A head of the notebook's chain of custody, as a bundle prints it, that must be in it"), N_ ("HASH") },
    { "bundle-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Where the passphrase of an encrypted bundle stands; - is standard input"), N_ ("FILE") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  notebook = words[0] == NULL;
  if (head != NULL && !notebook)
    return cut_cli_usage (cli, _("a head of custody belongs to a notebook: --notebook FILE"));
  if (!notebook)
    return judge_all (cli, words, passphrase_file);
  if (cli->notebook_path == NULL)
    return cut_cli_usage (cli, _("name a bundle, or a notebook with --notebook FILE"));
  return judge (cli, cli->notebook_path, cli->notebook_path, FALSE, TRUE, head);
}
