/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/* The same content in the formats of others: `exchange/` and the RO-Crate metadata. */

/** cut_exchange_write: W3C annotations, schema.org claims, FollowTheMoney entities, CSL-JSON references */
void cut_exchange_write (CutPackage *package);
/** cut_exchange_write_crate: `ro-crate-metadata.json`: every file of the payload so far, which is hashed */
void cut_exchange_write_crate (CutPackage *package);

G_END_DECLS
