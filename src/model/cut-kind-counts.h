/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_kind_counts_describe:
 * @counts: (nullable) (element-type utf8 guint): by plural kind, as the reports of export and import have them
 * @total: (out) (optional): the sum
 *
 * Says how many of what, in the order of a newsroom's interest: "2 clips · 1 claim".
 *
 * Returns: (transfer full) (nullable): translated; %NULL when there is nothing
 */
char *cut_kind_counts_describe (GHashTable *counts, guint *total);

G_END_DECLS
