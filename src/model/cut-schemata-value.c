/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-compose.h"
#include "cut-country.h"
#include "cut-date.h"
#include "cut-error.h"
#include "cut-limits.h"
#include "cut-schemata.h"

/* Each function gets trimmed, composed text and gives the value, or NULL with the reason. */
typedef char *(*CheckFunc) (const CutProperty *property, const char *text, GError **error);

static char *
refuse (const CutProperty  *property,
        const char         *text,
        const char         *reason,
        GError            **error)
{
  /* Translators: what was typed, the property it was typed for, and why it is not accepted */
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” is not accepted as “%s”: %s"), text,
               cut_property_get_label (property), reason);
  return NULL;
}

/* Words. */

static char *
check_length (const CutProperty  *property,
              const char         *text,
              glong               most,
              GError            **error)
{
  g_autofree char *reason = NULL;

  if (g_utf8_strlen (text, -1) <= most)
    return g_strdup (text);
  reason = g_strdup_printf (_("it is longer than %ld characters"), most);
  return refuse (property, text, reason, error);
}

static char *
check_string (const CutProperty  *property,
              const char         *text,
              GError            **error)
{
  return check_length (property, text, CUT_LIMIT_VALUE_STRING, error);
}

static char *
check_text (const CutProperty  *property,
            const char         *text,
            GError            **error)
{
  return check_length (property, text, CUT_LIMIT_VALUE_TEXT, error);
}

static char *
check_name (const CutProperty  *property,
            const char         *text,
            GError            **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return check_length (property, text, CUT_LIMIT_VALUE_NAME, error);
  return refuse (property, text, _("there is no letter or digit in it"), error);
}

/* Dates, countries, numbers. */

static char *
check_date (const CutProperty  *property,
            const char         *text,
            GError            **error)
{
  g_autoptr (CutDate) date = cut_date_new (text, CUT_DATE_UNKNOWN, NULL, NULL);

  return date != NULL ? g_strdup (cut_date_get_value (date))
                      : refuse (property, text, _("it is not a date; write it as 2018-11-23, 2018-11 or 2018"), error);
}

static char *
check_country (const CutProperty  *property,
               const char         *text,
               GError            **error)
{
  const char *code = cut_country_find (text);

  return code != NULL ? g_strdup (code)
                      : refuse (property, text, _("no country is called so; write its name or its code, such as gb"), error);
}

/* Leaves out white space, and commas that part thousands. */
static char *
plain_number (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("[\\s\\x{a0}\\x{202f}]+", 0, 0, NULL);
  g_autofree char *close = g_regex_replace_literal (spaces, text, -1, 0, "", 0, NULL);

  if (g_regex_match_simple ("^[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?$", close, 0, 0))
    {
      g_auto (GStrv) parts = g_strsplit (close, ",", -1);

      return g_strjoinv ("", parts);
    }
  return g_steal_pointer (&close);
}

static char *
check_number (const CutProperty  *property,
              const char         *text,
              GError            **error)
{
  g_autofree char *number = plain_number (text);

  if (strlen (number) <= CUT_LIMIT_VALUE_NUMBER && g_regex_match_simple ("^[-+]?[0-9]+(\\.[0-9]+)?$", number, 0, 0))
    return g_strdup (*number == '+' ? number + 1 : number);
  return refuse (property, text, _("it is not a number; write it as 1200.50"), error);
}

static char *
check_gender (const CutProperty  *property,
              const char         *text,
              GError            **error)
{
  static const char *const words[] = { "female", "male", "other", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_strv_contains (words, lower))
    return g_steal_pointer (&lower);
  return refuse (property, text, _("write female, male or other"), error);
}

/* Addresses. */

static char *
check_url (const CutProperty  *property,
           const char         *text,
           GError            **error)
{
  g_autoptr (GUri) uri = strlen (text) <= CUT_LIMIT_VALUE_URL ? g_uri_parse (text, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
      (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "ftp")))
    return g_strdup (text);
  return refuse (property, text, _("it is not a web address; write it with https:// in front"), error);
}

static char *
check_email (const CutProperty  *property,
             const char         *text,
             GError            **error)
{
  if (strlen (text) <= CUT_LIMIT_VALUE_NUMBER &&
      g_regex_match_simple ("^[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"._-][^\\s@<>(),;:\"]*\\.[^\\s@<>(),;:\".]{2,}$", text, 0, 0))
    return g_strdup (text);
  return refuse (property, text, _("it is not an e-mail address"), error);
}

static char *
check_phone (const CutProperty  *property,
             const char         *text,
             GError            **error)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p) ? 1 : 0;
  if (n_digits >= 4 && n_digits <= 20 && g_regex_match_simple ("^\\+?[0-9 ()./-]+$", text, 0, 0))
    return g_strdup (text);
  return refuse (property, text, _("it is not a phone number; write its digits, with + in front of the country’s"), error);
}

/* Identifiers with check digits. */

/* ISO 7064 MOD 97-10 over digits and letters (A = 10 … Z = 35), as LEI (ISO 17442) and IBAN (ISO 13616) have it. */
static guint
mod_97 (const char *text)
{
  guint rest = 0;

  for (; *text != '\0'; text++)
    rest = g_ascii_isdigit (*text) ? (rest * 10 + (guint) (*text - '0')) % 97
                                   : (rest * 100 + (guint) (*text - 'A') + 10) % 97;
  return rest;
}

static gboolean
is_lei (const char *text)
{
  return g_regex_match_simple ("^[0-9A-Z]{18}[0-9]{2}$", text, 0, 0) && mod_97 (text) == 1;
}

