/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-reader-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution.h"
#include "cut-capture.h"
#include "cut-frame.h"
#include "cut-palette.h"
#include "cut-placement.h"
#include "cut-reader-keys.h"
#include "cut-reader-link.h"
#include "cut-reader-view-private.h"
#include "cut-selection-bar.h"

#define SPINNER_AFTER_MS 300   /* what is quicker needs no spinner */

enum
{
  PROP_0,
  PROP_CLIP_ID,
  PROP_READING,
  PROP_TEXT_SCALE,
  PROP_SHOW_FURNITURE,
  PROP_SHOW_PROPOSALS,
  PROP_POSITION,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  ANNOTATION_ACTIVATED,
  PROPOSAL_ACTIVATED,
  OPEN_ID,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutReaderView, cut_reader_view, GTK_TYPE_WIDGET)

static void start_reading (CutReaderView *self);

/* Marks and the caret. */

void
cut_reader_view_activate (CutReaderView *self,
                          const char    *id,
                          gboolean       edit)
{
  g_free (self->entered);
  self->entered = g_strdup (id);
  cut_reader_text_set_active (self->text, id);
  g_signal_emit (self, signals[ANNOTATION_ACTIVATED], 0, id, edit);
}

void
cut_reader_view_activate_proposal (CutReaderView *self,
                                   guint          start,
                                   gboolean       focus)
{
  g_signal_emit (self, signals[PROPOSAL_ACTIVATED], 0, start, focus);
}

static void
show_furniture_at (CutReaderView *self,
                   guint          offset)
{
  const CutBlock *block = cut_page_get_block (self->page, offset);

  if (block != NULL && cut_page_hides (self->page, block))
    g_object_set (self, "show-furniture", TRUE, NULL);
}

static void
go_to_mark (CutReaderView *self,
            const CutMark *mark)
{
  show_furniture_at (self, mark->start);
  self->moving = TRUE;
  cut_reader_text_show_range (self->text, mark->start, mark->end, TRUE);
  self->moving = FALSE;
  g_free (self->entered);
  self->entered = g_strdup (cut_record_get_id (CUT_RECORD (mark->annotation)));
  cut_reader_text_set_active (self->text, self->entered);
}

static void
try_awaited_words (CutReaderView *self)
{
  g_autofree char *clip = NULL;

  if (self->awaited_clip == NULL || self->awaited_end > cut_reader_text_get_filled (self->text)
      || strcmp (cut_record_get_id (self->page->reading->clip), self->awaited_clip) != 0)
    return;
  clip = g_steal_pointer (&self->awaited_clip);
  cut_reader_view_select (self, self->awaited_start, self->awaited_end);
  /* Not where the selection bar will be. */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text), gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text))),
                                0, TRUE, 0, 0.3);
}

static void
try_awaited (CutReaderView *self)
{
  g_autofree char *id = NULL;
  const CutMark *mark = self->awaited != NULL ? cut_page_find_mark (self->page, self->awaited) : NULL;

  try_awaited_words (self);
  if (mark == NULL || mark->end > cut_reader_text_get_filled (self->text))
    return;
  id = g_steal_pointer (&self->awaited);
  if (self->awaited_made)
    cut_reader_view_activate (self, id, self->awaited_edit);
  else
    go_to_mark (self, mark);
}

void
cut_reader_view_await (CutReaderView *self,
                       const char    *id,
                       gboolean       edit,
                       gboolean       made)
{
  g_free (self->awaited);
  self->awaited = g_strdup (id);
  self->awaited_edit = edit;
  self->awaited_made = made;
  if (self->page != NULL)
    try_awaited (self);
}

static void
enter_mark (CutReaderView *self)
{
  const CutMark *mark = cut_page_find_mark_at (self->page, cut_reader_text_get_caret (self->text));
  const char *id = mark != NULL ? cut_record_get_id (CUT_RECORD (mark->annotation)) : NULL;

  if (id == NULL)
    cut_reader_view_enter_proposal (self);
  if (g_strcmp0 (id, self->entered) == 0)
    return;
  if (id != NULL)
    {
      cut_reader_view_activate (self, id, FALSE);
      return;
    }
  g_clear_pointer (&self->entered, g_free);
  cut_reader_text_set_active (self->text, NULL);
}

