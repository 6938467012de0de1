/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-article.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-progress.h"
#include "cut-query.h"
#include "cut-row.h"
#include "cut-source.h"

#define ID_A "01890a5d-ac96-774b-bcce-b302099a8057"
#define ID_B "01890a5d-ac96-774b-bcce-b302099a8058"

static void
test_kinds (void)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      guint n_fields;
      const CutField *fields = cut_kind_get_fields ((CutKind) kind, &n_fields);

      g_assert_cmpint (cut_kind_from_name (cut_kind_get_name ((CutKind) kind)), ==, kind);
      g_assert_cmpint (cut_kind_from_name (cut_kind_get_plural ((CutKind) kind)), ==, kind);
      g_assert_cmpstr (cut_kind_get_label ((CutKind) kind), !=, "");
      g_assert_cmpuint (n_fields, >, CUT_RECORD_N_FIELDS);
      for (guint i = 0; i < n_fields; i++)
        {
          g_assert_cmpint (cut_kind_find_field ((CutKind) kind, fields[i].name), ==, (int) i);
          g_assert_true (fields[i].type != CUT_FIELD_WORD || fields[i].vocab != CUT_VOCAB_NONE);
          /* What must not leave must not be findable either. */
          g_assert_false ((fields[i].flags & CUT_FIELD_CONTACT) && (fields[i].flags & CUT_FIELD_SEARCHED));
        }
    }
  g_assert_cmpint (cut_kind_from_name ("plum"), ==, CUT_KIND_NONE);
  g_assert_cmpint (cut_kind_find_field (CUT_KIND_CAPTURE, "final-url"), ==, CUT_CAPTURE_FINAL_URL);
  g_assert_cmpint (cut_kind_find_field (CUT_KIND_CAPTURE, "final"), ==, -1);
}

static void
test_defaults (void)
{
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "A", NULL);

  g_assert_true (cut_id_is_valid (cut_record_get_id (claim)));
  g_assert_cmpint (cut_record_get_int (claim, CUT_RECORD_CREATED), >, 0);
  g_assert_cmpint (cut_record_get_int (claim, CUT_RECORD_CREATED), ==, cut_record_get_int (claim, CUT_RECORD_MODIFIED));
  g_assert_cmpstr (cut_record_get_string (claim, CUT_RECORD_SENSITIVITY), ==, "normal");
  g_assert_cmpstr (cut_claim_get_status (CUT_CLAIM (claim)), ==, "unchecked");
  g_assert_false (cut_record_is_deleted (claim));
  g_assert_null (cut_record_get_strv (claim, CUT_CLAIM_TAGS)[0]);
  g_assert_null (cut_record_get_rev (claim));
}

static void
test_with (void)
{
  const char *tags[] = { ID_A, "", ID_B, NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "e\314\201", "modified", (gint64) 5, "tags", tags, NULL);
  g_autoptr (CutRecord) copy = cut_record_with (claim, "status", "verified", NULL);
  g_autoptr (CutRecord) bare = cut_record_with_value (copy, CUT_CLAIM_TAGS, NULL);

  g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (claim)), ==, "\303\251");
  g_assert_cmpuint (g_strv_length ((char **) cut_record_get_strv (claim, CUT_CLAIM_TAGS)), ==, 2);
  g_assert_cmpstr (cut_claim_get_status (CUT_CLAIM (copy)), ==, "verified");
  g_assert_cmpstr (cut_record_get_id (copy), ==, cut_record_get_id (claim));
  g_assert_cmpint (cut_record_get_int (copy, CUT_RECORD_MODIFIED), >, 5);
  g_assert_false (cut_record_equal (claim, copy));
  g_assert_true (cut_record_has_value (copy, CUT_CLAIM_TAGS));
  g_assert_false (cut_record_has_value (bare, CUT_CLAIM_TAGS));
}

