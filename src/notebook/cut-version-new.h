/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"
#include "cut-version.h"

G_BEGIN_DECLS

/** cut_version_new: @previous: (nullable): the capture before it. Returns: (transfer full): what changed; a text that cannot be read
 *   counts as an empty one. Private to src/notebook; in the store's thread. */
CutVersion *cut_version_new (CutStore *store, CutRecord *capture, CutRecord *previous);

G_END_DECLS
