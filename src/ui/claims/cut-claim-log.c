/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-log.h"

#include <glib/gi18n-lib.h>

#include "cut-check.h"
#include "cut-claim.h"
#include "cut-date-text.h"
#include "cut-enquiry.h"
#include "cut-field-label.h"
#include "cut-record-dialog.h"
#include "cut-record-form.h"
#include "cut-toast.h"

struct _CutClaimLog
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *enquiries;
  GtkListBox *checks;
  GtkWidget *no_enquiries;
  GtkWidget *no_checks;
  GtkWidget *ask;
  GtkWidget *check;

  CutNotebook *notebook; /* (owned) */
  CutClaimFacts *facts;  /* (owned) (nullable) */
};

static const char *const enquiry_fields[] = {
  "whom", "question", "channel", "asked_at", "deadline", "outcome", "answer", NULL,
};
static const char *const new_enquiry_fields[] = { "whom", "question", "channel", "asked_at", "deadline", NULL };
static const char *const check_fields[] = { "method", "result", "evidence", "note", "at", "by", NULL };

G_DEFINE_FINAL_TYPE (CutClaimLog, cut_claim_log, GTK_TYPE_WIDGET)

/* Forms. */

static CutDate *
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return cut_date_new (day, CUT_DATE_DAY, "user", NULL);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
cut_claim_log_ask (GtkWidget   *widget,
                   CutNotebook *notebook,
                   const char  *claim,
                   const char  *whom,
                   const char  *question)
{
  g_autoptr (CutDate) today = get_today ();
  g_autoptr (CutRecord) enquiry = cut_record_new (CUT_KIND_ENQUIRY, "claim", claim, "whom", whom, "question", question, "asked-at", today,
                                                  "outcome", "pending", NULL);
  GtkWidget *dialog = cut_record_dialog_new (get_window (widget), notebook, _("New Enquiry"), _("_Add"),
                                             cut_kind_get_new_label (CUT_KIND_ENQUIRY), enquiry, new_enquiry_fields);

  cut_record_dialog_focus (CUT_RECORD_DIALOG (dialog), whom == NULL ? "whom" : "question");
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *claim;       /* (owned) */
  char *method;      /* (owned) (nullable) */
} Checking;

/* Whose step it is: the owner of the notebook, as far as there is a name. */
static void
owner_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Checking *checking = user_data;
  g_autoptr (CutRecord) owner = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  g_autofree char *by = owner != NULL ? cut_record_get_title (owner) : NULL;
  g_autoptr (CutDate) today = get_today ();
  g_autoptr (CutRecord) check = cut_record_new (CUT_KIND_CHECK, "claim", checking->claim, "at", today, "by", by, NULL);
  g_autoptr (CutRecord) with_method = checking->method != NULL ? cut_record_with (check, "method", checking->method, NULL)
                                                               : g_object_ref (check);
  GtkWidget *dialog = cut_record_dialog_new (get_window (checking->widget), CUT_NOTEBOOK (source), _("New Check"), _("_Add"),
                                             cut_kind_get_new_label (CUT_KIND_CHECK), with_method, check_fields);

  cut_record_dialog_focus (CUT_RECORD_DIALOG (dialog), "result");
  gtk_window_present (GTK_WINDOW (dialog));
  g_object_unref (checking->widget);
  g_free (checking->claim);
  g_free (checking->method);
  g_free (checking);
}

void
cut_claim_log_check (GtkWidget   *widget,
                     CutNotebook *notebook,
                     const char  *claim,
                     const char  *method)
{
  Checking *checking = g_new0 (Checking, 1);
  const char *owner = cut_notebook_get_owner (notebook);

  checking->widget = g_object_ref (widget);
  checking->claim = g_strdup (claim);
  checking->method = g_strdup (method);
  cut_notebook_get_async (notebook, owner != NULL ? owner : "", NULL, owner_read_cb, checking);
}

static void
ask_cb (CutClaimLog *self)
{
  if (self->facts != NULL)
    cut_claim_log_ask (GTK_WIDGET (self), self->notebook, cut_record_get_id (self->facts->claim), NULL,
                       cut_claim_get_text (CUT_CLAIM (self->facts->claim)));
}

static void
check_cb (CutClaimLog *self)
{
  if (self->facts != NULL)
    cut_claim_log_check (GTK_WIDGET (self), self->notebook, cut_record_get_id (self->facts->claim), NULL);
}

