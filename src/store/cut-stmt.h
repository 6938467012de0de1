/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/**
 * CutStmt:
 *
 * A prepared statement borrowed from its connection's cache (by its text), given back, reset and
 * cleared, by cut_stmt_release() (or g_autoptr). Values are bound from 1, columns read from 0. What fails to
 * bind is reported by the next step.
 */
typedef struct _CutStmt CutStmt;

typedef enum
{
  CUT_STEP_FAILED = -1,
  CUT_STEP_DONE = 0,
  CUT_STEP_ROW = 1,
} CutStep;

/** cut_stmt_cache_new: (transfer full): for #CutDb alone */
GHashTable *cut_stmt_cache_new (void);
/** cut_stmt_cache_clear: for #CutDb alone */
void cut_stmt_cache_clear (CutDb *db);

CutStmt *cut_stmt_new (CutDb *db, const char *sql, GError **error);
/** cut_stmt_newf: for texts that name a table; @format's values are never a person's */
CutStmt *cut_stmt_newf (CutDb *db, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);
void cut_stmt_release (CutStmt *self);

/** cut_stmt_bind_text: @text: (nullable): copied */
void cut_stmt_bind_text (CutStmt *self, int i, const char *text);
void cut_stmt_bind_int (CutStmt *self, int i, gint64 number);
/** cut_stmt_bind_bytes: @bytes: (nullable): must live until the statement is released */
void cut_stmt_bind_bytes (CutStmt *self, int i, GBytes *bytes);

CutStep cut_stmt_step (CutStmt *self, GError **error);
/** cut_stmt_run: steps to the end and resets, so that it can be bound and run again */
gboolean cut_stmt_run (CutStmt *self, GError **error);
/** cut_stmt_reset: to be bound and stepped again; bound values stay */
void cut_stmt_reset (CutStmt *self);

gboolean cut_stmt_is_null (CutStmt *self, int column);
gint64 cut_stmt_get_int (CutStmt *self, int column);
double cut_stmt_get_double (CutStmt *self, int column);
/** cut_stmt_get_text: (nullable) (transfer none): until the next step */
const char *cut_stmt_get_text (CutStmt *self, int column);
/** cut_stmt_dup_text: (nullable) (transfer full) */
char *cut_stmt_dup_text (CutStmt *self, int column);
/** cut_stmt_get_bytes: (transfer none): until the next step; @length in bytes */
const void *cut_stmt_get_bytes (CutStmt *self, int column, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStmt, cut_stmt_release)

G_END_DECLS
