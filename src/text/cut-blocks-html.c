/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-blocks-html.h"

#define DEEPEST 6

typedef struct
{
  GString *out;
  const char *at;   /* in the text */
  guint offset;     /* of @at, in code points */
  const char *open; /* (nullable): the element around the items, cells or lines written last */
  guint table;
  guint row;
  guint page;
} Writer;

/* Elements around blocks of a kind. */

static void
close_open (Writer *self)
{
  if (self->table > 0)
    g_string_append (self->out, "</tr>\n");
  if (self->open != NULL)
    g_string_append_printf (self->out, "</%s>\n", self->open);
  self->open = NULL;
  self->table = 0;
}

static const char *
frame_of (const CutBlock *block)
{
  switch ((int) block->kind)
    {
    case CUT_BLOCK_LIST_ITEM:
      return block->ordinal > 0 ? "ol" : "ul";
    case CUT_BLOCK_QUOTE:
      return "blockquote";
    case CUT_BLOCK_PREFORMATTED:
      return "pre";
    case CUT_BLOCK_CELL:
      return "table";
    case CUT_BLOCK_CAPTION:
      return "figure";
    default:
      return NULL;
    }
}

static void
open_row (Writer         *self,
          const CutBlock *block)
{
  if (block->kind != CUT_BLOCK_CELL || (self->table == block->table && self->row == block->row))
    return;
  g_string_append (self->out, self->table > 0 ? "</tr>\n<tr>" : "<tr>");
  self->table = block->table;
  self->row = block->row;
}

static void
open_frame (Writer         *self,
            const CutBlock *block)
{
  const char *frame = frame_of (block);

  if (self->open != NULL && (frame == NULL || !g_str_equal (frame, self->open) || (self->table > 0 && self->table != block->table)))
    close_open (self);
  if (frame != NULL && self->open == NULL)
    {
      g_string_append_printf (self->out, "<%s>", frame);
      self->open = frame;
    }
  else if (frame != NULL && block->kind == CUT_BLOCK_PREFORMATTED)
    g_string_append_c (self->out, '\n');
  open_row (self, block);
}

/* One block. */

static char *
element_of (const CutBlock *block)
{
  switch ((int) block->kind)
    {
    case CUT_BLOCK_HEADING:
      return g_strdup_printf ("h%u", CLAMP (block->level, 1, DEEPEST));
    case CUT_BLOCK_LIST_ITEM:
      return g_strdup ("li");
    case CUT_BLOCK_PREFORMATTED:
      return NULL;
    case CUT_BLOCK_CELL:
      return g_strdup (block->header ? "th" : "td");
    case CUT_BLOCK_CAPTION:
      return g_strdup ("figcaption");
    default:
      return g_strdup ("p");
    }
}

/* Blocks come in the order of the text, so that its characters are counted once. */
static const char *
go_to (Writer *self,
       guint   offset)
{
  self->at = g_utf8_offset_to_pointer (self->at, (glong) (offset - self->offset));
  self->offset = offset;
  return self->at;
}

static void
write_block (Writer         *self,
             const CutBlock *block)
{
  const char *start = go_to (self, block->start);
  g_autofree char *words = g_markup_escape_text (start, go_to (self, block->end) - start);
  g_autofree char *element = element_of (block);

  open_frame (self, block);
  if (element == NULL)
    {
      g_string_append (self->out, words);
      return;
    }
  g_string_append_printf (self->out, "<%s", element);
  if (block->page > self->page)
    g_string_append_printf (self->out, " data-page=\"%u\"", block->page);
  self->page = MAX (self->page, block->page);
  g_string_append_printf (self->out, ">%s</%s>%s", words, element, self->open == NULL ? "\n" : "");
}

static gboolean
is_written (const CutBlock *block)
{
  return block->end > block->start && (cut_block_counts (block) || block->role == CUT_ROLE_CAPTION || block->role == CUT_ROLE_CREDIT);
}

char *
cut_blocks_to_html (GPtrArray  *blocks,
                    const char *text)
{
  Writer self = { .out = g_string_new (NULL), .at = text };

  for (guint i = 0; i < blocks->len; i++)
    if (is_written (g_ptr_array_index (blocks, i)))
      write_block (&self, g_ptr_array_index (blocks, i));
  close_open (&self);
  return g_string_free (self.out, self.out->len == 0);
}
