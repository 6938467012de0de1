/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-page-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-clip.h"
#include "cut-evidence-files.h"
#include "cut-html.h"

/* Deeper lists than this are drawn at this depth. */
#define MAX_LIST 6

CutPageText *
cut_page_text_new (CutSite   *site,
                   CutRecord *clip)
{
  CutRecord *capture = g_hash_table_lookup (site->shown, cut_record_get_id (clip));
  const CutBundleText *text = capture != NULL ? g_hash_table_lookup (site->content->texts, cut_record_get_id (capture)) : NULL;
  CutPageText *self;

  if (text == NULL)
    return NULL;
  self = g_new0 (CutPageText, 1);
  self->site = site;
  self->index = cut_index_new (text->text);
  self->blocks = cut_blocks_from_json (text->blocks_json != NULL ? text->blocks_json : "[]", NULL);
  if (self->blocks == NULL)
    self->blocks = cut_blocks_new ();
  self->marks = cut_site_marks (site, cut_record_get_id (clip));
  self->images = cut_evidence_files_images (capture);
  self->skip = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->skip, cut_site_clip_title (site, clip));
  if (cut_clip_get_standfirst (CUT_CLIP (clip)) != NULL)
    g_ptr_array_add (self->skip, g_strdup (cut_clip_get_standfirst (CUT_CLIP (clip))));
  return self;
}

void
cut_page_text_free (CutPageText *self)
{
  cut_index_free (self->index);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->images);
  g_ptr_array_unref (self->skip);
  g_free (self);
}

/* What blocks stand in together: a list, a table, a quotation. */
typedef enum
{
  GROUP_NONE,
  GROUP_LIST,
  GROUP_TABLE,
  GROUP_QUOTE,
  GROUP_PREFORMATTED,
} Group;

typedef struct
{
  const CutPageText *text;
  GString *page;
  Group group;
  guint table;
  guint row;
  gboolean in_row;
  guint column;
  guint depth;                 /* of the list */
  gboolean ordered[MAX_LIST + 1];
  guint number;                /* of the document's page */
  guint noted;                 /* marks that end before here have their note */
} Writer;

static Group
group_of (const CutBlock *block)
{
  switch (block->kind)
    {
    case CUT_BLOCK_LIST_ITEM:
      return GROUP_LIST;
    case CUT_BLOCK_CELL:
      return GROUP_TABLE;
    case CUT_BLOCK_QUOTE:
      return GROUP_QUOTE;
    case CUT_BLOCK_PREFORMATTED:
      return GROUP_PREFORMATTED;
    case CUT_BLOCK_PARAGRAPH:
    case CUT_BLOCK_HEADING:
    case CUT_BLOCK_CAPTION:
    default:
      return GROUP_NONE;
    }
}

/* The notes of the marks that have ended by @offset, beside the blocks they ended in. */
static void
write_notes (Writer *self,
             guint   offset)
{
  GPtrArray *marks = self->text->marks;
  gboolean open = FALSE;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (marks, i);

      if (!mark->placed || mark->end <= self->noted || mark->end > offset)
        continue;
      if (!open)
        cut_html_open (self->page, "div", "class", "notes", NULL);
      open = TRUE;
      self->text->note (self->page, mark, self->text->note_data);
    }
  if (open)
    cut_html_close (self->page, "div");
  self->noted = MAX (self->noted, offset);
}

/* Lists. */

static void
close_list_level (Writer *self)
{
  cut_html_close (self->page, "li");
  cut_html_close (self->page, self->ordered[self->depth] ? "ol" : "ul");
  self->depth--;
}

static void
write_item (Writer         *self,
            const CutBlock *block)
{
  guint level = CLAMP (block->level, 1, MIN (MAX_LIST, self->depth + 1));
  g_autofree char *value = block->ordinal > 0 ? g_strdup_printf ("%u", block->ordinal) : NULL;

  while (self->depth > level)
    close_list_level (self);
  if (self->depth == level)
    cut_html_close (self->page, "li");
  else
    {
      self->ordered[++self->depth] = block->ordinal > 0;
      cut_html_open (self->page, block->ordinal > 0 ? "ol" : "ul", NULL);
    }
  cut_html_open (self->page, "li", "dir", "auto", "value", self->ordered[self->depth] ? value : NULL, NULL);
  cut_page_text_inline (self->text, self->page, block);
}

/* Tables. */

static void
close_row (Writer *self)
{
  if (self->in_row)
    cut_html_close (self->page, "tr");
  self->in_row = FALSE;
  self->column = 0;
}

static void
write_cell (Writer         *self,
            const CutBlock *block)
{
  const char *tag = block->header ? "th" : "td";

  if (self->in_row && block->row != self->row)
    close_row (self);
  if (!self->in_row)
    cut_html_open (self->page, "tr", NULL);
  self->in_row = TRUE;
  self->row = block->row;
  /* Empty cells have no line in the text; no real table has hundreds of them in a row. */
  for (; self->column < block->column && block->column - self->column < 200; self->column++)
    {
      cut_html_open (self->page, "td", NULL);
      cut_html_close (self->page, "td");
    }
  self->column = block->column + 1;
  cut_html_open (self->page, tag, "dir", "auto", NULL);
  cut_page_text_inline (self->text, self->page, block);
  cut_html_close (self->page, tag);
}

/* Groups. */

