/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-margin-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-margin-card.h"
#include "cut-margin-cards.h"
#include "cut-margin-trays.h"
#include "cut-names-tray.h"
#include "cut-palette.h"
#include "cut-proposal-card.h"
#include "cut-toast.h"

/* A list makes some two hundred rows whatever is in view; made at once they would hold the window up. */
#define FIRST_CARDS 24
#define MAX_ROWS 240
#define FRAMES_TO_FOCUS 120
#define PROPOSALS_AT_ONCE 3 /* in one frame: a few milliseconds */

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
  GListStore *items;             /* (owned) (element-type CutMarginItem) */
  GtkSingleSelection *selection; /* (owned) */
  char *awaited;                 /* (owned) (nullable): an annotation whose card takes the focus when it is there */
  gboolean awaited_edit;
  gboolean following;            /* the selection follows the text, not the text the selection */
  guint focus_tick;              /* tick callback: until the card that takes the focus is there */
  guint focus_frames;            /* left for that */
  gboolean focus_edit;           /* what is edited in the card takes it */
  guint reveal_source;
  guint grow_tick;
  guint limit;                   /* how many cards are in the list so far */
  guint proposal_limit;          /* how many proposals are in the list so far */
  GPtrArray *proposals;          /* (owned) (nullable) (element-type CutProposal): for what is shown, in text order */
  GCancellable *proposing;       /* (owned) (nullable) */
  gboolean next_proposal;        /* the one selected was decided on: the one after it gets the focus */
  gboolean accepting;            /* until the proposals are there that are left: Enter may come faster than they */
  char *clip;                    /* (owned) (nullable): whose they are */
};

#define REVEAL_MARGIN 18 /* pixels left around the entry that is brought into view */

G_DEFINE_FINAL_TYPE (CutMarginView, cut_margin_view, GTK_TYPE_WIDGET)

/* The list. */

/* What waits for a person is in the trays instead. */
static gboolean
is_in_tray (CutReading    *reading,
            CutAnnotation *annotation)
{
  const CutStanding *standing = cut_reading_get_standing (reading, cut_record_get_id (CUT_RECORD (annotation)));

  return standing != NULL && cut_standing_needs_person (standing);
}

static gboolean
has_card (CutReading    *reading,
          CutAnnotation *annotation)
{
  return g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") != 0 && !cut_record_is_deleted (CUT_RECORD (annotation))
         && !is_in_tray (reading, annotation);
}

/* Adds the proposals from @from on that begin before @start. Returns: the first that does not */
static guint
add_proposals (CutMarginView *self,
               CutReading    *reading,
               GPtrArray     *shown,
               guint          from,
               guint          start)
{
  guint n = self->proposals != NULL ? MIN (self->proposals->len, self->proposal_limit) : 0;

  for (; from < n && shown->len < self->limit; from++)
    {
      const CutProposal *proposal = g_ptr_array_index (self->proposals, from);

      if (proposal->start >= start)
        break;
      g_ptr_array_add (shown, cut_margin_item_new_proposal (reading, proposal));
    }
  return from;
}

/* Returns: (element-type CutMarginItem): made afresh */
static GPtrArray *
get_shown (CutMarginView *self,
           CutReading    *reading)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint proposal = 0;

  for (guint i = 0; reading != NULL && i < reading->annotations->len && shown->len < self->limit; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (reading->annotations, i);
      CutMarginItem *item;

      if (!has_card (reading, annotation))
        continue;
      item = cut_margin_item_new (reading, annotation);
      proposal = add_proposals (self, reading, shown, proposal, cut_margin_item_get_start (item));
      g_ptr_array_add (shown, item);
    }
  if (reading != NULL)
    add_proposals (self, reading, shown, proposal, G_MAXUINT);
  return shown;
}

static GtkWidget *
get_focus (CutMarginView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
has_focus_inside (CutMarginView *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list));
}

static CutMarginItem *get_item_of (GtkWidget *card);
static GtkWidget *find_card (GtkWidget *list, CutMarginItem *item);

