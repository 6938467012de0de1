/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/* Table `reader_text`: what a capture reads as; write-once. */

/** cut_reader_text_put: again with the same content is no error; with other content %CUT_ERROR_REFUSED */
gboolean cut_reader_text_put (CutDb *db, const char *capture, const char *text, const char *blocks_json, const char *html, GError **error);

/** cut_reader_text_get: each of @text, @blocks_json, @html may be %NULL; %CUT_ERROR_NOT_FOUND when there is none */
gboolean cut_reader_text_get (CutDb *db, const char *capture, char **text, char **blocks_json, char **html, GError **error);

/** cut_reader_text_get_fresh: (nullable): what counts of a text put in this transaction, before anybody decided on it; %NULL where that is not known */
const char *cut_reader_text_get_fresh (CutDb *db, const char *capture);

/** cut_reader_text_get_sha256: (transfer full) (nullable): as stored; %NULL without an error when there is none */
char *cut_reader_text_get_sha256 (CutDb *db, const char *capture, GError **error);

G_END_DECLS
