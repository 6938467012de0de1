/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-wrap-layout.h"

struct _CutWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutWrapLayout, cut_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The first child of a line, and what the line takes. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable): first child of the next line */
  int height;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_child (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
get_width (GtkWidget *child,
           int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Line
break_line (CutWrapLayout *self,
            GtkWidget     *first,
            int            width)
{
  Line line = { first, first, 0 };
  int x = 0;

  while (line.end != NULL)
    {
      int child_width = get_width (line.end, width);

      if (line.end != first && x + child_width > width)
        break;
      line.height = MAX (line.height, get_height (line.end, child_width));
      x += child_width + self->spacing;
      line.end = next_child (line.end);
    }
  return line;
}

static GtkSizeRequestMode
cut_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CutWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL; child = next_child (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
  if (self->narrow)
    *natural = *minimum;
}

static void
cut_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CutWrapLayout *self = CUT_WRAP_LAYOUT (manager);
  Line line = { .end = skip_hidden (gtk_widget_get_first_child (widget)) };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  while (line.end != NULL)
    {
      line = break_line (self, line.end, for_size < 0 ? G_MAXINT / 2 : for_size);
      *natural += line.height + (*natural > 0 ? self->spacing : 0);
    }
  *minimum = *natural;
}

static void
allocate_line (CutWrapLayout *self,
               const Line    *line,
               gboolean       rtl,
               int            width,
               int            y)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_child (child))
    {
      int child_width = get_width (child, width);
      GtkAllocation place = { rtl ? width - x - child_width : x, y, child_width, line->height };

      gtk_widget_size_allocate (child, &place, -1);
      x += child_width + self->spacing;
    }
}

static void
cut_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  CutWrapLayout *self = CUT_WRAP_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Line line = { .end = skip_hidden (gtk_widget_get_first_child (widget)) };
  int y = 0;

  while (line.end != NULL)
    {
      line = break_line (self, line.end, width);
      allocate_line (self, &line, rtl, width, y);
      y += line.height + self->spacing;
    }
}

static void
cut_wrap_layout_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CutWrapLayout *self = CUT_WRAP_LAYOUT (object);

  if (prop_id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cut_wrap_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CutWrapLayout *self = CUT_WRAP_LAYOUT (object);

  if (prop_id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (prop_id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
cut_wrap_layout_class_init (CutWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = cut_wrap_layout_get_property;
  object_class->set_property = cut_wrap_layout_set_property;
  layout_class->get_request_mode = cut_wrap_layout_get_request_mode;
  layout_class->measure = cut_wrap_layout_measure;
  layout_class->allocate = cut_wrap_layout_allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_wrap_layout_init (CutWrapLayout *self)
{
}
