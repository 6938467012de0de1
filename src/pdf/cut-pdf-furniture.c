/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-furniture.h"

#include <math.h>
#include <string.h>

#include "cut-normal.h"

#define MARGIN 0.15        /* of the page's height: furniture lies within it of the upper or lower edge */
#define SAME_PLACE 8.0     /* points */
#define ENOUGH_PAGES 3     /* that a running head stands on, of a long document */
#define LONGEST_NUMBER 40  /* bytes of a line that is a page's number */
#define SMALLER 0.93       /* times the body's size: a footnote */
#define FOOTNOTES_FROM 0.4 /* of the page's height */

static CutPdfLine *
line_at (GPtrArray *lines,
         guint      i)
{
  return g_ptr_array_index (lines, i);
}

static gboolean
is_in_margin (const CutPdfPage *page,
              const CutPdfLine *line)
{
  return line->y1 < page->height * MARGIN || line->y0 > page->height * (1 - MARGIN);
}

/* Page numbers. */

gboolean
cut_pdf_is_page_number (const char *text)
{
  static const char pattern[] = "^[\\s\\-–—|·\\[(]*(?:page|pg\\.?|p\\.?|seite|s\\.|página|pág\\.?|pagina|pag\\.?|sida|side|strona|str\\.)?\\s*"
                                "(?:\\d{1,4}|[ivxlc]{1,7})"
                                "(?:\\s*(?:/|\\||of|von|sur|de|di|van|av|af|z)\\s*\\d{1,4})?[\\s\\-–—|·\\])]*$";

  return strlen (text) <= LONGEST_NUMBER && g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

/* What stands on the page further out than anything else, up or down. */
static gboolean
is_outermost (const CutPdfPage *page,
              const CutPdfLine *line)
{
  gboolean upper = line->y1 < page->height / 2;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const CutPdfLine *other = line_at (page->lines, i);

      if (other->use != CUT_PDF_FURNITURE && (upper ? other->y1 < line->y0 : other->y0 > line->y1))
        return FALSE;
    }
  return TRUE;
}

/* Running heads and feet. */

/* The words of a line with a # for every number. */
static char *
make_key (const char *text)
{
  g_autofree char *clean = cut_normal_line (text, -1);
  g_autofree char *folded = g_utf8_casefold (clean, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isdigit (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
    else if (key->len == 0 || key->str[key->len - 1] != '#')
      g_string_append_c (key, '#');
  return g_string_free (key, FALSE);
}

typedef struct
{
  CutPdfLine *line;
  guint page;
} Place;

static void
add_places (GHashTable *places,
            CutPdfPage *page,
            guint       number)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      Place place = { line_at (page->lines, i), number };
      g_autofree char *key = NULL;
      GArray *same;

      if (!is_in_margin (page, place.line))
        continue;
      key = make_key (place.line->text);
      same = g_hash_table_lookup (places, key);
      if (same == NULL)
        g_hash_table_insert (places, g_steal_pointer (&key), same = g_array_new (FALSE, FALSE, sizeof (Place)));
      g_array_append_val (same, place);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->line->y0 != other->line->y0)
    return one->line->y0 < other->line->y0 ? -1 : 1;
  return (one->page > other->page) - (one->page < other->page);
}

/* Those of @places that stand at one height, from the top, on enough pages. */
static void
mark_repeated (GArray *places,
               guint   enough)
{
  g_array_sort (places, compare_places);
  for (guint from = 0, until; from < places->len; from = until)
    {
      double top = g_array_index (places, Place, from).line->y0;
      g_autoptr (GHashTable) pages = g_hash_table_new (NULL, NULL);

      for (until = from; until < places->len && g_array_index (places, Place, until).line->y0 - top <= SAME_PLACE; until++)
        g_hash_table_add (pages, GUINT_TO_POINTER (g_array_index (places, Place, until).page + 1));
      for (guint i = from; i < until && g_hash_table_size (pages) >= enough; i++)
        g_array_index (places, Place, i).line->use = CUT_PDF_FURNITURE;
    }
}

