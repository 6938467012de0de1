/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-act.h"
#include "cut-article.h"
#include "cut-extractor.h"
#include "cut-passphrase.h"
#include "cut-progress.h"
#include "cut-query.h"
#include "cut-record.h"
#include "cut-row.h"
#include "cut-search-term.h"
#include "cut-standing.h"
#include "cut-unsettled.h"
#include "cut-version.h"

G_BEGIN_DECLS

#define CUT_TYPE_NOTEBOOK (cut_notebook_get_type ())
G_DECLARE_FINAL_TYPE (CutNotebook, cut_notebook, CUT, NOTEBOOK, GObject)

/**
 * CutNotebook:
 *
 * The facade: every act of the program. One thread owns the writing connection, another reads; neither
 * ever blocks the caller of an _async function. The functions without _async do the same and
 * block: they are for the command line and tests, never for the main thread of the window.
 *
 * Signal `changed` (GPtrArray of #CutChange, main context of the maker): after each act, undo, redo or import, what
 * is different now. Views update by it alone. Properties: `path`, `undo-label`, `redo-label` (nullable strings, notify),
 * `read-only`.
 */

/**
 * CutChange:
 * @kind: of the object
 * @id: of the object
 * @record: (nullable): as it is now; %NULL when it is gone or when more than 500 objects changed at once
 */
typedef struct
{
  CutKind kind;
  char *id;
  CutRecord *record;
} CutChange;

/** cut_notebook_default_path: Returns: (transfer full): `notebook.cuttings` under the XDG data folder */
char *cut_notebook_default_path (void);

/** cut_notebook_open: makes the folder (0700) and file when missing. Blocking. */
CutNotebook *cut_notebook_open (const char *path, GCancellable *cancellable, GError **error);
void cut_notebook_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutNotebook *cut_notebook_open_finish (GAsyncResult *result, GError **error);
/** cut_notebook_close: waits for the act under way, then closes both connections; later calls fail with %CUT_ERROR_NOTEBOOK */
void cut_notebook_close (CutNotebook *self);
const char *cut_notebook_get_path (CutNotebook *self);
gboolean cut_notebook_is_read_only (CutNotebook *self);
/** cut_notebook_get_refusal: (transfer none) (nullable): why it can only be read; %NULL where it can be changed */
const GError *cut_notebook_get_refusal (CutNotebook *self);
/** cut_notebook_get_owner: (nullable) (transfer none): the contributor id new objects carry */
const char *cut_notebook_get_owner (CutNotebook *self);

/* Acts. */

