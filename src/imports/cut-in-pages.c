/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-extract.h"
#include "cut-in-archive.h"
#include "cut-in-list.h"
#include "cut-in-markdown.h"
#include "cut-in.h"
#include "cut-json.h"
#include "cut-sha256.h"

/* Single pages, and ZIPs of them: what Notion, Omnivore and the vaults of Markdown editors come as. */

#define DEEPEST 2 /* Notion packs a ZIP into a ZIP */

static gboolean
ends_in (const char *path,
         const char *ending)
{
  gsize length = strlen (path), tail = strlen (ending);

  return length > tail && g_ascii_strcasecmp (path + length - tail, ending) == 0;
}

/* One page. */

static gboolean
is_document (CutIn *in)
{
  gsize length;
  const char *data = g_bytes_get_data (in->bytes, &length);
  g_autofree char *head = g_ascii_strdown (in->text, (gssize) strnlen (in->text, 4096));

  /* An ARC, which came before WARC, holds pages but is none. */
  if (g_str_has_prefix (head, "filedesc:"))
    return FALSE;
  return (length > 5 && memcmp (data, "%PDF-", 5) == 0) || cut_extract_looks_like_html (in->bytes) ||
         (strstr (head, "mime-version:") != NULL && strstr (head, "multipart/related") != NULL);
}

static gboolean
read_document (CutIn       *in,
               CutBrought  *brought,
               GError     **error)
{
  CutBroughtItem *item = cut_brought_add (brought);
  g_autofree char *sha256 = cut_sha256_of_bytes (in->bytes);

  cut_brought_item_set (item, CUT_BROUGHT_KEY, sha256);
  item->body = g_bytes_ref (in->bytes);
  return TRUE;
}

const CutInFormat cut_in_document = { "page", N_ ("a page or PDF"), is_document, read_document };

/* Many. */

/* Notion writes its own id behind each name: "Minutes 1590080aa5a3802488c2e857dea7aa7d". */
static char *
title_of (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  char *space;

  if (dot != NULL)
    *dot = '\0';
  space = strrchr (base, ' ');
  if (space != NULL && strlen (space + 1) == 32 && strspn (space + 1, "0123456789abcdef") == 32)
    *space = '\0';
  return g_steal_pointer (&base);
}

static void
take_html (CutBrought       *brought,
           const CutInEntry *entry)
{
  CutBroughtItem *item = cut_brought_add (brought);
  g_autofree char *title = title_of (entry->path);

  cut_brought_item_set (item, CUT_BROUGHT_KEY, entry->path);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, title);
  cut_brought_item_set (item, CUT_BROUGHT_KIND, "note");
  cut_brought_item_set (item, CUT_BROUGHT_TYPE, "text/html");
  item->body = g_bytes_ref (entry->bytes);
}

static void
take_markdown (CutBrought       *brought,
               const CutInEntry *entry)
{
  g_autoptr (CutIn) file = cut_in_new (entry->bytes, entry->path);
  g_autofree char *title = title_of (entry->path);
  g_autofree char *base = g_path_get_basename (entry->path);
  CutBroughtItem *item;

  cut_in_markdown_take_file (brought, file->text, entry->path);
  item = g_ptr_array_index (brought->items, brought->items->len - 1);
  if (g_strcmp0 (item->text[CUT_BROUGHT_TITLE], title) != 0 && g_str_has_prefix (base, item->text[CUT_BROUGHT_TITLE] != NULL ? item->text[CUT_BROUGHT_TITLE] : ""))
    cut_brought_item_set (item, CUT_BROUGHT_TITLE, title);
}

static void
count_left (CutBrought *brought,
            const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *dot = strrchr (slash != NULL ? slash : path, '.');

  /* What systems put into archives by themselves. */
  if (strstr (path, "__MACOSX/") == NULL && strstr (path, "/.") == NULL && *path != '.')
    cut_brought_leave (brought, dot != NULL ? dot : _("attached files"));
}

