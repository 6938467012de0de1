/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-commit.h"
#include "cut-notebook.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * CutMaker:
 * @named: (element-type utf8 utf8): "KIND NAME" → id, of this import
 * @report: what was made is counted there
 *
 * Tags, entities and people by their names, made where there are none, while an import writes. Private to src/notebook; in the
 * writer's thread.
 */
typedef struct
{
  CutStore *store;
  CutCommit *commit;
  GHashTable *named;
  CutImportReport *report;
} CutMaker;

/** CUT_MAKER_LONGEST_NAME: a tag or name is a few words, in bytes */
#define CUT_MAKER_LONGEST_NAME 1000

/** cut_maker_named_new: Returns: (transfer full): for @named */
GHashTable *cut_maker_named_new (void);

/** cut_maker_recall: Returns: (transfer full) (nullable): the id of what @name stood for earlier in this import; %NULL where it did not come up */
char *cut_maker_recall (CutMaker *self, CutKind kind, const char *name);

/**
 * cut_maker_find:
 * @fresh: what to put where there is none; where its id is there already, that one is meant whatever it is called by now
 * @name: what it is called
 *
 * Returns: (transfer full) (nullable): an id
 */
char *cut_maker_find (CutMaker *self, CutRecord *fresh, const char *name, GError **error);

/** cut_maker_find_tags: @labels: (array length=n): those that are empty or too long are left out. Returns: (transfer full) (nullable): ids */
char **cut_maker_find_tags (CutMaker *self, char *const *labels, guint n, GError **error);

G_END_DECLS
