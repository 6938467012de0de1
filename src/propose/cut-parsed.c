/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-parsed.h"

/* Marks pair within a paragraph; a mark that is open at its end has no mate (its quotation goes on in the next). */
static void
pair_marks (CutParsed *self)
{
  guint open[2] = { CUT_NO_TOKEN, CUT_NO_TOKEN };

  for (guint i = 0; i < self->tokens->n; i++)
    {
      const CutProse *token = cut_parsed_get (self, i);
      guint level = (token->flags & CUT_PROSE_SINGLE) != 0;

      self->mates[i] = CUT_NO_TOKEN;
      if ((token->flags & CUT_PROSE_PARAGRAPH) != 0)
        open[0] = open[1] = CUT_NO_TOKEN;
      if (token->kind == CUT_PROSE_OPEN)
        open[level] = i;
      else if (token->kind == CUT_PROSE_CLOSE && open[level] != CUT_NO_TOKEN)
        {
          self->mates[i] = open[level];
          self->mates[open[level]] = i;
          open[level] = CUT_NO_TOKEN;
        }
    }
}

/* An open mark without a mate goes to the paragraph's end. */
static void
mark_inside (CutParsed *self)
{
  guint open = CUT_NO_TOKEN;

  for (guint i = 0; i < self->tokens->n; i++)
    {
      const CutProse *token = cut_parsed_get (self, i);

      if ((token->flags & CUT_PROSE_PARAGRAPH) != 0)
        open = CUT_NO_TOKEN;
      if (token->kind == CUT_PROSE_OPEN && (token->flags & CUT_PROSE_SINGLE) == 0)
        open = i;
      self->inside[i] = open;
      if (token->kind == CUT_PROSE_CLOSE && (token->flags & CUT_PROSE_SINGLE) == 0)
        open = CUT_NO_TOKEN;
    }
}

CutParsed *
cut_parsed_new (const CutTokens *tokens)
{
  CutParsed *self = g_new0 (CutParsed, 1);

  self->tokens = tokens;
  self->tags = cut_tags_new (tokens);
  self->mates = g_new (guint, MAX (tokens->n, 1));
  self->inside = g_new (guint, MAX (tokens->n, 1));
  self->sources = cut_language_get_table (tokens->language, "sources");
  self->ends = cut_language_get_table (tokens->language, "ends");
  self->light = cut_language_get_table (tokens->language, "light");
  pair_marks (self);
  mark_inside (self);
  return self;
}

void
cut_parsed_free (CutParsed *self)
{
  g_free (self->tags);
  g_free (self->mates);
  g_free (self->inside);
  g_free (self);
}

gboolean
cut_parsed_has_finite (const CutParsed *self,
                       guint            start,
                       guint            end)
{
  for (guint i = start; i < end; i++)
    {
      if (cut_parsed_opens (self, i) && self->mates[i] != CUT_NO_TOKEN && self->mates[i] < end)
        i = self->mates[i];
      else if (cut_parsed_is_finite (self, i))
        return TRUE;
    }
  return FALSE;
}