/** cut_notebook_commit: @act: (transfer full). Blocking. On an error nothing was written. */
gboolean cut_notebook_commit (CutNotebook *self, CutAct *act, GCancellable *cancellable, GError **error);
void cut_notebook_commit_async (CutNotebook *self, CutAct *act, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_commit_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_undo: Returns: (transfer full) (nullable): the label of what was undone; %CUT_ERROR_NOT_FOUND when there is nothing */
char *cut_notebook_undo (CutNotebook *self, GError **error);
void cut_notebook_undo_async (CutNotebook *self, GAsyncReadyCallback callback, gpointer user_data);
char *cut_notebook_undo_finish (CutNotebook *self, GAsyncResult *result, GError **error);
char *cut_notebook_redo (CutNotebook *self, GError **error);
void cut_notebook_redo_async (CutNotebook *self, GAsyncReadyCallback callback, gpointer user_data);
char *cut_notebook_redo_finish (CutNotebook *self, GAsyncResult *result, GError **error);
const char *cut_notebook_get_undo_label (CutNotebook *self);
const char *cut_notebook_get_redo_label (CutNotebook *self);

/* Reading. All on the reading thread; results are immutable. */

CutRecord *cut_notebook_get (CutNotebook *self, const char *id, GError **error); /* id or unique prefix; blocking */
void cut_notebook_get_async (CutNotebook *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutRecord *cut_notebook_get_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_list: Returns: (transfer full) (element-type CutRecord) */
GPtrArray *cut_notebook_list (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GError **error);
void cut_notebook_list_async (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_list_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_rows: Returns: (transfer full) (element-type CutRow) */
GPtrArray *cut_notebook_rows (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GError **error);
void cut_notebook_rows_async (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_rows_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_keys_async: the order of a long list as (element-type gint64) keys; pages of it by cut_notebook_rows_for_keys_async() */
void cut_notebook_keys_async (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *cut_notebook_keys_finish (CutNotebook *self, GAsyncResult *result, GError **error);
void cut_notebook_rows_for_keys_async (CutNotebook *self, const CutQuery *query, const gint64 *keys, guint n_keys, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_rows_for_keys_finish (CutNotebook *self, GAsyncResult *result, GError **error);
/** cut_notebook_ids_for_keys_async: the ids alone, in the order of @keys, without those whose object is gone */
void cut_notebook_ids_for_keys_async (CutNotebook *self, const gint64 *keys, guint n_keys, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv cut_notebook_ids_for_keys_finish (CutNotebook *self, GAsyncResult *result, GError **error);

gint64 cut_notebook_count (CutNotebook *self, const CutQuery *query, GError **error);
void cut_notebook_count_async (CutNotebook *self, const CutQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 cut_notebook_count_finish (CutNotebook *self, GAsyncResult *result, GError **error); /* -1 on error */

/** cut_notebook_complete_async: names of @kind that start a word with @prefix, for entry completion; (element-type CutRow) */
void cut_notebook_complete_async (CutNotebook *self, CutKind kind, const char *prefix, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_complete_finish (CutNotebook *self, GAsyncResult *result, GError **error);
/** cut_notebook_complete_value_async: outlets or authors, as cut_store_complete_value(); (element-type utf8) */
void cut_notebook_complete_value_async (CutNotebook *self, CutFilter filter, const char *prefix, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_complete_value_finish (CutNotebook *self, GAsyncResult *result, GError **error);
/** cut_notebook_find_named: Returns: (transfer full) (nullable): id of the object of that name; %NULL without error when none */
char *cut_notebook_find_named (CutNotebook *self, CutKind kind, const char *name, GError **error);

/**
 * CutReading:
 * @clip: the clip
 * @capture: the capture shown: the one asked for, else the newest that is an article (a wall or an error never takes its place)
 * @text: its reader text
 * @blocks: (element-type CutBlock): its block table, with the user's furniture decisions applied
 * @annotations: (element-type CutAnnotation): all of the clip, in text order (furniture decisions included)
 * @attributions: (element-type CutAttribution): those whose annotation or claim is among them
 * @claims: (element-type CutClaim), @sources: (element-type CutSource), @entities: (element-type CutEntity), @tags: (element-type CutTag):
 *   what these refer to
 * @captures: (element-type CutCapture): all of the clip, newest first
 * @dismissals: (element-type CutDismissal): proposals for the clip that a person did not want; see cut-dismissed.h
 * @images: (element-type utf8 utf8): picture address → SHA-256 of the stored picture
 * @standings: private; see cut_reading_get_standing()
 * @fresh: private
 *
 * Everything the reader and margin show of one clip. Immutable, reference-counted by cut_reading_ref().
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutRecord *clip;
  CutRecord *capture;
  char *text;
  GPtrArray *blocks;
  GPtrArray *annotations;
  GPtrArray *attributions;
  GPtrArray *claims;
  GPtrArray *sources;
  GPtrArray *entities;
  GPtrArray *tags;
  GPtrArray *captures;
  GPtrArray *dismissals;
  GHashTable *images;
  GHashTable *standings;
  GPtrArray *fresh;
} CutReading;

#define CUT_TYPE_READING (cut_reading_get_type ())
GType cut_reading_get_type (void);
CutReading *cut_reading_ref (CutReading *self);
void cut_reading_unref (CutReading *self);
/** cut_reading_find: Returns: (transfer none) (nullable): the object with @id among all those in @self */
CutRecord *cut_reading_find (CutReading *self, const char *id);
/** cut_reading_get_standing: Returns: (transfer none) (nullable): where the annotation with @id stands in @capture; %NULL for another id */
const CutStanding *cut_reading_get_standing (CutReading *self, const char *id);
/** cut_reading_count_tray: @status: `unsure` or `orphan`. Returns: how many annotations of that status wait for a person */
guint cut_reading_count_tray (CutReading *self, const char *status);
/** cut_reading_find_place: where the annotation with @id may be shown in @text (code points). Returns: whether it may; one that
 *   may not is unsure or an orphan here and comes last in @annotations */
gboolean cut_reading_find_place (CutReading *self, const char *id, guint *start, guint *end);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutReading, cut_reading_unref)

/** cut_notebook_read: @id: a clip's or a capture's */
CutReading *cut_notebook_read (CutNotebook *self, const char *id, GError **error);
void cut_notebook_read_async (CutNotebook *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutReading *cut_notebook_read_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/* Captures of a clip, and where its annotations stand in them. */

/** cut_notebook_captures: @clip: id of a clip. Returns: (transfer full) (element-type CutVersion): oldest first, those in the Trash
 *   left out, each with what changed since the one before. What any of them reads: cut_notebook_read() with its id. */
GPtrArray *cut_notebook_captures (CutNotebook *self, const char *clip, GCancellable *cancellable, GError **error);
void cut_notebook_captures_async (CutNotebook *self, const char *clip, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_captures_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_standings: @id: of a capture: where each annotation of its clip stands in it; or of an annotation: where it stands in
 *   each capture of its clip, oldest first. Returns: (transfer full) (element-type CutStanding) */
GPtrArray *cut_notebook_standings (CutNotebook *self, const char *id, GCancellable *cancellable, GError **error);
void cut_notebook_standings_async (CutNotebook *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_standings_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_unsettled: @clip: (nullable): %NULL for all. Cheap: what was found already, in the capture that each clip shows.
 *   Returns: (transfer full) (element-type CutUnsettled): clips with annotations that wait for a person */
GPtrArray *cut_notebook_unsettled (CutNotebook *self, const char *clip, GCancellable *cancellable, GError **error);
void cut_notebook_unsettled_async (CutNotebook *self, const char *clip, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_unsettled_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_blob_async: stored bytes (a picture, a raw page) by SHA-256 */
GBytes *cut_notebook_blob (CutNotebook *self, const char *sha256, GError **error);
void cut_notebook_blob_async (CutNotebook *self, const char *sha256, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *cut_notebook_blob_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/* Clipping. */

/**
 * CutClipRequest:
 * @url: (nullable): address to fetch; or, with @bytes, where they came from
 * @path: (nullable): a file to read
 * @bytes: (nullable): pasted or dropped text or HTML
 * @content_type: (nullable): of @bytes: `text/plain` or `text/html`; NULL to look
 * @how: (nullable): `paste` (default for bytes), `file`, `browser`
 * @title, @published: (nullable): what the user says
 * @story: (nullable): id of a story to put it in
 * @user_agent: (nullable)
 * @without_pictures: the page alone is fetched
 * @again: (nullable): id of a clip to fetch again; then neither address, file nor bytes are needed: it is asked for at the address
 *   its newest capture was, and what comes belongs to it
 * @since: milliseconds, 0 for never: an article that was captured at the address from then on is not fetched, and counts as unchanged
 */
typedef struct
{
  char *url;
  char *path;
  GBytes *bytes;
  char *content_type;
  char *how;
  char *title;
  CutDate *published;
  char *story;
  char *user_agent;
  gboolean without_pictures;
  char *again;
  gint64 since;
} CutClipRequest;

CutClipRequest *cut_clip_request_new (void);
CutClipRequest *cut_clip_request_copy (const CutClipRequest *self);
void cut_clip_request_free (CutClipRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClipRequest, cut_clip_request_free)

typedef enum
{
  CUT_CLIPPED_NEW,         /* `new` */
  CUT_CLIPPED_NEW_CAPTURE, /* `new-capture`: the page had changed */
  CUT_CLIPPED_UNCHANGED,   /* `unchanged`: the bytes are those of the newest capture; that they were seen is in the chain of custody */
  CUT_CLIPPED_GONE,        /* `gone`: fetched again, and the server has no page at this address any more; what is kept stays */
} CutClipStatus;

/**
 * CutClipResult:
 * @capture: the new one; of an unchanged or gone page the one there is
 * @warnings: (element-type utf8): what could not be kept (a picture, …), that the page is gone, or that it is no article now
 * @refusal: (nullable): what the server said in place of the page, a sentence; it is kept, but it is not what was asked for
 * @version: (nullable): of a new capture of a known clip: what changed since the one before it. It is @shown unless it is a wall or an
 *   error: then the clip goes on showing the last good one.
 */
typedef struct
{
  CutClipStatus status;
  CutRecord *clip;
  CutRecord *capture;
  GPtrArray *warnings;
  char *refusal;
  CutVersion *version;
} CutClipResult;

void cut_clip_result_free (CutClipResult *self);
const char *cut_clip_status_to_word (CutClipStatus status);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClipResult, cut_clip_result_free)

/* One undo step ("Clip"). To fetch several again, call it for each: an error is that of one clip. Marks of a clip that got a new
 * capture are placed in it before the call returns. @progress (nullable) carries messages; its cancellable stops it. Several may run at once. */
CutClipResult *cut_notebook_clip (CutNotebook *self, const CutClipRequest *request, CutProgress *progress, GError **error);
void cut_notebook_clip_async (CutNotebook *self, const CutClipRequest *request, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
CutClipResult *cut_notebook_clip_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_extract: extraction only, nothing stored (`cuttings extract`). Any thread. */
CutArticle *cut_notebook_extract (CutExtractor *extractor, const char *path, const char *url, GCancellable *cancellable, GError **error);

/* Export, import, verify. */

/**
 * CutExportRequest:
 * @format: `bundle` (default), or one of cut_bundle_get_formats(): a file for other programs
 * @path: file to write; appears whole or not at all
 * @ids: (nullable): clips, stories, claims or entities with what belongs to them; @story: (nullable); @query: (nullable) words; @all
 * @profile: `colleague` (default), `public`, `full`
 * @reveal: (nullable): ids of confidential sources to leave in
 * @language: (nullable): of the pages; default the user's
 * @title: (nullable)
 * @sign: whether to sign a bundle with OpenPGP; @sign_key: (nullable): with which key, the default one for %NULL
 * @recipients: (nullable): keys it is encrypted to; @passphrase: (nullable): else what opens it. Either gives the file the ending `.gpg`.
 *   The profile `full` wants one of them
 */
typedef struct
{
  char *format;
  char *path;
  char **ids;
  char *story;
  char *query;
  gboolean all;
  char *profile;
  char **reveal;
  char *language;
  char *title;
  gboolean sign;
  char *sign_key;
  char **recipients;
  CutPassphrase *passphrase;
} CutExportRequest;

CutExportRequest *cut_export_request_new (void);
CutExportRequest *cut_export_request_copy (const CutExportRequest *self);
void cut_export_request_free (CutExportRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutExportRequest, cut_export_request_free)

/** CutExportReport: @written: counts by plural kind (utf8 → GUINT_TO_POINTER); @withheld: (element-type utf8): a sentence each */
typedef struct
{
  char *path;
  char *sha256;
  GHashTable *written;
  GPtrArray *withheld;
} CutExportReport;
void cut_export_report_free (CutExportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutExportReport, cut_export_report_free)

/** cut_notebook_preview_export_async: what cut_notebook_export_async() would write and withhold; nothing is written (path and sha256 are %NULL) */
void cut_notebook_preview_export_async (CutNotebook *self, const CutExportRequest *request, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
CutExportReport *cut_notebook_preview_export_finish (CutNotebook *self, GAsyncResult *result, GError **error);
CutExportReport *cut_notebook_export (CutNotebook *self, const CutExportRequest *request, CutProgress *progress, GError **error);
void cut_notebook_export_async (CutNotebook *self, const CutExportRequest *request, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
CutExportReport *cut_notebook_export_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** CutImportReport: @format: (nullable): the word of what it was read as; counts by plural kind; @conflicts, @failed, @left_out: (element-type utf8): a sentence each; the last say what another
 *   program's file holds and Cuttings does not; @lines: of an ndjson file that were read and not empty, else 0; @of_lines: whether it was such
 *   a file; @n_bad_lines: how many of them could not be stored; @stopped: (nullable): why it ended before the end of the file */
typedef struct
{
  char *format;
  GHashTable *added;
  GHashTable *same;
  GHashTable *changed;
  GPtrArray *conflicts;
  GPtrArray *failed;
  GPtrArray *left_out;
  guint lines;
  gboolean of_lines;
  guint n_bad_lines;
  char *stopped;
} CutImportReport;
void cut_import_report_free (CutImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutImportReport, cut_import_report_free)

/** cut_notebook_import: @format: (nullable): `bundle`, `ndjson`, `ftm`, or a word of cut_imports_get_formats(); by what is in the file when
 *   %NULL. @dry_run: report only. One undo step. */
CutImportReport *cut_notebook_import (CutNotebook *self, const char *path, const char *format, gboolean dry_run, CutProgress *progress, GError **error);
void cut_notebook_import_async (CutNotebook *self, const char *path, const char *format, gboolean dry_run, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
CutImportReport *cut_notebook_import_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * CutLinesOptions:
 * @dry_run: report only
 * @strict: ends at the first bad line; what stands before it is stored
 * @problem: (nullable): called with a sentence for each bad line; else they are in the report
 * @progress: (nullable): called now and then: how far it is, as a sentence, lines, and a fraction of 1 or -1 where nobody knows
 *
 * How a file with an article a line is imported. The functions are called in the thread that imports.
 */
typedef struct
{
  gboolean dry_run;
  gboolean strict;
  void (*problem) (const char *sentence, gpointer data);
  void (*progress) (const char *message, guint lines, double fraction, gpointer data);
  gpointer data;
} CutLinesOptions;

/** cut_notebook_reads_lines: whether cut_notebook_import() would read @path as a file with an article a line. @format: (nullable) */
gboolean cut_notebook_reads_lines (const char *path, const char *format);
/** cut_notebook_import_lines: such a file; `-` is standard input. In undo steps of some hundred lines. @cancellable: (nullable): what was written
 *   before it was cancelled stays and is reported. Blocking; any thread. Returns: (transfer full) (nullable) */
CutImportReport *cut_notebook_import_lines (CutNotebook *self, const char *path, const CutLinesOptions *options, GCancellable *cancellable,
                                            GError **error);

/** cut_notebook_verify_file: a notebook file or a bundle (zip or folder). @custody_head: (nullable): of a notebook: a head of its chain of
 *   custody that left it earlier. @warnings: (nullable): gets what leaves a bag valid. (element-type utf8): see cut-problem.h. Blocking. */
GPtrArray *cut_notebook_verify_file (const char *path, gboolean notebook, const char *custody_head, GPtrArray *warnings, CutProgress *progress, GError **error);

gboolean cut_notebook_backup (CutNotebook *self, const char *path, GError **error);
gboolean cut_notebook_compact (CutNotebook *self, GError **error);

G_END_DECLS
