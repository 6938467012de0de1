/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-names.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* Any text gives names that lie in it, one behind the other, each of a group; the first byte says in which language. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  static const char *const languages[] = { "en", "de", "fr" };
  g_autofree char *text = NULL;
  g_autoptr (CutNames) names = NULL;
  guint end = 0;
  guint n = 0;

  if (size < 1)
    return 0;
  text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);
  names = cut_names_find (text, languages[data[0] % G_N_ELEMENTS (languages)], NULL);
  for (guint i = 0; i < names->names->len; i++)
    {
      const CutProposedName *name = &g_array_index (names->names, CutProposedName, i);

      g_assert_cmpuint (name->span.start, >=, end);
      g_assert_cmpuint (name->span.end, >, name->span.start);
      g_assert_cmpuint (name->group, <, names->groups->len);
      end = name->span.end;
    }
  for (guint i = 0; i < names->groups->len; i++)
    n += ((const CutNameGroup *) g_ptr_array_index (names->groups, i))->n;
  g_assert_cmpuint (n, ==, names->names->len);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
  return 0;
}
