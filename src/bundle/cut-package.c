/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-package.h"

#include <string.h>

#include "cut-sha256.h"

static void
entry_free (gpointer data)
{
  CutEntry *entry = data;

  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry->name);
  g_free (entry->object);
  g_free (entry->blob);
  g_clear_object (&entry->capture);
  g_free (entry->sha256);
  g_free (entry->sha512);
  g_free (entry);
}

CutPackage *
cut_package_new (CutBundleContent *content)
{
  CutPackage *self = g_new0 (CutPackage, 1);

  self->content = content;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
cut_package_free (CutPackage *self)
{
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static CutEntry *
new_entry (CutPackage *self,
           const char *name,
           const char *object)
{
  CutEntry *entry;

  if (cut_package_has (self, name))
    return NULL;
  entry = g_new0 (CutEntry, 1);
  entry->name = g_strdup (name);
  entry->object = g_strdup (object);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_add (self->names, entry->name);
  return entry;
}

void
cut_package_add (CutPackage *self,
                 const char *name,
                 const char *object,
                 GBytes     *bytes)
{
  CutEntry *entry = new_entry (self, name, object);

  if (entry != NULL)
    entry->bytes = g_bytes_ref (bytes);
}

void
cut_package_take_text (CutPackage *self,
                       const char *name,
                       const char *object,
                       char       *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  cut_package_add (self, name, object, bytes);
}

void
cut_package_add_blob (CutPackage *self,
                      const char *name,
                      const char *object,
                      const char *sha256)
{
  CutEntry *entry = new_entry (self, name, object);

  if (entry != NULL)
    entry->blob = g_strdup (sha256);
}

void
cut_package_add_warc (CutPackage *self,
                      const char *name,
                      CutRecord  *capture)
{
  CutEntry *entry = new_entry (self, name, cut_record_get_id (capture));

  if (entry != NULL)
    entry->capture = g_object_ref (capture);
}

gboolean
cut_package_has (CutPackage *self,
                 const char *name)
{
  return g_hash_table_contains (self->names, name);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const CutEntry *const *first = a;
  const CutEntry *const *second = b;

  return strcmp ((*first)->name, (*second)->name);
}

void
cut_package_sort (CutPackage *self)
{
  g_ptr_array_sort (self->entries, compare_entries);
}

void
cut_package_put_first (CutPackage *self,
                       const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      CutEntry *entry = g_ptr_array_index (self->entries, i);

      if (!g_str_equal (entry->name, name))
        continue;
      g_ptr_array_steal_index (self->entries, i);
      g_ptr_array_insert (self->entries, 0, entry);
      return;
    }
}

GBytes *
cut_package_load (CutPackage      *self,
                  const CutEntry  *entry,
                  GError         **error)
{
  if (entry->bytes != NULL)
    return g_bytes_ref (entry->bytes);
  if (entry->capture != NULL)
    return self->content->warc (self->content, entry->capture, error);
  return cut_bundle_content_get_blob (self->content, entry->blob, error);
}

void
cut_package_hash (CutEntry *entry,
                  GBytes   *bytes)
{
  entry->size = g_bytes_get_size (bytes);
  g_free (entry->sha256);
  g_free (entry->sha512);
  entry->sha256 = entry->blob != NULL ? g_strdup (entry->blob)
                                      : cut_sha256_of_bytes (bytes);
  entry->sha512 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, bytes);
}
