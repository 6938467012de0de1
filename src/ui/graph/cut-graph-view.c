/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-view.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-failure.h"
#include "cut-graph-canvas.h"
#include "cut-graph-filter-popover.h"
#include "cut-graph-list.h"
#include "cut-graph-placing.h"
#include "cut-graph-query.h"
#include "cut-graph-save.h"
#include "cut-graph-words.h"
#include "cut-palette.h"
#include "cut-tie-popover.h"
#include "cut-toast.h"

#define REFRESH_MS 200
#define PATIENCE_MS 300
#define ZOOM_STEP 1.4

struct _CutGraphView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkMenuButton *filter_button;
  GtkToggleButton *list_button;
  GtkWidget *home_button;
  GtkWidget *zoom_box;
  GtkWidget *save_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *empty_page;
  AdwStatusPage *failed_page;
  GtkWidget *add_button;
  GtkWidget *clips_button;
  GtkWidget *clear_button;
  GtkLabel *count;
  CutGraphCanvas *canvas;
  CutGraphList *list;
  CutGraphFilterPopover *filter;
  CutTiePopover *ties;

  CutNotebook *notebook;     /* (owned) */
  CutGraphPlacing *placing;  /* (owned) */
  CutGraphLook *look;        /* (owned) (nullable): as it was last looked at */
  CutGraph *graph;           /* (owned) (nullable): as read last */
  char *home;                /* (owned) (nullable): the entity that the host shows */
  char *home_name;           /* (owned) (nullable) */
  char *center;              /* (owned) (nullable): the entity that is in the centre */
  GCancellable *cancellable; /* (owned) (nullable) */
  guint refresh_id;
  guint patience_id;
  guint look_id;
  gboolean follow;           /* the next scene has another centre */
};

enum
{
  ENTITY_ACTIVATED,
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutGraphView, cut_graph_view, GTK_TYPE_WIDGET)

static void
stop_reading (CutGraphView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

/* What is shown. */

static gboolean
is_list (CutGraphView *self)
{
  return gtk_toggle_button_get_active (self->list_button);
}

static void
show_page (CutGraphView *self,
           const char   *name)
{
  gboolean drawn = g_str_equal (name, "graph");
  gboolean there = drawn || g_str_equal (name, "list");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->count), there);
  gtk_widget_set_sensitive (self->save_button, there);
  gtk_widget_set_sensitive (self->zoom_box, drawn);
}

static void
show_empty (CutGraphView *self)
{
  const CutGraphFilter *filter = cut_graph_filter_popover_get_filter (self->filter);
  const char *name = cut_graph_get_node (self->graph, 0)->name;
  gboolean filtered = cut_graph_filter_popover_count (self->filter) > 0;
  gboolean clips = (filter->kinds & 1u << CUT_TIE_CLIP) != 0;
  g_autofree char *advice = NULL;
  g_autofree char *escaped = NULL;

  /* Translators: %s is the name of an entity */
  advice = g_strdup_printf (_("Add a relation to %s, or name it in a claim or a passage together with others."), name);
  escaped = g_markup_escape_text (advice, -1);
  adw_status_page_set_title (self->empty_page, filtered && !clips ? _("Nothing Found") : _("No Ties Yet"));
  adw_status_page_set_description (self->empty_page, escaped);
  gtk_widget_set_visible (self->clips_button, !clips);
  gtk_widget_set_visible (self->clear_button, filtered);
  show_page (self, "empty");
}

/* Thousands of lines of words are made only for who wants to read them. */
static void
show_list (CutGraphView *self)
{
  cut_graph_list_set_graph (self->list, self->graph);
  show_page (self, "list");
}

static void
show_graph (CutGraphView *self)
{
  g_autofree char *words = NULL;

  if (self->graph == NULL)
    return;
  if (self->graph->nodes->len == 1)
    {
      show_empty (self);
      return;
    }
  words = cut_graph_describe (self->graph);
  gtk_label_set_label (self->count, words);
  if (is_list (self))
    show_list (self);
  else
    show_page (self, "graph");
}

