/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/**
 * cut_meta_date_parse:
 * @text: a date as pages write it: ISO 8601 and its relatives, mail dates, "24 November 2017",
 *   "November 24, 2017 at 3:05 pm", month names of the larger European languages, numbers
 *   since 1970
 * @origin: where it was found
 *
 * Keeps the zone; a time that is not there is not made up. Day and month in figures are read
 * only where their order is certain.
 *
 * Returns: (transfer full) (nullable)
 */
CutDate *cut_meta_date_parse (const char *text, const char *origin);

/** cut_meta_date_from_url: Returns: (transfer full) (nullable): the day in an address such as
 * `/2017/11/24/` */
CutDate *cut_meta_date_from_url (const char *url);

G_END_DECLS
