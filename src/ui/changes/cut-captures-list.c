/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-captures-list.h"

#include <glib/gi18n-lib.h>

#include "cut-comparing.h"
#include "cut-date-text.h"

#define SHORT_HASH 8 /* characters */

struct _CutCapturesList
{
  GtkWidget parent_instance;

  GtkWidget *list;

  CutNotebook *notebook;     /* (owned) (nullable) */
  CutReading *reading;       /* (owned) (nullable) */
  GHashTable *known;         /* (owned) (element-type utf8 utf8): what is said of a capture, by its id and that of the one before */
  GCancellable *cancellable; /* (owned) (nullable): of the comparison under way */
  guint next;                /* the capture to compare next */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutCapturesList, cut_captures_list, GTK_TYPE_WIDGET)

char *
cut_capture_get_name (CutCapture *capture)
{
  g_autofree char *when = cut_time_to_text (cut_capture_get_fetched_at (capture));
  const char *sha256 = cut_capture_get_sha256 (capture);

  /* Translators: date and time of a capture · the first characters of its hash */
  return g_strdup_printf (_("%s · %.*s"), when, SHORT_HASH, sha256 != NULL ? sha256 : "");
}

/* Newest first: the one before stands below. */
static CutCapture *
get_at (CutCapturesList *self,
        guint            index)
{
  return self->reading != NULL && index < self->reading->captures->len ? g_ptr_array_index (self->reading->captures, index) : NULL;
}

/* Returns: (transfer full) (nullable): by what the difference to the one before is known */
static char *
make_key (CutCapture *capture,
          CutCapture *previous)
{
  return g_strconcat (cut_record_get_id (CUT_RECORD (capture)), " ", cut_record_get_id (CUT_RECORD (previous)), NULL);
}

static gboolean
has_same_text (CutCapture *a,
               CutCapture *b)
{
  return cut_capture_get_text_sha256 (a) != NULL
         && g_strcmp0 (cut_capture_get_text_sha256 (a), cut_capture_get_text_sha256 (b)) == 0;
}

/* Returns: (transfer full) (nullable): how the text differs from the one before; NULL as long as nobody knows */
static char *
get_difference (CutCapturesList *self,
                CutCapture      *capture,
                CutCapture      *previous)
{
  g_autofree char *key = NULL;

  if (previous == NULL)
    return g_strdup (_("First capture"));
  if (has_same_text (capture, previous))
    return g_strdup (_("Text unchanged"));
  key = make_key (capture, previous);
  return g_strdup (g_hash_table_lookup (self->known, key));
}

static char *
make_line (CutCapturesList *self,
           CutCapture      *capture,
           CutCapture      *previous)
{
  g_autofree char *difference = get_difference (self, capture, previous);
  const char *how = cut_vocab_get_label (CUT_VOCAB_HOW, cut_capture_get_how (capture));
  const char *verdict = cut_capture_get_verdict (capture);
  const char *parts[4] = { how };
  guint n = 1;

  if (difference != NULL)
    parts[n++] = difference;
  if (verdict != NULL)
    parts[n++] = cut_vocab_get_label (CUT_VOCAB_VERDICT, verdict);
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
name_row (GtkWidget  *row,
          const char *name,
          const char *line)
{
  g_autofree char *label = g_strjoin ("\n", name, line, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_row (CutCapturesList *self,
          guint            index)
{
  CutCapture *capture = get_at (self, index);
  gboolean shown = g_strcmp0 (cut_record_get_id (CUT_RECORD (capture)), cut_record_get_id (self->reading->capture)) == 0;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = cut_capture_get_name (capture);
  g_autofree char *line = make_line (self, capture, get_at (self, index + 1));
  GtkWidget *small = make_label (line, "caption");

  gtk_widget_add_css_class (small, "dim-label");
  gtk_box_append (GTK_BOX (texts), make_label (name, shown ? "heading" : NULL));
  gtk_box_append (GTK_BOX (texts), small);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (shown)
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Shown now"), -1);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "cut-line", small);
  name_row (row, name, line);
  return row;
}

/* Differences are counted one after the other. */

static void compare_next (CutCapturesList *self);

static void
say (CutCapturesList *self,
     guint            index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index);
  CutCapture *capture = get_at (self, index);
  g_autofree char *name = capture != NULL ? cut_capture_get_name (capture) : NULL;
  g_autofree char *line = NULL;

  if (row == NULL || capture == NULL)
    return;
  line = make_line (self, capture, get_at (self, index + 1));
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "cut-line"), line);
  name_row (GTK_WIDGET (row), name, line);
}

