/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_left_out_describe:
 * @left: what another program's file holds and Cuttings does not, in that program's words → how many of it (GUINT_TO_POINTER)
 * @sentences: (element-type utf8): gets a sentence for each, by the alphabet
 */
void cut_left_out_describe (GHashTable *left, GPtrArray *sentences);

G_END_DECLS
