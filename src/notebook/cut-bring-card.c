/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring.h"

#include <string.h>

#include "cut-normal.h"
#include "cut-verdict.h"

static void
add_line (CutBringCard *self,
          const char   *given,
          CutBlockKind  kind,
          CutBlockRole  role)
{
  g_autofree char *line = cut_normal_line (given, -1);
  CutBlock *block;
  guint start;

  if (*line == '\0')
    return;
  start = self->length > 0 ? self->length + 1 : 0;
  if (self->length > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, line);
  self->length = start + (guint) g_utf8_strlen (line, -1);
  block = cut_block_new (kind, role, start, self->length);
  block->level = kind == CUT_BLOCK_HEADING || kind == CUT_BLOCK_QUOTE ? 1 : 0;
  g_ptr_array_add (self->article->blocks, block);
}

static void
add_lines (CutBringCard *self,
           const char   *text,
           CutBlockKind  kind)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i], kind, CUT_ROLE_BODY);
}

CutBringCard *
cut_bring_card_new (const CutBroughtItem *item)
{
  CutBringCard *self = g_new0 (CutBringCard, 1);
  const char *title = item->text[CUT_BROUGHT_TITLE];
  const char *url = item->text[CUT_BROUGHT_URL];

  self->article = cut_article_new ();
  self->text = g_string_new (NULL);
  self->article->title = g_strdup (title != NULL ? title : url != NULL ? url : item->text[CUT_BROUGHT_KEY]);
  add_line (self, self->article->title, CUT_BLOCK_HEADING, CUT_ROLE_TITLE);
  self->title_end = self->length;
  if (item->text[CUT_BROUGHT_EXCERPT] != NULL)
    add_lines (self, item->text[CUT_BROUGHT_EXCERPT], CUT_BLOCK_PARAGRAPH);
  cut_verdict_set (self->article, url != NULL ? "bookmark" : NULL);
  return self;
}

char *
cut_bring_card_add (CutBringCard *self,
                    const char   *quote,
                    guint        *start,
                    guint        *end)
{
  gsize before = self->text->len;

  *start = self->length > 0 ? self->length + 1 : 0;
  add_lines (self, quote, CUT_BLOCK_QUOTE);
  *end = self->length;
  return g_strdup (self->text->len > before ? self->text->str + before + (before > 0 ? 1 : 0) : "");
}

CutArticle *
cut_bring_card_finish (CutBringCard *self)
{
  CutArticle *article = self->article;

  g_free (article->text);
  article->text = g_string_free (self->text, FALSE);
  g_free (self);
  return article;
}
