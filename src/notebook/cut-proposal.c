/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-block.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-dismissed.h"
#include "cut-index.h"
#include "cut-several.h"
#include "cut-tokens.h"
#include "cut-when.h"

#define MAX_ANSWER 4 /* words */

CutProposal *
cut_proposal_copy (const CutProposal *self)
{
  CutProposal *copy = g_memdup2 (self, sizeof *self);

  copy->parts = g_memdup2 (self->parts, self->n_parts * sizeof *self->parts);
  copy->words = g_strdup (self->words);
  copy->source = g_strdup (self->source);
  copy->via = g_strdup (self->via);
  copy->condition = g_strdup (self->condition);
  copy->hedge = g_strdup (self->hedge);
  copy->said_at = self->said_at != NULL ? cut_date_ref (self->said_at) : NULL;
  return copy;
}

void
cut_proposal_free (CutProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->parts);
  g_free (self->words);
  g_free (self->source);
  g_free (self->via);
  g_free (self->condition);
  g_free (self->hedge);
  g_clear_pointer (&self->said_at, cut_date_unref);
  g_free (self);
}

gboolean
cut_proposal_equal (const CutProposal *a,
                    const CutProposal *b)
{
  return a->start == b->start && a->end == b->end && g_strcmp0 (a->words, b->words) == 0
         && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->via, b->via) == 0
         && g_strcmp0 (a->stance, b->stance) == 0 && g_strcmp0 (a->terms, b->terms) == 0
         && g_strcmp0 (a->form, b->form) == 0 && g_strcmp0 (a->hedge, b->hedge) == 0
         && (a->said_at == b->said_at || (a->said_at != NULL && b->said_at != NULL && cut_date_equal (a->said_at, b->said_at)));
}

/* The text. */

char *
cut_proposal_counted_text (CutReading *reading)
{
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  GString *text = g_string_sized_new (strlen (reading->text));
  guint at = 0;

  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);
      g_autofree char *line = cut_index_slice (index, block->start, block->end);

      for (; at < block->start; at++)
        g_string_append_c (text, '\n');
      if (cut_block_counts (block))
        g_string_append (text, line);
      else
        for (guint n = block->start; n < block->end; n++)
          g_string_append_c (text, ' ');
      at = block->end;
    }
  return g_string_free (text, FALSE);
}

/* Names. */

static gboolean
is_plain_article (const CutTokens *tokens,
                  guint            i)
{
  const CutProse *token = &tokens->tokens[i];

  return cut_entry_is (token->entry, CUT_CLASS_BIT (CUT_CLASS_ARTICLE)) && i + 1 < tokens->n
         && ((token->flags & CUT_PROSE_CAPITAL) == 0 || (tokens->tokens[i + 1].flags & CUT_PROSE_CAPITAL) == 0
             || g_utf8_strlen (tokens->text + token->at, token->length) < 3);
}

/* "a company spokesperson" is known as "company spokesperson", but The Gazette as it calls itself. */
static char *
get_name (const CutLanguage *language,
          const CutIndex    *index,
          const CutStretch  *span)
{
  g_autofree char *words = cut_stretch_is_empty (span) ? NULL : cut_index_slice (index, span->start, span->end);
  g_autoptr (CutTokens) tokens = NULL;
  const char *start = words;

  if (words == NULL)
    return NULL;
  g_strstrip (g_strdelimit (words, "\n;", ' '));
  tokens = cut_tokens_new (words, language, NULL);
  if (tokens->n > 1 && is_plain_article (tokens, 0))
    start = words + tokens->tokens[1].at;
  return *start != '\0' ? g_strdup (start) : NULL;
}

static const char *
guess_kind (const CutLanguage *language,
            const char        *name)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (name, language, NULL);
  const char *kind = "person";

  for (guint i = 0; i < tokens->n; i++)
    {
      const CutEntry *entry = tokens->tokens[i].entry;

      if (cut_entry_is (entry, CUT_CLASS_BIT (CUT_CLASS_PERSON) | CUT_CLASS_BIT (CUT_CLASS_UNNAMED)))
        return "person";
      if (cut_entry_is (entry, CUT_CLASS_BIT (CUT_CLASS_OUTLET)))
        kind = "publication";
      else if (cut_entry_is (entry, CUT_CLASS_BIT (CUT_CLASS_DOCUMENT)))
        kind = "document";
      else if (cut_entry_is (entry, CUT_CLASS_BIT (CUT_CLASS_BODY)))
        kind = "body";
    }
  return kind;
}

/* What all proposals of a text are made of. */
typedef struct
{
  CutReading *reading;
  const CutLanguage *language;
  const CutTokens *tokens; /* of the text that counts */
  CutIndex *index;
  GPtrArray *names;        /* (element-type utf8): outlets in the order in which they were named */
  GPtrArray *dates;        /* (element-type CutProposedDate) */
} Text;

