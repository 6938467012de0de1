/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-tree.h"

#include "cut-arena.h"
#include "cut-error.h"
#include "cut-limits.h"

#include <glib/gi18n-lib.h>
#include <gumbo.h>
#include <string.h>

struct _CutTree
{
  GString *source;
  CutArena *arena;
  GumboOutput *output; /* in the arena */
  CutNode *nodes;
  guint length;
  CutAttribute *attributes;
  CutNode *body;
  CutElement tags[GUMBO_TAG_LAST + 1];
};

/* A page of 1,000,000 elements can be cloned to more by the parser's own rules
 * (misnested formatting); twice the limit is where it is refused. */
#define MAX_NODES (4 * CUT_LIMIT_ELEMENTS)

static void
fill_tags (CutTree *self)
{
  for (guint i = 0; i <= GUMBO_TAG_LAST; i++)
    self->tags[i] = CUT_ELEMENT_UNKNOWN;
  for (guint i = CUT_ELEMENT_UNKNOWN + 1; i < CUT_ELEMENT_LAST; i++)
    {
      GumboTag tag = gumbo_tag_enum (cut_element_get_name (i));

      if (tag < GUMBO_TAG_UNKNOWN)
        self->tags[tag] = i;
    }
  self->tags[GUMBO_TAG_STRIKE] = CUT_ELEMENT_S;
}

static gboolean
is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static gboolean
is_text (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
         || node->type == GUMBO_NODE_CDATA;
}

static const GumboVector *
children_of (const GumboNode *node)
{
  return is_element (node) ? &node->v.element.children : NULL;
}

/* Returns: the node after @node in document order, below @root */
static const GumboNode *
following (const GumboNode *node, const GumboNode *root)
{
  const GumboVector *children = children_of (node);

  if (children != NULL && children->length > 0)
    return children->data[0];
  while (node != root)
    {
      const GumboVector *siblings = children_of (node->parent);

      if (siblings != NULL && node->index_within_parent + 1 < siblings->length)
        return siblings->data[node->index_within_parent + 1];
      node = node->parent;
    }
  return NULL;
}

static CutElement
tag_of_unknown (const GumboElement *element)
{
  GumboStringPiece piece = element->original_tag;
  static const struct
  {
    const char *name;
    CutElement tag;
  } late[] = { { "picture", CUT_ELEMENT_PICTURE },
               { "dialog", CUT_ELEMENT_DIALOG },
               { "annotation", CUT_ELEMENT_ANNOTATION },
               { "amp-img", CUT_ELEMENT_IMG },
               { "amp-sidebar", CUT_ELEMENT_DIALOG } };

  gumbo_tag_from_original_text (&piece);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    if (piece.length == strlen (late[i].name)
        && g_ascii_strncasecmp (piece.data, late[i].name, piece.length) == 0)
      return late[i].tag;
  return CUT_ELEMENT_UNKNOWN;
}

static void
fill_element (CutTree *self, CutNode *to, const GumboElement *from, gsize *n_attributes)
{
  CutAttribute *attributes = self->attributes + *n_attributes;

  to->tag = from->tag == GUMBO_TAG_UNKNOWN ? tag_of_unknown (from) : self->tags[from->tag];
  if (from->tag_namespace == GUMBO_NAMESPACE_SVG && to->tag != CUT_ELEMENT_SVG)
    to->tag = CUT_ELEMENT_UNKNOWN;
  to->attributes = attributes;
  to->n_attributes = from->attributes.length;
  for (guint i = 0; i < from->attributes.length; i++)
    {
      const GumboAttribute *attribute = from->attributes.data[i];

      attributes[i] = (CutAttribute){ attribute->name, attribute->value };
    }
  *n_attributes += from->attributes.length;
}

static gboolean
count (CutTree *self, gsize *n_nodes, gsize *n_attributes)
{
  for (const GumboNode *node = self->output->root; node;
       node = following (node, self->output->root))
    {
      *n_nodes += is_element (node) || is_text (node);
      if (is_element (node))
        *n_attributes += node->v.element.attributes.length;
    }
  return *n_nodes <= MAX_NODES;
}

/* Closes the nodes that end before one whose parent is @parent begins. */
static CutNode *
close_until (CutNode *open,
             const GumboNode *parent,
             const GumboNode **origins,
             const CutNode *nodes,
             guint index)
{
  while (open != NULL && origins[open - nodes] != parent)
    {
      open->end = index;
      open = open->parent;
    }
  return open;
}

