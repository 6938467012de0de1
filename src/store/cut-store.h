/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-known-text.h"
#include "cut-query.h"
#include "cut-record.h"
#include "cut-row.h"
#include "cut-unsettled.h"
#include "cut-vault.h"

G_BEGIN_DECLS

#define CUT_TYPE_STORE (cut_store_get_type ())
G_DECLARE_FINAL_TYPE (CutStore, cut_store, CUT, STORE, GObject)

/**
 * CutStore:
 *
 * One connection to a notebook file (SQLite, WAL, synchronous FULL). Belongs to the thread that
 * opened it; every function asserts that. Any number of read-only stores may be open beside the one that
 * writes. All functions that fail set a %CUT_ERROR (or %G_IO_ERROR_CANCELLED) and change nothing.
 */

typedef enum
{
  CUT_STORE_DEFAULT = 0,
  CUT_STORE_CREATE = 1 << 0,    /* make the file (mode 0600) when it is missing */
  CUT_STORE_READ_ONLY = 1 << 1, /* a second connection for reading */
} CutStoreFlags;

/**
 * cut_store_open:
 * @path: a file name, or ":memory:" in tests
 *
 * Migrates an older notebook within one transaction. A newer one opens read-only
 * (cut_store_is_read_only()); a file that is no notebook is refused.
 */
CutStore *cut_store_open (const char *path, CutStoreFlags flags, GError **error);
/** cut_store_close: checkpoints and closes; later calls fail. Also on the last unref. */
void cut_store_close (CutStore *self);
gboolean cut_store_is_read_only (CutStore *self);
/** cut_store_refuse: Returns: whether it is read-only; @error says why */
gboolean cut_store_refuse (CutStore *self, GError **error);
/** cut_store_get_session: (transfer none): what writes of this opening are named after; see cut-written.h */
const char *cut_store_get_session (CutStore *self);
/** cut_store_get_path: (transfer none) */
const char *cut_store_get_path (CutStore *self);

/** cut_store_set_cancellable: (nullable): while set, every statement stops soon after it is cancelled */
void cut_store_set_cancellable (CutStore *self, GCancellable *cancellable);

/* Protection: see cut-secrets.h for what is sealed. The file never holds it in the clear: no table, index, snippet, journal line
 * or revision. While the vault is open, every function that gives records or rows gives them whole; while it is locked, locked. */

/** cut_store_set_vault: @vault: (nullable): held; what opens and seals. Without one everything sealed stays locked. */
void cut_store_set_vault (CutStore *self, CutVault *vault);
/** cut_store_get_wrap: @wrap: (out) (transfer full) (nullable): %NULL when the notebook is not protected */
gboolean cut_store_get_wrap (CutStore *self, CutWrap **wrap, GError **error);
/** cut_store_protect: @wrap: that of the vault, which must be open. One act of its own, without an undo step: seals what there is, the
 *   journal included, and leaves cut_store_purge() due. %CUT_ERROR_REFUSED where it is protected already. */
gboolean cut_store_protect (CutStore *self, const CutWrap *wrap, GError **error);
/** cut_store_change_wrap: the same key under another passphrase; leaves cut_store_purge() due */
gboolean cut_store_change_wrap (CutStore *self, const CutWrap *wrap, GError **error);
/** cut_store_unprotect: writes everything in the clear again; %CUT_ERROR_LOCKED unless the vault is open */
gboolean cut_store_unprotect (CutStore *self, GError **error);
/** cut_store_is_purge_due: whether bytes that were in the clear, or an old key, may still be found in the file */
gboolean cut_store_is_purge_due (CutStore *self);
/** cut_store_purge: wipes them: merges the search index, writes the whole file anew and empties its log. Takes as long as the file is large;
 *   %CUT_ERROR_BUSY while somebody reads, then it stays due. */
gboolean cut_store_purge (CutStore *self, GError **error);
/** cut_store_list_sealed: Returns: (transfer full) (element-type CutRecord): every object with something sealed, those in the Trash too */
GPtrArray *cut_store_list_sealed (CutStore *self, GError **error);
/** cut_store_list_stand_ins: Returns: (transfer full) (element-type utf8 utf8): id of each source that was ever sealed by name → “Confidential
 *   source A” */
