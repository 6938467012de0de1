/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-list.h"

#include <glib/gi18n-lib.h>

#include "cut-clip-row.h"
#include "cut-compat.h"
#include "cut-completing-entry.h"
#include "cut-field-label.h"
#include "cut-filing.h"
#include "cut-row-ids.h"
#include "cut-row-list.h"
#include "cut-search-bar.h"
#include "cut-search-chip.h"
#include "cut-search-field.h"
#include "cut-search-save.h"
#include "cut-search-suggestion.h"
#include "cut-view.h"

struct _CutClipList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  CutSearchField *search;
  CutSearchBar *found;
  CutSearchSuggestion *suggestion;
  GtkWidget *all_button;
  GtkWidget *filters_button;
  GtkDropDown *trash_kind;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *empty_buttons;
  AdwStatusPage *error;
  GMenuModel *clip_menu;

  CutNotebook *notebook;         /* (owned) (nullable) */
  CutRowList *model;             /* (owned) (nullable) */
  GtkMultiSelection *selection;  /* (owned) (nullable) */
  GArray *chosen;                /* (owned) (element-type gint64): keys chosen, to choose them again */
  char *view;                    /* (owned) */
  char *sort;                    /* (owned) */
  char *open;                    /* (owned) (nullable): id of the clip that is open */
  gboolean following;            /* the choice is being set by the program */
};

enum
{
  OPEN,
  EXPORT_IDS,
  FETCH_IDS,
  DETAILS,
  FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the Trash can hold that a person put there. */
static const CutKind trash_kinds[] = {
  CUT_KIND_CLIP, CUT_KIND_ANNOTATION, CUT_KIND_CLAIM, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE, CUT_KIND_ENTITY,
  CUT_KIND_STORY, CUT_KIND_TAG, CUT_KIND_SAVED_SEARCH,
};

G_DEFINE_FINAL_TYPE (CutClipList, cut_clip_list, GTK_TYPE_WIDGET)

static gboolean
is_trash (CutClipList *self)
{
  return strcmp (self->view, "trash") == 0;
}

static void
query (CutClipList *self)
{
  const char *words = cut_clip_list_get_search (self);
  g_autoptr (CutQuery) wanted = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->found), *words != '\0');
  if (self->model == NULL)
    return;
  wanted = cut_view_make_query (self->view, *words != '\0' ? cut_search_bar_get_order (self->found) : self->sort, words);
  if (is_trash (self))
    {
      guint chosen = gtk_drop_down_get_selected (self->trash_kind);

      wanted->kind = trash_kinds[MIN (chosen, G_N_ELEMENTS (trash_kinds) - 1)];
      if (wanted->kind != CUT_KIND_CLIP && wanted->match == NULL)
        cut_query_set_order (wanted, "modified", TRUE);
    }
  g_array_set_size (self->chosen, 0);
  cut_row_list_set_query (self->model, wanted);
}

/* What is shown instead of an empty list. */

static void
describe_empty (CutClipList *self)
{
  const char *icon = "cut-all-symbolic";
  const char *title = _("No Clips Yet");
  const char *text = _("Clip an article by its link, open a saved page, paste text, or drop any of these on the window.");
  gboolean buttons = TRUE;

  if (is_trash (self))
    {
      icon = "user-trash-symbolic";
      title = _("Trash Is Empty");
      text = _("What you delete waits here and can be brought back.");
      buttons = FALSE;
    }
  else if (strcmp (self->view, "inbox") == 0)
    {
      icon = "cut-inbox-symbolic";
      title = _("Inbox Is Empty");
      text = _("New clips arrive here until they are in a story. Clip an article by its link, open a saved page, paste text, or drop any of these on the window.");
    }
  else if (cut_view_get_id (self->view) != NULL)
    {
      icon = g_str_has_prefix (self->view, "tag:") ? "cut-tag-symbolic" : "cut-story-symbolic";
      title = _("Nothing in Here Yet");
      text = _("Drag clips from another list onto its name, or clip something while it is open.");
    }
  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_widget_set_visible (self->empty_buttons, buttons);
}

