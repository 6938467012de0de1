/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-name-topics.h"
#include "cut-topic.h"

/* Topics as "NAME=TYPE" (no type without "="), joined by ";". */
static GPtrArray *
make_topics (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, ";", -1);
  GPtrArray *topics = cut_topics_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) sides = g_strsplit (*part, "=", 2);

      if (**part != '\0')
        g_ptr_array_add (topics, cut_topic_new (sides[0], sides[1], NULL));
    }
  return topics;
}

/* As "FULL NAME (SCHEMA) PLACES", joined by "; ", the places being the words that stand there, joined by ",". */
static char *
find (const char *text,
      const char *topic_words,
      const char *keyword_words)
{
  g_autoptr (CutNames) names = cut_names_find (text, "en", NULL);
  g_autoptr (GPtrArray) topics = make_topics (topic_words);
  g_auto (GStrv) keywords = g_strsplit (keyword_words, ";", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  cut_names_use_topics (names, text, "en", topics, (const char *const *) keywords);
  for (guint i = 0; i < names->groups->len; i++)
    {
      const CutNameGroup *group = g_ptr_array_index (names->groups, i);
      guint n = 0;

      g_string_append_printf (out, "%s%s (%s) ", i > 0 ? "; " : "", group->name, group->schema != NULL ? group->schema : "-");
      for (guint k = 0; k < names->names->len; k++)
        {
          const CutProposedName *name = &g_array_index (names->names, CutProposedName, k);
          g_autofree char *words = g_utf8_substring (text, name->span.start, name->span.end);

          if (name->group == i)
            g_string_append_printf (out, "%s%s", n++ > 0 ? "," : "", words);
        }
      g_assert_cmpuint (n, ==, group->n);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define CHECK(text, topics, keywords, names)                 \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *found_ = find (text, topics, keywords); \
    g_assert_cmpstr (found_, ==, names);                     \
  }                                                          \
  G_STMT_END

#define PUMPS "The pumps were made by Halden, the director said. She had gone to Halden in May, and Halden paid.\n"

static void
test_kind (void)
{
  CHECK (PUMPS, "Halden=Corporation", "", "Halden (Company) Halden,Halden,Halden");
  CHECK (PUMPS, "Halden=City", "", "Halden (Address) Halden,Halden,Halden");
  /* The text says it more narrowly. */
  CHECK ("The pumps were made by Halden Pumps Inc. of Lowfield.\n", "Halden Pumps Inc.=Organization", "",
         "Halden Pumps Inc. (Company) Halden Pumps Inc.; Lowfield (Address) Lowfield");
  CHECK ("Trade with Norway grew, the ministry said.\n", "Norway=Place", "", "Norway (Country) Norway");
}

static void
test_nowhere (void)
{
  g_autofree char *plain = find (PUMPS, "", "");

  CHECK (PUMPS, "Star Wars=Event;Marvel=Organization;SOPA Images=Corporation", "Star Wars;Marvel;Video Games;Android;Culture", plain);
}

/* Names that capitals do not show, and pieces of names. */
static void
test_found (void)
{
  CHECK ("Most of the shares were bought by eToro, and then by eToro’s owners.\n", "eToro=Corporation", "", "eToro (Company) eToro,eToro");
  CHECK ("They wrote to Friends of the Lowfield Docks in May.\n", "Friends of the Lowfield Docks=NGO", "",
         "Friends of the Lowfield Docks (Organization) Friends of the Lowfield Docks");
}

static void
test_whole_words (void)
{
  const char *text = "The people of Pumpsville like an apple in the morning.\n";
  g_autofree char *plain = find (text, "", "");

  CHECK (text, "Pumps=Person;Apple=Corporation", "", plain);
}

/* A part of a longer name is not it. */
static void
test_within_longer (void)
{
  CHECK ("He lives near Lowfield University, he said.\n", "Lowfield=City", "", "Lowfield University (Organization) Lowfield University");
}

static void
test_family_name (void)
{
  const char *text = "The mayor had a plan, Marten said on Monday. Ms. Marten did not explain it.\n";

  CHECK (text, "", "", "Marten (Person) Marten,Marten");
  CHECK (text, "Ilse Marten=Person", "", "Ilse Marten (Person) Marten,Marten");
  CHECK (text, "", "Helen Marten;pumps", "Helen Marten (Person) Marten,Marten");
  CHECK ("It was made by Halden, and Marten did not explain it.\n", "Ilse Marten=Person", "", "Halden (Organization) Halden; Ilse Marten (Person) Marten");
  /* Two bear it: neither. */
  CHECK (text, "Ilse Marten=Person;Bodo Marten=Person", "", "Marten (Person) Marten,Marten");
  /* A title is no first name, and a lower-case keyword no name. */
  CHECK (text, "", "Mayor Marten;helen marten", "Marten (Person) Marten,Marten");
}

static void
test_untyped (void)
{
  g_autofree char *plain = find (PUMPS, "", "");

  CHECK (PUMPS, "Halden;Halden=Thing;Halden=Product", "Halden;pumps", plain);
}

/* Linear in the text, however often a topic stands in it. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) topics = make_topics ("eToro=Corporation;Ann Reed=Person;Ann Reed=Organization");
  g_autoptr (CutNames) names = NULL;
  guint end = 0;

  while (text->len < 1024 * 1024)
    g_string_append (text, "eToro and Ann Reed met Ann Reed Smith. ");
  names = cut_names_find (text->str, "en", NULL);
  cut_names_use_topics (names, text->str, "en", topics, NULL);
  for (guint i = 0; i < names->names->len; i++)
    {
      const CutProposedName *name = &g_array_index (names->names, CutProposedName, i);

      g_assert_cmpuint (name->span.start, >=, end);
      end = name->span.end;
    }
  g_assert_cmpuint (names->names->len, ==, 3 * (text->len / strlen ("eToro and Ann Reed met Ann Reed Smith. ")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-topics/kind", test_kind);
  g_test_add_func ("/name-topics/nowhere", test_nowhere);
  g_test_add_func ("/name-topics/found", test_found);
  g_test_add_func ("/name-topics/whole-words", test_whole_words);
  g_test_add_func ("/name-topics/within-longer", test_within_longer);
  g_test_add_func ("/name-topics/family-name", test_family_name);
  g_test_add_func ("/name-topics/untyped", test_untyped);
  g_test_add_func ("/name-topics/many", test_many);
  return g_test_run ();
}
