/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "cut-application.h"
#include "cut-cli.h"

/* A build folder that is not installed names its own translations. */
static const char *
locale_dir (void)
{
  const char *dir = g_getenv ("CUTTINGS_LOCALEDIR");

  return dir != NULL && *dir != '\0' ? dir : LOCALEDIR;
}

#define MEASURE "--benchmark-startup"

/* `cuttings bench-startup`, a subcommand that needs a display, is the option by another name. Takes the word out of the arguments. */
static gboolean
wants_measuring (int    *argc,
                 char  **argv)
{
  const char *word = cut_cli_is_called (*argc, argv, "bench-startup") ? "bench-startup" : MEASURE;

  for (int i = 1; i < *argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], word))
      {
        for (int j = i; j < *argc; j++)
          argv[j] = argv[j + 1];
        (*argc)--;
        return TRUE;
      }
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  gint64 began = g_get_monotonic_time ();
  gboolean measuring;
  g_autoptr (CutApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  measuring = wants_measuring (&argc, argv);
  /* The command line works without a display, so it comes before anything of GTK. */
  if (!measuring && cut_cli_wants (argc, argv))
    return cut_cli_main (argc, argv);

  g_set_application_name (_("Cuttings"));
  application = cut_application_new ();
  if (measuring)
    cut_application_measure (application, began);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
