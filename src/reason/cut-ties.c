/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-ties.h"

#include <string.h>

#include "cut-time-span.h"

typedef struct
{
  const char *id;
  const char *schema;
  const char *name;
  const char *merged_into; /* (nullable) */
  guint stands_for;        /* the entity that it is now */
  GArray *ties;            /* (owned) (nullable) (element-type guint) */
} Entity;

/* A relation or claim as it was put. */
typedef struct
{
  CutTie tie; /* without members */
  char **ids; /* (owned) */
} Raw;

typedef struct
{
  const char *id;
  const char *clip;
  const char *capture;
  guint start;
  guint end;
  char **ids; /* (owned) */
} Mark;

struct _CutTies
{
  GStringChunk *words;  /* (owned): all ids and names, each once */
  GHashTable *places;   /* (element-type utf8 guint): id → place */
  GArray *entities;     /* (element-type Entity) */
  GArray *raws;         /* (element-type Raw) */
  GArray *marks;        /* (element-type Mark) */
  GHashTable *dates;    /* (element-type utf8 CutDate): of clips */
  GPtrArray *ties;      /* (element-type CutTie): once closed */
  guint n_crowds;
};

static const char *
keep (CutTies    *self,
      const char *word)
{
  return word != NULL ? g_string_chunk_insert_const (self->words, word) : NULL;
}

static void
entity_clear (gpointer data)
{
  g_clear_pointer (&((Entity *) data)->ties, g_array_unref);
}

static void
raw_clear (gpointer data)
{
  Raw *raw = data;

  g_clear_pointer (&raw->ids, g_strfreev);
  g_clear_pointer (&raw->tie.evidence, g_strfreev);
  g_clear_pointer (&raw->tie.start, cut_date_unref);
  g_clear_pointer (&raw->tie.end, cut_date_unref);
}

static void
mark_clear (gpointer data)
{
  g_clear_pointer (&((Mark *) data)->ids, g_strfreev);
}

static void
tie_free (gpointer data)
{
  CutTie *tie = data;

  g_clear_pointer (&tie->start, cut_date_unref);
  g_clear_pointer (&tie->end, cut_date_unref);
  g_strfreev (tie->evidence);
  g_free (tie->members);
  g_free (tie);
}

static GArray *
array_new (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

CutTies *
cut_ties_new (void)
{
  CutTies *self = g_new0 (CutTies, 1);

  self->words = g_string_chunk_new (16 * 1024);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->entities = array_new (sizeof (Entity), entity_clear);
  self->raws = array_new (sizeof (Raw), raw_clear);
  self->marks = array_new (sizeof (Mark), mark_clear);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cut_date_unref);
  self->ties = g_ptr_array_new_with_free_func (tie_free);
  return self;
}

void
cut_ties_free (CutTies *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->dates);
  g_array_unref (self->entities);
  g_array_unref (self->raws);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->ties);
  g_string_chunk_free (self->words);
  g_free (self);
}

/* Putting. */

void
cut_ties_put_entity (CutTies    *self,
                     const char *id,
                     const char *schema,
                     const char *name,
                     const char *merged_into)
{
  Entity entity = { keep (self, id), keep (self, schema), keep (self, name), keep (self, merged_into), self->entities->len, NULL };

  if (g_hash_table_contains (self->places, id))
    return;
  g_hash_table_insert (self->places, (gpointer) entity.id, GUINT_TO_POINTER (self->entities->len));
  g_array_append_val (self->entities, entity);
}

/* Dates. */

static CutDate *
known (CutDate *date)
{
  return date != NULL && cut_date_get_precision (date) != CUT_DATE_UNKNOWN ? date : NULL;
}

/* When what began at @start and ended at @end can have held: what has no end goes on. */
static void
set_span (CutTie  *tie,
          CutDate *start,
          CutDate *end)
{
  CutTimeSpan span;

  tie->earliest = G_MININT64;
  tie->latest = G_MAXINT64;
  tie->dated = known (start) != NULL || known (end) != NULL;
  if (!tie->dated)
    return;
  span = cut_time_span_of_range (known (start), known (end));
  if (!span.open_start)
    tie->earliest = span.start;
  if (!span.open_end)
    tie->latest = MAX (span.end, span.start + 1);
}

static Raw *
add_raw (CutTies           *self,
         CutTieKind         kind,
         const char        *id,
         const char *const *ids)
{
  Raw *raw;

  g_array_set_size (self->raws, self->raws->len + 1);
  raw = &g_array_index (self->raws, Raw, self->raws->len - 1);
  raw->tie.kind = kind;
  raw->tie.id = keep (self, id);
  raw->ids = g_strdupv ((char **) ids);
  return raw;
}

