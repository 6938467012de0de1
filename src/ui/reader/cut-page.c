/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-page.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"

/* More lines than this under one word would run into the line below it. */
#define N_LANES 3

/* Standfirst, byline and date stand at the start of an article, and a line with a date is a short one. */
#define HEAD_CHARS 2000
#define DATE_LINE_CHARS 60

CutMarkForm
cut_mark_form_for_kind (const char *kind)
{
  static const struct
  {
    const char *kind;
    CutMarkForm form;
  } forms[] = {
    { "quote", CUT_MARK_SINGLE }, { "claim", CUT_MARK_DOUBLE },   { "note", CUT_MARK_WAVE },
    { "entity", CUT_MARK_DOTS },  { "date", CUT_MARK_DASHES },    { "question", CUT_MARK_OVERLINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (kind, forms[i].kind) == 0)
      return forms[i].form;
  return CUT_MARK_GROUND;
}

static gboolean
draws_line (const CutMark *mark)
{
  return mark->form != CUT_MARK_GROUND && mark->form != CUT_MARK_OVERLINE;
}

void
cut_marks_assign_lanes (GArray *marks)
{
  guint free_from[N_LANES] = { 0 };

  for (guint i = 0; i < marks->len; i++)
    {
      CutMark *mark = &g_array_index (marks, CutMark, i);
      guint lane = 0;

      if (!draws_line (mark))
        continue;
      while (lane < N_LANES - 1 && free_from[lane] > mark->start)
        lane++;
      mark->lane = lane;
      free_from[lane] = MAX (free_from[lane], mark->end);
    }
}

static void
clear_mark (gpointer data)
{
  CutMark *mark = data;

  g_clear_object (&mark->annotation);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const CutMark *left = a;
  const CutMark *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  return g_strcmp0 (cut_record_get_id (CUT_RECORD (left->annotation)),
                    cut_record_get_id (CUT_RECORD (right->annotation)));
}

/* Where the notebook found it; a mark that is not in the reading yet stands where it was made. */
static gboolean
place_mark (CutPage *self,
            CutMark *mark)
{
  const char *id = cut_record_get_id (CUT_RECORD (mark->annotation));
  const CutSelector *selector = cut_annotation_get_selectors (mark->annotation);
  gboolean here = g_strcmp0 (cut_annotation_get_capture (mark->annotation), cut_record_get_id (self->reading->capture)) == 0;

  if (cut_reading_get_standing (self->reading, id) == NULL && here && selector != NULL)
    {
      mark->start = selector->start;
      mark->end = selector->end;
    }
  else if (!cut_reading_find_place (self->reading, id, &mark->start, &mark->end))
    return FALSE;
  return mark->start < mark->end && mark->end <= self->length;
}

static void
add_marks (CutPage *self)
{
  GPtrArray *annotations = self->reading->annotations;

  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (annotations, i);
      CutMark mark = { .annotation = annotation };

      mark.form = cut_mark_form_for_kind (cut_annotation_get_kind (annotation));
      if (g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") == 0 || !place_mark (self, &mark))
        continue;
      g_object_ref (annotation);
      g_array_append_val (self->marks, mark);
    }
  g_array_sort (self->marks, compare_marks);
  cut_marks_assign_lanes (self->marks);
}

CutPage *
cut_page_new (CutReading *reading)
{
  CutPage *self = g_new0 (CutPage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->reading = cut_reading_ref (reading);
  self->length = (guint) g_utf8_strlen (reading->text, -1);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CutMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->tables = cut_page_tables_new (reading->blocks, reading->text);
  self->hidden = g_strcmp0 (cut_capture_get_how (CUT_CAPTURE (reading->capture)), "paste") != 0;
  add_marks (self);
  return self;
}

CutPage *
cut_page_ref (CutPage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_page_unref (CutPage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->marks);
  g_ptr_array_unref (self->tables);
  cut_reading_unref (self->reading);
  g_free (self);
}

guint
cut_page_find_block (const CutPage *self,
                     guint          offset)
{
  guint low = 0;
  guint high = self->reading->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const CutBlock *block = g_ptr_array_index (self->reading->blocks, middle);

      if (block->end < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const CutBlock *
cut_page_get_block (const CutPage *self,
                    guint          offset)
{
  GPtrArray *blocks = self->reading->blocks;

  for (guint i = cut_page_find_block (self, offset); i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);

      if (block->start > offset)
        break;
      if (block->end > block->start && block->end >= offset)
        return block;
    }
  return NULL;
}

const CutMark *
cut_page_find_mark (const CutPage *self,
                    const char    *id)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CutMark *mark = &g_array_index (self->marks, CutMark, i);

      if (g_strcmp0 (id, cut_record_get_id (CUT_RECORD (mark->annotation))) == 0)
        return mark;
    }
  return NULL;
}

const CutMark *
cut_page_find_mark_at (const CutPage *self,
                       guint          offset)
{
  const CutMark *best = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CutMark *mark = &g_array_index (self->marks, CutMark, i);

      if (mark->start > offset)
        break;
      if (mark->end > offset && (best == NULL || mark->end - mark->start <= best->end - best->start))
        best = mark;
    }
  return best;
}

static gboolean
says_byline (CutClip    *clip,
             const char *line)
{
  const char *const *authors = cut_clip_get_authors (clip);
  CutDate *published = cut_clip_get_published (clip);
  g_autofree char *year = published != NULL ? g_strndup (cut_date_get_value (published), 4) : NULL;

  for (guint i = 0; authors[i] != NULL; i++)
    if (strstr (line, authors[i]) != NULL)
      return TRUE;
  return year != NULL && g_utf8_strlen (line, -1) <= DATE_LINE_CHARS && strstr (line, year) != NULL;
}

gboolean
cut_page_repeats (const CutPage  *self,
                  const CutBlock *block)
{
  CutClip *clip = CUT_CLIP (self->reading->clip);
  g_autofree char *line = NULL;

  if ((block->role != CUT_ROLE_STANDFIRST && block->role != CUT_ROLE_BYLINE) || block->end > HEAD_CHARS)
    return FALSE;
  line = g_utf8_substring (self->reading->text, block->start, block->end);
  if (block->role == CUT_ROLE_STANDFIRST)
    return g_strcmp0 (line, cut_clip_get_standfirst (clip)) == 0;
  return says_byline (clip, line);
}

gboolean
cut_page_hides (const CutPage  *self,
                const CutBlock *block)
{
  return self->hidden
         && (block->role == CUT_ROLE_FURNITURE || block->role == CUT_ROLE_TITLE || cut_page_repeats (self, block));
}

const CutSpan *
cut_page_find_link (const CutPage *self,
                    guint          offset)
{
  const CutBlock *block = cut_page_get_block (self, offset);

  for (guint i = 0; block != NULL && block->spans != NULL && i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      if (span->kind == CUT_SPAN_LINK && span->start <= offset && offset < span->end)
        return span;
    }
  return NULL;
}
