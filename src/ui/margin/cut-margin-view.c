/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-palette.h"

G_DEFINE_FINAL_TYPE (CutMarginView, cut_margin_view, GTK_TYPE_WIDGET)

/* The list. */

static void
show_empty (CutMarginView *self,
            CutReading    *reading)
{
  gboolean waiting = reading != NULL && cut_reading_count_tray (reading, "unsure") + cut_reading_count_tray (reading, "orphan") > 0;
  const char *description = waiting ? _("Open what is above to say where the marks belong in this capture.")
                                    : _("Select words in the article and press H, Q, C, N, E or ?.");

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), waiting ? _("No Marks Placed") : _("No Annotations"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), reading != NULL ? description : NULL);
}

static void
items_changed_cb (CutMarginView *self)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), g_list_model_get_n_items (self->items) > 0 ? self->scrolled : self->empty);
}

static void
try_awaited (CutMarginView *self)
{
  g_autofree char *id = g_steal_pointer (&self->awaited);

  if (id != NULL)
    cut_margin_view_show_annotation (self, id, self->awaited_edit);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  CutMarginView *self = CUT_MARGIN_VIEW (widget);

  /* Whatever comes in before it, the same card is selected. */
  self->following = TRUE;
  cut_margin_cards_grow (self->cards);
  self->following = FALSE;
  try_awaited (self);
  if (!cut_margin_cards_is_whole (self->cards))
    return G_SOURCE_CONTINUE;
  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Between two frames there are many turns of the main loop, and all cards that came in them would be measured in one. */
static void
grow (CutMarginView *self)
{
  if (self->grow_tick == 0 && !cut_margin_cards_is_whole (self->cards))
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/* @afresh: of another clip */
static void
show_cards (CutMarginView *self,
            CutReading    *reading,
            gboolean       afresh)
{
  g_autofree char *focused = g_strdup (cut_margin_view_get_focused_id (self));
  guint start;

  self->following = TRUE;
  start = cut_margin_cards_show (self->cards, reading, self->proposals, afresh);
  self->following = FALSE;
  show_empty (self, reading);
  grow (self);
  if (focused == NULL)
    return;
  if (cut_margin_cards_find (self->cards, focused) == GTK_INVALID_LIST_POSITION)
    cut_margin_view_keep_focus (self, start);
  else
    cut_margin_view_refocus (self, cut_margin_cards_find (self->cards, focused));
}

void
cut_margin_view_show_cards (CutMarginView *self)
{
  show_cards (self, cut_reader_view_get_reading (self->reader), FALSE);
}

static void
show_reading (CutMarginView *self,
              CutReading    *reading)
{
  const char *clip = reading != NULL ? cut_record_get_id (reading->clip) : NULL;
  gboolean other = g_strcmp0 (clip, self->clip) != 0;

  if (other)
    {
      g_free (self->clip);
      self->clip = g_strdup (clip);
      g_clear_pointer (&self->proposals, g_ptr_array_unref);
    }
  show_cards (self, reading, other);
  cut_margin_trays_set_reading (self->trays, reading);
}

static void
selected_cb (CutMarginView *self)
{
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  const CutProposal *proposal = item != NULL ? cut_margin_item_get_proposal (item) : NULL;

  if (self->reader == NULL)
    return;
  cut_reader_view_set_active_proposal (self->reader, proposal);
  if (self->following || item == NULL)
    return;
  if (proposal != NULL)
    cut_reader_view_show_proposal (self->reader, proposal);
  else
    cut_reader_view_show_annotation (self->reader, cut_margin_item_get_id (item));
}

static void
activated_cb (CutMarginView *self,
              guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (self->items, position);

  /* A card that has the focus only until the next one gets it is not meant. */
  if (self->focus_tick != 0)
    return;
  if (cut_margin_item_get_proposal (item) != NULL)
    cut_margin_view_accept (self, item, cut_margin_item_get_proposal (item));
  else
    cut_margin_view_edit (self, position);
}

static gboolean
leave_editor (CutMarginView *self)
{
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  gboolean editing = FALSE;

  if (item != NULL)
    g_object_get (item, "editing", &editing, NULL);
  if (editing)
    g_object_set (item, "editing", FALSE, NULL);
  return editing;
}

static gboolean
key_cb (CutMarginView   *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave_editor (self);
  if (self->reader != NULL)
    cut_reader_view_focus_text (self->reader);
  return GDK_EVENT_STOP;
}

/* The reader. */

static void
reading_changed_cb (CutMarginView *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);

  show_reading (self, reading);
  cut_margin_view_propose (self, reading);
  try_awaited (self);
}

static void
annotation_activated_cb (CutMarginView *self,
                         const char    *id,
                         gboolean       edit)
{
  cut_margin_view_show_annotation (self, id, edit);
}

/* The class. */

static gboolean
cut_margin_view_grab_focus (GtkWidget *widget)
{
  /* A window whose focus went asks everybody; where it will be again is known already then. */
  if (CUT_MARGIN_VIEW (widget)->focus_tick == 0)
    cut_margin_view_focus_cards (CUT_MARGIN_VIEW (widget));
  return TRUE;
}

static void
cut_margin_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_margin_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (cut_margin_view_reveal_focus), widget,
                           G_CONNECT_SWAPPED);
}