static void
show_home (CutGraphView *self)
{
  gboolean away = self->home != NULL && g_strcmp0 (self->home, self->center) != 0;
  /* Translators: of the button that puts an entity in the middle of the graph */
  g_autofree char *words = g_strdup_printf (_("Put %s in the Centre"), self->home_name != NULL ? self->home_name : "");

  gtk_widget_set_visible (self->home_button, away && self->home_name != NULL);
  gtk_widget_set_tooltip_text (self->home_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->home_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_filter (CutGraphView *self)
{
  guint n = cut_graph_filter_popover_count (self->filter);
  /* Translators: how many things a filter filters by */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Filter (%u)"), n) : g_strdup (_("Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
}

/* Places. */

static void
place (CutGraphView *self)
{
  g_clear_pointer (&self->look, cut_graph_look_unref);
  self->look = cut_graph_look_new (GTK_WIDGET (self));
  if (self->graph != NULL && self->graph->nodes->len > 1)
    cut_graph_placing_set_graph (self->placing, self->graph, self->look);
}

static void
placed_cb (CutGraphView  *self,
           CutGraphScene *scene)
{
  if (self->notebook == NULL || scene->graph != self->graph)
    return;
  cut_graph_canvas_set_scene (self->canvas, scene, self->follow);
  self->follow = FALSE;
  show_graph (self);
}

static const CutGraphNode *
shown_node (CutGraphView *self,
            guint         node)
{
  return cut_graph_get_node (cut_graph_canvas_get_scene (self->canvas)->graph, node);
}

static void
moved_cb (CutGraphView *self,
          guint         node,
          double        x,
          double        y)
{
  cut_graph_placing_pin (self->placing, shown_node (self, node)->id, (CutGraphPoint) { x, y });
}

static void
released_cb (CutGraphView *self,
             guint         node)
{
  cut_graph_placing_release (self->placing, shown_node (self, node)->id);
}

/* Reading. */

static void
take_graph (CutGraphView *self,
            CutGraph     *graph)
{
  g_clear_pointer (&self->graph, cut_graph_unref);
  self->graph = graph;
  if (g_strcmp0 (self->home, self->center) == 0)
    {
      g_free (self->home_name);
      self->home_name = g_strdup (cut_graph_get_node (graph, 0)->name);
    }
  cut_graph_filter_popover_set_graph (self->filter, graph);
  show_home (self);
  if (graph->nodes->len == 1)
    {
      cut_graph_canvas_set_scene (self->canvas, NULL, FALSE);
      show_graph (self);
    }
  else if (is_list (self))
    show_graph (self);
  place (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  CutGraph *graph = cut_notebook_graph_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notebook == NULL)
    {
      g_clear_pointer (&graph, cut_graph_unref);
      return;
    }
  stop_reading (self);
  if (graph != NULL)
    {
      take_graph (self, graph);
      return;
    }
  cut_failure_describe (self->failed_page, error->message);
  show_page (self, "failed");
}

static gboolean
patience_cb (gpointer user_data)
{
  CutGraphView *self = user_data;

  self->patience_id = 0;
  if (self->graph == NULL)
    {
      gtk_spinner_start (self->spinner);
      show_page (self, "reading");
    }
  return G_SOURCE_REMOVE;
}

static void
read_graph (CutGraphView *self)
{
  stop_reading (self);
  if (self->center == NULL)
    {
      show_page (self, "blank");
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  cut_notebook_graph_async (self->notebook, self->center, cut_graph_filter_popover_get_filter (self->filter), self->cancellable, read_cb,
                            g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutGraphView *self = user_data;

  self->refresh_id = 0;
  read_graph (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutGraphView *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_graph_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_graph_view_parent_class)->map (widget);
  read_graph (CUT_GRAPH_VIEW (widget));
}

static void
cut_graph_view_unmap (GtkWidget *widget)
{
  gtk_popover_popdown (GTK_POPOVER (CUT_GRAPH_VIEW (widget)->ties));
  GTK_WIDGET_CLASS (cut_graph_view_parent_class)->unmap (widget);
}

static void
filter_changed_cb (CutGraphView *self)
{
  show_filter (self);
  read_graph (self);
}

static void
set_center (CutGraphView *self,
            const char   *id)
{
  g_autofree char *next = g_strdup (id);

  self->follow = g_strcmp0 (next, self->center) != 0;
  g_free (self->center);
  self->center = g_steal_pointer (&next);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_graph (self);
}

/* The look: another style, other letters. */

static gboolean
look_cb (gpointer user_data)
{
  CutGraphView *self = user_data;
  g_autoptr (CutGraphLook) look = cut_graph_look_new (GTK_WIDGET (self));

  self->look_id = 0;
  if (self->look != NULL && !cut_graph_look_equal (look, self->look))
    place (self);
  return G_SOURCE_REMOVE;
}

static void
look_changed_cb (CutGraphView *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add (look_cb, self);
}

static void
cut_graph_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cut_graph_view_parent_class)->css_changed (widget, change);
  look_changed_cb (CUT_GRAPH_VIEW (widget));
}

/* Acts. */

static void
open_node (CutGraphView *self,
           CutGraph     *graph,
           guint         node)
{
  g_autofree char *id = g_strdup (cut_graph_get_node (graph, node)->id);

  if (node == 0)
    g_signal_emit (self, signals[ENTITY_ACTIVATED], 0, id);
  else
    set_center (self, id);
}

static void
node_activated_cb (CutGraphView *self,
                   guint         node)
{
  open_node (self, cut_graph_canvas_get_scene (self->canvas)->graph, node);
}

static void
end_wanted_cb (CutGraphView *self,
               guint         node)
{
  if (node != 0 && self->graph != NULL && node < self->graph->nodes->len)
    open_node (self, self->graph, node);
}

static void
point_at (CutGraphView *self,
          GtkWidget    *widget,
          GdkRectangle  place)
{
  double x, y;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (self), place.x, place.y, &x, &y);
  place.x = CLAMP ((int) x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  place.y = CLAMP ((int) y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->ties), &place);
}

static void
edge_activated_cb (CutGraphView *self,
                   guint         edge)
{
  CutGraphScene *scene = cut_graph_canvas_get_scene (self->canvas);
  GdkRectangle place;

  if (scene->graph != self->graph || !cut_graph_canvas_get_place (self->canvas, &place))
    return;
  point_at (self, GTK_WIDGET (self->canvas), place);
  cut_tie_popover_show (self->ties, self->graph, edge);
}

static void
listed_edge_cb (CutGraphView *self,
                guint         edge)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->graph == NULL || edge >= self->graph->edges->len)
    return;
  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    point_at (self, row, (GdkRectangle) { 24, 0, 1, gtk_widget_get_height (row) });
  cut_tie_popover_show (self->ties, self->graph, edge);
}

