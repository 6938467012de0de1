/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/* The pages people read: valid HTML 5 without script, in the language of the content. */

/** cut_pages_write: all pages below `data/`; fails only when cancelled or a block table is damaged */
gboolean cut_pages_write (CutPackage *package, GCancellable *cancellable, GError **error);
/** cut_pages_write_entrance: `index.html` in the top folder, with one link */
void cut_pages_write_entrance (CutPackage *package);

G_END_DECLS
