/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-plain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-normal.h"
#include "cut-plain-cues.h"

/* Sizes in code points. A newspaper's sentence has about 120, a headline under 100. */
#define SHORTEST_PROSE 60
#define LONGEST_TITLE 200
#define LONGEST_STANDFIRST 350
#define LONGEST_LABEL 90
#define LONGEST_HEAD 16 /* lines among which the head of a page ends */
#define DEEPEST_BARE_NAME 4 /* the line down to which a name alone is taken for the author */

typedef struct
{
  char *text; /* (owned) */
  guint length;
  gboolean gap; /* a blank line stands before it */
  gboolean bullet;
  gboolean decided;
  CutBlockRole role;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static Line *
line_at (GArray *lines,
         guint   i)
{
  return &g_array_index (lines, Line, i);
}

static void
decide (Line         *line,
        CutBlockRole  role)
{
  line->role = role;
  line->decided = TRUE;
}

/* Reading lines. */

static const char *
skip_bullet (const char *text)
{
  static const char *const bullets[] = { "• ", "- ", "* ", "– ", "◦ ", "▪ " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);
  return text;
}

static GArray *
read_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) raw = NULL;
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  gboolean gap = FALSE;

  g_array_set_clear_func (lines, line_clear);
  g_strdelimit (valid, "\r\f", '\n');
  raw = g_strsplit (valid, "\n", -1);
  for (guint i = 0; raw[i] != NULL; i++)
    {
      g_autofree char *clean = cut_normal_line (raw[i], -1);
      const char *words = skip_bullet (clean);
      Line line = { g_strdup (words), (guint) g_utf8_strlen (words, -1), gap, words != clean, FALSE, CUT_ROLE_BODY };

      gap = line.length == 0;
      if (line.length > 0)
        g_array_append_val (lines, line);
      else
        line_clear (&line);
    }
  return lines;
}

/* Whether the line breaks inside paragraphs are a mail program's and not the author's: most lines
 * that another follows directly are nearly as long as the longest. */
static gboolean
is_hard_wrapped (GArray *lines)
{
  guint followed = 0;
  guint full = 0;
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, line_at (lines, i)->length);
  if (longest < 50 || longest > 100)
    return FALSE;
  for (guint i = 0; i + 1 < lines->len; i++)
    if (!line_at (lines, i + 1)->gap)
      {
        followed++;
        full += line_at (lines, i)->length * 10 >= longest * 7;
      }
  return followed >= 4 && full * 10 >= followed * 7;
}

static void
join_wrapped (GArray *lines)
{
  for (guint i = 1; i < lines->len;)
    {
      Line *line = line_at (lines, i);
      Line *before = line_at (lines, i - 1);

      if (line->gap || line->bullet)
        {
          i++;
          continue;
        }
      {
        char *joined = g_strconcat (before->text, " ", line->text, NULL);

        g_free (before->text);
        before->text = joined;
        before->length += 1 + line->length;
        g_array_remove_index (lines, i);
      }
    }
}

/* Telling the roles. */

static gboolean
is_prose (const Line *line)
{
  return line->length >= SHORTEST_PROSE && cut_cue_ends_sentence (line->text);
}

/* One past the last line of the head: after its last byline, credit or date, as long as the article itself
 * (two paragraphs of prose in a row, bios not counted) has not begun. A line of furniture is of the head only
 * before any prose: articles have such lines in their middle, too. */
static guint
find_head_end (GArray            *lines,
               const char *const *authors)
{
  guint end = MIN (1, lines->len);
  guint in_row = 0;
  gboolean prose = FALSE;

  for (guint i = 1; i < MIN (lines->len, LONGEST_HEAD); i++)
    {
      Line *line = line_at (lines, i);
      gboolean bio = cut_cue_is_bio (line->text, authors);
      g_auto (GStrv) names = cut_cue_get_authors (line->text);
      g_autoptr (CutDate) date = cut_cue_get_date (line->text);

      in_row = is_prose (line) && !bio ? in_row + 1 : 0;
      prose = prose || (in_row > 0 && i > 1);
      if (in_row >= 2)
        break;
      if (bio || names != NULL || date != NULL || cut_cue_is_credit (line->text) ||
          (!prose && cut_cue_is_furniture (line->text)))
        end = i + 1;
    }
  return end;
}

