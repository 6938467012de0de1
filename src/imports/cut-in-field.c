/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-field.h"

#include <string.h>

#include "cut-date.h"
#include "cut-in.h"
#include "cut-json.h"

static CutBroughtNote *
own_note (CutInRow *self)
{
  if (self->note == NULL)
    self->note = cut_brought_item_add_note (self->item);
  return self->note;
}

static void
take_list (GPtrArray  *list,
           const char *value,
           const char *separators)
{
  g_auto (GStrv) parts = separators != NULL ? g_strsplit_set (value, separators, -1) : NULL;

  if (parts == NULL)
    cut_brought_list_add (list, value);
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    cut_brought_list_add (list, parts[i]);
}

/* A note begins with "Highlight:" at the start of a line, and what was written on it with "Note:". */
static void
take_highlights (CutInRow   *self,
                 const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  CutBroughtNote *note = NULL;
  CutBroughtNoteText text = CUT_BROUGHT_NOTE_QUOTE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean quote = g_str_has_prefix (lines[i], "Highlight:");
      gboolean body = !quote && note != NULL && g_str_has_prefix (lines[i], "Note:");
      const char *rest = quote || body ? strchr (lines[i], ':') + 1 : lines[i];
      g_autofree char *joined = NULL;

      if (quote)
        note = cut_brought_item_add_note (self->item);
      if (note == NULL)
        continue;
      text = quote ? CUT_BROUGHT_NOTE_QUOTE : body ? CUT_BROUGHT_NOTE_BODY : text;
      joined = note->text[text] != NULL ? g_strconcat (note->text[text], "\n", rest, NULL) : g_strdup (rest);
      cut_brought_note_set (note, text, joined);
    }
}

static gint64
take_time (CutInRow         *self,
           const CutInField *field,
           const char       *value)
{
  gint64 time = cut_in_time (value);

  if (time == 0)
    cut_brought_leave (self->brought, field->name);
  return time;
}

/* "3/4/2024" is one day here and another there: what is not certain is said to be left. */
static gboolean
is_date (const char *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));
  g_autoptr (CutDate) date = cut_date_new (trimmed, CUT_DATE_UNKNOWN, NULL, NULL);

  return date != NULL;
}

/* Descriptions are often copied out of a page as they stand in it. */
static void
take_text (CutInRow         *self,
           const CutInField *field,
           const char       *value)
{
  gboolean marked = field->text == CUT_BROUGHT_EXCERPT && strpbrk (value, "<&") != NULL;
  g_autofree char *plain = marked ? cut_in_plain (value) : NULL;

  if (field->text == CUT_BROUGHT_PUBLISHED && !is_date (value))
    cut_brought_leave (self->brought, field->name);
  else
    cut_brought_item_set (self->item, field->text, plain != NULL ? plain : value);
}

static void
take_note (CutInRow   *self,
           const char *value)
{
  CutBroughtNote *note = cut_brought_item_add_note (self->item);

  cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, value);
}

static void
take_of_note (CutInRow         *self,
              const CutInField *field,
              const char       *value)
{
  if (field->meaning == CUT_IN_QUOTE)
    cut_brought_note_set (own_note (self), CUT_BROUGHT_NOTE_QUOTE, value);
  else if (field->meaning == CUT_IN_BODY)
    cut_brought_note_set (own_note (self), CUT_BROUGHT_NOTE_BODY, value);
  else if (field->meaning == CUT_IN_COLOUR)
    cut_brought_note_set (own_note (self), CUT_BROUGHT_NOTE_COLOUR, value);
  else if (field->meaning == CUT_IN_NOTE_TAGS)
    take_list (own_note (self)->tags, value, field->separators);
  else
    own_note (self)->created = take_time (self, field, value);
}

