/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-topics.h"

#include <string.h>

#include "cut-index.h"
#include "cut-name-matcher.h"
#include "cut-schemata.h"
#include "cut-topic.h"

#define NO_GROUP G_MAXUINT
/* A page that has more keywords than this describes its site. */
#define MOST_KEYWORDS 64

/* Somebody or something whose kind is known. */
typedef struct
{
  char *name;
  const char *schema;
  gboolean typed; /* by the page, not by what its words look like */
  guint group;    /* the names of the text that are it */
} Known;

static void
clear_known (gpointer data)
{
  g_free (((Known *) data)->name);
}

static const char *
get_type (const char *schema)
{
  if (g_str_equal (schema, "Person"))
    return "person";
  if (g_str_equal (schema, "Event"))
    return "other";
  return cut_schemata_is_a (schema, "Organization") ? "organization" : "place";
}

static CutNameSort
get_sort (const char *schema)
{
  if (g_str_equal (schema, "Person"))
    return CUT_NAME_PERSON;
  return cut_schemata_is_a (schema, "Organization") ? CUT_NAME_BODY : CUT_NAME_OTHER;
}

static void
add_known (GArray     *all,
           const char *name,
           const char *schema,
           gboolean    typed)
{
  Known known = { g_strdup (name), schema, typed, NO_GROUP };

  g_array_append_val (all, known);
}

/* A keyword has no type: only the full name of a person is plain by itself. */
static void
add_keyword (GArray     *all,
             const char *keyword,
             const char *language)
{
  g_autoptr (CutNames) names = strchr (keyword, ' ') != NULL ? cut_names_find (keyword, language, NULL) : NULL;
  const CutNameGroup *group = names != NULL && names->names->len == 1 ? g_ptr_array_index (names->groups, 0) : NULL;

  if (group != NULL && g_strcmp0 (group->schema, "Person") == 0 && g_str_equal (group->name, keyword))
    add_known (all, keyword, "Person", FALSE);
}

static GArray *
list_known (GPtrArray         *topics,
            const char *const *keywords,
            const char        *language)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Known));

  g_array_set_clear_func (all, clear_known);
  for (guint i = 0; i < topics->len; i++)
    {
      const CutTopic *topic = g_ptr_array_index (topics, i);
      const char *schema = cut_topic_get_schema (topic);

      if (schema != NULL)
        add_known (all, topic->name, schema, TRUE);
    }
  for (guint i = 0; keywords != NULL && keywords[i] != NULL && i < MOST_KEYWORDS; i++)
    add_keyword (all, keywords[i], language);
  return all;
}

/* Where they stand in full. */

static GArray *
find_matches (GArray     *known,
              const char *text)
{
  g_autoptr (CutNameMatcher) matcher = cut_name_matcher_new ();

  for (guint i = 0; i < known->len; i++)
    {
      const Known *one = &g_array_index (known, Known, i);

      cut_name_matcher_add (matcher, i + 1, get_sort (one->schema), one->name);
    }
  return cut_name_matcher_run (matcher, text, NULL, 0, NULL);
}

/* What the text says itself is kept where it is the narrower word. */
static void
tell_group (CutNameGroup *group,
            const char   *schema)
{
  const char *type = get_type (schema);
  gboolean agrees = g_str_equal (group->type, type) && group->schema != NULL;
  gboolean narrower = g_strcmp0 (group->schema, "Organization") == 0 || g_strcmp0 (group->schema, "Address") == 0;

  if (agrees && !narrower)
    return;
  group->type = type;
  group->schema = schema;
}

/* The names of the text and those of the topics become one list, in one pass over both. */
typedef struct
{
  CutNames *names;
  GArray *known;
  const CutIndex *index;
  GArray *merged;
  guint at;   /* the first of the old names that is not in @merged yet */
  guint used; /* the end of the last match that was used */
} Merge;

static const CutProposedName *
get_old (const Merge *self,
         guint        i)
{
  return i < self->names->names->len ? &g_array_index (self->names->names, CutProposedName, i) : NULL;
}

static void
copy_until (Merge *self,
            guint  end)
{
  const CutProposedName *old;

  while ((old = get_old (self, self->at)) != NULL && old->span.end <= end)
    {
      g_array_append_vals (self->merged, old, 1);
      self->at++;
    }
}

/* Returns: whether no name reaches beyond @match; @n is how many lie in it, @same the one that has its very words */
static gboolean
look_within (const Merge            *self,
             const CutNameMatch     *match,
             guint                  *n,
             const CutProposedName **same)
{
  const CutProposedName *old;

  *same = NULL;
  for (*n = 0; (old = get_old (self, self->at + *n)) != NULL && old->span.start < match->end; (*n)++)
    {
      if (old->span.start < match->start || old->span.end > match->end)
        return FALSE;
      if (old->span.start == match->start && old->span.end == match->end)
        *same = old;
    }
  return TRUE;
}

