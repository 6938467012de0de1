/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-pdf.h"

#include <string.h>

#define HEIGHT 842

/* Numbers of the objects before the pages' own. */
enum
{
  CATALOG = 1,
  PAGES,
  INFO,
  METADATA,
  FONT_1,
  FONT_2,
  FONT_3,
  ENCRYPT,
  FIRST_PAGE,
};

struct _CutTestPdf
{
  GPtrArray *pages; /* of GString: content */
  char *info;
  char *metadata;
  gboolean protected;
  GString *out;
  GArray *offsets;
};

static void
free_page (gpointer page)
{
  g_string_free (page, TRUE);
}

CutTestPdf *
cut_test_pdf_new (void)
{
  CutTestPdf *self = g_new0 (CutTestPdf, 1);

  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->info = g_strdup ("");
  self->metadata = g_strdup ("");
  self->out = g_string_new ("%PDF-1.4\n");
  self->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  cut_test_pdf_add_page (self);
  return self;
}

void
cut_test_pdf_free (CutTestPdf *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self->info);
  g_free (self->metadata);
  g_string_free (self->out, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

void
cut_test_pdf_add_page (CutTestPdf *self)
{
  g_ptr_array_add (self->pages, g_string_new (NULL));
}

void
cut_test_pdf_write (CutTestPdf *self,
                    int         font,
                    double      size,
                    double      x,
                    double      y,
                    const char *text)
{
  GString *page = g_ptr_array_index (self->pages, self->pages->len - 1);
  char places[3][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (page, "BT /F%d %s Tf %s %s Td (", font, g_ascii_formatd (places[0], sizeof places[0], "%.2f", size),
                          g_ascii_formatd (places[1], sizeof places[1], "%.2f", x),
                          g_ascii_formatd (places[2], sizeof places[2], "%.2f", HEIGHT - y));
  for (; *text != '\0'; text++)
    {
      if (strchr ("()\\", *text) != NULL)
        g_string_append_c (page, '\\');
      g_string_append_c (page, *text);
    }
  g_string_append (page, ") Tj ET\n");
}

double
cut_test_pdf_write_lines (CutTestPdf *self,
                          int         font,
                          double      size,
                          double      x,
                          double      y,
                          const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++, y += size * 1.2)
    cut_test_pdf_write (self, font, size, x, y, parts[i]);
  return y;
}

void
cut_test_pdf_set_info (CutTestPdf *self,
                       const char *entries)
{
  g_free (self->info);
  self->info = g_strdup (entries);
}

void
cut_test_pdf_set_metadata (CutTestPdf *self,
                           const char *xmp)
{
  g_free (self->metadata);
  self->metadata = g_strdup (xmp);
}

void
cut_test_pdf_set_protected (CutTestPdf *self)
{
  self->protected = TRUE;
}

static void G_GNUC_PRINTF (3, 4)
add_object (CutTestPdf *self,
            guint       number,
            const char *format,
            ...)
{
  g_autofree char *body = NULL;
  va_list args;

  va_start (args, format);
  body = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->offsets->len <= number)
    g_array_set_size (self->offsets, number + 1);
  g_array_index (self->offsets, gsize, number) = self->out->len;
  g_string_append_printf (self->out, "%u 0 obj\n%s\nendobj\n", number, body);
}

static void
add_pages (CutTestPdf *self)
{
  g_autoptr (GString) kids = g_string_new (NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const GString *content = g_ptr_array_index (self->pages, i);
      guint number = FIRST_PAGE + 2 * i;

      g_string_append_printf (kids, "%u 0 R ", number);
      add_object (self, number,
                  "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 %d] /Contents %u 0 R "
                  "/Resources << /Font << /F1 %d 0 R /F2 %d 0 R /F3 %d 0 R >> >> >>",
                  PAGES, HEIGHT, number + 1, FONT_1, FONT_2, FONT_3);
      add_object (self, number + 1, "<< /Length %u >>\nstream\n%s\nendstream", (guint) content->len, content->str);
    }
  add_object (self, PAGES, "<< /Type /Pages /Kids [%s] /Count %u >>", kids->str, self->pages->len);
}

static void
add_tail (CutTestPdf *self)
{
  gsize start = self->out->len;

  g_string_append_printf (self->out, "xref\n0 %u\n0000000000 65535 f \n", self->offsets->len);
  for (guint i = 1; i < self->offsets->len; i++)
    g_string_append_printf (self->out, "%010u 00000 n \n", (guint) g_array_index (self->offsets, gsize, i));
  g_string_append_printf (self->out, "trailer\n<< /Size %u /Root %d 0 R /Info %d 0 R ", self->offsets->len, CATALOG, INFO);
  if (self->protected)
    g_string_append_printf (self->out, "/Encrypt %d 0 R /ID [(0123456789abcdef) (0123456789abcdef)] ", ENCRYPT);
  g_string_append_printf (self->out, ">>\nstartxref\n%u\n%%%%EOF\n", (guint) start);
}

GBytes *
cut_test_pdf_finish (CutTestPdf *self)
{
  static const char *const fonts[] = { "Helvetica", "Helvetica-Bold", "Courier" };
  const char *key = "abcdefghijklmnopqrstuvwxyz012345";

  add_object (self, CATALOG, "<< /Type /Catalog /Pages %d 0 R %s >>", PAGES, *self->metadata != '\0' ? "/Metadata 4 0 R" : "");
  add_object (self, INFO, "<< %s >>", self->info);
  add_object (self, METADATA, "<< /Type /Metadata /Subtype /XML /Length %u >>\nstream\n%s\nendstream", (guint) strlen (self->metadata), self->metadata);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    add_object (self, FONT_1 + i, "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>", fonts[i]);
  add_object (self, ENCRYPT, "<< /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >>", key, key);
  add_pages (self);
  add_tail (self);
  return g_bytes_new (self->out->str, self->out->len);
}
