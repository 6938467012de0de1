/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutPassphrase:
 *
 * What a person typed to open the vault, in memory that is locked (never swapped to disk where the system allows it) and
 * wiped when the last reference goes. Immutable; any thread.
 */
typedef struct _CutPassphrase CutPassphrase;

#define CUT_PASSPHRASE_SHORTEST 8   /* characters; fewer are tried out in minutes, whatever the key costs */
#define CUT_PASSPHRASE_LONGEST 1024 /* bytes */

/**
 * cut_passphrase_new:
 * @text: UTF-8; brought to NFC, so that it opens the vault whatever keyboard or system typed it
 * @length: bytes, or -1
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT when it is empty, no UTF-8, holds a NUL, or is too long
 */
CutPassphrase *cut_passphrase_new (const char *text, gssize length, GError **error);
CutPassphrase *cut_passphrase_ref (CutPassphrase *self);
void cut_passphrase_unref (CutPassphrase *self);

/** cut_passphrase_get: Returns: (transfer none): closed by a NUL, not to be copied; @length: (out) (optional): bytes */
const char *cut_passphrase_get (CutPassphrase *self, gsize *length);

/** cut_passphrase_equal: in a time that does not tell where they differ */
gboolean cut_passphrase_equal (CutPassphrase *a, CutPassphrase *b);

/**
 * cut_passphrase_read:
 * @path: a file whose first line is the passphrase, or `-` for standard input
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
CutPassphrase *cut_passphrase_read (const char *path, GError **error);

/**
 * CutStrength:
 *
 * How long the passphrase would withstand somebody who has the file, roughly: a hint, never a gate.
 */
typedef enum
{
  CUT_STRENGTH_REFUSED, /* too short to be taken */
  CUT_STRENGTH_WEAK,    /* could be found with one computer */
  CUT_STRENGTH_FAIR,    /* could be found with much money */
  CUT_STRENGTH_STRONG,
} CutStrength;

/** cut_passphrase_estimate: @text: UTF-8. Counts distinct characters and words, after taking out runs and repetitions; no list of words */
CutStrength cut_passphrase_estimate (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPassphrase, cut_passphrase_unref)

G_END_DECLS
