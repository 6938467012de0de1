/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cut-capture.h"
#include "cut-clip-address.h"
#include "cut-clip-run.h"
#include "cut-clip.h"
#include "cut-command.h"
#include "cut-error.h"
#include "cut-limits.h"
#include "cut-meter.h"
#include "cut-output.h"
#include "cut-record.h"
#include "cut-story.h"
#include "cut-versions.h"

#define MOST_JOBS 16

typedef struct
{
  CutCli *cli;
  char *url;
  char *title;
  CutDate *published;
  char *story;
  gboolean without_pictures;
  gboolean again; /* the targets are clips */
  gint64 since;   /* ms: what came from then on came in this run */
  CutMeter *meter; /* (unowned): while it runs */
  guint n_all;
  gint failed; /* (atomic) */
  gint done;   /* (atomic) */
} Job;

typedef struct
{
  char *text;
  gboolean listed; /* a line of a list, in which - is no standard input */
  gboolean twice;  /* one before it is the same */
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->text);
  g_free (target);
}

static void
add_target (GPtrArray  *targets,
            const char *text,
            gboolean    listed)
{
  Target *target = g_new0 (Target, 1);

  target->text = g_strdup (text);
  target->listed = listed;
  g_ptr_array_add (targets, target);
}

static void
job_clear (Job *job)
{
  g_free (job->url);
  g_free (job->title);
  g_free (job->story);
  g_clear_pointer (&job->published, cut_date_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gsize read = 0;

  /* What never ends is not gathered for ever. */
  while (read <= CUT_LIMIT_BODY)
    {
      g_autoptr (GBytes) part = g_input_stream_read_bytes (input, 65536, NULL, error);

      if (part == NULL)
        return NULL;
      if (g_bytes_get_size (part) == 0)
        break;
      read += g_bytes_get_size (part);
      if (!g_output_stream_write_all (memory, g_bytes_get_data (part, NULL), g_bytes_get_size (part), NULL, NULL, error))
        return NULL;
    }
  if (read > CUT_LIMIT_BODY)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The text is larger than %d MiB"),
                   CUT_LIMIT_BODY / (1024 * 1024));
      return NULL;
    }
  if (!g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Also addresses that cannot be fetched, whose fetching says so; a file may have a colon in its name. */
static gboolean
is_address (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  return scheme != NULL && g_ascii_strcasecmp (scheme, "file") != 0 && !g_file_test (target, G_FILE_TEST_EXISTS);
}

static char *
path_of_file_address (const char  *target,
                      GError     **error)
{
  char *path = g_filename_from_uri (target, NULL, NULL);

  if (path == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
                 _("“%s” names no file of this computer; such an address begins with file:///"), target);
  return path;
}

static gboolean
set_target (CutClipRequest  *request,
            const char      *target,
            gboolean         listed,
            GError         **error)
{
  if (!listed && g_str_equal (target, "-"))
    {
      request->bytes = read_standard_input (error);
      return request->bytes != NULL;
    }
  if (*target == '\0')
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is nothing to clip: give an address, a file or text"));
      return FALSE;
    }
  if (is_address (target))
    {
      g_free (request->url);
      request->url = g_strdup (target);
    }
  else if (g_ascii_strncasecmp (target, "file:", 5) == 0)
    request->path = path_of_file_address (target, error);
  else
    request->path = g_strdup (target);
  return is_address (target) || request->path != NULL;
}

static void
stop_cb (GCancellable *all,
         GCancellable *one)
{
  g_cancellable_cancel (one);
}

static CutClipResult *
clip_one (Job           *job,
          const Target  *target,
          GError       **error)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutProgress) progress = cut_progress_new ();
  GCancellable *all = cut_meter_get_cancellable (job->meter);
  CutClipResult *result;
  gulong stopping;

  request->url = g_strdup (job->url);
  request->title = g_strdup (job->title);
  request->story = g_strdup (job->story);
  request->without_pictures = job->without_pictures;
  request->since = job->since;
  request->published = job->published != NULL ? cut_date_ref (job->published) : NULL;
  if (job->again)
    request->again = g_strdup (target->text);
  else if (!set_target (request, target->text, target->listed, error))
    return NULL;
  stopping = g_cancellable_connect (all, G_CALLBACK (stop_cb), g_object_ref (cut_progress_get_cancellable (progress)), g_object_unref);
  result = cut_notebook_clip (job->cli->notebook, request, progress, error);
  g_cancellable_disconnect (all, stopping);
  return result;
}

