/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-reference.h"
#include "cut-in-xml.h"
#include "cut-in.h"

/* What Zotero exports as RDF: works, notes and attachments side by side, which name each other; and collections, which
 * name what is in them. */

typedef struct
{
  CutBrought *brought;
  GHashTable *nodes;   /* (element-type utf8 CutXml): by what they are called */
  GHashTable *used;    /* (element-type CutXml): nodes that some work names */
  GHashTable *folders; /* (element-type utf8 utf8): what lies in a collection → the collection's path */
} Reading;

static gboolean
is_zotero (CutIn *in)
{
  return cut_in_xml_root_is (in->text, "rdf:RDF") && strstr (in->text, "http://www.zotero.org/namespaces/export#") != NULL;
}

static CutXml *
named (Reading *self,
       CutXml *node)
{
  g_autofree char *resource = cut_in_xml_attribute (node, "resource");
  CutXml *found = resource != NULL ? g_hash_table_lookup (self->nodes, resource) : NULL;

  if (found != NULL)
    g_hash_table_add (self->used, found);
  return found;
}

/* The text of an element, or of the value that stands in it. */
static char *
value_of (CutXml *node)
{
  g_autofree char *text = cut_in_xml_text (node);

  return text != NULL ? g_strdup (g_strstrip (text)) : NULL;
}

/* Works. */

static void
take_authors (CutBroughtItem *item,
              CutXml        *authors)
{
  for (CutXml *node = authors; node != NULL; node = cut_in_xml_after (authors, node, FALSE))
    {
      g_autofree char *family = NULL;
      g_autofree char *given = NULL;
      g_autofree char *name = NULL;

      if (!cut_in_xml_is (node, "Person"))
        continue;
      family = value_of (cut_in_xml_child (node, "surname"));
      given = value_of (cut_in_xml_child (node, cut_in_xml_child (node, "givenName") != NULL ? "givenName" : "givenname"));
      name = g_strjoin (" ", given != NULL ? given : "", family, NULL);
      cut_brought_list_add (item->authors, name);
    }
}

static void
take_identifier (CutBroughtItem *item,
                 CutXml        *node)
{
  g_autofree char *value = value_of (node);

  if (cut_in_xml_child (node, "URI") != NULL)
    cut_in_reference_set_url (item, value);
  else if (value != NULL && g_str_has_prefix (value, "DOI "))
    cut_in_reference_set_doi (item, value);
}

/* The paper or site that it is a part of: said here, or elsewhere under its name. */
static void
take_outlet (Reading        *self,
             CutBroughtItem *item,
             CutXml        *node)
{
  CutXml *outlet = cut_in_xml_first (node) != NULL ? cut_in_xml_first (node) : named (self, node);
  g_autofree char *title = value_of (cut_in_xml_child (outlet, "title"));

  if (title != NULL)
    cut_brought_item_set (item, CUT_BROUGHT_OUTLET, title);
}

static void
take_note (Reading        *self,
           CutBroughtItem *item,
           CutXml        *node)
{
  CutXml *memo = named (self, node);
  g_autofree char *html = cut_in_xml_is (memo, "Memo") ? value_of (cut_in_xml_child (memo, "value")) : NULL;

  if (html != NULL)
    cut_in_reference_add_note (item, html);
}

/* The first page or PDF is the work itself; others are said to be left. */
static void
take_attachment (Reading        *self,
                 CutBroughtItem *item,
                 CutXml        *node)
{
  CutXml *attachment = named (self, node);
  CutXml *file = cut_in_xml_child (attachment, "path") != NULL ? cut_in_xml_child (attachment, "path") : cut_in_xml_child (attachment, "resource");
  g_autofree char *path = cut_in_xml_attribute (file, "resource");

  if (attachment == NULL)
    return;
  take_identifier (item, cut_in_xml_child (attachment, "identifier"));
  if (path != NULL && item->text[CUT_BROUGHT_FILE] == NULL)
    cut_brought_item_set (item, CUT_BROUGHT_FILE, path);
  else if (path != NULL)
    cut_brought_leave (self->brought, "z:Attachment");
}

