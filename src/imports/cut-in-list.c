/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-in-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-table.h"

/* Where reading lists put what lies in no folder, or say what was read. */
static void
drop_state (CutBrought     *brought,
            CutBroughtItem *item)
{
  static const char *const states[] = { "Unread", "Archive", "Starred", "Unsorted", NULL };
  const char *folder = item->text[CUT_BROUGHT_FOLDER];

  if (folder == NULL || !g_strv_contains (states, folder))
    return;
  cut_brought_leave (brought, folder);
  cut_brought_item_set (item, CUT_BROUGHT_FOLDER, NULL);
}

/* Rows without an address or a title of their own are no items. */
static gboolean
finish_item (CutBrought     *brought,
             CutBroughtItem *item)
{
  const char *url = item->text[CUT_BROUGHT_URL];

  if (url != NULL && !cut_in_is_web (url))
    {
      cut_brought_leave (brought, _("addresses that are not on the web"));
      return FALSE;
    }
  if (url == NULL && item->text[CUT_BROUGHT_TITLE] == NULL)
    return FALSE;
  drop_state (brought, item);
  if (item->text[CUT_BROUGHT_KEY] == NULL)
    cut_brought_item_set (item, CUT_BROUGHT_KEY, url != NULL ? url : item->text[CUT_BROUGHT_TITLE]);
  return TRUE;
}

typedef struct
{
  const CutInList *list;
  CutBrought *brought;
} Reading;

static CutInRow
begin_row (Reading *self)
{
  return (CutInRow) { self->brought, cut_brought_add (self->brought), NULL };
}

static void
end_row (Reading        *self,
         const CutInRow *row)
{
  if (!finish_item (self->brought, row->item))
    g_ptr_array_remove_index (self->brought->items, self->brought->items->len - 1);
}

/* Lists of JSON objects. */

static void
read_object (Reading    *self,
             JsonObject *object)
{
  CutInRow row = begin_row (self);

  for (const CutInField *field = self->list->fields; field->name != NULL; field++)
    {
      JsonNode *node = json_object_get_member (object, field->name);

      if (node != NULL)
        cut_in_row_take_json (&row, field, node);
    }
  end_row (self, &row);
}

static gboolean
read_json (Reading   *self,
           JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_object (self, json_node_get_object (node));
    }
  return TRUE;
}

/* Tables. */

static const CutInField *
find_field (const CutInList *list,
            const char      *name)
{
  static const CutInField unknown = { .meaning = CUT_IN_LEFT };
  const CutInField *field = list->fields;

  while (field->name != NULL && g_ascii_strcasecmp (field->name, name) != 0)
    field++;
  return field->name != NULL ? field : &unknown;
}

static void
read_row (Reading          *self,
          const CutInTable *table,
          guint             number)
{
  CutInRow row = begin_row (self);

  for (guint i = 0; i < table->names->len; i++)
    {
      const char *value = cut_in_table_get (table, number, (int) i);
      const CutInField *field = find_field (self->list, g_ptr_array_index (table->names, i));

      if (value != NULL && field->name == NULL)
        cut_brought_leave (self->brought, g_ptr_array_index (table->names, i));
      else if (value != NULL)
        cut_in_row_take (&row, field, value);
    }
  end_row (self, &row);
}

static gboolean
read_table (Reading    *self,
            const char *text)
{
  g_autoptr (CutInTable) table = cut_in_table_new (text, FALSE);

  for (guint i = 0; i < table->rows->len; i++)
    read_row (self, table, i);
  return TRUE;
}

gboolean
cut_in_list_read (const CutInList *list,
                  CutIn           *in,
                  CutBrought      *brought)
{
  Reading reading = { list, brought };

  return list->is_table ? read_table (&reading, in->text) : read_json (&reading, cut_in_array (in->json, list->member));
}

gboolean
cut_in_list_is (const CutInList *list,
                CutIn           *in)
{
  g_autoptr (CutInTable) table = NULL;

  if (!list->is_table)
    return cut_in_has_members (cut_in_first (in->json, list->member), list->needed);
  if (in->json != NULL || *in->text == '\0')
    return FALSE;
  table = cut_in_table_new (in->text, TRUE);
  for (const char *const *name = list->needed; *name != NULL; name++)
    if (cut_in_table_find (table, *name) < 0)
      return FALSE;
  return TRUE;
}
