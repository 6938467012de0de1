/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mentions.h"
#include "cut-reader-view-private.h"
#include "cut-toast.h"

/* The key that marks a name, where the name is one that the notebook knows. */

typedef struct
{
  CutReaderView *self; /* (owned) */
  CutReading *reading; /* (owned) */
  guint start;
  guint end;
  CutReaderElse otherwise; /* (nullable) */
} Linking;

static void
linking_free (Linking *linking)
{
  g_object_unref (linking->self);
  cut_reading_unref (linking->reading);
  g_free (linking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Linking, linking_free)

/* The caret is in its words, or these are marked, or some of them. */
static gboolean
is_meant (const Linking    *linking,
          const CutMention *mention)
{
  return g_strcmp0 (mention->capture, cut_record_get_id (linking->reading->capture)) == 0 && linking->start >= mention->start &&
         linking->end <= mention->end;
}

static CutMention *
find_meant (const Linking *linking,
            CutMentions   *mentions)
{
  for (guint i = 0; i < mentions->clips->len; i++)
    {
      const CutClipMentions *of_clip = g_ptr_array_index (mentions->clips, i);

      for (guint n = 0; n < of_clip->mentions->len; n++)
        if (is_meant (linking, g_ptr_array_index (of_clip->mentions, n)))
          return g_ptr_array_index (of_clip->mentions, n);
    }
  return NULL;
}

/* The reading may be another one by now, of the same text: a key that was pressed is not lost to that. */
static gboolean
is_shown (const Linking *linking)
{
  const CutPage *page = linking->self->page;

  return page != NULL && g_strcmp0 (cut_record_get_id (page->reading->capture), cut_record_get_id (linking->reading->capture)) == 0;
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Linking) linking = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = cut_notebook_link_mention_finish (CUT_NOTEBOOK (source), result, &error);

  if (id != NULL)
    cut_reader_view_await (linking->self, id, FALSE, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cut_toast (GTK_WIDGET (linking->self), error->message, FALSE);
}

static void
mentions_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Linking) linking = user_data;
  g_autoptr (CutMentions) mentions = cut_notebook_mentions_finish (CUT_NOTEBOOK (source), result, NULL);
  CutMention *meant = mentions != NULL ? find_meant (linking, mentions) : NULL;

  if (!is_shown (linking))
    return;
  if (meant == NULL || meant->ambiguous)
    {
      if (linking->otherwise != NULL)
        linking->otherwise (linking->self, linking->start, linking->end);
    }
  else if (meant->annotation != NULL)
    cut_reader_view_activate (linking->self, meant->annotation, FALSE);
  else
    cut_notebook_link_mention_async (CUT_NOTEBOOK (source), meant, NULL, linked_cb, g_steal_pointer (&linking));
}

void
cut_reader_view_link_mention (CutReaderView *self,
                              guint          start,
                              guint          end,
                              CutReaderElse  otherwise)
{
  Linking *linking = g_new0 (Linking, 1);

  linking->self = g_object_ref (self);
  linking->reading = cut_reading_ref (self->page->reading);
  linking->start = start;
  linking->end = end;
  linking->otherwise = otherwise;
  cut_notebook_mentions_async (self->notebook, NULL, cut_record_get_id (linking->reading->clip), CUT_MENTIONS_ALL, 0, 0, NULL,
                               mentions_cb, linking);
}
