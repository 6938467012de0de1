/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-names.h"

/* Each text with what is found in it, as "WORDS (X)", X being P for a person, O for an organisation, L for a place, M for others, joined by "; ". */
typedef struct
{
  const char *text;
  const char *names;
} Case;

static char
get_letter (const char *type)
{
  if (g_str_equal (type, "person"))
    return 'P';
  if (g_str_equal (type, "organization"))
    return 'O';
  g_assert_true (g_str_equal (type, "place") || g_str_equal (type, "other"));
  return *type == 'p' ? 'L' : 'M';
}

static char *
find_all (const char *text,
          const char *language)
{
  g_autoptr (CutNames) found = cut_names_find (text, language, NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < found->names->len; i++)
    {
      const CutProposedName *name = &g_array_index (found->names, CutProposedName, i);
      g_autofree char *words = g_utf8_substring (text, name->span.start, name->span.end);
      g_autofree char *part = g_strdup_printf ("%s (%c)", words, get_letter (name->type));

      g_strv_builder_add (parts, part);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv ("; ", all);
}

/* As "FULL NAME (SCHEMA) N", joined by "; ". */
static char *
find_groups (const char *text,
             const char *language)
{
  g_autoptr (CutNames) found = cut_names_find (text, language, NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < found->groups->len; i++)
    {
      const CutNameGroup *group = g_ptr_array_index (found->groups, i);
      g_autofree char *part = g_strdup_printf ("%s (%s) %u", group->name, group->schema != NULL ? group->schema : "-", group->n);

      g_strv_builder_add (parts, part);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv ("; ", all);
}

static void
check (const Case *cases,
       guint       n_cases,
       const char *language)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = find_all (cases[i].text, language);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].names);
    }
}

#define CHECK(cases, language) check (cases, G_N_ELEMENTS (cases), language)

static void
test_people (void)
{
  const Case cases[] = {
    { "The plan was drawn by Ilse Marten, 47, and by her brother.", "Ilse Marten (P)" },
    { "It was Mr. Abel who told Prime Minister Jonas Reed.", "Abel (P); Jonas Reed (P)" },
    { "He read J. K. Ashdown and T.S. Vance on the way.", "J. K. Ashdown (P); T.S. Vance (P)" },
    { "Then Ludwig van Houten met Omar bin Said and Anna de la Cruz.", "Ludwig van Houten (P); Omar bin Said (P); Anna de la Cruz (P)" },
    { "We saw Jean-Claude Morel and Peter O'Hara there.", "Jean-Claude Morel (P); Peter O'Hara (P)" },
    { "It was Sammy Voss Jr. who came, and Dale Voss, Jr., his son.", "Sammy Voss Jr. (P); Dale Voss, Jr. (P)" },
    { "Martin Luther King and Stephen King have one name.", "Martin Luther King (P); Stephen King (P)" },
    { "Theresa May will go in May. Will Smith said he will.", "Theresa May (P); Will Smith (P)" },
    { "The harbour is Ann Reed's, she said.", "Ann Reed (P)" },
    { "Former Treasury Secretary Ann Reed spoke.", "Treasury (O); Ann Reed (P)" },
  };

  CHECK (cases, "en");
}

static void
test_bodies (void)
{
  const Case cases[] = {
    { "The Department of Health and Human Services wrote to the Bank of England.", "Department of Health and Human Services (O); Bank of England (O)" },
    { "He left Johnson & Johnson for Corvane Systems, Inc. in June.", "Johnson & Johnson (O); Corvane Systems, Inc. (O)" },
    { "She told The Associated Press that AT&T had called.", "The Associated Press (O); AT&T (O)" },
    { "Staff of the Food and Drug Administration met Harlan and Marta.", "Food and Drug Administration (O); Harlan (O); Marta (P)" },
    { "A spokesman for Halden declined to comment.", "Halden (O)" },
    { "The St. Mary's Hospital is in the city of Lowfield.", "St. Mary's Hospital (O); Lowfield (L)" },
    { "McDonald's shares rose, and Lloyd's of London fell.", "McDonald's (O); Lloyd's of London (O)" },
  };

  CHECK (cases, "en");
}

