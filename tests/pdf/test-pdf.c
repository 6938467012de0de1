/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-normal.h"
#include "cut-pdf-extract.h"
#include "cut-test-pdf.h"

#define LEFT 72.0
#define RIGHT 310.0

static CutArticle *
extract (CutTestPdf *pdf)
{
  g_autoptr (GBytes) bytes = cut_test_pdf_finish (pdf);
  g_autoptr (GError) error = NULL;
  CutArticle *article = cut_extract_pdf (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (cut_normal_is_reader_text (article->text));
  return article;
}

static void
assert_counted (const CutArticle *article,
                const char       *expected)
{
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);

  g_assert_cmpstr (text, ==, expected);
}

static const CutBlock *
block_at (const CutArticle *article,
          guint             i)
{
  g_assert_cmpuint (i, <, article->blocks->len);
  return g_ptr_array_index (article->blocks, i);
}

static void
assert_block (const CutArticle *article,
              guint             i,
              CutBlockKind      kind,
              CutBlockRole      role,
              guint             page,
              const char       *text)
{
  const CutBlock *block = block_at (article, i);
  g_autofree char *line = g_utf8_substring (article->text, block->start, block->end);

  g_assert_cmpstr (line, ==, text);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpint (block->role, ==, role);
  g_assert_cmpuint (block->page, ==, page);
}

#define STORY "The board of the harbour at Norrvik knew of a second tank that leaked in the spring, and|" \
              "told nobody of it until the minutes of its meeting were found by this paper on Tuesday.|" \
              "Two of its officials knew it earlier, as the minutes say, and neither of them was asked."

/* What stands between a title and its story: @head, parted by "|", with a line's space between. */
static CutArticle *
extract_under (const char *head,
               const char *info)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_auto (GStrv) lines = g_strsplit (head, "|", -1);
  double y = 120;

  if (info != NULL)
    cut_test_pdf_set_info (pdf, info);
  cut_test_pdf_write (pdf, 2, 20, LEFT, 80, "Harbour board admits second leak in March");
  for (char **line = lines; *line != NULL; line++, y += 30)
    cut_test_pdf_write_lines (pdf, 1, 10, LEFT, y, *line);
  cut_test_pdf_write_lines (pdf, 1, 10, LEFT, y, STORY);
  return extract (pdf);
}

static void
assert_head (const char *head,
             const char *info,
             const char *authors,
             const char *published)
{
  g_autoptr (CutArticle) article = extract_under (head, info);
  g_autofree char *found = article->authors != NULL ? g_strjoinv (" | ", article->authors) : NULL;
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);

  g_assert_cmpstr (article->title, ==, "Harbour board admits second leak in March");
  g_assert_cmpstr (found, ==, authors);
  g_assert_cmpstr (article->published != NULL ? cut_date_get_value (article->published) : NULL, ==, published);
  g_assert_nonnull (strstr (text, "The board of the harbour at Norrvik knew of a second tank"));
}

