/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "bench-pages.h"
#include "cut-reader-view.h"
#include "cut-test-notebook.h"
#include "cut-test-server.h"
#include "cut-test-widgets.h"
#include "cut-window.h"

/* The longest time for which the window does not answer while 200 pages are fetched from a server on this computer,
 * stored, listed and each one opened in the reader. The main context's poll function is wrapped: what lies between
 * the return of one poll and the call of the next is a stall, whatever ran in it. The thread's own processor time is
 * taken too: on a busy machine the clock on the wall also counts what others did. */

#define PAGES 200
#define GOAL_MS 50.0
#define QUIET_SECONDS 8
#define LONGEST_SECONDS 600

typedef struct
{
  GArray *walls; /* (element-type double): ms between two polls */
  GArray *cpus;  /* (element-type double): of it, on the processor */
  double wall;   /* when the last poll returned */
  double cpu;
  gboolean measuring;
} Stalls;

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  guint shown;
  gint64 last_change; /* monotonic */
  GHashTable *ids;    /* (element-type utf8): clips seen */
  GQueue unopened;    /* (element-type utf8): borrowed from @ids */
  GtkWidget *reader;     /* (nullable): once there is one */
  const char *awaited;   /* (nullable): the clip that is being opened; borrowed from @ids */
} Bench;

/* A GPollFunc has no data of its own, and there is one main context. */
static Stalls stalls;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
measuring_poll (GPollFD *fds,
                guint    n_fds,
                int      timeout)
{
  double wall = read_clock (CLOCK_MONOTONIC) - stalls.wall;
  double cpu = read_clock (CLOCK_THREAD_CPUTIME_ID) - stalls.cpu;
  int result;

  if (stalls.measuring)
    {
      g_array_append_val (stalls.walls, wall);
      g_array_append_val (stalls.cpus, cpu);
    }
  result = g_poll (fds, n_fds, timeout);
  stalls.wall = read_clock (CLOCK_MONOTONIC);
  stalls.cpu = read_clock (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_stalls (const char *name,
              GArray     *times)
{
  guint over = 0;
  double longest;

  g_array_sort (times, compare);
  longest = g_array_index (times, double, times->len - 1);
  for (guint i = 0; i < times->len; i++)
    over += g_array_index (times, double, i) > GOAL_MS;
  g_print ("stall: %-9s longest %.1f ms (%.2f x the goal of %.0f ms), 99th percentile %.2f ms, %u over the goal\n", name, longest,
           longest / GOAL_MS, GOAL_MS, g_array_index (times, double, times->len * 99 / 100), over);
}

static gboolean
is_shown (Bench      *bench,
          const char *id)
{
  CutReading *reading = bench->reader != NULL ? cut_reader_view_get_reading (CUT_READER_VIEW (bench->reader)) : NULL;

  return reading != NULL && g_strcmp0 (cut_record_get_id (reading->clip), id) == 0;
}

/* One that the window opened by itself is not opened again, and no change would tell of it. */
static void
open_next (Bench *bench)
{
  while ((bench->awaited = g_queue_pop_head (&bench->unopened)) != NULL && is_shown (bench, bench->awaited))
    bench->shown++;
  if (bench->awaited != NULL)
    gtk_widget_activate_action (bench->window, "win.open-clip", "s", bench->awaited);
}

/* What is clipped is opened, each as soon as the one before is shown: faster than anybody clicks. */
static void
changed_cb (CutNotebook *notebook,
            GPtrArray   *changes,
            gpointer     user_data)
{
  Bench *bench = user_data;

  bench->last_change = g_get_monotonic_time ();
  for (guint i = 0; i < changes->len; i++)
    {
      const CutChange *change = g_ptr_array_index (changes, i);
      char *id;

      if (change->kind != CUT_KIND_CLIP || g_hash_table_contains (bench->ids, change->id))
        continue;
      id = g_strdup (change->id);
      g_hash_table_add (bench->ids, id);
      g_queue_push_tail (&bench->unopened, id);
    }
  if (bench->awaited == NULL)
    open_next (bench);
}

static gboolean
open_next_cb (gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->awaited == NULL)
    open_next (bench);
  return G_SOURCE_REMOVE;
}

static void
reading_cb (GObject    *reader,
            GParamSpec *pspec,
            gpointer    user_data)
{
  Bench *bench = user_data;

  bench->last_change = g_get_monotonic_time ();
  if (bench->awaited == NULL || !is_shown (bench, bench->awaited))
    return;
  bench->shown++;
  bench->awaited = NULL;
  g_idle_add (open_next_cb, bench);
}

/* A picture as large as those of newspapers, of which no pixel is like its neighbour. */
static GBytes *
make_picture (void)
{
  const int width = 1200;
  const int height = 800;
  g_autofree guchar *pixels = g_malloc ((gsize) width * height * 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int i = 0; i < width * height * 4; i++)
    pixels[i] = (guchar) (i * 7 + i / 4801);
  bytes = g_bytes_new (pixels, (gsize) width * height * 4);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, bytes, (gsize) width * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

/* Real pages name pictures of servers that must not be asked. */
static char *
blunt (GBytes *page,
       gsize  *length)
{
  static const char *const words[] = { "src=", "og:image", "srcset", "canonical", "twitter:image", "og:url" };
  char *bytes = g_memdup2 (g_bytes_get_data (page, length), g_bytes_get_size (page));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (char *at = bytes; (at = g_strstr_len (at, (gssize) *length - (at - bytes), words[i])) != NULL;)
      *at = 'x';
  return bytes;
}

static CutTestServer *
serve_pages (GPtrArray *pages,
             guint      real)
{
  CutTestServer *server = cut_test_server_new (NULL, NULL);
  g_autoptr (GBytes) picture = make_picture ();

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-%u.html", i);
      gsize length;
      g_autofree char *bytes = i < real ? blunt (g_ptr_array_index (pages, i), &length)
                                        : g_memdup2 (g_bytes_get_data (g_ptr_array_index (pages, i), &length),
                                                     g_bytes_get_size (g_ptr_array_index (pages, i)));

      cut_test_server_serve (server, path, 200, "text/html", bytes, (gssize) length);
    }
  for (guint i = 5; i < 30; i += 10)
    {
      g_autofree char *path = g_strdup_printf ("/picture-%u.png", i);

      cut_test_server_serve (server, path, 200, "image/png", g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture));
    }
  return server;
}

