/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-date-typed.h"

#include <string.h>

#include "cut-when.h"

#define LONGEST 200 /* bytes of a date in words */

/* (nullable) (transfer full): what all of @text means in that language */
static CutDate *
read_words (const char *text,
            const char *language)
{
  g_autoptr (GPtrArray) found = cut_when_find (text, language, NULL, NULL);
  const CutProposedDate *first = found->len == 1 ? g_ptr_array_index (found, 0) : NULL;

  if (first == NULL || first->date == NULL || first->span.start > 0 || first->span.end < (guint) g_utf8_strlen (text, -1))
    return NULL;
  return cut_date_new (cut_date_get_value (first->date), cut_date_get_precision (first->date), "user", NULL);
}

CutDate *
cut_date_from_text (const char  *text,
                    GError     **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  gboolean short_enough = strlen (plain) < LONGEST && g_utf8_validate (plain, -1, NULL);
  CutDate *date = cut_date_new (plain, CUT_DATE_UNKNOWN, "user", error);

  if (date == NULL && short_enough)
    date = read_words (plain, g_get_language_names ()[0]);
  if (date == NULL && short_enough)
    date = read_words (plain, "en");
  if (date != NULL)
    g_clear_error (error);
  return date;
}
