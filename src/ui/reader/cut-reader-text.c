/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-text.h"

#include <math.h>
#include <string.h>

#include "cut-clip.h"
#include "cut-palette.h"
#include "cut-reader-fill.h"
#include "cut-reader-paint.h"
#include "cut-reader-tags.h"
#include "cut-search-hits.h"

#define MEASURE_CHARS 70
#define SEEK_MS 100
#define SEEK_LOOKS 60
#define SEEK_STABLE 3
#define MEASURED_PRIORITY (GTK_TEXT_VIEW_PRIORITY_VALIDATE + 1)
#define SEEK_NEAR 200 /* code points: a line or two */
#define MIN_SIDE 16 /* pixels beside the column in a narrow window */

/* One style class each in reader.css. */
static const double scales[] = { 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.12, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0 };

struct _CutReaderText
{
  GtkTextView parent_instance;

  GtkWidget *head;     /* (nullable): child, placed above the words */
  CutPage *page;       /* (owned) (nullable) */
  CutReaderFill *fill; /* (owned) (nullable) */
  CutPalette *palette; /* outlives the widget */
  GArray *found;       /* (owned) (nullable) (element-type CutSearchHit) */
  char *active;        /* (owned) (nullable) */
  GPtrArray *proposals; /* (owned) (nullable) */
  guint active_proposal; /* where it begins; G_MAXUINT: none */
  int found_current;
  int scale_class;
  int em;
  int char_width;      /* in PANGO_SCALE units */
  int column_x;
  int column_width;
  int head_height;
  gboolean show_furniture;
  gboolean caret_waits; /* for the text where it is to start */
  gboolean has_pending_top;
  guint pending_top;   /* to scroll to as soon as the text is there */
  guint seek_source;
  guint look_source;   /* whether the place is right, once all is measured */
  guint seek_left;     /* looks */
  guint seek_stable;   /* times in a row that the place was right */
  guint place_source;
  guint settle_source;
  double head_top;     /* where it was when it was painted last */
  double settled_value; /* of the vertical adjustment, in the last layout */
};

enum
{
  FILLED,
  LAID_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutReaderText, cut_reader_text, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (CutReaderText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static GtkTextTagTable *
get_tags (CutReaderText *self)
{
  return gtk_text_buffer_get_tag_table (get_buffer (self));
}

static gboolean
hides_furniture (CutReaderText *self)
{
  return self->page != NULL && self->page->hidden && !self->show_furniture;
}

/* Sizes. */

static void
update_metrics (CutReaderText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->em = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  self->char_width = pango_font_metrics_get_approximate_char_width (metrics);
  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), self->em);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), self->em / 3);
  cut_reader_tags_update (get_tags (self), self->palette, GTK_WIDGET (self), self->em);
  if (self->page != NULL)
    cut_reader_tags_set_tables (get_tags (self), self->page, GTK_WIDGET (self), self->em);
}

static int
measure_head (CutReaderText *self)
{
  int height;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, self->column_width, NULL, &height, NULL, NULL);
  return height + self->em;
}

static void
get_column (CutReaderText *self,
            int           *x,
            int           *column)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int measure = PANGO_PIXELS (self->char_width * MEASURE_CHARS);

  *column = MAX (1, MIN (measure, width - 2 * MIN_SIDE));
  *x = (width - *column) / 2;
}

/* In 4.8 the view tells the children laid over the words of its top margin when it is laid out itself, and a new margin alone does
 * not ask for that: they would be put where the margin of the article before was. */
static void
place_head (CutReaderText *self)
{
  if (self->head == NULL)
    return;
  gtk_widget_set_size_request (self->head, self->column_width, -1);
  self->head_height = measure_head (self);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self), self->head_height + self->em);
  gtk_text_view_move_overlay (GTK_TEXT_VIEW (self), self->head, self->column_x, -self->head_height);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
place_column_cb (gpointer data)
{
  CutReaderText *self = data;

  self->place_source = 0;
  get_column (self, &self->column_x, &self->column_width);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), self->column_x);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), self->column_x);
  place_head (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_column_placed (CutReaderText *self)
{
  int x, column;

  get_column (self, &x, &column);
  return x == self->column_x && column == self->column_width
         && (self->head == NULL || measure_head (self) == self->head_height);
}

/* After the layout, not within it, for margins ask for another one. */
static void
place_column (CutReaderText *self)
{
  if (self->place_source == 0 && !is_column_placed (self))
    self->place_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, place_column_cb, self, NULL);
}

