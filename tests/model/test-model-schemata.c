/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-country.h"
#include "cut-error.h"
#include "cut-record.h"
#include "cut-schemata.h"

/* The schemata of entities and relations, the types of their properties, and countries. */

static void
test_table (void)
{
  static const CutVocab vocabs[] = { CUT_VOCAB_ENTITY_SCHEMA, CUT_VOCAB_RELATION_SCHEMA };

  for (guint v = 0; v < G_N_ELEMENTS (vocabs); v++)
    for (const char *const *word = cut_vocab_get_words (vocabs[v]); *word != NULL; word++)
      {
        const CutSchema *schema = cut_schemata_find (*word);
        g_autoptr (GPtrArray) properties = cut_schemata_list_properties (*word);
        g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

        g_assert_nonnull (schema);
        g_assert_cmpint (schema->from != NULL, ==, v == 1);
        g_assert_true (cut_schemata_is_a (*word, v == 1 ? "Interval" : "Thing"));
        g_assert_cmpstr (cut_schemata_get_label (*word), !=, "");
        for (guint i = 0; i < properties->len; i++)
          {
            const CutProperty *property = g_ptr_array_index (properties, i);

            g_assert_nonnull (property);
            g_assert_true (g_hash_table_add (names, (gpointer) property->name));
            g_assert_true (cut_schemata_find_property (*word, property->name) == property);
            if (property->type == CUT_VALUE_ENTITY)
              g_assert_nonnull (cut_schemata_find (property->range));
          }
        for (int to = 0; v == 1 && to < 2; to++)
          {
            const CutProperty *end = cut_schemata_get_end (*word, to);

            g_assert_nonnull (end);
            g_assert_cmpint (end->type, ==, CUT_VALUE_ENTITY);
            g_assert_false (g_hash_table_contains (names, end->name));
            g_assert_nonnull (cut_schemata_find_property (*word, schema->role));
          }
      }
}

static void
test_inheritance (void)
{
  g_assert_true (cut_schemata_is_a ("Company", "Asset"));
  g_assert_true (cut_schemata_is_a ("Company", "LegalEntity"));
  g_assert_true (cut_schemata_is_a ("Vessel", "Vehicle"));
  g_assert_true (cut_schemata_is_a ("Person", "Person"));
  g_assert_false (cut_schemata_is_a ("Organization", "Asset"));
  g_assert_false (cut_schemata_is_a ("LegalEntity", "Person"));
  g_assert_false (cut_schemata_is_a (NULL, "Thing"));
  g_assert_false (cut_schemata_is_a ("Person", NULL));
  g_assert_false (cut_schemata_is_a ("Dragon", "Thing"));

  g_assert_nonnull (cut_schemata_find_property ("Company", "jurisdiction"));
  g_assert_nonnull (cut_schemata_find_property ("Person", "email"));
  g_assert_null (cut_schemata_find_property ("Company", "birthDate"));
  g_assert_nonnull (cut_schemata_find_property ("Ownership", "percentage"));
}

static void
test_fields (void)
{
  g_assert_cmpstr (cut_property_get_field (cut_schemata_find_property ("Person", "alias"), "Person"), ==, "aliases");
  g_assert_cmpstr (cut_property_get_field (cut_schemata_find_property ("Family", "relationship"), "Family"), ==, "role");
  g_assert_cmpstr (cut_property_get_field (cut_schemata_find_property ("Ownership", "startDate"), "Ownership"), ==, "start");
  /* An event has dates that are facts. */
  g_assert_null (cut_property_get_field (cut_schemata_find_property ("Event", "startDate"), "Event"));
  g_assert_null (cut_property_get_field (cut_schemata_find_property ("Person", "birthDate"), "Person"));
  g_assert_true (cut_property_is_single (cut_schemata_find_property ("Person", "birthDate")));
  g_assert_false (cut_property_is_single (cut_schemata_find_property ("Person", "nationality")));
}

typedef struct
{
  const char *schema;
  const char *property;
  const char *text;
  const char *value; /* NULL where it is refused */
} Value;

static const Value values[] = {
  { "Person", "birthDate", "1957-03-04", "1957-03-04" },
  { "Person", "birthDate", " 1957 ", "1957" },
  { "Person", "birthDate", "33 March", NULL },
  { "Person", "birthDate", "1957-02-30", NULL },
  { "Person", "nationality", "Côte d'Ivoire", "ci" },
  { "Person", "nationality", "GB", "gb" },
  { "Person", "nationality", "the Netherlands", "nl" },
  { "Person", "nationality", "Ruritania", NULL },
  { "Person", "gender", "Female", "female" },
  { "Person", "gender", "lady", NULL },
  { "Person", "firstName", "", NULL },
  { "Person", "firstName", " \n ", NULL },
  { "Person", "email", "mayor@northmere.example", "mayor@northmere.example" },
  { "Person", "email", "mayor at northmere", NULL },
  { "Person", "email", "a@b", NULL },
  { "Person", "phone", "+44 20 7946 0000", "+44 20 7946 0000" },
  { "Person", "phone", "ask at the harbour", NULL },
  { "Person", "phone", "12", NULL },
  { "Company", "website", "https://bridge.example/about", "https://bridge.example/about" },
  { "Company", "website", "bridge.example", NULL },
  { "Company", "website", "javascript:alert(1)", NULL },
  { "Company", "leiCode", "5493 001K JTII GC8Y 1R12", "5493001KJTIIGC8Y1R12" },
  { "Company", "leiCode", "5493001KJTIIGC8Y1R13", NULL },
  { "Company", "isinCode", "US0378331005", "US0378331005" },
  { "Company", "isinCode", "US0378331006", NULL },
  { "BankAccount", "iban", "gb82 west 1234 5698 7654 32", "GB82WEST12345698765432" },
  { "BankAccount", "iban", "GB82WEST12345698765433", NULL },
  { "Vessel", "imoNumber", "IMO 9074729", "IMO9074729" },
  { "Vessel", "imoNumber", "9074728", NULL },
  { "Vessel", "flag", "Panama", "pa" },
  { "Person", "wikidataId", "Q42", "Q42" },
  { "Person", "wikidataId", "42", NULL },
  { "Company", "registrationNumber", "HRB 1234 B", "HRB 1234 B" },
  { "Company", "registrationNumber", "---", NULL },
  { "Company", "amount", "1,200,000.50", "1200000.50" },
  { "Company", "amount", "1 200", "1200" },
  { "Company", "amount", "1.200,50", NULL },
  { "Company", "amount", "lots", NULL },
  { "Ownership", "percentage", "51 %", "51 %" },
  { "Person", "addressEntity", "Northmere", NULL },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const Value *v = &values[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *value = cut_schemata_check_value (v->schema, v->property, v->text, &error);
      g_autofree char *again = NULL;

      g_assert_cmpstr (value, ==, v->value);
      if (v->value == NULL)
        {
          g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
          g_assert_nonnull (strstr (error->message, cut_property_get_label (cut_schemata_find_property (v->schema, v->property))));
          continue;
        }
      g_assert_no_error (error);
      again = cut_schemata_check_value (v->schema, v->property, value, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, value);
    }
}

