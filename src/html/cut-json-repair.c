/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-json-repair.h"

#include <string.h>

typedef struct
{
  GString *out;
  GString *open;  /* the ends that are due, last one first to come */
  char last;      /* what was copied last, outside strings and but for spaces */
  gboolean in_string;
} Repair;

static const char *
skip_space (const char *at)
{
  while (g_ascii_isspace (*at))
    at++;
  return at;
}

static gboolean
begins_value (const char *at)
{
  return strchr ("\"{[-0123456789", *at) != NULL || g_str_has_prefix (at, "true")
         || g_str_has_prefix (at, "false") || g_str_has_prefix (at, "null");
}

/* Whether the quotation mark before @at ends a string, rather than standing in one: "He said "no" and left" */
static gboolean
ends_string (const char *at)
{
  const char *next = skip_space (at);

  switch (*next)
    {
    case '\0':
    case ':':
    case '}':
    case ']':
      return TRUE;
    case ',':
      next = skip_space (next + 1);
      return *next == '\0' || *next == '}' || *next == ']' || begins_value (next);
    case '"':
      /* The comma between two lines is missing. */
      return memchr (at, '\n', next - at) != NULL;
    default:
      return FALSE;
    }
}

/* Returns: what stands behind a remark that begins at @at, else @at */
static const char *
skip_remark (const char *at)
{
  const char *end;

  if (g_str_has_prefix (at, "//"))
    return at + strcspn (at, "\n");
  if (!g_str_has_prefix (at, "/*"))
    return at;
  end = strstr (at, "*/");
  return end != NULL ? end + 2 : at + strlen (at);
}

/* Returns: what stands behind what was copied */
static const char *
copy_in_string (Repair *self, const char *at)
{
  if (*at == '\\' && at[1] != '\0')
    {
      g_string_append_len (self->out, at, 2);
      return at + 2;
    }
  if (*at == '"' && !ends_string (at + 1))
    g_string_append (self->out, "\\\"");
  else if (*at == '"')
    {
      g_string_append_c (self->out, '"');
      self->in_string = FALSE;
      self->last = '"';
    }
  else
    g_string_append_c (self->out, (guchar) *at < 0x20 ? ' ' : *at);
  return at + 1;
}

static void
note_ends (Repair *self, char c)
{
  if (c == '{' || c == '[')
    g_string_append_c (self->open, c == '{' ? '}' : ']');
  else if ((c == '}' || c == ']') && self->open->len > 0)
    g_string_truncate (self->open, self->open->len - 1);
}

/* Whether @at is a comma behind which the list ends. */
static gboolean
is_spare_comma (const char *at)
{
  const char *next = *at == ',' ? skip_space (at + 1) : NULL;

  return next != NULL && (*next == '}' || *next == ']');
}

static const char *
copy_outside (Repair *self, const char *at)
{
  const char *behind = skip_remark (at);

  if (behind != at)
    return behind;
  if (is_spare_comma (at))
    return at + 1;
  if (strchr ("\"{[", *at) != NULL && self->last != '\0' && strchr ("\"}]", self->last) != NULL)
    g_string_append_c (self->out, ',');
  g_string_append_c (self->out, *at);
  self->in_string = *at == '"';
  self->last = g_ascii_isspace (*at) ? self->last : *at;
  note_ends (self, *at);
  return at + 1;
}

/* Ends what a page left open. */
static void
close_open (Repair *self)
{
  if (self->in_string)
    g_string_append_c (self->out, '"');
  for (gsize i = self->open->len; i-- > 0;)
    g_string_append_c (self->out, self->open->str[i]);
}

char *
cut_json_repair_next (const char **from)
{
  Repair self = { g_string_new (NULL), g_string_new (NULL), '\0', FALSE };
  const char *at = strpbrk (*from, "{[");

  for (at = at ? at : ""; *at != '\0';)
    {
      at = self.in_string ? copy_in_string (&self, at) : copy_outside (&self, at);
      if (self.open->len == 0 && !self.in_string)
        break;
    }
  close_open (&self);
  g_string_free (self.open, TRUE);
  *from = at;
  return g_string_free (self.out, FALSE);
}

/* Copies what @at, an ampersand, stands for. Returns: what is behind it */
static const char *
copy_entity (GString *out, const char *at)
{
  static const struct
  {
    const char *entity;
    char stands_for;
  } entities[] = { { "&quot;", '"' }, { "&#39;", '\'' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' } };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].entity))
      {
        g_string_append_c (out, entities[i].stands_for);
        return at + strlen (entities[i].entity);
      }
  g_string_append_c (out, '&');
  return at + 1;
}

char *
cut_json_repair_entities (const char *text)
{
  GString *out;

  if (strchr (text, '"') != NULL || strstr (text, "&quot;") == NULL)
    return NULL;
  out = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "&");

      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      if (*text == '&')
        text = copy_entity (out, text);
    }
  return g_string_free (out, FALSE);
}
