/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-values.h"

#include <string.h>

#include "cut-name-index.h"
#include "cut-stmt.h"
#include "cut-store-private.h"

#define NEWEST_CLIPS "4000" /* whose authors are looked through: some milliseconds */

/* From one outlet to the next by the index, so that it costs what it offers, however many clips there are. */
#define SITES_SQL                                                                                                    \
  "WITH RECURSIVE found (site) AS ("                                                                                 \
  " SELECT min (site_key) FROM object WHERE kind = 'clip' AND deleted = 0 AND site_key >= ?1"                        \
  " UNION ALL"                                                                                                       \
  " SELECT (SELECT min (site_key) FROM object WHERE kind = 'clip' AND deleted = 0 AND site_key > found.site)"        \
  " FROM found WHERE substr (found.site, 1, length (?1)) = ?1 LIMIT ?2)"                                             \
  "SELECT (SELECT site_name FROM object WHERE kind = 'clip' AND deleted = 0 AND site_key = found.site LIMIT 1) "     \
  "FROM found WHERE substr (found.site, 1, length (?1)) = ?1"

#define BYLINES_SQL                                                                                                  \
  "SELECT DISTINCT byline FROM (SELECT byline FROM object WHERE kind = 'clip' AND deleted = 0 "                      \
  "ORDER BY created DESC, id DESC LIMIT " NEWEST_CLIPS ") WHERE byline IS NOT NULL"

static gboolean
starts_a_word (const char *folded,
               const char *prefix)
{
  for (const char *p = folded; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      p += *p == ' ';
      if (g_str_has_prefix (p, prefix))
        return TRUE;
    }
  return *prefix == '\0';
}

static gboolean
add_new (GPtrArray  *values,
         const char *value)
{
  if (g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (values, g_strdup (value));
  return TRUE;
}

static void
add_authors (GPtrArray  *values,
             const char *byline,
             const char *prefix,
             guint       limit)
{
  g_auto (GStrv) authors = g_strsplit (byline, ", ", -1);

  for (guint i = 0; authors[i] != NULL && values->len < limit; i++)
    {
      g_autofree char *folded = cut_name_fold (authors[i]);

      if (*folded != '\0' && starts_a_word (folded, prefix))
        add_new (values, authors[i]);
    }
}

GPtrArray *
cut_store_complete_value (CutStore   *self,
                          CutFilter   filter,
                          const char *prefix,
                          guint       limit,
                          GError    **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = cut_name_fold (prefix);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step = CUT_STEP_DONE;

  g_return_val_if_fail (filter == CUT_FILTER_SITE || filter == CUT_FILTER_BY, NULL);

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, filter == CUT_FILTER_SITE ? SITES_SQL : BYLINES_SQL, error);
  if (stmt == NULL)
    return NULL;
  if (filter == CUT_FILTER_SITE)
    {
      cut_stmt_bind_text (stmt, 1, folded);
      cut_stmt_bind_int (stmt, 2, limit);
    }
  while (values->len < limit && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      const char *text = cut_stmt_get_text (stmt, 0);

      if (text != NULL && filter == CUT_FILTER_SITE)
        add_new (values, text);
      else if (text != NULL)
        add_authors (values, text, folded, limit);
    }
  return step != CUT_STEP_FAILED ? g_steal_pointer (&values) : NULL;
}
