/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_cli_wants:
 *
 * Returns: whether the words of the call ask for the command line (a subcommand or a word that looks like one, `help`,
 *   `--help` or `--version`) and not for the window
 */
gboolean cut_cli_wants (int argc, char **argv);

/** cut_cli_is_called: Returns: whether the word that stands for a subcommand is @name, and not a word of another one */
gboolean cut_cli_is_called (int argc, char **argv, const char *name);

/**
 * cut_cli_main:
 *
 * Runs one subcommand to its end without a display. Results go to standard output, messages to
 * standard error.
 *
 * Returns: exit status: 0 done, 1 the input or the notebook is at fault, 2 wrong usage, 3 partly done
 */
int cut_cli_main (int argc, char **argv);

G_END_DECLS
