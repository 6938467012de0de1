/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-charset.h"

#include <string.h>
#include <uchardet.h>

#include "cut-charset-declared.h"
#include "cut-charset-label.h"

/* Most pages say it in the first KiB; some say it behind long scripts. */
#define META_WINDOW (64 * 1024)
/* So many bytes show whether a page is written in two bytes a character. */
#define WIDE_WINDOW 512

static const char *
from_mark (const char *data, gsize len, gsize *skip)
{
  *skip = 3;
  if (len >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return "UTF-8";
  *skip = 2;
  if (len >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (len >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";
  *skip = 0;
  return NULL;
}

/* Of ASCII letters in UTF-16 every other byte is none. */
static const char *
from_zeros (const char *data, gsize len)
{
  gsize pairs = MIN (len, WIDE_WINDOW) / 2;
  gsize first = 0;
  gsize second = 0;

  for (gsize i = 0; i < pairs; i++)
    {
      first += data[2 * i] == '\0';
      second += data[2 * i + 1] == '\0';
    }
  if (pairs < 4 || (first + second) * 2 < pairs)
    return NULL;
  if (second > 0 && first == 0)
    return "UTF-16LE";
  return first > 0 && second == 0 ? "UTF-16BE" : NULL;
}

static const char *
from_detector (const char *data, gsize len)
{
  uchardet_t detector = uchardet_new ();
  const char *name = NULL;

  if (uchardet_handle_data (detector, data, MIN (len, 256 * 1024)) == 0)
    {
      uchardet_data_end (detector);
      name = uchardet_get_charset (detector);
      name = name && *name ? cut_charset_from_label (name) : NULL;
    }
  uchardet_delete (detector);
  return name != NULL && !g_str_equal (name, "UTF-8") ? name : "WINDOWS-1252";
}

static gboolean
has_high_bytes (const char *data, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar) data[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Counts the places where UTF-8 breaks, and the high bytes, to tell a UTF-8
 * page with a few bad bytes from a page that is not UTF-8 at all. */
static gboolean
mostly_utf8 (const char *data, gsize len)
{
  const char *end = data + len;
  const char *at = data;
  gsize bad = 0;
  gsize high = 0;

  for (gsize i = 0; i < len; i++)
    high += (guchar) data[i] >= 0x80;
  while (!g_utf8_validate_len (at, end - at, &at))
    {
      bad++;
      at++;
    }
  return bad * 10 <= high;
}

/* NUL bytes are left out: no reader shows them, and they end C strings. */
static char *
copy_utf8 (const char *data, gsize len, gsize *out_len)
{
  GString *out = g_string_sized_new (len + 1);
  const char *end = data + len;
  const char *at = data;

  while (at < end)
    {
      const char *stop;

      g_utf8_validate_len (at, end - at, &stop);
      g_string_append_len (out, at, stop - at);
      at = stop;
      if (at == end)
        break;
      if (*at != '\0')
        g_string_append (out, "\xEF\xBF\xBD");
      at++;
    }
  *out_len = out->len;
  return g_string_free (out, FALSE);
}

static GString *
convert (const char *data, gsize len, const char *charset)
{
  GIConv conv = g_iconv_open ("UTF-8", charset);
  GString *out = g_string_sized_new (len + len / 4);
  char *in = (char *) data;
  gsize left = len;

  g_return_val_if_fail (conv != (GIConv) -1, out);
  while (left > 0)
    {
      char buffer[8192];
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize before = left;
      gboolean failed = g_iconv (conv, &in, &left, &to, &room) == (gsize)-1;

      g_string_append_len (out, buffer, to - buffer);
      if (!failed || (to != buffer && room < 16) || left < before)
        continue;
      /* Nothing moved: one byte here means nothing in this character set. */
      g_string_append (out, "\xEF\xBF\xBD");
      in++;
      left--;
    }
  g_iconv_close (conv);
  return out;
}

/* To and from two bytes a character: what text in ISO-2022-JP cannot do without. */
static gboolean
has_shifts (const char *data, gsize len)
{
  return g_strstr_len (data, len, "\033$B") != NULL && g_strstr_len (data, len, "\033(") != NULL;
}

static const char *
choose (const char *data, gsize len, const char *declared, gboolean valid)
{
  const char *wide = valid ? NULL : from_zeros (data, len);

  if (wide != NULL)
    return wide;
  if (declared != NULL && g_str_has_prefix (declared, "UTF-16"))
    return declared;
  /* ISO-2022 is ASCII to look at. */
  if (declared != NULL && g_ascii_strncasecmp (declared, "iso-2022", 8) == 0)
    return declared;
  if (valid && has_high_bytes (data, len))
    return "UTF-8";
  if (valid && declared == NULL)
    return has_shifts (data, len) ? "ISO-2022-JP" : "UTF-8";
  if (declared != NULL && !g_ascii_strcasecmp (declared, "utf-8") && !mostly_utf8 (data, len))
    declared = NULL;
  if (declared == NULL && mostly_utf8 (data, len))
    return "UTF-8";
  return declared ? declared : from_detector (data, len);
}

/* Many servers say UTF-8 of whatever they send: then the page knows better. */
static const char *
find_declared (const char *data, gsize len, const char *content_type, gboolean valid)
{
  const char *header = cut_charset_from_header (content_type);
  gboolean refuted = header != NULL && !valid && g_ascii_strcasecmp (header, "utf-8") == 0 && !mostly_utf8 (data, len);

  if (header != NULL && !refuted)
    return header;
  return cut_charset_from_meta (data, MIN (len, META_WINDOW));
}

char *
cut_charset_decode (
    const char *data, gsize len, const char *content_type, gsize *out_len, char **out_name)
{
  g_autoptr (GString) converted = NULL;
  gsize skip;
  const char *name = from_mark (data, len, &skip);
  gboolean valid;

  data += skip;
  len -= skip;
  valid = g_utf8_validate_len (data, len, NULL);
  if (name == NULL)
    {
      name = find_declared (data, len, content_type, valid);
      name = choose (data, len, name, valid);
    }
  *out_name = g_ascii_strdown (name, -1);
  *out_len = len;
  if (g_ascii_strcasecmp (name, "utf-8") == 0)
    return valid ? g_strndup (data, len) : copy_utf8 (data, len, out_len);
  converted = convert (data, len, name);
  return copy_utf8 (converted->str, converted->len, out_len);
}
