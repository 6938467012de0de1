/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-row.h"

#include <glib/gi18n-lib.h>

#include "cut-date-text.h"
#include "cut-direction.h"
#include "cut-hits.h"
#include "cut-vocab.h"

struct _CutClipRow
{
  GtkWidget parent_instance;

  GtkWidget *warning; /* the newest capture is no article: the origin's first word says what it is */
  GtkInscription *origin;
  GtkInscription *text; /* the title, and what room it leaves for the snippet */
  GtkInscription *counts;

  CutRowItem *item; /* (owned) (nullable) */
  gulong handler;
  CutRow *laid_out; /* (owned) (nullable): whose words are in the lines */
  CutClipRowRead read;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (CutClipRow, cut_clip_row, GTK_TYPE_WIDGET)

/* What hangs together is joined by a middle dot; there is no sentence to translate. */
static char *
join (char **parts)
{
  return g_strjoinv (" · ", parts);
}

static void
set_title_and_snippet (CutClipRow *self,
                       const char *title,
                       const char *marked_snippet)
{
  g_autoptr (PangoAttrList) hits = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *shortened = cut_hits_shorten (marked_snippet);
  g_autofree char *snippet = cut_hits_parse (shortened, &hits);
  g_autofree char *text = g_strdup_printf ("%s\n%s", title, snippet != NULL ? snippet : "");
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = (guint) strlen (title);
  pango_attr_list_insert (attributes, bold);
  if (snippet != NULL && hits != NULL)
    pango_attr_list_splice (attributes, hits, (int) strlen (title) + 1, (int) strlen (snippet));
  gtk_inscription_set_text (self->text, text);
  gtk_inscription_set_attributes (self->text, attributes);
}

static gboolean
is_no_article (CutRow *row)
{
  return cut_row_get_kind (row) == CUT_KIND_CLIP && cut_row_get_status (row) != NULL;
}

static char *
describe_origin (CutRow *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *date = cut_date_to_text (cut_row_get_published (row));
  const char *site = cut_row_get_site_name (row);
  g_auto (GStrv) parts = NULL;

  if (is_no_article (row))
    g_strv_builder_add (builder, cut_vocab_get_label (CUT_VOCAB_VERDICT, cut_row_get_status (row)));
  if (site != NULL && *site != '\0')
    g_strv_builder_add (builder, site);
  if (cut_row_get_kind (row) == CUT_KIND_CLIP)
    g_strv_builder_add (builder, date != NULL ? date : _("no date"));
  else
    g_strv_builder_add (builder, cut_kind_get_label (cut_row_get_kind (row)));
  parts = g_strv_builder_end (builder);
  return join (parts);
}

static void
add_count (GStrvBuilder *builder,
           char         *text,
           guint         n)
{
  if (n > 0)
    g_strv_builder_add (builder, text);
  g_free (text);
}

char *
cut_row_describe_counts (CutRow *row)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_claims = cut_row_get_n_claims (row);
  guint n_annotations = cut_row_get_n_annotations (row);
  g_auto (GStrv) parts = NULL;

  add_count (builder, g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims), n_claims);
  add_count (builder, g_strdup_printf (ngettext ("%u annotation", "%u annotations", n_annotations), n_annotations),
             n_annotations);
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? join (parts) : NULL;
}

static char *
make_name (CutRow *row,
           char   *origin,
           char   *counts)
{
  char *parts[] = { (char *) cut_row_get_title (row), origin, counts, NULL };

  if (parts[0] == NULL)
    parts[0] = (char *) "";
  return join (parts);
}

char *
cut_row_get_accessible_name (CutRow *row)
{
  g_autofree char *origin = describe_origin (row);
  g_autofree char *counts = cut_row_describe_counts (row);

  return make_name (row, origin, counts);
}

