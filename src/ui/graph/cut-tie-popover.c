/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-tie-popover.h"

#include <glib/gi18n-lib.h>

#include "cut-graph-words.h"
#include "cut-parts.h"
#include "cut-toast.h"

struct _CutTiePopover
{
  GtkPopover parent_instance;

  CutNotebook *notebook;     /* (owned) */
  CutGraph *graph;           /* (owned) (nullable) */
  guint edge;
  GPtrArray *passages;       /* (owned) (nullable) (element-type CutTiePassage) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GtkWidget *heading;        /* of the widget tree, as the rest */
  GtkWidget *box;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *ends[2];
};

enum
{
  PASSAGE_ACTIVATED,
  NODE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutTiePopover, cut_tie_popover, GTK_TYPE_POPOVER)

#define WIDTH 300
#define LETTERS 34
#define MOST_HEIGHT 320

/* Rows. */

static GtkWidget *
make_line (const char *text,
           int         lines,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
get_place (const CutTiePassage *passage)
{
  if (passage->title == NULL)
    return g_strdup (passage->outlet);
  if (passage->outlet == NULL)
    return g_strdup (passage->title);
  /* Translators: the name of an outlet, and the headline of an article there */
  return g_strdup_printf (C_ ("passage", "%s: %s"), passage->outlet, passage->title);
}

/* What there is to read where nothing is quoted. */
static const char *
get_words (const CutTiePassage *passage)
{
  if (passage->words != NULL)
    return passage->words;
  return passage->kind == CUT_TIE_RELATION ? _("No passage proves this yet") : _("No words");
}

static GtkWidget *
make_row (const CutTiePassage *passage)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *place = get_place (passage);

  gtk_widget_add_css_class (box, "tie-passage");
  gtk_box_append (GTK_BOX (box), make_line (get_words (passage), 4, NULL));
  if (place != NULL)
    gtk_box_append (GTK_BOX (box), make_line (place, 2, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), passage->clip != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, get_words (passage),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place != NULL ? place : "", -1);
  return row;
}

static void
clear_rows (CutTiePopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
}

/* Neither scrolled windows nor popovers ask what wraps how tall it is at this width. */
static void
make_room (CutTiePopover *self)
{
  int width, height;

  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->list, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MIN (height, MOST_HEIGHT));
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (self->box, WIDTH, height);
}

static void
fill_rows (CutTiePopover *self)
{
  clear_rows (self);
  for (guint i = 0; i < self->passages->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (g_ptr_array_index (self->passages, i)));
  make_room (self);
}

static void
pop_up (CutTiePopover *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  gtk_popover_popup (GTK_POPOVER (self));
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
row_activated_cb (CutTiePopover *self,
                  GtkListBoxRow *row)
{
  const CutTiePassage *passage = g_ptr_array_index (self->passages, (guint) gtk_list_box_row_get_index (row));

  if (passage->clip == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage->clip, passage->annotation);
}

static void
end_clicked_cb (CutTiePopover *self,
                GtkWidget     *button)
{
  const CutGraphEdge *edge = cut_graph_get_edge (self->graph, self->edge);
  guint node = button == self->ends[0] ? edge->from : edge->to;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[NODE_ACTIVATED], 0, node);
}

/* Reading. */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutTiePopover) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *passages = cut_notebook_tie_passages_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (passages == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  self->passages = passages;
  fill_rows (self);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL && gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    pop_up (self);
}

static void
stop_reading (CutTiePopover *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_ends (CutTiePopover *self)
{
  const CutGraphEdge *edge = cut_graph_get_edge (self->graph, self->edge);
  const guint nodes[] = { edge->from, edge->to };

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      const char *name = cut_graph_get_node (self->graph, nodes[i])->name;
      GtkWidget *label = make_line (name, 1, NULL);
      /* Translators: of the button that puts an entity in the middle of the graph */
      g_autofree char *words = g_strdup_printf (_("Put %s in the Centre"), name);

      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
      gtk_button_set_child (GTK_BUTTON (self->ends[i]), label);
      gtk_widget_set_tooltip_text (self->ends[i], words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->ends[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

void
cut_tie_popover_show (CutTiePopover *self,
                      CutGraph      *graph,
                      guint          edge)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CUT_IS_TIE_POPOVER (self) && edge < graph->edges->len);

  stop_reading (self);
  cut_graph_ref (graph);
  g_clear_pointer (&self->graph, cut_graph_unref);
  self->graph = graph;
  self->edge = edge;
  words = cut_graph_describe_edge (graph, edge);
  gtk_label_set_label (GTK_LABEL (self->heading), words);
  show_ends (self);
  clear_rows (self);
  self->cancellable = g_cancellable_new ();
  cut_notebook_tie_passages_async (self->notebook, graph, edge, self->cancellable, read_cb, g_object_ref (self));
}

/* Building. */

static GtkWidget *
make_ends (CutTiePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    {
      self->ends[i] = gtk_button_new ();
      g_signal_connect_swapped (self->ends[i], "clicked", G_CALLBACK (end_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), self->ends[i]);
    }
  return box;
}

static GtkWidget *
make_list (CutTiePopover *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Passages"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  return self->scrolled;
}

static void
cut_tie_popover_dispose (GObject *object)
{
  CutTiePopover *self = CUT_TIE_POPOVER (object);

  stop_reading (self);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->graph, cut_graph_unref);
  G_OBJECT_CLASS (cut_tie_popover_parent_class)->dispose (object);
}

static void
cut_tie_popover_finalize (GObject *object)
{
  g_clear_pointer (&CUT_TIE_POPOVER (object)->passages, g_ptr_array_unref);
  G_OBJECT_CLASS (cut_tie_popover_parent_class)->finalize (object);
}

static void
cut_tie_popover_class_init (CutTiePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_tie_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_tie_popover_finalize;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[NODE_ACTIVATED] = g_signal_new ("node-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_UINT);
}

static void
cut_tie_popover_init (CutTiePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->box = box;
  self->heading = make_line (NULL, 4, "heading");
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), make_ends (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
cut_tie_popover_new (CutNotebook *notebook)
{
  CutTiePopover *self = g_object_new (CUT_TYPE_TIE_POPOVER, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}