static void
test_with_text (void)
{
  static const struct
  {
    CutKind kind;
    const char *field;
    const char *text;
    const char *json; /* what the field then is, or NULL when refused */
  } cases[] = {
    { CUT_KIND_CLAIM, "text", "New, with comma", "\"New, with comma\"" },
    { CUT_KIND_CLAIM, "status", "disputed", "\"disputed\"" },
    { CUT_KIND_CLAIM, "status", "maybe", NULL },
    { CUT_KIND_CLAIM, "status", "", "null" },
    { CUT_KIND_CLAIM, "checkable", "yes", "true" },
    { CUT_KIND_CLAIM, "checkable", "0", "false" },
    { CUT_KIND_CLAIM, "checkable", "perhaps", NULL },
    { CUT_KIND_CLAIM, "fact-date", "2018-11", "{\"from\":\"user\",\"precision\":\"month\",\"value\":\"2018-11\"}" },
    { CUT_KIND_CLAIM, "fact_date", "soon", NULL },
    { CUT_KIND_CLAIM, "same_as", "urn:uuid:" ID_A, "\"" ID_A "\"" },
    { CUT_KIND_CLAIM, "same_as", "A", NULL },
    { CUT_KIND_CLAIM, "tags", ID_A ", " ID_B, "[\"" ID_A "\",\"" ID_B "\"]" },
    { CUT_KIND_CLAIM, "tags", "x", NULL },
    { CUT_KIND_CLAIM, "created", "1970-01-01T00:00:01Z", "\"1970-01-01T00:00:01.000Z\"" },
    { CUT_KIND_CLAIM, "created", "first", NULL },
    { CUT_KIND_CLAIM, "text", NULL, "null" },
    { CUT_KIND_CLAIM, "colour", "red", NULL },
    { CUT_KIND_ENTITY, "aliases", "One, Two", "[\"One\",\"Two\"]" },
    { CUT_KIND_ENTITY, "aliases", "[\"One, Ltd\"]", "[\"One, Ltd\"]" },
    { CUT_KIND_CAPTURE, "status", "200", "200" },
    { CUT_KIND_CAPTURE, "status", "twelve", NULL },
    { CUT_KIND_CAPTURE, "status", "99999999999999999999", NULL },
    { CUT_KIND_CAPTURE, "headers", "{\"b\":1, \"a\":2}", "{\"a\":2,\"b\":1}" },
    { CUT_KIND_CAPTURE, "headers", "{", NULL },
    { CUT_KIND_ANNOTATION, "selectors", "[]", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutRecord) record = cut_record_new (cases[i].kind, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CutRecord) changed = cut_record_with_text (record, cases[i].field, cases[i].text, &error);
      g_autofree char *line = NULL;
      g_autofree char *wanted = NULL;
      g_autofree char *name = g_strdelimit (g_strdup (cases[i].field), "-", '_');

      g_test_message ("%s %s", cases[i].field, cases[i].text);
      if (cases[i].json == NULL)
        {
          g_assert_null (changed);
          g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
          continue;
        }
      g_assert_no_error (error);
      line = cut_record_to_line (changed, CUT_JSON_PLAIN);
      wanted = g_strdup_printf ("\"%s\":%s", name, cases[i].json);
      g_assert_nonnull (strstr (line, wanted));
    }
}

static void
assert_invalid (CutRecord  *record,
                const char *word)
{
  g_autoptr (CutRecord) owned = record;
  g_autoptr (GError) error = NULL;

  g_assert_false (cut_record_validate (owned, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_validate (void)
{
  const char *not_ids[] = { ID_A, "x", NULL };
  const char *withheld[] = { ID_A, "withheld", NULL };
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr (CutRecord) good = cut_record_new (CUT_KIND_CLAIM, "text", "A", "entities", withheld, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_record_validate (good, &error));
  g_assert_no_error (error);
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "note", "x", NULL), "text");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "", NULL), "missing");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "A", "status", "maybe", NULL), "corroborated");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "A", "entities", not_ids, NULL), "entities");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "A", "same-as", "x", NULL), "same_as");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "A", "id", "x", NULL), "id");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", "A", "id", "withheld", NULL), "id");
  assert_invalid (cut_record_new (CUT_KIND_CLAIM, "text", long_text, NULL), "megabyte");
  assert_invalid (cut_record_new (CUT_KIND_CAPTURE, "clip", ID_A, "how", "file", "sha256", "0", "headers", "{", NULL), "headers");
}

/* JSON. */

static CutRecord *
full_claim (void)
{
  g_autoptr (CutDate) date = cut_date_new ("2018-10-04", CUT_DATE_ABOUT, "text", NULL);
  const char *entities[] = { ID_A, ID_B, NULL };

  return cut_record_new (CUT_KIND_CLAIM, "id", ID_A, "created", G_GINT64_CONSTANT (1542964320123), "modified",
                         G_GINT64_CONSTANT (1542964320999), "text", "Chips “were” altered", "checkable", TRUE, "fact-date",
                         date, "same-as", ID_B, "entities", entities, "note", "a\nb\t\"c\"", NULL);
}

