/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-saying.h"

G_BEGIN_DECLS

/**
 * CutFinder:
 * @cue: the verb in the data file
 * @sentence: what it looks at
 * @verb: its token
 * @group: the verb with its auxiliaries and adverbs
 * @be, @have, @modal: which auxiliaries it has
 *
 * What the rules for one verb work with; inside this folder alone.
 */
typedef struct
{
  const CutParsed *parsed;
  GArray *sayings;
  const CutCue *cue;
  CutRange sentence;
  guint verb;
  CutRange group;
  gboolean be;
  gboolean have;
  gboolean modal;
} CutFinder;

/** cut_finder_add: adds a candidate of this cue, if it has any content */
void cut_finder_add (CutFinder *self, CutSaying *saying);

/** cut_finder_weigh: how sure a frame is, from 0 to 1 */
double cut_finder_weigh (char frame);

/** cut_finder_find_content_before: what stands before a source or verb at @before that comes behind what is said: the quotation, or the clause */
gboolean cut_finder_find_content_before (CutFinder *self, guint before, CutRange *content, gboolean *quoted);

/** cut_finder_add_second_part: behind "…, she said" at @i: a second part, in the same sentence */
void cut_finder_add_second_part (CutFinder *self, CutSaying *saying, guint i, gboolean quoted);

/** cut_finder_find_inverted: “…,” said Ann Reed, the mayor; Returns: whether it is one */
gboolean cut_finder_find_inverted (CutFinder *self);

/** cut_finder_find_about_subject: the content is the subject with what is behind the verb: "is expected to", "seems" */
void cut_finder_find_about_subject (CutFinder *self, CutRange subject, char frame);

/** cut_finder_find_passive: "was told that", "is said to", "was praised by" */
void cut_finder_find_passive (CutFinder *self);

/** cut_finder_find_asked: "Asked whether he would stay, he …" */
void cut_finder_find_asked (CutFinder *self);

/** cut_finder_find_predicate: "is convinced that": Returns: whether it is one */
gboolean cut_finder_find_predicate (CutFinder *self, const CutCue *cue);

G_END_DECLS
