/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-change.h"
#include "cut-command.h"
#include "cut-error.h"
#include "cut-meter.h"
#include "cut-notebook-purge.h"
#include "cut-output.h"

static void
print_report (CutCli         *cli,
              CutPurgeReport *report,
              gboolean        dry_run)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (cli->json)
    {
      cut_output_set_counts (object, "purged", report->purged);
      cut_output_set_counts (object, "along", report->along);
      cut_output_set_list (object, "kept", report->kept);
      json_object_set_boolean_member (object, "wiped", report->wiped);
      cut_output_object (object);
      return;
    }
  cut_output_print_counts (dry_run ? _("Would be deleted for good:") : _("Deleted for good:"), report->purged);
  cut_output_print_counts (_("Along with it:"), report->along);
  for (guint i = 0; i < report->kept->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (report->kept, i));
}

static int
status_of (CutPurgeReport *report)
{
  if (report->kept->len == 0)
    return CUT_EXIT_DONE;
  return cut_purge_report_count (report) > 0 ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}

static void
cancel_cb (GCancellable *cancellable,
           gpointer      data)
{
  g_cancellable_cancel (data);
}

/* With Ctrl+C as for whatever takes long. */
static CutPurgeReport *
purge (CutCli             *cli,
       const char *const  *ids,
       gboolean            dry_run,
       GError            **error)
{
  g_autoptr (CutMeter) meter = cut_meter_new (cli);
  g_autoptr (CutProgress) progress = cut_progress_new ();
  gulong handler = g_cancellable_connect (cut_meter_get_cancellable (meter), G_CALLBACK (cancel_cb),
                                          g_object_ref (cut_progress_get_cancellable (progress)), g_object_unref);
  CutPurgeReport *report = cut_notebook_purge (cli->notebook, ids, dry_run, progress, error);

  g_cancellable_disconnect (cut_meter_get_cancellable (meter), handler);
  return report;
}

static char **
find_ids (CutCli  *cli,
          char   **words,
          GError **error)
{
  g_autoptr (GPtrArray) records = cut_change_get_all (cli, words, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_strv_builder_add (ids, cut_record_get_id (g_ptr_array_index (records, i)));
  return records != NULL ? g_strv_builder_end (ids) : NULL;
}

static int
fail (CutCli       *cli,
      const GError *error)
{
  int status = cut_cli_fail (cli, error);

  if (g_error_matches (error, CUT_ERROR, CUT_ERROR_REFUSED))
    g_printerr ("%s\n", _("“cuttings delete ID” moves an object to the Trash; nothing was deleted for good."));
  return status;
}

int
cut_command_purge (CutCli  *cli,
                   int      argc,
                   char   **argv)
{
  gboolean trash = FALSE, dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "trash", 't', 0, G_OPTION_ARG_NONE, &trash, N_ ("Everything in the Trash"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Only say what would be deleted and what would stay"), NULL },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (CutPurgeReport) report = NULL;
  g_autoptr (GError) error = NULL;

  cli->note = _("It cannot be undone. What hangs on an object goes along: with a clip its captures, marks and attributions, with a claim its checks and "
                "enquiries. What objects in use rest on is kept, and named. Backups and bundles that were made before hold what they held.");
  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  if (trash == (words[0] != NULL))
    return cut_cli_usage (cli, _("name objects in the Trash by their ids, or say --trash for all of it"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  ids = !trash ? find_ids (cli, words, &error) : NULL;
  report = error == NULL ? purge (cli, (const char *const *) ids, dry_run, &error) : NULL;
  if (report == NULL)
    return fail (cli, error);
  print_report (cli, report, dry_run);
  if (report->unwiped != NULL && !cli->quiet)
    g_printerr ("%s\n", report->unwiped);
  return status_of (report);
}

/* Giving back space, and what takes it. */

static int
print_sizes (CutCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rooms = cut_notebook_sizes (cli->notebook, NULL, &error);
  g_autoptr (JsonObject) object = json_object_new ();
  gint64 total = 0;

  if (rooms == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < rooms->len; i++)
    {
      const CutRoom *room = &g_array_index (rooms, CutRoom, i);
      g_autofree char *size = g_format_size ((guint64) room->bytes);

      total += room->bytes;
      json_object_set_int_member (object, room->name, room->bytes);
      if (!cli->json)
        g_print ("%s\t%s\n", size, room->label);
    }
  json_object_set_int_member (object, "total", total);
  if (cli->json)
    cut_output_object (object);
  return CUT_EXIT_DONE;
}

int
cut_command_compact (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  gboolean sizes = FALSE;
  const GOptionEntry entries[] = {
    { "sizes", 's', 0, G_OPTION_ARG_NONE, &sizes, N_ ("Only say what takes the room, in bytes with --json"), NULL },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  if (!cut_cli_parse (cli, argc, argv, entries, &words) || !cut_cli_take_words (cli, words, 0))
    return CUT_EXIT_USAGE;
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (sizes)
    return print_sizes (cli);
  if (!cut_notebook_compact (cli->notebook, &error))
    return cut_cli_fail (cli, error);
  return CUT_EXIT_DONE;
}
