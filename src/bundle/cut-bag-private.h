/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bag.h"

G_BEGIN_DECLS

/* The parts of cut-bag.c: each reads one kind of tag file. What is a fault in one version of BagIt is none, or a
 * small one, in another: RFC 8493 is version 1.0; its drafts 00 to 13 are 0.93 to 0.97. */

#define CUT_BAG_PAYLOAD "data/"
#define CUT_BAG_N_TYPES (G_CHECKSUM_SHA384 + 1)

/**
 * CutBagFile: what the manifests and fetch.txt say of one file
 * @digests: (nullable): lower-case hex, by GChecksumType
 * @n_manifests: how many payload manifests name it
 * @fetched: fetch.txt names it
 */
typedef struct
{
  char *digests[CUT_BAG_N_TYPES];
  guint n_manifests;
  gboolean fetched;
} CutBagFile;

/**
 * CutBag: a bag being checked
 * @ours: see cut_bag_check()
 * @warnings: (nullable): like @problems, for what does not make the bag invalid
 * @files: path → CutBagFile; the path as the file has it where there is one
 * @encoding: of the tag files; never %NULL behind cut_bag_check_declaration()
 * @version: 93 to 97, 100; 0 when it is none that exists
 * @n_manifests: payload manifests; @sealed: there is a tag manifest
 */
typedef struct
{
  CutArchive *archive;
  gboolean ours;
  GPtrArray *problems;
  GPtrArray *warnings;
  GHashTable *files;
  char *encoding;
  guint version;
  guint n_manifests;
  gboolean sealed;
} CutBag;

/* What is found. @path is of the tag file, or of the file it is about. */
void cut_bag_note (CutBag *self, const char *path, const char *problem);
void cut_bag_warn (CutBag *self, const char *path, const char *problem);
/** cut_bag_lapse: a fault since version 1.0, a warning before */
void cut_bag_lapse (CutBag *self, const char *path, const char *problem);
/** cut_bag_at_line: Returns: (transfer full): @problem with the number of its line, from 1 */
char *cut_bag_at_line (guint line, const char *problem);

/** cut_bag_read_text: Returns: (transfer full) (nullable): the text of a tag file in UTF-8 without a byte order mark; %NULL when it cannot
 *   be read, which is noted. @encoding: as the declaration names it */
char *cut_bag_read_text (CutBag *self, const CutMember *member, const char *encoding);
/** cut_bag_next_line: takes a line off *@text, which ends in LF, CR or CRLF. Returns: (transfer full) (nullable): %NULL at the end */
char *cut_bag_next_line (const char **text);
/** cut_bag_decode_path: undoes the escapes of a path in place (%0A, %0D, %25). Returns: %FALSE when another % stands in it */
gboolean cut_bag_decode_path (char *path);

void cut_bag_check_declaration (CutBag *self);
/** cut_bag_read_manifests: fills @files from the manifests of the payload and of the tag files */
void cut_bag_read_manifests (CutBag *self);
/** cut_bag_is_manifest: whether @path is a payload or, with @tags, a tag manifest's */
gboolean cut_bag_is_manifest (const char *path, gboolean tags);
/** cut_bag_find: (transfer none) (nullable): the file that @path in a tag file means; *@path becomes the name it is filed under */
CutMember *cut_bag_find (CutBag *self, char **path);
/** cut_bag_check_info: bag-info.txt; the payload has @n_bytes in @n_files */
void cut_bag_check_info (CutBag *self, guint64 n_files, guint64 n_bytes);
void cut_bag_check_fetch (CutBag *self);
/** cut_bag_check_signature: one that does not fit is a fault, one that nobody here can judge a warning */
void cut_bag_check_signature (CutBag *self);

G_END_DECLS
