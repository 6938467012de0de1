/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-block.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"

/* Writing. */

int
cut_lines_compare (gconstpointer a,
                   gconstpointer b)
{
  CutRecord *const *first = a;
  CutRecord *const *second = b;

  return g_strcmp0 (cut_record_get_id (*first), cut_record_get_id (*second));
}

char *
cut_lines_path (CutKind kind)
{
  return g_strdup_printf ("data/records/%s.ndjson", cut_kind_get_plural (kind));
}

static void
write_kind (CutPackage *package,
            CutKind     kind)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (package->content->records[kind], (GCopyFunc) g_object_ref, NULL);
  g_autofree char *path = cut_lines_path (kind);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (sorted, cut_lines_compare);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *line = cut_record_to_line (g_ptr_array_index (sorted, i), CUT_JSON_CANONICAL);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  cut_package_take_text (package, path, NULL, g_string_free (text, FALSE));
  g_ptr_array_set_free_func (sorted, g_object_unref);
}

static void
set_urn (JsonObject *object,
         const char *name,
         const char *id)
{
  g_autofree char *urn = NULL;

  if (id == NULL)
    return;
  urn = cut_id_is_valid (id) ? g_strconcat ("urn:uuid:", id, NULL) : g_strdup (id);
  json_object_set_string_member (object, name, urn);
}

static char *
to_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return cut_json_canonical (node);
}

static JsonArray *
strings_to_json (char **strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  return array;
}

static char *
tombstone_to_line (const CutBundleTombstone *tombstone)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *deleted = cut_time_format (tombstone->deleted);

  set_urn (object, "id", tombstone->object);
  set_urn (object, "object", tombstone->object);
  set_urn (object, "contributor", tombstone->contributor);
  json_object_set_string_member (object, "kind", cut_kind_get_name (tombstone->kind));
  json_object_set_string_member (object, "deleted", deleted);
  if (tombstone->parents != NULL && tombstone->parents[0] != NULL)
    json_object_set_array_member (object, "parents", strings_to_json (tombstone->parents));
  if (tombstone->write != NULL)
    {
      json_object_set_string_member (object, "by", tombstone->write);
      json_object_set_array_member (object, "seen", strings_to_json (tombstone->seen));
    }
  return to_text (object);
}

static int
compare_tombstones (gconstpointer a,
                    gconstpointer b)
{
  const CutBundleTombstone *const *first = a;
  const CutBundleTombstone *const *second = b;

  return strcmp ((*first)->object, (*second)->object);
}

char *
cut_bundle_tombstones_to_text (GPtrArray *tombstones)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (tombstones, compare_tombstones);
  for (guint i = 0; i < tombstones->len; i++)
    {
      g_autofree char *line = tombstone_to_line (g_ptr_array_index (tombstones, i));

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static char *
table_to_json (const CutBundleText *text)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *blocks = cut_json_parse (text->blocks_json != NULL ? text->blocks_json : "[]", -1, NULL);

  json_object_set_member (object, "blocks", blocks != NULL ? blocks : json_node_new (JSON_NODE_NULL));
  if (text->html != NULL)
    json_object_set_string_member (object, "html", text->html);
  return to_text (object);
}

static void
write_text (CutPackage *package,
            const char *capture)
{
  const CutBundleText *text = g_hash_table_lookup (package->content->texts, capture);
  g_autofree char *path = g_strdup_printf ("data/text/%s.txt", capture);
  g_autofree char *table = g_strdup_printf ("data/text/%s.blocks.json", capture);

  if (text == NULL)
    return;
  cut_package_take_text (package, path, capture, g_strdup (text->text));
  cut_package_take_text (package, table, capture, table_to_json (text));
}

void
cut_lines_write (CutPackage *package)
{
  GPtrArray *captures = package->content->records[CUT_KIND_CAPTURE];

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    write_kind (package, (CutKind) kind);
  cut_package_take_text (package, CUT_LINES_TOMBSTONES, NULL, cut_bundle_tombstones_to_text (package->content->tombstones));
  for (guint i = 0; i < captures->len; i++)
    write_text (package, cut_record_get_id (g_ptr_array_index (captures, i)));
}

/* Reading. */

