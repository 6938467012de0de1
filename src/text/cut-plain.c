/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-plain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-language-guess.h"
#include "cut-normal.h"
#include "cut-plain-cues.h"

/* Sizes in code points. A newspaper's sentence has about 120, a headline under 100. */
#define SHORTEST_PROSE 60
#define SHORTEST_SENTENCE 12
#define LONGEST_TITLE 200
#define LONGEST_STANDFIRST 350
#define LONGEST_EXCERPT 600 /* a text may be one line of megabytes */
#define LONGEST_LABEL 90
#define LONGEST_QUESTION 60 /* that is a heading */
#define LONGEST_HEAD 16 /* lines among which the head of a page ends */
#define LONGEST_FOOT 6  /* lines behind the article that may tell of its author */
#define DEEPEST_TITLE 6
#define DEEPEST_BARE_NAME 4 /* the line down to which a name alone is taken for the author */

typedef struct
{
  char *text; /* (owned) */
  guint length;
  guint ordinal; /* of a numbered list's item, else 0 */
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

/* Markdown's mark of a heading is none of its words. */
static const char *
skip_hashes (const char *text)
{
  gsize n = strspn (text, "#");

  return n >= 1 && n <= 6 && text[n] == ' ' ? text + n + 1 : text;
}

/* What ends a line on some system or in some word processor becomes LF. */
static char *
unify_line_ends (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) unified = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\f' || c == '\v' || c == 0x0085 || c == 0x2028 || c == 0x2029)
        c = '\n';
      g_string_append_unichar (unified, c);
    }
  return g_string_free (g_steal_pointer (&unified), FALSE);
}

static GArray *
read_lines (const char *text)
{
  g_autofree char *unified = unify_line_ends (text);
  g_auto (GStrv) raw = g_strsplit (unified, "\n", -1);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  gboolean gap = FALSE;

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; raw[i] != NULL; i++)
    {
      g_autofree char *clean = cut_normal_line (raw[i], -1);
      const char *start = skip_hashes (clean);
      const char *words = skip_bullet (start);
      Line line = { .text = g_strdup (words), .gap = gap, .bullet = words != start };

      line.length = (guint) g_utf8_strlen (words, -1);

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

static GArray *
join_wrapped (GArray *lines)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  GArray *joined = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (joined, line_clear);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);
      gboolean last = i + 1 == lines->len || line_at (lines, i + 1)->gap || line_at (lines, i + 1)->bullet;
      gboolean first = i == 0 || line->gap || line->bullet;

      if (first)
        {
          g_array_append_vals (joined, line, 1);
          line_at (joined, joined->len - 1)->text = NULL;
          g_string_truncate (paragraph, 0);
        }
      g_string_append_printf (paragraph, "%s%s", first ? "" : " ", line->text);
      if (last)
        {
          Line *whole = line_at (joined, joined->len - 1);

          whole->text = g_strndup (paragraph->str, paragraph->len);
          whole->length = (guint) g_utf8_strlen (whole->text, -1);
        }
    }
  return joined;
}

/* The number that a line of a list begins with, and where its words begin; 0 when it has none. */
static guint
read_ordinal (const char  *text,
              const char **words)
{
  guint64 number;
  char *end;

  if (!g_ascii_isdigit (*text))
    return 0;
  number = g_ascii_strtoull (text, &end, 10);
  if (end - text > 3 || (*end != '.' && *end != ')') || end[1] != ' ')
    return 0;
  *words = end + 2;
  return (guint) number;
}

static void
number (Line       *line,
        guint       ordinal,
        const char *words)
{
  char *rest = g_strdup (words);

  line->length -= (guint) (words - line->text);
  line->ordinal = ordinal;
  line->bullet = TRUE;
  g_free (line->text);
  line->text = rest;
}

/* A numbered list is at least a 1 and a 2, with nothing between but the rest of a wrapped line. */
static void
tell_numbers (GArray *lines)
{
  Line *one = NULL;
  guint expected = 1;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);
      const char *words = NULL;
      guint ordinal = line->bullet ? 0 : read_ordinal (line->text, &words);

      if (ordinal == 1)
        one = line;
      else if (ordinal > 1 && ordinal == expected)
        {
          const char *first_words = NULL;

          if (one != NULL && read_ordinal (one->text, &first_words) == 1)
            number (one, 1, first_words);
          one = NULL;
          number (line, ordinal, words);
        }
      else if (ordinal != 0 || line->gap)
        one = NULL;
      if (ordinal != 0)
        expected = ordinal == 1 || line->ordinal == ordinal ? ordinal + 1 : 1;
      else if (line->gap)
        expected = 1;
    }
}

