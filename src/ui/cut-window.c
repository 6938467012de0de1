/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-window.h"

#include <glib/gi18n-lib.h>

#include "cut-busy.h"
#include "cut-clip.h"
#include "cut-view.h"
#include "cut-window-private.h"

/* Below this width it is of no use; with the columns beside it, it folds the window. */
#define READER_WIDTH 340

G_DEFINE_FINAL_TYPE (CutWindow, cut_window, ADW_TYPE_APPLICATION_WINDOW)

const char *
cut_window_get_open_clip (CutWindow *self)
{
  CutReading *reading = self->reader != NULL ? cut_reader_view_get_reading (self->reader) : NULL;

  return reading != NULL ? cut_record_get_id (reading->clip) : NULL;
}

static void
notice_gone_cb (CutWindow *self)
{
  g_clear_weak_pointer (&self->notice);
}

static gboolean
offers_undo (AdwToast *toast)
{
  return g_strcmp0 (adw_toast_get_action_name (toast), "win.undo") == 0;
}

void
cut_window_drop_undo_offer (CutWindow *self)
{
  if (self->notice == NULL || !offers_undo (self->notice))
    return;
  adw_toast_set_button_label (self->notice, NULL);
  adw_toast_set_action_name (self->notice, NULL);
}

/* One toast says the newest and forgets what it said before. One that pushed another aside would let that come back later, and say
 * what is no longer so; and one that is dismissed before the other has faded brings libadwaita 1.2 down. */
void
cut_window_say (CutWindow  *self,
                const char *sentence,
                const char *button,
                const char *action)
{
  g_autofree char *text = g_markup_escape_text (sentence, -1);
  g_autoptr (AdwToast) toast = self->notice != NULL ? g_object_ref (self->notice) : adw_toast_new (text);

  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  if (self->notice == NULL)
    {
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_set_weak_pointer (&self->notice, toast);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (notice_gone_cb), self, G_CONNECT_SWAPPED);
    }
  /* Shown again, it lasts as long again. */
  adw_toast_overlay_add_toast (self->toasts, g_steal_pointer (&toast));
}

void
cut_window_toast (CutWindow  *self,
                  const char *sentence,
                  gboolean    undo)
{
  cut_window_say (self, sentence, undo ? _("_Undo") : NULL, undo ? "win.undo" : NULL);
}

/* Views. */

static const char *
place_name (CutKind kind)
{
  return kind == CUT_KIND_CLAIM ? "claims" : kind == CUT_KIND_SOURCE ? "sources" : "entities";
}

static void
passage_activated_cb (CutWindow  *self,
                      const char *clip,
                      const char *annotation)
{
  cut_window_show_passage (self, clip, annotation);
}

static GtkWidget *
make_place_header (CutWindow  *self,
                       const char *title)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _("Back to Library"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to Library"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  g_object_bind_property (self->outer, "folded", back, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->outer, "folded", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  return header;
}

static void
follow_folding (CutWindow *self)
{
  if (self->sources != NULL)
    cut_sources_view_set_alone (self->sources, adw_leaflet_get_folded (self->outer));
  if (self->entities != NULL)
    cut_entities_view_set_alone (self->entities, adw_leaflet_get_folded (self->outer));
  if (self->claims != NULL)
    cut_claims_view_set_alone (self->claims, adw_leaflet_get_folded (self->outer));
}

/* Puts a view of a kind of object where the columns of clips would be, with a header of its own. */
GtkWidget *
cut_window_add_place (CutWindow  *self,
                      const char *name,
                      GtkWidget  *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), make_place_header (self, cut_view_get_title (name)));
  gtk_box_append (GTK_BOX (box), view);
  gtk_stack_add_named (self->places, box, name);
  follow_folding (self);
  return box;
}

static CutSourcesView *
ensure_sources (CutWindow *self)
{
  if (self->sources != NULL)
    return self->sources;
  self->sources = CUT_SOURCES_VIEW (cut_sources_view_new (self->notebook, self->settings));
  g_signal_connect_object (self->sources, "passage-activated", G_CALLBACK (passage_activated_cb), self, G_CONNECT_SWAPPED);
  cut_window_add_place (self, "sources", GTK_WIDGET (self->sources));
  return self->sources;
}

