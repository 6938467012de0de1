/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*CutNamed) (const char *name, gpointer user_data);

/**
 * cut_name_popover_show:
 * @parent: what the popover points at
 * @title: what is asked, such as "New Story"
 * @action: the verb of the button
 * @name: (nullable): what stands there at first
 * @named: called once with a name that is not empty, when somebody gave one
 *
 * Asks for a name without getting in the way; Escape or a click elsewhere forgets it.
 */
void cut_name_popover_show (GtkWidget *parent, const char *title, const char *action, const char *name,
                            CutNamed named, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