void
cut_in_row_take (CutInRow         *self,
                 const CutInField *field,
                 const char       *value)
{
  switch (field->meaning)
    {
    case CUT_IN_LEFT:
      cut_brought_leave (self->brought, field->name);
      break;
    case CUT_IN_TEXT:
      take_text (self, field, value);
      break;
    case CUT_IN_ADDED:
      self->item->added = take_time (self, field, value);
      break;
    case CUT_IN_MODIFIED:
      self->item->modified = take_time (self, field, value);
      break;
    case CUT_IN_AUTHORS:
      take_list (self->item->authors, value, field->separators);
      break;
    case CUT_IN_TAGS:
      take_list (self->item->tags, value, field->separators);
      break;
    case CUT_IN_HTML:
      cut_brought_item_take_html (self->item, value);
      break;
    case CUT_IN_NOTE:
      take_note (self, value);
      break;
    case CUT_IN_HIGHLIGHTS:
      take_highlights (self, value);
      break;
    case CUT_IN_QUOTE:
    case CUT_IN_BODY:
    case CUT_IN_COLOUR:
    case CUT_IN_NOTE_TAGS:
    case CUT_IN_NOTE_CREATED:
      take_of_note (self, field, value);
      break;
    case CUT_IN_NOTES:
    case CUT_IN_NOTHING:
    default:
      break;
    }
}

/* JSON. */

char *
cut_in_json_text (JsonNode *node)
{
  static const char *const labels[] = { "label", "name", "title", "tag" };
  const char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      for (guint i = 0; i < G_N_ELEMENTS (labels) && text == NULL; i++)
        text = cut_json_get_string (json_node_get_object (node), labels[i]);
      return g_strdup (text);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

/* Of the names that programs have for it. */
static const char *
first_string (JsonObject        *object,
              const char *const *names)
{
  const char *value = NULL;

  for (; *names != NULL && value == NULL; names++)
    value = cut_json_get_string (object, *names);
  return value;
}

static void
take_note_tags (CutBroughtNote *note,
                JsonObject     *object)
{
  JsonArray *tags = cut_json_get_array (object, "tags");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      g_autofree char *tag = cut_in_json_text (json_array_get_element (tags, i));

      cut_brought_list_add (note->tags, tag);
    }
}

static void
take_note_object (CutInRow   *self,
                  JsonObject *object)
{
  static const char *const quotes[] = { "quote", "exact", "highlight", NULL };
  static const char *const bodies[] = { "note", "comment", "annotation", NULL };
  static const char *const times[] = { "created_at", "createdAt", "highlighted_at", "created", NULL };
  CutBroughtNote *note = cut_brought_item_add_note (self->item);
  const char *quote = first_string (object, quotes);
  JsonNode *id = json_object_get_member (object, "id");
  g_autofree char *key = id != NULL ? cut_in_json_text (id) : NULL;

  /* "text" is what was written where there is a quote beside it, else the quote. */
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_KEY, key);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_QUOTE, quote != NULL ? quote : cut_json_get_string (object, "text"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, first_string (object, bodies));
  if (quote != NULL && note->text[CUT_BROUGHT_NOTE_BODY] == NULL)
    cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, cut_json_get_string (object, "text"));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_COLOUR, cut_json_get_string (object, "color"));
  take_note_tags (note, object);
  note->created = cut_in_time (first_string (object, times));
  note->modified = cut_in_time (cut_json_get_string (object, "updated_at"));
}

static void
take_array (CutInRow         *self,
            const CutInField *field,
            JsonArray        *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *text = field->meaning != CUT_IN_NOTES ? cut_in_json_text (node) : NULL;

      if (field->meaning == CUT_IN_NOTES && JSON_NODE_HOLDS_OBJECT (node))
        take_note_object (self, json_node_get_object (node));
      else if (text != NULL && *text != '\0')
        cut_in_row_take (self, field, text);
    }
}

/* What is not there, zero or false says nothing. */
static gboolean
is_void (const char *text)
{
  return text == NULL || *text == '\0' || g_str_equal (text, "false") || g_str_equal (text, "0") || g_str_equal (text, "null");
}

void
cut_in_row_take_json (CutInRow         *self,
                      const CutInField *field,
                      JsonNode         *node)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      take_array (self, field, json_node_get_array (node));
      return;
    }
  text = cut_in_json_text (node);
  if (!is_void (text))
    cut_in_row_take (self, field, text);
}