GHashTable *cut_store_list_stand_ins (CutStore *self, GError **error);

/**
 * cut_store_seal:
 *
 * @record as the file will hold it: what cut_store_put() does, for who needs it before (a journal line, a revision). Inside a
 * transaction only. A record that was sealed has a revision over what is sealed.
 *
 * Returns: (transfer full) (nullable): @record itself where nothing is to be sealed; %NULL with %CUT_ERROR_LOCKED when that needs the
 *   vault, or when a locked record was written into where its secrets belong
 */
CutRecord *cut_store_seal (CutStore *self, CutRecord *record, GError **error);
/** cut_store_reveal: Returns: (transfer full): the whole of a locked @record where the vault is open; else @record */
CutRecord *cut_store_reveal (CutStore *self, CutRecord *record);
/** cut_store_look_up_stored: as cut_store_look_up(), but as the file holds it */
gboolean cut_store_look_up_stored (CutStore *self, const char *id, CutRecord **record, GError **error);

/* Transactions: one act, one transaction. Reading works without. */
gboolean cut_store_begin (CutStore *self, GError **error);
gboolean cut_store_commit (CutStore *self, GError **error);
void cut_store_rollback (CutStore *self);

/* Notebook-wide values: `id`, `title`, `language`, `owner` (a contributor's id), `created`. */
char *cut_store_get_meta (CutStore *self, const char *name, GError **error);
gboolean cut_store_set_meta (CutStore *self, const char *name, const char *value, GError **error);

/* Objects. */

/**
 * cut_store_put:
 *
 * Validates and writes @record whole, in place of the one with its id; keeps the link table, the
 * full-text index (of a clip with the counted text of its newest capture) and the kept counts in
 * step. A capture that exists is refused (write-once), except for its `deleted`, `rev`, `parents`,
 * `modified` and `sensitivity`; so is a changed check, which cannot go to the Trash either. Inside a transaction only.
 */
gboolean cut_store_put (CutStore *self, CutRecord *record, GError **error);

/** cut_store_get: Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_NOT_FOUND */
CutRecord *cut_store_get (CutStore *self, const char *id, GError **error);
/** cut_store_find: as cut_store_get(), but %NULL without an error when there is none */
CutRecord *cut_store_find (CutStore *self, const char *id, GError **error);
/** cut_store_look_up: @record: (out) (nullable): as cut_store_find(), which cannot tell by its value alone that it failed */
gboolean cut_store_look_up (CutStore *self, const char *id, CutRecord **record, GError **error);

/** cut_store_find_prefix: Returns: (transfer full) (nullable): the one id that starts with @prefix (4 or
 *   more characters); %CUT_ERROR_NOT_FOUND when none or several */
char *cut_store_find_prefix (CutStore *self, const char *prefix, GError **error);

/** cut_store_remove: deletes the row for good; only for undoing what created it (its history goes to the journal) */
gboolean cut_store_remove (CutStore *self, const char *id, GError **error);

/** cut_store_list: Returns: (transfer full) (element-type CutRecord) */
GPtrArray *cut_store_list (CutStore *self, const CutQuery *query, GError **error);
/** cut_store_rows: Returns: (transfer full) (element-type CutRow) */
GPtrArray *cut_store_rows (CutStore *self, const CutQuery *query, GError **error);
/** cut_store_keys: Returns: (transfer full) (element-type gint64): the order of the result as small keys */
GArray *cut_store_keys (CutStore *self, const CutQuery *query, GError **error);
/** cut_store_rows_for_keys: Returns: (transfer full) (element-type CutRow): one a key, in order;
 *   %NULL elements for keys whose object is gone. @query as given to cut_store_keys() (for snippets). */
GPtrArray *cut_store_rows_for_keys (CutStore *self, const CutQuery *query, const gint64 *keys, guint n_keys, GError **error);
/** cut_store_ids_for_keys: Returns: (transfer full): in the order of @keys, without those whose object is gone */
GStrv cut_store_ids_for_keys (CutStore *self, const gint64 *keys, guint n_keys, GError **error);
/** cut_store_count: Returns: -1 on error */
gint64 cut_store_count (CutStore *self, const CutQuery *query, GError **error);

