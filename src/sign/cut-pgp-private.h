/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gpgme.h>

#include "cut-pgp.h"

G_BEGIN_DECLS

/* Private to src/sign. */

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gpgme_ctx_t, gpgme_release, NULL)

/** cut_pgp_context_new: Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_UNSUPPORTED where there is no GnuPG */
gpgme_ctx_t cut_pgp_context_new (GError **error);

G_END_DECLS
