/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-verdict.h"

static guint
length_of (const CutArticle *card)
{
  return (guint) g_utf8_strlen (card->text, -1);
}

static void
add_line (CutArticle   *card,
          const char   *given,
          CutBlockKind  kind,
          CutBlockRole  role)
{
  g_autofree char *line = cut_normal_line (given, -1);
  g_autofree char *before = NULL;
  CutBlock *block;
  guint start;

  if (*line == '\0')
    return;
  before = card->text;
  start = *before != '\0' ? length_of (card) + 1 : 0;
  card->text = *before != '\0' ? g_strconcat (before, "\n", line, NULL) : g_strdup (line);
  block = cut_block_new (kind, role, start, length_of (card));
  block->level = kind == CUT_BLOCK_HEADING || kind == CUT_BLOCK_QUOTE ? 1 : 0;
  g_ptr_array_add (card->blocks, block);
}

static void
add_lines (CutArticle   *card,
           const char   *text,
           CutBlockKind  kind)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (card, lines[i], kind, CUT_ROLE_BODY);
}

CutArticle *
cut_bring_card_new (const CutBroughtItem *item)
{
  CutArticle *card = cut_article_new ();
  const char *title = item->text[CUT_BROUGHT_TITLE];
  const char *url = item->text[CUT_BROUGHT_URL];

  card->title = g_strdup (title != NULL ? title : url != NULL ? url : item->text[CUT_BROUGHT_KEY]);
  add_line (card, card->title, CUT_BLOCK_HEADING, CUT_ROLE_TITLE);
  if (item->text[CUT_BROUGHT_EXCERPT] != NULL)
    add_lines (card, item->text[CUT_BROUGHT_EXCERPT], CUT_BLOCK_PARAGRAPH);
  cut_verdict_set (card, url != NULL ? "bookmark" : NULL);
  return card;
}

void
cut_bring_card_add (CutArticle *card,
                    const char *quote,
                    guint      *start,
                    guint      *end)
{
  *start = length_of (card) + 1;
  add_lines (card, quote, CUT_BLOCK_QUOTE);
  *end = length_of (card);
}
