/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutVersionChange:
 * @CUT_VERSION_FIRST: there is no capture before it
 * @CUT_VERSION_SAME_TEXT: other bytes, the same reader text
 * @CUT_VERSION_OTHER_TEXT: the reader text differs
 *
 * What a capture is to the one before. As words: `first`, `same-text`, `other-text`.
 */
typedef enum
{
  CUT_VERSION_FIRST,
  CUT_VERSION_SAME_TEXT,
  CUT_VERSION_OTHER_TEXT,
} CutVersionChange;

const char *cut_version_change_to_word (CutVersionChange change);

/**
 * CutVersion:
 * @capture: the #CutCapture: when, how, status, hashes, text length, verdict
 * @change: what it is to the one before it in time
 * @other_headline: the headline that the page shows differs from the one before
 * @words_added, @words_removed: words that stand in one of the two texts and not in the other, each as often as it
 *   does: a paragraph that only moved counts nothing
 * @shown: it is the one that stands for the clip
 */
typedef struct
{
  CutRecord *capture;
  CutVersionChange change;
  gboolean other_headline;
  guint words_added;
  guint words_removed;
  gboolean shown;
} CutVersion;

void cut_version_free (CutVersion *self);

/** cut_version_count_words: how many words stand in one text and not in the other. Any thread. */
void cut_version_count_words (const char *before, const char *after, guint *added, guint *removed);

/** cut_version_describe: Returns: (transfer full): what changed, for people: “12 words added, 3 removed; another headline” */
char *cut_version_describe (const CutVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutVersion, cut_version_free)

G_END_DECLS