static void
test_round_trip (void)
{
  static const CutJsonForm forms[] = { CUT_JSON_PLAIN, CUT_JSON_CANONICAL };
  g_autoptr (CutRecord) claim = full_claim ();
  g_autoptr (CutRecord) cleared = cut_record_with_text (claim, "importance", NULL, NULL);
  CutRecord *records[] = { claim, cleared };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint n = 0; n < G_N_ELEMENTS (records); n++)
      {
        g_autofree char *line = cut_record_to_line (records[n], forms[i]);
        g_autoptr (GError) error = NULL;
        g_autoptr (CutRecord) read = cut_record_from_line (CUT_KIND_CLAIM, line, &error);
        g_autofree char *rev = cut_record_compute_rev (records[n]);
        g_autofree char *same = NULL;

        g_assert_no_error (error);
        g_assert_null (strchr (line, '\n'));
        g_assert_true (cut_record_equal (records[n], read));
        same = cut_record_compute_rev (read);
        g_assert_cmpstr (rev, ==, same);
      }
}

static void
test_forms (void)
{
  g_autoptr (CutRecord) claim = full_claim ();
  g_autofree char *plain = cut_record_to_line (claim, CUT_JSON_PLAIN);
  g_autofree char *canonical = cut_record_to_line (claim, CUT_JSON_CANONICAL);

  g_assert_nonnull (strstr (plain, "\"id\":\"" ID_A "\""));
  g_assert_nonnull (strstr (plain, "\"place\":null"));
  g_assert_nonnull (strstr (plain, "\"tags\":[]"));
  g_assert_nonnull (strstr (canonical, "\"id\":\"urn:uuid:" ID_A "\""));
  g_assert_nonnull (strstr (canonical, "\"entities\":[\"urn:uuid:" ID_A "\""));
  g_assert_null (strstr (canonical, "\"place\""));
  g_assert_nonnull (strstr (canonical, "\"created\":\"2018-11-23T09:12:00.123Z\""));
}

/* A revision computed once is the same for ever, on every machine. */
static void
test_revision (void)
{
  g_autoptr (CutRecord) claim = full_claim ();
  g_autoptr (CutRecord) other = cut_record_with (claim, "note", "x", "modified", G_GINT64_CONSTANT (1542964320999), NULL);
  const char *parents[] = { "aa", NULL };
  g_autoptr (CutRecord) child = cut_record_with_revision (claim, parents);
  g_autoptr (CutRecord) marked = cut_record_with (claim, "rev", "xyz", "modified", G_GINT64_CONSTANT (1542964320999), NULL);
  g_autofree char *rev = cut_record_compute_rev (claim);
  g_autofree char *other_rev = cut_record_compute_rev (other);
  g_autofree char *marked_rev = cut_record_compute_rev (marked);
  g_autofree char *child_rev = cut_record_compute_rev (child);

  g_assert_cmpstr (rev, ==, "d4a4a15dfc17503c7118c851dd4148d570cb23c892ce2ec730ef68ebf7228bd6");
  g_assert_cmpstr (rev, !=, other_rev);
  g_assert_cmpstr (rev, ==, marked_rev);
  g_assert_cmpstr (cut_record_get_rev (child), ==, child_rev);
  g_assert_cmpstr (cut_record_get_strv (child, CUT_RECORD_PARENTS)[0], ==, "aa");
  g_assert_cmpint (cut_record_get_int (child, CUT_RECORD_MODIFIED), ==, G_GINT64_CONSTANT (1542964320999));
}

static void
test_reading (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) claim = cut_record_from_line (CUT_KIND_CLAIM, "{\"text\":\"A\",\"unknown\":{\"x\":[1]},\"note\":null}", &error);
  g_autoptr (CutRecord) dated = cut_record_from_line (CUT_KIND_CLAIM, "{\"text\":\"A\",\"fact_date\":\"2018\"}", &error);
  g_autoptr (CutRecord) entity = cut_record_from_line (CUT_KIND_ENTITY, "{\"identifiers\":[\"urn:uuid:x\"]}", &error);

  g_assert_no_error (error);
  g_assert_true (cut_id_is_valid (cut_record_get_id (claim)));
  g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (claim)), ==, "A");
  g_assert_null (cut_claim_get_status (CUT_CLAIM (claim)));
  g_assert_cmpint (cut_date_get_precision (cut_claim_get_fact_date (CUT_CLAIM (dated))), ==, CUT_DATE_YEAR);
  g_assert_cmpstr (cut_record_get_strv (entity, CUT_ENTITY_IDENTIFIERS)[0], ==, "urn:uuid:x");
}

