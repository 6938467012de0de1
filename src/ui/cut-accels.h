/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* CutAccel: a key of the whole window. Keys of a part of it (the list, the reader) are bound there; the
 * shortcuts window, gtk/help-overlay.ui, shows both. */
typedef struct
{
  const char *action; /* detailed */
  const char *keys[3];
} CutAccel;

/** cut_accels_get: Returns: (transfer none) (array length=n) */
const CutAccel *cut_accels_get (guint *n);
/** cut_accels_get_keys: keys that give way to what is typed, or to what has the focus; the window binds them. Returns: (transfer none) (array length=n) */
const CutAccel *cut_accels_get_keys (guint *n);
void cut_accels_install (GtkApplication *application);

G_END_DECLS
