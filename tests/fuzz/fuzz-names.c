/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-topics.h"
#include "cut-topic.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
check (const CutNames *names,
       const char     *text)
{
  guint end = 0;
  guint n = 0;

  for (guint i = 0; i < names->names->len; i++)
    {
      const CutProposedName *name = &g_array_index (names->names, CutProposedName, i);

      g_assert_cmpuint (name->span.start, >=, end);
      g_assert_cmpuint (name->span.end, >, name->span.start);
      g_assert_cmpuint (name->group, <, names->groups->len);
      end = name->span.end;
    }
  for (guint i = 0; i < names->groups->len; i++)
    n += ((const CutNameGroup *) g_ptr_array_index (names->groups, i))->n;
  g_assert_cmpuint (n, ==, names->names->len);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
}

/* What the text has as names, as topics of other kinds. */
static GPtrArray *
make_topics (const CutNames *names)
{
  static const char *const types[] = { "Person", "Corporation", "City", "Event", NULL };
  GPtrArray *topics = cut_topics_new ();

  for (guint i = 0; i < names->groups->len && i < 16; i++)
    g_ptr_array_add (topics, cut_topic_new (((const CutNameGroup *) g_ptr_array_index (names->groups, i))->name, types[i % G_N_ELEMENTS (types)], NULL));
  return topics;
}

/* Any text gives names that lie in it, one behind the other, each of a group; the first byte says in which language, and the first line
 * what the page is about. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  static const char *const languages[] = { "en", "de", "fr" };
  const char *language;
  g_autofree char *text = NULL;
  g_autoptr (CutNames) names = NULL;
  g_autoptr (GPtrArray) topics = NULL;
  g_auto (GStrv) lines = NULL;

  if (size < 1)
    return 0;
  language = languages[data[0] % G_N_ELEMENTS (languages)];
  text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);
  names = cut_names_find (text, language, NULL);
  check (names, text);
  topics = make_topics (names);
  lines = g_strsplit (text, "\n", 2);
  if (lines[0] != NULL)
    g_ptr_array_add (topics, cut_topic_new (lines[0], "Organization", NULL));
  cut_names_use_topics (names, text, language, topics, (const char *const *) lines);
  check (names, text);
  return 0;
}
