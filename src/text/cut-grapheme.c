/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-grapheme.h"

#define ZERO_WIDTH_JOINER 0x200d

static gboolean
is_between (gunichar c,
            gunichar first,
            gunichar last)
{
  return c >= first && c <= last;
}

/* Extend, ZWJ and SpacingMark of the annex. */
static gboolean
extends (gunichar c)
{
  return g_unichar_ismark (c) || c == ZERO_WIDTH_JOINER || c == 0x200c ||
         is_between (c, 0x1f3fb, 0x1f3ff) || /* skin tones */
         is_between (c, 0xe0020, 0xe007f) || /* tags, as in the flags of nations within a state */
         is_between (c, 0xff9e, 0xff9f) ||   /* half-width voicing marks */
         c == 0x0e33 || c == 0x0eb3;         /* Thai and Lao AM: letters, but half of one is a mark */
}

static gboolean
is_pictographic (gunichar c)
{
  return is_between (c, 0x1f000, 0x1faff) || is_between (c, 0x2190, 0x2bff) || c == 0x00a9 ||
         c == 0x00ae || is_between (c, 0x203c, 0x3299);
}

static gboolean
is_regional (gunichar c)
{
  return is_between (c, 0x1f1e6, 0x1f1ff);
}

/* GB6 to GB8: syllables of conjoining Hangul letters. */
static gboolean
joins_hangul (gunichar before,
              gunichar after)
{
  gboolean leading = is_between (before, 0x1100, 0x115f) || is_between (before, 0xa960, 0xa97c);
  gboolean syllable = is_between (before, 0xac00, 0xd7a3);
  gboolean open = syllable && (before - 0xac00) % 28 == 0;
  gboolean vowel = is_between (before, 0x1160, 0x11a7) || is_between (before, 0xd7b0, 0xd7c6);
  gboolean final = is_between (before, 0x11a8, 0x11ff) || is_between (before, 0xd7cb, 0xd7fb);
  gboolean to_vowel = is_between (after, 0x1160, 0x11a7) || is_between (after, 0xd7b0, 0xd7c6);
  gboolean to_final = is_between (after, 0x11a8, 0x11ff) || is_between (after, 0xd7cb, 0xd7fb);

  if (leading)
    return is_between (after, 0x1100, 0x115f) || is_between (after, 0xa960, 0xa97c) || to_vowel ||
           is_between (after, 0xac00, 0xd7a3);
  if (open || vowel)
    return to_vowel || to_final;
  return (syllable || final) && to_final;
}

/* GB12 and GB13: flags are pairs, so what counts is how many letters stand before. */
static gboolean
splits_flag (const char *text,
             const char *at)
{
  guint n = 0;

  while (at > text)
    {
      at = g_utf8_prev_char (at);
      if (!is_regional (g_utf8_get_char (at)))
        break;
      n++;
    }
  return n % 2 == 1;
}

/* GB11: an emoji, its extensions, a joiner, an emoji. @at stands behind the joiner. */
static gboolean
joins_emoji (const char *text,
             const char *at)
{
  const char *p = g_utf8_prev_char (at);

  while (p > text)
    {
      p = g_utf8_prev_char (p);
      if (!extends (g_utf8_get_char (p)))
        return is_pictographic (g_utf8_get_char (p));
    }
  return FALSE;
}

gboolean
cut_grapheme_is_border (const char *text,
                        const char *at)
{
  gunichar before, after;

  if (at == text || *at == '\0')
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  after = g_utf8_get_char (at);
  if (before == '\n' || after == '\n')
    return TRUE;
  if (extends (after) || joins_hangul (before, after))
    return FALSE;
  if (before == ZERO_WIDTH_JOINER && is_pictographic (after))
    return !joins_emoji (text, at);
  if (is_regional (before) && is_regional (after))
    return !splits_flag (text, at);
  return TRUE;
}

void
cut_grapheme_widen (const char     *text,
                    const CutIndex *index,
                    guint          *start,
                    guint          *end)
{
  const char *from = cut_index_to_pointer (index, *start);
  const char *to = cut_index_to_pointer (index, *end);

  for (; !cut_grapheme_is_border (text, from); (*start)--)
    from = g_utf8_prev_char (from);
  for (; !cut_grapheme_is_border (text, to); (*end)++)
    to = g_utf8_next_char (to);
}
