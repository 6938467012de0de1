/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-likely-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity.h"
#include "cut-evidence-row.h"
#include "cut-merge-dialog.h"
#include "cut-notebook-entities.h"
#include "cut-paged-rows.h"
#include "cut-toast.h"

#define REFRESH_MS 250 /* all entities are compared again: several changes at once cost one look */

struct _CutLikelyList
{
  GtkWidget parent_instance;

  CutPagedRows *rows;        /* (owned by the widget tree) */

  CutNotebook *notebook;     /* (owned) */
  GPtrArray *pairs;          /* (owned) (nullable) (element-type CutDuplicate) */
  GCancellable *cancellable; /* (owned) (nullable): of the load under way */
  char *id;                  /* (owned) (nullable): of the entity; %NULL for all */
  guint refresh_id;
  gboolean all;
  gboolean stale;            /* what is shown is not that of now */
};

enum
{
  PROP_0,
  PROP_N_PAIRS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutLikelyList, cut_likely_list, GTK_TYPE_WIDGET)

static const CutDuplicate *
pair_at (CutLikelyList *self,
         guint          place)
{
  return self->pairs != NULL && place < self->pairs->len ? g_ptr_array_index (self->pairs, place) : NULL;
}

/* Of the page's entity: the other one. Of all: the one that is known less. */
static CutRecord *
get_other (CutLikelyList      *self,
           const CutDuplicate *pair)
{
  return g_strcmp0 (cut_record_get_id (pair->other), self->id) == 0 ? pair->entity : pair->other;
}

static CutRecord *
get_kept (CutLikelyList      *self,
          const CutDuplicate *pair)
{
  return get_other (self, pair) == pair->other ? pair->entity : pair->other;
}

/* Acts. */

static void
merge_cb (CutLikelyList *self,
          GtkWidget     *button)
{
  const CutDuplicate *pair = pair_at (self, cut_evidence_row_get_place (button));
  GtkRoot *root = gtk_widget_get_root (button);

  if (pair != NULL && root != NULL)
    gtk_window_present (GTK_WINDOW (cut_merge_dialog_new (GTK_WINDOW (root), self->notebook, get_kept (self, pair),
                                                          get_other (self, pair))));
}

static void
parted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_notebook_part_entities_finish (CUT_NOTEBOOK (source), result, &error))
    cut_toast (self, _("They are not proposed again"), TRUE);
  else
    cut_toast_error (self, error);
}

static void
part_cb (CutLikelyList *self,
         GtkWidget     *button)
{
  const CutDuplicate *pair = pair_at (self, cut_evidence_row_get_place (button));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (button));
  GtkWidget *teller = gtk_window_get_transient_for (window) != NULL ? GTK_WIDGET (gtk_window_get_transient_for (window)) : button;

  if (pair != NULL)
    cut_notebook_part_entities_async (self->notebook, cut_record_get_id (pair->entity), cut_record_get_id (pair->other), NULL,
                                      parted_cb, g_object_ref (teller));
}

static void
activated_cb (CutLikelyList *self,
              guint          place)
{
  const CutDuplicate *pair = pair_at (self, place);

  if (pair != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entity", "s", cut_record_get_id (get_other (self, pair)));
}

/* Rows. */

static char *
describe_reasons (const CutDuplicate *pair)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < CUT_N_REASONS; i++)
    if (pair->likeness->reasons & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cut_reason_describe ((CutReason) i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_entity (CutRecord *entity)
{
  g_autofree char *title = cut_record_get_title (entity);

  /* Translators: the name of an entity; its kind */
  return g_strdup_printf (_("%s (%s)"), title, cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, cut_entity_get_schema (CUT_ENTITY (entity))));
}

static char *
describe_pair (CutLikelyList      *self,
               const CutDuplicate *pair)
{
  g_autofree char *kept = describe_entity (get_kept (self, pair));
  g_autofree char *other = describe_entity (get_other (self, pair));

  if (!self->all)
    return g_steal_pointer (&other);
  /* Translators: two entities that are likely the same */
  return g_strdup_printf (_("%s and %s"), kept, other);
}

static GtkWidget *
make_row (guint    place,
          gpointer user_data)
{
  CutLikelyList *self = user_data;
  const CutDuplicate *pair = pair_at (self, place);
  gboolean writable = !cut_notebook_is_read_only (self->notebook);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe_pair (self, pair);
  g_autofree char *reasons = describe_reasons (pair);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, reasons);
  GtkWidget *merge;
  GtkWidget *part;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reasons);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  merge = cut_evidence_row_add_button (row, "cut-merge-symbolic", _("Merge…"), place, G_CALLBACK (merge_cb), self);
  gtk_button_set_label (GTK_BUTTON (merge), _("Merge…"));
  gtk_widget_remove_css_class (merge, "flat");
  part = cut_evidence_row_add_button (row, "window-close-symbolic", _("Not the Same"), place, G_CALLBACK (part_cb), self);
  gtk_widget_set_sensitive (merge, writable);
  gtk_widget_set_sensitive (part, writable);
  return row;
}

