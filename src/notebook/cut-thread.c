/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-thread.h"

#include <sys/resource.h>

/* As far as the processes that read pages. */
#define STEPS 10

void
cut_thread_step_behind (void)
{
#ifdef __linux__
  /* Against POSIX, Linux takes the number 0 for the calling thread and not for the process. */
  setpriority (PRIO_PROCESS, 0, STEPS);
#endif
}
