/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook-entities.h"
#include "cut-store.h"

G_BEGIN_DECLS

/** cut_entity_detail_load: @id: of an entity. Private to src/notebook; in the reading thread */
CutEntityDetail *cut_entity_detail_load (CutStore *store, const char *id, GError **error);

G_END_DECLS
