/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CUT_ERROR (cut_error_quark ())

/**
 * CutError:
 * @CUT_ERROR_INPUT: what was given (a page, a file, a field) cannot be used; give something else
 * @CUT_ERROR_NOT_FOUND: no such object, file or address
 * @CUT_ERROR_NETWORK: the server could not be reached or broke off; try again
 * @CUT_ERROR_REFUSED: refused for safety (private address, hostile bundle); nothing was done
 * @CUT_ERROR_TOO_LARGE: over one of the limits of cut-limits.h
 * @CUT_ERROR_TIMEOUT: took longer than a limit; try again
 * @CUT_ERROR_NOTEBOOK: the notebook file could not be read or written
 * @CUT_ERROR_CORRUPT: the notebook or bundle is damaged; `verify` names where
 * @CUT_ERROR_NEWER: made by a newer Cuttings; update
 * @CUT_ERROR_BUSY: another program holds the notebook
 * @CUT_ERROR_READ_ONLY: the notebook was opened for reading only
 * @CUT_ERROR_PROTECTED: a protected name would have left the notebook
 * @CUT_ERROR_LOCKED: protected sources are locked; unlock them with the passphrase and try again
 * @CUT_ERROR_PASSPHRASE: not the passphrase; type it again
 * @CUT_ERROR_UNSUPPORTED: a kind of file or feature Cuttings does not read
 * @CUT_ERROR_USAGE: the call's words are off (command line)
 *
 * What the user can do differs from code to code; the message says it in a
 * sentence. Cancelling is reported as %G_IO_ERROR_CANCELLED and is no error to show.
 */
typedef enum
{
  CUT_ERROR_INPUT,
  CUT_ERROR_NOT_FOUND,
  CUT_ERROR_NETWORK,
  CUT_ERROR_REFUSED,
  CUT_ERROR_TOO_LARGE,
  CUT_ERROR_TIMEOUT,
  CUT_ERROR_NOTEBOOK,
  CUT_ERROR_CORRUPT,
  CUT_ERROR_NEWER,
  CUT_ERROR_BUSY,
  CUT_ERROR_READ_ONLY,
  CUT_ERROR_PROTECTED,
  CUT_ERROR_LOCKED,
  CUT_ERROR_PASSPHRASE,
  CUT_ERROR_UNSUPPORTED,
  CUT_ERROR_USAGE,
} CutError;

GQuark cut_error_quark (void);

G_END_DECLS