/* "The Journal" is the paper that was named in full before, if its name ends so. */
static const char *
find_full_name (const Text *text,
                const char *name)
{
  const char *last = strrchr (name, ' ');

  last = last != NULL ? last : name;
  for (guint i = 0; i < text->names->len; i++)
    {
      const char *full = g_ptr_array_index (text->names, i);

      if (strlen (full) > strlen (name) && g_str_has_suffix (full, last))
        return full;
    }
  return name;
}

static char *
get_via (const Text                   *text,
         const CutProposedAttribution *proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < proposed->n_via; i++)
    {
      g_autofree char *name = get_name (text->language, text->index, &proposed->via[i]);

      if (name == NULL)
        continue;
      g_strv_builder_add (builder, find_full_name (text, name));
      g_ptr_array_add (text->names, g_steal_pointer (&name));
    }
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv ("; ", names) : NULL;
}

static char *
slice (const CutIndex   *index,
       const CutStretch *span)
{
  char *words = cut_stretch_is_empty (span) ? NULL : cut_index_slice (index, span->start, span->end);

  return words != NULL ? g_strstrip (g_strdelimit (words, "\n", ' ')) : NULL;
}

static char *
get_names (const Text       *text,
           const CutStretch *span)
{
  g_autoptr (GArray) several = cut_several_names (text->tokens, span);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < several->len; i++)
    {
      g_autofree char *name = get_name (text->language, text->index, &g_array_index (several, CutStretch, i));

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv ("; ", names) : NULL;
}

static char *
get_source (const Text                   *text,
            const CutProposedAttribution *proposed)
{
  const CutStretch *span = !cut_stretch_is_empty (&proposed->speaker) ? &proposed->speaker : &proposed->source;
  char *names = cut_stretch_is_empty (span) ? NULL : get_names (text, span);

  /* Who stands behind an outlet's report is somebody, though nobody says who. */
  if (names == NULL && proposed->n_via > 0)
    names = g_strdup (_("Unnamed sources"));
  return names;
}

