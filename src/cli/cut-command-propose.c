/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-name-proposal.h"
#include "cut-output.h"
#include "cut-proposal.h"

typedef struct
{
  gboolean names;
  char *accept;
  char *dismiss;
} Choice;

static void
choice_clear (Choice *self)
{
  g_free (self->accept);
  g_free (self->dismiss);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

/* Names parted by "; ". */
static JsonArray *
names_to_json (const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", "; ", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    json_array_add_string_element (array, parts[i]);
  return array;
}

static JsonArray *
span_to_json (guint start,
              guint end)
{
  JsonArray *array = json_array_new ();

  json_array_add_int_element (array, start);
  json_array_add_int_element (array, end);
  return array;
}

static void
print_json (const CutProposal *proposal,
            guint              number)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "number", number);
  cut_output_set (object, "kind", proposal->kind);
  json_object_set_array_member (object, "span", span_to_json (proposal->start, proposal->end));
  cut_output_set (object, "text", proposal->words);
  json_object_set_array_member (object, "sources", names_to_json (proposal->source));
  json_object_set_boolean_member (object, "named", proposal->named);
  json_object_set_array_member (object, "via", names_to_json (proposal->via));
  cut_output_set (object, "stance", proposal->stance);
  cut_output_set (object, "terms", proposal->terms);
  cut_output_set (object, "form", proposal->form);
  cut_output_set (object, "hedge", proposal->hedge);
  cut_output_set_date (object, "said_at", proposal->said_at);
  cut_output_set_date (object, "date", proposal->date);
  cut_output_set (object, "about", proposal->about);
  json_object_set_boolean_member (object, "presumed", proposal->presumed);
  cut_output_object (object);
}

static void
print_text (const CutProposal *proposal,
            guint              number)
{
  if (proposal->stance == NULL)
    {
      /* Translators: number of the proposal; its kind, as "Date"; the date, or nothing; what happened then, or the headline */
      g_print (_("%u  %s %s: %s"), number, cut_vocab_get_label (CUT_VOCAB_PROPOSAL, proposal->kind),
               proposal->date != NULL ? cut_date_get_value (proposal->date) : "", proposal->words);
      g_print ("\n");
      return;
    }
  /* Translators: number of the proposal; who says it; how, as "denies"; what */
  g_print (_("%u  %s %s: %s"), number, proposal->source != NULL ? proposal->source : _("Nobody named"),
           cut_vocab_get_label (CUT_VOCAB_STANCE, proposal->stance), proposal->words);
  if (proposal->via != NULL)
    /* Translators: outlets */
    g_print (_(" (via %s)"), proposal->via);
  g_print ("\n");
}

static gboolean
is_chosen (const char *list,
           guint       number)
{
  g_auto (GStrv) numbers = g_strsplit (list != NULL ? list : "", ",", -1);
  g_autofree char *wanted = g_strdup_printf ("%u", number);

  return g_strcmp0 (list, "all") == 0 || g_strv_contains ((const char *const *) numbers, wanted);
}

/* A number that no proposal has is a mistake, and nothing is done then. */
static gboolean
check_numbers (const char  *list,
               guint        n,
               GError     **error)
{
  g_auto (GStrv) numbers = g_strsplit (list != NULL ? list : "", ",", -1);

  for (guint i = 0; list != NULL && g_strcmp0 (list, "all") != 0 && numbers[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (numbers[i], 10, 1, MAX (n, 1), NULL, NULL) || n == 0)
      {
        g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no proposal “%s”; there are %u"), numbers[i], n);
        return FALSE;
      }
  return TRUE;
}

static gboolean
print_mark (CutCli      *cli,
            const char  *id,
            GError     **error)
{
  g_autoptr (CutRecord) record = cut_notebook_get (cli->notebook, id, error);

  if (record != NULL)
    cut_output_record (record, cli->json);
  return record != NULL;
}

static gboolean
handle (CutCli             *cli,
        CutReading         *reading,
        const CutProposal  *proposal,
        guint               number,
        const Choice       *choice,
        GError            **error)
{
  g_autoptr (CutReading) now = NULL;
  g_autofree char *id = NULL;

  if (is_chosen (choice->dismiss, number))
    return cut_notebook_commit (cli->notebook, cut_proposal_dismiss (proposal, reading), NULL, error);
  if (is_chosen (choice->accept, number))
    {
      /* What was accepted before may have made the claim that this one is about. */
      now = cut_notebook_read (cli->notebook, cut_record_get_id (reading->capture), error);
      id = now != NULL ? cut_notebook_accept (cli->notebook, now, proposal, NULL, error) : NULL;
      return id != NULL && print_mark (cli, id, error);
    }
  if (choice->accept != NULL || choice->dismiss != NULL)
    return TRUE;
  if (cli->json)
    print_json (proposal, number);
  else
    print_text (proposal, number);
  return TRUE;
}

static gboolean
propose (CutCli        *cli,
         const Choice  *choice,
         const char    *id,
         GError       **error)
{
  g_autoptr (CutRecord) record = cut_notebook_get (cli->notebook, id, error);
  g_autoptr (CutReading) reading = record != NULL ? cut_notebook_read (cli->notebook, cut_record_get_id (record), error) : NULL;
  g_autoptr (GPtrArray) proposals = reading != NULL ? cut_notebook_propose (cli->notebook, reading, NULL, error) : NULL;

  if (proposals == NULL || !check_numbers (choice->accept, proposals->len, error)
      || !check_numbers (choice->dismiss, proposals->len, error))
    return FALSE;
  for (guint i = 0; i < proposals->len; i++)
    if (!handle (cli, reading, g_ptr_array_index (proposals, i), i + 1, choice, error))
      return FALSE;
  return TRUE;
}

/* Names. */

static void
print_name_json (const CutNameProposal *proposal,
                 guint                  number)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *spans = json_array_new ();

  for (guint i = 0; i < proposal->spans->len; i++)
    {
      const CutStretch *span = &g_array_index (proposal->spans, CutStretch, i);

      json_array_add_array_element (spans, span_to_json (span->start, span->end));
    }
  json_object_set_int_member (object, "number", number);
  cut_output_set (object, "name", proposal->name);
  cut_output_set (object, "schema", proposal->schema);
  json_object_set_array_member (object, "spans", spans);
  cut_output_set (object, "known", proposal->known);
  cut_output_object (object);
}

