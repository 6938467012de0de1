/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-entities-view.h"
#include "cut-changes-view.h"
#include "cut-check-list-view.h"
#include "cut-claims-view.h"
#include "cut-clip-list.h"
#include "cut-clipper.h"
#include "cut-jobs-button.h"
#include "cut-library.h"
#include "cut-margin-view.h"
#include "cut-reader-view.h"
#include "cut-sources-view.h"
#include "cut-timeline-view.h"
#include "cut-window.h"

G_BEGIN_DECLS

struct _CutWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets. */
  AdwToastOverlay *toasts;
  AdwLeaflet *outer;
  GtkWidget *library_box;
  CutLibrary *library;
  GtkStack *places;
  AdwLeaflet *inner;
  GtkWidget *list_box;
  AdwWindowTitle *list_title;
  CutJobsButton *jobs;
  CutClipList *clips;
  GtkWidget *reader_box;
  AdwWindowTitle *reader_title;
  GtkStack *reader_stack;
  AdwFlap *margin_flap;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *add_button;
  GtkWidget *margin_button;
  GtkWidget *reader_button;

  /* Made by the window, owned by their parents. */
  CutReaderView *reader;
  CutMarginView *margin;
  CutChangesView *changes; /* %NULL until shown once */
  CutClaimsView *claims;           /* %NULL until shown once, as the next three */
  CutCheckListView *check_list;
  CutSourcesView *sources;
  CutEntitiesView *entities;
  CutTimelineView *timeline;       /* %NULL until shown once */
  char *timeline_story;            /* (nullable): id of the story whose timeline was asked for last */

  /* Until the notebook is there. */
  GtkWidget *empty_place;          /* (nullable): of a view that has no clips */
  guint waiting_source;
  CutNotebook *coming;             /* (owned) (nullable): only the list has it yet */
  guint rest_source;               /* of giving it to all others */
  gboolean failed;                 /* why it could not be opened is shown instead of the columns */
  GtkWidget *conflicts;            /* %NULL until shown once */
  guint count_source;              /* of counting them */

  AdwToast *notice;     /* (weak) (nullable): says what was done last, and may offer to undo it until something else is done */
  AdwToast *date_toast; /* (weak) (nullable): offers to set the date of a clip, until it has one */

  /* Owned. */
  CutNotebook *notebook;           /* %NULL until it is open; so are the reader, the margin and the clipper */
  CutSettings *settings;
  CutClipper *clipper;
  guint busy; /* what keeps the session from ending while the clipper works; 0: nothing */
  char *view;
};

/* cut-window.c */
void cut_window_set_view (CutWindow *self, const char *view);
/** cut_window_open_clip: @go: shows the reader also where only one column fits */
void cut_window_open_clip (CutWindow *self, const char *id, gboolean go);
/** cut_window_show_passage: @annotation: (nullable) */
void cut_window_show_passage (CutWindow *self, const char *clip, const char *annotation);
void cut_window_show_object (CutWindow *self, CutKind kind, const char *id);
void cut_window_go_back (CutWindow *self);
void cut_window_toast (CutWindow *self, const char *sentence, gboolean undo);
/** cut_window_say: @button: (nullable): with a mnemonic; @action: (nullable): what it does */
void cut_window_say (CutWindow *self, const char *sentence, const char *button, const char *action);
/** cut_window_drop_undo_offer: takes back the offer to undo an act that is no longer the last one */
void cut_window_drop_undo_offer (CutWindow *self);
const char *cut_window_get_open_clip (CutWindow *self);

/** cut_window_add_place: @view: takes the place of the columns of clips while the view of that name is shown. Returns: (transfer none): the page with it */
GtkWidget *cut_window_add_place (CutWindow *self, const char *name, GtkWidget *view);

