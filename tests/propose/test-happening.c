/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-happening.h"

#include <string.h>

#include "cut-attribute.h"
#include "cut-index.h"

/* What is found in @text, as "value: words" in lines. */
static char *
find (const char *text)
{
  g_autoptr (CutDate) published = cut_date_new ("2026-03-12", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutIndex) index = cut_index_new (text);
  g_autoptr (GPtrArray) dates = cut_when_find (text, "en", published, NULL);
  g_autoptr (GPtrArray) attributions = cut_attribute (text, "en", NULL);
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get ("en"), NULL);
  g_autoptr (CutParsed) parsed = cut_parsed_new (tokens);
  g_autoptr (GArray) found = cut_happenings_find (parsed, dates, published, attributions);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CutHappening *happening = &g_array_index (found, CutHappening, i);
      g_autofree char *words = cut_index_slice (index, happening->words.start, happening->words.end);

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", cut_date_get_value (happening->date->date), words);
    }
  return g_string_free (lines, FALSE);
}

static void
test_found (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "The council sold the harbour on Monday.", "2026-03-09: The council sold the harbour on Monday." },
    { "Last month the pumps failed twice.\nNobody was hurt.", "2026-02: Last month the pumps failed twice." },
    { "The bank was founded in 1942 by two brothers.", "1942: The bank was founded in 1942 by two brothers." },
    { "The bank, which was founded in 1942, closed on Tuesday.", "2026-03-10: The bank, which was founded in 1942, closed on Tuesday." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* What somebody says, what only tells one thing from another, and what is no statement. */
static void
test_left_out (void)
{
  static const char *const texts[] = {
    "The council sold the harbour on Monday, the mayor said.",
    "The mayor said on Monday that the harbour was sold.",
    "“We met on Monday. It rained.”",
    "She won the 2012 election.",
    "The council cancelled Tuesday's vote.",
    "The man who left in 2012 owns the harbour.",
    "LOWFIELD, June 10 (Agency) — The harbour is closed.",
    "Monday, 9 March 2026",
    "The harbour has been closed since Monday.",
    "Was the harbour sold on Monday?",
    "The council met on Monday and voted on 3 March.",
    "The council will vote on Monday.",
    "He read the report published last month.",
    "Nobody has asked since she came in 2012.",
    "The war between 1998 and 2000 was forgotten.",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = find (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

/* Without the day of publication "Monday" is no day. */
static void
test_undated (void)
{
  const char *text = "The council sold the harbour on Monday.";
  g_autoptr (GPtrArray) dates = cut_when_find (text, "en", NULL, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get ("en"), NULL);
  g_autoptr (CutParsed) parsed = cut_parsed_new (tokens);
  g_autoptr (GArray) found = cut_happenings_find (parsed, dates, NULL, none);

  g_assert_cmpuint (dates->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 0);
}

/* In what somebody says: one date, or none. */
static void
test_part (void)
{
  static const struct
  {
    const char *text;
    const char *value;
  } cases[] = {
    { "the pumps failed on Monday", "2026-03-09" },
    { "the pumps failed on Monday and on Tuesday", NULL },
    { "the 2012 election was fair", NULL },
    { "his call for a strike on Monday", NULL },
    { "the pumps would fail on Monday", NULL },
    { "nothing failed", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutDate) published = cut_date_new ("2026-03-12", CUT_DATE_UNKNOWN, NULL, NULL);
      g_autoptr (GPtrArray) dates = cut_when_find (cases[i].text, "en", published, NULL);
      g_autoptr (CutTokens) tokens = cut_tokens_new (cases[i].text, cut_language_get ("en"), NULL);
      g_autoptr (CutParsed) parsed = cut_parsed_new (tokens);
      CutStretch part = { 0, (guint) strlen (cases[i].text) };
      const CutProposedDate *date = cut_happening_get_date (parsed, dates, published, &part);

      g_assert_cmpstr (date != NULL ? cut_date_get_value (date->date) : NULL, ==, cases[i].value);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/happening/found", test_found);
  g_test_add_func ("/happening/left-out", test_left_out);
  g_test_add_func ("/happening/undated", test_undated);
  g_test_add_func ("/happening/part", test_part);
  return g_test_run ();
}
