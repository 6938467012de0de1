/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-cues.h"

typedef gboolean (*Cue) (const char *line);

static void
check_lines (Cue                cue,
             gboolean           expected,
             const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (cue (lines[i]), ==, expected);
    }
}

static void
test_furniture (void)
{
  static const char *const yes[] = {
    "See all photos", "SEE ALL PHOTOS", "Watch this: A ferry turns", "2 min read", "12-minute read", "5 Min. Lesezeit", "3 comments",
    "4 hours ago", "Read more: How to read a meter", "Advertisement", "Share", "x", "Topics: Water", "Sign up for our newsletter.",
    "Lire aussi : Dix ans", "Anzeige", "Published", "Image caption,", "Sponsored", "Comments (3)",
    "Saber más", "Saber más: el puerto", "Posted in", "Posted in: Harbour", "Posted in Harbour, News", "Posted in harbour | 3 comments", "Expertise Harbours, Ships, Tides",
    "Del (2)", "Del Spara", "Follow the Post on Threads", "Siga o Jornal no Threads",
    "Reporting by Ada Kell", "Reporting by Ada Kell; Editing by Bo Lind.", "Additional reporting by Ada Kell in Norrvik.", "Writing by Ada van der Meer, editing by Bo Lind",
    "Reporting by Ada Kell in Norrvik and Bo Lind in Lowfield; additional reporting by Cy Dahl, Eva Holm and the Lowfield newsroom; editing by Fay Moss.", NULL,
  };
  static const char *const no[] = {
    "", "a", "Sharing is hard", "Readers more often ask", "12 ministers resigned", "2 minutes' silence was held at the station.",
    "Get the vaccine, the minister said.", "Sponsored by a brewery, it grew.", "Comments by the mayor were not recorded.",
    "Seen from above", "Homes burned", "Watching this is hard", "2019", "Liveable cities",
    "Saber más es la clave del puerto", "Posted in Norrvik, the soldiers wait for spring", "Posted in Norrvik, the soldiers waited for spring.",
    "Expertise in such matters, he said, is rare in a town of this size.", "Del 2", "Del 12", "Follow the threads", "Follow the money to Facebook",
    "Reporting by the Norrvik Post in March showed that the harbour board had known of the leak for two years, and that its chair had asked for silence.",
    "Reporting by the Norrvik Post showed that the harbour board had known of it.", "Reporting by the Post moved the board.",
    "Additional reporting requirements for banks take effect in May, and the smallest of them fear that they will have to close some of their branches.",
    "Additional reporting requirements for banks", "Editing by hand took the clerk a year.",
    "Read more slowly and you will understand what the report says about the wall, she told the council on Monday night.", NULL,
  };

  check_lines (cut_cue_is_furniture, TRUE, yes);
  check_lines (cut_cue_is_furniture, FALSE, no);
}

/* No byline is as long as a line without an end. */
static void
test_long_byline (void)
{
  g_autoptr (GString) line = g_string_new ("Posted on 3 April 2024");

  while (line->len < 200)
    g_string_append (line, " and on 4 April 2024");
  g_string_append (line, " by Ada Kell");
  g_assert_true (cut_cue_is_byline ("Posted on 3 April 2024 by Ada Kell"));
  g_assert_true (cut_cue_is_byline ("By Ada Kell"));
  g_assert_false (cut_cue_is_byline (line->str));
}

static void
test_credit (void)
{
  static const char *const yes[] = {
    "Northlight Images", "Photo: Dan Reed", "Photograph: Dan Reed/Valley Press", "Getty Images", "© County Archive", "Dan Reed/Reuters",
    "Foto: Petra Lang", "Image source, Getty Images", "Dan Reed via AP", NULL,
  };
  static const char *const no[] = {
    "", "Photos show a bridge", "The images", "Imagery matters", "He said the pictures were false images.", "Creditors meet", NULL,
  };

  check_lines (cut_cue_is_credit, TRUE, yes);
  check_lines (cut_cue_is_credit, FALSE, no);
}

static void
test_caption_and_job (void)
{
  static const char *const captions[] = {
    "The old mill. Photograph: Dan Reed", "The mill (Photo: Dan Reed/Valley)", "Die Mühle. Foto: Petra Lang", "The mill © Dan Reed", NULL,
  };
  static const char *const no_captions[] = {
    "The old mill.", "Photograph the mill", "",
    "A line that says a photo: of the mill was shown to the council, which then talked for two hours about what it had seen in it.", NULL,
  };
  static const char *const jobs[] = { "Business correspondent", "Senior Reporter, Lowfield", "Editor", "Political editor", NULL };
  static const char *const no_jobs[] = { "", "The reporter left.", "Water prices", "A long way from the coast to the editor", NULL };

  check_lines (cut_cue_is_caption, TRUE, captions);
  check_lines (cut_cue_is_caption, FALSE, no_captions);
  check_lines (cut_cue_is_job, TRUE, jobs);
  check_lines (cut_cue_is_job, FALSE, no_jobs);
}

