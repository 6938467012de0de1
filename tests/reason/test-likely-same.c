/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-likely-same.h"
#include "cut-name-parts.h"

/* Which entities are likely the same. */

static CutPortrait *
portrait (const char *id,
          const char *schema,
          const char *name)
{
  CutPortrait *self = cut_portrait_new (id, schema, NULL);

  cut_portrait_add_name (self, name);
  return self;
}

typedef struct
{
  const char *schema;
  const char *a;
  const char *b;
  int reason; /* -1: not likely the same */
} Names;

static const Names names[] = {
  { "Person", "Ruth Tallow", "Ruth Tallow", CUT_REASON_NAME },
  { "Person", "Ruth Tallow", "RUTH  TALLOW", CUT_REASON_NAME },
  { "Person", "Ruth Tallow", "Dr. Ruth Tallow", CUT_REASON_NAME },
  { "Person", "Tallow, Ruth", "Ruth Tallow", CUT_REASON_ORDER },
  { "Person", "R. Tallow", "Ruth Tallow", CUT_REASON_INITIALS },
  { "Person", "Ruth Anne Tallow", "Ruth Tallow", CUT_REASON_PARTS },
  { "Person", "Sergej Orlow", "Sergey Orlov", CUT_REASON_SPELLING },
  { "Person", "Сергей Орлов", "Sergej Orlov", CUT_REASON_SPELLING },
  { "Person", "Jürgen Müller", "Juergen Mueller", CUT_REASON_SPELLING },
  { "Person", "José Peña", "Jose Pena", CUT_REASON_NAME },
  { "Person", "Ruth Tallow", "Ruth Tallwo", CUT_REASON_SPELLING },
  { "Person", "Ruth Tallow", "Ruth Meadow", -1 },
  { "Person", "Ruth Tallow", "Anders Tallow", -1 },
  { "Person", "R. Tallow", "Anders Tallow", -1 },
  { "Company", "Northmere Bridge Ltd", "Northmere Bridge Limited", CUT_REASON_NAME },
  { "Company", "Northmere Bridge Ltd", "Northmere Bridge", CUT_REASON_LEGAL_FORM },
  { "Company", "Norrvik Hafen G.m.b.H.", "Norrvik Hafen GmbH", CUT_REASON_NAME },
  { "PublicBody", "U.N.", "UN", CUT_REASON_NAME },
  { "PublicBody", "U.S. Steel Board", "US Steel Board", CUT_REASON_NAME },
  { "Company", "The Northmere Bridge Company", "Northmere Bridge Co.", CUT_REASON_NAME },
  { "Company", "NBC", "Northmere Bridge Council", CUT_REASON_ACRONYM },
  { "Company", "Nbc", "Northmere Bridge Council", -1 },
  { "Company", "Northmere Bridge", "Northmere Ferry", -1 },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CutPortrait *a = portrait ("a", names[i].schema, names[i].a);
      CutPortrait *b = portrait ("b", names[i].schema, names[i].b);
      CutLikelySame pair = { 0 };
      CutLikelySame turned = { 0 };

      g_test_message ("%s / %s", names[i].a, names[i].b);
      g_assert_true (cut_likely_same_compare (a, b, &pair));
      g_assert_true (cut_likely_same_compare (b, a, &turned));
      g_assert_cmpfloat (pair.score, ==, turned.score);
      g_assert_cmpint (pair.score >= CUT_LIKELY_SAME_LEAST, ==, names[i].reason >= 0);
      if (names[i].reason >= 0)
        g_assert_cmphex (pair.reasons, ==, 1u << names[i].reason);
      cut_portrait_free (a);
      cut_portrait_free (b);
    }
}

static CutLikelySame
compare_with (const char *property,
              const char *ours,
              const char *theirs)
{
  CutPortrait *a = portrait ("a", "Person", "Jon Berg");
  CutPortrait *b = portrait ("b", "Person", "Jon Berg");
  CutLikelySame pair = { 0 };

  cut_portrait_add_trait (a, property, ours);
  cut_portrait_add_trait (b, property, theirs);
  g_assert_true (cut_likely_same_compare (a, b, &pair));
  cut_portrait_free (a);
  cut_portrait_free (b);
  return pair;
}

