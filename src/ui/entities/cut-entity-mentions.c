/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-mentions.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-mention-row.h"
#include "cut-parts.h"
#include "cut-toast.h"

#define REFRESH_MS 60     /* several changes at once cost one load */
#define CLIPS_AT_ONCE 40  /* more are read when the list is scrolled to its end */

struct _CutEntityMentions
{
  GtkWidget parent_instance;

  GtkWidget *box;             /* (owned by the widget tree), as all that follow */
  GtkLabel *counts;
  GtkWidget *incomplete;
  GtkDropDown *which;
  GtkWidget *link_all_button;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *none;

  CutNotebook *notebook;      /* (owned) */
  GListStore *items;          /* (owned) (element-type CutMentionItem) */
  GtkSingleSelection *selection; /* (owned) */
  GCancellable *cancellable;  /* (owned) (nullable): of the load under way */
  GCancellable *linking;      /* (owned) (nullable): of an act under way */
  char *id;                   /* (owned) (nullable): of the entity */
  guint n_wanted;             /* clips to show */
  guint n_clips;              /* clips there are */
  guint refresh_id;
  gboolean stale;             /* what is shown is not that of the entity */
};

G_DEFINE_FINAL_TYPE (CutEntityMentions, cut_entity_mentions, GTK_TYPE_WIDGET)

/* Showing. */

static CutMentionState
get_state (CutEntityMentions *self)
{
  static const CutMentionState states[] = { CUT_MENTIONS_ALL, CUT_MENTIONS_LINKED, CUT_MENTIONS_UNLINKED };
  guint selected = gtk_drop_down_get_selected (self->which);

  return states[MIN (selected, G_N_ELEMENTS (states) - 1)];
}

static void
show_counts (CutEntityMentions *self,
             CutMentions       *mentions)
{
  /* Translators: mentions of an entity that a person has linked */
  g_autofree char *linked = g_strdup_printf (ngettext ("%u linked", "%u linked", mentions->n_linked), mentions->n_linked);
  /* Translators: mentions of an entity that nobody has linked yet */
  g_autofree char *unlinked = g_strdup_printf (ngettext ("%u not yet linked", "%u not yet linked", mentions->n_unlinked),
                                               mentions->n_unlinked);
  g_autofree char *counts = g_strdup_printf ("%s · %s", unlinked, linked);

  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (self->incomplete, !mentions->complete);
  gtk_widget_set_sensitive (self->link_all_button, mentions->n_unlinked > 0 && self->linking == NULL
                                                       && !cut_notebook_is_read_only (self->notebook));
}

static void
show_none (CutEntityMentions *self,
           CutMentions       *mentions)
{
  gboolean others = mentions->n_linked + mentions->n_unlinked > 0;

  adw_status_page_set_description (self->none, others ? _("None of these. Choose All to see the others.")
                                               : mentions->complete
                                                   ? _("No article names it. Add the other names it goes by on the first tab.")
                                                   : NULL);
  gtk_stack_set_visible_child_name (self->stack, mentions->clips->len > 0 ? "list" : "none");
}

static void
show (CutEntityMentions *self,
      CutMentions       *mentions)
{
  g_autoptr (GPtrArray) items = cut_mention_items_new (mentions);

  self->n_clips = mentions->n_clips;
  cut_list_store_take (self->items, items, cut_mention_item_same);
  show_counts (self, mentions);
  show_none (self, mentions);
}

/* Loading. */

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutEntityMentions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutMentions) mentions = cut_notebook_mentions_finish (CUT_NOTEBOOK (source), result, &error);

  if (self->notebook == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (mentions != NULL)
    show (self, mentions);
  else
    cut_toast_error (GTK_WIDGET (self), error);
}