static gboolean
bar_cb (gpointer data)
{
  CutReaderView *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean selected = self->page != NULL && cut_reader_view_get_selection (self, NULL, NULL);
  gboolean here = focus != NULL && gtk_widget_is_ancestor (focus, self->overlay);

  self->bar_source = 0;
  gtk_widget_set_visible (self->selection_bar, selected && here && !cut_notebook_is_read_only (self->notebook));
  gtk_widget_queue_allocate (self->overlay);
  return G_SOURCE_REMOVE;
}

static void
update_bar (CutReaderView *self)
{
  if (self->bar_source == 0 && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    self->bar_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, bar_cb, self, NULL);
}

static void
mark_set_cb (CutReaderView     *self,
             const GtkTextIter *iter,
             GtkTextMark       *mark,
             GtkTextBuffer     *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  update_bar (self);
  cut_block_toggle_update (self->toggle);
  if (!self->moving && self->page != NULL && !gtk_text_buffer_get_has_selection (buffer)
      && gtk_widget_is_focus (GTK_WIDGET (self->text)))
    enter_mark (self);
}

/* The bar stands under the end of the selection, or above its start where there is no room. */
static gboolean
place_bar_cb (CutReaderView *self,
              GtkWidget     *child,
              GdkRectangle  *place,
              GtkOverlay    *overlay)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (overlay));
  GtkTextIter start, end;
  GdkRectangle first, last;
  int y, x;

  if (child != self->selection_bar)
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place->width, NULL, NULL);
  place->width = MIN (place->width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, NULL, &place->height, NULL, NULL);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &end, &last);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->text), GTK_TEXT_WINDOW_WIDGET, last.x,
                                         last.y + last.height + 8, &x, &y);
  if (y + place->height > height)
    gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->text), GTK_TEXT_WINDOW_WIDGET, first.x,
                                           first.y - place->height - 8, &x, &y);
  place->x = CLAMP (x - place->width / 2, 0, MAX (0, width - place->width));
  place->y = CLAMP (y, 0, MAX (0, height - place->height));
  return TRUE;
}

/* Showing. */

static void
set_loading (CutReaderView *self,
             gboolean       loading)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  if (!loading)
    gtk_widget_set_visible (self->spinner, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gboolean
spinner_cb (gpointer data)
{
  CutReaderView *self = data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

/* Where a clip was left is where it opens again. */
static void
leave_place (CutReaderView *self)
{
  if (self->page != NULL)
    g_hash_table_insert (self->places, g_strdup (cut_record_get_id (self->page->reading->clip)),
                         GUINT_TO_POINTER (cut_reader_text_get_top (self->text)));
}

/* Returns: the first code point in view of the clip that was asked for, which may not be there yet */
static guint
get_place (CutReaderView *self)
{
  if (self->page == NULL || g_strcmp0 (cut_record_get_id (self->page->reading->clip), self->id) == 0)
    return cut_reader_text_get_top (self->text);
  return self->id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, self->id)) : 0;
}

static void
return_to_place (CutReaderView *self)
{
  gpointer place;

  if (g_hash_table_lookup_extended (self->places, cut_record_get_id (self->page->reading->clip), NULL, &place))
    cut_reader_text_set_top (self->text, GPOINTER_TO_UINT (place));
}

