/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ids are UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then a counter and
 * random bits, so that ids made later sort later, also within one millisecond. */

/** cut_id_new: Returns: (transfer full): 36 characters, lower case. Any thread. */
char *cut_id_new (void);

/**
 * cut_id_derive:
 * @space: whose names are meant, so that the same name of two programs gives two ids
 *
 * Returns: (transfer full): a UUID of version 8 that follows from @space and @name alone
 */
char *cut_id_derive (const char *space, const char *name);

/** cut_id_derive_at: likewise, sorted by @ms, milliseconds since 1970 UTC, as ids of that moment are; 0 for none */
char *cut_id_derive_at (const char *space, const char *name, gint64 ms);

/* Stands for the id of an object that whoever sent the record kept back (see the bundle). */
#define CUT_ID_WITHHELD "withheld"

/** cut_id_is_valid: whether @id is a UUID in lower case, of any version */
gboolean cut_id_is_valid (const char *id);

/** cut_id_strip: Returns: (transfer none): @id without a leading `urn:uuid:` */
const char *cut_id_strip (const char *id);

G_END_DECLS
