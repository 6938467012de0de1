/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search.h"

#include <string.h>

#include "cut-name-index.h"
#include "cut-search-term.h"
#include "cut-stems.h"
#include "cut-tokenizer.h"
#include "cut-url-index.h"

/* Words to an expression of FTS5. Everything is quoted, so that no word is taken for syntax. */

static void
append_text (GString    *expression,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"')
      g_string_append (expression, "\"\"");
    else
      g_string_append_c (expression, *p == *CUT_TOKENIZER_OR ? ' ' : *p);
}

static void
append_forms (GString           *expression,
              const char *const *forms)
{
  for (guint i = 0; forms[i] != NULL; i++)
    g_string_append_printf (expression, CUT_TOKENIZER_OR "%s", forms[i]);
}

static void
append_phrase (GString             *expression,
               CutDb               *db,
               const CutSearchTerm *term)
{
  gboolean single = cut_search_words_end_single (cut_tokenizer_get_words (db->tokenizer), term->text);

  g_string_append_c (expression, '"');
  append_text (expression, term->text);
  if (term->forms != NULL && !term->prefix)
    append_forms (expression, (const char *const *) term->forms);
  g_string_append_printf (expression, "\"%s", term->prefix || single ? " *" : "");
}

static gboolean
keep_folded_cb (const CutSearchWord *word,
                gpointer             folded)
{
  g_string_append_len (folded, word->folded, (gssize) word->length);
  return TRUE;
}

/* (transfer container): the forms that the beginning of the word does not find anyway: a text with one of them would count twice */
static GPtrArray *
other_forms (CutDb               *db,
             const CutSearchTerm *term)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GPtrArray *others = g_ptr_array_new ();

  cut_search_words_cut (cut_tokenizer_get_words (db->tokenizer), term->text, strlen (term->text), TRUE, keep_folded_cb, folded);
  for (char **form = term->forms; *form != NULL; form++)
    if (!g_str_has_prefix (*form, folded->str))
      g_ptr_array_add (others, *form);
  g_ptr_array_add (others, NULL);
  return others;
}

/* What else a word begins with says nothing of its other forms, which are these words alone. */
static void
append_prefix_or_forms (GString             *expression,
                        CutDb               *db,
                        const CutSearchTerm *term)
{
  g_autoptr (GPtrArray) others = other_forms (db, term);
  const char *const *forms = (const char *const *) others->pdata;

  if (forms[0] == NULL)
    {
      append_phrase (expression, db, term);
      return;
    }
  g_string_append_c (expression, '(');
  append_phrase (expression, db, term);
  g_string_append_printf (expression, " OR \"%s", forms[0]);
  append_forms (expression, forms + 1);
  g_string_append (expression, "\")");
}

/* The term @first and those that stand near it. Returns: the index behind them */
static guint
append_near (GString   *expression,
             CutDb     *db,
             GPtrArray *terms,
             guint      first,
             guint      end)
{
  const CutSearchTerm *term = g_ptr_array_index (terms, first);
  guint next = first + 1;
  guint near = 0;

  for (; next < end && ((CutSearchTerm *) g_ptr_array_index (terms, next))->near > 0; next++)
    near = MAX (near, ((CutSearchTerm *) g_ptr_array_index (terms, next))->near);
  if (near == 0 && term->prefix && term->forms != NULL)
    {
      append_prefix_or_forms (expression, db, term);
      return next;
    }
  if (near > 0)
    g_string_append (expression, "NEAR(");
  for (guint i = first; i < next; i++)
    {
      if (i > first)
        g_string_append_c (expression, ' ');
      append_phrase (expression, db, g_ptr_array_index (terms, i));
    }
  if (near > 0)
    g_string_append_printf (expression, ", %u)", near);
  return next;
}

static char *
words_of (CutDb     *db,
          GPtrArray *terms,
          guint      first,
          guint      end,
          guint     *next)
{
  GString *expression = g_string_new (NULL);

  *next = append_near (expression, db, terms, first, end);
  return g_string_free (expression, FALSE);
}

/* Filters to conditions. */

