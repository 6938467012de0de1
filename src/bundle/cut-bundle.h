/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-record.h"

G_BEGIN_DECLS

/* The bundle: a ZIP of one folder that is a BagIt 1.0 bag (RFC 8493), readable without
 * Cuttings, without a network and without a script. Everything here blocks and may be called
 * from any thread, one thread a content at a time. */

#define CUT_BUNDLE_FORMAT "cuttings-bundle"
#define CUT_BUNDLE_VERSION 1

/**
 * CutBundleProfile:
 * @CUT_PROFILE_COLLEAGUE: confidential sources leave as "Source A"…; without conditions, confidential objects and private notes
 * @CUT_PROFILE_PUBLIC: also without notes, checks and enquiries
 * @CUT_PROFILE_FULL: confidential sources and objects too. The caller must encrypt the file.
 *
 * In every profile contacts, code names, off-record and never-export objects stay in the notebook.
 */
typedef enum
{
  CUT_PROFILE_COLLEAGUE,
  CUT_PROFILE_PUBLIC,
  CUT_PROFILE_FULL,
} CutBundleProfile;

const char *cut_bundle_profile_to_word (CutBundleProfile profile);
/** cut_bundle_profile_from_word: %NULL is the default; %CUT_ERROR_USAGE for an unknown word */
gboolean cut_bundle_profile_from_word (const char *word, CutBundleProfile *profile, GError **error);

/** CutBundleText: @blocks_json: as cut_blocks_to_json() made it; @html: (nullable): the sanitised article */
typedef struct
{
  char *text;
  char *blocks_json;
  char *html;
} CutBundleText;

/** CutBundlePlace: where an annotation stands in another capture than its own, found or said by a person; code points */
typedef struct
{
  char *capture;
  guint start;
  guint end;
} CutBundlePlace;

/**
 * CutBundleTombstone: an object that was deleted, without what stood in it
 * @deleted: ms; @contributor: (nullable); @parents: the revisions it had
 * @write: (nullable): the write that deleted it, @seen: (nullable): the last write of each session that it had seen; see cut-written.h
 */
typedef struct
{
  CutKind kind;
  char *object;
  gint64 deleted;
  char *contributor;
  char **parents;
  char *write;
  char **seen;
} CutBundleTombstone;

/**
 * CutBundleBlobFunc:
 *
 * Returns: (transfer full) (nullable): the bytes with that SHA-256 (hex); %NULL with an error,
 *   %CUT_ERROR_NOT_FOUND where there are none
 */
typedef GBytes *(*CutBundleBlobFunc) (const char *sha256, gpointer data, GError **error);

/**
 * CutBundleSeal:
 * @sign: whether to sign; @key: (nullable): with which key: see cut_pgp_sign()
 * @recipients: (nullable): whose keys it is encrypted to; @passphrase: (nullable): else what opens it: see cut_pgp_encrypt()
 *
 * How a bundle is closed. All is borrowed.
 */
typedef struct
{
  gboolean sign;
  const char *key;
  const char *const *recipients;
  const char *passphrase;
} CutBundleSeal;

/**
 * CutBundleWarcFunc:
 * @capture: (nullable): %NULL for what a file of several captures begins with
 *
 * Returns: (transfer full) (nullable): whole gzip members, the same each time: the evidence of @capture as it may leave
 */
typedef struct _CutBundleContent CutBundleContent;
typedef GBytes *(*CutBundleWarcFunc) (CutBundleContent *content, CutRecord *capture, GError **error);

/**
 * CutBundleContent:
 * @title: of the bundle: the folder in the ZIP is named after it
 * @notebook_id: UUID of the notebook it came from
 * @notebook_title: (nullable)
 * @language: (nullable): of the pages' own words, BCP 47; `en` when there is no such translation
 * @custody_head: (nullable): newest hash of the notebook's custody chain
 * @in_reply_to: (nullable): SHA-256 of the bundle this answers
 * @reveal: (nullable): ids of confidential sources that may leave under their names
 * @records: (element-type CutRecord): by kind; [CUT_KIND_NONE] is %NULL. A record in the Trash
 *   (`deleted` set) leaves as a tombstone only.
 * @tombstones: (element-type CutBundleTombstone)
 * @texts: (element-type utf8 CutBundleText): by capture id
 * @places: (element-type utf8 CutBundlePlace): by annotation id: for the pages, in the captures they show. Nothing of it is a record.
 * @withheld: (element-type utf8): sentences, what was left out and why; filled by cut_bundle_protect()
 * @blob: how to get evidence (a capture's `warc_sha256`, or `sha256` where there is none) and pictures
 *   (`sha256` of its `resources`)
 * @warc: (nullable): how to make web archives of that
 * @seal: (nullable): how cut_bundle_write() closes the file; an encrypted one is never on the disk in plain
 *
 * What goes into a bundle, or was read from one. A plain structure, owned by whoever made it.
 */