/* cut-window-claims.c */
void cut_window_class_install_claims_actions (GtkWidgetClass *widget_class);
/** cut_window_get_claims: the Claims view, made when it is shown first */
CutClaimsView *cut_window_get_claims (CutWindow *self);
/** cut_window_show_check_list: @story: (nullable): id */
void cut_window_show_check_list (CutWindow *self, const char *story);

/* cut-window-searches.c */
/** cut_window_init_searching: needs no notebook */
void cut_window_init_searching (CutWindow *self);
/** cut_window_show_search: searches for what was saved with @id; all clips where it is gone */
void cut_window_show_search (CutWindow *self, const char *id);
/** cut_window_show_hits: what the list is searched for is shown in the article, too */
void cut_window_show_hits (CutWindow *self);

/* cut-window-timeline.c */
void cut_window_class_install_timeline_actions (GtkWidgetClass *widget_class);
/** cut_window_show_timeline: @story: (nullable): id */
void cut_window_show_timeline (CutWindow *self, const char *story);

/* cut-window-start.c */

/** cut_window_get_column_width: Returns: of the setting @key, in pixels, as wide as the size of text asks for; never under @least */
int cut_window_get_column_width (CutWindow *self, const char *key, int least);
/** cut_window_wait: shows what is known without a notebook: the view and width that were left, and nothing to be done */
void cut_window_wait (CutWindow *self);
/** cut_window_end_wait: the notebook is there. Lets everything be done; then the parts say what cannot */
void cut_window_end_wait (CutWindow *self);
/** cut_window_restore_place: shows the view and the clip that were left */
void cut_window_restore_place (CutWindow *self);
/* cut-window-transfer.c */
void cut_window_class_install_transfer_actions (GtkWidgetClass *widget_class);
void cut_window_init_transfer (CutWindow *self);
void cut_window_export (CutWindow *self, const char *const *ids);
void cut_window_import (CutWindow *self, const char *path);
/** cut_window_show_conflicts: what two people wrote differently, where the columns of clips would be */
void cut_window_show_conflicts (CutWindow *self);

/* cut-window-actions.c */
void cut_window_class_install_actions (GtkWidgetClass *widget_class);
/** cut_window_init_sorting: needs no notebook */
void cut_window_init_sorting (CutWindow *self);
void cut_window_init_actions (CutWindow *self);
/** cut_window_follow_undo: keeps the names of what can be undone up to date */
void cut_window_follow_undo (CutWindow *self);
void cut_window_show_details (CutWindow *self, const char *id, const char *field);

/* cut-window-changes.c */
void cut_window_class_install_changes_actions (GtkWidgetClass *widget_class);
/** cut_window_shows_changes: whether the Changes view is where the article would be */
gboolean cut_window_shows_changes (CutWindow *self);
/** cut_window_close_changes: back to the article */
void cut_window_close_changes (CutWindow *self);
/** cut_window_follow_reading: what can be compared and fetched again is up to what is open */
void cut_window_follow_reading (CutWindow *self, CutReading *reading);
/** cut_window_fetch_again: @ids: of clips */
void cut_window_fetch_again (CutWindow *self, const char *const *ids);
void cut_window_init_fetching (CutWindow *self);

/* cut-window-purge.c */
void cut_window_class_install_purge_actions (GtkWidgetClass *widget_class);

/* cut-window-protection.c */
void cut_window_class_install_protection_actions (GtkWidgetClass *widget_class);
void cut_window_init_protection (CutWindow *self);

/* cut-window-clip.c */
void cut_window_class_install_clip_actions (GtkWidgetClass *widget_class);
void cut_window_init_clipping (CutWindow *self);
/** cut_window_drop_date_offer: takes back the offer to set the date of @clip (nullable: of any clip) */
void cut_window_drop_date_offer (CutWindow *self, const char *clip);

/** cut_window_add_reader_actions: what the reader does, for @menu, which stands outside it */
void cut_window_add_reader_actions (CutWindow *self, GtkWidget *menu);

G_END_DECLS
