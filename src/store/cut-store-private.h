/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record-table.h"
#include "cut-search-index.h"
#include "cut-store.h"
#include "cut-vault.h"

G_BEGIN_DECLS

typedef struct _CutSealedNames CutSealedNames;

struct _CutStore
{
  GObject parent_instance;

  char *path;              /* (owned) */
  GThread *thread;         /* (unowned): the one that may call */
  CutDb *db;               /* (owned) (nullable): NULL when closed */
  CutRecordTables *tables; /* (owned) */
  CutSearchIndex *index;   /* (owned) (nullable): NULL when closed */
  char *session;           /* (owned): see cut-written.h */
  CutVault *vault;         /* (owned) (nullable): what opens sealed fields */
  CutSealedNames *names;   /* (owned) (nullable): see cut-sealed-names.c */
  GHashTable *uncounted;   /* (owned) (element-type utf8): ids of clips whose marks and claims are counted at the act's end */
  GHashTable *counts;      /* (owned) (element-type utf8 int): by how much more others refer to objects at the act's end */
  GHashTable *exposed;     /* (owned) (element-type utf8): ids of objects that were in the clear before this act */
};

/** cut_store_check: that the thread is the right one and the notebook open */
gboolean cut_store_check (CutStore *self, GError **error);

/** cut_store_ready: likewise; within an act the index is brought up to date before it is asked. @query: (nullable) */
gboolean cut_store_ready (CutStore *self, const CutQuery *query, GError **error);

/** cut_store_ensure_act: begins a transaction where there is none; @own says whether it did */
gboolean cut_store_ensure_act (CutStore *self, gboolean *own, GError **error);
/** cut_store_end_act: @done: whether to keep it; returns whether it was kept */
gboolean cut_store_end_act (CutStore *self, gboolean own, gboolean done, GError **error);

G_END_DECLS
