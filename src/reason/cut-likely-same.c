/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-likely-same-private.h"
#include "cut-schemata.h"

#define BIT(reason) (1u << (reason))
#define MOST_NAMES 64 /* of one entity that are compared */

/* Words. */

static const struct
{
  const char *word;
  const char *label;
} reasons[CUT_N_REASONS] = {
  [CUT_REASON_IDENTIFIER] = { "identifier", NC_ ("likely-same", "the same number in a register") },
  [CUT_REASON_NAME] = { "name", NC_ ("likely-same", "the same name") },
  [CUT_REASON_LEGAL_FORM] = { "legal-form", NC_ ("likely-same", "the same name but for the legal form") },
  [CUT_REASON_ORDER] = { "order", NC_ ("likely-same", "the same name in another order") },
  [CUT_REASON_ALIAS] = { "alias", NC_ ("likely-same", "known by another name of the other") },
  [CUT_REASON_INITIALS] = { "initials", NC_ ("likely-same", "the same name with initials") },
  [CUT_REASON_PARTS] = { "parts", NC_ ("likely-same", "the name is part of the other’s name") },
  [CUT_REASON_SPELLING] = { "spelling", NC_ ("likely-same", "the name is spelt nearly the same") },
  [CUT_REASON_ACRONYM] = { "acronym", NC_ ("likely-same", "the first letters of the other’s name") },
  [CUT_REASON_BIRTH_DATE] = { "date", NC_ ("likely-same", "the same dates") },
  [CUT_REASON_COUNTRY] = { "country", NC_ ("likely-same", "the same country") },
  [CUT_REASON_ADDRESS] = { "address", NC_ ("likely-same", "the same e-mail, phone or website") },
  [CUT_REASON_OTHER_IDENTIFIER] = { "other-identifier", NC_ ("likely-same", "but another number in a register") },
  [CUT_REASON_OTHER_DATE] = { "other-date", NC_ ("likely-same", "but other dates") },
  [CUT_REASON_OTHER_COUNTRY] = { "other-country", NC_ ("likely-same", "but another country") },
};

const char *
cut_reason_describe (CutReason reason)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "likely-same", reasons[reason].label);
}

const char *
cut_reason_to_word (CutReason reason)
{
  return reasons[reason].word;
}

/* Portraits. */

CutPortrait *
cut_portrait_new (const char        *id,
                  const char        *schema,
                  const char *const *not_same_as)
{
  CutPortrait *self = g_new0 (CutPortrait, 1);

  self->id = g_strdup (id);
  self->schema = g_strdup (schema);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->traits = g_ptr_array_new_with_free_func (g_free);
  self->not_same_as = g_strdupv ((char **) not_same_as);
  return self;
}

void
cut_portrait_free (CutPortrait *self)
{
  g_free (self->id);
  g_free (self->schema);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->traits);
  g_strfreev (self->not_same_as);
  g_free (self);
}

void
cut_portrait_add_name (CutPortrait *self,
                       const char  *name)
{
  if (name != NULL && *name != '\0' && self->names->len < MOST_NAMES)
    g_ptr_array_add (self->names, g_strdup (name));
}

/* Letters and digits alone, small. */
static char *
bare (const char *text,
      gboolean    digits_only)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (digits_only ? g_ascii_isdigit (*p) : g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
      g_string_append_c (out, g_ascii_tolower (*p));
  return g_string_free (out, FALSE);
}

static char *
host_of (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup ("");
  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + 4 : host, -1);
}

/* As entities hold them: the register in front, or told by its form. */
static char *
trait_of_identifier (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *value = bare (colon != NULL ? colon + 1 : text, FALSE);
  g_autofree char *wikidata = cut_schemata_check_value ("LegalEntity", "wikidataId", colon != NULL ? colon + 1 : text, NULL);
  g_autofree char *lei = cut_schemata_check_value ("LegalEntity", "leiCode", colon != NULL ? colon + 1 : text, NULL);

  if (*value == '\0')
    return NULL;
  return g_strdup_printf ("%s\n%s", wikidata != NULL ? "wikidataId" : lei != NULL ? "leiCode" : "identifier", value);
}

static char *
trait_of (const CutProperty *property,
          const char        *value)
{
  g_autofree char *text = NULL;

  switch (property->type)
    {
    case CUT_VALUE_IDENTIFIER:
      text = bare (value, FALSE);
      break;
    case CUT_VALUE_PHONE:
      text = bare (value, TRUE);
      break;
    case CUT_VALUE_EMAIL:
      text = g_utf8_strdown (value, -1);
      break;
    case CUT_VALUE_URL:
      text = g_str_equal (property->name, "website") ? host_of (value) : NULL;
      break;
    case CUT_VALUE_COUNTRY:
      return g_strdup_printf ("country\n%s", value);
    case CUT_VALUE_DATE:
      text = cut_property_is_single (property) ? g_strdup (value) : NULL;
      break;
    case CUT_VALUE_STRING:
    case CUT_VALUE_TEXT:
    case CUT_VALUE_NAME:
    case CUT_VALUE_NUMBER:
    case CUT_VALUE_GENDER:
    case CUT_VALUE_ADDRESS:
    case CUT_VALUE_ENTITY:
    default:
      break;
    }
  return text != NULL && *text != '\0' ? g_strdup_printf ("%s\n%s", property->name, text) : NULL;
}

