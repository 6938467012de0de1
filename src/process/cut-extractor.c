/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-extractor.h"

#include "cut-article-variant.h"
#include "cut-error.h"
#include "cut-limits.h"
#include "cut-process.h"

#define CANCEL_MS 50 /* how soon cancelling is seen by one who waits for a turn */
#define IDLE_MOST 4 /* of one reader; more are ended when they are done */

struct _CutExtractor
{
  GObject parent_instance;

  GMutex lock; /* guards idle and n_busy */
  GCond turn;
  GHashTable *idle; /* (owned): reader → GQueue of CutProcess */
  guint n_busy;
  guint seconds;
  gsize memory;
};

G_DEFINE_FINAL_TYPE (CutExtractor, cut_extractor, G_TYPE_OBJECT)

static void
free_processes (gpointer queue)
{
  g_queue_free_full (queue, (GDestroyNotify) cut_process_free);
}

static void
cut_extractor_finalize (GObject *object)
{
  CutExtractor *self = CUT_EXTRACTOR (object);

  g_hash_table_unref (self->idle);
  g_cond_clear (&self->turn);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (cut_extractor_parent_class)->finalize (object);
}

static void
cut_extractor_class_init (CutExtractorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_extractor_finalize;
}

static void
cut_extractor_init (CutExtractor *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->turn);
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_processes);
  self->seconds = CUT_LIMIT_EXTRACT_SECONDS;
  self->memory = CUT_LIMIT_EXTRACT_MEMORY;
}

CutExtractor *
cut_extractor_new (void)
{
  return g_object_new (CUT_TYPE_EXTRACTOR, NULL);
}

void
cut_extractor_set_limits (CutExtractor *self,
                          guint         seconds,
                          gsize         memory)
{
  g_return_if_fail (CUT_IS_EXTRACTOR (self));

  self->seconds = seconds;
  self->memory = memory;
}

/* Where the readers are. */

static char *
find_reader (const char *reader)
{
  const char *folder = g_getenv ("CUTTINGS_LIBEXECDIR");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *beside = NULL;
  g_autofree char *path = NULL;

  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, reader, NULL);
  beside = program != NULL ? g_path_get_dirname (program) : g_strdup (LIBEXECDIR);
  path = g_build_filename (beside, reader, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);
  return g_build_filename (LIBEXECDIR, reader, NULL);
}

/* The processes. */

static CutProcess *
take_idle (CutExtractor *self,
           const char   *reader)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GQueue *queue = g_hash_table_lookup (self->idle, reader);
  CutProcess *process;

  while (queue != NULL && (process = g_queue_pop_head (queue)) != NULL)
    {
      if (cut_process_is_ready (process))
        return process;
      cut_process_free (process);
    }
  return NULL;
}

static void
give_back (CutExtractor *self,
           const char   *reader,
           CutProcess    *process)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GQueue *queue = g_hash_table_lookup (self->idle, reader);

  if (queue == NULL)
    g_hash_table_insert (self->idle, g_strdup (reader), queue = g_queue_new ());
  if (g_queue_get_length (queue) < IDLE_MOST && cut_process_is_ready (process))
    g_queue_push_head (queue, process);
  else
    cut_process_free (process);
}

static CutProcess *
start (CutExtractor  *self,
       const char    *reader,
       GError       **error)
{
  g_autofree char *program = find_reader (reader);

  return cut_process_new (program, self->seconds, self->memory, error);
}

/* Turns. */

/* One processor is left to the window; a page takes a hundredth of a second, so who waits does not wait long. */
static gboolean
wait_for_turn (CutExtractor  *self,
               GCancellable  *cancellable,
               GError       **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const guint most = MAX (2, g_get_num_processors ()) - 1;

  while (self->n_busy >= most)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_cond_wait_until (&self->turn, &self->lock, g_get_monotonic_time () + CANCEL_MS * G_TIME_SPAN_MILLISECOND);
    }
  self->n_busy++;
  return TRUE;
}

static void
end_turn (CutExtractor *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_busy--;
  g_cond_signal (&self->turn);
}

typedef struct
{
  const char *reader;
  GBytes *bytes;
  const char *content_type;
  const char *url;
  GCancellable *cancellable;
} Request;

static GVariant *
use (CutExtractor   *self,
     CutProcess      *process,
     const Request  *request,
     GError        **error)
{
  gboolean died;
  GVariant *found = cut_process_ask (process, request->bytes, request->content_type, request->url, request->cancellable, &died, error);

  if (died)
    cut_process_free (process);
  else
    give_back (self, request->reader, process);
  return found;
}

/* One that stood idle may have ended just when it was asked, or be worn by what it read before: then a fresh one is asked. */
static GVariant *
ask (CutExtractor   *self,
     const Request  *request,
     GError        **error)
{
  g_autoptr (GError) failure = NULL;
  CutProcess *process = take_idle (self, request->reader);
  GVariant *found;

  if (process != NULL && (found = use (self, process, request, &failure)) != NULL)
    return found;
  if (process != NULL && !g_error_matches (failure, CUT_ERROR, CUT_ERROR_TOO_LARGE))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  process = start (self, request->reader, error);
  return process != NULL ? use (self, process, request, error) : NULL;
}

GVariant *
cut_extractor_ask (CutExtractor  *self,
                   const char    *reader,
                   GBytes        *bytes,
                   const char    *content_type,
                   const char    *url,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Request request = { reader, bytes, content_type, url, cancellable };
  GVariant *found;

  g_return_val_if_fail (CUT_IS_EXTRACTOR (self) && reader != NULL && bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !wait_for_turn (self, cancellable, error))
    return NULL;
  found = ask (self, &request, error);
  end_turn (self);
  return found;
}

CutArticle *
cut_extractor_extract (CutExtractor  *self,
                       const char    *reader,
                       GBytes        *bytes,
                       const char    *content_type,
                       const char    *url,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GVariant) found = cut_extractor_ask (self, reader, bytes, content_type, url, cancellable, error);

  return found != NULL ? cut_article_from_variant (found, error) : NULL;
}
