/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_TRASH_EXCLUDED,
  CUT_TRASH_ONLY,
  CUT_TRASH_INCLUDED,
} CutTrash;

typedef struct
{
  char *field;
  char *value;
} CutCondition;

/**
 * CutQuery:
 * @kind: what is asked for, or %CUT_KIND_NONE for every kind (only with @match)
 * @conditions: (element-type CutCondition): all must hold; a field of @kind by name equals the
 *   value, or, of a list field, holds it. The value "" means: is not set.
 * @linked: (nullable): the id of an object that each result must refer to, directly, or through
 *   its clip (annotations and claims of a story's clips count as the story's; a claim is linked to
 *   the clips and captures its attributions' annotations stand in, and to their sources and vias)
 * @named: (nullable): entities that go by this name, whole, in whatever case, with or without accents
 * @match: (nullable): words to be found, as a person types them (`cli.md`, search)
 * @languages: (nullable): tags parted by blanks: words of @match that are not in quotation marks are found in their other forms
 *   in these languages, too
 * @trash: whether deleted objects count
 * @inbox: only clips that are in no story
 * @contested: only those with conflicts that wait to be settled; see cut-written.h
 * @merged: entities that were merged into another one count too; otherwise they show only where the Trash does, or where a condition on
 *   `merged_into` asks for them
 * @order: (nullable): `created` (default), `modified`, `published`, `title`, `site_name`, `status`,
 *   `relevance` (default with @match); ties by id
 * @descending: newest, last or best first
 * @limit: at most so many, 0 for all
 * @offset: skip so many
 * @most_ms: after so many ms of ranking take the best of what was looked at until then, the newest; 0 to look at everything
 *
 * What a list shows. Build it, hand it over, keep it unchanged. Copying is cheap.
 */
typedef struct
{
  CutKind kind;
  GPtrArray *conditions;
  char *linked;
  char *named;
  char *match;
  char *languages;
  CutTrash trash;
  gboolean inbox;
  gboolean merged;
  gboolean contested;
  char *order;
  gboolean descending;
  guint limit;
  guint offset;
  guint most_ms;
} CutQuery;

#define CUT_TYPE_QUERY (cut_query_get_type ())
GType cut_query_get_type (void);

/** cut_query_new: Returns: (transfer full): all of @kind outside the trash, newest first */
CutQuery *cut_query_new (CutKind kind);
CutQuery *cut_query_copy (const CutQuery *self);
void cut_query_free (CutQuery *self);
void cut_query_where (CutQuery *self, const char *field, const char *value);
void cut_query_set_linked (CutQuery *self, const char *id);
void cut_query_set_named (CutQuery *self, const char *name);
void cut_query_set_match (CutQuery *self, const char *match);
void cut_query_set_languages (CutQuery *self, const char *languages);
void cut_query_set_order (CutQuery *self, const char *order, gboolean descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutQuery, cut_query_free)

G_END_DECLS
