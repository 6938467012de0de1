/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-name-text.h"

G_BEGIN_DECLS

/** CutNameUnit: a word of a run of capitals, a phrase that the lists know as one, or a small word between two such */
typedef struct
{
  guint first;
  guint end;
  guint64 classes;
  guint flags; /* of its first word, see CutNameFlags */
  gboolean phrase;
  gboolean link;
  gboolean drop;   /* no part of a name */
  gboolean apart;  /* another name begins here */
  gboolean titled; /* a person's title is before it */
} CutNameUnit;

#define CUT_NAME_MAX_UNITS 24

/** CutNameRun: capitals with nothing but small words between them */
typedef struct
{
  CutNameUnit units[CUT_NAME_MAX_UNITS];
  guint n;
  guint end; /* the token behind it */
} CutNameRun;

/**
 * CutNameSpan:
 * @first, @end: tokens, half-open
 * @n: units
 * @head, @tail, @all: classes of the first and last unit, and of all together
 *
 * A name in the text, of whatever kind.
 */
typedef struct
{
  guint first;
  guint end;
  guint n;
  guint64 head;
  guint64 tail;
  guint64 all;
  gboolean phrase;
  gboolean titled;
  gboolean quoted; /* the title of a work, in quotation marks */
  guint key;       /* of cut_name_kinds_judge() */
  guint kind;
} CutNameSpan;

/**
 * cut_name_run_read:
 * @i: a token
 *
 * Reads the run of capitals that begins at @i: no unit, and @end behind @i, where none does.
 */
void cut_name_run_read (CutNameRun *self, const CutNameText *words, guint i);

/** cut_name_run_part: decides which units are names, and which are titles, openings of sentences and other words */
void cut_name_run_part (CutNameRun *self, const CutNameText *words);

/**
 * cut_name_spans_find:
 * @cancellable: (nullable)
 *
 * Returns: (transfer full) (element-type CutNameSpan) (nullable): in the order of the text, none overlapping; %NULL only when cancelled
 */
GArray *cut_name_spans_find (const CutNameText *words, GCancellable *cancellable);

G_END_DECLS
