/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cut-accels.h"
#include "cut-help.h"
#include "cut-notebook.h"
#include "cut-settings.h"
#include "cut-startup.h"
#include "cut-window.h"

struct _CutApplication
{
  AdwApplication parent_instance;

  CutSettings *settings;  /* (owned) (nullable): once started */
  CutNotebook *notebook;  /* (owned) (nullable): once open */
  GtkWidget *window;      /* (nullable): borrowed from GTK */
  GPtrArray *waiting;     /* (owned) (element-type GFile): to be opened when the notebook is */
  char *path;             /* (owned) (nullable): of the notebook, when the command line says so */
  CutStartup *startup;    /* (owned) (nullable): where it is only measured */
  gboolean begun;         /* it was tried to open the notebook; from now on only where somebody asks for it again */
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (CutApplication, cut_application, ADW_TYPE_APPLICATION)

/* What the command line names is opened once the window can. */
static void
open_waiting (CutApplication *self)
{
  if (!cut_window_is_ready (CUT_WINDOW (self->window)))
    return;
  cut_window_open_files (CUT_WINDOW (self->window), (GFile **) self->waiting->pdata, (int) self->waiting->len);
  g_ptr_array_set_size (self->waiting, 0);
}

/* Measuring: the window is shown once, and goes. */

static void
reach (CutApplication *self,
       CutStartupStep  step)
{
  g_autofree char *line = NULL;

  if (self->startup == NULL || !cut_startup_reach (self->startup, step))
    return;
  line = cut_startup_describe (self->startup);
  g_print ("%s\n", line);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
drawn_cb (CutApplication *self,
          GdkFrameClock  *clock)
{
  g_signal_handlers_disconnect_by_func (clock, drawn_cb, self);
  reach (self, CUT_STARTUP_FIRST_FRAME);
}

static void
mapped_cb (CutApplication *self,
           GtkWidget      *window)
{
  reach (self, CUT_STARTUP_MAP);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
}

static void
list_drawn_cb (CutApplication *self,
               GdkFrameClock  *clock)
{
  g_signal_handlers_disconnect_by_func (clock, list_drawn_cb, self);
  reach (self, CUT_STARTUP_LIST_READY);
}

/* Rows are there; they are seen with the frame that comes next. */
static void
filled_cb (CutApplication *self,
           GtkWidget      *list)
{
  g_signal_handlers_disconnect_by_func (list, filled_cb, self);
  g_signal_connect_object (gtk_widget_get_frame_clock (self->window), "after-paint", G_CALLBACK (list_drawn_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (list);
}

/* The program ends with the window. */
static void
measure (CutApplication *self)
{
  g_signal_connect_object (self->window, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cut_window_get_list (CUT_WINDOW (self->window)), "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
}

/* Opening. */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  self->notebook = cut_notebook_open_finish (result, &error);
  /* Who closed the window meanwhile wants to see nothing more. */
  if (self->window != NULL && self->notebook != NULL)
    cut_window_take_notebook (CUT_WINDOW (self->window), self->notebook);
  else if (self->window != NULL)
    cut_window_show_failure (CUT_WINDOW (self->window), error);
  g_application_release (G_APPLICATION (self));
}

/* Returns: (transfer full): of the notebook to open */
static char *
find_path (CutApplication *self)
{
  g_autofree char *preferred = cut_settings_get_string (self->settings, "notebook-path");

  if (self->path != NULL)
    return g_strdup (self->path);
  return *preferred != '\0' ? g_steal_pointer (&preferred) : cut_notebook_default_path ();
}

static void
open_notebook (CutApplication *self)
{
  g_autofree char *path = NULL;

  if (self->opening || self->notebook != NULL)
    return;
  path = find_path (self);
  self->opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  cut_notebook_open_async (path, NULL, opened_cb, g_object_ref (self));
}

static void
open_again_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  open_notebook (user_data);
}

/* Threads open the notebook while the window is made: what that shows first takes none. */

static void
show_window (CutApplication *self)
{
  if (self->window == NULL)
    {
      if (!self->begun)
        open_notebook (self);
      self->begun = TRUE;
      self->window = cut_window_new (GTK_APPLICATION (self), self->notebook, self->settings);
      g_signal_connect_object (self->window, "ready", G_CALLBACK (open_waiting), self, G_CONNECT_SWAPPED);
      if (self->startup != NULL)
        measure (self);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  open_waiting (self);
}

static void
cut_application_activate (GApplication *application)
{
  CutApplication *self = CUT_APPLICATION (application);

  reach (self, CUT_STARTUP_ACTIVATE);
  show_window (self);
}

static void
cut_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  CutApplication *self = CUT_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
  g_application_activate (application);
}

static int
cut_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  CutApplication *self = CUT_APPLICATION (application);

  /* Another notebook is another program: the one that runs keeps its own. */
  if (g_variant_dict_lookup (options, "notebook", "^ay", &self->path))
    {
      g_autofree char *given = g_steal_pointer (&self->path);

      self->path = g_canonicalize_filename (given, NULL);
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CutApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CutApplication *self = user_data;

  if (self->window != NULL)
    cut_help_show (GTK_WINDOW (self->window));
}

/* GTK asks the program's own translation for the direction, and stays left to right where there is none. Who
 * reads Arabic or Hebrew has the window the other way round in any case. */
static void
follow_locale_direction (void)
{
  PangoLanguage *language = pango_language_from_string (setlocale (LC_MESSAGES, NULL));
  int n = 0;
  const PangoScript *scripts = language != NULL ? pango_language_get_scripts (language, &n) : NULL;

  if (scripts != NULL && n > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW
                                   || scripts[0] == PANGO_SCRIPT_SYRIAC || scripts[0] == PANGO_SCRIPT_THAANA
                                   || scripts[0] == PANGO_SCRIPT_NKO))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static void
cut_application_startup (GApplication *application)
{
  CutApplication *self = CUT_APPLICATION (application);
  static const GActionEntry actions[] = {
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
    { "help", help_cb, NULL, NULL, NULL, { 0 } },
    { "open-again", open_again_cb, NULL, NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (cut_application_parent_class)->startup (application);
  follow_locale_direction ();
  /* Titles can be copied; the focus passing by must not mark them blue. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->settings = cut_settings_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  cut_accels_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (APP_ID);
  reach (self, CUT_STARTUP_INIT);
}

static void
cut_application_shutdown (GApplication *application)
{
  CutApplication *self = CUT_APPLICATION (application);

  /* What was done is written before the program ends. */
  if (self->notebook != NULL)
    cut_notebook_close (self->notebook);
  G_APPLICATION_CLASS (cut_application_parent_class)->shutdown (application);
}

static void
cut_application_finalize (GObject *object)
{
  CutApplication *self = CUT_APPLICATION (object);

  if (self->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_clear_object (&self->settings);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->startup, cut_startup_free);
  g_ptr_array_unref (self->waiting);
  g_free (self->path);
  G_OBJECT_CLASS (cut_application_parent_class)->finalize (object);
}

static void
cut_application_class_init (CutApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_application_finalize;
  application_class->activate = cut_application_activate;
  application_class->open = cut_application_open;
  application_class->startup = cut_application_startup;
  application_class->shutdown = cut_application_shutdown;
  application_class->handle_local_options = cut_application_handle_local_options;
}

static void
cut_application_init (CutApplication *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option (G_APPLICATION (self), "notebook", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME,
                                 _("Open this notebook"), _("FILE"));
}

CutApplication *
cut_application_new (void)
{
  return g_object_new (CUT_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path", "/app/cuttings/Cuttings",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

void
cut_application_measure (CutApplication *self,
                         gint64          began)
{
  g_return_if_fail (CUT_IS_APPLICATION (self));

  self->startup = cut_startup_new (began);
  g_application_set_flags (G_APPLICATION (self), g_application_get_flags (G_APPLICATION (self)) | G_APPLICATION_NON_UNIQUE);
}