static void stop_seeking (CutReaderText *self);
static void drop_hidden_focus (CutReaderText *self);

/* In 4.8 the children laid over the words keep their place on the screen when the words scroll, until both the view, which
 * tells how far, and they are laid out again (later versions do that by themselves). */
static void
scrolled_cb (CutReaderText *self)
{
  if (self->head == NULL)
    return;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_text_view_move_overlay (GTK_TEXT_VIEW (self), self->head, self->column_x, -self->head_height);
  drop_hidden_focus (self);
}

static gboolean
has_moved (CutReaderText *self)
{
  double value = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)));
  gboolean moved = fabs (value - self->settled_value) > 0.5;

  self->settled_value = value;
  return moved;
}

/* Where the head stands in the view. */
static double
get_head_top (CutReaderText *self)
{
  graphene_rect_t bounds;

  if (self->head == NULL || !gtk_widget_compute_bounds (self->head, GTK_WIDGET (self), &bounds))
    return 0;
  return bounds.origin.y;
}

/* In 4.8 a child laid over the words that got another place within a frame is painted where it was, until it is given its place
 * once more. */
static void
place_head_again (CutReaderText *self)
{
  double top = get_head_top (self);

  if (self->head == NULL || fabs (top - self->head_top) < 0.5)
    return;
  self->head_top = top;
  gtk_widget_queue_resize (self->head);
  gtk_widget_queue_allocate (gtk_widget_get_parent (self->head));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer data)
{
  CutReaderText *self = data;

  self->settle_source = 0;
  if (has_moved (self))
    scrolled_cb (self);
  place_head_again (self);
  return G_SOURCE_REMOVE;
}

/* Focus. */

/* Returns: (nullable): what has the focus in the head, but for its popovers */
static GtkWidget *
get_focus_in_head (CutReaderText *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || self->head == NULL || !gtk_widget_is_ancestor (focus, self->head)
      || gtk_widget_get_native (focus) != gtk_widget_get_native (self->head))
    return NULL;
  return focus;
}

/* Where it stands in what the adjustment goes through. Its place in the view comes late; see scrolled_cb (). */
static gboolean
get_extent_in_head (CutReaderText *self,
                    GtkWidget     *widget,
                    double        *top,
                    double        *bottom)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, self->head, &bounds))
    return FALSE;
  *top = self->em + bounds.origin.y;
  *bottom = *top + bounds.size.height;
  return TRUE;
}

static void
reveal_focus_cb (CutReaderText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkWidget *focus = get_focus_in_head (self);
  double top, bottom;

  if (focus == NULL || adjustment == NULL || !get_extent_in_head (self, focus, &top, &bottom))
    return;
  stop_seeking (self);
  gtk_adjustment_clamp_page (adjustment, top - self->em, bottom + self->em);
}

