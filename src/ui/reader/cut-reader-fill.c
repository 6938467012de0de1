/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-fill.h"

#include "cut-direction.h"
#include "cut-reader-tags.h"

#define FIRST_SLICE_US 4000 /* a screen full of text many times over */
#define SLICE_US 6000
#define LONG_LINE 8192 /* code points; a longer line is put in by pieces */
/* Behind frames and input, but before the view measures lines beyond what is seen: else it would measure all lines that are there so far
 * between two slices, and a long text would take ten times as long to come. */
#define FILL_PRIORITY (GDK_PRIORITY_REDRAW + 1)

struct _CutReaderFill
{
  GtkTextBuffer *buffer; /* (owned) */
  CutPage *page;         /* (owned) */
  CutReaderFillFunc func;
  gpointer user_data;
  const char *text; /* of the page that was first given; kept alive by @first */
  CutPage *first;   /* (owned) */
  gsize at;         /* bytes of @text that are in */
  guint filled;     /* code points that are in */
  guint block;      /* first block not yet in */
  guint source;
};

static void
insert_line (CutReaderFill *self,
             guint          n_chars)
{
  const char *start = self->text + self->at;
  const char *end = g_utf8_offset_to_pointer (start, n_chars);
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert (self->buffer, &iter, start, (int) (end - start));
  self->at += (gsize) (end - start);
  self->filled += n_chars;
}

/* A tab instead of the LF, so that each letter keeps its place. */
static void
insert_tab (CutReaderFill *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert (self->buffer, &iter, "\t", 1);
  self->at++;
  self->filled++;
}

/* Lines of one listing or table stand close to each other. */
static gboolean
has_more (CutReaderFill  *self,
          const CutBlock *block)
{
  GPtrArray *blocks = self->page->reading->blocks;
  guint i = self->block;
  const CutBlock *next;

  /* Cells beside it are of the same line. */
  while (i < blocks->len && cut_page_tables_joins (self->page->tables, blocks, i - 1))
    i++;
  next = i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;

  return next != NULL && next->kind == block->kind && next->table == block->table
         && (block->kind == CUT_BLOCK_PREFORMATTED || block->kind == CUT_BLOCK_CELL);
}

/* @line: in the reader text, where the block's line starts; self->block is the next one already */
static void
tag_line (CutReaderFill  *self,
          const CutBlock *block,
          gsize           line)
{
  gboolean rtl = cut_line_is_rtl (self->text + line, (gssize) (self->at - line));
  GPtrArray *blocks = self->page->reading->blocks;
  guint index = self->block - 1;

  cut_reader_tags_apply_block (self->buffer, self->page, block, rtl, has_more (self, block), self->filled);
  if (index % 2 == 1)
    cut_reader_tags_apply_turn (self->buffer, block, self->filled);
  if (cut_page_tables_starts_row (self->page->tables, blocks, index))
    cut_reader_tags_apply_row (self->buffer, self->page, index, self->filled);
}

static gboolean
is_done (CutReaderFill *self)
{
  return self->filled >= self->page->length;
}

/* One block with its LF; what no block tells of goes in plain. */
static void
fill_block (CutReaderFill *self)
{
  GPtrArray *blocks = self->page->reading->blocks;
  const CutBlock *block = self->block < blocks->len ? g_ptr_array_index (blocks, self->block) : NULL;
  guint end = block != NULL ? MIN (block->end + 1, self->page->length) : self->page->length;
  gboolean tab;
  gsize line;

  self->block++;
  if (block != NULL && block->start > self->filled)
    insert_line (self, MIN (block->start, end) - self->filled);
  if (block != NULL && block->start == block->end)
    return;
  line = self->at;
  tab = block != NULL && cut_page_tables_joins (self->page->tables, blocks, self->block - 1);
  while (self->filled < end - (tab ? 1 : 0))
    insert_line (self, MIN (end - (tab ? 1 : 0) - self->filled, LONG_LINE));
  if (tab)
    insert_tab (self);
  if (block != NULL)
    tag_line (self, block, line);
}

static void
fill_slice (CutReaderFill *self,
            gint64         budget)
{
  gint64 stop = g_get_monotonic_time () + budget;
  guint start = self->filled;
  GtkTextIter iter;

  do
    fill_block (self);
  while (!is_done (self) && g_get_monotonic_time () < stop);
  if (start < self->filled)
    {
      GtkTextIter from;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) start);
      gtk_text_buffer_get_end_iter (self->buffer, &iter);
      gtk_text_buffer_apply_tag_by_name (self->buffer, "text", &from, &iter);
      cut_reader_tags_apply_marks (self->buffer, self->page, start, self->filled);
    }
}