/** cut_store_referrers: Returns: (transfer full) (element-type CutRecord): all of @kind (or %CUT_KIND_NONE)
 *   that refer to @id in any field, outside the trash */
GPtrArray *cut_store_referrers (CutStore *self, const char *id, CutKind kind, GError **error);
/**
 * cut_store_find_referred:
 * @kind: of objects that belong to @clip, as annotations do
 *
 * Returns: (transfer full): ids of those that something of the kind @from refers to, things in the Trash included
 */
GHashTable *cut_store_find_referred (CutStore *self, const char *clip, CutKind kind, CutKind from, GError **error);

/* Finding what is already there. */
/** cut_store_find_clip_by_url: Returns: (transfer full) (nullable): the id of the clip outside the trash one of whose
 *   addresses (asked, final, canonical; compared without fragment) is @url */
char *cut_store_find_clip_by_url (CutStore *self, const char *url, GError **error);
/** cut_store_find_capture: Returns: (transfer full) (nullable): the id of the capture of @clip (any clip when %NULL) with @sha256 */
char *cut_store_find_capture (CutStore *self, const char *clip, const char *sha256, GError **error);
/** cut_store_newest_capture: Returns: (transfer full) (nullable): the clip's newest capture outside the trash */
CutRecord *cut_store_newest_capture (CutStore *self, const char *clip, GError **error);
/** cut_store_shown_capture: Returns: (transfer full) (nullable): the capture that stands for the clip: the newest outside the
 *   trash that is an article; where there is none the newest that is the beginning of one; else the newest */
CutRecord *cut_store_shown_capture (CutStore *self, const char *clip, GError **error);
/** cut_store_find_named: Returns: (transfer full) (nullable): the id of the @kind (entity, source, tag, story, contributor) outside the
 *   trash whose name, label, title or alias is @name, compared case- and accent-folded */
char *cut_store_find_named (CutStore *self, CutKind kind, const char *name, GError **error);
/** cut_store_complete_named: Returns: (transfer full) (element-type CutRow): at most @limit whose name or alias starts a word with @prefix */
GPtrArray *cut_store_complete_named (CutStore *self, CutKind kind, const char *prefix, guint limit, GError **error);

/* Bytes: immutable, named by their SHA-256 (hex), kept once, zstd-compressed where that pays. */
gboolean cut_store_put_blob (CutStore *self, GBytes *bytes, char **sha256, GError **error);
/** cut_store_put_blob_as: likewise, @sha256: of @bytes, as who calls worked it out just now */
gboolean cut_store_put_blob_as (CutStore *self, GBytes *bytes, const char *sha256, GError **error);
GBytes *cut_store_get_blob (CutStore *self, const char *sha256, GError **error);
gboolean cut_store_has_blob (CutStore *self, const char *sha256);

/* The reader text and block table (as JSON) of a capture; write-once. Put before the capture's record or
 * after, within the same transaction; the search index follows. */
gboolean cut_store_put_text (CutStore *self, const char *capture, const char *text, const char *blocks_json, const char *html, GError **error);
/** cut_store_put_known_text: likewise, of what who calls made and need not have looked through again */
gboolean cut_store_put_known_text (CutStore *self, const char *capture, const CutKnownText *known, GError **error);
gboolean cut_store_get_text (CutStore *self, const char *capture, char **text, char **blocks_json, char **html, GError **error);

/* Places: where annotations were found in captures other than their own. What the program found, no record; an
 * annotation whose selectors change loses its places. */

/**
 * CutFound:
 * @annotation, @capture: ids
 * @start, @end: code points
 * @score: 0 to 1
 * @status: a word of %CUT_VOCAB_PLACE_STATUS
 * @rules: number of the rules it was found by
 */
typedef struct
{
  char *annotation;
  char *capture;
  guint start;
  guint end;
  double score;
  char *status;
  int rules;
} CutFound;

void cut_found_free (CutFound *self);
/** cut_store_put_found: @found: (element-type CutFound): in place of what was found before; those of objects that are gone are left out */
gboolean cut_store_put_found (CutStore *self, GPtrArray *found, GError **error);
/** cut_store_list_found: Returns: (transfer full) (element-type CutFound): all in @capture, or of @annotation; the other is %NULL */
GPtrArray *cut_store_list_found (CutStore *self, const char *annotation, const char *capture, GError **error);