static void
show_state (CutClipList *self)
{
  const GError *error = cut_row_list_get_error (self->model);
  const char *page = "list";

  if (error != NULL)
    {
      adw_status_page_set_description (self->error, error->message);
      page = "error";
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    page = *cut_clip_list_get_search (self) != '\0' ? "nothing-found" : "empty";
  if (strcmp (page, "empty") == 0)
    describe_empty (self);
  if (strcmp (page, "nothing-found") == 0)
    cut_search_suggestion_ask (self->suggestion, self->notebook, cut_row_list_get_query (self->model));
  gtk_widget_set_visible (self->all_button, strcmp (self->view, "all") != 0 && cut_view_get_search (self->view) == NULL && !is_trash (self));
  gtk_widget_set_visible (self->filters_button, cut_search_field_has_filters (self->search));
  cut_search_bar_set_count (self->found, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* The choice. */

static CutRow *
get_row (CutClipList *self,
         guint        position)
{
  g_autoptr (CutRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return item != NULL ? cut_row_item_get_row (item) : NULL;
}

/* Returns: the one position chosen, or GTK_INVALID_LIST_POSITION for none or several */
static guint
get_single (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (chosen) == 1 ? gtk_bitset_get_nth (chosen, 0) : GTK_INVALID_LIST_POSITION;
}

static void
remember_choice (CutClipList *self,
                 GtkBitset   *chosen)
{
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (self->chosen, 0);
  if (!gtk_bitset_iter_init_first (&iter, chosen, &position))
    return;
  do
    {
      g_autoptr (CutRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
      gint64 key = cut_row_item_get_key (item);

      g_array_append_val (self->chosen, key);
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

static void
update_actions (CutClipList *self,
                guint64      n)
{
  gboolean trash = is_trash (self);
  gboolean clips = trash ? gtk_drop_down_get_selected (self->trash_kind) == 0
                         : cut_search_get_kind (cut_clip_list_get_search (self)) == CUT_KIND_NONE
                               || cut_search_get_kind (cut_clip_list_get_search (self)) == CUT_KIND_CLIP;
  guint64 n_clips = clips ? n : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.details", n_clips == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.add-to-story", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.add-tag", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.remove-from", n_clips > 0 && cut_view_get_id (self->view) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.export", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.fetch-again", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.delete", n_clips > 0 && !trash);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clips.restore", n > 0 && trash);
}

/* What is no clip has a place of its own; its passing by with the keys takes nobody there. */
static void
open_other (CutClipList *self,
            CutRow      *row)
{
  CutKind kind = cut_row_get_kind (row);
  g_autofree char *action = g_strconcat ("win.show-", cut_kind_get_name (kind), NULL);
  g_autofree char *view = g_strdup_printf ("%s:%s", cut_kind_get_name (kind), cut_row_get_id (row));

  if (kind == CUT_KIND_STORY || kind == CUT_KIND_TAG)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", view);
  else if (kind == CUT_KIND_CLAIM || kind == CUT_KIND_SOURCE || kind == CUT_KIND_ENTITY || kind == CUT_KIND_ANNOTATION)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", cut_row_get_id (row));
}

static void
open_row (CutClipList *self,
          CutRow      *row,
          gboolean     go)
{
  if (row == NULL)
    return;
  if (cut_row_get_kind (row) != CUT_KIND_CLIP)
    {
      if (go && !is_trash (self))
        open_other (self, row);
      return;
    }
  g_free (self->open);
  self->open = g_strdup (cut_row_get_id (row));
  g_signal_emit (self, signals[OPEN], 0, cut_row_get_id (row), go);
}

static void
selection_changed_cb (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  update_actions (self, gtk_bitset_get_size (chosen));
  if (self->following)
    return;
  remember_choice (self, chosen);
  if (gtk_bitset_get_size (chosen) == 1)
    open_row (self, get_row (self, gtk_bitset_get_nth (chosen, 0)), FALSE);
}

/* Rows that moved in the list stay chosen. */
static void
refreshed_cb (CutClipList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));

  for (guint i = 0; i < self->chosen->len && i < 1000; i++)
    {
      guint position = cut_row_list_find_key (self->model, g_array_index (self->chosen, gint64, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (chosen, position);
    }
  self->following = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  self->following = FALSE;
  update_actions (self, gtk_bitset_get_size (chosen));
  show_state (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    g_signal_emit (self, signals[FILLED], 0);
}

static void
activate_cb (CutClipList *self,
             guint        position)
{
  open_row (self, get_row (self, position), TRUE);
}

static void
with_chosen (CutClipList *self,
             CutRowIds    func,
             gpointer     data)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  cut_row_ids_gather (self->model, chosen, G_OBJECT (self), func, data);
}

/* Actions. */

static void
tell (CutClipList *self,
      const char  *sentence,
      gboolean     undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", sentence, undo);
}

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutClipList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_filing_run_finish (result, &error) < 0)
    tell (self, error->message, FALSE);
}

static void
trashed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutClipList) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = cut_filing_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (n < 0)
    {
      tell (self, error->message, FALSE);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%d clip moved to Trash", "%d clips moved to Trash", (gulong) n), n);
  tell (self, sentence, TRUE);
}

static void
delete_ids (gpointer           list,
            const char *const *ids,
            gpointer           data)
{
  CutClipList *self = list;
  cut_filing_run_async (self->notebook, CUT_FILING_TRASH, cut_kind_get_delete_label (CUT_KIND_CLIP), ids, NULL, NULL,
                        NULL, trashed_cb, g_object_ref (self));
}

static void
restore_ids (gpointer           list,
             const char *const *ids,
             gpointer           data)
{
  CutClipList *self = list;
  cut_filing_run_async (self->notebook, CUT_FILING_RESTORE, C_("act", "Restore"), ids, NULL, NULL, NULL, filed_cb,
                        g_object_ref (self));
}

static void
remove_ids (gpointer           list,
            const char *const *ids,
            gpointer           data)
{
  CutClipList *self = list;
  gboolean story = g_str_has_prefix (self->view, "story:");

  cut_filing_run_async (self->notebook, CUT_FILING_REMOVE,
                        story ? C_("act", "Remove from Story") : C_("act", "Remove Tag"), ids,
                        story ? "stories" : "tags", cut_view_get_id (self->view), NULL, filed_cb, g_object_ref (self));
}

static void
export_ids (gpointer           list,
            const char *const *ids,
            gpointer           data)
{
  CutClipList *self = list;
  g_signal_emit (self, signals[EXPORT_IDS], 0, ids);
}

static void
fetch_ids (gpointer           list,
           const char *const *ids,
           gpointer           data)
{
  CutClipList *self = list;
  g_signal_emit (self, signals[FETCH_IDS], 0, ids);
}

static void
action_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);

  if (strcmp (action, "clips.delete") == 0)
    with_chosen (self, delete_ids, NULL);
  else if (strcmp (action, "clips.restore") == 0)
    with_chosen (self, restore_ids, NULL);
  else if (strcmp (action, "clips.remove-from") == 0)
    with_chosen (self, remove_ids, NULL);
  else if (strcmp (action, "clips.fetch-again") == 0)
    with_chosen (self, fetch_ids, NULL);
  else
    with_chosen (self, export_ids, NULL);
}

static void
details_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);
  guint position = get_single (self);
  CutRow *row = position != GTK_INVALID_LIST_POSITION ? get_row (self, position) : NULL;

  if (row != NULL)
    g_signal_emit (self, signals[DETAILS], 0, cut_row_get_id (row));
}

