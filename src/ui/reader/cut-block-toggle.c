/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-block-toggle.h"

#include <glib/gi18n-lib.h>

struct _CutBlockToggle
{
  CutReaderText *text; /* outlives this */
  GtkWidget *button;   /* overlay of the text */
  double x, y;         /* of the pointer, or -1 */
  int at_x, at_y;        /* where the button was last put */
  guint source;
};

gboolean
cut_block_can_count (const CutBlock *block)
{
  return block->kind != CUT_BLOCK_CAPTION || block->role == CUT_ROLE_FURNITURE;
}

static const CutBlock *
get_visible_block (CutBlockToggle *self,
                   guint           offset)
{
  CutPage *page = cut_reader_text_get_page (self->text);
  const CutBlock *block = cut_page_get_block (page, offset);

  if (block == NULL || (cut_page_hides (page, block) && !cut_reader_text_get_show_furniture (self->text)))
    return NULL;
  return block;
}

/* Under the pointer any line; at the caret only one that does not count: in the midst of reading a button is in the way. */
static const CutBlock *
find_block (CutBlockToggle *self)
{
  const CutBlock *block = NULL;
  guint offset;

  if (cut_reader_text_get_page (self->text) == NULL)
    return NULL;
  if (gtk_widget_is_focus (GTK_WIDGET (self->text)))
    block = get_visible_block (self, cut_reader_text_get_caret (self->text));
  if (block != NULL && cut_block_counts (block))
    block = NULL;
  if (self->x < 0)
    return block;
  cut_reader_text_get_offset_at (self->text, self->x, self->y, &offset);
  return get_visible_block (self, offset);
}

static gboolean
place (CutBlockToggle *self,
       const CutBlock *block)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  int x, column, em, y, height, width;
  GtkTextIter iter;

  cut_reader_text_get_column (self->text, &x, &column, &em);
  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) block->start);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->text), &iter, &y, &height);
  if (gtk_widget_get_width (GTK_WIDGET (self->text)) - x - column >= width + em / 2)
    x += column + em / 2;
  else if (!cut_block_counts (block))
    x += column - width;
  else
    return FALSE;
  if (x != self->at_x || y != self->at_y)
    gtk_text_view_move_overlay (GTK_TEXT_VIEW (self->text), self->button, x, y);
  self->at_x = x;
  self->at_y = y;
  return TRUE;
}

static void
show_block (CutBlockToggle *self,
            const CutBlock *block)
{
  gboolean counts = cut_block_counts (block);
  GVariant *target = g_variant_new ("(ub)", block->start, !counts);

  gtk_button_set_label (GTK_BUTTON (self->button), counts ? _("Set aside") : _("Count this"));
  gtk_widget_set_tooltip_text (self->button, counts ? _("Leave this line out of the text that counts (F)")
                                                    : _("This line belongs to the article (F)"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_widget_set_visible (self->button, TRUE);
  if (!place (self, block))
    gtk_widget_set_visible (self->button, FALSE);
}

static gboolean
update_cb (gpointer data)
{
  CutBlockToggle *self = data;
  const CutBlock *block = find_block (self);

  self->source = 0;
  if (block != NULL && cut_block_can_count (block))
    show_block (self, block);
  else if (!gtk_widget_has_focus (self->button))
    gtk_widget_set_visible (self->button, FALSE);
  return G_SOURCE_REMOVE;
}

void
cut_block_toggle_update (CutBlockToggle *self)
{
  if (self != NULL && self->source == 0)
    self->source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, update_cb, self, NULL);
}

static void
motion_cb (CutBlockToggle *self,
           double          x,
           double          y)
{
  self->x = x;
  self->y = y;
  cut_block_toggle_update (self);
}

static void
leave_cb (CutBlockToggle *self)
{
  motion_cb (self, -1, -1);
}

CutBlockToggle *
cut_block_toggle_new (CutReaderText *text)
{
  CutBlockToggle *self = g_new0 (CutBlockToggle, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->text = text;
  self->x = self->y = -1;
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "reader-toggle");
  gtk_widget_set_visible (self->button, FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(ub)", 0, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "reader.set-counts");
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (text), self->button, 0, 0);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), motion);
  return self;
}

void
cut_block_toggle_free (CutBlockToggle *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}