/** cut_store_list_unsettled: @clip: (nullable): %NULL for all. Returns: (transfer full) (element-type CutUnsettled): clips with any, as
 *   far as places were found already */
GPtrArray *cut_store_list_unsettled (CutStore *self, const char *clip, GError **error);

/* Journal: what each act changed, for undo and redo, stored in the notebook. */

/**
 * CutJournalEntry:
 * @seq: rising number
 * @label: the act's translated name ("Highlight"), for "Undo Highlight"
 * @before, @after: (element-type utf8) parallel: the line (%CUT_JSON_CANONICAL; in older notebooks %CUT_JSON_PLAIN) of each object before
 *   and after, or "" where it did not exist; @kinds: (element-type int) each object's kind
 */
typedef struct
{
  gint64 seq;
  char *label;
  GArray *kinds;
  GPtrArray *before;
  GPtrArray *after;
} CutJournalEntry;

void cut_journal_entry_free (CutJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutJournalEntry, cut_journal_entry_free)

/** cut_store_journal_append: a new act; what was undone before it can no longer be redone */
gboolean cut_store_journal_append (CutStore *self, const CutJournalEntry *entry, GError **error);
/** cut_store_journal_peek: Returns: (transfer full) (nullable): the act that undo (or, with @redo, redo) would
 *   take next; %NULL without an error when there is none */
CutJournalEntry *cut_store_journal_peek (CutStore *self, gboolean redo, GError **error);
/** CutJournalFunc: Returns: whether to go on to the act before */
typedef gboolean (*CutJournalFunc) (const CutJournalEntry *entry, gpointer data);
/** cut_store_journal_walk: shows the acts that were not undone to @func, the latest first */
gboolean cut_store_journal_walk (CutStore *self, CutJournalFunc func, gpointer data, GError **error);
/** cut_store_journal_move: marks @seq as undone, or as done again */
gboolean cut_store_journal_move (CutStore *self, gint64 seq, gboolean undone, GError **error);

/* Custody: hash-chained, append-only (triggers refuse update and delete); no readable content. */

/**
 * cut_store_custody_append:
 * @action: what happened: `captured`, `captured-again`, `imported`, `trashed`, `restored`, `unchanged` (fetched again, the bytes
 *   were the same), `missing` (fetched again, no page came), `exported`, `purged`, `continued` (see cut_store_custody_continue())
 * @object: id of a capture, which is sealed as it is stored now, its text included; or of anything else
 * @detail: (nullable): canonical JSON without anything a person could read out of it: numbers, hashes of what was made public
 */
gboolean cut_store_custody_append (CutStore *self, const char *action, const char *object, const char *detail, GError **error);
/**
 * cut_store_custody_continue:
 * @notebook: id of the notebook that a bundle came from; @head: hash (hex), the head of its chain as the bundle prints it
 *
 * Notes that all there is here came out of that bundle: until something else happens to the evidence, @head is the head of this notebook, too.
 */
gboolean cut_store_custody_continue (CutStore *self, const char *notebook, const char *head, GError **error);
/** cut_store_custody_head: Returns: (transfer full) (nullable): hash (hex) of the newest entry about what the notebook holds; what was
 *   only looked at or exported changes nothing in it, so that the same content exports the same head */
char *cut_store_custody_head (CutStore *self, GError **error);

/**
 * cut_store_verify:
 * @custody_head: (nullable): a head that left the notebook earlier (printed in each bundle) and must still be in the chain
 * @progress: (nullable): called with 0–1
 *
 * Integrity check of the file, every blob and reader text against its hash, the custody chain, the link
 * table and search index against the objects.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): see cut-problem.h; empty when all is well
 */
GPtrArray *cut_store_verify (CutStore *self, const char *custody_head, void (*progress) (double fraction, gpointer data), gpointer data, GError **error);

/** cut_store_backup: a safe copy while in use; appears by rename, in place of an older copy, never of any other file nor of the notebook itself */
gboolean cut_store_backup (CutStore *self, const char *path, GError **error);
/** cut_store_compact: reclaims space */
gboolean cut_store_compact (CutStore *self, GError **error);

G_END_DECLS
