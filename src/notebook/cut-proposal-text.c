/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-proposal-text.h"

#include <string.h>

#include "cut-block.h"
#include "cut-clip.h"
#include "cut-headline.h"
#include "cut-headlines.h"
#include "cut-language-guess.h"
#include "cut-name-proposal.h"

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

/* Offsets of what is found behind the headline's own line are those of the whole text. */
static void
shift (CutStretch *span,
       guint       by)
{
  if (cut_stretch_is_empty (span))
    return;
  span->start += by;
  span->end += by;
}

static GPtrArray *
check_headline (const char   *title,
                const char   *counted,
                const char   *tag,
                GCancellable *cancellable)
{
  const char *body = title != NULL ? cut_headlines_skip (counted, title) : counted;
  GPtrArray *findings = cut_headline_check (title, body, tag, cancellable);
  guint by = (guint) g_utf8_strlen (counted, body - counted);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      CutHeadlineFinding *finding = g_ptr_array_index (findings, i);

      if (finding->in_title && finding->kind == CUT_HEADLINE_PRESUPPOSED)
        continue;
      if (!finding->in_title)
        shift (&finding->words, by);
      shift (&finding->rests_on, by);
      shift (&finding->source, by);
    }
  return findings;
}

CutProposalText *
cut_proposal_text_new (CutReading   *reading,
                       GCancellable *cancellable)
{
  CutClip *clip = CUT_CLIP (reading->clip);
  g_autoptr (CutProposalText) self = g_new0 (CutProposalText, 1);
  const char *tag;

  self->reading = reading;
  self->published = cut_clip_get_published (clip);
  self->counted = cut_proposal_counted_text (reading);
  tag = cut_clip_get_language (clip) != NULL ? cut_clip_get_language (clip) : cut_language_guess (self->counted);
  self->language = cut_language_get (tag);
  self->index = cut_index_new (reading->text);
  self->tokens = cut_tokens_new (self->counted, self->language, cancellable);
  self->parsed = self->tokens != NULL ? cut_parsed_new (self->tokens) : NULL;
  self->attributions = self->tokens != NULL ? cut_attribute (self->counted, tag, cancellable) : NULL;
  self->dates = self->attributions != NULL ? cut_when_find (self->counted, tag, self->published, cancellable) : NULL;
  self->names = self->dates != NULL ? cut_name_proposals_find (reading, self->counted, cancellable) : NULL;
  self->headline = self->names != NULL ? check_headline (cut_clip_get_title (clip), self->counted, tag, cancellable) : NULL;
  return self->headline != NULL ? g_steal_pointer (&self) : NULL;
}

void
cut_proposal_text_free (CutProposalText *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->headline, g_ptr_array_unref);
  g_clear_pointer (&self->names, cut_names_free);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->attributions, g_ptr_array_unref);
  g_clear_pointer (&self->parsed, cut_parsed_free);
  g_clear_pointer (&self->tokens, cut_tokens_free);
  g_clear_pointer (&self->index, cut_index_free);
  g_free (self->counted);
  g_free (self);
}

char *
cut_proposal_text_slice (const CutProposalText *self,
                         const CutStretch      *span)
{
  char *words = cut_stretch_is_empty (span) ? NULL : cut_index_slice (self->index, span->start, span->end);

  return words != NULL ? g_strstrip (g_strdelimit (words, "\n", ' ')) : NULL;
}

const CutProposedDate *
cut_proposal_text_find_date (const CutProposalText *self,
                             const CutStretch      *span)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      const CutProposedDate *date = g_ptr_array_index (self->dates, i);

      if (date->date != NULL && date->span.start < span->end && date->span.end > span->start)
        return date;
    }
  return NULL;
}
