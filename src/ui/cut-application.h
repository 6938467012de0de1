/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CUT_TYPE_APPLICATION (cut_application_get_type ())
G_DECLARE_FINAL_TYPE (CutApplication, cut_application, CUT, APPLICATION, AdwApplication)

/**
 * CutApplication:
 *
 * The program with a window: one for each notebook. Opens what it is given, also by the session bus:
 * addresses and pages are clipped, bundles are offered for import. With `--notebook FILE` it is a program
 * of its own beside the one that has the usual notebook.
 */
CutApplication *cut_application_new (void);
/** cut_application_measure: when run, it opens the window once, prints how long that took as cut_startup_describe() says it, and ends. @began: when the
 *   first line of the program ran, g_get_monotonic_time() */
void cut_application_measure (CutApplication *self, gint64 began);

G_END_DECLS
