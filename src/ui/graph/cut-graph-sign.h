/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-ties.h"

G_BEGIN_DECLS

/* The signs of a graph beside their words: its legend. */

/** cut_graph_sign_new_for_schema: the shape of entities of @schema */
GtkWidget *cut_graph_sign_new_for_schema (const char *schema);
/** cut_graph_sign_new_for_tie: the line of ties of @kind */
GtkWidget *cut_graph_sign_new_for_tie (CutTieKind kind);

G_END_DECLS