struct _CutBundleContent
{
  char *title;
  char *notebook_id;
  char *notebook_title;
  char *language;
  char *custody_head;
  char *in_reply_to;
  CutBundleProfile profile;
  char **reveal;
  GPtrArray *records[CUT_N_KINDS];
  GPtrArray *tombstones;
  GHashTable *texts;
  GHashTable *places;
  GPtrArray *withheld;
  CutBundleBlobFunc blob;
  gpointer blob_data;
  GDestroyNotify blob_destroy;
  CutBundleWarcFunc warc;
  const CutBundleSeal *seal;
};

CutBundleContent *cut_bundle_content_new (void);
void cut_bundle_content_free (CutBundleContent *self);

/** cut_bundle_content_add: @record: (transfer none): filed under its kind */
void cut_bundle_content_add (CutBundleContent *self, CutRecord *record);
/** cut_bundle_content_set_text: the reader text and block table of a capture; copied */
void cut_bundle_content_set_text (CutBundleContent *self, const char *capture, const char *text, const char *blocks_json, const char *html);
/** cut_bundle_content_set_place: where @annotation may be shown in @capture; code points */
void cut_bundle_content_set_place (CutBundleContent *self, const char *annotation, const char *capture, guint start, guint end);
void cut_bundle_content_set_blobs (CutBundleContent *self, CutBundleBlobFunc blob, gpointer data, GDestroyNotify destroy);
/** cut_bundle_content_find: Returns: (transfer none) (nullable): linear */
CutRecord *cut_bundle_content_find (CutBundleContent *self, const char *id);
/** cut_bundle_content_get_blob: as #CutBundleBlobFunc, the hash of what came checked */
GBytes *cut_bundle_content_get_blob (CutBundleContent *self, const char *sha256, GError **error);
/** cut_bundle_content_get_blob_unchecked: the same for who checks the hash, or has done so */
GBytes *cut_bundle_content_get_blob_unchecked (CutBundleContent *self, const char *sha256, GError **error);

void cut_bundle_tombstone_free (CutBundleTombstone *self);
/** cut_bundle_tombstones_to_text: @tombstones: (element-type CutBundleTombstone): sorted by it. Returns: (transfer full): a line each, as a bundle has them */
char *cut_bundle_tombstones_to_text (GPtrArray *tombstones);
/** cut_bundle_tombstones_from_text: Returns: (transfer full) (nullable) (element-type CutBundleTombstone): or %NULL with %CUT_ERROR_CORRUPT */
GPtrArray *cut_bundle_tombstones_from_text (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutBundleContent, cut_bundle_content_free)

/**
 * cut_bundle_protect:
 *
 * Takes out what must not leave under the content's profile: what cut_bundle_write() does first, and
 * what a preview shows. Objects that are not in the bundle are referred to as %CUT_ID_WITHHELD; a
 * changed record gets a revision of its own without parents.
 *
 * Returns: (transfer full): another content; @withheld says in sentences what stays. @content keeps
 *   the blobs and must outlive it.
 */
CutBundleContent *cut_bundle_protect (CutBundleContent *content);

/** CutBundleProgress: @fraction 0–1; called in the calling thread */
typedef void (*CutBundleProgress) (double fraction, gpointer data);

/**
 * cut_bundle_write:
 * @content: as the notebook has it, unprotected
 * @path: file to write, `NAME.cuttings.zip`; it appears by rename, whole or not at all. A link is followed, a notebook refused
 * @sha256: (out) (optional) (transfer full): of the file written
 * @withheld: (out) (optional) (transfer full) (element-type utf8): sentences of what was left out
 *
 * The same content gives the same bytes, on any machine, in any language and time zone.
 *
 * Returns: %FALSE with %CUT_ERROR_PROTECTED when a protected name, alias, e-mail or phone number
 *   would leave (the message names the file and the object), %G_IO_ERROR_CANCELLED, or another error;
 *   then there is no file, and one that stood at @path is as it was
 */
