/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-proposal-text.h"

#include "cut-clip.h"
#include "cut-headline.h"

/* Headlines that state what the text only ascribes to somebody. */

GPtrArray *
cut_proposal_headlines_new (const CutProposalText *self)
{
  const char *title = cut_clip_get_title (CUT_CLIP (self->reading->clip));
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);

  for (guint i = 0; i < self->headline->len; i++)
    {
      const CutHeadlineFinding *finding = g_ptr_array_index (self->headline, i);
      CutProposal *proposal;

      if (finding->kind != CUT_HEADLINE_UNHEDGED || cut_stretch_is_empty (&finding->rests_on))
        continue;
      proposal = cut_proposal_new_at ("headline", &finding->rests_on, &finding->rests_on, g_strdup (title));
      proposal->source_span = finding->source;
      proposal->source = cut_proposal_text_slice (self, &finding->source);
      g_ptr_array_add (found, proposal);
    }
  return found;
}
