/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain.h"

#include <string.h>

#include "cut-error.h"
#include "cut-normal.h"

static CutArticle *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  CutArticle *article = cut_plain_read (text, &error);

  g_assert_no_error (error);
  return article;
}

static char *
get_line (const CutArticle *article,
          const CutBlock   *block)
{
  const char *from = g_utf8_offset_to_pointer (article->text, block->start);
  const char *to = g_utf8_offset_to_pointer (article->text, block->end);

  return g_strndup (from, (gsize) (to - from));
}

/* Each block is a line of the text, in order, whole. */
static void
check_blocks (const CutArticle *article)
{
  guint offset = 0;

  g_assert_true (cut_normal_is_reader_text (article->text));
  for (guint i = 0; i < article->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (article->blocks, i);
      g_autofree char *line = get_line (article, block);

      g_assert_cmpuint (block->start, ==, offset);
      g_assert_cmpuint (block->end, >, block->start);
      g_assert_null (strchr (line, '\n'));
      offset = block->end + 1;
    }
  g_assert_cmpint (offset, ==, g_utf8_strlen (article->text, -1) + 1);
}

/* Files: a pasted text, and what is to be told of it. */

static void
describe_block (GString          *out,
                const CutArticle *article,
                const CutBlock   *block)
{
  g_autofree char *line = get_line (article, block);

  g_string_append (out, cut_block_role_to_word (block->role));
  if (block->kind == CUT_BLOCK_LIST_ITEM ||
      (block->kind == CUT_BLOCK_HEADING && block->role == CUT_ROLE_BODY))
    g_string_append_printf (out, " %s", cut_block_kind_to_word (block->kind));
  if (block->ordinal > 0)
    g_string_append_printf (out, " %u", block->ordinal);
  g_string_append_printf (out, ": %s\n", line);
}

static char *
describe (const CutArticle *article)
{
  GString *out = g_string_new (NULL);
  g_autofree char *authors = article->authors != NULL ? g_strjoinv (" | ", article->authors) : g_strdup ("");

  if (article->title != NULL)
    g_string_append_printf (out, "@title: %s\n", article->title);
  if (article->standfirst != NULL)
    g_string_append_printf (out, "@standfirst: %s\n", article->standfirst);
  if (*authors != '\0')
    g_string_append_printf (out, "@authors: %s\n", authors);
  if (article->published != NULL)
    g_string_append_printf (out, "@published: %s\n", cut_date_get_value (article->published));
  for (guint i = 0; i < article->blocks->len; i++)
    describe_block (out, article, g_ptr_array_index (article->blocks, i));
  return g_string_free (out, FALSE);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *roles_path = g_strconcat (data, ".roles", NULL);
  g_autofree char *text_path = g_strconcat (data, ".txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *roles = NULL;
  g_autofree char *got = NULL;
  g_autoptr (CutArticle) article = NULL;
  g_auto (GStrv) got_lines = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (roles_path, &roles, NULL, NULL));
  article = read_text (text);
  check_blocks (article);
  got = describe (article);
  got_lines = g_strsplit (got, "\n", -1);
  lines = g_strsplit (roles, "\n", -1);
  for (guint i = 0; lines[i] != NULL && got_lines[i] != NULL; i++)
    if (!g_str_equal (lines[i], got_lines[i]))
      g_test_message ("line %u\n  expected %s\n  got      %s", i + 1, lines[i], got_lines[i]);
  g_assert_cmpstr (got, ==, roles);
}

static void
add_files (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CUTTINGS_SOURCE"), "tests", "data", "text", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".txt"));
        g_autofree char *test_name = g_strconcat ("/text/plain/file/", stem, NULL);

        g_test_add_data_func_full (test_name, g_build_filename (folder, stem, NULL), test_file, g_free);
      }
}

/* The first real input. Its words are its publisher's, so what is asserted is told by the place of the line. */

static const char seed_roles[] = "Title Standfirst Byline Furniture Furniture Byline Furniture "
                                 "Caption Caption cRedit body body body body Furniture Furniture "
                                 "body body body Furniture body body body";

static char
letter_of (CutBlockRole role)
{
  static const char letters[] = { 'b', 'T', 'S', 'B', 'C', 'R', 'F' };

  return letters[role];
}