/* Returns: (nullable): id of the card that has the focus, or in which something has it */
static const char *
get_focused_id (CutMarginView *self)
{
  GtkWidget *row = get_focus (self);
  CutMarginItem *item;

  while (row != NULL && gtk_widget_get_parent (row) != self->list)
    row = gtk_widget_get_parent (row);
  row = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  item = row != NULL ? get_item_of (row) : NULL;
  return item != NULL ? cut_margin_item_get_id (item) : NULL;
}

static void select_position (CutMarginView *self, guint position);
static void focus_selected (CutMarginView *self, gboolean edit);

/* Where the card with the focus went, its neighbour has it, or the article: with no focus at all no key works. */
static void
keep_focus (CutMarginView *self,
            guint          position,
            guint          n)
{
  if (n > 0)
    {
      select_position (self, MIN (position, n - 1));
      focus_selected (self, FALSE);
    }
  else if (self->reader != NULL)
    {
      cut_reader_view_focus_text (self->reader);
    }
}

/* The list may have taken the card out of its row and put it into one again. */
static void
refocus (CutMarginView *self,
         guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  GtkWidget *card = find_card (self->list, item);

  if (card == NULL || !CUT_IS_MARGIN_CARD (card) || !cut_margin_card_had_focus (CUT_MARGIN_CARD (card)))
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  focus_selected (self, TRUE);
}

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
show_cards (CutMarginView *self,
            CutReading    *reading)
{
  g_autofree char *focused = g_strdup (get_focused_id (self));
  g_autoptr (GPtrArray) shown = get_shown (self, reading);
  guint start;

  self->following = TRUE;
  start = cut_margin_cards_show (self->items, shown);
  self->following = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), shown->len > 0 ? self->scrolled : self->empty);
  show_empty (self, reading);
  if (focused == NULL)
    return;
  if (cut_margin_cards_find (self->items, focused) == GTK_INVALID_LIST_POSITION)
    keep_focus (self, start, shown->len);
  else
    refocus (self, cut_margin_cards_find (self->items, focused));
}

static void try_awaited (CutMarginView *self);

static gboolean
is_whole (CutMarginView *self,
          CutReading    *reading)
{
  guint n = self->proposals != NULL ? self->proposals->len : 0;

  return reading == NULL || (self->limit >= reading->annotations->len + n && self->proposal_limit >= n);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  CutMarginView *self = CUT_MARGIN_VIEW (widget);
  CutReading *reading = self->reader != NULL ? cut_reader_view_get_reading (self->reader) : NULL;

  self->limit = self->limit < MAX_ROWS ? self->limit + FIRST_CARDS : G_MAXUINT;
  if (self->proposals != NULL)
    self->proposal_limit = MIN (self->proposal_limit + PROPOSALS_AT_ONCE, self->proposals->len);
  show_cards (self, reading);
  try_awaited (self);
  if (!is_whole (self, reading))
    return G_SOURCE_CONTINUE;
  self->limit = G_MAXUINT;
  self->grow_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Between two frames there are many turns of the main loop, and all cards that came in them would be measured in one. */
static void
grow (CutMarginView *self)
{
  if (self->grow_tick == 0)
    self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
show_reading (CutMarginView *self,
              CutReading    *reading)
{
  const char *clip = reading != NULL ? cut_record_get_id (reading->clip) : NULL;

  if (g_strcmp0 (clip, self->clip) != 0)
    {
      g_free (self->clip);
      self->clip = g_strdup (clip);
      self->limit = FIRST_CARDS;
      self->proposal_limit = 0;
      g_clear_pointer (&self->proposals, g_ptr_array_unref);
      grow (self);
    }
  show_cards (self, reading);
  cut_margin_trays_set_reading (self->trays, reading);
}

/* Focus. */

static CutMarginItem *
get_item_of (GtkWidget *card)
{
  if (CUT_IS_MARGIN_CARD (card))
    return cut_margin_card_get_item (CUT_MARGIN_CARD (card));
  return CUT_IS_PROPOSAL_CARD (card) ? cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)) : NULL;
}

