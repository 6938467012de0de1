/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-vault.h"
#include "cut-worker.h"

G_BEGIN_DECLS

/* Private to src/notebook. */

struct _CutNotebook
{
  GObject parent_instance;

  char *path;             /* (owned) */
  char *owner;            /* (owned) (nullable): a contributor's id; set once */
  gboolean read_only;     /* set once */
  CutWorker *writer;      /* (owned) */
  CutWorker *reader;      /* (owned) */
  CutExtractor *extractor; /* (owned) */
  GThreadPool *jobs;      /* (owned) (nullable): clips, exports and imports: what waits for the network or disk */
  GThreadPool *answers;   /* (owned) (nullable): what a person waits for and needs only the notebook and the processor; one at a time */
  GCancellable *closing;  /* (owned): cancelled by closing; every job listens to it */
  GMainContext *context;  /* (owned): the maker's: signals go there */
  char *undo_label;       /* (owned) (nullable): as last notified; the maker's thread alone */
  char *redo_label;       /* (owned) (nullable) */

  CutVault *vault;        /* (owned): shared by all stores of the notebook */
  CutVaultCost cost;      /* of the next passphrase */
  int guarded;            /* atomic: whether there is a passphrase */
  gboolean shown_guarded; /* as last notified; the maker's thread alone */
  gboolean shown_locked;
  GSource *lock_timer;    /* (owned) (nullable): looks whether it is time to lock */
  struct _CutStandingBook *book; /* (owned) (nullable): how claims stand; the reader's thread alone */
  gint has_book;          /* atomic: there is one, or it is being made */
  struct _CutTies *ties;  /* (owned) (nullable): what ties entities together; the reader's thread alone */
  gint64 ties_version;    /* of the store when they were read: other processes write, too */
  gint has_ties;          /* atomic: there are some, or they are being read */

  struct _CutMentionBook *mention_book; /* (owned) (nullable): the names that are looked for; the writer's thread alone */

  gint n_asking;          /* atomic: how many wait for mentions */
  gint n_holding;         /* atomic: how many imports hold back what follows from new texts */

  GMutex mutex;           /* guards the rest */
  GPtrArray *pending;     /* (owned) (element-type GPtrArray of CutChange): not yet signalled */
  char *next_undo_label;  /* (owned) (nullable) */
  char *next_redo_label;  /* (owned) (nullable) */
  GSource *flush;         /* (owned) (nullable): on its way to the maker's main context */
  gboolean closed;
  gboolean mentions_changed; /* not yet signalled */
};

/** cut_notebook_announce: any thread: what an act changed, and the labels after it. @changes: (transfer full) */
void cut_notebook_announce (CutNotebook *self, GPtrArray *changes, const char *undo_label, const char *redo_label);

/** cut_notebook_announce_again: likewise, where what happened was no act: the labels stay. @changes: (transfer full) */
void cut_notebook_announce_again (CutNotebook *self, GPtrArray *changes);

/** cut_notebook_notify_protection: tells whether it is protected and locked, in the maker's thread */
void cut_notebook_notify_protection (CutNotebook *self);
/** cut_notebook_announce_shown: likewise, where only views have to hear of it: how claims stand was worked out from it already */
void cut_notebook_announce_shown (CutNotebook *self, GPtrArray *changes);

/** cut_notebook_announce_mentions: any thread: that mentions may be others */
void cut_notebook_announce_mentions (CutNotebook *self);
/** cut_notebook_seek_on: any thread: texts that wait for it are looked through for names, some at a time */
void cut_notebook_seek_on (CutNotebook *self);

/** cut_notebook_catch_up_on: any thread: what waits to be indexed is, some at a time */
void cut_notebook_catch_up_on (CutNotebook *self);

/** cut_notebook_follow_changes: any thread: the standing of claims follows, new texts are compared, and mentions looked for. @changes: (transfer none) */
void cut_notebook_follow_changes (CutNotebook *self, GPtrArray *changes);
/**
 * cut_notebook_hold_follow_up:
 *
 * Any thread: comparing new texts and looking through them for names waits until as many have let go as held: an import is read faster,
 * and neither is of use before its end. What waits is in the notebook, so that a program that ends before loses nothing.
 */
void cut_notebook_hold_follow_up (CutNotebook *self, gboolean hold);
/** cut_notebook_forget_ties: any thread: what ties entities together is read again where it is among the changes. @changes: (transfer none) */
void cut_notebook_forget_ties (CutNotebook *self, GPtrArray *changes);

/** cut_notebook_flush: emits what is pending now, when the maker's main context is this thread's to use */
void cut_notebook_flush (CutNotebook *self);

/** cut_notebook_refuse: whether it is read-only; @error says so */
gboolean cut_notebook_refuse (CutNotebook *self, GError **error);

/** cut_notebook_write: runs @func in the writer's thread and waits; refused when read-only */
gpointer cut_notebook_write (CutNotebook *self, CutWorkerFunc func, gpointer data, GCancellable *cancellable, GError **error);

/** CutJobFunc: a job that may take long, in a thread of its own; @cancellable (never %NULL) follows the caller's and closing */
typedef gpointer (*CutJobFunc) (CutNotebook *self, gpointer data, GCancellable *cancellable, GError **error);

/** cut_notebook_run_job: the job in this thread */
gpointer cut_notebook_run_job (CutNotebook *self, CutJobFunc func, gpointer data, GCancellable *cancellable, GError **error);

/** cut_notebook_push_job: the job in one of the notebook's threads. @data: (transfer full) */
void cut_notebook_push_job (CutNotebook *self, gpointer source_tag, CutJobFunc func, gpointer data,
                            GDestroyNotify free_data, GDestroyNotify free_result,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** cut_notebook_push_answer: the same for what a person waits for: it does not stand behind clips that wait for the network */
void cut_notebook_push_answer (CutNotebook *self, gpointer source_tag, CutJobFunc func, gpointer data,
                               GDestroyNotify free_data, GDestroyNotify free_result,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** cut_notebook_keep_found: stores where annotations were found, some time. @found: (nullable) (element-type CutFound). Any thread. */
void cut_notebook_keep_found (CutNotebook *self, GPtrArray *found);

/** cut_notebook_finish_pointer: the result of a task of @self */
gpointer cut_notebook_finish_pointer (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