/* Who wrote it, and when, where the page says so. */
static void
test_head (void)
{
  static const char secretary[] = "/Author (Office 12) /CreationDate (D:20240402093000+02'00')";

  assert_head ("By Ada Kell and Bo Riis|12 March 2024", secretary, "Ada Kell | Bo Riis", "2024-03-12");
  assert_head ("Von Ada Kell|3. April 2024", NULL, "Ada Kell", "2024-04-03");
  assert_head ("Par Ada Kell|Publi\xE9 le 12 mars 2024", NULL, "Ada Kell", "2024-03-12");
  assert_head ("Ada Kell|March 12, 2024", NULL, "Ada Kell", "2024-03-12");
  assert_head ("Ada Kell1, Bo Riis2*", NULL, "Ada Kell | Bo Riis", NULL);
  assert_head ("Ada Kell|Senior reporter, Norrvik", NULL, "Ada Kell", NULL);
  assert_head ("A tank leaked twice at the quay, and the harbour said nothing of it to anybody who lives there.|By Ada Kell", NULL, "Ada Kell", NULL);
  assert_head ("Received 12 January 2024; accepted 3 April 2024", NULL, NULL, NULL);
  assert_head ("March 2024", secretary, "Office 12", "2024-03");
  assert_head ("April 2024", secretary, "Office 12", "2024-04-02T09:30:00+02:00");
  /* The file has the hour of that day; an organisation and two words alone are nobody. */
  assert_head ("2 April 2024", secretary, "Office 12", "2024-04-02T09:30:00+02:00");
  assert_head ("Harbour Board|12 March 2024", NULL, NULL, "2024-03-12");
  assert_head ("Second Leak", NULL, NULL, NULL);
  /* Nor are subtitles and what kind of paper it is. */
  assert_head ("Lessons Learned and Next Steps", NULL, NULL, NULL);
  assert_head ("Climate Change, Public Health", NULL, NULL, NULL);
  assert_head ("Policy Brief|12 March 2024", NULL, NULL, "2024-03-12");
  assert_head ("White Paper|12 March 2024", NULL, NULL, "2024-03-12");
  assert_head ("Executive Summary and Lessons Learned|12 March 2024", NULL, NULL, "2024-03-12");
  assert_head ("Ada Kell and Bo Riis|12 March 2024", NULL, "Ada Kell | Bo Riis", "2024-03-12");
  assert_head ("Ada Kell and Bo Riis|Harbour correspondent", NULL, "Ada Kell | Bo Riis", NULL);
  assert_head ("12 March 2024|Ada Kell and Bo Riis", NULL, "Ada Kell | Bo Riis", "2024-03-12");
  assert_head ("Ada Kell*, Bo Riis", NULL, "Ada Kell | Bo Riis", NULL);
}

/* The second line of a numbered item stands behind the number, and is no paragraph of its own. */
static void
test_hanging (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_write (pdf, 1, 10, LEFT, 120, "The board of the harbour at Norrvik made two decisions on that Tuesday in the old hall:");
  cut_test_pdf_write (pdf, 1, 10, LEFT, 140, "1. The second of the tanks, which leaked in the spring, is to be emptied before the end");
  cut_test_pdf_write (pdf, 1, 10, LEFT + 12, 152, "of the month, and nobody is told of it.");
  cut_test_pdf_write (pdf, 1, 10, LEFT, 170, "2. The minutes are kept.");
  article = extract (pdf);
  assert_counted (article, "The board of the harbour at Norrvik made two decisions on that Tuesday in the old hall:\n"
                           "1. The second of the tanks, which leaked in the spring, is to be emptied before the end of the month, and nobody is told of it.\n"
                           "2. The minutes are kept.");
}

/* The lines of the head are no part of the text, and a story that names a day keeps it. */
static void
test_head_roles (void)
{
  g_autoptr (CutArticle) article = extract_under ("By Ada Kell|12 March 2024|On 14 March 2024 the second of the tanks was emptied.", NULL);

  assert_block (article, 1, CUT_BLOCK_PARAGRAPH, CUT_ROLE_BYLINE, 1, "By Ada Kell");
  assert_block (article, 2, CUT_BLOCK_PARAGRAPH, CUT_ROLE_BYLINE, 1, "12 March 2024");
  assert_block (article, 3, CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 1, "On 14 March 2024 the second of the tanks was emptied.");
  g_assert_cmpstr (article->byline, ==, "Ada Kell");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "authors"), ==, "text");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "published"), ==, "text");
}

/* Two columns below a headline over both, lines of the one at the heights of the other's. */
static void
test_columns (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_write (pdf, 1, 20, LEFT, 80, "Harbour board admits second leak in March");
  cut_test_pdf_write_lines (pdf, 1, 10, LEFT, 130,
                            "The board of the harbour at Norrvik knew of|a second tank that leaked in the spring, and|"
                            "told nobody of it until the minutes were|found by this paper on Tuesday.");
  cut_test_pdf_write_lines (pdf, 1, 10, RIGHT, 130,
                            "Two of its officials knew it earlier, as the|minutes say, and neither of them was asked|"
                            "to report on it or to warn those who live|beside the tank.");
  article = extract (pdf);
  assert_block (article, 0, CUT_BLOCK_HEADING, CUT_ROLE_TITLE, 1, "Harbour board admits second leak in March");
  assert_counted (article, "The board of the harbour at Norrvik knew of a second tank that leaked in the spring, and told nobody of it until "
                           "the minutes were found by this paper on Tuesday.\n"
                           "Two of its officials knew it earlier, as the minutes say, and neither of them was asked to report on it or to warn "
                           "those who live beside the tank.");
  g_assert_cmpstr (article->title, ==, "Harbour board admits second leak in March");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "title"), ==, "text");
  g_assert_null (article->warning);
}

