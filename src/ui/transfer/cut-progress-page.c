/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-progress-page.h"

void
cut_progress_page_update (GtkLabel       *label,
                          GtkProgressBar *bar,
                          CutProgress    *progress)
{
  double fraction = cut_progress_get_fraction (progress);
  const char *message = cut_progress_get_message (progress);

  if (message != NULL)
    gtk_label_set_label (label, message);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (bar, fraction);
  else
    gtk_progress_bar_pulse (bar);
}
