/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-meta.h"

#include "cut-language-guess.h"

#include <string.h>

/* A first paragraph longer than this is cut. */
#define EXCERPT_CHARS 600

static const CutBlock *
first_paragraph (const CutArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->role == CUT_ROLE_BODY && block->kind == CUT_BLOCK_PARAGRAPH
          && block->end > block->start)
        return block;
    }
  return NULL;
}

static void
fill_excerpt (CutArticle *article)
{
  const CutBlock *block = first_paragraph (article);

  if (article->excerpt != NULL || block == NULL)
    return;
  article->excerpt = g_utf8_substring (article->text, block->start,
                                       MIN (block->end, block->start + EXCERPT_CHARS));
  cut_article_set_origin (article, "excerpt", "text");
}

/* What the page's data does not name may have been told by its place. */
static void
fill_standfirst (CutArticle *article)
{
  for (guint i = 0; i < article->blocks->len && article->standfirst == NULL; i++)
    {
      const CutBlock *block = g_ptr_array_index (article->blocks, i);

      if (block->role != CUT_ROLE_STANDFIRST || block->end <= block->start)
        continue;
      article->standfirst = g_utf8_substring (article->text, block->start, block->end);
      cut_article_set_origin (article, "standfirst", "text");
    }
}

/* "LONDON (Reuters) - " opens a wire story, "(AP)" behind the place too. */
static void
fill_wire (CutArticle *article)
{
  static const char *const agencies[]
      = { "Reuters", "AP",     "AFP",   "dpa",    "PA",  "UPI",       "EFE", "ANSA",
          "Xinhua",  "TASS",   "KNA",   "epd",    "APA", "Belga",     "ANP", "TT",
          "NTB",     "Ritzau", "Kyodo", "Yonhap", "AAP", "Bloomberg", NULL };
  const CutBlock *block = first_paragraph (article);
  g_autofree char *start = NULL;

  if (block == NULL || article->wire_credit != NULL)
    return;
  start = g_utf8_substring (article->text, block->start, MIN (block->end, block->start + 80));
  for (const char *const *agency = agencies; *agency != NULL; agency++)
    {
      g_autofree char *mark = g_strdup_printf ("(%s)", *agency);

      if (strstr (start, mark) == NULL)
        continue;
      article->wire_credit = g_strdup (*agency);
      cut_article_set_origin (article, "wire_credit", "text");
      return;
    }
}

static gboolean
is_rtl (const char *text)
{
  guint rtl = 0;
  guint letters = 0;

  for (; *text != '\0' && letters < 500; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      letters += g_unichar_isalpha (c);
      rtl += (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF)
             || (c >= 0xFE70 && c <= 0xFEFC);
    }
  return rtl * 2 > letters;
}

/* Two addresses of one picture may differ in host, size and what is cut from it. */
static gboolean
is_same_picture (const char *a, const char *b)
{
  g_autofree char *first = g_strndup (a, strcspn (a, "?#"));
  g_autofree char *second = g_strndup (b, strcspn (b, "?#"));
  const char *name = strrchr (first, '/');
  const char *other = strrchr (second, '/');

  return name != NULL && other != NULL && strlen (name) > 5 && g_str_equal (name, other);
}

/* The caption is a block with the picture, the credit one right behind it. */
static void
fill_picture (CutArticle *article)
{
  const CutBlock *block = NULL;
  guint i;

  for (i = 0; i < article->blocks->len && block == NULL; i++)
    {
      const CutBlock *candidate = g_ptr_array_index (article->blocks, i);

      if (candidate->image != NULL
          && (article->image == NULL || is_same_picture (candidate->image, article->image)))
        block = candidate;
    }
  if (block == NULL)
    return;
  for (; block != NULL && block->kind == CUT_BLOCK_CAPTION; i++)
    {
      char **field = block->role == CUT_ROLE_CREDIT ? &article->image_credit : &article->image_caption;

      if (*field == NULL && block->end > block->start)
        *field = g_utf8_substring (article->text, block->start, block->end);
      block = i < article->blocks->len ? g_ptr_array_index (article->blocks, i) : NULL;
      if (block != NULL && (block->image != NULL || block->role != CUT_ROLE_CREDIT))
        return;
    }
}

void
cut_meta_finish (CutArticle *article)
{
  fill_excerpt (article);
  fill_standfirst (article);
  fill_wire (article);
  cut_language_guess_for (article);
  if (article->dir == NULL && is_rtl (article->text))
    article->dir = g_strdup ("rtl");
  if (article->image == NULL && article->images->len > 0)
    {
      article->image = g_strdup (g_ptr_array_index (article->images, 0));
      cut_article_set_origin (article, "image", "text");
    }
  fill_picture (article);
}
