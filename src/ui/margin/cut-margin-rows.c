/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-card.h"
#include "cut-margin-view-private.h"
#include "cut-proposal-card.h"

/* The rows of the list of cards. */

CutMarginItem *
cut_margin_view_get_item_of (GtkWidget *card)
{
  if (CUT_IS_MARGIN_CARD (card))
    return cut_margin_card_get_item (CUT_MARGIN_CARD (card));
  return CUT_IS_PROPOSAL_CARD (card) ? cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)) : NULL;
}

static void
card_accepted_cb (CutMarginView *self,
                  gpointer       proposal,
                  GtkWidget     *card)
{
  cut_margin_view_accept (self, cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)), proposal);
}

static void
card_dismissed_cb (CutMarginView *self,
                   GtkWidget     *card)
{
  cut_margin_view_dismiss (self, cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)));
}

static GtkWidget *
new_proposal_card (CutMarginView *self)
{
  GtkWidget *card = cut_proposal_card_new (self->notebook);

  g_signal_connect_object (card, "accepted", G_CALLBACK (card_accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "dismissed", G_CALLBACK (card_dismissed_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static void
row_selected_cb (GtkListItem *row)
{
  GtkWidget *card = gtk_list_item_get_child (row);

  if (CUT_IS_PROPOSAL_CARD (card))
    cut_proposal_card_set_selected (CUT_PROPOSAL_CARD (card), gtk_list_item_get_selected (row));
}

static void
set_up_cb (CutMarginView *self,
           GtkListItem   *row)
{
  g_signal_connect (row, "notify::selected", G_CALLBACK (row_selected_cb), NULL);
}

/* A row is used again for another item, which may be of the other sort. */
static void
bind_cb (CutMarginView *self,
         GtkListItem   *row)
{
  CutMarginItem *item = gtk_list_item_get_item (row);
  GtkWidget *card = gtk_list_item_get_child (row);

  if (cut_margin_item_get_proposal (item) != NULL)
    {
      if (!CUT_IS_PROPOSAL_CARD (card))
        gtk_list_item_set_child (row, new_proposal_card (self));
      cut_proposal_card_set_item (CUT_PROPOSAL_CARD (gtk_list_item_get_child (row)), item);
      row_selected_cb (row);
      return;
    }
  if (!CUT_IS_MARGIN_CARD (card))
    gtk_list_item_set_child (row, cut_margin_card_new (self->notebook));
  cut_margin_card_set_item (CUT_MARGIN_CARD (gtk_list_item_get_child (row)), item, self->reader);
}

static void
unbind_cb (CutMarginView *self,
           GtkListItem   *row)
{
  GtkWidget *card = gtk_list_item_get_child (row);

  if (CUT_IS_PROPOSAL_CARD (card))
    cut_proposal_card_set_item (CUT_PROPOSAL_CARD (card), NULL);
  else
    cut_margin_card_set_item (CUT_MARGIN_CARD (card), NULL, NULL);
}

GtkListItemFactory *
cut_margin_view_new_factory (CutMarginView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}