static void
take_part (Reading        *self,
           CutBroughtItem *item,
           CutXml        *node)
{
  g_autofree char *value = value_of (node);

  if (cut_in_xml_is (node, "title"))
    cut_brought_item_set (item, CUT_BROUGHT_TITLE, value);
  else if (cut_in_xml_is (node, "itemType"))
    cut_in_reference_set_kind (item, value);
  else if (cut_in_xml_is (node, "authors"))
    take_authors (item, node);
  else if (cut_in_xml_is (node, "date"))
    cut_in_reference_set_date (item, value);
  else if (cut_in_xml_is (node, "dateSubmitted"))
    item->added = cut_in_time (value);
  else if (cut_in_xml_is (node, "subject"))
    cut_brought_list_add (item->tags, value);
  else if (cut_in_xml_is (node, "abstract"))
    cut_brought_item_set (item, CUT_BROUGHT_EXCERPT, value);
  else if (cut_in_xml_is (node, "language"))
    cut_brought_item_set (item, CUT_BROUGHT_LANGUAGE, value);
  else if (cut_in_xml_is (node, "identifier"))
    take_identifier (item, node);
  else if (cut_in_xml_is (node, "isPartOf"))
    take_outlet (self, item, node);
  else if (cut_in_xml_is (node, "publisher") && item->text[CUT_BROUGHT_OUTLET] == NULL)
    cut_brought_item_set (item, CUT_BROUGHT_OUTLET, value);
  else if (cut_in_xml_is (node, "isReferencedBy"))
    take_note (self, item, node);
  else if (cut_in_xml_is (node, "link"))
    take_attachment (self, item, node);
  else
    cut_brought_leave (self->brought, cut_in_xml_name (node));
}

static gboolean
is_work (CutXml *node)
{
  static const char *const others[] = { "Attachment", "Memo", "Collection", "Journal", "Series" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (cut_in_xml_is (node, others[i]))
      return FALSE;
  return cut_in_xml_child (node, "itemType") != NULL;
}

static void
take_work (Reading *self,
           CutXml *node)
{
  CutBroughtItem *item = cut_brought_add (self->brought);
  g_autofree char *about = cut_in_xml_attribute (node, "about");
  const char *folder = about != NULL ? g_hash_table_lookup (self->folders, about) : NULL;

  for (CutXml *part = cut_in_xml_first (node); part != NULL; part = cut_in_xml_next (part, NULL))
    take_part (self, item, part);
  cut_brought_item_set (item, CUT_BROUGHT_FOLDER, folder);
  /* "#item_1" is counted anew in every export. */
  cut_in_reference_finish (item, about != NULL && *about != '#' ? about : NULL);
}

/* Collections. */

static void
name_nodes (Reading *self,
            CutXml *root)
{
  for (CutXml *node = cut_in_xml_first (root); node != NULL; node = cut_in_xml_next (node, NULL))
    {
      char *about = cut_in_xml_attribute (node, "about");

      if (about != NULL)
        g_hash_table_insert (self->nodes, about, node);
    }
}

static void
take_collection (Reading *self,
                 CutXml *collection)
{
  g_autofree char *title = value_of (cut_in_xml_child (collection, "title"));

  for (CutXml *part = cut_in_xml_child (collection, "hasPart"); part != NULL; part = cut_in_xml_next (part, "hasPart"))
    {
      char *resource = cut_in_xml_attribute (part, "resource");

      if (resource != NULL && title != NULL)
        g_hash_table_insert (self->folders, resource, g_strdup (title));
      else
        g_free (resource);
    }
}

/* Notes and attachments that are of no work. */
static void
count_alone (Reading *self,
             CutXml  *root)
{
  for (CutXml *node = cut_in_xml_first (root); node != NULL; node = cut_in_xml_next (node, NULL))
    if ((cut_in_xml_is (node, "Memo") || cut_in_xml_is (node, "Attachment")) && !g_hash_table_contains (self->used, node))
      cut_brought_leave (self->brought, cut_in_xml_name (node));
}

static gboolean
read_zotero (CutIn       *in,
             CutBrought  *brought,
             GError     **error)
{
  g_autoptr (CutXmlDoc) doc = cut_in_xml_parse (in->text, error);
  CutXml *root = doc != NULL ? cut_in_xml_root (doc) : NULL;
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Reading self = { brought, nodes, used, folders };

  if (root == NULL)
    return FALSE;
  name_nodes (&self, root);
  for (CutXml *node = cut_in_xml_child (root, "Collection"); node != NULL; node = cut_in_xml_next (node, "Collection"))
    take_collection (&self, node);
  for (CutXml *node = cut_in_xml_first (root); node != NULL; node = cut_in_xml_next (node, NULL))
    if (is_work (node))
      take_work (&self, node);
  count_alone (&self, root);
  return TRUE;
}

const CutInFormat cut_in_zotero = { "zotero", "Zotero (RDF)", is_zotero, read_zotero };