/* Made when it is shown first: it reads all there is of its kind. */
static CutEntitiesView *
ensure_entities (CutWindow *self)
{
  if (self->entities != NULL)
    return self->entities;
  self->entities = CUT_ENTITIES_VIEW (cut_entities_view_new (self->notebook));
  g_signal_connect_object (self->entities, "passage-activated", G_CALLBACK (passage_activated_cb), self, G_CONNECT_SWAPPED);
  cut_window_add_place (self, "entities", GTK_WIDGET (self->entities));
  return self->entities;
}

static void
show_title (CutWindow *self)
{
  const char *title = cut_view_get_title (self->view);

  if (*title == '\0')
    title = cut_library_get_title (self->library, self->view);
  adw_window_title_set_title (self->list_title, title);
}

void
cut_window_set_view (CutWindow  *self,
                     const char *view)
{
  CutKind kind = cut_view_get_kind (view);

  if (view != self->view)
    {
      g_free (self->view);
      self->view = g_strdup (view);
    }
  cut_settings_set_string (self->settings, "last-view", self->view);
  cut_library_select (self->library, self->view);
  if (kind == CUT_KIND_CLIP)
    {
      cut_clip_list_set_view (self->clips, self->view);
      if (cut_view_get_search (self->view) != NULL)
        cut_window_show_search (self, cut_view_get_search (self->view));
      gtk_stack_set_visible_child_name (self->places, "clips");
      adw_leaflet_set_visible_child (self->inner, self->list_box);
    }
  else if (cut_view_is_timeline (self->view))
    {
      cut_window_show_timeline (self, cut_view_get_timeline_story (self->view));
    }
  else if (strcmp (self->view, "conflicts") == 0)
    {
      cut_window_show_conflicts (self);
    }
  else if (kind == CUT_KIND_NONE)
    {
      cut_window_show_check_list (self, cut_view_get_check_list_story (self->view));
    }
  else
    {
      if (kind == CUT_KIND_CLAIM)
        cut_window_get_claims (self);
      else if (kind == CUT_KIND_SOURCE)
        ensure_sources (self);
      else
        ensure_entities (self);
      gtk_stack_set_visible_child_name (self->places, self->view);
    }
  show_title (self);
  adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->places));
}

void
cut_window_show_object (CutWindow  *self,
                        CutKind     kind,
                        const char *id)
{
  cut_window_set_view (self, place_name (kind));
  if (kind == CUT_KIND_CLAIM)
    cut_claims_view_show (cut_window_get_claims (self), id);
  else if (kind == CUT_KIND_SOURCE)
    cut_sources_view_show (ensure_sources (self), id);
  else
    cut_entities_view_show (ensure_entities (self), id);
}

/* The reader. */

void
cut_window_open_clip (CutWindow  *self,
                      const char *id,
                      gboolean    go)
{
  g_autofree char *open = NULL;

  g_object_get (self->reader, "clip-id", &open, NULL);
  if (g_strcmp0 (open, id) != 0)
    {
      cut_settings_set_string (self->settings, "last-clip", id != NULL ? id : "");
      cut_reader_view_set_search (self->reader, NULL, NULL, NULL);
      cut_reader_view_open (self->reader, id);
    }
  cut_window_close_changes (self);
  gtk_stack_set_visible_child_name (self->reader_stack, id != NULL ? "reader" : "none");
  gtk_widget_set_visible (self->margin_button, id != NULL);
  cut_clip_list_set_open (self->clips, id);
  /* A row that the keyboard passes does not take the list away. */
  if (go || (adw_leaflet_get_folded (self->inner) && !gtk_window_get_focus_visible (GTK_WINDOW (self))))
    adw_leaflet_set_visible_child (self->inner, self->reader_box);
  if (go)
    cut_reader_view_focus_text (self->reader);
}

void
cut_window_show_passage (CutWindow  *self,
                         const char *clip,
                         const char *annotation)
{
  if (cut_view_get_kind (self->view) != CUT_KIND_CLIP || strcmp (self->view, "trash") == 0)
    cut_window_set_view (self, "all");
  cut_window_open_clip (self, clip, TRUE);
  if (annotation != NULL)
    cut_reader_view_show_annotation (self->reader, annotation);
}