static gboolean
fill_idle_cb (gpointer data)
{
  CutReaderFill *self = data;
  gboolean done;

  fill_slice (self, SLICE_US);
  done = is_done (self);
  if (done)
    self->source = 0;
  self->func (self->filled, done, self->user_data);
  return done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

CutReaderFill *
cut_reader_fill_new (GtkTextBuffer     *buffer,
                     CutPage           *page,
                     CutReaderFillFunc  func,
                     gpointer           user_data)
{
  CutReaderFill *self = g_new0 (CutReaderFill, 1);
  GtkTextIter start;

  self->buffer = g_object_ref (buffer);
  self->page = cut_page_ref (page);
  self->first = cut_page_ref (page);
  self->text = page->reading->text;
  self->func = func;
  self->user_data = user_data;
  gtk_text_buffer_set_text (buffer, "", 0);
  if (!is_done (self))
    fill_slice (self, FIRST_SLICE_US);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  if (!is_done (self))
    self->source = g_idle_add_full (FILL_PRIORITY, fill_idle_cb, self, NULL);
  return self;
}

void
cut_reader_fill_set_page (CutReaderFill *self,
                          CutPage       *page)
{
  CutPage *old = self->page;

  self->page = cut_page_ref (page);
  cut_page_unref (old);
}

gboolean
cut_reader_fill_is_done (CutReaderFill *self)
{
  return is_done (self);
}

guint
cut_reader_fill_get_filled (CutReaderFill *self)
{
  return self->filled;
}

void
cut_reader_fill_free (CutReaderFill *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  cut_page_unref (self->page);
  cut_page_unref (self->first);
  g_object_unref (self->buffer);
  g_free (self);
}

static gboolean
is_same_mark (const CutMark *a,
              const CutMark *b)
{
  return a->start == b->start && a->end == b->end && a->form == b->form
         && g_strcmp0 (cut_annotation_get_colour (a->annotation), cut_annotation_get_colour (b->annotation)) == 0;
}

static GHashTable *
index_marks (const CutPage *page)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < page->marks->len; i++)
    {
      CutMark *mark = &g_array_index (page->marks, CutMark, i);

      g_hash_table_insert (index, (char *) cut_record_get_id (CUT_RECORD (mark->annotation)), mark);
    }
  return index;
}

static void
retag (GtkTextBuffer *buffer,
       const CutPage *after,
       const CutMark *mark,
       guint          filled)
{
  guint end = MIN (mark->end, filled);

  if (mark->start >= end)
    return;
  cut_reader_tags_clear_marks (buffer, mark->start, end);
  cut_reader_tags_apply_marks (buffer, after, mark->start, end);
}

/* Retags where the marks of @page are not, or not so, in @others. */
static void
retag_changed (GtkTextBuffer *buffer,
               const CutPage *page,
               GHashTable    *others,
               const CutPage *after,
               guint          filled)
{
  for (guint i = 0; i < page->marks->len; i++)
    {
      const CutMark *mark = &g_array_index (page->marks, CutMark, i);
      const CutMark *other = g_hash_table_lookup (others, cut_record_get_id (CUT_RECORD (mark->annotation)));

      if (other == NULL || !is_same_mark (mark, other))
        retag (buffer, after, mark, filled);
    }
}

static void
update_blocks (GtkTextBuffer *buffer,
               const CutPage *before,
               const CutPage *after,
               guint          filled)
{
  GPtrArray *old = before->reading->blocks;
  GPtrArray *new = after->reading->blocks;

  for (guint i = 0; i < MIN (old->len, new->len); i++)
    {
      const CutBlock *was = g_ptr_array_index (old, i);
      const CutBlock *is = g_ptr_array_index (new, i);
      guint end = MIN (is->end + 1, after->length);

      if ((was->role != is->role || cut_page_repeats (before, was) != cut_page_repeats (after, is)) && is->start < is->end && end <= filled)
        cut_reader_tags_set_role (buffer, after, is, end);
    }
}

void
cut_reader_fill_update (GtkTextBuffer *buffer,
                        const CutPage *before,
                        const CutPage *after,
                        guint          filled)
{
  g_autoptr (GHashTable) old = index_marks (before);
  g_autoptr (GHashTable) new = index_marks (after);

  retag_changed (buffer, before, new, after, filled);
  retag_changed (buffer, after, old, after, filled);
  update_blocks (buffer, before, after, filled);
}
