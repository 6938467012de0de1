/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-list-private.h"
#include "cut-clip-row.h"
#include "cut-compat.h"

#define REST_MS 100 /* without a row that was read */

/* The context menu. */

static void
popup_menu (CutClipList *self,
            GtkWidget   *parent,
            double       x,
            double       y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->clip_menu);

  gtk_widget_set_parent (menu, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (menu, "closed", G_CALLBACK (cut_clip_list_popover_closed_cb), NULL);
  cut_popover_menu_popup (GTK_POPOVER_MENU (menu));
}

/* Beside the row that has the focus. */
static void
popup_menu_at_focus (CutClipList *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 48);

  if (row != NULL && gtk_widget_get_parent (row) == list && gtk_widget_compute_bounds (row, list, &bounds))
    bounds.origin.y = CLAMP (bounds.origin.y, 0, MAX (0, (float) gtk_widget_get_height (list) - bounds.size.height));
  popup_menu (self, list, 24, bounds.origin.y + bounds.size.height / 2);
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                GtkListItem     *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CutClipList *self = CUT_CLIP_LIST (gtk_widget_get_ancestor (row, CUT_TYPE_CLIP_LIST));
  guint position = gtk_list_item_get_position (list_item);

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, row, x, y);
}

/* A click on what is open already goes to it, too, where only one column fits. */
static void
row_released_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkListItem     *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CutClipList *self = CUT_CLIP_LIST (gtk_widget_get_ancestor (row, CUT_TYPE_CLIP_LIST));

  if (cut_clip_list_get_single (self) == gtk_list_item_get_position (list_item))
    cut_clip_list_open_row (self, cut_clip_list_get_row (self, gtk_list_item_get_position (list_item)), FALSE);
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  /* A menu of what cannot be done is none; the Trash can be emptied whatever is chosen. */
  if (!gtk_bitset_is_empty (chosen) || cut_clip_list_is_trash (self))
    popup_menu_at_focus (self);
}

/* Dragging. */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkListItem   *list_item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CutClipList *self = CUT_CLIP_LIST (gtk_widget_get_ancestor (row, CUT_TYPE_CLIP_LIST));
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (CutRowChoice) dragged = NULL;
  guint position = gtk_list_item_get_position (list_item);

  if (cut_clip_list_is_trash (self))
    return NULL;
  if (!gtk_bitset_contains (chosen, position))
    {
      g_clear_pointer (&chosen, gtk_bitset_unref);
      chosen = gtk_bitset_new_range (position, 1);
    }
  dragged = cut_row_choice_new (self->model, chosen);
  return gdk_content_provider_new_typed (CUT_TYPE_ROW_CHOICE, dragged);
}

/* Rows. */

static void
show_open (CutClipList *self,
           GtkListItem *list_item)
{
  CutRowItem *item = gtk_list_item_get_item (list_item);
  CutRow *row = item != NULL ? cut_row_item_get_row (item) : NULL;

  if (row != NULL && self->open != NULL && self->chosen->len == 0 && strcmp (cut_row_get_id (row), self->open) == 0)
    cut_clip_list_choose (self, gtk_list_item_get_position (list_item));
}

/* Rows out of view get their words, and their names for screen readers, when nothing was scrolled for a moment. */
static gboolean
rested_cb (gpointer user_data)
{
  CutClipList *self = user_data;

  if (g_get_monotonic_time () - self->last_read < REST_MS * 1000)
    return G_SOURCE_CONTINUE;
  for (GtkWidget *holder = gtk_widget_get_first_child (GTK_WIDGET (self->list)); holder != NULL; holder = gtk_widget_get_next_sibling (holder))
    {
      GtkWidget *row = gtk_widget_get_first_child (holder);

      if (row != NULL && CUT_IS_CLIP_ROW (row))
        cut_clip_row_lay_out (CUT_CLIP_ROW (row));
    }
  self->rest_source = 0;
  return G_SOURCE_REMOVE;
}

static void
row_read_cb (CutClipRow *row,
             gpointer    list_item)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (row), CUT_TYPE_CLIP_LIST);
  CutClipList *self;

  if (widget == NULL)
    return;
  self = CUT_CLIP_LIST (widget);
  show_open (self, list_item);
  self->last_read = g_get_monotonic_time ();
  if (self->rest_source == 0)
    self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
  g_signal_emit_by_name (self, "filled");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          CutClipList              *self)
{
  GtkWidget *row = cut_clip_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (row_pressed_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (click, "released", G_CALLBACK (row_released_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), list_item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  cut_clip_row_set_read (CUT_CLIP_ROW (row), row_read_cb, list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CutClipList              *self)
{
  cut_clip_row_set_item (CUT_CLIP_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CutClipList              *self)
{
  cut_clip_row_set_item (CUT_CLIP_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Delete belongs to the rows alone: in the search entry it deletes a letter. */
static void
add_shortcuts (CutClipList *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "Delete|KP_Delete", "action(clips.delete)" },
    { "Menu|<Shift>F10", "action(clips.menu)" },
    { "<Alt>Return", "action(clips.details)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                            gtk_shortcut_action_parse_string (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

void
cut_clip_list_init_rows (CutClipList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  cut_list_view_leave_on_tab (GTK_WIDGET (self->list));
  add_shortcuts (self);
}

void
cut_clip_list_class_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "clips.menu", NULL, menu_action_cb);
}
