/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-busy.h"
#include "cut-combo.h"
#include "cut-compat.h"
#include "cut-counts.h"
#include "cut-export-format.h"
#include "cut-progress-page.h"
#include "cut-seal-group.h"
#include "cut-error.h"
#include "cut-story.h"

typedef enum
{
  SCOPE_SELECTION,
  SCOPE_STORY,
  SCOPE_QUERY,
  SCOPE_ALL,
} Scope;

static const char *const profiles[] = { "colleague", "public", "full" };
#define FULL 2

static const char *const languages[] = { "en", "de" };

struct _CutExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *cancel_button;
  GtkWidget *export_button;
  GtkStack *stack;
  AdwComboRow *scope_row;
  AdwComboRow *story_row;
  AdwEntryRow *query_row;
  AdwComboRow *format_row;
  AdwComboRow *profile_row;
  AdwComboRow *language_row;
  CutSealGroup *seal;
  GtkListBox *leaves_list;
  GtkWidget *withheld_group;
  GtkListBox *withheld_list;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  CutNotebook *notebook;   /* (owned) */
  GArray *scopes;          /* (owned) (element-type Scope): what the first row offers */
  GPtrArray *stories;      /* (owned) (nullable) (element-type CutRecord) */
  char **ids;              /* (owned) (nullable): the selected clips */
  char *story;             /* (owned) (nullable): the one to choose at first */
  char *folder;            /* (owned) (nullable) */
  CutProgress *preview;    /* (owned) (nullable): of the preview under way */
  CutProgress *progress;   /* (owned) (nullable): of the export under way */
  guint leaving;           /* how many objects, as the preview says */
  gboolean full;           /* confidential material was asked about, and shall leave */
};

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutExportDialog, cut_export_dialog, ADW_TYPE_WINDOW)

static Scope
get_scope (CutExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scope_row);

  return selected < self->scopes->len ? g_array_index (self->scopes, Scope, selected) : SCOPE_ALL;
}

static const char *
get_story (CutExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->story_row);

  if (self->stories == NULL || selected >= self->stories->len)
    return NULL;
  return cut_record_get_id (g_ptr_array_index (self->stories, selected));
}

static const CutExportFormat *
get_format (CutExportDialog *self)
{
  return cut_export_format_get (adw_combo_row_get_selected (self->format_row));
}

static gboolean
is_bundle (CutExportDialog *self)
{
  return get_format (self) == cut_export_format_get (0);
}

static gboolean
is_full (CutExportDialog *self)
{
  return adw_combo_row_get_selected (self->profile_row) == FULL;
}

/* What is chosen now; NULL as long as it is not enough to go by. */
static CutExportRequest *
make_request (CutExportDialog *self)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->query_row));
  Scope scope = get_scope (self);

  g_free (request->format);
  request->format = g_strdup (get_format (self)->word);
  g_free (request->profile);
  request->profile = g_strdup (profiles[MIN (adw_combo_row_get_selected (self->profile_row), G_N_ELEMENTS (profiles) - 1)]);
  g_free (request->language);
  request->language = g_strdup (languages[MIN (adw_combo_row_get_selected (self->language_row), G_N_ELEMENTS (languages) - 1)]);
  request->all = scope == SCOPE_ALL;
  if (scope == SCOPE_SELECTION)
    request->ids = g_strdupv (self->ids);
  if (scope == SCOPE_STORY)
    request->story = g_strdup (get_story (self));
  if (scope == SCOPE_QUERY && *words != '\0')
    request->query = g_strdup (words);
  if (!request->all && request->ids == NULL && request->story == NULL && request->query == NULL)
    return NULL;
  return g_steal_pointer (&request);
}

/* The preview. */

/* Only a bundle is closed; and what names confidential sources leaves only closed. */
static void
follow_seal (CutExportDialog *self)
{
  gboolean ready;

  cut_seal_group_set_required (self->seal, is_full (self));
  gtk_widget_set_visible (GTK_WIDGET (self->seal), is_bundle (self));
  ready = is_bundle (self) ? cut_seal_group_is_ready (self->seal) && (self->full || !is_full (self)) : !is_full (self);
  gtk_widget_set_sensitive (self->export_button, self->leaving > 0 && ready && self->progress == NULL);
}

static void
show_preview (CutExportDialog *self,
              CutExportReport *report)
{
  guint total;

  cut_counts_clear (self->leaves_list);
  cut_counts_clear (self->withheld_list);
  total = cut_counts_add (self->leaves_list, _("Leaves the notebook"), report->written);
  if (total == 0)
    cut_counts_add_line (self->leaves_list, NULL,
                         is_bundle (self) ? _("Nothing: no clips were found") : _("Nothing of what is chosen goes into such a file"), NULL);
  if (is_full (self) && !is_bundle (self))
    cut_counts_add_line (self->leaves_list, "dialog-warning-symbolic", _("Confidential material leaves only in an encrypted bundle"), NULL);
  cut_counts_add_lines (self->withheld_list, "security-high-symbolic", report->withheld);
  gtk_widget_set_visible (self->withheld_group, report->withheld != NULL && report->withheld->len > 0);
  self->leaving = total;
  follow_seal (self);
}

