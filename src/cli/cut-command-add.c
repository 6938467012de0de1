/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-command.h"
#include "cut-dismissed.h"
#include "cut-error.h"
#include "cut-fields.h"
#include "cut-marking.h"
#include "cut-named.h"
#include "cut-output.h"
#include "cut-properties.h"
#include "cut-quote.h"

/* Where in a clip a mark goes, and what an added claim's attribution says. */
typedef struct
{
  char *clip;
  char *quote;
  char *prefix;
  char *suffix;
  int start;
  int end;
  char *source;
  char **via;
  char *terms;
  char *stance;
  char *hedge;
  char *said_at;
} Passage;

static void
passage_clear (Passage *self)
{
  g_free (self->clip);
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->source);
  g_strfreev (self->via);
  g_free (self->terms);
  g_free (self->stance);
  g_free (self->hedge);
  g_free (self->said_at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Passage, passage_clear)

static gboolean
passage_take_offsets (const Passage  *self,
                      guint           length,
                      guint          *start,
                      guint          *end,
                      GError        **error)
{
  if (self->start < 0 || self->end <= self->start)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE,
                   _("Say which words: --quote WORDS, or --start N and --end N in code points"));
      return FALSE;
    }
  if ((guint) self->end > length)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The text of the clip ends at %u; --end %d is behind it"), length, self->end);
      return FALSE;
    }
  *start = (guint) self->start;
  *end = (guint) self->end;
  return TRUE;
}

#define MOST_SHOWN 60 /* letters of a quotation in a sentence */

static void
say_no_place (const Passage  *self,
              CutReading     *reading,
              GError        **error)
{
  g_autofree char *shown = g_utf8_substring (self->quote, 0, MIN (MOST_SHOWN, g_utf8_strlen (self->quote, -1)));

  if (strstr (reading->text, self->quote) == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND,
                 _("“%s” does not stand in the text of the clip; “cuttings show CLIP” prints it"), shown);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND,
                 _("“%s” does not stand in the text exactly once; quote more of it, or say --prefix and --suffix"), shown);
}

static gboolean
passage_find (const Passage  *self,
              CutReading     *reading,
              guint          *start,
              guint          *end,
              GError        **error)
{
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  g_autoptr (CutSelector) selector = NULL;

  if (self->quote == NULL)
    return passage_take_offsets (self, cut_index_get_length (index), start, end, error);
  selector = cut_selector_new ((guint) MAX (self->start, 0), 0, self->quote, self->prefix, self->suffix);
  if (cut_quote_find (reading->text, index, selector, self->start >= 0, start, end))
    return TRUE;
  say_no_place (self, reading, error);
  return FALSE;
}

static CutReading *
passage_read (const Passage  *self,
              CutCli         *cli,
              GError        **error)
{
  g_autoptr (CutRecord) record = NULL;

  if (self->clip == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE, _("Say which clip: --clip ID"));
      return NULL;
    }
  /* The first characters of an id will do. */
  record = cut_notebook_get (cli->notebook, self->clip, error);
  return record != NULL ? cut_notebook_read (cli->notebook, cut_record_get_id (record), error) : NULL;
}

/* Puts what was typed into the copy of @record in @act. */
static gboolean
replace_in_act (CutAct     *act,
                CutRecord  *before,
                CutRecord  *after)
{
  GPtrArray *records = cut_act_get_records (act);
  guint at;

  if (!g_ptr_array_find (records, before, &at))
    return FALSE;
  g_object_unref (g_ptr_array_index (records, at));
  g_ptr_array_index (records, at) = g_object_ref (after);
  return TRUE;
}

static gboolean
apply_in_act (CutCli     *cli,
              CutFields  *fields,
              CutAct     *act,
              CutRecord  *record,
              CutRecord **changed,
              GError    **error)
{
  *changed = cut_fields_apply (fields, cli, record, error);
  return *changed != NULL && replace_in_act (act, record, *changed);
}

static CutAct *
add_annotation (CutCli         *cli,
                CutFields      *fields,
                const Passage  *passage,
                CutRecord     **added,
                GError        **error)
{
  g_autoptr (CutReading) reading = passage_read (passage, cli, error);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutAct) act = NULL;
  guint start, end;

  if (reading == NULL || !passage_find (passage, reading, &start, &end, error))
    return NULL;
  act = cut_marking_annotate (reading, cut_vocab_get_default (CUT_VOCAB_ANNOTATION_KIND), start, end, NULL, &annotation, error);
  if (act == NULL || !apply_in_act (cli, fields, act, annotation, added, error))
    return NULL;
  return g_steal_pointer (&act);
}

