/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-markdown-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-exchange.h"
#include "cut-markdown.h"

typedef struct
{
  const CutPageText *text;
  GString *out;
  const char *pictures;
  GHashTable *names;
  guint page;
} Writer;

/* Within a line. */

static gboolean
is_marked (const CutPageText *text,
           guint              at)
{
  for (guint i = 0; text->marks != NULL && i < text->marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (text->marks, i);

      if (mark->placed && mark->start <= at && at < mark->end)
        return TRUE;
    }
  return FALSE;
}

/* Where, from @at on, the text stops being marked, or not marked. */
static guint
next_change (const CutPageText *text,
             guint              at,
             guint              end)
{
  gboolean marked = is_marked (text, at);
  guint next = end;

  do
    {
      guint border = end;

      for (guint i = 0; text->marks != NULL && i < text->marks->len; i++)
        {
          const CutMark *mark = g_ptr_array_index (text->marks, i);

          if (mark->placed && mark->start > at && mark->start < border)
            border = mark->start;
          if (mark->placed && mark->end > at && mark->end < border)
            border = mark->end;
        }
      at = next = border;
    }
  while (next < end && is_marked (text, next) == marked);
  return next;
}

static const char *
sign_of (CutSpanKind kind)
{
  return kind == CUT_SPAN_EMPHASIS ? "*" : kind == CUT_SPAN_STRONG ? "**" : NULL;
}

/* Markdown knows emphasis only where it begins and ends with a letter; where it cannot say it, the words stand plain. */
static gboolean
can_emphasise (const CutPageText *text,
               const CutSpan     *span,
               guint              from,
               guint              end)
{
  if (sign_of (span->kind) == NULL || span->start < from || span->end > end || span->start >= span->end)
    return FALSE;
  return g_unichar_isalnum (g_utf8_get_char (cut_index_to_pointer (text->index, span->start))) &&
         g_unichar_isalnum (g_utf8_get_char (cut_index_to_pointer (text->index, span->end - 1)));
}

static void
write_words (Writer *self,
             guint   start,
             guint   end)
{
  const char *from = cut_index_to_pointer (self->text->index, start);

  cut_markdown_text_len (self->out, from, (gsize) (cut_index_to_pointer (self->text->index, end) - from));
}

static void
write_spans (Writer         *self,
             const CutBlock *block,
             guint           start,
             guint           end)
{
  guint free_from = start;

  for (guint i = 0; i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      if (!can_emphasise (self->text, span, free_from, end))
        continue;
      write_words (self, start, span->start);
      g_string_append (self->out, sign_of (span->kind));
      write_words (self, span->start, span->end);
      g_string_append (self->out, sign_of (span->kind));
      start = span->end;
      /* Two that touch would be read as one. */
      free_from = span->end + 1;
    }
  write_words (self, start, end);
}

/* The ends of a mark stand at letters, not at spaces. */
static void
write_marked (Writer         *self,
              const CutBlock *block,
              guint           start,
              guint           end)
{
  guint from = start, to = end;

  while (from < to && g_unichar_isspace (g_utf8_get_char (cut_index_to_pointer (self->text->index, from))))
    from++;
  while (to > from && g_unichar_isspace (g_utf8_get_char (cut_index_to_pointer (self->text->index, to - 1))))
    to--;
  write_words (self, start, from);
  if (from < to)
    {
      g_string_append (self->out, "==");
      write_spans (self, block, from, to);
      g_string_append (self->out, "==");
    }
  write_words (self, to, end);
}

static void
write_pieces (Writer         *self,
              const CutBlock *block,
              guint           start,
              guint           end)
{
  while (start < end)
    {
      guint next = next_change (self->text, start, end);

      if (is_marked (self->text, start))
        write_marked (self, block, start, next);
      else
        write_spans (self, block, start, next);
      start = next;
    }
}

/* The end of the link, or of the words before the next one. */
static guint
link_border (const CutBlock *block,
             const CutSpan  *link,
             guint           at)
{
  guint border = link != NULL ? MIN (link->end, block->end) : block->end;

  for (guint i = 0; link == NULL && i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      if (span->start > at && span->start < border && cut_page_text_link_at (block, span->start) != NULL)
        border = span->start;
    }
  return border;
}

