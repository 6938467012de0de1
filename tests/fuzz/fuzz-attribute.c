/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribute.h"

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

/* Any text gives proposals whose parts lie in it, one behind the other; the first byte says in which language. */
int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t               size)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  glong length;

  if (size < 1)
    return 0;
  text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);
  length = g_utf8_strlen (text, -1);
  proposals = cut_attribute (text, data[0] % 2 == 0 ? "de" : "en", NULL);
  for (guint i = 0; i < proposals->len; i++)
    {
      const CutProposedAttribution *proposal = g_ptr_array_index (proposals, i);
      guint end = 0;

      g_assert_cmpuint (proposal->n_parts, >, 0);
      g_assert_cmpint (proposal->source.end, <=, length);
      g_assert_cmpint (proposal->cue.end, <=, length);
      for (guint part = 0; part < proposal->n_parts; part++)
        {
          g_assert_cmpuint (proposal->parts[part].start, >=, end);
          g_assert_cmpuint (proposal->parts[part].end, >, proposal->parts[part].start);
          end = proposal->parts[part].end;
        }
      g_assert_cmpint (end, <=, length);
    }
  return 0;
}
