/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"
#include "cut-words.h"

G_BEGIN_DECLS

/**
 * CutMarkNumber: a mark of an article
 * @number: from 1, in the order of the text
 * @placed: whether it stands in the capture the article's page shows
 * @start, @end: where, in code points; of one that is not placed where it stood in its own capture
 */
typedef struct
{
  CutRecord *annotation;
  CutRecord *clip;
  guint number;
  gboolean placed;
  guint start;
  guint end;
} CutMark;

/**
 * CutSite:
 *
 * What all pages know: the content by id and by who refers to whom, and the words. Made once for
 * the pages of a bundle; then only read.
 */
typedef struct
{
  CutPackage *package;
  CutBundleContent *content;
  CutWords *words;
  GHashTable *by_id;       /* utf8 → CutRecord */
  GHashTable *referrers;   /* utf8 → GPtrArray of CutRecord, in the order of kinds and ids, each once */
  GHashTable *marks;       /* annotation id → CutMark */
  GHashTable *clip_marks;  /* clip id → GPtrArray of CutMark, in text order */
  GHashTable *shown;       /* clip id → CutRecord: the capture its page shows */
  gboolean alone;          /* all stands on one page: links stay in it, pictures are part of it */
  guint deeper;            /* levels that the headings of a part stand below the page's own; 0 on a page of its own */
} CutSite;

CutSite *cut_site_new (CutPackage *package);
void cut_site_free (CutSite *self);

/** cut_site_find: (nullable) (transfer none): the object with @id if it is of @kind (%CUT_KIND_NONE for any) */
CutRecord *cut_site_find (CutSite *self, const char *id, CutKind kind);
/** cut_site_referrers: Returns: (transfer full) (element-type CutRecord): those of @kind that refer to @id */
GPtrArray *cut_site_referrers (CutSite *self, const char *id, CutKind kind);
/** cut_site_marks: (nullable) (transfer none) (element-type CutMark): of a clip */
GPtrArray *cut_site_marks (CutSite *self, const char *clip);
/** cut_site_sorted: Returns: (transfer full): the records of @kind by id */
GPtrArray *cut_site_sorted (CutSite *self, CutKind kind);

/** cut_site_begin: opens a page up to its main part. @root: "" or "../"; @current: (nullable): the navigation's own link */
GString *cut_site_begin (CutSite *self, const char *title, const char *root, const char *current);
/** cut_site_end: closes the page and adds it as `data/NAME`; takes @page */
void cut_site_end (CutSite *self, GString *page, const char *name, const char *object);

/** cut_site_head: what the heads of all pages have, their end left open. @policy: Content-Security-Policy */
void cut_site_head (GString *page, const char *policy, const char *title, const char *bundle);
/** cut_site_foot: the end of a page, behind its main part */
void cut_site_foot (CutSite *self, GString *page);

/* Small parts that several pages have. @root as above. */

/** cut_site_level: `h1` to `h6`: @level of a page of its own, deeper where it is part of one */
const char *cut_site_level (const CutSite *self, guint level);
/** cut_site_href: (transfer full) (nullable): where @record stands; %NULL where nothing leads to it */
char *cut_site_href (CutSite *self, const char *root, CutRecord *record);
/** cut_site_picture: (transfer full) (nullable): address of the picture at @path (below `data/`) for a page one folder down, or
 *   where all stands on one page the picture itself (RFC 2397); %NULL where its bytes are not there */
char *cut_site_picture (CutSite *self, const char *path);

const char *cut_site_word (CutSite *self, const char *message);
void cut_site_fact (GString *page, const char *label, const char *value);
/** cut_site_heading: a heading with the count of what follows */
void cut_site_heading (GString *page, const char *tag, const char *text, guint n);
char *cut_site_clip_title (CutSite *self, CutRecord *clip);
/** cut_site_clip_line: outlet, authors and date of a clip: (transfer full) */
char *cut_site_clip_line (CutSite *self, CutRecord *clip);
void cut_site_object_link (CutSite *self, GString *page, const char *root, const char *id);
/** cut_site_objects: a labelled list of links; nothing for none */
void cut_site_objects (CutSite *self, GString *page, const char *root, const char *label, const char *const *ids);
/** cut_site_quote: the words of a mark as a link to where they stand */
void cut_site_quote (CutSite *self, GString *page, const char *root, CutRecord *annotation);
/** cut_site_is_last_step: whether the source @id is the outlet that the way of @record, an attribution, ends at anyhow */
gboolean cut_site_is_last_step (CutSite *self, CutRecord *record, const char *id);
/** cut_site_chain: source → via → outlet of an attribution, then stance, terms, hedge, when it was said */
void cut_site_chain (CutSite *self, GString *page, const char *root, CutRecord *attribution);
/** cut_site_manner: (transfer full) (element-type utf8): stance, terms, hedge, channel, day, condition of an attribution, as far as known */
GPtrArray *cut_site_manner (CutSite *self, CutRecord *attribution);
/** cut_site_paragraphs: a note as it was typed, a paragraph for each part between empty lines */
void cut_site_paragraphs (GString *page, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSite, cut_site_free)

G_END_DECLS
