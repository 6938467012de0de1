/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-passage.h"

#include <string.h>

struct _CutPassageFinder
{
  CutNotebook *notebook; /* (owned) */
  GHashTable *clips;     /* (owned) (element-type utf8 CutClip): by id; %NULL for one that is gone */
};

void
cut_passage_free (CutPassage *self)
{
  g_free (self->annotation);
  g_free (self->clip);
  g_free (self->words);
  g_free (self->outlet);
  g_free (self->title);
  g_clear_pointer (&self->published, cut_date_unref);
  g_free (self);
}

gboolean
cut_passage_same (const CutPassage *a,
                  const CutPassage *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return strcmp (a->annotation, b->annotation) == 0 && strcmp (a->words, b->words) == 0 && g_strcmp0 (a->outlet, b->outlet) == 0
         && g_strcmp0 (a->title, b->title) == 0;
}

char *
cut_passage_describe (const CutPassage *self)
{
  if (self->outlet != NULL && self->title != NULL)
    return g_strdup_printf ("%s · %s", self->outlet, self->title);
  return g_strdup (self->outlet != NULL ? self->outlet : self->title != NULL ? self->title : "");
}

static void
unref_some (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

CutPassageFinder *
cut_passage_finder_new (CutNotebook *notebook)
{
  CutPassageFinder *self = g_new0 (CutPassageFinder, 1);

  self->notebook = g_object_ref (notebook);
  self->clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_some);
  return self;
}

void
cut_passage_finder_free (CutPassageFinder *self)
{
  g_hash_table_unref (self->clips);
  g_object_unref (self->notebook);
  g_free (self);
}

static CutClip *
find_clip (CutPassageFinder *self,
           const char       *id)
{
  CutRecord *clip;

  if (g_hash_table_lookup_extended (self->clips, id, NULL, (gpointer *) &clip))
    return (CutClip *) clip;
  clip = cut_notebook_get (self->notebook, id, NULL);
  if (clip != NULL && (!CUT_IS_CLIP (clip) || cut_record_is_deleted (clip)))
    g_clear_object (&clip);
  g_hash_table_insert (self->clips, g_strdup (id), clip);
  return (CutClip *) clip;
}

CutPassage *
cut_passage_finder_read (CutPassageFinder *self,
                         CutAnnotation    *annotation)
{
  const char *id = cut_annotation_get_clip (annotation);
  CutClip *clip = id != NULL && !cut_record_is_deleted (CUT_RECORD (annotation)) ? find_clip (self, id) : NULL;
  CutDate *published;
  CutPassage *passage;

  if (clip == NULL)
    return NULL;
  published = cut_clip_get_published (clip);
  passage = g_new0 (CutPassage, 1);
  passage->annotation = g_strdup (cut_record_get_id (CUT_RECORD (annotation)));
  passage->clip = g_strdup (id);
  passage->words = cut_record_get_title (CUT_RECORD (annotation));
  passage->outlet = g_strdup (cut_clip_get_site_name (clip));
  passage->title = g_strdup (cut_clip_get_title (clip));
  passage->published = published != NULL ? cut_date_ref (published) : NULL;
  return passage;
}

CutPassage *
cut_passage_finder_find (CutPassageFinder *self,
                         const char       *annotation)
{
  g_autoptr (CutRecord) record = annotation != NULL ? cut_notebook_get (self->notebook, annotation, NULL) : NULL;

  return record != NULL && CUT_IS_ANNOTATION (record) ? cut_passage_finder_read (self, CUT_ANNOTATION (record)) : NULL;
}