/* Out of sight it would open its popover beside the screen, which GDK does not expect. */
static void
drop_hidden_focus (CutReaderText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkWidget *focus = get_focus_in_head (self);
  double value = gtk_adjustment_get_value (adjustment);
  double top, bottom;

  if (focus != NULL && get_extent_in_head (self, focus, &top, &bottom)
      && (bottom <= value || top >= value + gtk_adjustment_get_page_size (adjustment)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* On from the one that has the focus; from the words to the first. */
static gboolean
focus_overlays (CutReaderText    *self,
                GtkDirectionType  direction)
{
  GtkWidget *layer = self->head != NULL ? gtk_widget_get_parent (self->head) : NULL;
  GtkWidget *child = layer != NULL ? gtk_widget_get_focus_child (layer) : NULL;

  if (layer != NULL && child == NULL)
    child = gtk_widget_get_first_child (layer);
  while (child != NULL)
    {
      if (child != self->head && gtk_widget_child_focus (child, direction))
        return TRUE;
      child = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
    }
  return FALSE;
}

static gboolean
focus_head (CutReaderText    *self,
            GtkDirectionType  direction)
{
  return self->head != NULL && gtk_widget_child_focus (self->head, direction);
}

/* The head, the words, what is laid over them: in the order in which they are read. A text view has itself first. */
static gboolean
cut_reader_text_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  CutReaderText *self = CUT_READER_TEXT (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (cut_reader_text_parent_class)->focus (widget, direction);
  if (gtk_widget_is_focus (widget))
    return forward ? focus_overlays (self, direction) : focus_head (self, direction);
  if (get_focus_in_head (self) != NULL)
    return focus_head (self, direction) || (forward && gtk_widget_grab_focus (widget));
  if (inside)
    return focus_overlays (self, direction) || (!forward && gtk_widget_grab_focus (widget));
  return (forward && focus_head (self, direction)) || gtk_widget_grab_focus (widget);
}

static void
cut_reader_text_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_reader_text_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (reveal_focus_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
cut_reader_text_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), reveal_focus_cb, widget);
  GTK_WIDGET_CLASS (cut_reader_text_parent_class)->unroot (widget);
}

/* The caret goes to the first line and no higher; what stands above the words is read, too. */
static void
cut_reader_text_move_cursor (GtkTextView     *view,
                             GtkMovementStep  step,
                             int              count,
                             gboolean         extend)
{
  CutReaderText *self = CUT_READER_TEXT (view);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  guint before = cut_reader_text_get_caret (self);

  stop_seeking (self);
  GTK_TEXT_VIEW_CLASS (cut_reader_text_parent_class)->move_cursor (view, step, count, extend);
  if (count >= 0 || adjustment == NULL)
    return;
  if (step == GTK_MOVEMENT_BUFFER_ENDS || (step == GTK_MOVEMENT_DISPLAY_LINES && cut_reader_text_get_caret (self) == before))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
adjustment_changed_cb (CutReaderText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
cut_reader_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CutReaderText *self = CUT_READER_TEXT (widget);

  GTK_WIDGET_CLASS (cut_reader_text_parent_class)->size_allocate (widget, width, height, baseline);
  place_column (self);
  /* The words may have moved within this layout: then not within it, but after it. */
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, settle_cb, self, NULL);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
cut_reader_text_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (cut_reader_text_parent_class)->css_changed (widget, change);
  update_metrics (CUT_READER_TEXT (widget));
}

static void
cut_reader_text_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (cut_reader_text_parent_class)->system_setting_changed (widget, setting);
  update_metrics (CUT_READER_TEXT (widget));
  gtk_widget_queue_resize (widget);
}

/* Painting. */

static void
paint_found (CutReaderText  *self,
             const CutPaint *paint,
             GtkSnapshot    *snapshot)
{
  GdkRGBA plain, current;

  if (self->found == NULL)
    return;
  cut_palette_lookup_name (self->palette, GTK_WIDGET (self), "reader_find_color", &plain);
  cut_palette_lookup_name (self->palette, GTK_WIDGET (self), "reader_found_color", &current);
  for (guint i = 0; i < self->found->len; i++)
    {
      CutSearchHit hit = g_array_index (self->found, CutSearchHit, i);

      if (hit.start >= paint->last)
        break;
      cut_paint_range (paint, snapshot, hit.start, hit.end,
                       (int) i == self->found_current ? &current : &plain);
    }
}

static void
paint_active (CutReaderText  *self,
              const CutPaint *paint,
              GtkSnapshot    *snapshot)
{
  const CutMark *mark = self->active != NULL ? cut_page_find_mark (self->page, self->active) : NULL;
  GdkRGBA rgba;

  if (mark == NULL)
    return;
  cut_palette_lookup (self->palette, GTK_WIDGET (self), cut_annotation_get_colour (mark->annotation), TRUE, &rgba);
  rgba.alpha = 0.25f;
  cut_paint_range (paint, snapshot, mark->start, mark->end, &rgba);
}

static void
cut_reader_text_snapshot_layer (GtkTextView      *view,
                                GtkTextViewLayer  layer,
                                GtkSnapshot      *snapshot)
{
  CutReaderText *self = CUT_READER_TEXT (view);
  CutPaint paint;

  if (self->page == NULL || !cut_paint_init (&paint, view, self->page, self->em))
    return;
  paint.hidden = hides_furniture (self);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      cut_paint_blocks (&paint, snapshot);
      return;
    }
  /* Above the text, for the grounds of marks belong to the text's own layer; all of these let the words through. */
  paint_found (self, &paint, snapshot);
  paint_active (self, &paint, snapshot);
  cut_paint_marks (&paint, snapshot);
  if (self->proposals != NULL)
    cut_paint_proposals (&paint, snapshot, self->proposals, self->active_proposal);
}

