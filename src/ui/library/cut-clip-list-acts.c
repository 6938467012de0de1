/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-clip-list-private.h"
#include "cut-completing-entry.h"
#include "cut-field-label.h"
#include "cut-filing.h"
#include "cut-view.h"

/* Actions. */

static void
tell (CutClipList *self,
      const char  *sentence,
      gboolean     undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", sentence, undo);
}

static void
filed_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutClipList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_filing_run_finish (result, &error) < 0)
    tell (self, error->message, FALSE);
}

typedef struct
{
  CutClipList *list; /* (owned) */
  char *name;        /* (owned): of the story or tag */
} Filed;

static void
filed_under_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Filed *filed = user_data;
  g_autoptr (CutClipList) self = filed->list;
  g_autofree char *name = filed->name;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  int n = cut_filing_run_finish (result, &error);

  g_free (filed);
  if (n < 0)
    {
      tell (self, error->message, FALSE);
      return;
    }
  if (n > 0)
    /* Translators: the name of a story or tag */
    sentence = g_strdup_printf (_("Added to “%s”"), name);
  else
    /* Translators: the name of a story or tag */
    sentence = g_strdup_printf (_("Already in “%s”"), name);
  tell (self, sentence, n > 0);
}

static void
trashed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutClipList) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = cut_filing_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (n < 0)
    {
      tell (self, error->message, FALSE);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%d clip moved to Trash", "%d clips moved to Trash", (gulong) n), n);
  tell (self, sentence, TRUE);
}

static void
delete_ids (gpointer           list,
            const char *const *ids,
            gpointer           data)
{
  CutClipList *self = list;
  cut_filing_run_async (self->notebook, CUT_FILING_TRASH, cut_kind_get_delete_label (CUT_KIND_CLIP), ids, NULL, NULL,
                        NULL, trashed_cb, g_object_ref (self));
}

static void
restore_ids (gpointer           list,
             const char *const *ids,
             gpointer           data)
{
  CutClipList *self = list;
  cut_filing_run_async (self->notebook, CUT_FILING_RESTORE, C_("act", "Restore"), ids, NULL, NULL, NULL, filed_cb,
                        g_object_ref (self));
}

static void
remove_ids (gpointer           list,
            const char *const *ids,
            gpointer           view)
{
  CutClipList *self = list;
  gboolean story = g_str_has_prefix (view, "story:");

  cut_filing_run_async (self->notebook, CUT_FILING_REMOVE,
                        story ? C_("act", "Remove from Story") : C_("act", "Remove Tag"), ids,
                        story ? "stories" : "tags", cut_view_get_id (view), NULL, filed_cb, g_object_ref (self));
}

static void
export_ids (gpointer           list,
            const char *const *ids,
            gpointer           data)
{
  CutClipList *self = list;
  g_signal_emit_by_name (self, "export-ids", ids);
}

static void
fetch_ids (gpointer           list,
           const char *const *ids,
           gpointer           data)
{
  CutClipList *self = list;
  g_signal_emit_by_name (self, "fetch-ids", ids);
}

/* An empty list of ids means all of the Trash. */
static void
purge_ids (gpointer           list,
           const char *const *ids,
           gpointer           data)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "win.purge", "^as", ids);
}

static void
empty_trash_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  static const char *const none[] = { NULL };

  purge_ids (widget, none, NULL);
}

static void
action_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);

  self->moving_on = strcmp (action, "clips.delete") == 0 || strcmp (action, "clips.restore") == 0 || strcmp (action, "clips.remove-from") == 0;
  if (strcmp (action, "clips.delete") == 0)
    cut_clip_list_with_chosen (self, delete_ids, NULL, NULL);
  else if (strcmp (action, "clips.restore") == 0)
    cut_clip_list_with_chosen (self, restore_ids, NULL, NULL);
  else if (strcmp (action, "clips.purge") == 0)
    cut_clip_list_with_chosen (self, purge_ids, NULL, NULL);
  else if (strcmp (action, "clips.remove-from") == 0)
    cut_clip_list_with_chosen (self, remove_ids, g_strdup (self->view), g_free); /* another view may be there when the ids are */
  else if (strcmp (action, "clips.fetch-again") == 0)
    cut_clip_list_with_chosen (self, fetch_ids, NULL, NULL);
  else
    cut_clip_list_with_chosen (self, export_ids, NULL, NULL);
}

