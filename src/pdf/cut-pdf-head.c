/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-head.h"

#include <string.h>

#include "cut-plain-cues.h"

#define ORIGIN "text"
/* Code points. */
#define LONGEST_LINE 120
#define LONGEST_STANDFIRST 350
#define LONGEST_DAY 48 /* of a line that says when, and hardly more */
#define SHORTEST_PROSE 80
#define DEEPEST_BLOCK 8   /* behind the title */
#define HIGHEST_BLOCK 6   /* from the top, where the title is not known */

typedef struct
{
  CutArticle *article;
  guint first;
  guint end;
  GPtrArray *names; /* (owned) (element-type utf8) */
  gboolean said;    /* a word says that it is a byline */
  CutDate *date;    /* (owned) (nullable) */
} Head;

static CutBlock *
block_at (const Head *self,
          guint       i)
{
  return g_ptr_array_index (self->article->blocks, i);
}

static char *
dup_line (const Head *self,
          guint       i)
{
  const CutBlock *block = block_at (self, i);

  return g_utf8_substring (self->article->text, block->start, block->end);
}

/* "Ada Kell1, Bo Riis2*" without the marks of the footnotes. */
static char *
drop_marks (const char *line)
{
  g_autoptr (GRegex) marks = g_regex_new ("(?<=\\p{L})(?:[\\d⁰¹²³⁴-⁹]{1,2}(?:,[\\d⁰¹²³⁴-⁹]{1,2})*)?[*†‡§]*(?=,|;| and | und | et | y |$)", 0, 0, NULL);
  char *clean = g_regex_replace_literal (marks, line, -1, 0, "", 0, NULL);

  if (clean == NULL)
    clean = g_strdup (line);
  return clean;
}

/* Where the head is. */

static guint
find_title (const CutArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    if (((CutBlock *) g_ptr_array_index (article->blocks, i))->role == CUT_ROLE_TITLE)
      return i;
  return G_MAXUINT;
}

static gboolean
is_prose (const CutBlock *block,
          const char     *line)
{
  return block->end - block->start >= SHORTEST_PROSE && cut_cue_ends_sentence (line);
}

/* One past the last block that may be of the head: a standfirst may stand before the byline, the text does not. */
static guint
find_end (const Head *self,
          guint       from)
{
  guint end = from;
  guint prose = 0;

  for (; end < MIN (self->article->blocks->len, from + DEEPEST_BLOCK) && block_at (self, end)->page == 1; end++)
    {
      g_autofree char *line = dup_line (self, end);

      prose += is_prose (block_at (self, end), line);
      if (prose > 1 || (prose == 1 && block_at (self, end)->end - block_at (self, end)->start > LONGEST_STANDFIRST))
        break;
    }
  return end;
}

/* Names. */

static gboolean
is_organisation (const char *line)
{
  return g_regex_match_simple ("\\b(?:board|office|council|universit\\p{L}*|institut\\p{L}*|minist\\p{L}*|department|agency|committee|commission|group|report|press|"
                               "ltd|inc|gmbh|ag|amt|foundation|stiftung|fondation|fundación|cent(?:re|er)|society|association|bureau|company|bank|trust|"
                               "verein|verband|verlag|news|times|post|draft|version|chapter|section|summary|abstract|introduction|contents|"
                               "policy|brief(?:ing)?|paper|guide|guidance|review|study|survey|bulletin|newsletter|journal|magazine|memo(?:randum)?|series|edition|volume|issue|"
                               "lessons?|steps?|change|health|security|energy|economy|education|development|research|analysis|overview|update|strategy|plan|program(?:me)?|"
                               "project|network|service|union|government|parliament|conference|workshop|proceedings|appendix|annex|studie|bericht|gutachten|rapport|informe)\\b",
                               line, G_REGEX_CASELESS, 0);
}

static gboolean
states (const CutArticle *article,
        const char       *name)
{
  g_autofree char *sought = g_utf8_casefold (name, -1);

  for (char **author = article->authors; author != NULL && *author != NULL; author++)
    {
      g_autofree char *folded = g_utf8_casefold (*author, -1);

      if (g_str_equal (folded, sought))
        return TRUE;
    }
  return FALSE;
}

static gboolean
tells_of_author (const Head *self,
                 guint       i)
{
  g_autofree char *next = i + 1 < self->end ? dup_line (self, i + 1) : NULL;
  g_autoptr (CutDate) date = next != NULL ? cut_cue_get_date (next) : NULL;

  return date != NULL || (next != NULL && cut_cue_is_job (next));
}

static gboolean
follows_day (const Head *self,
             guint       i)
{
  g_autofree char *last = i > self->first ? dup_line (self, i - 1) : NULL;
  g_autoptr (CutDate) date = last != NULL ? cut_cue_get_date (last) : NULL;

  return date != NULL;
}

