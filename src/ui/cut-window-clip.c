/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-busy.h"
#include "cut-clip.h"
#include "cut-compat.h"
#include "cut-limits.h"
#include "cut-link-dialog.h"
#include "cut-links.h"
#include "cut-view.h"
#include "cut-window-private.h"

/* All that comes into the window: links, files, the clipboard, what is dropped. */

/* Returns: (transfer full): a request that goes where the window is */
static CutClipRequest *
make_request (CutWindow *self)
{
  CutClipRequest *request = cut_clip_request_new ();
  g_autofree char *user_agent = cut_settings_get_string (self->settings, "user-agent");

  if (g_str_has_prefix (self->view, "story:"))
    request->story = g_strdup (cut_view_get_id (self->view));
  if (*user_agent != '\0')
    request->user_agent = g_steal_pointer (&user_agent);
  return request;
}

static void
clip_links (CutWindow         *self,
            const char *const *links)
{
  for (guint i = 0; links[i] != NULL; i++)
    {
      g_autoptr (CutClipRequest) request = make_request (self);

      request->url = g_strdup (links[i]);
      cut_clipper_clip (self->clipper, request);
    }
}

/* @url: (nullable): where it came from */
static void
clip_bytes_of (CutWindow  *self,
               GBytes     *bytes,
               const char *content_type,
               const char *url)
{
  g_autoptr (CutClipRequest) request = make_request (self);

  if (g_bytes_get_size (bytes) == 0)
    {
      cut_window_toast (self, _("There is no text to clip."), FALSE);
      return;
    }
  request->bytes = g_bytes_ref (bytes);
  request->content_type = g_strdup (content_type);
  request->url = g_strdup (url);
  cut_clipper_clip (self->clipper, request);
}

static void
clip_bytes (CutWindow  *self,
            GBytes     *bytes,
            const char *content_type)
{
  clip_bytes_of (self, bytes, content_type, NULL);
}

/* A text that is nothing but addresses means the articles there. */
static gboolean
clip_text_as_links (CutWindow  *self,
                    const char *text)
{
  g_auto (GStrv) links = cut_links_parse (text, FALSE);

  if (links == NULL)
    return FALSE;
  clip_links (self, (const char *const *) links);
  return TRUE;
}

static void
clip_text_of (CutWindow  *self,
              const char *text,
              const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  clip_bytes_of (self, bytes, "text/plain", url);
}

static void
clip_text (CutWindow  *self,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (!clip_text_as_links (self, text))
    clip_bytes (self, bytes, "text/plain");
}

/* Files. */

static void
file_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (bytes == NULL)
    cut_window_toast (self, error->message, FALSE);
  else if (self->clipper != NULL)
    clip_bytes (self, bytes, NULL);
}

/* Files that hold no article, but what another program or a colleague has collected. A browser renames a bundle that it fetches
 * twice: any archive may be one. */
static gboolean
is_collection (const char *path)
{
  static const char *const endings[] = { ".zip", ".gpg", ".pgp", ".csv", ".json", ".enex", ".jex", ".ris", ".bib", ".rdf", ".wacz",
                                         ".qdpx", ".sqlite3" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static void
clip_file (CutWindow *self,
           GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *path = g_file_peek_path (file);
  const char *const links[] = { uri, NULL };
  g_autoptr (CutClipRequest) request = make_request (self);

  if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    {
      clip_links (self, links);
      return;
    }
  if (path == NULL)
    {
      g_file_load_bytes_async (file, NULL, file_loaded_cb, g_object_ref (self));
      return;
    }
  if (is_collection (path))
    {
      cut_window_import (self, path);
      return;
    }
  request->path = g_strdup (path);
  cut_clipper_clip (self->clipper, request);
}

void
cut_window_open_files (CutWindow  *self,
                       GFile     **files,
                       int         n_files)
{
  g_return_if_fail (CUT_IS_WINDOW (self));

  for (int i = 0; i < n_files; i++)
    clip_file (self, files[i]);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (GListModel) files = cut_file_dialog_open_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      clip_file (self, file);
    }
}

static void
clip_file_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  static const char *const types[] = { "text/html", "application/xhtml+xml", "application/pdf", "text/plain", "text/markdown",
                                       "multipart/related", "application/x-mimearchive", "application/warc",
                                       "application/x-warc", NULL };

  cut_file_dialog_open (GTK_WINDOW (widget), _("Open Saved Articles"), types, _("Pages, PDFs and Texts"), files_chosen_cb,
                        g_object_ref (widget));
}

/* Links. */

static void
links_cb (CutWindow         *self,
          const char *const *links)
{
  clip_links (self, links);
}

