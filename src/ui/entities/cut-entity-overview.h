/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-entity-known.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_OVERVIEW (cut_entity_overview_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityOverview, cut_entity_overview, CUT, ENTITY_OVERVIEW, GtkWidget)

/**
 * CutEntityOverview:
 *
 * The first tab of an entity's page: summary, facts, relations, claims and passages, and the fields to edit.
 */
GtkWidget *cut_entity_overview_new (CutNotebook *notebook);

/** cut_entity_overview_set_record: @record: (nullable): whose fields are shown at once, before all that is known of it has been read */
void cut_entity_overview_set_record (CutEntityOverview *self, CutRecord *record);
/** cut_entity_overview_show: @same: it is the entity that is shown already */
void cut_entity_overview_show (CutEntityOverview *self, CutEntityKnown *known, gboolean same);
/** cut_entity_overview_edit_name: the focus goes to the name */
void cut_entity_overview_edit_name (CutEntityOverview *self);
/** cut_entity_overview_add_fact: asks for a new fact */
void cut_entity_overview_add_fact (CutEntityOverview *self);
/** cut_entity_overview_add_relation: asks for a new relation */
void cut_entity_overview_add_relation (CutEntityOverview *self);

G_END_DECLS
