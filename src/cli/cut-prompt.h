/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-passphrase.h"

G_BEGIN_DECLS

/**
 * cut_prompt_passphrase:
 * @question: what is asked for, without a colon
 *
 * Asks at the terminal, which does not show what is typed; Ctrl+C or the end of input gives up. Nothing is read from standard
 * input, which may be a pipe.
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_USAGE when there is no terminal, %CUT_ERROR_INPUT for what is no passphrase, or
 *   %G_IO_ERROR_CANCELLED
 */
CutPassphrase *cut_prompt_passphrase (const char *question, GError **error);

G_END_DECLS
