/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CutJsonGraph:
 *
 * All objects of a page's JSON-LD, those at the top before those they embed. Also of JSON that is
 * slightly broken: commas too many, line breaks in strings, comments around it, an end missing,
 * several objects in a row.
 */
typedef struct _CutJsonGraph CutJsonGraph;

CutJsonGraph *cut_json_graph_new (CutTree *tree);
void cut_json_graph_free (CutJsonGraph *graph);

/** cut_json_graph_get: Returns: (transfer none) (nullable): %NULL behind the last */
JsonObject *cut_json_graph_get (const CutJsonGraph *graph, guint index);

/** cut_json_graph_find: Returns: (transfer none) (nullable): the first object of one of @types */
JsonObject *cut_json_graph_find (const CutJsonGraph *graph, const char *const *types);

gboolean cut_json_graph_has_type (JsonObject *object, const char *const *types);

/** cut_json_graph_get_type: Returns: (nullable): the first type of @object that is not "Thing", without an address before it */
const char *cut_json_graph_get_type (JsonObject *object);

/** cut_json_graph_string: Returns: (nullable): a string, the first of an array of them, or an
 * object's `@value` */
const char *cut_json_graph_string (JsonNode *node);

/** cut_json_graph_member: Returns: (nullable): likewise of a member; @object may be %NULL */
const char *cut_json_graph_member (JsonObject *object, const char *name);

/** cut_json_graph_follow: Returns: (transfer none) (nullable): the object that @node is, or refers
 * to by its `@id` */
JsonObject *cut_json_graph_follow (const CutJsonGraph *graph, JsonNode *node);

/** cut_json_graph_repair: Returns: (transfer full): the first object or array in @text, mended */
char *cut_json_graph_repair (const char *text);

/** cut_json_graph_is_shallow: Returns: whether a recursive parser can read @text safely */
gboolean cut_json_graph_is_shallow (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutJsonGraph, cut_json_graph_free)

G_END_DECLS
