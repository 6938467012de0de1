/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-source-kind.h"

#include <string.h>

#include "cut-clip.h"
#include "cut-index.h"
#include "cut-language-guess.h"
#include "cut-name-proposal.h"
#include "cut-names.h"
#include "cut-proposal.h"
#include "cut-tokens.h"

#define BIT CUT_CLASS_BIT

struct _CutSourceKinds
{
  CutReading *reading; /* borrowed */
  const char *tag;
  const CutLanguage *language;
  CutIndex *index; /* of the reading's text */
  CutNames *names;
};

/* Nouns. */

static const char *
get_class_kind (const CutProse *token)
{
  gboolean capital = (token->flags & CUT_PROSE_CAPITAL) != 0;

  if (cut_entry_is (token->entry, BIT (CUT_CLASS_PERSON) | BIT (CUT_CLASS_UNNAMED)) || (!capital && cut_entry_is (token->entry, BIT (CUT_CLASS_TITLE))))
    return "person";
  if (capital && cut_entry_is (token->entry, BIT (CUT_CLASS_OUTLET)))
    return "publication";
  if (cut_entry_is (token->entry, BIT (CUT_CLASS_DOCUMENT)))
    return "document";
  if (cut_entry_is (token->entry, BIT (CUT_CLASS_OUTLET)))
    return "publication";
  return cut_entry_is (token->entry, BIT (CUT_CLASS_BODY)) ? "body" : NULL;
}

/* The last noun is what it is, up to "of the council". */
const char *
cut_source_kind_of_noun (const char        *name,
                         const CutLanguage *language)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (name, language, NULL);
  guint table = cut_language_get_table (language, "source-kinds");
  const char *kind = NULL;

  for (guint i = 0; i < tokens->n; i++)
    {
      const CutProse *token = &tokens->tokens[i];
      guint n = 1;
      const char *word = cut_tokens_match (tokens, table, i, tokens->n, &n);

      if (kind != NULL && cut_entry_is (token->entry, BIT (CUT_CLASS_PREPOSITION)))
        break;
      word = word != NULL ? word : get_class_kind (token);
      kind = word != NULL ? word : kind;
      i += word != NULL ? MAX (n, 1) - 1 : 0;
    }
  return kind;
}

/* Names. */

CutSourceKinds *
cut_source_kinds_new (CutReading   *reading,
                      GCancellable *cancellable)
{
  g_autoptr (CutSourceKinds) self = g_new0 (CutSourceKinds, 1);
  g_autofree char *counted = cut_proposal_counted_text (reading);
  const char *tag = cut_clip_get_language (CUT_CLIP (reading->clip));

  self->reading = reading;
  self->tag = tag != NULL ? tag : cut_language_guess (counted);
  self->language = cut_language_get (self->tag);
  self->index = cut_index_new (reading->text);
  self->names = cut_name_proposals_find (reading, counted, cancellable);
  return self->names != NULL ? g_steal_pointer (&self) : NULL;
}

void
cut_source_kinds_free (CutSourceKinds *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, cut_names_free);
  g_clear_pointer (&self->index, cut_index_free);
  g_free (self);
}

/* "President Ann Reed" ends with the name of somebody. */
static gboolean
is_called (const char      *name,
           const char      *words,
           const char      *type)
{
  gsize before = strlen (name) > strlen (words) ? strlen (name) - strlen (words) : 0;

  if (g_str_equal (name, words))
    return TRUE;
  return g_str_equal (type, "person") && before > 0 && name[before - 1] == ' ' && g_str_equal (name + before, words);
}

/* (nullable) (transfer none): what the text calls so, in full or in short */
static const CutNameGroup *
find_in_text (const CutSourceKinds *self,
              const char           *name)
{
  for (guint i = 0; i < self->names->names->len; i++)
    {
      const CutProposedName *found = &g_array_index (self->names->names, CutProposedName, i);
      const CutNameGroup *group = g_ptr_array_index (self->names->groups, found->group);
      g_autofree char *words = cut_index_slice (self->index, found->span.start, found->span.end);

      if (words != NULL && (g_str_equal (name, group->name) || is_called (name, words, found->type)))
        return group;
    }
  return NULL;
}

static const char *
get_schema_kind (const char *schema)
{
  static const char *const kinds[][2] = {
    { "Person", "person" },    { "Organization", "body" },    { "Company", "body" },
    { "PublicBody", "body" },  { "LegalEntity", "body" },     { "Country", "government" },
  };

  for (guint i = 0; schema != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (schema, kinds[i][0]))
      return kinds[i][1];
  return NULL;
}

/* Of a place it is those who govern it that speak. */
static const char *
get_group_kind (const CutNameGroup *group)
{
  const char *kind = get_schema_kind (group->schema);

  if (kind != NULL)
    return kind;
  if (g_str_equal (group->type, "place"))
    return "government";
  if (g_str_equal (group->type, "organization"))
    return "body";
  return g_str_equal (group->type, "person") ? "person" : NULL;
}

/* A name that the text has not got, as a person may have put it, by itself. */
static const char *
get_name_kind (const CutSourceKinds *self,
               const char           *name)
{
  const CutNameGroup *group = find_in_text (self, name);
  g_autoptr (CutNames) alone = group == NULL ? cut_names_find (name, self->tag, NULL) : NULL;

  if (group != NULL)
    return get_group_kind (group);
  return alone->groups->len == 1 ? get_group_kind (g_ptr_array_index (alone->groups, 0)) : NULL;
}

/* "Walter Post" is no paper, though "post" says so. */
static gboolean
is_full_name (const CutSourceKinds *self,
              const char           *name)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (name, self->language, NULL);

  for (guint i = 0; i < tokens->n; i++)
    if ((tokens->tokens[i].flags & CUT_PROSE_CAPITAL) == 0 || cut_entry_is (tokens->tokens[i].entry, BIT (CUT_CLASS_ARTICLE)))
      return FALSE;
  return tokens->n > 1;
}

const char *
cut_source_kinds_guess (const CutSourceKinds *self,
                        const char           *name,
                        const char           *schema)
{
  const char *noun = cut_source_kind_of_noun (name, self->language);
  const char *known = get_schema_kind (schema);
  const char *named = known != NULL ? known : get_name_kind (self, name);

  if (known != NULL || (g_strcmp0 (named, "person") == 0 && is_full_name (self, name)
                        && g_strcmp0 (noun, "spokesperson") != 0))
    return named;
  if (noun != NULL)
    return noun;
  return named != NULL ? named : "unknown";
}

gboolean
cut_source_kinds_is_new (const CutSourceKinds *self,
                         const CutStretch     *span)
{
  g_autofree char *words = cut_stretch_is_empty (span) ? NULL : cut_index_slice (self->index, span->start, span->end);
  g_autoptr (CutTokens) tokens = words != NULL ? cut_tokens_new (words, self->language, NULL) : NULL;

  return tokens != NULL && tokens->n > 0
         && cut_tokens_match (tokens, cut_language_get_table (self->language, "indefinite"), 0, tokens->n, NULL) != NULL;
}
