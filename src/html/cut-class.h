/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/* What the words of class and id attributes say; a set. */
typedef enum
{
  CUT_CLASS_AD = 1 << 0,
  CUT_CLASS_NAVIGATION = 1 << 1,
  CUT_CLASS_COMMENT = 1 << 2,
  CUT_CLASS_SHARE = 1 << 3,
  CUT_CLASS_CALL = 1 << 4, /* newsletters, apps, donations, consent */
  CUT_CLASS_RELATED = 1 << 5,
  CUT_CLASS_AUTHOR = 1 << 6,
  CUT_CLASS_DATE = 1 << 7,
  CUT_CLASS_TAGS = 1 << 8,
  CUT_CLASS_CAPTION = 1 << 9,
  CUT_CLASS_CREDIT = 1 << 10,
  CUT_CLASS_STANDFIRST = 1 << 11,
  CUT_CLASS_HIDDEN = 1 << 12,
  CUT_CLASS_BIO = 1 << 13,
  CUT_CLASS_GOOD = 1 << 14,
  CUT_CLASS_BAD = 1 << 15, /* a hint only */
  CUT_CLASS_SIDE = 1 << 16,
  CUT_CLASS_EMBED = 1 << 17,
  CUT_CLASS_PANEL = 1 << 18, /* opened and closed by the reader: tabs, accordions */
} CutClassMeaning;

#define CUT_CLASS_NOISE                                                                            \
  (CUT_CLASS_AD | CUT_CLASS_NAVIGATION | CUT_CLASS_COMMENT | CUT_CLASS_SHARE | CUT_CLASS_CALL      \
   | CUT_CLASS_RELATED | CUT_CLASS_TAGS | CUT_CLASS_SIDE | CUT_CLASS_BIO)

/** cut_class_read: Returns: a set of #CutClassMeaning of @node's class, id and data-component words
 */
guint cut_class_read (const CutNode *node);

/**
 * cut_class_get_rank:
 *
 * Returns: how surely @node's class or id names it the container of an article's text, from 1
 *   (surest); 0 for not at all. Conventions of content systems and of plain English.
 */
guint cut_class_get_rank (const CutNode *node);

G_END_DECLS