static void
open_group (Writer         *self,
            Group           group,
            const CutBlock *block)
{
  self->group = group;
  self->table = block->table;
  switch (group)
    {
    case GROUP_TABLE:
      cut_html_open (self->page, "div", "class", "table", "role", "region", "tabindex", "0", "aria-label",
                     cut_site_word (self->text->site, N_("Table")), NULL);
      cut_html_open (self->page, "table", NULL);
      break;
    case GROUP_QUOTE:
      cut_html_open (self->page, "blockquote", NULL);
      break;
    case GROUP_PREFORMATTED:
      cut_html_open (self->page, "pre", "tabindex", "0", NULL);
      break;
    case GROUP_NONE:
    case GROUP_LIST:
    default:
      break;
    }
}

static void
close_group (Writer *self)
{
  switch (self->group)
    {
    case GROUP_LIST:
      while (self->depth > 0)
        close_list_level (self);
      break;
    case GROUP_TABLE:
      close_row (self);
      cut_html_close (self->page, "table");
      cut_html_close (self->page, "div");
      break;
    case GROUP_QUOTE:
      cut_html_close (self->page, "blockquote");
      break;
    case GROUP_PREFORMATTED:
      cut_html_close (self->page, "pre");
      break;
    case GROUP_NONE:
    default:
      break;
    }
  self->group = GROUP_NONE;
}

/* Single blocks. */

static void
write_figure (Writer         *self,
              const CutBlock *block)
{
  const char *path = block->image != NULL ? g_hash_table_lookup (self->text->images, block->image) : NULL;
  g_autofree char *source = path != NULL ? cut_site_picture (self->text->site, path) : NULL;

  if (source == NULL && block->end == block->start)
    return;
  cut_html_open (self->page, "figure", NULL);
  if (source != NULL)
    cut_html_open (self->page, "img", "src", source, "alt", block->alt != NULL ? block->alt : "", NULL);
  if (block->end > block->start)
    {
      cut_html_open (self->page, "figcaption", "dir", "auto", NULL);
      cut_page_text_inline (self->text, self->page, block);
      cut_html_close (self->page, "figcaption");
    }
  cut_html_close (self->page, "figure");
}

static void
write_heading (Writer         *self,
               const CutBlock *block)
{
  /* The page's own title is the first level. */
  const char *tag = cut_site_level (self->text->site, MAX (block->level, 2));

  cut_html_open (self->page, tag, "dir", "auto", NULL);
  cut_page_text_inline (self->text, self->page, block);
  cut_html_close (self->page, tag);
}

/* Where a page of the document begins, for citing it. */
static void
write_page_number (Writer         *self,
                   const CutBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u", block->page);
  g_autofree char *label = cut_words_fill (cut_site_word (self->text->site, N_("p. {number}")), "number", number, NULL);

  close_group (self);
  self->group = GROUP_NONE;
  self->number = block->page;
  cut_html_element (self->page, "p", label, "class", "page", NULL);
}

static void
write_block (Writer         *self,
             const CutBlock *block)
{
  const char *role = block->role != CUT_ROLE_BODY ? cut_block_role_to_word (block->role) : NULL;

  if (block->kind == CUT_BLOCK_LIST_ITEM)
    write_item (self, block);
  else if (block->kind == CUT_BLOCK_CELL)
    write_cell (self, block);
  else if (block->kind == CUT_BLOCK_CAPTION || (block->image != NULL && block->end == block->start))
    write_figure (self, block);
  else if (block->kind == CUT_BLOCK_HEADING && role == NULL)
    write_heading (self, block);
  else if (block->kind == CUT_BLOCK_PREFORMATTED)
    {
      cut_page_text_inline (self->text, self->page, block);
      g_string_append_c (self->page, '\n');
    }
  else
    {
      cut_html_open (self->page, "p", "class", role, "dir", "auto", NULL);
      cut_page_text_inline (self->text, self->page, block);
      cut_html_close (self->page, "p");
    }
}

static gboolean
is_marked (const CutPageText *self,
           const CutBlock    *block)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->placed && mark->start < block->end && mark->end > block->start)
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_page_text_is_said (const CutPageText *self,
                       const CutBlock    *block)
{
  g_autofree char *line = NULL;

  if (block->role != CUT_ROLE_TITLE && block->role != CUT_ROLE_STANDFIRST && block->kind != CUT_BLOCK_HEADING)
    return FALSE;
  line = cut_index_slice (self->index, block->start, block->end);
  for (guint i = 0; i < self->skip->len; i++)
    if (g_strcmp0 (line, g_ptr_array_index (self->skip, i)) == 0)
      return !is_marked (self, block);
  return FALSE;
}

void
cut_page_text_write (const CutPageText *self,
                     GString           *page)
{
  Writer writer = { self, page };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (self->blocks, i);
      Group group = group_of (block);

      if (cut_page_text_is_said (self, block))
        continue;
      if (block->page != 0 && block->page != writer.number)
        write_page_number (&writer, block);
      if (group != writer.group || (group == GROUP_TABLE && block->table != writer.table))
        {
          close_group (&writer);
          write_notes (&writer, block->start);
          open_group (&writer, group, block);
        }
      write_block (&writer, block);
      if (group == GROUP_NONE)
        write_notes (&writer, block->end);
    }
  close_group (&writer);
  write_notes (&writer, G_MAXUINT);
}
