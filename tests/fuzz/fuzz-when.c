/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-when.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* Any text gives dates that lie in it, one behind the other; the first byte says in which language and whether the date of
 * publication is known. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  static const char *const published[] = { NULL, "2018", "2018-11", "2018-11-23", "0001-01-01", "9999-12-31" };
  g_autofree char *text = NULL;
  g_autoptr (CutDate) date = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  const char *value;
  guint end = 0;

  if (size < 1)
    return 0;
  text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);
  value = published[data[0] / 2 % G_N_ELEMENTS (published)];
  date = value != NULL ? cut_date_new (value, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  dates = cut_when_find (text, data[0] % 2 == 0 ? "de" : "en", date, NULL);
  for (guint i = 0; i < dates->len; i++)
    {
      const CutProposedDate *proposal = g_ptr_array_index (dates, i);

      g_assert_cmpuint (proposal->span.start, >=, end);
      g_assert_cmpuint (proposal->span.end, >, proposal->span.start);
      end = proposal->span.end;
    }
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
  return 0;
}
