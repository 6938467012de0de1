/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-join.h"

#include <string.h>

/* A page's lines, by block; "" for a picture without a caption. */
static GPtrArray *
get_lines (const CutArticle *article)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *at = article->text;
  guint offset = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);
      const char *start = g_utf8_offset_to_pointer (at, (glong) block->start - (glong) offset);
      const char *end = g_utf8_offset_to_pointer (start, (glong) (block->end - block->start));

      g_ptr_array_add (lines, g_strndup (start, (gsize) (end - start)));
      at = start;
      offset = block->start;
    }
  return lines;
}

static const char *
line_at (GPtrArray *lines,
         guint      i)
{
  return g_ptr_array_index (lines, i);
}

typedef struct
{
  CutArticle *article;
  GString *text;
  GHashTable *known;  /* (owned) (element-type utf8): the lines so far, and the addresses of the pictures */
  GString *html;
  guint length;       /* of text, in code points */
  guint first_table;
} Join;

static void
join_begin (Join       *self,
            CutArticle *article,
            GPtrArray  *lines)
{
  self->article = article;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new (article->text);
  self->html = g_string_new (article->html);
  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (self->known, g_strdup (line_at (lines, i)));
  for (guint i = 0; i < article->images->len; i++)
    g_hash_table_add (self->known, g_strdup (g_ptr_array_index (article->images, i)));
  for (guint i = 0; i < article->blocks->len; i++)
    self->first_table = MAX (self->first_table, ((CutBlock *) g_ptr_array_index (article->blocks, i))->table);
}

static void
join_end (Join *self)
{
  g_free (self->article->text);
  self->article->text = g_string_free (self->text, FALSE);
  g_free (self->article->html);
  self->article->html = g_string_free (self->html, FALSE);
  g_hash_table_unref (self->known);
}

static gboolean
is_known (const Join     *self,
          const CutBlock *block,
          const char     *line)
{
  if (*line != '\0')
    return g_hash_table_contains (self->known, line);
  return block->image == NULL || g_hash_table_contains (self->known, block->image);
}

/* "Headline – page 2" is the headline, too. */
static gboolean
opens_page (const Join     *self,
            const CutBlock *block,
            const char     *line)
{
  return block->role == CUT_ROLE_TITLE || is_known (self, block, line) ||
         (block->kind == CUT_BLOCK_HEADING && self->article->title != NULL && g_str_has_prefix (line, self->article->title));
}

/* Lines written without attributes, as our own serialiser does, are found by what they are. */
static void
drop_from_html (GString    *html,
                const char *line)
{
  static const char *const names[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6" };
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  for (guint i = 0; i < G_N_ELEMENTS (names) && *line != '\0'; i++)
    {
      g_autofree char *element = g_strdup_printf ("<%s>%s</%s>", names[i], escaped, names[i]);

      if (g_string_replace (html, element, "", 1) > 0)
        return;
    }
}

static guint
count_head (const Join       *self,
            const CutArticle *page,
            GPtrArray        *lines)
{
  guint n = 0;

  while (n < lines->len && opens_page (self, g_ptr_array_index (page->blocks, n), line_at (lines, n)))
    n++;
  return n;
}

static guint
count_tail (GPtrArray *before,
            GPtrArray *after,
            guint      head)
{
  guint n = 0;

  while (n + 1 < before->len && n + head < after->len && *line_at (after, after->len - 1 - n) != '\0' &&
         g_str_equal (line_at (before, before->len - 1 - n), line_at (after, after->len - 1 - n)))
    n++;
  return n;
}

static void
cut_tail (Join      *self,
          GPtrArray *lines,
          guint      n)
{
  GPtrArray *blocks = self->article->blocks;

  for (; n > 0; n--)
    {
      const char *line = line_at (lines, blocks->len - 1);

      g_string_truncate (self->text, self->text->len - strlen (line));
      if (self->text->len > 0)
        g_string_truncate (self->text, self->text->len - 1);
      drop_from_html (self->html, line);
      g_ptr_array_set_size (blocks, (int) blocks->len - 1);
    }
}

static void
shift (CutBlock *block,
       int       by)
{
  block->start = (guint) ((int) block->start + by);
  block->end = (guint) ((int) block->end + by);
  for (guint i = 0; i < block->spans->len; i++)
    {
      CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      span->start = (guint) ((int) span->start + by);
      span->end = (guint) ((int) span->end + by);
    }
}

static void
append (Join       *self,
        CutBlock   *block,
        const char *line,
        gboolean   *begun)
{
  /* A picture without a caption stands where the next line begins. */
  if (!*begun && self->text->len > 0)
    {
      g_string_append_c (self->text, '\n');
      self->length++;
    }
  shift (block, (int) self->length - (int) block->start);
  block->table += block->table > 0 ? self->first_table : 0;
  g_string_append (self->text, line);
  self->length = block->end;
  *begun = *line == '\0';
  g_ptr_array_add (self->article->blocks, block);
}

static void
append_page (Join       *self,
             CutArticle *page,
             GPtrArray  *lines,
             guint       head)
{
  g_autoptr (GString) html = g_string_new (page->html);
  gboolean begun = FALSE;
  gsize n_blocks;
  g_autofree gpointer *blocks = g_ptr_array_steal (page->blocks, &n_blocks);

  self->length = (guint) g_utf8_strlen (self->text->str, (gssize) self->text->len);
  for (guint i = 0; i < n_blocks; i++)
    if (i < head || (!cut_block_counts (blocks[i]) && is_known (self, blocks[i], line_at (lines, i))))
      {
        drop_from_html (html, line_at (lines, i));
        cut_block_free (blocks[i]);
      }
    else
      append (self, blocks[i], line_at (lines, i), &begun);
  if (begun && self->text->len > 0 && self->text->str[self->text->len - 1] == '\n')
    {
      g_string_truncate (self->text, self->text->len - 1);
      for (guint i = self->article->blocks->len; i-- > 0;)
        {
          CutBlock *block = g_ptr_array_index (self->article->blocks, i);

          if (block->start < self->length)
            break;
          shift (block, -1);
        }
    }
  g_string_append (self->html, html->str);
}

static void
take_images (Join       *self,
             CutArticle *page)
{
  for (guint i = 0; i < page->images->len; i++)
    if (g_hash_table_add (self->known, g_strdup (g_ptr_array_index (page->images, i))))
      g_ptr_array_add (self->article->images, g_strdup (g_ptr_array_index (page->images, i)));
}

void
cut_join_page (CutArticle *article,
               CutArticle *page)
{
  g_autoptr (GPtrArray) before = get_lines (article);
  g_autoptr (GPtrArray) after = get_lines (page);
  Join join = { 0 };
  guint head;

  join_begin (&join, article, before);
  head = count_head (&join, page, after);
  cut_tail (&join, before, count_tail (before, after, head));
  for (guint i = article->blocks->len; i < before->len; i++)
    g_hash_table_remove (join.known, line_at (before, i));
  append_page (&join, page, after, head);
  take_images (&join, page);
  join_end (&join);
  g_free (article->next_url);
  article->next_url = g_steal_pointer (&page->next_url);
}
