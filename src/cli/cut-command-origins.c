/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-notebook-standing.h"
#include "cut-output.h"

static JsonArray *
origins_to_json (const CutOrigins *origins)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < origins->origins->len; i++)
    {
      const CutOrigin *origin = g_ptr_array_index (origins->origins, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "number", origin->number);
      cut_output_set (object, "kind", cut_origin_kind_to_word (origin->kind));
      cut_output_set (object, "label", origin->label);
      cut_output_set (object, "id", origin->id);
      json_object_set_boolean_member (object, "denies", i >= origins->n_asserting);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
contradictions_to_json (GPtrArray *contradictions)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < contradictions->len; i++)
    {
      const CutContradiction *contradiction = g_ptr_array_index (contradictions, i);
      JsonObject *object = json_object_new ();

      cut_output_set (object, "kind", cut_contradiction_kind_to_word (contradiction->kind));
      cut_output_set (object, "words", contradiction->words);
      cut_output_set (object, "for", contradiction->for_it);
      cut_output_set (object, "against", contradiction->against);
      cut_output_set (object, "source", contradiction->source);
      cut_output_set (object, "claim", contradiction->claim);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
gaps_to_json (GPtrArray *gaps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < gaps->len; i++)
    json_array_add_object_element (array, cut_gap_to_json (g_ptr_array_index (gaps, i)));
  return array;
}

static void
print_json (CutClaimDetail *detail)
{
  g_autoptr (JsonObject) object = json_object_new ();

  cut_output_set (object, "claim", cut_record_get_id (detail->claim));
  cut_output_set (object, "text", detail->standing->text);
  json_object_set_int_member (object, "low", detail->origins->low);
  json_object_set_int_member (object, "high", detail->origins->high);
  json_object_set_int_member (object, "denials", detail->origins->denials);
  json_object_set_object_member (object, "tree", cut_node_to_json (detail->tree));
  json_object_set_array_member (object, "origins", origins_to_json (detail->origins));
  json_object_set_array_member (object, "contradictions", contradictions_to_json (detail->standing->contradictions));
  json_object_set_array_member (object, "gaps", gaps_to_json (detail->standing->gaps));
  cut_output_object (object);
}

static void
print_indented (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_print ("    %s\n", lines[i]);
}

static void
print_words (CutClaimDetail *detail)
{
  g_autofree char *count = cut_origins_format (detail->origins);
  g_autofree char *chains = cut_node_describe (detail->tree);
  GPtrArray *contradictions = detail->standing->contradictions;
  GPtrArray *gaps = detail->standing->gaps;

  g_print ("%s  %s\n    %s\n", cut_record_get_id (detail->claim), detail->standing->text, count);
  print_indented (chains);
  for (guint i = 0; i < contradictions->len; i++)
    print_indented (((const CutContradiction *) g_ptr_array_index (contradictions, i))->words);
  for (guint i = 0; i < gaps->len; i++)
    {
      const CutGap *gap = g_ptr_array_index (gaps, i);

      g_print ("  ! %s (%s)\n", gap->words, cut_urgency_get_label (gap->urgency));
    }
}

int
cut_command_origins (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  g_auto (GStrv) words = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL)
    return cut_cli_usage (cli, _("name the claim by its id or the first characters of it"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutClaimDetail) detail = NULL;

      /* Whether two texts are the same wire story counts, so that is known first. */
      if (i == 0 && !cut_notebook_compare_texts (cli->notebook, NULL, &error))
        return cut_cli_fail (cli, error);
      detail = cut_notebook_claim_detail (cli->notebook, words[i], NULL, &error);
      if (detail == NULL)
        return cut_cli_fail (cli, error);
      if (cli->json)
        print_json (detail);
      else
        print_words (detail);
    }
  return CUT_EXIT_DONE;
}
