/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-list.h"

#include <glib/gi18n-lib.h>

#include "cut-graph-words.h"

struct _CutGraphList
{
  GtkWidget parent_instance;

  CutGraph *graph;    /* (owned) (nullable) */
  GArray *edges;      /* (owned) (element-type guint): as listed */
  GtkWidget *scrolled;
  GtkListView *list;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutGraphList, cut_graph_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
activated_cb (CutGraphList *self,
              guint         position)
{
  if (position < self->edges->len)
    g_signal_emit (self, signals[ACTIVATED], 0, g_array_index (self->edges, guint, position));
}

static int
compare_edges (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const CutGraph *graph = user_data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  const CutGraphEdge *left = cut_graph_get_edge (graph, x);
  const CutGraphEdge *right = cut_graph_get_edge (graph, y);
  guint near = MIN (left->from, left->to);
  guint far = MIN (right->from, right->to);

  return near != far ? (near > far ? 1 : -1) : (x > y) - (x < y);
}

void
cut_graph_list_set_graph (CutGraphList *self,
                          CutGraph     *graph)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_return_if_fail (CUT_IS_GRAPH_LIST (self));

  if (graph == self->graph)
    return;
  cut_graph_ref (graph);
  g_clear_pointer (&self->graph, cut_graph_unref);
  self->graph = graph;
  g_array_set_size (self->edges, 0);
  for (guint i = 0; i < graph->edges->len; i++)
    g_array_append_val (self->edges, i);
  g_array_sort_with_data (self->edges, compare_edges, graph);
  for (guint i = 0; i < self->edges->len; i++)
    g_ptr_array_add (words, cut_graph_describe_edge (graph, g_array_index (self->edges, guint, i)));
  g_ptr_array_add (words, NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new ((const char *const *) words->pdata)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
cut_graph_list_dispose (GObject *object)
{
  CutGraphList *self = CUT_GRAPH_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->graph, cut_graph_unref);
  G_OBJECT_CLASS (cut_graph_list_parent_class)->dispose (object);
}

static void
cut_graph_list_finalize (GObject *object)
{
  g_array_unref (CUT_GRAPH_LIST (object)->edges);
  G_OBJECT_CLASS (cut_graph_list_parent_class)->finalize (object);
}

static void
cut_graph_list_class_init (CutGraphListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_graph_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_graph_list_finalize;
  signals[ACTIVATED] = g_signal_new ("edge-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_graph_list_init (CutGraphList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ties"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
cut_graph_list_new (void)
{
  return g_object_new (CUT_TYPE_GRAPH_LIST, NULL);
}
