/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_json_repair_next:
 * @from: (inout): where to begin; moves behind what was read
 *
 * Copies the next object or array of a page's data and mends what pages get wrong: commas before an
 * end or missing between members, control characters and quotation marks in strings, remarks, and
 * what is left open. For texts that do not parse as they are: of those that do it may change some.
 *
 * Returns: (transfer full): "" where there is none
 */
char *cut_json_repair_next (const char **from);

/** cut_json_repair_entities: Returns: (transfer full) (nullable): @text with the characters that its
 * entities stand for, where it has them for quotation marks */
char *cut_json_repair_entities (const char *text);

G_END_DECLS
