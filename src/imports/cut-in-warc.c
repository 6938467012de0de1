/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-in-archive.h"
#include "cut-in.h"
#include "cut-json.h"
#include "cut-limits.h"
#include "cut-sha256.h"
#include "cut-warc-read.h"

/* Web archives with many pages: WARC, and the ZIP around such (WACZ). Each page becomes an item; of a file with one page
 * the whole file is its body, so that pictures come along. */

/* @pages: (nullable) (element-type utf8 utf8): address → title of what a person saved; frames and the like are pages for the server alone. */
static gboolean
is_page (GHashTable          *pages,
         const CutWarcRecord *record)
{
  gboolean holds = g_strcmp0 (record->type, "response") == 0 || g_strcmp0 (record->type, "resource") == 0;
  gboolean well = record->status == 0 || (record->status >= 200 && record->status < 300);

  return holds && well && cut_in_is_web (record->uri) && (pages == NULL || g_hash_table_contains (pages, record->uri)) && record->content_type != NULL &&
         (g_ascii_strncasecmp (record->content_type, "text/html", 9) == 0 ||
          g_ascii_strncasecmp (record->content_type, "application/xhtml", 17) == 0);
}

static void
take_page (CutBrought          *brought,
           GHashTable          *pages,
           const CutWarcRecord *record)
{
  g_autofree char *key = g_strjoin ("\n", record->uri, record->date, NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) payload = cut_warc_record_get_payload (record, CUT_LIMIT_BODY, &failure);
  CutBroughtItem *item;

  if (payload == NULL || g_bytes_get_size (payload) == 0)
    {
      g_ptr_array_add (brought->failed, g_strdup_printf ("%s: %s", record->uri, failure != NULL ? failure->message : _("There is nothing in it")));
      return;
    }
  item = cut_brought_add (brought);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, key);
  cut_brought_item_set (item, CUT_BROUGHT_URL, record->uri);
  cut_brought_item_set (item, CUT_BROUGHT_TYPE, record->content_type);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, pages != NULL ? g_hash_table_lookup (pages, record->uri) : NULL);
  item->added = cut_in_time (record->date);
  item->body = g_steal_pointer (&payload);
}

static void
count_left (CutBrought          *brought,
            const CutWarcRecord *record)
{
  g_autofree char *type = NULL;

  if ((g_strcmp0 (record->type, "response") != 0 && g_strcmp0 (record->type, "resource") != 0) || record->content_type == NULL)
    return;
  type = g_strndup (record->content_type, strcspn (record->content_type, "; "));
  cut_brought_leave (brought, type);
}

static gboolean
read_records (GBytes      *bytes,
              GHashTable  *pages,
              CutBrought  *brought,
              GError     **error)
{
  g_autoptr (CutWarcReader) reader = cut_warc_reader_new (bytes, CUT_LIMIT_UNPACKED, error);
  CutWarcRecord *record;

  while (reader != NULL && (record = cut_warc_reader_next (reader)) != NULL)
    {
      if (is_page (pages, record))
        take_page (brought, pages, record);
      else
        count_left (brought, record);
      cut_warc_record_free (record);
    }
  if (reader != NULL && cut_warc_reader_is_cut (reader))
    g_ptr_array_add (brought->failed, g_strdup (_("This web archive is cut off or damaged; what came before that place was read")));
  return reader != NULL;
}

static gboolean
need_pages (CutBrought  *brought,
            GError     **error)
{
  if (brought->items->len > 0 || brought->failed->len > 0)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("This web archive holds no page, only other files"));
  return FALSE;
}

/* WARC. */

static gboolean
is_warc (CutIn *in)
{
  gsize length;
  const char *data = g_bytes_get_data (in->bytes, &length);

  return (length > 5 && memcmp (data, "WARC/", 5) == 0) || (length > 2 && memcmp (data, "\037\213", 2) == 0);
}

static void
keep_whole (CutBrought *brought,
            GBytes     *bytes)
{
  CutBroughtItem *item = g_ptr_array_index (brought->items, 0);

  g_bytes_unref (item->body);
  item->body = g_bytes_ref (bytes);
  cut_brought_item_set (item, CUT_BROUGHT_TYPE, "application/warc");
  g_hash_table_remove_all (brought->left);
}

