/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mention-marks.h"

#include "cut-dismissed.h"
#include "cut-index.h"
#include "cut-sha256.h"

#define CONTEXT 40 /* code points on either side */

/* @entity: key of what it is part of now; @id: (owned) (nullable): of the annotation */
typedef struct
{
  gint64 entity;
  guint start;
  guint end;
  gboolean names;
  char *id;
} Link;

/* @fingerprint: (owned) (nullable): of the words around it, where it was said of another text */
typedef struct
{
  gint64 entity;
  guint start;
  guint end;
  char *fingerprint;
} Refusal;

struct _CutMentionMarks
{
  const char *text; /* (unowned) */
  CutIndex *index;  /* (owned) (nullable): of it; where a refusal needs it */
  GArray *links;    /* (element-type Link) */
  GArray *refusals; /* (element-type Refusal) */
  GPtrArray *marks; /* (owned) (element-type CutStoredMark) */
  gboolean decides;
};

static void
link_clear (gpointer data)
{
  g_free (((Link *) data)->id);
}

static void
refusal_clear (gpointer data)
{
  g_free (((Refusal *) data)->fingerprint);
}

GHashTable *
cut_mention_new_roots (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* What is gone is the root of nothing: 0. */
static gint64
find_root (CutStore    *store,
           const char  *id,
           GHashTable  *roots)
{
  gint64 *known = g_hash_table_lookup (roots, id);
  gint64 key, root = 0;
  g_autoptr (CutNamed) named = NULL;

  if (known != NULL)
    return *known;
  key = cut_store_find_key (store, CUT_KIND_ENTITY, id, NULL);
  named = key != 0 ? cut_store_get_named (store, key, NULL) : NULL;
  if (named != NULL && *named->names != NULL)
    root = named->key;
  g_hash_table_insert (roots, g_strdup (id), g_memdup2 (&root, sizeof root));
  return root;
}

static void
add_links (CutMentionMarks     *self,
           CutStore            *store,
           const CutStoredMark *mark,
           GHashTable          *roots)
{
  for (guint i = 0; mark->entities != NULL && mark->entities[i] != NULL; i++)
    {
      gint64 root = find_root (store, mark->entities[i], roots);
      Link *link;

      if (root == 0)
        continue;
      g_array_set_size (self->links, self->links->len + 1);
      link = &g_array_index (self->links, Link, self->links->len - 1);
      *link = (Link) { root, mark->start, mark->end, mark->names, g_strdup (mark->id) };
    }
}

static void
add_refusal (CutMentionMarks *self,
             CutDismissal    *dismissal,
             gint64           entity,
             const char      *sha256)
{
  Refusal *refusal;

  g_array_set_size (self->refusals, self->refusals->len + 1);
  refusal = &g_array_index (self->refusals, Refusal, self->refusals->len - 1);
  *refusal = (Refusal) { entity, 0, 0, NULL };
  if (g_strcmp0 (cut_dismissal_get_text_sha256 (dismissal), sha256) == 0)
    {
      refusal->start = (guint) cut_dismissal_get_start (dismissal);
      refusal->end = (guint) cut_dismissal_get_end (dismissal);
    }
  else
    refusal->fingerprint = g_strdup (cut_dismissal_get_fingerprint (dismissal));
}

static gboolean
add_refusals (CutMentionMarks      *self,
              CutStore             *store,
              const CutSoughtText  *text,
              GHashTable           *roots,
              GError              **error)
{
  g_autoptr (GPtrArray) list = cut_store_list_refusals (store, text->clip_id, error);
  g_autofree char *sha256 = NULL;

  if (list == NULL)
    return FALSE;
  if (list->len > 0)
    sha256 = cut_sha256_of_text (text->text, -1);
  for (guint i = 0; i < list->len; i++)
    {
      CutDismissal *dismissal = g_ptr_array_index (list, i);
      const char *entity = cut_dismissal_get_entity (dismissal);

      add_refusal (self, dismissal, entity != NULL ? find_root (store, entity, roots) : 0, sha256);
    }
  return TRUE;
}

CutMentionMarks *
cut_mention_marks_new (CutStore             *store,
                       const CutSoughtText  *text,
                       GHashTable           *roots,
                       GError              **error)
{
  g_autoptr (CutMentionMarks) self = g_new0 (CutMentionMarks, 1);

  self->text = text->text;
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->refusals = g_array_new (FALSE, FALSE, sizeof (Refusal));
  g_array_set_clear_func (self->links, link_clear);
  g_array_set_clear_func (self->refusals, refusal_clear);
  self->marks = cut_store_list_naming_marks (store, text, error);
  if (self->marks == NULL || !add_refusals (self, store, text, roots, error))
    return NULL;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CutStoredMark *mark = g_ptr_array_index (self->marks, i);

      self->decides = self->decides || mark->furniture;
      add_links (self, store, mark, roots);
    }
  return g_steal_pointer (&self);
}