/* Asking for a story or tag. */

typedef struct
{
  CutKind kind;
  char *target;       /* (owned) */
  CutRecord *created; /* (owned) (nullable) */
} Target;

static void
file_ids (gpointer           list,
          const char *const *ids,
          gpointer           data)
{
  CutClipList *self = list;
  Target *target = data;
  gboolean story = target->kind == CUT_KIND_STORY;

  cut_filing_run_async (self->notebook, CUT_FILING_ADD, story ? C_("act", "Add to Story") : C_("act", "Tag"), ids,
                        story ? "stories" : "tags", target->target, target->created, filed_cb, g_object_ref (self));
  g_clear_object (&target->created);
  g_free (target->target);
  g_free (target);
}

static void
file_under (GtkWidget *entry,
            CutKind    kind,
            const char *id,
            CutRecord  *created)
{
  GtkWidget *popover = gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER);
  CutClipList *self = CUT_CLIP_LIST (gtk_widget_get_ancestor (entry, CUT_TYPE_CLIP_LIST));
  Target *target = g_new0 (Target, 1);

  target->kind = kind;
  target->target = g_strdup (id);
  target->created = created;
  with_chosen (self, file_ids, target);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
target_picked_cb (GtkWidget  *entry,
                  const char *id,
                  gpointer    kind)
{
  file_under (entry, GPOINTER_TO_INT (kind), id, NULL);
}

static void
target_created_cb (GtkWidget  *entry,
                   const char *name,
                   gpointer    kind)
{
  CutRecord *created = cut_record_new_named (GPOINTER_TO_INT (kind), name);

  file_under (entry, GPOINTER_TO_INT (kind), cut_record_get_id (created), created);
}