static GtkWidget *
find_card (GtkWidget     *list,
           CutMarginItem *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (card != NULL && get_item_of (card) == item)
        return card;
    }
  return NULL;
}

/* The list makes the row of a card in one of its next layouts; which one, depends on how busy the machine is. */
static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  CutMarginView *self = CUT_MARGIN_VIEW (widget);
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *card = item != NULL ? find_card (self->list, item) : NULL;

  if (item != NULL && (card == NULL || !gtk_widget_get_mapped (card)) && --self->focus_frames > 0)
    return G_SOURCE_CONTINUE;
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

static void
focus_selected (CutMarginView *self,
                gboolean       edit)
{
  self->focus_edit = edit;
  self->focus_frames = FRAMES_TO_FOCUS;
  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

static void
leave_for_article (CutMarginView *self)
{
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = 0;
  cut_reader_view_focus_text (self->reader);
}

static void
edit_item (CutMarginView *self,
           guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item == NULL || cut_notebook_is_read_only (self->notebook))
    return;
  g_object_set (item, "editing", TRUE, NULL);
  focus_selected (self, TRUE);
}

static void
select_position (CutMarginView *self,
                 guint          position)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  cut_list_view_scroll_to (self->list, position);
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

/* Proposals. */

static guint
find_proposal (CutMarginView *self,
               guint          from,
               int            step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = from; i < n; i += (guint) step)
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

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
  focus_selected (self, FALSE);
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

static void
accept_proposal (CutMarginView     *self,
                 CutMarginItem     *item,
                 const CutProposal *proposal)
{
  if (self->accepting)
    return;
  self->accepting = TRUE;
  self->next_proposal = has_focus_inside (self);
  cut_notebook_accept_async (self->notebook, cut_margin_item_get_reading (item), proposal, NULL, accepted_cb,
                             g_object_ref (self));
}

static void
dismiss_proposal (CutMarginView *self,
                  CutMarginItem *item)
{
  CutAct *act = cut_proposal_dismiss (cut_margin_item_get_proposal (item), cut_margin_item_get_reading (item));

  self->next_proposal = has_focus_inside (self);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Proposal dismissed"));
}

static void
card_accepted_cb (CutMarginView *self,
                  gpointer       proposal,
                  GtkWidget     *card)
{
  accept_proposal (self, cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)), proposal);
}

static void
card_dismissed_cb (CutMarginView *self,
                   GtkWidget     *card)
{
  dismiss_proposal (self, cut_proposal_card_get_item (CUT_PROPOSAL_CARD (card)));
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
    leave_for_article (self);
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutMarginView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = cut_notebook_propose_finish (CUT_NOTEBOOK (source), result, &error);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reader == NULL)
    return;
  self->accepting = FALSE;
  g_clear_object (&self->proposing);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = g_steal_pointer (&proposals);
  show_cards (self, cut_reader_view_get_reading (self->reader));
  if (!is_whole (self, cut_reader_view_get_reading (self->reader)))
    grow (self);
  cut_reader_view_set_proposals (self->reader, self->proposals);
  if (self->next_proposal && selected != GTK_INVALID_LIST_POSITION)
    focus_next_proposal (self, selected);
}

static void
start_proposing (CutMarginView *self,
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
  self->proposal_limit = G_MAXUINT;
  show_cards (self, cut_reader_view_get_reading (self->reader));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = find_proposal (self, 0, 1); i < n; i = find_proposal (self, i + 1, 1))
    {
      g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (cut_margin_item_get_start (item) != start)
        continue;
      select_position (self, i);
      if (focus)
        focus_selected (self, FALSE);
      return;
    }
}

