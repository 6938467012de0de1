/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-block.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-source.h"
#include "cut-store.h"
#include "cut-story.h"
#include "cut-tag.h"

/* What the tests of the store share: a notebook in a folder of its own, and short ways to fill it. */

typedef struct
{
  char *folder;
  char *path;
  CutStore *store;
} Fixture;

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cuttings-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "notebook.cuttings", NULL);
  fixture->store = cut_store_open (fixture->path, CUT_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

static inline void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->store);
  empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

#define add_test(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static inline void
begin (CutStore *store)
{
  g_autoptr (GError) error = NULL;

  cut_store_begin (store, &error);
  g_assert_no_error (error);
}

static inline void
commit (CutStore *store)
{
  g_autoptr (GError) error = NULL;

  cut_store_commit (store, &error);
  g_assert_no_error (error);
}

/* In the act under way, else in one of its own. Takes and returns @record. */
static inline CutRecord *
put (CutStore  *store,
     CutRecord *record)
{
  g_autoptr (GError) error = NULL;
  gboolean own = cut_store_begin (store, NULL);

  cut_store_put (store, record, &error);
  g_assert_no_error (error);
  if (own)
    commit (store);
  return record;
}

/* As put(), but only for the id. */
static inline char *
put_id (CutStore  *store,
        CutRecord *record)
{
  g_autoptr (CutRecord) owned = put (store, record);

  return g_strdup (cut_record_get_id (owned));
}

/* Puts a copy with the field as a person would type it. */
static inline void
change (CutStore   *store,
        const char *id,
        const char *field,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) old = cut_store_get (store, id, &error);
  g_autoptr (CutRecord) new = NULL;

  g_assert_no_error (error);
  new = cut_record_with_text (old, field, text, &error);
  g_assert_no_error (error);
  g_object_unref (put (store, g_object_ref (new)));
}

static inline void
trash (CutStore   *store,
       const char *id)
{
  change (store, id, "deleted", "2024-05-01T10:00:00Z");
}

static inline void
restore (CutStore   *store,
         const char *id)
{
  change (store, id, "deleted", NULL);
}

static inline char *
new_clip (CutStore   *store,
          const char *title)
{
  return put_id (store, cut_record_new (CUT_KIND_CLIP, "title", title, NULL));
}

/* A block table with one paragraph a line. */
static inline GPtrArray *
blocks_of (const char *text)
{
  GPtrArray *blocks = cut_blocks_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint at = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (lines[i], -1);

      g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, at, at + length));
      at += length + 1;
    }
  return blocks;
}

/* A capture of @clip that reads @text. */
static inline char *
new_capture (CutStore   *store,
             const char *clip,
             const char *text,
             gint64      fetched_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GPtrArray) blocks = blocks_of (text);
  g_autofree char *json = cut_blocks_to_json (blocks);
  gboolean own = cut_store_begin (store, NULL);
  char *id;

  g_assert_true (cut_store_put_blob (store, bytes, NULL, &error));
  id = put_id (store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "paste", "sha256", sha256, "text-sha256",
                                      sha256, "fetched-at", fetched_at, NULL));
  g_assert_true (cut_store_put_text (store, id, text, json, NULL, &error));
  g_assert_true (cut_store_custody_append (store, "captured", id, NULL, &error));
  g_assert_no_error (error);
  if (own)
    commit (store);
  return id;
}

static inline char *
new_mark (CutStore   *store,
          const char *clip,
          const char *capture,
          const char *kind,
          guint       start,
          guint       end,
          const char *body)
{
  g_autoptr (CutSelector) selector = cut_selector_new (start, end, "words", NULL, NULL);

  return put_id (store, cut_record_new (CUT_KIND_ANNOTATION, "clip", clip, "capture", capture, "kind", kind, "selectors",
                                        selector, "body", body, NULL));
}

/* The titles that a query finds, in order, joined by "|". */
static inline char *
titles (CutStore       *store,
        const CutQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cut_store_rows (store, query, &error);
  g_autoptr (GString) joined = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (cut_store_count (store, query, &error), ==, query->limit > 0 || query->offset > 0 ? cut_store_count (store, query, &error) : rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", cut_row_get_title (g_ptr_array_index (rows, i)));
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static inline CutRow *
row_of (CutStore   *store,
        CutKind     kind,
        const char *id)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  query->trash = CUT_TRASH_INCLUDED;
  cut_query_where (query, "id", id);
  rows = cut_store_rows (store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  return g_object_ref (g_ptr_array_index (rows, 0));
}
