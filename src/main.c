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

int
main (int   argc,
      char *argv[])
{
  g_autoptr (CutApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The command line works without a display, so it comes before anything of GTK. */
  if (cut_cli_wants (argc, argv))
    return cut_cli_main (argc, argv);

  g_set_application_name (_("Cuttings"));
  application = cut_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
