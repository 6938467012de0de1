/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"
#include "cut-date.h"
#include "cut-topic.h"

G_BEGIN_DECLS

/** CUT_ARTICLE_NOWHERE: what the relative addresses of a file that names no address of its own resolve against; no such
 * host can exist (RFC 2606), and the notebook keeps none of it */
#define CUT_ARTICLE_NOWHERE "https://saved-page.invalid/"

/**
 * CutReview:
 * @claim: what was checked
 * @claimant: (nullable): who said it
 * @verdict: (nullable): in the reviewer's words
 * @reviewer: (nullable): who checked it
 * @url: (nullable): where the check stands
 * @reviewed: (nullable): when it was published
 *
 * A finished check that a page publishes (schema.org ClaimReview).
 */
typedef struct
{
  char *claim;
  char *claimant;
  char *verdict;
  char *reviewer;
  char *url;
  CutDate *reviewed;
} CutReview;

/**
 * CutPart:
 * @url: as the block table has it
 * @content_type: (nullable): as the file says
 * @bytes: not looked into yet
 *
 * A picture that came in the same file as the page (MHTML, WARC).
 */
typedef struct
{
  char *url;
  char *content_type;
  GBytes *bytes;
} CutPart;

/** cut_part_new: Returns: (transfer full) */
CutPart *cut_part_new (const char *url, const char *content_type, GBytes *bytes);

/**
 * CutSnapshot:
 * @url: (nullable): absolute address the page was taken from
 * @status: of the server's answer, 0 where the file does not say
 * @headers: (nullable): fields of the file's head or of the server's answer, `Name: value`
 *
 * What a file says of how the page got into it. Claims: nobody but whoever made the file vouches for them.
 */
typedef struct
{
  char *url;
  guint status;
  char **headers;
} CutSnapshot;

CutSnapshot *cut_snapshot_new (const char *url);
void cut_snapshot_free (CutSnapshot *self);

/**
 * CutArticle:
 * @title: (nullable): the headline, without the site's name
 * @standfirst: (nullable): the line under the headline
 * @authors: (nullable): persons, one each, without roles and dates
 * @byline: (nullable): the authors as one line
 * @publisher: (nullable): the outlet's organisation
 * @site_name: (nullable): the outlet as it calls itself
 * @published: (nullable): when it was published
 * @updated: (nullable): when it was last modified
 * @language: (nullable): BCP 47 tag
 * @dir: (nullable): `ltr` or `rtl` where the page says so or the script demands it
 * @canonical_url: (nullable): absolute
 * @excerpt: (nullable): description or first words
 * @image: (nullable): absolute address of the lead picture
 * @image_caption, @image_credit: (nullable): what stands under the lead picture
 * @kind: (nullable): `article`, `report`, `post`, `live`, … where known
 * @wire_credit: (nullable): the agency the piece is from
 * @licence: (nullable): under what terms the page may be used, mostly an address
 * @next_url: (nullable): absolute address of the same article's next page
 * @reviews: (element-type CutReview): the finished checks the page publishes; often empty
 * @keywords: (nullable)
 * @about: (element-type CutTopic): what the page says it is about, then what else it says it mentions; often empty
 * @charset: (nullable): the character set the bytes were read in
 * @origins: (element-type utf8 utf8): for each field above, by its name, where it came from
 *   (`json-ld`, `og`, `meta`, `microdata`, `text`, `address`, `pdf`, `mail`, `user`)
 * @text: the reader text (see `domain.md`); never %NULL, may be empty
 * @blocks: (element-type CutBlock): what each line of @text is
 * @html: (nullable): the article as sanitised HTML: an allowed list of elements and
 *   attributes, no script, no style, no event handler; http, https and mailto links only
 * @images: (element-type utf8): absolute addresses of the pictures, in order, each once
 * @parts: (element-type CutPart): those of @images that came in the same file; often empty
 * @snapshot: (nullable): how the page got into the file that holds it
 * @warning: (nullable): a sentence when something was cut off or guessed
 * @verdict: (nullable): what the page is when it is no article, a word of %CUT_VOCAB_VERDICT; @warning says it then
 *
 * What an extraction found. A plain structure, filled by `src/html`, `src/pdf`, `src/archive` or `src/text`,
 * owned by whoever asked, then only read.
 */
typedef struct
{
  char *title;
  char *standfirst;
  char **authors;
  char *byline;
  char *publisher;
  char *site_name;
  CutDate *published;
  CutDate *updated;
  char *language;
  char *dir;
  char *canonical_url;
  char *excerpt;
  char *image;
  char *image_caption;
  char *image_credit;
  char *kind;
  char *wire_credit;
  char *licence;
  char *next_url;
  GPtrArray *reviews;
  char **keywords;
  GPtrArray *about;
  char *charset;
  GHashTable *origins;
  char *text;
  GPtrArray *blocks;
  char *html;
  GPtrArray *images;
  GPtrArray *parts;
  CutSnapshot *snapshot;
  char *warning;
  char *verdict;
} CutArticle;

/** cut_article_new: Returns: (transfer full): an article with nothing in it (@text is "") */
CutArticle *cut_article_new (void);
void cut_article_free (CutArticle *self);

/** cut_article_set_origin: @field and @origin are copied */
void cut_article_set_origin (CutArticle *self, const char *field, const char *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutArticle, cut_article_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSnapshot, cut_snapshot_free)

G_END_DECLS
