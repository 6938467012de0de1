/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mark-run.h"

#define LONGEST_RUN 30
/* What comes before is taken apart into itself alone. */
#define FIRST_COMPOSED 0xc0

static guint
run_with (guint    run,
          gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    run = g_unichar_ismark (parts[i]) && parts[i] != CUT_MARK_RUN_JOINER ? run + 1 : 0;
  return run;
}

gboolean
cut_mark_run_add (guint    *run,
                  gunichar  c)
{
  guint with = c < FIRST_COMPOSED ? 0 : run_with (*run, c);
  gboolean too_long = with > LONGEST_RUN;

  *run = too_long ? run_with (0, c) : with;
  return too_long;
}

char *
cut_mark_run_part (const char *text)
{
  GString *parted = g_string_new (NULL);
  guint run = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (cut_mark_run_add (&run, c))
        g_string_append_unichar (parted, CUT_MARK_RUN_JOINER);
      g_string_append_unichar (parted, c);
    }
  return g_string_free (parted, FALSE);
}