static void
details_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);
  guint position = cut_clip_list_get_single (self);
  CutRow *row = position != GTK_INVALID_LIST_POSITION ? cut_clip_list_get_row (self, position) : NULL;

  if (row != NULL)
    g_signal_emit_by_name (self, "details", cut_row_get_id (row));
}

/* Asking for a story or tag. */

typedef struct
{
  CutKind kind;
  char *target;       /* (owned) */
  char *name;         /* (owned) */
  CutRecord *created; /* (owned) (nullable) */
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_clear_object (&target->created);
  g_free (target->target);
  g_free (target->name);
  g_free (target);
}

static void
file_ids (gpointer           list,
          const char *const *ids,
          gpointer           data)
{
  CutClipList *self = list;
  Target *target = data;
  gboolean story = target->kind == CUT_KIND_STORY;
  Filed *filed = g_new0 (Filed, 1);

  filed->list = g_object_ref (self);
  filed->name = g_steal_pointer (&target->name);
  cut_filing_run_async (self->notebook, CUT_FILING_ADD, story ? C_("act", "Add to Story") : C_("act", "Tag"), ids,
                        story ? "stories" : "tags", target->target, target->created, filed_under_cb, filed);
}

static void
file_under (GtkWidget *entry,
            CutKind    kind,
            const char *id,
            CutRecord  *created)
{
  GtkWidget *popover = gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER);
  CutClipList *self = CUT_CLIP_LIST (gtk_widget_get_ancestor (entry, CUT_TYPE_CLIP_LIST));
  Target *target = g_new0 (Target, 1);

  target->kind = kind;
  target->target = g_strdup (id);
  target->name = g_strdup (cut_completing_entry_get_names (CUT_COMPLETING_ENTRY (entry)));
  target->created = created;
  /* What is in a story is no longer in the inbox. */
  self->moving_on = strcmp (self->view, "inbox") == 0;
  cut_clip_list_with_chosen (self, file_ids, target, target_free);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
target_picked_cb (GtkWidget  *entry,
                  const char *id,
                  gpointer    kind)
{
  file_under (entry, GPOINTER_TO_INT (kind), id, NULL);
}

static void
target_created_cb (GtkWidget  *entry,
                   const char *name,
                   gpointer    kind)
{
  CutRecord *created = cut_record_new_named (GPOINTER_TO_INT (kind), name);

  file_under (entry, GPOINTER_TO_INT (kind), cut_record_get_id (created), created);
}

void
cut_clip_list_popover_closed_cb (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) gtk_widget_unparent, popover);
}

/* Back to the clips, not to the search beside the popover. */
static void
target_closed_cb (GtkWidget   *popover,
                  CutClipList *self)
{
  cut_clip_list_focus_list (self);
  cut_clip_list_popover_closed_cb (popover);
}

static void
ask_target_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CutClipList *self = CUT_CLIP_LIST (widget);
  CutKind kind = strcmp (action, "clips.add-tag") == 0 ? CUT_KIND_TAG : CUT_KIND_STORY;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = cut_completing_entry_new (self->notebook, kind);

  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (entry), kind == CUT_KIND_TAG ? _("Tag, old or new") : _("Story, old or new"));
  gtk_widget_set_size_request (entry, 240, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->search));
  g_signal_connect (entry, "picked", G_CALLBACK (target_picked_cb), GINT_TO_POINTER (kind));
  g_signal_connect (entry, "created", G_CALLBACK (target_created_cb), GINT_TO_POINTER (kind));
  g_signal_connect (popover, "closed", G_CALLBACK (target_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

void
cut_clip_list_class_install_acts (GtkWidgetClass *widget_class)
{
  static const char *const acts[] = { "clips.delete", "clips.restore", "clips.purge", "clips.remove-from", "clips.export", "clips.fetch-again" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "clips.empty-trash", NULL, empty_trash_cb);
  gtk_widget_class_install_action (widget_class, "clips.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "clips.add-to-story", NULL, ask_target_cb);
  gtk_widget_class_install_action (widget_class, "clips.add-tag", NULL, ask_target_cb);
}
