/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-clip-list.h"
#include "cut-row-ids.h"
#include "cut-row-list.h"
#include "cut-search-bar.h"
#include "cut-search-field.h"
#include "cut-search-suggestion.h"

G_BEGIN_DECLS

struct _CutClipList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  CutSearchField *search;
  CutSearchBar *found;
  CutSearchSuggestion *suggestion;
  GtkWidget *all_button;
  GtkWidget *filters_button;
  GtkWidget *trash_bar;
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
  guint place;                   /* of the first of them */
  gboolean moving_on;            /* what is chosen was told to leave the list: the row that comes to its place is next */
  char *view;                    /* (owned) */
  char *sort;                    /* (owned) */
  char *languages;               /* (owned) (nullable): in whose forms words are found */
  char *open;                    /* (owned) (nullable): id of the clip that is open */
  gboolean following;            /* the choice is being set by the program */
  guint rest_source;
  gint64 last_read;              /* monotonic: when a row came that is bound */
};

/* cut-clip-list.c */
gboolean cut_clip_list_is_trash (CutClipList *self);

/* cut-clip-list-empty.c */
/** cut_clip_list_show_state: the list, or what is said instead of an empty one */
void cut_clip_list_show_state (CutClipList *self);

/* cut-clip-list-choice.c */
/** cut_clip_list_get_row: Returns: (transfer none) (nullable): %NULL until it was read */
CutRow *cut_clip_list_get_row (CutClipList *self, guint position);
/** cut_clip_list_get_single: Returns: the one position chosen, or GTK_INVALID_LIST_POSITION for none or several */
guint cut_clip_list_get_single (CutClipList *self);
/** cut_clip_list_choose: the row at @position, without opening what is open already */
void cut_clip_list_choose (CutClipList *self, guint position);
/** cut_clip_list_update_actions: @n: rows are chosen */
void cut_clip_list_update_actions (CutClipList *self, guint64 n);
/** cut_clip_list_open_row: @row: (nullable); @go: by Enter or a double click */
void cut_clip_list_open_row (CutClipList *self, CutRow *row, gboolean go);
/** cut_clip_list_with_chosen: calls @func with the ids of the rows chosen, once they are read */
void cut_clip_list_with_chosen (CutClipList *self, CutRowIds func, gpointer data, GDestroyNotify free_data);
void cut_clip_list_selection_changed (CutClipList *self);
/** cut_clip_list_refreshed: rows that moved in the list stay chosen */
void cut_clip_list_refreshed (CutClipList *self);
void cut_clip_list_activate (CutClipList *self, guint position);

/* cut-clip-list-acts.c */
void cut_clip_list_class_install_acts (GtkWidgetClass *widget_class);
/** cut_clip_list_popover_closed_cb: takes @popover away, after what was chosen in it */
void cut_clip_list_popover_closed_cb (GtkWidget *popover);

/* cut-clip-list-rows.c */
void cut_clip_list_init_rows (CutClipList *self);
void cut_clip_list_class_install_menu (GtkWidgetClass *widget_class);

G_END_DECLS
