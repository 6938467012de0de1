/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_MENTIONS (cut_entity_mentions_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityMentions, cut_entity_mentions, CUT, ENTITY_MENTIONS, GtkWidget)

/**
 * CutEntityMentions:
 *
 * The tab of an entity's page with all places that name it, by clip, linked and not yet linked. Enter opens the place in the
 * reader, L links it (on a clip: all in it), Delete says that it is another one. Clips are read some at a time, as the list is
 * scrolled. Follows the notebook by itself while it is on the screen.
 */
GtkWidget *cut_entity_mentions_new (CutNotebook *notebook);

/** cut_entity_mentions_show: @id: (nullable): of the entity */
void cut_entity_mentions_show (CutEntityMentions *self, const char *id);

G_END_DECLS