static CutRecord *
resolve_id_field (CutCli      *cli,
                  CutRecord   *record,
                  const char  *field,
                  CutKind      kind,
                  const char  *text,
                  GError     **error)
{
  g_autofree char *id = text != NULL ? cut_cli_resolve (cli, kind, text, error) : NULL;

  if (text == NULL)
    return g_object_ref (record);
  return id != NULL ? cut_record_with_text (record, field, id, error) : NULL;
}

static CutRecord *
with_word (CutRecord   *record,
           const char  *field,
           const char  *text,
           GError     **error)
{
  return text != NULL ? cut_fields_with_text (record, field, text, error) : g_object_ref (record);
}

/* `--via` names sources, or clips by id, in the order the words took from the source to the clip. */
static CutRecord *
with_via (CutCli         *cli,
          CutRecord      *record,
          char          **via,
          GError        **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; via != NULL && via[i] != NULL; i++)
    {
      g_autofree char *id = cut_cli_resolve (cli, CUT_KIND_SOURCE, via[i], NULL);

      if (id == NULL)
        id = cut_cli_resolve (cli, CUT_KIND_NONE, via[i], error);
      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  return cut_record_with (record, "via", ids, NULL);
}

static CutRecord *
fill_attribution (CutCli         *cli,
                  const Passage  *passage,
                  CutRecord      *attribution,
                  GError        **error)
{
  g_autoptr (CutRecord) a = resolve_id_field (cli, attribution, "source", CUT_KIND_SOURCE, passage->source, error);
  g_autoptr (CutRecord) b = a != NULL ? with_via (cli, a, passage->via, error) : NULL;
  g_autoptr (CutRecord) c = b != NULL ? with_word (b, "terms", passage->terms, error) : NULL;
  g_autoptr (CutRecord) d = c != NULL ? with_word (c, "stance", passage->stance, error) : NULL;
  g_autoptr (CutRecord) e = d != NULL ? with_word (d, "hedge", passage->hedge, error) : NULL;

  return e != NULL ? with_word (e, "said_at", passage->said_at, error) : NULL;
}

/* A claim on words of a clip: the mark, the claim and its first attribution in one act. */
static CutAct *
add_claim_on_passage (CutCli         *cli,
                      CutFields      *fields,
                      const Passage  *passage,
                      const char     *text,
                      CutRecord     **added,
                      GError        **error)
{
  g_autoptr (CutReading) reading = passage_read (passage, cli, error);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) attribution = NULL;
  g_autoptr (CutRecord) filled = NULL;
  g_autoptr (CutAct) act = NULL;
  guint start, end;

  if (reading == NULL || !passage_find (passage, reading, &start, &end, error))
    return NULL;
  act = cut_marking_claim (reading, start, end, text, NULL, &annotation, &claim, &attribution, error);
  if (act == NULL || !apply_in_act (cli, fields, act, claim, added, error))
    return NULL;
  filled = fill_attribution (cli, passage, attribution, error);
  if (filled == NULL || !replace_in_act (act, attribution, filled))
    return NULL;
  return g_steal_pointer (&act);
}

/* A further attribution on words of a clip: the mark and the attribution. */
static CutAct *
add_attribution_on_passage (CutCli         *cli,
                            CutFields      *fields,
                            const Passage  *passage,
                            CutRecord     **added,
                            GError        **error)
{
  g_autoptr (CutReading) reading = passage_read (passage, cli, error);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) tied = NULL;
  g_autoptr (CutRecord) blank = NULL;
  g_autoptr (CutAct) act = NULL;
  guint start, end;

  if (reading == NULL || !passage_find (passage, reading, &start, &end, error))
    return NULL;
  act = cut_marking_annotate (reading, "claim", start, end, NULL, &annotation, error);
  if (act == NULL)
    return NULL;
  blank = cut_record_new (CUT_KIND_ATTRIBUTION, "annotation", cut_record_get_id (annotation), NULL);
  *added = cut_fields_apply (fields, cli, blank, error);
  if (*added == NULL)
    return NULL;
  tied = cut_record_with (annotation, "claim", cut_record_get_string (*added, CUT_ATTRIBUTION_CLAIM), NULL);
  replace_in_act (act, annotation, tied);
  cut_act_put (act, *added);
  return g_steal_pointer (&act);
}