static char *
like_pattern (const char *text)
{
  g_autofree char *folded = cut_name_fold (text);
  GString *pattern = g_string_new ("%");

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

/* An alternative of one group: its SQL and the values of its marks. */
typedef struct
{
  GString *sql;
  GPtrArray *values;
} Alternatives;

static void
add_alternative (Alternatives        *all,
                 const CutSearchTerm *term,
                 const char          *sql,
                 ...)
{
  va_list args;

  if (all->sql->len > 0)
    g_string_append (all->sql, " OR ");
  g_string_append_printf (all->sql, term->negative ? "NOT coalesce (%s, 0)" : "(%s)", sql);
  va_start (args, sql);
  for (const char *value = va_arg (args, const char *); value != NULL; value = va_arg (args, const char *))
    g_ptr_array_add (all->values, g_strdup (value));
  va_end (args);
}

static void
add_site (Alternatives        *all,
          const CutSearchTerm *term)
{
  g_autofree char *pattern = like_pattern (term->text);
  g_autofree char *folded = g_ascii_strdown (term->text, -1);
  g_autofree char *host = NULL;
  g_autofree char *below = NULL;

  /* People paste an address, or write www. before the site's. */
  host = g_str_has_prefix (folded, "http") ? cut_url_get_host (folded) : NULL;
  if (host == NULL)
    host = g_strdup (g_str_has_prefix (folded, "www.") ? folded + 4 : folded);
  below = g_strconcat (".", host, NULL);
  add_alternative (all, term,
                   "o.site_key LIKE ? ESCAPE '\\' OR o.host = ? OR substr (o.host, -length (?)) = ?",
                   pattern, host, below, below, NULL);
}

static void
add_by (Alternatives        *all,
        const CutSearchTerm *term)
{
  g_autofree char *pattern = like_pattern (term->text);

  add_alternative (all, term, "cut_fold (o.byline) LIKE ? ESCAPE '\\'", pattern, NULL);
}

static void
add_kind (Alternatives        *all,
          const CutSearchTerm *term)
{
  g_autofree char *word = g_ascii_strdown (term->text, -1);
  CutKind kind = cut_kind_from_name (word);

  if (kind != CUT_KIND_NONE)
    add_alternative (all, term, "o.kind = ?", cut_kind_get_name (kind), NULL);
  else
    add_alternative (all, term, "lower (o.detail) = ?", word, NULL);
}

static void
add_date (Alternatives        *all,
          const CutSearchTerm *term)
{
  g_autofree char *ms = g_strdup_printf ("%" G_GINT64_FORMAT, term->date);

  add_alternative (all, term,
                   term->filter == CUT_FILTER_BEFORE ? "o.published_key < CAST (? AS INTEGER)"
                                                     : "o.published_key >= CAST (? AS INTEGER)",
                   ms, NULL);
}

static gboolean
add_named (Alternatives         *all,
           CutDb                *db,
           const CutSearchTerm  *term,
           CutKind               kind,
           GError              **error)
{
  g_autoptr (GPtrArray) ids = cut_name_index_match (db, kind, term->text, error);
  g_autofree char *linked = cut_select_linked_sql (TRUE);
  g_autofree char *sql = g_strdup_printf ("o.key IN (%s) OR o.id IN (SELECT value FROM json_each (?))", linked);
  g_autofree char *json = NULL;

  if (ids == NULL)
    return FALSE;
  json = cut_select_ids_to_json (ids);
  add_alternative (all, term, sql, json, json, NULL);
  return TRUE;
}

static gboolean
add_filter (Alternatives         *all,
            CutDb                *db,
            const CutSearchTerm  *term,
            GError              **error)
{
  g_autofree char *status = NULL;

  switch (term->filter)
    {
    case CUT_FILTER_SITE:
      add_site (all, term);
      return TRUE;
    case CUT_FILTER_BY:
      add_by (all, term);
      return TRUE;
    case CUT_FILTER_TAG:
      return add_named (all, db, term, CUT_KIND_TAG, error);
    case CUT_FILTER_STORY:
      return add_named (all, db, term, CUT_KIND_STORY, error);
    case CUT_FILTER_ENTITY:
      return add_named (all, db, term, CUT_KIND_ENTITY, error);
    case CUT_FILTER_SOURCE:
      return add_named (all, db, term, CUT_KIND_SOURCE, error);
    case CUT_FILTER_STATUS:
      status = g_ascii_strdown (term->text, -1);
      add_alternative (all, term, "o.status = ?", status, NULL);
      return TRUE;
    case CUT_FILTER_BEFORE:
    case CUT_FILTER_AFTER:
      add_date (all, term);
      return TRUE;
    case CUT_FILTER_KIND:
      add_kind (all, term);
      return TRUE;
    case CUT_FILTER_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* Returns: the index behind what was added; 0 on error */
static guint
add_term (Alternatives  *all,
          CutDb         *db,
          GPtrArray     *terms,
          guint          i,
          guint          end,
          GError       **error)
{
  const CutSearchTerm *term = g_ptr_array_index (terms, i);
  g_autofree char *words = NULL;
  guint next = i + 1;

  if (term->filter != CUT_FILTER_NONE)
    return add_filter (all, db, term, error) ? next : 0;
  words = words_of (db, terms, i, end, &next);
  add_alternative (all, term, "o.key IN (SELECT rowid FROM search WHERE search MATCH ?)", words, NULL);
  return next;
}

/* Groups. */

/* Whether the group from @first to @end is of words alone, all to be found or all not: then the index answers it. */
static gboolean
is_of_words (GPtrArray *terms,
             guint      first,
             guint      end,
             gboolean   negative)
{
  for (guint i = first; i < end; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->filter != CUT_FILTER_NONE || term->negative != negative)
        return FALSE;
    }
  /* One of several must not be found: that is not the index's to say. */
  return !negative || end == first + 1;
}

static void
append_group (GString    *expression,
              CutDb      *db,
              GPtrArray  *terms,
              guint       first,
              guint       end,
              const char *joint)
{
  g_string_append_printf (expression, "%s(", expression->len > 0 ? joint : "");
  for (guint i = first; i < end;)
    {
      if (i > first)
        g_string_append (expression, " OR ");
      i = append_near (expression, db, terms, i, end);
    }
  g_string_append_c (expression, ')');
}

static gboolean
add_group (CutSelect  *select,
           CutDb      *db,
           GPtrArray  *terms,
           guint       first,
           guint       end,
           GError    **error)
{
  Alternatives all = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free) };
  guint next = first;

  do
    next = add_term (&all, db, terms, next, end, error);
  while (next > 0 && next < end);
  if (next > 0)
    cut_select_where_values (select, all.sql->str, all.values);
  g_string_free (all.sql, TRUE);
  g_ptr_array_unref (all.values);
  return next > 0;
}

