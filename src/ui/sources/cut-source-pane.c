/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-source-pane.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-compat.h"
#include "cut-date-text.h"
#include "cut-enquiry.h"
#include "cut-rating-row.h"
#include "cut-record-form.h"
#include "cut-secrets.h"
#include "cut-source.h"
#include "cut-sources-load.h"
#include "cut-toast.h"

#define REVEAL_SECONDS 30
#define ROWS_AT_ONCE 50 /* statements that are made into widgets: more would be felt */
#define REFRESH_MS 60   /* several changes at once cost one load */

struct _CutSourcePane
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkLabel *title;
  GtkLabel *state;
  GtkButton *reveal_button;
  GtkBox *secret_box;
  GtkLabel *opposed;
  GtkListBox *statements;
  GtkWidget *nothing_said;
  GtkWidget *more_button;
  GtkWidget *trash_button;
  GtkWidget *asked;
  GtkListBox *enquiries;
  GtkListBox *rating_list;
  GtkBox *open_box;

  CutRatingRow *rating;      /* (owned by the widget tree) */
  GtkWidget *open_form;      /* (nullable) (owned by the widget tree) */
  GtkWidget *secret_form;    /* (nullable) (owned by the widget tree): while revealed */
  CutNotebook *notebook;     /* (owned) */
  CutSourceItem *item;       /* (owned) (nullable) */
  CutDossier *dossier;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the load under way */
  guint n_shown;             /* statements with a row */
  guint reveal_for;          /* seconds */
  guint conceal_id;
  guint refresh_id;
  gboolean wanted;           /* to be revealed as soon as it is unlocked */
};

enum
{
  PROP_0,
  PROP_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSourcePane, cut_source_pane, GTK_TYPE_WIDGET)

static const char *const open_fields[] = { "label",     "kind",     "named",       "sensitivity", "entity",
                                           "how_known", "interest", "description", NULL };
static const char *const hidden_fields[] = { "kind", "named", "sensitivity", NULL };
static const char *const contact_fields[] = { "contact", "code_name", NULL };
static const char *const secret_fields[] = { "label",     "contact",  "code_name",   "entity",
                                             "how_known", "interest", "description", NULL };