static void
test_seed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CUTTINGS_CORPUS"), "seed", "us-asks-allies-to-avoid-huawei.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CutArticle) article = NULL;
  g_auto (GStrv) words = g_strsplit (seed_roles, " ", -1);
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("The seed article is not in the tree, and not beside it");
      return;
    }
  article = read_text (text);
  check_blocks (article);
  lines = g_strsplit (article->text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (words));
  for (guint i = 0; i < article->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (article->blocks, i);

      g_test_message ("%s: %s", cut_block_role_to_word (block->role), lines[i]);
      g_assert_nonnull (strchr (words[i], letter_of (block->role)));
      g_assert_cmpint (cut_block_counts (block), ==, g_str_equal (words[i], "body"));
    }
  g_assert_cmpstr (article->title, ==, lines[0]);
  g_assert_cmpstr (article->standfirst, ==, lines[1]);
  g_assert_cmpuint (g_strv_length (article->authors), ==, 1);
  g_assert_cmpstr (article->authors[0], ==, lines[5]);
  g_assert_null (article->published);
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", " ", "\n\n\r\n", "\t\u00ad\ufeff\n \u2028" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_plain_read (texts[i], &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

/* Whatever is pasted, all of its words are there, and some count or are a title. */
static void
test_odd_texts (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "one", "one" },
    { "one\r\n\r\ntwo\rthree", "one\ntwo\nthree" },
    { "\ufeffone\u00ad\u2028two", "one\ntwo" },
    { "one\u2029two", "one\ntwo" },
    { "\xff\xfe", "\ufffd\ufffd" },
    { "caf\xe9", "caf\ufffd" },
    { "e\u0301\fo", "é\no" },
    { "שלום עולם\nשורה שנייה", "שלום עולם\nשורה שנייה" },
    { "東京　大阪。\n京都", "東京 大阪。\n京都" },
    { "👩\u200d👩\u200d👧 🇩🇪", "👩\u200d👩\u200d👧 🇩🇪" },
    { "10\u00a0000", "10\u00a0000" },
    { "See all photos", "See all photos" },
    { "Share\nSave\n2 min read", "Share\nSave\n2 min read" },
    { "• ", "•" },
    { "-", "-" },
    { "1.", "1." },
    { "1. \n2. ", "1.\n2." },
    { "By", "By" },
    { "By \nBy , and ", "By\nBy , and" },
    { "©", "©" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutArticle) article = read_text (cases[i].text);

      g_test_message ("%s", cases[i].expected);
      check_blocks (article);
      g_assert_cmpstr (article->text, ==, cases[i].expected);
    }
}

static void
test_all_furniture_counts (void)
{
  g_autoptr (CutArticle) article = read_text ("Share\n\nPhotos");

  for (guint i = 0; i < article->blocks->len; i++)
    {
      CutBlock *block = g_ptr_array_index (article->blocks, i);

      g_assert_cmpint (block->role, !=, CUT_ROLE_FURNITURE);
    }
}

static void
test_large (void)
{
  g_autoptr (GString) one_line = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new ("A title\n");
  g_autoptr (CutArticle) line_article = NULL;
  g_autoptr (CutArticle) lines_article = NULL;

  while (one_line->len < 1024 * 1024)
    g_string_append (one_line, "A sentence that says the same again. ");
  for (guint i = 0; i < 20 * 1000; i++)
    g_string_append_printf (lines, "Line %u says what the line before it said, word for word.\n", i);
  line_article = read_text (one_line->str);
  lines_article = read_text (lines->str);
  check_blocks (line_article);
  g_assert_cmpuint (line_article->blocks->len, ==, 1);
  g_assert_cmpint (((CutBlock *) g_ptr_array_index (line_article->blocks, 0))->role, ==, CUT_ROLE_BODY);
  g_assert_true (cut_normal_is_reader_text (lines_article->text));
}

#define PROSE "The council of the small harbour town voted on Tuesday to rebuild the old pier before the winter storms.\n\n" \
              "Fishermen, who had asked for the repair for years, said that they were relieved by the vote of Tuesday.\n"