/* Without the "that" of indirect speech, and as a sentence begins. */
static char *
as_sentence (const Text *text,
             const char *words)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (words, text->language, NULL);
  gboolean that = tokens->n > 2 && cut_entry_is (tokens->tokens[0].entry, CUT_CLASS_BIT (CUT_CLASS_THAT));
  const char *rest = that ? words + tokens->tokens[1].at : words;
  g_autofree char *first = g_utf8_substring (rest, 0, MIN (1, g_utf8_strlen (rest, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, rest + strlen (first), NULL);
}

static char *
get_words (const Text                   *text,
           const CutProposedAttribution *proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < proposed->n_parts; i++)
    {
      g_autofree char *part = slice (text->index, &proposed->parts[i]);

      if (part != NULL)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  /* Who ascribes between quotations leaves something out; a "reportedly" that is taken out leaves a sentence. */
  words = g_strjoinv (g_strcmp0 (proposed->form, "indirect") == 0 ? " " : " … ", parts);
  return g_strcmp0 (proposed->form, "direct") == 0 ? g_steal_pointer (&words) : as_sentence (text, words);
}

/* (nullable): what the words that say when it was said mean */
static CutDate *
find_date (const Text       *text,
           const CutStretch *span)
{
  for (guint i = 0; i < text->dates->len; i++)
    {
      const CutProposedDate *date = g_ptr_array_index (text->dates, i);

      if (date->span.start < span->end && date->span.end > span->start)
        return date->date != NULL ? cut_date_ref (date->date) : NULL;
    }
  return NULL;
}

static CutProposal *
proposal_new (const Text                   *text,
              const CutProposedAttribution *proposed)
{
  CutProposal *self = g_new0 (CutProposal, 1);

  self->start = proposed->content.start;
  self->end = proposed->content.end;
  self->parts = g_memdup2 (proposed->parts, proposed->n_parts * sizeof *proposed->parts);
  self->n_parts = proposed->n_parts;
  self->source_span = proposed->source;
  self->cue_span = proposed->cue;
  self->words = get_words (text, proposed);
  self->source = get_source (text, proposed);
  self->source_kind = self->source != NULL ? guess_kind (text->language, self->source) : NULL;
  self->named = !proposed->anonymous;
  self->via = get_via (text, proposed);
  self->terms = proposed->terms;
  self->stance = proposed->stance;
  self->form = proposed->form;
  self->channel = proposed->channel;
  self->condition = slice (text->index, &proposed->condition);
  self->hedge = slice (text->index, &proposed->hedge);
  self->said_at = cut_stretch_is_empty (&proposed->said_at) ? NULL : find_date (text, &proposed->said_at);
  return self;
}

/* "denied that happened" answers what was said before, and is about that claim. */
static gboolean
is_answer (const Text                   *text,
           const CutProposedAttribution *proposed)
{
  g_autofree char *words = NULL;
  g_autoptr (CutTokens) tokens = NULL;

  if (!g_str_equal (proposed->stance, "denies") && !g_str_equal (proposed->stance, "confirms")
      && !g_str_equal (proposed->stance, "disputes"))
    return FALSE;
  words = slice (text->index, &proposed->content);
  tokens = cut_tokens_new (words, text->language, NULL);
  for (guint i = 0; i < tokens->n; i++)
    if (tokens->n > MAX_ANSWER || (tokens->tokens[i].flags & CUT_PROSE_CAPITAL) != 0)
      return FALSE;
  return TRUE;
}

static void
take_words_before (CutProposal *answer,
                   CutProposal *before)
{
  g_free (answer->words);
  answer->words = g_strdup (before->words);
}

/* Which of them. */

static gboolean
is_claimed (CutReading        *reading,
            const CutProposal *proposal)
{
  for (guint i = 0; i < reading->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (reading->annotations, i);
      guint start, end;

      if (g_strcmp0 (cut_annotation_get_kind (annotation), "claim") == 0 && !cut_record_is_deleted (CUT_RECORD (annotation))
          && cut_reading_find_place (reading, cut_record_get_id (CUT_RECORD (annotation)), &start, &end)
          && 2 * ((gint64) MIN (end, proposal->end) - (gint64) MAX (start, proposal->start))
                 > (gint64) MIN (end - start, proposal->end - proposal->start))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (CutReading        *reading,
           GPtrArray         *dismissals,
           const CutProposal *proposal)
{
  const char *sha256 = cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture));

  return proposal->words != NULL && *proposal->words != '\0' && !is_claimed (reading, proposal)
         && !cut_dismissed_has (dismissals, sha256, "attribution", proposal->start, proposal->end, proposal->words);
}

/* "she", of whom the text does not tell who she is: most often who spoke last. */
static gboolean
is_pronoun (const Text        *text,
            const CutProposal *proposal)
{
  g_autoptr (CutTokens) tokens = NULL;

  if (proposal->source == NULL)
    return FALSE;
  tokens = cut_tokens_new (proposal->source, text->language, NULL);
  return tokens->n == 1 && cut_entry_is (tokens->tokens[0].entry, CUT_CLASS_BIT (CUT_CLASS_PERSONAL));
}

static void
take_source_before (CutProposal *proposal,
                    CutProposal *before)
{
  g_free (proposal->source);
  proposal->source = g_strdup (before->source);
  proposal->source_kind = before->source_kind;
  proposal->named = before->named;
}

static GPtrArray *
make_proposals (const Text *text,
                GPtrArray  *proposed,
                GPtrArray  *dismissals)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);
  GPtrArray *wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);

  for (guint i = 0; i < proposed->len; i++)
    {
      CutProposal *proposal = proposal_new (text, g_ptr_array_index (proposed, i));

      if (i > 0 && is_answer (text, g_ptr_array_index (proposed, i)))
        take_words_before (proposal, g_ptr_array_index (all, i - 1));
      if (i > 0 && is_pronoun (text, proposal))
        take_source_before (proposal, g_ptr_array_index (all, i - 1));
      g_ptr_array_add (all, proposal);
      if (is_wanted (text->reading, dismissals, proposal))
        g_ptr_array_add (wanted, cut_proposal_copy (proposal));
    }
  return wanted;
}

GPtrArray *
cut_proposals_new (CutReading   *reading,
                   GPtrArray    *dismissals,
                   GCancellable *cancellable)
{
  const char *tag = cut_clip_get_language (CUT_CLIP (reading->clip));
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  g_autofree char *counted = cut_proposal_counted_text (reading);
  g_autoptr (GPtrArray) proposed = cut_attribute (counted, tag, cancellable);
  g_autoptr (CutTokens) tokens = proposed != NULL ? cut_tokens_new (counted, cut_language_get (tag), cancellable) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  CutDate *published = cut_clip_get_published (CUT_CLIP (reading->clip));
  g_autoptr (GPtrArray) dates = tokens != NULL ? cut_when_find (counted, tag, published, cancellable) : NULL;
  Text text = { reading, cut_language_get (tag), tokens, index, names, dates };

  return dates != NULL ? make_proposals (&text, proposed, dismissals) : NULL;
}

CutAct *
cut_proposal_dismiss (const CutProposal *self,
                      CutReading        *reading)
{
  CutAct *act = cut_act_new (_("Dismiss Proposal"));

  cut_act_take (act, cut_dismissed_new (cut_record_get_id (reading->clip),
                                        cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture)), "attribution",
                                        self->start, self->end, self->words, CUT_PROPOSAL_RULES));
  return act;
}
