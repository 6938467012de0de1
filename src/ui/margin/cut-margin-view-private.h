/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-cards.h"
#include "cut-margin-trays.h"
#include "cut-margin-view.h"
#include "cut-names-tray.h"

G_BEGIN_DECLS

struct _CutMarginView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  CutMarginTrays *trays;
  CutNamesTray *names;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *empty;

  CutNotebook *notebook;         /* (owned) */
  CutReaderView *reader;         /* (owned) (nullable) */
  CutMarginCards *cards;         /* (owned) */
  GListModel *items;             /* (element-type CutMarginItem): of the cards, borrowed from them */
  GtkSingleSelection *selection; /* (owned) */
  char *awaited;                 /* (owned) (nullable): an annotation whose card takes the focus when it is there */
  gboolean awaited_edit;
  gboolean following;            /* the selection follows the text, not the text the selection */
  guint focus_tick;              /* tick callback: until the card that takes the focus is there */
  guint focus_frames;            /* left for that */
  gboolean focus_edit;           /* what is edited in the card takes it */
  guint reveal_source;
  guint grow_tick;
  GPtrArray *proposals;          /* (owned) (nullable) (element-type CutProposal): for what is shown, in text order */
  GCancellable *proposing;       /* (owned) (nullable) */
  gboolean next_proposal;        /* the one selected was decided on: the one after it gets the focus */
  gboolean accepting;            /* until the proposals are there that are left: Enter may come faster than they */
  char *clip;                    /* (owned) (nullable): whose they are */
};

/* cut-margin-view.c */

/** cut_margin_view_show_cards: of what the reader shows, in so far as they need not wait */
void cut_margin_view_show_cards (CutMarginView *self);

/* cut-margin-focus.c */

/** cut_margin_view_get_focus: Returns: (nullable): the widget of the window that has the focus */
GtkWidget *cut_margin_view_get_focus (CutMarginView *self);
/** cut_margin_view_has_focus: whether a card has it, or something in one */
gboolean cut_margin_view_has_focus (CutMarginView *self);
/** cut_margin_view_get_focused_id: Returns: (nullable): id of the card that has the focus, or in which something has it */
const char *cut_margin_view_get_focused_id (CutMarginView *self);
/** cut_margin_view_find_card: Returns: (nullable): the card that shows @item now */
GtkWidget *cut_margin_view_find_card (CutMarginView *self, CutMarginItem *item);
/** cut_margin_view_select: selects the card and scrolls to it; the text stays where it is */
void cut_margin_view_select (CutMarginView *self, guint position);
/** cut_margin_view_focus_selected: as soon as its row is there; @edit: what is edited in the card takes the focus */
void cut_margin_view_focus_selected (CutMarginView *self, gboolean edit);
/** cut_margin_view_keep_focus: the card with the focus went: the one at @position now has it, or the article */
void cut_margin_view_keep_focus (CutMarginView *self, guint position);
/** cut_margin_view_refocus: the card at @position has the focus again, if the list took it out of its row */
void cut_margin_view_refocus (CutMarginView *self, guint position);
/** cut_margin_view_leave: no card is waited for any more, the article has the focus */
void cut_margin_view_leave (CutMarginView *self);
/** cut_margin_view_edit: opens the card for typing, where something can be written */
void cut_margin_view_edit (CutMarginView *self, guint position);
/** cut_margin_view_reveal_focus: soon: brings what has the focus in a card into view */
void cut_margin_view_reveal_focus (CutMarginView *self);

/* cut-margin-proposals.c */

/** cut_margin_view_add_proposal_keys: those of a card that is a proposal */
void cut_margin_view_add_proposal_keys (CutMarginView *self);
/** cut_margin_view_watch_proposals: follows what @reader says of them, until its handlers with this view as data are disconnected */
void cut_margin_view_watch_proposals (CutMarginView *self, CutReaderView *reader);
/** cut_margin_view_watch_dismissals: looks anew when the notebook says that one was dismissed, or is wanted again */
void cut_margin_view_watch_dismissals (CutMarginView *self);
/** cut_margin_view_propose: looks for what @reading (nullable) offers, in place of what it was looked for before */
void cut_margin_view_propose (CutMarginView *self, CutReading *reading);
void cut_margin_view_accept (CutMarginView *self, CutMarginItem *item, const CutProposal *proposal);
void cut_margin_view_dismiss (CutMarginView *self, CutMarginItem *item);

/* cut-margin-rows.c */

/** cut_margin_view_new_factory: Returns: (transfer full): makes the rows of the list */
GtkListItemFactory *cut_margin_view_new_factory (CutMarginView *self);
/** cut_margin_view_get_item_of: Returns: (nullable): what the card shows */
CutMarginItem *cut_margin_view_get_item_of (GtkWidget *card);

G_END_DECLS
