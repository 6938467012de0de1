/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-pdf-document.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"

/* Between two letters of one line, in letter heights: what is further apart stands in two columns or cells. */
#define WIDE_GAP 1.8
#define WORD_GAP 0.3 /* of the size: no letters of one word stand so far apart, though there is no space between them */

CutPdfLine *
cut_pdf_line_new (const char *text,
                  double      x0,
                  double      y0,
                  double      x1,
                  double      y1,
                  double      size)
{
  CutPdfLine *self = g_new0 (CutPdfLine, 1);

  self->text = g_strdup (text);
  self->x0 = x0;
  self->y0 = y0;
  self->x1 = x1;
  self->y1 = y1;
  self->size = size;
  return self;
}

void
cut_pdf_line_free (CutPdfLine *self)
{
  g_free (self->text);
  g_free (self);
}

CutPdfPage *
cut_pdf_page_new (double width,
                  double height)
{
  CutPdfPage *self = g_new0 (CutPdfPage, 1);

  self->width = width;
  self->height = height;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_pdf_line_free);
  return self;
}

void
cut_pdf_page_free (CutPdfPage *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

CutPdfDocument *
cut_pdf_document_new (void)
{
  CutPdfDocument *self = g_new0 (CutPdfDocument, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_pdf_page_free);
  return self;
}

void
cut_pdf_document_free (CutPdfDocument *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->created);
  g_free (self->modified);
  g_free (self->metadata);
  g_free (self);
}

/* Lines. */

typedef struct
{
  GPtrArray *lines;
  GString *text;
  double x0, y0, x1, y1;
  double size;
  guint letters;
  guint bold;
  guint fixed;
} Writer;

typedef enum
{
  STYLE_PLAIN = 0,
  STYLE_BOLD = 1 << 0,
  STYLE_FIXED = 1 << 1,
} Style;

/* What stands upright at the edge (the stamp of an archive) is no text of the page. */
static gboolean
stands_upright (const Writer *self)
{
  return self->letters > 3 && self->y1 - self->y0 > 2 * (self->x1 - self->x0);
}

static void
end_line (Writer *self)
{
  CutPdfLine *line;

  if (self->letters > 0)
    {
      line = cut_pdf_line_new (self->text->str, self->x0, self->y0, self->x1, self->y1, self->size / self->letters);
      line->bold = self->bold * 2 > self->letters;
      line->fixed = self->fixed * 2 > self->letters;
      line->use = stands_upright (self) ? CUT_PDF_FURNITURE : CUT_PDF_BODY;
      g_ptr_array_add (self->lines, line);
    }
  g_string_truncate (self->text, 0);
  self->size = 0;
  self->letters = self->bold = self->fixed = 0;
}

static void
add_letter (Writer                  *self,
            gunichar                 letter,
            const PopplerRectangle  *at,
            double                   size,
            guint                    style)
{
  gboolean first = self->letters == 0;

  if (!first && (at->x1 - self->x1 > WIDE_GAP * size || at->x1 < self->x0 - WIDE_GAP * size) && size > 0)
    {
      end_line (self);
      first = TRUE;
    }
  else if (!first && at->x1 - self->x1 > WORD_GAP * size && size > 0 && self->text->str[self->text->len - 1] != ' ')
    g_string_append_c (self->text, ' ');
  self->x0 = first ? at->x1 : MIN (self->x0, at->x1);
  self->y0 = first ? at->y1 : MIN (self->y0, at->y1);
  self->x1 = first ? at->x2 : MAX (self->x1, at->x2);
  self->y1 = first ? at->y2 : MAX (self->y1, at->y2);
  self->size += size;
  self->letters++;
  self->bold += (style & STYLE_BOLD) != 0;
  self->fixed += (style & STYLE_FIXED) != 0;
  g_string_append_unichar (self->text, letter);
}

/* A font's name is all that says how its letters look. */
static guint
style_of (const PopplerTextAttributes *attributes)
{
  static const struct
  {
    const char *word;
    Style style;
  } words[] = {
    { "bold", STYLE_BOLD },   { "black", STYLE_BOLD },  { "heavy", STYLE_BOLD },        { "courier", STYLE_FIXED },
    { "mono", STYLE_FIXED },  { "consol", STYLE_FIXED }, { "typewriter", STYLE_FIXED }, { "cmtt", STYLE_FIXED },
  };
  g_autofree char *name = attributes != NULL && attributes->font_name != NULL ? g_ascii_strdown (attributes->font_name, -1) : NULL;
  guint style = STYLE_PLAIN;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i].word) != NULL)
      style |= words[i].style;
  return style;
}

