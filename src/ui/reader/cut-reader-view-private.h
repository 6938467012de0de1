/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block-toggle.h"
#include "cut-find-bar.h"
#include "cut-reader-banner.h"
#include "cut-reader-head.h"
#include "cut-reader-pictures.h"
#include "cut-reader-text.h"
#include "cut-reader-view.h"

G_BEGIN_DECLS

struct _CutReaderView
{
  GtkWidget parent_instance;

  /* Children. */
  GtkWidget *box;
  GtkWidget *overlay;
  GtkWidget *selection_bar;
  GtkWidget *status;
  GtkWidget *spinner;
  CutFindBar *find_bar;
  CutReaderBanner *banner;
  CutReaderText *text;
  CutReaderHead *head;

  CutNotebook *notebook;       /* (owned) */
  CutPage *page;               /* (owned) (nullable): what is shown */
  CutReaderPictures *pictures; /* (owned) */
  CutBlockToggle *toggle;      /* (owned) */
  GCancellable *opening;       /* (owned) (nullable): of the reading under way */
  char *id;                    /* (owned) (nullable): what was asked for */
  GHashTable *places;          /* (owned) (element-type utf8 guint): the first code point in view, by clip left */
  char *entered;               /* (owned) (nullable): the annotation the caret is in */
  GPtrArray *proposals;        /* (owned) (nullable) */
  guint entered_proposal;      /* where the one begins that the caret is in; G_MAXUINT: in none */
  char *awaited;               /* (owned) (nullable): the annotation to show when it is there */
  char *awaited_clip;          /* (owned) (nullable): the clip in which words are to be selected when it is there */
  guint awaited_start;         /* those words, code points */
  guint awaited_end;
  gboolean awaited_edit;
  gboolean awaited_made;       /* it was just made here: its place is in view already */
  gboolean stale;              /* the notebook changed while it was being read */
  gboolean moving;             /* the caret is being moved by the program */
  gboolean show_furniture;
  gboolean show_proposals;
  double text_scale;
  guint spinner_source;
  guint bar_source;
};

/* cut-reader-actions.c */

/** cut_reader_view_install_actions: everything the reader does, as `reader.` actions with their keys */
void cut_reader_view_install_actions (GtkWidgetClass *widget_class);
/** cut_reader_view_forbid_changes: no action that writes is possible any more */
void cut_reader_view_forbid_changes (CutReaderView *self);
/** cut_reader_view_new_menu: what the text's context menu offers beside copying */
GMenuModel *cut_reader_view_new_menu (void);
/** cut_reader_view_set_published: one act; @date: (nullable) */
void cut_reader_view_set_published (CutReaderView *self, CutDate *date);

/* cut-reader-mentions.c */

/** CutReaderElse: what is done where no known name is meant; @start, @end: code points */
typedef void (*CutReaderElse) (CutReaderView *self, guint start, guint end);

/** cut_reader_view_link_mention: links the known name that the words at [start, end) or, where both are the same, the caret there belongs to;
 *   shows the mark of one that is linked. @otherwise: (nullable) */
void cut_reader_view_link_mention (CutReaderView *self, guint start, guint end, CutReaderElse otherwise);

/* cut-reader-proposals.c */

/** cut_reader_view_enter_proposal: tells who listens that the caret is in another proposal now */
void cut_reader_view_enter_proposal (CutReaderView *self);
/** cut_reader_view_next_proposal: the card of the first one behind the caret takes the focus, or the first of all. Returns: whether there is one */
gboolean cut_reader_view_next_proposal (CutReaderView *self);

/* cut-reader-view.c */

void cut_reader_view_activate_proposal (CutReaderView *self, guint start, gboolean focus);
/** cut_reader_view_await: activates the annotation @id as soon as it is in the reading; @made: it was made here and now */
void cut_reader_view_await (CutReaderView *self, const char *id, gboolean edit, gboolean made);
void cut_reader_view_activate (CutReaderView *self, const char *id, gboolean edit);

G_END_DECLS
