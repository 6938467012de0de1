/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-tex.h"

#include <string.h>

/* As much of TeX as stands in references: `Bj{\"o}rn`, `\emph{The Quay}`, `1990--2000`. */

typedef struct
{
  const char *at;
  GString *plain;
} Reading;

typedef struct
{
  const char *name;
  const char *text;
} Meaning;

/* Combining characters. */
static const Meaning accents[] = {
  { "`", "\u0300" }, { "'", "\u0301" }, { "^", "\u0302" }, { "~", "\u0303" }, { "=", "\u0304" }, { "u", "\u0306" },
  { ".", "\u0307" }, { "\"", "\u0308" }, { "r", "\u030A" }, { "H", "\u030B" }, { "v", "\u030C" }, { "d", "\u0323" },
  { "c", "\u0327" }, { "k", "\u0328" }, { "b", "\u0331" },
};

static const Meaning signs[] = {
  { "aa", "å" }, { "AA", "Å" }, { "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" }, { "OE", "Œ" }, { "o", "ø" },
  { "O", "Ø" }, { "l", "ł" }, { "L", "Ł" }, { "ss", "ß" }, { "SS", "ẞ" }, { "i", "i" }, { "j", "j" }, { "dh", "ð" },
  { "DH", "Ð" }, { "th", "þ" }, { "TH", "Þ" }, { "dj", "đ" }, { "DJ", "Đ" }, { "ng", "ŋ" }, { "NG", "Ŋ" },
  { "S", "§" }, { "P", "¶" }, { "pounds", "£" }, { "euro", "€" }, { "texteuro", "€" }, { "copyright", "©" },
  { "dots", "…" }, { "ldots", "…" }, { "textellipsis", "…" }, { "textendash", "–" }, { "textemdash", "—" },
  { "textquoteleft", "‘" }, { "textquoteright", "’" }, { "textquotedblleft", "“" }, { "textquotedblright", "”" },
  { "guillemotleft", "«" }, { "guillemotright", "»" }, { "textquotesingle", "'" }, { "textquotedbl", "\"" },
  { "quotedblbase", "„" }, { "textbackslash", "\\" }, { "textasciitilde", "~" }, { "textasciicircum", "^" },
  { "textbar", "|" }, { "textless", "<" }, { "textgreater", ">" }, { "textdegree", "°" }, { "textbullet", "•" },
  { "textunderscore", "_" }, { "slash", "/" }, { "\\", " " }, { " ", " " }, { ",", " " }, { "/", "" }, { "-", "" },
};

static const char *
find_meaning (const Meaning *list,
              gsize          n,
              const char    *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (list[i].name, name))
      return list[i].text;
  return NULL;
}

/* The name of the order at hand, behind the backslash: letters, or one other character. */
static char *
read_name (Reading *self)
{
  const char *start = self->at;

  while (g_ascii_isalpha (*self->at))
    self->at++;
  if (self->at == start && *start != '\0')
    self->at = g_utf8_next_char (start);
  else
    self->at += strspn (self->at, " \t\r\n");
  return g_strndup (start, (gsize) (self->at - start));
}

/* Of what an accent stands over: braces do not count, and an i without its dot is an i. */
static void
add_accent (Reading    *self,
            const char *sign,
            const char *combining)
{
  self->at += strspn (self->at, " {");
  if (*self->at == '\\')
    self->at++;
  if (g_unichar_isalpha (g_utf8_get_char (self->at)))
    {
      g_string_append_unichar (self->plain, g_utf8_get_char (self->at));
      g_string_append (self->plain, combining);
      self->at = g_utf8_next_char (self->at);
    }
  else if (!g_ascii_isalpha (*sign))
    g_string_append (self->plain, sign);
}

/* The first of the two arguments is the address; the other what is read. */
static void
skip_group (Reading *self)
{
  int depth = 0;

  while (*self->at != '\0')
    {
      depth += *self->at == '{' ? 1 : *self->at == '}' ? -1 : 0;
      self->at++;
      if (depth <= 0)
        break;
    }
}

/* In an address no hyphens are joined. */
static void
add_address (Reading *self)
{
  const char *start = self->at;
  g_autofree char *raw = NULL;
  g_autofree char *address = NULL;

  skip_group (self);
  raw = g_strndup (start, (gsize) (self->at - start));
  address = cut_in_tex_address (raw);
  g_string_append (self->plain, address);
}

static void
take_order (Reading *self)
{
  g_autofree char *read = read_name (self);
  const char *name = g_strchomp (read)[0] != '\0' ? read : " ";
  const char *accent = find_meaning (accents, G_N_ELEMENTS (accents), name);
  const char *sign = find_meaning (signs, G_N_ELEMENTS (signs), name);

  if (accent != NULL)
    add_accent (self, name, accent);
  else if (sign != NULL)
    g_string_append (self->plain, sign);
  else if (g_str_equal (name, "url"))
    add_address (self);
  else if (g_str_equal (name, "href"))
    skip_group (self);
  else if (!g_ascii_isalpha (*name))
    g_string_append (self->plain, name);
}

/* Signs that are made of several: two or three hyphens, two quotation marks. */
static gboolean
take_ligature (Reading *self)
{
  static const Meaning ligatures[] = { { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" }, { "~", " " } };

  for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++)
    if (g_str_has_prefix (self->at, ligatures[i].name))
      {
        g_string_append (self->plain, ligatures[i].text);
        self->at += strlen (ligatures[i].name);
        return TRUE;
      }
  return FALSE;
}

static void
take_character (Reading *self)
{
  if (strchr ("{}$", *self->at) != NULL)
    return;
  if (!g_ascii_isspace (*self->at))
    g_string_append_c (self->plain, *self->at);
  else if (self->plain->len == 0 || self->plain->str[self->plain->len - 1] != ' ')
    g_string_append_c (self->plain, ' ');
}

char *
cut_in_tex_plain (const char *tex)
{
  Reading self = { tex, g_string_new (NULL) };
  g_autofree char *plain = NULL;

  while (*self.at != '\0')
    if (*self.at == '\\')
      {
        self.at++;
        take_order (&self);
      }
    else if (!take_ligature (&self))
      {
        take_character (&self);
        self.at++;
      }
  plain = g_string_free (self.plain, FALSE);
  return g_strstrip (g_utf8_normalize (plain, -1, G_NORMALIZE_NFC));
}

char *
cut_in_tex_address (const char *tex)
{
  const char *start = g_str_has_prefix (tex, "\\url") ? tex + strlen ("\\url") : tex;
  GString *address = g_string_new (NULL);

  for (const char *at = start; *at != '\0'; at++)
    if (*at == '\\' && at[1] != '\0' && strchr ("#$%&_{}~^\\:;", at[1]) != NULL)
      g_string_append_c (address, *++at);
    else if (strchr ("{}", *at) == NULL)
      g_string_append_c (address, *at);
  return g_strstrip (g_string_free (address, FALSE));
}