static gboolean
is_hidden (CutSourcePane *self)
{
  return self->item != NULL && self->item->hidden;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
empty_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* The reveal. */

/* Nothing is hidden of a source that has nothing to hide. */
static gboolean
has_secrets (CutSourcePane *self)
{
  static const char *const kept[] = { "contact", "code_name" };

  if (self->item == NULL || self->item->hidden || cut_record_is_locked (self->item->record))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (cut_record_has_value (self->item->record, (guint) cut_kind_find_field (CUT_KIND_SOURCE, kept[i])))
      return TRUE;
  return FALSE;
}

static const char *
get_state (CutSourcePane *self)
{
  gboolean locked = self->item != NULL && cut_record_is_locked (self->item->record);

  if (!has_secrets (self))
    return self->secret_form != NULL ? _("A contact stays hidden until it is revealed.") : _("No contact is kept.");
  if (self->secret_form != NULL)
    return _("Revealed. It is hidden again by itself.");
  if (is_hidden (self))
    return locked ? _("Who this is, is locked.") : _("Who this is, is hidden.");
  return locked ? _("The contact is locked.") : _("The contact is hidden.");
}

static const char *
get_reveal_label (CutSourcePane *self)
{
  if (self->secret_form != NULL)
    return _("_Hide");
  if (!has_secrets (self))
    return _("Add _Contact");
  return self->item != NULL && cut_record_is_locked (self->item->record) ? _("Un_lock…") : _("_Reveal");
}

static void
show_state (CutSourcePane *self)
{
  gboolean revealed = self->secret_form != NULL;
  const char *name = is_hidden (self) && revealed ? cut_source_get_label (CUT_SOURCE (self->item->record)) : NULL;

  gtk_label_set_label (self->title, name != NULL ? name : self->item != NULL ? self->item->title : "");
  gtk_label_set_label (self->state, get_state (self));
  cut_button_set_label (self->reveal_button, get_reveal_label (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), has_secrets (self) || revealed || !cut_notebook_is_read_only (self->notebook));
  gtk_widget_set_visible (GTK_WIDGET (self->secret_box), revealed);
}

void
cut_source_pane_conceal (CutSourcePane *self)
{
  self->wanted = FALSE;
  g_clear_handle_id (&self->conceal_id, g_source_remove);
  if (self->secret_form == NULL)
    return;
  /* What was being typed is kept by leaving it. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->secret_box)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reveal_button));
  self->secret_form = NULL;
  empty_box (self->secret_box);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static gboolean
conceal_cb (gpointer user_data)
{
  CutSourcePane *self = user_data;

  self->conceal_id = 0;
  cut_source_pane_conceal (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (CutSourcePane *self)
{
  g_clear_handle_id (&self->conceal_id, g_source_remove);
  self->conceal_id = g_timeout_add_seconds (self->reveal_for, conceal_cb, self);
}

static void
reveal (CutSourcePane *self)
{
  self->wanted = FALSE;
  if (self->item == NULL || self->secret_form != NULL || cut_record_is_locked (self->item->record))
    return;
  self->secret_form = cut_record_form_new (self->notebook, CUT_KIND_SOURCE, is_hidden (self) ? secret_fields : contact_fields);
  cut_record_form_set_record (CUT_RECORD_FORM (self->secret_form), self->item->record);
  gtk_box_append (self->secret_box, self->secret_form);
  show_state (self);
  start_timer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static void
reveal_cb (CutSourcePane *self)
{
  if (self->item == NULL)
    return;
  if (self->secret_form != NULL)
    {
      cut_source_pane_conceal (self);
      return;
    }
  if (!cut_record_is_locked (self->item->record))
    {
      reveal (self);
      return;
    }
  self->wanted = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lock", NULL);
}

static void
used_cb (CutSourcePane *self)
{
  if (self->conceal_id != 0)
    start_timer (self);
}

static gboolean
used_key_cb (CutSourcePane *self)
{
  used_cb (self);
  return GDK_EVENT_PROPAGATE;
}

/* Nothing that was revealed outlives the lock, whether or not the list has been read again. */
static void
locked_cb (CutSourcePane *self)
{
  if (cut_notebook_is_locked (self->notebook))
    cut_source_pane_conceal (self);
}

gboolean
cut_source_pane_is_revealed (CutSourcePane *self)
{
  return self->secret_form != NULL;
}

/* What it has said. */

static char *
describe_statement (const CutStatement *statement)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (statement->attribution);
  const char *terms = cut_attribution_get_terms (attribution);
  g_autofree char *said = cut_date_to_text (cut_attribution_get_said_at (attribution));
  GString *line = g_string_new (cut_vocab_get_label (CUT_VOCAB_STANCE, cut_attribution_get_stance (attribution)));

  if (terms != NULL && !g_str_equal (terms, "unspecified"))
    g_string_append_printf (line, " · %s", cut_vocab_get_label (CUT_VOCAB_TERMS, terms));
  if (said != NULL)
    g_string_append_printf (line, " · %s", said);
  if (statement->outlet != NULL)
    g_string_append_printf (line, " · %s", statement->outlet);
  return g_string_free (line, FALSE);
}

static char *
describe_opposite (const CutStatement *statement)
{
  CutAttribution *other = CUT_ATTRIBUTION (statement->opposite);
  const char *stance = cut_vocab_get_label (CUT_VOCAB_STANCE, cut_attribution_get_stance (other));
  g_autofree char *said = cut_date_to_text (cut_attribution_get_said_at (other));

  if (said != NULL)
    /* Translators: the same source elsewhere: a stance such as “Denies”, and a date */
    return g_strdup_printf (_("Says the opposite elsewhere: %s, %s"), stance, said);
  /* Translators: the same source elsewhere: a stance such as “Denies” */
  return g_strdup_printf (_("Says the opposite elsewhere: %s"), stance);
}

static void
name_row (GtkWidget  *row,
          const char *title,
          const char *subtitle)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_statement_row (const CutStatement *statement)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_statement (statement);
  g_autofree char *opposite = statement->opposite != NULL ? describe_opposite (statement) : NULL;
  g_autofree char *all = g_strjoin (opposite != NULL ? "\n" : "", subtitle, opposite != NULL ? opposite : "", NULL);
  const char *claim = statement->claim != NULL ? cut_claim_get_text (CUT_CLAIM (statement->claim)) : statement->quote;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), claim != NULL ? claim : "…");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), statement->clip != NULL);
  name_row (row, claim != NULL ? claim : "…", all);
  if (opposite != NULL)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (sign, "warning");
      gtk_widget_set_tooltip_text (sign, opposite);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
    }
  if (statement->clip != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_more (CutSourcePane *self)
{
  guint n = self->dossier != NULL ? self->dossier->statements->len : 0;
  guint end = MIN (n, self->n_shown + ROWS_AT_ONCE);

  for (; self->n_shown < end; self->n_shown++)
    gtk_list_box_append (self->statements, make_statement_row (g_ptr_array_index (self->dossier->statements, self->n_shown)));
  gtk_widget_set_visible (GTK_WIDGET (self->statements), n > 0);
  gtk_widget_set_visible (self->nothing_said, n == 0);
  gtk_widget_set_visible (self->more_button, self->n_shown < n);
}

static void
more_cb (CutSourcePane *self)
{
  show_more (self);
}

static void
statement_cb (CutSourcePane *self,
              GtkListBoxRow *row)
{
  int i = gtk_list_box_row_get_index (row);
  const CutStatement *statement;

  if (self->dossier == NULL || i < 0 || (guint) i >= self->dossier->statements->len)
    return;
  statement = g_ptr_array_index (self->dossier->statements, i);
  if (statement->clip != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, statement->clip, statement->annotation);
}

static GtkWidget *
make_enquiry_row (CutEnquiry *enquiry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *asked = cut_date_to_text (cut_enquiry_get_asked_at (enquiry));
  const char *channel = cut_vocab_get_label (CUT_VOCAB_CHANNEL, cut_enquiry_get_channel (enquiry));
  const char *outcome = cut_vocab_get_label (CUT_VOCAB_OUTCOME, cut_enquiry_get_outcome (enquiry));
  g_autoptr (GString) line = g_string_new (outcome);

  if (asked != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", asked);
  if (channel != NULL && cut_enquiry_get_channel (enquiry) != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", channel);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cut_enquiry_get_question (enquiry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line->str);
  name_row (row, cut_enquiry_get_question (enquiry), line->str);
  if (cut_record_is_locked (CUT_RECORD (enquiry)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  return row;
}

static void
show_dossier (CutSourcePane *self)
{
  GPtrArray *enquiries = self->dossier != NULL ? self->dossier->enquiries : NULL;
  guint n_enquiries = enquiries != NULL ? enquiries->len : 0;
  guint n_opposed = 0;
  g_autofree char *words = NULL;

  empty_list (self->statements);
  empty_list (self->enquiries);
  self->n_shown = 0;
  show_more (self);
  for (guint i = 0; i < n_enquiries; i++)
    gtk_list_box_append (self->enquiries, make_enquiry_row (g_ptr_array_index (enquiries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->enquiries), n_enquiries > 0);
  gtk_widget_set_visible (self->asked, n_enquiries > 0);
  for (guint i = 0; self->dossier != NULL && i < self->dossier->statements->len; i++)
    n_opposed += ((CutStatement *) g_ptr_array_index (self->dossier->statements, i))->opposite != NULL;
  /* Translators: how many statements of one source another one of it contradicts */
  words = g_strdup_printf (ngettext ("%u opposed", "%u opposed", n_opposed), n_opposed);
  gtk_label_set_label (self->opposed, words);
  gtk_widget_set_visible (GTK_WIDGET (self->opposed), n_opposed > 0);
}

static void
dossier_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutSourcePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutDossier) dossier = cut_dossier_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notebook == NULL)
    return;
  if (dossier == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->dossier, cut_dossier_free);
  self->dossier = g_steal_pointer (&dossier);
  show_dossier (self);
}

static void
load (CutSourcePane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->item == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cut_dossier_load_async (self->notebook, cut_record_get_id (self->item->record), self->cancellable, dossier_cb,
                          g_object_ref (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  CutSourcePane *self = user_data;

  self->refresh_id = 0;
  load (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CutSourcePane *self)
{
  if (self->refresh_id == 0 && self->item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
trash_cb (CutSourcePane *self)
{
  g_autoptr (CutAct) act = cut_act_new (_("Delete"));

  if (self->item == NULL)
    return;
  cut_act_trash (act, self->item->record);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, g_steal_pointer (&act), _("Moved to Trash"));
}

/* Set-up. */

static void
cut_source_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_REVEALED)
    g_value_set_boolean (value, CUT_SOURCE_PANE (object)->secret_form != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
cut_source_pane_dispose (GObject *object)
{
  CutSourcePane *self = CUT_SOURCE_PANE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->conceal_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->dossier, cut_dossier_free);
  g_clear_object (&self->item);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_source_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/sources/cut-source-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, title);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, state);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, secret_box);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, opposed);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, statements);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, nothing_said);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, more_button);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, trash_button);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, asked);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, enquiries);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, rating_list);
  gtk_widget_class_bind_template_child (widget_class, CutSourcePane, open_box);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, used_cb);
  gtk_widget_class_bind_template_callback (widget_class, used_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, statement_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, trash_cb);
}

