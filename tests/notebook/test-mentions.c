/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-annotation.h"
#include "cut-marking.h"
#include "cut-mentions.h"
#include "cut-test-notebook.h"

#define FIRST                                                                                                             \
  "Harbour master resigns\n\n"                                                                                             \
  "Ruth Tallow has resigned as harbour master of Norrvik, the Harbour Post reported on Monday. The board met for an hour " \
  "before it was made known, and nobody wanted to talk to the press about it afterwards.\n\n"                              \
  "“I was never asked,” Tallow said. The Norrvik Towing Company, whose tugs she had inspected, did not comment on the "    \
  "matter when it was asked by letter, by telephone and at its own door.\n\n"                                              \
  "A paragraph that names Jon Berg, who chairs the board, and nobody else at all, though it goes on for quite a while so " \
  "that it counts as a paragraph of its own.\n"

#define SECOND                                                                                                           \
  "Tugs lie idle\n\n"                                                                                                    \
  "The tugs of the Norrvik Towing Company lie idle since Ruth Tallow’s report, and the crews wait for orders that nobody " \
  "wants to give before the board has met again in the week after next.\n\n"                                             \
  "Nobody knows for how long this will go on. Norrvik Towing Company is the only one that has tugs of this size, and the " \
  "next ones are two days away, in the south, where they are needed as well.\n"

#define MANY_CLIPS 120 /* more than are looked through at once */

static char *
add_entity (CutNotebook       *notebook,
            const char        *schema,
            const char        *name,
            const char *const *aliases)
{
  CutRecord *entity = cut_record_new (CUT_KIND_ENTITY, "schema", schema, "name", name, "aliases", aliases, NULL);
  char *id = g_strdup (cut_record_get_id (entity));

  cut_test_commit_one (notebook, "Add", entity);
  return id;
}

static char *
add_clip (CutNotebook *notebook,
          const char  *text)
{
  g_autoptr (CutClipResult) result = cut_test_clip_text (notebook, text);

  return g_strdup (cut_record_get_id (result->clip));
}

static CutMentions *
ask (CutNotebook *notebook,
     const char  *entity,
     const char  *clip)
{
  g_autoptr (GError) error = NULL;
  CutMentions *mentions;

  g_assert_true (cut_notebook_find_mentions (notebook, NULL, &error));
  mentions = cut_notebook_mentions (notebook, entity, clip, CUT_MENTIONS_ALL, 0, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mentions->complete);
  return mentions;
}

/* The words of all mentions, in order, those that are linked with a star. */
static void
assert_mentions (CutNotebook *notebook,
                 const char  *entity,
                 const char  *clip,
                 const char  *expected)
{
  g_autoptr (CutMentions) mentions = ask (notebook, entity, clip);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_linked = 0, n = 0;

  for (guint i = 0; i < mentions->clips->len; i++)
    {
      const CutClipMentions *of_clip = g_ptr_array_index (mentions->clips, i);

      for (guint k = 0; k < of_clip->mentions->len; k++)
        {
          const CutMention *mention = g_ptr_array_index (of_clip->mentions, k);
          g_autofree char *shown = g_utf8_substring (mention->snippet, mention->snippet_start, mention->snippet_end);

          g_assert_cmpstr (shown, ==, mention->words);
          n++;
          n_linked += mention->annotation != NULL;
          g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "|" : "", mention->words, mention->annotation != NULL ? "*" : "",
                                  mention->ambiguous ? "?" : "");
        }
    }
  g_assert_cmpstr (words->str, ==, expected);
  g_assert_cmpuint (mentions->n_linked, ==, n_linked);
  g_assert_cmpuint (mentions->n_linked + mentions->n_unlinked, ==, n);
  g_assert_cmpuint (mentions->n_clips, ==, mentions->clips->len);
}

