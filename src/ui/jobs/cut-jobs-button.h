/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-clipper.h"

G_BEGIN_DECLS

#define CUT_TYPE_JOBS_BUTTON (cut_jobs_button_get_type ())
G_DECLARE_FINAL_TYPE (CutJobsButton, cut_jobs_button, CUT, JOBS_BUTTON, GtkWidget)

/**
 * CutJobsButton:
 *
 * What is being clipped: a button, there only while there is something to tell, whose popover lists the jobs with
 * their progress, Cancel, the result, and Try Again for what failed.
 */
void cut_jobs_button_set_clipper (CutJobsButton *self, CutClipper *clipper);

G_END_DECLS
