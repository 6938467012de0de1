/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-index.h"
#include "cut-input.h"
#include "cut-language-guess.h"
#include "cut-language.h"
#include "cut-output.h"
#include "cut-when.h"

typedef struct
{
  CutCli *cli;
  CutDate *published; /* (nullable) */
  const char *language;
} Run;

static JsonObject *
describe (const CutProposedDate *proposal)
{
  JsonObject *object = json_object_new ();
  JsonArray *span = json_array_sized_new (2);
  CutDatePrecision precision = proposal->date != NULL ? cut_date_get_precision (proposal->date) : CUT_DATE_UNKNOWN;

  json_array_add_int_element (span, proposal->span.start);
  json_array_add_int_element (span, proposal->span.end);
  json_object_set_array_member (object, "span", span);
  cut_output_set (object, "value", proposal->date != NULL ? cut_date_get_value (proposal->date) : NULL);
  cut_output_set (object, "precision", cut_date_precision_to_word (precision));
  return object;
}

static void
print_words (const char *text,
             GPtrArray  *dates)
{
  g_autoptr (CutIndex) index = cut_index_new (text);

  for (guint i = 0; i < dates->len; i++)
    {
      const CutProposedDate *proposal = g_ptr_array_index (dates, i);
      g_autofree char *words = cut_index_slice (index, proposal->span.start, proposal->span.end);

      g_print ("%s: %s (%s)\n", words, proposal->date != NULL ? cut_date_get_value (proposal->date) : "?",
               cut_date_precision_to_word (proposal->date != NULL ? cut_date_get_precision (proposal->date) : CUT_DATE_UNKNOWN));
    }
}

static gboolean
find_in (const Run  *run,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cut_input_read_text (path, &error);
  g_autoptr (GPtrArray) dates = NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array;

  cut_output_set (object, "file", path);
  if (text == NULL)
    {
      cut_output_set (object, "error", error->message);
      cut_cli_report (run->cli, path, error);
      if (run->cli->json)
        cut_output_object (object);
      return FALSE;
    }
  dates = cut_when_find (text, run->language != NULL ? run->language : cut_language_guess (text), run->published, NULL);
  if (!run->cli->json)
    {
      print_words (text, dates);
      return TRUE;
    }
  array = json_array_new ();
  for (guint i = 0; i < dates->len; i++)
    json_array_add_object_element (array, describe (g_ptr_array_index (dates, i)));
  json_object_set_array_member (object, "dates", array);
  cut_output_object (object);
  return TRUE;
}

int
cut_command_dates (CutCli  *cli,
                   int      argc,
                   char   **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *published = NULL;
  g_autoptr (CutDate) date = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  guint failed = 0;
  guint n = 0;
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_ ("When the texts were published; without it “Thursday” has no value"),
      N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("The language of the texts (it is guessed else)"), N_ ("LANGUAGE") },
    { NULL },
  };
  Run run = { .cli = cli };

  if (!cut_cli_parse (cli, argc, argv, entries, &files))
    return CUT_EXIT_USAGE;
  if (files[0] == NULL)
    return cut_cli_usage (cli, _("name the files to read"));
  if (language != NULL && !cut_language_is_known (language))
    return cut_cli_usage (cli, _("there are no word lists for this language: en and de are known"));
  date = published != NULL ? cut_date_new (published, CUT_DATE_UNKNOWN, "user", &error) : NULL;
  if (error != NULL)
    return cut_cli_usage (cli, error->message);
  run.published = date;
  run.language = language;
  for (; files[n] != NULL; n++)
    failed += !find_in (&run, files[n]);
  if (failed == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
