/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-versions.h"

#include <glib/gi18n-lib.h>

#include "cut-capture.h"
#include "cut-output.h"

void
cut_versions_set (JsonObject       *object,
                  const CutVersion *version)
{
  JsonObject *changed;

  json_object_set_boolean_member (object, "shown", version->shown);
  if (version->change == CUT_VERSION_FIRST)
    {
      json_object_set_null_member (object, "changed");
      return;
    }
  changed = json_object_new ();
  cut_output_set (changed, "text", cut_version_change_to_word (version->change));
  json_object_set_int_member (changed, "words_added", version->words_added);
  json_object_set_int_member (changed, "words_removed", version->words_removed);
  json_object_set_boolean_member (changed, "headline", version->other_headline);
  json_object_set_object_member (object, "changed", changed);
}

static void
print_version (CutCli           *cli,
               const CutVersion *version)
{
  CutCapture *capture = CUT_CAPTURE (version->capture);
  const char *verdict = cut_capture_get_verdict (capture);
  g_autofree char *change = cut_version_describe (version);
  g_autofree char *time = cut_time_format (cut_capture_get_fetched_at (capture));
  g_autoptr (JsonObject) object = NULL;

  if (!cli->json)
    {
      g_print ("%s  %s  %.12s  %s%s%s%s\n", cut_record_get_id (version->capture), time != NULL ? time : "", cut_capture_get_sha256 (capture),
               change, verdict != NULL ? "; " : "", verdict != NULL ? cut_vocab_get_label (CUT_VOCAB_VERDICT, verdict) : "",
               version->shown ? " *" : "");
      return;
    }
  object = cut_record_to_json (version->capture, CUT_JSON_PLAIN);
  json_object_set_string_member (object, "object", "capture");
  cut_versions_set (object, version);
  cut_output_object (object);
}

int
cut_versions_print (CutCli     *cli,
                    const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = cut_notebook_captures (cli->notebook, id, NULL, &error);

  if (versions == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < versions->len; i++)
    print_version (cli, g_ptr_array_index (versions, i));
  return CUT_EXIT_DONE;
}

CutVersion *
cut_versions_find (CutCli    *cli,
                   CutRecord *capture)
{
  g_autoptr (GPtrArray) versions = NULL;

  versions = cut_notebook_captures (cli->notebook, cut_capture_get_clip (CUT_CAPTURE (capture)), NULL, NULL);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const CutVersion *version = g_ptr_array_index (versions, i);

      if (g_str_equal (cut_record_get_id (version->capture), cut_record_get_id (capture)))
        return g_ptr_array_steal_index (versions, i);
    }
  return NULL;
}

JsonObject *
cut_versions_standing_to_json (const CutStanding *standing)
{
  JsonObject *object = json_object_new ();
  gboolean somewhere = standing->end > standing->start;

  cut_output_set (object, "annotation", standing->annotation);
  cut_output_set (object, "capture", standing->capture);
  cut_output_set (object, "status", standing->status);
  if (somewhere)
    {
      json_object_set_int_member (object, "start", standing->start);
      json_object_set_int_member (object, "end", standing->end);
    }
  else
    {
      json_object_set_null_member (object, "start");
      json_object_set_null_member (object, "end");
    }
  json_object_set_double_member (object, "score", standing->score);
  cut_output_set (object, "placement", standing->placement != NULL ? cut_record_get_id (standing->placement) : NULL);
  cut_output_set (object, "confirmed_by",
                  standing->placement != NULL ? cut_record_get_string (standing->placement, CUT_RECORD_CONTRIBUTOR) : NULL);
  return object;
}

void
cut_versions_set_places (CutCli     *cli,
                         JsonObject *object,
                         CutRecord  *annotation)
{
  g_autoptr (GPtrArray) standings = cut_notebook_standings (cli->notebook, cut_record_get_id (annotation), NULL, NULL);
  JsonArray *array = json_array_new ();

  for (guint i = 0; standings != NULL && i < standings->len; i++)
    json_array_add_object_element (array, cut_versions_standing_to_json (g_ptr_array_index (standings, i)));
  json_object_set_array_member (object, "places", array);
}

void
cut_versions_print_places (CutCli    *cli,
                           CutRecord *annotation)
{
  g_autoptr (GPtrArray) standings = cut_notebook_standings (cli->notebook, cut_record_get_id (annotation), NULL, NULL);

  if (standings != NULL && standings->len > 0)
    g_print ("\nplaces\n");
  for (guint i = 0; standings != NULL && i < standings->len; i++)
    {
      const CutStanding *standing = g_ptr_array_index (standings, i);

      g_print ("%s  %u–%u  %s%s\n", standing->capture, standing->start, standing->end,
               cut_vocab_get_label (CUT_VOCAB_PLACE_STATUS, standing->status),
               standing->placement != NULL ? _(" (confirmed)") : "");
    }
}