static void
link_node (CutNode *node, CutNode *parent, CutNode **last_children, CutNode *nodes)
{
  node->parent = parent;
  if (parent == NULL)
    return;
  if (last_children[parent - nodes] == NULL)
    parent->first_child = node;
  else
    last_children[parent - nodes]->next = node;
  last_children[parent - nodes] = node;
}

static void
flatten (CutTree *self, gsize n_nodes)
{
  g_autofree const GumboNode **origins = g_new (const GumboNode *, n_nodes);
  g_autofree CutNode **last_children = g_new0 (CutNode *, n_nodes);
  const GumboNode *root = self->output->root;
  CutNode *open = NULL;
  gsize n_attributes = 0;

  for (const GumboNode *from = root; from != NULL; from = following (from, root))
    {
      CutNode *to = &self->nodes[self->length];

      if (!is_element (from) && !is_text (from))
        continue;
      open = from == root ? NULL
                          : close_until (open, from->parent, origins, self->nodes, self->length);
      origins[self->length] = from;
      to->index = self->length++;
      to->end = to->index + 1;
      link_node (to, open, last_children, self->nodes);
      if (is_text (from))
        to->text = from->v.text.text;
      else
        {
          fill_element (self, to, &from->v.element, &n_attributes);
          open = to;
        }
      if (to->tag == CUT_ELEMENT_BODY && self->body == NULL)
        self->body = to;
    }
  for (; open != NULL; open = open->parent)
    open->end = self->length;
}

static void *
allocate (void *arena, gsize size)
{
  return cut_arena_allocate (arena, size);
}

static void
release (void *arena, void *memory)
{
  cut_arena_release (arena, memory);
}

CutTree *
cut_tree_parse (GString *html, GCancellable *cancellable, GError **error)
{
  g_autoptr (CutTree) self = g_new0 (CutTree, 1);
  GumboOptions options = kGumboDefaultOptions;
  gsize n_nodes = 0;
  gsize n_attributes = 0;

  self->source = html;
  self->arena = cut_arena_new ();
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = self->arena;
  /* Each recorded error copies the stack of open elements. */
  options.max_errors = 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->output = gumbo_parse_with_options (&options, html->str, html->len);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!count (self, &n_nodes, &n_attributes))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
                           _ ("The page has too many elements to be read safely."));
      return NULL;
    }
  fill_tags (self);
  self->nodes = g_new0 (CutNode, n_nodes);
  self->attributes = g_new (CutAttribute, n_attributes + 1);
  flatten (self, n_nodes);
  return g_steal_pointer (&self);
}

void
cut_tree_free (CutTree *self)
{
  cut_arena_free (self->arena);
  g_string_free (self->source, TRUE);
  g_free (self->nodes);
  g_free (self->attributes);
  g_free (self);
}

guint
cut_tree_get_length (const CutTree *self)
{
  return self->length;
}

CutNode *
cut_tree_get_node (const CutTree *self, guint index)
{
  return &self->nodes[index];
}

CutNode *
cut_tree_get_root (const CutTree *self)
{
  return &self->nodes[0];
}

CutNode *
cut_tree_get_body (const CutTree *self)
{
  return self->body ? self->body : &self->nodes[0];
}

const char *
cut_node_get (const CutNode *self, const char *name)
{
  /* The parser has written all names in lower case. */
  for (guint i = 0; i < self->n_attributes; i++)
    if (self->attributes[i].name[0] == name[0] && strcmp (self->attributes[i].name, name) == 0)
      return self->attributes[i].value;
  return NULL;
}

static void
append_folded (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, *text);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
}

char *
cut_node_get_text (const CutTree *tree, const CutNode *self)
{
  GString *out = g_string_new (NULL);
  const CutNode *block = NULL;

  for (guint i = self->index; i < self->end; i++)
    {
      const CutNode *node = &tree->nodes[i];

      /* What follows the end of a block is another word, too. */
      if (node->text != NULL && node->block != block)
        append_folded (out, " ");
      block = node->text != NULL ? node->block : block;
      if (node->text != NULL)
        append_folded (out, node->text);
      else if (cut_node_is (node, CUT_ELEMENT_IS_BLOCK) || node->tag == CUT_ELEMENT_BR)
        append_folded (out, " ");
      if (node->tag == CUT_ELEMENT_SCRIPT || node->tag == CUT_ELEMENT_STYLE)
        i = node->end - 1;
    }
  return g_strchomp (g_string_free (out, FALSE));
}
