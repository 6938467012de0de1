/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-charset-label.h"

#include <string.h>

typedef struct
{
  const char *iconv;
  const char *labels; /* with a space before and behind each */
} Encoding;

/* The labels of the WHATWG Encoding Standard of which iconv knows nothing, or by which it understands something else. All
 * others go to iconv as they are. */
static const Encoding encodings[] = {
  { "UTF-8", " utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 " },
  { "UTF-16LE", " utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff " },
  { "UTF-16BE", " utf-16be unicodefffe " },
  { "WINDOWS-1252", " ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso_8859-1 iso_8859-1:1987 iso88591 iso-ir-100 latin1 l1 csisolatin1 "
                    "cp819 ibm819 cp1252 windows-1252 x-cp1252 x-user-defined " },
  { "WINDOWS-1254", " iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 latin5 l5 csisolatin5 cp1254 x-cp1254 " },
  { "WINDOWS-874", " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 " },
  { "WINDOWS-1250", " x-cp1250 " },
  { "WINDOWS-1251", " x-cp1251 " },
  { "WINDOWS-1253", " x-cp1253 " },
  { "WINDOWS-1255", " x-cp1255 " },
  { "WINDOWS-1256", " x-cp1256 " },
  { "WINDOWS-1257", " x-cp1257 " },
  { "WINDOWS-1258", " x-cp1258 " },
  { "ISO-8859-2", " iso88592 " },
  { "ISO-8859-3", " iso88593 " },
  { "ISO-8859-4", " iso88594 " },
  { "ISO-8859-5", " iso88595 " },
  { "ISO-8859-6", " iso88596 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i " },
  { "ISO-8859-7", " iso88597 elot_928 sun_eu_greek " },
  { "ISO-8859-8", " iso88598 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i logical visual " },
  { "ISO-8859-10", " iso885910 " },
  { "ISO-8859-13", " iso885913 " },
  { "ISO-8859-14", " iso885914 " },
  { "ISO-8859-15", " iso885915 iso_8859-15 l9 csisolatin9 " },
  { "IBM866", " 866 " },
  { "KOI8-R", " koi koi8 koi8_r " },
  { "KOI8-U", " koi8-ru " },
  { "MACINTOSH", " x-mac-roman " },
  { "MAC-CYRILLIC", " x-mac-cyrillic x-mac-ukrainian " },
  { "GB18030", " gb2312 gb_2312 gb_2312-80 gbk x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 " },
  { "BIG5-HKSCS", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 " },
  { "EUC-JP", " x-euc-jp " },
  { "CP932", " shift_jis shift-jis sjis x-sjis csshiftjis ms932 ms_kanji windows-31j " },
  { "CP949", " euc-kr euckr cseuckr korean csksc56011987 iso-ir-149 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 " },
};

/* Not every system's C library converts all of them. */
static gboolean
is_known_here (const char *name)
{
  GIConv conv = g_iconv_open ("UTF-8", name);

  if (conv == (GIConv) -1)
    return FALSE;
  g_iconv_close (conv);
  return TRUE;
}

const char *
cut_charset_from_label (const char *label)
{
  g_autofree char *trimmed = g_strstrip (g_ascii_strdown (label, -1));
  g_autofree char *word = g_strconcat (" ", trimmed, " ", NULL);

  if (*trimmed == '\0' || strpbrk (trimmed, "/ \t") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strstr (encodings[i].labels, word) != NULL)
      return is_known_here (encodings[i].iconv) ? encodings[i].iconv : NULL;
  return is_known_here (trimmed) ? g_intern_string (trimmed) : NULL;
}
