/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Finding one's way in a window, for tests. */

/** cut_test_have_display: Returns: whether widgets can be made; else the test is skipped */
gboolean cut_test_have_display (void);
/** cut_test_find: Returns: (nullable): the first widget of @type under @root whose name for people is @name (NULL for any) */
GtkWidget *cut_test_find (GtkWidget *root, GType type, const char *name);
/** cut_test_iterate: runs the main loop until it has nothing to do */
void cut_test_iterate (void);

G_END_DECLS
