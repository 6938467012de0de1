/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the cards of the margin are made of. */

/** cut_card_add_label: puts a label that wraps at the end of @box. @class: its style. @lines: at most, then "…"; 0 for all */
GtkLabel *cut_card_add_label (GtkWidget *box, const char *class, int lines);

/** cut_card_set_up_button: @button: a #GtkButton of a card's first line. @name, @tooltip: translated; @name is read out */
void cut_card_set_up_button (GtkWidget *button, const char *icon, const char *name, const char *tooltip);

/**
 * cut_card_set_label:
 * @label: the accessible name of @card and of the row that holds it, if any
 * @description: (nullable): what can be done in that row
 */
void cut_card_set_label (GtkWidget *card, const char *label, const char *description);

G_END_DECLS
