/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-mentions.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Private to src/notebook. */

/** CutMentionQuestion: @entity, @clip: (nullable): ids; the rest as of cut_notebook_mentions() */
typedef struct
{
  char *entity;
  char *clip;
  CutMentionState state;
  guint offset;
  guint limit;
} CutMentionQuestion;

/** cut_mention_list_load: in a store's thread. Returns: (transfer full) (nullable): what is kept */
CutMentions *cut_mention_list_load (CutStore *store, const CutMentionQuestion *question, GCancellable *cancellable, GError **error);

/** cut_mention_find_entity: Returns: key of what the entity with @id is part of now; 0 with %CUT_ERROR_NOT_FOUND */
gint64 cut_mention_find_entity (CutStore *store, const char *id, GError **error);

G_END_DECLS