static void
test_reading_refused (void)
{
  static const char *const cases[] = {
    "", "[]", "7", "{\"text\":7}", "{\"text\":[\"a\"]}", "{\"checkable\":\"yes\"}", "{\"entities\":\"x\"}",
    "{\"entities\":[1]}", "{\"fact_date\":7}", "{\"fact_date\":{\"value\":\"soon\"}}", "{\"fact_date\":{}}",
    "{\"created\":5}", "{\"created\":\"2018\"}", "{\"status\":{}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (cut_record_from_line (CUT_KIND_CLAIM, cases[i], &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      /* Also where nobody wants to know why. */
      g_assert_null (cut_record_from_line (CUT_KIND_CLAIM, cases[i], NULL));
    }
}

/* Sorting the marks on one letter takes the square of their number, and composing moves what follows. */
static void
test_endless_marks (void)
{
  static const char *const units[] = { "\u0301\u0316", "\u0344", "\u09c7\u09be", "a\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("a");
      g_autoptr (CutRecord) record = NULL;
      g_autoptr (CutRecord) again = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 1000 * 1000)
        g_string_append (text, units[i]);
      record = cut_record_new (CUT_KIND_CLAIM, "text", text->str, NULL);
      again = cut_record_with (record, "text", cut_claim_get_text (CUT_CLAIM (record)), NULL);
      g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (again)), ==, cut_claim_get_text (CUT_CLAIM (record)));
      /* Milliseconds; minutes where it takes the square. */
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_titles (void)
{
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "T", NULL);
  g_autoptr (CutRecord) bare = cut_record_new (CUT_KIND_CLIP, "url", "https://example.org/", NULL);
  g_autoptr (CutRecord) source = cut_record_new (CUT_KIND_SOURCE, "label", "S", NULL);
  g_autoptr (CutRecord) nothing = cut_record_new (CUT_KIND_CHECK, "claim", ID_A, NULL);
  g_autofree char *clip_title = cut_record_get_title (clip);
  g_autofree char *bare_title = cut_record_get_title (bare);
  g_autofree char *source_title = cut_record_get_title (source);
  g_autofree char *no_title = cut_record_get_title (nothing);

  g_assert_cmpstr (clip_title, ==, "T");
  g_assert_cmpstr (bare_title, ==, "https://example.org/");
  g_assert_cmpstr (source_title, ==, "S");
  g_assert_cmpstr (no_title, ==, "Check");
}

/* Queries, rows, articles, progress. */

static void
test_query_copy (void)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLAIM);
  g_autoptr (CutQuery) copy = NULL;
  const CutCondition *condition;

  g_assert_true (query->descending);
  cut_query_where (query, "status", "disputed");
  cut_query_set_linked (query, "a");
  cut_query_set_linked (query, ID_A);
  cut_query_set_match (query, "x");
  cut_query_set_order (query, "title", FALSE);
  query->trash = CUT_TRASH_ONLY;
  query->inbox = TRUE;
  query->limit = 3;
  query->offset = 4;
  copy = cut_query_copy (query);
  condition = g_ptr_array_index (copy->conditions, 0);
  g_assert_cmpint (copy->kind, ==, CUT_KIND_CLAIM);
  g_assert_cmpstr (condition->field, ==, "status");
  g_assert_cmpstr (condition->value, ==, "disputed");
  g_assert_cmpstr (copy->linked, ==, ID_A);
  g_assert_cmpstr (copy->match, ==, "x");
  g_assert_cmpstr (copy->order, ==, "title");
  g_assert_false (copy->descending);
  g_assert_cmpint (copy->trash, ==, CUT_TRASH_ONLY);
  g_assert_true (copy->inbox);
  g_assert_cmpuint (copy->limit, ==, 3);
  g_assert_cmpuint (copy->offset, ==, 4);
}

