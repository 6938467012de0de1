/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-startup.h"

#include <json-glib/json-glib.h>
#include <time.h>
#include <unistd.h>

struct _CutStartup
{
  gint64 origin;                  /* microseconds */
  gint64 at[CUT_STARTUP_N_STEPS]; /* 0: not reached */
  gint64 processor[CUT_STARTUP_N_STEPS]; /* microseconds, of all threads until then */
};

static const char *const names[CUT_STARTUP_N_STEPS] = {
  "main_ms", "init_ms", "activate_ms", "map_ms", "first_frame_ms", "list_ready_ms",
};

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

CutStartup *
cut_startup_new (gint64 began)
{
  CutStartup *self = g_new0 (CutStartup, 1);
  const char *given = g_getenv ("T0_NS");
  guint64 exec = 0;

  self->at[CUT_STARTUP_MAIN] = began;
  self->origin = began;
  if (given != NULL && g_ascii_string_to_unsigned (given, 10, 1, G_MAXINT64, &exec, NULL) && (gint64) (exec / 1000) <= began)
    self->origin = (gint64) (exec / 1000);
  return self;
}

void
cut_startup_free (CutStartup *self)
{
  g_free (self);
}

gboolean
cut_startup_reach (CutStartup     *self,
                   CutStartupStep  step)
{
  if (self->at[step] != 0)
    return FALSE;
  self->at[step] = g_get_monotonic_time ();
  self->processor[step] = get_processor_time ();
  for (guint i = 0; i < CUT_STARTUP_N_STEPS; i++)
    if (self->at[i] == 0)
      return FALSE;
  return TRUE;
}

/* Returns: of resident memory, 0 where the system does not tell */
static gint64
get_megabytes (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  pages = g_strsplit (text, " ", 3);
  return g_strv_length (pages) < 2 ? 0 : g_ascii_strtoll (pages[1], NULL, 10) * sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

char *
cut_startup_describe (const CutStartup *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < CUT_STARTUP_N_STEPS; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_add_int_value (builder, (self->at[i] - self->origin + 500) / 1000);
    }
  json_builder_set_member_name (builder, "map_cpu_ms");
  json_builder_add_int_value (builder, self->processor[CUT_STARTUP_MAP] / 1000);
  json_builder_set_member_name (builder, "list_ready_cpu_ms");
  json_builder_add_int_value (builder, self->processor[CUT_STARTUP_LIST_READY] / 1000);
  json_builder_set_member_name (builder, "rss_mb");
  json_builder_add_int_value (builder, get_megabytes ());
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  return json_to_string (node, FALSE);
}
