/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-unsettled.h"

void
cut_unsettled_free (CutUnsettled *self)
{
  g_free (self->clip);
  g_free (self);
}
