/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-changes-item.h"

#include <glib/gi18n-lib.h>

#include "cut-date-text.h"
#include "cut-grapheme.h"
#include "cut-index.h"
#include "cut-vocab.h"

#define LONGEST_PART 800 /* code points: so much a label lays out at once without being noticed */
#define LONGEST_ROW 1600
#define AROUND 1          /* blocks that are the same shown around a change */
#define FEWEST_FOLDED 3

struct _CutChangesItem
{
  GObject parent_instance;

  char *badge;       /* (owned) (nullable) */
  GArray *parts;     /* (owned) (element-type CutChangesPart) */
  GPtrArray *folded; /* (owned) (nullable) (element-type CutChangesItem) */
};

G_DEFINE_FINAL_TYPE (CutChangesItem, cut_changes_item, G_TYPE_OBJECT)

static void
part_clear (gpointer data)
{
  g_free (((CutChangesPart *) data)->text);
}

static void
cut_changes_item_finalize (GObject *object)
{
  CutChangesItem *self = CUT_CHANGES_ITEM (object);

  g_free (self->badge);
  g_array_unref (self->parts);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  G_OBJECT_CLASS (cut_changes_item_parent_class)->finalize (object);
}

static void
cut_changes_item_class_init (CutChangesItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_changes_item_finalize;
}

static void
cut_changes_item_init (CutChangesItem *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (CutChangesPart));
  g_array_set_clear_func (self->parts, part_clear);
}

const char *
cut_changes_item_get_badge (CutChangesItem *self)
{
  return self->badge;
}

GArray *
cut_changes_item_get_parts (CutChangesItem *self)
{
  return self->parts;
}

GPtrArray *
cut_changes_item_get_folded (CutChangesItem *self)
{
  return self->folded;
}

gboolean
cut_changes_item_has (CutChangesItem *self,
                      guint           change)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, CutChangesPart, i).change == change)
      return TRUE;
  return FALSE;
}

char *
cut_changes_item_get_label (CutChangesItem *self)
{
  g_autoptr (GString) label = g_string_new (self->badge);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const CutChangesPart *part = &g_array_index (self->parts, CutChangesPart, i);
      g_autofree char *told = NULL;

      if (part->kind == CUT_RUN_REMOVED)
        /* Translators: read out to those who do not see the words struck out */
        told = g_strdup_printf (_("Removed: “%s”"), part->text);
      else if (part->kind == CUT_RUN_ADDED)
        /* Translators: read out to those who do not see the words underlined */
        told = g_strdup_printf (_("Added: “%s”"), part->text);
      else
        told = g_strdup (part->text);
      g_string_append_printf (label, "%s%s", label->len > 0 ? "\n" : "", told);
    }
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* Making them. */

typedef struct
{
  GPtrArray *items;
  GPtrArray *targets;
  CutChangesItem *item; /* being filled */
  guint length;         /* of it, code points */
} Build;

static CutChangesItem *
add_item (Build      *build,
          const char *badge)
{
  build->item = g_object_new (CUT_TYPE_CHANGES_ITEM, NULL);
  build->item->badge = g_strdup (badge);
  build->length = 0;
  g_ptr_array_add (build->items, build->item);
  return build->item;
}

/* Returns: where a piece of at most LONGEST_PART may end: at a space, or between graphemes */
static const char *
find_piece (const char *start,
            const char *end,
            guint      *n)
{
  const char *space = NULL;
  const char *p = start;

  for (*n = 0; p < end && *n < LONGEST_PART; (*n)++, p = g_utf8_next_char (p))
    if (*p == ' ' && *n > LONGEST_PART / 2)
      space = g_utf8_next_char (p);
  if (p == end)
    return p;
  if (space != NULL)
    {
      *n = (guint) g_utf8_strlen (start, space - start);
      return space;
    }
  /* Longer graphemes than this are cut: nobody reads them. */
  for (guint i = 0; i < 64 && p < end && !cut_grapheme_is_border (start, p); i++, (*n)++)
    p = g_utf8_next_char (p);
  return p;
}

