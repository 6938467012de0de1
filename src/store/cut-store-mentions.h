/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* What is known of the mentions of entities. Nothing of it is a record; see the tables in migrations/0007-mentions.sql. Objects go by their
 * keys here, which are good as long as the object is there. Like all of the store, for its own thread alone. */

/* Entities and their names. */

/** CutNamed: an entity as it is looked for. @names: its own and those of all that were merged into it; empty where it is in the Trash or was
 *   merged itself */
typedef struct
{
  gint64 key;
  char *schema;
  char **names;
} CutNamed;

void cut_named_free (CutNamed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNamed, cut_named_free)

/** cut_store_list_sought: Returns: (transfer full) (nullable) (element-type CutNamed): all that are looked for now */
GPtrArray *cut_store_list_sought (CutStore *self, GError **error);
/** cut_store_list_renamed: Returns: (transfer full) (nullable) (element-type gint64): at most @limit entities whose names may be others */
GArray *cut_store_list_renamed (CutStore *self, guint limit, GError **error);
/** cut_store_count_renamed: Returns: -1 on error */
gint64 cut_store_count_renamed (CutStore *self, GError **error);
/** cut_store_get_named: Returns: (transfer full) (nullable): the entity with @key as it is now, or, where it was merged, the one it is part of
 *   now; @key itself without names where that is none. */
CutNamed *cut_store_get_named (CutStore *self, gint64 key, GError **error);
/** cut_store_get_sought: @sought: (out) (nullable): as it was looked for last; %NULL for never */
gboolean cut_store_get_sought (CutStore *self, gint64 key, CutNamed **sought, GError **error);
/** cut_store_set_sought: @named: is looked for like this from now on. Inside a transaction, as all that follows that writes. */
gboolean cut_store_set_sought (CutStore *self, const CutNamed *named, GError **error);
/** cut_store_forget_renamed: the entity with @key is looked for by the names it has */
gboolean cut_store_forget_renamed (CutStore *self, gint64 key, GError **error);

/* Texts to look through. */

/** cut_store_unseek_all: all clips are looked through again */
gboolean cut_store_unseek_all (CutStore *self, GError **error);
/** cut_store_unseek_mentioning: those that the entity is mentioned in are */
gboolean cut_store_unseek_mentioning (CutStore *self, gint64 entity, GError **error);
/**
 * cut_store_unseek_saying:
 * @below: only clips with a lower key
 * @limit: that many at most, the latest first
 *
 * Those whose text has all words of one of @phrases in a row are, without case or diacritics.
 *
 * Returns: below which key there may be more of them; 0 for nowhere, -1 on error
 */
gint64 cut_store_unseek_saying (CutStore *self, const char *const *phrases, gint64 below, guint limit, GError **error);
/** cut_store_set_unsought_rest: @below: the names of @entity are still to be looked for in clips with a lower key; 0 for in none. */
gboolean cut_store_set_unsought_rest (CutStore *self, gint64 entity, gint64 below, GError **error);
/** cut_store_get_unsought_rest: @entity: (out): 0 where no such rest is left */
gboolean cut_store_get_unsought_rest (CutStore *self, gint64 *entity, gint64 *below, GError **error);
/** cut_store_forget_mentions: there are none, nor anything to look through: for a notebook without entities */
gboolean cut_store_forget_mentions (CutStore *self, GError **error);
/** cut_store_has_unsought: @clip: key of a clip, 0 for any. Returns: whether there is something to look through, or a name to look for */
gboolean cut_store_has_unsought (CutStore *self, gint64 clip, GError **error);
/** cut_store_list_unsought: Returns: (transfer full) (nullable) (element-type gint64): at most @limit clips, the latest first */
GArray *cut_store_list_unsought (CutStore *self, guint limit, GError **error);

/**
 * CutSoughtText:
 * @clip, @capture: keys; @capture is 0 where the clip shows none
 * @clip_id, @capture_id: ids
 * @language: (nullable): of the clip
 * @text, @blocks_json: (nullable): of the capture that it shows
 */
typedef struct
{
  gint64 clip;
  gint64 capture;
  char *clip_id;
  char *capture_id;
  char *language;
  char *text;
  char *blocks_json;
} CutSoughtText;

void cut_sought_text_free (CutSoughtText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSoughtText, cut_sought_text_free)
/** cut_store_get_sought_text: @clip: key. Returns: (transfer full) (nullable) */
CutSoughtText *cut_store_get_sought_text (CutStore *self, gint64 clip, GError **error);

