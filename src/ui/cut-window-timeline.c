/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-window-private.h"

/* The timeline, where the columns of clips would be. */

static void
passage_cb (CutWindow  *self,
            const char *clip,
            const char *annotation)
{
  cut_window_show_passage (self, clip, annotation);
}

static void
claim_cb (CutWindow  *self,
          const char *id)
{
  cut_window_show_object (self, CUT_KIND_CLAIM, id);
}

static void
entity_cb (CutWindow  *self,
           const char *id)
{
  cut_window_show_object (self, CUT_KIND_ENTITY, id);
}

void
cut_window_show_timeline (CutWindow  *self,
                          const char *story)
{
  if (self->timeline == NULL)
    {
      self->timeline = CUT_TIMELINE_VIEW (cut_timeline_view_new (self->notebook));
      g_signal_connect_object (self->timeline, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->timeline, "claim-activated", G_CALLBACK (claim_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->timeline, "entity-activated", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
      cut_window_add_place (self, "timeline", GTK_WIDGET (self->timeline));
    }
  /* Who asks for a story's gets that, and the whole notebook again afterwards; who comes back finds else what was chosen there. */
  if (story != NULL || (self->timeline_story != NULL && g_strcmp0 (cut_timeline_view_get_scope (self->timeline), self->timeline_story) == 0))
    cut_timeline_view_show_story (self->timeline, story);
  g_free (self->timeline_story);
  self->timeline_story = g_strdup (story);
  gtk_stack_set_visible_child_name (self->places, "timeline");
}

static void
story_timeline_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  g_autofree char *view = g_strconcat ("timeline:", g_variant_get_string (parameter, NULL), NULL);

  cut_window_set_view (CUT_WINDOW (widget), view);
}

void
cut_window_class_install_timeline_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.story-timeline", "s", story_timeline_cb);
}