static gboolean
is_title (const Line *line)
{
  return line->length <= LONGEST_TITLE && !cut_cue_is_furniture (line->text) &&
         !g_str_has_suffix (line->text, ".");
}

/* The names on the bylines of the head, each once. */
static char **
find_authors (GArray *lines)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i < MIN (lines->len, LONGEST_HEAD); i++)
    {
      const char *text = line_at (lines, i)->text;
      g_auto (GStrv) names = cut_cue_get_authors (text);

      if (cut_cue_is_credit (text) || cut_cue_is_furniture (text))
        continue;
      /* Further down, two capitalised words alone are more likely a heading. */
      if (i > DEEPEST_BARE_NAME && cut_cue_is_name (text))
        continue;
      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (found, names[j], g_str_equal, NULL))
          g_ptr_array_add (found, g_strdup (names[j]));
    }
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_steal (found, NULL);
}

/* A byline in running text would be a heading; in the head, a line counts as one when it says "By",
 * carries a job, or is the same name again. */
static gboolean
is_byline (const Line        *line,
           const char *const *authors)
{
  g_auto (GStrv) names = cut_cue_get_authors (line->text);

  return names != NULL && g_strv_contains (authors, names[0]);
}

static void
tell_head (GArray            *lines,
           guint              head_end,
           const char *const *authors)
{
  for (guint i = 0; i < head_end; i++)
    {
      Line *line = line_at (lines, i);
      g_autoptr (CutDate) date = cut_cue_get_date (line->text);

      if (i == 0 && is_title (line))
        decide (line, CUT_ROLE_TITLE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      else if (is_byline (line, authors) || (date != NULL && line->length <= LONGEST_LABEL))
        decide (line, CUT_ROLE_BYLINE);
      else if (i == 1 && line_at (lines, 0)->role == CUT_ROLE_TITLE && line->length <= LONGEST_STANDFIRST &&
               !cut_cue_is_furniture (line->text) && !cut_cue_is_bio (line->text, authors))
        decide (line, CUT_ROLE_STANDFIRST);
      else
        decide (line, CUT_ROLE_FURNITURE);
    }
}

/* What stands right before a credit is its picture's caption (and its alternative text). */
static void
tell_captions (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (line_at (lines, i)->role != CUT_ROLE_CREDIT)
        continue;
      for (guint j = i; j > 0 && i - j < 2; j--)
        {
          Line *line = line_at (lines, j - 1);
          gboolean head = line->decided && line->role == CUT_ROLE_FURNITURE;

          if (cut_cue_is_furniture (line->text) || line->length > LONGEST_STANDFIRST ||
              (line->decided && !head) || (!line->decided && (j < i || line->length > LONGEST_TITLE)))
            break;
          decide (line, CUT_ROLE_CAPTION);
        }
    }
}

static void
tell_body (GArray            *lines,
           guint              head_end,
           const char *const *authors)
{
  for (guint i = head_end; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);
      gboolean label = line->length <= LONGEST_LABEL && !cut_cue_ends_sentence (line->text);

      if (cut_cue_is_furniture (line->text) || cut_cue_is_bio (line->text, authors))
        decide (line, CUT_ROLE_FURNITURE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      /* The title of the gallery that "See all photos" opens. */
      else if (label && i + 1 < lines->len && cut_cue_is_furniture (line_at (lines, i + 1)->text) &&
               g_str_has_prefix (line_at (lines, i + 1)->text, "See all"))
        decide (line, CUT_ROLE_FURNITURE);
    }
}