static void
write_line (Writer         *self,
            const CutBlock *block)
{
  for (guint at = block->start; at < block->end;)
    {
      const CutSpan *link = cut_page_text_link_at (block, at);
      guint next = link_border (block, link, at);
      g_autofree char *iri = link != NULL ? cut_out_iri (link->target) : NULL;

      if (iri != NULL)
        g_string_append_c (self->out, '[');
      write_pieces (self, block, at, next);
      if (iri != NULL)
        g_string_append_printf (self->out, "](<%s>)", iri);
      at = next;
    }
}

/* Names of blocks. */

/* Those of @blocks [first, end) that a mark begins in are one block for Obsidian. Returns: whether a name is needed */
static gboolean
name_marks (Writer *self,
            guint   first,
            guint   end,
            char  **name)
{
  const CutBlock *from = g_ptr_array_index (self->text->blocks, first);
  const CutBlock *to = g_ptr_array_index (self->text->blocks, end - 1);
  gboolean needed = FALSE;

  *name = self->text->number > 0 ? g_strdup_printf ("a%u-b%u", self->text->number, first + 1) : g_strdup_printf ("b%u", first + 1);
  for (guint i = 0; self->text->marks != NULL && i < self->text->marks->len; i++)
    {
      CutMark *mark = g_ptr_array_index (self->text->marks, i);

      if (!mark->placed || mark->start < from->start || mark->start > to->end || from->start == to->end)
        continue;
      if (!g_hash_table_contains (self->names, mark))
        g_hash_table_insert (self->names, mark, g_strdup (*name));
      needed = TRUE;
    }
  return needed;
}

static void
name_line (Writer *self,
           guint   i)
{
  g_autofree char *name = NULL;

  if (name_marks (self, i, i + 1, &name))
    g_string_append_printf (self->out, " ^%s", name);
}

/* Of a quotation, a table or a listing: in a line of its own behind it. */
static void
name_group (Writer *self,
            guint   first,
            guint   end)
{
  g_autofree char *name = NULL;

  if (name_marks (self, first, end, &name))
    g_string_append_printf (self->out, "^%s\n\n", name);
}

/* Groups of blocks: [first, end). */

static void
write_list (Writer *self,
            guint   first,
            guint   end)
{
  guint depth = 0;

  for (guint i = first; i < end; i++)
    {
      const CutBlock *block = g_ptr_array_index (self->text->blocks, i);

      /* One that stands deeper by more than a level would be read as a listing. */
      depth = CLAMP (block->level, 1, MIN (depth + 1, 6));
      for (guint level = 1; level < depth; level++)
        g_string_append (self->out, "    ");
      if (block->ordinal > 0)
        g_string_append_printf (self->out, "%u. ", MIN (block->ordinal, 999999999));
      else
        g_string_append (self->out, "- ");
      write_line (self, block);
      name_line (self, i);
      g_string_append_c (self->out, '\n');
    }
  g_string_append_c (self->out, '\n');
}

static void
write_quote (Writer *self,
             guint   first,
             guint   end)
{
  for (guint i = first; i < end; i++)
    {
      g_string_append (self->out, i > first ? ">\n> " : "> ");
      write_line (self, g_ptr_array_index (self->text->blocks, i));
      g_string_append_c (self->out, '\n');
    }
  g_string_append_c (self->out, '\n');
  name_group (self, first, end);
}

static void
write_listing (Writer *self,
               guint   first,
               guint   end)
{
  const CutBlock *from = g_ptr_array_index (self->text->blocks, first);
  const CutBlock *to = g_ptr_array_index (self->text->blocks, end - 1);
  g_autofree char *text = cut_index_slice (self->text->index, from->start, to->end);

  cut_markdown_fence (self->out, text);
  name_group (self, first, end);
}

static guint
count_columns (Writer *self,
               guint   first,
               guint   end)
{
  guint columns = 1;

  for (guint i = first; i < end; i++)
    columns = MAX (columns, ((const CutBlock *) g_ptr_array_index (self->text->blocks, i))->column + 1);
  /* No real table has hundreds of them; what stands behind is kept in the last one. */
  return MIN (columns, 200);
}

/* One row of cells from @first on. Returns: the first cell behind it */
static guint
write_row (Writer *self,
           guint   first,
           guint   end,
           guint   columns)
{
  guint row = ((const CutBlock *) g_ptr_array_index (self->text->blocks, first))->row;
  guint at = 0;

  for (; first < end; first++)
    {
      const CutBlock *cell = g_ptr_array_index (self->text->blocks, first);

      if (cell->row != row)
        break;
      for (; at <= MIN (cell->column, columns - 1); at++)
        g_string_append (self->out, at == 0 ? "| " : " | ");
      g_string_append_c (self->out, ' ');
      write_line (self, cell);
    }
  for (; at < columns; at++)
    g_string_append (self->out, " |");
  g_string_append (self->out, " |\n");
  return first;
}

