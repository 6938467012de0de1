/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-origin-tree.h"

#include <glib/gi18n-lib.h>

#include "cut-json.h"
#include "cut-walk.h"

const char *
cut_node_kind_to_word (CutNodeKind kind)
{
  static const char *const words[] = { "claim", "clip", "outlet", "source", "unnamed", "unknown", "cycle" };

  return words[kind];
}

static CutNode *
node_new (CutNodeKind  kind,
          char        *key,
          const char  *label,
          const char  *id)
{
  CutNode *self = g_new0 (CutNode, 1);

  self->kind = kind;
  self->key = key;
  self->label = g_strdup (label != NULL ? label : "");
  self->id = g_strdup (id);
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_node_free);
  return self;
}

/* No deeper than a chain of attribution is long, which a person typed. */
void
cut_node_free (CutNode *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self->id);
  g_free (self->attribution);
  g_free (self->stance);
  g_free (self->hedge);
  g_array_unref (self->origins);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* Growing. */

/* What ends here is never joined with another: each passage has an end of its own. */
static CutNode *
find_child (CutNode    *parent,
            const char *key)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      CutNode *child = g_ptr_array_index (parent->children, i);

      if (child->attribution == NULL && g_str_equal (child->key, key))
        return child;
    }
  return NULL;
}

static CutNode *
node_of_step (const CutWalkStep *step)
{
  if (step->clip)
    return node_new (CUT_NODE_CLIP, g_strconcat ("clip ", step->id, NULL), step->label, step->id);
  return node_new (step->outlet ? CUT_NODE_OUTLET : CUT_NODE_SOURCE, g_strconcat ("work ", step->key, NULL), step->label, step->id);
}

static CutNode *
grow_step (CutNode           *parent,
           const CutWalkStep *step,
           gboolean           end)
{
  CutNode *node = node_of_step (step);
  CutNode *known = end ? NULL : find_child (parent, node->key);

  if (known != NULL)
    {
      cut_node_free (node);
      return known;
    }
  g_ptr_array_add (parent->children, node);
  return node;
}

static CutNode *
grow_end (CutNode           *parent,
          const CutWalkPath *path)
{
  CutNodeKind kind = path->kind == CUT_ORIGIN_SOURCE ? CUT_NODE_SOURCE
                     : path->kind == CUT_ORIGIN_UNNAMED ? CUT_NODE_UNNAMED : CUT_NODE_UNKNOWN;
  const char *label = path->source != NULL && path->source->label != NULL ? path->source->label : _("somebody");
  CutNode *node = node_new (kind, g_strdup (path->key), label, path->source != NULL ? path->attribution->source : NULL);

  g_ptr_array_add (parent->children, node);
  return node;
}

/* An outlet that is named as what its own clip was read in: said once, it is there. */
static gboolean
repeats_clip (const CutWalkPath *path,
              guint              at)
{
  const CutWalkStep *step = &g_array_index (path->steps, CutWalkStep, at);
  const CutWalkStep *before = at > 0 ? step - 1 : NULL;
  g_autofree char *outlet = NULL;
  g_autofree char *name = NULL;

  if (before == NULL || before->label == NULL || step->label == NULL || !before->clip || step->clip || !step->outlet || (!path->terminal && at + 1 == path->steps->len))
    return FALSE;
  outlet = cut_ledger_fold (before->label);
  name = cut_ledger_fold (step->label);
  return g_str_equal (outlet, name);
}

static void
grow (CutNode           *root,
      const CutWalkPath *path)
{
  CutNode *node = root;

  for (guint i = 0; i < path->steps->len; i++)
    if (!repeats_clip (path, i))
      node = grow_step (node, &g_array_index (path->steps, CutWalkStep, i), !path->terminal && i + 1 == path->steps->len);
  if (path->terminal)
    node = grow_end (node, path);
  node->attribution = g_strdup (path->attribution->id);
  node->stance = g_strdup (path->attribution->stance);
  node->hedge = g_strdup (path->attribution->hedge);
  if (path->origins->len > 0)
    g_array_append_vals (node->origins, path->origins->data, path->origins->len);
  if (path->cycle != NULL)
    g_ptr_array_add (node->children, node_new (CUT_NODE_CYCLE, g_strconcat ("cycle ", node->key, NULL), path->cycle, NULL));
}

CutNode *
cut_ledger_make_tree (CutLedger  *self,
                      const char *claim)
{
  CutLedgerClaim *found = cut_ledger_find_claim (self, claim);
  g_autoptr (CutWalk) walk = NULL;
  CutNode *root;

  if (found == NULL)
    return NULL;
  walk = cut_walk_new (self, found);
  root = node_new (CUT_NODE_CLAIM, g_strconcat ("claim ", found->id, NULL), found->text, found->id);
  for (guint i = 0; i < walk->paths->len; i++)
    grow (root, g_ptr_array_index (walk->paths, i));
  return root;
}

/* Telling. */

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

JsonObject *
cut_node_to_json (const CutNode *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *origins = json_array_new ();
  JsonArray *children = json_array_new ();

  set_string (object, "kind", cut_node_kind_to_word (self->kind));
  set_string (object, "label", self->label);
  set_string (object, "id", self->id);
  set_string (object, "attribution", self->attribution);
  set_string (object, "stance", self->stance);
  set_string (object, "hedge", self->hedge);
  for (guint i = 0; i < self->origins->len; i++)
    json_array_add_int_element (origins, g_array_index (self->origins, guint, i));
  json_object_set_array_member (object, "origins", origins);
  for (guint i = 0; i < self->children->len; i++)
    json_array_add_object_element (children, cut_node_to_json (g_ptr_array_index (self->children, i)));
  json_object_set_array_member (object, "children", children);
  return object;
}

static void
describe (const CutNode *node,
          const char    *behind,
          GString       *lines)
{
  g_autofree char *chain = NULL;

  if (node->kind == CUT_NODE_CYCLE)
    return;
  if (node->kind != CUT_NODE_CLAIM)
    /* Translators: two links of a chain, the source first: "unnamed officials → The Courier". In a script from right to
     * left the arrow points to the left. */
    chain = *behind != '\0' ? g_strdup_printf (_("%s → %s"), node->label, behind) : g_strdup (node->label);
  if (node->attribution != NULL)
    g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", chain, cut_vocab_get_label (CUT_VOCAB_STANCE, node->stance));
  for (guint i = 0; i < node->children->len; i++)
    describe (g_ptr_array_index (node->children, i), chain != NULL ? chain : "", lines);
}

char *
cut_node_describe (const CutNode *self)
{
  GString *lines = g_string_new (NULL);

  describe (self, "", lines);
  return g_string_free (lines, FALSE);
}
