/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-test-imports.h"

/* What reference managers write. */

static void
assert_quell (CutBroughtItem *item,
              gint64          added)
{
  cut_test_assert_tank (item, "Tank at the quay", added, "leaks|water");
  g_assert_cmpstr (item->text[CUT_BROUGHT_OUTLET], ==, "Norrvik Post");
  g_assert_cmpstr (item->text[CUT_BROUGHT_PUBLISHED], ==, "2024-03-04");
  g_assert_cmpstr (item->text[CUT_BROUGHT_KIND], ==, "article");
}

static void
test_ris (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("references.ris", "ris");
  CutBroughtItem *report = cut_test_item (brought, 1);

  assert_quell (cut_test_item (brought, 0), 0);
  cut_test_assert_list (cut_test_item (brought, 0)->authors, "Mara Quell|Jon Berg");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_EXCERPT], ==, "Two leaks,\none report");
  g_assert_cmpstr (cut_test_note (cut_test_item (brought, 0), 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  g_assert_cmpstr (report->text[CUT_BROUGHT_KIND], ==, "report");
  g_assert_cmpstr (report->text[CUT_BROUGHT_PUBLISHED], ==, "2011");
  g_assert_cmpstr (report->text[CUT_BROUGHT_URL], ==, "https://doi.org/10.1000/tanks.2011");
  cut_test_assert_list (report->authors, "Harbour Office");
  g_assert_cmpuint (cut_test_left (brought, "SP"), ==, 1);
}

/* What is between the braces is TeX; what is damaged is said by its line, and what comes behind it is read. */
static void
test_bibtex (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("references.bib", "bibtex");
  CutBroughtItem *report = cut_test_item (brought, 1);

  g_assert_cmpuint (brought->items->len, ==, 3);
  assert_quell (cut_test_item (brought, 0), MARCH_5);
  cut_test_assert_list (cut_test_item (brought, 0)->authors, "Mara Quell|Harbour Office, Norrvik|Jón Börg");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_EXCERPT], ==, "Two leaks — one “report”, and 5 % of it true");
  g_assert_cmpstr (cut_test_note (cut_test_item (brought, 0), 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  g_assert_cmpstr (report->text[CUT_BROUGHT_KIND], ==, "report");
  g_assert_cmpstr (report->text[CUT_BROUGHT_TITLE], ==, "Inspection of tanks in Århus & Ørsted: naïve ça");
  g_assert_cmpstr (report->text[CUT_BROUGHT_PUBLISHED], ==, "2011");
  g_assert_cmpstr (report->text[CUT_BROUGHT_URL], ==, "https://doi.org/10.1000/tanks.2011");
  g_assert_cmpstr (report->text[CUT_BROUGHT_OUTLET], ==, "Harbour Office");
  g_assert_cmpstr (report->text[CUT_BROUGHT_FILE], ==, "files/2/tank.html");
  g_assert_cmpstr (cut_test_item (brought, 2)->text[CUT_BROUGHT_URL], ==, "https://norrvik.example/board_minutes");
  g_assert_cmpuint (cut_test_left (brought, "pages"), ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "language"), ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "file"), ==, 1);
  g_assert_cmpuint (brought->failed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (brought->failed, 0), ==, "Line 34: this entry is damaged");
}

/* Whether it is a bibliography shows in its first entry; a style sheet has rules that begin alike. */
static void
test_bibtex_or_not (void)
{
  static const char *const others[] = {
    "@media print { a { color: red } }", "Dear Mara,\n@tom wrote this {yesterday}, as you know.", "@page { size: a4, b }", "x@article{a,",
  };
  g_autoptr (CutBrought) mendeley = cut_test_read_text ("Automatically generated\n\n@misc{a1,\ntitle = {One}}\n", "bibtex");
  g_autoptr (CutBrought) macros = cut_test_read_text ("@STRING(a = \"One\")\n@MISC(b, title = a # {, two})", "bibtex");
  g_autoptr (CutBrought) cut = cut_test_read_text ("@misc{a, title = {One}}\n@misc{b, title = {Tw", "bibtex");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    cut_test_assert_refused (others[i], strlen (others[i]), "bibtex", CUT_ERROR_INPUT);
  g_assert_cmpstr (cut_test_item (mendeley, 0)->text[CUT_BROUGHT_TITLE], ==, "One");
  g_assert_cmpstr (cut_test_item (macros, 0)->text[CUT_BROUGHT_TITLE], ==, "One, two");
  g_assert_cmpuint (cut->items->len, ==, 1);
  g_assert_cmpuint (cut->failed->len, ==, 1);
}

