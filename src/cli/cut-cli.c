/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-notebook-protection.h"
#include "cut-output.h"
#include "cut-terminal.h"
#include "cut-unfound.h"

#define MOST_CANDIDATES 10 /* entities of one name that are listed */

static const CutCommand commands[] = {
  { "clip", N_ ("URL|FILE|-|@LIST…"), N_ ("Fetch or read articles and keep them as evidence; @LIST is a file with one a line, @- standard input"), cut_command_clip },
  { "extract", N_ ("FILE|-…"), N_ ("Show what is read from a page; nothing is stored"), cut_command_extract },
  { "anchor", N_ ("FILE…"), N_ ("Find quotes again in other versions of their texts"), cut_command_anchor },
  { "attribute", N_ ("FILE…"), N_ ("Show who says what in plain text; nothing is stored"), cut_command_attribute },
  { "entities", N_ ("FILE…"), N_ ("Show the names in plain text; nothing is stored"), cut_command_entities },
  { "dates", N_ ("FILE…"), N_ ("Propose dates in plain text, as they were meant; nothing is stored"), cut_command_dates },
  { "list", N_ ("KIND"), N_ ("List what the notebook holds"), cut_command_list },
  { "show", N_ ("ID"), N_ ("Show one object with what it is tied to"), cut_command_show },
  { "add", N_ ("KIND [TEXT]"), N_ ("Add a claim, source, entity, annotation, story, tag …"), cut_command_add },
  { "edit", N_ ("ID…"), N_ ("Change fields of objects"), cut_command_edit },
  { "merge", N_ ("ENTITY OTHER…"), N_ ("Say that entities are the same, or that two are not"), cut_command_merge },
  { "delete", N_ ("ID…"), N_ ("Move objects to the Trash"), cut_command_delete },
  { "restore", N_ ("ID…"), N_ ("Take objects out of the Trash"), cut_command_restore },
  { "purge", N_ ("ID…"), N_ ("Delete objects in the Trash for good, or all of it with --trash"), cut_command_purge },
  { "settle", N_ ("[ID…]"), N_ ("Show where two people wrote different things, or settle it with --mine, --theirs or --standing"), cut_command_settle },
  { "undo", "", N_ ("Undo the last act"), cut_command_undo },
  { "redo", "", N_ ("Do again what was undone"), cut_command_redo },
  { "origins", N_ ("CLAIM…"), N_ ("Show on how many independent origins a claim rests"), cut_command_origins },
  { "search", N_ ("QUERY"), N_ ("Find words in everything; -WORD leaves out what has it"), cut_command_search },
  { "export", N_ ("-o FILE [ID…]"), N_ ("Write a bundle for colleagues"), cut_command_export },
  { "import", N_ ("FILE…"), N_ ("Bring in a bundle, or what another program exported; nothing is overwritten"), cut_command_import },
  { "propose", N_ ("CLIP"), N_ ("What a clip's text seems to say that somebody claims; accept or dismiss it"), cut_command_propose },
  { "link", N_ ("ENTITY"), N_ ("Mark where an entity is mentioned, in one clip or all"), cut_command_link },
  { "place", N_ ("ANNOTATION"), N_ ("Say where an annotation stands in a capture"), cut_command_place },
  { "protect", N_ ("set|change|remove|status"), N_ ("Seal contacts and confidential names with a passphrase"), cut_command_protect },
  { "verify", N_ ("[BUNDLE…]"), N_ ("Check bundles, or with --notebook alone a notebook"), cut_command_verify },
  { "backup", N_ ("FILE"), N_ ("Write a safe copy of the notebook"), cut_command_backup },
  { "compact", "", N_ ("Give back unused space, or say what takes it with --sizes"), cut_command_compact },
};

static const CutCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Where the subcommand stands: options may come before it, and which of them take the next word only the subcommand knows.
 * What names none is the first word that can be no option's value. 0 when there is no word. */
static int
find_subcommand (int    argc,
                 char **argv)
{
  int first = 0;
  gboolean is_value = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--notebook") || g_str_equal (argv[i], "-n") ||
          g_str_equal (argv[i], "--passphrase-file"))
        i++;
      else if (*argv[i] == '-')
        is_value = strchr (argv[i], '=') == NULL;
      else if (find_command (argv[i]) != NULL || g_str_equal (argv[i], "help") || !is_value)
        return i;
      else
        {
          first = first > 0 ? first : i;
          is_value = FALSE;
        }
    }
  return first;
}

/* A word that is meant as a subcommand, not as an address or a file for the window. */
static gboolean
is_command_like (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p) && (*p != '-' || p == word))
      return FALSE;
  return *word != '\0' && !g_file_test (word, G_FILE_TEST_EXISTS);
}