static void
reading_cb (CutWindow *self)
{
  CutReading *reading = cut_reader_view_get_reading (self->reader);
  g_autofree char *title = reading != NULL ? cut_record_get_title (reading->clip) : NULL;

  adw_window_title_set_title (self->reader_title, title != NULL ? title : "");
  cut_window_follow_reading (self, reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.details-open", reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-open", reading != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.delete-open",
                                 reading != NULL && !cut_record_is_deleted (reading->clip)
                                     && !cut_notebook_is_read_only (self->notebook));
}

static void
annotation_activated_cb (CutWindow  *self,
                         const char *id,
                         gboolean    edit)
{
  if (edit)
    adw_flap_set_reveal_flap (self->margin_flap, TRUE);
  cut_margin_view_show_annotation (self->margin, id, edit);
}

static void
proposal_activated_cb (CutWindow *self,
                       guint      start,
                       gboolean   focus)
{
  if (focus)
    adw_flap_set_reveal_flap (self->margin_flap, TRUE);
}

static void
open_id_cb (CutWindow  *self,
            const char *id)
{
  cut_reader_view_open (self->reader, id);
}

static void
make_reader (CutWindow *self)
{
  self->reader = CUT_READER_VIEW (cut_reader_view_new (self->notebook));
  self->margin = CUT_MARGIN_VIEW (cut_margin_view_new (self->notebook));
  cut_margin_view_set_reader (self->margin, self->reader);
  cut_window_add_reader_actions (self, self->reader_button);
  gtk_widget_set_size_request (GTK_WIDGET (self->reader), READER_WIDTH, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->margin), cut_window_get_column_width (self, "margin-width", 240), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->margin), "background");
  adw_flap_set_content (self->margin_flap, GTK_WIDGET (self->reader));
  adw_flap_set_flap (self->margin_flap, GTK_WIDGET (self->margin));
  g_signal_connect_object (self->reader, "notify::reading", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "annotation-activated", G_CALLBACK (annotation_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "proposal-activated", G_CALLBACK (proposal_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "open-id", G_CALLBACK (open_id_cb), self, G_CONNECT_SWAPPED);
}

/* Callbacks of the template. */

static void
clip_chosen_cb (CutWindow  *self,
                const char *id,
                gboolean    go)
{
  /* Who is that quick finds it opened as what was open last. */
  if (self->notebook == NULL)
    {
      cut_settings_set_string (self->settings, "last-clip", id);
      cut_settings_set_int (self->settings, "last-position", 0);
      return;
    }
  cut_window_open_clip (self, id, go);
  cut_window_show_hits (self);
}

static void
export_ids_cb (CutWindow         *self,
               const char *const *ids)
{
  if (self->notebook != NULL)
    cut_window_export (self, ids);
}

static void
fetch_ids_cb (CutWindow         *self,
              const char *const *ids)
{
  if (self->notebook != NULL)
    cut_window_fetch_again (self, ids);
}

static void
details_cb (CutWindow  *self,
            const char *id)
{
  if (self->notebook != NULL)
    cut_window_show_details (self, id, NULL);
}

static gboolean
shows_as_overlay (AdwFlap *flap)
{
  return adw_flap_get_folded (flap) && adw_flap_get_reveal_flap (flap);
}

/* From the chosen object to its table, where only one of them fits. */
static gboolean
go_back_in_place (CutWindow *self)
{
  CutKind kind = cut_view_get_kind (self->view);

  if (kind == CUT_KIND_CLAIM)
    return cut_claims_view_go_back (self->claims);
  if (kind == CUT_KIND_SOURCE)
    return cut_sources_view_go_back (self->sources);
  return kind == CUT_KIND_ENTITY && cut_entities_view_go_back (self->entities);
}

void
cut_window_go_back (CutWindow *self)
{
  gboolean clips = g_strcmp0 (gtk_stack_get_visible_child_name (self->places), "clips") == 0;
  gboolean reading = adw_leaflet_get_visible_child (self->inner) == self->reader_box;

  if (!clips && adw_leaflet_get_visible_child (self->outer) == GTK_WIDGET (self->places) && go_back_in_place (self))
    return;
  if (clips && reading && cut_window_shows_changes (self))
    cut_window_close_changes (self);
  else if (clips && reading && shows_as_overlay (self->margin_flap))
    adw_flap_set_reveal_flap (self->margin_flap, FALSE);
  else if (clips && adw_leaflet_get_folded (self->inner) && reading)
    {
      adw_leaflet_set_visible_child (self->inner, self->list_box);
      cut_clip_list_focus_list (self->clips);
    }
  else if (adw_leaflet_get_folded (self->outer))
    adw_leaflet_set_visible_child (self->outer, self->library_box);
}

/* State that outlives the window. */

static void
save_state (CutWindow *self)
{
  int width, height, position;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  cut_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      cut_settings_set_int (self->settings, "window-width", MAX (width, 360));
      cut_settings_set_int (self->settings, "window-height", MAX (height, 294));
    }
  if (self->reader != NULL)
    {
      g_object_get (self->reader, "position", &position, NULL);
      cut_settings_set_int (self->settings, "last-position", MAX (position, 0));
    }
  cut_settings_flush (self->settings);
}

