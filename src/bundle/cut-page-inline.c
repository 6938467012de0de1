/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-exchange.h"
#include "cut-html.h"
#include "cut-page-text.h"

/* Links stay open over many pieces, all else is opened and closed around each piece. */
typedef struct
{
  const CutPageText *text;
  GString *page;
  const CutBlock *block;
  const CutSpan *link; /* (nullable): the link that is open */
} Inline;

static void
add_border (GArray *borders,
            guint   offset,
            guint   start,
            guint   end)
{
  if (offset > start && offset < end)
    g_array_append_val (borders, offset);
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return *first < *second ? -1 : *first > *second;
}

/* Where in the block anything begins or ends, the block's own ends included. */
static GArray *
find_borders (const CutPageText *self,
              const CutBlock    *block)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (borders, block->start);
  g_array_append_val (borders, block->end);
  for (guint i = 0; i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      add_border (borders, span->start, block->start, block->end);
      add_border (borders, span->end, block->start, block->end);
    }
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (self->marks, i);

      if (!mark->placed)
        continue;
      add_border (borders, mark->start, block->start, block->end);
      add_border (borders, mark->end, block->start, block->end);
    }
  g_array_sort (borders, compare_offsets);
  return borders;
}

static void
set_link (Inline        *self,
          const CutSpan *link)
{
  if (self->link == link)
    return;
  if (self->link != NULL)
    cut_html_close (self->page, "a");
  if (link != NULL)
    {
      g_autofree char *iri = cut_out_iri (link->target);

      cut_html_open (self->page, "a", "href", iri, "rel", "noreferrer noopener", NULL);
    }
  self->link = link;
}

const CutSpan *
cut_page_text_link_at (const CutBlock *block,
                       guint           at)
{
  for (guint i = 0; i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      if (span->kind == CUT_SPAN_LINK && span->start <= at && at < span->end && cut_html_is_safe_link (span->target))
        return span;
    }
  return NULL;
}

static const char *
tag_of (CutSpanKind kind)
{
  static const char *const tags[] = {
    [CUT_SPAN_LINK] = NULL, [CUT_SPAN_EMPHASIS] = "em", [CUT_SPAN_STRONG] = "strong",
    [CUT_SPAN_CODE] = "code", [CUT_SPAN_SUPERSCRIPT] = "sup", [CUT_SPAN_SUBSCRIPT] = "sub",
  };

  return tags[kind];
}

static void
open_emphasis (Inline *self,
               guint   at,
               GArray *open)
{
  for (guint i = 0; i < self->block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (self->block->spans, CutSpan, i);
      const char *tag = tag_of (span->kind);

      if (tag == NULL || at < span->start || at >= span->end)
        continue;
      cut_html_open (self->page, tag, NULL);
      g_array_append_val (open, tag);
    }
}

static void
close_emphasis (Inline *self,
                GArray *open)
{
  for (guint i = open->len; i > 0; i--)
    cut_html_close (self->page, g_array_index (open, const char *, i - 1));
}

/* Opens the piece's mark: the id is that of the first mark that begins here, others that begin here get an anchor. */
static gboolean
open_mark (Inline *self,
           guint   at)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GString) classes = g_string_new (NULL);
  g_autofree char *id = NULL;
  guint n = 0;

  for (guint i = 0; self->text->marks != NULL && i < self->text->marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (self->text->marks, i);
      CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
      const char *colour = cut_annotation_get_colour (annotation);

      if (!mark->placed || at < mark->start || at >= mark->end)
        continue;
      g_string_append_printf (numbers, "%s%u", n > 0 ? " " : "", mark->number);
      g_string_printf (classes, "%s%s", cut_annotation_get_kind (annotation), ++n > 1 ? " overlap" : "");
      if (colour != NULL)
        g_string_append_printf (classes, " %s", colour);
      if (at != mark->start)
        continue;
      if (id == NULL)
        id = g_strdup_printf ("mark-%u", mark->number);
      else
        g_string_append_printf (self->page, "<span id=\"mark-%u\"></span>", mark->number);
    }
  if (n > 0)
    cut_html_open (self->page, "mark", "id", id, "class", classes->str, "data-marks", numbers->str, NULL);
  return n > 0;
}

/* The numbers of the marks that end at @at, or with the line's end behind it. A link within a link is not allowed, so an open one is closed first. */
static void
write_numbers (Inline *self,
               guint   at)
{
  for (guint i = 0; self->text->marks != NULL && i < self->text->marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (self->text->marks, i);
      g_autofree char *number = g_strdup_printf ("%u", mark->number);
      g_autofree char *href = g_strdup_printf ("#note-%u", mark->number);
      g_autofree char *label = cut_words_fill (cut_site_word (self->text->site, N_("Note {number}")), "number", number,
                                               NULL);
      gboolean ends_here = mark->end == at || (at == self->block->end && mark->end == at + 1);

      if (!mark->placed || !ends_here)
        continue;
      set_link (self, NULL);
      cut_html_open (self->page, "sup", "class", "number", NULL);
      cut_html_element (self->page, "a", number, "href", href, "aria-label", label, NULL);
      cut_html_close (self->page, "sup");
    }
}

static void
write_piece (Inline *self,
             guint   start,
             guint   end)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (const char *));
  const char *from = cut_index_to_pointer (self->text->index, start);
  const char *to = cut_index_to_pointer (self->text->index, end);
  gboolean marked;

  set_link (self, cut_page_text_link_at (self->block, start));
  open_emphasis (self, start, open);
  marked = open_mark (self, start);
  cut_html_text_len (self->page, from, (gsize) (to - from));
  if (marked)
    cut_html_close (self->page, "mark");
  close_emphasis (self, open);
  write_numbers (self, end);
}

void
cut_page_text_inline (const CutPageText *self,
                      GString           *page,
                      const CutBlock    *block)
{
  g_autoptr (GArray) borders = find_borders (self, block);
  Inline state = { self, page, block, NULL };

  for (guint i = 0; i + 1 < borders->len; i++)
    {
      guint start = g_array_index (borders, guint, i);
      guint end = g_array_index (borders, guint, i + 1);

      if (start < end)
        write_piece (&state, start, end);
    }
  set_link (&state, NULL);
}