static void
show_page (CutReaderView *self,
           CutPage       *page)
{
  g_autoptr (CutPage) before = g_steal_pointer (&self->page);
  gboolean other;

  self->page = cut_page_ref (page);
  other = before == NULL || cut_record_get_id (before->reading->capture) == NULL
          || g_strcmp0 (cut_record_get_id (before->reading->capture), cut_record_get_id (page->reading->capture)) != 0
          || !g_str_equal (before->reading->text, page->reading->text);
  if (other)
    {
      g_clear_pointer (&self->entered, g_free);
      cut_reader_view_set_proposals (self, NULL);
      cut_reader_pictures_set_page (self->pictures, NULL);
    }
  gtk_widget_set_visible (self->status, FALSE);
  cut_reader_head_set_reading (self->head, page->reading);
  cut_reader_banner_set_reading (self->banner, page->reading);
  self->moving = TRUE;
  cut_reader_text_set_page (self->text, page);
  self->moving = FALSE;
  if (before == NULL || g_strcmp0 (cut_record_get_id (before->reading->clip), cut_record_get_id (page->reading->clip)) != 0)
    return_to_place (self);
  if (other)
    {
      cut_reader_pictures_set_page (self->pictures, page);
      cut_find_bar_refresh (self->find_bar);
    }
  cut_block_toggle_update (self->toggle);
  try_awaited (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
show_nothing (CutReaderView *self)
{
  g_clear_pointer (&self->page, cut_page_unref);
  g_clear_pointer (&self->entered, g_free);
  cut_reader_pictures_set_page (self->pictures, NULL);
  cut_reader_head_set_reading (self->head, NULL);
  cut_reader_banner_set_reading (self->banner, NULL);
  cut_reader_text_set_page (self->text, NULL);
  cut_find_bar_close (self->find_bar);
  cut_reader_view_set_proposals (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
show_status (CutReaderView *self,
             const char    *icon,
             const char    *title,
             const char    *description,
             gboolean       retry)
{
  GtkWidget *button = NULL;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), description);
  if (retry)
    {
      button = gtk_button_new_with_mnemonic (_("_Try Again"));
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (start_reading), self);
    }
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), button);
  gtk_widget_set_visible (self->status, TRUE);
}

static void
show_empty (CutReaderView *self)
{
  show_status (self, "document-open-recent-symbolic", _("Nothing Open"),
               _("Choose a clip from the list to read and mark it."), FALSE);
}

static void
show_error (CutReaderView *self,
            const GError  *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  show_nothing (self);
  show_status (self, "dialog-warning-symbolic", _("This Clip Cannot Be Shown"), escaped, TRUE);
}

/* Reading. */

static void
finish_reading (CutReaderView *self)
{
  g_clear_object (&self->opening);
  set_loading (self, FALSE);
  if (self->stale)
    start_reading (self);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, cut_page_new (task_data), (GDestroyNotify) cut_page_unref);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  CutReaderView *self = CUT_READER_VIEW (source);
  g_autoptr (CutPage) page = user_data;

  if (!cut_frame_wait_finish (result, NULL))
    return;
  show_page (self, page);
  finish_reading (self);
}

static gboolean
shows_clip_of (CutReaderView *self,
               CutPage       *page)
{
  return self->page != NULL
         && g_strcmp0 (cut_record_get_id (self->page->reading->clip), cut_record_get_id (page->reading->clip)) == 0;
}

/* The list may change with the same act that brings another clip; what is shown already changes at once. */
static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutReaderView) self = user_data;
  g_autoptr (CutPage) page = g_task_propagate_pointer (G_TASK (result), NULL);

  if (page == NULL)
    return;
  if (!shows_clip_of (self, page))
    {
      cut_frame_wait_async (GTK_WIDGET (self), self->opening, drawn_cb, g_steal_pointer (&page));
      return;
    }
  show_page (self, page);
  finish_reading (self);
}

