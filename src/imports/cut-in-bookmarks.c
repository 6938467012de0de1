/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-guard.h"
#include "cut-in.h"
#include "cut-tree.h"

/* Bookmarks as browsers have written them since Netscape: nested lists of links, and what came of it (Pocket's export,
 * Delicious, Scuttle, Shaarli). */

/* A file is told by its beginning: so many bytes. */
#define HEAD 65536

/* A list whose links lie in a folder. */
typedef struct
{
  guint end;  /* one past its last node */
  char *name; /* (owned) (nullable) */
} Level;

typedef struct
{
  CutTree *tree;
  CutBrought *brought;
  GArray *levels; /* of Level */
  char *heading;  /* (owned) (nullable): the name of the list that comes next */
  CutBroughtItem *last; /* (nullable): what a description is of */
} Reading;

static void
level_clear (gpointer data)
{
  g_free (((Level *) data)->name);
}

static gboolean
is_bookmarks (CutIn *in)
{
  g_autofree char *head = g_ascii_strdown (in->text, (gssize) strnlen (in->text, HEAD));

  if (strstr (head, "<!doctype netscape-bookmark-file") != NULL || strstr (head, "<title>pocket export</title>") != NULL)
    return TRUE;
  return strstr (head, "<dl") != NULL && strstr (head, "<dt") != NULL && strstr (head, "add_date=") != NULL;
}

/* Folders. */

static void
leave_lists (Reading *self,
             guint    at)
{
  while (self->levels->len > 0 && g_array_index (self->levels, Level, self->levels->len - 1).end <= at)
    g_array_set_size (self->levels, self->levels->len - 1);
}

static void
enter_list (Reading       *self,
            const CutNode *node)
{
  Level level = { node->end, g_steal_pointer (&self->heading) };

  g_array_append_val (self->levels, level);
}

/* The folders that every browser has by itself say nothing. */
static void
take_heading (Reading       *self,
              const CutNode *node)
{
  gboolean own = cut_node_get (node, "personal_toolbar_folder") == NULL && cut_node_get (node, "unfiled_bookmarks_folder") == NULL;

  g_clear_pointer (&self->heading, g_free);
  self->last = NULL;
  if (own)
    self->heading = cut_node_get_text (self->tree, node);
}

static char *
folder_path (Reading *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->levels->len; i++)
    {
      const char *name = g_array_index (self->levels, Level, i).name;

      if (name != NULL && *name != '\0')
        g_string_append_printf (path, "%s%s", path->len > 0 ? "\n" : "", name);
    }
  return g_string_free (path, FALSE);
}

/* Links. */

/* Tags are parted by commas; managers that call a link private part them by spaces where there is no comma. */
static void
take_tags (CutBroughtItem *item,
           const CutNode  *node)
{
  const char *tags = cut_node_get (node, "tags");
  gboolean spaces = cut_node_get (node, "private") != NULL || cut_node_get (node, "hash") != NULL;
  g_auto (GStrv) parts = NULL;

  if (tags == NULL)
    return;
  parts = g_strsplit (tags, strchr (tags, ',') == NULL && spaces ? " " : ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    cut_brought_list_add (item->tags, parts[i]);
}

static void
take_times (CutBroughtItem *item,
            const CutNode  *node)
{
  const char *added = cut_node_get (node, "add_date");

  item->added = cut_in_time (added != NULL ? added : cut_node_get (node, "time_added"));
  item->modified = cut_in_time (cut_node_get (node, "last_modified"));
}

static void
take_link (Reading       *self,
           const CutNode *node)
{
  const char *url = cut_node_get (node, "href");
  g_autofree char *title = cut_node_get_text (self->tree, node);
  g_autofree char *folder = folder_path (self);

  self->last = NULL;
  if (url == NULL || (self->levels->len == 0 && cut_node_get (node, "time_added") == NULL))
    return;
  if (!cut_in_is_web (url))
    {
      cut_brought_leave (self->brought, _("addresses that are not on the web"));
      return;
    }
  self->last = cut_brought_add (self->brought);
  cut_brought_item_set (self->last, CUT_BROUGHT_KEY, url);
  cut_brought_item_set (self->last, CUT_BROUGHT_URL, url);
  cut_brought_item_set (self->last, CUT_BROUGHT_TITLE, title);
  cut_brought_item_set (self->last, CUT_BROUGHT_FOLDER, folder);
  cut_brought_item_set (self->last, CUT_BROUGHT_EXCERPT, cut_node_get (node, "description"));
  take_tags (self->last, node);
  take_times (self->last, node);
}

/* What stands behind a link, but for a list in it. */
static void
take_description (Reading       *self,
                  const CutNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *below = cut_tree_get_node (self->tree, i);

      if (below->tag == CUT_ELEMENT_DL)
        i = below->end - 1;
      else if (below->text != NULL)
        g_string_append (text, below->text);
    }
  if (self->last != NULL)
    cut_brought_item_set (self->last, CUT_BROUGHT_EXCERPT, text->str);
  self->last = NULL;
}

static void
take_node (Reading       *self,
           const CutNode *node)
{
  leave_lists (self, node->index);
  if (node->tag == CUT_ELEMENT_DL)
    enter_list (self, node);
  else if (node->tag == CUT_ELEMENT_H3)
    take_heading (self, node);
  else if (node->tag == CUT_ELEMENT_A)
    take_link (self, node);
  else if (node->tag == CUT_ELEMENT_DD)
    take_description (self, node);
}

static gboolean
read_bookmarks (CutIn       *in,
                CutBrought  *brought,
                GError     **error)
{
  CutGuardFlags flags;
  GString *safe = cut_guard_apply (in->text, strlen (in->text), &flags);
  g_autoptr (CutTree) tree = cut_tree_parse (safe, NULL, error);
  Reading self = { tree, brought, NULL, NULL, NULL };

  if (tree == NULL)
    return FALSE;
  self.levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self.levels, level_clear);
  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    take_node (&self, cut_tree_get_node (tree, i));
  if (flags & CUT_GUARD_ELEMENTS)
    g_ptr_array_add (brought->failed, g_strdup (_("The file is too long to be read whole; its end is missing")));
  g_array_unref (self.levels);
  g_free (self.heading);
  return TRUE;
}

const CutInFormat cut_in_bookmarks = { "bookmarks", N_ ("browser bookmarks"), is_bookmarks, read_bookmarks };
