/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-change.h"
#include "cut-command.h"
#include "cut-error.h"
#include "cut-fields.h"
#include "cut-output.h"
#include "cut-properties.h"

/* The kind of what is edited decides which options there are, so it is looked up before they are parsed:
 * the first word that is no option and no option's value and that names an object. */
static CutRecord *
find_subject (CutCli  *cli,
              int      argc,
              char   **argv)
{
  for (int i = 1; i < argc; i++)
    {
      CutRecord *record = *argv[i] != '-' ? cut_cli_get (cli, argv[i], NULL) : NULL;

      if (record != NULL)
        return record;
    }
  return NULL;
}

/* Whether a word may be the name of an object: only its kind could say which options have values, so each is taken to have one. */
static gboolean
names_something (int    argc,
                 char **argv)
{
  static const char *const alone[] = { "--json", "-j", "--quiet", "-q", NULL };

  for (int i = 1; i < argc; i++)
    if (*argv[i] != '-')
      return TRUE;
    else if (strchr (argv[i], '=') == NULL && !g_strv_contains (alone, argv[i]))
      i++;
  return FALSE;
}

/* --notebook must be known before the notebook can say what the subject is. */
static void
peek_notebook (CutCli  *cli,
               int      argc,
               char   **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if ((g_str_equal (argv[i], "--notebook") || g_str_equal (argv[i], "-n")) && i + 1 < argc)
        cli->notebook_path = g_strdup (argv[i + 1]);
      else if (g_str_has_prefix (argv[i], "--notebook="))
        cli->notebook_path = g_strdup (argv[i] + strlen ("--notebook="));
    }
}

static CutAct *
make_edit (CutCli               *cli,
           CutFields            *fields,
           const CutProperties  *properties,
           CutKind               kind,
           char                **ids,
           GError              **error)
{
  g_autoptr (GPtrArray) records = cut_change_get_all (cli, ids, error);
  g_autoptr (CutAct) act = cut_act_new (_("Edit"));

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      g_autoptr (CutRecord) changed = NULL;

      if (cut_record_get_kind (record) != kind)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE, _("Edit objects of one kind at a time"));
          return NULL;
        }
      changed = cut_fields_apply (fields, cli, record, error);
      if (changed == NULL)
        return NULL;
      if (kind != CUT_KIND_ENTITY && kind != CUT_KIND_RELATION)
        cut_act_put (act, changed);
      else if (!cut_properties_apply (properties, cli, act, changed, error))
        return NULL;
    }
  return records != NULL ? g_steal_pointer (&act) : NULL;
}

static gboolean
parse (CutCli         *cli,
       int             argc,
       char          **argv,
       CutFields      *fields,
       CutKind         kind,
       CutProperties  *properties,
       char         ***ids)
{
  const GOptionEntry facts[] = {
    { "property", 0, 0, G_OPTION_ARG_STRING_ARRAY, &properties->set, N_ ("A property; may be given several times"), N_ ("KEY=VALUE") },
    { "no-property", 0, 0, G_OPTION_ARG_STRING_ARRAY, &properties->unset, N_ ("Facts to move to the Trash"), N_ ("KEY[=VALUE]") },
    /* Of a relation it is a field. */
    { kind == CUT_KIND_ENTITY ? "evidence" : NULL, 0, 0, G_OPTION_ARG_STRING_ARRAY, &properties->evidence,
      N_ ("An annotation that proves them; may be given several times"), N_ ("ID") },
    { NULL },
  };
  gboolean has_facts = kind == CUT_KIND_ENTITY || kind == CUT_KIND_RELATION;

  return cut_cli_parse (cli, argc, argv, cut_fields_get_entries (fields, has_facts ? facts : NULL), ids);
}