static void
test_traits (void)
{
  double plain = compare_with (NULL, NULL, NULL).score;
  CutLikelySame same = compare_with ("birthDate", "1957-03-04", "1957-03-04");
  CutLikelySame rough = compare_with ("birthDate", "1957", "1957-03-04");
  CutLikelySame other = compare_with ("birthDate", "1957-03-04", "1958-03-04");
  CutLikelySame identifier = compare_with (NULL, "wikidata:Q42", "Q42");
  CutLikelySame two = compare_with ("wikidataId", "Q42", "Q43");
  CutLikelySame country = compare_with ("nationality", "gb", "se");

  g_assert_cmpfloat (same.score, >, plain);
  g_assert_true (same.reasons & (1u << CUT_REASON_BIRTH_DATE));
  g_assert_cmpfloat (rough.score, ==, plain);
  g_assert_cmpfloat (other.score, <, CUT_LIKELY_SAME_LEAST);
  g_assert_true (other.reasons & (1u << CUT_REASON_OTHER_DATE));
  g_assert_cmpfloat (identifier.score, >, 0.95);
  g_assert_true (identifier.reasons & (1u << CUT_REASON_IDENTIFIER));
  g_assert_cmpfloat (two.score, <, CUT_LIKELY_SAME_LEAST);
  g_assert_cmpfloat (country.score, <, plain);
}

static void
test_identifier_alone (void)
{
  CutPortrait *a = portrait ("a", "Company", "Northmere Bridge");
  CutPortrait *b = portrait ("b", "Organization", "Harbour Crossings");
  g_autoptr (GPtrArray) both = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_portrait_free);
  g_autoptr (GPtrArray) pairs = NULL;

  cut_portrait_add_trait (a, "registrationNumber", "HRB 1234");
  cut_portrait_add_trait (b, "registrationNumber", "hrb-1234");
  g_ptr_array_add (both, a);
  g_ptr_array_add (both, b);
  pairs = cut_likely_same_find (both, -1, NULL, NULL);
  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmphex (((CutLikelySame *) g_ptr_array_index (pairs, 0))->reasons, ==, 1u << CUT_REASON_IDENTIFIER);
}

static void
test_aliases (void)
{
  CutPortrait *a = portrait ("a", "Person", "Ruth Tallow");
  CutPortrait *b = portrait ("b", "Person", "Ruth Reed");
  CutLikelySame pair = { 0 };

  cut_portrait_add_name (a, "Ruth Reed");
  g_assert_true (cut_likely_same_compare (a, b, &pair));
  g_assert_cmphex (pair.reasons, ==, (1u << CUT_REASON_NAME) | (1u << CUT_REASON_ALIAS));
  g_assert_cmpfloat (pair.score, >, CUT_LIKELY_SAME_LEAST);
  cut_portrait_free (a);
  cut_portrait_free (b);
}

static void
test_never_together (void)
{
  const char *const parted[] = { "b", NULL };
  CutPortrait *a = cut_portrait_new ("a", "Person", parted);
  CutPortrait *b = portrait ("b", "Person", "Jon Berg");
  CutPortrait *ship = portrait ("c", "Vessel", "Jon Berg");
  CutLikelySame pair = { 0 };

  cut_portrait_add_name (a, "Jon Berg");
  g_assert_false (cut_likely_same_compare (a, b, &pair));
  g_assert_false (cut_likely_same_compare (b, a, &pair));
  g_assert_false (cut_likely_same_compare (b, ship, &pair));
  cut_portrait_free (a);
  cut_portrait_free (b);
  cut_portrait_free (ship);
}