static char *
describe (const CutDifference *difference)
{
  guint n = MAX (difference->words_added, difference->words_removed);

  if (cut_difference_is_same (difference))
    return g_strdup (_("Text unchanged"));
  if (n == 0)
    return g_strdup (_("Text changed"));
  return g_strdup_printf (ngettext ("%u word changed", "%u words changed", n), n);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutCapturesList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutComparing) comparing = cut_comparing_run_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (comparing != NULL)
    g_hash_table_insert (self->known,
                         make_key (CUT_CAPTURE (comparing->after->capture), CUT_CAPTURE (comparing->before->capture)),
                         describe (comparing->difference));
  say (self, self->next);
  self->next++;
  compare_next (self);
}

static void
compare_next (CutCapturesList *self)
{
  for (; get_at (self, self->next + 1) != NULL; self->next++)
    {
      CutCapture *capture = get_at (self, self->next);
      CutCapture *previous = get_at (self, self->next + 1);
      g_autofree char *known = get_difference (self, capture, previous);

      if (known != NULL)
        continue;
      cut_comparing_run_async (self->notebook, cut_record_get_id (CUT_RECORD (previous)), cut_record_get_id (CUT_RECORD (capture)),
                               FALSE, self->cancellable, compared_cb, g_object_ref (self));
      return;
    }
}

static void
stop (CutCapturesList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
cut_captures_list_map (GtkWidget *widget)
{
  CutCapturesList *self = CUT_CAPTURES_LIST (widget);

  GTK_WIDGET_CLASS (cut_captures_list_parent_class)->map (widget);
  if (self->notebook == NULL)
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->next = 0;
  compare_next (self);
}

static void
cut_captures_list_unmap (GtkWidget *widget)
{
  stop (CUT_CAPTURES_LIST (widget));
  GTK_WIDGET_CLASS (cut_captures_list_parent_class)->unmap (widget);
}

static void
activated_cb (CutCapturesList *self,
              GtkListBoxRow   *row)
{
  CutCapture *capture = get_at (self, (guint) gtk_list_box_row_get_index (row));

  if (capture != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, cut_record_get_id (CUT_RECORD (capture)));
}

static void
cut_captures_list_dispose (GObject *object)
{
  CutCapturesList *self = CUT_CAPTURES_LIST (object);

  stop (self);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_captures_list_parent_class)->dispose (object);
}

static void
cut_captures_list_class_init (CutCapturesListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_captures_list_dispose;
  widget_class->map = cut_captures_list_map;
  widget_class->unmap = cut_captures_list_unmap;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cut_captures_list_init (CutCapturesList *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Captures"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}

GtkWidget *
cut_captures_list_new (void)
{
  return g_object_new (CUT_TYPE_CAPTURES_LIST, NULL);
}

void
cut_captures_list_set_notebook (CutCapturesList *self,
                                CutNotebook     *notebook)
{
  g_return_if_fail (CUT_IS_CAPTURES_LIST (self));

  g_set_object (&self->notebook, notebook);
}

void
cut_captures_list_set_reading (CutCapturesList *self,
                               CutReading      *reading)
{
  GtkListBoxRow *row;

  g_return_if_fail (CUT_IS_CAPTURES_LIST (self));

  stop (self);
  cut_reading_ref (reading);
  g_clear_pointer (&self->reading, cut_reading_unref);
  self->reading = reading;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < reading->captures->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, i));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->cancellable = g_cancellable_new ();
      self->next = 0;
      compare_next (self);
    }
}
