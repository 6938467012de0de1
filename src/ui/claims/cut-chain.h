/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutChainFlags:
 * @CUT_CHAIN_UNNAMED: nobody knows who it is: drawn dashed
 * @CUT_CHAIN_ASSERTS: somebody at this node stands for the claim
 * @CUT_CHAIN_DENIES: somebody at this node denies or disputes it
 * @CUT_CHAIN_CLIP: a clip of the notebook, where a chain ends
 */
typedef enum
{
  CUT_CHAIN_PLAIN = 0,
  CUT_CHAIN_UNNAMED = 1 << 0,
  CUT_CHAIN_ASSERTS = 1 << 1,
  CUT_CHAIN_DENIES = 1 << 2,
  CUT_CHAIN_CLIP = 1 << 3,
} CutChainFlags;

/**
 * CutChainNode:
 * @key: what tells it from the other nodes
 * @label: its name for people
 * @detail: (nullable): a second line: what is said there, when it was published
 * @kind, @id: (nullable): the object it stands for
 * @annotation: (nullable): of a clip: the passage
 * @column: how many steps from the source, at most
 * @row: place in its column, from the top
 */
typedef struct
{
  char *key;
  char *label;
  char *detail;
  CutChainFlags flags;
  CutKind kind;
  char *id;
  char *annotation;
  guint column;
  guint row;
} CutChainNode;

/**
 * CutChainEdge:
 * @from, @to: places in the nodes
 * @asserts: whether something that goes this way stands for the claim
 * @denies: whether something that goes this way denies it; where neither, it is an answer that says neither
 */
typedef struct
{
  guint from;
  guint to;
  gboolean asserts;
  gboolean denies;
} CutChainEdge;

/**
 * CutChain:
 *
 * The way of a claim: from each source through whoever passed it on to the clips it was read in. Nodes of the same
 * key are one, so that branches join. Built once, in any thread, then immutable; reference-counted.
 */
typedef struct _CutChain CutChain;

CutChain *cut_chain_new (void);
CutChain *cut_chain_ref (CutChain *self);
void cut_chain_unref (CutChain *self);

/**
 * cut_chain_add_node:
 * @key: (not nullable)
 * @id: (nullable)
 *
 * Returns: its place; that of the node with this key when there is one already
 */
guint cut_chain_add_node (CutChain *self, const char *key, const char *label, CutChainFlags flags, CutKind kind, const char *id);
/** cut_chain_set_detail: @detail: (nullable) */
void cut_chain_set_detail (CutChain *self, guint node, const char *detail);
/** cut_chain_set_annotation: the passage that a clip's node leads to; the first one said counts */
void cut_chain_set_annotation (CutChain *self, guint node, const char *annotation);

/**
 * cut_chain_add_path:
 * @nodes: (array length=n_nodes): from the source on; one that came before in it is passed over, so that every path ends
 * @stance: (nullable): a word of %CUT_VOCAB_STANCE
 */
void cut_chain_add_path (CutChain *self, const guint *nodes, guint n_nodes, const char *stance);

/** cut_chain_arrange: gives each node its column and row. To be called once, after the last path. Ends also where paths
 *   lead in a circle: the step that would close it is not counted. */
void cut_chain_arrange (CutChain *self);

guint cut_chain_get_n_nodes (const CutChain *self);
const CutChainNode *cut_chain_get_node (const CutChain *self, guint node);
guint cut_chain_get_n_edges (const CutChain *self);
const CutChainEdge *cut_chain_get_edge (const CutChain *self, guint edge);
guint cut_chain_get_n_columns (const CutChain *self);
/** cut_chain_get_n_paths: how many attributions went into it */
guint cut_chain_get_n_paths (const CutChain *self);

/** cut_chain_step: the neighbour of @node one column on (@columns 1 or -1) or one row on (@rows 1 or -1). Returns: @node itself where there is none */
guint cut_chain_step (const CutChain *self, guint node, int columns, int rows);

/** cut_chain_describe: Returns: (transfer full): the chain in words, a sentence for each path, translated */
char *cut_chain_describe (const CutChain *self);
/** cut_chain_describe_node: Returns: (transfer full): a node in words, for who does not see the drawing */
char *cut_chain_describe_node (const CutChain *self, guint node);

#define CUT_TYPE_CHAIN (cut_chain_get_type ())
GType cut_chain_get_type (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutChain, cut_chain_unref)

G_END_DECLS
