/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-signature.h"

G_BEGIN_DECLS

/** cut_counts_clear: takes all rows out of @list */
void cut_counts_clear (GtkListBox *list);

/**
 * cut_counts_add:
 * @heading: translated: "New", "Leaves the notebook"
 * @counts: (element-type utf8 guint): by plural kind, as reports have them
 *
 * Adds one row that says how many of what, in the order of a newsroom's interest; nothing when all are 0.
 *
 * Returns: the number of objects
 */
guint cut_counts_add (GtkListBox *list, const char *heading, GHashTable *counts);

/** cut_counts_add_signature: one row on who signed it; see cut_signature_judge() */
void cut_counts_add_signature (GtkListBox *list, const char *signature, CutTrust trust);

/** cut_counts_add_lines: one row a sentence */
void cut_counts_add_lines (GtkListBox *list, const char *icon_name, GPtrArray *lines);

/** cut_counts_add_line: Returns: (transfer none): the row */
GtkWidget *cut_counts_add_line (GtkListBox *list, const char *icon_name, const char *title, const char *subtitle);

G_END_DECLS