void
cut_ties_put_relation (CutTies               *self,
                       const CutRelationFact *fact)
{
  const char *ids[] = { fact->from, fact->to, NULL };
  CutTie *tie = &add_raw (self, CUT_TIE_RELATION, fact->id, ids)->tie;

  tie->schema = keep (self, fact->schema);
  tie->role = keep (self, fact->role);
  set_span (tie, fact->start, fact->end);
  tie->start = fact->start != NULL ? cut_date_ref (fact->start) : NULL;
  tie->end = fact->end != NULL ? cut_date_ref (fact->end) : NULL;
  tie->evidence = g_strdupv ((char **) fact->evidence);
}

void
cut_ties_put_claim (CutTies           *self,
                    const char        *id,
                    CutDate           *date,
                    const char *const *entities)
{
  if (entities != NULL && entities[0] != NULL)
    set_span (&add_raw (self, CUT_TIE_CLAIM, id, entities)->tie, date, date);
}

void
cut_ties_put_mark (CutTies           *self,
                   const char        *id,
                   const char        *clip,
                   const char        *capture,
                   guint              start,
                   guint              end,
                   const char *const *entities)
{
  Mark *mark;

  if (entities == NULL || entities[0] == NULL)
    return;
  g_array_set_size (self->marks, self->marks->len + 1);
  mark = &g_array_index (self->marks, Mark, self->marks->len - 1);
  mark->id = keep (self, id);
  mark->clip = keep (self, clip);
  mark->capture = keep (self, capture);
  mark->start = start;
  mark->end = end;
  mark->ids = g_strdupv ((char **) entities);
}

void
cut_ties_put_clip (CutTies    *self,
                   const char *id,
                   CutDate    *published)
{
  if (published != NULL)
    g_hash_table_insert (self->dates, (gpointer) keep (self, id), cut_date_ref (published));
}

/* Putting together. */

static Entity *
entity_at (CutTies *self,
           guint    place)
{
  return &g_array_index (self->entities, Entity, place);
}

static gboolean
look_up (CutTies    *self,
         const char *id,
         guint      *place)
{
  gpointer value;

  if (id == NULL || !g_hash_table_lookup_extended (self->places, id, NULL, &value))
    return FALSE;
  *place = GPOINTER_TO_UINT (value);
  return TRUE;
}

/* Merging may have gone round in a circle in two notebooks that met: then the first of the circle is it. */
static guint
follow (CutTies *self,
        guint    place)
{
  guint first = place;
  guint next;

  for (guint hops = 0; hops <= self->entities->len; hops++)
    {
      if (!look_up (self, entity_at (self, place)->merged_into, &next))
        return place;
      place = next;
      first = MIN (first, place);
    }
  return first;
}

static gboolean
add_member (CutTies    *self,
            GArray     *members,
            const char *id,
            const char *mark)
{
  CutTieMember member = { 0, mark };

  if (!look_up (self, id, &member.entity))
    return FALSE;
  member.entity = entity_at (self, member.entity)->stands_for;
  for (guint i = 0; i < members->len; i++)
    if (g_array_index (members, CutTieMember, i).entity == member.entity)
      return FALSE;
  g_array_append_val (members, member);
  return TRUE;
}

static void
add_members (CutTies    *self,
             GArray     *members,
             char      **ids,
             const char *mark)
{
  /* One more than a crowd tells that it is one. */
  for (guint i = 0; ids[i] != NULL && members->len <= CUT_TIES_CROWD; i++)
    add_member (self, members, ids[i], mark);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  guint x = ((const CutTieMember *) a)->entity;
  guint y = ((const CutTieMember *) b)->entity;

  return (x > y) - (x < y);
}

static void
set_members (CutTie *tie,
             GArray *members)
{
  if (tie->kind != CUT_TIE_RELATION)
    g_array_sort (members, compare_members);
  tie->n_members = members->len;
  tie->members = g_memdup2 (members->data, members->len * sizeof (CutTieMember));
}

static void
close_raw (CutTies *self,
           Raw     *raw)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (CutTieMember));
  CutTie *tie;

  add_members (self, members, raw->ids, NULL);
  if (members->len < 2)
    return;
  if (members->len > CUT_TIES_CROWD)
    {
      self->n_crowds++;
      return;
    }
  tie = g_memdup2 (&raw->tie, sizeof (CutTie));
  raw->tie.start = raw->tie.end = NULL;
  raw->tie.evidence = NULL;
  set_members (tie, members);
  g_ptr_array_add (self->ties, tie);
}

