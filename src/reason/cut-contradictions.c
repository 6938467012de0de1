/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-gaps.h"

const char *
cut_contradiction_kind_to_word (CutContradictionKind kind)
{
  static const char *const words[] = { "denied", "changed", "tied" };

  return words[kind];
}

void
cut_contradiction_free (CutContradiction *self)
{
  g_free (self->words);
  g_free (self->for_it);
  g_free (self->against);
  g_free (self->source);
  g_free (self->claim);
  g_free (self);
}

static CutContradiction *
add (GPtrArray            *list,
     CutContradictionKind  kind,
     char                 *words,
     const char           *for_it,
     const char           *against)
{
  CutContradiction *self = g_new0 (CutContradiction, 1);

  self->kind = kind;
  self->words = words;
  self->for_it = g_strdup (for_it);
  self->against = g_strdup (against);
  g_ptr_array_add (list, self);
  return self;
}

static const CutWalkPath *
find_path (const CutWalk *walk,
           gboolean     (*wanted) (const char *stance))
{
  for (guint i = 0; i < walk->paths->len; i++)
    {
      const CutWalkPath *path = g_ptr_array_index (walk->paths, i);

      if (wanted (path->attribution->stance))
        return path;
    }
  return NULL;
}

static const char *
label_of_origin (const CutWalk     *walk,
                 const CutWalkPath *path)
{
  const CutOrigin *origin;

  if (path->origins->len == 0)
    return "";
  origin = g_ptr_array_index (walk->origins->origins, g_array_index (path->origins, guint, 0) - 1);
  return origin->label;
}

static void
find_denial (const CutWalk *walk,
             GPtrArray     *list)
{
  const CutWalkPath *for_it = find_path (walk, cut_ledger_asserts);
  const CutWalkPath *against = find_path (walk, cut_ledger_denies);

  if (for_it == NULL || against == NULL)
    return;
  add (list, CUT_CONTRADICTION_DENIED,
       /* Translators: two sources: who asserts and who denies a claim */
       g_strdup_printf (_("%s asserts it, %s denies it"), label_of_origin (walk, for_it), label_of_origin (walk, against)),
       for_it->attribution->id, against->attribution->id);
}

/* When it was said, else when it was printed. */
static gboolean
get_moment (CutLedger                  *ledger,
            const CutLedgerAttribution *attribution,
            gint64                     *moment)
{
  CutLedgerClip *clip = cut_ledger_find_clip (ledger, attribution->clip);
  CutDate *date = attribution->said_at != NULL ? attribution->said_at : clip != NULL ? clip->published : NULL;

  if (date == NULL)
    return FALSE;
  *moment = cut_date_get_sort_key (date);
  return TRUE;
}

/* The origins of the two sides have numbers of their own; what they were taken for tells that they are one source. */
static gboolean
is_same_end (const CutWalkPath *a,
             const CutWalkPath *b)
{
  return a->terminal && b->terminal && a->kind == CUT_ORIGIN_SOURCE && b->kind == CUT_ORIGIN_SOURCE && g_str_equal (a->key, b->key);
}

static gboolean
is_listed (GPtrArray  *list,
           const char *source)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((CutContradiction *) g_ptr_array_index (list, i))->source, source) == 0)
      return TRUE;
  return FALSE;
}

static void
find_change (CutLedger         *ledger,
             const CutWalkPath *for_it,
             const CutWalkPath *against,
             GPtrArray         *list)
{
  gint64 first, second;
  CutContradiction *found;

  if (!cut_ledger_asserts (for_it->attribution->stance) || !cut_ledger_denies (against->attribution->stance) ||
      !is_same_end (for_it, against) || is_listed (list, for_it->attribution->source) ||
      !get_moment (ledger, for_it->attribution, &first) || !get_moment (ledger, against->attribution, &second) || first == second)
    return;
  found = add (list, CUT_CONTRADICTION_CHANGED,
               g_strdup_printf (first < second
                                    /* Translators: a source */
                                    ? _("%s first asserted it and later denied it")
                                    : _("%s first denied it and later asserted it"),
                                for_it->source->label),
               for_it->attribution->id, against->attribution->id);
  found->source = g_strdup (for_it->attribution->source);
}

static void
find_changes (CutLedger     *ledger,
              const CutWalk *walk,
              GPtrArray     *list)
{
  if (walk->origins->denials == 0 || walk->origins->n_asserting == 0)
    return;
  for (guint i = 0; i < walk->paths->len; i++)
    for (guint j = 0; j < walk->paths->len; j++)
      find_change (ledger, g_ptr_array_index (walk->paths, i), g_ptr_array_index (walk->paths, j), list);
}

static gboolean
is_asserted (CutLedger      *ledger,
             CutLedgerClaim *claim)
{
  g_autoptr (GPtrArray) attributions = cut_ledger_list_attributions (ledger, claim);

  for (guint i = 0; i < attributions->len; i++)
    if (cut_ledger_asserts (((CutLedgerAttribution *) g_ptr_array_index (attributions, i))->stance))
      return TRUE;
  return FALSE;
}

static gboolean
is_settled_word (const char *status)
{
  return g_strcmp0 (status, "false") == 0 || g_strcmp0 (status, "superseded") == 0;
}

/* Two claims that cannot both be true, until one of them was found false. */
static void
find_tie (CutLedger      *ledger,
          CutLedgerClaim *other,
          GPtrArray      *list)
{
  CutContradiction *found;

  if (!other->known || is_settled_word (other->status) || !is_asserted (ledger, other))
    return;
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((CutContradiction *) g_ptr_array_index (list, i))->claim, other->id) == 0)
      return;
  found = add (list, CUT_CONTRADICTION_TIED,
               /* Translators: the text of another claim */
               g_strdup_printf (_("Another claim says otherwise: “%s”"), other->text != NULL ? other->text : ""), NULL, NULL);
  found->claim = g_strdup (other->id);
}

static void
find_ties (CutLedger      *ledger,
           CutLedgerClaim *claim,
           GPtrArray      *list)
{
  g_autoptr (GPtrArray) same = cut_ledger_list_same (ledger, claim);

  for (guint i = 0; i < same->len; i++)
    {
      CutLedgerClaim *one = g_ptr_array_index (same, i);

      for (guint j = 0; one->contradicts != NULL && one->contradicts[j] != NULL; j++)
        if (cut_ledger_find_claim (ledger, one->contradicts[j]) != NULL)
          find_tie (ledger, cut_ledger_find_claim (ledger, one->contradicts[j]), list);
      for (guint j = 0; j < one->opposed->len; j++)
        find_tie (ledger, g_ptr_array_index (one->opposed, j), list);
    }
}

GPtrArray *
cut_contradictions_find (CutLedger      *ledger,
                         CutLedgerClaim *claim,
                         const CutWalk  *walk)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_contradiction_free);

  find_denial (walk, list);
  find_changes (ledger, walk, list);
  if (walk->origins->n_asserting > 0)
    find_ties (ledger, claim, list);
  return list;
}
