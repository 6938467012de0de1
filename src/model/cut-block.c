/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-json.h"
#include "cut-utf8.h"

static const char *const kind_words[] = {
  [CUT_BLOCK_PARAGRAPH] = "paragraph", [CUT_BLOCK_HEADING] = "heading",
  [CUT_BLOCK_LIST_ITEM] = "list-item", [CUT_BLOCK_QUOTE] = "quote",
  [CUT_BLOCK_PREFORMATTED] = "preformatted", [CUT_BLOCK_CELL] = "cell",
  [CUT_BLOCK_CAPTION] = "caption",
};

static const char *const role_words[] = {
  [CUT_ROLE_BODY] = "body",       [CUT_ROLE_TITLE] = "title",
  [CUT_ROLE_STANDFIRST] = "standfirst", [CUT_ROLE_BYLINE] = "byline",
  [CUT_ROLE_CAPTION] = "caption", [CUT_ROLE_CREDIT] = "credit",
  [CUT_ROLE_FURNITURE] = "furniture",
};

static const char *const span_words[] = {
  [CUT_SPAN_LINK] = "link",   [CUT_SPAN_EMPHASIS] = "emphasis",
  [CUT_SPAN_STRONG] = "strong", [CUT_SPAN_CODE] = "code",
  [CUT_SPAN_SUPERSCRIPT] = "superscript", [CUT_SPAN_SUBSCRIPT] = "subscript",
};

static int
word_index (const char *const *words,
            guint              n_words,
            const char        *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;
  return -1;
}

static void
span_clear (gpointer data)
{
  CutSpan *span = data;

  g_free (span->target);
}

CutBlock *
cut_block_new (CutBlockKind kind,
               CutBlockRole role,
               guint        start,
               guint        end)
{
  CutBlock *self = g_new0 (CutBlock, 1);

  self->kind = kind;
  self->role = role;
  self->start = start;
  self->end = end;
  self->spans = g_array_new (FALSE, TRUE, sizeof (CutSpan));
  g_array_set_clear_func (self->spans, span_clear);
  return self;
}

void
cut_block_free (CutBlock *self)
{
  g_array_unref (self->spans);
  g_free (self->image);
  g_free (self->alt);
  g_free (self);
}

void
cut_block_add_span (CutBlock    *self,
                    CutSpanKind  kind,
                    guint        start,
                    guint        end,
                    const char  *target)
{
  CutSpan span = { kind, start, end, g_strdup (target) };

  g_array_append_val (self->spans, span);
}

gboolean
cut_block_counts (const CutBlock *self)
{
  return self->role == CUT_ROLE_BODY && self->end > self->start;
}

const char *
cut_block_kind_to_word (CutBlockKind kind)
{
  return kind_words[kind];
}

const char *
cut_block_role_to_word (CutBlockRole role)
{
  return role_words[role];
}

CutBlockRole
cut_block_role_from_word (const char *word)
{
  int role = word_index (role_words, G_N_ELEMENTS (role_words), word);

  return role >= 0 ? (CutBlockRole) role : CUT_ROLE_BODY;
}

GPtrArray *
cut_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cut_block_free);
}

static void
set_count (JsonObject *object,
           const char *name,
           guint       value)
{
  if (value != 0)
    json_object_set_int_member (object, name, value);
}

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static JsonArray *
spans_to_json (GArray *spans)
{
  JsonArray *array = json_array_sized_new (spans->len);

  for (guint i = 0; i < spans->len; i++)
    {
      const CutSpan *span = &g_array_index (spans, CutSpan, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", span_words[span->kind]);
      json_object_set_int_member (object, "start", span->start);
      json_object_set_int_member (object, "end", span->end);
      set_string (object, "target", span->target);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
block_to_json (const CutBlock *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind_words[self->kind]);
  json_object_set_string_member (object, "role", role_words[self->role]);
  json_object_set_int_member (object, "start", self->start);
  json_object_set_int_member (object, "end", self->end);
  set_count (object, "level", self->level);
  set_count (object, "ordinal", self->ordinal);
  set_count (object, "table", self->table);
  set_count (object, "row", self->row);
  set_count (object, "column", self->column);
  set_count (object, "page", self->page);
  if (self->header)
    json_object_set_boolean_member (object, "header", TRUE);
  set_string (object, "image", self->image);
  set_string (object, "alt", self->alt);
  if (self->spans->len > 0)
    json_object_set_array_member (object, "spans", spans_to_json (self->spans));
  return object;
}

char *
cut_blocks_to_json (GPtrArray *blocks)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    json_array_add_object_element (array, block_to_json (g_ptr_array_index (blocks, i)));
  json_node_take_array (root, array);
  return json_to_string (root, FALSE);
}

static guint
get_count (JsonObject *object,
           const char *name)
{
  return (guint) CLAMP (cut_json_get_int (object, name, 0), 0, G_MAXINT);
}

static gboolean
spans_from_json (CutBlock  *block,
                 JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      int kind = object != NULL ? word_index (span_words, G_N_ELEMENTS (span_words),
                                              cut_json_get_string (object, "kind"))
                                : -1;
      guint start = object != NULL ? get_count (object, "start") : 0;
      guint end = object != NULL ? get_count (object, "end") : 0;

      if (kind < 0 || start < block->start || end > block->end || start > end)
        return FALSE;
      cut_block_add_span (block, (CutSpanKind) kind, start, end, cut_json_get_string (object, "target"));
    }
  return TRUE;
}