static void
print_name (const CutNameProposal *proposal,
            guint                  number)
{
  /* Translators: number of the proposal; a name; what kind of entity; how often it stands in the text */
  g_print (ngettext ("%u  %s (%s), %u passage", "%u  %s (%s), %u passages", proposal->spans->len), number, proposal->name,
           cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, proposal->schema), proposal->spans->len);
  if (proposal->known_name != NULL)
    /* Translators: %s is the name of an entity of the notebook */
    g_print (_(": known as %s"), proposal->known_name);
  g_print ("\n");
}

static gboolean
dismiss_names (CutCli        *cli,
               CutReading    *reading,
               GPtrArray     *proposals,
               const Choice  *choice,
               GError       **error)
{
  for (guint i = 0; i < proposals->len; i++)
    if (is_chosen (choice->dismiss, i + 1)
        && !cut_notebook_commit (cli->notebook, cut_name_proposal_dismiss (g_ptr_array_index (proposals, i), reading), NULL, error))
      return FALSE;
  return TRUE;
}

/* All that are chosen are one act. */
static gboolean
accept_names (CutCli        *cli,
              CutReading    *reading,
              GPtrArray     *proposals,
              const Choice  *choice,
              GError       **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < proposals->len; i++)
    if (is_chosen (choice->accept, i + 1) && !is_chosen (choice->dismiss, i + 1))
      g_ptr_array_add (chosen, g_ptr_array_index (proposals, i));
  if (chosen->len == 0)
    return TRUE;
  ids = cut_notebook_accept_names (cli->notebook, reading, chosen, NULL, error);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!print_mark (cli, ids[i], error))
      return FALSE;
  return ids != NULL;
}

static gboolean
propose_names (CutCli        *cli,
               const Choice  *choice,
               const char    *id,
               GError       **error)
{
  g_autoptr (CutRecord) record = cut_notebook_get (cli->notebook, id, error);
  g_autoptr (CutReading) reading = record != NULL ? cut_notebook_read (cli->notebook, cut_record_get_id (record), error) : NULL;
  g_autoptr (GPtrArray) proposals = reading != NULL ? cut_notebook_propose_names (cli->notebook, reading, NULL, error) : NULL;

  if (proposals == NULL || !check_numbers (choice->accept, proposals->len, error)
      || !check_numbers (choice->dismiss, proposals->len, error))
    return FALSE;
  if (choice->accept != NULL || choice->dismiss != NULL)
    return dismiss_names (cli, reading, proposals, choice, error) && accept_names (cli, reading, proposals, choice, error);
  for (guint i = 0; i < proposals->len; i++)
    if (cli->json)
      print_name_json (g_ptr_array_index (proposals, i), i + 1);
    else
      print_name (g_ptr_array_index (proposals, i), i + 1);
  return TRUE;
}

int
cut_command_propose (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  g_auto (Choice) self = { 0 };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_NONE, &self.names, N_ ("The names in the text, instead of who says what"), NULL },
    { "accept", 0, 0, G_OPTION_ARG_STRING, &self.accept, N_ ("Take these proposals: numbers parted by commas, or “all”"), N_ ("N,…") },
    { "dismiss", 0, 0, G_OPTION_ARG_STRING, &self.dismiss, N_ ("Never propose these for this text again"), N_ ("N,…") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL || words[1] != NULL)
    return cut_cli_usage (cli, _("name one clip by its id"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (self.names ? propose_names (cli, &self, words[0], &error) : propose (cli, &self, words[0], &error))
    return CUT_EXIT_DONE;
  return cut_cli_fail (cli, error);
}
