/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-progress.h"

struct _CutProgress
{
  GObject parent_instance;

  GMainContext *context;     /* (owned): where notifications go */
  GCancellable *cancellable; /* (owned) */
  char *message;             /* (owned) (nullable): as last notified */
  double fraction;

  GMutex mutex;    /* guards the rest */
  char *pending;   /* (owned) (nullable) */
  double reached;
  gboolean queued; /* an idle is on its way */
};

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_FRACTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutProgress, cut_progress, G_TYPE_OBJECT)

static gboolean
notify_cb (gpointer user_data)
{
  CutProgress *self = user_data;

  g_mutex_lock (&self->mutex);
  self->queued = FALSE;
  self->fraction = self->reached;
  if (self->pending != NULL)
    {
      g_free (self->message);
      self->message = g_steal_pointer (&self->pending);
    }
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

static void
cut_progress_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CutProgress *self = CUT_PROGRESS (object);

  if (prop_id == PROP_MESSAGE)
    g_value_set_string (value, self->message);
  else
    g_value_set_double (value, self->fraction);
}

static void
cut_progress_finalize (GObject *object)
{
  CutProgress *self = CUT_PROGRESS (object);

  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);
  g_free (self->message);
  g_free (self->pending);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cut_progress_parent_class)->finalize (object);
}

static void
cut_progress_class_init (CutProgressClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_progress_get_property;
  object_class->finalize = cut_progress_finalize;
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_progress_init (CutProgress *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
  self->fraction = self->reached = -1;
  g_mutex_init (&self->mutex);
}

CutProgress *
cut_progress_new (void)
{
  return g_object_new (CUT_TYPE_PROGRESS, NULL);
}

void
cut_progress_update (CutProgress *self,
                     const char  *message,
                     double       fraction)
{
  gboolean queue;

  g_mutex_lock (&self->mutex);
  if (message != NULL)
    {
      g_free (self->pending);
      self->pending = g_strdup (message);
    }
  self->reached = CLAMP (fraction, -1, 1);
  queue = !self->queued;
  self->queued = TRUE;
  g_mutex_unlock (&self->mutex);
  if (queue)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, notify_cb, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->context);
    }
}

const char *
cut_progress_get_message (CutProgress *self)
{
  return self->message;
}

double
cut_progress_get_fraction (CutProgress *self)
{
  return self->fraction;
}

GCancellable *
cut_progress_get_cancellable (CutProgress *self)
{
  return self->cancellable;
}
