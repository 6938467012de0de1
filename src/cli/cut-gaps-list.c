/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-gaps-list.h"

#include "cut-check-list.h"
#include "cut-command.h"
#include "cut-notebook-standing.h"
#include "cut-output.h"

static void
print_json (const CutCheckItem *item)
{
  g_autoptr (JsonObject) object = cut_gap_to_json (item->gap);

  cut_output_set (object, "text", item->standing->text);
  json_object_set_int_member (object, "n_claims", item->n_claims);
  cut_output_object (object);
}

static void
print_words (const CutCheckItem *item)
{
  g_print ("%s  %s (%s)\n    %s\n", item->standing->id, item->gap->words, cut_urgency_get_label (item->gap->urgency), item->standing->text);
}

int
cut_gaps_list_print (CutCli     *cli,
                     const char *story)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = story != NULL ? cut_cli_resolve (cli, CUT_KIND_STORY, story, &error) : NULL;
  g_autoptr (GPtrArray) standings = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (story == NULL || id != NULL)
    standings = cut_notebook_claim_standings (cli->notebook, id, NULL, &error);
  if (standings == NULL)
    return cut_cli_fail (cli, error);
  items = cut_check_list_make (standings);
  for (guint i = 0; i < items->len; i++)
    if (cli->json)
      print_json (g_ptr_array_index (items, i));
    else
      print_words (g_ptr_array_index (items, i));
  return CUT_EXIT_DONE;
}
