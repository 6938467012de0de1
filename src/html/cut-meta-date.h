/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/* Which of two figures is the day, where both could be. */
typedef enum
{
  CUT_DATE_ORDER_UNKNOWN,
  CUT_DATE_ORDER_DAY_FIRST,
  CUT_DATE_ORDER_MONTH_FIRST,
} CutDateOrder;

/**
 * cut_meta_date_get_order:
 * @language: (nullable): a BCP 47 tag
 *
 * Returns: how readers of @language understand 05/07/2016; unknown for English without a region
 */
CutDateOrder cut_meta_date_get_order (const char *language);

/**
 * cut_meta_date_parse:
 * @text: a date as pages write it, perhaps with words around it: ISO 8601 and its relatives, mail
 *   dates, "24 November 2017", "November 24, 2017 at 3:05 pm", "2017年11月24日", month names of
 *   about thirty languages, numbers since 1970
 * @origin: where it was found
 *
 * Takes the first date in @text. Keeps the zone; a time that is not there is not made up. Day and
 * month in figures are read only where their order is certain.
 *
 * Returns: (transfer full) (nullable)
 */
CutDate *cut_meta_date_parse (const char *text, const char *origin);

/** cut_meta_date_parse_in: likewise, with an @order for figures that could mean two days */
CutDate *cut_meta_date_parse_in (const char *text, CutDateOrder order, const char *origin);

/** cut_meta_date_is_line: Returns: whether a short line says nothing but when something was
 * published or changed */
gboolean cut_meta_date_is_line (const char *text);

/** cut_meta_date_has_cue: Returns: whether @text speaks of publishing or posting, in one of several
 * languages */
gboolean cut_meta_date_has_cue (const char *text);

/** cut_meta_date_from_url: Returns: (transfer full) (nullable): the day in an address such as
 * `/2017/11/24/` */
CutDate *cut_meta_date_from_url (const char *url);

/** cut_meta_date_get_published: Returns: (transfer full): what @text says of publishing, where it speaks of a change
 * before that; else all of it */
char *cut_meta_date_get_published (const char *text);

/** cut_meta_date_get_changed: Returns: (transfer full) (nullable): what @text says of a change */
char *cut_meta_date_get_changed (const char *text);

G_END_DECLS
