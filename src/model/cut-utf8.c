/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-utf8.h"

#include <string.h>

#define LOW G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH (LOW << 7)

static guint64
read_eight (const char *at)
{
  guint64 eight;

  memcpy (&eight, at, sizeof eight);
  return eight;
}

/* A byte that goes on with a character has its highest bit set and the next one not. */
gsize
cut_utf8_count (const char *text,
                gsize       length)
{
  const char *end = text + length;
  gsize n = length;

  for (; end - text >= 8; text += 8)
    {
      guint64 eight = read_eight (text);
      guint64 going_on = (eight >> 7) & ~(eight >> 6) & LOW;

      /* The product has their sum in its highest byte. */
      n -= (going_on * LOW) >> 56;
    }
  for (; text < end; text++)
    n -= ((guchar) *text & 0xc0) == 0x80;
  return n;
}

const char *
cut_utf8_skip_ascii (const char *at,
                     const char *end)
{
  while (end - at >= 8 && (read_eight (at) & HIGH) == 0)
    at += 8;
  while (at < end && (guchar) *at < 0x80)
    at++;
  return at;
}
