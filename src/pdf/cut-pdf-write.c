/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-write.h"

#include <math.h>
#include <string.h>

#include "cut-normal.h"
#include "cut-pdf-words.h"

#define LARGER 1.12            /* times the body's size: a heading */
#define SAME_SIZE 0.08         /* of the size: letters of one paragraph differ by no more */
#define GAP 0.45               /* of the size, above the space that was between the lines before */
#define FIRST_GAP 0.9          /* of the size, where there were none before */
#define INDENT 0.8             /* of the size */
#define SHORT_LINE 0.85        /* of the column's width */
#define LONGEST_HEADING 200    /* code points */
#define LONGEST_BOLD 120       /* code points of a heading in the size of the body */
#define TITLE_ABOVE 0.6        /* of the first page's height */
#define DEEPEST_HEADING 6
#define MAX_SIZE 256             /* points; larger letters are counted as such */

typedef struct
{
  GString *text;
  CutPdfUse use;
  double size;
  double top;
  gboolean bold;
  gboolean bullet;
  gboolean fixed;
  guint lines;
  guint page;  /* from 1 */
  double pitch; /* from line to line, 0 before the second */
  const CutPdfLine *last;
} Paragraph;

typedef struct
{
  CutPdfDocument *document;
  CutPdfWords *words;
  double body;
  gboolean body_is_bold;
  gboolean body_is_fixed;
  GPtrArray *paragraphs;
  gboolean sizes[MAX_SIZE];
} Reader;

static void
paragraph_free (gpointer data)
{
  Paragraph *self = data;

  g_string_free (self->text, TRUE);
  g_free (self);
}

static Paragraph *
paragraph_at (const Reader *self,
              guint         i)
{
  return g_ptr_array_index (self->paragraphs, i);
}

/* Where a paragraph begins. */

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;
  return text;
}

/* Returns: (nullable): what follows the bullet that @text begins with */
static const char *
find_words (const char *text)
{
  static const char *const bullets[] = { "•", "▪", "■", "●", "◦", "○", "‣", "⁃", "∙", "\357\202\267" };
  static const char *const dashes[] = { "– ", "- " };

  text = skip_spaces (text);
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return skip_spaces (text + strlen (bullets[i]));
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text, dashes[i]))
      return skip_spaces (text + strlen (dashes[i]));
  return NULL;
}

/* A dash is a bullet only where nothing goes on before it. */
static gboolean
begins_with_dash (const char *text)
{
  text = skip_spaces (text);
  return *text == '-' || g_str_has_prefix (text, "–");
}

/* "1." or "12)" or "(3)" or "b)", and then words that begin large. */
static gboolean
begins_with_number (const char *text)
{
  const char *at = skip_spaces (text);
  const char *number;

  at += *at == '(';
  number = at;
  while (g_ascii_isdigit (*at) && at - number < 2)
    at++;
  if (at == number && g_ascii_islower (*at) && at[1] == ')')
    at++;
  if (at == number || (*at != '.' && *at != ')') || at[1] != ' ')
    return FALSE;
  return g_unichar_isupper (g_utf8_get_char (skip_spaces (at + 1)));
}

