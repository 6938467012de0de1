/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-resolver.h"

#include <string.h>

struct _CutTestResolver
{
  GResolver parent_instance;

  GMutex lock;
  GCond asked;
  gboolean was_asked;
  GHashTable *answers; /* name → GPtrArray of strings, the next first */
};

G_DEFINE_FINAL_TYPE (CutTestResolver, cut_test_resolver, G_TYPE_RESOLVER)

static GList *
parse_addresses (const char *addresses)
{
  g_auto (GStrv) parts = g_strsplit (addresses, " ", -1);
  GList *list = NULL;

  for (unsigned i = 0; parts[i] != NULL; i++)
    list = g_list_append (list, g_inet_address_new_from_string (parts[i]));
  return list;
}

static GList *
look_up (CutTestResolver *self, const char *name)
{
  GPtrArray *answers;
  GList *list = NULL;

  g_mutex_lock (&self->lock);
  self->was_asked = TRUE;
  g_cond_broadcast (&self->asked);
  answers = g_hash_table_lookup (self->answers, name);
  if (answers != NULL)
    {
      list = parse_addresses (answers->pdata[0]);
      if (answers->len > 1)
        g_ptr_array_remove_index (answers, 0);
    }
  g_mutex_unlock (&self->lock);
  return list;
}

static void
free_list (gpointer list)
{
  g_resolver_free_addresses (list);
}

static void
never_cb (GCancellable *cancellable, gpointer data)
{
  g_task_return_error_if_cancelled (data);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  never_cb (cancellable, data);
  return G_SOURCE_REMOVE;
}

static void
lookup_async (GResolver *resolver, const char *name, GResolverNameLookupFlags flags, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GList *list = look_up (CUT_TEST_RESOLVER (resolver), name);

  if (strcmp (name, "slow.example") == 0)
    {
      g_autoptr (GSource) source = g_cancellable_source_new (cancellable);
      g_task_attach_source (task, source, G_SOURCE_FUNC (cancelled_cb));
      g_object_ref (task); /* the source has the task as data; kept until it fires */
      g_source_set_callback (source, G_SOURCE_FUNC (cancelled_cb), task, g_object_unref);
      return;
    }
  if (list != NULL)
    g_task_return_pointer (task, list, free_list);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such name: %s", name);
}

static void
lookup_plain_async (GResolver *resolver, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  lookup_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cut_test_resolver_finalize (GObject *object)
{
  CutTestResolver *self = CUT_TEST_RESOLVER (object);

  g_hash_table_unref (self->answers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->asked);
  G_OBJECT_CLASS (cut_test_resolver_parent_class)->finalize (object);
}

static void
cut_test_resolver_class_init (CutTestResolverClass *klass)
{
  GResolverClass *resolver = G_RESOLVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_test_resolver_finalize;
  resolver->lookup_by_name_async = lookup_plain_async;
  resolver->lookup_by_name_finish = lookup_finish;
  resolver->lookup_by_name_with_flags_async = lookup_async;
  resolver->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
cut_test_resolver_init (CutTestResolver *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->asked);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

CutTestResolver *
cut_test_resolver_install (void)
{
  CutTestResolver *self = g_object_new (CUT_TYPE_TEST_RESOLVER, NULL);

  g_resolver_set_default (G_RESOLVER (self));
  return self;
}

void
cut_test_resolver_add (CutTestResolver *self, const char *name, const char *addresses)
{
  GPtrArray *answers;

  g_mutex_lock (&self->lock);
  answers = g_hash_table_lookup (self->answers, name);
  if (answers == NULL)
    {
      answers = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->answers, g_strdup (name), answers);
    }
  g_ptr_array_add (answers, g_strdup (addresses));
  g_mutex_unlock (&self->lock);
}

void
cut_test_resolver_wait (CutTestResolver *self)
{
  g_mutex_lock (&self->lock);
  while (!self->was_asked)
    g_cond_wait (&self->asked, &self->lock);
  g_mutex_unlock (&self->lock);
}
