/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cut-pages.h"
gboolean
cut_pages_write (CutPackage *package, GCancellable *cancellable, GError **error)
{
  return TRUE;
}
void
cut_pages_write_entrance (CutPackage *package)
{
}
