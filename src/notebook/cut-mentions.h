/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* Mentions: where the names of entities stand in the lines that count, the headline, the standfirst and the captions of the capture each clip shows; see cut-name-matcher.h for what
 * is one. Nothing of it is a record: it is found in the writing thread after whatever changes it, and kept. CutNotebook::mentions-changed
 * (main context of the maker, no arguments) tells that what is kept is different now: ask again. */

/**
 * CutMention:
 * @entity: id; of one that others were merged into that one
 * @clip, @capture: ids
 * @start, @end: code points of the reader text of @capture
 * @words: what stands there
 * @snippet: the words with some around them, in one line
 * @snippet_start, @snippet_end: where in it they are, code points
 * @is_short: a short form, found because the text names the entity in full as well
 * @ambiguous: another entity may be meant as well: linked only one by one
 * @annotation: (nullable): id of the annotation that links it; %NULL when not yet linked
 *
 * Immutable and reference-counted; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *entity;
  char *clip;
  char *capture;
  guint start;
  guint end;
  char *words;
  char *snippet;
  guint snippet_start;
  guint snippet_end;
  gboolean is_short;
  gboolean ambiguous;
  char *annotation;
} CutMention;

#define CUT_TYPE_MENTION (cut_mention_get_type ())
GType cut_mention_get_type (void);
CutMention *cut_mention_ref (CutMention *self);
void cut_mention_unref (CutMention *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMention, cut_mention_unref)

typedef enum
{
  CUT_MENTIONS_ALL,
  CUT_MENTIONS_LINKED,
  CUT_MENTIONS_UNLINKED,
} CutMentionState;

/**
 * CutClipMentions:
 * @clip: the record
 * @n_linked, @n_unlinked: how many there are of either, whichever were asked for
 * @mentions: (element-type CutMention): those that were asked for, in order of the text
 */
typedef struct
{
  CutRecord *clip;
  guint n_linked;
  guint n_unlinked;
  GPtrArray *mentions;
} CutClipMentions;

/**
 * CutMentions:
 * @n_linked, @n_unlinked: in all clips, on other pages too
 * @n_clips: how many clips have any that were asked for
 * @complete: %FALSE while texts are still looked through: more may come
 * @clips: (element-type CutClipMentions): the page that was asked for, latest clips first
 */
typedef struct
{
  guint n_linked;
  guint n_unlinked;
  guint n_clips;
  gboolean complete;
  GPtrArray *clips;
} CutMentions;

void cut_mentions_free (CutMentions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMentions, cut_mentions_free)

/**
 * cut_notebook_mentions:
 * @entity: (nullable): id of an entity; of one that was merged into another, that one's; %NULL for all
 * @clip: (nullable): id of a clip; %NULL for all. What is to be looked through in it is looked through first.
 * @offset, @limit: of clips; a @limit of 0 is none
 *
 * %CUT_ERROR_NOT_FOUND where there is no such entity or clip.
 */
CutMentions *cut_notebook_mentions (CutNotebook *self, const char *entity, const char *clip, CutMentionState state, guint offset,
                                    guint limit, GCancellable *cancellable, GError **error);
void cut_notebook_mentions_async (CutNotebook *self, const char *entity, const char *clip, CutMentionState state, guint offset,
                                  guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutMentions *cut_notebook_mentions_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_count_unlinked: what has been found so far. Blocking. Returns: (transfer full) (nullable) (element-type utf8 uint): how many mentions of
 *   each entity, by its id, are not yet linked; those with none are left out */
GHashTable *cut_notebook_count_unlinked (CutNotebook *self, GCancellable *cancellable, GError **error);

/** cut_notebook_find_mentions: looks through all texts that were not yet. Blocking: for the command line and tests; the window is told by
 *   CutNotebook::mentions-changed without asking. */
gboolean cut_notebook_find_mentions (CutNotebook *self, GCancellable *cancellable, GError **error);

/* Acts. Each is one undo step; cancelled before its end it changes nothing. */

/**
 * cut_notebook_link_mentions:
 * @entity: id
 * @clip: (nullable): id of the clip; %NULL for all clips
 *
 * Marks every mention of @entity that is not yet linked and not ambiguous. All texts are looked through before.
 *
 * Returns: how many were linked; 0 changes nothing; -1 on an error
 */
int cut_notebook_link_mentions (CutNotebook *self, const char *entity, const char *clip, GCancellable *cancellable, GError **error);
void cut_notebook_link_mentions_async (CutNotebook *self, const char *entity, const char *clip, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
int cut_notebook_link_mentions_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_link_mention: one, ambiguous or not. Returns: (transfer full) (nullable): id of the annotation, of the one there is where it is
 *   linked already */
char *cut_notebook_link_mention (CutNotebook *self, CutMention *mention, GCancellable *cancellable, GError **error);
void cut_notebook_link_mention_async (CutNotebook *self, CutMention *mention, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cut_notebook_link_mention_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_refuse_mention: a person's word that this is not the entity: it is no mention of it any more. A dismissal of the kind
 *   `mention`, undone like every act. */
gboolean cut_notebook_refuse_mention (CutNotebook *self, CutMention *mention, GCancellable *cancellable, GError **error);
void cut_notebook_refuse_mention_async (CutNotebook *self, CutMention *mention, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_refuse_mention_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