static void
test_row (void)
{
  g_autoptr (CutDate) date = cut_date_new ("2018", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutRow) row = g_object_new (CUT_TYPE_ROW, "kind", (int) CUT_KIND_CLIP, "id", "i", "title", "t", "byline", "b", "site-name",
                                         "s", "snippet", "n", "status", "u", "detail", "d", "published", date, "created", (gint64) 1,
                                         "deleted", (gint64) 2, "n-annotations", 3u, "n-claims", 4u, "n-links", 5u, "score", 1.5, NULL);

  g_assert_cmpint (cut_row_get_kind (row), ==, CUT_KIND_CLIP);
  g_assert_cmpstr (cut_row_get_id (row), ==, "i");
  g_assert_cmpstr (cut_row_get_title (row), ==, "t");
  g_assert_cmpstr (cut_row_get_byline (row), ==, "b");
  g_assert_cmpstr (cut_row_get_site_name (row), ==, "s");
  g_assert_cmpstr (cut_row_get_snippet (row), ==, "n");
  g_assert_cmpstr (cut_row_get_status (row), ==, "u");
  g_assert_cmpstr (cut_row_get_detail (row), ==, "d");
  g_assert_true (cut_row_get_published (row) == date);
  g_assert_cmpint (cut_row_get_created (row), ==, 1);
  g_assert_cmpint (cut_row_get_deleted (row), ==, 2);
  g_assert_cmpuint (cut_row_get_n_annotations (row), ==, 3);
  g_assert_cmpuint (cut_row_get_n_claims (row), ==, 4);
  g_assert_cmpuint (cut_row_get_n_links (row), ==, 5);
  g_assert_cmpfloat (cut_row_get_score (row), ==, 1.5);
}

static CutRow *
make_row (const char *title,
          const char *published,
          guint       n_claims)
{
  g_autoptr (CutDate) date = cut_date_new (published, CUT_DATE_UNKNOWN, NULL, NULL);

  return g_object_new (CUT_TYPE_ROW, "kind", (int) CUT_KIND_CLIP, "id", "i", "title", title, "published", date, "n-claims", n_claims, NULL);
}

static void
test_row_equal (void)
{
  g_autoptr (CutRow) row = make_row ("t", "2018", 1);
  g_autoptr (CutRow) same = make_row ("t", "2018", 1);
  g_autoptr (CutRow) title = make_row ("u", "2018", 1);
  g_autoptr (CutRow) date = make_row ("t", "2019", 1);
  g_autoptr (CutRow) count = make_row ("t", "2018", 2);

  g_assert_true (cut_row_equal (row, row));
  g_assert_true (cut_row_equal (row, same));
  g_assert_false (cut_row_equal (row, title));
  g_assert_false (cut_row_equal (row, date));
  g_assert_false (cut_row_equal (row, count));
}

static void
test_article (void)
{
  g_autoptr (CutArticle) article = cut_article_new ();

  g_assert_cmpstr (article->text, ==, "");
  cut_article_set_origin (article, "title", "og");
  cut_article_set_origin (article, "title", "json-ld");
  g_assert_cmpstr (g_hash_table_lookup (article->origins, "title"), ==, "json-ld");
}

static gpointer
work_cb (gpointer user_data)
{
  CutProgress *progress = user_data;

  for (int i = 0; i <= 1000; i++)
    cut_progress_update (progress, i == 500 ? "Half" : NULL, i / 1000.0);
  return NULL;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_progress (void)
{
  g_autoptr (CutProgress) progress = cut_progress_new ();
  guint n = 0;
  GThread *thread;

  g_signal_connect (progress, "notify::fraction", G_CALLBACK (count_cb), &n);
  g_assert_cmpfloat (cut_progress_get_fraction (progress), ==, -1);
  thread = g_thread_new ("worker", work_cb, progress);
  while (cut_progress_get_fraction (progress) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_assert_cmpstr (cut_progress_get_message (progress), ==, "Half");
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, 1001);
  cut_progress_update (progress, NULL, 7);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (cut_progress_get_fraction (progress), ==, 1);
  g_cancellable_cancel (cut_progress_get_cancellable (progress));
  g_assert_true (g_cancellable_is_cancelled (cut_progress_get_cancellable (progress)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/kinds", test_kinds);
  g_test_add_func ("/model/records/defaults", test_defaults);
  g_test_add_func ("/model/records/with", test_with);
  g_test_add_func ("/model/records/with-text", test_with_text);
  g_test_add_func ("/model/records/validate", test_validate);
  g_test_add_func ("/model/records/round-trip", test_round_trip);
  g_test_add_func ("/model/records/forms", test_forms);
  g_test_add_func ("/model/records/revision", test_revision);
  g_test_add_func ("/model/records/reading", test_reading);
  g_test_add_func ("/model/records/reading-refused", test_reading_refused);
  g_test_add_func ("/model/records/endless-marks", test_endless_marks);
  g_test_add_func ("/model/records/titles", test_titles);
  g_test_add_func ("/model/query/copy", test_query_copy);
  g_test_add_func ("/model/row", test_row);
  g_test_add_func ("/model/row/equal", test_row_equal);
  g_test_add_func ("/model/article", test_article);
  g_test_add_func ("/model/progress", test_progress);
  return g_test_run ();
}