/* A sentence that goes on in the next column, with a note at the foot of the first. */
static void
test_over_columns (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_write_lines (pdf, 1, 10, LEFT, 600,
                            "The inspector of the yard wrote in her report|that nobody had looked at the valves since|"
                            "the year in which the owner changed, and|that the board of the harbour, which is to");
  cut_test_pdf_write_lines (pdf, 1, 7, LEFT, 700, "1 Report of the yard's inspector to the board,|which was not published.");
  cut_test_pdf_write_lines (pdf, 1, 10, RIGHT, 600,
                            "look after them, had put off the inspection|three times in those years without giving|"
                            "any reason for it, which it was bound to do|by its own rules of procedure.");
  article = extract (pdf);
  assert_counted (article, "The inspector of the yard wrote in her report that nobody had looked at the valves since the year in which the owner "
                           "changed, and that the board of the harbour, which is to look after them, had put off the inspection three times in "
                           "those years without giving any reason for it, which it was bound to do by its own rules of procedure.\n"
                           "1 Report of the yard's inspector to the board, which was not published.");
}

static void
test_paragraphs (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;
  double y;

  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 100, "The first paragraph has two lines of which|the second is short.");
  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT, y, "The second begins after a short line, and");
  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT, y, "it is as long as that.");
  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT + 20, y, "The third is indented where it begins,");
  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT, y, "and goes on over one more line of text");
  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, y + 12, "The fourth stands off from that.|\225 An item|\225 Another item");
  article = extract (pdf);
  assert_counted (article, "The first paragraph has two lines of which the second is short.\n"
                           "The second begins after a short line, and it is as long as that.\n"
                           "The third is indented where it begins, and goes on over one more line of text\n"
                           "The fourth stands off from that.\nAn item\nAnother item");
  g_assert_cmpint (block_at (article, 4)->kind, ==, CUT_BLOCK_LIST_ITEM);
}

static void
test_hyphens (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 100,
                            "They agreed to co-|operate with the well-known consul-|tant, who had asked a well-|known firm and the Anglo-|"
                            "American bank about the state-of-the-|art pump of the years 2019-|20 that was found in the 16-|year-old store.");
  article = extract (pdf);
  assert_counted (article, "They agreed to cooperate with the well-known consultant, who had asked a well-known firm and the Anglo-American bank "
                           "about the state-of-the-art pump of the years 2019-20 that was found in the 16-year-old store.");
}

static void
test_headings (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_write (pdf, 2, 24, LEFT, 90, "Report on the harbour");
  cut_test_pdf_write (pdf, 2, 15, LEFT, 140, "What was found");
  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 165, "The tanks were not looked at for the whole of eleven years.");
  cut_test_pdf_write (pdf, 2, 11, LEFT, 200, "Where");
  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 220, "All of them stand on the northern quay, beside the old store.");
  article = extract (pdf);
  assert_block (article, 0, CUT_BLOCK_HEADING, CUT_ROLE_TITLE, 1, "Report on the harbour");
  assert_block (article, 1, CUT_BLOCK_HEADING, CUT_ROLE_BODY, 1, "What was found");
  assert_block (article, 3, CUT_BLOCK_HEADING, CUT_ROLE_BODY, 1, "Where");
  g_assert_cmpuint (block_at (article, 1)->level, ==, 2);
  g_assert_cmpuint (block_at (article, 3)->level, ==, 3);
}