static gboolean
read_warc (CutIn       *in,
           CutBrought  *brought,
           GError     **error)
{
  if (!read_records (in->bytes, NULL, brought, error) || !need_pages (brought, error))
    return FALSE;
  if (brought->items->len == 1 && brought->failed->len == 0 && g_bytes_get_size (in->bytes) <= CUT_LIMIT_BODY)
    keep_whole (brought, in->bytes);
  return TRUE;
}

const CutInFormat cut_in_warc = { "warc", N_ ("web archive (WARC)"), is_warc, read_warc };

/* WACZ. */

static gboolean
is_wacz (CutIn *in)
{
  return cut_in_archive_find (in->entries, "datapackage.json") != NULL;
}

/* What the package says of a file in it has to be so. */
static gboolean
check_resource (GPtrArray   *entries,
                JsonObject  *resource,
                GError     **error)
{
  const char *path = cut_json_get_string (resource, "path");
  const char *hash = cut_json_get_string (resource, "hash");
  const CutInEntry *entry = path != NULL ? cut_in_archive_find (entries, path) : NULL;
  g_autofree char *sha256 = entry != NULL ? cut_sha256_of_bytes (entry->bytes) : NULL;

  if (path == NULL || hash == NULL || !g_str_has_prefix (hash, "sha256:"))
    return TRUE;
  if (sha256 != NULL && g_str_equal (hash + strlen ("sha256:"), sha256))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT,
               entry != NULL ? _("The web archive is damaged: “%s” is not what datapackage.json says it is")
                             : _("The web archive is damaged: “%s” is missing"),
               path);
  return FALSE;
}

static gboolean
check_package (CutIn   *in,
               GError **error)
{
  const CutInEntry *entry = cut_in_archive_find (in->entries, "datapackage.json");
  gsize length;
  const char *data = g_bytes_get_data (entry->bytes, &length);
  g_autoptr (JsonNode) package = cut_json_parse (length > 0 ? data : "", (gssize) length, error);
  JsonArray *resources;

  if (package == NULL)
    {
      g_prefix_error (error, "datapackage.json: ");
      return FALSE;
    }
  resources = cut_in_array (package, "resources");
  for (guint i = 0; resources != NULL && i < json_array_get_length (resources); i++)
    {
      JsonNode *node = json_array_get_element (resources, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && !check_resource (in->entries, json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full) (nullable): of pages.jsonl, a page a line behind one that says what the file is. %NULL where it names none. */
static GHashTable *
read_pages (CutIn *in)
{
  const CutInEntry *entry = cut_in_archive_find (in->entries, "pages/pages.jsonl");
  gsize length = entry != NULL ? g_bytes_get_size (entry->bytes) : 0;
  g_autofree char *text = length > 0 ? g_strndup (g_bytes_get_data (entry->bytes, NULL), length) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = cut_json_parse (lines[i], -1, NULL);
      JsonObject *page = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *url = page != NULL ? cut_json_get_string (page, "url") : NULL;

      if (url != NULL)
        g_hash_table_insert (pages, g_strndup (url, strcspn (url, "#")), g_strdup (cut_json_get_string (page, "title")));
    }
  return g_hash_table_size (pages) > 0 ? g_steal_pointer (&pages) : NULL;
}

/* Returns: how many web archives there are; -1 with @error */
static int
read_archives (CutIn       *in,
               GHashTable  *pages,
               CutBrought  *brought,
               GError     **error)
{
  int n = 0;

  for (guint i = 0; i < in->entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (in->entries, i);

      if (!g_str_has_prefix (entry->path, "archive/") || strstr (entry->path, ".warc") == NULL)
        continue;
      if (!read_records (entry->bytes, pages, brought, error))
        return -1;
      n++;
    }
  return n;
}

/* Where none of the pages that it names is there under that address, all are taken. */
static gboolean
read_wacz (CutIn       *in,
           CutBrought  *brought,
           GError     **error)
{
  g_autoptr (GHashTable) pages = NULL;
  int n;

  if (!check_package (in, error))
    return FALSE;
  pages = read_pages (in);
  n = read_archives (in, pages, brought, error);
  if (n > 0 && pages != NULL && brought->items->len + brought->failed->len == 0)
    {
      g_hash_table_remove_all (brought->left);
      n = read_archives (in, NULL, brought, error);
    }
  if (n != 0)
    return n > 0 && need_pages (brought, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("This is no web archive (WACZ): there is no WARC in its folder “archive”"));
  return FALSE;
}

const CutInFormat cut_in_wacz = { "wacz", N_ ("web archive (WACZ)"), is_wacz, read_wacz };
