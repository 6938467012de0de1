/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-bibtex.h"
#include "cut-in.h"
#include "cut-limits.h"

/* BibTeX and BibLaTeX, as Zotero, JabRef, BibDesk, Mendeley and we write them. The one library for it ends the program at what is
 * damaged and takes what it complains of for a format; what there is to the format is little.
 *
 * An entry begins at the start of a line: "@article{quell2024,". One that is not closed before the next begins is damaged, so that a brace
 * too few costs one entry, and each character is looked at once. */

#define HEAD_LENGTH 65536  /* so much may stand before the first entry */
#define LONGEST_MACRO 1000 /* bytes of what is put for a word, again and again */

typedef struct
{
  CutBrought *brought;
  const char *at;
  const char *counted; /* up to where lines were counted */
  guint line;
  char close;         /* of the entry at hand: } or ) */
  GHashTable *macros; /* (element-type utf8 utf8): small names → text */
} Reading;

/* Where the white space and the comments end. */
static const char *
skip_space (const char *at)
{
  for (at += strspn (at, " \t\r\n"); *at == '%'; at += strspn (at, " \t\r\n"))
    at += strcspn (at, "\n");
  return at;
}

/* At the start of a line: whether an entry begins there. */
static gboolean
is_begin (const char *at)
{
  const char *name = at + strspn (at, " \t");
  gsize length = *name == '@' ? strspn (name + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") : 0;

  name += length > 0 ? length + 1 : 0;
  name += strspn (name, " \t");
  return length > 0 && (*name == '{' || *name == '(');
}

/* (nullable): the start of the line where the next entry begins, at or behind @at, which is the start of a line, too. */
static const char *
find_begin (const char *at)
{
  while (at != NULL && !is_begin (at))
    {
      at = strchr (at, '\n');
      at = at != NULL ? at + 1 : NULL;
    }
  return at;
}

static const char *
next_line (const char *at)
{
  return at + strcspn (at, "\n") + (at[strcspn (at, "\n")] == '\n');
}

static char *
read_word (Reading    *self,
           const char *ends)
{
  const char *start = self->at;

  self->at += strcspn (start, ends);
  return g_strndup (start, (gsize) (self->at - start));
}

/* Values. */

/* What stands between the braces or quotation marks at hand; %FALSE where they are not closed. */
static gboolean
read_quoted (Reading *self,
             GString *value)
{
  char close = *self->at == '{' ? '}' : '"';
  const char *start = ++self->at;
  int depth = 0;

  for (; *self->at != '\0'; self->at++)
    {
      if (depth == 0 && *self->at == close)
        {
          g_string_append_len (value, start, self->at - start);
          self->at++;
          return TRUE;
        }
      depth += *self->at == '{' ? 1 : *self->at == '}' ? -1 : 0;
      if (depth < 0 || (*self->at == '\n' && is_begin (self->at + 1)))
        return FALSE;
    }
  return FALSE;
}

/* A number, or the name of what a "@string" said; unknown ones stay as they are. */
static gboolean
read_bare (Reading *self,
           GString *value)
{
  g_autofree char *word = read_word (self, " \t\r\n,#{}()\"=%");
  g_autofree char *small = g_ascii_strdown (word, -1);
  const char *text = g_hash_table_lookup (self->macros, small);

  g_string_append (value, text != NULL ? text : word);
  return *word != '\0';
}

/* (transfer full) (nullable): the parts of a value, joined by "#"; of an endless one no more than a field may hold. */
static char *
read_value (Reading *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (;;)
    {
      self->at = skip_space (self->at);
      if (!(*self->at == '{' || *self->at == '"' ? read_quoted (self, value) : read_bare (self, value)))
        return NULL;
      if (value->len > CUT_LIMIT_FIELD)
        return NULL;
      self->at = skip_space (self->at);
      if (*self->at != '#')
        return g_string_free (g_steal_pointer (&value), FALSE);
      self->at++;
    }
}

/* "name = value"; @name and @value: (out) (transfer full) */
static gboolean
read_field (Reading  *self,
            char    **name,
            char    **value)
{
  g_autofree char *read = read_word (self, " \t\r\n,#{}()\"=%");

  self->at = skip_space (self->at);
  if (*read == '\0' || *self->at != '=')
    return FALSE;
  self->at++;
  *value = read_value (self);
  *name = *value != NULL ? g_ascii_strdown (read, -1) : NULL;
  return *value != NULL;
}

/* Of one name the first counts, as for TeX. */
static gboolean
take_field (Reading    *self,
            GHashTable *fields)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (!read_field (self, &name, &value))
    return FALSE;
  if (!g_hash_table_contains (fields, name))
    g_hash_table_insert (fields, g_steal_pointer (&name), g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_fields (Reading    *self,
             GHashTable *fields)
{
  for (;;)
    {
      self->at = skip_space (self->at);
      while (*self->at == ',')
        self->at = skip_space (self->at + 1);
      if (*self->at == self->close)
        {
          self->at++;
          return TRUE;
        }
      if (!take_field (self, fields) || (*self->at != ',' && *self->at != self->close))
        return FALSE;
    }
}

/* Entries. */

static gboolean
read_macro (Reading *self)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  self->at = skip_space (self->at);
  if (!read_field (self, &name, &value) || *self->at != self->close || strlen (value) > LONGEST_MACRO)
    return FALSE;
  self->at++;
  g_hash_table_replace (self->macros, g_steal_pointer (&name), g_steal_pointer (&value));
  return TRUE;
}

static gboolean
read_work (Reading    *self,
           const char *type)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *key = NULL;

  self->at = skip_space (self->at);
  key = read_word (self, " \t\r\n,{}()%");
  self->at = skip_space (self->at);
  if ((*self->at != ',' && *self->at != self->close) || !read_fields (self, fields))
    return FALSE;
  cut_in_bibtex_take (self->brought, type, *key != '\0' ? key : NULL, fields);
  return TRUE;
}

