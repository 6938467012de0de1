/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-view.h"
#include "cut-window-private.h"

/* The Claims view and the check list, where the columns of clips would be. */

CutClaimsView *
cut_window_get_claims (CutWindow *self)
{
  if (self->claims == NULL)
    {
      self->claims = CUT_CLAIMS_VIEW (cut_claims_view_new (self->notebook));
      cut_window_add_place (self, "claims", GTK_WIDGET (self->claims));
    }
  return self->claims;
}

void
cut_window_show_check_list (CutWindow  *self,
                            const char *story)
{
  g_autofree char *view = g_strconcat ("story:", story, NULL);

  if (self->check_list == NULL)
    {
      self->check_list = CUT_CHECK_LIST_VIEW (cut_check_list_view_new (self->notebook));
      cut_window_add_place (self, "check-list", GTK_WIDGET (self->check_list));
    }
  cut_check_list_view_set_story (self->check_list, story,
                                 story != NULL ? cut_library_get_title (self->library, view) : _("Whole Notebook"));
  gtk_stack_set_visible_child_name (self->places, "check-list");
}

/* Actions. */

static void
story_claims_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  cut_window_set_view (self, "claims");
  cut_claims_view_show_story (cut_window_get_claims (self), g_variant_get_string (parameter, NULL));
}

static void
story_check_list_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  g_autofree char *view = g_strconcat ("check-list:", g_variant_get_string (parameter, NULL), NULL);

  cut_window_set_view (CUT_WINDOW (widget), view);
}

/* Whether the work that a claim rests on is here already. */
static void
search_for_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  cut_window_set_view (self, "all");
  cut_clip_list_set_search (self->clips, g_variant_get_string (parameter, NULL));
  cut_clip_list_focus_search (self->clips);
}

void
cut_window_class_install_claims_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.story-claims", "s", story_claims_cb);
  gtk_widget_class_install_action (widget_class, "win.story-check-list", "s", story_check_list_cb);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_for_cb);
}
