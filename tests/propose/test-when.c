/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-when.h"

/* Each text with what is found in it, as "WORDS = VALUE PRECISION", joined by "; ". */
typedef struct
{
  const char *text;
  const char *dates;
} Case;

static char *
find_all (const char *text,
          const char *language,
          const char *published)
{
  g_autoptr (CutDate) date = published != NULL ? cut_date_new (published, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  g_autoptr (GPtrArray) found = cut_when_find (text, language, date, NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const CutProposedDate *proposal = g_ptr_array_index (found, i);
      g_autofree char *words = g_utf8_substring (text, proposal->span.start, proposal->span.end);
      g_autofree char *part = NULL;

      if (proposal->date == NULL)
        part = g_strdup_printf ("%s = ?", words);
      else
        part = g_strdup_printf ("%s = %s %s", words, cut_date_get_value (proposal->date),
                                cut_date_precision_to_word (cut_date_get_precision (proposal->date)));
      g_strv_builder_add (parts, part);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv ("; ", all);
}

static void
check (const Case *cases,
       guint       n_cases,
       const char *language,
       const char *published)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = find_all (cases[i].text, language, published);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].dates);
    }
}

/* Published on Friday, 23 November 2018. */
#define PUBLISHED "2018-11-23T08:00:00-05:00"

static void
test_relative (void)
{
  static const Case cases[] = {
    { "The board said Thursday that it knew.", "Thursday = 2018-11-22 day" },
    { "It was told on Wednesday, and on Friday it met.", "Wednesday = 2018-11-21 day; Friday = 2018-11-23 day" },
    { "Saturday’s vote", "Saturday = 2018-11-17 day" },
    { "It met last Friday and meets next Friday.", "last Friday = 2018-11-16 day; next Friday = 2018-11-30 day" },
    { "That was last month, not earlier this month.", "last month = 2018-10 month; earlier this month = 2018-11 month" },
    { "This year is not last year.", "This year = 2018 year; last year = 2017 year" },
    { "Late last year and early next year", "Late last year = 2017 year; early next year = 2019 year" },
    { "Next week, this week and last weekend", "Next week = 2018-11-26 about; this week = 2018-11-19 about; last weekend = 2018-11-17 about" },
    { "two weeks ago", "two weeks ago = 2018-11-09 about" },
    { "three days ago, 5 months ago, ten years ago",
      "three days ago = 2018-11-20 day; 5 months ago = 2018-06 month; ten years ago = 2008 year" },
    { "More than a year ago, less than two months ago, nearly three years ago",
      "More than a year ago = 2017 before; less than two months ago = 2018-09 after; nearly three years ago = 2015 about" },
    { "over the last three months", "last three months = 2018-08 after" },
    { "Yesterday, today and tomorrow", "Yesterday = 2018-11-22 day; today = 2018-11-23 day; tomorrow = 2018-11-24 day" },
    { "the day before yesterday, and last night", "the day before yesterday = 2018-11-21 day; last night = 2018-11-22 day" },
    { "In March it was cold; in December, too.", "March = 2018-03 month; December = 2017-12 month" },
    { "Last summer was dry.", "Last summer = 2018 year" },
    { "since Monday; since March; before Friday", "since Monday = 2018-11-19 after; since March = 2018-03 after; before Friday = 2018-11-23 before" },
    { "by the end of the year", "by the end of the year = 2018-12-31 before" },
    { "at the end of the month, at the start of last year",
      "the end of the month = 2018-11-30 about; the start of last year = 2017-01-01 about" },
    { "after Thursday’s vote", "Thursday = 2018-11-22 day" },
    { "on Nov. 23 and Dec. 6, but not March 3",
      "Nov. 23 = 2018-11-23 day; Dec. 6 = 2018-12-06 day; March 3 = 2018-03-03 day" },
  };

  check (cases, G_N_ELEMENTS (cases), "en", PUBLISHED);
}