static CutMention *
get_mention (CutNotebook *notebook,
             const char  *entity,
             guint        i)
{
  g_autoptr (CutMentions) mentions = ask (notebook, entity, NULL);

  for (guint c = 0; c < mentions->clips->len; c++)
    {
      const CutClipMentions *of_clip = g_ptr_array_index (mentions->clips, c);

      if (i < of_clip->mentions->len)
        return cut_mention_ref (g_ptr_array_index (of_clip->mentions, i));
      i -= of_clip->mentions->len;
    }
  g_assert_not_reached ();
}

static void
test_new_entity (CutTestNotebook *self,
                 gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *second = add_clip (self->notebook, SECOND);
  g_autofree char *tallow = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);

  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Ruth Tallow|Tallow");
  assert_mentions (self->notebook, tallow, first, "Ruth Tallow|Tallow");
  assert_mentions (self->notebook, NULL, second, "Ruth Tallow");
}

static void
test_new_clip (CutTestNotebook *self,
               gconstpointer    data)
{
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autofree char *first = NULL;

  assert_mentions (self->notebook, berg, NULL, "");
  first = add_clip (self->notebook, FIRST);
  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
}

static void
test_alias (CutTestNotebook *self,
            gconstpointer    data)
{
  const char *aliases[] = { "harbour master of Norrvik", "Monday", NULL };
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *tallow = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);
  g_autoptr (CutRecord) entity = cut_notebook_get (self->notebook, tallow, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Tallow");
  cut_test_commit_one (self->notebook, "Edit", cut_record_with (entity, "aliases", aliases, NULL));
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|harbour master of Norrvik|Monday|Tallow");
  label = cut_notebook_undo (self->notebook, &error);
  g_assert_no_error (error);
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Tallow");
  cut_test_commit_one (self->notebook, "Edit", cut_record_with (entity, "schema", "Company", NULL));
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow");
}

/* The latest come at once, and those before are not forgotten by a program that ends in between. */
static void
test_common_alias (CutTestNotebook *self,
                   gconstpointer    data)
{
  const char *aliases[] = { "Lantern Quay", NULL };
  g_autofree char *tallow = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);
  g_autoptr (CutRecord) entity = cut_notebook_get (self->notebook, tallow, NULL);
  g_autoptr (CutMentions) latest = NULL;
  g_autoptr (CutMentions) all = NULL;

  for (guint i = 0; i < MANY_CLIPS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Article number %u\n\nOn Lantern Quay nothing was heard of it on day %u.\n", i, i);

      g_free (add_clip (self->notebook, text));
    }
  assert_mentions (self->notebook, tallow, NULL, "");
  cut_test_commit_one (self->notebook, "Edit", cut_record_with (entity, "aliases", aliases, NULL));
  latest = cut_notebook_mentions (self->notebook, tallow, NULL, CUT_MENTIONS_ALL, 0, 1, NULL, NULL);
  g_assert_cmpuint (latest->n_clips, >, 0);
  cut_notebook_close (self->notebook);
  g_object_unref (self->notebook);
  self->notebook = cut_notebook_open (self->path, NULL, NULL);
  all = ask (self->notebook, tallow, NULL);
  g_assert_cmpuint (all->n_clips, ==, MANY_CLIPS);
}

static void
test_ambiguous (CutTestNotebook *self,
                gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST "\nIda Tallow, her sister, said the same on the telephone, and that she would come to the next meeting herself.\n");
  g_autofree char *ruth = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);
  g_autofree char *ida = NULL;
  g_autoptr (CutMention) mention = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *annotation = NULL;

  assert_mentions (self->notebook, ruth, NULL, "Ruth Tallow|Tallow");
  ida = add_entity (self->notebook, "Person", "Ida Tallow", NULL);
  assert_mentions (self->notebook, ruth, NULL, "Ruth Tallow|Tallow?");
  assert_mentions (self->notebook, ida, NULL, "Tallow?|Ida Tallow");
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, ruth, NULL, NULL, &error), ==, 1);
  assert_mentions (self->notebook, ruth, NULL, "Ruth Tallow*|Tallow?");

  /* Who links one of them says that it is not the other. */
  mention = get_mention (self->notebook, ruth, 1);
  annotation = cut_notebook_link_mention (self->notebook, mention, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (annotation);
  assert_mentions (self->notebook, ruth, NULL, "Ruth Tallow*|Tallow*");
  assert_mentions (self->notebook, ida, NULL, "Ida Tallow");
}

