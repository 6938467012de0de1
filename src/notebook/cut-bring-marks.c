/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring-item.h"

#include <string.h>

#include "cut-id.h"
#include "cut-report.h"

static const CutBroughtNote *
note_at (CutBringItem *self,
         guint i)
{
  return g_ptr_array_index (self->item->notes, i);
}

static char *
note_id (CutBringItem *self,
         guint i)
{
  const CutBroughtNote *note = note_at (self, i);
  const char *quote = note->text[CUT_BROUGHT_NOTE_QUOTE];
  const char *body = note->text[CUT_BROUGHT_NOTE_BODY];
  g_autofree char *said = g_strjoin ("\n", quote != NULL ? quote : "", body != NULL ? body : "", NULL);
  g_autofree char *seed = g_strjoin ("\n", self->item->text[CUT_BROUGHT_KEY], "note",
                                     note->text[CUT_BROUGHT_NOTE_KEY] != NULL ? note->text[CUT_BROUGHT_NOTE_KEY] : said, NULL);

  return cut_id_derive_at (self->all->space, seed, note->created);
}

gboolean
cut_bring_item_find_fresh (CutBringItem *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->item->notes->len; i++)
    {
      g_autofree char *id = note_id (self, i);
      g_autoptr (CutRecord) known = NULL;

      if (!cut_store_look_up (self->all->maker.store, id, &known, self->all->error))
        return FALSE;
      /* A file may say the same twice. */
      self->fresh[i] = known == NULL && g_hash_table_add (seen, g_steal_pointer (&id));
      if (known != NULL)
        cut_report_count (self->all->maker.report->same, CUT_KIND_ANNOTATION, 1);
    }
  return TRUE;
}

/* Nobody answers deeper, and a file may answer in a ring. */
#define DEEPEST_THREAD 64

/* An answer is on the words of what it answers; @i itself where that is no answer, or answers what is not there. */
static guint
first_of_thread (CutBringItem       *self,
                 GHashTable *keys,
                 guint       i)
{
  for (guint step = 0; step < DEEPEST_THREAD; step++)
    {
      const char *reply = note_at (self, i)->text[CUT_BROUGHT_NOTE_REPLY];
      gpointer above = reply != NULL ? g_hash_table_lookup (keys, reply) : NULL;

      if (above == NULL)
        break;
      i = GPOINTER_TO_UINT (above) - 1;
    }
  return i;
}

void
cut_bring_item_find_threads (CutBringItem *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->item->notes->len; i++)
    if (note_at (self, i)->text[CUT_BROUGHT_NOTE_KEY] != NULL)
      g_hash_table_insert (keys, note_at (self, i)->text[CUT_BROUGHT_NOTE_KEY], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->item->notes->len; i++)
    {
      self->threads[i] = first_of_thread (self, keys, i);
      self->wanted[self->threads[i]] = self->wanted[self->threads[i]] || self->fresh[i];
    }
}

static void
put_on_card (CutBringItem         *self,
             CutBringCard *card)
{
  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->places[i].selector == NULL && self->wanted[i])
      cut_bring_place_on_card (card, note_at (self, i), &self->places[i]);
}

/* Returns: whether some note still needs a text to stand in. */
gboolean
cut_bring_item_find_places (CutBringItem *self)
{
  gboolean lacking = FALSE;

  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->wanted[i] && !cut_bring_find_place (self->pages, note_at (self, i), &self->places[i]))
      lacking = TRUE;
  return lacking;
}

/* Of an item that has no other text, its own capture; beside one, another. */
gboolean
cut_bring_item_put_card (CutBringItem *self)
{
  gboolean own = self->home == NULL && !self->arriving->known;
  g_autofree char *further = cut_bring_item_derive (self, "card", NULL);
  CutBringCard *card = cut_bring_card_new (self->item);
  g_autoptr (CutIntake) intake = NULL;
  g_autofree char *id = NULL;

  put_on_card (self, card);
  intake = cut_intake_new_imported (self->all->extractor, self->item->text[CUT_BROUGHT_URL], cut_bring_card_finish (card));
  id = cut_bring_item_put_capture (self, own ? self->arriving->capture : further, intake);
  for (guint i = 0; i < self->item->notes->len && id != NULL; i++)
    if (self->places[i].selector != NULL && self->places[i].capture == NULL)
      self->places[i].capture = g_strdup (id);
  return id != NULL;
}

/* A colour that is none of ours is that of every mark. */
static const char *
colour_of (const CutBroughtNote *note)
{
  g_autofree char *word = note->text[CUT_BROUGHT_NOTE_COLOUR] != NULL ? g_ascii_strdown (note->text[CUT_BROUGHT_NOTE_COLOUR], -1) : NULL;
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_COLOUR);

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return words[i];
  return cut_vocab_get_default (CUT_VOCAB_COLOUR);
}

/* (transfer full) (nullable): who wrote it; NULL is the owner of the notebook. */
static gboolean
find_author (CutBringItem        *self,
             const char  *name,
             char       **id)
{
  g_autofree char *fresh_id = name != NULL ? cut_id_derive ("contributor", name) : NULL;
  g_autoptr (CutRecord) fresh = NULL;

  *id = NULL;
  if (name == NULL || strlen (name) > CUT_MAKER_LONGEST_NAME)
    return TRUE;
  fresh = cut_record_new (CUT_KIND_CONTRIBUTOR, "id", fresh_id, "name", name, NULL);
  *id = cut_maker_find (&self->all->maker, fresh, name, self->all->error);
  return *id != NULL;
}

static CutRecord *
make_mark (CutBringItem       *self,
           guint       i,
           char      **tags,
           const char *author)
{
  const CutBroughtNote *note = note_at (self, i);
  const CutBringPlace *place = &self->places[self->threads[i]];
  g_autofree char *id = note_id (self, i);
  const char *body = note->text[CUT_BROUGHT_NOTE_BODY];
  gint64 created = note->created > 0 ? note->created : self->item->added > 0 ? self->item->added : cut_time_now ();

  return cut_record_new (CUT_KIND_ANNOTATION, "id", id, "created", created, "modified", MAX (created, note->modified), "contributor",
                         author, "clip", cut_record_get_id (self->clip), "capture", place->capture, "kind",
                         body != NULL ? "note" : "highlight", "selectors", place->selector, "body", body, "colour", colour_of (note),
                         "tags", tags, NULL);
}

static gboolean
put_mark (CutBringItem *self,
          guint i)
{
  const CutBroughtNote *note = note_at (self, i);
  g_auto (GStrv) tags = cut_maker_find_tags (&self->all->maker, (char *const *) note->tags->pdata, note->tags->len, self->all->error);
  g_autofree char *author = NULL;
  g_autoptr (CutRecord) mark = NULL;

  if (tags == NULL || !find_author (self, note->text[CUT_BROUGHT_NOTE_AUTHOR], &author))
    return FALSE;
  mark = make_mark (self, i, tags, author);
  cut_report_count (self->all->maker.report->added, CUT_KIND_ANNOTATION, 1);
  return cut_commit_put (self->all->maker.commit, mark, self->all->error);
}

gboolean
cut_bring_item_put_marks (CutBringItem *self)
{
  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->fresh[i] && !put_mark (self, i))
      return FALSE;
  return TRUE;
}