/* Any other object: its main field may be given as the plain word behind the kind. */
static CutAct *
add_plain (CutCli               *cli,
           CutFields            *fields,
           const CutProperties  *properties,
           CutKind               kind,
           const char           *text,
           CutRecord           **added,
           GError              **error)
{
  static const char *const main_fields[] = { "title", "name", "label", "text", "question" };
  g_autoptr (CutRecord) blank = cut_record_new (kind, NULL, NULL);
  g_autoptr (CutRecord) named = NULL;
  g_autofree char *title = NULL;
  g_autoptr (CutAct) act = NULL;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (main_fields) && named == NULL; i++)
    if (cut_kind_find_field (kind, main_fields[i]) >= 0)
      named = cut_record_with_text (blank, main_fields[i], text, NULL);
  if (named != NULL && kind == CUT_KIND_SOURCE)
    {
      g_autoptr (CutRecord) bare = named;

      named = cut_record_with (bare, "named", cut_name_is_named (text), NULL);
    }
  *added = cut_fields_apply (fields, cli, named != NULL ? named : blank, error);
  if (*added != NULL && kind == CUT_KIND_DISMISSAL)
    {
      g_autoptr (CutRecord) bare = *added;

      *added = cut_dismissed_complete (bare);
    }
  if (*added == NULL || !cut_record_validate (*added, error))
    return NULL;
  title = g_strdup_printf (_("Add %s"), cut_kind_get_label (kind));
  act = cut_act_new (title);
  if (kind != CUT_KIND_ENTITY && kind != CUT_KIND_RELATION)
    cut_act_put (act, *added);
  else if (!cut_properties_apply (properties, cli, act, *added, error))
    return NULL;
  return g_steal_pointer (&act);
}

static gboolean
says_who (const Passage *passage)
{
  return passage->source != NULL || passage->via != NULL || passage->terms != NULL || passage->stance != NULL || passage->hedge != NULL
         || passage->said_at != NULL;
}

/* A claim that stands in no clip, as somebody told it: the claim and its attribution in one act. */
static CutAct *
add_told_claim (CutCli         *cli,
                CutFields      *fields,
                const Passage  *passage,
                const char     *text,
                CutRecord     **added,
                GError        **error)
{
  g_autoptr (CutAct) act = add_plain (cli, fields, NULL, CUT_KIND_CLAIM, text, added, error);
  g_autoptr (CutRecord) plain = NULL;
  CutRecord *attribution;

  if (act == NULL || !says_who (passage))
    return g_steal_pointer (&act);
  plain = cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (*added), NULL);
  attribution = fill_attribution (cli, passage, plain, error);
  if (attribution == NULL)
    return NULL;
  cut_act_take (act, attribution);
  return g_steal_pointer (&act);
}

static CutAct *
make_act (CutCli               *cli,
          CutKind               kind,
          CutFields            *fields,
          const Passage        *passage,
          const CutProperties  *properties,
          const char           *text,
          CutRecord           **added,
          GError              **error)
{
  gboolean on_passage = passage->quote != NULL || passage->end >= 0;

  if (kind == CUT_KIND_ANNOTATION)
    return add_annotation (cli, fields, passage, added, error);
  if (kind == CUT_KIND_CLAIM && on_passage)
    return add_claim_on_passage (cli, fields, passage, text, added, error);
  if (kind == CUT_KIND_CLAIM)
    return add_told_claim (cli, fields, passage, text, added, error);
  if (kind == CUT_KIND_ATTRIBUTION && on_passage)
    return add_attribution_on_passage (cli, fields, passage, added, error);
  return add_plain (cli, fields, properties, kind, text, added, error);
}

static int
add_and_print (CutCli              *cli,
               CutKind              kind,
               CutFields           *fields,
               const Passage       *passage,
               const CutProperties *properties,
               const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) added = NULL;
  g_autoptr (CutRecord) stored = NULL;
  CutAct *act = make_act (cli, kind, fields, passage, properties, text, &added, &error);

  if (act == NULL || !cut_notebook_commit (cli->notebook, act, NULL, &error))
    return cut_cli_fail (cli, error);
  stored = cut_notebook_get (cli->notebook, cut_record_get_id (added), &error);
  if (stored == NULL)
    return cut_cli_fail (cli, error);
  cut_output_record (stored, cli->json);
  return CUT_EXIT_DONE;
}

/* The kind stands first among the words; options may come before it. */
static CutKind
find_kind (int    argc,
           char **argv)
{
  for (int i = 1; i < argc; i++)
    if (cut_kind_from_name (argv[i]) != CUT_KIND_NONE)
      return cut_kind_from_name (argv[i]);
  return CUT_KIND_NONE;
}

