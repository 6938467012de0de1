/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-site.h"

G_BEGIN_DECLS

/* The pages people read: valid HTML 5 without script, in the language of the content. */

/** cut_pages_write: all pages below `data/`; fails only when cancelled */
gboolean cut_pages_write (CutPackage *package, GCancellable *cancellable, GError **error);
/** cut_pages_write_entrance: `index.html` in the top folder, with one link */
void cut_pages_write_entrance (CutPackage *package);

/* The same on one page (see cut-page-alone.c). */

/** cut_out_page: (transfer full): all articles with their marks and notes, then claims and sources, as one page that needs no other file */
char *cut_out_page (CutSite *site);

/* Parts of pages. */
void cut_page_article_part (CutSite *site, GString *page, CutRecord *clip);
void cut_page_claims_part (CutSite *site, GString *page);
void cut_page_sources_part (CutSite *site, GString *page);
void cut_page_index_stories (CutSite *site, GString *page);
/** cut_page_index_list: a list of all articles with links to them */
void cut_page_index_list (CutSite *site, GString *page);
/** cut_page_index_clips: (transfer full) (element-type CutRecord): as that list has them: the newest first */
GPtrArray *cut_page_index_clips (CutSite *site);
/** cut_page_index_profile: (transfer none): for whom it was made, and what was left out */
const char *cut_page_index_profile (CutSite *site);
/** cut_pages_style: (transfer full): the style of all pages */
GBytes *cut_pages_style (void);

/* One file each. */
void cut_page_article_write (CutSite *site, CutRecord *clip);
void cut_page_index_write (CutSite *site);
void cut_page_claims_write (CutSite *site);
void cut_page_sources_write (CutSite *site);
void cut_page_entity_write (CutSite *site, CutRecord *entity);
void cut_page_timeline_write (CutSite *site);

G_END_DECLS