static void
set_warnings (JsonObject    *object,
              CutClipResult *result)
{
  const char *verdict = cut_capture_get_verdict (CUT_CAPTURE (result->capture));
  JsonArray *array = json_array_new ();

  for (guint i = 0; result->warnings != NULL && i < result->warnings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (result->warnings, i));
  json_object_set_array_member (object, "warnings", array);
  if (verdict != NULL)
    cut_output_set (object, "verdict", verdict);
}

static void
print_line (CutClipResult *result)
{
  const char *title = cut_clip_get_title (CUT_CLIP (result->clip));
  g_autofree char *change = result->version != NULL ? cut_version_describe (result->version) : NULL;

  g_print ("%s  %s  %s%s%s\n", cut_record_get_id (result->clip), cut_clip_status_to_word (result->status),
           title != NULL ? title : _("Untitled"), change != NULL ? "  " : "", change != NULL ? change : "");
}

static void
print_result (CutCli        *cli,
              CutClipResult *result)
{
  CutClip *clip = CUT_CLIP (result->clip);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *byline = g_strjoinv (", ", (char **) cut_clip_get_authors (clip));
  int sha256 = cut_kind_find_field (CUT_KIND_CAPTURE, "sha256");

  cut_output_set (object, "id", cut_record_get_id (result->clip));
  cut_output_set (object, "capture", cut_record_get_id (result->capture));
  cut_output_set (object, "url", cut_clip_get_url (clip));
  cut_output_set (object, "title", cut_clip_get_title (clip));
  cut_output_set (object, "byline", *byline != '\0' ? byline : NULL);
  cut_output_set (object, "site_name", cut_clip_get_site_name (clip));
  cut_output_set_date (object, "published", cut_clip_get_published (clip));
  cut_output_set (object, "sha256", cut_record_get_string (result->capture, (guint) sha256));
  cut_output_set (object, "status", cut_clip_status_to_word (result->status));
  set_warnings (object, result);
  if (result->version != NULL)
    cut_versions_set (object, result->version);
  if (cli->json)
    cut_output_object (object);
  else
    print_line (result);
}

static void
say_how_far (Job *job)
{
  guint done = (guint) (g_atomic_int_get (&job->done) + g_atomic_int_get (&job->failed));
  /* Translators: how many of all that is to be clipped is done */
  g_autofree char *message = g_strdup_printf (_("Clipped %u of %u"), done, job->n_all);

  if (job->n_all > 1)
    cut_meter_set (job->meter, message, done, (double) done / job->n_all);
}

static void
print_outcome (Job           *job,
               const Target  *target,
               CutClipResult *result,
               const GError  *error)
{
  cut_meter_lock (job->meter);
  if (result == NULL)
    cut_cli_report (job->cli, target->text, error);
  else
    print_result (job->cli, result);
  for (guint i = 0; result != NULL && result->warnings != NULL && i < result->warnings->len && !job->cli->quiet; i++)
    g_printerr ("cuttings clip: %s: %s\n", target->text, (char *) g_ptr_array_index (result->warnings, i));
  cut_meter_unlock (job->meter);
}

static void
clip_cb (gpointer data,
         gpointer user_data)
{
  const Target *target = data;
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClipResult) result = NULL;

  if (cut_meter_is_stopped (job->meter))
    return;
  result = clip_one (job, target, &error);
  if (result == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_atomic_int_inc (result != NULL && result->refusal == NULL ? &job->done : &job->failed);
  print_outcome (job, target, result, error);
  say_how_far (job);
}

/* What is to be clipped. */

