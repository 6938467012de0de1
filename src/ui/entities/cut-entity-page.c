/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-page.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-entity-known.h"
#include "cut-entity-mentions.h"
#include "cut-entity-overview.h"
#include "cut-entity.h"
#include "cut-field-label.h"
#include "cut-graph-view.h"
#include "cut-merge-dialog.h"
#include "cut-timeline-view.h"
#include "cut-toast.h"

#define REFRESH_MS 60 /* several changes at once cost one load */

struct _CutEntityPage
{
  GtkWidget parent_instance;

  GtkWidget *box;             /* (owned by the widget tree), as all that follow */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *state_box;
  GtkLabel *state;
  GtkWidget *state_button;
  AdwViewSwitcher *switcher;
  AdwViewStack *tabs;
  CutEntityOverview *overview;
  CutEntityMentions *mentions;
  CutTimelineView *timeline;
  CutGraphView *graph;

  CutNotebook *notebook;      /* (owned) */
  CutRecord *entity;          /* (owned) (nullable) */
  CutEntityKnown *known;      /* (owned) (nullable): of @entity, once it has been read */
  GCancellable *cancellable;  /* (owned) (nullable): of the load under way */
  guint refresh_id;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutEntityPage, cut_entity_page, GTK_TYPE_WIDGET)

/* In the order of their keys. */
static const char *const tab_names[] = { "overview", "mentions", "timeline", "graph" };

/* The head. */

static char *
describe (CutEntity *entity)
{
  const char *kind = cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, cut_entity_get_schema (entity));
  const char *const *aliases = cut_entity_get_aliases (entity);
  const char *sensitivity = cut_record_get_string (CUT_RECORD (entity), CUT_RECORD_SENSITIVITY);
  g_autoptr (GString) text = g_string_new (kind);

  if (sensitivity != NULL && g_strcmp0 (sensitivity, cut_vocab_get_default (CUT_VOCAB_SENSITIVITY)) != 0)
    g_string_append_printf (text, " · %s", cut_vocab_get_label (CUT_VOCAB_SENSITIVITY, sensitivity));
  for (guint i = 0; aliases[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " · " : ", ", aliases[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What holds of the whole page: it lies in the Trash, or it is another one now. */
static void
show_state (CutEntityPage *self)
{
  gboolean deleted = cut_record_is_deleted (self->entity);
  CutRecord *successor = self->known != NULL ? self->known->successor : NULL;
  g_autofree char *name = successor != NULL ? cut_record_get_title (successor) : NULL;
  /* Translators: %s is the name of another entity */
  g_autofree char *merged = name != NULL ? g_strdup_printf (_("Merged into %s."), name) : NULL;
  gboolean writable = !cut_notebook_is_read_only (self->notebook);
  const char *sentence = merged != NULL ? merged : deleted ? _("It lies in the Trash.") : NULL;

  gtk_label_set_label (self->state, sentence != NULL ? sentence : "");
  cut_button_set_label (GTK_BUTTON (self->state_button), merged != NULL ? _("_Open") : _("_Restore"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_button), merged != NULL ? "entity.open-successor" : "entity.restore");
  gtk_widget_set_visible (self->state_button, merged != NULL || (deleted && writable));
  gtk_widget_set_visible (self->state_box, sentence != NULL);
}

static void
update_actions (CutEntityPage *self)
{
  gboolean writable = self->entity != NULL && !cut_notebook_is_read_only (self->notebook);
  gboolean there = writable && !cut_record_is_deleted (self->entity);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.trash", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.restore", writable && !there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.edit-name", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.merge", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.add-fact", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entity.add-relation", there);
}

static void
show_head (CutEntityPage *self)
{
  g_autofree char *title = cut_record_get_title (self->entity);
  g_autofree char *subtitle = describe (CUT_ENTITY (self->entity));

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->subtitle, subtitle);
  show_state (self);
  update_actions (self);
}

/* A tab reads what it shows when it comes to the screen. */
static void
show_tab (CutEntityPage *self)
{
  const char *id = self->entity != NULL ? cut_record_get_id (self->entity) : NULL;
  GtkWidget *tab = adw_view_stack_get_visible_child (self->tabs);

  if (id != NULL && tab == GTK_WIDGET (self->mentions))
    cut_entity_mentions_show (self->mentions, id);
  if (id != NULL && tab == GTK_WIDGET (self->timeline))
    cut_timeline_view_show_entity (self->timeline, id);
  if (id != NULL && tab == GTK_WIDGET (self->graph))
    cut_graph_view_show (self->graph, id);
}

static void
passage_cb (CutEntityPage *self,
            const char    *clip,
            const char    *annotation)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, clip, annotation);
}

