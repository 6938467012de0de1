/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-duplicates-list.h"

#include "cut-entity.h"
#include "cut-notebook-entities.h"
#include "cut-output.h"

static JsonObject *
entity_to_json (CutRecord *entity)
{
  JsonObject *object = json_object_new ();

  cut_output_set (object, "id", cut_record_get_id (entity));
  cut_output_set (object, "name", cut_entity_get_name (CUT_ENTITY (entity)));
  cut_output_set (object, "schema", cut_entity_get_schema (CUT_ENTITY (entity)));
  return object;
}

static void
print_json (const CutDuplicate *duplicate)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *reasons = json_array_new ();

  for (guint reason = 0; reason < CUT_N_REASONS; reason++)
    if (duplicate->likeness->reasons & (1u << reason))
      json_array_add_string_element (reasons, cut_reason_to_word ((CutReason) reason));
  json_object_set_object_member (object, "entity", entity_to_json (duplicate->entity));
  json_object_set_object_member (object, "other", entity_to_json (duplicate->other));
  json_object_set_double_member (object, "score", duplicate->likeness->score);
  json_object_set_array_member (object, "reasons", reasons);
  cut_output_object (object);
}

static void
print_words (const CutDuplicate *duplicate)
{
  g_print ("%s  %s\n%s  %s\n", cut_record_get_id (duplicate->entity), cut_entity_get_name (CUT_ENTITY (duplicate->entity)),
           cut_record_get_id (duplicate->other), cut_entity_get_name (CUT_ENTITY (duplicate->other)));
  for (guint reason = 0; reason < CUT_N_REASONS; reason++)
    if (duplicate->likeness->reasons & (1u << reason))
      g_print ("    %s\n", cut_reason_describe ((CutReason) reason));
}

int
cut_duplicates_list_print (CutCli     *cli,
                           const char *entity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = entity != NULL ? cut_cli_resolve (cli, CUT_KIND_ENTITY, entity, &error) : NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (entity == NULL || id != NULL)
    list = cut_notebook_duplicates (cli->notebook, id, NULL, &error);
  if (list == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < list->len; i++)
    if (cli->json)
      print_json (g_ptr_array_index (list, i));
    else
      print_words (g_ptr_array_index (list, i));
  return CUT_EXIT_DONE;
}
