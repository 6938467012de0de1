/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-plain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-language-guess.h"
#include "cut-plain-cues.h"
#include "cut-plain-lines.h"
#include "cut-plain-mail.h"

/* Sizes in code points. A newspaper's sentence has about 120, a headline under 100. */
#define SHORTEST_PROSE 60
#define SHORTEST_SENTENCE 12
#define LONGEST_TITLE 200
#define LONGEST_STANDFIRST 350
#define LONGEST_EXCERPT 600 /* a text may be one line of megabytes */
#define LONGEST_LABEL 90
#define LONGEST_QUESTION 60 /* that is a heading */
#define LONGEST_HEAD 16 /* lines behind the title among which the head of a page ends */
#define LONGEST_MENU 80 /* lines before the title, the menus not counted */
#define SHORT_ENTRY 3   /* words of an entry of a menu */
#define FEWEST_ENTRIES 3
#define FEWEST_FIELDS 3   /* of the head of a message */
#define LONGEST_FOOT 6  /* lines behind the article that may tell of its author */
#define DEEPEST_BARE_NAME 4 /* lines below the title down to which a name alone is taken for the author */

static void
decide (CutPlainLine *line,
        CutBlockRole  role)
{
  line->role = role;
  line->decided = TRUE;
}

/* Telling the roles. */

/* The size of a line as that of English words: an ideograph stands for about three letters. */
static guint
weigh (const CutPlainLine *line)
{
  guint weight = line->length;

  if (line->length >= SHORTEST_PROSE)
    return weight;
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    weight += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 0;
  return weight;
}

static gboolean
is_prose (const CutPlainLine *line)
{
  return weigh (line) >= SHORTEST_PROSE && cut_cue_ends_sentence (line->text);
}

static gboolean
is_sentence (const CutPlainLine *line)
{
  return weigh (line) >= SHORTEST_SENTENCE && cut_cue_ends_sentence (line->text);
}

static gboolean
is_date_line (const CutPlainLine *line)
{
  g_autoptr (CutDate) date = line->length <= LONGEST_LABEL ? cut_cue_get_date (line->text) : NULL;

  return date != NULL;
}

static gboolean
is_label (const CutPlainLine *line)
{
  return line->length <= LONGEST_LABEL && !cut_cue_ends_sentence (line->text);
}

static gboolean
is_title (const CutPlainLine *line)
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

static gboolean
is_long_title (const CutPlainLine *line)
{
  return is_title (line) && !cut_cue_ends_sentence (line->text) && count_words (line->text) >= 4 && !is_date_line (line) &&
         !cut_cue_is_credit (line->text) && !has_authors (line->text);
}