static gboolean
ends_sentence (const char *text)
{
  g_autofree char *line = g_strchomp (g_strdup (text));
  static const char *const ends[] = { ".", "!", "?", ":", ".”", ".\"", "?”", "!”", ".«", ".“", ".)", "。", "؟" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
begins_item (const char *text,
             const char *before)
{
  if (find_words (text) == NULL)
    return begins_with_number (text);
  return !begins_with_dash (text) || ends_sentence (before) || g_str_has_suffix (before, ";") || g_str_has_suffix (before, ",");
}

static gboolean
is_same_size (double one,
              double other)
{
  return fabs (one - other) <= SAME_SIZE * MAX (one, other);
}

/* Whether @line lies further below the last than the lines of @paragraph from each other. */
static gboolean
stands_off (const Paragraph  *paragraph,
            const CutPdfLine *line)
{
  double step = line->y0 - paragraph->last->y0;
  double between = line->y0 - paragraph->last->y1;

  if (step < -line->size)
    return FALSE; /* the next column */
  if (paragraph->pitch > 0)
    return step > paragraph->pitch + GAP * line->size;
  return between > FIRST_GAP * line->size;
}

static gboolean
is_indented (const Paragraph  *paragraph,
             const CutPdfLine *line)
{
  double indent = line->x0 - line->left;

  /* The lines of an item stand behind its number. */
  if (paragraph->lines == 1 && begins_with_number (paragraph->text->str))
    return FALSE;
  return line->column == paragraph->last->column && indent > INDENT * line->size && indent < (line->right - line->left) / 2 &&
         line->x0 - paragraph->last->x0 > INDENT * line->size && !paragraph->bullet;
}

static gboolean
ends_short (const CutPdfLine *line)
{
  return line->x1 - line->left < SHORT_LINE * (line->right - line->left) && ends_sentence (line->text);
}

/* A sentence that goes on in the next column. */
static gboolean
goes_on (const Paragraph  *paragraph,
         const CutPdfLine *line)
{
  const char *start = line->text;

  while (*start == ' ')
    start++;
  return !ends_sentence (paragraph->last->text) && g_unichar_islower (g_utf8_get_char (start));
}

static gboolean
continues (const Paragraph  *paragraph,
           const CutPdfLine *line,
           guint             page)
{
  const CutPdfLine *last = paragraph->last;

  if (paragraph->page != page || paragraph->use != line->use || !is_same_size (paragraph->size, line->size) ||
      paragraph->bold != line->bold || paragraph->last->fixed != line->fixed || begins_item (line->text, last->text))
    return FALSE;
  if (line->use == CUT_PDF_FURNITURE || paragraph->fixed || line->cells || last->cells)
    return FALSE;
  if (last->column != line->column)
    return goes_on (paragraph, line);
  return !stands_off (paragraph, line) && !is_indented (paragraph, line) && !ends_short (last);
}

/* Latin ligatures are the typesetter's, not the writer's: nobody searches for them. */
static char *
part_ligatures (const char *text)
{
  static const char *const parts[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
  GString *parted = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter >= 0xfb00 && letter <= 0xfb06)
        g_string_append (parted, parts[letter - 0xfb00]);
      else
        g_string_append_unichar (parted, letter);
    }
  return g_string_free (parted, FALSE);
}

static void
begin_paragraph (Reader           *self,
                 const CutPdfLine *line,
                 guint             page)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->use = line->use;
  paragraph->size = line->size;
  paragraph->top = line->y0;
  paragraph->bold = line->bold;
  paragraph->fixed = line->fixed && !self->body_is_fixed && line->use == CUT_PDF_BODY;
  paragraph->bullet = line->use == CUT_PDF_BODY && !paragraph->fixed && find_words (line->text) != NULL;
  paragraph->page = page;
  g_ptr_array_add (self->paragraphs, paragraph);
}

static void
add_line (Reader           *self,
          const CutPdfLine *line,
          guint             page)
{
  Paragraph *paragraph = self->paragraphs->len > 0 ? paragraph_at (self, self->paragraphs->len - 1) : NULL;
  g_autofree char *text = part_ligatures (line->text);

  if (paragraph == NULL || !continues (paragraph, line, page))
    {
      begin_paragraph (self, line, page);
      paragraph = paragraph_at (self, self->paragraphs->len - 1);
    }
  else if (line->column == paragraph->last->column)
    paragraph->pitch = line->y0 - paragraph->last->y0;
  cut_pdf_words_join (self->words, paragraph->text, paragraph->lines == 0 && paragraph->bullet ? find_words (text) : text);
  paragraph->last = line;
  paragraph->lines++;
}

static void
add_lines (Reader *self)
{
  for (guint i = 0; i < self->document->pages->len; i++)
    {
      const CutPdfPage *page = g_ptr_array_index (self->document->pages, i);

      for (guint j = 0; j < page->lines->len; j++)
        add_line (self, g_ptr_array_index (page->lines, j), i + 1);
    }
}

/* What is a heading. */

/* A document in bold or typewriter letters says nothing by them. */
static void
look_at_style (Reader *self)
{
  gsize all = 0, bold = 0, fixed = 0;

  for (guint i = 0; i < self->document->pages->len; i++)
    {
      GPtrArray *lines = ((CutPdfPage *) g_ptr_array_index (self->document->pages, i))->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          const CutPdfLine *line = g_ptr_array_index (lines, j);

          all += strlen (line->text);
          bold += line->bold ? strlen (line->text) : 0;
          fixed += line->fixed ? strlen (line->text) : 0;
        }
    }
  self->body_is_bold = bold * 3 > all;
  self->body_is_fixed = fixed * 2 > all;
}

static gboolean
has_letters (const char *text)
{
  guint letters = 0;

  for (const char *p = text; *p != '\0' && letters < 2; p = g_utf8_next_char (p))
    letters += g_unichar_isalpha (g_utf8_get_char (p));
  return letters >= 2;
}

