/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

enum
{
  CUT_EXIT_DONE = 0,
  CUT_EXIT_FAULT = 1,
  CUT_EXIT_USAGE = 2,
  CUT_EXIT_PARTLY = 3,
};

/**
 * CutCli:
 * @notebook_path: (nullable): as given with --notebook
 * @passphrase_file: (nullable): as given with --passphrase-file
 * @json: print one JSON object a line
 * @quiet: no messages but errors
 * @n_leading: how many of the words behind the subcommand stood before it: they are options and their values
 * @note: (nullable) (unowned): what --help says behind the options
 * @command: the subcommand under way
 * @notebook: (nullable): opened when first needed
 *
 * What one run of the command line works with.
 */
typedef struct _CutCommand CutCommand;

typedef struct
{
  char *notebook_path;
  char *passphrase_file;
  gboolean json;
  gboolean quiet;
  guint n_leading;
  const char *note;
  const CutCommand *command;
  CutNotebook *notebook;
} CutCli;

/**
 * CutCommand:
 * @run: gets the words behind the subcommand (argv[0] is the subcommand); parses them with
 *   cut_cli_parse(); returns an exit status
 */
struct _CutCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (CutCli *cli, int argc, char **argv);
};

/**
 * cut_cli_parse:
 * @entries: (nullable): the command's own options, zero-terminated
 * @rest: (out) (transfer full): what is no option
 *
 * Returns: whether the words are in order; else the message is already printed
 */
gboolean cut_cli_parse (CutCli *cli, int argc, char **argv, const GOptionEntry *entries, char ***rest);

/**
 * cut_cli_part_words:
 * @argv: the subcommand and the words behind it
 * @entries: (nullable): the command's own options, zero-terminated
 *
 * For a command whose words may begin with a hyphen, as what a search leaves out: an option is what begins with two, a letter of
 * one, and what stood before the subcommand or stands before a word that is two hyphens and no more.
 *
 * Returns: (transfer full): the same words, the options first, for cut_cli_parse()
 */
char **cut_cli_part_words (CutCli *cli, char **argv, const GOptionEntry *entries);

/** cut_cli_open: Returns: (transfer none) (nullable): the notebook, unlocked where --passphrase-file was given; when %NULL the message is
 *   already printed */
CutNotebook *cut_cli_open (CutCli *cli);
/** cut_cli_open_locked: likewise, but never unlocked */
CutNotebook *cut_cli_open_locked (CutCli *cli);

/** cut_cli_fail: prints the message to standard error; Returns: %CUT_EXIT_FAULT, or %CUT_EXIT_USAGE for such an error */
int cut_cli_fail (CutCli *cli, const GError *error);
/** cut_cli_report: prints the message about @target, whose name comes first unless @error already says it */
void cut_cli_report (CutCli *cli, const char *target, const GError *error);
/** cut_cli_asks_help: Returns: whether the words of the call have --help */
gboolean cut_cli_asks_help (char **argv);
/** cut_cli_usage: prints @message and how the command is called; Returns: %CUT_EXIT_USAGE */
int cut_cli_usage (CutCli *cli, const char *message);

/** cut_cli_take_words: Returns: whether there are at most @most of @words, the words of cut_cli_parse(); else the message is already
 *   printed: a word that would do nothing is not what was meant */
gboolean cut_cli_take_words (CutCli *cli, char **words, guint most);

/**
 * cut_cli_resolve:
 * @kind: what is meant
 * @text: an id, the first characters of one, or a name, label or title
 *
 * Returns: (transfer full) (nullable): the id; %CUT_ERROR_NOT_FOUND names what was looked for
 */
char *cut_cli_resolve (CutCli *cli, CutKind kind, const char *text, GError **error);

/** cut_cli_get: @text: an id, the first characters of one, or the name of an entity. Returns: (transfer full) (nullable): the object */
CutRecord *cut_cli_get (CutCli *cli, const char *text, GError **error);

int cut_command_add (CutCli *cli, int argc, char **argv);
int cut_command_anchor (CutCli *cli, int argc, char **argv);
int cut_command_attribute (CutCli *cli, int argc, char **argv);
int cut_command_entities (CutCli *cli, int argc, char **argv);
int cut_command_backup (CutCli *cli, int argc, char **argv);
int cut_command_clip (CutCli *cli, int argc, char **argv);
int cut_command_compact (CutCli *cli, int argc, char **argv);
int cut_command_delete (CutCli *cli, int argc, char **argv);
int cut_command_dates (CutCli *cli, int argc, char **argv);
int cut_command_edit (CutCli *cli, int argc, char **argv);
int cut_command_export (CutCli *cli, int argc, char **argv);
int cut_command_extract (CutCli *cli, int argc, char **argv);
int cut_command_import (CutCli *cli, int argc, char **argv);
int cut_command_link (CutCli *cli, int argc, char **argv);
int cut_command_list (CutCli *cli, int argc, char **argv);
int cut_command_merge (CutCli *cli, int argc, char **argv);
int cut_command_redo (CutCli *cli, int argc, char **argv);
int cut_command_settle (CutCli *cli, int argc, char **argv);
int cut_command_restore (CutCli *cli, int argc, char **argv);
int cut_command_purge (CutCli *cli, int argc, char **argv);
int cut_command_origins (CutCli *cli, int argc, char **argv);
int cut_command_search (CutCli *cli, int argc, char **argv);
int cut_command_place (CutCli *cli, int argc, char **argv);
int cut_command_protect (CutCli *cli, int argc, char **argv);
int cut_command_propose (CutCli *cli, int argc, char **argv);
int cut_command_show (CutCli *cli, int argc, char **argv);
int cut_command_undo (CutCli *cli, int argc, char **argv);
int cut_command_verify (CutCli *cli, int argc, char **argv);

G_END_DECLS