/* The text going in. */

static void
scroll_to (CutReaderText *self,
           guint          offset)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;
  GtkTextMark *mark;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, 0);
  gtk_text_buffer_delete_mark (buffer, mark);
}

static guint
get_first_in_view (CutReaderText *self)
{
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &rect);
  if (rect.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, rect.x + self->column_x, rect.y);
  return (guint) gtk_text_iter_get_offset (&iter);
}

static gboolean
is_at_pending_top (CutReaderText *self)
{
  return ABS ((int) get_first_in_view (self) - (int) self->pending_top) <= SEEK_NEAR;
}

static void
stop_seeking (CutReaderText *self)
{
  g_clear_handle_id (&self->seek_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->has_pending_top = FALSE;
}

static gboolean
look_cb (gpointer data)
{
  CutReaderText *self = data;

  self->look_source = 0;
  self->seek_stable = is_at_pending_top (self) ? self->seek_stable + 1 : 0;
  if (self->seek_stable >= SEEK_STABLE || --self->seek_left == 0)
    stop_seeking (self);
  return G_SOURCE_REMOVE;
}

/* While lines above it are still being measured the place slides away: it is sought again until it stays, or until the
 * reader scrolls. How long that takes depends on the machine, so a look counts only when nothing is left to be measured. */
static gboolean
seek_cb (gpointer data)
{
  CutReaderText *self = data;

  if (!is_at_pending_top (self))
    scroll_to (self, self->pending_top);
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (MEASURED_PRIORITY, look_cb, self, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
user_scrolls_cb (CutReaderText *self)
{
  stop_seeking (self);
  return GDK_EVENT_PROPAGATE;
}

static void
try_pending_top (CutReaderText *self)
{
  guint filled = cut_reader_text_get_filled (self);

  if (!self->has_pending_top || self->seek_source != 0 || self->page == NULL
      || (filled < self->pending_top && filled < self->page->length))
    return;
  self->pending_top = MIN (self->pending_top, self->page->length);
  if (self->pending_top == 0)
    {
      self->has_pending_top = FALSE;
      return;
    }
  scroll_to (self, self->pending_top);
  self->seek_left = SEEK_LOOKS;
  self->seek_stable = 0;
  self->seek_source = g_timeout_add (SEEK_MS, seek_cb, self);
}

/* Returns: where there is something to see */
static guint
get_first_seen (CutReaderText *self)
{
  GPtrArray *blocks = self->page->reading->blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (!hides_furniture (self) || !cut_page_hides (self->page, g_ptr_array_index (blocks, i)))
      return ((const CutBlock *) g_ptr_array_index (blocks, i))->start;
  return 0;
}

/* The caret starts where there is something to see. At the end of what is there so far the rest of the text would push it along. */
static void
place_caret (CutReaderText *self)
{
  guint start = get_first_seen (self);
  GtkTextIter iter;

  self->caret_waits = start > 0 && start >= cut_reader_text_get_filled (self);
  if (self->caret_waits)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, (int) start);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

static void
filled_cb (guint    filled,
           gboolean done,
           gpointer user_data)
{
  CutReaderText *self = user_data;

  if (self->caret_waits)
    place_caret (self);
  try_pending_top (self);
  g_signal_emit (self, signals[FILLED], 0, done);
}

static gboolean
is_same_text (const CutPage *a,
              const CutPage *b)
{
  return a != NULL && b != NULL && strcmp (a->reading->text, b->reading->text) == 0
         && a->reading->blocks->len == b->reading->blocks->len
         && g_strcmp0 (cut_record_get_id (a->reading->clip), cut_record_get_id (b->reading->clip)) == 0;
}

static void
palette_changed_cb (CutReaderText *self)
{
  update_metrics (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cut_reader_text_dispose (GObject *object)
{
  CutReaderText *self = CUT_READER_TEXT (object);

  stop_seeking (self);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->place_source, g_source_remove);
  g_clear_pointer (&self->fill, cut_reader_fill_free);
  g_clear_pointer (&self->page, cut_page_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->active, g_free);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->head = NULL;
  G_OBJECT_CLASS (cut_reader_text_parent_class)->dispose (object);
}

static void
cut_reader_text_class_init (CutReaderTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_reader_text_dispose;
  widget_class->focus = cut_reader_text_focus;
  widget_class->root = cut_reader_text_root;
  widget_class->unroot = cut_reader_text_unroot;
  widget_class->size_allocate = cut_reader_text_size_allocate;
  widget_class->css_changed = cut_reader_text_css_changed;
  widget_class->system_setting_changed = cut_reader_text_system_setting_changed;
  GTK_TEXT_VIEW_CLASS (klass)->move_cursor = cut_reader_text_move_cursor;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = cut_reader_text_snapshot_layer;
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[LAID_OUT] = g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
cut_reader_text_init (CutReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (GtkTextTagTable) tags = cut_reader_tags_new ();
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (tags);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->active_proposal = G_MAXUINT;
  self->scale_class = -1;
  self->found_current = -1;
  self->palette = cut_palette_get (gdk_display_get_default ());
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (user_scrolls_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (self, "move-viewport", G_CALLBACK (stop_seeking), NULL);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_buffer (view, buffer);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-text");
  gtk_text_view_set_bottom_margin (view, 96);
  cut_reader_text_set_scale (self, 1.0);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), NULL);
  g_signal_connect_object (self->palette, "changed", G_CALLBACK (palette_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_reader_text_new (void)
{
  return g_object_new (CUT_TYPE_READER_TEXT, NULL);
}

/* Another text is shown at the start of a frame, and the lines in view are measured when the view is allocated, or between two
 * frames. Without the first, a pointer that rests on the text would be asked about in the frame's layout, with the height of all
 * former lines on the first one, which may be hidden: GTK ends the program then ("Byte index … is off the end of the line"). */
static void
measure_in_this_frame (CutReaderText *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_other_text (CutReaderText *self)
{
  GtkTextTagTable *tags = get_tags (self);

  /* A place sought in the former text; one asked for in this one has to wait for it. */
  if (self->seek_source != 0)
    stop_seeking (self);
  g_clear_pointer (&self->fill, cut_reader_fill_free);
  cut_reader_text_set_found (self, NULL, -1);
  g_clear_pointer (&self->active, g_free);
  measure_in_this_frame (self);
  if (self->page == NULL)
    {
      gtk_text_buffer_set_text (get_buffer (self), "", 0);
      return;
    }
  cut_reader_tags_set_hidden (tags, hides_furniture (self));
  cut_reader_tags_set_language (tags, cut_clip_get_language (CUT_CLIP (self->page->reading->clip)));
  cut_reader_tags_set_tables (tags, self->page, GTK_WIDGET (self), self->em);
  self->fill = cut_reader_fill_new (get_buffer (self), self->page, filled_cb, self);
  place_caret (self);
  filled_cb (cut_reader_fill_get_filled (self->fill), cut_reader_fill_is_done (self->fill), self);
}

void
cut_reader_text_set_page (CutReaderText *self,
                          CutPage       *page)
{
  g_autoptr (CutPage) before = g_steal_pointer (&self->page);

  self->page = page != NULL ? cut_page_ref (page) : NULL;
  if (is_same_text (before, page))
    {
      cut_reader_fill_set_page (self->fill, page);
      cut_reader_tags_set_hidden (get_tags (self), hides_furniture (self));
      cut_reader_fill_update (get_buffer (self), before, page, cut_reader_fill_get_filled (self->fill));
    }
  else
    {
      show_other_text (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

CutPage *
cut_reader_text_get_page (CutReaderText *self)
{
  return self->page;
}

guint
cut_reader_text_get_filled (CutReaderText *self)
{
  return self->fill != NULL ? cut_reader_fill_get_filled (self->fill) : 0;
}

static int
find_scale (double scale)
{
  int best = 0;

  for (int i = 1; i < (int) G_N_ELEMENTS (scales); i++)
    if (fabs (scales[i] - scale) < fabs (scales[best] - scale))
      best = i;
  return best;
}

double
cut_reader_text_step_scale (double scale,
                            int    steps)
{
  return scales[CLAMP (find_scale (scale) + steps, 0, (int) G_N_ELEMENTS (scales) - 1)];
}

void
cut_reader_text_set_scale (CutReaderText *self,
                           double         scale)
{
  int index = find_scale (scale);
  g_autofree char *old = g_strdup_printf ("scale-%d", self->scale_class);
  g_autofree char *new = g_strdup_printf ("scale-%d", index);

  if (index == self->scale_class)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  self->scale_class = index;
}

void
cut_reader_text_set_show_furniture (CutReaderText *self,
                                    gboolean       show)
{
  self->show_furniture = show;
  cut_reader_tags_set_hidden (get_tags (self), hides_furniture (self));
}

gboolean
cut_reader_text_get_show_furniture (CutReaderText *self)
{
  return self->show_furniture;
}

void
cut_reader_text_set_found (CutReaderText *self,
                           GArray        *hits,
                           int            current)
{
  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->found, g_array_unref);
  self->found = hits;
  self->found_current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cut_reader_text_set_proposals (CutReaderText *self,
                               GPtrArray     *proposals)
{
  if (self->proposals == proposals)
    return;
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = proposals != NULL ? g_ptr_array_ref (proposals) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cut_reader_text_set_active_proposal (CutReaderText *self,
                                     guint          start)
{
  if (self->active_proposal == start)
    return;
  self->active_proposal = start;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cut_reader_text_set_active (CutReaderText *self,
                            const char    *id)
{
  if (g_strcmp0 (self->active, id) == 0)
    return;
  g_free (self->active);
  self->active = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cut_reader_text_set_head (CutReaderText *self,
                          GtkWidget     *head)
{
  g_return_if_fail (self->head == NULL);
  self->head = head;
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), head, 0, 0);
}

void
cut_reader_text_get_column (CutReaderText *self,
                            int           *x,
                            int           *width,
                            int           *em)
{
  *x = self->column_x;
  *width = self->column_width;
  *em = self->em;
}

static gboolean
is_hidden_at (CutReaderText *self,
              guint          offset)
{
  guint block = self->page != NULL ? cut_page_find_block (self->page, offset) : 0;

  return self->page != NULL && hides_furniture (self) && block < self->page->reading->blocks->len
         && cut_page_hides (self->page, g_ptr_array_index (self->page->reading->blocks, block));
}

gboolean
cut_reader_text_get_offset_at (CutReaderText *self,
                               double         x,
                               double         y,
                               guint         *offset)
{
  GtkTextIter iter;
  int bx, by, top;
  gboolean over;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  /* Nothing stands in a hidden line, whatever height it still has; see measure_in_this_frame (). */
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, by, &top);
  *offset = (guint) gtk_text_iter_get_offset (&iter);
  if (is_hidden_at (self, *offset))
    return FALSE;
  over = gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by);
  *offset = (guint) gtk_text_iter_get_offset (&iter);
  return over;
}

guint
cut_reader_text_get_caret (CutReaderText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_offset (&iter);
}

static gboolean
is_in_view (CutReaderText     *self,
            const GtkTextIter *iter)
{
  GdkRectangle view, place;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &view);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  return place.y >= view.y + self->em && place.y + place.height <= view.y + view.height - self->em;
}

void
cut_reader_text_show_range (CutReaderText *self,
                            guint          start,
                            guint          end,
                            gboolean       caret)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;
  GtkTextMark *mark;

  stop_seeking (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start);
  if (caret)
    gtk_text_buffer_place_cursor (buffer, &iter);
  self->caret_waits = self->caret_waits && !caret;
  if (is_in_view (self, &iter))
    return;
  /* A mark, so that the lines above are measured before the place is reckoned. */
  mark = gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, 0.3);
  gtk_text_buffer_delete_mark (buffer, mark);
}

guint
cut_reader_text_get_top (CutReaderText *self)
{
  return self->has_pending_top ? self->pending_top : get_first_in_view (self);
}

void
cut_reader_text_set_top (CutReaderText *self,
                         guint          offset)
{
  stop_seeking (self);
  self->has_pending_top = TRUE;
  self->pending_top = offset;
  try_pending_top (self);
}
