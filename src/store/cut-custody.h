/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record-table.h"

G_BEGIN_DECLS

/**
 * Table `custody`: what was done with which evidence and when, each entry sealed with the hash of the
 * one before. The hash is SHA-256 over lines joined by LF: of an entry of form 1 sequence number, time (ms), action,
 * object id, object hash and previous hash; of one of form 2 the words `cuttings-custody-2`, then sequence number, time,
 * action, object id, object hash, detail and previous hash. The previous hash of the first entry is "".
 *
 * The object hash of form 1 is that of the capture's bytes. That of form 2 is SHA-256 over lines: the salt of the
 * object (table `custody_salt`, random), then of a capture the canonical JSON of what never changes in it, and the
 * SHA-256 of its reader text, of its block table and of its sanitised article. With the salt gone nobody can try out
 * whether it was this page. An object that is no capture has the hash "".
 *
 * The chain shows that nothing was changed since its head was known to somebody else; it does not show that what it
 * names is true, and who can write the file can write a new chain.
 */

/** CUT_CUSTODY_PURGED: the action of an entry that says that the object is deleted for good; it seals nothing, and its salt goes */
#define CUT_CUSTODY_PURGED "purged"

/** cut_custody_append: @detail: (nullable): canonical JSON */
gboolean cut_custody_append (CutDb *db, const CutRecordTables *tables, const char *action, const char *object, const char *detail, GError **error);

/** CUT_CUSTODY_CONTINUED: the action of an entry that says whose chain this one goes on from: the notebook was empty, and all that came into it came
 *   out of one bundle, whose head its detail names */
#define CUT_CUSTODY_CONTINUED "continued"
/** cut_custody_detail_of_head: (transfer full): what such an entry says of @head */
char *cut_custody_detail_of_head (const char *head);

/** cut_custody_head: (transfer full) (nullable): hash of the newest entry about what is held, or the head that it goes on from; %NULL without error
 *   when there is none */
char *cut_custody_head (CutDb *db, GError **error);

/**
 * cut_custody_verify:
 * @head: (nullable): a hash that must be in the chain
 * @problems: (element-type utf8): lines are added, one a break: entries that were changed, are missing or do not follow; captures that
 *   are not as they were sealed, that the chain does not know, or that it knows and are gone
 */
gboolean cut_custody_verify (CutDb *db, const CutRecordTables *tables, const char *head, GPtrArray *problems, GError **error);

G_END_DECLS