static void
activated_cb (CutMarginView *self,
              guint          position)
{
  g_autoptr (CutMarginItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  /* A card that has the focus only until the next one gets it is not meant. */
  if (self->focus_tick != 0)
    return;
  if (cut_margin_item_get_proposal (item) != NULL)
    accept_proposal (self, item, cut_margin_item_get_proposal (item));
  else
    edit_item (self, position);
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

/* What was dismissed, or is wanted again, is no part of a reading. */
static void
notebook_changed_cb (CutMarginView *self,
                     GPtrArray     *changes)
{
  CutReading *reading = self->reader != NULL ? cut_reader_view_get_reading (self->reader) : NULL;

  for (guint i = 0; reading != NULL && i < changes->len; i++)
    if (((const CutChange *) g_ptr_array_index (changes, i))->kind == CUT_KIND_DISMISSAL)
      {
        start_proposing (self, reading);
        return;
      }
}

static void
show_proposals_cb (CutMarginView *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  cut_reader_view_set_proposals (self->reader, NULL);
  show_cards (self, reading);
  start_proposing (self, reading);
}

static gboolean
is_on_proposal (CutMarginView *self)
{
  CutMarginItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *card = item != NULL ? find_card (self->list, item) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return card != NULL && cut_margin_item_get_proposal (item) != NULL
         && gtk_root_get_focus (root) == gtk_widget_get_parent (card);
}

/* From a row GTK would go back to the last button in it, and from the first button to the row, and never out. */
static gboolean
leave_backwards (CutMarginView *self)
{
  GtkWidget *focus = get_focus (self);

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
      dismiss_proposal (self, item);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_e)
    {
      edit_item (self, gtk_single_selection_get_selected (self->selection));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The reader. */

static void
reading_changed_cb (CutMarginView *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);

  show_reading (self, reading);
  start_proposing (self, reading);
  try_awaited (self);
}

static void
try_awaited (CutMarginView *self)
{
  g_autofree char *id = g_steal_pointer (&self->awaited);

  if (id != NULL)
    cut_margin_view_show_annotation (self, id, self->awaited_edit);
}

static void
annotation_activated_cb (CutMarginView *self,
                         const char    *id,
                         gboolean       edit)
{
  cut_margin_view_show_annotation (self, id, edit);
}

/* Rows. */

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

static gboolean
cut_margin_view_grab_focus (GtkWidget *widget)
{
  /* A window whose focus went asks everybody; where it will be again is known already then. */
  if (CUT_MARGIN_VIEW (widget)->focus_tick == 0)
    cut_margin_view_focus_cards (CUT_MARGIN_VIEW (widget));
  return TRUE;
}

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

static void
focus_moved_cb (CutMarginView *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add (reveal_focus_cb, self);
}

static void
cut_margin_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_margin_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
cut_margin_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
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
  if (self->items != NULL)
    cut_margin_cards_close (self->items);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
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
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->items = g_list_store_new (CUT_TYPE_MARGIN_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
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
  GtkEventController *proposal_keys = gtk_event_controller_key_new ();

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
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (proposal_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (proposal_keys, "key-pressed", G_CALLBACK (proposal_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), proposal_keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Margin"), -1);
}

GtkWidget *
cut_margin_view_new (CutNotebook *notebook)
{
  CutMarginView *self;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (notebook), NULL);
  self = g_object_new (CUT_TYPE_MARGIN_VIEW, NULL);
  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_swapped (reader, "notify::show-proposals", G_CALLBACK (show_proposals_cb), self);
  g_signal_connect_swapped (reader, "proposal-activated", G_CALLBACK (proposal_activated_cb), self);
  reading_changed_cb (self);
}

void
cut_margin_view_show_annotation (CutMarginView *self,
                                 const char    *id,
                                 gboolean       edit)
{
  guint position = cut_margin_cards_find (self->items, id);

  if (position == GTK_INVALID_LIST_POSITION && cut_margin_trays_show (self->trays, id))
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    {
      g_free (self->awaited);
      self->awaited = g_strdup (id);
      self->awaited_edit = edit;
      return;
    }
  select_position (self, position);
  if (edit)
    edit_item (self, position);
}

void
cut_margin_view_focus_cards (CutMarginView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    return;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_position (self, 0);
  focus_selected (self, FALSE);
}
