/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "cut-bundle.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any bytes as a file of FollowTheMoney: what is read can be stored, and the rest is refused with a reason. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CutBundleContent) content = NULL;
  int descriptor = g_file_open_tmp ("cuttings-fuzz-XXXXXX", &path, NULL);

  if (descriptor < 0)
    return 0;
  if (write (descriptor, data, size) == (gssize) size)
    {
      content = cut_bundle_read_entities (path, failed, left_out, NULL, &error);
      g_assert_true ((content != NULL) != (error != NULL));
    }
  for (int kind = CUT_KIND_NONE + 1; content != NULL && kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < content->records[kind]->len; i++)
      g_assert_true (cut_record_validate (g_ptr_array_index (content->records[kind], i), NULL));
  close (descriptor);
  g_unlink (path);
  return 0;
}