/* What counts as HTML, with the numbers of the pages, and the language of its words. */
static void
test_html (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;
  double y;

  cut_test_pdf_write (pdf, 2, 24, LEFT, 90, "Report on the harbour");
  cut_test_pdf_write (pdf, 2, 15, LEFT, 140, "What was found & why");
  y = cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 165, "The tanks were not looked at for the whole of eleven years.");
  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, y + 12, "\225 A tank of the year 1961|\225 Another of the year 1974");
  cut_test_pdf_add_page (pdf);
  cut_test_pdf_write (pdf, 1, 11, LEFT, 100, "All of them stand on the northern quay, beside the old store <of> 1950.");
  article = extract (pdf);
  g_assert_cmpstr (article->html, ==,
                   "<h2 data-page=\"1\">What was found &amp; why</h2>\n"
                   "<p>The tanks were not looked at for the whole of eleven years.</p>\n"
                   "<ul><li>A tank of the year 1961</li><li>Another of the year 1974</li></ul>\n"
                   "<p data-page=\"2\">All of them stand on the northern quay, beside the old store &lt;of&gt; 1950.</p>\n");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "language"), ==, "text");
}

/* Heads, feet and numbers on every page; a line of the body at the same height is none. */
static void
test_furniture (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *body = g_strdup_printf ("Body of page %s, which says something about the tanks.", i == 1 ? "one" : i == 2 ? "two" : "three");

      if (i > 1)
        cut_test_pdf_add_page (pdf);
      cut_test_pdf_write (pdf, 1, 9, LEFT, 40, "Harbour inquiry, final report");
      cut_test_pdf_write (pdf, 1, 11, LEFT, 100, body);
      cut_test_pdf_write (pdf, 1, 9, 290, 810, number);
    }
  article = extract (pdf);
  assert_counted (article, "Body of page one, which says something about the tanks.\nBody of page two, which says something about the tanks.\n"
                           "Body of page three, which says something about the tanks.");
  assert_block (article, 0, CUT_BLOCK_PARAGRAPH, CUT_ROLE_FURNITURE, 1, "Harbour inquiry, final report");
  assert_block (article, 1, CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 1, "Body of page one, which says something about the tanks.");
  assert_block (article, 2, CUT_BLOCK_PARAGRAPH, CUT_ROLE_FURNITURE, 1, "1");
  assert_block (article, 8, CUT_BLOCK_PARAGRAPH, CUT_ROLE_FURNITURE, 3, "3");
}

static void
test_table (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;
  const char *const rows[][3] = { { "Tank", "Year", "Litres" }, { "North", "2011", "40" }, { "South", "2014", "75" }, { "East", "2016", "20" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < 3; j++)
      cut_test_pdf_write (pdf, 1, 11, LEFT + 120 * j, 100 + 14 * i, rows[i][j]);
  article = extract (pdf);
  assert_counted (article, "Tank Year Litres\nNorth 2011 40\nSouth 2014 75\nEast 2016 20");
}

/* Facts. */

#define XMP(inner)                                                                                                     \
  "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"                             \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/' "      \
  "xmlns:xmp='http://ns.adobe.com/xap/1.0/'>" inner "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"

static void
test_facts (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_set_info (pdf, "/Title (The Leak) /Author (Ada Kell; Bo Riis) /CreationDate (D:20240312093000+02'00') /Keywords (tank, harbour)");
  cut_test_pdf_write (pdf, 1, 20, LEFT, 100, "The Leak");
  cut_test_pdf_write (pdf, 1, 11, LEFT, 140, "Nobody had been told of it when the minutes were found.");
  article = extract (pdf);
  g_assert_cmpstr (article->title, ==, "The Leak");
  g_assert_cmpstr (article->authors[0], ==, "Ada Kell");
  g_assert_cmpstr (article->authors[1], ==, "Bo Riis");
  g_assert_cmpstr (article->keywords[1], ==, "harbour");
  g_assert_true (g_str_has_prefix (cut_date_get_value (article->published), "2024-03-12T09:30:00") ||
                 g_str_has_prefix (cut_date_get_value (article->published), "2024-03-12T07:30:00Z"));
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "published"), ==, "pdf");
  g_assert_cmpint (block_at (article, 0)->role, ==, CUT_ROLE_TITLE);
}

