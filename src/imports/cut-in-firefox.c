/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-in.h"
#include "cut-json.h"

/* The backup of bookmarks that Firefox writes: folders in folders. */

/* What waits to be read: a folder or link, and where it lies. */
typedef struct
{
  JsonObject *object;
  char *path; /* (owned) (nullable): levels parted by LF */
} Waiting;

static gboolean
is_firefox (CutIn *in)
{
  static const char *const needed[] = { "guid", "type", "root", NULL };

  return cut_in_has_members (in->json, needed) &&
         g_strcmp0 (cut_json_get_string (json_node_get_object (in->json), "type"), "text/x-moz-place-container") == 0;
}

/* The description, as older versions kept it. */
static void
take_description (CutBroughtItem *item,
                  JsonObject     *object)
{
  JsonArray *notes = cut_json_get_array (object, "annos");

  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++)
    {
      JsonNode *node = json_array_get_element (notes, i);
      JsonObject *note = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (note != NULL && g_strcmp0 (cut_json_get_string (note, "name"), "bookmarkProperties/description") == 0)
        cut_brought_item_set (item, CUT_BROUGHT_EXCERPT, cut_json_get_string (note, "value"));
    }
}

static gint64
get_time (JsonObject *object,
          const char *name)
{
  return cut_json_get_int (object, name, 0) / 1000;
}

static void
take_link (CutBrought *brought,
           Waiting    *link)
{
  const char *url = cut_json_get_string (link->object, "uri");
  const char *tags = cut_json_get_string (link->object, "tags");
  g_auto (GStrv) parts = tags != NULL ? g_strsplit (tags, ",", -1) : NULL;
  CutBroughtItem *item;

  if (!cut_in_is_web (url))
    {
      cut_brought_leave (brought, _("addresses that are not on the web"));
      return;
    }
  item = cut_brought_add (brought);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, url);
  cut_brought_item_set (item, CUT_BROUGHT_URL, url);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, cut_json_get_string (link->object, "title"));
  cut_brought_item_set (item, CUT_BROUGHT_FOLDER, link->path);
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    cut_brought_list_add (item->tags, parts[i]);
  item->added = get_time (link->object, "dateAdded");
  item->modified = get_time (link->object, "lastModified");
  take_description (item, link->object);
}

/* The folders that every browser has by itself say nothing; that of tags holds each link a second time. */
static void
take_folder (GQueue  *queue,
             Waiting *folder)
{
  const char *root = cut_json_get_string (folder->object, "root");
  const char *title = cut_json_get_string (folder->object, "title");
  JsonArray *children = cut_json_get_array (folder->object, "children");
  g_autofree char *path = NULL;

  if (g_strcmp0 (root, "tagsFolder") == 0)
    return;
  if (root == NULL && title != NULL && *title != '\0')
    path = folder->path != NULL ? g_strjoin ("\n", folder->path, title, NULL) : g_strdup (title);
  else
    path = g_strdup (folder->path);
  for (guint i = children != NULL ? json_array_get_length (children) : 0; i-- > 0;)
    {
      JsonNode *node = json_array_get_element (children, i);
      Waiting waiting = { JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, g_strdup (path) };

      g_queue_push_head (queue, g_memdup2 (&waiting, sizeof waiting));
    }
}

static gboolean
read_firefox (CutIn       *in,
              CutBrought  *brought,
              GError     **error)
{
  GQueue queue = G_QUEUE_INIT;
  Waiting root = { json_node_get_object (in->json), NULL };
  Waiting *at;

  g_queue_push_head (&queue, g_memdup2 (&root, sizeof root));
  while ((at = g_queue_pop_head (&queue)) != NULL)
    {
      if (at->object != NULL && json_object_has_member (at->object, "children"))
        take_folder (&queue, at);
      else if (at->object != NULL && json_object_has_member (at->object, "uri"))
        take_link (brought, at);
      g_free (at->path);
      g_free (at);
    }
  return TRUE;
}

const CutInFormat cut_in_firefox = { "firefox", "Firefox", is_firefox, read_firefox };
