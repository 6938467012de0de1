/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-quote.h"

CutBringPage *
cut_bring_page_new (const char *capture,
                    const char *text)
{
  CutBringPage *self;

  if (text == NULL || *text == '\0')
    return NULL;
  self = g_new0 (CutBringPage, 1);
  self->capture = g_strdup (capture);
  self->text = g_strdup (text);
  self->index = cut_index_new (self->text);
  self->title_end = (guint) g_utf8_strlen (text, (gssize) strcspn (text, "\n"));
  return self;
}

void
cut_bring_page_free (CutBringPage *self)
{
  g_free (self->capture);
  g_clear_pointer (&self->index, cut_index_free);
  g_free (self->text);
  g_free (self);
}

void
cut_bring_place_clear (CutBringPlace *self)
{
  g_clear_pointer (&self->capture, g_free);
  g_clear_pointer (&self->selector, cut_selector_unref);
}

/* (nullable): one line of it, or what it is in the lines of a reader text. */
static char *
normal (const char *text,
        gboolean    in_lines)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  if (text == NULL || !in_lines)
    return text != NULL ? cut_normal_line (text, -1) : NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = cut_normal_line (lines[i], -1);

      if (*line != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static CutSelector *
wanted (const CutBroughtNote *note,
        gboolean              in_lines)
{
  g_autofree char *exact = normal (note->text[CUT_BROUGHT_NOTE_QUOTE], in_lines);
  g_autofree char *prefix = normal (note->text[CUT_BROUGHT_NOTE_PREFIX], FALSE);
  g_autofree char *suffix = normal (note->text[CUT_BROUGHT_NOTE_SUFFIX], FALSE);

  return exact != NULL && *exact != '\0' ? cut_selector_new (0, 0, exact, prefix, suffix) : NULL;
}

static gboolean
find_words (const CutBringPage   *page,
            const CutBroughtNote *note,
            guint                *start,
            guint                *end)
{
  for (int in_lines = 0; in_lines < 2; in_lines++)
    {
      g_autoptr (CutSelector) selector = wanted (note, in_lines);

      if (selector != NULL && cut_quote_find (page->text, page->index, selector, FALSE, start, end))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_bring_find_place (GPtrArray            *pages,
                      const CutBroughtNote *note,
                      CutBringPlace        *place)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const CutBringPage *page = g_ptr_array_index (pages, i);
      guint start = 0, end = page->title_end;

      if (note->text[CUT_BROUGHT_NOTE_QUOTE] != NULL && !find_words (page, note, &start, &end))
        continue;
      place->selector = cut_quote_make (page->text, page->index, start, end, NULL);
      place->capture = place->selector != NULL ? g_strdup (page->capture) : NULL;
      return place->selector != NULL;
    }
  return FALSE;
}

/* The words keep the context that they had on the page, not that of the card: when the page comes they are looked for
 * there. */
void
cut_bring_place_on_card (CutBringCard         *card,
                         const CutBroughtNote *note,
                         CutBringPlace        *place)
{
  g_autofree char *prefix = normal (note->text[CUT_BROUGHT_NOTE_PREFIX], FALSE);
  g_autofree char *suffix = normal (note->text[CUT_BROUGHT_NOTE_SUFFIX], FALSE);
  g_autofree char *exact = NULL;
  guint start = 0, end = card->title_end;

  if (note->text[CUT_BROUGHT_NOTE_QUOTE] != NULL)
    exact = cut_bring_card_add (card, note->text[CUT_BROUGHT_NOTE_QUOTE], &start, &end);
  /* Words that are all white space mark nothing. */
  if (exact == NULL || *exact == '\0')
    {
      g_free (exact);
      start = 0;
      end = card->title_end;
      exact = g_utf8_substring (card->text->str, 0, (glong) end);
    }
  place->selector = cut_selector_new (start, end, exact, prefix, suffix);
}