static void
popover_closed_cb (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

static void
ask_target_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);
  CutKind kind = strcmp (action, "clips.add-tag") == 0 ? CUT_KIND_TAG : CUT_KIND_STORY;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = cut_completing_entry_new (self->notebook, kind);

  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), kind == CUT_KIND_TAG ? _("Tag, old or new") : _("Story, old or new"));
  gtk_widget_set_size_request (entry, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->search));
  g_signal_connect (entry, "picked", G_CALLBACK (target_picked_cb), GINT_TO_POINTER (kind));
  g_signal_connect (entry, "created", G_CALLBACK (target_created_cb), GINT_TO_POINTER (kind));
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

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
  g_signal_connect (menu, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
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

  if (get_single (self) == gtk_list_item_get_position (list_item))
    open_row (self, get_row (self, gtk_list_item_get_position (list_item)), FALSE);
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);

  popup_menu (self, GTK_WIDGET (self->list), 24, 24);
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
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint position = gtk_list_item_get_position (list_item);

  if (is_trash (self))
    return NULL;
  if (!gtk_bitset_contains (chosen, position))
    {
      g_clear_pointer (&chosen, gtk_bitset_unref);
      chosen = gtk_bitset_new_range (position, 1);
    }
  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      CutRow *dragged = get_row (self, gtk_bitset_get_nth (chosen, (guint) i));

      if (dragged != NULL)
        g_strv_builder_add (builder, cut_row_get_id (dragged));
    }
  ids = g_strv_builder_end (builder);
  return ids[0] != NULL ? gdk_content_provider_new_typed (G_TYPE_STRV, ids) : NULL;
}

/* Rows. */

/* Chooses the row at @position without opening what is open already. */
static void
choose (CutClipList *self,
        guint        position)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_range (position, 1);

  self->following = TRUE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->following = FALSE;
  remember_choice (self, chosen);
}

static void
show_open (CutClipList *self,
           GtkListItem *list_item)
{
  CutRowItem *item = gtk_list_item_get_item (list_item);
  CutRow *row = item != NULL ? cut_row_item_get_row (item) : NULL;

  if (row != NULL && self->open != NULL && self->chosen->len == 0 && strcmp (cut_row_get_id (row), self->open) == 0)
    choose (self, gtk_list_item_get_position (list_item));
}

