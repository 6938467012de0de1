/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-annotation.h"
#include "cut-clip.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * CutPassage:
 * @annotation: id of the mark
 * @clip: id of the clip it is in
 * @words: what is marked
 * @outlet: (nullable): where it was published, for people
 * @title: (nullable): of the clip
 * @published: (nullable): the clip's date
 *
 * One marked passage with what tells a person where it stands. Immutable; any thread.
 */
typedef struct
{
  char *annotation;
  char *clip;
  char *words;
  char *outlet;
  char *title;
  CutDate *published;
} CutPassage;

void cut_passage_free (CutPassage *self);
/** cut_passage_same: whether the two (nullable) would show the same */
gboolean cut_passage_same (const CutPassage *a, const CutPassage *b);
/** cut_passage_describe: Returns: (transfer full): outlet and title of the clip in a line, as far as they are known */
char *cut_passage_describe (const CutPassage *self);

/**
 * CutPassageFinder:
 *
 * Finds passages and remembers their clips, as many stand in one. For one worker thread.
 */
typedef struct _CutPassageFinder CutPassageFinder;

CutPassageFinder *cut_passage_finder_new (CutNotebook *notebook);
void cut_passage_finder_free (CutPassageFinder *self);
/** cut_passage_finder_read: Blocking. Returns: (transfer full) (nullable): the passage of @annotation; %NULL where it or its clip is in the Trash */
CutPassage *cut_passage_finder_read (CutPassageFinder *self, CutAnnotation *annotation);
/** cut_passage_finder_find: the same by the id of an annotation */
CutPassage *cut_passage_finder_find (CutPassageFinder *self, const char *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPassage, cut_passage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPassageFinder, cut_passage_finder_free)

G_END_DECLS
