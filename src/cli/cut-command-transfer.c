/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include <unistd.h>

#include "cut-bundle.h"
#include "cut-command.h"
#include "cut-decrypted.h"
#include "cut-destination.h"
#include "cut-error.h"
#include "cut-imports.h"
#include "cut-meter.h"
#include "cut-opened.h"
#include "cut-output.h"
#include "cut-pgp.h"
#include "cut-prompt.h"

#define STANDARD_OUTPUT "/dev/stdout"

/* Some formats are several files. */
static void
warn_of_zip (CutCli                 *cli,
             const CutExportRequest *request)
{
  if (!cli->quiet && g_strcmp0 (request->format, "csv") == 0 && !g_str_has_suffix (request->path, ".zip"))
    g_printerr (_("%s is a ZIP with three tables in it: claims, sources, entities\n"), request->path);
}

static void
print_export (CutCli          *cli,
              CutExportReport *report)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (!cli->json)
    {
      g_print ("%s\n", report->path);
      cut_output_print_counts (_("Written:"), report->written);
      for (guint i = 0; i < report->withheld->len; i++)
        g_print ("%s\n", (char *) g_ptr_array_index (report->withheld, i));
      return;
    }
  cut_output_set (object, "path", report->path);
  cut_output_set (object, "sha256", report->sha256);
  cut_output_set_counts (object, "written", report->written);
  cut_output_set_list (object, "withheld", report->withheld);
  cut_output_object (object);
}

/* Stories, sources and so on may be named. */
static gboolean
resolve_names (CutCli  *cli,
               char   **ids,
               CutKind  kind,
               GError **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      char *id = cut_cli_resolve (cli, kind, ids[i], error);

      if (id == NULL)
        return FALSE;
      g_free (ids[i]);
      ids[i] = id;
    }
  return TRUE;
}

/* Typed blind, so typed twice. */
static CutPassphrase *
ask_passphrase (GError **error)
{
  g_autoptr (CutPassphrase) first = cut_prompt_passphrase (_("Passphrase for the bundle"), error);
  g_autoptr (CutPassphrase) second = first != NULL ? cut_prompt_passphrase (_("The same again"), error) : NULL;

  if (second == NULL || cut_passphrase_equal (first, second))
    return second != NULL ? g_steal_pointer (&first) : NULL;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The two passphrases differ; nothing was written"));
  return NULL;
}

static gboolean
take_passphrase (CutExportRequest  *request,
                 const char        *file,
                 gboolean           ask,
                 GError           **error)
{
  if (file != NULL)
    request->passphrase = cut_passphrase_read (file, error);
  else if (ask)
    request->passphrase = ask_passphrase (error);
  return request->passphrase != NULL || (file == NULL && !ask);
}

static int
run_export (CutCli           *cli,
            CutExportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (CutExportReport) report = NULL;
  char *story[] = { request->story, NULL };

  if (!resolve_names (cli, request->ids, CUT_KIND_NONE, &error) ||
      !resolve_names (cli, request->reveal, CUT_KIND_SOURCE, &error) ||
      !resolve_names (cli, story, CUT_KIND_STORY, &error))
    return cut_cli_fail (cli, error);
  request->story = story[0];
  report = cut_notebook_export (cli->notebook, request, progress, &error);
  if (report == NULL)
    return cut_cli_fail (cli, error);
  /* What leads to standard output has it for itself. */
  if (!cut_destination_is_output (request->path))
    print_export (cli, report);
  for (guint i = 0; cut_destination_is_output (request->path) && !cli->quiet && i < report->withheld->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (report->withheld, i));
  warn_of_zip (cli, request);
  return CUT_EXIT_DONE;
}

