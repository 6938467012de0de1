/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-selector.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-json.h"

G_DEFINE_BOXED_TYPE (CutSelector, cut_selector, cut_selector_ref, cut_selector_unref)

CutSelector *
cut_selector_new (guint       start,
                  guint       end,
                  const char *exact,
                  const char *prefix,
                  const char *suffix)
{
  CutSelector *self = g_new0 (CutSelector, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->start = start;
  self->end = end;
  self->exact = g_strdup (exact != NULL ? exact : "");
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  self->suffix = g_strdup (suffix != NULL ? suffix : "");
  return self;
}

CutSelector *
cut_selector_ref (CutSelector *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_selector_unref (CutSelector *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

gboolean
cut_selector_equal (const CutSelector *a,
                    const CutSelector *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->start == b->start && a->end == b->end && g_str_equal (a->exact, b->exact) &&
         g_str_equal (a->prefix, b->prefix) && g_str_equal (a->suffix, b->suffix);
}

JsonNode *
cut_selector_to_json (const CutSelector *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, self->end);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, self->start);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, "TextPositionSelector");
  json_builder_end_object (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "exact");
  json_builder_add_string_value (builder, self->exact);
  json_builder_set_member_name (builder, "prefix");
  json_builder_add_string_value (builder, self->prefix);
  json_builder_set_member_name (builder, "suffix");
  json_builder_add_string_value (builder, self->suffix);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, "TextQuoteSelector");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

static JsonObject *
find_selector (JsonArray  *array,
               const char *type)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL && g_strcmp0 (cut_json_get_string (object, "type"), type) == 0)
        return object;
    }
  return NULL;
}

CutSelector *
cut_selector_from_json (JsonNode  *node,
                        GError   **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *position = array != NULL ? find_selector (array, "TextPositionSelector") : NULL;
  JsonObject *quote = array != NULL ? find_selector (array, "TextQuoteSelector") : NULL;
  gint64 start = position != NULL ? cut_json_get_int (position, "start", -1) : 0;
  gint64 end = position != NULL ? cut_json_get_int (position, "end", -1) : 0;

  if ((position == NULL && quote == NULL) || start < 0 || end < start || end > G_MAXINT)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The mark does not say which words it is on"));
      return NULL;
    }
  return cut_selector_new ((guint) start, (guint) end,
                           quote != NULL ? cut_json_get_string (quote, "exact") : NULL,
                           quote != NULL ? cut_json_get_string (quote, "prefix") : NULL,
                           quote != NULL ? cut_json_get_string (quote, "suffix") : NULL);
}
