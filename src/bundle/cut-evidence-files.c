/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-evidence-files.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-json.h"

static const struct
{
  const char *type;
  const char *extension;
} kinds[] = {
  { "image/jpeg", "jpg" }, { "image/png", "png" }, { "image/gif", "gif" }, { "image/webp", "webp" }, { "image/avif", "avif" },
};

const char *
cut_evidence_files_media_type (const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].extension, extension))
      return kinds[i].type;
  return "application/octet-stream";
}

/* SVG is a document that may hold scripts: it is kept, under a name that opens nowhere. */
static const char *
extension_for (const char *content_type)
{
  g_autofree char *type = g_ascii_strdown (content_type != NULL ? content_type : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (type, kinds[i].type))
      return kinds[i].extension;
  return "bin";
}

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

void
cut_evidence_files_each (CutRecord       *capture,
                         CutResourceFunc  func,
                         gpointer         data)
{
  const char *json = cut_capture_get_resources (CUT_CAPTURE (capture));
  g_autoptr (JsonNode) node = json != NULL ? cut_json_parse (json, -1, NULL) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *sha256 = object != NULL ? cut_json_get_string (object, "sha256") : NULL;
      const char *url = object != NULL ? cut_json_get_string (object, "url") : NULL;
      const char *type = object != NULL ? cut_json_get_string (object, "content_type") : NULL;

      if (is_hash (sha256))
        func (url, type, sha256, extension_for (type), data);
    }
}

static void
map_cb (const char *url,
        const char *type,
        const char *sha256,
        const char *extension,
        gpointer    data)
{
  if (url != NULL && !g_str_equal (extension, "bin"))
    g_hash_table_insert (data, g_strdup (url), g_strdup_printf ("images/%s.%s", sha256, extension));
}

GHashTable *
cut_evidence_files_images (CutRecord *capture)
{
  GHashTable *images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  cut_evidence_files_each (capture, map_cb, images);
  return images;
}

char *
cut_evidence_files_path (CutRecord *capture)
{
  gboolean warc = cut_capture_get_warc_sha256 (CUT_CAPTURE (capture)) != NULL;

  return g_strdup_printf ("evidence/%s.%s", cut_record_get_id (capture), warc ? "warc.gz" : "bin");
}

typedef struct
{
  CutPackage *package;
  CutRecord *capture;
} Adding;

static void
add_cb (const char *url,
        const char *type,
        const char *sha256,
        const char *extension,
        gpointer    data)
{
  const Adding *adding = data;
  g_autofree char *path = g_strdup_printf ("data/images/%s.%s", sha256, extension);

  cut_package_add_blob (adding->package, path, cut_record_get_id (adding->capture), sha256);
}

void
cut_evidence_files_add (CutPackage *package)
{
  GPtrArray *captures = package->content->records[CUT_KIND_CAPTURE];

  for (guint i = 0; i < captures->len; i++)
    {
      CutRecord *record = g_ptr_array_index (captures, i);
      CutCapture *capture = CUT_CAPTURE (record);
      const char *warc = cut_capture_get_warc_sha256 (capture);
      const char *hash = warc != NULL ? warc : cut_capture_get_sha256 (capture);
      g_autofree char *file = cut_evidence_files_path (record);
      g_autofree char *path = g_strconcat ("data/", file, NULL);
      Adding adding = { package, record };

      if (is_hash (hash))
        cut_package_add_blob (package, path, cut_record_get_id (record), hash);
      cut_evidence_files_each (record, add_cb, &adding);
    }
}
