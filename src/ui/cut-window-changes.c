/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-clip.h"
#include "cut-toast.h"
#include "cut-window-private.h"

/* The Changes view, where the article would be. */

gboolean
cut_window_shows_changes (CutWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->reader_stack), "changes") == 0;
}

void
cut_window_close_changes (CutWindow *self)
{
  if (!cut_window_shows_changes (self))
    return;
  cut_changes_view_clear (self->changes);
  gtk_stack_set_visible_child_name (self->reader_stack, "reader");
  gtk_widget_set_visible (self->margin_button, TRUE);
  cut_reader_view_focus_text (self->reader);
}

static void
annotated_cb (CutWindow  *self,
              const char *capture,
              const char *annotation)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);
  gboolean shown = reading != NULL && g_strcmp0 (cut_record_get_id (reading->capture), capture) == 0;

  cut_window_toast (self, shown ? _("Note made on this capture") : _("Note made on the other capture"), TRUE);
}

static CutChangesView *
ensure_changes (CutWindow *self)
{
  if (self->changes != NULL)
    return self->changes;
  self->changes = CUT_CHANGES_VIEW (cut_changes_view_new (self->notebook));
  gtk_stack_add_named (self->reader_stack, GTK_WIDGET (self->changes), "changes");
  g_signal_connect_object (self->changes, "annotated", G_CALLBACK (annotated_cb), self, G_CONNECT_SWAPPED);
  return self->changes;
}

/* The capture that is shown with the one before it; the first one with the one after it. */
static void
changes_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  CutReading *reading = cut_reader_view_get_reading (self->reader);
  guint shown = 0;

  if (reading == NULL || reading->captures->len < 2)
    return;
  for (guint i = 0; i < reading->captures->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (reading->captures, i)), cut_record_get_id (reading->capture)) == 0)
      shown = i;
  shown = MIN (shown, reading->captures->len - 2);
  cut_changes_view_compare (ensure_changes (self), reading, cut_record_get_id (g_ptr_array_index (reading->captures, shown + 1)),
                            cut_record_get_id (g_ptr_array_index (reading->captures, shown)));
  gtk_stack_set_visible_child_name (self->reader_stack, "changes");
  gtk_widget_set_visible (self->margin_button, FALSE);
  adw_leaflet_set_visible_child (self->inner, self->reader_box);
  cut_changes_view_focus (self->changes);
}

/* Fetching again. */

static void
fetch_again_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  cut_window_fetch_again (CUT_WINDOW (widget), ids);
}

static void
fetch_open_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  const char *ids[] = { cut_window_get_open_clip (self), NULL };

  if (ids[0] != NULL)
    cut_window_fetch_again (self, ids);
}

/* What came of it. */

static void
fetched_again_cb (CutWindow *self,
                  guint      changed,
                  guint      gone,
                  guint      done,
                  guint      failed)
{
  g_autofree char *sentence = NULL;

  if (failed > 0)
    sentence = g_strdup_printf (ngettext ("%u page could not be fetched. Jobs tells why.",
                                          "%u pages could not be fetched. Jobs tells why.", failed), failed);
  else if (gone > 0)
    sentence = g_strdup_printf (ngettext ("%u page is no longer there. What was captured stays.",
                                          "%u pages are no longer there. What was captured stays.", gone), gone);
  else if (done == 1)
    sentence = g_strdup (changed > 0 ? _("The page has changed") : _("The page has not changed"));
  else
    /* Translators: how many pages had changed, of how many that were fetched again */
    sentence = g_strdup_printf (ngettext ("%u of %u page has changed", "%u of %u pages have changed", done), changed, done);
  cut_window_toast (self, sentence, FALSE);
}

/* Clips that came from files or the clipboard have no page to go back to. */

typedef struct
{
  CutWindow *window; /* (owned) */
  guint pending;
  guint without;     /* those without an address */
} Fetching;

static void
fetching_done (Fetching *fetching)
{
  if (--fetching->pending > 0)
    return;
  if (fetching->without > 0 && fetching->window->notebook != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (ngettext ("%u clip has no web address to fetch again",
                                                             "%u clips have no web address to fetch again", fetching->without),
                                                   fetching->without);

      cut_window_toast (fetching->window, sentence, FALSE);
    }
  g_object_unref (fetching->window);
  g_free (fetching);
}

static gboolean
is_on_web (CutRecord *clip)
{
  const char *url = CUT_IS_CLIP (clip) ? cut_clip_get_url (CUT_CLIP (clip)) : NULL;

  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
}

static void
clip_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fetching *fetching = user_data;
  CutWindow *self = fetching->window;
  g_autoptr (CutRecord) clip = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);

  if (clip != NULL && self->clipper != NULL && is_on_web (clip))
    {
      g_autofree char *user_agent = cut_settings_get_string (self->settings, "user-agent");

      cut_clipper_fetch_again (self->clipper, clip, *user_agent != '\0' ? user_agent : NULL);
    }
  else if (clip != NULL)
    {
      fetching->without++;
    }
  fetching_done (fetching);
}

void
cut_window_fetch_again (CutWindow         *self,
                        const char *const *ids)
{
  Fetching *fetching = g_new0 (Fetching, 1);

  fetching->window = g_object_ref (self);
  fetching->pending = 1;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      fetching->pending++;
      cut_notebook_get_async (self->notebook, ids[i], NULL, clip_read_cb, fetching);
    }
  fetching_done (fetching);
}

/* All clips of a story. */

static void
story_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = cut_notebook_rows_finish (CUT_NOTEBOOK (source), result, &error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (rows == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, (char *) cut_row_get_id (g_ptr_array_index (rows, i)));
  g_ptr_array_add (ids, NULL);
  cut_window_fetch_again (self, (const char *const *) ids->pdata);
}

static void
fetch_story_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  cut_query_where (query, "stories", g_variant_get_string (parameter, NULL));
  cut_notebook_rows_async (self->notebook, query, NULL, story_read_cb, g_object_ref (self));
}

void
cut_window_init_fetching (CutWindow *self)
{
  gboolean writable = !cut_notebook_is_read_only (self->notebook);

  g_signal_connect_object (self->clipper, "fetched-again", G_CALLBACK (fetched_again_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fetch-again", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fetch-again-story", writable);
}

void
cut_window_follow_reading (CutWindow  *self,
                           CutReading *reading)
{
  gboolean writable = !cut_notebook_is_read_only (self->notebook);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.changes", reading != NULL && reading->captures->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fetch-again-open",
                                 reading != NULL && writable && !cut_record_is_deleted (reading->clip));
  if (reading == NULL || !cut_window_shows_changes (self))
    return;
  if (g_strcmp0 (cut_record_get_id (reading->clip), cut_changes_view_get_clip (self->changes)) == 0)
    cut_changes_view_update (self->changes, reading);
}

void
cut_window_class_install_changes_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.changes", NULL, changes_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch-again", "as", fetch_again_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch-again-open", NULL, fetch_open_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch-again-story", "s", fetch_story_cb);
}