void
cut_portrait_add_trait (CutPortrait *self,
                        const char  *property,
                        const char  *value)
{
  const CutProperty *found = property != NULL ? cut_schemata_find_property (self->schema, property) : NULL;
  char *trait = NULL;

  if (value != NULL && property == NULL)
    trait = trait_of_identifier (value);
  else if (value != NULL && found != NULL)
    trait = trait_of (found, value);
  if (trait != NULL && self->traits->len < CUT_PORTRAIT_MOST_TRAITS)
    g_ptr_array_add (self->traits, trait);
  else
    g_free (trait);
}

/* Traits of two. */

typedef enum
{
  TRAIT_OTHER,
  TRAIT_IDENTIFIER,
  TRAIT_DATE,
  TRAIT_COUNTRY,
  TRAIT_ADDRESS,
} TraitKind;

static TraitKind
kind_of (const CutPortrait *portrait,
         const char        *trait)
{
  g_autofree char *name = g_strndup (trait, strcspn (trait, "\n"));
  const CutProperty *property = cut_schemata_find_property (portrait->schema, name);

  if (g_str_equal (name, "identifier"))
    return TRAIT_IDENTIFIER;
  if (property == NULL)
    return TRAIT_OTHER;
  switch (property->type)
    {
    case CUT_VALUE_IDENTIFIER:
      return TRAIT_IDENTIFIER;
    case CUT_VALUE_DATE:
      return TRAIT_DATE;
    case CUT_VALUE_COUNTRY:
      return TRAIT_COUNTRY;
    case CUT_VALUE_PHONE:
    case CUT_VALUE_EMAIL:
    case CUT_VALUE_URL:
      return TRAIT_ADDRESS;
    case CUT_VALUE_STRING:
    case CUT_VALUE_TEXT:
    case CUT_VALUE_NAME:
    case CUT_VALUE_NUMBER:
    case CUT_VALUE_GENDER:
    case CUT_VALUE_ADDRESS:
    case CUT_VALUE_ENTITY:
    default:
      return TRAIT_OTHER;
    }
}

typedef enum
{
  MATCH_NONE,  /* the other says nothing of that property */
  MATCH_OTHER, /* it says something else */
  MATCH_ROUGH, /* the one date is within the other */
  MATCH_SAME,
} Match;

/* The best that the other has for the same property. */
static Match
match_trait (const char        *trait,
             const CutPortrait *other,
             gboolean           date)
{
  gsize name = strcspn (trait, "\n") + 1;
  Match best = MATCH_NONE;

  for (guint i = 0; i < other->traits->len; i++)
    {
      const char *theirs = g_ptr_array_index (other->traits, i);

      if (strncmp (trait, theirs, name) != 0)
        continue;
      if (g_str_equal (trait, theirs))
        return MATCH_SAME;
      if (date && (g_str_has_prefix (trait, theirs) || g_str_has_prefix (theirs, trait)))
        best = MAX (best, MATCH_ROUGH);
      best = MAX (best, MATCH_OTHER);
    }
  return best;
}

static gboolean
has_one_only (const CutPortrait *portrait,
              const char        *trait)
{
  g_autofree char *name = g_strndup (trait, strcspn (trait, "\n"));
  const CutProperty *property = cut_schemata_find_property (portrait->schema, name);

  return property != NULL && cut_property_is_single (property);
}

static guint
reason_of (const CutPortrait *a,
           const CutPortrait *b,
           const char        *trait)
{
  TraitKind kind = kind_of (a, trait);
  Match match = match_trait (trait, b, kind == TRAIT_DATE);

  if (match == MATCH_NONE)
    return 0;
  switch (kind)
    {
    case TRAIT_IDENTIFIER:
      if (match == MATCH_SAME)
        return BIT (CUT_REASON_IDENTIFIER);
      return has_one_only (a, trait) ? BIT (CUT_REASON_OTHER_IDENTIFIER) : 0;
    case TRAIT_DATE:
      /* A year alone fits too many. */
      if (match == MATCH_SAME && strlen (strchr (trait, '\n') + 1) >= strlen ("2018-11"))
        return BIT (CUT_REASON_BIRTH_DATE);
      return match == MATCH_OTHER ? BIT (CUT_REASON_OTHER_DATE) : 0;
    case TRAIT_COUNTRY:
      return match == MATCH_SAME ? BIT (CUT_REASON_COUNTRY) : BIT (CUT_REASON_OTHER_COUNTRY);
    case TRAIT_ADDRESS:
      return match == MATCH_SAME ? BIT (CUT_REASON_ADDRESS) : 0;
    case TRAIT_OTHER:
    default:
      return 0;
    }
}

