/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

/* A record of @kind with a value in every field. */
static CutRecord *
full_record (CutKind kind)
{
  g_autoptr (CutRecord) record = cut_record_new (kind, NULL, NULL);
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = CUT_RECORD_CREATED; i < n_fields; i++)
    {
      static const char *const samples[] = {
        [CUT_FIELD_STRING] = "Müller & Søn “x”, 'y'; DROP TABLE \"clip\"",
        [CUT_FIELD_ID] = "01890a5d-ac96-774b-bcce-b302099a8057",
        [CUT_FIELD_STRINGS] = "[\"a, b\",\"ß\",\"\\\"\"]",
        [CUT_FIELD_IDS] = "01890a5d-ac96-774b-bcce-b302099a8057,01890a5d-ac96-774b-bcce-b302099a8058",
        [CUT_FIELD_INT] = "-9007199254740993",
        [CUT_FIELD_TIME] = "2018-11-23T09:12:00.123Z",
        [CUT_FIELD_BOOLEAN] = "yes",
        [CUT_FIELD_DATE] = "2018-11-23T09:12+01:00",
        [CUT_FIELD_SELECTOR] = "[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9},"
                               "{\"type\":\"TextQuoteSelector\",\"exact\":\"e\",\"prefix\":\"p\",\"suffix\":\"s\"}]",
        [CUT_FIELD_JSON] = "{\"b\":[1,2.5,null],\"a\":\"ü\"}",
      };
      const char *text = fields[i].type == CUT_FIELD_WORD ? cut_vocab_get_words (fields[i].vocab)[0] : samples[fields[i].type];
      g_autoptr (GError) error = NULL;
      CutRecord *next = cut_record_with_text (record, fields[i].name, text, &error);

      g_assert_no_error (error);
      g_set_object (&record, next);
      g_object_unref (next);
    }
  return g_steal_pointer (&record);
}

static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CutRecord) record = put (fixture->store, full_record ((CutKind) kind));
      g_autoptr (CutRecord) read = cut_store_get (fixture->store, cut_record_get_id (record), &error);
      g_autoptr (CutRecord) bare = NULL;

      g_assert_no_error (error);
      g_assert_true (cut_record_equal (record, read));
      g_assert_true (cut_record_get_kind (read) == (CutKind) kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/objects/every-field", test_every_field);
  return g_test_run ();
}