static void
load (CutEntityMentions *self)
{
  stop (&self->cancellable);
  self->stale = FALSE;
  if (self->id == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cut_notebook_mentions_async (self->notebook, self->id, NULL, get_state (self), 0, self->n_wanted, self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutEntityMentions *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutEntityMentions *self)
{
  self->stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_entity_mentions_map (GtkWidget *widget)
{
  CutEntityMentions *self = CUT_ENTITY_MENTIONS (widget);

  GTK_WIDGET_CLASS (cut_entity_mentions_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
which_cb (CutEntityMentions *self)
{
  if (self->notebook == NULL)
    return;
  self->n_wanted = CLIPS_AT_ONCE;
  load (self);
}

static void
edge_cb (CutEntityMentions *self,
         GtkPositionType    position)
{
  if (position != GTK_POS_BOTTOM || self->n_wanted >= self->n_clips)
    return;
  self->n_wanted += CLIPS_AT_ONCE;
  load (self);
}

/* Acts. */

static void
end_linking (CutEntityMentions *self)
{
  g_clear_object (&self->linking);
  changed_cb (self);
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutEntityMentions) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = cut_notebook_link_mentions_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *sentence = n > 0 ? g_strdup_printf (ngettext ("%d mention linked", "%d mentions linked", (gulong) n), n) : NULL;

  if (self->notebook == NULL)
    return;
  end_linking (self);
  if (n < 0)
    cut_toast_error (GTK_WIDGET (self), error);
  else if (n == 0)
    cut_toast (GTK_WIDGET (self), _("Nothing was linked: what is left may mean another entity. Link it one by one."), FALSE);
  else
    cut_toast (GTK_WIDGET (self), sentence, TRUE);
}

static void
link_all (CutEntityMentions *self,
          const char        *clip)
{
  if (self->id == NULL || self->linking != NULL)
    return;
  self->linking = g_cancellable_new ();
  gtk_widget_set_sensitive (self->link_all_button, FALSE);
  cut_notebook_link_mentions_async (self->notebook, self->id, clip, self->linking, linked_cb, g_object_ref (self));
}

static void
link_all_cb (CutEntityMentions *self)
{
  link_all (self, NULL);
}

static void
linked_one_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *annotation = cut_notebook_link_mention_finish (CUT_NOTEBOOK (source), result, &error);

  if (annotation == NULL)
    cut_toast_error (self, error);
}

static void
refused_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_notebook_refuse_mention_finish (CUT_NOTEBOOK (source), result, &error))
    cut_toast (self, _("It is not shown as a mention any more"), TRUE);
  else
    cut_toast_error (self, error);
}

static void
link_cb (CutEntityMentions *self,
         CutMentionItem    *item)
{
  if (item->mention == NULL)
    link_all (self, cut_record_get_id (item->clip));
  else if (item->mention->annotation == NULL)
    cut_notebook_link_mention_async (self->notebook, item->mention, NULL, linked_one_cb, g_object_ref (self));
}

static void
refuse_cb (CutEntityMentions *self,
           CutMentionItem    *item)
{
  if (item->mention != NULL && item->mention->annotation == NULL)
    cut_notebook_refuse_mention_async (self->notebook, item->mention, NULL, refused_cb, g_object_ref (self));
}

static void
activated_cb (CutEntityMentions *self,
              guint              position)
{
  g_autoptr (CutMentionItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const CutMention *mention = item != NULL ? item->mention : NULL;

  if (item == NULL)
    return;
  if (mention == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-clip", "s", cut_record_get_id (item->clip));
  else if (mention->annotation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-annotation", "s", mention->annotation);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-words", "(suu)", mention->clip, mention->start, mention->end);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  CutEntityMentions *self = CUT_ENTITY_MENTIONS (widget);
  CutMentionItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || cut_notebook_is_read_only (self->notebook))
    return FALSE;
  if (g_variant_get_boolean (arguments))
    link_cb (self, item);
  else
    refuse_cb (self, item);
  return TRUE;
}

/* Set-up. */

static void
set_up_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               CutEntityMentions        *self)
{
  GtkWidget *row = cut_mention_row_new (!cut_notebook_is_read_only (self->notebook));

  g_signal_connect_object (row, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "refuse", G_CALLBACK (refuse_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *holder = gtk_widget_get_parent (row);
  g_autofree char *name = cut_mention_row_describe (gtk_list_item_get_item (item));

  cut_mention_row_show (CUT_MENTION_ROW (row), gtk_list_item_get_item (item));
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_up_list (CutEntityMentions *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->items = g_list_store_new (CUT_TYPE_MENTION_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
cut_entity_mentions_dispose (GObject *object)
{
  CutEntityMentions *self = CUT_ENTITY_MENTIONS (object);

  stop (&self->cancellable);
  stop (&self->linking);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (cut_entity_mentions_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/entities/cut-entity-mentions.ui");
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, box);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, counts);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, incomplete);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, which);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, link_all_button);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, stack);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, list);
  gtk_widget_class_bind_template_child (widget_class, CutEntityMentions, none);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
cut_entity_mentions_class_init (CutEntityMentionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_entity_mentions_dispose;
  widget_class->map = cut_entity_mentions_map;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_cb, "b", FALSE);
  bind_template (widget_class);
}

static void
cut_entity_mentions_init (CutEntityMentions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_wanted = CLIPS_AT_ONCE;
}

GtkWidget *
cut_entity_mentions_new (CutNotebook *notebook)
{
  CutEntityMentions *self = g_object_new (CUT_TYPE_ENTITY_MENTIONS, NULL);

  self->notebook = g_object_ref (notebook);
  cut_button_set_label (GTK_BUTTON (self->link_all_button), _("Link _All"));
  set_up_list (self);
  g_signal_connect_object (notebook, "mentions-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_entity_mentions_show (CutEntityMentions *self,
                          const char        *id)
{
  g_return_if_fail (CUT_IS_ENTITY_MENTIONS (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  stop (&self->cancellable);
  g_free (self->id);
  self->id = g_strdup (id);
  self->n_wanted = CLIPS_AT_ONCE;
  self->stale = TRUE;
  g_list_store_remove_all (self->items);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}