/* Words. */

static void
add_word (GPtrArray  *words,
          const char *word)
{
  if (word != NULL && *word != '\0')
    g_ptr_array_add (words, g_strdup (word));
}

static char *
join (GPtrArray  *words,
      const char *separator)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (char **) words->pdata);
}

static char *
describe_enquiry (CutEnquiry *enquiry)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *asked = cut_date_to_text (cut_enquiry_get_asked_at (enquiry));
  g_autofree char *deadline = cut_date_to_text (cut_enquiry_get_deadline (enquiry));
  /* Translators: %s is the date until which an answer was asked for */
  g_autofree char *until = deadline != NULL ? g_strdup_printf (_("answer until %s"), deadline) : NULL;
  g_autofree char *line = NULL;

  add_word (words, cut_vocab_get_label (CUT_VOCAB_OUTCOME, cut_enquiry_get_outcome (enquiry)));
  add_word (words, cut_vocab_get_label (CUT_VOCAB_CHANNEL, cut_enquiry_get_channel (enquiry)));
  add_word (words, asked);
  add_word (words, until);
  line = join (words, " · ");
  return g_strjoin ("\n", cut_enquiry_get_question (enquiry), *line != '\0' ? line : NULL, NULL);
}

static char *
describe_check (CutClaimLog *self,
                CutCheck    *check)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *at = cut_date_to_text (cut_check_get_at (check));
  g_autofree char *line = NULL;

  add_word (words, at);
  add_word (words, cut_check_get_by (check));
  line = join (words, " · ");
  add_word (lines, line);
  for (const char *const *id = cut_check_get_evidence (check); *id != NULL; id++)
    add_word (lines, g_hash_table_lookup (self->facts->titles, *id));
  add_word (lines, cut_check_get_note (check));
  return join (lines, "\n");
}

/* Rows. */

static void
delete_enquiry_cb (CutClaimLog *self,
                   GtkWidget   *button)
{
  CutRecord *enquiry = g_object_get_data (G_OBJECT (button), "enquiry");
  CutAct *act = cut_act_new (cut_kind_get_delete_label (CUT_KIND_ENQUIRY));

  cut_act_trash (act, enquiry);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Enquiry moved to Trash"));
}

static GtkWidget *
make_enquiry_form (CutClaimLog *self,
                   CutRecord   *enquiry)
{
  GtkWidget *holder = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *form = cut_record_form_new (self->notebook, CUT_KIND_ENQUIRY, enquiry_fields);
  GtkWidget *trash = gtk_button_new_with_mnemonic (_("_Delete Enquiry"));

  cut_record_form_set_record (CUT_RECORD_FORM (form), enquiry);
  gtk_widget_set_halign (trash, GTK_ALIGN_END);
  gtk_widget_add_css_class (trash, "flat");
  gtk_widget_set_sensitive (trash, !cut_notebook_is_read_only (self->notebook));
  g_object_set_data_full (G_OBJECT (trash), "enquiry", g_object_ref (enquiry), g_object_unref);
  g_signal_connect_swapped (trash, "clicked", G_CALLBACK (delete_enquiry_cb), self);
  gtk_box_append (GTK_BOX (box), form);
  gtk_box_append (GTK_BOX (box), trash);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  return holder;
}

static void
show_enquiry (GtkWidget *row,
              CutRecord *enquiry)
{
  g_autofree char *line = describe_enquiry (CUT_ENQUIRY (enquiry));
  g_autofree char *subtitle = g_markup_escape_text (line, -1);
  g_autofree char *title = g_markup_escape_text (cut_enquiry_get_whom (CUT_ENQUIRY (enquiry)), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
}

static GtkWidget *
make_enquiry_row (CutClaimLog *self,
                  CutRecord   *enquiry)
{
  GtkWidget *row = adw_expander_row_new ();

  g_object_set_data_full (G_OBJECT (row), "cut-id", g_strdup (cut_record_get_id (enquiry)), g_free);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_enquiry_form (self, enquiry));
  show_enquiry (row, enquiry);
  return row;
}