static guint
add_group (Merge              *self,
           const CutNameMatch *match,
           const char         *schema)
{
  g_autofree char *words = cut_index_slice (self->index, match->start, match->end);

  g_ptr_array_add (self->names->groups, cut_name_group_new (words, get_type (schema), schema));
  return self->names->groups->len - 1;
}

static void
use_match (Merge              *self,
           const CutNameMatch *match)
{
  Known *known = &g_array_index (self->known, Known, match->owner - 1);
  CutProposedName name = { { match->start, match->end }, get_type (known->schema), 0 };
  const CutProposedName *same;
  guint n;

  copy_until (self, match->start);
  if (match->is_short || match->start < self->used || !look_within (self, match, &n, &same))
    return;
  if (known->group == NO_GROUP && same != NULL)
    tell_group (g_ptr_array_index (self->names->groups, same->group), known->schema);
  if (known->group == NO_GROUP)
    known->group = same != NULL ? same->group : add_group (self, match, known->schema);
  name.group = known->group;
  g_array_append_val (self->merged, name);
  self->at += n;
  self->used = match->end;
}

static void
use_matches (CutNames   *names,
             GArray     *known,
             GArray     *matches,
             const char *text)
{
  g_autoptr (CutIndex) index = cut_index_new (text);
  Merge self = { names, known, index, g_array_new (FALSE, FALSE, sizeof (CutProposedName)), 0, 0 };

  for (guint i = 0; i < matches->len; i++)
    use_match (&self, &g_array_index (matches, CutNameMatch, i));
  copy_until (&self, G_MAXUINT);
  g_array_unref (names->names);
  names->names = self.merged;
}

/* Persons of whom the text has the family name alone. */

static const char *
get_family_name (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : NULL;
}

static const Known *
find_bearer (GArray     *known,
             const char *family_name)
{
  const Known *found = NULL;

  for (guint i = 0; i < known->len; i++)
    {
      const Known *one = &g_array_index (known, Known, i);

      if (!g_str_equal (one->schema, "Person") || g_strcmp0 (get_family_name (one->name), family_name) != 0)
        continue;
      if (found != NULL && !g_str_equal (found->name, one->name))
        return NULL;
      found = one;
    }
  return found;
}

/* A bare word is taken for a body where nothing tells more of it. */
static gboolean
may_be (const CutNameGroup *group,
        const Known        *bearer)
{
  return g_str_equal (group->type, "person") || (bearer->typed && g_strcmp0 (group->schema, "Organization") == 0);
}

static void
name_in_full (CutNames *self,
              GArray   *known)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CutNameGroup *group = g_ptr_array_index (self->groups, i);
      const Known *bearer = strchr (group->name, ' ') == NULL ? find_bearer (known, group->name) : NULL;

      if (bearer == NULL || bearer->group != NO_GROUP || !may_be (group, bearer))
        continue;
      g_free (group->name);
      group->name = g_strdup (bearer->name);
      group->type = "person";
      group->schema = "Person";
    }
}

/* Pieces of longer names may have been all there was of a group. */
static void
count_groups (CutNames *self)
{
  g_autofree guint *counts = g_new0 (guint, self->groups->len + 1);
  g_autofree guint *numbers = g_new0 (guint, self->groups->len + 1);
  guint n = self->groups->len;
  guint kept = 0;

  for (guint i = 0; i < self->names->len; i++)
    counts[g_array_index (self->names, CutProposedName, i).group]++;
  for (guint i = 0; i < n; i++)
    {
      numbers[i] = kept;
      if (counts[i] == 0)
        g_ptr_array_remove_index (self->groups, kept);
      else
        ((CutNameGroup *) g_ptr_array_index (self->groups, kept++))->n = counts[i];
    }
  for (guint i = 0; i < self->names->len; i++)
    g_array_index (self->names, CutProposedName, i).group = numbers[g_array_index (self->names, CutProposedName, i).group];
}

void
cut_names_use_topics (CutNames          *self,
                      const char        *text,
                      const char        *language,
                      GPtrArray         *topics,
                      const char *const *keywords)
{
  g_autoptr (GArray) known = list_known (topics, keywords, language);
  g_autoptr (GArray) matches = known->len > 0 ? find_matches (known, text) : NULL;

  if (matches == NULL)
    return;
  use_matches (self, known, matches, text);
  name_in_full (self, known);
  count_groups (self);
}
