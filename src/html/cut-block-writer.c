/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-block-writer.h"

#include "cut-line.h"
#include "cut-page-url.h"
#include "cut-page-picture.h"
#include "cut-phrase.h"
#include "cut-table.h"

#include <string.h>

/* Spans over one place; more say nothing a reader could see. */
#define MAX_OPEN_SPANS 16
#define MAX_CALL_CHARS 260

typedef enum
{
  OPENS_NOTHING = 0,
  OPENS_BLOCK = 1 << 0,
  OPENS_SPAN = 1 << 1,
  OPENS_LIST = 1 << 2,
  OPENS_ITEM = 1 << 3,
  OPENS_QUOTE = 1 << 4,
  OPENS_HEADING = 1 << 5,
  OPENS_PRE = 1 << 6,
  OPENS_TABLE = 1 << 7,
  OPENS_CELL = 1 << 8,
  OPENS_FIGURE = 1 << 9,
  OPENS_CAPTION = 1 << 10,
} Opens;

typedef struct
{
  const CutNode *node;
  guint opens;
} Frame;

typedef struct
{
  gboolean ordered;
  guint next;
} List;

typedef struct
{
  CutTree *tree;
  const char *base;
  CutArticle *article;
  GString *text;
  guint chars;
  CutLine line;
  CutNodeRole role; /* of the line */
  GArray *frames;
  GArray *lists;
  GPtrArray *targets;
  GHashTable *seen_pictures;
  char *picture;
  char *alt;
  guint heading;
  guint quotes;
  guint pres;
  guint captions;
  guint breaks;
  gboolean parted; /* the line begins or ends at line breaks, in no block of its own */
  gboolean item_due;
  guint ordinal;
  guint cells;
  guint tables; /* open data tables; only the outermost is numbered */
  guint table;
  guint row;
  guint column;
  guint next_column;
  gboolean header;
} Writer;

static CutBlockRole
block_role (CutNodeRole role)
{
  switch (role)
    {
    case CUT_NODE_TITLE:
      return CUT_ROLE_TITLE;
    case CUT_NODE_STANDFIRST:
      return CUT_ROLE_STANDFIRST;
    case CUT_NODE_BYLINE:
      return CUT_ROLE_BYLINE;
    case CUT_NODE_CAPTION:
      return CUT_ROLE_CAPTION;
    case CUT_NODE_CREDIT:
      return CUT_ROLE_CREDIT;
    case CUT_NODE_FURNITURE:
    case CUT_NODE_HIDDEN:
    case CUT_NODE_DROPPED:
      return CUT_ROLE_FURNITURE;
    case CUT_NODE_BODY:
    default:
      return CUT_ROLE_BODY;
    }
}

static guint
next_offset (const Writer *self)
{
  return self->chars > 0 ? self->chars + 1 : 0;
}

/* A picture that found no caption stands as a block without a line. */
static void
emit_picture (Writer *self)
{
  guint offset = next_offset (self);
  CutBlock *block;

  if (self->picture == NULL)
    return;
  block = cut_block_new (CUT_BLOCK_CAPTION, CUT_ROLE_CAPTION, offset, offset);
  block->image = g_steal_pointer (&self->picture);
  block->alt = g_steal_pointer (&self->alt);
  g_ptr_array_add (self->article->blocks, block);
}

static void
choose_kind (Writer *self, CutBlock *block)
{
  if (self->captions > 0 || block->role == CUT_ROLE_CAPTION || block->role == CUT_ROLE_CREDIT)
    block->kind = CUT_BLOCK_CAPTION;
  else if (self->cells > 0)
    {
      block->kind = CUT_BLOCK_CELL;
      block->table = self->table;
      block->row = self->row;
      block->column = self->column;
      block->header = self->header;
    }
  else if (self->heading > 0)
    {
      block->kind = CUT_BLOCK_HEADING;
      block->level = self->heading;
    }
  else if (self->pres > 0)
    block->kind = CUT_BLOCK_PREFORMATTED;
  else if (self->item_due)
    {
      block->kind = CUT_BLOCK_LIST_ITEM;
      block->level = MAX (self->lists->len, 1);
      block->ordinal = self->ordinal;
    }
  else if (self->quotes > 0)
    {
      block->kind = CUT_BLOCK_QUOTE;
      block->level = self->quotes;
    }
}

