/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutTrust:
 * @CUT_TRUST_UNSIGNED: nobody has signed it
 * @CUT_TRUST_SIGNED: with a key whose owner the user, or somebody they trust, has certified
 * @CUT_TRUST_DOUBTFUL: with a key that says nothing for certain: unknown, not certified, expired or withdrawn
 * @CUT_TRUST_FORGED: the signature is of something else, or none
 */
typedef enum
{
  CUT_TRUST_UNSIGNED,
  CUT_TRUST_SIGNED,
  CUT_TRUST_DOUBTFUL,
  CUT_TRUST_FORGED,
} CutTrust;

/**
 * cut_signature_judge:
 * @path: a bundle, zipped or unpacked
 * @trust: (out): what its signature is worth
 *
 * Blocking; any thread.
 *
 * Returns: (transfer full) (nullable): as cut_bundle_describe_signature()
 */
char *cut_signature_judge (const char *path, CutTrust *trust, GCancellable *cancellable);

G_END_DECLS
