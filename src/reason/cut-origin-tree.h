/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-origins.h"

G_BEGIN_DECLS

/**
 * CutNodeKind:
 * @CUT_NODE_CLAIM: the root
 * @CUT_NODE_CLIP: where it was read
 * @CUT_NODE_OUTLET: a publication that is cited
 * @CUT_NODE_SOURCE: somebody or something that can be told from others, on the way or at the end
 * @CUT_NODE_UNNAMED: sources whose names are not said
 * @CUT_NODE_UNKNOWN: "a report"
 * @CUT_NODE_CYCLE: the walk came back to a work it had been at; @label is that work's
 */
typedef enum
{
  CUT_NODE_CLAIM,
  CUT_NODE_CLIP,
  CUT_NODE_OUTLET,
  CUT_NODE_SOURCE,
  CUT_NODE_UNNAMED,
  CUT_NODE_UNKNOWN,
  CUT_NODE_CYCLE,
} CutNodeKind;

/** cut_node_kind_to_word: `claim`, `clip`, `outlet`, `source`, `unnamed`, `unknown`, `cycle` */
const char *cut_node_kind_to_word (CutNodeKind kind);

/**
 * CutNode:
 * @key: nodes of one key are the same thing, wherever in the tree: a drawing may join them
 * @label: for people, translated
 * @id: (nullable): of the claim, clip or source
 * @attribution: (nullable): id of the attribution that ends here
 * @stance: (nullable): its stance, a word of %CUT_VOCAB_STANCE
 * @hedge: (nullable): its hedge
 * @origins: (element-type guint): of an end: the numbers of the #CutOrigins it is, or leads to by another way; none where nobody
 *   asserts or denies
 * @children: (element-type CutNode): towards the sources
 *
 * Read from the root it goes from the claim to the clips it was read in, on to the outlets these cite, to who said so.
 */
typedef struct
{
  CutNodeKind kind;
  char *key;
  char *label;
  char *id;
  char *attribution;
  char *stance;
  char *hedge;
  GArray *origins;
  GPtrArray *children;
} CutNode;

/** cut_ledger_make_tree: @claim: id. Returns: (transfer full) (nullable): the tree that proves what cut_ledger_count_origins() says; %NULL for
 *   an unknown claim */
CutNode *cut_ledger_make_tree (CutLedger *self, const char *claim);
void cut_node_free (CutNode *self);

/** cut_node_to_json: Returns: (transfer full): `kind`, `label`, `id`, `attribution`, `stance`, `hedge`, `origins`, `children` */
JsonObject *cut_node_to_json (const CutNode *self);

/** cut_node_describe: Returns: (transfer full): one chain a line, in words: "unnamed officials → The Courier → Evening Post" */
char *cut_node_describe (const CutNode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNode, cut_node_free)

G_END_DECLS
