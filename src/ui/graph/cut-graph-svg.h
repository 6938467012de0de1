/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-scene.h"

G_BEGIN_DECLS

/** cut_graph_to_svg: Returns: (transfer full): a document of the whole graph at its natural size: its words are words that can be selected
 *   and searched, each node and edge has a title that says what it is. Any thread. */
char *cut_graph_to_svg (CutGraphScene *scene);

G_END_DECLS
