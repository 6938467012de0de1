/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-facts.h"

#include <string.h>

/* A list longer than this is no list of authors or keywords. */
#define MAX_LIST 64

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
  clear_list (&self->authors);
  clear_list (&self->keywords);
}

/* White space runs as one space, none at the ends. */
static char *
fold (const char *value)
{
  GString *out = g_string_new (NULL);

  for (; *value != '\0'; value++)
    if (!g_ascii_isspace (*value))
      g_string_append_c (out, *value);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return g_strchomp (g_string_free (out, FALSE));
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
  g_autofree char *folded = value ? fold (value) : NULL;

  if (folded == NULL || *folded == '\0' || !g_utf8_validate (folded, -1, NULL))
    return;
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (g_free);
  if ((*list)->len < MAX_LIST
      && !g_ptr_array_find_with_equal_func (*list, folded, g_str_equal, NULL))
    g_ptr_array_add (*list, g_steal_pointer (&folded));
}
