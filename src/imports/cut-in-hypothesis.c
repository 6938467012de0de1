/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in.h"
#include "cut-json.h"

/* Annotations that Hypothesis exports: each names the page it is on, and the words. Positions are of the live page
 * and of no use here; words are found again by themselves and what stands around them. */

static gboolean
is_hypothesis (CutIn *in)
{
  static const char *const needed[] = { "uri", "target", "user", NULL };

  return cut_in_has_members (cut_in_first (in->json, "annotations"), needed);
}

/* "acct:anna@hypothes.is" where she gives no other name. */
static char *
name_of_user (JsonObject *annotation)
{
  JsonObject *info = cut_json_get_object (annotation, "user_info");
  const char *shown = info != NULL ? cut_json_get_string (info, "display_name") : NULL;
  const char *account = cut_json_get_string (annotation, "user");

  if (shown != NULL && *shown != '\0')
    return g_strdup (shown);
  if (account != NULL && g_str_has_prefix (account, "acct:"))
    account += strlen ("acct:");
  return account != NULL ? g_strndup (account, strcspn (account, "@")) : NULL;
}

static JsonObject *
find_quote (JsonObject *annotation)
{
  JsonArray *targets = cut_json_get_array (annotation, "target");
  JsonNode *target = targets != NULL && json_array_get_length (targets) > 0 ? json_array_get_element (targets, 0) : NULL;
  JsonArray *selectors = cut_in_array (target, "selector");

  for (guint i = 0; selectors != NULL && i < json_array_get_length (selectors); i++)
    {
      JsonNode *node = json_array_get_element (selectors, i);
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (selector != NULL && g_strcmp0 (cut_json_get_string (selector, "type"), "TextQuoteSelector") == 0)
        return selector;
    }
  return NULL;
}

static void
take_quote (CutBroughtNote *note,
            JsonObject     *annotation)
{
  JsonObject *quote = find_quote (annotation);

  if (quote == NULL)
    return;
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_QUOTE, cut_json_get_string (quote, "exact"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_PREFIX, cut_json_get_string (quote, "prefix"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_SUFFIX, cut_json_get_string (quote, "suffix"));
}

/* The last of the references is what is answered; the others are what that answers. */
static void
take_reply (CutBroughtNote *note,
            JsonObject     *annotation)
{
  g_auto (GStrv) references = cut_json_get_strv (annotation, "references");
  guint n = references != NULL ? g_strv_length (references) : 0;

  if (n > 0)
    cut_brought_note_set (note, CUT_BROUGHT_NOTE_REPLY, references[n - 1]);
}

static void
take_note (CutBroughtItem *item,
           JsonObject     *annotation)
{
  CutBroughtNote *note = cut_brought_item_add_note (item);
  g_auto (GStrv) tags = cut_json_get_strv (annotation, "tags");
  g_autofree char *author = name_of_user (annotation);

  cut_brought_note_set (note, CUT_BROUGHT_NOTE_KEY, cut_json_get_string (annotation, "id"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, cut_json_get_string (annotation, "text"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_AUTHOR, author);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    cut_brought_list_add (note->tags, tags[i]);
  note->created = cut_in_time (cut_json_get_string (annotation, "created"));
  note->modified = cut_in_time (cut_json_get_string (annotation, "updated"));
  take_quote (note, annotation);
  take_reply (note, annotation);
}

static CutBroughtItem *
item_for (CutBrought *brought,
          GHashTable *pages,
          JsonObject *annotation)
{
  const char *url = cut_json_get_string (annotation, "uri");
  JsonObject *document = cut_json_get_object (annotation, "document");
  g_auto (GStrv) titles = document != NULL ? cut_json_get_strv (document, "title") : NULL;
  CutBroughtItem *item = url != NULL ? g_hash_table_lookup (pages, url) : NULL;

  if (url == NULL || item != NULL || url[strspn (url, " \t\r\n")] == '\0')
    return item;
  item = cut_brought_add (brought);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, url);
  cut_brought_item_set (item, CUT_BROUGHT_URL, cut_in_is_web (url) ? url : NULL);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, titles != NULL && titles[0] != NULL ? titles[0] : url);
  item->added = cut_in_time (cut_json_get_string (annotation, "created"));
  g_hash_table_insert (pages, item->text[CUT_BROUGHT_KEY], item);
  return item;
}

static void
count_left (CutBrought *brought,
            JsonObject *annotation)
{
  const char *group = cut_json_get_string (annotation, "group");

  if (group != NULL && !g_str_equal (group, "__world__"))
    cut_brought_leave (brought, "group");
  if (cut_json_get_boolean (annotation, "flagged", FALSE))
    cut_brought_leave (brought, "flagged");
  if (cut_json_get_boolean (annotation, "hidden", FALSE))
    cut_brought_leave (brought, "hidden");
}

static gboolean
read_hypothesis (CutIn       *in,
                 CutBrought  *brought,
                 GError     **error)
{
  JsonArray *array = cut_in_array (in->json, "annotations");
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *annotation = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      CutBroughtItem *item = annotation != NULL ? item_for (brought, pages, annotation) : NULL;

      if (item != NULL)
        {
          take_note (item, annotation);
          count_left (brought, annotation);
        }
      else
        /* Translators: the number of an entry, from 1 */
        g_ptr_array_add (brought->failed, g_strdup_printf (_("entry %u: it names no page"), i + 1));
    }
  return TRUE;
}

const CutInFormat cut_in_hypothesis = { "hypothesis", "Hypothesis", is_hypothesis, read_hypothesis };
