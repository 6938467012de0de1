/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-chain-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-chain-layout.h"

#define BOX_PADDING 18 /* of a box and its frame, both sides together */
#define NARROW_LETTERS 9
#define WIDE_LETTERS 24
#define ARROW 6.0

struct _CutChainView
{
  GtkWidget parent_instance;

  CutChain *chain;        /* (owned) (nullable) */
  CutChainLayout *layout; /* (owned) (nullable): as allocated */
  GPtrArray *buttons;     /* (element-type GtkWidget): by node; the view's children */
  guint current;          /* the node that Tab comes to */
};

enum
{
  NODE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutChainView, cut_chain_view, GTK_TYPE_WIDGET)

static GtkWidget *
button_at (CutChainView *self,
           guint         node)
{
  return g_ptr_array_index (self->buttons, node);
}

static guint
node_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "node"));
}

/* Sizes. */

static CutChainMetrics
get_metrics (CutChainView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font));
  CutChainMetrics metrics = { NARROW_LETTERS * letter + BOX_PADDING, WIDE_LETTERS * letter + BOX_PADDING, MAX (28, 3 * letter), 10 };

  pango_font_metrics_unref (font);
  return metrics;
}

static int
measure_node (guint    node,
              int      width,
              gpointer user_data)
{
  int height, narrowest;

  gtk_widget_measure (button_at (user_data, node), GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  gtk_widget_measure (button_at (user_data, node), GTK_ORIENTATION_VERTICAL, MAX (width, narrowest), NULL, &height, NULL, NULL);
  return height;
}

static CutChainLayout *
lay_out (CutChainView *self,
         int           width)
{
  CutChainMetrics metrics = get_metrics (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return cut_chain_layout_new (self->chain, width, &metrics, mirrored, measure_node, self);
}

static void
measure_width (CutChainView *self,
               int          *minimum,
               int          *natural)
{
  CutChainMetrics metrics = get_metrics (self);
  int n = (int) cut_chain_get_n_columns (self->chain);

  /* Stacked, a box with the lanes beside it is all that must fit. */
  *minimum = metrics.narrowest + 90;
  *natural = MAX (*minimum, n * metrics.widest + (n - 1) * metrics.across);
}

static void
cut_chain_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CutChainView *self = CUT_CHAIN_VIEW (widget);
  g_autoptr (CutChainLayout) layout = NULL;
  int least, wide;

  if (self->chain == NULL)
    {
      *minimum = *natural = 0;
      return;
    }
  measure_width (self, &least, &wide);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wide;
      return;
    }
  layout = lay_out (self, for_size >= 0 ? MAX (for_size, least) : wide);
  *minimum = *natural = layout->height;
}

/* Never smaller than its words need. */
static void
place (GtkWidget         *button,
       const CutChainBox *box)
{
  GtkAllocation allocation = { .x = box->x, .y = box->y };
  int least_width, least_height;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  allocation.width = MAX (box->width, least_width);
  gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, allocation.width, &least_height, NULL, NULL, NULL);
  allocation.height = MAX (box->height, least_height);
  gtk_widget_size_allocate (button, &allocation, -1);
}

static void
cut_chain_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CutChainView *self = CUT_CHAIN_VIEW (widget);

  g_clear_pointer (&self->layout, cut_chain_layout_free);
  if (self->chain == NULL)
    return;
  self->layout = lay_out (self, width);
  for (guint i = 0; i < self->buttons->len; i++)
    place (button_at (self, i), &g_array_index (self->layout->boxes, CutChainBox, i));
}

/* Drawing. */

static const CutChainPoint *
point_at (GArray *line,
          guint   i)
{
  return &g_array_index (line, CutChainPoint, i);
}

static void
trace_line (cairo_t  *cr,
            GArray   *line,
            gboolean  straight)
{
  cairo_move_to (cr, point_at (line, 0)->x, point_at (line, 0)->y);
  for (guint i = 1; i < line->len; i++)
    {
      const CutChainPoint *from = point_at (line, i - 1);
      const CutChainPoint *to = point_at (line, i);
      double middle = (from->x + to->x) / 2;

      if (straight)
        cairo_line_to (cr, to->x, to->y);
      else
        cairo_curve_to (cr, middle, from->y, middle, to->y, to->x, to->y);
    }
}

