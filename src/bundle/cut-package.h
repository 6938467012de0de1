/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"

G_BEGIN_DECLS

/**
 * CutEntry:
 * @name: within the bag's folder, `data/index.html`
 * @object: (nullable): id of the object it is about, for messages
 * @bytes: (nullable): what stands in it; %NULL for a blob
 * @blob: (nullable): SHA-256 of stored bytes, loaded when needed so that a large bundle stays out of memory
 * @capture: (nullable): the one whose web archive it is, made when needed likewise
 * @size: bytes, known once hashed; @sha256, @sha512: hex, %NULL until hashed
 */
typedef struct
{
  char *name;
  char *object;
  GBytes *bytes;
  char *blob;
  CutRecord *capture; /* (owned) */
  guint64 size;
  char *sha256;
  char *sha512;
} CutEntry;

/**
 * CutPackage:
 *
 * The files of a bundle before they are written: an ordered set of entries. One thread at a time.
 */
typedef struct
{
  CutBundleContent *content; /* borrowed: gives the blobs */
  GPtrArray *entries;
  GHashTable *names;
} CutPackage;

CutPackage *cut_package_new (CutBundleContent *content);
void cut_package_free (CutPackage *self);

/** cut_package_add: @name and @object are copied; a name given twice keeps the first */
void cut_package_add (CutPackage *self, const char *name, const char *object, GBytes *bytes);
/** cut_package_take_text: @text: (transfer full) */
void cut_package_take_text (CutPackage *self, const char *name, const char *object, char *text);
void cut_package_add_blob (CutPackage *self, const char *name, const char *object, const char *sha256);
/** cut_package_add_warc: the evidence of @capture as a web archive that may leave */
void cut_package_add_warc (CutPackage *self, const char *name, CutRecord *capture);
gboolean cut_package_has (CutPackage *self, const char *name);

/** cut_package_sort: by name, in byte order */
void cut_package_sort (CutPackage *self);
/** cut_package_put_first: moves the entry @name to the front, if it is there */
void cut_package_put_first (CutPackage *self, const char *name);
/** cut_package_load: Returns: (transfer full) (nullable): the bytes of @entry */
GBytes *cut_package_load (CutPackage *self, const CutEntry *entry, GError **error);
/** cut_package_hash: fills size and hashes of @entry from its @bytes */
void cut_package_hash (CutEntry *entry, GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPackage, cut_package_free)

G_END_DECLS
