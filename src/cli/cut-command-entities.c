/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-input.h"
#include "cut-language-guess.h"
#include "cut-names.h"
#include "cut-output.h"
#include "cut-plain-counted.h"
#include "cut-vocab.h"

static JsonObject *
describe (const CutNames        *names,
          const CutProposedName *name)
{
  const CutNameGroup *group = g_ptr_array_index (names->groups, name->group);
  JsonObject *object = json_object_new ();
  JsonArray *span = json_array_sized_new (2);

  json_array_add_int_element (span, name->span.start);
  json_array_add_int_element (span, name->span.end);
  json_object_set_array_member (object, "span", span);
  cut_output_set (object, "type", name->type);
  json_object_set_int_member (object, "group", name->group);
  cut_output_set (object, "name", group->name);
  cut_output_set (object, "schema", group->schema);
  return object;
}

static const char *
get_label (const char *type)
{
  if (g_str_equal (type, "person"))
    return C_("name", "person");
  if (g_str_equal (type, "organization"))
    return C_("name", "organisation");
  return g_str_equal (type, "place") ? C_("name", "place") : C_("name", "other");
}

static void
print_names (const CutNames *names)
{
  for (guint i = 0; i < names->groups->len; i++)
    {
      const CutNameGroup *group = g_ptr_array_index (names->groups, i);

      g_print ("%s · %s · %u\n", group->name, get_label (group->type), group->n);
    }
}

static gboolean
find_in (CutCli     *cli,
         const char *path,
         const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cut_input_read_text (path, &error);
  g_autofree char *counted = text != NULL ? cut_plain_counted (text) : NULL;
  g_autoptr (CutNames) names = NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonArray) array = json_array_new ();

  if (counted != NULL)
    names = cut_names_find (counted, language != NULL ? language : cut_language_guess (counted), NULL);
  cut_output_set (object, "file", path);
  for (guint i = 0; names != NULL && i < names->names->len; i++)
    json_array_add_object_element (array, describe (names, &g_array_index (names->names, CutProposedName, i)));
  if (error != NULL)
    {
      cut_output_set (object, "error", error->message);
      cut_cli_report (cli, path, error);
    }
  else
    json_object_set_array_member (object, "entities", g_steal_pointer (&array));
  if (cli->json)
    cut_output_object (object);
  else if (names != NULL)
    print_names (names);
  return error == NULL;
}

int
cut_command_entities (CutCli  *cli,
                      int      argc,
                      char   **argv)
{
  g_autofree char *language = NULL;
  g_auto (GStrv) files = NULL;
  guint failed = 0;
  guint n = 0;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The language of the texts (it is guessed else)"), N_ ("LANGUAGE") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &files))
    return CUT_EXIT_USAGE;
  if (files[0] == NULL)
    return cut_cli_usage (cli, _("name the files to read"));
  for (; files[n] != NULL; n++)
    failed += !find_in (cli, files[n], language);
  if (failed == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
