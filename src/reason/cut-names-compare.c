/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-likely-same-private.h"

#define BIT(reason) (1u << (reason))

static const char *
part (const CutNameParts *name,
      guint               i)
{
  return g_ptr_array_index (name->parts, i);
}

static const char *
last (const CutNameParts *name)
{
  return part (name, name->parts->len - 1);
}

static gboolean
has_part (const CutNameParts *name,
          const char         *text)
{
  return g_ptr_array_find_with_equal_func (name->parts, text, g_str_equal, NULL);
}

/* Each part of @few is one of @many. */
static gboolean
is_within (const CutNameParts *few,
           const CutNameParts *many)
{
  for (guint i = 0; i < few->parts->len; i++)
    if (!has_part (many, part (few, i)))
      return FALSE;
  return TRUE;
}

/* Part by part the same, or an initial of the other; one at least is an initial, and one is not. */
static gboolean
has_initials (const CutNameParts *a,
              const CutNameParts *b)
{
  guint n_initials = 0;

  if (a->parts->len != b->parts->len || a->parts->len < 2 || strlen (last (a)) < 2 || !g_str_equal (last (a), last (b)))
    return FALSE;
  for (guint i = 0; i + 1 < a->parts->len; i++)
    {
      const char *one = part (a, i);
      const char *two = part (b, i);

      if (g_str_equal (one, two))
        continue;
      if ((strlen (one) > 1 && strlen (two) > 1) || *one != *two)
        return FALSE;
      n_initials++;
    }
  return n_initials > 0;
}

static gboolean
is_spelt_alike (const CutNameParts *a,
                const CutNameParts *b)
{
  if (a->parts->len != b->parts->len)
    return FALSE;
  for (guint i = 0; i < a->parts->len; i++)
    if (!g_str_equal (g_ptr_array_index (a->skeletons, i), g_ptr_array_index (b->skeletons, i)))
      return FALSE;
  return TRUE;
}

/* One part of several has a slip in it. */
static gboolean
has_slip (const CutNameParts *a,
          const CutNameParts *b)
{
  guint n_slips = 0;

  if (a->parts->len != b->parts->len || a->parts->len < 2)
    return FALSE;
  for (guint i = 0; i < a->parts->len; i++)
    if (!g_str_equal (part (a, i), part (b, i)))
      {
        if (!cut_name_part_is_near (part (a, i), part (b, i)))
          return FALSE;
        n_slips++;
      }
  return n_slips == 1;
}

static gboolean
is_acronym (const CutNameParts *one,
            const CutNameParts *other)
{
  g_autofree char *initials = NULL;

  if (one->acronym == NULL || other->parts->len < 2)
    return FALSE;
  initials = cut_name_parts_get_initials (other);
  return g_str_equal (one->acronym, initials);
}

static double
compare_same (const CutNameParts *a,
              const CutNameParts *b,
              gboolean            person,
              guint              *reasons)
{
  gboolean same_form = g_strcmp0 (a->form, b->form) == 0;

  *reasons = BIT (same_form ? CUT_REASON_NAME : CUT_REASON_LEGAL_FORM);
  if (!same_form)
    return a->form == NULL || b->form == NULL ? 0.8 : 0.62;
  /* Many people are called Jon. */
  return person && a->parts->len < 2 ? 0.62 : 0.88;
}

static double
compare_people (const CutNameParts *a,
                const CutNameParts *b,
                guint              *reasons)
{
  const CutNameParts *few = a->parts->len < b->parts->len ? a : b;
  const CutNameParts *many = few == a ? b : a;

  if (has_initials (a, b))
    {
      *reasons = BIT (CUT_REASON_INITIALS);
      return 0.66;
    }
  if (few->parts->len < many->parts->len && is_within (few, many) && (few->parts->len >= 2 || has_part (many, last (few))))
    {
      *reasons = BIT (CUT_REASON_PARTS);
      if (few->parts->len < 2)
        return g_str_equal (last (few), last (many)) ? 0.5 : 0.4;
      return g_str_equal (last (few), last (many)) ? 0.72 : 0.6;
    }
  return 0;
}

static double
compare_others (const CutNameParts *a,
                const CutNameParts *b,
                guint              *reasons)
{
  const CutNameParts *few = a->parts->len < b->parts->len ? a : b;
  const CutNameParts *many = few == a ? b : a;

  if (is_acronym (a, b) || is_acronym (b, a))
    {
      *reasons = BIT (CUT_REASON_ACRONYM);
      return 0.62;
    }
  if (few->parts->len >= 2 && few->parts->len < many->parts->len && is_within (few, many))
    {
      *reasons = BIT (CUT_REASON_PARTS);
      return few->parts->len + 1 == many->parts->len ? 0.55 : 0.45;
    }
  return 0;
}

double
cut_names_compare (const CutNameParts *a,
                   const CutNameParts *b,
                   gboolean            person,
                   guint              *reasons)
{
  *reasons = 0;
  if (a->parts->len == 0 || b->parts->len == 0)
    return 0;
  if (g_str_equal (a->whole, b->whole))
    return compare_same (a, b, person, reasons);
  if (a->parts->len == b->parts->len && a->parts->len > 1 && is_within (a, b) && is_within (b, a))
    {
      *reasons = BIT (CUT_REASON_ORDER);
      return 0.8;
    }
  if (is_spelt_alike (a, b) || has_slip (a, b))
    {
      *reasons = BIT (CUT_REASON_SPELLING);
      return a->parts->len < 2 ? 0.55 : is_spelt_alike (a, b) ? 0.76 : 0.64;
    }
  return person ? compare_people (a, b, reasons) : compare_others (a, b, reasons);
}
