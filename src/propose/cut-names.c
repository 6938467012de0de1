/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-names.h"

#include "cut-name-kinds.h"

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)

static const char *const kind_words[CUT_NAME_N_KINDS] = {
  [CUT_NAME_KIND_PERSON] = "person",
  [CUT_NAME_KIND_ORGANIZATION] = "organization",
  [CUT_NAME_KIND_PLACE] = "place",
  [CUT_NAME_KIND_OTHER] = "other",
};

CutNameGroup *
cut_name_group_new (const char *name,
                    const char *type,
                    const char *schema)
{
  CutNameGroup *self = g_new0 (CutNameGroup, 1);

  self->name = g_strdup (name);
  self->type = type;
  self->schema = schema;
  return self;
}

static void
name_group_free (CutNameGroup *self)
{
  g_free (self->name);
  g_free (self);
}

void
cut_names_free (CutNames *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->names);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static char *
get_words (const CutNameText *words,
           const CutNameSpan  *span)
{
  const CutNameToken *first = cut_name_text_get (words, span->first);
  const CutNameToken *last = cut_name_text_get (words, span->end - 1);
  g_autofree char *slice = g_strndup (words->text + first->at, last->at + last->length - first->at);
  g_auto (GStrv) parts = g_strsplit_set (slice, " \n\t\r", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (builder, *part);
  kept = g_strv_builder_end (builder);
  return g_strjoinv (" ", kept);
}

static const char *
get_schema (const CutNameSpan *span,
            CutNameNameKind    kind)
{
  switch (kind)
    {
    case CUT_NAME_KIND_PERSON:
      return "Person";
    case CUT_NAME_KIND_ORGANIZATION:
      if ((span->all & BIT (PUBLIC)) != 0)
        return "PublicBody";
      return (span->all & (BIT (COMPANY_END) | BIT (COMPANY))) != 0 ? "Company" : "Organization";
    case CUT_NAME_KIND_PLACE:
      return (span->all & BIT (COUNTRY)) != 0 && (span->n == 1 || span->phrase) ? "Country" : "Address";
    case CUT_NAME_KIND_OTHER:
    case CUT_NAME_N_KINDS:
    default:
      return span->n > 1 && (span->all & (BIT (EVENT_HEAD) | BIT (EVENT_LEAD))) != 0 ? "Event" : NULL;
    }
}

static const CutNameSpan *
get_span (GArray           *spans,
          const CutNameKey *key)
{
  return &g_array_index (spans, CutNameSpan, key->span);
}

static CutNameGroup *
group_new (const CutNameText *words,
           GArray             *spans,
           const CutNameKey   *key)
{
  const CutNameSpan *span = get_span (spans, key);
  g_autofree char *name = get_words (words, span);

  return cut_name_group_new (name, kind_words[key->kind], get_schema (span, key->kind));
}

static CutNames *
make_names (const CutNameText *words,
            GArray             *spans,
            GPtrArray          *keys)
{
  CutNames *self = g_new0 (CutNames, 1);
  g_autofree guint *numbers = g_new0 (guint, keys->len + 1); /* of groups, from 1 */

  self->names = g_array_sized_new (FALSE, FALSE, sizeof (CutProposedName), spans->len);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) name_group_free);
  for (guint i = 0; i < spans->len; i++)
    {
      const CutNameSpan *span = &g_array_index (spans, CutNameSpan, i);
      guint group = ((const CutNameKey *) g_ptr_array_index (keys, span->key))->group;
      CutProposedName name = { { cut_name_text_get (words, span->first)->start, cut_name_text_get (words, span->end - 1)->end } };

      if (numbers[group] == 0)
        {
          g_ptr_array_add (self->groups, group_new (words, spans, g_ptr_array_index (keys, group)));
          numbers[group] = self->groups->len;
        }
      name.type = kind_words[span->kind];
      name.group = numbers[group] - 1;
      ((CutNameGroup *) g_ptr_array_index (self->groups, name.group))->n++;
      g_array_append_val (self->names, name);
    }
  return self;
}

CutNames *
cut_names_find (const char   *text,
                const char   *language,
                GCancellable *cancellable)
{
  g_autoptr (CutNameText) words = cut_name_text_new (text, cut_name_lists_get (language), cancellable);
  g_autoptr (GArray) spans = words != NULL ? cut_name_spans_find (words, cancellable) : NULL;
  g_autoptr (GPtrArray) keys = spans != NULL ? cut_name_keys_new (words, spans) : NULL;

  if (keys == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;
  cut_name_groups_find (words, spans, keys);
  return make_names (words, spans, keys);
}
