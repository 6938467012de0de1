/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cut_busy_begin:
 * @widget: in a window of the program
 * @reason: what the session would end, as the person who ends it is told
 *
 * The session asks before it ends and the computer does not fall asleep by itself, until cut_busy_end().
 *
 * Returns: what ends it; 0 where no desktop can be told
 */
guint cut_busy_begin (GtkWidget *widget, const char *reason);
/** cut_busy_end: @cookie: of cut_busy_begin(), 0 afterwards; one that is 0 is let be */
void cut_busy_end (guint *cookie);
/** cut_busy_while: cut_busy_begin() for as long as @work is there, as the progress of a job is until that is done */
void cut_busy_while (GObject *work, GtkWidget *widget, const char *reason);

G_END_DECLS