/* Loading. */

static gboolean
same_pairs (GPtrArray *a,
            GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CutDuplicate *left = g_ptr_array_index (a, i);
      const CutDuplicate *right = g_ptr_array_index (b, i);

      if (!cut_record_equal (left->entity, right->entity) || !cut_record_equal (left->other, right->other)
          || left->likeness->reasons != right->likeness->reasons)
        return FALSE;
    }
  return TRUE;
}

/* @pairs: (nullable) (transfer full) */
static void
set_pairs (CutLikelyList *self,
           GPtrArray     *pairs)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->pairs);

  self->pairs = pairs;
  if (pairs == NULL || !same_pairs (before, pairs))
    cut_paged_rows_show (self->rows, pairs != NULL ? pairs->len : 0, before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), pairs != NULL && pairs->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAIRS]);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutLikelyList) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = cut_notebook_duplicates_finish (CUT_NOTEBOOK (source), result, &error);

  if (pairs != NULL && self->notebook != NULL)
    set_pairs (self, pairs);
  else if (pairs != NULL)
    g_ptr_array_unref (pairs);
  else if (self->notebook != NULL)
    cut_toast_error (GTK_WIDGET (self), error);
}

static void
stop (CutLikelyList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (CutLikelyList *self)
{
  stop (self);
  self->stale = FALSE;
  if (self->id == NULL && !self->all)
    return;
  self->cancellable = g_cancellable_new ();
  cut_notebook_duplicates_async (self->notebook, self->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutLikelyList *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutLikelyList *self,
            GPtrArray     *changes)
{
  gboolean concerns = FALSE;

  for (guint i = 0; i < changes->len && !concerns; i++)
    {
      CutKind kind = ((CutChange *) g_ptr_array_index (changes, i))->kind;

      concerns = kind == CUT_KIND_ENTITY || kind == CUT_KIND_FACT;
    }
  if (!concerns)
    return;
  self->stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
cut_likely_list_map (GtkWidget *widget)
{
  CutLikelyList *self = CUT_LIKELY_LIST (widget);

  GTK_WIDGET_CLASS (cut_likely_list_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

/* Set-up. */

static void
cut_likely_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CutLikelyList *self = CUT_LIKELY_LIST (object);

  if (prop_id == PROP_N_PAIRS)
    g_value_set_uint (value, self->pairs != NULL ? self->pairs->len : 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cut_likely_list_dispose (GObject *object)
{
  CutLikelyList *self = CUT_LIKELY_LIST (object);

  stop (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (cut_likely_list_parent_class)->dispose (object);
}

static void
cut_likely_list_class_init (CutLikelyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cut_likely_list_dispose;
  object_class->get_property = cut_likely_list_get_property;
  GTK_WIDGET_CLASS (klass)->map = cut_likely_list_map;
  properties[PROP_N_PAIRS] = g_param_spec_uint ("n-pairs", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_likely_list_init (CutLikelyList *self)
{
  self->rows = CUT_PAGED_ROWS (cut_paged_rows_new (_("Likely the Same"), make_row, self));
  self->stale = TRUE;
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_likely_list_new (CutNotebook *notebook,
                     gboolean     all)
{
  CutLikelyList *self = g_object_new (CUT_TYPE_LIKELY_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  self->all = all;
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_likely_list_show (CutLikelyList *self,
                      const char    *id)
{
  g_return_if_fail (CUT_IS_LIKELY_LIST (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  self->stale = TRUE;
  set_pairs (self, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}