static void
show_preview_error (CutExportDialog *self,
                    const char      *message)
{
  cut_counts_clear (self->leaves_list);
  cut_counts_add_line (self->leaves_list, "dialog-warning-symbolic", message, NULL);
  gtk_widget_set_visible (self->withheld_group, FALSE);
  self->leaving = 0;
  follow_seal (self);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CutExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutExportReport) report = cut_notebook_preview_export_finish (CUT_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report != NULL)
    show_preview (self, report);
  else
    show_preview_error (self, error->message);
}

static void
cancel_preview (CutExportDialog *self)
{
  if (self->preview != NULL)
    g_cancellable_cancel (cut_progress_get_cancellable (self->preview));
  g_clear_object (&self->preview);
}

static void
update_preview (CutExportDialog *self)
{
  g_autoptr (CutExportRequest) request = make_request (self);

  cancel_preview (self);
  self->leaving = 0;
  follow_seal (self);
  if (request == NULL)
    {
      show_preview_error (self, _("Choose what to export"));
      return;
    }
  self->preview = cut_progress_new ();
  cut_notebook_preview_export_async (self->notebook, request, self->preview, previewed_cb, g_object_ref (self));
}

static void
changed_cb (CutExportDialog *self)
{
  /* The template sets the first values before there is a notebook. */
  if (self->notebook == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->story_row), get_scope (self) == SCOPE_STORY);
  gtk_widget_set_visible (GTK_WIDGET (self->query_row), get_scope (self) == SCOPE_QUERY);
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), get_format (self)->pages);
  update_preview (self);
}

/* Asking for confidential material: once when it is chosen, once more before it is written. */

static void
ask (CutExportDialog *self,
     const char      *heading,
     const char      *body,
     const char      *verb,
     GCallback        answered)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "go", verb);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", answered, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
full_chosen_cb (CutExportDialog *self,
                const char      *response)
{
  self->full = strcmp (response, "go") == 0;
  follow_seal (self);
  if (!self->full)
    adw_combo_row_set_selected (self->profile_row, 0);
}

static void
profile_cb (CutExportDialog *self)
{
  changed_cb (self);
  if (!is_full (self))
    self->full = FALSE;
  else if (!self->full && self->notebook != NULL)
    ask (self, _("Include Confidential Material?"),
         _("Confidential sources leave under their own names, with what was agreed with them, and so do private notes. Contacts, code names and what must never leave stay here. "
           "Whoever can open the bundle learns who they are."),
         _("_Include"), G_CALLBACK (full_chosen_cb));
}

static void
sealed_cb (CutExportDialog *self)
{
  if (self->notebook != NULL)
    follow_seal (self);
}

/* The export. */

static void
progress_cb (CutExportDialog *self,
             GParamSpec      *pspec,
             CutProgress     *progress)
{
  /* The last news of a job may come after its end. */
  if (progress == self->progress)
    cut_progress_page_update (self->progress_label, self->progress_bar, progress);
}