static void
test_absolute (void)
{
  static const Case cases[] = {
    { "on Nov. 23, 2018, and 23 November 2018", "Nov. 23, 2018 = 2018-11-23 day; 23 November 2018 = 2018-11-23 day" },
    { "the 5th of May 2014; May 5th, 2014", "5th of May 2014 = 2014-05-05 day; May 5th, 2014 = 2014-05-05 day" },
    { "on Thursday, Nov. 22, 2018", "Thursday, Nov. 22, 2018 = 2018-11-22 day" },
    { "March 2017; March of 2017", "March 2017 = 2017-03 month; March of 2017 = 2017-03 month" },
    { "in 2015, the 2015 agreement (2014), Berg’s 2013 book", "2015 = 2015 year; 2015 = 2015 year; 2014 = 2014 year; 2013 = 2013 year" },
    { "that 2012 remark, his contentious 2008 bid, after the 2012 loss", "2012 = 2012 year; 2008 = 2008 year; 2012 = 2012 year" },
    { "since 2015, until 2020, around 1998, by 2030",
      "since 2015 = 2015 after; until 2020 = 2020 before; around 1998 = 1998 about; by 2030 = 2030 before" },
    { "in the 1990s and the ’80s", "1990s = 1990 about; ’80s = 1980 about" },
    { "in the third quarter of 2018, not Q1 2017", "third quarter of 2018 = 2018-07 about; Q1 2017 = 2017-01 about" },
    { "from March to June 2018, between 2015 and 2017", "March = 2018-03 month; June 2018 = 2018-06 month; 2015 = 2015 year; 2017 = 2017 year" },
    { "March 3-5, 2017", "March 3-5, 2017 = 2017-03-03 about" },
    { "since mid-2016, in early-October, a co-author, mid-way", "since mid-2016 = 2016 after; early-October = 2018-10 about" },
    { "in the summer of 2016", "summer of 2016 = 2016 year" },
    { "2018-11-20, 23/11/2018 and 3/4/2018", "2018-11-20 = 2018-11-20 day; 23/11/2018 = 2018-11-23 day" },
    { "at 14:30 on Nov. 20, 2018", "14:30 on Nov. 20, 2018 = 2018-11-20T14:30 instant" },
    { "Nov. 20, 2018, at 3:05 p.m.", "Nov. 20, 2018, at 3:05 p.m. = 2018-11-20T15:05 instant" },
    { "2018-11-20T14:30Z", "2018-11-20T14:30Z = 2018-11-20T14:30:00Z instant" },
    { "3 p.m. Thursday", "3 p.m. Thursday = 2018-11-22T15:00 instant" },
  };

  check (cases, G_N_ELEMENTS (cases), "en", PUBLISHED);
}

static void
test_no_dates (void)
{
  static const Case cases[] = {
    { "Theresa May may march; April Ryan and June Carter did.", "" },
    { "March on the city, he told August Wilson.", "" },
    { "The Sunday Times wrote about Black Friday.", "" },
    { "all 1950 employees, some large 1920 houses", "" },
    { "A Model 2015 phone, 2000 people, $2015 and 1999 percent", "" },
    { "in 1500 cases, 15:30, 3/4, 24/7, 1,200.50, 192.168.2018.1", "" },
    { "Feb. 30, 2018 is 2018-02-30 and 31.2.2018.", "" },
    { "the day, the week, a month, some years", "" },
    { "two years later, the next day", "" },
  };

  check (cases, G_N_ELEMENTS (cases), "en", PUBLISHED);
}

/* Never a guess. */
static void
test_without_publication (void)
{
  static const Case cases[] = {
    { "Thursday, last month, two weeks ago, since March", "Thursday = ?; last month = ?; two weeks ago = ?; since March = ?" },
    { "Nov. 23, and Nov. 23, 2018", "Nov. 23 = ?; Nov. 23, 2018 = 2018-11-23 day" },
    { "by the end of the year, by the end of 2018", "by the end of the year = ?; by the end of 2018 = 2018-12-31 before" },
    { "3 p.m. Thursday, this quarter", "3 p.m. Thursday = ?; this quarter = ?" },
  };

  check (cases, G_N_ELEMENTS (cases), "en", NULL);
}

