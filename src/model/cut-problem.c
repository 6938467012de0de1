/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-problem.h"

#include <string.h>

char *
cut_problem_new (const char *path,
                 const char *problem)
{
  /* A name is the sender's: it must not make two lines of one. */
  g_autofree char *name = g_strdelimit (g_utf8_make_valid (path, -1), "\r\n", ' ');
  g_autofree char *text = g_strdelimit (g_utf8_make_valid (problem, -1), "\r\n", ' ');

  return g_strconcat (name, "\n", text, NULL);
}

char *
cut_problem_get_path (const char *problem)
{
  const char *end = strchr (problem, '\n');

  return end != NULL ? g_strndup (problem, (gsize) (end - problem)) : g_strdup ("");
}

const char *
cut_problem_get_text (const char *problem)
{
  const char *end = strchr (problem, '\n');

  return end != NULL ? end + 1 : problem;
}

char *
cut_problem_to_line (const char *problem)
{
  g_autofree char *path = cut_problem_get_path (problem);

  return *path == '\0' ? g_strdup (problem) : g_strconcat (path, ": ", cut_problem_get_text (problem), NULL);
}