/* All lines of a row start at the side where its title does, also one that is a date alone. */
static void
set_direction (CutClipRow *self,
               const char *title)
{
  GtkTextDirection direction = cut_line_is_rtl (title, -1) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (GTK_WIDGET (self->origin), direction);
  gtk_widget_set_direction (GTK_WIDGET (self->text), direction);
  gtk_widget_set_direction (GTK_WIDGET (self->counts), direction);
}

/* Words, which take no part in how high the row is. */
static void
set_words (CutClipRow *self,
           CutRow     *row)
{
  g_autofree char *origin = describe_origin (row);
  g_autofree char *counts = cut_row_describe_counts (row);
  g_autofree char *name = make_name (row, origin, counts);
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *title = cut_row_get_title (row);

  set_direction (self, title != NULL ? title : "");
  gtk_inscription_set_text (self->origin, origin);
  set_title_and_snippet (self, title != NULL ? title : "", cut_row_get_snippet (row));
  gtk_inscription_set_text (self->counts, counts);
  /* What has the focus and is read out is the list's own widget around this one. */
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static CutRow *
get_row (CutClipRow *self)
{
  return self->item != NULL ? cut_row_item_get_row (self->item) : NULL;
}

void
cut_clip_row_lay_out (CutClipRow *self)
{
  CutRow *row;

  g_return_if_fail (CUT_IS_CLIP_ROW (self));

  row = get_row (self);
  if (row != NULL && g_set_object (&self->laid_out, row))
    set_words (self, row);
}

/* A list binds two hundred rows where ten are seen: the others get their words when they come into view. */
static void
show_row (CutClipRow *self)
{
  CutRow *row = get_row (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (row == NULL)
    return;
  gtk_widget_set_visible (self->warning, is_no_article (row));
  gtk_widget_set_visible (GTK_WIDGET (self->counts), cut_row_get_n_claims (row) > 0 || cut_row_get_n_annotations (row) > 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cut_clip_row_lay_out (self);
  if (self->read != NULL)
    self->read (self, self->data);
}

static void
cut_clip_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_clip_row_parent_class)->map (widget);
  cut_clip_row_lay_out (CUT_CLIP_ROW (widget));
}

/* Until the row has been read the lines hold another's words. */
static void
cut_clip_row_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  CutClipRow *self = CUT_CLIP_ROW (widget);

  if (self->laid_out != NULL && self->laid_out == get_row (self))
    GTK_WIDGET_CLASS (cut_clip_row_parent_class)->snapshot (widget, snapshot);
}

static void
disconnect (CutClipRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
}

static void
cut_clip_row_dispose (GObject *object)
{
  GtkWidget *child;

  disconnect (CUT_CLIP_ROW (object));
  g_clear_object (&CUT_CLIP_ROW (object)->laid_out);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cut_clip_row_parent_class)->dispose (object);
}

static void
cut_clip_row_class_init (CutClipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_clip_row_dispose;
  widget_class->map = cut_clip_row_map;
  widget_class->snapshot = cut_clip_row_snapshot;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-clip-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CutClipRow, warning);
  gtk_widget_class_bind_template_child (widget_class, CutClipRow, origin);
  gtk_widget_class_bind_template_child (widget_class, CutClipRow, text);
  gtk_widget_class_bind_template_child (widget_class, CutClipRow, counts);
}

static void
cut_clip_row_init (CutClipRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_clip_row_new (void)
{
  return g_object_new (CUT_TYPE_CLIP_ROW, NULL);
}

void
cut_clip_row_set_item (CutClipRow *self,
                       CutRowItem *item)
{
  g_return_if_fail (CUT_IS_CLIP_ROW (self));

  disconnect (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  self->handler = g_signal_connect_swapped (item, "notify::row", G_CALLBACK (show_row), self);
  show_row (self);
}

void
cut_clip_row_set_read (CutClipRow     *self,
                       CutClipRowRead  read,
                       gpointer        data)
{
  g_return_if_fail (CUT_IS_CLIP_ROW (self));

  self->read = read;
  self->data = data;
}

CutRowItem *
cut_clip_row_get_item (CutClipRow *self)
{
  return self->item;
}