static void
clip_pages (Bench         *bench,
            CutTestServer *server)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < PAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-%u.html", i);
      g_autofree char *url = cut_test_server_get_url (server, path);

      g_ptr_array_add (files, g_file_new_for_uri (url));
    }
  cut_window_open_files (CUT_WINDOW (bench->window), (GFile **) files->pdata, (int) files->len);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Returns: how long it took, in seconds, but for the quiet at the end */
static double
wait_until_quiet (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();
  guint wake = g_timeout_add (100, wake_cb, NULL);

  bench->last_change = start;
  while (g_get_monotonic_time () - bench->last_change < QUIET_SECONDS * G_USEC_PER_SEC)
    {
      if (bench->reader == NULL && (bench->reader = cut_test_find (bench->window, CUT_TYPE_READER_VIEW, NULL)) != NULL)
        g_signal_connect (bench->reader, "notify::reading", G_CALLBACK (reading_cb), bench);
      if (g_get_monotonic_time () - start > (gint64) LONGEST_SECONDS * G_USEC_PER_SEC)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  if (bench->reader != NULL)
    g_signal_handlers_disconnect_by_data (bench->reader, bench);
  g_source_remove (wake);
  return (double) (bench->last_change - start) / G_USEC_PER_SEC;
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       n_painted)
{
  (*(guint *) n_painted)++;
}

/* What is measured is work with an open window, not its first pictures: the fonts are looked for with those. */
static void
wait_until_painted (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_painted = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);

  while (n_painted < 3)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
start_measuring (void)
{
  stalls.walls = g_array_new (FALSE, FALSE, sizeof (double));
  stalls.cpus = g_array_new (FALSE, FALSE, sizeof (double));
  g_main_context_set_poll_func (NULL, measuring_poll);
  g_main_context_iteration (NULL, FALSE);
  stalls.measuring = TRUE;
}

static void
stop_measuring (void)
{
  stalls.measuring = FALSE;
  g_main_context_set_poll_func (NULL, NULL);
}

static void
measure (Bench          *bench,
         AdwApplication *application)
{
  guint real;
  g_autoptr (GPtrArray) pages = bench_pages_load (PAGES, &real);
  g_autoptr (CutSettings) settings = cut_settings_new ();
  CutTestServer *server = serve_pages (pages, real);
  double seconds;

  bench->window = cut_window_new (GTK_APPLICATION (application), bench->notebook.notebook, settings);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench->window));
  cut_test_iterate ();
  wait_until_painted (bench->window);
  g_signal_connect (bench->notebook.notebook, "changed", G_CALLBACK (changed_cb), bench);
  start_measuring ();
  clip_pages (bench, server);
  seconds = wait_until_quiet (bench);
  stop_measuring ();
  g_print ("stall: %u of %u pages clipped (%u real, %.1f MB), %u readings shown, %.1f s, %u turns of the main loop\n",
           g_hash_table_size (bench->ids), pages->len, real, (double) bench_pages_count_bytes (pages) / 1e6, bench->shown, seconds,
           stalls.walls->len);
  print_stalls ("wall", stalls.walls);
  print_stalls ("processor", stalls.cpus);
  gtk_window_close (GTK_WINDOW (bench->window));
  cut_test_iterate ();
  cut_test_server_free (server);
}

int
main (void)
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { 0 };

  if (!gtk_init_check ())
    {
      g_print ("stall: not measured, there is no display\n");
      return 77;
    }
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  cut_test_notebook_set_up (&bench.notebook, NULL);
  bench.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  measure (&bench, application);
  cut_test_notebook_tear_down (&bench.notebook, NULL);
  g_hash_table_unref (bench.ids);
  g_array_unref (stalls.walls);
  g_array_unref (stalls.cpus);
  return 0;
}
