/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-attribute.h"
#include "cut-command.h"
#include "cut-index.h"
#include "cut-input.h"
#include "cut-language-guess.h"
#include "cut-language.h"
#include "cut-output.h"
#include "cut-vocab.h"

static JsonArray *
make_pair (const CutStretch *stretch)
{
  JsonArray *pair = json_array_sized_new (2);

  json_array_add_int_element (pair, stretch->start);
  json_array_add_int_element (pair, stretch->end);
  return pair;
}

static void
set_stretch (JsonObject       *object,
             const char       *name,
             const CutStretch *stretch)
{
  if (cut_stretch_is_empty (stretch))
    json_object_set_null_member (object, name);
  else
    json_object_set_array_member (object, name, make_pair (stretch));
}

static void
set_stretches (JsonObject       *object,
               const char       *name,
               const CutStretch *stretches,
               guint             n)
{
  JsonArray *array = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    json_array_add_array_element (array, make_pair (&stretches[i]));
  json_object_set_array_member (object, name, array);
}

static JsonObject *
describe (const CutProposedAttribution *proposal)
{
  JsonObject *object = json_object_new ();

  set_stretch (object, "source", &proposal->source);
  set_stretch (object, "cue", &proposal->cue);
  set_stretch (object, "content", &proposal->content);
  set_stretches (object, "parts", proposal->parts, proposal->n_parts);
  cut_output_set (object, "kind", proposal->form);
  json_object_set_boolean_member (object, "anonymous", proposal->anonymous);
  cut_output_set (object, "terms", proposal->terms);
  cut_output_set (object, "stance", proposal->stance);
  set_stretch (object, "condition", &proposal->condition);
  set_stretch (object, "hedge", &proposal->hedge);
  cut_output_set (object, "channel", proposal->channel);
  set_stretches (object, "via", proposal->via, proposal->n_via);
  set_stretch (object, "said_at", &proposal->said_at);
  set_stretch (object, "speaker", &proposal->speaker);
  return object;
}

static void
print_span (const CutIndex   *index,
            const CutStretch *stretch,
            const char       *before,
            const char       *behind)
{
  g_autofree char *words = cut_index_slice (index, stretch->start, stretch->end);

  g_print ("%s%s%s", before, g_strdelimit (words, "\n", ' '), behind);
}

static void
print_proposal (const CutIndex               *index,
                const CutProposedAttribution *proposal)
{
  if (cut_stretch_is_empty (&proposal->source))
    g_print ("?");
  else
    print_span (index, &proposal->source, "", "");
  if (!cut_stretch_is_empty (&proposal->speaker))
    print_span (index, &proposal->speaker, " (", ")");
  for (guint i = 0; i < proposal->n_via; i++)
    print_span (index, &proposal->via[i], " > ", "");
  g_print (" · %s · %s", cut_vocab_get_label (CUT_VOCAB_STANCE, proposal->stance), cut_vocab_get_label (CUT_VOCAB_FORM, proposal->form));
  if (proposal->terms != NULL)
    g_print (" · %s", cut_vocab_get_label (CUT_VOCAB_TERMS, proposal->terms));
  g_print ("\n");
  for (guint i = 0; i < proposal->n_parts; i++)
    print_span (index, &proposal->parts[i], "    ", "\n");
}

static gboolean
attribute_one (CutCli     *cli,
               const char *path,
               const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cut_input_read_text (path, &error);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (CutIndex) index = NULL;

  if (text != NULL)
    proposals = cut_attribute (text, language != NULL ? language : cut_language_guess (text), NULL);
  cut_output_set (object, "file", path);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    json_array_add_object_element (array, describe (g_ptr_array_index (proposals, i)));
  if (error != NULL)
    {
      cut_output_set (object, "error", error->message);
      cut_cli_report (cli, path, error);
    }
  else
    json_object_set_array_member (object, "attributions", g_steal_pointer (&array));
  if (cli->json)
    cut_output_object (object);
  else if (proposals != NULL)
    {
      index = cut_index_new (text);
      for (guint i = 0; i < proposals->len; i++)
        print_proposal (index, g_ptr_array_index (proposals, i));
    }
  return error == NULL;
}

int
cut_command_attribute (CutCli  *cli,
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
  if (language != NULL && !cut_language_is_known (language))
    return cut_cli_usage (cli, _("there are no word lists for this language: en and de are known"));
  for (; files[n] != NULL; n++)
    failed += !attribute_one (cli, files[n], language);
  if (failed == 0)
    return CUT_EXIT_DONE;
  return failed < n ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