static gboolean
is_iban (const char *text)
{
  g_autofree char *turned = NULL;

  if (!g_regex_match_simple ("^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$", text, 0, 0))
    return FALSE;
  turned = g_strdup_printf ("%s%.4s", text + 4, text);
  return mod_97 (turned) == 1;
}

/* ISO 6166: letters as two digits, then the sum of Luhn. */
static gboolean
is_isin (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  guint sum = 0;

  if (!g_regex_match_simple ("^[A-Z]{2}[0-9A-Z]{9}[0-9]$", text, 0, 0))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else
      g_string_append_printf (digits, "%d", *p - 'A' + 10);
  for (guint i = 0; i < digits->len; i++)
    {
      guint digit = (guint) (digits->str[digits->len - 1 - i] - '0') << (i % 2);

      sum += digit / 10 + digit % 10;
    }
  return sum % 10 == 0;
}

/* A ship's number: six digits, each times its place from the right, and the last digit of their sum. */
static gboolean
is_imo (const char *text)
{
  const char *digits = g_str_has_prefix (text, "IMO") ? text + 3 : text;
  guint sum = 0;

  if (!g_regex_match_simple ("^[0-9]{7}$", digits, 0, 0))
    return FALSE;
  for (guint i = 0; i < 6; i++)
    sum += (guint) (digits[i] - '0') * (7 - i);
  return sum % 10 == (guint) (digits[6] - '0');
}

static gboolean
is_wikidata (const char *text)
{
  return g_regex_match_simple ("^Q[1-9][0-9]*$", text, 0, 0);
}

static const struct
{
  const char *property;
  gboolean (*is) (const char *text);
} registers[] = {
  { "leiCode", is_lei },   { "iban", is_iban },     { "isin", is_isin },
  { "isinCode", is_isin }, { "imoNumber", is_imo }, { "wikidataId", is_wikidata },
};

static char *
check_register (const CutProperty  *property,
                const char         *text,
                gboolean          (*is) (const char *text),
                GError            **error)
{
  g_autoptr (GRegex) spaces = g_regex_new ("[\\s-]+", 0, 0, NULL);
  g_autofree char *close = g_regex_replace_literal (spaces, text, -1, 0, "", 0, NULL);
  g_autofree char *upper = g_ascii_strup (close, -1);

  if (is (upper))
    return g_steal_pointer (&upper);
  return refuse (property, text, _("it is mistyped: its form or its check digits are wrong"), error);
}

static char *
check_identifier (const CutProperty  *property,
                  const char         *text,
                  GError            **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].property, property->name))
      return check_register (property, text, registers[i].is, error);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return check_length (property, text, g_str_equal (property->name, "publicKey") ? CUT_LIMIT_VALUE_KEY
                                                                                     : CUT_LIMIT_VALUE_IDENTIFIER, error);
  return refuse (property, text, _("there is no letter or digit in it"), error);
}

static char *
check_entity (const CutProperty  *property,
              const char         *text,
              GError            **error)
{
  return refuse (property, text, _("it has to be an entity"), error);
}

static const CheckFunc checks[] = {
  [CUT_VALUE_STRING] = check_string,   [CUT_VALUE_TEXT] = check_text,
  [CUT_VALUE_NAME] = check_name,       [CUT_VALUE_DATE] = check_date,
  [CUT_VALUE_COUNTRY] = check_country, [CUT_VALUE_IDENTIFIER] = check_identifier,
  [CUT_VALUE_URL] = check_url,         [CUT_VALUE_EMAIL] = check_email,
  [CUT_VALUE_PHONE] = check_phone,     [CUT_VALUE_NUMBER] = check_number,
  [CUT_VALUE_GENDER] = check_gender,   [CUT_VALUE_ADDRESS] = check_string,
  [CUT_VALUE_ENTITY] = check_entity,
};

/* Composed and trimmed; what is no text of several lines is one line. */
static char *
tidy (const CutProperty *property,
      const char        *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = cut_compose (valid, -1);

  if (property->type != CUT_VALUE_TEXT)
    g_strdelimit (composed, "\n\r\t", ' ');
  return g_strdup (g_strstrip (composed));
}

char *
cut_property_check_value (const CutProperty  *property,
                          const char         *text,
                          GError            **error)
{
  g_autofree char *tidied = NULL;

  if (text == NULL || strlen (text) > CUT_LIMIT_FIELD)
    return refuse (property, "", text == NULL ? _("it is missing") : _("it is longer than a megabyte"), error);
  tidied = tidy (property, text);
  if (*tidied == '\0')
    return refuse (property, "", _("it is empty"), error);
  return checks[property->type] (property, tidied, error);
}

char *
cut_schemata_check_value (const char  *schema,
                          const char  *property,
                          const char  *text,
                          GError     **error)
{
  const CutProperty *found = cut_schemata_need_property (schema, property, error);

  return found != NULL ? cut_property_check_value (found, text, error) : NULL;
}

char *
cut_property_show_value (const CutProperty *property,
                         const char        *value)
{
  if (property->type == CUT_VALUE_COUNTRY)
    return g_strdup (cut_country_get_label (value));
  if (property->type == CUT_VALUE_GENDER && g_str_equal (value, "female"))
    return g_strdup (C_("gender", "female"));
  if (property->type == CUT_VALUE_GENDER && g_str_equal (value, "male"))
    return g_strdup (C_("gender", "male"));
  return g_strdup (property->type == CUT_VALUE_GENDER ? C_("gender", "other") : value);
}
