/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-margin-view-private.h"
#include "cut-proposal-card.h"
#include "cut-toast.h"

/* Proposals between the cards: where they come from, and what a person decides. */

static guint
find_proposal (CutMarginView *self,
               guint          from,
               int            step)
{
  guint n = g_list_model_get_n_items (self->items);

  for (guint i = from; i < n; i += (guint) step)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (self->items, i);

      if (cut_margin_item_get_proposal (item) != NULL)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The text follows: who decides on a proposal reads its words there. */
static void
go_to_proposal (CutMarginView *self,
                guint          position)
{
  gtk_single_selection_set_selected (self->selection, position);
  cut_list_view_scroll_to (self->list, position);
  cut_margin_view_focus_selected (self, FALSE);
}

static gboolean
step_proposal (CutMarginView *self,
               int            step)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint position = find_proposal (self, selected + (guint) step, step);

  if (selected == GTK_INVALID_LIST_POSITION || position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  go_to_proposal (self, position);
  return TRUE;
}

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutMarginView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_accept_finish (CUT_NOTEBOOK (source), result, &error);

  if (id != NULL)
    return;
  self->accepting = FALSE;
  self->next_proposal = FALSE;
  cut_toast (GTK_WIDGET (self), error->message, FALSE);
}

void
cut_margin_view_accept (CutMarginView     *self,
                        CutMarginItem     *item,
                        const CutProposal *proposal)
{
  if (self->accepting)
    return;
  self->accepting = TRUE;
  self->next_proposal = cut_margin_view_has_focus (self);
  cut_notebook_accept_async (self->notebook, cut_margin_item_get_reading (item), proposal, NULL, accepted_cb,
                             g_object_ref (self));
}

void
cut_margin_view_dismiss (CutMarginView *self,
                         CutMarginItem *item)
{
  CutAct *act = cut_proposal_dismiss (cut_margin_item_get_proposal (item), cut_margin_item_get_reading (item));

  self->next_proposal = cut_margin_view_has_focus (self);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Proposal dismissed"));
}

/* What was decided on is gone from the list: the next one after it has the focus, so that a row of them is one key each.
 * After the last one come those that were passed over; when none is left, the article has it. */
static void
focus_next_proposal (CutMarginView *self,
                     guint          position)
{
  guint next = find_proposal (self, position, 1);

  self->next_proposal = FALSE;
  if (next == GTK_INVALID_LIST_POSITION)
    next = find_proposal (self, 0, 1);
  if (next != GTK_INVALID_LIST_POSITION)
    go_to_proposal (self, next);
  else
    cut_margin_view_leave (self);
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutMarginView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = cut_notebook_propose_finish (CUT_NOTEBOOK (source), result, &error);
  guint selected;

  /* The view may be gone by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reader == NULL)
    return;
  selected = gtk_single_selection_get_selected (self->selection);
  self->accepting = FALSE;
  g_clear_object (&self->proposing);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = g_steal_pointer (&proposals);
  cut_margin_view_show_cards (self);
  cut_reader_view_set_proposals (self->reader, self->proposals);
  if (self->next_proposal && selected != GTK_INVALID_LIST_POSITION)
    focus_next_proposal (self, selected);
}

void
cut_margin_view_propose (CutMarginView *self,
                         CutReading    *reading)
{
  gboolean wanted = reading != NULL && cut_reader_view_shows_proposals (self->reader) && !cut_notebook_is_read_only (self->notebook);

  g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  cut_names_tray_set_reading (self->names, wanted ? reading : NULL);
  self->accepting = self->accepting && wanted;
  if (!wanted)
    return;
  self->proposing = g_cancellable_new ();
  cut_notebook_propose_async (self->notebook, reading, self->proposing, proposed_cb, g_object_ref (self));
}

static void
proposal_activated_cb (CutMarginView *self,
                       guint          start,
                       gboolean       focus)
{
  guint n;

  /* The card may still be on its way. */
  self->following = TRUE;
  cut_margin_cards_complete (self->cards);
  self->following = FALSE;
  n = g_list_model_get_n_items (self->items);
  for (guint i = find_proposal (self, 0, 1); i < n; i = find_proposal (self, i + 1, 1))
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (self->items, i);

      if (cut_margin_item_get_start (item) != start)
        continue;
      cut_margin_view_select (self, i);
      if (focus)
        cut_margin_view_focus_selected (self, FALSE);
      return;
    }
}

/* What was dismissed, or is wanted again, is no part of a reading. */
static void
notebook_changed_cb (CutMarginView *self,
                     GPtrArray     *changes)
{
  CutReading *reading = self->reader != NULL ? cut_reader_view_get_reading (self->reader) : NULL;

  for (guint i = 0; reading != NULL && i < changes->len; i++)
    if (((const CutChange *) g_ptr_array_index (changes, i))->kind == CUT_KIND_DISMISSAL)
      {
        cut_margin_view_propose (self, reading);
        return;
      }
}

static void
show_proposals_cb (CutMarginView *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  cut_reader_view_set_proposals (self->reader, NULL);
  cut_margin_view_show_cards (self);
  cut_margin_view_propose (self, reading);
}

static gboolean
is_on_proposal (CutMarginView *self)
{
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *card = item != NULL ? cut_margin_view_find_card (self, item) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return card != NULL && cut_margin_item_get_proposal (item) != NULL
         && gtk_root_get_focus (root) == gtk_widget_get_parent (card);
}

/* From a row GTK would go back to the last button in it, and from the first button to the row, and never out. */
static gboolean
leave_backwards (CutMarginView *self)
{
  GtkWidget *focus = cut_margin_view_get_focus (self);

  if (focus == NULL || gtk_widget_get_parent (focus) != self->list)
    return GDK_EVENT_PROPAGATE;
  if (is_on_proposal (self) && step_proposal (self, -1))
    return GDK_EVENT_STOP;
  cut_list_view_leave (self->list, TRUE);
  return GDK_EVENT_STOP;
}

/* On a proposal's row, before the list takes the keys: on a field or button of the card they have their own meaning. */
static gboolean
proposal_key_cb (CutMarginView   *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || (!back && !is_on_proposal (self)))
    return GDK_EVENT_PROPAGATE;
  if (back || keyval == GDK_KEY_Tab)
    return back ? leave_backwards (self) : step_proposal (self, 1);
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      cut_margin_view_dismiss (self, item);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_e)
    {
      cut_margin_view_edit (self, gtk_single_selection_get_selected (self->selection));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

void
cut_margin_view_add_proposal_keys (CutMarginView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (proposal_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
cut_margin_view_watch_proposals (CutMarginView *self,
                                 CutReaderView *reader)
{
  g_signal_connect_swapped (reader, "notify::show-proposals", G_CALLBACK (show_proposals_cb), self);
  g_signal_connect_swapped (reader, "proposal-activated", G_CALLBACK (proposal_activated_cb), self);
}

void
cut_margin_view_watch_dismissals (CutMarginView *self)
{
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
}
