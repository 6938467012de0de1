/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

struct sqlite3;

/**
 * CutDb:
 * @handle: (owned): the connection
 * @path: (owned): the file, as given
 * @statements: (owned): text to prepared statement, see cut-stmt.h
 * @statements_by_place: (owned): the same by where the text stands, see cut-stmt.c
 * @tokenizer: (unowned): cuts texts into words, see cut-tokenizer.h
 * @rank: (unowned): ranks what searches find, see cut-rank.h
 * @fresh_texts: (owned): what was put in this transaction, see cut-text-table.c
 * @packer: (owned): packs what is stored, see cut-pack.h
 * @unpacker: (owned): unpacks what is stored packed, see cut-pack.h
 * @fresh_bytes: of texts that are kept there
 * @cancellable: (owned) (nullable): asked while statements run
 * @read_only: nothing can be written through this connection
 * @protected: nothing can be written to the file or its folder
 * @full: nothing can be written because there is no room for a log
 * @newer: the file was made by a newer Cuttings
 * @migrated_from: its version before it was brought up to date just now; 0 when it was up to date
 *
 * A connection to an SQLite file whose failures are told in sentences. One thread.
 */
typedef struct
{
  struct sqlite3 *handle;
  char *path;
  GHashTable *statements;
  GHashTable *statements_by_place;
  struct _CutTokenizer *tokenizer;
  struct _CutRank *rank;
  GHashTable *fresh_texts;
  gsize fresh_bytes;
  struct ZSTD_CCtx_s *packer;
  struct ZSTD_DCtx_s *unpacker;
  GCancellable *cancellable;
  gboolean read_only;
  gboolean protected;
  gboolean full;
  gboolean newer;
  gint64 migrated_from;
} CutDb;

/** cut_db_open: an existing file (or ":memory:"); looks at it, changes nothing in it */
CutDb *cut_db_open (const char *path, gboolean read_only, GError **error);
/** cut_db_open_empty: a file of zero bytes, to be filled */
CutDb *cut_db_open_empty (const char *path, GError **error);
/** cut_db_reopen_read_only: gives up writing to the file */
gboolean cut_db_reopen_read_only (CutDb *self, GError **error);
void cut_db_close (CutDb *self);

/** cut_db_set_error: what SQLite reported last, as a #CutError; returns %FALSE */
gboolean cut_db_set_error (CutDb *self, int code, GError **error);

/**
 * cut_db_listen:
 *
 * From now on cancelling stops a statement at the next page that it reads, not only between its own steps: a search goes through much of the index in
 * one. For statements that only read.
 *
 * Returns: for cut_db_listen_no_more(), before anything else is done with the cancellable
 */
gulong cut_db_listen (CutDb *self);
void cut_db_listen_no_more (CutDb *self, gulong listening);

/** cut_db_exec: one or more statements without values or results */
gboolean cut_db_exec (CutDb *self, const char *sql, GError **error);
gboolean cut_db_query_int (CutDb *self, const char *sql, gint64 *value, GError **error);

gboolean cut_db_begin (CutDb *self, GError **error);
gboolean cut_db_commit (CutDb *self, GError **error);
void cut_db_rollback (CutDb *self);
gboolean cut_db_in_transaction (CutDb *self);

/** cut_db_refuse_writing: sets why a notebook opened for reading cannot be written; returns %FALSE */
gboolean cut_db_refuse_writing (CutDb *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutDb, cut_db_close)

G_END_DECLS
