/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-charset.h"

#include <string.h>
#include <uchardet.h>

/* Browsers look no further for a declaration either. */
#define META_WINDOW 1024

typedef struct
{
  const char *label;
  const char *iconv;
} Label;

/* Labels of the WHATWG Encoding Standard whose meaning there differs from what
 * iconv understands by the same word. All others go to iconv as they are. */
static const Label labels[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "ansi_x3.4-1968", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "iso_8859-1", "WINDOWS-1252" },
  { "iso88591", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "l1", "WINDOWS-1252" },
  { "x-cp1252", "WINDOWS-1252" },
  { "cp1252", "WINDOWS-1252" },
  { "windows-1252", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "latin5", "WINDOWS-1254" },
  { "iso8859-9", "WINDOWS-1254" },
  { "iso-8859-11", "WINDOWS-874" },
  { "tis-620", "WINDOWS-874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "chinese", "GB18030" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "korean", "CP949" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "big5-hkscs", "BIG5-HKSCS" },
  { "x-mac-roman", "MACINTOSH" },
  { "x-mac-cyrillic", "MAC-CYRILLIC" },
  { "utf8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  { "utf-16", "UTF-16LE" },
  { "iso-8859-8-i", "ISO-8859-8" },
  { "x-cp1251", "WINDOWS-1251" },
  { "x-cp1250", "WINDOWS-1250" },
  { "dos-874", "WINDOWS-874" },
};

const char *
cut_charset_from_label (const char *label)
{
  g_autofree char *trimmed = g_strstrip (g_ascii_strdown (label, -1));
  const char *known = NULL;
  GIConv conv;

  for (gsize i = 0; i < G_N_ELEMENTS (labels) && known == NULL; i++)
    if (g_str_equal (trimmed, labels[i].label))
      known = labels[i].iconv;
  if (known == NULL && (trimmed[0] == '\0' || strpbrk (trimmed, "/ \t") != NULL))
    return NULL;
  if (known == NULL)
    known = g_intern_string (trimmed);
  conv = g_iconv_open ("UTF-8", known);
  if (conv == (GIConv) -1)
    return NULL;
  g_iconv_close (conv);
  return known;
}

/* Returns: the character set named after "charset=" in @text, or NULL */
static const char *
find_declaration (const char *text)
{
  const char *at = text;

  while ((at = strstr (at, "charset")) != NULL)
    {
      g_autofree char *label = NULL;
      gsize n;

      at += strlen ("charset");
      at += strspn (at, " \t\r\n");
      if (*at != '=')
        continue;
      at += 1 + strspn (at + 1, " \t\r\n\"'");
      n = strcspn (at, " \t\r\n\"';>/,");
      label = g_strndup (at, MIN (n, 64));
      return cut_charset_from_label (label);
    }
  return NULL;
}

static const char *
from_header (const char *content_type)
{
  g_autofree char *lower = content_type ? g_ascii_strdown (content_type, -1) : NULL;

  return lower ? find_declaration (lower) : NULL;
}

static const char *
from_meta (const char *data, gsize len)
{
  g_autofree char *head = g_malloc (META_WINDOW + 1);
  gsize n = MIN (len, META_WINDOW);
  const char *name = NULL;
  const char *meta;

  for (gsize i = 0; i < n; i++)
    head[i] = data[i] ? g_ascii_tolower (data[i]) : ' ';
  head[n] = '\0';
  if (g_str_has_prefix (head, "<?xml") && strstr (head, "encoding=") != NULL)
    {
      g_autofree char *label = NULL;
      const char *at = strstr (head, "encoding=") + strlen ("encoding=") + 1;

      label = g_strndup (at, strcspn (at, "\"'?> "));
      name = cut_charset_from_label (label);
    }
  meta = strstr (head, "<meta");
  if (meta != NULL && find_declaration (meta) != NULL)
    name = find_declaration (meta);
  /* A declaration that could be read as ASCII was not written in UTF-16. */
  return name != NULL && g_str_has_prefix (name, "UTF-16") ? "UTF-8" : name;
}

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

static char *
convert (const char *data, gsize len, const char *charset)
{
  GIConv conv = g_iconv_open ("UTF-8", charset);
  GString *out = g_string_sized_new (len + len / 4);
  char *in = (char *) data;
  gsize left = len;

  g_return_val_if_fail (conv != (GIConv) -1, g_string_free (out, FALSE));
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
  return g_string_free (out, FALSE);
}

static const char *
choose (const char *data, gsize len, const char *declared, gboolean valid)
{
  if (declared != NULL && g_str_has_prefix (declared, "UTF-16"))
    return declared;
  /* ISO-2022 is ASCII to look at. */
  if (declared != NULL && g_ascii_strncasecmp (declared, "iso-2022", 8) == 0)
    return declared;
  if (valid && (declared == NULL || has_high_bytes (data, len)))
    return "UTF-8";
  if (declared != NULL && !g_ascii_strcasecmp (declared, "utf-8") && !mostly_utf8 (data, len))
    declared = NULL;
  if (declared == NULL && mostly_utf8 (data, len))
    return "UTF-8";
  return declared ? declared : from_detector (data, len);
}

char *
cut_charset_decode (
    const char *data, gsize len, const char *content_type, gsize *out_len, char **out_name)
{
  g_autofree char *converted = NULL;
  gsize skip;
  const char *name = from_mark (data, len, &skip);
  gboolean valid;

  data += skip;
  len -= skip;
  valid = g_utf8_validate_len (data, len, NULL);
  if (name == NULL)
    {
      name = from_header (content_type);
      name = choose (data, len, name ? name : from_meta (data, len), valid);
    }
  *out_name = g_ascii_strdown (name, -1);
  *out_len = len;
  if (g_ascii_strcasecmp (name, "utf-8") == 0)
    return valid ? g_strndup (data, len) : copy_utf8 (data, len, out_len);
  converted = convert (data, len, name);
  return copy_utf8 (converted, strlen (converted), out_len);
}
