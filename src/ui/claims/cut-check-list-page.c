/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-check-list-page.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "cut-check-list-out.h"

#define BOX_EM 0.9  /* the box to tick, in letters' heights */
#define MARGIN 54.0 /* points, of a PDF: three quarters of an inch */

/* Something that stands on a page as one. */
typedef struct
{
  PangoLayout *layout; /* (owned) */
  double indent;
  double before;       /* room above, but at the top of a page */
  double height;
  gboolean box;        /* with a box to tick */
  gboolean starts;     /* on a page of its own with what follows: a heading is not left alone at the end of one */
  guint page;
  double y;
} Block;

struct _CutCheckListPages
{
  PangoContext *context; /* (owned) */
  GArray *blocks;        /* (element-type Block) */
  double width;
  double height;
  double em;
  guint n_pages;
  gboolean mirrored;
};

static void
block_clear (gpointer data)
{
  g_clear_object (&((Block *) data)->layout);
}

static PangoLayout *
make_layout (CutCheckListPages *self,
             const char        *text,
             const char        *font,
             double             width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static double
measure (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
add_block (CutCheckListPages *self,
           const char        *text,
           const char        *font,
           double             before,
           gboolean           box,
           gboolean           starts)
{
  Block block = { NULL, box ? self->em * 1.8 : 0, before, 0, box, starts, 0, 0 };

  block.layout = make_layout (self, text, font, self->width - block.indent);
  block.height = measure (block.layout);
  g_array_append_val (self->blocks, block);
}

static void
add_item (CutCheckListPages  *self,
          const CutCheckItem *item)
{
  g_autofree char *text = g_strjoin ("\n", item->gap->words, item->standing->text, item->gap->url, NULL);

  add_block (self, text, "Sans 10", self->em * 0.7, TRUE, FALSE);
}

static void
set_type (CutCheckListPages *self,
          GPtrArray         *items,
          const char        *title)
{
  g_autofree char *day = cut_check_list_describe_day (items);

  add_block (self, title, "Sans Bold 16", 0, FALSE, FALSE);
  add_block (self, day, "Sans 10", self->em * 0.3, FALSE, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      const CutCheckItem *item = g_ptr_array_index (items, i);
      const CutCheckItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;

      if (before == NULL || before->gap->urgency != item->gap->urgency)
        add_block (self, cut_urgency_get_label (item->gap->urgency), "Sans Bold 11", self->em * 1.5, FALSE, TRUE);
      add_item (self, item);
    }
}

/* The room that the block wants on its page: of a heading with the first item below it. */
static double
get_wanted (CutCheckListPages *self,
            guint              i)
{
  const Block *block = &g_array_index (self->blocks, Block, i);
  const Block *next = i + 1 < self->blocks->len ? &g_array_index (self->blocks, Block, i + 1) : NULL;

  return block->starts && next != NULL ? block->height + next->before + next->height : block->height;
}

static void
break_pages (CutCheckListPages *self)
{
  double room = self->height - self->em * 2; /* the number of the page stands below */
  double y = 0;

  self->n_pages = 1;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = &g_array_index (self->blocks, Block, i);

      if (y > 0 && y + block->before + get_wanted (self, i) > room)
        {
          self->n_pages++;
          y = 0;
        }
      block->page = self->n_pages - 1;
      block->y = y > 0 ? y + block->before : 0;
      y = block->y + block->height;
    }
}

CutCheckListPages *
cut_check_list_pages_new (GPtrArray    *items,
                          const char   *title,
                          PangoContext *context,
                          double        width,
                          double        height,
                          gboolean      mirrored)
{
  CutCheckListPages *self = g_new0 (CutCheckListPages, 1);
  g_autoptr (PangoLayout) letter = NULL;

  self->context = g_object_ref (context);
  pango_context_set_base_dir (context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, block_clear);
  self->width = width;
  self->height = height;
  self->mirrored = mirrored;
  letter = make_layout (self, "M", "Sans 10", width);
  self->em = measure (letter);
  set_type (self, items, title);
  break_pages (self);
  return self;
}

void
cut_check_list_pages_free (CutCheckListPages *self)
{
  g_array_unref (self->blocks);
  g_object_unref (self->context);
  g_free (self);
}

guint
cut_check_list_pages_count (CutCheckListPages *self)
{
  return self->n_pages;
}

static void
draw_block (CutCheckListPages *self,
            cairo_t           *cr,
            const Block       *block)
{
  double side = self->em * BOX_EM * 0.8;

  if (block->box)
    {
      cairo_set_line_width (cr, self->em / 14);
      cairo_rectangle (cr, self->mirrored ? self->width - side : self->em / 20, block->y + self->em * 0.15, side, side);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, self->mirrored ? 0 : block->indent, block->y);
  pango_cairo_show_layout (cr, block->layout);
}

static void
draw_number (CutCheckListPages *self,
             cairo_t           *cr,
             guint              page)
{
  /* Translators: the number of a page, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), page + 1, self->n_pages);
  g_autoptr (PangoLayout) layout = make_layout (self, text, "Sans 8", self->width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, self->height - self->em);
  pango_cairo_show_layout (cr, layout);
}

void
cut_check_list_pages_draw (CutCheckListPages *self,
                           cairo_t           *cr,
                           guint              page)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->page == page)
        draw_block (self, cr, block);
    }
  draw_number (self, cr, page);
}

/* PDF. */

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_pdf (GPtrArray  *items,
          const char *title,
          gboolean    mirrored,
          GByteArray *bytes)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);
  double width = gtk_paper_size_get_width (paper, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (paper, GTK_UNIT_POINTS);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (CutCheckListPages) pages = NULL;
  cairo_status_t status;

  /* One unit is a point here. */
  pango_cairo_context_set_resolution (context, 72);
  pages = cut_check_list_pages_new (items, title, context, width - 2 * MARGIN, height - 2 * MARGIN, mirrored);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (guint i = 0; i < pages->n_pages; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      cut_check_list_pages_draw (pages, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

GBytes *
cut_check_list_to_pdf (GPtrArray   *items,
                       const char  *title,
                       gboolean     mirrored,
                       GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = draw_pdf (items, title, mirrored, bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be made: %s"), cairo_status_to_string (status));
  return NULL;
}