static void
test_authors (void)
{
  static const struct
  {
    const char *line;
    const char *authors; /* joined by "|"; NULL for none */
  } cases[] = {
    { "By Anna Berg", "Anna Berg" },
    { "by Anna Berg and Tom O’Neill", "Anna Berg|Tom O’Neill" },
    { "By Anna Berg, Tom Reed and Mira Holm", "Anna Berg|Tom Reed|Mira Holm" },
    { "By Anna Berg, Tom Reed, and Mira Holm", "Anna Berg|Tom Reed|Mira Holm" },
    { "By Anna Berg & Tom Reed", "Anna Berg|Tom Reed" },
    { "BY ANNA BERG", "Anna Berg" },
    { "MARA O'NEILL-BERG, Staff Writer", "Mara O'Neill-Berg" },
    { "Anna Berg Senior Writer", "Anna Berg" },
    { "Anna Berg", "Anna Berg" },
    { "By Anna Berg in Lowfield", "Anna Berg" },
    { "By Anna Berg, Lowfield", "Anna Berg" },
    { "By Anna Berg | 4 March 2021", "Anna Berg" },
    { "By Anna Berg • Transport", "Anna Berg" },
    { "Von Karin Wolff und Jörg Beck", "Karin Wolff|Jörg Beck" },
    { "Par Luc Martel et Inès Faure", "Luc Martel|Inès Faure" },
    { "By J. K. Lind", "J. K. Lind" },
    { "By Jan van der Meer", "Jan van der Meer" },
    { "Live coverage by Priya Nair", "Priya Nair" },
    { "By An Oldenshaw", "An Oldenshaw" },
    { "By A Oldenshaw", "A Oldenshaw" },
    { "By Ho Van An", "Ho Van An" },
    { "By Anna Berg and An Wauters", "Anna Berg|An Wauters" },
    { "By An Observer", NULL },
    { "By A Whisker", NULL },
    { "By A Staff Reporter", NULL },
    { "By An old pier", NULL },
    { "An Old Pier", NULL },
    { "Vitamin A", NULL },
    { "A Harbour Closes", NULL },
    { "By Anna Berg.", NULL },
    { "By the river", NULL },
    { "By", NULL },
    { "By ", NULL },
    { "", NULL },
    { "Court stops sale", NULL },
    { "New York", NULL },
    { "Latest News", NULL },
    { "The Evening Courier reported that the sale was stopped and that nobody knew why it had been and", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) authors = cut_cue_get_authors (cases[i].line);
      g_autofree char *joined = authors != NULL ? g_strjoinv ("|", authors) : NULL;

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (joined, ==, cases[i].authors);
    }
}

static void
test_date (void)
{
  static const struct
  {
    const char *line;
    const char *date; /* NULL for none */
  } cases[] = {
    { "4 March 2021", "2021-03-04" },
    { "March 4, 2021", "2021-03-04" },
    { "Published 4th Mar 2021, 09:15 GMT", "2021-03-04" },
    { "Sept. 9, 2019", "2019-09-09" },
    { "2021-03-04", "2021-03-04" },
    { "Stand: 04.03.2021", "2021-03-04" },
    { "12. März 2022, 08:15 Uhr", "2022-03-12" },
    { "Publié le 1er août 2021 à 10h12", "2021-08-01" },
    { "5 de enero de 2020", "2020-01-05" },
    { "31 Dezember 1999", "1999-12-31" },
    { "30 February 2021", NULL },
    { "45 March 2021", NULL },
    { "03/04/2021", NULL },
    { "March 2021", NULL },
    { "4 people 2021", NULL },
    { "Thursday", NULL },
    { "", NULL },
    { "It was signed on 4 March 2021.", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutDate) date = cut_cue_get_date (cases[i].line);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (date != NULL ? cut_date_get_value (date) : NULL, ==, cases[i].date);
    }
}

static void
test_bio (void)
{
  static const char *const authors[] = { "Mara Lind", NULL };

  g_assert_true (cut_cue_is_bio ("Mara Lind covers schools for the Ledger.", authors));
  g_assert_true (cut_cue_is_bio ("Mara is based in Lowfield.", authors));
  g_assert_true (cut_cue_is_bio ("The author is a freelance writer.", authors));
  g_assert_false (cut_cue_is_bio ("Marabou storks were covered in oil.", authors));
  g_assert_false (cut_cue_is_bio ("Mara Lind said no.", authors));
  g_assert_false (cut_cue_is_bio ("Tom Reed covers schools.", authors));
  g_assert_false (cut_cue_is_bio ("", authors));
}

static void
test_sentence (void)
{
  static const char *const yes[] = {
    "It is.", "Is it?", "No!", "“It is.”", "“It is.“", "(It is.)", "He said:", "And…", "そうだ。", "「そうだ。」", "نعم؟", "हाँ।", NULL,
  };
  static const char *const no[] = { "", "It is", "\"\"", "A title", "“A title”", "2.5", "東京", NULL };

  check_lines (cut_cue_ends_sentence, TRUE, yes);
  check_lines (cut_cue_ends_sentence, FALSE, no);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/cues/furniture", test_furniture);
  g_test_add_func ("/text/cues/credit", test_credit);
  g_test_add_func ("/text/cues/caption-and-job", test_caption_and_job);
  g_test_add_func ("/text/cues/authors", test_authors);
  g_test_add_func ("/text/cues/date", test_date);
  g_test_add_func ("/text/cues/bio", test_bio);
  g_test_add_func ("/text/cues/sentence", test_sentence);
  g_test_add_func ("/text/cues/long-byline", test_long_byline);
  return g_test_run ();
}
