/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-view-private.h"

/* What is proposed for the text that is shown. The cards are in the margin; here are its places in the text. */

static const CutProposal *
find_at (CutReaderView *self,
         guint          offset)
{
  for (guint i = 0; self->proposals != NULL && i < self->proposals->len; i++)
    {
      const CutProposal *proposal = g_ptr_array_index (self->proposals, i);

      if (offset >= proposal->start && offset < proposal->end)
        return proposal;
    }
  return NULL;
}

static const CutProposal *
find_from (CutReaderView *self,
           guint          offset)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const CutProposal *proposal = g_ptr_array_index (self->proposals, i);

      if (proposal->end > offset)
        return proposal;
    }
  return self->proposals->len > 0 ? g_ptr_array_index (self->proposals, 0) : NULL;
}

void
cut_reader_view_enter_proposal (CutReaderView *self)
{
  const CutProposal *proposal = find_at (self, cut_reader_text_get_caret (self->text));
  guint start = proposal != NULL ? proposal->start : G_MAXUINT;

  if (self->entered_proposal == start)
    return;
  self->entered_proposal = start;
  if (proposal != NULL)
    cut_reader_view_activate_proposal (self, start, FALSE);
}

gboolean
cut_reader_view_next_proposal (CutReaderView *self)
{
  const CutProposal *proposal;

  proposal = self->proposals != NULL ? find_from (self, cut_reader_text_get_caret (self->text)) : NULL;
  if (proposal == NULL)
    return FALSE;
  cut_reader_view_show_proposal (self, proposal);
  cut_reader_view_activate_proposal (self, proposal->start, TRUE);
  return TRUE;
}

gboolean
cut_reader_view_shows_proposals (CutReaderView *self)
{
  return self->show_proposals;
}

void
cut_reader_view_set_proposals (CutReaderView *self,
                               GPtrArray     *proposals)
{
  if (proposals != NULL)
    g_ptr_array_ref (proposals);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = proposals;
  self->entered_proposal = G_MAXUINT;
  cut_reader_text_set_proposals (self->text, proposals);
}

void
cut_reader_view_set_active_proposal (CutReaderView     *self,
                                     const CutProposal *proposal)
{
  cut_reader_text_set_active_proposal (self->text, proposal != NULL ? proposal->start : G_MAXUINT);
}

void
cut_reader_view_show_proposal (CutReaderView     *self,
                               const CutProposal *proposal)
{
  self->moving = TRUE;
  cut_reader_text_show_range (self->text, proposal->start, proposal->end, TRUE);
  self->moving = FALSE;
  self->entered_proposal = proposal->start;
}