static void
cut_source_pane_class_init (CutSourcePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cut_source_pane_dispose;
  object_class->get_property = cut_source_pane_get_property;
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
cut_source_pane_init (CutSourcePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reveal_for = REVEAL_SECONDS;
}

GtkWidget *
cut_source_pane_new (CutNotebook *notebook)
{
  CutSourcePane *self = g_object_new (CUT_TYPE_SOURCE_PANE, NULL);

  self->notebook = g_object_ref (notebook);
  self->rating = CUT_RATING_ROW (cut_rating_row_new (notebook));
  gtk_list_box_append (self->rating_list, GTK_WIDGET (self->rating));
  gtk_widget_set_sensitive (GTK_WIDGET (self->rating), !cut_notebook_is_read_only (notebook));
  gtk_widget_set_sensitive (self->trash_button, !cut_notebook_is_read_only (notebook));
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::locked", G_CALLBACK (locked_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  return GTK_WIDGET (self);
}

void
cut_source_pane_set_reveal_for (CutSourcePane *self,
                                guint          seconds)
{
  self->reveal_for = MAX (seconds, 1);
}

/* A form is made for the fields that may be seen; another source's words do not stay in it. */
static void
show_open_form (CutSourcePane *self,
                gboolean       anew)
{
  if (anew)
    {
      empty_box (self->open_box);
      self->open_form = cut_record_form_new (self->notebook, CUT_KIND_SOURCE, is_hidden (self) ? hidden_fields : open_fields);
      gtk_box_append (self->open_box, self->open_form);
    }
  if (self->open_form != NULL)
    cut_record_form_set_record (CUT_RECORD_FORM (self->open_form), self->item->record);
}

void
cut_source_pane_show (CutSourcePane *self,
                      CutSourceItem *item)
{
  gboolean same = self->item != NULL && item != NULL &&
                  g_str_equal (cut_record_get_id (self->item->record), cut_record_get_id (item->record));
  gboolean anew = !same || self->item->hidden != item->hidden;
  gboolean wanted = same && self->wanted;

  if (self->item == item)
    return;
  if (anew || (item != NULL && cut_record_is_locked (item->record)))
    cut_source_pane_conceal (self);
  g_set_object (&self->item, item);
  if (!same)
    {
      g_clear_pointer (&self->dossier, cut_dossier_free);
      show_dossier (self);
    }
  show_state (self);
  if (item == NULL)
    return;
  cut_rating_row_show (self->rating, item->record);
  show_open_form (self, anew);
  if (self->secret_form != NULL)
    cut_record_form_set_record (CUT_RECORD_FORM (self->secret_form), item->record);
  load (self);
  self->wanted = wanted;
  if (wanted)
    reveal (self);
}