/* What is damaged costs one entry, whatever it is; of words that stand for words only so much is made. */
static void
test_bibtex_hostile (void)
{
  g_autoptr (CutBrought) open = cut_test_read_text ("@misc{a, title = {One\n@misc{b, title = \"Two\n@misc{c, title = {100% true}}", "bibtex");
  g_autoptr (CutBrought) odd = cut_test_read_text ("@misc{, title = {T}, author = {, and ,, and and {} and \\ and {\\\"}}}\n@a{{{\n@b(}\n@", "bibtex");
  g_autoptr (GString) words = g_string_new ("@string{a0 = \"1234567890\"}\n");
  g_autoptr (CutBrought) many = NULL;

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (words, "@string{a%u = a%u # a%u # a%u # a%u # a%u # a%u # a%u # a%u}\n", i + 1, i, i, i, i, i, i, i, i);
  g_string_append (words, "@misc{a, title = a9}");
  many = cut_test_read_text (words->str, "bibtex");
  g_assert_cmpuint (open->items->len, ==, 1);
  g_assert_cmpstr (cut_test_item (open, 0)->text[CUT_BROUGHT_TITLE], ==, "100% true");
  g_assert_cmpuint (open->failed->len, ==, 2);
  g_assert_cmpuint (odd->items->len, ==, 1);
  g_assert_cmpuint (odd->failed->len, ==, 2);
  g_assert_cmpuint (strlen (cut_test_item (many, 0)->text[CUT_BROUGHT_TITLE]), <, 10000);
}

static void
test_csl (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("references.json", "csl-json");
  CutBroughtItem *item = cut_test_item (brought, 0);

  assert_quell (item, MARCH_5 - 8 * 3600 * 1000);
  cut_test_assert_list (item->authors, "Mara Quell|Harbour Office");
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Ask Jon");
  g_assert_cmpuint (cut_test_left (brought, "page"), ==, 1);
}

static void
test_zotero (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("zotero.rdf", "zotero");
  CutBroughtItem *item = cut_test_item (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  assert_quell (item, MARCH_5);
  cut_test_assert_list (item->authors, "Mara Quell");
  g_assert_cmpstr (item->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
  g_assert_cmpstr (item->text[CUT_BROUGHT_FILE], ==, "files/2/tank.html");
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  g_assert_cmpuint (cut_test_left (brought, "libraryCatalog"), ==, 1);
}

/* A note of no work has no place, which is said. */
static void
test_zotero_alone (void)
{
  g_autoptr (CutBrought) brought = cut_test_read_text (
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:z=\"http://www.zotero.org/namespaces/export#\" xmlns:bib=\"b\">"
    "<bib:Memo rdf:about=\"#item_1\"><rdf:value>Call Jon</rdf:value></bib:Memo></rdf:RDF>",
    "zotero");

  g_assert_cmpuint (cut_test_left (brought, "Memo"), ==, 1);
}

/* "1" is another work in another file. */
static void
test_weak_ids (void)
{
  static const char *const files[] = {
    "[{\"id\": \"1\", \"type\": \"book\", \"title\": \"The harbour\"}]",
    "[{\"id\": \"1\", \"type\": \"book\", \"title\": \"The town hall\"}]",
    "[{\"id\": \"http://zotero.org/items/1\", \"type\": \"book\", \"title\": \"The town hall\"}]",
  };
  g_autoptr (CutBrought) first = cut_test_read_text (files[0], "csl-json");
  g_autoptr (CutBrought) second = cut_test_read_text (files[1], "csl-json");
  g_autoptr (CutBrought) third = cut_test_read_text (files[2], "csl-json");

  g_assert_cmpstr (cut_test_item (first, 0)->text[CUT_BROUGHT_KEY], !=, cut_test_item (second, 0)->text[CUT_BROUGHT_KEY]);
  g_assert_cmpstr (cut_test_item (third, 0)->text[CUT_BROUGHT_KEY], ==, "http://zotero.org/items/1");
}

/* No entity is replaced, no file read, and nobody waits for a billion of them. */
static void
test_entities (void)
{
  static const char *const hostile[] = {
    "<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rdf:RDF xmlns:rdf=\"r\" xmlns:z=\"http://www.zotero.org/namespaces/export#\">&x;</rdf:RDF>",
    "<!DOCTYPE en-export [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><en-export><note><title>&b;</title></note></en-export>",
    "<!-- <en-export --><!DOCTYPE en-export [<!ENTITY a \"aaaaaaaaaa\">]><en-export><note><title>&a;</title></note></en-export>",
    "<!DOCTYPE en-export SYSTEM \"<en-export \" [<!ENTITY % a \"aaaaaaaaaa\">]><en-export><note><title>a</title></note></en-export>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    cut_test_assert_refused (hostile[i], strlen (hostile[i]), NULL, CUT_ERROR_REFUSED);
  cut_test_assert_refused ("<en-export><note>", strlen ("<en-export><note>"), NULL, CUT_ERROR_INPUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/ris", test_ris);
  g_test_add_func ("/imports/bibtex", test_bibtex);
  g_test_add_func ("/imports/bibtex-or-not", test_bibtex_or_not);
  g_test_add_func ("/imports/bibtex-hostile", test_bibtex_hostile);
  g_test_add_func ("/imports/csl", test_csl);
  g_test_add_func ("/imports/zotero", test_zotero);
  g_test_add_func ("/imports/zotero-alone", test_zotero_alone);
  g_test_add_func ("/imports/weak-ids", test_weak_ids);
  g_test_add_func ("/imports/entities", test_entities);
  return g_test_run ();
}
