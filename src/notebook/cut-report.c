/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-report.h"

CutExportRequest *
cut_export_request_new (void)
{
  return g_new0 (CutExportRequest, 1);
}

CutExportRequest *
cut_export_request_copy (const CutExportRequest *self)
{
  CutExportRequest *copy = cut_export_request_new ();

  copy->format = g_strdup (self->format);
  copy->path = g_strdup (self->path);
  copy->ids = g_strdupv (self->ids);
  copy->story = g_strdup (self->story);
  copy->query = g_strdup (self->query);
  copy->all = self->all;
  copy->profile = g_strdup (self->profile);
  copy->reveal = g_strdupv (self->reveal);
  copy->language = g_strdup (self->language);
  copy->title = g_strdup (self->title);
  copy->sign = self->sign;
  copy->sign_key = g_strdup (self->sign_key);
  copy->recipients = g_strdupv (self->recipients);
  copy->passphrase = self->passphrase != NULL ? cut_passphrase_ref (self->passphrase) : NULL;
  return copy;
}

void
cut_export_request_free (CutExportRequest *self)
{
  g_free (self->format);
  g_free (self->path);
  g_strfreev (self->ids);
  g_free (self->story);
  g_free (self->query);
  g_free (self->profile);
  g_strfreev (self->reveal);
  g_free (self->language);
  g_free (self->title);
  g_free (self->sign_key);
  g_strfreev (self->recipients);
  g_clear_pointer (&self->passphrase, cut_passphrase_unref);
  g_free (self);
}

static GHashTable *
counts_new (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

CutExportReport *
cut_export_report_new (void)
{
  CutExportReport *self = g_new0 (CutExportReport, 1);

  self->written = counts_new ();
  self->withheld = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_export_report_free (CutExportReport *self)
{
  g_free (self->path);
  g_free (self->sha256);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->withheld, g_ptr_array_unref);
  g_free (self);
}

CutImportReport *
cut_import_report_new (void)
{
  CutImportReport *self = g_new0 (CutImportReport, 1);

  self->added = counts_new ();
  self->same = counts_new ();
  self->changed = counts_new ();
  self->conflicts = g_ptr_array_new_with_free_func (g_free);
  self->failed = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_import_report_free (CutImportReport *self)
{
  g_free (self->format);
  g_free (self->stopped);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->same, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->failed, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_free (self);
}

void
cut_report_count (GHashTable *counts,
                  CutKind     kind,
                  guint       more)
{
  const char *plural = cut_kind_get_plural (kind);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, plural));

  if (more > 0)
    g_hash_table_insert (counts, (gpointer) plural, GUINT_TO_POINTER (count + more));
}

static void
add_counts (GHashTable *to,
            GHashTable *from)
{
  GHashTableIter iter;
  gpointer plural, count;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &plural, &count))
    g_hash_table_insert (to, plural, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (to, plural)) + GPOINTER_TO_UINT (count)));
}

void
cut_report_add (CutImportReport *self,
                CutImportReport *other)
{
  add_counts (self->added, other->added);
  add_counts (self->same, other->same);
  add_counts (self->changed, other->changed);
}
