/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>

#include "cut-block.h"
#include "cut-error.h"
#include "cut-record.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
try_record (CutKind     kind,
            const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_record_from_line (kind, line, &error);
  g_autoptr (CutRecord) again = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *rev = NULL;
  g_autofree char *same = NULL;

  if (record == NULL)
    {
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      return;
    }
  if (!cut_record_validate (record, NULL))
    return;
  canonical = cut_record_to_line (record, CUT_JSON_CANONICAL);
  again = cut_record_from_line (kind, canonical, &error);
  g_assert_no_error (error);
  rev = cut_record_compute_rev (record);
  same = cut_record_compute_rev (again);
  g_assert_cmpstr (rev, ==, same);
}

static void
try_blocks (const char *json)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_from_json (json, NULL);
  g_autofree char *counted = blocks != NULL ? cut_blocks_get_counted_text (blocks, "A short text\nof two lines") : NULL;

  g_assert_true (counted == NULL || g_utf8_validate (counted, -1, NULL));
}

/* The first byte chooses the kind, the rest is its JSON; a block table is read from the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *line = NULL;

  if (size == 0)
    return 0;
  line = g_strndup ((const char *) data + 1, size - 1);
  try_record ((CutKind) (1 + data[0] % (CUT_N_KINDS - 1)), line);
  try_blocks (line);
  return 0;
}