static void
clip_link_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GtkWidget *dialog = cut_link_dialog_new ();

  if (parameter != NULL)
    cut_link_dialog_set_text (CUT_LINK_DIALOG (dialog), g_variant_get_string (parameter, NULL));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  g_signal_connect_object (dialog, "links", G_CALLBACK (links_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The clipboard: files, else links, else HTML, else text. */

typedef struct
{
  CutWindow *window;       /* (owned) */
  GdkClipboard *clipboard; /* (owned) */
  char *url;               /* (owned) (nullable): of the clip that it goes to */
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->window);
  g_object_unref (paste->clipboard);
  g_free (paste->url);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
html_spliced_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    cut_window_toast (paste->window, error->message, FALSE);
  else if (paste->window->clipper != NULL)
    {
      g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));

      clip_bytes_of (paste->window, bytes, "text/html", paste->url);
    }
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      cut_window_toast (paste->window, error->message, FALSE);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_steal_pointer (&paste));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  static const char *html[] = { "text/html", NULL };
  g_autoptr (Paste) paste = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  g_autofree char *text = gdk_clipboard_read_text_finish (clipboard, result, NULL);

  if (text != NULL && paste->url == NULL && clip_text_as_links (paste->window, text))
    return;
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_read_cb, g_steal_pointer (&paste));
  else if (text != NULL && paste->url != NULL)
    clip_text_of (paste->window, text, paste->url);
  else if (text != NULL)
    clip_text (paste->window, text);
  else
    cut_window_toast (paste->window, _("There is no text to clip."), FALSE);
}

static void
clip_file_list (CutWindow   *self,
                GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  for (GSList *l = files; l != NULL; l = l->next)
    clip_file (self, l->data);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    cut_window_toast (paste->window, error->message, FALSE);
  else
    clip_file_list (paste->window, g_value_get_boxed (value));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste = g_new0 (Paste, 1);

  paste->window = CUT_WINDOW (g_object_ref (widget));
  paste->clipboard = g_object_ref (clipboard);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, paste);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, paste);
}

/* The text of a clip whose page was no article; where the clip has no address, a clip of its own. */
static void
paste_into_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  const char *url = g_variant_get_string (parameter, NULL);
  Paste *paste = g_new0 (Paste, 1);

  paste->window = CUT_WINDOW (g_object_ref (widget));
  paste->clipboard = g_object_ref (clipboard);
  paste->url = *url != '\0' ? g_strdup (url) : NULL;
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, paste);
}

/* Dropping. */

typedef struct
{
  CutWindow *window; /* (owned) */
  GdkDrop *drop;     /* (owned) */
} Dropped;

static void
dropped_free (Dropped *dropped)
{
  gdk_drop_finish (dropped->drop, GDK_ACTION_COPY);
  g_object_unref (dropped->drop);
  g_object_unref (dropped->window);
  g_free (dropped);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dropped, dropped_free)

static void
drop_spliced_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Dropped) dropped = user_data;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    return;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (dropped->window->clipper != NULL)
    clip_bytes (dropped->window, bytes, "text/html");
}

static void
drop_html_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Dropped) dropped = user_data;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    return;
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, drop_spliced_cb, g_steal_pointer (&dropped));
}

static void
drop_value_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Dropped) dropped = user_data;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);

  if (value == NULL || dropped->window->clipper == NULL)
    return;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    clip_file_list (dropped->window, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    clip_text (dropped->window, g_value_get_string (value));
}

/* Clips that are dragged to a story are no news. */
static gboolean
accept_cb (GtkDropTargetAsync *target,
           GdkDrop            *drop)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  return gdk_content_formats_contain_mime_type (formats, "text/uri-list")
         || gdk_content_formats_contain_mime_type (formats, "text/html")
         || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
         || gdk_content_formats_contain_mime_type (formats, "text/plain");
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         CutWindow          *self)
{
  static const char *html[] = { "text/html", NULL };
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  Dropped *dropped = g_new0 (Dropped, 1);

  dropped->window = g_object_ref (self);
  dropped->drop = g_object_ref (drop);
  if (gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, drop_value_cb, dropped);
  else if (gdk_content_formats_contain_mime_type (formats, "text/html"))
    gdk_drop_read_async (drop, html, G_PRIORITY_DEFAULT, NULL, drop_html_cb, dropped);
  else
    gdk_drop_read_value_async (drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, drop_value_cb, dropped);
  return TRUE;
}

/* What came of it. */

void
cut_window_drop_date_offer (CutWindow  *self,
                            const char *clip)
{
  AdwToast *toast = self->date_toast;

  if (toast == NULL || (clip != NULL && g_strcmp0 (clip, g_object_get_data (G_OBJECT (toast), "clip")) != 0))
    return;
  g_clear_weak_pointer (&self->date_toast);
  adw_toast_dismiss (toast);
}