/* Telling the roles. */

/* The size of a line as that of English words: an ideograph stands for about three letters. */
static guint
weigh (const Line *line)
{
  guint weight = line->length;

  if (line->length >= SHORTEST_PROSE)
    return weight;
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    weight += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 0;
  return weight;
}

static gboolean
is_prose (const Line *line)
{
  return weigh (line) >= SHORTEST_PROSE && cut_cue_ends_sentence (line->text);
}

static gboolean
is_sentence (const Line *line)
{
  return weigh (line) >= SHORTEST_SENTENCE && cut_cue_ends_sentence (line->text);
}

static gboolean
is_date_line (const Line *line)
{
  g_autoptr (CutDate) date = line->length <= LONGEST_LABEL ? cut_cue_get_date (line->text) : NULL;

  return date != NULL;
}

static gboolean
is_label (const Line *line)
{
  return line->length <= LONGEST_LABEL && !cut_cue_ends_sentence (line->text);
}

static gboolean
is_title (const Line *line)
{
  return line->length <= LONGEST_TITLE && !line->bullet && !cut_cue_is_furniture (line->text) &&
         !g_str_has_suffix (line->text, ".");
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

static gboolean
has_authors (const char *text)
{
  g_auto (GStrv) names = cut_cue_get_authors (text);

  return names != NULL;
}

/* "Politics", "World news": what a site prints over the title. */
static gboolean
is_kicker (GArray *lines,
           guint   i)
{
  const Line *line = line_at (lines, i);
  const Line *next = i + 1 < lines->len ? line_at (lines, i + 1) : NULL;

  return next != NULL && count_words (line->text) <= 2 && is_label (line) && is_title (next) &&
         !cut_cue_ends_sentence (next->text) && count_words (next->text) >= 4 && !is_date_line (next) &&
         !cut_cue_is_credit (next->text) && !has_authors (next->text);
}

/* Which line is the title; what stands before it is the site's. -1: there is none */
static int
find_title (GArray *lines)
{
  for (guint i = 0; i < MIN (lines->len, DEEPEST_TITLE); i++)
    {
      const Line *line = line_at (lines, i);

      if (is_prose (line) || line->bullet)
        return -1;
      if (is_title (line) && !is_kicker (lines, i) && !is_date_line (line) && !cut_cue_is_credit (line->text))
        return (int) i;
    }
  return -1;
}

/* A name alone is the author's where it stands; further down it is more likely a heading. */
static gboolean
is_far_name (const Line *line,
             guint       i)
{
  return i > DEEPEST_BARE_NAME && cut_cue_is_name (line->text);
}

/* The names on the bylines of the head, each once. */
static char **
find_authors (GArray *lines,
              guint   first)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < MIN (lines->len, LONGEST_HEAD); i++)
    {
      const Line *line = line_at (lines, i);
      g_auto (GStrv) names = cut_cue_get_authors (line->text);

      if (cut_cue_is_credit (line->text) || cut_cue_is_furniture (line->text) || is_far_name (line, i))
        continue;
      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (found, names[j], g_str_equal, NULL))
          g_ptr_array_add (found, g_strdup (names[j]));
    }
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_steal (found, NULL);
}

/* In running text a name would be a heading; in the head, a line counts when its first name is an author's. */
static gboolean
is_byline (const Line        *line,
           const char *const *authors)
{
  g_auto (GStrv) names = cut_cue_get_authors (line->text);

  return names != NULL && g_strv_contains (authors, names[0]);
}

/* One past the last line of the head: after its last byline, credit or date, as long as the article itself
 * (two paragraphs of prose in a row, bios not counted) has not begun. A line of furniture is of the head only
 * before any prose: articles have such lines in their middle, too. */