static void
test_link_all (CutTestNotebook *self,
               gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *second = add_clip (self->notebook, SECOND);
  g_autofree char *company = add_entity (self->notebook, "Company", "Norrvik Towing Company", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;

  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company|Norrvik Towing Company|Norrvik Towing Company");
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, company, first, NULL, &error), ==, 1);
  g_assert_no_error (error);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company|Norrvik Towing Company|Norrvik Towing Company*");
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, company, NULL, NULL, &error), ==, 2);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company*|Norrvik Towing Company*|Norrvik Towing Company*");
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, company, NULL, NULL, &error), ==, 0);
  g_assert_cmpuint (cut_test_count (self->notebook, CUT_KIND_ANNOTATION), ==, 3);
  label = cut_notebook_undo (self->notebook, &error);
  g_assert_no_error (error);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company|Norrvik Towing Company|Norrvik Towing Company*");
  again = cut_notebook_redo (self->notebook, &error);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company*|Norrvik Towing Company*|Norrvik Towing Company*");
}

static void
test_linked_by_hand (CutTestNotebook *self,
                     gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autoptr (CutRecord) entity = cut_notebook_get (self->notebook, berg, NULL);
  g_autoptr (CutReading) reading = cut_notebook_read (self->notebook, first, NULL);
  const char *at = strstr (reading->text, "Jon Berg");
  guint start = (guint) g_utf8_pointer_to_offset (reading->text, at);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutMention) mention = NULL;
  g_autofree char *linked = NULL;
  g_autoptr (CutAct) trash = cut_act_new ("Delete");
  CutAct *act = cut_marking_entity (reading, start, start + 8, entity, NULL, &annotation, NULL);

  g_assert_true (cut_notebook_commit (self->notebook, act, NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "Jon Berg*");
  mention = get_mention (self->notebook, berg, 0);
  g_assert_cmpstr (mention->annotation, ==, cut_record_get_id (annotation));
  linked = cut_notebook_link_mention (self->notebook, mention, NULL, NULL);
  g_assert_cmpstr (linked, ==, mention->annotation);
  g_assert_cmpuint (cut_test_count (self->notebook, CUT_KIND_ANNOTATION), ==, 1);
  cut_act_trash (trash, annotation);
  g_assert_true (cut_notebook_commit (self->notebook, g_steal_pointer (&trash), NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
}

static void
test_refuse (CutTestNotebook *self,
             gconstpointer    data)
{
  g_autofree char *second = add_clip (self->notebook, SECOND);
  g_autofree char *company = add_entity (self->notebook, "Company", "Norrvik Towing Company", NULL);
  g_autoptr (CutMention) mention = get_mention (self->notebook, company, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (cut_notebook_refuse_mention (self->notebook, mention, NULL, &error));
  g_assert_no_error (error);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company");
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, company, NULL, NULL, &error), ==, 1);
  label = cut_notebook_undo (self->notebook, NULL);
  g_clear_pointer (&label, g_free);
  label = cut_notebook_undo (self->notebook, NULL);
  assert_mentions (self->notebook, company, NULL, "Norrvik Towing Company|Norrvik Towing Company");
}

/* A person's word that a paragraph does not count, and what is taken back of it. */
static void
test_furniture (CutTestNotebook *self,
                gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autoptr (CutReading) reading = cut_notebook_read (self->notebook, first, NULL);
  guint at = (guint) g_utf8_pointer_to_offset (reading->text, strstr (reading->text, "Jon Berg"));
  g_autofree char *label = NULL;

  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
  g_assert_true (cut_notebook_commit (self->notebook, cut_marking_set_counts (reading, at, FALSE, NULL), NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "");
  label = cut_notebook_undo (self->notebook, NULL);
  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
}

#define PAGE                                                                                                                    \
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Jon Berg resigns as chair</title></head><body>"           \
  "<nav><a href=\"/\">Jon Berg</a> <a href=\"/a\">Letters to Jon Berg</a></nav><article><h1>Jon Berg resigns as chair</h1>"       \
  "<p>The chair of the harbour board has resigned, the board said on Monday, an hour after it had met behind closed doors.</p>" \
  "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>Jon Berg in front of the harbour office in May</figcaption></figure>"        \
  "<p>Nobody wanted to talk to the press about it afterwards, and the office was closed, with a note on its door.</p>"          \
  "<p>The board will choose another chair in June, it said, and Jon Berg will stay until then, as the law demands.</p></article></body></html>"

/* The headline and captions are words of the article; what stands around it is not. */
static void
test_headline (CutTestNotebook *self,
               gconstpointer    data)
{
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autofree char *page = add_clip (self->notebook, PAGE);

  assert_mentions (self->notebook, berg, page, "Jon Berg|Jon Berg|Jon Berg");
}

static void
test_trash (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autoptr (CutRecord) entity = cut_notebook_get (self->notebook, berg, NULL);
  g_autoptr (CutRecord) clip = cut_notebook_get (self->notebook, first, NULL);
  CutAct *act = cut_act_new ("Delete");

  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
  cut_act_trash (act, clip);
  g_assert_true (cut_notebook_commit (self->notebook, act, NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "");
  act = cut_act_new ("Restore");
  cut_act_restore (act, clip);
  cut_act_trash (act, entity);
  g_assert_true (cut_notebook_commit (self->notebook, act, NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "");
  assert_mentions (self->notebook, NULL, first, "");
  act = cut_act_new ("Restore");
  cut_act_restore (act, entity);
  g_assert_true (cut_notebook_commit (self->notebook, act, NULL, NULL));
  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
}

static void
test_merge (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autofree char *tallow = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);
  g_autoptr (CutRecord) merged = cut_notebook_get (self->notebook, berg, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, berg, NULL, NULL, &error), ==, 1);
  cut_test_commit_one (self->notebook, "Merge", cut_record_with (merged, "merged-into", tallow, NULL));
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Tallow|Jon Berg*");
  assert_mentions (self->notebook, berg, NULL, "Ruth Tallow|Tallow|Jon Berg*");
  label = cut_notebook_undo (self->notebook, &error);
  g_assert_no_error (error);
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Tallow");
  assert_mentions (self->notebook, berg, NULL, "Jon Berg*");
}

static void
test_pages (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *second = add_clip (self->notebook, SECOND);
  g_autofree char *tallow = add_entity (self->notebook, "Person", "Ruth Tallow", NULL);
  g_autoptr (CutMentions) page = NULL;
  g_autoptr (CutMentions) linked = NULL;
  g_autoptr (CutMentions) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, tallow, first, NULL, NULL), ==, 2);
  g_assert_true (cut_notebook_find_mentions (self->notebook, NULL, NULL));
  page = cut_notebook_mentions (self->notebook, tallow, NULL, CUT_MENTIONS_ALL, 1, 1, NULL, NULL);
  g_assert_cmpuint (page->n_clips, ==, 2);
  g_assert_cmpuint (page->n_linked, ==, 2);
  g_assert_cmpuint (page->n_unlinked, ==, 1);
  g_assert_cmpuint (page->clips->len, ==, 1);
  g_assert_cmpstr (cut_record_get_id (((const CutClipMentions *) g_ptr_array_index (page->clips, 0))->clip), ==, first);
  linked = cut_notebook_mentions (self->notebook, tallow, NULL, CUT_MENTIONS_UNLINKED, 0, 0, NULL, NULL);
  g_assert_cmpuint (linked->n_clips, ==, 1);
  g_assert_cmpstr (cut_record_get_id (((const CutClipMentions *) g_ptr_array_index (linked->clips, 0))->clip), ==, second);
  none = cut_notebook_mentions (self->notebook, first, NULL, CUT_MENTIONS_ALL, 0, 0, NULL, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

static void
mentions_changed_cb (CutNotebook *notebook,
                     gboolean    *heard)
{
  *heard = TRUE;
}

/* The window hears of it without asking. */
static void
test_signal (CutTestNotebook *self,
             gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  gboolean heard = FALSE;
  g_autofree char *berg = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (CutMentions) mentions = NULL;

  g_assert_true (cut_notebook_find_mentions (self->notebook, NULL, NULL));
  g_signal_connect (self->notebook, "mentions-changed", G_CALLBACK (mentions_changed_cb), &heard);
  berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  cut_test_wait (&heard);
  cut_notebook_mentions_async (self->notebook, berg, first, CUT_MENTIONS_ALL, 0, 0, NULL, cut_test_result_cb, &result);
  answer = cut_test_await (&result);
  mentions = cut_notebook_mentions_finish (self->notebook, answer, NULL);
  g_assert_cmpuint (mentions->n_unlinked, ==, 1);
  g_signal_handlers_disconnect_by_data (self->notebook, &heard);
}

/* Another program may have changed the names meanwhile. */
static void
test_two_programs (CutTestNotebook *self,
                   gconstpointer    data)
{
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autoptr (CutNotebook) other = NULL;
  g_autofree char *tallow = NULL;
  g_autofree char *first = NULL;

  assert_mentions (self->notebook, berg, NULL, "");
  other = cut_notebook_open (self->path, NULL, NULL);
  tallow = add_entity (other, "Person", "Ruth Tallow", NULL);
  assert_mentions (other, tallow, NULL, "");
  first = add_clip (self->notebook, FIRST);
  assert_mentions (self->notebook, tallow, NULL, "Ruth Tallow|Tallow");
  assert_mentions (other, berg, NULL, "Jon Berg");
  cut_notebook_close (other);
}

static void
test_cancelled (CutTestNotebook *self,
                gconstpointer    data)
{
  g_autofree char *first = add_clip (self->notebook, FIRST);
  g_autofree char *berg = add_entity (self->notebook, "Person", "Jon Berg", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (cut_notebook_link_mentions (self->notebook, berg, NULL, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_mentions (self->notebook, berg, NULL, "Jon Berg");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (CutTestNotebook *self, gconstpointer data);
  } tests[] = {
    { "/notebook/mentions/new-entity", test_new_entity },   { "/notebook/mentions/new-clip", test_new_clip },
    { "/notebook/mentions/alias", test_alias },             { "/notebook/mentions/ambiguous", test_ambiguous },
    { "/notebook/mentions/link-all", test_link_all },       { "/notebook/mentions/linked-by-hand", test_linked_by_hand },
    { "/notebook/mentions/refuse", test_refuse },           { "/notebook/mentions/furniture", test_furniture },
    { "/notebook/mentions/headline", test_headline },
    { "/notebook/mentions/trash", test_trash },             { "/notebook/mentions/merge", test_merge },
    { "/notebook/mentions/pages", test_pages },             { "/notebook/mentions/signal", test_signal },
    { "/notebook/mentions/two-programs", test_two_programs }, { "/notebook/mentions/cancelled", test_cancelled },
    { "/notebook/mentions/common-alias", test_common_alias },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CutTestNotebook, NULL, cut_test_notebook_set_up, tests[i].test, cut_test_notebook_tear_down);
  return g_test_run ();
}
