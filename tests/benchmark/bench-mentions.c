/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cut-id.h"
#include "cut-mentions.h"
#include "cut-name-matcher.h"
#include "cut-store-mentions.h"
#include "cut-test-notebook.h"

/* Names in a notebook: how long until all mentions of all are known, against reading the texts alone and against one pass over
 * the same bytes for one name; and how soon those of one more alias are there. `--clips N` and `--names N` say how large it is:
 * 100000 and 10000 are what the program is made for. */

#define ARTICLE 6000 /* bytes */
#define WORDS 8000
#define NAMED_EVERY 45 /* words */

typedef struct
{
  int n_clips;
  int n_names;
  char *fill;     /* (nullable): only make this notebook */
  char *notebook; /* (nullable): measure in a copy that was made before; it is changed */
} Size;

static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static double
get_time (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

/* Making it: by chance, but the same each time. Frequent words and names are frequent, by Zipf's law or nearly so. */

static guint
pick (GRand *rand,
      guint  n)
{
  double share = g_rand_double (rand);

  return (guint) (n * share * share * share);
}

static char *
make_word (guint number)
{
  static const char *const heads[] = { "b", "st", "tr", "m", "pl", "s", "v", "gr", "n", "ch", "d", "l", "k", "fr", "h", "w" };
  static const char *const tails[] = { "ander", "olm", "ick", "urn", "eth", "ona", "ill", "ost", "ema", "ar", "ung", "ice", "ole", "and", "imp", "uff" };
  GString *word = g_string_new (NULL);

  do
    {
      g_string_append (word, heads[number % 16]);
      g_string_append (word, tails[number / 16 % 16]);
      number /= 256;
    }
  while (number > 0);
  return g_string_free (word, FALSE);
}

static char *
make_capital (guint number)
{
  char *word = make_word (number);

  *word = g_ascii_toupper (*word);
  return word;
}

/* Two of three are persons, with an initial as an alias. */
static char *
make_name (guint i)
{
  g_autofree char *first = make_capital (20000 + i * 7919 % 601);
  g_autofree char *last = make_capital (30000 + i * 104729 % 30011);

  return i % 3 == 2 ? g_strdup_printf ("%s %s Company", last, first) : g_strdup_printf ("%s %s", first, last);
}

static void
append_text (GString *text,
             GRand   *rand,
             char   **words,
             char   **names,
             guint    n_names)
{
  gsize end = text->len + ARTICLE;

  for (guint n = 0; text->len < end; n++)
    {
      if (g_rand_int_range (rand, 0, NAMED_EVERY) == 0)
        g_string_append (text, names[pick (rand, n_names)]);
      else
        g_string_append (text, words[pick (rand, WORDS)]);
      g_string_append (text, n % 97 == 96 ? ".\\n\\n" : n % 13 == 12 ? ". " : " ");
    }
}

static void
write_articles (const Size *size,
                const char *path,
                char      **words,
                char      **names)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  for (int i = 0; i < size->n_clips; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_text (text, rand, words, names, (guint) size->n_names);
      if (i % (size->n_clips / 20 + 1) == 3)
        g_string_append (text, " Quorin Abbel");
      if (i % 20 == 5)
        g_string_append (text, " Zillow Umbar");
      fprintf (file, "{\"url\":\"https://bench.example/%d\",\"title\":\"Article %d\",\"text\":\"%s\"}\n", i, i, text->str);
    }
  fclose (file);
}

static char **
make_all (guint n,
          char *(*make) (guint number))
{
  char **all = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = make (i);
  return all;
}

static void
add_entities (CutNotebook *notebook,
              char       **names)
{
  CutAct *act = cut_act_new ("Names");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *space = strchr (names[i], ' ');
      g_autofree char *alias = g_strdup_printf ("%.1s. %s", names[i], space + 1);
      g_autofree char *other = g_strdup_printf ("%s of Norrvik", space + 1);
      const char *aliases[] = { alias, NULL };
      const char *previous[] = { other, NULL };

      cut_act_take (act, cut_record_new (CUT_KIND_ENTITY, "schema", i % 3 == 2 ? "Company" : "Person", "name", names[i], "aliases", aliases,
                                         "previous-names", previous, NULL));
    }
  cut_notebook_commit (notebook, act, NULL, &error);
  g_assert_no_error (error);
}

/* In a process of its own, so that its memory is not counted. */
static int
fill (const Size *size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) notebook = cut_notebook_open (size->fill, NULL, &error);
  g_autofree char *articles = g_strconcat (size->fill, ".ndjson", NULL);
  g_auto (GStrv) words = make_all (WORDS, make_word);
  g_auto (GStrv) names = make_all ((guint) size->n_names, make_name);
  g_autoptr (CutImportReport) report = NULL;

  g_assert_no_error (error);
  write_articles (size, articles, words, names);
  report = cut_notebook_import (notebook, articles, "ndjson", FALSE, NULL, &error);
  g_assert_no_error (error);
  g_unlink (articles);
  cut_notebook_close (notebook);
  return 0;
}