static void
test_places (void)
{
  const Case cases[] = {
    { "LOWFIELD (Reuters) - The river rose.", "LOWFIELD (L); Reuters (O)" },
    { "WEST HALDEN (Reuters) - The river rose, and ferries of the port sank.", "WEST HALDEN (L); Reuters (O)" },
    { "They met in Lowfield, near the river Tarn, in Texas.", "Lowfield (L); Tarn (L); Texas (L)" },
    { "A London-based firm and anti-Trump voters from New York City.", "London (L); Trump (P); New York City (L)" },
    { "He lives on Baker Street by Lake Constance.", "Baker Street (L); Lake Constance (L)" },
    { "The US told us that China and the U.S. agree.", "US (L); China (L); U.S. (L)" },
  };

  CHECK (cases, "en");
}

static void
test_others (void)
{
  const Case cases[] = {
    { "The Chinese and two German banks, she said.", "Chinese (M); German (M)" },
    { "German Chancellor Helmut Kohl saw the French Open.", "German (M); Helmut Kohl (P); French Open (M)" },
    { "He won the World Cup and read “The Empty Net,” a novel.", "World Cup (M); The Empty Net (M)" },
    { "A Boeing 747 landed with an iPhone on board.", "Boeing 747 (M); iPhone (M)" },
    { "It happened on Monday, in June, on TV.", "" },
  };

  CHECK (cases, "en");
}

/* A capital that means nothing makes no name. */
static void
test_openings (void)
{
  const Case cases[] = {
    { "Officials met. Yesterday nobody spoke. Floods came. Walking was hard.", "" },
    { "Meanwhile Halden closed. The Halden plant was old.", "Halden (O); Halden (O)" },
    { "“Nobody knew,” she said. “Walls fail.”", "" },
    { "Council Votes To Close The Harbour After Storm\nThe council voted on Monday.", "" },
    { "COUNCIL TO CLOSE HALDEN PLANT\nThe town of Halden has one plant.", "HALDEN (L); Halden (L)" },
    { "Green leaves fell. Turkey was on the table.", "Turkey (L)" },
  };

  CHECK (cases, "en");
}

static void
test_lines (void)
{
  const Case cases[] = {
    /* A line ends a name, unless lines are wrapped. */
    { "Ann Reed\nJonas Abel\nMarta Voss\n", "Ann Reed (P); Jonas Abel (P); Marta Voss (P)" },
    { "The plant was closed on Tuesday by the new owner, who said that Jonas\nAbel had asked for it, and that nobody else in the town had ever been\n"
      "heard on it by the council or by any of those who ran the place then.\nIt will open again in the spring, when the river is down once more.\n",
      "Jonas\nAbel (P)" },
    { "Halden   2   Lowfield   1\n", "Halden (O); Lowfield (O)" },
    /* Signs with spaces around them, as some collections have them. */
    { "Mr. Reed 's plan , said Ann Abel ( 47 ) , is old .", "Reed (P); Ann Abel (P)" },
  };

  CHECK (cases, "en");
}