static void
cut_margin_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), cut_margin_view_reveal_focus, widget);
  GTK_WIDGET_CLASS (cut_margin_view_parent_class)->unroot (widget);
}

static void
cut_margin_view_dispose (GObject *object)
{
  CutMarginView *self = CUT_MARGIN_VIEW (object);

  if (self->grow_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_tick);
  self->grow_tick = 0;
  g_clear_pointer (&self->clip, g_free);
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  g_clear_handle_id (&self->reveal_source, g_source_remove);
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->cards != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->items, self);
      cut_margin_cards_close (self->cards);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  self->items = NULL;
  g_clear_pointer (&self->cards, cut_margin_cards_free);
  g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->awaited, g_free);
  G_OBJECT_CLASS (cut_margin_view_parent_class)->dispose (object);
}

static void
cut_margin_view_class_init (CutMarginViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_margin_view_dispose;
  widget_class->grab_focus = cut_margin_view_grab_focus;
  widget_class->root = cut_margin_view_root;
  widget_class->unroot = cut_margin_view_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
build_list (CutMarginView *self)
{
  GtkListItemFactory *factory = cut_margin_view_new_factory (self);

  self->cards = cut_margin_cards_new ();
  self->items = cut_margin_cards_get_model (self->cards);
  self->selection = gtk_single_selection_new (g_object_ref (self->items));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "margin-cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Annotations"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
}

static void
cut_margin_view_init (CutMarginView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  cut_palette_get (gdk_display_get_default ());
  build_list (self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  self->empty = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _("No Annotations"));
  gtk_widget_add_css_class (self->empty, "compact");
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scrolled);
  gtk_widget_set_vexpand (self->stack, TRUE);
  g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  cut_margin_view_add_proposal_keys (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Margin"), -1);
}

GtkWidget *
cut_margin_view_new (CutNotebook *notebook)
{
  CutMarginView *self;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (notebook), NULL);
  self = g_object_new (CUT_TYPE_MARGIN_VIEW, NULL);
  self->notebook = g_object_ref (notebook);
  cut_margin_view_watch_dismissals (self);
  self->trays = CUT_MARGIN_TRAYS (cut_margin_trays_new (notebook));
  self->names = CUT_NAMES_TRAY (cut_names_tray_new (notebook));
  gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->names));
  gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->trays));
  return GTK_WIDGET (self);
}

void
cut_margin_view_set_reader (CutMarginView *self,
                            CutReaderView *reader)
{
  g_return_if_fail (CUT_IS_MARGIN_VIEW (self));
  if (self->reader == reader)
    return;
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_set_object (&self->reader, reader);
  cut_margin_trays_set_reader (self->trays, reader);
  cut_names_tray_set_reader (self->names, reader);
  if (reader == NULL)
    {
      cut_names_tray_set_reading (self->names, NULL);
      show_reading (self, NULL);
      return;
    }
  g_signal_connect_swapped (reader, "notify::reading", G_CALLBACK (reading_changed_cb), self);
  g_signal_connect_swapped (reader, "annotation-activated", G_CALLBACK (annotation_activated_cb), self);
  cut_margin_view_watch_proposals (self, reader);
  reading_changed_cb (self);
}

void
cut_margin_view_show_annotation (CutMarginView *self,
                                 const char    *id,
                                 gboolean       edit)
{
  guint position = cut_margin_cards_find (self->cards, id);

  if (position == GTK_INVALID_LIST_POSITION && cut_margin_trays_show (self->trays, id))
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      g_free (self->awaited);
      self->awaited = g_strdup (id);
      self->awaited_edit = edit;
      return;
    }
  cut_margin_view_select (self, position);
  if (edit)
    cut_margin_view_edit (self, position);
}