static void
draw_arrow (cairo_t *cr,
            GArray  *line)
{
  const CutChainPoint *tip = point_at (line, line->len - 1);
  double back = tip->x > point_at (line, line->len - 2)->x ? -ARROW : ARROW;

  cairo_move_to (cr, tip->x + back, tip->y - ARROW * 0.7);
  cairo_line_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x + back, tip->y + ARROW * 0.7);
}

/* Two strokes across the line, near its start: "not so". */
static void
draw_denial (cairo_t *cr,
             GArray  *line)
{
  const CutChainPoint *start = point_at (line, 0);
  double on = point_at (line, 1)->x > start->x ? 1 : -1;

  for (int i = 0; i < 2; i++)
    {
      double x = start->x + on * (4 + 4 * i);

      cairo_move_to (cr, x, start->y - 5);
      cairo_line_to (cr, x, start->y + 5);
    }
}

static void
draw_edge (CutChainView *self,
           cairo_t      *cr,
           guint         edge)
{
  static const double denial[] = { 6, 3, 1.5, 3 };
  static const double answer[] = { 1.5, 3 };
  GArray *line = g_ptr_array_index (self->layout->lines, edge);
  const CutChainEdge *way = cut_chain_get_edge (self->chain, edge);
  gboolean denies = way->denies && !way->asserts;

  if (!way->asserts)
    cairo_set_dash (cr, denies ? denial : answer, denies ? G_N_ELEMENTS (denial) : G_N_ELEMENTS (answer), 0);
  trace_line (cr, line, self->layout->stacked);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_arrow (cr, line);
  if (denies)
    draw_denial (cr, line);
  cairo_stroke (cr);
}

static void
draw_edges (CutChainView *self,
            GtkSnapshot  *snapshot)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                            (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < self->layout->lines->len; i++)
    draw_edge (self, cr, i);
  cairo_destroy (cr);
}

static void
cut_chain_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CutChainView *self = CUT_CHAIN_VIEW (widget);

  if (self->layout != NULL && self->layout->lines->len > 0)
    draw_edges (self, snapshot);
  GTK_WIDGET_CLASS (cut_chain_view_parent_class)->snapshot (widget, snapshot);
}

/* The keyboard. */

/* Stacked, up and down go through all boxes as they stand. */
static guint
step_in_stack (CutChainView *self,
               guint         node,
               int           step)
{
  const CutChainBox *here = &g_array_index (self->layout->boxes, CutChainBox, node);
  guint best = node;

  for (guint i = 0; i < self->layout->boxes->len; i++)
    {
      const CutChainBox *other = &g_array_index (self->layout->boxes, CutChainBox, i);
      const CutChainBox *nearest = &g_array_index (self->layout->boxes, CutChainBox, best);

      if ((other->y - here->y) * step > 0 && (best == node || (nearest->y - other->y) * step > 0))
        best = i;
    }
  return best;
}

static gboolean
walk (CutChainView     *self,
      GtkDirectionType  direction)
{
  int on = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int columns = direction == GTK_DIR_RIGHT ? on : direction == GTK_DIR_LEFT ? -on : 0;
  int rows = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;
  guint next;

  if (columns == 0 && rows == 0)
    return FALSE;
  next = rows != 0 && self->layout != NULL && self->layout->stacked ? step_in_stack (self, self->current, rows)
                                                                    : cut_chain_step (self->chain, self->current, columns, rows);
  gtk_widget_grab_focus (button_at (self, next));
  return TRUE;
}

static gboolean
cut_chain_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  CutChainView *self = CUT_CHAIN_VIEW (widget);

  if (self->buttons->len == 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) != NULL)
    return walk (self, direction);
  return gtk_widget_grab_focus (button_at (self, self->current));
}

static void
button_focused_cb (CutChainView       *self,
                   GtkEventController *focus)
{
  self->current = node_of (gtk_event_controller_get_widget (focus));
}

static void
button_clicked_cb (CutChainView *self,
                   GtkWidget    *button)
{
  g_signal_emit (self, signals[NODE_ACTIVATED], 0, node_of (button));
}

/* The nodes. */