gboolean
cut_cli_is_called (int          argc,
                   char       **argv,
                   const char  *name)
{
  int at = find_subcommand (argc, argv);

  return at > 0 && g_str_equal (argv[at], name);
}

gboolean
cut_cli_wants (int    argc,
               char **argv)
{
  int at = find_subcommand (argc, argv);

  if (at > 0)
    return find_command (argv[at]) != NULL || g_str_equal (argv[at], "help") || is_command_like (argv[at]);
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h") || g_str_equal (argv[i], "--version"))
      return TRUE;
  return FALSE;
}

static GOptionContext *
make_context (CutCli             *cli,
              const GOptionEntry *entries,
              char             ***rest)
{
  const GOptionEntry common[] = {
    { "notebook", 'n', 0, G_OPTION_ARG_FILENAME, &cli->notebook_path, N_ ("The notebook to work on"), N_ ("FILE") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->passphrase_file,
      N_ ("Unlock protected sources for this run by the first line of a file; - is standard input"), N_ ("FILE") },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON object a line"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_ ("Print no messages but errors"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, rest, NULL, NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (_(cli->command->arguments));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(cli->command->summary));
  g_option_context_set_description (context, cli->note);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static gboolean
needs_value (const GOptionEntry *entries,
             const char         *name)
{
  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    if (g_str_equal (entries[i].long_name, name))
      return entries[i].arg != G_OPTION_ARG_NONE;
  return g_str_equal (name, "notebook") || g_str_equal (name, "passphrase-file");
}

/* Returns: (nullable): the long name of the option that @word is the letter of; NULL where it is a word that a hyphen stands before */
static const char *
get_name_of_letter (const GOptionEntry *entries,
                    const char         *word)
{
  if (word[0] != '-' || strlen (word) != 2)
    return NULL;
  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    if (entries[i].short_name == word[1])
      return entries[i].long_name;
  switch (word[1])
    {
    case 'n':
      return "notebook";
    case 'j':
      return "json";
    case 'q':
      return "quiet";
    case 'h':
      return "help";
    default:
      return NULL;
    }
}

/* Returns: (nullable): the long name of the option that @word is */
static const char *
get_name_of_option (const GOptionEntry *entries,
                    const char         *word)
{
  return g_str_has_prefix (word, "--") ? word + 2 : get_name_of_letter (entries, word);
}

char **
cut_cli_part_words (CutCli             *cli,
                    char              **argv,
                    const GOptionEntry *entries)
{
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean by_letter = g_strv_contains ((const char *const *) argv, "--");
  gboolean ended = FALSE;
  g_auto (GStrv) rest = NULL;

  for (guint i = 0; argv[i] != NULL; i++)
    {
      if (!ended && g_str_equal (argv[i], "--"))
        ended = TRUE;
      else if (!ended && get_name_of_option (entries, argv[i]) != NULL)
        {
          g_strv_builder_add (options, argv[i]);
          if (needs_value (entries, get_name_of_option (entries, argv[i])) && argv[i + 1] != NULL)
            g_strv_builder_add (options, argv[++i]);
        }
      else
        g_strv_builder_add (ended || (i > cli->n_leading && !by_letter) ? words : options, argv[i]);
    }
  rest = g_strv_builder_end (words);
  g_strv_builder_add (options, "--");
  g_strv_builder_addv (options, (const char **) rest);
  return g_strv_builder_end (options);
}

/* The names of files are any bytes; all other words are text. */
static gboolean
read_words (CutCli  *cli,
            char   **words,
            GError **error)
{
  static const char *const files[] = { "clip", "extract", "anchor", "attribute", "entities", "dates", "import", "verify", "backup", NULL };

  for (guint i = 0; words[i] != NULL && !g_strv_contains (files, cli->command->name); i++)
    {
      char *text = g_locale_to_utf8 (words[i], -1, NULL, NULL, error);

      if (text == NULL)
        return FALSE;
      g_free (words[i]);
      words[i] = text;
    }
  return TRUE;
}

gboolean
cut_cli_parse (CutCli              *cli,
               int                  argc,
               char               **argv,
               const GOptionEntry  *entries,
               char              ***rest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  g_autofree char *name = g_strconcat ("cuttings ", argv[0], NULL);

  *rest = NULL;
  /* A command may have had to look at the path before. */
  g_clear_pointer (&cli->notebook_path, g_free);
  g_clear_pointer (&cli->passphrase_file, g_free);
  context = make_context (cli, entries, rest);
  g_free (words[0]);
  words[0] = g_steal_pointer (&name);
  if (!g_option_context_parse_strv (context, &words, &error) || (*rest != NULL && !read_words (cli, *rest, &error)))
    {
      cut_cli_usage (cli, error->message);
      return FALSE;
    }
  if (*rest == NULL)
    *rest = g_new0 (char *, 1);
  cut_terminal_begin (cli->json);
  return TRUE;
}

/* A notebook that is not protected needs no passphrase, so one too many does no harm. */
static gboolean
unlock (CutCli  *cli,
        GError **error)
{
  g_autoptr (CutPassphrase) passphrase = NULL;

  if (cli->passphrase_file == NULL || !cut_notebook_is_locked (cli->notebook))
    return TRUE;
  passphrase = cut_passphrase_read (cli->passphrase_file, error);
  return passphrase != NULL && cut_notebook_unlock (cli->notebook, passphrase, NULL, error);
}

CutNotebook *
cut_cli_open (CutCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (cut_cli_open_locked (cli) == NULL || unlock (cli, &error))
    return cli->notebook;
  cut_cli_fail (cli, error);
  return NULL;
}

/* A name that was mistyped must not become an empty notebook, in which nothing is found. */
static gboolean
may_open (CutCli      *cli,
          const char  *path,
          GError     **error)
{
  static const char *const making[] = { "add", "clip", "import", "protect", NULL };

  if (cli->notebook_path == NULL || g_strv_contains (making, cli->command->name) || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no notebook “%s”"), path);
  return FALSE;
}

CutNotebook *
cut_cli_open_locked (CutCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (cli->notebook != NULL)
    return cli->notebook;
  path = cli->notebook_path != NULL ? g_strdup (cli->notebook_path) : cut_notebook_default_path ();
  cli->notebook = may_open (cli, path, &error) ? cut_notebook_open (path, NULL, &error) : NULL;
  if (cli->notebook == NULL)
    cut_cli_fail (cli, error);
  return cli->notebook;
}

int
cut_cli_fail (CutCli       *cli,
              const GError *error)
{
  g_printerr ("cuttings %s: %s\n", cli->command->name, error->message);
  return g_error_matches (error, CUT_ERROR, CUT_ERROR_USAGE) ? CUT_EXIT_USAGE : CUT_EXIT_FAULT;
}

void
cut_cli_report (CutCli       *cli,
                const char   *target,
                const GError *error)
{
  if (strstr (error->message, target) != NULL)
    g_printerr ("cuttings %s: %s\n", cli->command->name, error->message);
  else
    g_printerr ("cuttings %s: %s: %s\n", cli->command->name, target, error->message);
}

int
cut_cli_usage (CutCli     *cli,
               const char *message)
{
  g_printerr ("cuttings %s: %s\n", cli->command->name, message);
  /* Translators: how a subcommand is called; the last words are a command to type */
  g_printerr (_("Usage: cuttings %s %s — see “cuttings help %s”\n"), cli->command->name,
              *cli->command->arguments != '\0' ? _(cli->command->arguments) : "", cli->command->name);
  return CUT_EXIT_USAGE;
}

gboolean
cut_cli_asks_help (char **argv)
{
  return g_strv_contains ((const char *const *) argv, "--help") || g_strv_contains ((const char *const *) argv, "-h");
}

gboolean
cut_cli_take_words (CutCli  *cli,
                    char   **words,
                    guint    most)
{
  g_autofree char *message = NULL;

  if (g_strv_length (words) <= most)
    return TRUE;
  /* Translators: the word is one that was typed */
  message = g_strdup_printf (_("“%s” is a word too many; what belongs together stands in quotation marks"), words[most]);
  cut_cli_usage (cli, message);
  return FALSE;
}

/* Two people may have one name, two copies of a notebook each a story of one title; which is meant only the caller knows. */
static gboolean
is_one_only (CutCli      *cli,
             CutKind      kind,
             const char  *name,
             GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) list = g_string_new (NULL);

  cut_query_set_named (query, name);
  query->limit = MOST_CANDIDATES;
  found = cut_notebook_list (cli->notebook, query, NULL, error);
  if (found == NULL || found->len < 2)
    return found != NULL;
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *title = cut_record_get_title (g_ptr_array_index (found, i));

      g_string_append_printf (list, "\n  %s  %s", cut_record_get_id (g_ptr_array_index (found, i)), title);
    }
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” may be several; say which by its id:%s"), name, list->str);
  return FALSE;
}

char *
cut_cli_resolve (CutCli      *cli,
                 CutKind      kind,
                 const char  *text,
                 GError     **error)
{
  g_autoptr (CutRecord) record = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *unfound = NULL;
  char *id;

  if (strlen (text) >= 4 && strspn (cut_id_strip (text), "0123456789abcdef-") == strlen (cut_id_strip (text)))
    record = cut_notebook_get (cli->notebook, cut_id_strip (text), NULL);
  if (record != NULL && (kind == CUT_KIND_NONE || cut_record_get_kind (record) == kind))
    return g_strdup (cut_record_get_id (record));
  id = kind != CUT_KIND_NONE ? cut_notebook_find_named (cli->notebook, kind, text, &local) : NULL;
  if (id != NULL && !is_one_only (cli, kind, text, &local))
    g_clear_pointer (&id, g_free);
  if (id != NULL)
    return id;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  unfound = cut_unfound_describe (kind, text);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, unfound);
  return NULL;
}