/* The text, and for each of its letters where it stands and how it looks: in the lists that poppler gives. */
static void
read_letters (Writer                 *writer,
              const char             *text,
              const PopplerRectangle *places,
              guint                   n_places,
              GList                  *styles)
{
  const GList *at = styles;
  guint style = style_of (at != NULL ? at->data : NULL);
  guint i = 0;

  for (const char *p = text; *p != '\0' && i < n_places; p = g_utf8_next_char (p), i++)
    {
      const PopplerTextAttributes *now = at != NULL ? at->data : NULL;
      gunichar letter = g_utf8_get_char (p);

      if (now != NULL && (int) i > now->end_index && at->next != NULL)
        {
          at = at->next;
          now = at->data;
          style = style_of (now);
        }
      if (letter == '\n')
        end_line (writer);
      else if (g_unichar_isspace (letter) && letter != 0xa0)
        g_string_append_c (writer->text, ' ');
      else
        add_letter (writer, letter, &places[i], now != NULL ? now->font_size : 0, style);
    }
  end_line (writer);
}

static void
read_words (PopplerPage *source,
            CutPdfPage  *page)
{
  g_autofree char *text = poppler_page_get_text (source);
  g_autofree PopplerRectangle *places = NULL;
  g_autoptr (GString) buffer = g_string_new (NULL);
  Writer writer = { .text = buffer, .lines = page->lines };
  guint n_places = 0;
  GList *styles;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !poppler_page_get_text_layout (source, &places, &n_places))
    return;
  styles = poppler_page_get_text_attributes (source);
  read_letters (&writer, text, places, n_places, styles);
  poppler_page_free_text_attributes (styles);
}

static CutPdfPage *
read_page (PopplerDocument *document,
           int              number)
{
  PopplerPage *source = poppler_document_get_page (document, number);
  double width = 0, height = 0;
  CutPdfPage *page;

  if (source == NULL)
    return cut_pdf_page_new (0, 0);
  poppler_page_get_size (source, &width, &height);
  page = cut_pdf_page_new (width, height);
  read_words (source, page);
  g_object_unref (source);
  return page;
}

/* What the file says of itself. */

static char *
take_words (char *words)
{
  g_autofree char *given = words;
  char *valid = given != NULL ? g_utf8_make_valid (given, -1) : NULL;

  if (valid != NULL && *g_strstrip (valid) == '\0')
    g_clear_pointer (&valid, g_free);
  return valid;
}

static char *
take_date (GDateTime *date)
{
  g_autoptr (GDateTime) given = date;

  /* GLib's own form leaves out the minutes of a zone, which others need (RFC 3339). */
  if (given == NULL)
    return NULL;
  return g_date_time_format (given, g_date_time_get_utc_offset (given) == 0 ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
}

static void
read_info (CutPdfDocument  *self,
           PopplerDocument *document)
{
  self->title = take_words (poppler_document_get_title (document));
  self->author = take_words (poppler_document_get_author (document));
  self->subject = take_words (poppler_document_get_subject (document));
  self->keywords = take_words (poppler_document_get_keywords (document));
  self->created = take_date (poppler_document_get_creation_date_time (document));
  self->modified = take_date (poppler_document_get_modification_date_time (document));
  self->metadata = take_words (poppler_document_get_metadata (document));
}

static void
say_why (const GError  *failure,
         GError       **error)
{
  if (g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
                         _("This PDF is protected with a password. Open it in a document viewer, print it into a new PDF and clip that."));
  else
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
                         _("This PDF is damaged and cannot be read. Fetch it again, or print it into a new PDF and clip that."));
}

static CutPdfDocument *
read_document (PopplerDocument *document)
{
  CutPdfDocument *self = cut_pdf_document_new ();

  self->n_pages = (guint) poppler_document_get_n_pages (document);
  read_info (self, document);
  for (guint i = 0; i < MIN (self->n_pages, CUT_LIMIT_PAGES); i++)
    g_ptr_array_add (self->pages, read_page (document, (int) i));
  return self;
}

CutPdfDocument *
cut_pdf_document_read (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (GError) failure = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &failure);
  CutPdfDocument *self = NULL;

  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    self = read_document (document);
  else
    say_why (failure, error);
  g_clear_object (&document);
  return self;
}