static void
take_entries (CutBrought *brought,
              GPtrArray  *entries,
              guint       depth)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) inner = depth < DEEPEST && ends_in (entry->path, ".zip") ? cut_in_archive_read (entry->bytes, NULL) : NULL;

      if (inner != NULL)
        take_entries (brought, inner, depth + 1);
      else if (ends_in (entry->path, ".md"))
        take_markdown (brought, entry);
      else if ((ends_in (entry->path, ".html") || ends_in (entry->path, ".htm")) && !ends_in (entry->path, "/index.html"))
        take_html (brought, entry);
      else
        count_left (brought, entry->path);
    }
}

static gboolean
has_pages (GPtrArray *entries,
           guint      depth)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) inner = depth < DEEPEST && ends_in (entry->path, ".zip") ? cut_in_archive_read (entry->bytes, NULL) : NULL;

      if (ends_in (entry->path, ".md") || ends_in (entry->path, ".html") || has_pages (inner, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_zip_of_pages (CutIn *in)
{
  /* An e-book or office document holds pages, too, but is one work. */
  return in->entries != NULL && cut_in_archive_find (in->entries, "mimetype") == NULL &&
         cut_in_archive_find (in->entries, "[Content_Types].xml") == NULL && has_pages (in->entries, 0);
}

static gboolean
read_zip_of_pages (CutIn       *in,
                   CutBrought  *brought,
                   GError     **error)
{
  take_entries (brought, in->entries, 0);
  return TRUE;
}

const CutInFormat cut_in_notes = { "notes", N_ ("a ZIP of notes (Notion, Obsidian and others)"), is_zip_of_pages, read_zip_of_pages };

/* Omnivore: lists of what there is, and a page for each. */

static gboolean
is_list (const CutInEntry *entry)
{
  g_autofree char *base = g_path_get_basename (entry->path);

  return g_str_has_prefix (base, "metadata_") && g_str_has_suffix (base, ".json");
}

static gboolean
is_omnivore_zip (CutIn *in)
{
  for (guint i = 0; in->entries != NULL && i < in->entries->len; i++)
    if (is_list (g_ptr_array_index (in->entries, i)))
      return TRUE;
  return FALSE;
}

static void
take_content (CutIn      *in,
              CutBrought *brought,
              JsonObject *object)
{
  const char *slug = cut_json_get_string (object, "slug");
  CutBroughtItem *item = cut_brought_find (brought, cut_json_get_string (object, "id"));
  g_autofree char *path = slug != NULL ? g_strdup_printf ("content/%s.html", slug) : NULL;
  const CutInEntry *entry = path != NULL ? cut_in_archive_find (in->entries, path) : NULL;

  if (item == NULL || entry == NULL)
    return;
  cut_brought_item_set (item, CUT_BROUGHT_TYPE, "text/html");
  g_clear_pointer (&item->body, g_bytes_unref);
  item->body = g_bytes_ref (entry->bytes);
}

static void
take_list (CutIn            *in,
           CutBrought       *brought,
           const CutInEntry *entry)
{
  g_autoptr (CutIn) list = cut_in_new (entry->bytes, entry->path);
  JsonArray *array = cut_in_array (list->json, NULL);

  if (!cut_in_omnivore.is (list) || !cut_in_omnivore.read (list, brought, NULL))
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        take_content (in, brought, json_node_get_object (node));
    }
}

static gboolean
read_omnivore_zip (CutIn       *in,
                   CutBrought  *brought,
                   GError     **error)
{
  for (guint i = 0; i < in->entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (in->entries, i);

      if (is_list (entry))
        take_list (in, brought, entry);
      else if (strstr (entry->path, "highlights/") != NULL)
        cut_brought_leave (brought, "highlights");
    }
  return TRUE;
}

const CutInFormat cut_in_omnivore_zip = { "omnivore-zip", "Omnivore", is_omnivore_zip, read_omnivore_zip };