static void
test_hostile_values (void)
{
  g_autofree char *much = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *long_name = g_strnfill (1025, 'x');
  const char *const texts[] = { much, long_name, "\xff\xfe", "\xf0\x9f\x98\x80\xf0", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) all = cut_schemata_list_properties ("Company");

      for (guint p = 0; p < all->len; p++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *value = cut_property_check_value (g_ptr_array_index (all, p), texts[i], &error);

          g_assert_true ((value == NULL) != (error == NULL));
          g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
        }
    }
}

static void
test_unknown_property (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) end = NULL;

  g_assert_null (cut_schemata_check_value ("Company", "birthDate", "1957", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "jurisdiction"));
  g_assert_null (cut_schemata_need_property ("Ownership", "owner", &end));
  g_assert_error (end, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
assert_ends (const char *schema,
             const char *from,
             const char *to,
             const char *problem)
{
  g_autoptr (GError) error = NULL;
  gboolean fit = cut_schemata_check_ends (schema, from, to, &error);

  g_assert_cmpint (fit, ==, problem == NULL);
  if (problem != NULL)
    {
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, problem));
    }
}

static void
test_ends (void)
{
  g_autoptr (GPtrArray) between = cut_schemata_list_relations ("Person", "Person");

  assert_ends ("Ownership", "Person", "Company", NULL);
  assert_ends ("Ownership", "Company", "Vessel", NULL);
  assert_ends ("Ownership", "Vessel", "Person", "the other way round");
  assert_ends ("Ownership", "Person", "Person", "Asset");
  assert_ends ("Family", "Person", "Company", "Relative");
  assert_ends ("Employment", "Person", "PublicBody", NULL);
  assert_ends ("Employment", "Company", "Person", "the other way round");
  assert_ends ("Occupancy", "Person", "Position", NULL);
  assert_ends ("UnknownLink", "Address", "Event", NULL);
  assert_ends ("UnknownLink", "Address", "Dragon", "Object");
  assert_ends ("Person", "Person", "Person", "Person");
  assert_ends (NULL, "Person", "Person", "relation");

  g_assert_true (g_ptr_array_find_with_equal_func (between, "Family", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (between, "UnknownLink", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (between, "Ownership", g_str_equal, NULL));
}

static void
test_countries (void)
{
  g_assert_cmpstr (cut_country_find ("Germany"), ==, "de");
  g_assert_cmpstr (cut_country_find ("DE"), ==, "de");
  g_assert_cmpstr (cut_country_find ("U.K."), ==, "gb");
  g_assert_cmpstr (cut_country_find ("GERMANY"), ==, "de");
  g_assert_cmpstr (cut_country_find ("the United States"), ==, "us");
  g_assert_cmpstr (cut_country_find ("Åland Islands"), ==, "ax");
  g_assert_cmpstr (cut_country_find ("aland islands"), ==, "ax");
  g_assert_cmpstr (cut_country_find ("Scotland"), ==, "gb-sct");
  g_assert_null (cut_country_find (""));
  g_assert_null (cut_country_find ("  "));
  g_assert_null (cut_country_find ("\xff"));
  g_assert_null (cut_country_find ("Germa"));
  g_assert_cmpstr (cut_country_get_label ("gb"), ==, "United Kingdom");
  g_assert_cmpstr (cut_country_get_label ("qq"), ==, "qq");
}

static void
test_fact_kind (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) fact = cut_record_new (CUT_KIND_FACT, "property", "birthDate", "value", "1957", NULL);

  g_assert_false (cut_record_validate (fact, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_cmpint (cut_kind_from_name ("facts"), ==, CUT_KIND_FACT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schemata/table", test_table);
  g_test_add_func ("/schemata/inheritance", test_inheritance);
  g_test_add_func ("/schemata/fields", test_fields);
  g_test_add_func ("/schemata/values", test_values);
  g_test_add_func ("/schemata/hostile-values", test_hostile_values);
  g_test_add_func ("/schemata/unknown-property", test_unknown_property);
  g_test_add_func ("/schemata/ends", test_ends);
  g_test_add_func ("/schemata/countries", test_countries);
  g_test_add_func ("/schemata/fact", test_fact_kind);
  return g_test_run ();
}
