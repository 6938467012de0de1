/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-word-table.h"

#include "cut-stmt.h"
#include "cut-tokenizer.h"

gboolean
cut_word_table_add_gathered (CutDb   *db,
                             GError **error)
{
  g_autoptr (GPtrArray) fresh = cut_tokenizer_take_gathered (db->tokenizer);
  g_autoptr (CutStmt) stmt = NULL;

  if (fresh->len == 0)
    return TRUE;
  stmt = cut_stmt_new (db, "INSERT OR IGNORE INTO word (word) VALUES (?1)", error);
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    {
      cut_stmt_bind_text (stmt, 1, g_ptr_array_index (fresh, i));
      if (!cut_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_word_table_renew (CutDb   *db,
                      GError **error)
{
  cut_tokenizer_forget_gathered (db->tokenizer);
  return cut_db_exec (db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab (main, search, row);"
                          "DELETE FROM main.word WHERE word NOT IN (SELECT term FROM temp.term);"
                          "DROP TABLE temp.term", error);
}

/* All that starts with ?1 lies between it and ?2: no character sorts after U+10FFFF. */
gboolean
cut_word_table_foreach (CutDb        *db,
                        const char   *prefix,
                        CutWordFunc   func,
                        gpointer      data,
                        GError      **error)
{
  g_autofree char *after = g_strconcat (prefix, "\364\217\277\277", NULL);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT word FROM word WHERE word >= ?1 AND word < ?2 ORDER BY word", error);
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, prefix);
  cut_stmt_bind_text (stmt, 2, after);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!func (cut_stmt_get_text (stmt, 0), data))
      return TRUE;
  return step == CUT_STEP_DONE;
}

gint64
cut_word_table_count_texts (CutDb       *db,
                            const char  *word,
                            gboolean     prefix,
                            gint64       most,
                            GError     **error)
{
  g_autofree char *phrase = g_strconcat ("\"", word, prefix ? "\" *" : "\"", NULL);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT count (*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)", error);

  if (stmt == NULL)
    return -1;
  cut_stmt_bind_text (stmt, 1, phrase);
  cut_stmt_bind_int (stmt, 2, most);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_get_int (stmt, 0) : -1;
}