static void
offer_date (CutWindow *self,
            CutRecord *clip)
{
  AdwToast *toast = adw_toast_new (_("This clip has no publication date."));

  /* One offer at a time: the one for the clip that came last. */
  cut_window_drop_date_offer (self, NULL);
  g_set_weak_pointer (&self->date_toast, toast);
  g_object_set_data_full (G_OBJECT (toast), "clip", g_strdup (cut_record_get_id (clip)), g_free);
  adw_toast_set_button_label (toast, _("_Set Date"));
  adw_toast_set_action_name (toast, "win.set-date");
  adw_toast_set_action_target (toast, "s", cut_record_get_id (clip));
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A single clip is shown at once; of a long list only the list. */
static void
clipped_cb (CutWindow     *self,
            CutClipResult *result)
{
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;

  /* What failed before is still among the jobs, and no part of the list. */
  if (cut_clipper_is_busy (self->clipper) || cut_clipper_count_ended (self->clipper) > 1)
    return;
  if (cut_view_get_kind (self->view) == CUT_KIND_CLIP && strcmp (self->view, "trash") != 0)
    {
      cut_window_open_clip (self, cut_record_get_id (result->clip), TRUE);
      cut_clip_list_scroll_to_top (self->clips);
    }
  if (result->status == CUT_CLIPPED_NEW && cut_clip_get_published (CUT_CLIP (result->clip)) == NULL)
    offer_date (self, result->clip);
  if (result->status != CUT_CLIPPED_UNCHANGED)
    return;
  title = cut_record_get_title (result->clip);
  /* Translators: %s is the title of an article */
  sentence = g_strdup_printf (_("Already in the notebook, unchanged: %s"), title);
  cut_window_toast (self, sentence, FALSE);
}

static void
notify (CutWindow  *self,
        const char *sentence)
{
  g_autoptr (GNotification) notification = NULL;
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (application == NULL || gtk_window_is_active (GTK_WINDOW (self)))
    return;
  notification = g_notification_new (sentence);
  g_application_send_notification (application, "clipped", notification);
}

/* Each job that failed, tried again. */
static void
retry_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GListModel *jobs = cut_clipper_get_jobs (CUT_WINDOW (widget)->clipper);
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (jobs); i++)
    {
      g_autoptr (CutJob) job = g_list_model_get_item (jobs, i);

      if (cut_job_get_state (job) == CUT_JOB_FAILED)
        g_ptr_array_add (failed, g_steal_pointer (&job));
    }
  for (guint i = 0; i < failed->len; i++)
    cut_job_retry (g_ptr_array_index (failed, i));
}

/* Returns: (transfer full): of one its cause, which needs no look at the jobs */
static char *
describe_failed (CutWindow *self,
                 guint      failed)
{
  GListModel *jobs = cut_clipper_get_jobs (self->clipper);

  for (guint i = g_list_model_get_n_items (jobs); failed == 1 && i-- > 0;)
    {
      g_autoptr (CutJob) job = g_list_model_get_item (jobs, i);

      if (cut_job_get_state (job) == CUT_JOB_FAILED && cut_job_get_message (job) != NULL)
        /* Translators: %s is a sentence that says why */
        return g_strdup_printf (_("The article could not be clipped. %s"), cut_job_get_message (job));
    }
  return g_strdup_printf (ngettext ("%u article could not be clipped. Jobs tells why.",
                                    "%u articles could not be clipped. Jobs tells why.", failed), failed);
}

static void
settled_cb (CutWindow *self,
            guint      done,
            guint      failed)
{
  g_autofree char *sentence = NULL;

  if (failed > 0)
    sentence = describe_failed (self, failed);
  else if (done > 1)
    sentence = g_strdup_printf (ngettext ("%u article clipped", "%u articles clipped", done), done);
  if (sentence == NULL)
    return;
  if (failed > 0)
    cut_window_say (self, sentence, _("_Try Again"), "win.retry-failed");
  else
    cut_window_toast (self, sentence, FALSE);
  notify (self, sentence);
}

void
cut_window_class_install_clip_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.clip-link", NULL, clip_link_cb);
  gtk_widget_class_install_action (widget_class, "win.clip-url", "s", clip_link_cb);
  gtk_widget_class_install_action (widget_class, "win.clip-file", NULL, clip_file_cb);
  gtk_widget_class_install_action (widget_class, "win.retry-failed", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-into", "s", paste_into_cb);
}

/* Who logs out meanwhile would lose what is not stored yet. */
static void
busy_cb (CutWindow *self)
{
  if (!cut_clipper_is_busy (self->clipper))
    cut_busy_end (&self->busy);
  else if (self->busy == 0)
    self->busy = cut_busy_begin (GTK_WIDGET (self), _("The notebook is being written"));
}

void
cut_window_init_clipping (CutWindow *self)
{
  gboolean writable = !cut_notebook_is_read_only (self->notebook);
  GtkDropTargetAsync *target = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->clipper, "clipped", G_CALLBACK (clipped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clipper, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clipper, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clip-link", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clip-url", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clip-file", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-into", writable);
}
