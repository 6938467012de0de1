/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-filter.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-timeline-sign.h"
#include "cut-timeline-words.h"
#include "cut-toast.h"

struct _CutTimelineFilter
{
  GtkPopover parent_instance;

  CutNotebook *notebook; /* (owned) */
  GtkWidget *grid;
  GtkWidget *kinds[CUT_N_TIMELINE_KINDS];
  GtkWidget *story;
  GtkWidget *entity;
  GtkWidget *labels[2];
  gboolean scoped;       /* to a story or an entity */
  gboolean fixed;
  gboolean quiet;        /* what changes now is not told one by one */
};

enum
{
  KINDS_CHANGED,
  SCOPE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutTimelineFilter, cut_timeline_filter, GTK_TYPE_POPOVER)

guint
cut_timeline_filter_get_kinds (CutTimelineFilter *self)
{
  guint kinds = 0;

  g_return_val_if_fail (CUT_IS_TIMELINE_FILTER (self), 0);

  for (guint i = 0; i < CUT_N_TIMELINE_KINDS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kinds[i])))
      kinds |= 1u << i;
  return kinds;
}

static void
kind_cb (CutTimelineFilter *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[KINDS_CHANGED], 0, cut_timeline_filter_get_kinds (self));
}

/* A story or an entity: who chooses one lets go of the other. */

static void
choose (CutTimelineFilter *self,
        GtkWidget         *other,
        const char        *id)
{
  self->scoped = id != NULL;
  if (other != NULL)
    cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (other), NULL);
  g_signal_emit (self, signals[SCOPE_CHOSEN], 0, id);
}

static void
story_picked_cb (CutTimelineFilter *self,
                 const char        *id)
{
  choose (self, self->entity, id);
}

static void
entity_picked_cb (CutTimelineFilter *self,
                  const char        *id)
{
  choose (self, self->story, id);
}

static void
cleared_cb (CutTimelineFilter *self)
{
  choose (self, NULL, NULL);
}

/* Here names are looked for; nothing is made. */
static void
unknown_cb (GtkWidget  *entry,
            const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_("Nothing is named “%s”"), name);

  cut_toast (entry, sentence, FALSE);
}

/* Building. */

static void
add_kind (CutTimelineFilter *self,
          CutTimelineKind    kind)
{
  GtkWidget *sign = cut_timeline_sign_new (kind);

  self->kinds[kind] = gtk_check_button_new_with_label (cut_timeline_kind_get_label (kind));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[kind]), TRUE);
  gtk_widget_set_hexpand (self->kinds[kind], TRUE);
  gtk_widget_set_halign (sign, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (self->grid), sign, 0, (int) kind, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->kinds[kind], 1, (int) kind, 1, 1);
  g_signal_connect_swapped (self->kinds[kind], "toggled", G_CALLBACK (kind_cb), self);
}

static GtkWidget *
add_scope (CutTimelineFilter *self,
           guint              i,
           const char        *name,
           CutKind            kind,
           const char        *all,
           GCallback          picked)
{
  GtkWidget *entry = cut_completing_entry_new (self->notebook, kind);

  self->labels[i] = gtk_label_new_with_mnemonic (name);
  gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->labels[i]), entry);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), all);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "picked", picked, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (entry, "created", G_CALLBACK (unknown_cb), NULL);
  gtk_grid_attach (GTK_GRID (self->grid), self->labels[i], 0, (int) (CUT_N_TIMELINE_KINDS + i), 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, (int) (CUT_N_TIMELINE_KINDS + i), 1, 1);
  return entry;
}

static void
build (CutTimelineFilter *self)
{
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Clear Filter"));

  for (guint i = 0; i < CUT_N_TIMELINE_KINDS; i++)
    add_kind (self, (CutTimelineKind) i);
  self->story = add_scope (self, 0, _("Sto_ry"), CUT_KIND_STORY, _("Every story"), G_CALLBACK (story_picked_cb));
  self->entity = add_scope (self, 1, _("_Entity"), CUT_KIND_ENTITY, _("Every entity"), G_CALLBACK (entity_picked_cb));
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (cut_timeline_filter_clear), self);
  gtk_grid_attach (GTK_GRID (self->grid), clear, 0, CUT_N_TIMELINE_KINDS + 2, 2, 1);
}

static void
cut_timeline_filter_dispose (GObject *object)
{
  g_clear_object (&CUT_TIMELINE_FILTER (object)->notebook);
  G_OBJECT_CLASS (cut_timeline_filter_parent_class)->dispose (object);
}

static void
cut_timeline_filter_class_init (CutTimelineFilterClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_timeline_filter_dispose;
  signals[KINDS_CHANGED] = g_signal_new ("kinds-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SCOPE_CHOSEN] = g_signal_new ("scope-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cut_timeline_filter_init (CutTimelineFilter *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_margin_top (self->grid, 6);
  gtk_widget_set_margin_bottom (self->grid, 6);
  gtk_widget_set_margin_start (self->grid, 6);
  gtk_widget_set_margin_end (self->grid, 6);
  gtk_popover_set_child (GTK_POPOVER (self), self->grid);
}

GtkWidget *
cut_timeline_filter_new (CutNotebook *notebook)
{
  CutTimelineFilter *self = g_object_new (CUT_TYPE_TIMELINE_FILTER, NULL);

  self->notebook = g_object_ref (notebook);
  build (self);
  return GTK_WIDGET (self);
}

void
cut_timeline_filter_show_scope (CutTimelineFilter *self,
                                const char        *story,
                                const char        *entity)
{
  g_return_if_fail (CUT_IS_TIMELINE_FILTER (self));

  self->scoped = story != NULL || entity != NULL;
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->story), story);
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entity), entity);
}

void
cut_timeline_filter_set_fixed (CutTimelineFilter *self,
                               gboolean           fixed)
{
  g_return_if_fail (CUT_IS_TIMELINE_FILTER (self));

  self->fixed = fixed;
  gtk_widget_set_visible (self->story, !fixed);
  gtk_widget_set_visible (self->entity, !fixed);
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    gtk_widget_set_visible (self->labels[i], !fixed);
}

void
cut_timeline_filter_clear (CutTimelineFilter *self)
{
  g_return_if_fail (CUT_IS_TIMELINE_FILTER (self));

  self->quiet = TRUE;
  for (guint i = 0; i < CUT_N_TIMELINE_KINDS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[i]), TRUE);
  self->quiet = FALSE;
  kind_cb (self);
  if (self->fixed || !self->scoped)
    return;
  cut_timeline_filter_show_scope (self, NULL, NULL);
  choose (self, NULL, NULL);
}

guint
cut_timeline_filter_count (CutTimelineFilter *self)
{
  g_return_val_if_fail (CUT_IS_TIMELINE_FILTER (self), 0);

  return (cut_timeline_filter_get_kinds (self) != CUT_TIMELINE_ALL_KINDS) + (self->scoped && !self->fixed);
}