static void
passage_cb (CutGraphView *self,
            const char   *clip,
            const char   *annotation)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, clip, annotation);
}

/* Back to the edge that was looked at. */
static void
ties_closed_cb (CutGraphView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
list_toggled_cb (CutGraphView *self)
{
  show_graph (self);
}

static void
home_cb (CutGraphView *self)
{
  set_center (self, self->home);
}

static void
clips_cb (CutGraphView *self)
{
  cut_graph_filter_popover_show_clips (self->filter);
}

static void
clear_cb (CutGraphView *self)
{
  cut_graph_filter_popover_clear (self->filter);
}

static void
add_relation_cb (CutGraphView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entity.add-relation", NULL);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CutGraphView *self = CUT_GRAPH_VIEW (widget);

  if (g_str_equal (action, "graph.fit"))
    cut_graph_canvas_fit (self->canvas);
  else
    cut_graph_canvas_zoom (self->canvas, g_str_equal (action, "graph.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/* Saving. */

typedef struct
{
  CutGraphView *view;   /* (owned) */
  CutGraphScene *scene; /* (owned) */
  CutGraphFormat format;
  char *name;           /* (owned) (nullable) */
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->view);
  cut_graph_scene_unref (self->scene);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_("Graph saved as %s"), saving->name);

  if (!cut_graph_save_finish (result, &error))
    cut_toast_error (GTK_WIDGET (saving->view), error);
  else
    cut_toast (GTK_WIDGET (saving->view), sentence, FALSE);
}

static GFile *
with_suffix (GFile      *file,
             const char *suffix)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *longer = g_strconcat (uri, suffix, NULL);

  return g_str_has_suffix (uri, suffix) ? g_object_ref (file) : g_file_new_for_uri (longer);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) chosen = cut_file_dialog_save_finish (result, NULL);
  g_autoptr (GFile) file = NULL;

  if (chosen == NULL)
    {
      saving_free (saving);
      return;
    }
  file = with_suffix (chosen, cut_graph_format_get_suffix (saving->format));
  saving->name = g_file_get_basename (file);
  cut_graph_save_async (saving->scene, saving->format, file, NULL, saved_cb, saving);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CutGraphView *self = CUT_GRAPH_VIEW (widget);
  CutGraphScene *scene = cut_graph_canvas_get_scene (self->canvas);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  CutGraphFormat format;
  Saving *saving;

  if (scene == NULL || !GTK_IS_WINDOW (root) || !cut_graph_format_from_word (g_variant_get_string (parameter, NULL), &format))
    return;
  saving = g_new0 (Saving, 1);
  saving->view = g_object_ref (self);
  saving->scene = cut_graph_scene_ref (scene);
  saving->format = format;
  /* Translators: the name of a file; %s is the name of an entity */
  title = g_strdup_printf (_("Graph of %s"), cut_graph_get_node (scene->graph, 0)->name);
  name = g_strconcat (g_strdelimit (title, "/:", '-'), cut_graph_format_get_suffix (format), NULL);
  cut_file_dialog_save (GTK_WINDOW (root), _("Save the Graph"), NULL, name, file_chosen_cb, saving);
}

