/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-pdf-extract.h"

#include <glib/gi18n-lib.h>

#include "cut-blocks-html.h"
#include "cut-language-guess.h"
#include "cut-pdf-document.h"
#include "cut-pdf-facts.h"
#include "cut-pdf-furniture.h"
#include "cut-pdf-head.h"
#include "cut-pdf-order.h"
#include "cut-pdf-write.h"

#define UNREADABLE 5 /* one letter in so many that means nothing: the fonts do not say which letters they show */

/* The direction of most letters. */
static gboolean
reads_from_right (const CutPdfDocument *document)
{
  gsize left = 0, right = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      GPtrArray *lines = ((CutPdfPage *) g_ptr_array_index (document->pages, i))->lines;

      for (guint j = 0; j < lines->len; j++)
        for (const char *p = ((CutPdfLine *) g_ptr_array_index (lines, j))->text; *p != '\0'; p = g_utf8_next_char (p))
          switch ((int) g_unichar_get_script (g_utf8_get_char (p)))
            {
            case G_UNICODE_SCRIPT_ARABIC:
            case G_UNICODE_SCRIPT_HEBREW:
            case G_UNICODE_SCRIPT_SYRIAC:
            case G_UNICODE_SCRIPT_THAANA:
            case G_UNICODE_SCRIPT_NKO:
              right++;
              break;
            default:
              left += g_unichar_isalpha (g_utf8_get_char (p));
              break;
            }
    }
  return right > left;
}

static guint
count_empty (const CutPdfDocument *document)
{
  guint empty = 0;

  for (guint i = 0; i < document->pages->len; i++)
    empty += ((CutPdfPage *) g_ptr_array_index (document->pages, i))->lines->len == 0;
  return empty;
}

static gboolean
is_unreadable (const char *text)
{
  gsize letters = 0, without_meaning = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      letters++;
      without_meaning += type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED || g_utf8_get_char (p) == 0xfffd;
    }
  return without_meaning * UNREADABLE > letters;
}

/* What whoever cites from it has to know. */
static char *
make_warning (const CutPdfDocument *document,
              const CutArticle     *article)
{
  guint empty = count_empty (document);
  guint read = document->pages->len;

  if (*article->text == '\0')
    return g_strdup (_("This PDF has no text layer: its pages are pictures. It is kept as it came; to mark words in it, run it through "
                       "text recognition (OCR) and clip the result."));
  if (is_unreadable (article->text))
    return g_strdup (_("The fonts of this PDF do not say which letters they show, so much of its text cannot be read. Run it through text "
                       "recognition (OCR) and clip the result."));
  if (read < document->n_pages)
    return g_strdup_printf (ngettext ("This PDF has %u page; only the first %u were read.",
                                      "This PDF has %u pages; only the first %u were read.", document->n_pages),
                            document->n_pages, read);
  if (empty * 2 > read)
    return g_strdup_printf (ngettext ("%u page of this PDF has no text layer: it is a picture.",
                                      "%u pages of this PDF have no text layer: they are pictures.", empty),
                            empty);
  return NULL;
}

static void
write_title (CutArticle *article,
             char       *heading)
{
  if (article->title == NULL && heading != NULL)
    {
      article->title = heading;
      cut_article_set_origin (article, "title", "text");
    }
  else
    g_free (heading);
}

CutArticle *
cut_extract_pdf (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (CutPdfDocument) document = cut_pdf_document_read (bytes, error);
  g_autoptr (CutArticle) article = NULL;
  gboolean from_right;
  double body;

  if (document == NULL)
    return NULL;
  article = cut_article_new ();
  from_right = reads_from_right (document);
  cut_pdf_write_facts (document, article);
  cut_pdf_mark_furniture (document);
  body = cut_pdf_get_body_size (document);
  for (guint i = 0; i < document->pages->len; i++)
    {
      cut_pdf_order_page (g_ptr_array_index (document->pages, i), from_right);
      cut_pdf_mark_footnotes (g_ptr_array_index (document->pages, i), body);
    }
  write_title (article, cut_pdf_write (document, body, article->title, article));
  cut_pdf_read_head (article);
  cut_language_guess_for (article);
  article->html = cut_blocks_to_html (article->blocks, article->text);
  article->dir = from_right ? g_strdup ("rtl") : NULL;
  article->warning = make_warning (document, article);
  return g_steal_pointer (&article);
}
