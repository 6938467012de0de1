/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Small helpers around json-glib: reading members that may be missing or of
 * another type, and the canonical form that revisions are hashed over. */

/** cut_json_get_string: Returns: (nullable) (transfer none): %NULL when missing or no string */
const char *cut_json_get_string (JsonObject *object, const char *name);
gint64 cut_json_get_int (JsonObject *object, const char *name, gint64 fallback);
gboolean cut_json_get_boolean (JsonObject *object, const char *name, gboolean fallback);
JsonArray *cut_json_get_array (JsonObject *object, const char *name);
JsonObject *cut_json_get_object (JsonObject *object, const char *name);

/** cut_json_get_strv: Returns: (nullable) (transfer full): the strings of an array */
char **cut_json_get_strv (JsonObject *object, const char *name);

/**
 * cut_json_parse:
 * @text: UTF-8
 * @length: bytes, or -1
 *
 * Refuses text nested deeper than %CUT_LIMIT_JSON_DEPTH before json-glib, which
 * recurses, sees it.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL with %CUT_ERROR_INPUT
 */
JsonNode *cut_json_parse (const char *text, gssize length, GError **error);

/**
 * cut_json_canonical:
 *
 * Returns: (transfer full): one line, members sorted by name (byte order), no spaces, UTF-8
 *   unescaped: the same content always gives the same bytes
 */
char *cut_json_canonical (JsonNode *node);

G_END_DECLS
