/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people call a relation when they look at it from one of its ends. */

/**
 * cut_relation_get_label:
 * @schema: (nullable): of the relation
 * @back: seen from the end that it leads to
 *
 * Returns: (transfer none): such as "Owns", or "Owned by" with @back, translated
 */
const char *cut_relation_get_label (const char *schema, gboolean back);

/** cut_relation_has_direction: Returns: whether the two ends differ: an owner and what is owned, but not two relatives */
gboolean cut_relation_has_direction (const char *schema);

G_END_DECLS