/* Ten thousand made-up people, and some of them twice. */
static GPtrArray *
make_many (guint n,
           guint n_twice)
{
  static const char *const first[] = { "Anna", "Bert", "Cleo", "Dora", "Emil", "Frida", "Gustav", "Hanna", "Ivar", "Jonna", "Karl", "Lena" };
  static const char *const ends[] = { "sen", "berg", "holm", "lund", "vik", "dal", "strand", "skog", "mark", "stad" };
  GPtrArray *many = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_portrait_free);

  for (guint i = 0; i < n; i++)
    {
      guint number = i < n - n_twice ? i : i - (n - n_twice);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("%s %c%c%c%s", first[number % 12], 'A' + (int) (number / 12 % 26), 'a' + (int) (number / 312 % 26),
                                               'a' + (int) (number / 8112 % 26), ends[number / 7 % 10]);

      g_ptr_array_add (many, portrait (id, "Person", name));
    }
  return many;
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) many = make_many (3000, 100);
  g_autoptr (GPtrArray) pairs = cut_likely_same_find (many, -1, NULL, NULL);
  guint n_found = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CutLikelySame *pair = g_ptr_array_index (pairs, i);

      g_assert_cmpuint (pair->a, <, pair->b);
      if (i > 0)
        g_assert_cmpfloat (pair->score, <=, ((CutLikelySame *) g_ptr_array_index (pairs, i - 1))->score);
      n_found += pair->b - pair->a == 2900 && (pair->reasons & (1u << CUT_REASON_NAME)) != 0;
    }
  g_assert_cmpuint (n_found, ==, 100);
}

static void
test_one_of_many (void)
{
  g_autoptr (GPtrArray) many = make_many (1000, 10);
  g_autoptr (GPtrArray) pairs = cut_likely_same_find (many, 3, NULL, NULL);

  g_assert_cmpuint (pairs->len, >, 0);
  for (guint i = 0; i < pairs->len; i++)
    {
      const CutLikelySame *pair = g_ptr_array_index (pairs, i);

      g_assert_true (pair->a == 3 || pair->b == 3);
    }
  g_assert_cmpuint (((CutLikelySame *) g_ptr_array_index (pairs, 0))->b, ==, 993);
}

static gboolean
always (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) many = make_many (3000, 100);

  g_assert_null (cut_likely_same_find (many, -1, always, NULL));
}

static void
test_hostile (void)
{
  g_autofree char *much = g_strnfill (1024 * 1024, 'a');
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');
  const char *const texts[] = { "", "...", "\xff\xfe", much, blanks, "A.B.C.D.E.F.G.H.I.J.K.L.M.N.O.P.Q.R.S.T", "株式会社 港", "\xcc\x81" };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_portrait_free);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint twice = 0; twice < 2; twice++)
      {
        CutPortrait *one = portrait (texts[i], twice ? "Person" : "Company", texts[i]);

        cut_portrait_add_trait (one, "email", texts[i]);
        cut_portrait_add_trait (one, NULL, texts[i]);
        g_ptr_array_add (all, one);
      }
  g_ptr_array_unref (cut_likely_same_find (all, -1, NULL, NULL));
}

static void
test_parts (void)
{
  g_autoptr (CutNameParts) name = cut_name_parts_new ("The Ælfred & Søn Holdings, G.m.b.H.", FALSE);

  g_assert_cmpstr (name->whole, ==, "aelfred son holdings");
  g_assert_cmpstr (name->form, ==, "gmbh");
  g_assert_true (cut_name_part_is_near ("tallow", "tallwo"));
  g_assert_true (cut_name_part_is_near ("tallow", "talow"));
  g_assert_false (cut_name_part_is_near ("reed", "read"));
  g_assert_false (cut_name_part_is_near ("tallow", "talbot"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likely-same/names", test_names);
  g_test_add_func ("/likely-same/traits", test_traits);
  g_test_add_func ("/likely-same/identifier-alone", test_identifier_alone);
  g_test_add_func ("/likely-same/aliases", test_aliases);
  g_test_add_func ("/likely-same/never-together", test_never_together);
  g_test_add_func ("/likely-same/many", test_many);
  g_test_add_func ("/likely-same/one-of-many", test_one_of_many);
  g_test_add_func ("/likely-same/cancelled", test_cancelled);
  g_test_add_func ("/likely-same/hostile", test_hostile);
  g_test_add_func ("/likely-same/parts", test_parts);
  return g_test_run ();
}
