/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-in-archive.h"
#include "cut-in-xml.h"
#include "cut-in.h"

/* Projects of qualitative analysis (REFI-QDA 1.0, as NVivo, ATLAS.ti, MAXQDA and Taguette exchange them): a ZIP with
 * project.qde, which says what was marked in which text with which codes. Positions are code points of the plain texts. */

#define CONTEXT 32 /* code points around a mark by which it is found again in the reader text */

typedef struct
{
  GPtrArray *entries;
  CutBrought *brought;
  GHashTable *names; /* (element-type utf8 utf8): guid of a code or person → name */
  GHashTable *notes; /* (element-type utf8 utf8): guid of a note → its text */
} Reading;

static gboolean
is_project (CutIn *in)
{
  return cut_in_archive_find (in->entries, "project.qde") != NULL;
}

static char *
text_of_entry (const CutInEntry *entry)
{
  g_autoptr (CutIn) in = entry != NULL ? cut_in_new (entry->bytes, entry->path) : NULL;

  return in != NULL ? g_strdup (in->text) : NULL;
}

/* (nullable): what stands in the element, or in the file that it names: "internal://NAME". */
static char *
plain_text (Reading *self,
            CutXml  *node)
{
  CutXml *content = cut_in_xml_child (node, "PlainTextContent");
  g_autofree char *address = cut_in_xml_attribute (node, "plainTextPath");
  const char *name = address != NULL && g_str_has_prefix (address, "internal://") ? address + strlen ("internal://") : NULL;

  if (content != NULL)
    return cut_in_xml_text (content);
  return name != NULL && *name != '\0' ? text_of_entry (cut_in_archive_find (self->entries, name)) : NULL;
}

/* Codes, people and notes are named by their guids. */
static void
name_all (Reading *self,
          CutXml  *root)
{
  for (CutXml *node = root; node != NULL; node = cut_in_xml_after (root, node, FALSE))
    {
      g_autofree char *guid = cut_in_xml_attribute (node, "guid");
      char *name = cut_in_xml_attribute (node, "name");
      char *text = guid != NULL && cut_in_xml_is (node, "Note") ? plain_text (self, node) : NULL;

      if (text != NULL)
        g_hash_table_insert (self->notes, g_strdup (guid), text);
      if (guid != NULL && name != NULL && (cut_in_xml_is (node, "Code") || cut_in_xml_is (node, "User")))
        g_hash_table_insert (self->names, g_strdup (guid), name);
      else
        g_free (name);
    }
}

static const char *
name_for (Reading    *self,
          CutXml     *node,
          const char *attribute)
{
  g_autofree char *guid = cut_in_xml_attribute (node, attribute);

  return guid != NULL ? g_hash_table_lookup (self->names, guid) : NULL;
}

static gint64
time_of (CutXml     *node,
         const char *attribute)
{
  g_autofree char *text = cut_in_xml_attribute (node, attribute);

  return cut_in_time (text);
}

static void
take_codes (Reading   *self,
            CutXml    *node,
            GPtrArray *tags)
{
  for (CutXml *coding = cut_in_xml_child (node, "Coding"); coding != NULL; coding = cut_in_xml_next (coding, "Coding"))
    {
      const char *code = name_for (self, cut_in_xml_child (coding, "CodeRef"), "targetGUID");

      if (code != NULL)
        cut_brought_list_add (tags, code);
    }
}

/* What was written on it: a description, and notes that it names. */
static void
take_body (Reading        *self,
           CutXml         *node,
           CutBroughtNote *note)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *description = cut_in_xml_text (cut_in_xml_child (node, "Description"));

  if (description != NULL)
    g_string_append (body, description);
  for (CutXml *at = cut_in_xml_child (node, "NoteRef"); at != NULL; at = cut_in_xml_next (at, "NoteRef"))
    {
      g_autofree char *guid = cut_in_xml_attribute (at, "targetGUID");
      const char *text = guid != NULL ? g_hash_table_lookup (self->notes, guid) : NULL;

      if (text != NULL)
        g_string_append_printf (body, "%s%s", body->len > 0 ? "\n\n" : "", text);
    }
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, body->str);
}

