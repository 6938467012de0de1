/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-notebook-protection.h"
#include "cut-output.h"
#include "cut-prompt.h"
#include "cut-secrets.h"

typedef struct
{
  const char *name;
  gboolean (*run) (CutCli *cli, const char *new_file, GError **error);
} Verb;

static CutPassphrase *
get_passphrase (const char  *file,
                const char  *question,
                GError     **error)
{
  return file != NULL ? cut_passphrase_read (file, error) : cut_prompt_passphrase (question, error);
}

/* Typed blind, so typed twice. */
static CutPassphrase *
get_new_passphrase (const char  *file,
                    GError     **error)
{
  g_autoptr (CutPassphrase) first = get_passphrase (file, _("New passphrase"), error);
  g_autoptr (CutPassphrase) second = NULL;

  if (first == NULL || file != NULL)
    return g_steal_pointer (&first);
  second = cut_prompt_passphrase (_("The same again"), error);
  if (second == NULL || cut_passphrase_equal (first, second))
    return second != NULL ? g_steal_pointer (&first) : NULL;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The two passphrases differ; nothing was changed"));
  return NULL;
}

static gboolean
set (CutCli      *cli,
     const char  *new_file,
     GError     **error)
{
  g_autoptr (CutPassphrase) passphrase = NULL;

  if (cut_notebook_is_protected (cli->notebook))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The notebook is protected by a passphrase already"));
      return FALSE;
    }
  if (!cli->quiet)
    g_printerr ("%s\n", _("Contacts and the names of confidential sources will be sealed. Nobody can open them without the "
                          "passphrase: if it is forgotten, they are lost. Backups made before stay as they are."));
  passphrase = get_new_passphrase (new_file != NULL ? new_file : cli->passphrase_file, error);
  return passphrase != NULL && cut_notebook_protect (cli->notebook, passphrase, NULL, error);
}

static gboolean
change (CutCli      *cli,
        const char  *new_file,
        GError     **error)
{
  g_autoptr (CutPassphrase) old = get_passphrase (cli->passphrase_file, _("Present passphrase"), error);
  g_autoptr (CutPassphrase) passphrase = old != NULL ? get_new_passphrase (new_file, error) : NULL;

  return passphrase != NULL && cut_notebook_change_passphrase (cli->notebook, old, passphrase, NULL, error);
}

static gboolean
take_away (CutCli      *cli,
           const char  *new_file,
           GError     **error)
{
  g_autoptr (CutPassphrase) passphrase = get_passphrase (cli->passphrase_file, _("Passphrase"), error);

  return passphrase != NULL && cut_notebook_unprotect (cli->notebook, passphrase, NULL, error);
}

static gboolean
count_sealed (CutCli   *cli,
              CutKind   kind,
              gint64   *sealed,
              GError  **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  query->trash = CUT_TRASH_INCLUDED;
  records = cut_notebook_list (cli->notebook, query, NULL, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    *sealed += cut_record_is_locked (g_ptr_array_index (records, i));
  return records != NULL;
}

static gboolean
status (CutCli      *cli,
        const char  *new_file,
        GError     **error)
{
  gboolean guarded = cut_notebook_is_protected (cli->notebook);
  g_autoptr (JsonObject) object = json_object_new ();
  gint64 sealed = 0;

  if (!count_sealed (cli, CUT_KIND_SOURCE, &sealed, error) || !count_sealed (cli, CUT_KIND_ENQUIRY, &sealed, error))
    return FALSE;
  if (!cli->json)
    {
      g_print ("%s\n", guarded ? _("A passphrase is set.") : _("No passphrase is set."));
      if (guarded)
        /* Translators: how many sources and enquiries have something that only the passphrase opens */
        g_print (ngettext ("%d object has sealed fields.\n", "%d objects have sealed fields.\n", (gulong) sealed), (int) sealed);
      return TRUE;
    }
  json_object_set_boolean_member (object, "protected", guarded);
  json_object_set_int_member (object, "sealed", sealed);
  cut_output_object (object);
  return TRUE;
}

static const Verb verbs[] = {
  { "set", set },
  { "change", change },
  { "remove", take_away },
  { "status", status },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

int
cut_command_protect (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  g_autofree char *new_file = NULL;
  const GOptionEntry entries[] = {
    { "new-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &new_file, N_ ("Where the new passphrase stands; - is standard input"),
      N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const Verb *verb;

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  verb = find_verb (words[0]);
  if (verb == NULL || words[1] != NULL)
    return cut_cli_usage (cli, _("say one of set, change, remove, status"));
  if (cut_cli_open_locked (cli) == NULL)
    return CUT_EXIT_FAULT;
  return verb->run (cli, new_file, &error) ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}
