/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of what rests on passages: facts and relations. */

/**
 * cut_evidence_row_new:
 * @title: what is known
 * @subtitle: (nullable): more of it
 * @evidence: (element-type CutPassage): what proves it; none is said, too
 *
 * Returns: (transfer floating): a row with the words that prove it, and a button that leads to the passage, or to a choice of several
 */
GtkWidget *cut_evidence_row_new (const char *title, const char *subtitle, GPtrArray *evidence);

/** cut_evidence_row_add_button: a flat button at the end of @row, which is tied to @place. @callback: (GtkWidget *self, GtkWidget *button) */
GtkWidget *cut_evidence_row_add_button (GtkWidget *row, const char *icon, const char *name, guint place, GCallback callback,
                                        gpointer self);
/** cut_evidence_row_get_place: of a button that cut_evidence_row_add_button() made */
guint cut_evidence_row_get_place (GtkWidget *button);

G_END_DECLS
