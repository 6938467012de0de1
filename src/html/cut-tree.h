/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-element.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutNodeRole: what a node turned out to be to the article; the nodes below share it
 * @CUT_NODE_BODY: text of the page, until something else is found
 * @CUT_NODE_HIDDEN: no reader sees it
 * @CUT_NODE_DROPPED: seen, but part of the page and not of the article (menus, comments)
 * @CUT_NODE_FURNITURE: calls, teasers and bios; shown greyed where inside the article
 */
typedef enum
{
  CUT_NODE_BODY,
  CUT_NODE_HIDDEN,
  CUT_NODE_DROPPED,
  CUT_NODE_FURNITURE,
  CUT_NODE_TITLE,
  CUT_NODE_STANDFIRST,
  CUT_NODE_BYLINE,
  CUT_NODE_CAPTION,
  CUT_NODE_CREDIT,
} CutNodeRole;

typedef struct
{
  const char *name;
  const char *value;
} CutAttribute;

typedef struct _CutNode CutNode;

/**
 * CutNode:
 * @text: of a text node; else %NULL
 * @index: place in the tree, in document order
 * @end: one past the last node below this one: a subtree is the nodes [index, end)
 * @role: set by the passes over the tree
 * @seen_role: @role, or that of the nearest node above that is not body
 * @block: the nearest block element at or above
 * @in_link: whether it stands in an `a` with an address
 * @counted, @text_chars, @text_commas: what a text node holds, counted once
 * @meaning_read, @meaning: what its class says, read once
 * @chars: characters of text that counts, below and in it (white space runs as one)
 * @link_chars: those of them in links
 * @own_chars: those whose nearest block this node is
 * @own_link_chars, @own_commas: likewise
 * @paragraphs: paragraph-like blocks with enough text, below and in it
 * @paragraph_chars: their characters
 */
struct _CutNode
{
  CutNode *parent;
  CutNode *first_child;
  CutNode *next;
  CutNode *block;
  const char *text;
  const CutAttribute *attributes;
  guint n_attributes;
  guint index;
  guint end;
  CutElement tag;
  CutNodeRole role;
  CutNodeRole seen_role;
  gboolean in_link;
  gboolean counted;
  guint text_chars;
  guint text_commas;
  gboolean meaning_read;
  guint meaning;
  guint chars;
  guint link_chars;
  guint own_chars;
  guint own_link_chars;
  guint own_commas;
  guint paragraphs;
  guint paragraph_chars;
  float score;
};

/**
 * CutTree:
 *
 * A page as a flat array of nodes in document order, so that every pass over it is a loop
 * and a subtree a range. Owned by one caller, used by one thread.
 */
typedef struct _CutTree CutTree;

/**
 * cut_tree_parse:
 * @html: (transfer full): valid UTF-8 made harmless by cut_guard_apply(); owned by the tree
 * @error: %CUT_ERROR_TOO_LARGE, or cancelled
 *
 * Parses by the rules of HTML5.
 */
CutTree *cut_tree_parse (GString *html, GCancellable *cancellable, GError **error);
void cut_tree_free (CutTree *self);

guint cut_tree_get_length (const CutTree *self);
CutNode *cut_tree_get_node (const CutTree *self, guint index);

/** cut_tree_get_root: Returns: (transfer none): the `html` element */
CutNode *cut_tree_get_root (const CutTree *self);

/** cut_tree_get_body: Returns: (transfer none): the `body` element, or the root */
CutNode *cut_tree_get_body (const CutTree *self);

/** cut_node_get: Returns: (transfer none) (nullable): the value of the attribute @name (lower case) */
const char *cut_node_get (const CutNode *self, const char *name);

/** cut_node_get_text: Returns: (transfer full): all text below, white space folded, whatever its
 * role */
char *cut_node_get_text (const CutTree *tree, const CutNode *self);

static inline gboolean
cut_node_contains (const CutNode *self, const CutNode *other)
{
  return other->index >= self->index && other->index < self->end;
}

static inline gboolean
cut_node_is (const CutNode *self, CutElementClass class)
{
  return (cut_element_get_class (self->tag) & class) != 0;
}

/* Link density, 0 to 1. */
static inline float
cut_node_get_density (const CutNode *self)
{
  return self->chars ? (float)self->link_chars / self->chars : 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTree, cut_tree_free)

G_END_DECLS