/* One that agrees outweighs another that does not. */
static guint
compare_traits (const CutPortrait *a,
                const CutPortrait *b)
{
  guint found = 0;

  for (guint i = 0; i < a->traits->len; i++)
    found |= reason_of (a, b, g_ptr_array_index (a->traits, i));
  if (found & BIT (CUT_REASON_COUNTRY))
    found &= ~BIT (CUT_REASON_OTHER_COUNTRY);
  if (found & BIT (CUT_REASON_IDENTIFIER))
    found &= ~BIT (CUT_REASON_OTHER_IDENTIFIER);
  return found;
}

/* Two entities. */

CutPrepared *
cut_prepared_new (const CutPortrait *portrait)
{
  CutPrepared *self = g_new0 (CutPrepared, 1);

  self->portrait = portrait;
  self->person = cut_schemata_is_a (portrait->schema, "Person");
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_name_parts_free);
  for (guint i = 0; i < portrait->names->len; i++)
    g_ptr_array_add (self->names, cut_name_parts_new (g_ptr_array_index (portrait->names, i), self->person));
  return self;
}

void
cut_prepared_free (CutPrepared *self)
{
  g_ptr_array_unref (self->names);
  g_free (self);
}

static double
compare_names (const CutPrepared *a,
               const CutPrepared *b,
               guint             *found)
{
  double best = 0;

  *found = 0;
  for (guint i = 0; i < a->names->len; i++)
    for (guint j = 0; j < b->names->len; j++)
      {
        guint why;
        double score = cut_names_compare (g_ptr_array_index (a->names, i), g_ptr_array_index (b->names, j),
                                          a->person || b->person, &why);

        /* Another name is not as telling as the name. */
        if (i + j > 0)
          {
            score *= 0.95;
            why |= why != 0 ? BIT (CUT_REASON_ALIAS) : 0;
          }
        if (score > best)
          {
            best = score;
            *found = why;
          }
      }
  return best;
}

static gboolean
are_parted (const CutPortrait *a,
            const CutPortrait *b)
{
  return (a->not_same_as != NULL && g_strv_contains ((const char *const *) a->not_same_as, b->id)) ||
         (b->not_same_as != NULL && g_strv_contains ((const char *const *) b->not_same_as, a->id));
}

static gboolean
go_together (const CutPortrait *a,
             const CutPortrait *b)
{
  if (a->schema == NULL || b->schema == NULL)
    return FALSE;
  return g_str_equal (a->schema, b->schema) || cut_schemata_is_a (a->schema, b->schema) || cut_schemata_is_a (b->schema, a->schema) ||
         (cut_schemata_is_a (a->schema, "Organization") && cut_schemata_is_a (b->schema, "Organization"));
}

static double
weigh (double name,
       guint  found)
{
  double score = name;

  if (found & BIT (CUT_REASON_IDENTIFIER))
    score = name > 0 ? 0.98 : 0.9;
  if (found & BIT (CUT_REASON_ADDRESS))
    score = name > 0 ? score + 0.15 : MAX (score, 0.4);
  if ((found & BIT (CUT_REASON_BIRTH_DATE)) && name > 0)
    score += 0.15;
  if ((found & BIT (CUT_REASON_COUNTRY)) && name > 0)
    score += 0.03;
  if (found & BIT (CUT_REASON_OTHER_COUNTRY))
    score -= 0.1;
  if (found & BIT (CUT_REASON_OTHER_IDENTIFIER))
    score -= 0.4;
  if (found & BIT (CUT_REASON_OTHER_DATE))
    score -= 0.4;
  return CLAMP (score, 0, 1);
}

gboolean
cut_prepared_compare (const CutPrepared *a,
                      const CutPrepared *b,
                      CutLikelySame     *pair)
{
  guint traits;
  double name;

  pair->score = 0;
  pair->reasons = 0;
  if (!go_together (a->portrait, b->portrait) || are_parted (a->portrait, b->portrait))
    return FALSE;
  name = compare_names (a, b, &pair->reasons);
  traits = compare_traits (a->portrait, b->portrait);
  pair->score = weigh (name, traits);
  pair->reasons |= traits;
  return TRUE;
}

gboolean
cut_likely_same_compare (const CutPortrait *a,
                         const CutPortrait *b,
                         CutLikelySame     *pair)
{
  g_autoptr (CutPrepared) one = cut_prepared_new (a);
  g_autoptr (CutPrepared) two = cut_prepared_new (b);

  return cut_prepared_compare (one, two, pair);
}
