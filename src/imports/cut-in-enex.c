/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-xml.h"
#include "cut-in.h"

/* Notes that Evernote exports (ENEX): XML that holds a page of XHTML for each. */

static gboolean
is_enex (CutIn *in)
{
  return cut_in_xml_root_is (in->text, "en-export");
}

static char *
text_of (CutXml    *node,
         const char *child)
{
  return cut_in_xml_text (cut_in_xml_child (node, child));
}

/* What stands before its root element would make a page of the piece. */
static void
take_content (CutBroughtItem *item,
              CutXml        *note)
{
  g_autofree char *content = text_of (note, "content");
  const char *start = content != NULL ? strstr (content, "<en-note") : NULL;
  g_autofree char *plain = start != NULL ? cut_in_plain (start) : NULL;

  /* A note of pictures alone has no words to keep. */
  if (plain != NULL && *plain != '\0')
    cut_brought_item_take_html (item, start);
}

static void
take_attributes (CutBrought     *brought,
                 CutBroughtItem *item,
                 CutXml        *attributes)
{
  for (CutXml *node = cut_in_xml_first (attributes); node != NULL; node = cut_in_xml_next (node, NULL))
    {
      g_autofree char *value = cut_in_xml_text (node);

      if (cut_in_xml_is (node, "author"))
        cut_brought_list_add (item->authors, value);
      else if (cut_in_xml_is (node, "source-url") && cut_in_is_web (value))
        cut_brought_item_set (item, CUT_BROUGHT_URL, value);
      else if (!cut_in_xml_is (node, "source") && !cut_in_xml_is (node, "source-application"))
        cut_brought_leave (brought, cut_in_xml_name (node));
    }
}

static void
take_children (CutBrought     *brought,
               CutBroughtItem *item,
               CutXml        *note)
{
  for (CutXml *node = cut_in_xml_first (note); node != NULL; node = cut_in_xml_next (node, NULL))
    {
      g_autofree char *tag = cut_in_xml_is (node, "tag") ? cut_in_xml_text (node) : NULL;

      if (tag != NULL)
        cut_brought_list_add (item->tags, tag);
      else if (cut_in_xml_is (node, "note-attributes"))
        take_attributes (brought, item, node);
      else if (cut_in_xml_is (node, "resource") || cut_in_xml_is (node, "task"))
        cut_brought_leave (brought, cut_in_xml_name (node));
    }
}

/* Evernote gives its notes no names that last: title and moment have to do. */
static void
take_note (CutBrought *brought,
           CutXml    *note)
{
  CutBroughtItem *item = cut_brought_add (brought);
  g_autofree char *title = text_of (note, "title");
  g_autofree char *created = text_of (note, "created");
  g_autofree char *updated = text_of (note, "updated");
  g_autofree char *key = g_strjoin ("\n", title != NULL ? title : "", created, NULL);

  cut_brought_item_set (item, CUT_BROUGHT_KEY, key);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, title);
  item->added = cut_in_time (created);
  item->modified = cut_in_time (updated);
  take_children (brought, item, note);
  /* What was clipped from the web is an article, what was written is a note. */
  cut_brought_item_set (item, CUT_BROUGHT_KIND, item->text[CUT_BROUGHT_URL] != NULL ? NULL : "note");
  take_content (item, note);
}

static gboolean
read_enex (CutIn       *in,
           CutBrought  *brought,
           GError     **error)
{
  g_autoptr (CutXmlDoc) doc = cut_in_xml_parse (in->text, error);

  if (doc == NULL)
    return FALSE;
  for (CutXml *note = cut_in_xml_child (cut_in_xml_root (doc), "note"); note != NULL; note = cut_in_xml_next (note, "note"))
    take_note (brought, note);
  return TRUE;
}

const CutInFormat cut_in_enex = { "evernote", "Evernote", is_enex, read_enex };
