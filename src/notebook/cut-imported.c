/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-imported.h"

#include "cut-bring-item.h"
#include "cut-imports.h"
#include "cut-json.h"

/* Returns: (transfer full) (nullable): the word of the format that stands among the headers of what was imported */
static char *
find_format (CutCapture *capture)
{
  const char *headers = cut_capture_get_headers (capture);
  g_autoptr (JsonNode) root = headers != NULL ? cut_json_parse (headers, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *header = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (header != NULL && g_strcmp0 (cut_json_get_string (header, "name"), CUT_IMPORTED_HEADER) == 0)
        return g_strdup (cut_json_get_string (header, "value"));
    }
  return NULL;
}

/* A page that another program had kept with its headers has those, and was captured, if by that program. */
gboolean
cut_imported_find (CutCapture  *capture,
                   const char **program)
{
  g_autofree char *format = find_format (capture);

  *program = format != NULL ? cut_imports_get_label (format) : NULL;
  return format != NULL || (cut_bring_is_card (CUT_RECORD (capture)) && g_strcmp0 (cut_capture_get_how (capture), "import") == 0);
}
