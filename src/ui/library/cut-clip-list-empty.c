/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-clip-list-private.h"
#include "cut-failure.h"
#include "cut-view.h"

/* What is shown instead of an empty list. */

static void
describe_empty (CutClipList *self)
{
  const char *icon = "cut-all-symbolic";
  const char *title = _("No Clips Yet");
  const char *text = _("Clip an article by its link, open a saved page, paste text, or drop any of these on the window.");
  gboolean buttons = TRUE;

  if (cut_clip_list_is_trash (self))
    {
      icon = "user-trash-symbolic";
      title = _("Trash Is Empty");
      text = _("What you delete waits here and can be brought back.");
      buttons = FALSE;
    }
  else if (strcmp (self->view, "inbox") == 0)
    {
      icon = "cut-inbox-symbolic";
      title = _("Inbox Is Empty");
      text = _("New clips arrive here until they are in a story. Clip an article by its link, open a saved page, paste text, or drop any of these on the window.");
    }
  else if (cut_view_get_id (self->view) != NULL)
    {
      icon = g_str_has_prefix (self->view, "tag:") ? "cut-tag-symbolic" : "cut-story-symbolic";
      title = _("Nothing in Here Yet");
      text = _("Drag clips from another list onto its name, or clip something while it is open.");
    }
  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_widget_set_visible (self->empty_buttons, buttons);
}

/* The mark at the end of a word that may go on is the program's, not the user's. */
static void
show_suggestion (CutClipList *self)
{
  g_autofree char *text = g_strdup (cut_row_list_get_suggestion (self->model));

  if (text != NULL && strcmp (cut_clip_list_get_match (self), cut_clip_list_get_search (self)) != 0 && g_str_has_suffix (text, "*"))
    text[strlen (text) - 1] = '\0';
  cut_search_suggestion_set (self->suggestion, text);
}

void
cut_clip_list_show_state (CutClipList *self)
{
  const GError *error = cut_row_list_get_error (self->model);
  const char *page = "list";
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean partial = cut_row_list_is_partial (self->model);

  if (error != NULL)
    {
      cut_failure_describe (self->error, error->message);
      page = "error";
    }
  else if (n == 0 && !partial)
    page = *cut_clip_list_get_search (self) != '\0' ? "nothing-found" : "empty";
  if (strcmp (page, "empty") == 0)
    describe_empty (self);
  if (strcmp (page, "nothing-found") == 0)
    show_suggestion (self);
  gtk_widget_set_visible (self->all_button, strcmp (self->view, "all") != 0 && cut_view_get_search (self->view) == NULL && !cut_clip_list_is_trash (self));
  gtk_widget_set_visible (self->filters_button, cut_search_field_has_filters (self->search));
  cut_search_bar_set_count (self->found, n, partial);
  gtk_stack_set_visible_child_name (self->stack, page);
}