static int
explain (CutCli  *cli,
         int      argc,
         char   **argv)
{
  g_auto (GStrv) words = NULL;

  cli->note = _("Each kind has options of its own: “cuttings help add source” lists those of a source. The kinds are claim, source, entity, "
                "relation, annotation, attribution, story, tag, check, event, enquiry, fact, dismissal and contributor.");
  return cut_cli_parse (cli, argc, argv, NULL, &words) ? CUT_EXIT_DONE : CUT_EXIT_USAGE;
}

int
cut_command_add (CutCli  *cli,
                 int      argc,
                 char   **argv)
{
  g_auto (Passage) passage = { .start = -1, .end = -1 };
  g_auto (CutProperties) properties = { NULL };
  g_autoptr (CutFields) fields = NULL;
  g_auto (GStrv) words = NULL;
  CutKind kind = find_kind (argc, argv);
  const GOptionEntry place[] = {
    { "clip", 0, 0, G_OPTION_ARG_STRING, &passage.clip, N_ ("The clip the words stand in"), N_ ("ID") },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &passage.quote, N_ ("The words"), N_ ("WORDS") },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &passage.prefix, N_ ("What stands before them"), N_ ("WORDS") },
    { "suffix", 0, 0, G_OPTION_ARG_STRING, &passage.suffix, N_ ("What stands behind them"), N_ ("WORDS") },
    { "start", 0, 0, G_OPTION_ARG_INT, &passage.start, N_ ("Where they start, in code points of the reader text"), N_ ("N") },
    { "end", 0, 0, G_OPTION_ARG_INT, &passage.end, N_ ("Where they end"), N_ ("N") },
    { NULL },
  };
  const GOptionEntry claim[] = {
    place[0], place[1], place[2], place[3], place[4], place[5],
    { "source", 0, 0, G_OPTION_ARG_STRING, &passage.source, N_ ("Who says so"), N_ ("SOURCE") },
    { "via", 0, 0, G_OPTION_ARG_STRING_ARRAY, &passage.via, N_ ("Through whom; may be given several times, in order"), N_ ("SOURCE") },
    { "terms", 0, 0, G_OPTION_ARG_STRING, &passage.terms, N_ ("On what terms"), N_ ("TERMS") },
    { "stance", 0, 0, G_OPTION_ARG_STRING, &passage.stance, N_ ("asserts, denies, …"), N_ ("STANCE") },
    { "hedge", 0, 0, G_OPTION_ARG_STRING, &passage.hedge, N_ ("The hedge used"), N_ ("WORD") },
    { "said-at", 0, 0, G_OPTION_ARG_STRING, &passage.said_at, N_ ("When it was said"), N_ ("DATE") },
    { NULL },
  };

  const GOptionEntry facts[] = {
    { "property", 0, 0, G_OPTION_ARG_STRING_ARRAY, &properties.set, N_ ("A property; may be given several times"), N_ ("KEY=VALUE") },
    /* Of a relation it is a field. */
    { kind == CUT_KIND_ENTITY ? "evidence" : NULL, 0, 0, G_OPTION_ARG_STRING_ARRAY, &properties.evidence,
      N_ ("An annotation that proves them; may be given several times"), N_ ("ID") },
    { NULL },
  };
  /* Where the words stand, which --quote says or --start and --end. */
  static const char *const found[] = { "capture", "selectors", NULL };
  const GOptionEntry *extra = kind == CUT_KIND_CLAIM ? claim : NULL;

  if (kind == CUT_KIND_ANNOTATION || kind == CUT_KIND_ATTRIBUTION)
    extra = place;
  if (kind == CUT_KIND_ENTITY || kind == CUT_KIND_RELATION)
    extra = facts;
  if (kind == CUT_KIND_NONE && cut_cli_asks_help (argv))
    return explain (cli, argc, argv);
  if (kind == CUT_KIND_NONE && argc > 1)
    return cut_cli_usage (cli, _("name what to add: claim, source, entity, relation, annotation, attribution, story, tag, "
                                 "check, event, enquiry, fact, dismissal or contributor"));
  if (kind == CUT_KIND_CLIP || kind == CUT_KIND_CAPTURE)
    return cut_cli_usage (cli, _("articles are added with “cuttings clip”"));
  if (argc < 2)
    return cut_cli_usage (cli, _("name what to add"));
  fields = cut_fields_new (kind);
  if (kind == CUT_KIND_ANNOTATION)
    cut_fields_leave_out (fields, found);
  if (!cut_cli_parse (cli, argc, argv,
                      cut_fields_get_entries (fields, extra), &words) ||
      !cut_cli_take_words (cli, words, 2))
    return CUT_EXIT_USAGE;
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return add_and_print (cli, kind, fields, &passage, &properties, words[0] != NULL ? words[1] : NULL);
}