static void
show_error (CutExportDialog *self,
            const char      *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Nothing Was Exported"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutExportReport) report = cut_notebook_export_finish (CUT_NOTEBOOK (source), result, &error);

  g_clear_object (&self->progress);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (report != NULL)
    {
      cut_seal_group_forget (self->seal);
      g_signal_emit (self, signals[EXPORTED], 0, report->path);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

static void
run_export (CutExportDialog *self,
            GFile           *file)
{
  g_autoptr (CutExportRequest) request = make_request (self);

  g_autoptr (GError) error = NULL;

  if (request == NULL)
    return;
  if (is_bundle (self) && !cut_seal_group_fill (self->seal, request, &error))
    {
      show_error (self, error->message);
      return;
    }
  request->path = g_file_get_path (file);
  self->progress = cut_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  cut_busy_while (G_OBJECT (self->progress), GTK_WIDGET (self), _("A file is being exported"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_sensitive (self->export_button, FALSE);
  cut_notebook_export_async (self->notebook, request, self->progress, exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CutExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = cut_file_dialog_save_finish (result, &error);

  if (file != NULL)
    run_export (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

/* A file name that says what is inside, without what file systems refuse. */
static char *
suggest_name (CutExportDialog *self)
{
  g_autofree char *title = NULL;
  guint selected = adw_combo_row_get_selected (self->story_row);

  if (get_scope (self) == SCOPE_STORY && self->stories != NULL && selected < self->stories->len)
    title = cut_record_get_title (g_ptr_array_index (self->stories, selected));
  else
    title = g_strdup (_("Cuttings"));
  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strconcat (title, get_format (self)->ending, is_bundle (self) && cut_seal_group_is_encrypting (self->seal) ? ".gpg" : NULL, NULL);
}

static void
choose_file (CutExportDialog *self)
{
  g_autofree char *name = suggest_name (self);
  g_autoptr (GFile) folder = self->folder != NULL ? g_file_new_for_path (self->folder) : NULL;

  cut_file_dialog_save (GTK_WINDOW (self), _("Save the Export"), folder, name, file_chosen_cb, g_object_ref (self));
}

static void
full_confirmed_cb (CutExportDialog *self,
                   const char      *response)
{
  if (strcmp (response, "go") == 0)
    choose_file (self);
}

static void
export_cb (CutExportDialog *self)
{
  g_autofree char *readers = is_full (self) ? cut_seal_group_describe_readers (self->seal) : NULL;

  if (readers == NULL)
    choose_file (self);
  else
    ask (self, _("Export Confidential Sources?"), readers, _("_Export"), G_CALLBACK (full_confirmed_cb));
}

/* Cancel stops the export; with nothing under way it closes the window. */
static void
cancel_cb (CutExportDialog *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
cut_export_dialog_close_request (GtkWindow *window)
{
  CutExportDialog *self = CUT_EXPORT_DIALOG (window);

  if (self->progress != NULL)
    {
      g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (cut_export_dialog_parent_class)->close_request (window);
}

/* Setting up. */

static void
stories_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutExportDialog) self = user_data;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) stories = cut_notebook_list_finish (CUT_NOTEBOOK (source), result, NULL);
  guint chosen = 0;

  for (guint i = 0; stories != NULL && i < stories->len; i++)
    {
      g_autofree char *title = cut_record_get_title (g_ptr_array_index (stories, i));

      gtk_string_list_append (names, title);
      if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (stories, i)), self->story) == 0)
        chosen = i;
    }
  self->stories = g_steal_pointer (&stories);
  adw_combo_row_set_model (self->story_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->story_row, chosen);
  changed_cb (self);
}

static void
add_scope (CutExportDialog *self,
           GtkStringList   *names,
           Scope            scope,
           const char      *name)
{
  g_array_append_val (self->scopes, scope);
  gtk_string_list_append (names, name);
}

static void
set_scope (CutExportDialog        *self,
           const CutExportRequest *scope)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_selected = scope != NULL && scope->ids != NULL ? g_strv_length (scope->ids) : 0;
  g_autofree char *selected = g_strdup_printf (
      ngettext ("The selected clip", "The %u selected clips", n_selected), n_selected);
  guint first = 0;

  if (n_selected > 0)
    add_scope (self, names, SCOPE_SELECTION, selected);
  add_scope (self, names, SCOPE_STORY, _("A story"));
  add_scope (self, names, SCOPE_QUERY, _("All clips with certain words"));
  add_scope (self, names, SCOPE_ALL, _("The whole notebook"));
  if (n_selected == 0)
    first = scope != NULL && scope->story != NULL ? 0 : scope != NULL && scope->query != NULL ? 1 : 2;
  if (scope != NULL)
    {
      self->ids = n_selected > 0 ? g_strdupv (scope->ids) : NULL;
      self->story = g_strdup (scope->story);
      gtk_editable_set_text (GTK_EDITABLE (self->query_row), scope->query != NULL ? scope->query : "");
    }
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->scope_row, first);
}

static void
cut_export_dialog_dispose (GObject *object)
{
  CutExportDialog *self = CUT_EXPORT_DIALOG (object);

  cancel_preview (self);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_export_dialog_parent_class)->dispose (object);
}

static void
cut_export_dialog_finalize (GObject *object)
{
  CutExportDialog *self = CUT_EXPORT_DIALOG (object);

  g_array_unref (self->scopes);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_object (&self->progress);
  g_strfreev (self->ids);
  g_free (self->story);
  g_free (self->folder);
  G_OBJECT_CLASS (cut_export_dialog_parent_class)->finalize (object);
}

static void
cut_export_dialog_class_init (CutExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cut_export_dialog_dispose;
  object_class->finalize = cut_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cut_export_dialog_close_request;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CUT_TYPE_SEAL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, story_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, query_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, seal);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, leaves_list);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, withheld_group);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, withheld_list);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, CutExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, sealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
cut_export_dialog_init (CutExportDialog *self)
{
  g_autoptr (GtkStringList) formats = cut_export_format_labels ();

  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  gtk_widget_init_template (GTK_WIDGET (self));
  cut_combo_row_show_whole (self->scope_row);
  cut_combo_row_show_whole (self->story_row);
  cut_combo_row_show_whole (self->format_row);
  cut_combo_row_show_whole (self->profile_row);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
}

GtkWidget *
cut_export_dialog_new (CutNotebook            *notebook,
                       const CutExportRequest *scope,
                       const char             *folder)
{
  CutExportDialog *self = g_object_new (CUT_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (CutQuery) stories = cut_query_new (CUT_KIND_STORY);
  const char *const *user = g_get_language_names ();

  set_scope (self, scope);
  self->folder = g_strdup (folder);
  adw_combo_row_set_selected (self->language_row, g_str_has_prefix (user[0], "de") ? 1 : 0);
  self->notebook = g_object_ref (notebook);
  cut_query_set_order (stories, "title", FALSE);
  cut_notebook_list_async (notebook, stories, NULL, stories_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