/* Preferences of the reader go both ways: it has keys of its own for them. */

static void
reader_setting_cb (CutWindow *self)
{
  double scale;
  gboolean furniture, proposals;

  g_object_get (self->reader, "text-scale", &scale, "show-furniture", &furniture, "show-proposals", &proposals, NULL);
  cut_settings_set_double (self->settings, "text-scale", scale);
  cut_settings_set_boolean (self->settings, "show-furniture", furniture);
  cut_settings_set_boolean (self->settings, "show-proposals", proposals);
}

static void
setting_changed_cb (CutWindow  *self,
                    const char *key)
{
  double scale;
  gboolean furniture, proposals;

  g_object_get (self->reader, "text-scale", &scale, "show-furniture", &furniture, "show-proposals", &proposals, NULL);
  if (strcmp (key, "text-scale") == 0 && cut_settings_get_double (self->settings, key) != scale)
    g_object_set (self->reader, "text-scale", cut_settings_get_double (self->settings, key), NULL);
  else if (strcmp (key, "show-furniture") == 0 && cut_settings_get_boolean (self->settings, key) != furniture)
    g_object_set (self->reader, "show-furniture", cut_settings_get_boolean (self->settings, key), NULL);
  else if (strcmp (key, "show-proposals") == 0 && cut_settings_get_boolean (self->settings, key) != proposals)
    g_object_set (self->reader, "show-proposals", cut_settings_get_boolean (self->settings, key), NULL);
}

static void
follow_settings (CutWindow *self)
{
  g_object_set (self->reader, "text-scale", cut_settings_get_double (self->settings, "text-scale"), "show-furniture",
                cut_settings_get_boolean (self->settings, "show-furniture"), "show-proposals",
                cut_settings_get_boolean (self->settings, "show-proposals"), NULL);
  g_signal_connect_object (self->reader, "notify::text-scale", G_CALLBACK (reader_setting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::show-furniture", G_CALLBACK (reader_setting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::show-proposals", G_CALLBACK (reader_setting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
needs_date (CutRecord *record)
{
  return record != NULL && !cut_record_is_deleted (record) && CUT_IS_CLIP (record)
         && cut_clip_get_published (CUT_CLIP (record)) == NULL;
}

/* A clip that went to Trash, or is gone for good, is closed; a story that was renamed has another title. */
static void
notebook_changed_cb (CutWindow *self,
                     GPtrArray *changes)
{
  const char *open = cut_window_get_open_clip (self);

  for (guint i = 0; i < changes->len; i++)
    {
      CutChange *change = g_ptr_array_index (changes, i);
      const char *id = cut_view_get_search (self->view) != NULL ? cut_view_get_search (self->view) : cut_view_get_id (self->view);

      if (change->kind == CUT_KIND_CLIP && g_strcmp0 (change->id, open) == 0
          && (change->record == NULL || (cut_record_is_deleted (change->record) && strcmp (self->view, "trash") != 0))
          && changes->len <= 500)
        cut_window_open_clip (self, NULL, FALSE);
      if (change->kind == CUT_KIND_CLIP && !needs_date (change->record))
        cut_window_drop_date_offer (self, change->id);
      if (id != NULL && strcmp (change->id, id) == 0 && change->record != NULL)
        {
          g_autofree char *title = cut_record_get_title (change->record);

          adw_window_title_set_title (self->list_title, title);
        }
    }
}

static gboolean
cut_window_close_request (GtkWindow *window)
{
  CutWindow *self = CUT_WINDOW (window);

  /* What is being typed counts as done. */
  gtk_window_set_focus (window, NULL);
  save_state (self);
  if (self->clipper != NULL)
    cut_clipper_cancel_all (self->clipper);
  return GTK_WINDOW_CLASS (cut_window_parent_class)->close_request (window);
}

static void
cut_window_dispose (GObject *object)
{
  CutWindow *self = CUT_WINDOW (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_weak_pointer (&self->date_toast);
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_weak_pointer (&self->notice);
  g_clear_object (&self->coming);
  cut_busy_end (&self->busy);
  g_clear_object (&self->notebook);
  g_clear_object (&self->clipper);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cut_window_parent_class)->dispose (object);
}

static void
cut_window_finalize (GObject *object)
{
  g_free (CUT_WINDOW (object)->view);
  g_free (CUT_WINDOW (object)->timeline_story);
  G_OBJECT_CLASS (cut_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CutWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, library_box);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, library);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, places);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, list_title);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, jobs);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, clips);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, reader_box);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, reader_title);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, reader_stack);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, margin_flap);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, margin_button);
  gtk_widget_class_bind_template_child (widget_class, CutWindow, reader_button);
  gtk_widget_class_bind_template_callback (widget_class, clip_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_ids_cb);
  gtk_widget_class_bind_template_callback (widget_class, fetch_ids_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
}