static void
write_table (Writer *self,
             guint   first,
             guint   end)
{
  guint columns = count_columns (self, first, end);
  guint at = write_row (self, first, end, columns);

  for (guint i = 0; i < columns; i++)
    g_string_append (self->out, i == 0 ? "| ---" : " | ---");
  g_string_append (self->out, " |\n");
  while (at < end)
    at = write_row (self, at, end, columns);
  g_string_append_c (self->out, '\n');
  name_group (self, first, end);
}

/* Single blocks. */

static void
write_picture (Writer         *self,
               const CutBlock *block)
{
  const char *path = block->image != NULL ? g_hash_table_lookup (self->text->images, block->image) : NULL;

  if (path == NULL || self->pictures == NULL)
    return;
  g_string_append (self->out, "![");
  cut_markdown_text (self->out, block->alt);
  g_string_append_printf (self->out, "](%s/%s)\n\n", self->pictures, strrchr (path, '/') + 1);
}

static void
write_paragraph (Writer *self,
                 guint   i)
{
  const CutBlock *block = g_ptr_array_index (self->text->blocks, i);

  write_picture (self, block);
  if (block->start == block->end)
    return;
  if (block->kind == CUT_BLOCK_HEADING && block->role == CUT_ROLE_BODY)
    g_string_append_printf (self->out, "%.*s ", (int) CLAMP (MAX (block->level, 2) + self->text->site->deeper, 1, 6), "######");
  write_line (self, block);
  name_line (self, i);
  g_string_append (self->out, "\n\n");
}

/* Where a page of the document begins, for citing it. */
static void
write_page_number (Writer         *self,
                   const CutBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u", block->page);
  g_autofree char *label = NULL;

  if (block->page == 0 || block->page == self->page)
    return;
  self->page = block->page;
  label = cut_words_fill (cut_site_word (self->text->site, N_("p. {number}")), "number", number, NULL);
  g_string_append_printf (self->out, "*%s*\n\n", label);
}

static gboolean
is_grouped (const CutBlock *block)
{
  return block->kind == CUT_BLOCK_LIST_ITEM || block->kind == CUT_BLOCK_QUOTE || block->kind == CUT_BLOCK_PREFORMATTED ||
         block->kind == CUT_BLOCK_CELL;
}

/* The end of the group that begins at @first. */
static guint
find_end (Writer *self,
          guint   first)
{
  GPtrArray *blocks = self->text->blocks;
  const CutBlock *from = g_ptr_array_index (blocks, first);
  guint end = first + 1;

  for (; is_grouped (from) && end < blocks->len; end++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, end);

      if (block->kind != from->kind || block->table != from->table || block->page != from->page)
        break;
    }
  return end;
}

static void
write_group (Writer *self,
             guint   first,
             guint   end)
{
  const CutBlock *block = g_ptr_array_index (self->text->blocks, first);

  switch (block->kind)
    {
    case CUT_BLOCK_LIST_ITEM:
      write_list (self, first, end);
      break;
    case CUT_BLOCK_QUOTE:
      write_quote (self, first, end);
      break;
    case CUT_BLOCK_PREFORMATTED:
      write_listing (self, first, end);
      break;
    case CUT_BLOCK_CELL:
      write_table (self, first, end);
      break;
    case CUT_BLOCK_PARAGRAPH:
    case CUT_BLOCK_HEADING:
    case CUT_BLOCK_CAPTION:
    default:
      write_paragraph (self, first);
      break;
    }
}

void
cut_markdown_article (const CutPageText *text,
                      GString           *out,
                      const char        *pictures,
                      GHashTable        *blocks)
{
  Writer writer = { text, out, pictures, blocks, 0 };

  for (guint first = 0; first < text->blocks->len;)
    {
      const CutBlock *block = g_ptr_array_index (text->blocks, first);
      guint end = find_end (&writer, first);

      write_page_number (&writer, block);
      if (!cut_page_text_is_said (text, block))
        write_group (&writer, first, end);
      first = end;
    }
}