static void
test_vague_publication (void)
{
  static const Case month[] = { { "Thursday, last month, last year", "Thursday = ?; last month = 2018-10 month; last year = 2017 year" } };
  static const Case year[] = { { "Thursday, last month, last year", "Thursday = ?; last month = ?; last year = 2017 year" } };

  check (month, G_N_ELEMENTS (month), "en", "2018-11");
  check (year, G_N_ELEMENTS (year), "en", "2018");
}

static void
test_borders (void)
{
  static const Case cases[] = {
    { "Thursday, last month, last year", "Thursday = 2020-02-27 day; last month = 2020-01 month; last year = 2019 year" },
    { "Feb. 29, Jan. 31, a month ago", "Feb. 29 = 2020-02-29 day; Jan. 31 = 2020-01-31 day; a month ago = 2020-01 month" },
    { "the end of the month, in February", "the end of the month = 2020-02-29 about; February = 2020-02 month" },
    { "9999 years ago", "9999 years ago = ?" },
  };
  static const Case new_year[] = {
    { "Dec. 30, Jan. 5, last month", "Dec. 30 = 2019-12-30 day; Jan. 5 = 2020-01-05 day; last month = 2019-12 month" },
  };

  check (cases, G_N_ELEMENTS (cases), "en", "2020-02-29");
  check (new_year, G_N_ELEMENTS (new_year), "en", "2020-01-01");
}

static void
test_german (void)
{
  static const Case cases[] = {
    { "Am Donnerstag sagte der Rat, am Mittwochabend habe er getagt.", "Donnerstag = 2018-11-22 day; Mittwochabend = 2018-11-21 day" },
    { "Im letzten Monat, in diesem Jahr, nächste Woche",
      "letzten Monat = 2018-10 month; diesem Jahr = 2018 year; nächste Woche = 2018-11-26 about" },
    { "vor zwei Wochen, vor mehr als einem Jahr", "vor zwei Wochen = 2018-11-09 about; vor mehr als einem Jahr = 2017 before" },
    { "seit März, seit 2015, bis Ende des Jahres", "seit März = 2018-03 after; seit 2015 = 2015 after; bis Ende des Jahres = 2018-12-31 before" },
    { "am 23. November 2018, am 3. März, 23.11.2018",
      "23. November 2018 = 2018-11-23 day; 3. März = 2018-03-03 day; 23.11.2018 = 2018-11-23 day" },
    { "am 20. November 2018 um 14.30 Uhr", "20. November 2018 um 14.30 Uhr = 2018-11-20T14:30 instant" },
    { "in den 1990er Jahren, im Jahr 2015, im Sommer 2016", "1990er Jahren = 1990 about; 2015 = 2015 year; Sommer 2016 = 2016 year" },
    { "gestern, heute Morgen, und am Morgen", "gestern = 2018-11-22 day; heute Morgen = 2018-11-23 day" },
    { "im dritten Quartal 2018, Anfang dieses Jahres", "dritten Quartal 2018 = 2018-07 about; Anfang dieses Jahres = 2018-01-01 about" },
  };

  check (cases, G_N_ELEMENTS (cases), "de", PUBLISHED);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_when_find ("Thursday", "en", NULL, cancellable));
}

static void
test_empty (void)
{
  static const Case cases[] = { { "", "" }, { "\n\n", "" }, { "12", "" }, { "March", "" }, { "last", "" }, { "’", "" }, { "3:", "" } };

  check (cases, G_N_ELEMENTS (cases), "en", PUBLISHED);
  check (cases, G_N_ELEMENTS (cases), "zz", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/relative", test_relative);
  g_test_add_func ("/when/absolute", test_absolute);
  g_test_add_func ("/when/no-dates", test_no_dates);
  g_test_add_func ("/when/without-publication", test_without_publication);
  g_test_add_func ("/when/vague-publication", test_vague_publication);
  g_test_add_func ("/when/borders", test_borders);
  g_test_add_func ("/when/german", test_german);
  g_test_add_func ("/when/cancelled", test_cancelled);
  g_test_add_func ("/when/empty", test_empty);
  return g_test_run ();
}