static GtkWidget *
make_check_row (CutClaimLog *self,
                CutRecord   *check)
{
  GtkWidget *row = adw_action_row_new ();
  const char *method = cut_vocab_get_label (CUT_VOCAB_METHOD, cut_check_get_method (CUT_CHECK (check)));
  const char *result = cut_check_get_result (CUT_CHECK (check));
  /* Translators: how a claim was checked, and what came of it */
  g_autofree char *title = result != NULL ? g_strdup_printf (_("%s: %s"), method, result) : g_strdup (method);
  g_autofree char *line = describe_check (self, CUT_CHECK (check));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  return row;
}

static CutRecord *
find_record (GPtrArray  *records,
             const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* Rows that stay keep what is being typed in them; a new one comes first. */
static void
fill_enquiries (CutClaimLog *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->enquiries, i)) != NULL;)
    {
      CutRecord *enquiry = find_record (self->facts->enquiries, g_object_get_data (G_OBJECT (row), "cut-id"));

      if (enquiry == NULL)
        {
          gtk_list_box_remove (self->enquiries, GTK_WIDGET (row));
          continue;
        }
      show_enquiry (GTK_WIDGET (row), enquiry);
      g_hash_table_add (shown, (gpointer) cut_record_get_id (enquiry));
      i++;
    }
  for (guint i = 0; i < self->facts->enquiries->len; i++)
    if (!g_hash_table_contains (shown, cut_record_get_id (g_ptr_array_index (self->facts->enquiries, i))))
      gtk_list_box_insert (self->enquiries, make_enquiry_row (self, g_ptr_array_index (self->facts->enquiries, i)), (int) i);
}

static void
fill_checks (CutClaimLog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_list_box_remove (self->checks, child);
  for (guint i = 0; i < self->facts->checks->len; i++)
    gtk_list_box_append (self->checks, make_check_row (self, g_ptr_array_index (self->facts->checks, i)));
}

/* The widget. */

static void
cut_claim_log_dispose (GObject *object)
{
  CutClaimLog *self = CUT_CLAIM_LOG (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_claim_log_parent_class)->dispose (object);
}

static void
cut_claim_log_class_init (CutClaimLogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_claim_log_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkListBox *
add_part (CutClaimLog *self,
          const char  *title,
          const char  *button_name,
          GCallback    callback,
          const char  *nothing,
          GtkWidget  **button_shown,
          GtkWidget  **nothing_label)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_with_mnemonic (button_name);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), button);
  *button_shown = button;
  *nothing_label = gtk_label_new (nothing);
  gtk_label_set_xalign (GTK_LABEL (*nothing_label), 0);
  gtk_label_set_wrap (GTK_LABEL (*nothing_label), TRUE);
  gtk_widget_add_css_class (*nothing_label, "dim-label");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), *nothing_label);
  gtk_box_append (GTK_BOX (self->box), list);
  return GTK_LIST_BOX (list);
}

static void
cut_claim_log_init (CutClaimLog *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->enquiries = add_part (self, _("Enquiries"), _("As_k…"), G_CALLBACK (ask_cb), _("Nobody was asked about this yet."),
                              &self->ask, &self->no_enquiries);
  self->checks = add_part (self, _("Checks"), _("Add a Chec_k…"), G_CALLBACK (check_cb),
                           _("No step was logged yet. What is logged stays as it is."), &self->check, &self->no_checks);
}

GtkWidget *
cut_claim_log_new (CutNotebook *notebook)
{
  CutClaimLog *self = g_object_new (CUT_TYPE_CLAIM_LOG, NULL);

  self->notebook = g_object_ref (notebook);
  gtk_widget_set_sensitive (self->ask, !cut_notebook_is_read_only (notebook));
  gtk_widget_set_sensitive (self->check, !cut_notebook_is_read_only (notebook));
  return GTK_WIDGET (self);
}

void
cut_claim_log_show (CutClaimLog   *self,
                    CutClaimFacts *facts)
{
  g_return_if_fail (CUT_IS_CLAIM_LOG (self));

  g_clear_pointer (&self->facts, cut_claim_facts_unref);
  if (facts == NULL)
    return;
  self->facts = cut_claim_facts_ref (facts);
  fill_enquiries (self);
  fill_checks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->enquiries), facts->enquiries->len > 0);
  gtk_widget_set_visible (self->no_enquiries, facts->enquiries->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->checks), facts->checks->len > 0);
  gtk_widget_set_visible (self->no_checks, facts->checks->len == 0);
}