static void
bound_row_read_cb (CutRowItem  *item,
                   GParamSpec  *pspec,
                   GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *self = gtk_widget_get_ancestor (row, CUT_TYPE_CLIP_LIST);
  GtkWidget *holder = gtk_widget_get_parent (row);
  g_autofree char *name = cut_row_item_get_row (item) != NULL ? cut_row_get_accessible_name (cut_row_item_get_row (item)) : NULL;

  if (holder != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self != NULL)
    show_open (CUT_CLIP_LIST (self), list_item);
  if (self != NULL && cut_row_item_get_row (item) != NULL)
    g_signal_emit (self, signals[FILLED], 0);
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
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CutClipList              *self)
{
  CutRowItem *item = gtk_list_item_get_item (list_item);

  cut_clip_row_set_item (CUT_CLIP_ROW (gtk_list_item_get_child (list_item)), item);
  g_signal_connect (item, "notify::row", G_CALLBACK (bound_row_read_cb), list_item);
  bound_row_read_cb (item, NULL, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CutClipList              *self)
{
  CutRowItem *item = gtk_list_item_get_item (list_item);

  g_signal_handlers_disconnect_by_func (item, bound_row_read_cb, list_item);
  cut_clip_row_set_item (CUT_CLIP_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Searching. */

static void
search_changed_cb (CutClipList *self)
{
  query (self);
}

static void
clear_search_cb (CutClipList *self)
{
  cut_search_field_change_text (self->search, "");
  cut_clip_list_focus_search (self);
}

static void
drop_filters_cb (CutClipList *self)
{
  cut_search_field_drop_filters (self->search);
  cut_clip_list_focus_search (self);
}

/* The same words among all clips. */
static void
search_all_cb (CutClipList *self)
{
  g_autofree char *words = g_strdup (cut_clip_list_get_search (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "all");
  cut_search_field_change_text (self->search, words);
  cut_clip_list_focus_search (self);
}

static void
save_search_cb (CutClipList *self,
                const char  *name)
{
  const char *within = cut_view_get_search (self->view) != NULL ? cut_view_get_search (self->view) : cut_view_get_id (self->view);

  cut_search_save (GTK_WIDGET (self), self->notebook, within, name, cut_clip_list_get_search (self));
}

static void
retry_cb (CutClipList *self)
{
  query (self);
}

static void
trash_kind_cb (CutClipList *self)
{
  if (self->view != NULL && is_trash (self))
    query (self);
}

static void
cut_clip_list_dispose (GObject *object)
{
  CutClipList *self = CUT_CLIP_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_clip_list_parent_class)->dispose (object);
}

static void
cut_clip_list_finalize (GObject *object)
{
  CutClipList *self = CUT_CLIP_LIST (object);

  g_array_unref (self->chosen);
  g_free (self->view);
  g_free (self->sort);
  g_free (self->open);
  G_OBJECT_CLASS (cut_clip_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-clip-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CutClipList, box);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, search);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, found);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, suggestion);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, all_button);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, filters_button);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, trash_kind);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, stack);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, scroller);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, list);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, empty);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, empty_buttons);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, error);
  gtk_widget_class_bind_template_child (widget_class, CutClipList, clip_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_clip_list_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, drop_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_clip_list_set_search);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cut_clip_list_class_init (CutClipListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_clip_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_clip_list_finalize;
  signals[OPEN] = g_signal_new ("open", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[EXPORT_IDS] = g_signal_new ("export-ids", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[FETCH_IDS] = g_signal_new ("fetch-ids", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[DETAILS] = g_signal_new ("details", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
  signals[FILLED] = g_signal_new ("filled", CUT_TYPE_CLIP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CUT_TYPE_SEARCH_FIELD);
  g_type_ensure (CUT_TYPE_SEARCH_BAR);
  g_type_ensure (CUT_TYPE_SEARCH_SUGGESTION);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "clips.delete", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.restore", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.remove-from", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.export", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.fetch-again", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "clips.add-to-story", NULL, ask_target_cb);
  gtk_widget_class_install_action (widget_class, "clips.add-tag", NULL, ask_target_cb);
  gtk_widget_class_install_action (widget_class, "clips.menu", NULL, menu_action_cb);
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

static void
cut_clip_list_init (CutClipList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sort = g_strdup ("created");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = g_strdup ("inbox");
  for (guint i = 0; i < G_N_ELEMENTS (trash_kinds); i++)
    gtk_string_list_append (kinds, cut_kind_get_label (trash_kinds[i]));
  gtk_drop_down_set_model (self->trash_kind, G_LIST_MODEL (kinds));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  add_shortcuts (self);
  update_actions (self, 0);
}

void
cut_clip_list_set_notebook (CutClipList *self,
                            CutNotebook *notebook)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  g_set_object (&self->notebook, notebook);
  cut_search_field_set_notebook (self->search, notebook);
  self->model = cut_row_list_new (notebook);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_swapped (self->model, "refreshed", G_CALLBACK (refreshed_cb), self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  query (self);
}

void
cut_clip_list_set_view (CutClipList *self,
                        const char  *view)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (strcmp (self->view, view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  gtk_widget_set_visible (GTK_WIDGET (self->trash_kind), is_trash (self));
  cut_search_bar_set_can_save (self->found, !is_trash (self));
  cut_search_bar_set_name (self->found, NULL);
  cut_search_field_set_text (self->search, "");
  /* What was saved comes with cut_clip_list_show_saved(). */
  if (cut_view_get_search (view) == NULL)
    query (self);
}

void
cut_clip_list_show_saved (CutClipList *self,
                          const char  *name,
                          const char  *words)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  cut_search_bar_set_name (self->found, name);
  cut_search_field_set_text (self->search, words);
  query (self);
}

void
cut_clip_list_set_sort (CutClipList *self,
                        const char  *sort)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (strcmp (self->sort, sort) == 0)
    return;
  g_free (self->sort);
  self->sort = g_strdup (sort);
  query (self);
}

const char *
cut_clip_list_get_search (CutClipList *self)
{
  return cut_search_field_get_text (self->search);
}

void
cut_clip_list_set_search (CutClipList *self,
                          const char  *words)
{
  cut_search_field_change_text (self->search, words);
}

void
cut_clip_list_focus_search (CutClipList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
cut_clip_list_focus_list (CutClipList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
cut_clip_list_set_open (CutClipList *self,
                        const char  *id)
{
  g_return_if_fail (CUT_IS_CLIP_LIST (self));

  if (g_strcmp0 (self->open, id) == 0)
    return;
  g_free (self->open);
  self->open = g_strdup (id);
  g_array_set_size (self->chosen, 0);
  self->following = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  self->following = FALSE;
  for (guint i = 0; id != NULL && i < MIN (g_list_model_get_n_items (G_LIST_MODEL (self->model)), 256); i++)
    {
      CutRow *row = get_row (self, i);

      if (row == NULL || strcmp (cut_row_get_id (row), id) != 0)
        continue;
      choose (self, i);
      break;
    }
}

void
cut_clip_list_scroll_to_top (CutClipList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    cut_list_view_scroll_to (GTK_WIDGET (self->list), 0);
}
