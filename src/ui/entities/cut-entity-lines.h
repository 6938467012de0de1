/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-entity-known.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_LINES (cut_entity_lines_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityLines, cut_entity_lines, CUT, ENTITY_LINES, GtkWidget)

/**
 * CutEntityLines:
 *
 * What is said of an entity, by date: claims and passages. A row opens the passage, else the claim.
 */
GtkWidget *cut_entity_lines_new (void);

/** cut_entity_lines_show: @same: it is the entity that is shown already */
void cut_entity_lines_show (CutEntityLines *self, CutEntityKnown *known, gboolean same);

G_END_DECLS