static void
add_marked (CutTies    *self,
            CutTieKind  kind,
            const char *id,
            const char *clip,
            GArray     *members)
{
  CutTie *tie;
  CutDate *published;

  self->n_crowds += members->len > CUT_TIES_CROWD;
  if (members->len < 2 || members->len > CUT_TIES_CROWD)
    return;
  tie = g_new0 (CutTie, 1);
  tie->kind = kind;
  tie->id = id;
  tie->clip = clip;
  published = clip != NULL ? g_hash_table_lookup (self->dates, clip) : NULL;
  set_span (tie, published, published);
  set_members (tie, members);
  g_ptr_array_add (self->ties, tie);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *left = a;
  const Mark *right = b;
  int order = g_strcmp0 (left->clip, right->clip);

  if (order == 0)
    order = g_strcmp0 (left->capture, right->capture);
  if (order == 0)
    order = (left->start > right->start) - (left->start < right->start);
  if (order == 0)
    order = (left->end < right->end) - (left->end > right->end);
  return order != 0 ? order : strcmp (left->id, right->id);
}

static const Mark *
mark_at (CutTies *self,
         guint    i)
{
  return &g_array_index (self->marks, Mark, i);
}

/* What stands within a mark is named in it. */
static void
close_passage (CutTies *self,
               guint    i)
{
  const Mark *mark = mark_at (self, i);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (CutTieMember));

  add_members (self, members, mark->ids, mark->id);
  for (guint j = i + 1; j < self->marks->len && members->len <= CUT_TIES_CROWD; j++)
    {
      const Mark *other = mark_at (self, j);

      if (g_strcmp0 (other->capture, mark->capture) != 0 || other->start >= mark->end)
        break;
      if (other->end <= mark->end)
        add_members (self, members, other->ids, other->id);
    }
  add_marked (self, CUT_TIE_PASSAGE, mark->id, mark->clip, members);
}

/* Returns: the mark behind the last one of the clip */
static guint
close_clip (CutTies *self,
            guint    first)
{
  const char *clip = mark_at (self, first)->clip;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (CutTieMember));
  guint i = first;

  for (; i < self->marks->len && g_strcmp0 (mark_at (self, i)->clip, clip) == 0; i++)
    if (members->len <= CUT_TIES_CROWD)
      add_members (self, members, mark_at (self, i)->ids, mark_at (self, i)->id);
  if (clip != NULL)
    add_marked (self, CUT_TIE_CLIP, clip, clip, members);
  return i;
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const CutTie *left = *(const CutTie *const *) a;
  const CutTie *right = *(const CutTie *const *) b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind : strcmp (left->id, right->id);
}

static void
index_tie (CutTies *self,
           guint    number)
{
  const CutTie *tie = g_ptr_array_index (self->ties, number);

  for (guint i = 0; i < tie->n_members; i++)
    {
      Entity *entity = entity_at (self, tie->members[i].entity);

      if (entity->ties == NULL)
        entity->ties = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (entity->ties, number);
    }
}

void
cut_ties_close (CutTies *self)
{
  for (guint i = 0; i < self->entities->len; i++)
    entity_at (self, i)->stands_for = follow (self, i);
  for (guint i = 0; i < self->raws->len; i++)
    close_raw (self, &g_array_index (self->raws, Raw, i));
  g_array_sort (self->marks, compare_marks);
  for (guint i = 0; i < self->marks->len; i++)
    close_passage (self, i);
  for (guint i = 0; i < self->marks->len;)
    i = close_clip (self, i);
  g_ptr_array_sort (self->ties, compare_ties);
  for (guint i = 0; i < self->ties->len; i++)
    index_tie (self, i);
  g_array_set_size (self->raws, 0);
  g_array_set_size (self->marks, 0);
}

/* Looking. */

guint
cut_ties_get_n_entities (CutTies *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entities->len; i++)
    n += entity_at (self, i)->stands_for == i;
  return n;
}

guint
cut_ties_get_n_crowds (CutTies *self)
{
  return self->n_crowds;
}

int
cut_ties_find (CutTies    *self,
               const char *id)
{
  guint place;

  return look_up (self, id, &place) ? (int) entity_at (self, place)->stands_for : -1;
}

const char *
cut_ties_get_id (CutTies *self,
                 guint    entity)
{
  return entity_at (self, entity)->id;
}

const char *
cut_ties_get_name (CutTies *self,
                   guint    entity)
{
  return entity_at (self, entity)->name;
}

const char *
cut_ties_get_schema (CutTies *self,
                     guint    entity)
{
  return entity_at (self, entity)->schema;
}

guint
cut_ties_get_n_places (CutTies *self)
{
  return self->entities->len;
}

const guint *
cut_ties_list (CutTies *self,
               guint    entity,
               guint   *n_ties)
{
  GArray *ties = entity_at (self, entity)->ties;

  *n_ties = ties != NULL ? ties->len : 0;
  return ties != NULL ? (const guint *) (void *) ties->data : NULL;
}

const CutTie *
cut_ties_get (CutTies *self,
              guint    tie)
{
  return g_ptr_array_index (self->ties, tie);
}

guint
cut_ties_get_n_ties (CutTies *self)
{
  return self->ties->len;
}