static void
fill_elsewhere (const Size *size,
                const char *program,
                const char *path)
{
  g_autofree char *clips = g_strdup_printf ("--clips=%d", size->n_clips);
  g_autofree char *names = g_strdup_printf ("--names=%d", size->n_names);
  g_autofree char *fill_option = g_strdup_printf ("--fill=%s", path);
  char *argv[] = { (char *) program, clips, names, fill_option, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* The limits. */

typedef struct
{
  double reading;
  double searching;
  gsize bytes;
  guint found;
} Limits;

static void
search_one (Limits     *limits,
            const char *text,
            const char *name)
{
  gsize length = strlen (text);
  double start = get_seconds ();

  for (const char *p = text; (p = memmem (p, length - (gsize) (p - text), name, strlen (name))) != NULL; p++)
    limits->found++;
  limits->searching += get_seconds () - start;
  limits->bytes += length;
}

static Limits
measure_limits (const char *path,
                const char *name)
{
  Limits limits = { 0 };
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_READ_ONLY, NULL);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GArray) keys = cut_store_keys (store, query, NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      double start = get_seconds ();
      g_autoptr (CutSoughtText) text = cut_store_get_sought_text (store, g_array_index (keys, gint64, i), NULL);

      limits.reading += get_seconds () - start;
      search_one (&limits, text->text, name);
    }
  return limits;
}

/* One alias more. */

static void
measure_alias (CutNotebook *notebook,
               const char  *entity,
               const char  *alias)
{
  g_autoptr (CutRecord) record = cut_notebook_get (notebook, entity, NULL);
  const char *aliases[] = { alias, NULL };
  double start = get_time (), written, there, busy;
  g_autoptr (CutMentions) mentions = NULL;

  cut_test_commit_one (notebook, "Alias", cut_record_with (record, "aliases", aliases, NULL));
  written = get_time ();
  busy = get_seconds ();
  mentions = cut_notebook_mentions (notebook, entity, NULL, CUT_MENTIONS_ALL, 0, 50, NULL, NULL);
  there = get_time ();
  busy = get_seconds () - busy;
  g_print ("alias “%s”: written in %.1f ms, mentions in %u clips %.1f ms later (%.1f ms of processor time)%s", alias, 1000 * (written - start),
           mentions->n_clips, 1000 * (there - written), 1000 * busy, mentions->complete ? "\n" : ", the rest ");
  if (mentions->complete)
    return;
  g_assert_true (cut_notebook_find_mentions (notebook, NULL, NULL));
  g_clear_pointer (&mentions, cut_mentions_free);
  mentions = cut_notebook_mentions (notebook, entity, NULL, CUT_MENTIONS_ALL, 0, 50, NULL, NULL);
  g_print ("(%u clips in all) after %.0f ms\n", mentions->n_clips, 1000 * (get_time () - written));
}

static char *
add_person (CutNotebook *notebook,
            const char  *name)
{
  CutRecord *entity = cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", name, NULL);
  char *id = g_strdup (cut_record_get_id (entity));

  cut_test_commit_one (notebook, "Add", entity);
  return id;
}

static void
measure (const Size  *size,
         CutNotebook *notebook,
         char       **names)
{
  Limits limits = measure_limits (cut_notebook_get_path (notebook), names[0]);
  double start, wall;
  struct rusage usage;
  g_autoptr (CutMentions) all = NULL;
  g_autofree char *rare = NULL;
  g_autofree char *common = NULL;

  add_entities (notebook, names);
  start = get_seconds ();
  wall = get_time ();
  g_assert_true (cut_notebook_find_mentions (notebook, NULL, NULL));
  start = get_seconds () - start;
  wall = get_time () - wall;
  getrusage (RUSAGE_SELF, &usage);
  all = cut_notebook_mentions (notebook, NULL, NULL, CUT_MENTIONS_ALL, 0, 1, NULL, NULL);
  g_print ("%d names with two aliases each, %d clips, %.1f MB of text\n", size->n_names, size->n_clips, (double) limits.bytes / 1e6);
  g_print ("all %u mentions: %.2f s of processor time (%.2f s by the clock), %.1f MB/s; %.1f MB of memory at most\n", all->n_unlinked, start,
           wall, (double) limits.bytes / 1e6 / start, (double) usage.ru_maxrss / 1024);
  g_print ("limits: the texts are read at %.1f MB/s, one name is found %u times at %.0f MB/s; both together %.2f x faster\n",
           (double) limits.bytes / 1e6 / limits.reading, limits.found, (double) limits.bytes / 1e6 / limits.searching,
           start / (limits.reading + limits.searching));
  rare = add_person (notebook, "Nobody Inparticular");
  common = add_person (notebook, "Somebody Inparticular");
  g_assert_true (cut_notebook_find_mentions (notebook, NULL, NULL));
  measure_alias (notebook, rare, "Quorin Abbel");
  measure_alias (notebook, common, "Zillow Umbar");
}

static int
measure_there (const Size  *size,
               char       **names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) notebook = cut_notebook_open (size->notebook, NULL, &error);

  g_assert_no_error (error);
  measure (size, notebook, names);
  cut_notebook_close (notebook);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  Size size = { 4000, 10000, NULL, NULL };
  const GOptionEntry entries[] = {
    { "clips", 0, 0, G_OPTION_ARG_INT, &size.n_clips, "So many clips", "N" },
    { "names", 0, 0, G_OPTION_ARG_INT, &size.n_names, "So many names", "N" },
    { "fill", 0, 0, G_OPTION_ARG_FILENAME, &size.fill, "Only make this notebook", "FILE" },
    { "notebook", 0, 0, G_OPTION_ARG_FILENAME, &size.notebook, "Measure in this one, which is changed by it", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *program = g_strdup (argv[0]);
  CutTestNotebook fixture = { NULL };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse (context, &argc, &argv, &error);
  g_assert_no_error (error);
  if (size.fill != NULL)
    return fill (&size);
  names = make_all ((guint) size.n_names, make_name);
  if (size.notebook != NULL)
    return measure_there (&size, names);
  cut_test_notebook_set_up (&fixture, NULL);
  fill_elsewhere (&size, program, fixture.path);
  measure (&size, fixture.notebook, names);
  cut_test_notebook_tear_down (&fixture, NULL);
  return 0;
}