static void
claim_cb (CutEntityPage *self,
          const char    *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-claim", "s", id);
}

static void
entity_cb (CutEntityPage *self,
           const char    *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entity", "s", id);
}

/* Loading. */

static void
set_known (CutEntityPage  *self,
           CutEntityKnown *known)
{
  gboolean same = self->known != NULL;

  g_clear_pointer (&self->known, cut_entity_known_unref);
  self->known = known;
  g_set_object (&self->entity, known->entity);
  cut_entity_overview_set_record (self->overview, self->entity);
  cut_entity_overview_show (self->overview, known, same);
  show_head (self);
}

static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutEntityPage) self = user_data;
  g_autoptr (GError) error = NULL;
  CutEntityKnown *known = cut_entity_known_load_finish (result, &error);

  if (known == NULL && self->notebook != NULL)
    cut_toast_error (GTK_WIDGET (self), error);
  if (known == NULL)
    return;
  if (self->notebook == NULL || self->entity == NULL
      || strcmp (cut_record_get_id (known->entity), cut_record_get_id (self->entity)) != 0)
    cut_entity_known_unref (known);
  else
    set_known (self, known);
}

static void
stop (CutEntityPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (CutEntityPage *self)
{
  stop (self);
  if (self->entity == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cut_entity_known_load_async (self->notebook, cut_record_get_id (self->entity), self->cancellable, known_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutEntityPage *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutEntityPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_entity_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_entity_page_parent_class)->map (widget);
  load (CUT_ENTITY_PAGE (widget));
}

/* Actions. */

static void
tab_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AdwViewStack *tabs = CUT_ENTITY_PAGE (widget)->tabs;
  guint tab = (guint) g_variant_get_int32 (parameter);

  if (tab >= G_N_ELEMENTS (tab_names) || adw_view_stack_get_child_by_name (tabs, tab_names[tab]) == NULL)
    return;
  adw_view_stack_set_visible_child_name (tabs, tab_names[tab]);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (tabs), GTK_DIR_TAB_FORWARD);
}

static void
trash_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (widget);
  CutAct *act = cut_act_new (cut_kind_get_delete_label (CUT_KIND_ENTITY));

  cut_act_trash (act, self->entity);
  cut_toast_commit (widget, self->notebook, act, _("Moved to Trash"));
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (widget);
  CutAct *act = cut_act_new (_("Restore"));

  cut_act_restore (act, self->entity);
  cut_toast_commit (widget, self->notebook, act, _("Restored"));
}

static void
successor_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (widget);

  if (self->known != NULL && self->known->successor != NULL)
    gtk_widget_activate_action (widget, "win.show-entity", "s", cut_record_get_id (self->known->successor));
}

static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_window_present (GTK_WINDOW (cut_merge_dialog_new (GTK_WINDOW (root), self->notebook, self->entity, NULL)));
}

static void
edit_name_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  cut_entity_page_edit_name (CUT_ENTITY_PAGE (widget));
}

static void
add_fact_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  cut_entity_overview_add_fact (CUT_ENTITY_PAGE (widget)->overview);
}