static void
attach_picture (Writer *self, CutBlock *block)
{
  if (block->kind == CUT_BLOCK_CAPTION && self->picture != NULL)
    {
      block->image = g_steal_pointer (&self->picture);
      block->alt = g_steal_pointer (&self->alt);
    }
}

/* "Read also: …" between line breaks is no element, so that nothing marked it before. */
static void
judge_parted (const Writer *self, CutBlock *block, const char *line)
{
  if (self->parted && block->role == CUT_ROLE_BODY && block->kind == CUT_BLOCK_PARAGRAPH
      && g_utf8_strlen (line, -1) <= MAX_CALL_CHARS && cut_phrase_opens_furniture (line))
    block->role = CUT_ROLE_FURNITURE;
}

static void
flush (Writer *self)
{
  g_autoptr (CutBlock) block = NULL;
  g_autofree char *line = NULL;

  self->breaks = 0;
  if (self->line.chars == 0)
    {
      self->line.space_due = FALSE;
      return;
    }
  block = cut_block_new (CUT_BLOCK_PARAGRAPH, block_role (self->role), 0, 0);
  choose_kind (self, block);
  /* A greyed label may stand between a picture and its caption. */
  if (block->kind != CUT_BLOCK_CAPTION && block->role != CUT_ROLE_FURNITURE)
    emit_picture (self);
  block->start = next_offset (self);
  line = cut_line_finish (&self->line, block, block->start);
  if (*line == '\0')
    return;
  judge_parted (self, block, line);
  self->parted = FALSE;
  block->end = block->start + g_utf8_strlen (line, -1);
  attach_picture (self, block);
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, line);
  self->chars = block->end;
  if (block->kind == CUT_BLOCK_LIST_ITEM)
    self->item_due = FALSE;
  g_ptr_array_add (self->article->blocks, g_steal_pointer (&block));
}

/* @image: an img, or a figure that names its picture */
static void
add_picture (Writer *self, const CutNode *image)
{
  const char *alt = cut_node_get (image, "alt");
  g_autofree char *url = NULL;

  if (image->seen_role == CUT_NODE_FURNITURE || image->seen_role == CUT_NODE_BYLINE)
    return;
  url = image->tag == CUT_ELEMENT_FIGURE ? cut_page_picture_from_figure (self->tree, image, self->base)
                                         : cut_page_picture_get_url (self->tree, image, self->base);
  if (url == NULL)
    return;
  if (!g_hash_table_add (self->seen_pictures, g_strdup (url)))
    return;
  emit_picture (self);
  g_ptr_array_add (self->article->images, g_strdup (url));
  self->picture = g_steal_pointer (&url);
  self->alt = alt && *alt ? g_strdup (alt) : NULL;
}

static void
append_preformatted (Writer *self, const char *text)
{
  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1)
    {
      cut_line_append_verbatim (&self->line, text, end - text);
      flush (self);
    }
  cut_line_append_verbatim (&self->line, text, strlen (text));
}

static void
append_text (Writer *self, const CutNode *node)
{
  self->role = self->line.chars == 0 ? node->seen_role : self->role;
  if (self->pres > 0)
    append_preformatted (self, node->text);
  else
    cut_line_append (&self->line, node->text, strlen (node->text));
  if (self->line.chars > 0 && !self->line.space_due)
    self->breaks = 0;
}

/* One line break parts words, two part paragraphs. */
static void
add_break (Writer *self)
{
  if (self->pres > 0)
    flush (self);
  else if (++self->breaks >= 2)
    {
      self->parted = TRUE;
      flush (self);
      self->parted = TRUE;
    }
  else
    cut_line_break (&self->line);
}