static gboolean
is_heading (const Reader    *self,
            const Paragraph *paragraph)
{
  glong length = g_utf8_strlen (paragraph->text->str, -1);

  if (paragraph->use != CUT_PDF_BODY || paragraph->bullet || paragraph->fixed || self->body <= 0 || !has_letters (paragraph->text->str))
    return FALSE;
  if (paragraph->size >= LARGER * self->body)
    return length <= LONGEST_HEADING;
  return paragraph->bold && !self->body_is_bold && is_same_size (paragraph->size, self->body) && length <= LONGEST_BOLD &&
         paragraph->lines <= 2 && !g_str_has_suffix (paragraph->text->str, ".") && !g_str_has_suffix (paragraph->text->str, ",");
}

static char *
fold (const char *text)
{
  g_autofree char *line = cut_normal_line (text, -1);

  return g_utf8_casefold (line, -1);
}

static gboolean
is_named (const Paragraph *paragraph,
          const char      *title)
{
  g_autofree char *text = fold (paragraph->text->str);
  g_autofree char *name = title != NULL ? fold (title) : NULL;

  return name != NULL && *text != '\0' && (strstr (name, text) != NULL || strstr (text, name) != NULL);
}

/* The largest heading in the upper part of the first page; of those that bear the title's words where there is one. */
static const Paragraph *
find_title (const Reader *self,
            const char   *title)
{
  const CutPdfPage *first = self->document->pages->len > 0 ? g_ptr_array_index (self->document->pages, 0) : NULL;
  const Paragraph *best = NULL;

  for (guint i = 0; first != NULL && i < self->paragraphs->len && paragraph_at (self, i)->page == 1; i++)
    {
      const Paragraph *paragraph = paragraph_at (self, i);

      if (!is_heading (self, paragraph) || paragraph->top > first->height * TITLE_ABOVE || (title != NULL && !is_named (paragraph, title)))
        continue;
      if (best == NULL || paragraph->size > best->size * (1 + SAME_SIZE))
        best = paragraph;
    }
  return best;
}

/* The sizes that headings have, by points. */
static void
count_sizes (Reader          *self,
             const Paragraph *title)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = paragraph_at (self, i);

      if (paragraph != title && is_heading (self, paragraph))
        self->sizes[MIN ((guint) rint (paragraph->size), MAX_SIZE - 1)] = TRUE;
    }
}

/* A heading's level: the second for the largest letters below the title, and so on. */
static guint
find_level (const Reader    *self,
            const Paragraph *heading)
{
  guint level = 2;

  for (guint i = (guint) rint (heading->size) + 1; i < MAX_SIZE && level < DEEPEST_HEADING; i++)
    level += self->sizes[i];
  return level;
}

/* Writing. */

static CutBlock *
make_block (const Reader    *self,
            const Paragraph *paragraph,
            const Paragraph *title,
            guint            start,
            guint            end)
{
  CutBlockRole role = paragraph->use == CUT_PDF_FURNITURE ? CUT_ROLE_FURNITURE : CUT_ROLE_BODY;
  CutBlock *block = cut_block_new (CUT_BLOCK_PARAGRAPH, role, start, end);

  block->page = paragraph->page;
  if (paragraph == title)
    {
      block->kind = CUT_BLOCK_HEADING;
      block->role = CUT_ROLE_TITLE;
      block->level = 1;
    }
  else if (paragraph->fixed)
    block->kind = CUT_BLOCK_PREFORMATTED;
  else if (paragraph->bullet)
    {
      block->kind = CUT_BLOCK_LIST_ITEM;
      block->level = 1;
    }
  else if (is_heading (self, paragraph))
    {
      block->kind = CUT_BLOCK_HEADING;
      block->level = find_level (self, paragraph);
    }
  return block;
}

static void
write_paragraphs (const Reader    *self,
                  const Paragraph *title,
                  CutArticle      *article)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint offset = 0;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = paragraph_at (self, i);
      g_autofree char *line = cut_normal_line (paragraph->text->str, (gssize) paragraph->text->len);
      guint length = (guint) g_utf8_strlen (line, -1);

      if (length == 0)
        continue;
      if (text->len > 0)
        {
          g_string_append_c (text, '\n');
          offset++;
        }
      g_string_append (text, line);
      g_ptr_array_add (article->blocks, make_block (self, paragraph, title, offset, offset + length));
      offset += length;
    }
  g_free (article->text);
  article->text = g_string_free (g_steal_pointer (&text), FALSE);
}

char *
cut_pdf_write (CutPdfDocument *document,
               double          body,
               const char     *title,
               CutArticle     *article)
{
  g_autoptr (CutPdfWords) words = cut_pdf_words_new (document);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  Reader reader = { .document = document, .words = words, .body = body, .paragraphs = paragraphs };
  const Paragraph *heading;

  look_at_style (&reader);
  add_lines (&reader);
  heading = find_title (&reader, title);
  count_sizes (&reader, heading);
  write_paragraphs (&reader, heading, article);
  return heading != NULL ? cut_normal_line (heading->text->str, -1) : NULL;
}
