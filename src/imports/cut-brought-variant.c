/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-brought.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"

/* Texts, where "" stands for none; tags; created, modified. */
#define NOTE_TYPE "(asasxx)"
/* Texts; authors; tags; added, modified; the body, empty for none; notes. */
#define ITEM_TYPE "(asasasxxaya" NOTE_TYPE ")"
#define LEFT_TYPE "a(su)"

static GVariant *
texts_to_variant (char *const *texts,
                  guint        n)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "s", texts[i] != NULL ? texts[i] : "");
  return g_variant_builder_end (&builder);
}

static GVariant *
list_to_variant (const GPtrArray *list)
{
  return g_variant_new_strv ((const char *const *) list->pdata, list->len);
}

static GVariant *
note_to_variant (const CutBroughtNote *note)
{
  return g_variant_new ("(@as@asxx)", texts_to_variant (note->text, CUT_BROUGHT_NOTE_N_TEXTS), list_to_variant (note->tags),
                        note->created, note->modified);
}

static GVariant *
body_to_variant (GBytes *body)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_ref (body) : g_bytes_new_static ("", 0);

  return g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE);
}

static GVariant *
item_to_variant (const CutBroughtItem *item)
{
  GVariantBuilder notes;

  g_variant_builder_init (&notes, G_VARIANT_TYPE ("a" NOTE_TYPE));
  for (guint i = 0; i < item->notes->len; i++)
    g_variant_builder_add_value (&notes, note_to_variant (g_ptr_array_index (item->notes, i)));
  return g_variant_new ("(@as@as@asxx@ay@a" NOTE_TYPE ")", texts_to_variant (item->text, CUT_BROUGHT_N_TEXTS),
                        list_to_variant (item->authors), list_to_variant (item->tags), item->added, item->modified,
                        body_to_variant (item->body), g_variant_builder_end (&notes));
}

static GVariant *
left_to_variant (GHashTable *left)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer what, n;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (LEFT_TYPE));
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &what, &n))
    g_variant_builder_add (&builder, "(su)", what, GPOINTER_TO_UINT (n));
  return g_variant_builder_end (&builder);
}

GVariant *
cut_brought_to_variant (const CutBrought *self)
{
  GVariantBuilder items;
  GVariantDict dict;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("a" ITEM_TYPE));
  for (guint i = 0; i < self->items->len; i++)
    g_variant_builder_add_value (&items, item_to_variant (g_ptr_array_index (self->items, i)));
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "format", "s", self->format != NULL ? self->format : "");
  g_variant_dict_insert_value (&dict, "items", g_variant_builder_end (&items));
  g_variant_dict_insert_value (&dict, "left", left_to_variant (self->left));
  g_variant_dict_insert_value (&dict, "failed", list_to_variant (self->failed));
  return g_variant_dict_end (&dict);
}

/* Back. */

static void
read_list (GVariant  *variant,
           GPtrArray *list)
{
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);

      g_ptr_array_add (list, g_variant_dup_string (child, NULL));
    }
}

/* Whether there are as many as there have to be. */
static gboolean
read_texts (GVariant *variant,
            char    **texts,
            guint     n)
{
  for (gsize i = 0; i < MIN (n, g_variant_n_children (variant)); i++)
    {
      const char *text;

      g_variant_get_child (variant, i, "&s", &text);
      texts[i] = *text != '\0' ? g_strdup (text) : NULL;
    }
  return g_variant_n_children (variant) == n;
}

static gboolean
read_note (CutBroughtItem *item,
           GVariant       *variant)
{
  CutBroughtNote *note = cut_brought_item_add_note (item);
  g_autoptr (GVariant) texts = NULL;
  g_autoptr (GVariant) tags = NULL;

  g_variant_get (variant, "(@as@asxx)", &texts, &tags, &note->created, &note->modified);
  read_list (tags, note->tags);
  return read_texts (texts, note->text, CUT_BROUGHT_NOTE_N_TEXTS);
}

static gboolean
read_item (CutBrought *self,
           GVariant   *variant)
{
  CutBroughtItem *item = cut_brought_add (self);
  g_autoptr (GVariant) texts = NULL;
  g_autoptr (GVariant) authors = NULL;
  g_autoptr (GVariant) tags = NULL;
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) notes = NULL;
  gboolean sound;

  g_variant_get (variant, "(@as@as@asxx@ay@a" NOTE_TYPE ")", &texts, &authors, &tags, &item->added, &item->modified, &body, &notes);
  read_list (authors, item->authors);
  read_list (tags, item->tags);
  sound = read_texts (texts, item->text, CUT_BROUGHT_N_TEXTS) && item->text[CUT_BROUGHT_KEY] != NULL;
  if (g_variant_get_size (body) > 0)
    item->body = g_variant_get_data_as_bytes (body);
  for (gsize i = 0; i < g_variant_n_children (notes) && sound; i++)
    {
      g_autoptr (GVariant) note = g_variant_get_child_value (notes, i);

      sound = read_note (item, note);
    }
  return sound;
}

static void
read_left (CutBrought *self,
           GVariant   *left)
{
  GVariantIter iter;
  const char *what;
  guint32 n;

  g_variant_iter_init (&iter, left);
  while (g_variant_iter_next (&iter, "(&su)", &what, &n))
    g_hash_table_insert (self->left, g_strdup (what), GUINT_TO_POINTER (n));
}

CutBrought *
cut_brought_from_variant (GVariant  *variant,
                          GError   **error)
{
  g_autoptr (CutBrought) self = cut_brought_new ();
  g_autoptr (GVariant) items = g_variant_lookup_value (variant, "items", G_VARIANT_TYPE ("a" ITEM_TYPE));
  g_autoptr (GVariant) left = g_variant_lookup_value (variant, "left", G_VARIANT_TYPE (LEFT_TYPE));
  g_autoptr (GVariant) failed = g_variant_lookup_value (variant, "failed", G_VARIANT_TYPE_STRING_ARRAY);
  gboolean sound = items != NULL && left != NULL && failed != NULL && g_variant_lookup (variant, "format", "s", &self->format);

  for (gsize i = 0; sound && i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);

      sound = read_item (self, item);
    }
  if (!sound)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("What was found in this file does not hang together."));
      return NULL;
    }
  read_left (self, left);
  read_list (failed, self->failed);
  return g_steal_pointer (&self);
}