int
cut_command_export (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autofree char *passphrase_file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean encrypt = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &request->format, N_ ("What to write: bundle, annotations, bibtex, claims, csl-json, csv, ftm, html, markdown, odt, ris, warc"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request->path, N_ ("The file to write; of csv it is a ZIP; - is standard output, for formats of one file"), N_ ("FILE") },
    { "story", 's', 0, G_OPTION_ARG_STRING, &request->story, N_ ("All of this story"), N_ ("STORY") },
    { "query", 0, 0, G_OPTION_ARG_STRING, &request->query, N_ ("All clips with these words"), N_ ("WORDS") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &request->all, N_ ("The whole notebook"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &request->profile, N_ ("colleague, public or full"), N_ ("PROFILE") },
    { "reveal", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request->reveal, N_ ("Leave this confidential source in"), N_ ("SOURCE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &request->language, N_ ("Language of the pages: en, de"), N_ ("LANGUAGE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &request->title, N_ ("Title of the bundle"), N_ ("TITLE") },
    { "sign", 0, 0, G_OPTION_ARG_NONE, &request->sign, N_ ("Sign the bundle with your OpenPGP key"), NULL },
    { "sign-with", 0, 0, G_OPTION_ARG_STRING, &request->sign_key, N_ ("Sign it with this key"), N_ ("KEY") },
    { "encrypt-to", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request->recipients, N_ ("Encrypt it to this OpenPGP key"), N_ ("KEY") },
    { "encrypt", 0, 0, G_OPTION_ARG_NONE, &encrypt, N_ ("Encrypt it with a passphrase, which is asked for"), NULL },
    { "bundle-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Encrypt it with the passphrase in this file; - is standard input"), N_ ("FILE") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &request->ids))
    return CUT_EXIT_USAGE;
  if (request->path == NULL)
    return cut_cli_usage (cli, _("name the file to write with -o FILE"));
  if (!request->all && request->story == NULL && request->query == NULL && request->ids[0] == NULL)
    return cut_cli_usage (cli, _("say what to export: --all, --story, --query, or ids"));
  if (g_str_equal (request->path, "-"))
    {
      g_free (request->path);
      request->path = g_strdup (STANDARD_OUTPUT);
    }
  request->sign = request->sign || request->sign_key != NULL;
  if (!take_passphrase (request, passphrase_file, encrypt, &error))
    return cut_cli_fail (cli, error);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return run_export (cli, request);
}

/* @signature: (nullable): who signed it */
static void
print_import (CutCli          *cli,
              CutImportReport *report,
              const char      *signature)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (cli->json)
    {
      if (report->format != NULL)
        cut_output_set (object, "format", report->format);
      cut_output_set_counts (object, "new", report->added);
      cut_output_set_counts (object, "same", report->same);
      cut_output_set_counts (object, "changed", report->changed);
      cut_output_set_list (object, "conflicts", report->conflicts);
      cut_output_set_list (object, "failed", report->failed);
      cut_output_set_list (object, "left_out", report->left_out);
      if (signature != NULL)
        cut_output_set (object, "signature", signature);
      cut_output_object (object);
      return;
    }
  if (report->format != NULL)
    /* Translators: the name of a program or format */
    g_print (_("Read as %s\n"), cut_imports_get_label (report->format));
  if (signature != NULL)
    g_print ("%s\n", signature);
  cut_output_print_counts (_("New:"), report->added);
  cut_output_print_counts (_("The same:"), report->same);
  cut_output_print_counts (_("Changed:"), report->changed);
  for (guint i = 0; i < report->conflicts->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (report->conflicts, i));
  for (guint i = 0; i < report->left_out->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (report->left_out, i));
}

/* A file of which nothing came. A script that reads the objects learns of it, too. */
static int
fail_file (CutCli       *cli,
           const char   *shown,
           const GError *error)
{
  g_autoptr (CutImportReport) nothing = g_new0 (CutImportReport, 1);

  cut_cli_report (cli, shown, error);
  if (!cli->json)
    return CUT_EXIT_FAULT;
  nothing->failed = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (nothing->failed, strstr (error->message, shown) != NULL ? g_strdup (error->message)
                                                                          : g_strdup_printf ("%s: %s", shown, error->message));
  print_import (cli, nothing, NULL);
  return CUT_EXIT_FAULT;
}

/* A file with an article a line: how large notebooks are made. */

/* The last line, also without --json: what a script that feeds lines wants to know. */
static void
print_lines (CutImportReport *report,
             gint64           start)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const char *clips = cut_kind_get_plural (CUT_KIND_CLIP);

  json_object_set_int_member (object, "read", report->lines);
  json_object_set_int_member (object, "stored", GPOINTER_TO_UINT (g_hash_table_lookup (report->added, clips)));
  json_object_set_int_member (object, "updated", GPOINTER_TO_UINT (g_hash_table_lookup (report->changed, clips)));
  json_object_set_int_member (object, "failed", report->n_bad_lines);
  json_object_set_double_member (object, "seconds", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  cut_output_object (object);
}

typedef struct
{
  CutMeter *meter;
  const char *path;
  guint n_problems;
} Lines;

static void
problem_cb (const char *sentence,
            gpointer    data)
{
  Lines *lines = data;

  lines->n_problems++;
  cut_meter_lock (lines->meter);
  g_printerr ("cuttings import: %s: %s\n", lines->path, sentence);
  cut_meter_unlock (lines->meter);
}

static void
progress_cb (const char *message,
             guint       n_lines,
             double      fraction,
             gpointer    data)
{
  cut_meter_set (((Lines *) data)->meter, message, n_lines, fraction);
}

/* Partly done is what left something out, or ended early, and has something all the same. */
static int
status_of_lines (const CutImportReport *report,
                 guint                  n_problems)
{
  if (n_problems == 0 && report->stopped == NULL)
    return CUT_EXIT_DONE;
  return report->lines > report->n_bad_lines ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}

