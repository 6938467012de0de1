/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-in-field.h"
#include "cut-in-reference.h"
#include "cut-in.h"
#include "cut-json.h"

/* CSL-JSON, as Zotero and we write it. */

static gboolean
is_csl (CutIn *in)
{
  static const char *const needed[] = { "type", "title", NULL };
  JsonNode *first = cut_in_first (in->json, NULL);

  return cut_in_has_members (first, needed) && (json_object_has_member (json_node_get_object (first), "issued") ||
                                                json_object_has_member (json_node_get_object (first), "id"));
}

static void
take_author (CutBroughtItem *item,
             JsonObject     *name)
{
  const char *literal = cut_json_get_string (name, "literal");
  const char *family = cut_json_get_string (name, "family");
  const char *given = cut_json_get_string (name, "given");
  const char *particle = cut_json_get_string (name, "non-dropping-particle");
  g_autoptr (GString) called = g_string_new (given != NULL ? given : "");

  if (particle != NULL)
    g_string_append_printf (called, " %s", particle);
  if (family != NULL)
    g_string_append_printf (called, " %s", family);
  cut_brought_list_add (item->authors, literal != NULL ? literal : called->str);
}

static void
take_authors (CutBroughtItem *item,
              JsonObject     *object)
{
  JsonArray *authors = cut_json_get_array (object, "author");

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    {
      JsonNode *node = json_array_get_element (authors, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        take_author (item, json_node_get_object (node));
    }
}

/* (transfer full) (nullable): `2024-3-4`. */
static char *
date_of (JsonObject *object,
         const char *member)
{
  JsonObject *date = cut_json_get_object (object, member);
  JsonNode *lists = date != NULL ? json_object_get_member (date, "date-parts") : NULL;
  JsonArray *parts = cut_in_array (cut_in_first (lists, NULL), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (parts == NULL)
    return date != NULL ? g_strdup (cut_json_get_string (date, "raw")) : NULL;
  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      g_autofree char *part = cut_in_json_text (json_array_get_element (parts, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "-" : "", part != NULL ? part : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
take_dates (CutBroughtItem *item,
            JsonObject     *object)
{
  g_autofree char *issued = date_of (object, "issued");
  g_autofree char *accessed = date_of (object, "accessed");
  CutBroughtItem read = { 0 };

  if (issued != NULL)
    cut_in_reference_set_date (item, issued);
  if (accessed != NULL && cut_in_reference_set_date (&read, accessed))
    item->added = cut_in_time (read.text[CUT_BROUGHT_PUBLISHED]);
  g_free (read.text[CUT_BROUGHT_PUBLISHED]);
}

static void
take_texts (CutBroughtItem *item,
            JsonObject     *object)
{
  const char *outlet = cut_json_get_string (object, "container-title");
  const char *note = cut_json_get_string (object, "note");
  const char *url = cut_json_get_string (object, "URL");
  const char *doi = cut_json_get_string (object, "DOI");
  const char *keywords = cut_json_get_string (object, "keyword");
  g_auto (GStrv) tags = keywords != NULL ? g_strsplit (keywords, ",", -1) : NULL;

  cut_brought_item_set (item, CUT_BROUGHT_TITLE, cut_json_get_string (object, "title"));
  cut_brought_item_set (item, CUT_BROUGHT_OUTLET, outlet != NULL ? outlet : cut_json_get_string (object, "publisher"));
  cut_brought_item_set (item, CUT_BROUGHT_EXCERPT, cut_json_get_string (object, "abstract"));
  cut_brought_item_set (item, CUT_BROUGHT_LANGUAGE, cut_json_get_string (object, "language"));
  if (url != NULL)
    cut_in_reference_set_url (item, url);
  if (doi != NULL)
    cut_in_reference_set_doi (item, doi);
  if (note != NULL)
    cut_in_reference_add_note (item, note);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    cut_brought_list_add (item->tags, tags[i]);
}

static void
count_left (CutBrought *brought,
            JsonObject *object)
{
  static const char *const read[] = { "id",       "type",   "title",    "container-title", "publisher", "abstract", "language", "URL",
                                      "DOI",      "note",   "keyword",  "author",          "issued",    "accessed", "custom",   NULL };
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains (read, member->data))
      cut_brought_leave (brought, member->data);
}

static gboolean
read_csl (CutIn       *in,
          CutBrought  *brought,
          GError     **error)
{
  JsonArray *array = cut_in_array (in->json, NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *id = object != NULL && json_object_has_member (object, "id") ? cut_in_json_text (json_object_get_member (object, "id")) : NULL;
      CutBroughtItem *item;

      if (object == NULL)
        continue;
      item = cut_brought_add (brought);
      cut_in_reference_set_kind (item, cut_json_get_string (object, "type"));
      take_texts (item, object);
      take_authors (item, object);
      take_dates (item, object);
      count_left (brought, object);
      cut_in_reference_finish (item, id);
    }
  return TRUE;
}

const CutInFormat cut_in_csl = { "csl-json", N_ ("references (CSL-JSON)"), is_csl, read_csl };
