/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-brought.h"

#include <string.h>

static GPtrArray *
strings_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
note_free (gpointer data)
{
  CutBroughtNote *note = data;

  for (guint i = 0; i < CUT_BROUGHT_NOTE_N_TEXTS; i++)
    g_free (note->text[i]);
  g_ptr_array_unref (note->tags);
  g_free (note);
}

static void
item_free (gpointer data)
{
  CutBroughtItem *item = data;

  for (guint i = 0; i < CUT_BROUGHT_N_TEXTS; i++)
    g_free (item->text[i]);
  g_ptr_array_unref (item->authors);
  g_ptr_array_unref (item->tags);
  g_ptr_array_unref (item->notes);
  g_clear_pointer (&item->body, g_bytes_unref);
  g_free (item);
}

CutBrought *
cut_brought_new (void)
{
  CutBrought *self = g_new0 (CutBrought, 1);

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->failed = strings_new ();
  return self;
}

void
cut_brought_free (CutBrought *self)
{
  g_free (self->format);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->left);
  g_ptr_array_unref (self->failed);
  g_free (self);
}

CutBroughtItem *
cut_brought_add (CutBrought *self)
{
  CutBroughtItem *item = g_new0 (CutBroughtItem, 1);

  item->authors = strings_new ();
  item->tags = strings_new ();
  item->notes = g_ptr_array_new_with_free_func (note_free);
  g_ptr_array_add (self->items, item);
  return item;
}

CutBroughtItem *
cut_brought_find (CutBrought *self,
                  const char *key)
{
  for (guint i = self->items->len; i-- > 0;)
    {
      CutBroughtItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->text[CUT_BROUGHT_KEY], key) == 0)
        return item;
    }
  return NULL;
}

void
cut_brought_leave (CutBrought *self,
                   const char *what)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->left, what));

  g_hash_table_replace (self->left, g_utf8_make_valid (what, -1), GUINT_TO_POINTER (n + 1));
}

void
cut_brought_take (CutBrought *self,
                  CutBrought *other)
{
  GHashTableIter iter;
  gpointer what, n;

  if (self->format == NULL)
    self->format = g_strdup (other->format);
  g_ptr_array_extend_and_steal (self->items, g_steal_pointer (&other->items));
  g_ptr_array_extend_and_steal (self->failed, g_steal_pointer (&other->failed));
  other->items = g_ptr_array_new ();
  other->failed = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, other->left);
  while (g_hash_table_iter_next (&iter, &what, &n))
    g_hash_table_replace (self->left, g_strdup (what),
                          GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + GPOINTER_TO_UINT (g_hash_table_lookup (self->left, what))));
}

/* (nullable): what is worth keeping of @value. */
static char *
clean (const char *value)
{
  g_autofree char *valid = value != NULL ? g_strstrip (g_utf8_make_valid (value, -1)) : NULL;

  return valid != NULL && *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}

void
cut_brought_item_set (CutBroughtItem *self,
                      CutBroughtText  text,
                      const char     *value)
{
  g_free (self->text[text]);
  self->text[text] = clean (value);
}

CutBroughtNote *
cut_brought_item_add_note (CutBroughtItem *self)
{
  CutBroughtNote *note = g_new0 (CutBroughtNote, 1);

  note->tags = strings_new ();
  g_ptr_array_add (self->notes, note);
  return note;
}

void
cut_brought_item_take_html (CutBroughtItem *self,
                            const char     *html)
{
  g_autofree char *kept = clean (html);
  gsize length = kept != NULL ? strlen (kept) : 0;

  if (kept == NULL)
    return;
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (g_steal_pointer (&kept), length);
  cut_brought_item_set (self, CUT_BROUGHT_TYPE, "text/html; charset=utf-8");
}

void
cut_brought_note_set (CutBroughtNote     *self,
                      CutBroughtNoteText  text,
                      const char         *value)
{
  g_free (self->text[text]);
  self->text[text] = clean (value);
}

void
cut_brought_list_add (GPtrArray  *list,
                      const char *value)
{
  g_autofree char *kept = clean (value);

  if (kept != NULL && !g_ptr_array_find_with_equal_func (list, kept, g_str_equal, NULL))
    g_ptr_array_add (list, g_steal_pointer (&kept));
}