static void
prepare (CutReaderView *self,
         CutReading    *reading)
{
  /* Not the task's source, whose last reference might be given up in the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, self->opening, prepared_cb, g_object_ref (self));

  g_task_set_source_tag (task, prepare);
  g_task_set_task_data (task, cut_reading_ref (reading), (GDestroyNotify) cut_reading_unref);
  g_task_run_in_thread (task, prepare_thread);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutReaderView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutReading) reading = cut_notebook_read_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    {
      show_error (self, error);
      finish_reading (self);
      return;
    }
  prepare (self, reading);
}

static void
stop_reading (CutReaderView *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->stale = FALSE;
}

static void
start_reading (CutReaderView *self)
{
  stop_reading (self);
  if (self->id == NULL)
    return;
  self->opening = g_cancellable_new ();
  set_loading (self, TRUE);
  if (self->page == NULL)
    self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, spinner_cb, self);
  cut_notebook_read_async (self->notebook, self->id, self->opening, read_cb, g_object_ref (self));
}

/* Whether what is shown looks different after @change. */
static gboolean
concerns (CutReaderView   *self,
          const CutChange *change)
{
  CutReading *reading = self->page != NULL ? self->page->reading : NULL;
  const char *clip;

  if (reading == NULL || change->record == NULL || cut_reading_find (reading, change->id) != NULL)
    return TRUE;
  clip = cut_record_get_id (reading->clip);
  switch ((int) change->kind)
    {
    case CUT_KIND_CLIP:
      return g_strcmp0 (change->id, clip) == 0;
    case CUT_KIND_ANNOTATION:
      return g_strcmp0 (cut_annotation_get_clip (CUT_ANNOTATION (change->record)), clip) == 0;
    case CUT_KIND_CAPTURE:
      return g_strcmp0 (cut_capture_get_clip (CUT_CAPTURE (change->record)), clip) == 0;
    case CUT_KIND_ATTRIBUTION:
      return cut_reading_find (reading, cut_attribution_get_claim (CUT_ATTRIBUTION (change->record))) != NULL;
    case CUT_KIND_PLACEMENT:
      return cut_reading_find (reading, cut_placement_get_annotation (CUT_PLACEMENT (change->record))) != NULL;
    default:
      return FALSE;
    }
}

static void
changed_cb (CutReaderView *self,
            GPtrArray     *changes)
{
  gboolean any = FALSE;

  for (guint i = 0; self->id != NULL && i < changes->len && !any; i++)
    any = concerns (self, g_ptr_array_index (changes, i));
  if (!any)
    return;
  /* A reading under way may have begun before the change: it is shown, then followed by another. */
  if (self->opening != NULL)
    self->stale = TRUE;
  else
    start_reading (self);
}

static void
filled_cb (CutReaderView *self)
{
  cut_reader_pictures_filled (self->pictures);
  if (self->page != NULL)
    try_awaited (self);
  cut_find_bar_text_filled (self->find_bar);
}

static void
laid_out_cb (CutReaderView *self)
{
  cut_reader_pictures_place (self->pictures);
  cut_block_toggle_update (self->toggle);
  update_bar (self);
}

static void
open_id_cb (CutReaderView *self,
            const char    *id)
{
  g_signal_emit (self, signals[OPEN_ID], 0, id);
}

/* Class. */

static gboolean
cut_reader_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CUT_READER_VIEW (widget)->text));
}

static void
set_show_proposals (CutReaderView *self,
                    gboolean       show)
{
  if (self->show_proposals == show)
    return;
  self->show_proposals = show;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PROPOSALS]);
}

static void
set_show_furniture (CutReaderView *self,
                    gboolean       show)
{
  if (self->show_furniture == show)
    return;
  self->show_furniture = show;
  cut_reader_text_set_show_furniture (self->text, show);
  cut_find_bar_refresh (self->find_bar);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_FURNITURE]);
}

