/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bring.h"

G_BEGIN_DECLS

/**
 * CutBringItem:
 *
 * One item while it is written. Private to cut-bring-*.c; functions that fail set the error of @all.
 */
typedef struct
{
  CutBringing *all;
  CutArriving *arriving;
  const CutBroughtItem *item;
  CutRecord *clip;     /* (owned) */
  char *home;          /* (owned) (nullable): id of the capture that holds the page's own text */
  GPtrArray *pages;    /* (owned) (element-type CutBringPage) */
  CutBringPlace *places; /* (owned): of each note; without a capture where none was found yet */
  gboolean *fresh;     /* (owned): of each note: whether it is to be written */
  guint *threads;      /* (owned): of each note: the one that it answers in the end, or itself */
  gboolean *wanted;    /* (owned): of each note: whether a place for it is needed */
} CutBringItem;

/** cut_bring_item_derive: @name: (nullable). Returns: (transfer full): the id of what is @role to the item, always the same */
char *cut_bring_item_derive (CutBringItem *self, const char *role, const char *name);

/** cut_bring_item_compare_tags: counts the clip, which is there, where it has not all the tags of the item: a person may have taken them away */
gboolean cut_bring_item_compare_tags (CutBringItem *self);

/** cut_bring_item_put_clip: finds the clip or makes it; @self gets it */
gboolean cut_bring_item_put_clip (CutBringItem *self);

/** cut_bring_item_put_capture: @wanted: the id that it gets unless something else is there. Returns: (transfer full) (nullable): the id it has */
char *cut_bring_item_put_capture (CutBringItem *self, const char *wanted, const CutIntake *intake);
/** cut_bring_is_card: whether a capture holds what another program says of a page, not the page */
gboolean cut_bring_is_card (CutRecord *capture);
/** cut_bring_item_gather_pages: loads the texts that notes may be about */
gboolean cut_bring_item_gather_pages (CutBringItem *self);

/** cut_bring_item_find_fresh: which notes are not there yet */
gboolean cut_bring_item_find_fresh (CutBringItem *self);
/** cut_bring_item_find_threads: which note each answers */
void cut_bring_item_find_threads (CutBringItem *self);
/** cut_bring_item_find_places: Returns: whether some note still needs a text to stand in */
gboolean cut_bring_item_find_places (CutBringItem *self);
/** cut_bring_item_put_card: of an item that has no other text, its own capture; beside one, another */
gboolean cut_bring_item_put_card (CutBringItem *self);
/** cut_bring_item_put_marks: writes the notes, which all have places by now */
gboolean cut_bring_item_put_marks (CutBringItem *self);

G_END_DECLS