/* The options are those of the kind that is named, or that the object has. */
static int
explain (CutCli  *cli,
         int      argc,
         char   **argv)
{
  g_auto (CutProperties) properties = { NULL };
  g_autoptr (CutFields) fields = NULL;
  g_autoptr (CutRecord) subject = NULL;
  g_auto (GStrv) words = NULL;
  CutKind kind = CUT_KIND_NONE;

  for (int i = 1; i < argc && kind == CUT_KIND_NONE; i++)
    kind = cut_kind_from_name (argv[i]);
  if (kind == CUT_KIND_NONE && names_something (argc, argv))
    {
      peek_notebook (cli, argc, argv);
      subject = cut_cli_open (cli) != NULL ? find_subject (cli, argc, argv) : NULL;
    }
  if (subject != NULL)
    kind = cut_record_get_kind (subject);
  if (kind != CUT_KIND_NONE)
    {
      fields = cut_fields_new (kind);
      return parse (cli, argc, argv, fields, kind, &properties, &words) ? CUT_EXIT_DONE : CUT_EXIT_USAGE;
    }
  cli->note = _("The options depend on what is edited: “cuttings help edit claim” lists those of a claim, “cuttings edit ID --help” those of the "
                "object.");
  return cut_cli_parse (cli, argc, argv, NULL, &words) ? CUT_EXIT_DONE : CUT_EXIT_USAGE;
}

int
cut_command_edit (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_autoptr (CutRecord) subject = NULL;
  g_auto (CutProperties) properties = { NULL };
  g_autoptr (CutFields) fields = NULL;
  g_autoptr (CutAct) act = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  CutKind kind;

  if (cut_cli_asks_help (argv))
    return explain (cli, argc, argv);
  if (!names_something (argc, argv))
    return cut_cli_usage (cli, _("name the object by its id"));
  peek_notebook (cli, argc, argv);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  subject = find_subject (cli, argc, argv);
  if (subject == NULL)
    {
      g_printerr ("cuttings edit: %s\n", _("There is no such object in the notebook"));
      return CUT_EXIT_FAULT;
    }
  kind = cut_record_get_kind (subject);
  fields = cut_fields_new (kind);
  if (!parse (cli, argc, argv, fields, kind, &properties, &ids))
    return CUT_EXIT_USAGE;
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  act = make_edit (cli, fields, &properties, kind, ids, &error);
  if (act == NULL || !cut_change_commit (cli, g_steal_pointer (&act), &error))
    return cut_cli_fail (cli, error);
  return CUT_EXIT_DONE;
}

static int
move_all (CutCli         *cli,
          int             argc,
          char          **argv,
          const char     *label,
          CutChangeFunc   move)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &ids))
    return CUT_EXIT_USAGE;
  if (ids[0] == NULL)
    return cut_cli_usage (cli, _("name the object by its id or the first characters of it"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return cut_change_all (cli, ids, label, move, &error) ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}

int
cut_command_delete (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  return move_all (cli, argc, argv, _("Delete"), cut_act_trash);
}

int
cut_command_restore (CutCli  *cli,
                     int      argc,
                     char   **argv)
{
  return move_all (cli, argc, argv, _("Restore"), cut_act_restore);
}

static int
step (CutCli     *cli,
      int         argc,
      char      **argv,
      const char *member,
      char     *(*move) (CutNotebook *, GError **))
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!cut_cli_parse (cli, argc, argv, NULL, &words) || !cut_cli_take_words (cli, words, 0))
    return CUT_EXIT_USAGE;
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  label = move (cli->notebook, &error);
  if (label == NULL)
    return cut_cli_fail (cli, error);
  object = json_object_new ();
  cut_output_set (object, member, label);
  if (cli->json)
    cut_output_object (object);
  else
    g_print ("%s\n", label);
  return CUT_EXIT_DONE;
}

int
cut_command_undo (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  return step (cli, argc, argv, "undone", cut_notebook_undo);
}

int
cut_command_redo (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  return step (cli, argc, argv, "redone", cut_notebook_redo);
}