static void
set_text_scale (CutReaderView *self,
                double         scale)
{
  if (self->text_scale == scale)
    return;
  self->text_scale = scale;
  cut_reader_text_set_scale (self->text, scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

static void
cut_reader_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CutReaderView *self = CUT_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_TEXT_SCALE:
      set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_SHOW_FURNITURE:
      set_show_furniture (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PROPOSALS:
      set_show_proposals (self, g_value_get_boolean (value));
      break;
    case PROP_POSITION:
      cut_reader_text_set_top (self->text, (guint) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cut_reader_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CutReaderView *self = CUT_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_CLIP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_READING:
      g_value_set_boxed (value, cut_reader_view_get_reading (self));
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_SHOW_FURNITURE:
      g_value_set_boolean (value, self->show_furniture);
      break;
    case PROP_SHOW_PROPOSALS:
      g_value_set_boolean (value, self->show_proposals);
      break;
    case PROP_POSITION:
      g_value_set_int (value, (int) get_place (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->opening != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cut_reader_view_dispose (GObject *object)
{
  CutReaderView *self = CUT_READER_VIEW (object);

  stop_reading (self);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->bar_source, g_source_remove);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  if (self->text != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->text, self);
      g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), self);
      cut_find_bar_set_text (self->find_bar, NULL);
    }
  g_clear_pointer (&self->pictures, cut_reader_pictures_free);
  g_clear_pointer (&self->toggle, cut_block_toggle_free);
  self->text = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->page, cut_page_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->entered, g_free);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->awaited_clip, g_free);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_reader_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CLIP_ID] = g_param_spec_string ("clip-id", NULL, NULL, NULL, readable);
  properties[PROP_READING] = g_param_spec_boxed ("reading", NULL, NULL, CUT_TYPE_READING, readable);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 3.0, 1.0, both);
  properties[PROP_SHOW_FURNITURE] = g_param_spec_boolean ("show-furniture", NULL, NULL, FALSE, both);
  properties[PROP_SHOW_PROPOSALS] = g_param_spec_boolean ("show-proposals", NULL, NULL, TRUE, both);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, 0, G_MAXINT, 0, both);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_reader_view_class_init (CutReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cut_reader_view_set_property;
  object_class->get_property = cut_reader_view_get_property;
  object_class->dispose = cut_reader_view_dispose;
  widget_class->grab_focus = cut_reader_view_grab_focus;
  install_properties (object_class);
  signals[ANNOTATION_ACTIVATED] = g_signal_new ("annotation-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[PROPOSAL_ACTIVATED] = g_signal_new ("proposal-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[OPEN_ID] = g_signal_new ("open-id", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_MAIN);
  cut_reader_view_install_actions (widget_class);
}

static void
build_text (CutReaderView *self)
{
  GtkWidget *text = cut_reader_text_new ();
  GtkTextView *view = GTK_TEXT_VIEW (text);
  g_autoptr (GMenuModel) menu = cut_reader_view_new_menu ();

  self->text = CUT_READER_TEXT (text);
  self->head = CUT_READER_HEAD (cut_reader_head_new ());
  cut_reader_text_set_head (self->text, GTK_WIDGET (self->head));
  gtk_text_view_set_extra_menu (view, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Article text"), -1);
  cut_reader_keys_add (view);
  cut_reader_link_add (self->text);
  g_signal_connect_swapped (text, "filled", G_CALLBACK (filled_cb), self);
  g_signal_connect_swapped (text, "laid-out", G_CALLBACK (laid_out_cb), self);
  g_signal_connect_swapped (text, "notify::has-focus", G_CALLBACK (update_bar), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "mark-set", G_CALLBACK (mark_set_cb), self);
  g_signal_connect_swapped (self->head, "open-id", G_CALLBACK (open_id_cb), self);
  g_signal_connect_swapped (self->head, "date-given", G_CALLBACK (cut_reader_view_set_published), self);
}

static void
build_overlay (CutReaderView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "value-changed",
                            G_CALLBACK (gtk_widget_queue_allocate), self->overlay);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scrolled);
  self->selection_bar = cut_selection_bar_new ();
  gtk_widget_set_visible (self->selection_bar, FALSE);
  self->status = adw_status_page_new ();
  gtk_widget_add_css_class (self->status, "background");
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, "visible", FALSE, "halign", GTK_ALIGN_CENTER,
                                "valign", GTK_ALIGN_CENTER, "width-request", 32, "height-request", 32, NULL);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->selection_bar);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->status);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->spinner);
  g_signal_connect_swapped (self->overlay, "get-child-position", G_CALLBACK (place_bar_cb), self);
}

