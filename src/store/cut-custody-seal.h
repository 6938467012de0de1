/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-table.h"

G_BEGIN_DECLS

/* What an entry of the chain of custody seals; see cut-custody.h. Private to src/store. */

#define CUT_CUSTODY_PLAIN 1
#define CUT_CUSTODY_SALTED 2

typedef struct
{
  gint64 seq;
  gint64 time;
  const char *action;
  const char *object;
  const char *object_sha256;
  const char *previous;
  gint64 form;
  const char *detail;
} CutCustodyEntry;

/** cut_custody_entry_hash: Returns: (transfer full): hex */
char *cut_custody_entry_hash (const CutCustodyEntry *entry);

/** cut_custody_seal_make: the seal of @object as it is stored, with its salt, which is made when there is none; "" for what is no
 *   capture. @seal: (out) (transfer full) */
gboolean cut_custody_seal_make (CutDb *db, const CutRecordTables *tables, const char *object, char **seal, GError **error);

/** cut_custody_salt_get: @salt: (out) (transfer full) (nullable): %NULL when there is none */
gboolean cut_custody_salt_get (CutDb *db, const char *object, char **salt, GError **error);

/** cut_custody_seal_of: @capture with @salt. @seal: (out) (transfer full). Damage to what is sealed makes another seal, no error. */
gboolean cut_custody_seal_of (CutDb *db, CutRecord *capture, const char *salt, char **seal, GError **error);

G_END_DECLS
