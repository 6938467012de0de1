/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * CutVerdictPage:
 * @title: the `title` element, in lower case; "" for none
 * @heading: the first `h1`, likewise
 * @words: what a reader sees, buttons too, in lower case; only its first part where it is long
 * @offer: those of them in the middle of the page: not in its head and foot, menus, comments and newsletter boxes
 * @noscript: what a reader without scripts sees, likewise
 * @length: of the article's text, in code points; a wide character counts as three
 * @seen: of all that a reader sees, likewise
 * @n_buttons: buttons and fields to press
 * @n_passwords: fields for a password
 * @has_script: whether there is a script
 * @challenge: the surest sign of a challenge in an attribute (see cut_verdict_is_challenge())
 * @mount: an element that a script fills is there and empty
 * @wall: an element is named as the wall before an article
 * @closed: the page says that the article is not free
 * @metered: it says that some may be read
 * @has_article: its JSON-LD or OpenGraph says that it is an article
 * @is_site: its OpenGraph says that it is a site
 * @expected: words of the whole article as the page says, 0 for unknown
 * @n_headlines: headings that are links
 * @n_headlines_in_text: those of them that were taken for the article's text
 * @n_links: other links in the middle of the page that are as long as a headline
 * @n_links_in_text: likewise
 * @link_chars: all characters in links there, as those of @seen
 *
 * @brief: the text is short; else @words, @noscript, @seen, @challenge and @wall were not looked for
 *
 * What speaks for and against a page's being an article, gathered in two passes.
 */
typedef struct
{
  gboolean brief;
  char *title;
  char *heading;
  char *words;
  char *offer;
  char *noscript;
  guint length;
  guint seen;
  guint n_buttons;
  guint n_passwords;
  gboolean has_script;
  guint challenge;
  gboolean mount;
  gboolean wall;
  gboolean closed;
  gboolean metered;
  gboolean has_article;
  gboolean is_site;
  guint expected;
  guint n_headlines;
  guint n_headlines_in_text;
  guint n_links;
  guint n_links_in_text;
  guint link_chars;
} CutVerdictPage;

/** cut_verdict_page_new: with @most characters of text or more only what tells lists is gathered: no wall lets so much through */
CutVerdictPage *cut_verdict_page_new (CutTree *tree, const CutArticle *article, guint most);
void cut_verdict_page_free (CutVerdictPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutVerdictPage, cut_verdict_page_free)

G_END_DECLS