/* Without any prose left nothing was an article: then all that is no furniture counts. */
static void
rescue_body (GArray *lines)
{
  gboolean any = FALSE;

  for (guint i = 0; i < lines->len; i++)
    any = any || line_at (lines, i)->role == CUT_ROLE_BODY;
  for (guint i = 0; i < lines->len && !any; i++)
    if (!cut_cue_is_furniture (line_at (lines, i)->text) || lines->len == 1)
      line_at (lines, i)->role = CUT_ROLE_BODY;
}

/* Writing the article. */

static CutBlockKind
kind_of (GArray *lines,
         guint   i)
{
  Line *line = line_at (lines, i);
  gboolean more = i + 1 < lines->len;

  if (line->bullet)
    return CUT_BLOCK_LIST_ITEM;
  if (line->role == CUT_ROLE_TITLE)
    return CUT_BLOCK_HEADING;
  if (line->role == CUT_ROLE_CAPTION || line->role == CUT_ROLE_CREDIT)
    return CUT_BLOCK_CAPTION;
  if (line->role == CUT_ROLE_BODY && line->length <= LONGEST_LABEL && more && is_prose (line_at (lines, i + 1)) &&
      !cut_cue_ends_sentence (line->text))
    return CUT_BLOCK_HEADING;
  return CUT_BLOCK_PARAGRAPH;
}

static void
add_blocks (CutArticle *article,
            GArray     *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint offset = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);
      CutBlockKind kind = kind_of (lines, i);
      CutBlock *block = cut_block_new (kind, line->role, offset, offset + line->length);

      block->level = kind == CUT_BLOCK_HEADING ? (line->role == CUT_ROLE_TITLE ? 1 : 2)
                                               : (kind == CUT_BLOCK_LIST_ITEM ? 1 : 0);
      g_ptr_array_add (article->blocks, block);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line->text);
      offset += line->length + 1;
    }
  g_free (article->text);
  article->text = g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
first_with_role (GArray       *lines,
                 CutBlockRole  role)
{
  for (guint i = 0; i < lines->len; i++)
    if (line_at (lines, i)->role == role)
      return line_at (lines, i)->text;
  return NULL;
}

static void
add_metadata (CutArticle *article,
              GArray     *lines,
              guint       head_end)
{
  article->title = g_strdup (first_with_role (lines, CUT_ROLE_TITLE));
  article->standfirst = g_strdup (first_with_role (lines, CUT_ROLE_STANDFIRST));
  article->excerpt = g_strdup (article->standfirst != NULL ? article->standfirst
                                                           : first_with_role (lines, CUT_ROLE_BODY));
  for (guint i = 0; i < head_end && article->published == NULL; i++)
    article->published = cut_cue_get_date (line_at (lines, i)->text);
  if (article->title != NULL)
    cut_article_set_origin (article, "title", "text");
  if (article->standfirst != NULL)
    cut_article_set_origin (article, "standfirst", "text");
  if (article->published != NULL)
    cut_article_set_origin (article, "published", "text");
  if (article->authors != NULL && article->authors[0] != NULL)
    {
      article->byline = g_strjoinv (", ", article->authors);
      cut_article_set_origin (article, "authors", "text");
    }
}

CutArticle *
cut_plain_read (const char  *text,
                GError     **error)
{
  g_autoptr (GArray) lines = read_lines (text);
  g_autoptr (CutArticle) article = cut_article_new ();
  guint head_end;

  if (lines->len == 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("There are no words in the text"));
      return NULL;
    }
  if (is_hard_wrapped (lines))
    join_wrapped (lines);
  article->authors = find_authors (lines);
  head_end = find_head_end (lines, (const char *const *) article->authors);
  tell_head (lines, head_end, (const char *const *) article->authors);
  tell_body (lines, head_end, (const char *const *) article->authors);
  tell_captions (lines);
  rescue_body (lines);
  add_blocks (article, lines);
  add_metadata (article, lines, head_end);
  return g_steal_pointer (&article);
}