static void
cut_reader_view_init (CutReaderView *self)
{
  /* Templates need the palette's resources. */
  cut_palette_get (gdk_display_get_default ());
  self->text_scale = 1.0;
  self->show_proposals = TRUE;
  self->entered_proposal = G_MAXUINT;
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->overlay = gtk_overlay_new ();
  self->find_bar = CUT_FIND_BAR (cut_find_bar_new ());
  self->banner = CUT_READER_BANNER (cut_reader_banner_new ());
  build_text (self);
  build_overlay (self);
  cut_find_bar_set_text (self->find_bar, self->text);
  g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (cut_reader_view_focus_text), self);
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->find_bar));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (self->box), self->overlay);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  cut_reader_head_set_reading (self->head, NULL);
  show_empty (self);
}

GtkWidget *
cut_reader_view_new (CutNotebook *notebook)
{
  CutReaderView *self;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (notebook), NULL);
  self = g_object_new (CUT_TYPE_READER_VIEW, NULL);
  self->notebook = g_object_ref (notebook);
  cut_reader_head_set_notebook (self->head, notebook);
  self->pictures = cut_reader_pictures_new (self->text, notebook);
  if (cut_notebook_is_read_only (notebook))
    cut_reader_view_forbid_changes (self);
  else
    self->toggle = cut_block_toggle_new (self->text);
  g_signal_connect_swapped (notebook, "changed", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}

void
cut_reader_view_open (CutReaderView *self,
                      const char    *id)
{
  g_return_if_fail (CUT_IS_READER_VIEW (self));
  if (g_strcmp0 (self->id, id) == 0)
    return;
  leave_place (self);
  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_pointer (&self->awaited_clip, g_free);
  if (id == NULL)
    {
      stop_reading (self);
      set_loading (self, FALSE);
      show_nothing (self);
      show_empty (self);
    }
  else
    {
      start_reading (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLIP_ID]);
}

void
cut_reader_view_set_search (CutReaderView *self,
                            const char    *search,
                            const char    *languages,
                            const char    *words)
{
  g_return_if_fail (CUT_IS_READER_VIEW (self));

  cut_find_bar_set_search (self->find_bar, search, languages, words);
  /* What is being read is looked through when it is there. */
  if (self->page != NULL && self->opening == NULL)
    cut_find_bar_refresh (self->find_bar);
}

void
cut_reader_view_show_reading (CutReaderView *self,
                              CutReading    *reading)
{
  g_autoptr (CutPage) page = cut_page_new (reading);

  if (self->id == NULL)
    self->id = g_strdup (cut_record_get_id (reading->clip));
  show_page (self, page);
}

void
cut_reader_view_show_annotation (CutReaderView *self,
                                 const char    *id)
{
  cut_reader_view_await (self, id, FALSE, FALSE);
}

void
cut_reader_view_show_words (CutReaderView *self,
                            const char    *clip,
                            guint          start,
                            guint          end)
{
  g_return_if_fail (CUT_IS_READER_VIEW (self) && clip != NULL && start < end);

  g_free (self->awaited_clip);
  self->awaited_clip = g_strdup (clip);
  self->awaited_start = start;
  self->awaited_end = end;
  if (self->page != NULL)
    try_awaited_words (self);
}

CutReading *
cut_reader_view_get_reading (CutReaderView *self)
{
  return self->page != NULL ? self->page->reading : NULL;
}

gboolean
cut_reader_view_get_selection (CutReaderView *self,
                               guint         *start,
                               guint         *end)
{
  GtkTextIter from, to;

  if (self->page == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &from, &to))
    return FALSE;
  if (start != NULL)
    *start = (guint) gtk_text_iter_get_offset (&from);
  if (end != NULL)
    *end = (guint) gtk_text_iter_get_offset (&to);
  return TRUE;
}

void
cut_reader_view_select (CutReaderView *self,
                        guint          start,
                        guint          end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter from, to;

  if (self->page == NULL || end > cut_reader_text_get_filled (self->text))
    return;
  show_furniture_at (self, start);
  self->moving = TRUE;
  cut_reader_text_show_range (self->text, start, end, FALSE);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  self->moving = FALSE;
  cut_reader_view_focus_text (self);
}

void
cut_reader_view_focus_text (CutReaderView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
