/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-known-text.h"
#include "cut-stmt.h"

G_BEGIN_DECLS

/* Table `reader_text`: what a capture reads as; write-once. */

/** CutTextHashes: SHA-256 of the text, of its table of paragraphs and of its HTML; each is %NULL where there is none */
typedef struct
{
  char *text;
  char *blocks;
  char *html;
} CutTextHashes;

void cut_text_hashes_free (CutTextHashes *self);

/**
 * cut_reader_text_check:
 *
 * Returns: (transfer full) (nullable) (element-type CutBlock): the table of paragraphs, when it and the text belong together
 */
GPtrArray *cut_reader_text_check (const char *text, const char *blocks_json, const char *html, GError **error);

/** cut_reader_text_put: again with the same content is no error; with other content %CUT_ERROR_REFUSED */
gboolean cut_reader_text_put (CutDb *db, const char *capture, const CutKnownText *known, GError **error);

/** cut_reader_text_get: each of @text, @blocks_json, @html may be %NULL; %CUT_ERROR_NOT_FOUND when there is none */
gboolean cut_reader_text_get (CutDb *db, const char *capture, char **text, char **blocks_json, char **html, GError **error);

/** cut_reader_text_unpack: (transfer full) (nullable): the text in a row of the table. @text, @against: the columns of that name in @stmt */
char *cut_reader_text_unpack (CutDb *db, CutStmt *stmt, int text, int against, GError **error);

/** cut_reader_text_unpack_counted: (transfer full) (nullable) (element-type CutTextPart): where what counts stands in @text; %NULL where the row does
 *   not say: its blocks do. @column: `counted` in @stmt */
GArray *cut_reader_text_unpack_counted (CutStmt *stmt, int column, const char *text);

/** cut_reader_text_fresh_new: (transfer full): for `CutDb.fresh_texts` */
GHashTable *cut_reader_text_fresh_new (void);

/** cut_reader_text_get_fresh: (nullable): what counts of a text put in this transaction, before anybody decided on it; %NULL where that is not known */
const char *cut_reader_text_get_fresh (CutDb *db, const char *capture);

/** cut_reader_text_get_fresh_hashes: (nullable): of a text put in this transaction, as it was given; %NULL where that is not known */
const CutTextHashes *cut_reader_text_get_fresh_hashes (CutDb *db, const char *capture);

/** cut_reader_text_read_hashes: (transfer full) (nullable): of the text as it stands in the file */
CutTextHashes *cut_reader_text_read_hashes (CutDb *db, const char *capture, GError **error);

/** cut_reader_text_get_sha256: (transfer full) (nullable): as stored; %NULL without an error when there is none */
char *cut_reader_text_get_sha256 (CutDb *db, const char *capture, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTextHashes, cut_text_hashes_free)

G_END_DECLS
