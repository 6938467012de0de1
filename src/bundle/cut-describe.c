/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-lines.h"
#include "cut-normal.h"

gint64
cut_lines_newest (CutBundleContent *content)
{
  gint64 newest = 0;

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < content->records[kind]->len; i++)
      newest = MAX (newest, cut_record_get_int (g_ptr_array_index (content->records[kind], i), CUT_RECORD_MODIFIED));
  for (guint i = 0; i < content->tombstones->len; i++)
    newest = MAX (newest, ((CutBundleTombstone *) g_ptr_array_index (content->tombstones, i))->deleted);
  return newest;
}

static JsonObject *
counts (CutBundleContent *content)
{
  JsonObject *object = json_object_new ();

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    json_object_set_int_member (object, cut_kind_get_plural ((CutKind) kind), content->records[kind]->len);
  json_object_set_int_member (object, "tombstones", content->tombstones->len);
  return object;
}

static guint
count_withheld_sources (CutBundleContent *content)
{
  GPtrArray *sources = content->records[CUT_KIND_SOURCE];
  guint n = 0;

  /* A source that was made anonymous has no time of its making. */
  for (guint i = 0; i < sources->len; i++)
    if (!cut_record_has_value (g_ptr_array_index (sources, i), CUT_RECORD_CREATED))
      n++;
  return n;
}

static JsonObject *
redaction (CutBundleContent *content)
{
  static const char *const fields[] = { "contributors.email", "sources.contact", "sources.code_name",
                                        "attributions.condition", NULL };
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  /* Of a full bundle the condition stays in. */
  for (guint i = 0; fields[i] != NULL; i++)
    if (content->profile != CUT_PROFILE_FULL || i < 3)
      json_array_add_string_element (array, fields[i]);
  json_object_set_boolean_member (object, "applied", content->profile != CUT_PROFILE_FULL);
  json_object_set_array_member (object, "withheld_fields", array);
  json_object_set_int_member (object, "withheld_sources", count_withheld_sources (content));
  return object;
}

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

static JsonObject *
paths (void)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "blocks", "text/{capture}.blocks.json");
  json_object_set_string_member (object, "evidence", "evidence/{capture}.warc.gz");
  json_object_set_string_member (object, "image", "images/{sha256}.{ext}");
  json_object_set_string_member (object, "text", "text/{capture}.txt");
  return object;
}

char *
cut_lines_describe (CutBundleContent *content)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *modified = cut_time_format (cut_lines_newest (content));
  g_autofree char *notebook = g_strconcat ("urn:uuid:", content->notebook_id, NULL);
  g_autofree char *line = NULL;

  json_node_take_object (node, object);
  json_object_set_string_member (object, "format", CUT_BUNDLE_FORMAT);
  json_object_set_int_member (object, "version", CUT_BUNDLE_VERSION);
  json_object_set_string_member (object, "generator", "Cuttings " PACKAGE_VERSION);
  json_object_set_string_member (object, "title", content->title != NULL ? content->title : "");
  json_object_set_string_member (object, "notebook", notebook);
  set_string (object, "notebook_title", content->notebook_title);
  set_string (object, "language", content->language);
  set_string (object, "custody_head", content->custody_head);
  set_string (object, "in_reply_to", content->in_reply_to);
  json_object_set_string_member (object, "modified", modified);
  json_object_set_string_member (object, "profile", cut_bundle_profile_to_word (content->profile));
  json_object_set_object_member (object, "counts", counts (content));
  json_object_set_object_member (object, "paths", paths ());
  json_object_set_string_member (object, "offsets", "unicode-code-points");
  json_object_set_string_member (object, "text_rules", CUT_TEXT_RULES);
  json_object_set_object_member (object, "redaction", redaction (content));
  line = cut_json_canonical (node);
  return g_strconcat (line, "\n", NULL);
}

static void
take_description (CutBundleContent *content,
                  JsonObject       *object)
{
  const char *notebook = cut_json_get_string (object, "notebook");

  content->title = g_strdup (cut_json_get_string (object, "title"));
  content->notebook_id = notebook != NULL ? g_strdup (cut_id_strip (notebook)) : NULL;
  content->notebook_title = g_strdup (cut_json_get_string (object, "notebook_title"));
  content->language = g_strdup (cut_json_get_string (object, "language"));
  content->custody_head = g_strdup (cut_json_get_string (object, "custody_head"));
  content->in_reply_to = g_strdup (cut_json_get_string (object, "in_reply_to"));
}

gboolean
cut_lines_read_description (CutBundleContent  *content,
                            GBytes            *bytes,
                            GError           **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (JsonNode) node = size > 0 ? cut_json_parse (data, (gssize) size, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 version;

  if (object == NULL || g_strcmp0 (cut_json_get_string (object, "format"), CUT_BUNDLE_FORMAT) != 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, "data/bundle.json: %s",
                   _("this is a bag, but not a bundle of Cuttings"));
      return FALSE;
    }
  version = cut_json_get_int (object, "version", 0);
  if (version != CUT_BUNDLE_VERSION)
    {
      g_set_error (error, CUT_ERROR, version > CUT_BUNDLE_VERSION ? CUT_ERROR_NEWER : CUT_ERROR_CORRUPT,
                   _("data/bundle.json: the bundle has version %d of the format; this Cuttings reads version %d"),
                   (int) version, CUT_BUNDLE_VERSION);
      return FALSE;
    }
  if (!cut_bundle_profile_from_word (cut_json_get_string (object, "profile"), &content->profile, error))
    return FALSE;
  take_description (content, object);
  return TRUE;
}