/* "Politics", "World news": what a site prints over the title, once or twice. */
static gboolean
is_kicker (GArray *lines,
           guint   i)
{
  for (guint n = 0; n < 2 && i + 1 < lines->len; n++, i++)
    {
      if (count_words (cut_plain_line_at (lines, i)->text) > 2 || !is_label (cut_plain_line_at (lines, i)))
        return FALSE;
      if (is_long_title (cut_plain_line_at (lines, i + 1)))
        return TRUE;
      if (has_authors (cut_plain_line_at (lines, i + 1)->text) || is_date_line (cut_plain_line_at (lines, i + 1)))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_entry (const CutPlainLine *line)
{
  return count_words (line->text) <= SHORT_ENTRY && weigh (line) < SHORTEST_PROSE / 2 && is_label (line) && !line->bullet;
}

static gboolean
begins_article (const CutPlainLine *line)
{
  return is_prose (line) || is_date_line (line) || cut_cue_is_byline (line->text) || has_authors (line->text);
}

/* Whether line @i says who wrote it: with a word for it, or right before the day. */
static gboolean
names_writer (GArray *lines,
              guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  return cut_cue_is_byline (line->text) || (i + 1 < lines->len && cut_cue_is_name (line->text) && is_date_line (cut_plain_line_at (lines, i + 1)));
}

/* Where the entries of a menu end that begin at @from; @from where there are too few. The last of them is the title where
 * the article begins right behind it. */
static guint
skip_menu (GArray *lines,
           guint   from)
{
  guint end = from;

  while (end < lines->len && (is_entry (cut_plain_line_at (lines, end)) || cut_cue_is_furniture (cut_plain_line_at (lines, end)->text)) &&
         !is_date_line (cut_plain_line_at (lines, end)) && !names_writer (lines, end))
    end++;
  /* A list of short lines, with nothing below it. */
  if (end == lines->len)
    return from;
  if (end > from && begins_article (cut_plain_line_at (lines, end)) && !cut_cue_is_furniture (cut_plain_line_at (lines, end - 1)->text))
    end--;
  return end - from >= FEWEST_ENTRIES ? end : from;
}

/* "Traffic in Northmere", over a title that a standfirst follows */
static gboolean
is_long_kicker (GArray *lines,
                guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  if (i + 3 >= lines->len || !is_entry (line))
    return FALSE;
  return is_title (cut_plain_line_at (lines, i + 1)) && count_words (cut_plain_line_at (lines, i + 1)->text) > SHORT_ENTRY && !begins_article (cut_plain_line_at (lines, i + 1)) &&
         cut_plain_line_at (lines, i + 2)->length <= LONGEST_STANDFIRST && is_sentence (cut_plain_line_at (lines, i + 2)) && begins_article (cut_plain_line_at (lines, i + 3)) &&
         !is_prose (cut_plain_line_at (lines, i + 3));
}

/* Which line is the title; what stands before it is the site's. -1: there is none */
static int
find_title (GArray *lines)
{
  guint from = skip_menu (lines, 0);

  for (guint i = from; i < MIN (lines->len, from + LONGEST_MENU); i++)
    {
      const CutPlainLine *line = cut_plain_line_at (lines, i);

      if (is_prose (line) || line->bullet)
        return -1;
      if (is_title (line) && !cut_cue_is_menu (line->text) && !is_kicker (lines, i) && !is_long_kicker (lines, i) && !is_date_line (line) &&
          !cut_cue_is_byline (line->text) && !cut_cue_is_credit (line->text))
        return (int) i;
    }
  return -1;
}

/* One past the line, of those behind @first, with which two paragraphs of prose in a row have begun. */
static guint
find_prose (GArray *lines,
            guint   first)
{
  guint in_row = 0;
  guint end = MIN (lines->len, first + LONGEST_HEAD);

  for (guint i = first; i < end; i++)
    {
      in_row = is_prose (cut_plain_line_at (lines, i)) ? in_row + 1 : 0;
      if (in_row == 2)
        return i;
    }
  return end;
}

/* A name alone is the author's where it stands; further down it is more likely a heading. */
static gboolean
is_far_name (const CutPlainLine *line,
             guint               below)
{
  return below > DEEPEST_BARE_NAME && cut_cue_is_name (line->text) && !cut_cue_is_byline (line->text);
}

/* "Northmere, 3 April 2024": where two words before a date are a name as well as a place. */
static gboolean
is_dateline (const CutPlainLine *line,
             guint               n_found)
{
  return n_found > 0 && is_date_line (line) && !cut_cue_is_byline (line->text);
}

/* "Dear Bo," */
static gboolean
is_greeting (const CutPlainLine *line)
{
  return g_str_has_suffix (line->text, ",");
}

/* The names on the bylines of the head, each once. */
static char **
find_authors (GArray *lines,
              guint   first)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < find_prose (lines, first); i++)
    {
      const CutPlainLine *line = cut_plain_line_at (lines, i);
      g_auto (GStrv) names = cut_cue_get_authors (line->text);

      if (cut_cue_is_credit (line->text) || cut_cue_is_furniture (line->text) || is_far_name (line, i - first) || is_dateline (line, found->len) ||
          is_greeting (line))
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
is_byline (const CutPlainLine *line,
           const char *const  *authors)
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

  for (guint i = first; i < MIN (lines->len, first + LONGEST_HEAD); i++)
    {
      const CutPlainLine *line = cut_plain_line_at (lines, i);
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

/* Whether nothing but dates stands between the title and line @i, and the byline right behind it. */
static gboolean
is_before_byline (GArray *lines,
                  guint   i)
{
  guint above = i;

  if (i + 1 >= lines->len || !cut_cue_is_byline (cut_plain_line_at (lines, i + 1)->text))
    return FALSE;
  while (above > 1 && cut_plain_line_at (lines, above - 1)->role == CUT_ROLE_BYLINE)
    above--;
  return above > 0 && cut_plain_line_at (lines, above - 1)->role == CUT_ROLE_TITLE;
}

static gboolean
is_standfirst (GArray *lines,
               guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  if (i == 0 || (cut_plain_line_at (lines, i - 1)->role != CUT_ROLE_TITLE && !is_before_byline (lines, i)))
    return FALSE;
  return line->length <= LONGEST_STANDFIRST && count_words (line->text) + weigh (line) / 12 > 3 && !line->bullet &&
         !cut_cue_is_furniture (line->text) && !cut_cue_is_caption (line->text);
}

static void
tell_head (GArray            *lines,
           int                title,
           guint              head_end,
           const char *const *authors)
{
  for (guint i = 0; i < head_end; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);
      gboolean after_byline = i > 0 && cut_plain_line_at (lines, i - 1)->role == CUT_ROLE_BYLINE;

      if ((int) i == title)
        decide (line, CUT_ROLE_TITLE);
      else if ((int) i < title)
        decide (line, is_date_line (line) ? CUT_ROLE_BYLINE : CUT_ROLE_FURNITURE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      else if (cut_cue_is_caption (line->text))
        decide (line, CUT_ROLE_CAPTION);
      else if (is_byline (line, authors) || is_date_line (line) || (after_byline && cut_cue_is_job (line->text)))
        decide (line, CUT_ROLE_BYLINE);
      else if (cut_cue_is_bio (line->text, authors))
        decide (line, CUT_ROLE_FURNITURE);
      else if (is_standfirst (lines, i))
        decide (line, CUT_ROLE_STANDFIRST);
      else if (cut_cue_is_furniture (line->text))
        decide (line, CUT_ROLE_FURNITURE);
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
  const CutPlainLine *line = cut_plain_line_at (lines, i);
  gboolean head = line->decided && line->role == CUT_ROLE_FURNITURE;

  if (cut_cue_is_furniture (line->text) || line->length > LONGEST_STANDFIRST || line->bullet || (line->decided && !head))
    return FALSE;
  if (i + 1 < credit)
    return head;
  if (line->decided || i < head_end)
    return line->length <= LONGEST_STANDFIRST;
  return line->length <= LONGEST_TITLE &&
         (!is_sentence (line) || (line->gap && !cut_plain_line_at (lines, credit)->gap));
}

/* What stands right before a credit is its picture's caption (and its alternative text). */
static void
tell_captions (GArray *lines,
               guint   head_end)
{
  for (guint i = 0; i < lines->len; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);

      if (i > 0 && !line->decided && g_ascii_strncasecmp (cut_plain_line_at (lines, i - 1)->text, "image caption", 13) == 0)
        decide (line, CUT_ROLE_CAPTION);
      if (line->role != CUT_ROLE_CREDIT)
        continue;
      for (guint j = i; j > 0 && i - j < 2 && is_caption_of (lines, j - 1, i, head_end); j--)
        decide (cut_plain_line_at (lines, j - 1), CUT_ROLE_CAPTION);
    }
}

/* In the body a paragraph may open with the first name of somebody who is called like the author. */
static gboolean
is_bio (GArray            *lines,
        guint              i,
        const char *const *authors)
{
  const char *text = cut_plain_line_at (lines, i)->text;

  if (!cut_cue_is_bio (text, authors))
    return FALSE;
  for (guint j = 0; authors[j] != NULL; j++)
    if (g_str_has_prefix (text, authors[j]))
      return TRUE;
  return i + LONGEST_FOOT >= lines->len;
}

/* The title of another article, under "Read also". */
static gboolean
is_led_away_to (GArray *lines,
                guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  return i > 0 && cut_cue_leads_away (cut_plain_line_at (lines, i - 1)->text) && is_label (line) && count_words (line->text) > 1;
}

/* What stands behind a credit that nothing stood before is the caption. */
static gboolean
is_caption_behind (GArray *lines,
                   guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  if (i < 2 || cut_plain_line_at (lines, i - 1)->role != CUT_ROLE_CREDIT || !line->gap || !is_label (line) || line->bullet)
    return FALSE;
  return is_prose (cut_plain_line_at (lines, i - 2)) || cut_plain_line_at (lines, i - 2)->role == CUT_ROLE_BYLINE;
}

/* What a page puts between two lines of its own for readers who hear it: "skip past X", "after X". */
static void
tell_skipped (GArray *lines,
              guint   from)
{
  const char *opening = "skip past ";
  const char *name = cut_plain_line_at (lines, from)->text;
  guint end = MIN (lines->len, from + LONGEST_HEAD);

  if (g_ascii_strncasecmp (name, opening, strlen (opening)) != 0)
    return;
  name += strlen (opening);
  for (guint i = from + 1; i < end; i++)
    {
      const char *text = cut_plain_line_at (lines, i)->text;

      if (g_ascii_strncasecmp (text, "after ", 6) != 0 || g_ascii_strcasecmp (text + 6, name) != 0)
        continue;
      for (guint j = from; j <= i; j++)
        decide (cut_plain_line_at (lines, j), CUT_ROLE_FURNITURE);
      return;
    }
}

static void
tell_body (GArray            *lines,
           guint              head_end,
           const char *const *authors)
{
  gboolean closed = FALSE;

  for (guint i = head_end; i < lines->len; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);
      const char *next = i + 1 < lines->len ? cut_plain_line_at (lines, i + 1)->text : "";

      closed = (closed && !is_prose (line)) || cut_cue_closes (line->text);
      tell_skipped (lines, i);
      if (line->decided)
        continue;
      if (closed || cut_cue_is_furniture (line->text) || is_bio (lines, i, authors) || is_led_away_to (lines, i))
        decide (line, CUT_ROLE_FURNITURE);
      else if (i + LONGEST_FOOT >= lines->len && is_label (line) && is_byline (line, authors))
        decide (line, CUT_ROLE_BYLINE);
      else if (cut_cue_is_credit (line->text))
        decide (line, CUT_ROLE_CREDIT);
      else if (cut_cue_is_caption (line->text) || is_caption_behind (lines, i))
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
    if (cut_plain_line_at (lines, i)->role == role)
      return TRUE;
  return FALSE;
}

/* What stands over no text at all was the text. */
static void
rescue_standfirst (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (cut_plain_line_at (lines, i)->role == CUT_ROLE_BODY && is_sentence (cut_plain_line_at (lines, i)))
      return;
  for (guint i = 0; i < lines->len; i++)
    if (cut_plain_line_at (lines, i)->role == CUT_ROLE_STANDFIRST && is_prose (cut_plain_line_at (lines, i)))
      cut_plain_line_at (lines, i)->role = CUT_ROLE_BODY;
}

/* Without any prose left nothing was an article: then all that is no furniture counts, or all. */
static void
rescue_body (GArray *lines)
{
  gboolean only_furniture = TRUE;

  if (has_role (lines, CUT_ROLE_BODY))
    return;
  for (guint i = 0; i < lines->len; i++)
    only_furniture = only_furniture && cut_cue_is_furniture (cut_plain_line_at (lines, i)->text);
  for (guint i = 0; i < lines->len; i++)
    if (only_furniture || !cut_cue_is_furniture (cut_plain_line_at (lines, i)->text))
      cut_plain_line_at (lines, i)->role = CUT_ROLE_BODY;
}

/* Writing the article. */

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A short line over prose. A question may be one, but not somebody's, in quotes; "Dear Bo," is none. */
static gboolean
is_heading (GArray *lines,
            guint   i)
{
  const CutPlainLine *line = cut_plain_line_at (lines, i);

  if (line->role != CUT_ROLE_BODY || i + 1 >= lines->len || !is_prose (cut_plain_line_at (lines, i + 1)))
    return FALSE;
  if (g_str_has_suffix (line->text, ",") || !has_letter (line->text))
    return FALSE;
  return is_label (line) || (line->length <= LONGEST_QUESTION && g_str_has_suffix (line->text, "?") &&
                             g_unichar_isalpha (g_utf8_get_char (line->text)));
}

static CutBlockKind
kind_of (GArray *lines,
         guint   i)
{
  CutPlainLine *line = cut_plain_line_at (lines, i);

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
      CutPlainLine *line = cut_plain_line_at (lines, i);
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
    if (cut_plain_line_at (lines, i)->role == role)
      return cut_plain_line_at (lines, i)->text;
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
read_head (CutArticle *article,
           GArray     *lines,
           int         title,
           guint       head_end)
{
  /* A title that counts because there is nothing else is still the title. */
  article->title = title >= 0 ? g_strdup (cut_plain_line_at (lines, (guint) title)->text) : NULL;
  for (guint i = 0; i < head_end && article->published == NULL; i++)
    if ((int) i != title && is_date_line (cut_plain_line_at (lines, i)))
      article->published = cut_cue_get_date (cut_plain_line_at (lines, i)->text);
}

static void
add_metadata (CutArticle *article,
              GArray     *lines)
{
  article->standfirst = g_strdup (first_with_role (lines, CUT_ROLE_STANDFIRST));
  article->excerpt = make_excerpt (article->standfirst != NULL ? article->standfirst
                                                               : first_with_role (lines, CUT_ROLE_BODY));
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

/* Messages. */

/* How many lines the head of a message has that the text begins with; 0: it is none. */
static guint
count_mail_head (GArray *lines)
{
  guint n = 0;
  gboolean has_sender = FALSE;

  for (; n < MIN (lines->len, LONGEST_HEAD); n++)
    {
      CutPlainMail field = cut_plain_mail_read (cut_plain_line_at (lines, n)->text, NULL);

      if (field == CUT_PLAIN_MAIL_NONE)
        break;
      has_sender = has_sender || field == CUT_PLAIN_MAIL_FROM;
    }
  return has_sender && n >= FEWEST_FIELDS ? n : 0;
}

static void
set_sender (CutArticle *article,
            const char *value)
{
  g_autofree char *name = cut_plain_mail_get_name (value);
  char **authors = g_new0 (char *, 2);

  if (*name != '\0')
    authors[0] = g_steal_pointer (&name);
  g_strfreev (article->authors);
  article->authors = authors;
}

static void
read_mail_head (CutArticle *article,
                GArray     *lines,
                guint       end)
{
  for (guint i = 0; i < end; i++)
    {
      CutPlainLine *line = cut_plain_line_at (lines, i);
      const char *value = "";

      decide (line, CUT_ROLE_BYLINE);
      switch (cut_plain_mail_read (line->text, &value))
        {
        case CUT_PLAIN_MAIL_FROM:
          if (*value != '\0')
            set_sender (article, value);
          break;
        case CUT_PLAIN_MAIL_DATE:
          g_clear_pointer (&article->published, cut_date_unref);
          article->published = cut_cue_get_date (value);
          break;
        case CUT_PLAIN_MAIL_SUBJECT:
          g_free (article->title);
          article->title = *value != '\0' ? g_strdup (value) : NULL;
          break;
        case CUT_PLAIN_MAIL_NONE:
        case CUT_PLAIN_MAIL_OTHER:
        default:
          break;
        }
    }
}

/* What is told of pages: their heads and what stands among their text. */
static void
tell_page (CutArticle *article,
           GArray     *lines)
{
  int title = find_title (lines);
  const char *const *authors;
  guint head_end;

  article->authors = find_authors (lines, (guint) (title + 1));
  authors = (const char *const *) article->authors;
  head_end = find_head_end (lines, (guint) (title + 1), authors);
  tell_head (lines, title, head_end, authors);
  tell_body (lines, head_end, authors);
  tell_captions (lines, head_end);
  read_head (article, lines, title, head_end);
}

CutArticle *
cut_plain_read (const char  *text,
                GError     **error)
{
  g_autoptr (GArray) lines = cut_plain_lines_read (text);
  g_autoptr (CutArticle) article = cut_article_new ();
  guint mail_head;

  if (lines->len == 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("There are no words in the text"));
      return NULL;
    }
  mail_head = count_mail_head (lines);
  if (mail_head > 0)
    read_mail_head (article, lines, mail_head);
  else
    tell_page (article, lines);
  rescue_standfirst (lines);
  rescue_body (lines);
  add_blocks (article, lines);
  add_metadata (article, lines);
  cut_language_guess_for (article);
  return g_steal_pointer (&article);
}
