/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-manifest.h"

char *
cut_manifest_compose (CutPackage    *package,
                      GChecksumType  type,
                      gboolean       tags)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < package->entries->len; i++)
    {
      const CutEntry *entry = g_ptr_array_index (package->entries, i);

      if (g_str_has_prefix (entry->name, CUT_MANIFEST_PAYLOAD) != tags)
        g_string_append_printf (text, "%s  %s\n", type == G_CHECKSUM_SHA512 ? entry->sha512 : entry->sha256,
                                entry->name);
    }
  return g_string_free (text, FALSE);
}

const char *
cut_manifest_declaration (void)
{
  return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
}