gboolean cut_bundle_write (CutBundleContent *content, const char *path, GCancellable *cancellable,
                           CutBundleProgress progress, gpointer progress_data,
                           char **sha256, GPtrArray **withheld, GError **error);

/* The same content in the formats of others, a file for each. */

/** cut_bundle_get_formats: (transfer none): the words, %NULL-terminated: `annotations`, `bibtex`, `claims`, `csl-json`, `csv`, `ftm`, `html`,
 *   `markdown`, `ris`, `warc` */
const char *const *cut_bundle_get_formats (void);
/** cut_bundle_format_holds: whether objects of @kind are written in @format */
gboolean cut_bundle_format_holds (const char *format, CutKind kind);

/**
 * cut_bundle_write_as:
 * @format: one of cut_bundle_get_formats()
 * @path: as for cut_bundle_write(); of `csv` a ZIP of three tables, of `markdown` a ZIP of a folder where the name ends in `.zip`, otherwise
 *   the one file. What is one file may go into a pipe, a device or standard output, too
 *
 * Writes what may leave in the format of others, protected and searched as a bundle is, and with the same promises.
 */
gboolean cut_bundle_write_as (CutBundleContent *content, const char *format, const char *path, GCancellable *cancellable,
                              CutBundleProgress progress, gpointer progress_data, char **sha256, GError **error);

/**
 * cut_bundle_describe_signature:
 * @path: a bundle, zipped or unpacked, which was verified
 *
 * Returns: (transfer full) (nullable): %NULL where there is no bag; else a sentence in the user's language on who signed it, or that nobody did: hashes alone prove no author.
 *   Whether the signature fits is for cut_bundle_verify() to say
 */
char *cut_bundle_describe_signature (const char *path, GCancellable *cancellable);

/**
 * cut_bundle_read:
 * @path: a bundle, zipped or unpacked
 *
 * Verifies, then parses everything. Nothing is written anywhere. Blobs are read from @path when asked for;
 * those asked for by a capture's `sha256` are taken out of its evidence.
 *
 * Returns: (transfer full) (nullable): or %NULL with %CUT_ERROR_CORRUPT, %CUT_ERROR_REFUSED,
 *   %CUT_ERROR_TOO_LARGE, %CUT_ERROR_NEWER or %CUT_ERROR_INPUT; the message names file and line
 */
CutBundleContent *cut_bundle_read (const char *path, GCancellable *cancellable,
                                   CutBundleProgress progress, gpointer progress_data, GError **error);

/**
 * cut_bundle_read_entities:
 * @path: a file of FollowTheMoney: a JSON object a line
 * @failed: (element-type utf8): gets a sentence for each value or object that is not accepted, with its line
 * @left_out: (element-type utf8): gets a sentence for each kind of thing that is not carried over
 *
 * A line that Cuttings wrote gives the records it was made of, and what others added to it; any other line gives new ones, whose ids follow
 * from its id, so that reading it again changes nothing.
 *
 * Returns: (transfer full) (nullable): entities, relations and facts; %NULL with %CUT_ERROR_NOT_FOUND, %CUT_ERROR_TOO_LARGE, or
 *   %CUT_ERROR_INPUT where it is no such file
 */
CutBundleContent *cut_bundle_read_entities (const char *path, GPtrArray *failed, GPtrArray *left_out, GCancellable *cancellable, GError **error);

/**
 * cut_bundle_verify:
 * @path: a ZIP or folder: a bundle, or any BagIt bag
 * @warnings: (nullable) (element-type utf8): gets what leaves the bag valid, like those returned
 *
 * A bag is judged by the version of BagIt it declares, 0.93 to 1.0; one of ours is a bundle, too, and its records are read.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, see cut-problem.h; empty when
 *   all is well; %NULL with an error only when @path cannot be opened at all, or when cancelled
 */
GPtrArray *cut_bundle_verify (const char *path, GPtrArray *warnings, GCancellable *cancellable,
                              CutBundleProgress progress, gpointer progress_data, GError **error);

G_END_DECLS
