/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-settings.h"

static void
count_cb (CutSettings *settings,
          const char  *key,
          guint       *n)
{
  (*n)++;
}

static void
check (CutSettings *settings)
{
  g_autofree char *sort = cut_settings_get_string (settings, "sort-order");
  g_autofree char *view = NULL;
  guint n = 0;

  g_assert_cmpstr (sort, ==, "created");
  g_assert_cmpint (cut_settings_get_int (settings, "window-width"), ==, 1280);
  g_assert_cmpfloat (cut_settings_get_double (settings, "text-scale"), ==, 1.0);
  g_assert_false (cut_settings_get_boolean (settings, "show-furniture"));
  g_signal_connect (settings, "changed::last-view", G_CALLBACK (count_cb), &n);
  cut_settings_set_string (settings, "last-view", "claims");
  cut_settings_set_string (settings, "last-view", "claims");
  view = cut_settings_get_string (settings, "last-view");
  g_assert_cmpstr (view, ==, "claims");
  g_assert_cmpuint (n, ==, 1);
}

static void
test_stored (void)
{
  g_autoptr (CutSettings) settings = cut_settings_new ();

  if (!cut_settings_is_stored (settings))
    g_test_skip ("The compiled schema is not there; build data/ first");
  else
    check (settings);
}

/* Without the schema the program runs on the defaults. The schema source is made once a process. */
static void
test_absent_child (void)
{
  g_autoptr (CutSettings) settings = NULL;

  g_test_expect_message ("cuttings", G_LOG_LEVEL_MESSAGE, "*not installed*");
  settings = cut_settings_new ();
  g_test_assert_expected_messages ();
  g_assert_false (cut_settings_is_stored (settings));
  check (settings);
}

static void
test_absent (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_auto (GStrv) env = g_get_environ ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  env = g_environ_setenv (env, "XDG_DATA_DIRS", "/nonexistent", TRUE);
  env = g_environ_setenv (env, "XDG_DATA_HOME", "/nonexistent", TRUE);
  env = g_environ_unsetenv (env, "GSETTINGS_SCHEMA_DIR");
  g_subprocess_launcher_set_environ (launcher, env);
  child = g_subprocess_launcher_spawn (launcher, &error, program, "-p", "/ui/settings/child", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/settings/stored", test_stored);
  g_test_add_func ("/ui/settings/absent", test_absent);
  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL)
    g_test_add_func ("/ui/settings/child", test_absent_child);
  return g_test_run ();
}
