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

/* One file each. */
void cut_page_article_write (CutSite *site, CutRecord *clip);
void cut_page_index_write (CutSite *site);
void cut_page_claims_write (CutSite *site);
void cut_page_sources_write (CutSite *site);
void cut_page_entity_write (CutSite *site, CutRecord *entity);
void cut_page_timeline_write (CutSite *site);

G_END_DECLS