/* Headlines that begin as buttons and labels do. */
static void
test_headlines (void)
{
  static const char *const titles[] = {
    "Opinion polls put the mayor ahead",        "Watch out for ticks in the dunes this spring", "Follow the money: who paid for the pier", "Del campo a la mesa",
    "Zum Inhalt des Vertrags schweigt die Stadt", "Recibe Norrvik a los pescadores del norte",    "Reacties op het besluit van de raad",     "Anzeige gegen Bürgermeister erstattet",
    "Siga o dinheiro da ponte velha",           "Get the facts on the new pier",               "Comments on the pier divide the town",    "Ga naar zee, zegt de burgemeester",
    "Mirá quién habla en el puerto",            "Recommended dose is halved in Norrvik",       "Listen to the sea, says the new mayor",   "Log in Norrvik keeps ships waiting",
    "Teilen statt kaufen am Hafen",             "Dela lika om bron i Norrvik",                 "Recevez le monde au port de Norrvik",     "Sign in the dunes warns of mines",
    "Most popular boats of the harbour",        "Leer más es la clave de Norrvik",             "Weitere Themen für den Rat von Norrvik",  "Dela på notan i Norrvik",
    "Newsletter of the harbour turns forty",    "Receba bem quem chega ao porto",              "Expertise from abroad for the old pier",  "Jump to freedom from the old pier",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = g_strconcat (titles[i], "\nBy Ada Kell\n12 March 2024\n\n", PROSE, NULL);
      g_autoptr (CutArticle) article = read_text (text);

      g_assert_cmpstr (article->title, ==, titles[i]);
      g_assert_cmpstr (article->authors[0], ==, "Ada Kell");
    }
}

/* Buttons and labels over the headline. */
static void
test_labels (void)
{
  static const char *const labels[] = {
    "Opinion",    "Listen to this article", "Zum Inhalt springen", "Zum Inhalt",   "Reacties (3)", "Anzeige",         "Comments: 12",   "Share on Facebook",
    "Newsletter", "Get the app",            "Ga naar de inhoud",   "Compartir",    "Sign in",      "Recommended for you", "Watch: the storm", "Follow the Post on Mastodon",
    "Recibe nuestra newsletter", "Mehr dazu: Das Licht am Ende der Mole", "Most read", "Leer más: el puerto", "Enviar por WhatsApp",
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *text = g_strconcat (labels[i], "\nCouncil rebuilds the old pier\nBy Ada Kell\n12 March 2024\n\n", PROSE, NULL);
      g_autoptr (CutArticle) article = read_text (text);

      g_assert_cmpstr (article->title, ==, "Council rebuilds the old pier");
    }
}

/* The last entry of a menu may be the headline, but never the byline. */
static void
test_menu (void)
{
  static const char *const heads[] = {
    "Home\nNews\nHarbour board resigns\nBy Ada Kell\n12 March 2024\n\n",
    "Home\nNews\nSport\nPuzzles\nHarbour board resigns\nBy Ada Kell\n12 March 2024\n\n",
    "Home\nNews\nSport\nPuzzles\nHarbour board resigns\nAda Kell\n12 March 2024\n\n",
    "Home\nNews\nSport\nPuzzles\nHarbour board resigns\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], PROSE, NULL);
      g_autoptr (CutArticle) article = read_text (text);

      g_assert_cmpstr (article->title, ==, "Harbour board resigns");
    }
}

/* A day between two lines: what stands over it is the headline. */
static void
test_short_title (void)
{
  g_autoptr (CutArticle) short_title = read_text ("Harbour fire\n13/03/2024\nFishermen ask why the council waits\n\n" PROSE);
  g_autoptr (CutArticle) kicker = read_text ("Harbour\nNorrvik\nFishermen ask why the council waits\n13/03/2024\n\n" PROSE);

  g_assert_cmpstr (short_title->title, ==, "Harbour fire");
  g_assert_cmpstr (kicker->title, ==, "Fishermen ask why the council waits");
}

/* However many entries stand over the headline. */
static void
test_long_menu (void)
{
  for (guint n = 70; n <= 200; n += 13)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CutArticle) article = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "Section %c%c\n", 'A' + i % 26, 'a' + i / 26);
      g_string_append (text, "The board of the harbour resigns\nBy Ada Kell\n12 March 2024\n\n" PROSE);
      article = read_text (text->str);
      g_assert_cmpstr (article->title, ==, "The board of the harbour resigns");
      g_assert_cmpstr (article->authors[0], ==, "Ada Kell");
      g_assert_nonnull (article->published);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_files ();
  g_test_add_func ("/text/plain/seed", test_seed);
  g_test_add_func ("/text/plain/nothing", test_nothing);
  g_test_add_func ("/text/plain/odd", test_odd_texts);
  g_test_add_func ("/text/plain/all-furniture", test_all_furniture_counts);
  g_test_add_func ("/text/plain/large", test_large);
  g_test_add_func ("/text/plain/headlines", test_headlines);
  g_test_add_func ("/text/plain/labels", test_labels);
  g_test_add_func ("/text/plain/menu", test_menu);
  g_test_add_func ("/text/plain/short-title", test_short_title);
  g_test_add_func ("/text/plain/long-menu", test_long_menu);
  return g_test_run ();
}
