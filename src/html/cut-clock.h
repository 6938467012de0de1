/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutClock: a time of day as a page wrote it
 * @hour: -1 when there is none
 * @second: -1 when it was not written
 * @zone: as in ISO 8601 (`Z`, `+01:00`); empty when it was not written
 */
typedef struct
{
  int hour;
  int minute;
  int second;
  char zone[8];
  const char *region; /* (nullable): whose time it is, where that depends on the day */
} CutClock;

/**
 * cut_clock_read:
 * @text: what a page wrote
 * @start: where in @text a date begins
 * @end: where it ends
 *
 * Looks for the time that belongs to the date: right behind it ("at 3:05 pm", "18h07", "18.07 Uhr"),
 * else right before it.
 *
 * Returns: whether there is one
 */
gboolean cut_clock_read (const char *text, const char *start, const char *end, CutClock *clock);

G_END_DECLS
