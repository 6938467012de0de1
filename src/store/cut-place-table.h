/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Table `place`: where annotations were found in captures. */

/** cut_place_table_put: in place of what was there; nothing when the annotation or the capture is not there */
gboolean cut_place_table_put (CutDb *db, const CutFound *found, GError **error);

/** cut_place_table_forget: all places of @annotation */
gboolean cut_place_table_forget (CutDb *db, const char *annotation, GError **error);

/** cut_place_table_list: Returns: (transfer full) (nullable) (element-type CutFound) */
GPtrArray *cut_place_table_list (CutDb *db, const char *annotation, const char *capture, GError **error);

/** cut_place_table_list_unsettled: Returns: (transfer full) (nullable) (element-type CutUnsettled) */
GPtrArray *cut_place_table_list_unsettled (CutDb *db, const char *clip, GError **error);

G_END_DECLS