static void
test_groups (void)
{
  const struct
  {
    const char *text;
    const char *groups;
  } cases[] = {
    { "Donald Trump spoke. Mr. Trump left. Trump's plane flew.", "Donald Trump (Person) 3" },
    { "Halden Pumps Inc. closed. Shares of Halden fell.", "Halden Pumps Inc. (Company) 2" },
    { "International Business Machines (IBM) rose. IBM is old.", "International Business Machines (Company) 3" },
    { "She read it in The Harbour Journal. The Journal was wrong.", "The Harbour Journal (Organization) 2" },
    { "The US told us that China and the U.S. agree.", "US (Country) 2; China (Country) 1" },
    { "The US Department of Trade is in the US. The U.S. Department of Trade and the United States agree.",
      "US Department of Trade (PublicBody) 2; United States (Country) 2" },
    { "She told The Harbour Street Journal, and the HSJ asked Iris Tallow of the IT office.",
      "The Harbour Street Journal (Organization) 2; Iris Tallow (Person) 1" },
    { "The Ministry of Trade met two Chinese in Japan.", "Ministry of Trade (PublicBody) 1; Chinese (-) 1; Japan (Country) 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find_groups (cases[i].text, "en");

      g_assert_cmpstr (found, ==, cases[i].groups);
    }
}

static void
test_code_points (void)
{
  const Case cases[] = {
    { "– “Yes,” said Zoë Müller of Zürich – and Łódź, in Poland.", "Zoë Müller (P); Zürich (L); Łódź (L); Poland (L)" },
  };

  CHECK (cases, "en");
}

/* Every noun has a capital. */
static void
test_german (void)
{
  const Case cases[] = {
    { "Der Bürgermeister Jonas Reed sagte am Montag, die Pumpen seien alt.", "Jonas Reed (P)" },
    { "Die Mauer am Hafen hält, sagte Ilse Marten. Marten arbeitet in Köln.", "Ilse Marten (P); Marten (P); Köln (L)" },
    { "Das Landgericht München verurteilte Frau Halden. Deutschlands Banken schwiegen.",
      "Landgericht München (O); Halden (P); Deutschlands (L)" },
    { "Der Konzern Corvane und die Halden Pumpen GmbH melden Gewinne.", "Corvane (O); Halden Pumpen GmbH (O)" },
    { "Die Hoffnung auf Frieden ist eine Frage der Freiheit und der Zeit.", "" },
  };

  CHECK (cases, "de");
}

/* Nothing is known of the language but that it writes names with a capital. */
static void
test_any_language (void)
{
  const Case cases[] = {
    { "Le ministre a rencontré Pierre Dubois à Lyon. Les ouvriers de Halden sont en grève.", "Pierre Dubois (P); Lyon (L); Halden (O)" },
  };

  CHECK (cases, "fr");
}

static void
test_hostile (void)
{
  const char *const pieces[] = { "A ", "Aa ", "A", "(((", "“A ", "Bank of ", "’s ", "A. ", "A\n", "Anti-", "\xF0\x9F\x98\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CutNames) found = NULL;
      guint end = 0;

      while (text->len < 256 * 1024)
        g_string_append (text, pieces[i]);
      found = cut_names_find (text->str, "en", NULL);
      for (guint k = 0; k < found->names->len; k++)
        {
          const CutProposedName *name = &g_array_index (found->names, CutProposedName, k);

          g_assert_cmpuint (name->span.start, >=, end);
          g_assert_cmpuint (name->span.end, >, name->span.start);
          end = name->span.end;
        }
      g_assert_cmpuint (end, <=, text->len);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_names_find ("Ann Reed", "en", cancellable));
}

static void
test_empty (void)
{
  g_autoptr (CutNames) found = cut_names_find ("", "en", NULL);

  g_assert_cmpuint (found->names->len, ==, 0);
  g_assert_cmpuint (found->groups->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/people", test_people);
  g_test_add_func ("/names/bodies", test_bodies);
  g_test_add_func ("/names/places", test_places);
  g_test_add_func ("/names/others", test_others);
  g_test_add_func ("/names/openings", test_openings);
  g_test_add_func ("/names/lines", test_lines);
  g_test_add_func ("/names/groups", test_groups);
  g_test_add_func ("/names/code-points", test_code_points);
  g_test_add_func ("/names/german", test_german);
  g_test_add_func ("/names/any-language", test_any_language);
  g_test_add_func ("/names/hostile", test_hostile);
  g_test_add_func ("/names/cancelled", test_cancelled);
  g_test_add_func ("/names/empty", test_empty);
  return g_test_run ();
}