void
cut_mention_marks_free (CutMentionMarks *self)
{
  g_clear_pointer (&self->index, cut_index_free);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_array_unref (self->links);
  g_array_unref (self->refusals);
  g_free (self);
}

gboolean
cut_mention_marks_decide (const CutMentionMarks *self)
{
  return self->decides;
}

/* The newest word is the one that holds. */
void
cut_mention_marks_apply (const CutMentionMarks *self,
                         GArray                *lines)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CutStoredMark *mark = g_ptr_array_index (self->marks, i);

      for (guint n = 0; mark->furniture && n < lines->len; n++)
        {
          CutCounting *line = &g_array_index (lines, CutCounting, n);

          if (line->start < mark->end && line->end > mark->start)
            line->counts = mark->counts;
        }
    }
}

/* Half of the shorter one of both. */
static gboolean
is_same_place (guint start,
               guint end,
               guint other_start,
               guint other_end)
{
  gint64 common = (gint64) MIN (end, other_end) - MAX (start, other_start);

  return common > 0 && 2 * common >= (gint64) MIN (end - start, other_end - other_start);
}

const char *
cut_mention_marks_find (const CutMentionMarks *self,
                        gint64                 entity,
                        guint                  start,
                        guint                  end)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (link->entity == entity && is_same_place (start, end, link->start, link->end))
        return link->id;
    }
  return NULL;
}

static gboolean
is_refused_by (const CutMentionMarks *self,
               const Refusal         *refusal,
               guint                  start,
               guint                  end)
{
  g_autofree char *context = NULL;
  g_autofree char *fingerprint = NULL;

  if (refusal->fingerprint == NULL)
    return is_same_place (start, end, refusal->start, refusal->end);
  context = cut_mention_context (self->text, start, end);
  fingerprint = cut_dismissed_fingerprint ("mention", context);
  return g_str_equal (fingerprint, refusal->fingerprint);
}

gboolean
cut_mention_marks_refuse (const CutMentionMarks *self,
                          gint64                 entity,
                          guint                  start,
                          guint                  end)
{
  for (guint i = 0; i < self->refusals->len; i++)
    {
      const Refusal *refusal = &g_array_index (self->refusals, Refusal, i);

      if (refusal->entity == entity && is_refused_by (self, refusal, start, end))
        return TRUE;
    }
  if (cut_mention_marks_find (self, entity, start, end) != NULL)
    return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (link->names && is_same_place (start, end, link->start, link->end))
        return TRUE;
    }
  return FALSE;
}

char *
cut_mention_context (const char *text,
                     guint       start,
                     guint       end)
{
  const char *from = g_utf8_offset_to_pointer (text, start);
  const char *to = g_utf8_offset_to_pointer (from, (glong) end - start);

  for (guint i = 0; i < CONTEXT && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  return g_strndup (from, (gsize) (to - from));
}
