/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutUnsettled:
 * @clip: id
 * @n_unsure, @n_orphans: annotations of the clip that a person has to look at in the capture that is shown
 */
typedef struct
{
  char *clip;
  guint n_unsure;
  guint n_orphans;
} CutUnsettled;

void cut_unsettled_free (CutUnsettled *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutUnsettled, cut_unsettled_free)

G_END_DECLS