/* A paragraph that was split or joined: what came or went cannot be seen without a sign for it. */
static char *
get_text (CutRunKind  kind,
          const char *start,
          const char *end)
{
  g_autoptr (GString) text = g_string_new_len (start, end - start);

  if (kind != CUT_RUN_KEPT)
    g_string_replace (text, "\n", "¶\n", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_part (Build      *build,
          CutRunKind  kind,
          guint       change,
          const char *start,
          const char *end)
{
  while (start < end)
    {
      CutChangesPart part = { .kind = kind, .change = change };
      guint n;
      const char *piece = find_piece (start, end, &n);

      if (build->length > 0 && build->length + n > LONGEST_ROW)
        add_item (build, NULL);
      part.text = get_text (kind, start, piece);
      g_array_append_val (build->item->parts, part);
      build->length += n;
      if (change != CUT_CHANGES_NONE && change == build->targets->len)
        g_ptr_array_add (build->targets, g_object_ref (build->item));
      start = piece;
    }
}

static const char *
get_pair_badge (CutPairKind kind,
                gboolean    figure)
{
  switch ((int) kind)
    {
    case CUT_PAIR_ADDED:
      return C_("block of text", "Added");
    case CUT_PAIR_REMOVED:
      return C_("block of text", "Removed");
    case CUT_PAIR_MOVED:
      return C_("block of text", "Moved");
    default:
      return figure ? _("Figure changed") : NULL;
    }
}

/* Which change the run @run of the pair @pair belongs to; @at follows the changes. */
static guint
find_change (const CutDifference *difference,
             guint                pair,
             guint                run,
             guint               *at)
{
  GArray *all = difference->alterations;

  for (; *at < all->len; (*at)++)
    {
      const CutAlteration *alteration = &g_array_index (all, CutAlteration, *at);

      if (alteration->pair > pair || (alteration->pair == pair && alteration->run > run))
        return CUT_CHANGES_NONE;
      if (alteration->pair == pair && run < alteration->run + alteration->n_runs)
        return *at;
    }
  return CUT_CHANGES_NONE;
}

static gboolean
has_figure (const CutDifference *difference,
            guint                pair,
            guint                at)
{
  GArray *all = difference->alterations;

  for (; at < all->len && g_array_index (all, CutAlteration, at).pair <= pair; at++)
    if (g_array_index (all, CutAlteration, at).pair == pair && g_array_index (all, CutAlteration, at).figure)
      return TRUE;
  return FALSE;
}

/* Adds the rows of one pair. @first: the number of the difference's first change */
static void
add_pair (Build               *build,
          const CutDifference *difference,
          const CutIndex      *before,
          const CutIndex      *after,
          guint                pair_index,
          guint                first,
          guint               *at)
{
  const CutPair *pair = g_ptr_array_index (difference->pairs, pair_index);

  for (guint i = 0; i < pair->runs->len; i++)
    {
      const CutRun *run = &g_array_index (pair->runs, CutRun, i);
      gboolean removed = run->kind == CUT_RUN_REMOVED;
      const CutIndex *index = removed ? before : after;
      guint change = find_change (difference, pair_index, i, at);

      add_part (build, run->kind, change != CUT_CHANGES_NONE ? first + change : change,
                cut_index_to_pointer (index, removed ? run->old_start : run->new_start),
                cut_index_to_pointer (index, removed ? run->old_end : run->new_end));
    }
}

static const char *
get_field_label (const char *field)
{
  static const struct
  {
    const char *field;
    const char *label;
  } labels[] = {
    { "title", N_("Headline") },      { "standfirst", N_("Standfirst") }, { "byline", N_("Byline") },
    { "published", N_("Published") }, { "updated", N_("Updated") },       { "verdict", N_("What the page is") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].field, field))
      return _(labels[i].label);
  return field;
}

/* Dates and words of a vocabulary are one thing each: replaced as a whole. */
static char *
get_value (const char *field,
           const char *value)
{
  g_autoptr (CutDate) date = NULL;

  if (g_str_equal (field, "verdict"))
    return g_strdup (*value != '\0' ? cut_vocab_get_label (CUT_VOCAB_VERDICT, value) : "");
  if (!g_str_equal (field, "published") && !g_str_equal (field, "updated"))
    return NULL;
  date = *value != '\0' ? cut_date_new (value, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  return date != NULL ? cut_date_to_text (date) : g_strdup (value);
}

static void
add_field (Build                *build,
           const CutFieldChange *change,
           guint                 number)
{
  g_autofree char *before = get_value (change->field, change->before);
  g_autofree char *after = get_value (change->field, change->after);
  g_autoptr (CutIndex) old_index = cut_index_new (change->before);
  g_autoptr (CutIndex) new_index = cut_index_new (change->after);

  add_item (build, get_field_label (change->field));
  if (before != NULL && after != NULL)
    {
      add_part (build, CUT_RUN_REMOVED, number, before, before + strlen (before));
      add_part (build, CUT_RUN_ADDED, number, after, after + strlen (after));
      return;
    }
  for (guint i = 0; i < change->difference->pairs->len; i++)
    {
      const CutPair *pair = g_ptr_array_index (change->difference->pairs, i);

      for (guint j = 0; j < pair->runs->len; j++)
        {
          const CutRun *run = &g_array_index (pair->runs, CutRun, j);
          gboolean removed = run->kind == CUT_RUN_REMOVED;
          const CutIndex *index = removed ? old_index : new_index;

          add_part (build, run->kind, run->kind == CUT_RUN_KEPT ? CUT_CHANGES_NONE : number,
                    cut_index_to_pointer (index, removed ? run->old_start : run->new_start),
                    cut_index_to_pointer (index, removed ? run->old_end : run->new_end));
        }
    }
}

/* Puts the rows from @start on away in one, if they are many; those next to a change stay. */
static void
fold (Build   *build,
      guint    start,
      guint    blocks,
      gboolean at_end)
{
  guint keep_before = start > 0 ? AROUND : 0;
  guint keep_after = at_end ? 0 : AROUND;
  guint n = build->items->len - start;
  CutChangesItem *item;

  if (n < keep_before + keep_after + FEWEST_FOLDED)
    return;
  n -= keep_before + keep_after;
  blocks -= MIN (blocks - 1, keep_before + keep_after);
  start += keep_before;
  item = g_object_new (CUT_TYPE_CHANGES_ITEM, NULL);
  item->folded = g_ptr_array_new_with_free_func (g_object_unref);
  /* Translators: of text that is the same in both captures */
  item->badge = g_strdup_printf (ngettext ("%u paragraph is the same", "%u paragraphs are the same", blocks), blocks);
  for (guint i = start; i < start + n; i++)
    g_ptr_array_add (item->folded, g_object_ref (g_ptr_array_index (build->items, i)));
  g_ptr_array_remove_range (build->items, start, n);
  g_ptr_array_insert (build->items, (int) start, item);
}

static void
add_text (Build         *build,
          CutComparing  *comparing,
          guint          first)
{
  const CutDifference *difference = comparing->difference;
  g_autoptr (CutIndex) before = cut_index_new (comparing->before->text);
  g_autoptr (CutIndex) after = cut_index_new (comparing->after->text);
  guint same_from = build->items->len;
  guint same = 0;
  guint at = 0;

  for (guint i = 0; i < difference->pairs->len; i++)
    {
      const CutPair *pair = g_ptr_array_index (difference->pairs, i);

      if (pair->kind != CUT_PAIR_SAME)
        fold (build, same_from, same, FALSE);
      add_item (build, get_pair_badge (pair->kind, has_figure (difference, i, at)));
      add_pair (build, difference, before, after, i, first, &at);
      same++;
      if (pair->kind == CUT_PAIR_SAME)
        continue;
      same_from = build->items->len;
      same = 0;
    }
  fold (build, same_from, same, TRUE);
}

GPtrArray *
cut_changes_items_new (CutComparing  *comparing,
                       GPtrArray    **targets)
{
  Build build = { .items = g_ptr_array_new_with_free_func (g_object_unref),
                  .targets = g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < comparing->fields->len; i++)
    add_field (&build, g_ptr_array_index (comparing->fields, i), i);
  add_text (&build, comparing, comparing->fields->len);
  *targets = build.targets;
  return build.items;
}