static guint
end_of_group (GPtrArray *terms,
              guint      first)
{
  const CutSearchTerm *start = g_ptr_array_index (terms, first);
  guint end = first + 1;

  while (end < terms->len && ((CutSearchTerm *) g_ptr_array_index (terms, end))->group == start->group)
    end++;
  return end;
}

/* Marks that are about to become a search find everything, as no search does; others find nothing. */
static gboolean
is_begun (const char *text)
{
  return text[strspn (text, " \t\n\"-*")] == '\0';
}

/* What must be found ranks; with it the index also leaves out what must not be. */
static char *
make_expression (CutDb     *db,
                 GPtrArray *terms)
{
  GString *expression = g_string_new (NULL);
  guint end;

  for (guint first = 0; first < terms->len; first = end)
    {
      end = end_of_group (terms, first);
      if (is_of_words (terms, first, end, FALSE))
        append_group (expression, db, terms, first, end, " AND ");
    }
  for (guint first = 0; expression->len > 0 && first < terms->len; first = end)
    {
      end = end_of_group (terms, first);
      if (is_of_words (terms, first, end, TRUE))
        append_group (expression, db, terms, first, end, " NOT ");
    }
  return g_string_free (expression, FALSE);
}

gboolean
cut_search_apply (CutDb       *db,
                  const char  *text,
                  const char  *languages,
                  CutSelect   *select,
                  GError     **error)
{
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (text);
  g_autofree char *expression = NULL;
  guint end;

  if (!cut_stems_add_forms (db, terms, languages, error))
    return FALSE;
  expression = make_expression (db, terms);
  if (terms->len == 0 && !is_begun (text))
    cut_select_where (select, "0", NULL);
  for (guint first = 0; first < terms->len; first = end)
    {
      end = end_of_group (terms, first);
      if (!is_of_words (terms, first, end, FALSE) && (*expression == '\0' || !is_of_words (terms, first, end, TRUE)) &&
          !add_group (select, db, terms, first, end, error))
        return FALSE;
    }
  if (*expression != '\0')
    cut_select_match (select, expression);
  return TRUE;
}
