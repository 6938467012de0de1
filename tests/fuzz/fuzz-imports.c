/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-imports.h"

#define MAX_SIZE (256 * 1024)

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* Any bytes as the export of another program: what is read goes to the other process and comes back, and the rest is refused with a
 * reason. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (CutBrought) brought = NULL;
  g_autoptr (CutBrought) copy = NULL;

  if (size > MAX_SIZE)
    return 0;
  bytes = g_bytes_new (data, size);
  brought = cut_imports_read (bytes, "export", NULL, &error);
  g_assert_true ((brought == NULL) == (error != NULL));
  if (brought == NULL)
    return 0;
  variant = g_variant_ref_sink (cut_brought_to_variant (brought));
  copy = cut_brought_from_variant (variant, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copy->items->len, ==, brought->items->len);
  return 0;
}