/* The widget. */

static void
cut_graph_view_dispose (GObject *object)
{
  CutGraphView *self = CUT_GRAPH_VIEW (object);

  if (self->box != NULL)
    stop_reading (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->placing != NULL)
    cut_graph_placing_cancel (self->placing);
  g_clear_pointer ((GtkWidget **) &self->ties, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->placing);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_graph_view_parent_class)->dispose (object);
}

static void
cut_graph_view_finalize (GObject *object)
{
  CutGraphView *self = CUT_GRAPH_VIEW (object);

  g_clear_pointer (&self->graph, cut_graph_unref);
  g_clear_pointer (&self->look, cut_graph_look_unref);
  g_free (self->home);
  g_free (self->home_name);
  g_free (self->center);
  G_OBJECT_CLASS (cut_graph_view_parent_class)->finalize (object);
}

/* The popover is no part of the layout. */
static void
cut_graph_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (CUT_GRAPH_VIEW (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
cut_graph_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CutGraphView *self = CUT_GRAPH_VIEW (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->ties));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/graph/cut-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, box);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, list_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, home_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, save_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, spinner);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, clips_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CutGraphView, count);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, home_cb);
  gtk_widget_class_bind_template_callback (widget_class, clips_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_relation_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_graph);
}

static void
cut_graph_view_class_init (CutGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_graph_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_graph_view_finalize;
  widget_class->map = cut_graph_view_map;
  widget_class->unmap = cut_graph_view_unmap;
  widget_class->measure = cut_graph_view_measure;
  widget_class->size_allocate = cut_graph_view_size_allocate;
  widget_class->css_changed = cut_graph_view_css_changed;
  signals[ENTITY_ACTIVATED] = g_signal_new ("entity-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "graph.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, zoom_action);
}

static void
add_canvas (CutGraphView *self)
{
  self->canvas = CUT_GRAPH_CANVAS (cut_graph_canvas_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->canvas), "graph");
  g_signal_connect_object (self->canvas, "node-activated", G_CALLBACK (node_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "edge-activated", G_CALLBACK (edge_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "node-moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "node-released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
}

static void
cut_graph_view_init (CutGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_canvas (self);
  self->list = CUT_GRAPH_LIST (cut_graph_list_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  g_signal_connect_object (self->list, "edge-activated", G_CALLBACK (listed_edge_cb), self, G_CONNECT_SWAPPED);
  self->filter = CUT_GRAPH_FILTER_POPOVER (cut_graph_filter_popover_new ());
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter_button, GTK_WIDGET (self->filter));
  self->placing = cut_graph_placing_new ();
  g_signal_connect_object (self->placing, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  show_page (self, "blank");
}

GtkWidget *
cut_graph_view_new (CutNotebook *notebook)
{
  CutGraphView *self = g_object_new (CUT_TYPE_GRAPH_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  self->ties = CUT_TIE_POPOVER (cut_tie_popover_new (notebook));
  gtk_widget_set_parent (GTK_WIDGET (self->ties), GTK_WIDGET (self));
  g_signal_connect_object (self->ties, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ties, "closed", G_CALLBACK (ties_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ties, "node-activated", G_CALLBACK (end_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cut_palette_get (gtk_widget_get_display (GTK_WIDGET (self))), "changed", G_CALLBACK (look_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_graph_view_show (CutGraphView *self,
                     const char   *entity_id)
{
  g_return_if_fail (CUT_IS_GRAPH_VIEW (self));

  if (g_strcmp0 (self->home, entity_id) == 0 && g_strcmp0 (self->center, entity_id) == 0)
    return;
  g_free (self->home);
  self->home = g_strdup (entity_id);
  g_clear_pointer (&self->home_name, g_free);
  set_center (self, self->home);
}
