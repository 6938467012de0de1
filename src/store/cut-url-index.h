/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Table `known_url`: by which addresses a clip is known. */

/** cut_url_index_update: for a clip or capture that was put; nothing for other kinds */
gboolean cut_url_index_update (CutDb *db, gint64 key, CutRecord *record, GError **error);

/** cut_url_index_find_clip: Returns: (transfer full) (nullable): an id; %NULL without error when none */
char *cut_url_index_find_clip (CutDb *db, const char *url, GError **error);

/** cut_url_get_host: Returns: (transfer full) (nullable): lower case, without `www.` */
char *cut_url_get_host (const char *url);

G_END_DECLS
