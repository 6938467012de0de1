/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-reader-pictures.h"

#include <glib/gi18n-lib.h>

#include "cut-limits.h"
#include "cut-picture-loader.h"

#define DECODE_WIDTH 1600 /* twice the widest usual column: sharp on a dense screen */
#define MAX_HEIGHT_EMS 28 /* a tall picture must leave room for words */
#define MISSING_EMS 5     /* height of the words in the place of a picture */

typedef struct
{
  guint offset;      /* of the line it stands above */
  gboolean after;    /* nothing follows: it stands below the last line */
  char *sha256;      /* (owned) (nullable): NULL where it was not kept */
  char *alt;         /* (owned) (nullable) */
  GtkWidget *widget; /* (nullable): overlay of the text view, with the picture in it */
  GtkTextTag *gap;   /* (nullable): of the buffer's table */
  double aspect;     /* width by height */
  int x, y;          /* where it was last put */
  int width;         /* of the decoded picture */
  gboolean missing;  /* words in its place */
} Picture;

struct _CutReaderPictures
{
  CutReaderText *text;   /* outlives this */
  CutNotebook *notebook; /* (owned) */
  CutPage *page;         /* (owned) (nullable) */
  GPtrArray *pictures;   /* (owned) (element-type Picture) */
  GPtrArray *spare;      /* (owned) (element-type GtkWidget): overlays with nothing in them */
  guint next;            /* the first not yet asked for */
  GCancellable *loading; /* (owned) (nullable) */
  guint place_source;
};

typedef struct
{
  CutReaderPictures *self; /* valid unless the cancellable was cancelled */
  GCancellable *cancellable;
} Call;

static void load_next (CutReaderPictures *self);

static void
picture_free (Picture *picture)
{
  g_free (picture->sha256);
  g_free (picture->alt);
  g_free (picture);
}

static GtkTextBuffer *
get_buffer (CutReaderPictures *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

/* Geometry. */

static void
get_size (CutReaderPictures *self,
          const Picture     *picture,
          int               *width,
          int               *height)
{
  int x, column, em;

  cut_reader_text_get_column (self->text, &x, &column, &em);
  if (picture->missing)
    {
      /* As wide as the column is now: it may have had no width yet when the words were made. */
      *width = MAX (column, 1);
      *height = em * MISSING_EMS;
      return;
    }
  *width = MAX (1, MIN (column, picture->width));
  *height = (int) (*width / picture->aspect);
  if (*height > em * MAX_HEIGHT_EMS)
    {
      *height = em * MAX_HEIGHT_EMS;
      *width = (int) (*height * picture->aspect);
    }
}

static void
place_picture (CutReaderPictures *self,
               Picture           *picture)
{
  int width, height, x, column, em, line_y, line_height, gap;
  GtkTextIter iter;

  get_size (self, picture, &width, &height);
  cut_reader_text_get_column (self->text, &x, &column, &em);
  gtk_widget_set_size_request (picture->widget, width, height);
  g_object_get (picture->gap, picture->after ? "pixels-below-lines" : "pixels-above-lines", &gap, NULL);
  if (gap != height + em)
    g_object_set (picture->gap, picture->after ? "pixels-below-lines" : "pixels-above-lines", height + em, NULL);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, (int) picture->offset);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->text), &iter, &line_y, &line_height);
  if (picture->after)
    line_y += line_height - height - em;
  x += (column - width) / 2;
  line_y += em / 2;
  if (x == picture->x && line_y == picture->y)
    return;
  picture->x = x;
  picture->y = line_y;
  gtk_text_view_move_overlay (GTK_TEXT_VIEW (self->text), picture->widget, x, line_y);
}

static gboolean
place_cb (gpointer data)
{
  CutReaderPictures *self = data;

  self->place_source = 0;
  for (guint i = 0; i < self->pictures->len; i++)
    {
      Picture *picture = g_ptr_array_index (self->pictures, i);

      if (picture->widget != NULL)
        place_picture (self, picture);
    }
  return G_SOURCE_REMOVE;
}

void
cut_reader_pictures_place (CutReaderPictures *self)
{
  /* After the layout, not within it: moving a child asks for another layout. */
  if (self->place_source == 0 && self->pictures->len > 0)
    self->place_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, place_cb, self, NULL);
}

/* Showing. */

static void
make_gap (CutReaderPictures *self,
          Picture           *picture)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) picture->offset);
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  gtk_text_iter_forward_line (&end);
  picture->gap = gtk_text_buffer_create_tag (buffer, NULL, picture->after ? "pixels-below-lines" : "pixels-above-lines",
                                             0, NULL);
  gtk_text_buffer_apply_tag (buffer, picture->gap, &start, &end);
}

/* GTK 4.8 never lets go of an overlay: gtk_text_view_remove() knows only children at anchors. So the
 * overlays are kept, emptied and used again. */
static GtkWidget *
take_holder (CutReaderPictures *self)
{
  GtkWidget *holder;

  if (self->spare->len > 0)
    {
      holder = g_ptr_array_steal_index (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (holder, TRUE);
      return holder;
    }
  holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self->text), holder, 0, 0);
  return holder;
}

static void
give_back_holder (CutReaderPictures *self,
                  GtkWidget         *holder)
{
  GtkWidget *child = gtk_widget_get_first_child (holder);

  if (child != NULL)
    gtk_box_remove (GTK_BOX (holder), child);
  gtk_widget_set_visible (holder, FALSE);
  g_ptr_array_add (self->spare, holder);
}