static void
test_xmp (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_set_info (pdf, "/Title (Microsoft Word - draft3.docx) /Author (Windows User)");
  cut_test_pdf_set_metadata (pdf, XMP ("<rdf:Description xmp:CreateDate='2024-03-12T09:30:00+02:00'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>"
                                       "The leak &amp; the board</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Kell</rdf:li>"
                                       "<rdf:li>Riis, Bo</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag>"
                                       "</dc:language><dc:publisher><rdf:Bag><rdf:li>Norrvik Press</rdf:li></rdf:Bag></dc:publisher></rdf:Description>"));
  cut_test_pdf_write (pdf, 1, 11, LEFT, 140, "Nobody had been told of it when the minutes were found.");
  article = extract (pdf);
  g_assert_cmpstr (article->title, ==, "The leak & the board");
  g_assert_cmpstr (article->byline, ==, "Ada Kell, Riis, Bo");
  g_assert_cmpstr (article->language, ==, "en-GB");
  g_assert_cmpstr (article->publisher, ==, "Norrvik Press");
  g_assert_cmpstr (cut_date_get_value (article->published), ==, "2024-03-12T09:30:00+02:00");
}

static void
test_made_up_title (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_set_info (pdf, "/Title (Microsoft Word - draft3.docx) /Author (user)");
  cut_test_pdf_write (pdf, 1, 22, LEFT, 100, "What the board knew");
  cut_test_pdf_write (pdf, 1, 11, LEFT, 140, "Nobody had been told of it when the minutes were found.");
  article = extract (pdf);
  g_assert_cmpstr (article->title, ==, "What the board knew");
  g_assert_null (article->authors);
}

/* Files that are not as they should be. */

static void
test_no_text (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (CutArticle) article = NULL;

  cut_test_pdf_set_info (pdf, "/Title (A scanned letter)");
  article = extract (pdf);
  g_assert_cmpstr (article->text, ==, "");
  g_assert_cmpstr (article->title, ==, "A scanned letter");
  g_assert_nonnull (strstr (article->warning, "no text layer"));
}

static void
assert_refused (GBytes     *bytes,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_extract_pdf (bytes, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_protected (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (GBytes) bytes = NULL;

  cut_test_pdf_write (pdf, 1, 11, LEFT, 100, "Nobody may read this.");
  cut_test_pdf_set_protected (pdf);
  bytes = cut_test_pdf_finish (pdf);
  assert_refused (bytes, "password");
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4\nnothing follows", 23);

  assert_refused (bytes, "damaged");
}

/* Wherever it breaks off, it is an article or an error; poppler rebuilds what it can. */
static void
test_truncated (void)
{
  g_autoptr (CutTestPdf) pdf = cut_test_pdf_new ();
  g_autoptr (GBytes) whole = NULL;

  cut_test_pdf_write_lines (pdf, 1, 11, LEFT, 100, "The first line of a file that will be cut|and the second.");
  whole = cut_test_pdf_finish (pdf);
  for (gsize length = 0; length < g_bytes_get_size (whole); length += 37)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) article = cut_extract_pdf (part, &error);

      g_assert_true ((article == NULL) == (error != NULL));
    }
}

/* Pages that hold themselves, and a count that no file holds. */
static void
test_cyclic (void)
{
  static const char *const files[] = {
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n",
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999999 99999999] /Contents 3 0 R >>\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) article = cut_extract_pdf (bytes, &error);

      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        g_assert_nonnull (article->warning);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/columns", test_columns);
  g_test_add_func ("/pdf/over-columns", test_over_columns);
  g_test_add_func ("/pdf/paragraphs", test_paragraphs);
  g_test_add_func ("/pdf/hyphens", test_hyphens);
  g_test_add_func ("/pdf/headings", test_headings);
  g_test_add_func ("/pdf/html", test_html);
  g_test_add_func ("/pdf/furniture", test_furniture);
  g_test_add_func ("/pdf/table", test_table);
  g_test_add_func ("/pdf/head", test_head);
  g_test_add_func ("/pdf/head-roles", test_head_roles);
  g_test_add_func ("/pdf/hanging", test_hanging);
  g_test_add_func ("/pdf/facts", test_facts);
  g_test_add_func ("/pdf/xmp", test_xmp);
  g_test_add_func ("/pdf/made-up-title", test_made_up_title);
  g_test_add_func ("/pdf/no-text", test_no_text);
  g_test_add_func ("/pdf/protected", test_protected);
  g_test_add_func ("/pdf/no-pdf", test_no_pdf);
  g_test_add_func ("/pdf/truncated", test_truncated);
  g_test_add_func ("/pdf/cyclic", test_cyclic);
  return g_test_run ();
}
