/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-compat.h"
#include "cut-margin-card.h"
#include "cut-margin-view-private.h"
#include "cut-proposal-card.h"

/* Which card has the focus, and which gets it. */

#define FRAMES_TO_FOCUS 120
#define REVEAL_MARGIN 18 /* pixels left around the entry that is brought into view */

GtkWidget *
cut_margin_view_get_focus (CutMarginView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

gboolean
cut_margin_view_has_focus (CutMarginView *self)
{
  GtkWidget *focus = cut_margin_view_get_focus (self);

  return focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list));
}

const char *
cut_margin_view_get_focused_id (CutMarginView *self)
{
  GtkWidget *row = cut_margin_view_get_focus (self);
  CutMarginItem *item;

  while (row != NULL && gtk_widget_get_parent (row) != self->list)
    row = gtk_widget_get_parent (row);
  row = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  item = row != NULL ? cut_margin_view_get_item_of (row) : NULL;
  return item != NULL ? cut_margin_item_get_id (item) : NULL;
}

GtkWidget *
cut_margin_view_find_card (CutMarginView *self,
                           CutMarginItem *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (card != NULL && cut_margin_view_get_item_of (card) == item)
        return card;
    }
  return NULL;
}

/* A new row is mapped before it has a place. */
static gboolean
is_laid_out (GtkWidget *card)
{
  return gtk_widget_get_mapped (card) && gtk_widget_get_height (card) > 0;
}

/* The list makes the row of a card in one of its next layouts; which one, depends on how busy the machine is. Until then it takes no
 * room, and if it belongs right below what is in view the list takes it for seen and does not scroll. */
static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  CutMarginView *self = CUT_MARGIN_VIEW (widget);
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *card = item != NULL ? cut_margin_view_find_card (self, item) : NULL;

  if (item != NULL && (card == NULL || !is_laid_out (card)) && --self->focus_frames > 0)
    {
      cut_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection));
      return G_SOURCE_CONTINUE;
    }
  self->focus_tick = 0;
  if (card == NULL)
    return G_SOURCE_REMOVE;
  if (self->focus_edit && CUT_IS_MARGIN_CARD (card))
    cut_margin_card_focus_editor (CUT_MARGIN_CARD (card));
  else if (self->focus_edit)
    cut_proposal_card_focus_editor (CUT_PROPOSAL_CARD (card));
  else
    gtk_widget_grab_focus (gtk_widget_get_parent (card));
  return G_SOURCE_REMOVE;
}

void
cut_margin_view_focus_selected (CutMarginView *self,
                                gboolean       edit)
{
  self->focus_edit = edit;
  self->focus_frames = FRAMES_TO_FOCUS;
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

void
cut_margin_view_leave (CutMarginView *self)
{
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  cut_reader_view_focus_text (self->reader);
}

void
cut_margin_view_select (CutMarginView *self,
                        guint          position)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  cut_list_view_scroll_to (self->list, position);
}

/* Where the card with the focus went, its neighbour has it, or the article: with no focus at all no key works. */
void
cut_margin_view_keep_focus (CutMarginView *self,
                            guint          position)
{
  guint n = g_list_model_get_n_items (self->items);

  if (n > 0)
    {
      cut_margin_view_select (self, MIN (position, n - 1));
      cut_margin_view_focus_selected (self, FALSE);
    }
  else if (self->reader != NULL)
    {
      cut_reader_view_focus_text (self->reader);
    }
}

/* The list may have taken the card out of its row and put it into one again. */
void
cut_margin_view_refocus (CutMarginView *self,
                         guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (self->items, position);
  GtkWidget *card = cut_margin_view_find_card (self, item);

  if (card == NULL || !CUT_IS_MARGIN_CARD (card) || !cut_margin_card_had_focus (CUT_MARGIN_CARD (card)))
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  cut_margin_view_focus_selected (self, TRUE);
}

void
cut_margin_view_edit (CutMarginView *self,
                      guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (self->items, position);

  if (item == NULL || cut_notebook_is_read_only (self->notebook))
    return;
  g_object_set (item, "editing", TRUE, NULL);
  cut_margin_view_focus_selected (self, TRUE);
}

/* What has the focus in a card comes into view. */

/* A list view brings the row with the focus into view, not the part of the row: a card that is edited is taller
 * than the window, and the entry that Tab reached must be seen. */
static gboolean
reveal_focus_cb (gpointer user_data)
{
  CutMarginView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double height = gtk_widget_get_height (self->list);
  graphene_rect_t bounds;

  self->reveal_source = 0;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list) ||
      gtk_widget_get_native (focus) != gtk_widget_get_native (self->list) ||
      !gtk_widget_compute_bounds (focus, self->list, &bounds) || bounds.size.height > height)
    return G_SOURCE_REMOVE;
  if (bounds.origin.y < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - REVEAL_MARGIN);
  else if (bounds.origin.y + bounds.size.height > height)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y + bounds.size.height - height +
                                              REVEAL_MARGIN);
  return G_SOURCE_REMOVE;
}

void
cut_margin_view_reveal_focus (CutMarginView *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add (reveal_focus_cb, self);
}

void
cut_margin_view_focus_cards (CutMarginView *self)
{
  if (g_list_model_get_n_items (self->items) == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    cut_margin_view_select (self, 0);
  cut_margin_view_focus_selected (self, FALSE);
}