CutRecord *
cut_cli_get (CutCli      *cli,
             const char  *text,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) several = NULL;
  CutRecord *record = cut_notebook_get (cli->notebook, text, &failure);
  g_autofree char *id = record == NULL ? cut_cli_resolve (cli, CUT_KIND_ENTITY, text, &several) : NULL;

  if (record != NULL)
    return record;
  if (id != NULL)
    return cut_notebook_get (cli->notebook, id, error);
  /* That there are several says more than that it is no id. */
  if (g_error_matches (several, CUT_ERROR, CUT_ERROR_INPUT))
    g_propagate_error (error, g_steal_pointer (&several));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
print_overview (void)
{
  g_print ("%s\n\n", _("Usage: cuttings [URL|FILE…]           opens the window and clips what is given\n"
                       "       cuttings SUBCOMMAND [OPTIONS]  works without a window"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-9s %s\n", commands[i].name, _(commands[i].summary));
  g_print ("\n%s\n", _("“cuttings help SUBCOMMAND” explains each. Common options: --notebook FILE, --json, --quiet."));
  g_print ("%s\n", _("--benchmark-startup opens the window once and prints how long it took until it was drawn and its list filled."));
}

static int
say_unknown (const char *name)
{
  g_printerr (_("cuttings: there is no subcommand “%s”\n"), name);
  g_printerr ("%s\n", _("“cuttings help” lists them."));
  return CUT_EXIT_USAGE;
}

/* @words: what is asked about: nothing, or a subcommand and what makes a difference to its options */
static int
print_help (CutCli  *cli,
            int      argc,
            char   **words)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();

  if (argc == 0)
    {
      print_overview ();
      return CUT_EXIT_DONE;
    }
  cli->command = find_command (words[0]);
  if (cli->command == NULL)
    return say_unknown (words[0]);
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (asked, words[i]);
  g_ptr_array_add (asked, (char *) "--help");
  g_ptr_array_add (asked, NULL);
  return cli->command->run (cli, argc + 1, (char **) asked->pdata);
}

static int
run_command (CutCli  *cli,
             int      at,
             int      argc,
             char   **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  /* The subcommand first, then all else: options may stand on either side of it. */
  g_ptr_array_add (words, argv[at]);
  for (int i = 1; i < argc; i++)
    if (i != at)
      g_ptr_array_add (words, argv[i]);
  g_ptr_array_add (words, NULL);
  cli->n_leading = (guint) at - 1;
  cli->command = find_command (argv[at]);
  return cli->command->run (cli, (int) words->len - 1, (char **) words->pdata);
}

/* A list that a full disk cut short is no success. Who reads through a pipe may have had enough. */
static int
end_output (int status)
{
  int reason;

  if (cut_terminal_end (&reason))
    return status;
  if (reason != 0 && reason != EPIPE)
    g_printerr (_("cuttings: The output could not be written: %s\n"), g_strerror (reason));
  else if (reason == 0)
    g_printerr ("%s\n", _("cuttings: The output could not be written; it is not complete"));
  return status == CUT_EXIT_DONE ? CUT_EXIT_FAULT : status;
}

int
cut_cli_main (int    argc,
              char **argv)
{
  CutCli cli = { 0 };
  int at = find_subcommand (argc, argv);
  int status = CUT_EXIT_DONE;

  cut_terminal_begin (FALSE);
  if (at == 0 && argc > 1 && g_str_equal (argv[1], "--version"))
    g_print ("Cuttings %s\n", PACKAGE_VERSION);
  else if (at == 0 || g_str_equal (argv[at], "help"))
    status = print_help (&cli, at > 0 ? argc - at - 1 : 0, argv + at + 1);
  else if (find_command (argv[at]) == NULL)
    status = say_unknown (argv[at]);
  else
    status = run_command (&cli, at, argc, argv);

  if (cli.notebook != NULL)
    cut_notebook_close (cli.notebook);
  g_clear_object (&cli.notebook);
  g_free (cli.notebook_path);
  g_free (cli.passphrase_file);
  return end_output (status);
}
