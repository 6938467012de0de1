/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-archive.h"
#include "cut-in-markdown.h"
#include "cut-in.h"

/* Joplin's export (JEX): a tar with a file for each thing: title, text, and below the last blank line its fields. */

typedef enum
{
  TYPE_NOTE = 1,
  TYPE_FOLDER = 2,
  TYPE_RESOURCE = 4,
  TYPE_TAG = 5,
  TYPE_NOTE_TAG = 6,
} Type;

typedef struct
{
  Type type;
  char *title;
  char *body;
  GHashTable *fields; /* (element-type utf8 utf8) */
} Thing;

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  g_free (thing->title);
  g_free (thing->body);
  g_hash_table_unref (thing->fields);
  g_free (thing);
}

/* "0123456789abcdef0123456789abcdef.md" */
static gboolean
is_thing (const CutInEntry *entry)
{
  gsize length = strlen (entry->path);

  if (length != 35 || !g_str_has_suffix (entry->path, ".md"))
    return FALSE;
  for (guint i = 0; i < 32; i++)
    if (!g_ascii_isxdigit (entry->path[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_joplin (CutIn *in)
{
  for (guint i = 0; in->entries != NULL && i < in->entries->len; i++)
    if (is_thing (g_ptr_array_index (in->entries, i)))
      return TRUE;
  return FALSE;
}

static const char *
field (const Thing *thing,
       const char  *name)
{
  const char *value = g_hash_table_lookup (thing->fields, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
read_fields (Thing      *thing,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strstr (lines[i], ": ");

      if (colon != NULL)
        g_hash_table_insert (thing->fields, g_strndup (lines[i], (gsize) (colon - lines[i])), g_strstrip (g_strdup (colon + 2)));
    }
}

static Thing *
thing_new (const CutInEntry *entry)
{
  Thing *self = g_new0 (Thing, 1);
  gsize length;
  const char *data = g_bytes_get_data (entry->bytes, &length);
  g_autofree char *raw = data != NULL ? g_utf8_make_valid (data, (gssize) length) : g_strdup ("");
  char *fields = g_strrstr (raw, "\n\n");
  char *body;

  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_fields (self, fields != NULL ? fields + 2 : raw);
  if (fields != NULL)
    *fields = '\0';
  else
    *raw = '\0';
  body = strchr (raw, '\n');
  self->title = g_strndup (raw, strcspn (raw, "\n"));
  self->body = g_strdup (body != NULL ? body + 1 : "");
  self->type = field (self, "type_") != NULL ? (Type) g_ascii_strtoull (field (self, "type_"), NULL, 10) : 0;
  return self;
}

/* Ids, and what they are of. */
static GHashTable *
read_things (CutIn *in)
{
  GHashTable *things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, thing_free);

  for (guint i = 0; i < in->entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (in->entries, i);

      if (is_thing (entry))
        g_hash_table_insert (things, g_strndup (entry->path, 32), thing_new (entry));
    }
  return things;
}

/* Folders in folders; however they name each other, a path ends. */
static char *
folder_path (GHashTable  *things,
             const Thing *note)
{
  g_autoptr (GString) path = g_string_new (NULL);
  const char *parent = field (note, "parent_id");

  for (guint depth = 0; parent != NULL && depth < 16; depth++)
    {
      const Thing *folder = g_hash_table_lookup (things, parent);

      if (folder == NULL || folder->type != TYPE_FOLDER)
        break;
      if (path->len > 0)
        g_string_prepend_c (path, '\n');
      g_string_prepend (path, folder->title);
      parent = field (folder, "parent_id");
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static gint64
time_of (const Thing *note,
         const char  *by_user,
         const char  *by_program)
{
  return cut_in_time (field (note, by_user) != NULL ? field (note, by_user) : field (note, by_program));
}

static void
take_note (GHashTable  *things,
           const Thing *note,
           const char  *id,
           CutBrought  *brought)
{
  CutBroughtItem *item = cut_brought_add (brought);
  g_autofree char *folder = folder_path (things, note);
  const char *url = field (note, "source_url");

  cut_brought_item_set (item, CUT_BROUGHT_KEY, id);
  cut_brought_item_set (item, CUT_BROUGHT_TITLE, note->title);
  cut_brought_item_set (item, CUT_BROUGHT_FOLDER, folder);
  cut_brought_item_set (item, CUT_BROUGHT_URL, cut_in_is_web (url) ? url : NULL);
  cut_brought_item_set (item, CUT_BROUGHT_KIND, cut_in_is_web (url) ? NULL : "note");
  if (field (note, "author") != NULL)
    cut_brought_list_add (item->authors, field (note, "author"));
  item->added = time_of (note, "user_created_time", "created_time");
  item->modified = time_of (note, "user_updated_time", "updated_time");
  if (g_strcmp0 (field (note, "is_todo"), "1") == 0)
    cut_brought_leave (brought, "is_todo");
  if (g_strcmp0 (field (note, "markup_language"), "2") == 0)
    cut_brought_item_take_html (item, note->body);
  else
    cut_in_markdown_take (item, note->body);
}

static void
take_tag (GHashTable  *things,
          const Thing *tie,
          CutBrought  *brought)
{
  const Thing *tag = field (tie, "tag_id") != NULL ? g_hash_table_lookup (things, field (tie, "tag_id")) : NULL;
  CutBroughtItem *item = cut_brought_find (brought, field (tie, "note_id"));

  if (tag != NULL && item != NULL)
    cut_brought_list_add (item->tags, tag->title);
}

static void
take_all (CutIn      *in,
          GHashTable *things,
          CutBrought *brought,
          Type        type)
{
  for (guint i = 0; i < in->entries->len; i++)
    {
      const CutInEntry *entry = g_ptr_array_index (in->entries, i);
      g_autofree char *id = is_thing (entry) ? g_strndup (entry->path, 32) : NULL;
      const Thing *thing = id != NULL ? g_hash_table_lookup (things, id) : NULL;

      if (thing == NULL || thing->type != type)
        continue;
      if (type == TYPE_NOTE)
        take_note (things, thing, id, brought);
      else if (type == TYPE_NOTE_TAG)
        take_tag (things, thing, brought);
      else
        cut_brought_leave (brought, _("attached files"));
    }
}

static gboolean
read_joplin (CutIn       *in,
             CutBrought  *brought,
             GError     **error)
{
  g_autoptr (GHashTable) things = read_things (in);

  take_all (in, things, brought, TYPE_NOTE);
  take_all (in, things, brought, TYPE_NOTE_TAG);
  take_all (in, things, brought, TYPE_RESOURCE);
  return TRUE;
}

const CutInFormat cut_in_joplin = { "joplin", "Joplin", is_joplin, read_joplin };