static char *
read_list (const char  *path,
           GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize length;
  const char *data;

  if (!g_str_equal (path, "-"))
    {
      if (!g_file_get_contents (path, &text, NULL, NULL))
        g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The list of addresses %s cannot be read"), path);
      return text;
    }
  bytes = read_standard_input (error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

/* A target `@FILE` stands for the lines of that file, but for those that are empty or begin with #. */
static gboolean
add_list (GPtrArray   *targets,
          const char  *path,
          GError     **error)
{
  g_autofree char *text = read_list (path, error);
  g_auto (GStrv) lines = NULL;
  guint before = targets->len;

  if (text == NULL)
    return FALSE;
  lines = g_strsplit (g_str_has_prefix (text, "\357\273\277") ? text + 3 : text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#')
      add_target (targets, lines[i], TRUE);
  if (targets->len > before)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is no address in the list %s"), path);
  return FALSE;
}

static GPtrArray *
list_targets (char   **words,
              GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (target_free);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '@')
      add_target (targets, words[i], FALSE);
    else if (!add_list (targets, words[i] + 1, error))
      return NULL;
  return g_steal_pointer (&targets);
}

/* Of an address the part is left out that no server is told. */
static void
find_twice (GPtrArray *targets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < targets->len; i++)
    {
      Target *target = g_ptr_array_index (targets, i);
      gsize length = is_address (target->text) ? strcspn (target->text, "#") : strlen (target->text);

      target->twice = !g_hash_table_add (seen, g_strndup (target->text, length));
    }
}

/* It can be read once. */
static gboolean
asks_twice_for_input (char **words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += g_str_equal (words[i], "-") || g_str_equal (words[i], "@-");
  return n > 1;
}

static char *
find_or_make_story (CutCli      *cli,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (CutRecord) story = NULL;
  g_autoptr (CutAct) act = NULL;
  g_autoptr (GError) unfound = NULL;
  g_autoptr (GError) unmade = NULL;
  char *id = cut_cli_resolve (cli, CUT_KIND_STORY, name, &unfound);

  if (id == NULL && !g_error_matches (unfound, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&unfound));
  if (id != NULL || unfound == NULL)
    return id;
  story = cut_record_new (CUT_KIND_STORY, "title", name, NULL);
  act = cut_act_new (_("New Story"));
  cut_act_put (act, story);
  if (cut_notebook_commit (cli->notebook, g_steal_pointer (&act), NULL, &unmade))
    return g_strdup (cut_record_get_id (story));
  /* Another call may have made it in the meantime. */
  id = cut_cli_resolve (cli, CUT_KIND_STORY, name, NULL);
  if (id == NULL)
    g_propagate_error (error, g_steal_pointer (&unmade));
  return id;
}

/* All clips of a story, by id. */
static char **
clips_of_story (CutCli      *cli,
                const char  *name,
                GError     **error)
{
  g_autofree char *story = cut_cli_resolve (cli, CUT_KIND_STORY, name, error);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GPtrArray) clips = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (story == NULL)
    return NULL;
  cut_query_where (query, "stories", story);
  query->descending = FALSE;
  clips = cut_notebook_list (cli->notebook, query, NULL, error);
  for (guint i = 0; clips != NULL && i < clips->len; i++)
    g_strv_builder_add (ids, cut_record_get_id (g_ptr_array_index (clips, i)));
  if (clips == NULL || clips->len > 0)
    return clips != NULL ? g_strv_builder_end (ids) : NULL;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no clip in the story “%s”"), name);
  return NULL;
}

static void
say_stopped (Job *job)
{
  guint left = job->n_all - (guint) (job->done + job->failed);

  if (!cut_meter_is_stopped (job->meter) || left == 0)
    return;
  cut_meter_lock (job->meter);
  g_printerr (ngettext ("cuttings clip: stopped; %u was not clipped. The same call again clips it, and nothing twice\n",
                        "cuttings clip: stopped; %u were not clipped. The same call again clips them, and nothing twice\n", left),
              left);
  cut_meter_unlock (job->meter);
}

/* Returns: (transfer full) (nullable): the name of the run; what is clipped alone needs none */
static char *
begin_run (Job        *job,
           GPtrArray  *targets,
           GError    **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean goes_on = FALSE;
  char *run;

  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (texts, ((Target *) g_ptr_array_index (targets, i))->text);
  /* The same list otherwise clipped is another run. */
  g_ptr_array_add (texts, (gpointer) (job->without_pictures ? "--no-pictures" : ""));
  g_ptr_array_add (texts, (gpointer) (job->again ? "--again" : ""));
  g_ptr_array_add (texts, (gpointer) (job->url != NULL ? job->url : ""));
  g_ptr_array_add (texts, NULL);
  run = cut_clip_run_begin (job->cli->notebook, (const char *const *) texts->pdata, &job->since, &goes_on, error);
  if (goes_on && !job->cli->quiet)
    g_printerr ("cuttings clip: %s\n", _("this list was stopped before; what was clipped then is not fetched again"));
  return run;
}

