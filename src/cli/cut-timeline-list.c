/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-list.h"

#include <glib/gi18n-lib.h>

#include "cut-output.h"
#include "cut-timeline-query.h"

static void
print_json (const CutTimelineItem *item)
{
  g_autoptr (JsonObject) object = json_object_new ();

  cut_output_set_date (object, "date", item->date);
  cut_output_set_date (object, "end", item->until);
  cut_output_set (object, "precision", cut_date_precision_to_word (cut_timeline_item_get_precision (item)));
  cut_output_set (object, "kind", cut_timeline_kind_to_word (item->kind));
  cut_output_set (object, "title", item->title);
  cut_output_set (object, "who", item->who);
  cut_output_set (object, "stance", item->word);
  cut_output_set (object, "object", cut_kind_get_name (item->object));
  cut_output_set (object, "id", item->id);
  cut_output_set (object, "claim", item->claim);
  cut_output_set (object, "clip", item->clip);
  cut_output_set (object, "annotation", item->annotation);
  cut_output_set (object, "entity", item->entity);
  cut_output_object (object);
}

static void
print_words (const CutTimelineItem *item)
{
  const CutDate *date = item->date != NULL ? item->date : item->until;

  g_print ("%-10s  %-7s  %-9s  %s\n", date != NULL ? cut_date_get_value (date) : "-",
           cut_date_precision_to_word (cut_timeline_item_get_precision (item)), cut_timeline_kind_to_word (item->kind), item->title);
}

static void
print_items (CutCli    *cli,
             GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (cli->json)
      print_json (g_ptr_array_index (items, i));
    else
      print_words (g_ptr_array_index (items, i));
}

int
cut_timeline_list_print (CutCli     *cli,
                         const char *story,
                         const char *entity)
{
  g_autoptr (GError) error = NULL;
  const char *scope = story != NULL ? story : entity;
  g_autofree char *id = NULL;
  g_autoptr (CutTimeline) timeline = NULL;

  if (story != NULL && entity != NULL)
    return cut_cli_usage (cli, _("a timeline is that of a story or of an entity, not of both"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (scope != NULL)
    id = cut_cli_resolve (cli, story != NULL ? CUT_KIND_STORY : CUT_KIND_ENTITY, scope, &error);
  if (scope == NULL || id != NULL)
    timeline = cut_notebook_timeline (cli->notebook, id, NULL, &error);
  if (timeline == NULL)
    return cut_cli_fail (cli, error);
  print_items (cli, timeline->items);
  print_items (cli, timeline->undated);
  return CUT_EXIT_DONE;
}