/* Whether @line, of which @names were read, is a byline without a word that says so. Subtitles are capital, too: @marked with footnotes
 * are several names alone. */
static gboolean
are_surely_authors (const Head *self,
                    guint       i,
                    char      **names,
                    const char *line,
                    gboolean    marked)
{
  if (block_at (self, i)->role == CUT_ROLE_FURNITURE || is_organisation (line) || i < self->first)
    return FALSE;
  return (g_strv_length (names) > 1 && (marked || follows_day (self, i))) || states (self->article, names[0]) || tells_of_author (self, i);
}

static void
add_names (Head       *self,
           CutBlock   *block,
           char      **names)
{
  for (; *names != NULL; names++)
    if (!g_ptr_array_find_with_equal_func (self->names, *names, g_str_equal, NULL))
      g_ptr_array_add (self->names, g_strdup (*names));
  block->role = CUT_ROLE_BYLINE;
  block->kind = CUT_BLOCK_PARAGRAPH;
  block->level = 0;
}

static void
read_names (Head       *self,
            guint       i,
            const char *line)
{
  g_autofree char *clean = drop_marks (line);
  g_auto (GStrv) names = cut_cue_get_authors (clean);
  gboolean said = names != NULL && cut_cue_is_byline (clean);

  if (said || (names != NULL && are_surely_authors (self, i, names, clean, !g_str_equal (line, clean))))
    {
      add_names (self, block_at (self, i), names);
      self->said = self->said || said;
    }
}

/* Dates. */

/* "Received 12 January 2024": not when it was published. */
static gboolean
is_of_something_else (const char *line)
{
  return g_regex_match_simple ("^\\W*(?:received|submitted|revised|accepted|accessed|printed|downloaded|retrieved|last accessed|valid|due|eingegangen|eingereicht|"
                               "abgerufen|gedruckt|gültig|reçu|soumis|consulté|imprimé|recibido|consultado|impreso)\\b",
                               line, G_REGEX_CASELESS, 0);
}

static void
read_day (Head       *self,
          guint       i,
          const char *line)
{
  CutBlock *block = block_at (self, i);
  CutDate *date = is_of_something_else (line) ? NULL : cut_cue_get_date (line);

  if (date == NULL)
    date = cut_cue_get_month (line);
  if (date == NULL)
    return;
  if (block->role == CUT_ROLE_BODY && block->end - block->start <= LONGEST_DAY)
    {
      block->role = CUT_ROLE_BYLINE;
      block->kind = CUT_BLOCK_PARAGRAPH;
      block->level = 0;
    }
  if (self->date == NULL)
    self->date = date;
  else
    cut_date_unref (date);
}

static gboolean
is_same_day (CutDate *one,
             CutDate *other)
{
  gsize length = one != NULL ? MIN (strlen (cut_date_get_value (one)), strlen ("2024-03-12")) : 0;

  return length > 0 && other != NULL && strncmp (cut_date_get_value (one), cut_date_get_value (other), length) == 0;
}

static void
write_day (Head *self)
{
  CutArticle *article = self->article;

  /* The file knows the day or the hour, too. */
  if (self->date == NULL || is_same_day (self->date, article->published))
    return;
  g_clear_pointer (&article->published, cut_date_unref);
  article->published = cut_date_ref (self->date);
  cut_article_set_origin (article, "published", ORIGIN);
}

static void
write_names (Head *self)
{
  CutArticle *article = self->article;

  if (self->names->len == 0 || (article->authors != NULL && !self->said))
    return;
  g_ptr_array_add (self->names, NULL);
  g_strfreev (article->authors);
  g_free (article->byline);
  article->authors = g_strdupv ((char **) self->names->pdata);
  article->byline = g_strjoinv (", ", article->authors);
  cut_article_set_origin (article, "authors", ORIGIN);
  cut_article_set_origin (article, "byline", ORIGIN);
}

static void
read_block (Head  *self,
            guint  i)
{
  g_autofree char *line = dup_line (self, i);

  if (block_at (self, i)->role == CUT_ROLE_TITLE || g_utf8_strlen (line, -1) > LONGEST_LINE)
    return;
  read_names (self, i, line);
  read_day (self, i, line);
}

void
cut_pdf_read_head (CutArticle *article)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Head self = { .article = article, .names = names };
  guint title = find_title (article);

  self.first = title != G_MAXUINT ? title + 1 : 0;
  self.end = find_end (&self, self.first);
  /* Nearest to the title first; a line above it may be of the whole issue. */
  for (guint i = self.first; i < self.end; i++)
    read_block (&self, i);
  for (guint i = MIN (self.first, HIGHEST_BLOCK); i > 0; i--)
    read_block (&self, i - 1);
  write_names (&self);
  write_day (&self);
  g_clear_pointer (&self.date, cut_date_unref);
}
