/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-name-matcher.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

#define MOST_NAMES 64

static guint
add_names (CutNameMatcher *matcher,
           char          **lines)
{
  guint n = 0;

  for (; lines[n] != NULL && *lines[n] != '\0' && n < MOST_NAMES; n++)
    cut_name_matcher_add (matcher, n % 8 + 1, (CutNameSort) (n % 3), lines[n]);
  return n;
}

static void
check (const char *text,
       GArray     *matches)
{
  guint start = 0, end = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const CutNameMatch *match = &g_array_index (matches, CutNameMatch, i);

      /* Those of one place have the same ends and are ambiguous. */
      if (i > 0 && match->start == start)
        g_assert_true (match->end == end && match->ambiguous);
      else
        g_assert_cmpuint (match->start, >=, end);
      g_assert_cmpuint (match->end, >, match->start);
      start = match->start;
      end = match->end;
    }
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
}

/* The first byte says how, then names, a line each, up to an empty line; then the text. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  g_autoptr (CutNameMatcher) matcher = cut_name_matcher_new ();
  g_autofree char *valid = size > 0 ? g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1) : NULL;
  g_auto (GStrv) lines = g_strsplit (valid != NULL ? valid : "", "\n", MOST_NAMES + 1);
  guint n = add_names (matcher, lines);
  const CutNameManner manner = { .genitive_s = size > 0 && data[0] % 2 == 0, .noun_capitals = size > 0 && data[0] % 3 == 0 };
  g_autofree char *rest = g_strjoinv ("\n", lines + n);
  const CutNameRange all = { 0, strlen (rest), size > 0 && data[0] % 5 == 0 };
  g_autoptr (GArray) matches = cut_name_matcher_run (matcher, rest, size > 0 && data[0] % 7 == 0 ? NULL : &all, 1, &manner);
  g_autoptr (GArray) none = NULL;

  check (rest, matches);
  for (gint64 owner = 1; owner <= 8; owner++)
    cut_name_matcher_remove (matcher, owner);
  none = cut_name_matcher_run (matcher, rest, NULL, 0, &manner);
  g_assert_cmpuint (none->len, ==, 0);
  return 0;
}
