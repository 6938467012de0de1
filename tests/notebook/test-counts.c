/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many clips stories and tags have is kept: whatever is done, it is what counting finds. */

#include "cut-notebook-entities.h"
#include "cut-notebook-purge.h"
#include "cut-test-notebook.h"

#define N_NAMED 4  /* stories, and as many tags */
#define N_CLIPS 12 /* at the start */
#define N_ACTS 150

static const char *const fields[] = { "stories", "tags" };

static GPtrArray *
list (CutTestNotebook *fixture,
      CutKind          kind,
      CutTrash         trash)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  query->trash = trash;
  records = cut_notebook_list (fixture->notebook, query, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static void
count_names (GHashTable        *counts,
             const char *const *ids)
{
  for (; *ids != NULL; ids++)
    g_hash_table_replace (counts, g_strdup (*ids), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, *ids)) + 1));
}

/* As a person would count them. */
static GHashTable *
count_clips (CutTestNotebook *fixture,
             const char      *field)
{
  g_autoptr (GPtrArray) clips = list (fixture, CUT_KIND_CLIP, CUT_TRASH_EXCLUDED);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < clips->len; i++)
    count_names (counts, cut_record_get_strv (g_ptr_array_index (clips, i), (guint) cut_kind_find_field (CUT_KIND_CLIP, field)));
  return counts;
}

static GHashTable *
kept_counts (CutTestNotebook *fixture,
             const char      *field)
{
  g_autoptr (GError) error = NULL;
  GHashTable *kept = cut_notebook_count_naming (fixture->notebook, CUT_KIND_CLIP, field, NULL, NULL, &error);

  g_assert_no_error (error);
  return kept;
}

static void
assert_kept (CutTestNotebook *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GHashTable) counted = count_clips (fixture, fields[i]);
      g_autoptr (GHashTable) kept = kept_counts (fixture, fields[i]);
      GHashTableIter iter;
      gpointer id, n;

      g_assert_cmpuint (g_hash_table_size (kept), ==, g_hash_table_size (counted));
      g_hash_table_iter_init (&iter, counted);
      while (g_hash_table_iter_next (&iter, &id, &n))
        g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (kept, id)), ==, GPOINTER_TO_UINT (n));
    }
}

static void
assert_count (CutTestNotebook *fixture,
              CutRecord       *named,
              guint            n)
{
  const char *field = cut_record_get_kind (named) == CUT_KIND_STORY ? "stories" : "tags";
  g_autoptr (GHashTable) kept = kept_counts (fixture, field);

  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (kept, cut_record_get_id (named))), ==, n);
  assert_kept (fixture);
}

static CutRecord *
put (CutTestNotebook *fixture,
     CutRecord       *record)
{
  cut_test_commit_one (fixture->notebook, "Put", record);
  return record;
}

static CutRecord *
get (CutTestNotebook *fixture,
     CutRecord       *record)
{
  g_autoptr (GError) error = NULL;
  CutRecord *present = cut_notebook_get (fixture->notebook, cut_record_get_id (record), &error);

  g_assert_no_error (error);
  return present;
}

/* Puts @record as it is in the Trash, or takes it out. */
static void
move (CutTestNotebook *fixture,
      CutRecord       *record,
      gboolean         trash)
{
  g_autoptr (CutRecord) present = get (fixture, record);
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Move");

  if (trash)
    cut_act_trash (act, present);
  else
    cut_act_restore (act, present);
  cut_notebook_commit (fixture->notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (CutTestNotebook *fixture)
{
  g_autoptr (GError) error = NULL;

  g_free (cut_notebook_undo (fixture->notebook, &error));
  g_assert_no_error (error);
}

static void
redo (CutTestNotebook *fixture)
{
  g_autoptr (GError) error = NULL;

  g_free (cut_notebook_redo (fixture->notebook, &error));
  g_assert_no_error (error);
}

static void
purge (CutTestNotebook *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutPurgeReport) report = cut_notebook_purge (fixture->notebook, NULL, FALSE, NULL, &error);

  g_assert_no_error (error);
}

/* Two clips: one in two stories, with a tag, the other in the first of them. */
typedef struct
{
  CutRecord *first;
  CutRecord *second;
  CutRecord *tag;
  CutRecord *both;
  CutRecord *one;
} Shelf;

static void
fill (CutTestNotebook *fixture,
      Shelf           *shelf)
{
  const char *stories[] = { NULL, NULL, NULL };
  const char *tags[] = { NULL, NULL };

  stories[1] = cut_record_get_id (shelf->second = put (fixture, cut_record_new (CUT_KIND_STORY, "title", "The wall", NULL)));
  stories[0] = cut_record_get_id (shelf->first = put (fixture, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL)));
  tags[0] = cut_record_get_id (shelf->tag = put (fixture, cut_record_new (CUT_KIND_TAG, "label", "harbour", NULL)));
  shelf->both = put (fixture, cut_record_new (CUT_KIND_CLIP, "title", "Both", "stories", stories, "tags", tags, NULL));
  stories[1] = NULL;
  shelf->one = put (fixture, cut_record_new (CUT_KIND_CLIP, "title", "One", "stories", stories, NULL));
}

