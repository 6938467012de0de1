/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-warc.h"

#define LIMIT (4 * 1024 * 1024)

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* A web archive from anywhere, as it leaves: cookies and credentials are taken out of it, so that a second time there is nothing more to take. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clean = cut_warc_without_secrets (bytes, LIMIT, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_true ((clean == NULL) == (error != NULL));
  if (clean == NULL || g_bytes_get_size (clean) == 0)
    return 0;
  again = cut_warc_without_secrets (clean, 4 * LIMIT, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (clean, again));
  return 0;
}