static gboolean
read_entry (Reading *self)
{
  g_autofree char *word = NULL;
  g_autofree char *type = NULL;

  self->at += strcspn (self->at, "@") + 1;
  word = read_word (self, " \t{(");
  type = g_ascii_strdown (word, -1);
  self->at += strspn (self->at, " \t");
  self->close = *self->at++ == '{' ? '}' : ')';
  if (g_str_equal (type, "comment") || g_str_equal (type, "preamble"))
    return TRUE;
  return g_str_equal (type, "string") ? read_macro (self) : read_work (self, type);
}

static void
say_damaged (Reading    *self,
             const char *start)
{
  for (; self->counted < start; self->counted++)
    self->line += *self->counted == '\n';
  g_ptr_array_add (self->brought->failed, g_strdup_printf (_("Line %u: this entry is damaged"), self->line));
}

/* Every bibliography may say "jan" without saying what that is. */
static GHashTable *
make_macros (void)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  GHashTable *macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_hash_table_insert (macros, g_strdup (months[i]), g_strdup_printf ("%u", i + 1));
  return macros;
}

static gboolean
read_bibtex (CutIn       *in,
             CutBrought  *brought,
             GError     **error)
{
  g_autoptr (GHashTable) macros = make_macros ();
  Reading self = { brought, in->text, in->text, 1, '}', macros };
  const char *start = find_begin (in->text);

  while (start != NULL)
    {
      self.at = start;
      if (!read_entry (&self))
        {
          say_damaged (&self, start);
          self.at = next_line (start);
        }
      start = find_begin (self.at);
    }
  return TRUE;
}

/* Whether it is one shows in its first entry: style sheets have "@media print {" and "@page {". */
static gboolean
is_bibtex (CutIn *in)
{
  g_autofree char *head = g_strndup (in->text, HEAD_LENGTH);
  const char *at = find_begin (head);

  return at != NULL && head[strspn (head, " \t\r\n")] != '<' &&
         (g_regex_match_simple ("^\\s*@(string|comment|preamble)\\s*[{(]", at, G_REGEX_CASELESS | G_REGEX_RAW, 0) ||
          g_regex_match_simple ("^\\s*@[a-z]+\\s*[{(]\\s*[^\\s,{}()\"]*\\s*,\\s*([a-z][a-z0-9_+-]*\\s*=|[})])", at, G_REGEX_CASELESS | G_REGEX_RAW, 0));
}

const CutInFormat cut_in_bibtex = { "bibtex", N_ ("references (BibTeX)"), is_bibtex, read_bibtex };
