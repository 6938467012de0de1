/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/** cut_schema_get_newest: the number of the newest migration this program knows */
gint64 cut_schema_get_newest (void);

/**
 * cut_schema_create:
 *
 * Makes an empty notebook at @path (mode 0600), whole or not at all: built beside it and then
 * linked into place, so that a crash leaves no half file. One that appeared meanwhile stays.
 */
gboolean cut_schema_create (const char *path, GError **error);

/**
 * cut_schema_prepare:
 *
 * Refuses what is no notebook, brings an older one up to date within one transaction, and lets
 * go of writing to a newer one.
 */
gboolean cut_schema_prepare (CutDb *db, GError **error);

/** cut_schema_migrate: runs the migrations after @from (also on an empty ":memory:") */
gboolean cut_schema_migrate (CutDb *db, gint64 from, GError **error);

G_END_DECLS