static guint
find_head_end (GArray            *lines,
               guint              first,
               const char *const *authors)
{
  guint end = MIN (first, lines->len);
  guint in_row = 0;
  gboolean prose = FALSE;

  for (guint i = first; i < MIN (lines->len, LONGEST_HEAD); i++)
    {
      const Line *line = line_at (lines, i);
      gboolean bio = cut_cue_is_bio (line->text, authors);

      in_row = is_prose (line) && !bio ? in_row + 1 : 0;
      prose = prose || (in_row > 0 && i > first);
      if (in_row >= 2)
        break;
      if (bio || is_byline (line, authors) || is_date_line (line) || cut_cue_is_credit (line->text) ||
          (!prose && cut_cue_is_furniture (line->text)))
        end = i + 1;
    }
  return end;
}

static gboolean
is_standfirst (GArray *lines,
               guint   i)
{
  const Line *line = line_at (lines, i);

  return i > 0 && line_at (lines, i - 1)->role == CUT_ROLE_TITLE && line->length <= LONGEST_STANDFIRST &&
         !line->bullet && !cut_cue_is_furniture (line->text) && !cut_cue_is_caption (line->text);
}

static void
tell_head (GArray            *lines,
           int                title,
           guint              head_end,
           const char *const *authors)
{
  for (guint i = 0; i < head_end; i++)
    {
      Line *line = line_at (lines, i);
      gboolean after_byline = i > 0 && line_at (lines, i - 1)->role == CUT_ROLE_BYLINE;

      if ((int) i == title)
        decide (line, CUT_ROLE_TITLE);
      else if ((int) i < title)
        decide (line, CUT_ROLE_FURNITURE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      else if (is_byline (line, authors) || is_date_line (line) || (after_byline && cut_cue_is_job (line->text)))
        decide (line, CUT_ROLE_BYLINE);
      else if (cut_cue_is_bio (line->text, authors))
        decide (line, CUT_ROLE_FURNITURE);
      else if (is_standfirst (lines, i))
        decide (line, CUT_ROLE_STANDFIRST);
      else if (cut_cue_is_caption (line->text))
        decide (line, CUT_ROLE_CAPTION);
      /* A paragraph may stand among what a page adds to its head: it counts. */
      else if (!is_sentence (line))
        decide (line, CUT_ROLE_FURNITURE);
    }
}

/* In the body a sentence right before a credit is its caption only when a blank line parts
 * both from the paragraphs, or when it is no sentence. */
static gboolean
is_caption_of (GArray *lines,
               guint   i,
               guint   credit,
               guint   head_end)
{
  const Line *line = line_at (lines, i);
  gboolean head = line->decided && line->role == CUT_ROLE_FURNITURE;

  if (cut_cue_is_furniture (line->text) || line->length > LONGEST_STANDFIRST || line->bullet || (line->decided && !head))
    return FALSE;
  if (i + 1 < credit)
    return head;
  if (line->decided || i < head_end)
    return line->length <= LONGEST_STANDFIRST;
  return line->length <= LONGEST_TITLE &&
         (!is_sentence (line) || (line->gap && !line_at (lines, credit)->gap));
}

/* What stands right before a credit is its picture's caption (and its alternative text). */
static void
tell_captions (GArray *lines,
               guint   head_end)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);

      if (i > 0 && !line->decided && g_ascii_strncasecmp (line_at (lines, i - 1)->text, "image caption", 13) == 0)
        decide (line, CUT_ROLE_CAPTION);
      if (line->role != CUT_ROLE_CREDIT)
        continue;
      for (guint j = i; j > 0 && i - j < 2 && is_caption_of (lines, j - 1, i, head_end); j--)
        decide (line_at (lines, j - 1), CUT_ROLE_CAPTION);
    }
}

/* In the body a paragraph may open with the first name of somebody who is called like the author. */
static gboolean
is_bio (GArray            *lines,
        guint              i,
        const char *const *authors)
{
  const char *text = line_at (lines, i)->text;

  if (!cut_cue_is_bio (text, authors))
    return FALSE;
  for (guint j = 0; authors[j] != NULL; j++)
    if (g_str_has_prefix (text, authors[j]))
      return TRUE;
  return i + LONGEST_FOOT >= lines->len;
}