static gboolean
corrupt (GError     **error,
         const char  *path,
         guint        line,
         const char  *problem)
{
  if (line > 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s:%u: %s", path, line, problem);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, "%s: %s", path, problem);
  return FALSE;
}

static gboolean
check_record (CutRecord   *record,
              const char **previous,
              const char  *path,
              guint        line,
              GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *rev = NULL;

  if (!cut_record_validate (record, &local))
    return corrupt (error, path, line, local->message);
  if (g_strcmp0 (*previous, cut_record_get_id (record)) >= 0 && *previous != NULL)
    return corrupt (error, path, line, _("the records are not in the order of their ids, or one is there twice"));
  rev = cut_record_compute_rev (record);
  if (cut_record_get_rev (record) == NULL || !g_str_equal (rev, cut_record_get_rev (record)))
    return corrupt (error, path, line, _("the revision does not fit what the record says"));
  *previous = cut_record_get_id (record);
  return TRUE;
}

static gboolean
read_record (CutBundleContent  *content,
             CutKind            kind,
             const char        *text,
             const char       **previous,
             const char        *path,
             guint              line,
             GError           **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (CutRecord) record = cut_record_from_line (kind, text, &local);

  if (record == NULL)
    return corrupt (error, path, line, local->message);
  if (!check_record (record, previous, path, line, error))
    return FALSE;
  cut_bundle_content_add (content, record);
  return TRUE;
}

static gboolean
read_tombstone (CutBundleContent  *content,
                const char        *text,
                const char        *path,
                guint              line,
                GError           **error)
{
  g_autoptr (JsonNode) node = cut_json_parse (text, -1, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? cut_json_get_string (object, "object") : NULL;
  CutKind kind = object != NULL ? cut_kind_from_name (cut_json_get_string (object, "kind")) : CUT_KIND_NONE;
  const char *contributor = object != NULL ? cut_json_get_string (object, "contributor") : NULL;
  gint64 deleted = 0;
  CutBundleTombstone *tombstone;

  if (id == NULL || !cut_id_is_valid (cut_id_strip (id)) || kind == CUT_KIND_NONE ||
      !cut_time_parse (cut_json_get_string (object, "deleted"), &deleted))
    return corrupt (error, path, line, _("this is no tombstone"));
  tombstone = g_new0 (CutBundleTombstone, 1);
  tombstone->kind = kind;
  tombstone->object = g_strdup (cut_id_strip (id));
  tombstone->deleted = deleted;
  tombstone->contributor = contributor != NULL ? g_strdup (cut_id_strip (contributor)) : NULL;
  tombstone->parents = cut_json_get_strv (object, "parents");
  tombstone->write = g_strdup (cut_json_get_string (object, "by"));
  tombstone->seen = cut_json_get_strv (object, "seen");
  g_ptr_array_add (content->tombstones, tombstone);
  return TRUE;
}

gboolean
cut_lines_read (CutBundleContent  *content,
                CutKind            kind,
                const char        *path,
                GBytes            *bytes,
                GError           **error)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? at + size : at;
  const char *previous = NULL;

  if (!g_utf8_validate_len (at, size, NULL))
    return corrupt (error, path, 0, _("it is not UTF-8"));
  for (guint line = 1; at < end; line++)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      g_autofree char *text = g_strndup (at, (gsize) ((stop != NULL ? stop : end) - at));
      gboolean good = kind != CUT_KIND_NONE ? read_record (content, kind, text, &previous, path, line, error)
                                            : read_tombstone (content, text, path, line, error);

      if (!good)
        return FALSE;
      at = stop != NULL ? stop + 1 : end;
    }
  return TRUE;
}

GPtrArray *
cut_bundle_tombstones_from_text (const char  *text,
                                 GError     **error)
{
  g_autoptr (CutBundleContent) content = cut_bundle_content_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cut_lines_read (content, CUT_KIND_NONE, CUT_LINES_TOMBSTONES, bytes, error) ? g_ptr_array_ref (content->tombstones) : NULL;
}

static gboolean
read_table (GBytes  *table,
            char   **blocks,
            char   **html)
{
  gsize size;
  const char *data = g_bytes_get_data (table, &size);
  g_autoptr (JsonNode) node = size > 0 ? cut_json_parse (data, (gssize) size, NULL) : NULL;
  JsonNode *list;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  list = json_object_get_member (json_node_get_object (node), "blocks");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    return FALSE;
  *blocks = cut_json_canonical (list);
  *html = g_strdup (cut_json_get_string (json_node_get_object (node), "html"));
  return TRUE;
}

static gboolean
table_fits (const char *text,
            const char *blocks_json)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_from_json (blocks_json, NULL);
  glong length = g_utf8_strlen (text, -1);

  return blocks != NULL &&
         (blocks->len == 0 || (glong) ((CutBlock *) g_ptr_array_index (blocks, blocks->len - 1))->end <= length);
}

gboolean
cut_lines_read_text (CutBundleContent  *content,
                     const char        *capture,
                     GBytes            *bytes,
                     GBytes            *table,
                     GError           **error)
{
  g_autofree char *path = g_strdup_printf ("data/text/%s.txt", capture);
  g_autofree char *table_path = g_strdup_printf ("data/text/%s.blocks.json", capture);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);
  g_autofree char *blocks = NULL;
  g_autofree char *html = NULL;

  if (strlen (text) != size || !g_utf8_validate (text, -1, NULL))
    return corrupt (error, path, 0, _("it is not UTF-8"));
  if (!read_table (table, &blocks, &html) || !table_fits (text, blocks))
    return corrupt (error, table_path, 0, _("it is no table of the text's paragraphs"));
  cut_bundle_content_set_text (content, capture, text, blocks, html);
  return TRUE;
}
