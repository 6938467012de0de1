/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <time.h>

/** Times: on the wall, and the thread's own and that of all threads on the processor, in milliseconds: on a busy machine the first also counts
 *   what others did, and where threads wait for each other the last is what it would be on an idle one. */
typedef struct
{
  double wall;
  double cpu;
  double all;
} Times;

static inline double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static inline Times
read_times (void)
{
  return (Times) { read_clock (CLOCK_MONOTONIC), read_clock (CLOCK_THREAD_CPUTIME_ID), read_clock (CLOCK_PROCESS_CPUTIME_ID) };
}

static inline Times
since (Times start)
{
  Times now = read_times ();

  return (Times) { now.wall - start.wall, now.cpu - start.cpu, now.all - start.all };
}