static void
show_picture (CutReaderPictures *self,
              Picture           *picture,
              GtkWidget         *widget,
              int                width,
              int                height)
{
  picture->widget = take_holder (self);
  picture->x = picture->y = -1;
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (picture->widget), widget);
  picture->width = width;
  picture->aspect = (double) width / MAX (height, 1);
  make_gap (self, picture);
  cut_reader_pictures_place (self);
}

static const char *
get_alt (const Picture *picture)
{
  return picture->alt != NULL && *picture->alt != '\0' ? picture->alt : _("Picture");
}

static void
show_texture (CutReaderPictures *self,
              Picture           *picture,
              GdkTexture        *texture)
{
  GtkWidget *widget = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_widget_add_css_class (widget, "reader-picture");
  gtk_picture_set_can_shrink (GTK_PICTURE (widget), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (widget), get_alt (picture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, get_alt (picture), -1);
  show_picture (self, picture, widget, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
}

static void
show_missing (CutReaderPictures *self,
              Picture           *picture,
              const char        *reason)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", get_alt (picture), reason);
  GtkWidget *widget = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
  gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (widget), 3);
  gtk_widget_add_css_class (widget, "text-frame");
  gtk_widget_add_css_class (widget, "dim-label");
  picture->missing = TRUE;
  show_picture (self, picture, widget, 1, 1);
}

/* Loading. */

static Call *
call_new (CutReaderPictures *self)
{
  Call *call = g_new0 (Call, 1);

  call->self = self;
  call->cancellable = g_object_ref (self->loading);
  return call;
}

/* Returns: (nullable): whose answer it is, unless nobody waits any more */
static CutReaderPictures *
call_end (Call *call)
{
  CutReaderPictures *self = g_cancellable_is_cancelled (call->cancellable) ? NULL : call->self;

  g_object_unref (call->cancellable);
  g_free (call);
  return self;
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  CutReaderPictures *self = call_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = cut_picture_load_finish (result, &error);

  if (self == NULL)
    return;
  if (texture != NULL)
    show_texture (self, g_ptr_array_index (self->pictures, self->next), texture);
  else
    show_missing (self, g_ptr_array_index (self->pictures, self->next), error->message);
  g_clear_object (&self->loading);
  self->next++;
  load_next (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CutReaderPictures *self = call_end (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cut_notebook_blob_finish (CUT_NOTEBOOK (source), result, &error);

  if (self == NULL)
    return;
  if (bytes != NULL)
    {
      cut_picture_load_async (bytes, DECODE_WIDTH, self->loading, decoded_cb, call_new (self));
      return;
    }
  show_missing (self, g_ptr_array_index (self->pictures, self->next), error->message);
  g_clear_object (&self->loading);
  self->next++;
  load_next (self);
}

static gboolean
is_line_there (CutReaderPictures *self,
               const Picture     *picture)
{
  guint filled = cut_reader_text_get_filled (self->text);

  return filled > picture->offset || filled >= self->page->length;
}

static void
load_next (CutReaderPictures *self)
{
  while (self->loading == NULL && self->next < self->pictures->len)
    {
      Picture *picture = g_ptr_array_index (self->pictures, self->next);

      if (!is_line_there (self, picture))
        return;
      if (picture->sha256 != NULL)
        {
          self->loading = g_cancellable_new ();
          cut_notebook_blob_async (self->notebook, picture->sha256, self->loading, read_cb, call_new (self));
          return;
        }
      show_missing (self, picture, _("The picture was not kept"));
      self->next++;
    }
}

void
cut_reader_pictures_filled (CutReaderPictures *self)
{
  if (self->page != NULL)
    load_next (self);
}

static Picture *
picture_new (const CutPage  *page,
             const CutBlock *block)
{
  Picture *picture = g_new0 (Picture, 1);
  GHashTable *images = page->reading->images;

  picture->offset = MIN (block->start, page->length);
  picture->after = block->start >= page->length && page->length > 0;
  if (picture->after)
    picture->offset = page->length - 1;
  picture->sha256 = g_strdup (images != NULL ? g_hash_table_lookup (images, block->image) : NULL);
  picture->alt = g_strdup (block->alt);
  return picture;
}

static void
clear_page (CutReaderPictures *self)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (get_buffer (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      Picture *picture = g_ptr_array_index (self->pictures, i);

      if (picture->widget != NULL)
        give_back_holder (self, picture->widget);
      if (picture->gap != NULL)
        gtk_text_tag_table_remove (tags, picture->gap);
    }
  g_ptr_array_set_size (self->pictures, 0);
  self->next = 0;
}

void
cut_reader_pictures_set_page (CutReaderPictures *self,
                              CutPage           *page)
{
  clear_page (self);
  g_clear_pointer (&self->page, cut_page_unref);
  if (page == NULL)
    return;
  self->page = cut_page_ref (page);
  for (guint i = 0; i < page->reading->blocks->len && self->pictures->len < CUT_LIMIT_IMAGES; i++)
    {
      const CutBlock *block = g_ptr_array_index (page->reading->blocks, i);

      if (block->image != NULL)
        g_ptr_array_add (self->pictures, picture_new (page, block));
    }
  load_next (self);
}

CutReaderPictures *
cut_reader_pictures_new (CutReaderText *text,
                         CutNotebook   *notebook)
{
  CutReaderPictures *self = g_new0 (CutReaderPictures, 1);

  self->text = text;
  self->notebook = g_object_ref (notebook);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) picture_free);
  self->spare = g_ptr_array_new ();
  return self;
}

void
cut_reader_pictures_free (CutReaderPictures *self)
{
  clear_page (self);
  g_clear_handle_id (&self->place_source, g_source_remove);
  g_clear_pointer (&self->page, cut_page_unref);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->spare);
  g_object_unref (self->notebook);
  g_free (self);
}
