/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-changes-row.h"

#include <glib/gi18n-lib.h>

#include "cut-direction.h"
#include "cut-palette.h"

struct _CutChangesRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *badge;
  GtkWidget *unfold;
  GtkWidget *columns;
  GtkWidget *before;
  GtkWidget *after; /* also what is shown in one column */

  CutChangesItem *item; /* (owned) (nullable) */
  gboolean side_by_side;
  guint current;
};

enum
{
  UNFOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutChangesRow, cut_changes_row, GTK_TYPE_WIDGET)

/* Takes @attribute. */
static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static guint16
to_pango (float channel)
{
  return (guint16) (CLAMP (channel, 0, 1) * 65535);
}

static void
insert_colours (PangoAttrList *list,
                const GdkRGBA *ground,
                const GdkRGBA *words,
                gsize          start,
                gsize          end)
{
  insert (list, pango_attr_background_new (to_pango (ground->red), to_pango (ground->green), to_pango (ground->blue)), start, end);
  insert (list, pango_attr_foreground_new (to_pango (words->red), to_pango (words->green), to_pango (words->blue)), start, end);
}

/* Told apart by colour, and by a line through or under the words. */
static void
mark (CutChangesRow        *self,
      PangoAttrList        *list,
      const CutChangesPart *part,
      gsize                 start,
      gsize                 end)
{
  CutPalette *palette = cut_palette_get (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean current = part->change == self->current && self->current != CUT_CHANGES_NONE;
  const char *colour = part->kind == CUT_RUN_REMOVED ? "red" : part->kind == CUT_RUN_ADDED ? "green" : "blue";
  GdkRGBA ground, line, words;

  if (part->kind == CUT_RUN_KEPT && !current)
    return;
  cut_palette_lookup (palette, GTK_WIDGET (self), colour, FALSE, &ground);
  cut_palette_lookup (palette, GTK_WIDGET (self), colour, TRUE, &line);
  cut_palette_lookup_name (palette, GTK_WIDGET (self), current ? "view_bg_color" : "view_fg_color", &words);
  insert_colours (list, current ? &line : &ground, &words, start, end);
  if (part->kind == CUT_RUN_REMOVED)
    insert (list, pango_attr_strikethrough_new (TRUE), start, end);
  if (part->kind == CUT_RUN_ADDED)
    insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/* @without: the kind of run that this column does not show */
static void
fill (CutChangesRow *self,
      GtkWidget     *label,
      int            without)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  GArray *parts = cut_changes_item_get_parts (self->item);

  for (guint i = 0; i < parts->len; i++)
    {
      const CutChangesPart *part = &g_array_index (parts, CutChangesPart, i);
      gsize start = text->len;

      if ((int) part->kind == without)
        continue;
      /* Two wordings in one column must not run into each other. */
      if (without < 0 && i > 0 && part->kind == CUT_RUN_ADDED && part[-1].kind == CUT_RUN_REMOVED)
        {
          g_string_append_c (text, ' ');
          start++;
        }
      g_string_append (text, part->text);
      mark (self, list, part, start, text->len);
    }
  gtk_label_set_label (GTK_LABEL (label), text->str);
  gtk_label_set_attributes (GTK_LABEL (label), list);
  gtk_widget_set_direction (label, cut_line_is_rtl (text->str, -1) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
name_row (CutChangesRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = self->item != NULL ? cut_changes_item_get_label (self->item) : NULL;

  if (row == NULL || label == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_item (CutChangesRow *self)
{
  const char *badge = cut_changes_item_get_badge (self->item);
  gboolean folded = cut_changes_item_get_folded (self->item) != NULL;

  gtk_label_set_label (GTK_LABEL (self->badge), badge != NULL ? badge : "");
  gtk_widget_set_visible (self->badge, badge != NULL && !folded);
  gtk_widget_set_visible (self->unfold, folded);
  gtk_widget_set_visible (self->columns, !folded);
  gtk_widget_set_visible (self->before, self->side_by_side);
  if (folded)
    gtk_button_set_label (GTK_BUTTON (self->unfold), badge);
  if (self->side_by_side)
    fill (self, self->before, CUT_RUN_ADDED);
  fill (self, self->after, self->side_by_side ? CUT_RUN_REMOVED : -1);
  if (self->current != CUT_CHANGES_NONE && cut_changes_item_has (self->item, self->current))
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  name_row (self);
}

static void
palette_changed_cb (CutChangesRow *self)
{
  if (self->item != NULL)
    show_item (self);
}

static void
unfold_cb (CutChangesRow *self)
{
  g_signal_emit (self, signals[UNFOLD], 0);
}

static void
cut_changes_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_changes_row_parent_class)->root (widget);
  palette_changed_cb (CUT_CHANGES_ROW (widget));
  g_signal_connect_object (cut_palette_get (gtk_widget_get_display (widget)), "changed", G_CALLBACK (palette_changed_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
cut_changes_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (cut_palette_get (gtk_widget_get_display (widget)), palette_changed_cb, widget);
  GTK_WIDGET_CLASS (cut_changes_row_parent_class)->unroot (widget);
}

static void
cut_changes_row_dispose (GObject *object)
{
  CutChangesRow *self = CUT_CHANGES_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_changes_row_parent_class)->dispose (object);
}

static void
cut_changes_row_class_init (CutChangesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_changes_row_dispose;
  widget_class->root = cut_changes_row_root;
  widget_class->unroot = cut_changes_row_unroot;
  signals[UNFOLD] = g_signal_new ("unfold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "changes-row");
}

static GtkWidget *
make_words (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
cut_changes_row_init (CutChangesRow *self)
{
  self->current = CUT_CHANGES_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->badge = gtk_label_new (NULL);
  self->unfold = gtk_button_new ();
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->before = make_words ();
  self->after = make_words ();
  gtk_label_set_xalign (GTK_LABEL (self->badge), 0);
  gtk_widget_set_halign (self->badge, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->badge, "change-badge");
  gtk_widget_add_css_class (self->unfold, "flat");
  gtk_widget_set_halign (self->unfold, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->unfold, _("Show them"));
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_box_append (GTK_BOX (self->columns), self->before);
  gtk_box_append (GTK_BOX (self->columns), self->after);
  gtk_box_append (GTK_BOX (self->box), self->badge);
  gtk_box_append (GTK_BOX (self->box), self->unfold);
  gtk_box_append (GTK_BOX (self->box), self->columns);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->unfold, "clicked", G_CALLBACK (unfold_cb), self);
}

GtkWidget *
cut_changes_row_new (void)
{
  return g_object_new (CUT_TYPE_CHANGES_ROW, NULL);
}

void
cut_changes_row_set_item (CutChangesRow  *self,
                          CutChangesItem *item,
                          gboolean        side_by_side,
                          guint           current)
{
  g_set_object (&self->item, item);
  self->side_by_side = side_by_side;
  self->current = current;
  if (item != NULL)
    show_item (self);
}

CutChangesItem *
cut_changes_row_get_item (CutChangesRow *self)
{
  return self->item;
}
