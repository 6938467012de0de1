/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-byline.h"
#include "cut-charset-label.h"
#include "cut-charset.h"
#include "cut-json-graph.h"
#include "cut-line.h"
#include "cut-meta-date.h"
#include "cut-normal.h"
#include "cut-page-url.h"
#include "cut-title.h"

#include <string.h>

/* The parts an extraction is made of, each by itself. */

typedef struct
{
  const char *bytes;
  const char *header;
  const char *text;
  const char *name;
} CharsetCase;

static void
test_charset (void)
{
  static const CharsetCase cases[] = {
    { "\xEF\xBB\xBF\xC3\xA9", "text/html; charset=iso-8859-1", "é", "utf-8" },
    { "\xE9t\xE9", "text/html; charset=ISO-8859-1", "été", "windows-1252" },
    { "\x93x\x94", "text/html; charset=\"latin1\"", "“x”", "windows-1252" },
    { "<meta charset=windows-1251>\xC4\xE0", NULL, "<meta charset=windows-1251>Да",
      "windows-1251" },
    { "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>\xD6\xD0", NULL,
      "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>中", "gb18030" },
    { "\xC3\xA9t\xC3\xA9", "text/html; charset=iso-8859-1", "été", "utf-8" },
    { "caf\xE9 au lait, tr\xE8s bon", "text/html; charset=utf-8", "café au lait, très bon", NULL },
    { "\xE3\x81\x82\xE3\x81\x84\xE3\x81\x86\xE3\x81\x88\xFF\xE3\x81\x8A",
      "text/html; charset=utf-8", "あいうえ\xEF\xBF\xBDお", "utf-8" },
    { "a", "text/html; charset=no-such-thing", "a", "utf-8" },
    /* Of two declarations the first that is one: not a word in a comment, a script's or a description's. */
    { "<!--<meta charset=koi8-r>--><meta charset=windows-1252>\xFC", NULL, "<!--<meta charset=koi8-r>--><meta charset=windows-1252>ü", "windows-1252" },
    { "<script charset=koi8-r>'<meta charset=koi8-r>'</script><meta charset=l1>\xFC", NULL,
      "<script charset=koi8-r>'<meta charset=koi8-r>'</script><meta charset=l1>ü", "windows-1252" },
    { "<meta name=description content='charset=koi8-r'><meta content='text/html; charset=iso-8859-1' http-equiv=content-type>\xFC", NULL,
      "<meta name=description content='charset=koi8-r'><meta content='text/html; charset=iso-8859-1' http-equiv=content-type>ü", "windows-1252" },
    { "<?xml version='1.0' encoding='iso-8859-2'?><p>\xB1", NULL, "<?xml version='1.0' encoding='iso-8859-2'?><p>ą", "iso-8859-2" },
    { "<meta charset=windows-1251>\xC4\xE0 \xEC\xEE\xF1\xF2", "text/html; charset=utf-8", "<meta charset=windows-1251>Да мост", "windows-1251" },
    { "<meta charset=utf-16>\xC3\xA9", NULL, "<meta charset=utf-16>é", "utf-8" },
    { "<meta charset=utf-16le>\xC3\xA9", NULL, "<meta charset=utf-16le>é", "utf-8" },
    { "<meta charset=UTF-16BE>\xC3\xA9", NULL, "<meta charset=UTF-16BE>é", "utf-8" },
    { "<p>\033$B66\033(B</p>", NULL, "<p>橋</p>", "iso-2022-jp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;
      gsize len;
      g_autofree char *text = cut_charset_decode (cases[i].bytes, strlen (cases[i].bytes),
                                                  cases[i].header, &len, &name);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (len, ==, strlen (text));
      if (cases[i].name != NULL)
        g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_utf16 (void)
{
  static const char bytes[] = { '\xFF', '\xFE', 'a', 0, '\xE9', 0, 0, 0, 'b', 0 };
  g_autofree char *name = NULL;
  gsize len;
  g_autofree char *text = cut_charset_decode (bytes, sizeof bytes, NULL, &len, &name);

  g_assert_cmpstr (text, ==, "aéb");
  g_assert_cmpstr (name, ==, "utf-16le");
}

/* Without a mark it is told by the bytes that letters leave empty. */
static void
test_utf16_unmarked (void)
{
  static const char little[] = { '<', 0, 'p', 0, '>', 0, 'a', 0, '\x34', '\x04' };
  static const char big[] = { 0, '<', 0, 'p', 0, '>', 0, 'a', '\x04', '\x34' };
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;
  gsize len;
  g_autofree char *text = cut_charset_decode (little, sizeof little, NULL, &len, &name);
  g_autofree char *same = cut_charset_decode (big, sizeof big, NULL, &len, &other);

  g_assert_cmpstr (text, ==, "<p>aд");
  g_assert_cmpstr (same, ==, "<p>aд");
}

/* A NUL among the bytes of a page is left out, and nothing else is. */
static void
test_nul (void)
{
  static const char bytes[] = { 'M', '\xF6', 'w', 0, 'e', ' ', 'f', 'l', 'i', 'e', 'g', 't' };
  g_autofree char *name = NULL;
  gsize len;
  g_autofree char *text = cut_charset_decode (bytes, sizeof bytes, "text/html; charset=windows-1252", &len, &name);

  g_assert_cmpstr (text, ==, "Möwe fliegt");
}

/* A declaration behind a script of some KiB. */
static void
test_late_meta (void)
{
  g_autofree char *script = g_strnfill (5000, ';');
  g_autofree char *page = g_strconcat ("<script>", script, "</script><meta charset=windows-1250>\xF8", NULL);
  g_autofree char *name = NULL;
  gsize len;
  g_autofree char *text = cut_charset_decode (page, strlen (page), NULL, &len, &name);

  g_assert_true (g_str_has_suffix (text, ">ř"));
  g_assert_cmpstr (name, ==, "windows-1250");
}

/* Labels of every encoding of the WHATWG Encoding Standard that iconv alone would not know, or not as that. */
static void
test_labels (void)
{
  static const char *const cases[][2] = {
    { "csisolatin1", "WINDOWS-1252" }, { "x-user-defined", "WINDOWS-1252" }, { " ISO_8859-1:1987 ", "WINDOWS-1252" },
    { "l9", "ISO-8859-15" },           { "x-cp1257", "WINDOWS-1257" },       { "iso-ir-58", "GB18030" },
    { "csbig5", "BIG5-HKSCS" },        { "x-euc-jp", "EUC-JP" },             { "ms_kanji", "CP932" },
    { "windows-949", "CP949" },        { "ks_c_5601-1989", "CP949" },        { "visual", "ISO-8859-8" },
    { "koi", "KOI8-R" },               { "koi8-ru", "KOI8-U" },              { "unicode", "UTF-16LE" },
    { "sun_eu_greek", "ISO-8859-7" },  { "x-mac-ukrainian", "MAC-CYRILLIC" }, { "no such", NULL },
    { "", NULL },                      { "utf", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cut_charset_from_label (cases[i][0]), ==, cases[i][1]);
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "2017-11-24T18:42:20+01:00", "2017-11-24T18:42:20+01:00" },
    { "2017-11-24", "2017-11-24" },
    { "2017-11-24 18:42:20.123", "2017-11-24T18:42:20" },
    { "2017/11/24", "2017-11-24" },
    { "20171124", "2017-11-24" },
    { "Fri, 24 Nov 2017 18:42:20 +0100", "2017-11-24T18:42:20+01:00" },
    { "Fri, 24 Nov 2017 18:42:20 GMT", "2017-11-24T18:42:20Z" },
    { "November 24, 2017 at 3:05 pm", "2017-11-24T15:05" },
    { "Published: 24 November 2017", "2017-11-24" },
    { "24. März 2017", "2017-03-24" },
    { "le 24 août 2017 à 12:30", "2017-08-24T12:30" },
    { "24 de noviembre de 2017", "2017-11-24" },
    { "1511545340", "2017-11-24T17:42:20Z" },
    { "24.11.2017 - 18:42 Uhr", "2017-11-24T18:42" },
    { "11/24/2017", "2017-11-24" },
    { "11/12/2017", NULL },
    { "05/11/2017", NULL },
    { "24.11.17, 18.42 Uhr", "2017-11-24T18:42" },
    { "24-Nov-2017", "2017-11-24" },
    { "5. 7. 2016", "2016-07-05" },
    { "Fri Nov 24 18:42:20 2017", "2017-11-24T18:42:20" },
    { "martes, 5 de julio de 2016", "2016-07-05" },
    { "mardi 5 juillet 2016 à 18h07", "2016-07-05T18:07" },
    { "Posted on Tue 1st of March, 2016 by A. Example", "2016-03-01" },
    { "18:05, 4 March 2021", "2021-03-04T18:05" },
    { "Published March 4, 2021. Updated March 5, 2021 10:00", "2021-03-04" },
    { "March 4, 2021 3 min read", "2021-03-04" },
    { "March 4, 2021 8:15 a.m. EST", "2021-03-04T08:15-05:00" },
    { "Mon, 7 Mar 2011 22:33:00 -0500", "2011-03-07T22:33:00-05:00" },
    { "14 октября 2017 г., 09:30", "2017-10-14T09:30" },
    { "2017年11月24日 18:42", "2017-11-24T18:42" },
    { "2017년 11월 24일", "2017-11-24" },
    { "2016. március 5.", "2016-03-05" },
    { "5 września 2016", "2016-09-05" },
    { "12 أبريل 2019", "2019-04-12" },
    { "الأحد، 04 آب/اغسطس 2013", "2013-08-04" },
    { "04 كانون الثاني 2021", "2021-01-04" },
    { "24 tháng 11 năm 2017", "2017-11-24" },
    { "24 de novembro de 2017 às 18h42", "2017-11-24T18:42" },
    { "24 listopada 2017, 18:42", "2017-11-24T18:42" },
    { "2017. 11. 24. 오후 6:42", "2017-11-24T18:42" },
    { "2017年11月24日 下午6:42", "2017-11-24T18:42" },
    { "2017年11月24日 18時42分", "2017-11-24T18:42" },
    { "24.11.2017 um 18.42 Uhr", "2017-11-24T18:42" },
    { "Nov. 24, 2017 6:42 p.m. ET", "2017-11-24T18:42-05:00" },
    { "July 24, 2017 6:42 p.m. ET", "2017-07-24T18:42-04:00" },
    { "24 Nov 2017 6.42pm GMT", "2017-11-24T18:42Z" },
    { "24.11.2017 kl. 18.42", "2017-11-24T18:42" },
    { "24 de noviembre de 2017, 6:42 p. m.", "2017-11-24T18:42" },
    { "24. 11. 2017 3.5 MB", "2017-11-24" },
    { "Fri 24 Nov 2017 18.42 GMT", "2017-11-24T18:42Z" },
    { "24/11/2017 18:42 KST", "2017-11-24T18:42+09:00" },
    { "Temmuz 5, 2016", "2016-07-05" },
    { "yesterday", NULL },
    { "call 555 1234 or 2017", NULL },
    { "In May we sold 12 of 2017 boats", NULL },
    { "31 November 2017", NULL },
    { "0001-01-01T00:00:00Z", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutDate) date = cut_meta_date_parse (cases[i][0], "meta");

      g_assert_cmpstr (date ? cut_date_get_value (date) : NULL, ==, cases[i][1]);
    }
}

static void
test_date_in_address (void)
{
  g_autoptr (CutDate) day = cut_meta_date_from_url ("https://news.example/2017/11/24/pier.html");

  g_assert_cmpstr (cut_date_get_value (day), ==, "2017-11-24");
  g_assert_cmpstr (cut_date_get_origin (day), ==, "address");
  g_assert_null (cut_meta_date_from_url ("https://news.example/1234/56/78/"));
  g_assert_null (cut_meta_date_from_url (NULL));
}

static void
test_bylines (void)
{
  static const char *const cases[][2] = {
    { "By Ada Example", "Ada Example" },
    { "By ADA EXAMPLE and Ben Example", "ADA EXAMPLE|Ben Example" },
    { "Ada Example, Ben Example & Cy Example", "Ada Example|Ben Example|Cy Example" },
    { "Ada Example, Senior Reporter, Harbour News", "Ada Example" },
    { "Von Ada Example und Ben Example", "Ada Example|Ben Example" },
    { "Example, Ada", "Example, Ada" },
    { "By Ada Example | Updated May 3, 2024", "Ada Example" },
    { "Ada Example is a writer in town", "Ada Example" },
    { "By ADA EXAMPLE and BEN SAMPLE Published 8:15 AM UTC, March 4, 2021", "ADA EXAMPLE|BEN SAMPLE" },
    { "By Ada Example, CNN", "Ada Example" },
    { "By ADA EXAMPLE and BEN SAMPLE - AP Technology Writers", "ADA EXAMPLE|BEN SAMPLE" },
    { "Ada Example, HARBOUR TODAY", "Ada Example" },
    { "Wei Sun", "Wei Sun" },
    { "Nancy Friday", "Nancy Friday" },
    { "By Robert Example III Staff Writer", "Robert Example III" },
    { "Jean DUPONT", "Jean DUPONT" },
    { "By Harbour's Editorial Writers", "" },
    { "ADA EXEMPLE, BEN EXEMPLE Envoyés spéciaux à Toulouse", "ADA EXEMPLE|BEN EXEMPLE" },
    { "Par Ada Exemple avec AFP", "Ada Exemple" },
    { "Ada Example/Reuters", "Ada Example" },
    { "Ada Example (she/her)", "Ada Example" },
    { "Ein Gastbeitrag von Ada Beispiel", "Ada Beispiel" },
    { "Von Ada Beispiel, Berlin", "Ada Beispiel" },
    { "Por Ada Ejemplo y Ben Ejemplo", "Ada Ejemplo|Ben Ejemplo" },
    { "Reportagem de Ada Exemplo", "Ada Exemplo" },
    { "Da Redação", "" },
    { "Napisała: Ada Przykład", "Ada Przykład" },
    { "Автор: Ада Пример", "Ада Пример" },
    { "بقلم: آدا مثال", "آدا مثال" },
    { "文：例示花子", "例示花子" },
    { "记者 王例", "王例" },
    { "홍길동 기자", "홍길동" },
    { "Words by Ada Example, photos by Ben Sample", "Ada Example" },
    { "Text: Ada Beispiel, Fotos: Ben Muster", "Ada Beispiel" },
    { "Tekst: Ada Eksempel Foto: Ben Eksempel", "Ada Eksempel" },
    { "Texto: Ada Ejemplo | Fotos: Ben Ejemplo", "Ada Ejemplo" },
    { "Ada Exemple (avec AFP)", "Ada Exemple" },
    { "De Niro", "De Niro" },
    { "De Ada Ejemplo", "Ada Ejemplo" },
    { "Ada Example III", "Ada Example III" },
    { "Ada Example, Ph.D.", "Ada Example" },
    { "The Editorial Board", "" },
    { "elmundo.example", "" },
    { "admin", "" },
    { "Last updated: May 3, 2024", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) names = cut_byline_split (cases[i][0]);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv ("|", (char **)names->pdata);
      g_assert_cmpstr (joined, ==, cases[i][1]);
    }
}

static void
test_titles (void)
{
  static const char *const cases[][3] = {
    { "New pier - Harbour News", "Harbour News", "New pier" },
    { "Harbour News: new pier", "Harbour News", "Harbour News: new pier" },
    { "Harbour News | New pier", "Harbour News", "New pier" },
    { "New pier | Town | Harbour News", "Harbour News", "New pier | Town" },
    { "Twenty-one - a story", NULL, "Twenty-one - a story" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = cut_title_without_site (cases[i][0], cases[i][1]);

      g_assert_cmpstr (title, ==, cases[i][2]);
    }
  g_assert_true (cut_title_is_same ("“New  Pier!”", "new pier"));
  g_assert_false (cut_title_is_same ("", ""));
}

static void
test_json (void)
{
  static const char *const cases[][2] = {
    { "{\"a\":\"He said \"no\", and left\",\"b\":1}", "{\"a\":\"He said \\\"no\\\", and left\",\"b\":1}" },
    { "{\"a\":{}\n\"b\":\"c\"\n\"d\":1}", "{\"a\":{}\n,\"b\":\"c\"\n,\"d\":1}" },
    { "/* x */ {\"a\":1, // one\n\"b\":\"//2\"}", "{\"a\":1, \n\"b\":\"//2\"}" },
    { "{\"a\":[\"b", "{\"a\":[\"b\"]}" },
    { "", "" },
  };
  g_autofree char *repaired = cut_json_graph_repair ("<!--\n{\"a\":\"x\ny\",\"b\":[1,2,],};\n//-->");
  g_autofree char *deep = g_strnfill (65, '[');
  g_autofree char *allowed = g_strnfill (64, '[');

  g_assert_cmpstr (repaired, ==, "{\"a\":\"x y\",\"b\":[1,2]}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mended = cut_json_graph_repair (cases[i][0]);

      g_assert_cmpstr (mended, ==, cases[i][1]);
    }
  g_assert_false (cut_json_graph_is_shallow (deep));
  g_assert_true (cut_json_graph_is_shallow (allowed));
  g_assert_true (cut_json_graph_is_shallow (
      "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"[\""));
}

static void
test_addresses (void)
{
  static const char *const cases[][2] = {
    { "b.html", "https://news.example/a/b.html" },
    { "//other.example/x", "https://other.example/x" },
    { " /x y ", "https://news.example/x%20y" },
    { "?q=1", "https://news.example/a/c?q=1" },
    { "mailto:a@example.org", "mailto:a@example.org" },
    { "javascript:x()", NULL },
    { "java\nscript:x()", NULL },
    { "data:text/html,x", NULL },
    { "file:///etc/passwd", NULL },
    { "http://", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = cut_page_url_resolve ("https://news.example/a/c", cases[i][0]);

      g_assert_cmpstr (url, ==, cases[i][1]);
    }
  g_assert_null (cut_page_url_resolve (NULL, "b.html"));
  g_assert_null (cut_page_url_resolve ("https://news.example/a", "http://a;b.example/c"));
  g_assert_null (cut_page_url_resolve ("http://a;b/c", "d"));
  g_assert_null (cut_page_url_resolve ("x:/a/b", "..//c"));
  g_assert_null (cut_page_url_resolve ("x:/a/b", "/.//c"));
  g_assert_null (cut_page_url_resolve ("about:blank", "../..//c"));
}

/* The two that make reader text agree, on runs of marks too. */
static void
test_line_is_normal (void)
{
  static const char *const repeated[] = { "\u0301", "\u0344\u0316", "a\u0301", "\u0f73", "\ufffc\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    for (guint n = 1; n < 70; n++)
      {
        g_autoptr (GString) text = g_string_new ("x ");
        g_autofree char *line = NULL;
        g_autofree char *normal = NULL;
        CutBlock *block = cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 0, 0);
        CutLine made;

        for (guint k = 0; k < n; k++)
          g_string_append (text, repeated[i]);
        normal = cut_normal_line (text->str, -1);
        cut_line_init (&made);
        cut_line_append (&made, text->str, text->len);
        line = cut_line_finish (&made, block, 0);
        g_assert_cmpstr (line, ==, normal);
        g_assert_true (cut_normal_is_reader_text (line));
        cut_line_clear (&made);
        cut_block_free (block);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/parts/utf16-unmarked", test_utf16_unmarked);
  g_test_add_func ("/html/parts/nul", test_nul);
  g_test_add_func ("/html/parts/late-meta", test_late_meta);
  g_test_add_func ("/html/parts/labels", test_labels);
  g_test_add_func ("/html/parts/charset", test_charset);
  g_test_add_func ("/html/parts/utf16", test_utf16);
  g_test_add_func ("/html/parts/dates", test_dates);
  g_test_add_func ("/html/parts/date-in-address", test_date_in_address);
  g_test_add_func ("/html/parts/bylines", test_bylines);
  g_test_add_func ("/html/parts/titles", test_titles);
  g_test_add_func ("/html/parts/json", test_json);
  g_test_add_func ("/html/parts/addresses", test_addresses);
  g_test_add_func ("/html/parts/line", test_line_is_normal);
  return g_test_run ();
}
