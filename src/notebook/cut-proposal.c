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
#include "cut-tokens.h"

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

/* Lines that do not count become a space for each code point, which keeps every offset. */
static char *
get_counted_text (CutReading     *reading,
                  const CutIndex *index)
{
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

static char *
get_via (const CutLanguage            *language,
         const CutIndex               *index,
         const CutProposedAttribution *proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < proposed->n_via; i++)
    {
      g_autofree char *name = get_name (language, index, &proposed->via[i]);

      if (name != NULL)
        g_strv_builder_add (builder, name);
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
get_source (const CutLanguage            *language,
            const CutIndex               *index,
            const CutProposedAttribution *proposed)
{
  const CutStretch *span = !cut_stretch_is_empty (&proposed->speaker) ? &proposed->speaker : &proposed->source;
  char *name = get_name (language, index, span);

  /* Who stands behind an outlet's report is somebody, though nobody says who. */
  if (name == NULL && proposed->n_via > 0)
    name = g_strdup (_("Unnamed sources"));
  return name;
}

static CutProposal *
proposal_new (const CutLanguage            *language,
              const CutIndex               *index,
              const CutProposedAttribution *proposed)
{
  CutProposal *self = g_new0 (CutProposal, 1);

  self->start = proposed->content.start;
  self->end = proposed->content.end;
  self->parts = g_memdup2 (proposed->parts, proposed->n_parts * sizeof *proposed->parts);
  self->n_parts = proposed->n_parts;
  self->source_span = proposed->source;
  self->cue_span = proposed->cue;
  self->words = slice (index, &proposed->content);
  self->source = get_source (language, index, proposed);
  self->source_kind = self->source != NULL ? guess_kind (language, self->source) : NULL;
  self->named = !proposed->anonymous;
  self->via = get_via (language, index, proposed);
  self->terms = proposed->terms;
  self->stance = proposed->stance;
  self->form = proposed->form;
  self->channel = proposed->channel;
  self->condition = slice (index, &proposed->condition);
  self->hedge = slice (index, &proposed->hedge);
  return self;
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

GPtrArray *
cut_proposals_new (CutReading   *reading,
                   GPtrArray    *dismissals,
                   GCancellable *cancellable)
{
  const char *tag = cut_clip_get_language (CUT_CLIP (reading->clip));
  const CutLanguage *language = cut_language_get (tag);
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  g_autofree char *text = get_counted_text (reading, index);
  g_autoptr (GPtrArray) proposed = cut_attribute (text, tag, cancellable);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);

  for (guint i = 0; proposed != NULL && i < proposed->len; i++)
    {
      CutProposal *proposal = proposal_new (language, index, g_ptr_array_index (proposed, i));

      if (is_wanted (reading, dismissals, proposal))
        g_ptr_array_add (proposals, proposal);
      else
        cut_proposal_free (proposal);
    }
  return proposed != NULL ? g_steal_pointer (&proposals) : NULL;
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
