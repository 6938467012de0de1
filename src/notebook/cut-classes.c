/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-classes.h"

#include <string.h>

typedef struct _Node Node;

struct _Node
{
  Node *parent;      /* (nullable): towards the root of its class */
  char *id;          /* (owned) */
  const char *least; /* of a root: the smallest id of the class */
  guint size;        /* of a root: how many are in it */
};

struct _CutClasses
{
  GHashTable *nodes; /* (owned) (element-type utf8 Node) */
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node);
}

CutClasses *
cut_classes_new (void)
{
  CutClasses *self = g_new0 (CutClasses, 1);

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, node_free);
  return self;
}

void
cut_classes_free (CutClasses *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
}

static Node *
ensure_root (CutClasses *self,
             const char *id)
{
  Node *node = g_hash_table_lookup (self->nodes, id);

  if (node == NULL)
    {
      node = g_new0 (Node, 1);
      node->id = g_strdup (id);
      node->least = node->id;
      node->size = 1;
      g_hash_table_insert (self->nodes, node->id, node);
    }
  while (node->parent != NULL)
    node = node->parent;
  return node;
}

const char *
cut_classes_find (CutClasses *self,
                  const char *id)
{
  return g_hash_table_contains (self->nodes, id) ? ensure_root (self, id)->least : id;
}

/* The smaller class goes below the larger one, so that no way is long. */
void
cut_classes_join (CutClasses *self,
                  const char *a,
                  const char *b)
{
  Node *one = ensure_root (self, a);
  Node *two = ensure_root (self, b);
  Node *above = one->size < two->size ? two : one;
  Node *below = above == one ? two : one;

  if (one == two)
    return;
  below->parent = above;
  above->size += below->size;
  if (strcmp (below->least, above->least) < 0)
    above->least = below->least;
}
