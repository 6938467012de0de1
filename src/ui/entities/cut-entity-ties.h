/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-entity-known.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_TIES (cut_entity_ties_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityTies, cut_entity_ties, CUT, ENTITY_TIES, GtkWidget)

/**
 * CutEntityTies:
 *
 * The relations of an entity, by kind, each with its other end, role, dates and what proves it. A row opens the other end; buttons
 * change and delete it. The action `entity.add-relation` of the page adds one.
 */
GtkWidget *cut_entity_ties_new (CutNotebook *notebook);

/** cut_entity_ties_show: @same: it is the entity that is shown already */
void cut_entity_ties_show (CutEntityTies *self, CutEntityKnown *known, gboolean same);
/** cut_entity_ties_add: asks for a new relation of the entity that is shown */
void cut_entity_ties_add (CutEntityTies *self);

G_END_DECLS