static GtkWidget *
make_line (const char *text,
           int         lines)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A name with a hyphen that it does not have is another name. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Beside a sign it would else be as narrow as its lines allow, and words break. */
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_content (const CutChainNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_line (node->label, 4));
  if (node->detail == NULL)
    return box;
  detail = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  if (node->flags & CUT_CHAIN_DENIES)
    gtk_box_append (GTK_BOX (detail), gtk_image_new_from_icon_name ("cut-denies-symbolic"));
  gtk_box_append (GTK_BOX (detail), make_line (node->detail, 3));
  gtk_widget_add_css_class (detail, "detail");
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

static void
style_button (GtkWidget          *button,
              const CutChainNode *node)
{
  gtk_widget_add_css_class (button, "node");
  if (node->flags & CUT_CHAIN_UNNAMED)
    gtk_widget_add_css_class (button, "unnamed");
  if (node->flags & CUT_CHAIN_DENIES)
    gtk_widget_add_css_class (button, "denies");
  if (node->flags & CUT_CHAIN_CLIP)
    gtk_widget_add_css_class (button, "clip");
}

static GtkWidget *
make_button (CutChainView *self,
             guint         i)
{
  const CutChainNode *node = cut_chain_get_node (self->chain, i);
  GtkWidget *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *words = cut_chain_describe_node (self->chain, i);

  gtk_button_set_child (GTK_BUTTON (button), make_content (node));
  style_button (button, node);
  gtk_widget_set_tooltip_text (button, node->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "node", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (button_focused_cb), self);
  gtk_widget_add_controller (button, focus);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
drop_buttons (CutChainView *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (button_at (self, i));
  g_ptr_array_set_size (self->buttons, 0);
}

static void
cut_chain_view_dispose (GObject *object)
{
  CutChainView *self = CUT_CHAIN_VIEW (object);

  drop_buttons (self);
  g_clear_pointer (&self->layout, cut_chain_layout_free);
  g_clear_pointer (&self->chain, cut_chain_unref);
  G_OBJECT_CLASS (cut_chain_view_parent_class)->dispose (object);
}

static void
cut_chain_view_finalize (GObject *object)
{
  g_ptr_array_unref (CUT_CHAIN_VIEW (object)->buttons);
  G_OBJECT_CLASS (cut_chain_view_parent_class)->finalize (object);
}

static GtkSizeRequestMode
cut_chain_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cut_chain_view_class_init (CutChainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_chain_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_chain_view_finalize;
  widget_class->get_request_mode = cut_chain_view_get_request_mode;
  widget_class->measure = cut_chain_view_measure;
  widget_class->size_allocate = cut_chain_view_size_allocate;
  widget_class->snapshot = cut_chain_view_snapshot;
  widget_class->focus = cut_chain_view_focus;
  signals[NODE_ACTIVATED] = g_signal_new ("node-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chain");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cut_chain_view_init (CutChainView *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
cut_chain_view_new (void)
{
  return g_object_new (CUT_TYPE_CHAIN_VIEW, NULL);
}

/* The place of the node that has the key of the one with the focus; the first one where it is gone. */
static guint
find_again (CutChain   *chain,
            const char *key)
{
  for (guint i = 0; key != NULL && i < cut_chain_get_n_nodes (chain); i++)
    if (g_str_equal (cut_chain_get_node (chain, i)->key, key))
      return i;
  return 0;
}

static void
show_words (CutChainView *self)
{
  g_autofree char *words = cut_chain_describe (self->chain);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chain of Attribution"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
cut_chain_view_set_chain (CutChainView *self,
                          CutChain     *chain)
{
  gboolean focused;
  g_autofree char *key = NULL;

  g_return_if_fail (CUT_IS_CHAIN_VIEW (self));

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  if (self->buttons->len > 0)
    key = g_strdup (cut_chain_get_node (self->chain, self->current)->key);
  drop_buttons (self);
  g_clear_pointer (&self->layout, cut_chain_layout_free);
  g_clear_pointer (&self->chain, cut_chain_unref);
  self->current = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (chain == NULL)
    return;
  self->chain = cut_chain_ref (chain);
  self->current = find_again (chain, key);
  for (guint i = 0; i < cut_chain_get_n_nodes (chain); i++)
    g_ptr_array_add (self->buttons, make_button (self, i));
  show_words (self);
  if (focused && self->buttons->len > 0)
    gtk_widget_grab_focus (button_at (self, self->current));
}

CutChain *
cut_chain_view_get_chain (CutChainView *self)
{
  g_return_val_if_fail (CUT_IS_CHAIN_VIEW (self), NULL);

  return self->chain;
}
