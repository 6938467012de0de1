/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* Notebooks in folders of their own, for tests. */

typedef struct
{
  char *folder;
  char *path;
  CutNotebook *notebook;
  GPtrArray *changes; /* (element-type CutChange): of the last signal */
  guint n_signals;
} CutTestNotebook;

void cut_test_notebook_set_up (CutTestNotebook *self, gconstpointer data);
void cut_test_notebook_tear_down (CutTestNotebook *self, gconstpointer data);
/* Makes the file at @path, which nobody has open, one of a later version. */
void cut_test_make_newer (const char *path);

/** cut_test_remove_tree: a folder and what is in it */
void cut_test_remove_tree (const char *folder);

/** cut_test_clip_text: Returns: (transfer full): a pasted article */
CutClipResult *cut_test_clip_text (CutNotebook *notebook, const char *text);

/** cut_test_commit_one: an act of one object */
void cut_test_commit_one (CutNotebook *notebook, const char *label, CutRecord *record);

/** cut_test_list: Returns: (transfer full): all of @kind outside the trash */
GPtrArray *cut_test_list (CutNotebook *notebook, CutKind kind);
guint cut_test_count (CutNotebook *notebook, CutKind kind);

/** cut_test_wait: runs the main loop until *@flag */
void cut_test_wait (const gboolean *flag);

/** cut_test_result_cb: stores the result in the GAsyncResult * that user_data points to */
void cut_test_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
/** cut_test_await: runs the main loop until a result is there; Returns: (transfer full) */
GAsyncResult *cut_test_await (GAsyncResult **result);

/** cut_test_assert_verifies: the file has no problem */
void cut_test_assert_verifies (const char *path);

#define CUT_TEST_ARTICLE \
  "Harbour board admits second leak\n\n" \
  "By Ada Lindqvist\n\n" \
  "The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first, " \
  "according to minutes seen by this newspaper.\n\n" \
  "“We were told on the ninth,” said Jon Berg, who chairs the board. The minutes name two officials who knew earlier, " \
  "and say that neither was asked to write a report about it.\n\n" \
  "The board did not answer questions about the tank’s age. Its last inspection was in 2011, the register shows, and " \
  "the next one had been put off three times since then.\n"

G_END_DECLS
