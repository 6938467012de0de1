/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-placing.h"

/* So many steps at once: then it is looked whether they are still wanted. */
#define STEPS 10

/* A node that is to be pinned, or released. */
typedef struct
{
  char *id; /* (owned) */
  CutGraphPoint point;
  gboolean pinned;
} Pin;

/* What the thread works on; it alone has it while it does. */
typedef struct
{
  CutGraph *graph;            /* (owned) */
  CutGraphLook *look;         /* (owned) */
  CutGraphLayout *layout;     /* (owned) (nullable): of before, then of this one */
  CutGraphSize *sizes;        /* (owned) (nullable) */
  GArray *pins;               /* (owned) (element-type Pin) */
  gboolean fresh;             /* of the graph or look: not only of pins */
  CutGraphScene *scene;       /* (owned) (nullable): the outcome; none when it was given up */
  GCancellable *cancellable;  /* (owned) */
} Work;

struct _CutGraphPlacing
{
  GObject parent_instance;

  CutGraph *graph;        /* (owned) (nullable): what is wanted */
  CutGraphLook *look;     /* (owned) (nullable) */
  CutGraphLayout *layout; /* (owned) (nullable): of the last one; not here while the thread works */
  CutGraphSize *sizes;    /* (owned) (nullable) */
  GArray *pins;           /* (owned) (element-type Pin): to be done */
  GCancellable *working;  /* (owned) (nullable) */
  gboolean fresh;
  gboolean forgets;
};

enum
{
  PLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutGraphPlacing, cut_graph_placing, G_TYPE_OBJECT)

static void
pin_clear (gpointer data)
{
  g_free (((Pin *) data)->id);
}

static GArray *
pins_new (void)
{
  GArray *pins = g_array_new (FALSE, FALSE, sizeof (Pin));

  g_array_set_clear_func (pins, pin_clear);
  return pins;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  cut_graph_unref (work->graph);
  cut_graph_look_unref (work->look);
  g_clear_pointer (&work->layout, cut_graph_layout_free);
  g_clear_pointer (&work->scene, cut_graph_scene_unref);
  g_array_unref (work->pins);
  g_object_unref (work->cancellable);
  g_free (work->sizes);
  g_free (work);
}

/* In the thread. */

static void
take_pins (Work *work)
{
  for (guint i = 0; i < work->pins->len; i++)
    {
      const Pin *pin = &g_array_index (work->pins, Pin, i);
      int node = cut_graph_find (work->graph, pin->id);

      if (node >= 0 && pin->pinned)
        cut_graph_layout_pin (work->layout, (guint) node, pin->point);
      else if (node >= 0)
        cut_graph_layout_unpin (work->layout, (guint) node);
    }
}

static void
start_layout (Work *work)
{
  CutGraphLayout *previous = g_steal_pointer (&work->layout);

  g_free (work->sizes);
  work->sizes = cut_graph_scene_measure (work->graph, work->look);
  work->layout = cut_graph_layout_new (work->graph, previous, work->sizes, cut_graph_scene_get_apart (work->look));
  g_clear_pointer (&previous, cut_graph_layout_free);
}

static void
place_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Work *work = task_data;

  if (work->fresh || work->layout == NULL)
    start_layout (work);
  take_pins (work);
  while (cut_graph_layout_run (work->layout, STEPS, work->cancellable) && !g_cancellable_is_cancelled (work->cancellable))
    ;
  if (!g_cancellable_is_cancelled (work->cancellable))
    work->scene = cut_graph_scene_new (work->layout, work->sizes, work->look);
  g_task_return_boolean (task, TRUE);
}

/* In the main thread. */

static void start_work (CutGraphPlacing *self);

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutGraphPlacing) self = user_data;
  Work *work = g_task_get_task_data (G_TASK (result));

  g_clear_object (&self->working);
  self->layout = g_steal_pointer (&work->layout);
  self->sizes = g_steal_pointer (&work->sizes);
  if (work->scene != NULL)
    g_signal_emit (self, signals[PLACED], 0, work->scene);
  start_work (self);
}

static void
start_work (CutGraphPlacing *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->working != NULL || self->graph == NULL || (!self->fresh && self->pins->len == 0))
    return;
  if (self->forgets)
    g_clear_pointer (&self->layout, cut_graph_layout_free);
  work = g_new0 (Work, 1);
  *work = (Work) { cut_graph_ref (self->graph), cut_graph_look_ref (self->look), g_steal_pointer (&self->layout),
                   g_steal_pointer (&self->sizes), g_steal_pointer (&self->pins), self->fresh, NULL, g_cancellable_new () };
  self->pins = pins_new ();
  self->fresh = self->forgets = FALSE;
  self->working = g_object_ref (work->cancellable);
  task = g_task_new (NULL, NULL, placed_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_work);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, place_thread);
}

void
cut_graph_placing_set_graph (CutGraphPlacing *self,
                             CutGraph        *graph,
                             CutGraphLook    *look)
{
  g_return_if_fail (CUT_IS_GRAPH_PLACING (self));

  cut_graph_ref (graph);
  cut_graph_look_ref (look);
  g_clear_pointer (&self->graph, cut_graph_unref);
  g_clear_pointer (&self->look, cut_graph_look_unref);
  self->graph = graph;
  self->look = look;
  self->fresh = TRUE;
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  start_work (self);
}

static void
add_pin (CutGraphPlacing *self,
         const char      *id,
         CutGraphPoint    point,
         gboolean         pinned)
{
  Pin pin = { g_strdup (id), point, pinned };

  g_array_append_val (self->pins, pin);
  start_work (self);
}

void
cut_graph_placing_pin (CutGraphPlacing *self,
                       const char      *id,
                       CutGraphPoint    point)
{
  g_return_if_fail (CUT_IS_GRAPH_PLACING (self));

  add_pin (self, id, point, TRUE);
}

void
cut_graph_placing_release (CutGraphPlacing *self,
                           const char      *id)
{
  g_return_if_fail (CUT_IS_GRAPH_PLACING (self));

  add_pin (self, id, (CutGraphPoint) { 0, 0 }, FALSE);
}

void
cut_graph_placing_cancel (CutGraphPlacing *self)
{
  g_clear_pointer (&self->graph, cut_graph_unref);
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
}

void
cut_graph_placing_forget (CutGraphPlacing *self)
{
  self->forgets = TRUE;
}

static void
cut_graph_placing_finalize (GObject *object)
{
  CutGraphPlacing *self = CUT_GRAPH_PLACING (object);

  g_clear_pointer (&self->graph, cut_graph_unref);
  g_clear_pointer (&self->look, cut_graph_look_unref);
  g_clear_pointer (&self->layout, cut_graph_layout_free);
  g_clear_object (&self->working);
  g_array_unref (self->pins);
  g_free (self->sizes);
  G_OBJECT_CLASS (cut_graph_placing_parent_class)->finalize (object);
}

static void
cut_graph_placing_class_init (CutGraphPlacingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_graph_placing_finalize;
  signals[PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
cut_graph_placing_init (CutGraphPlacing *self)
{
  self->pins = pins_new ();
}

CutGraphPlacing *
cut_graph_placing_new (void)
{
  return g_object_new (CUT_TYPE_GRAPH_PLACING, NULL);
}