static void
mark_page_numbers (CutPdfPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      CutPdfLine *line = line_at (page->lines, i);

      if (is_in_margin (page, line) && cut_pdf_is_page_number (line->text) && is_outermost (page, line))
        line->use = CUT_PDF_FURNITURE;
    }
}

void
cut_pdf_mark_furniture (CutPdfDocument *document)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint n_pages = document->pages->len;
  guint enough = MAX (2, MIN (ENOUGH_PAGES, (n_pages + 1) / 2));
  GHashTableIter iter;
  gpointer key, same;

  for (guint i = 0; i < n_pages; i++)
    add_places (places, g_ptr_array_index (document->pages, i), i);
  g_hash_table_iter_init (&iter, places);
  /* Where a number goes on from page to page, two are enough. */
  while (g_hash_table_iter_next (&iter, &key, &same))
    mark_repeated (same, strchr (key, '#') != NULL ? 2 : enough);
  for (guint i = 0; i < n_pages; i++)
    mark_page_numbers (g_ptr_array_index (document->pages, i));
}

/* The body. */

double
cut_pdf_get_body_size (CutPdfDocument *document)
{
  gsize letters[512] = { 0 }; /* by half points */
  guint most = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      GPtrArray *lines = ((CutPdfPage *) g_ptr_array_index (document->pages, i))->lines;
      const guint n_sizes = G_N_ELEMENTS (letters);

      for (guint j = 0; j < lines->len; j++)
        {
          const CutPdfLine *line = line_at (lines, j);
          double half_points = rint (line->size * 2);

          if (line->use == CUT_PDF_BODY && half_points > 0 && half_points < n_sizes)
            letters[(guint) half_points] += strlen (line->text);
        }
    }
  for (guint i = 1; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] > letters[most])
      most = i;
  return most / 2.0;
}

/* Footnotes. */

static gboolean
begins_footnote (const char *text)
{
  return g_regex_match_simple ("^\\s*(?:\\d{1,3}|\\[\\d{1,3}\\]|[*†‡§¶]{1,3}|[⁰¹²³⁴-⁹]{1,3})[.)]?\\s*\\p{L}", text, 0, 0) ||
         g_regex_match_simple ("^\\s*(?:\\d{1,3}|\\[\\d{1,3}\\]|[*†‡§¶]{1,3}|[⁰¹²³⁴-⁹]{1,3})[.)]?\\s+\\S", text, 0, 0);
}

static gboolean
may_be_footnote (const CutPdfPage *page,
                 const CutPdfLine *line,
                 double            body)
{
  return line->use == CUT_PDF_BODY && line->size > 0 && line->size < body * SMALLER && line->y0 > page->height * FOOTNOTES_FROM;
}

/* The small lines before @end, which ends a column, from the first that has a mark. */
static void
mark_before (CutPdfPage *page,
             guint       end,
             double      body)
{
  guint column = line_at (page->lines, end - 1)->column;
  guint first = end;

  for (guint i = end; i-- > 0 && line_at (page->lines, i)->column == column;)
    {
      CutPdfLine *line = line_at (page->lines, i);

      if (line->use == CUT_PDF_FURNITURE)
        continue;
      if (!may_be_footnote (page, line, body))
        break;
      if (begins_footnote (line->text))
        first = i;
    }
  for (guint i = first; i < end; i++)
    if (line_at (page->lines, i)->use == CUT_PDF_BODY)
      line_at (page->lines, i)->use = CUT_PDF_FOOTNOTE;
}

void
cut_pdf_mark_footnotes (CutPdfPage *page,
                        double      body)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 1; page->lines->len > 0 && i <= page->lines->len; i++)
    if (i == page->lines->len || line_at (page->lines, i)->column != line_at (page->lines, i - 1)->column)
      mark_before (page, i, body);
  for (guint i = 0; i < page->lines->len; i++)
    g_ptr_array_add (line_at (page->lines, i)->use == CUT_PDF_FOOTNOTE ? notes : rest, line_at (page->lines, i));
  if (notes->len == 0)
    return;
  g_ptr_array_extend (rest, notes, NULL, NULL);
  memcpy (page->lines->pdata, rest->pdata, rest->len * sizeof (gpointer));
}
