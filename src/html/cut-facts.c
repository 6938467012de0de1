/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-facts.h"

#include <string.h>

#include "cut-shown.h"

/* A list longer than this is no list of authors or keywords. */
#define MAX_LIST 64
/* And a text longer than this no name; in bytes. */
#define LONGEST_NAME 200

static void
clear_list (GPtrArray **list)
{
  if (*list != NULL)
    g_ptr_array_unref (*list);
  *list = NULL;
}

void
cut_facts_clear (CutFacts *self)
{
  g_free (self->title);
  g_free (self->standfirst);
  g_free (self->publisher);
  g_free (self->site_name);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->language);
  g_free (self->canonical);
  g_free (self->description);
  g_free (self->image);
  g_free (self->kind);
  g_free (self->body);
  g_free (self->wire_credit);
  g_free (self->licence);
  g_free (self->organisation);
  clear_list (&self->authors);
  clear_list (&self->keywords);
  clear_list (&self->about);
}

typedef struct
{
  const char *name;
  const char *text;
} Entity;

/* Those that pages escape twice, so that they are still there after parsing. */
static const Entity entities[]
    = { { "amp", "&" },      { "quot", "\"" },   { "apos", "'" },    { "lt", "<" },
        { "gt", ">" },       { "nbsp", " " },    { "ndash", "–" },  { "mdash", "—" },
        { "lsquo", "‘" },    { "rsquo", "’" },   { "ldquo", "“" },  { "rdquo", "”" },
        { "hellip", "…" },   { "laquo", "«" },   { "raquo", "»" },  { "bdquo", "„" },
        { "auml", "ä" },     { "ouml", "ö" },    { "uuml", "ü" },   { "szlig", "ß" },
        { "eacute", "é" },   { "egrave", "è" },  { "agrave", "à" }, { "ccedil", "ç" },
        { "aacute", "á" },   { "iacute", "í" },  { "oacute", "ó" }, { "ntilde", "ñ" } };

/* Returns: one past the entity at @at, its text appended; @at when it is none */
static const char *
decode_entity (GString *out, const char *at)
{
  gsize n = strcspn (at + 1, "; &<");
  char *end;

  if (n < 2 || n > 8 || at[n + 1] != ';')
    return at;
  if (at[1] == '#')
    {
      gboolean hex = g_ascii_tolower (at[2]) == 'x';
      guint64 c = g_ascii_strtoull (at + 2 + hex, &end, hex ? 16 : 10);

      if (end != at + n + 1 || c < 0x20 || !g_unichar_validate (c))
        return at;
      g_string_append_unichar (out, c);
      return at + n + 2;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == n && memcmp (entities[i].name, at + 1, n) == 0)
      {
        g_string_append (out, entities[i].text);
        return at + n + 2;
      }
  return at;
}

/* Tags that found their way into a field: "<em>", "</b>", "<br />". */
static const char *
skip_tag (const char *at)
{
  const char *name = at[1] == '/' ? at + 2 : at + 1;
  gsize n = strcspn (name, "<>");

  return g_ascii_isalpha (*name) && n < 60 && name[n] == '>' ? name + n + 1 : at;
}

static char *
decode (const char *value)
{
  GString *out = g_string_new (NULL);

  while (*value != '\0')
    {
      const char *next = *value == '&'   ? decode_entity (out, value)
                         : *value == '<' ? skip_tag (value)
                                         : value;

      if (next == value)
        g_string_append_c (out, *next++);
      value = next;
    }
  return g_string_free (out, FALSE);
}

/* White space runs as one space, none at the ends; "&#27;" is no letter, however it was written. */
static char *
fold (const char *raw)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *decoded = strpbrk (raw, "&<") ? decode (raw) : NULL;
  const char *value = decoded ? decoded : raw;

  for (; *value != '\0'; value++)
    if (!g_ascii_isspace (*value))
      g_string_append_c (out, *value);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return cut_shown_line (g_strchomp (out->str));
}

void
cut_facts_take (char **field, char *value)
{
  if (*field == NULL && value != NULL && g_utf8_validate (value, -1, NULL))
    {
      g_autofree char *folded = fold (value);

      if (*folded != '\0')
        *field = g_steal_pointer (&folded);
    }
  g_free (value);
}

void
cut_facts_add (GPtrArray **list, const char *value)
{
  g_autofree char *folded = value && g_utf8_validate (value, -1, NULL) ? fold (value) : NULL;

  if (folded == NULL || *folded == '\0')
    return;
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (g_free);
  if ((*list)->len < MAX_LIST
      && !g_ptr_array_find_with_equal_func (*list, folded, g_str_equal, NULL))
    g_ptr_array_add (*list, g_steal_pointer (&folded));
}

static gboolean
has_topic (GPtrArray *topics, const char *name)
{
  for (guint i = 0; i < topics->len; i++)
    if (g_str_equal (((const CutTopic *) g_ptr_array_index (topics, i))->name, name))
      return TRUE;
  return FALSE;
}

void
cut_facts_add_topic (CutFacts *self, const char *name, const char *type, const char *same_as)
{
  g_autofree char *folded = NULL;

  cut_facts_take (&folded, g_strdup (name));
  if (folded == NULL || strlen (folded) > LONGEST_NAME)
    return;
  if (self->about == NULL)
    self->about = cut_topics_new ();
  if (self->about->len < MAX_LIST && !has_topic (self->about, folded))
    g_ptr_array_add (self->about, cut_topic_new (folded, type, same_as));
}
