/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-view.h"
#include "cut-reader-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

G_BEGIN_DECLS

/* A window with a reader and its margin on a notebook with one pasted article, for tests. */
typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;      /* NULL where there is no display */
  CutReaderView *reader;
  CutMarginView *margin;
  GtkTextView *text;
  char *id;               /* of the clip */
  char *activated;        /* the annotation last activated */
  gboolean edit;          /* and how */
  char *toast;            /* the last message for the window */
  gboolean toast_undo;
} CutTestReader;

void cut_test_reader_set_up (CutTestReader *self, gconstpointer data);
void cut_test_reader_tear_down (CutTestReader *self, gconstpointer data);

/** cut_test_reader_open: opens the article and waits until all of it is there */
void cut_test_reader_open (CutTestReader *self);
/** cut_test_reader_select: selects @words */
void cut_test_reader_select (CutTestReader *self, const char *words);
/** cut_test_reader_act: activates an action from the text, as a key would; @target: (nullable): a string */
void cut_test_reader_act (CutTestReader *self, const char *action, const char *target);
/** cut_test_reader_wait: runs the main loop until the reading has @n annotations */
void cut_test_reader_wait (CutTestReader *self, guint n);
/** cut_test_reader_mark: selects @words, marks them and waits for the mark. Returns: (transfer none): its record */
CutRecord *cut_test_reader_mark (CutTestReader *self, const char *kind, const char *words);
/** cut_test_reader_dup_text: Returns: (transfer full): what the buffer holds */
char *cut_test_reader_dup_text (CutTestReader *self);

/** cut_test_wait_until: runs the main loop until @condition of @reader holds */
void cut_test_wait_until (gboolean (*condition) (CutTestReader *self), CutTestReader *reader);

G_END_DECLS
