/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_COMPLETING_ENTRY (cut_completing_entry_get_type ())
G_DECLARE_FINAL_TYPE (CutCompletingEntry, cut_completing_entry, CUT, COMPLETING_ENTRY, GtkWidget)

/**
 * CutCompletingEntry:
 *
 * An entry for the name of an object of one kind. Typing offers the names that start with it; Down and Up
 * choose, Enter takes the one chosen, else the one of exactly that name, else asks for a new one.
 * Escape closes the offer, then gives back what stood there.
 *
 * A name is completed as it is typed: what was not typed stands selected, Enter or Tab takes
 * it, Backspace or Delete refuses it, and then Enter asks for a new one of the name as typed. Enter waits for the offers of
 * what was typed last, so that the outcome never hangs on how fast somebody types. A claim, clip or mark is found by any
 * of its words, in any order; Enter takes the first one offered, and none is made.
 *
 * Signals: `picked` (const char *id): a known object; `created` (const char *name): one that is not
 * there yet; `cleared`: the name was emptied; `activate`: of several names only: Enter, with no offer chosen.
 */
GtkWidget *cut_completing_entry_new (CutNotebook *notebook, CutKind kind);

/**
 * cut_completing_entry_new_several:
 * @kind: sources or entities
 * @names: (nullable): parted by semicolons
 *
 * An entry for several names, of which the last one is completed. It only holds them: what is known by such a name is for the caller to find.
 */
GtkWidget *cut_completing_entry_new_several (CutNotebook *notebook, CutKind kind, const char *names);
/** cut_completing_entry_get_names: (transfer none): what stands there */
const char *cut_completing_entry_get_names (CutCompletingEntry *self);

/** cut_completing_entry_show_id: @id: (nullable): shows the name of that object, looked up in the notebook */
void cut_completing_entry_show_id (CutCompletingEntry *self, const char *id);
/** cut_completing_entry_set_left_out: @id: (nullable): of an object that is not offered: a claim is not tied to itself */
void cut_completing_entry_set_left_out (CutCompletingEntry *self, const char *id);
/** cut_completing_entry_keep_typed: takes what was typed, as Enter does, when the focus goes elsewhere in the window; not for what is only
 *   found by its words */
void cut_completing_entry_keep_typed (CutCompletingEntry *self);
/** cut_completing_entry_is_taking: whether what was typed is being looked up, so that `picked` or `created` is still to come */
gboolean cut_completing_entry_is_taking (CutCompletingEntry *self);
/** cut_completing_entry_set_label: the accessible name and the placeholder */
void cut_completing_entry_set_label (CutCompletingEntry *self, const char *label);

G_END_DECLS