static CutBlock *
block_from_json (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (CutBlock) block = NULL;
  int kind, role;

  if (object == NULL)
    return NULL;
  kind = word_index (kind_words, G_N_ELEMENTS (kind_words), cut_json_get_string (object, "kind"));
  role = word_index (role_words, G_N_ELEMENTS (role_words), cut_json_get_string (object, "role"));
  if (kind < 0 || role < 0)
    return NULL;
  block = cut_block_new ((CutBlockKind) kind, (CutBlockRole) role, get_count (object, "start"),
                         get_count (object, "end"));
  block->level = get_count (object, "level");
  block->ordinal = get_count (object, "ordinal");
  block->table = get_count (object, "table");
  block->row = get_count (object, "row");
  block->column = get_count (object, "column");
  block->page = get_count (object, "page");
  block->header = cut_json_get_boolean (object, "header", FALSE);
  block->image = g_strdup (cut_json_get_string (object, "image"));
  block->alt = g_strdup (cut_json_get_string (object, "alt"));
  if (block->end < block->start || !spans_from_json (block, cut_json_get_array (object, "spans")))
    return NULL;
  return g_steal_pointer (&block);
}

GPtrArray *
cut_blocks_from_json (const char  *json,
                      GError     **error)
{
  g_autoptr (JsonNode) root = cut_json_parse (json, -1, NULL);
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  guint reached = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      CutBlock *block = block_from_json (json_array_get_element (array, i));

      if (block != NULL)
        g_ptr_array_add (blocks, block);
      if (block == NULL || block->start < reached)
        array = NULL;
      else
        reached = block->end;
    }
  if (array == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The table of paragraphs is damaged"));
      return NULL;
    }
  return g_steal_pointer (&blocks);
}

/* Moves @n code points on, but never past the end: the table may be of another text. */
static const char *
move_on (const char *at,
         guint       n)
{
  for (; n > 0 && *at != '\0'; n--)
    at = g_utf8_next_char (at);
  return at;
}

/* Parts that only an LF parts are one: it is what joins them. */
static void
append_part (GArray     *parts,
             const char *text,
             gsize       start,
             gsize       end)
{
  CutTextPart *last = parts->len > 0 ? &g_array_index (parts, CutTextPart, parts->len - 1) : NULL;
  CutTextPart part = { start, end };

  if (last != NULL && last->end > last->start && last->end + 1 == start && text[last->end] == '\n')
    last->end = end;
  else
    g_array_append_val (parts, part);
}

/* Whether each line of @text is a block that counts, as in a text that came without furniture. @end: of @text */
static gboolean
all_count (GPtrArray  *blocks,
           const char *text,
           const char *end)
{
  const char *line = text;
  guint offset = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);
      const char *newline = line < end ? memchr (line, '\n', (gsize) (end - line)) : NULL;
      gsize length = (gsize) ((newline != NULL ? newline : end) - line);

      if (!cut_block_counts (block) || block->start != offset || length == 0 || cut_utf8_count (line, length) != block->end - block->start ||
          (newline == NULL) != (i + 1 == blocks->len))
        return FALSE;
      offset = block->end + 1;
      line += length + 1;
    }
  return blocks->len > 0;
}

GArray *
cut_blocks_get_counted (GPtrArray  *blocks,
                        const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CutTextPart));
  gsize length = strlen (text);
  const char *at = text;
  guint offset = 0;

  if (all_count (blocks, text, text + length))
    {
      append_part (parts, text, 0, length);
      return parts;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);
      const char *start = move_on (at, block->start - offset);
      const char *end = move_on (start, block->end - block->start);

      if (cut_block_counts (block))
        append_part (parts, text, (gsize) (start - text), (gsize) (end - text));
      at = end;
      offset = block->end;
    }
  return parts;
}

char *
cut_text_parts_join (GArray     *parts,
                     const char *text)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const CutTextPart *part = &g_array_index (parts, CutTextPart, i);

      if (joined->len > 0)
        g_string_append_c (joined, '\n');
      g_string_append_len (joined, text + part->start, (gssize) (part->end - part->start));
    }
  return g_string_free (joined, FALSE);
}

char *
cut_blocks_get_counted_text (GPtrArray  *blocks,
                             const char *text)
{
  g_autoptr (GArray) parts = cut_blocks_get_counted (blocks, text);

  return cut_text_parts_join (parts, text);
}

guint
cut_blocks_get_page (GPtrArray *blocks,
                     guint      offset)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);

      if (offset >= block->start && offset < block->end)
        return block->page;
    }
  return 0;
}