static int
import_lines (CutCli     *cli,
              const char *path,
              gboolean    dry_run,
              gboolean    strict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutMeter) meter = cut_meter_new (cli);
  Lines lines = { meter, path, 0 };
  CutLinesOptions options = { dry_run, strict, problem_cb, progress_cb, &lines };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CutImportReport) report = NULL;

  report = cut_notebook_import_lines (cli->notebook, path, &options, cut_meter_get_cancellable (meter), &error);
  cut_meter_lock (meter);
  if (report != NULL && report->stopped != NULL)
    g_printerr ("cuttings import: %s: %s\n", path, report->stopped);
  if (report != NULL)
    print_import (cli, report, NULL);
  if (report != NULL)
    print_lines (report, start);
  else
    fail_file (cli, path, error);
  cut_meter_unlock (meter);
  return report != NULL ? status_of_lines (report, lines.n_problems) : CUT_EXIT_FAULT;
}

/* @path: where it is; @shown: what the user calls it. Returns: how it went, as the exit status of it alone */
static int
import_one (CutCli     *cli,
            const char *path,
            const char *shown,
            const char *format,
            gboolean    dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutProgress) progress = cut_progress_new ();
  g_autoptr (CutImportReport) report = cut_notebook_import (cli->notebook, path, format, dry_run, progress, &error);
  g_autofree char *signature = NULL;

  if (report == NULL)
    {
      error->message = cut_opened_rename (error->message, path, shown);
      return fail_file (cli, shown, error);
    }
  signature = report->format == NULL ? cut_bundle_describe_signature (path, NULL) : NULL;
  print_import (cli, report, signature);
  for (guint i = 0; i < report->failed->len; i++)
    g_printerr ("cuttings import: %s: %s\n", shown, (char *) g_ptr_array_index (report->failed, i));
  if (report->failed->len == 0)
    return CUT_EXIT_DONE;
  /* Of another program's file what could be read is worth having. */
  return report->format != NULL ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}

/* What is encrypted is a bundle; it is opened in memory. */
static int
import_encrypted (CutCli     *cli,
                  const char *path,
                  const char *passphrase_file,
                  gboolean    dry_run)
{
  g_autoptr (GError) error = NULL;
  int fd = cut_decrypted_open (path, passphrase_file, &error);
  g_autofree char *plain = fd >= 0 ? g_strdup_printf ("/proc/self/fd/%d", fd) : NULL;
  int status;

  if (fd < 0)
    return fail_file (cli, path, error);
  status = import_one (cli, plain, path, "bundle", dry_run);
  close (fd);
  return status;
}

static char *
describe_formats (void)
{
  g_autofree const char **words = cut_imports_get_formats ();
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  /* Translators: a list of words that stand for kinds of files */
  return g_strdup_printf (_("Of what kind the file is (auto finds out): bundle, ftm, ndjson, %s"), list);
}

static gboolean
is_format (const char *word)
{
  static const char *const own[] = { "auto", "bundle", "ftm", "ndjson", NULL };
  g_autofree const char **others = cut_imports_get_formats ();

  return g_strv_contains (own, word) || g_strv_contains (others, word);
}

static int
import_any (CutCli     *cli,
            const char *path,
            const char *format,
            const char *passphrase_file,
            gboolean    dry_run,
            gboolean    strict)
{
  if (cut_notebook_reads_lines (path, format))
    return import_lines (cli, path, dry_run, strict);
  if (cut_pgp_is_encrypted (path))
    return import_encrypted (cli, path, passphrase_file, dry_run);
  return import_one (cli, path, path, format, dry_run);
}

int
cut_command_import (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) paths = NULL;
  g_autofree char *passphrase_file = NULL;
  gboolean dry_run = FALSE;
  gboolean strict = FALSE;
  guint failed = 0;
  guint partly = 0;
  guint n = 0;
  g_autofree char *kinds = describe_formats ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, kinds, N_ ("FORMAT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would change"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_ ("Stop at the first line of an ndjson file that is bad"), NULL },
    { "bundle-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Where the passphrase of an encrypted bundle stands; - is standard input"), N_ ("FILE") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &paths))
    return CUT_EXIT_USAGE;
  if (paths[0] == NULL)
    return cut_cli_usage (cli, _("name the files to import"));
  if (format != NULL && !is_format (format))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” is no format that Cuttings reads; “cuttings help import” names them"), format);

      return cut_cli_usage (cli, sentence);
    }
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  for (; paths[n] != NULL; n++)
    {
      int status = import_any (cli, paths[n], format, passphrase_file, dry_run, strict);

      failed += status == CUT_EXIT_FAULT;
      partly += status == CUT_EXIT_PARTLY;
    }
  if (failed + partly == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
