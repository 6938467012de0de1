/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-row-ids.h"

#include "cut-toast.h"

struct _CutRowChoice
{
  GObject parent_instance;

  CutNotebook *notebook; /* (owned) */
  GArray *keys;          /* (owned) (element-type gint64) */
};

G_DEFINE_FINAL_TYPE (CutRowChoice, cut_row_choice, G_TYPE_OBJECT)

static void
cut_row_choice_finalize (GObject *object)
{
  CutRowChoice *self = CUT_ROW_CHOICE (object);

  g_clear_object (&self->notebook);
  g_array_unref (self->keys);
  G_OBJECT_CLASS (cut_row_choice_parent_class)->finalize (object);
}

static void
cut_row_choice_class_init (CutRowChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_row_choice_finalize;
}

static void
cut_row_choice_init (CutRowChoice *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
}

CutRowChoice *
cut_row_choice_new (CutRowList *list,
                    GtkBitset  *positions)
{
  CutRowChoice *self = g_object_new (CUT_TYPE_ROW_CHOICE, NULL);
  GtkBitsetIter iter;
  guint position;

  self->notebook = g_object_ref (cut_row_list_get_notebook (list));
  for (gboolean any = gtk_bitset_iter_init_first (&iter, positions, &position); any; any = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 key = cut_row_list_get_key (list, position);

      g_array_append_val (self->keys, key);
    }
  return self;
}

typedef struct
{
  GObject *owner; /* (owned) */
  CutRowIds func;
  gpointer user_data;
  GDestroyNotify free_data;
} Gathering;

static void
gathered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Gathering *self = user_data;
  g_autoptr (GObject) owner = self->owner;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = cut_notebook_ids_for_keys_finish (CUT_NOTEBOOK (source), result, &error);

  if (ids == NULL && GTK_IS_WIDGET (owner))
    cut_toast_error (GTK_WIDGET (owner), error);
  else if (ids != NULL && ids[0] != NULL)
    self->func (owner, (const char *const *) ids, self->user_data);
  if (self->free_data != NULL)
    self->free_data (self->user_data);
}

void
cut_row_choice_gather (CutRowChoice   *self,
                       GObject        *owner,
                       CutRowIds       func,
                       gpointer        user_data,
                       GDestroyNotify  free_data)
{
  Gathering *gathering = g_new0 (Gathering, 1);

  g_return_if_fail (CUT_IS_ROW_CHOICE (self));

  gathering->owner = g_object_ref (owner);
  gathering->func = func;
  gathering->user_data = user_data;
  gathering->free_data = free_data;
  cut_notebook_ids_for_keys_async (self->notebook, (const gint64 *) (gpointer) self->keys->data, self->keys->len, NULL, gathered_cb, gathering);
}