static gboolean
span_of (Writer *self, const CutNode *node, CutSpanKind *kind, const char **target)
{
  char *url;

  *target = NULL;
  switch ((int) node->tag)
    {
    case CUT_ELEMENT_A:
      url = cut_page_url_resolve (self->base, cut_node_get (node, "href"));
      if (url != NULL)
        g_ptr_array_add (self->targets, url);
      *target = url;
      *kind = CUT_SPAN_LINK;
      return url != NULL;
    case CUT_ELEMENT_EM:
    case CUT_ELEMENT_I:
    case CUT_ELEMENT_CITE:
      *kind = CUT_SPAN_EMPHASIS;
      return TRUE;
    case CUT_ELEMENT_STRONG:
    case CUT_ELEMENT_B:
      *kind = CUT_SPAN_STRONG;
      return TRUE;
    case CUT_ELEMENT_CODE:
    case CUT_ELEMENT_KBD:
    case CUT_ELEMENT_SAMP:
    case CUT_ELEMENT_TT:
      *kind = CUT_SPAN_CODE;
      return TRUE;
    case CUT_ELEMENT_SUP:
      *kind = CUT_SPAN_SUPERSCRIPT;
      return TRUE;
    case CUT_ELEMENT_SUB:
      *kind = CUT_SPAN_SUBSCRIPT;
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
open_list (Writer *self, const CutNode *node)
{
  const char *start = cut_node_get (node, "start");
  List list = { node->tag == CUT_ELEMENT_OL, 1 };

  if (start != NULL && g_ascii_isdigit (*start))
    list.next = CLAMP (g_ascii_strtoull (start, NULL, 10), 1, G_MAXINT);
  g_array_append_val (self->lists, list);
  return OPENS_LIST;
}

static guint
open_item (Writer *self)
{
  List *list
      = self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;

  self->item_due = TRUE;
  self->ordinal = list != NULL && list->ordered ? list->next++ : 0;
  return OPENS_ITEM;
}

static guint
open_table (Writer *self, const CutNode *node)
{
  if (self->tables > 0 || !cut_table_is_data (self->tree, node))
    return OPENS_NOTHING;
  self->tables++;
  self->table++;
  self->row = G_MAXUINT;
  return OPENS_TABLE;
}

static guint
open_cell (Writer *self, const CutNode *node)
{
  if (self->tables == 0)
    return OPENS_NOTHING;
  if (self->row == G_MAXUINT)
    self->row = 0;
  if (self->cells == 0)
    self->column = self->next_column++;
  self->header = node->tag == CUT_ELEMENT_TH;
  self->cells++;
  return OPENS_CELL;
}

static guint
open_block (Writer *self, const CutNode *node)
{
  switch ((int) node->tag)
    {
    case CUT_ELEMENT_UL:
    case CUT_ELEMENT_OL:
    case CUT_ELEMENT_MENU:
      return open_list (self, node);
    case CUT_ELEMENT_LI:
      return open_item (self);
    case CUT_ELEMENT_BLOCKQUOTE:
      self->quotes++;
      return OPENS_QUOTE;
    case CUT_ELEMENT_PRE:
    case CUT_ELEMENT_LISTING:
    case CUT_ELEMENT_XMP:
    case CUT_ELEMENT_PLAINTEXT:
      self->pres++;
      return OPENS_PRE;
    case CUT_ELEMENT_TABLE:
      return open_table (self, node);
    case CUT_ELEMENT_TR:
      self->row += self->tables > 0;
      self->next_column = 0;
      return OPENS_NOTHING;
    case CUT_ELEMENT_TD:
    case CUT_ELEMENT_TH:
      return open_cell (self, node);
    case CUT_ELEMENT_FIGURE:
      return OPENS_FIGURE;
    case CUT_ELEMENT_FIGCAPTION:
    case CUT_ELEMENT_CAPTION:
      self->captions++;
      return OPENS_CAPTION;
    default:
      if (!cut_node_is (node, CUT_ELEMENT_IS_HEADING) || self->heading > 0)
        return OPENS_NOTHING;
      self->heading = node->tag - CUT_ELEMENT_H1 + 1;
      return OPENS_HEADING;
    }
}

static gboolean
changes_role (const CutNode *node)
{
  return node->parent != NULL && node->seen_role != node->parent->seen_role;
}

static void
enter (Writer *self, CutNode *node)
{
  Frame frame = { node, OPENS_NOTHING };
  CutSpanKind kind;
  const char *target;

  if (cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || changes_role (node))
    {
      flush (self);
      frame.opens = OPENS_BLOCK | open_block (self, node);
    }
  else if (self->line.open->len < MAX_OPEN_SPANS && span_of (self, node, &kind, &target))
    {
      cut_line_open_span (&self->line, kind, target);
      frame.opens = OPENS_SPAN;
    }
  if (node->tag == CUT_ELEMENT_BR)
    add_break (self);
  else if (node->tag == CUT_ELEMENT_IMG || node->tag == CUT_ELEMENT_FIGURE)
    add_picture (self, node);
  g_array_append_val (self->frames, frame);
}

static void
leave (Writer *self, const Frame *frame)
{
  guint opens = frame->opens;

  if (opens & OPENS_BLOCK)
    flush (self);
  if (opens & OPENS_SPAN)
    cut_line_close_span (&self->line);
  if (opens & OPENS_LIST)
    g_array_set_size (self->lists, self->lists->len - 1);
  if (opens & OPENS_ITEM)
    self->item_due = FALSE;
  if (opens & OPENS_FIGURE)
    emit_picture (self);
  if (opens & OPENS_HEADING)
    self->heading = 0;
  self->quotes -= (opens & OPENS_QUOTE) != 0;
  self->pres -= (opens & OPENS_PRE) != 0;
  self->tables -= (opens & OPENS_TABLE) != 0;
  self->cells -= (opens & OPENS_CELL) != 0;
  self->captions -= (opens & OPENS_CAPTION) != 0;
}

static void
leave_until (Writer *self, guint index)
{
  while (self->frames->len > 0)
    {
      Frame frame = g_array_index (self->frames, Frame, self->frames->len - 1);

      if (frame.node->end > index)
        return;
      g_array_set_size (self->frames, self->frames->len - 1);
      leave (self, &frame);
    }
}

static gboolean
is_left_out (const CutNode *node)
{
  return node->seen_role == CUT_NODE_HIDDEN || node->seen_role == CUT_NODE_DROPPED;
}

static void
write_root (Writer *self, CutNode *root)
{
  for (guint i = root->index; i < root->end; i++)
    {
      CutNode *node = cut_tree_get_node (self->tree, i);

      leave_until (self, i);
      if (is_left_out (node) && node != root)
        {
          const CutNode *image = NULL;

          if (node->tag == CUT_ELEMENT_NOSCRIPT)
            image = cut_page_picture_in_noscript (self->tree, node, self->base);
          if (image != NULL && !is_left_out (node->parent))
            add_picture (self, image);
          i = node->end - 1;
          continue;
        }
      if (node->text != NULL)
        append_text (self, node);
      else
        enter (self, node);
    }
  leave_until (self, G_MAXUINT);
  flush (self);
}

static void
finish (Writer *self)
{
  emit_picture (self);
  /* A picture at the very end has no line to stand before. */
  for (guint i = 0; i < self->article->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (self->article->blocks, i);

      block->start = MIN (block->start, self->chars);
      block->end = MIN (block->end, self->chars);
    }
  g_free (self->article->text);
  self->article->text = g_string_free (self->text, FALSE);
  cut_line_clear (&self->line);
  g_array_unref (self->frames);
  g_array_unref (self->lists);
  g_ptr_array_unref (self->targets);
  g_hash_table_unref (self->seen_pictures);
}

void
cut_block_writer_write (CutTree *tree, GPtrArray *roots, const char *base, CutArticle *article)
{
  Writer self = { .tree = tree, .base = base, .article = article };

  self.text = g_string_new (NULL);
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
  self.targets = g_ptr_array_new_with_free_func (g_free);
  self.seen_pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cut_line_init (&self.line);
  for (guint i = 0; i < roots->len; i++)
    write_root (&self, g_ptr_array_index (roots, i));
  finish (&self);
}