static void
shelf_clear (Shelf *shelf)
{
  g_clear_object (&shelf->first);
  g_clear_object (&shelf->second);
  g_clear_object (&shelf->tag);
  g_clear_object (&shelf->both);
  g_clear_object (&shelf->one);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

static void
assert_shelf (CutTestNotebook *fixture,
              Shelf           *shelf,
              guint            first,
              guint            second,
              guint            tag)
{
  assert_count (fixture, shelf->first, first);
  assert_count (fixture, shelf->second, second);
  assert_count (fixture, shelf->tag, tag);
}

static void
test_filing (CutTestNotebook *fixture,
             gconstpointer    data)
{
  g_auto (Shelf) shelf = { NULL };
  const char *stories[] = { NULL, NULL };

  fill (fixture, &shelf);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  stories[0] = cut_record_get_id (shelf.second);
  g_object_unref (put (fixture, cut_record_with (shelf.one, "stories", stories, NULL)));
  assert_shelf (fixture, &shelf, 1, 2, 1);
  g_object_unref (put (fixture, cut_record_with (shelf.both, "stories", NULL, "tags", NULL, NULL)));
  assert_shelf (fixture, &shelf, 0, 1, 0);
  undo (fixture);
  assert_shelf (fixture, &shelf, 1, 2, 1);
  undo (fixture);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  redo (fixture);
  assert_shelf (fixture, &shelf, 1, 2, 1);
}

/* A clip in the Trash counts nowhere; a story keeps its clips there. */
static void
test_trash (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_auto (Shelf) shelf = { NULL };

  fill (fixture, &shelf);
  move (fixture, shelf.both, TRUE);
  assert_shelf (fixture, &shelf, 1, 0, 0);
  undo (fixture);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  redo (fixture);
  assert_shelf (fixture, &shelf, 1, 0, 0);
  move (fixture, shelf.both, FALSE);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  move (fixture, shelf.first, TRUE);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  move (fixture, shelf.first, FALSE);
  assert_shelf (fixture, &shelf, 2, 1, 1);
}

static void
test_purge (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_auto (Shelf) shelf = { NULL };

  fill (fixture, &shelf);
  move (fixture, shelf.one, TRUE);
  purge (fixture);
  assert_shelf (fixture, &shelf, 1, 1, 1);
  move (fixture, shelf.first, TRUE);
  purge (fixture);
  assert_shelf (fixture, &shelf, 0, 1, 1);
  move (fixture, shelf.both, TRUE);
  purge (fixture);
  assert_shelf (fixture, &shelf, 0, 0, 0);
}

/* Only clips count: not what else is in a story. */
static void
test_others (CutTestNotebook *fixture,
             gconstpointer    data)
{
  g_auto (Shelf) shelf = { NULL };
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) kept = NULL;
  g_autoptr (CutRecord) merged = NULL;
  const char *stories[] = { NULL, NULL };
  const char *tags[] = { NULL, NULL };
  const char *same[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  fill (fixture, &shelf);
  stories[0] = cut_record_get_id (shelf.second);
  tags[0] = cut_record_get_id (shelf.tag);
  claim = put (fixture, cut_record_new (CUT_KIND_CLAIM, "text", "It leaked", "stories", stories, "tags", tags, NULL));
  kept = put (fixture, cut_record_new (CUT_KIND_ENTITY, "name", "Norrvik", "stories", stories, "tags", tags, NULL));
  merged = put (fixture, cut_record_new (CUT_KIND_ENTITY, "name", "Port of Norrvik", "stories", stories, "tags", tags, NULL));
  assert_shelf (fixture, &shelf, 2, 1, 1);
  same[0] = cut_record_get_id (merged);
  g_assert_true (cut_notebook_merge_entities (fixture->notebook, cut_record_get_id (kept), same, TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_shelf (fixture, &shelf, 2, 1, 1);
  undo (fixture);
  move (fixture, claim, TRUE);
  assert_shelf (fixture, &shelf, 2, 1, 1);
}

/* From one notebook into another. */

static void
hand_over (CutTestNotebook *from,
           CutTestNotebook *to)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) written = NULL;
  g_autoptr (CutImportReport) read = NULL;
  g_autoptr (GError) error = NULL;

  request->path = g_build_filename (from->folder, "all.cuttings.zip", NULL);
  request->all = TRUE;
  written = cut_notebook_export (from->notebook, request, NULL, &error);
  g_assert_no_error (error);
  read = cut_notebook_import (to->notebook, request->path, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->failed->len, ==, 0);
}

static void
test_import (CutTestNotebook *fixture,
             gconstpointer    data)
{
  CutTestNotebook other = { NULL };
  g_auto (Shelf) shelf = { NULL };

  cut_test_notebook_set_up (&other, NULL);
  fill (fixture, &shelf);
  hand_over (fixture, &other);
  assert_shelf (&other, &shelf, 2, 1, 1);
  g_object_unref (put (fixture, cut_record_with (shelf.both, "tags", NULL, NULL)));
  move (fixture, shelf.one, TRUE);
  hand_over (fixture, &other);
  assert_kept (&other);
  assert_count (&other, shelf.tag, 0);
  undo (&other);
  assert_shelf (&other, &shelf, 2, 1, 1);
  undo (&other);
  assert_shelf (&other, &shelf, 0, 0, 0);
  redo (&other);
  assert_shelf (&other, &shelf, 2, 1, 1);
  cut_test_notebook_tear_down (&other, NULL);
}

/* At random. */

static guint
any (guint n)
{
  return (guint) g_test_rand_int_range (0, (int) n);
}

/* Those of @kind that chance takes, which may be in the Trash. */
static GStrv
any_ids (CutTestNotebook *fixture,
         CutKind          kind)
{
  g_autoptr (GPtrArray) records = list (fixture, kind, CUT_TRASH_INCLUDED);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    if (any (3) == 0)
      g_strv_builder_add (ids, cut_record_get_id (g_ptr_array_index (records, i)));
  return g_strv_builder_end (ids);
}

static CutRecord *
any_record (CutTestNotebook *fixture,
            CutTrash         trash)
{
  static const CutKind kinds[] = { CUT_KIND_CLIP, CUT_KIND_CLIP, CUT_KIND_CLIP, CUT_KIND_STORY, CUT_KIND_TAG };
  g_autoptr (GPtrArray) records = list (fixture, kinds[any (G_N_ELEMENTS (kinds))], trash);

  return records->len > 0 ? g_object_ref (g_ptr_array_index (records, any (records->len))) : NULL;
}

static void
add_clip (CutTestNotebook *fixture)
{
  g_auto (GStrv) stories = any_ids (fixture, CUT_KIND_STORY);
  g_auto (GStrv) tags = any_ids (fixture, CUT_KIND_TAG);

  g_object_unref (put (fixture, cut_record_new (CUT_KIND_CLIP, "title", "A clip", "stories", stories, "tags", tags, NULL)));
}

static void
file_clip (CutTestNotebook *fixture)
{
  g_autoptr (GPtrArray) clips = list (fixture, CUT_KIND_CLIP, CUT_TRASH_EXCLUDED);
  gboolean by_tags = any (2) == 0;
  g_auto (GStrv) ids = any_ids (fixture, by_tags ? CUT_KIND_TAG : CUT_KIND_STORY);

  if (clips->len > 0)
    g_object_unref (put (fixture, cut_record_with (g_ptr_array_index (clips, any (clips->len)), by_tags ? "tags" : "stories", ids, NULL)));
}

static void
move_any (CutTestNotebook *fixture)
{
  gboolean trash = any (5) < 3;
  g_autoptr (CutRecord) record = any_record (fixture, trash ? CUT_TRASH_EXCLUDED : CUT_TRASH_ONLY);

  if (record != NULL)
    move (fixture, record, trash);
}

static void
undo_any (CutTestNotebook *fixture)
{
  if (cut_notebook_get_undo_label (fixture->notebook) != NULL)
    undo (fixture);
}

static void
redo_any (CutTestNotebook *fixture)
{
  if (cut_notebook_get_redo_label (fixture->notebook) != NULL)
    redo (fixture);
}

static void
test_random (CutTestNotebook *fixture,
             gconstpointer    data)
{
  static void (*const acts[]) (CutTestNotebook *) = { add_clip, file_clip, file_clip, move_any, move_any, undo_any, undo_any, redo_any, redo_any };

  for (guint i = 0; i < N_NAMED; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %u", i);

      g_object_unref (put (fixture, cut_record_new (CUT_KIND_STORY, "title", name, NULL)));
      g_object_unref (put (fixture, cut_record_new (CUT_KIND_TAG, "label", name, NULL)));
    }
  for (guint i = 0; i < N_CLIPS; i++)
    add_clip (fixture);
  for (guint i = 1; i <= N_ACTS; i++)
    {
      acts[any (G_N_ELEMENTS (acts))] (fixture);
      if (i % (N_ACTS / 3) == 0)
        purge (fixture);
      assert_kept (fixture);
    }
}

#define TEST(path, func) \
  g_test_add ("/notebook/counts/" path, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("filing", test_filing);
  TEST ("trash", test_trash);
  TEST ("purge", test_purge);
  TEST ("others", test_others);
  TEST ("import", test_import);
  TEST ("random", test_random);
  return g_test_run ();
}