/* The words of [start, end), with those around them. */
static gboolean
take_words (CutBroughtNote *note,
            const char     *text,
            CutXml         *selection)
{
  g_autofree char *from = cut_in_xml_attribute (selection, "startPosition");
  g_autofree char *to = cut_in_xml_attribute (selection, "endPosition");
  glong length = g_utf8_strlen (text, -1);
  gint64 start, end;
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  if (from == NULL || to == NULL || !g_ascii_string_to_signed (from, 10, 0, length, &start, NULL) ||
      !g_ascii_string_to_signed (to, 10, start, length, &end, NULL) || start == end)
    return FALSE;
  exact = g_utf8_substring (text, (glong) start, (glong) end);
  prefix = g_utf8_substring (text, (glong) MAX (0, start - CONTEXT), (glong) start);
  suffix = g_utf8_substring (text, (glong) end, MIN (length, (glong) end + CONTEXT));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_QUOTE, exact);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_PREFIX, prefix);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_SUFFIX, suffix);
  return TRUE;
}

static void
take_selection (Reading        *self,
                CutBroughtItem *item,
                const char     *text,
                CutXml         *selection)
{
  CutBroughtNote *note = cut_brought_item_add_note (item);
  g_autofree char *guid = cut_in_xml_attribute (selection, "guid");

  if (!take_words (note, text, selection))
    {
      g_ptr_array_remove_index (item->notes, item->notes->len - 1);
      g_ptr_array_add (self->brought->failed, g_strdup_printf (_("%s: a mark is not inside the text"), item->text[CUT_BROUGHT_TITLE]));
      return;
    }
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_KEY, guid);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_AUTHOR, name_for (self, selection, "creatingUser"));
  note->created = time_of (selection, "creationDateTime");
  note->modified = time_of (selection, "modifiedDateTime");
  take_codes (self, selection, note->tags);
  take_body (self, selection, note);
}

static void
take_source (Reading *self,
             CutXml  *source)
{
  g_autofree char *guid = cut_in_xml_attribute (source, "guid");
  g_autofree char *name = cut_in_xml_attribute (source, "name");
  g_autofree char *text = plain_text (self, source);
  CutBroughtItem *item;

  if (guid == NULL || text == NULL || *text == '\0')
    {
      g_ptr_array_add (self->brought->failed, g_strdup_printf (_("%s: its text is not in the file"), name != NULL ? name : "–"));
      return;
    }
  item = cut_brought_add (self->brought);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, guid);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, name != NULL ? name : guid);
  cut_brought_item_set (item, CUT_BROUGHT_TYPE, "text/plain; charset=utf-8");
  item->body = g_bytes_new (text, strlen (text));
  item->added = time_of (source, "creationDateTime");
  item->modified = time_of (source, "modifiedDateTime");
  take_codes (self, source, item->tags);
  for (CutXml *at = cut_in_xml_child (source, "PlainTextSelection"); at != NULL; at = cut_in_xml_next (at, "PlainTextSelection"))
    take_selection (self, item, text, at);
}

static void
count_left (Reading *self,
            CutXml  *root)
{
  static const char *const groups[] = { "Cases", "Variables", "Links", "Sets", "Graphs" };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (CutXml *node = cut_in_xml_first (cut_in_xml_child (root, groups[i])); node != NULL; node = cut_in_xml_next (node, NULL))
      cut_brought_leave (self->brought, cut_in_xml_name (node));
}

static void
take_sources (Reading *self,
              CutXml  *root)
{
  for (CutXml *node = cut_in_xml_first (cut_in_xml_child (root, "Sources")); node != NULL; node = cut_in_xml_next (node, NULL))
    if (cut_in_xml_is (node, "TextSource"))
      take_source (self, node);
    else
      cut_brought_leave (self->brought, cut_in_xml_name (node));
}

static gboolean
read_project (CutIn       *in,
              CutBrought  *brought,
              GError     **error)
{
  g_autofree char *xml = text_of_entry (cut_in_archive_find (in->entries, "project.qde"));
  g_autoptr (CutXmlDoc) doc = cut_in_xml_parse (xml, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reading self = { in->entries, brought, names, notes };

  if (doc == NULL)
    return FALSE;
  name_all (&self, cut_in_xml_root (doc));
  take_sources (&self, cut_in_xml_root (doc));
  count_left (&self, cut_in_xml_root (doc));
  return TRUE;
}

const CutInFormat cut_in_refi = { "refi-qda", "REFI-QDA", is_project, read_project };