static void
clip_some (Job       *job,
           GPtrArray *targets,
           int        n_jobs,
           gboolean   twice)
{
  GThreadPool *pool = g_thread_pool_new (clip_cb, job, n_jobs, FALSE, NULL);

  for (guint i = 0; i < targets->len; i++)
    if (((Target *) g_ptr_array_index (targets, i))->twice == twice)
      g_thread_pool_push (pool, g_ptr_array_index (targets, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static int
run_jobs (Job    *job,
          char  **words,
          int     n_jobs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) targets = list_targets (words, &error);
  g_autoptr (CutMeter) meter = NULL;
  g_autofree char *run = NULL;

  if (targets == NULL)
    return cut_cli_fail (job->cli, error);
  find_twice (targets);
  if (targets->len > 1 && (run = begin_run (job, targets, &error)) == NULL)
    return cut_cli_fail (job->cli, error);
  meter = cut_meter_new (job->cli);
  job->meter = meter;
  job->n_all = targets->len;
  say_how_far (job);
  clip_some (job, targets, n_jobs, FALSE);
  /* What came before them answers them. */
  clip_some (job, targets, n_jobs, TRUE);
  say_stopped (job);
  if (run != NULL && (guint) (job->done + job->failed) == job->n_all && !cut_clip_run_end (job->cli->notebook, run, &error))
    return cut_cli_fail (job->cli, error);
  if ((guint) job->done == job->n_all)
    return CUT_EXIT_DONE;
  return job->done > 0 ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}

int
cut_command_clip (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Job) job = { .cli = cli };
  g_autofree char *story = NULL;
  g_autofree char *published = NULL;
  g_auto (GStrv) targets = NULL;
  g_autoptr (GError) error = NULL;
  int n_jobs = 4;
  const GOptionEntry entries[] = {
    { "story", 's', 0, G_OPTION_ARG_STRING, &story, N_ ("Put the clips in this story (made when missing)"), N_ ("STORY") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &published, N_ ("Publication date"), N_ ("DATE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &job.title, N_ ("Headline"), N_ ("TITLE") },
    { "url", 0, 0, G_OPTION_ARG_STRING, &job.url, N_ ("Where a file or text came from"), N_ ("URL") },
    { "no-pictures", 0, 0, G_OPTION_ARG_NONE, &job.without_pictures, N_ ("Fetch the pages alone"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &job.again, N_ ("Fetch clips again, named by their ids, or all of --story"), NULL },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &n_jobs, N_ ("How many at once: 1 to 16, 4 unless said"), N_ ("N") },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &targets))
    return CUT_EXIT_USAGE;
  if (targets[0] == NULL && !(job.again && story != NULL))
    return cut_cli_usage (cli, _("say what to clip: an address, a file, or - for standard input"));
  if (n_jobs < 1 || n_jobs > MOST_JOBS)
    return cut_cli_usage (cli, _("--jobs takes a number from 1 to 16"));
  if (asks_twice_for_input (targets))
    return cut_cli_usage (cli, _("standard input can be read once: - or @-"));
  if (job.url != NULL && !cut_clip_check_address (job.url, &error))
    return cut_cli_usage (cli, error->message);
  if (published != NULL && (job.published = cut_date_new (published, CUT_DATE_UNKNOWN, "user", &error)) == NULL)
    return cut_cli_usage (cli, error->message);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  if (job.again && targets[0] == NULL)
    {
      g_strfreev (targets);
      targets = clips_of_story (cli, story, &error);
      return targets != NULL ? run_jobs (&job, targets, n_jobs) : cut_cli_fail (cli, error);
    }
  if (story != NULL && (job.story = find_or_make_story (cli, story, &error)) == NULL)
    return cut_cli_fail (cli, error);
  return run_jobs (&job, targets, n_jobs);
}
