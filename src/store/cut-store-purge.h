/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* Deleting for good. What is erased leaves its random id and the word `purged` in the chain of custody, and nothing else. An entry of form 1, which
 * notebooks of the first versions may have, keeps the SHA-256 of the bytes that were fetched: the chain would not hold without it. */

/**
 * CutReference:
 * @id: of the object that names another one, @kind: its kind, @field: in which of its fields
 */
typedef struct
{
  char *id;
  CutKind kind;
  char *field;
} CutReference;

/** cut_store_list_references: Returns: (transfer full) (nullable) (element-type CutReference): everything that names @id, in the Trash or not; what is
 *   sealed is not seen */
GPtrArray *cut_store_list_references (CutStore *self, const char *id, GError **error);

/** cut_store_list_trash: Returns: (transfer full) (nullable) (element-type utf8): ids of all that was deleted, the oldest object first */
GPtrArray *cut_store_list_trash (CutStore *self, GError **error);

/** cut_store_has_purged: whether anything was ever deleted for good */
gboolean cut_store_has_purged (CutStore *self, gboolean *purged, GError **error);
/** cut_store_was_purged: @purged: (out): whether @id was an object here that was deleted for good */
gboolean cut_store_was_purged (CutStore *self, const char *id, gboolean *purged, GError **error);

/** CutErased: says how many are done; may be %NULL where it is asked for */
typedef void (*CutErased) (guint n_done, gpointer data);

/**
 * cut_store_erase:
 * @ids: (element-type utf8): objects that nothing which stays names any more, what hangs on others before them; ids of none are passed over
 * @journal: judges a line of the journal that names one of them: whether the whole of it hangs on them. Lines of their own always go.
 *
 * Inside a transaction only: takes the objects out for good, with their texts, the bytes that nothing else needs, what was derived from them, and their
 * past in the journal. Leaves cut_store_purge() due, without which their bytes are still in the file.
 */
gboolean cut_store_erase (CutStore *self, GPtrArray *ids, gboolean (*journal) (CutKind kind, const char *line, GHashTable *erased),
                          CutErased erased, gpointer data, GError **error);

/**
 * CutSizes: what the parts of a notebook take, bytes of the file
 * @total: of the file and its log
 * @pages: pages as they were captured, @pictures: pictures and further pages
 * @texts: reader texts with their tables and the sanitised articles
 * @index: what searches need
 * @journal: what undoing needs
 * @unused: what compacting gives back
 * @rest: all else: clips, annotations, claims, sources, entities, and what is derived from them
 */
typedef struct
{
  gint64 total;
  gint64 pages;
  gint64 pictures;
  gint64 texts;
  gint64 index;
  gint64 journal;
  gint64 unused;
  gint64 rest;
} CutSizes;

/** cut_store_measure: what values take by themselves; the little that SQLite needs to keep them is in @rest. Reads no value that is larger than a page. */
gboolean cut_store_measure (CutStore *self, CutSizes *sizes, GError **error);

void cut_reference_free (CutReference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutReference, cut_reference_free)

G_END_DECLS
