/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-brought.h"

G_BEGIN_DECLS

/** cut_in_bibtex_take: a new item at the end of @brought. @type: "article" and the like; @key: of the entry; @fields: (element-type utf8
 *   utf8): small names → TeX; what was read is taken out. Private to src/imports. */
void cut_in_bibtex_take (CutBrought *brought, const char *type, const char *key, GHashTable *fields);

G_END_DECLS