static void
add_relation_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  cut_entity_overview_add_relation (CUT_ENTITY_PAGE (widget)->overview);
}

/* Set-up. */

static void
cut_entity_page_dispose (GObject *object)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (object);

  stop (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->known, cut_entity_known_unref);
  g_clear_object (&self->entity);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_entity_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/entities/cut-entity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, box);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, title);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, state);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, state_button);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, CutEntityPage, tabs);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entity.tab", "i", tab_action);
  gtk_widget_class_install_action (widget_class, "entity.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "entity.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "entity.open-successor", NULL, successor_action);
  gtk_widget_class_install_action (widget_class, "entity.edit-name", NULL, edit_name_action);
  gtk_widget_class_install_action (widget_class, "entity.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "entity.add-fact", NULL, add_fact_action);
  gtk_widget_class_install_action (widget_class, "entity.add-relation", NULL, add_relation_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "entity.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "entity.edit-name", NULL);
  for (int i = 0; i < (int) G_N_ELEMENTS (tab_names); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) i, GDK_ALT_MASK, "entity.tab", "i", i);
}

static void
cut_entity_page_class_init (CutEntityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_entity_page_dispose;
  widget_class->map = cut_entity_page_map;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
cut_entity_page_init (CutEntityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_tab (CutEntityPage *self,
         GtkWidget     *tab,
         const char    *name,
         const char    *title,
         const char    *icon)
{
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->tabs, tab, name, title), icon);
}

static void
add_tabs (CutEntityPage *self,
          CutNotebook   *notebook)
{
  self->overview = CUT_ENTITY_OVERVIEW (cut_entity_overview_new (notebook));
  self->mentions = CUT_ENTITY_MENTIONS (cut_entity_mentions_new (notebook));
  self->timeline = CUT_TIMELINE_VIEW (cut_timeline_view_new (notebook));
  cut_timeline_view_set_fixed (self->timeline, TRUE);
  self->graph = CUT_GRAPH_VIEW (cut_graph_view_new (notebook));
  add_tab (self, GTK_WIDGET (self->overview), "overview", _("Overview"), "cut-entity-symbolic");
  add_tab (self, GTK_WIDGET (self->mentions), "mentions", _("Mentions"), "cut-mention-symbolic");
  add_tab (self, GTK_WIDGET (self->timeline), "timeline", _("Timeline"), "cut-timeline-symbolic");
  add_tab (self, GTK_WIDGET (self->graph), "graph", _("Graph"), "cut-graph-symbolic");
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (show_tab), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->graph, "entity-activated", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->graph, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "passage-activated", G_CALLBACK (passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "claim-activated", G_CALLBACK (claim_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "entity-activated", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_entity_page_new (CutNotebook *notebook)
{
  CutEntityPage *self = g_object_new (CUT_TYPE_ENTITY_PAGE, NULL);

  self->notebook = g_object_ref (notebook);
  add_tabs (self, notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}

void
cut_entity_page_show (CutEntityPage *self,
                      CutRecord     *entity)
{
  gboolean same;

  g_return_if_fail (CUT_IS_ENTITY_PAGE (self));

  same = self->entity != NULL && entity != NULL && strcmp (cut_record_get_id (self->entity), cut_record_get_id (entity)) == 0;
  g_set_object (&self->entity, entity);
  cut_entity_overview_set_record (self->overview, entity);
  if (!same)
    g_clear_pointer (&self->known, cut_entity_known_unref);
  if (entity == NULL)
    {
      stop (self);
      update_actions (self);
      return;
    }
  show_head (self);
  show_tab (self);
  if (!same)
    load (self);
}

void
cut_entity_page_edit_name (CutEntityPage *self)
{
  g_return_if_fail (CUT_IS_ENTITY_PAGE (self));

  adw_view_stack_set_visible_child_name (self->tabs, "overview");
  cut_entity_overview_edit_name (self->overview);
}
