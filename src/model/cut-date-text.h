/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/* How dates are written for people: in the user's language, never more exactly than they are known. */

/** cut_date_to_text: Returns: (transfer full) (nullable): such as "23 Nov 2018"; %NULL for %NULL */
char *cut_date_to_text (const CutDate *date);
/** cut_time_to_text: @ms: since 1970 UTC. Returns: (transfer full): date and time in the local zone */
char *cut_time_to_text (gint64 ms);

G_END_DECLS