static void
tell_body (GArray            *lines,
           guint              head_end,
           const char *const *authors)
{
  for (guint i = head_end; i < lines->len; i++)
    {
      Line *line = line_at (lines, i);
      const char *next = i + 1 < lines->len ? line_at (lines, i + 1)->text : "";

      if (cut_cue_is_furniture (line->text) || is_bio (lines, i, authors))
        decide (line, CUT_ROLE_FURNITURE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      else if (cut_cue_is_caption (line->text))
        decide (line, CUT_ROLE_CAPTION);
      /* The title of the gallery that "See all photos" opens. */
      else if (is_label (line) && cut_cue_is_furniture (next) && g_str_has_prefix (next, "See all"))
        decide (line, CUT_ROLE_FURNITURE);
    }
}

static gboolean
has_role (GArray       *lines,
          CutBlockRole  role)
{
  for (guint i = 0; i < lines->len; i++)
    if (line_at (lines, i)->role == role)
      return TRUE;
  return FALSE;
}

/* Without any prose left nothing was an article: then all that is no furniture counts, or all. */
static void
rescue_body (GArray *lines)
{
  gboolean only_furniture = TRUE;

  if (has_role (lines, CUT_ROLE_BODY))
    return;
  for (guint i = 0; i < lines->len; i++)
    only_furniture = only_furniture && cut_cue_is_furniture (line_at (lines, i)->text);
  for (guint i = 0; i < lines->len; i++)
    if (only_furniture || !cut_cue_is_furniture (line_at (lines, i)->text))
      line_at (lines, i)->role = CUT_ROLE_BODY;
}

/* Writing the article. */

/* A short line over prose. A question may be one, but not somebody's, in quotes. */
static gboolean
is_heading (GArray *lines,
            guint   i)
{
  const Line *line = line_at (lines, i);

  if (line->role != CUT_ROLE_BODY || i + 1 >= lines->len || !is_prose (line_at (lines, i + 1)))
    return FALSE;
  return is_label (line) || (line->length <= LONGEST_QUESTION && g_str_has_suffix (line->text, "?") &&
                             g_unichar_isalpha (g_utf8_get_char (line->text)));
}

static CutBlockKind
kind_of (GArray *lines,
         guint   i)
{
  Line *line = line_at (lines, i);

  if (line->bullet)
    return CUT_BLOCK_LIST_ITEM;
  if (line->role == CUT_ROLE_TITLE)
    return CUT_BLOCK_HEADING;
  if (line->role == CUT_ROLE_CAPTION || line->role == CUT_ROLE_CREDIT)
    return CUT_BLOCK_CAPTION;
  if (is_heading (lines, i))
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
      block->ordinal = line->ordinal;
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

static char *
make_excerpt (const char *line)
{
  if (line == NULL)
    return NULL;
  return g_utf8_substring (line, 0, MIN (LONGEST_EXCERPT, g_utf8_strlen (line, LONGEST_EXCERPT * 6)));
}

static void
add_metadata (CutArticle *article,
              GArray     *lines,
              int         title,
              guint       head_end)
{
  /* A title that counts because there is nothing else is still the title. */
  article->title = title >= 0 ? g_strdup (line_at (lines, (guint) title)->text) : NULL;
  article->standfirst = g_strdup (first_with_role (lines, CUT_ROLE_STANDFIRST));
  article->excerpt = make_excerpt (article->standfirst != NULL ? article->standfirst
                                                               : first_with_role (lines, CUT_ROLE_BODY));
  for (guint i = 0; i < head_end && article->published == NULL; i++)
    if ((int) i != title && is_date_line (line_at (lines, i)))
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
  const char *const *authors;
  guint head_end;
  int title;

  if (lines->len == 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("There are no words in the text"));
      return NULL;
    }
  tell_numbers (lines);
  if (is_hard_wrapped (lines))
    {
      GArray *joined = join_wrapped (lines);

      g_array_unref (lines);
      lines = joined;
    }
  title = find_title (lines);
  article->authors = find_authors (lines, (guint) (title + 1));
  authors = (const char *const *) article->authors;
  head_end = find_head_end (lines, (guint) (title + 1), authors);
  tell_head (lines, title, head_end, authors);
  tell_body (lines, head_end, authors);
  tell_captions (lines, head_end);
  rescue_body (lines);
  add_blocks (article, lines);
  add_metadata (article, lines, title, head_end);
  cut_language_guess_for (article);
  return g_steal_pointer (&article);
}