/** CutCounting: a line of a text, in code points */
typedef struct
{
  guint start;
  guint end;
  gboolean preformatted;
  gboolean counts;
} CutCounting;

/** cut_store_list_counting: Returns: (transfer full) (nullable) (element-type CutCounting): the lines of a text and whether names count in them, as
 *   its block table says: in the body, the headline, the standfirst and captions; much faster than cut_blocks_from_json(). %NULL with %CUT_ERROR_CORRUPT where that is none. */
GArray *cut_store_list_counting (CutStore *self, const char *blocks_json, GError **error);

/**
 * CutStoredMark:
 * @id: of the annotation
 * @furniture: whether it says what counts; @counts: what it says
 * @names: whether marking a name is all it is for
 * @entities: (nullable): ids
 * @start, @end: code points of the capture
 */
typedef struct
{
  char *id;
  gboolean furniture;
  gboolean counts;
  gboolean names;
  char **entities;
  guint start;
  guint end;
} CutStoredMark;

void cut_stored_mark_free (CutStoredMark *self);
/** cut_store_list_naming_marks: Returns: (transfer full) (nullable) (element-type CutStoredMark): annotations of @text's clip outside the Trash
 *   that name entities or say what counts, as far as they stand in its capture, oldest first */
GPtrArray *cut_store_list_naming_marks (CutStore *self, const CutSoughtText *text, GError **error);
/** cut_store_list_refusals: Returns: (transfer full) (nullable) (element-type CutDismissal): those of the kind `mention` of the clip with @id */
GPtrArray *cut_store_list_refusals (CutStore *self, const char *clip, GError **error);

/* Mentions. */

typedef enum
{
  CUT_SPAN_LINKED = 1 << 0,
  CUT_SPAN_SHORT = 1 << 1,
  CUT_SPAN_AMBIGUOUS = 1 << 2,
} CutSpanFlags;

/** CutMentionSpan: code points; @flags: of #CutSpanFlags */
typedef struct
{
  guint start;
  guint end;
  guint flags;
} CutMentionSpan;

/** CutStoredMentions: of one entity in one clip. @entity_id: (nullable): where it was read. @spans: (element-type CutMentionSpan): in order */
typedef struct
{
  gint64 entity;
  gint64 capture;
  char *entity_id;
  GArray *spans;
} CutStoredMentions;

void cut_stored_mentions_free (CutStoredMentions *self);
/** cut_store_put_mentions: @mentions: (element-type CutStoredMentions): all of the clip, which needs no more looking through */
gboolean cut_store_put_mentions (CutStore *self, gint64 clip, GPtrArray *mentions, GError **error);
/** cut_store_list_mentions: @entity: key, 0 for all. Returns: (transfer full) (nullable) (element-type CutStoredMentions): those in a clip */
GPtrArray *cut_store_list_mentions (CutStore *self, gint64 clip, gint64 entity, GError **error);

/** CutMentioning: a clip and how many mentions there are in it */
typedef struct
{
  gint64 clip;
  guint n;
  guint n_linked;
} CutMentioning;

typedef enum
{
  CUT_MENTIONING_ANY,
  CUT_MENTIONING_LINKED,
  CUT_MENTIONING_UNLINKED,
} CutMentioningState;

/** cut_store_list_mentioning: @entity, @clip: keys, 0 for all. Returns: (transfer full) (nullable) (element-type CutMentioning): clips outside the
 *   Trash, the latest first */
GArray *cut_store_list_mentioning (CutStore *self, gint64 entity, gint64 clip, CutMentioningState state, guint offset, guint limit, GError **error);
/** cut_store_count_unlinked: Returns: (transfer full) (nullable) (element-type utf8 uint): how many mentions of each entity, by its id, nobody has
 *   linked yet; those with none are left out */
GHashTable *cut_store_count_unlinked (CutStore *self, GError **error);
/** cut_store_count_mentioning: @all: (out): in @clip all clips that have any of @state, and the mentions in all */
gboolean cut_store_count_mentioning (CutStore *self, gint64 entity, gint64 clip, CutMentioningState state, CutMentioning *all, GError **error);

/** cut_store_find_key: the key of the object of @kind with @id; %CUT_ERROR_NOT_FOUND and 0 when there is none */
gint64 cut_store_find_key (CutStore *self, CutKind kind, const char *id, GError **error);
/** cut_store_get_by_key: Returns: (transfer full) (nullable) */
CutRecord *cut_store_get_by_key (CutStore *self, CutKind kind, gint64 key, GError **error);

G_END_DECLS
