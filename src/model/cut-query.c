/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-query.h"

G_DEFINE_BOXED_TYPE (CutQuery, cut_query, cut_query_copy, cut_query_free)

static void
condition_free (gpointer data)
{
  CutCondition *condition = data;

  g_free (condition->field);
  g_free (condition->value);
  g_free (condition);
}

CutQuery *
cut_query_new (CutKind kind)
{
  CutQuery *self = g_new0 (CutQuery, 1);

  self->kind = kind;
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->descending = TRUE;
  return self;
}

CutQuery *
cut_query_copy (const CutQuery *self)
{
  CutQuery *copy = cut_query_new (self->kind);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const CutCondition *condition = g_ptr_array_index (self->conditions, i);

      cut_query_where (copy, condition->field, condition->value);
    }
  copy->linked = g_strdup (self->linked);
  copy->named = g_strdup (self->named);
  copy->match = g_strdup (self->match);
  copy->languages = g_strdup (self->languages);
  copy->trash = self->trash;
  copy->inbox = self->inbox;
  copy->merged = self->merged;
  copy->contested = self->contested;
  copy->order = g_strdup (self->order);
  copy->descending = self->descending;
  copy->limit = self->limit;
  copy->offset = self->offset;
  copy->most_ms = self->most_ms;
  return copy;
}

void
cut_query_free (CutQuery *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self->linked);
  g_free (self->named);
  g_free (self->match);
  g_free (self->languages);
  g_free (self->order);
  g_free (self);
}

void
cut_query_where (CutQuery   *self,
                 const char *field,
                 const char *value)
{
  CutCondition *condition = g_new0 (CutCondition, 1);

  condition->field = g_strdup (field);
  condition->value = g_strdup (value);
  g_ptr_array_add (self->conditions, condition);
}

void
cut_query_set_linked (CutQuery   *self,
                      const char *id)
{
  g_free (self->linked);
  self->linked = g_strdup (id);
}

void
cut_query_set_match (CutQuery   *self,
                     const char *match)
{
  g_free (self->match);
  self->match = g_strdup (match);
}

void
cut_query_set_languages (CutQuery   *self,
                         const char *languages)
{
  g_free (self->languages);
  self->languages = g_strdup (languages);
}

void
cut_query_set_order (CutQuery   *self,
                     const char *order,
                     gboolean    descending)
{
  g_free (self->order);
  self->order = g_strdup (order);
  self->descending = descending;
}

void
cut_query_set_named (CutQuery   *self,
                     const char *name)
{
  g_free (self->named);
  self->named = g_strdup (name);
}
