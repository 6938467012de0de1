/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-chain-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-clip.h"
#include "cut-date-text.h"

typedef struct
{
  CutChain *chain;
  CutChainLookup lookup;
  gpointer user_data;
  GPtrArray *said; /* (element-type GPtrArray of utf8): by node: what is said there, each once */
} Build;

static CutRecord *
find (const Build *build,
      const char  *id,
      CutKind      kind)
{
  CutRecord *record = id != NULL ? build->lookup (id, build->user_data) : NULL;

  return record != NULL && cut_record_get_kind (record) == kind ? record : NULL;
}

/* What is said at a node, each once. */

static void
say (Build      *build,
     guint       node,
     const char *words)
{
  GPtrArray *said;

  while (build->said->len <= node)
    g_ptr_array_add (build->said, g_ptr_array_new_with_free_func (g_free));
  said = g_ptr_array_index (build->said, node);
  if (words != NULL && !g_ptr_array_find_with_equal_func (said, words, g_str_equal, NULL))
    g_ptr_array_add (said, g_strdup (words));
}

static void
tell_details (Build *build)
{
  for (guint i = 0; i < build->said->len; i++)
    {
      GPtrArray *said = g_ptr_array_index (build->said, i);
      g_autofree char *detail = NULL;

      if (said->len == 0)
        continue;
      g_ptr_array_add (said, NULL);
      detail = g_strjoinv (" · ", (char **) said->pdata);
      cut_chain_set_detail (build->chain, i, detail);
    }
}

static void
say_origins (Build         *build,
             guint          place,
             const CutNode *node)
{
  for (guint i = 0; i < node->origins->len; i++)
    {
      /* Translators: %u is the number of an independent origin, as the count has them */
      g_autofree char *words = g_strdup_printf (_("origin %u"), g_array_index (node->origins, guint, i));

      say (build, place, words);
    }
}

/* Who says it, as far as an attribution ends here. */
static void
say_stance (Build         *build,
            guint          place,
            const CutNode *node)
{
  CutRecord *attribution = find (build, node->attribution, CUT_KIND_ATTRIBUTION);
  const char *terms = attribution != NULL ? cut_attribution_get_terms (CUT_ATTRIBUTION (attribution)) : NULL;

  if (node->stance != NULL)
    say (build, place, cut_vocab_get_label (CUT_VOCAB_STANCE, node->stance));
  if (terms != NULL && strcmp (terms, "unspecified") != 0)
    say (build, place, cut_vocab_get_label (CUT_VOCAB_TERMS, terms));
  say_origins (build, place, node);
}

/* Nodes. */

static CutChainFlags
get_flags (const CutNode *node)
{
  switch (node->kind)
    {
    case CUT_NODE_UNNAMED:
    case CUT_NODE_UNKNOWN:
      return CUT_CHAIN_UNNAMED;
    case CUT_NODE_CLIP:
      return CUT_CHAIN_CLIP;
    case CUT_NODE_CLAIM:
    case CUT_NODE_OUTLET:
    case CUT_NODE_SOURCE:
    case CUT_NODE_CYCLE:
    default:
      return CUT_CHAIN_PLAIN;
    }
}

static guint
add_node (Build         *build,
          const CutNode *node)
{
  CutRecord *record = node->id != NULL ? build->lookup (node->id, build->user_data) : NULL;
  g_autofree char *date = NULL;
  guint place = cut_chain_add_node (build->chain, node->key, node->label, get_flags (node),
                                    record != NULL ? cut_record_get_kind (record) : CUT_KIND_NONE, node->id);

  if (node->kind == CUT_NODE_CLIP && record != NULL && CUT_IS_CLIP (record))
    date = cut_date_to_text (cut_clip_get_published (CUT_CLIP (record)));
  say (build, place, date);
  return place;
}

/* The passage: where the attribution at the end of the path stands in the clip. */
static void
set_passage (Build         *build,
             guint          place,
             const CutNode *node,
             const CutNode *end)
{
  CutRecord *attribution = find (build, end->attribution, CUT_KIND_ATTRIBUTION);
  CutRecord *annotation = attribution != NULL
                              ? find (build, cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution)), CUT_KIND_ANNOTATION)
                              : NULL;

  if (annotation != NULL && g_strcmp0 (cut_annotation_get_clip (CUT_ANNOTATION (annotation)), node->id) == 0)
    cut_chain_set_annotation (build->chain, place, cut_record_get_id (annotation));
}

/* The path from the end of @way back to the clip; the claim itself, its first node, is not drawn. */
static void
add_path (Build     *build,
          GPtrArray *way)
{
  const CutNode *end = g_ptr_array_index (way, way->len - 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = way->len - 1; i > 0; i--)
    {
      const CutNode *node = g_ptr_array_index (way, i);
      guint place = add_node (build, node);

      if (node->kind == CUT_NODE_CLIP)
        set_passage (build, place, node, end);
      g_array_append_val (places, place);
    }
  say_stance (build, g_array_index (places, guint, 0), end);
  cut_chain_add_path (build->chain, (const guint *) (gpointer) places->data, places->len, end->stance);
}

/* Depth first, without recursion: a chain may be as long as somebody made it. */
static void
add_paths (Build         *build,
           const CutNode *tree)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  g_autoptr (GArray) next = g_array_new (FALSE, TRUE, sizeof (guint));

  g_ptr_array_add (way, (gpointer) tree);
  g_array_set_size (next, 1);
  while (way->len > 0 && cut_chain_get_n_paths (build->chain) < CUT_CHAIN_MOST_PATHS)
    {
      const CutNode *node = g_ptr_array_index (way, way->len - 1);
      guint *child = &g_array_index (next, guint, next->len - 1);

      if (node->children->len == 0 && way->len > 1)
        add_path (build, way);
      if (*child < node->children->len)
        {
          g_ptr_array_add (way, g_ptr_array_index (node->children, (*child)++));
          g_array_set_size (next, next->len + 1);
        }
      else
        {
          g_ptr_array_set_size (way, (int) way->len - 1);
          g_array_set_size (next, next->len - 1);
        }
    }
}

CutChain *
cut_chain_build (const CutNode  *tree,
                 CutChainLookup  lookup,
                 gpointer        user_data)
{
  Build build = { cut_chain_new (), lookup, user_data, NULL };

  build.said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  add_paths (&build, tree);
  tell_details (&build);
  g_ptr_array_unref (build.said);
  cut_chain_arrange (build.chain);
  return build.chain;
}