static void
cut_window_class_init (CutWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cut_window_close_request;
  /** CutWindow::ready: it has its notebook */
  g_signal_new ("ready", CUT_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (CUT_TYPE_LIBRARY);
  g_type_ensure (CUT_TYPE_CLIP_LIST);
  g_type_ensure (CUT_TYPE_JOBS_BUTTON);
  bind_template (widget_class);
  cut_window_class_install_actions (widget_class);
  cut_window_class_install_clip_actions (widget_class);
  cut_window_class_install_changes_actions (widget_class);
  cut_window_class_install_protection_actions (widget_class);
  cut_window_class_install_purge_actions (widget_class);
  cut_window_class_install_claims_actions (widget_class);
  cut_window_class_install_timeline_actions (widget_class);
  cut_window_class_install_transfer_actions (widget_class);
}

static void
cut_window_init (CutWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = g_strdup ("inbox");
}

GtkWidget *
cut_window_get_list (CutWindow *self)
{
  g_return_val_if_fail (CUT_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->clips);
}

gboolean
cut_window_is_ready (CutWindow *self)
{
  g_return_val_if_fail (CUT_IS_WINDOW (self), FALSE);

  return self->notebook != NULL;
}

/* The list and its counts are read while the reader is made. */
void
cut_window_set_notebook (CutWindow   *self,
                         CutNotebook *notebook)
{
  g_return_if_fail (CUT_IS_WINDOW (self) && self->notebook == NULL);

  self->notebook = g_object_ref (notebook);
  cut_window_end_wait (self);
  cut_clip_list_set_notebook (self->clips, notebook);
  cut_library_set_notebook (self->library, notebook);
  self->clipper = cut_clipper_new (notebook);
  make_reader (self);
  cut_jobs_button_set_clipper (self->jobs, self->clipper);
  cut_window_init_actions (self);
  cut_window_init_clipping (self);
  cut_window_init_fetching (self);
  cut_window_init_protection (self);
  cut_window_init_transfer (self);
  follow_settings (self);
  reading_cb (self);
  cut_window_restore_place (self);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit_by_name (self, "ready");
}

GtkWidget *
cut_window_new (GtkApplication *application,
                CutNotebook    *notebook,
                CutSettings    *settings)
{
  CutWindow *self = g_object_new (CUT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  cut_window_init_sorting (self);
  cut_window_init_searching (self);
  cut_window_wait (self);
  g_signal_connect_object (self->outer, "notify::folded", G_CALLBACK (follow_folding), self, G_CONNECT_SWAPPED);
  if (notebook != NULL)
    cut_window_set_notebook (self, notebook);
  return GTK_WIDGET (self);
}
