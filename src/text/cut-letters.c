/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-letters.h"

#define MOST_PARTS 8 /* that a letter decomposes into */

static gboolean
is_diacritic (gunichar c)
{
  return c >= 0x300 && c <= 0x36f;
}

/* Han, Hiragana, Thai, Lao, Khmer, Burmese, Tibetan; Hangul, whose particles are written to the noun. */
static gboolean
stands_alone (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
    case G_UNICODE_SCRIPT_HANGUL:
      return g_unichar_isalpha (c) || g_unichar_ismark (c);
    default:
      return FALSE;
    }
}

/* The mark of a long vowel belongs to no one script. */
static gboolean
is_katakana (gunichar c)
{
  return c == 0x30fc || (g_unichar_get_script (c) == G_UNICODE_SCRIPT_KATAKANA && g_unichar_isalpha (c));
}

static guint
kind_of_letter (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
      return CUT_LETTER_UPPER;
    case G_UNICODE_LOWERCASE_LETTER:
      return CUT_LETTER_LOWER;
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return CUT_LETTER_OTHER;
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return CUT_LETTER_DIGIT;
    case G_UNICODE_SPACE_SEPARATOR:
      return CUT_LETTER_SPACE;
    default:
      return 0;
    }
}

guint
cut_letters_look_at (gunichar c)
{
  /* An apostrophe that Unicode counts among the letters. */
  if (c == 0x2bc)
    return 0;
  if (is_diacritic (c))
    return CUT_LETTER_MARK;
  /* Joiners stand within words. */
  if (c == 0x200c || c == 0x200d)
    return CUT_LETTER_OTHER;
  if (is_katakana (c))
    return CUT_LETTER_ALONE | CUT_LETTER_KANA;
  return stands_alone (c) ? CUT_LETTER_ALONE : kind_of_letter (c);
}

static gunichar
get_bare (gunichar c)
{
  gunichar parts[MOST_PARTS];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, MOST_PARTS);

  if (n < 2 || n > MOST_PARTS || parts[0] >= 0x80)
    return c;
  for (gsize i = 1; i < n; i++)
    if (!is_diacritic (parts[i]))
      return c;
  return parts[0];
}

CutLetters *
cut_letters_new (void)
{
  CutLetters *self = g_new0 (CutLetters, 1);

  for (gunichar c = 0; c < CUT_LETTERS_KNOWN; c++)
    {
      gunichar bare = get_bare (c);
      gunichar lower = g_unichar_tolower (bare);

      self->kinds[c] = (guint8) cut_letters_look_at (c);
      self->bare[c] = (guint16) bare;
      self->folded[c] = (guint16) (lower < CUT_LETTERS_KNOWN ? lower : bare);
    }
  return self;
}

void
cut_letters_free (CutLetters *self)
{
  g_free (self);
}
