/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-id.h"

#include <string.h>
#include <sys/random.h>

#include "cut-sha256.h"

static void
fill_random (guint8 *bytes,
             gsize   n)
{
  if (getrandom (bytes, n, 0) == (gssize) n)
    return;
  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
}

/* The moment of the last id, in 1/4096 ms, shared by all threads: each id takes the next one
 * at least. This is the monotonic method 3 of RFC 9562, section 6.2. */
static guint64
next_tick (void)
{
  static GMutex mutex;
  static guint64 last;
  guint64 us = (guint64) g_get_real_time ();
  guint64 tick = (us / 1000) << 12 | ((us % 1000) * 4096 / 1000);

  g_mutex_lock (&mutex);
  last = tick = MAX (tick, last + 1);
  g_mutex_unlock (&mutex);
  return tick;
}

char *
cut_id_new (void)
{
  guint64 tick = next_tick ();
  guint64 ms = tick >> 12;
  guint8 r[8];

  fill_random (r, sizeof r);
  return g_strdup_printf ("%08x-%04x-7%03x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          (guint32) (ms >> 16), (guint32) (ms & 0xffff), (guint32) (tick & 0xfff),
                          0x80 | (r[0] & 0x3f), r[1], r[2], r[3], r[4], r[5], r[6], r[7]);
}

char *
cut_id_derive (const char *space,
               const char *name)
{
  g_autofree char *seed = g_strconcat (space, "\n", name, NULL);
  g_autofree char *hex = cut_sha256_of_text (seed, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

char *
cut_id_derive_at (const char *space,
                  const char *name,
                  gint64      ms)
{
  g_autofree char *id = cut_id_derive (space, name);

  if (ms <= 0)
    return g_steal_pointer (&id);
  return g_strdup_printf ("%08x-%04x%s", (guint32) (ms >> 16), (guint32) (ms & 0xffff), id + 13);
}

gboolean
cut_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) != 36)
    return FALSE;
  for (int i = 0; i < 36; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? id[i] != '-' : (!g_ascii_isxdigit (id[i]) || g_ascii_isupper (id[i])))
        return FALSE;
    }
  return TRUE;
}

const char *
cut_id_strip (const char *id)
{
  return g_str_has_prefix (id, "urn:uuid:") ? id + strlen ("urn:uuid:") : id;
}
