/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "cut-bundle.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any bytes as a bundle: it is judged and read, or refused with a reason; nothing else. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (CutBundleContent) content = NULL;
  int descriptor = g_file_open_tmp ("cuttings-fuzz-XXXXXX", &path, NULL);

  if (descriptor < 0)
    return 0;
  if (write (descriptor, data, size) == (gssize) size)
    {
      problems = cut_bundle_verify (path, NULL, NULL, NULL, NULL, &error);
      g_assert_true ((problems != NULL) != (error != NULL));
      g_clear_error (&error);
      content = cut_bundle_read (path, NULL, NULL, NULL, &error);
      g_assert_true ((content != NULL) != (error != NULL));
      g_assert_true (content == NULL || problems->len == 0);
    }
  close (descriptor);
  g_unlink (path);
  return 0;
}
