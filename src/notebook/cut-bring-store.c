/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-bring.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-date.h"
#include "cut-error.h"
#include "cut-evidence.h"
#include "cut-id.h"
#include "cut-report.h"

/* One item while it is written. */
typedef struct
{
  CutBringing *all;
  CutArriving *arriving;
  const CutBroughtItem *item;
  CutRecord *clip;     /* (owned) */
  char *home;          /* (owned) (nullable): id of the capture that holds the page's own text */
  GPtrArray *pages;    /* (owned) (element-type CutBringPage) */
  CutBringPlace *places; /* (owned): of each note; without a capture where none was found yet */
  gboolean *fresh;     /* (owned): of each note: whether it is to be written */
  guint *threads;      /* (owned): of each note: the one that it answers in the end, or itself */
  gboolean *wanted;    /* (owned): of each note: whether a place for it is needed */
} Item;

static void
item_clear (Item *self)
{
  g_clear_object (&self->clip);
  g_free (self->home);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  for (guint i = 0; self->places != NULL && i < self->item->notes->len; i++)
    cut_bring_place_clear (&self->places[i]);
  g_free (self->places);
  g_free (self->fresh);
  g_free (self->threads);
  g_free (self->wanted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, item_clear)

static char *
derive (Item       *self,
        const char *role,
        const char *name)
{
  g_autofree char *seed = g_strjoin ("\n", self->item->text[CUT_BROUGHT_KEY], role, name, NULL);

  return cut_id_derive (self->all->space, seed);
}

/* The clip. */

/* Folders become tags, one below the other. (transfer full) (nullable): id of the last. */
static char *
find_folder (Item *self)
{
  const char *path = self->item->text[CUT_BROUGHT_FOLDER];
  g_auto (GStrv) names = g_strsplit (path, "\n", -1);
  g_autoptr (GString) so_far = g_string_new (NULL);
  g_autofree char *id = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (CutRecord) fresh = NULL;
      g_autofree char *parent = g_steal_pointer (&id);
      g_autofree char *fresh_id = NULL;

      g_string_append_printf (so_far, "\n%s", names[i]);
      fresh_id = cut_id_derive ("folder", so_far->str);
      fresh = cut_record_new (CUT_KIND_TAG, "id", fresh_id, "label", names[i], "parent", parent, NULL);
      id = cut_maker_find (&self->all->maker, fresh, names[i], self->all->error);
      if (id == NULL)
        return NULL;
    }
  return g_steal_pointer (&id);
}

static char **
find_tags (Item *self)
{
  GPtrArray *labels = self->item->tags;
  g_auto (GStrv) tags = cut_maker_find_tags (&self->all->maker, (char *const *) labels->pdata, labels->len, self->all->error);
  g_autofree char *folder = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (tags == NULL || self->item->text[CUT_BROUGHT_FOLDER] == NULL)
    return g_steal_pointer (&tags);
  folder = find_folder (self);
  if (folder == NULL)
    return NULL;
  g_strv_builder_addv (builder, (const char **) tags);
  if (!g_strv_contains ((const char *const *) tags, folder))
    g_strv_builder_add (builder, folder);
  return g_strv_builder_end (builder);
}

static CutDate *
find_published (Item *self)
{
  const char *text = self->item->text[CUT_BROUGHT_PUBLISHED];

  return text != NULL ? cut_date_new (text, CUT_DATE_UNKNOWN, "import", NULL) : NULL;
}

/* What the file says of the clip counts where it says something. */
static CutRecord *
describe (Item       *self,
          CutRecord  *clip,
          char      **tags)
{
  const CutBroughtItem *item = self->item;
  CutClip *was = CUT_CLIP (clip);
  g_autoptr (CutDate) published = find_published (self);
  g_autofree const char **authors = g_new0 (const char *, item->authors->len + 1);
  gint64 created = item->added > 0 ? item->added : cut_record_get_int (clip, CUT_RECORD_CREATED);

  for (guint i = 0; i < item->authors->len; i++)
    authors[i] = g_ptr_array_index (item->authors, i);
  return cut_record_with (clip, "title", item->text[CUT_BROUGHT_TITLE] != NULL ? item->text[CUT_BROUGHT_TITLE] : cut_clip_get_title (was),
                          "kind", item->text[CUT_BROUGHT_KIND] != NULL ? item->text[CUT_BROUGHT_KIND] : cut_clip_get_kind (was),
                          "authors", item->authors->len > 0 ? (const char *const *) authors : cut_clip_get_authors (was),
                          "site-name", item->text[CUT_BROUGHT_OUTLET] != NULL ? item->text[CUT_BROUGHT_OUTLET] : cut_clip_get_site_name (was),
                          "published", published != NULL ? published : cut_clip_get_published (was),
                          "language", item->text[CUT_BROUGHT_LANGUAGE] != NULL ? item->text[CUT_BROUGHT_LANGUAGE] : cut_clip_get_language (was),
                          "excerpt", item->text[CUT_BROUGHT_EXCERPT] != NULL ? item->text[CUT_BROUGHT_EXCERPT] : cut_clip_get_excerpt (was),
                          "url", item->text[CUT_BROUGHT_URL] != NULL ? item->text[CUT_BROUGHT_URL] : cut_clip_get_url (was), "tags", tags,
                          "created", created, "modified", MAX (created, item->modified), NULL);
}

static CutRecord *
make_clip (Item  *self,
           char **tags)
{
  const CutClipRequest nothing = { 0 };
  CutArticle *card = self->arriving->intake == NULL ? cut_bring_card_finish (cut_bring_card_new (self->item)) : NULL;
  g_autoptr (CutIntake) intake = card != NULL ? cut_intake_new_imported (self->all->extractor, self->item->text[CUT_BROUGHT_URL], card) : NULL;
  g_autoptr (CutRecord) read = cut_evidence_make_clip (intake != NULL ? intake : self->arriving->intake, &nothing);
  g_autofree char *id = derive (self, "clip", NULL);
  g_autoptr (CutRecord) named = cut_record_with (read, "id", id, NULL);

  return describe (self, named, tags);
}

/* Of what is there nothing is taken away or changed; tags come to it. */
static CutRecord *
add_tags (CutRecord *clip,
          char     **tags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *has = cut_clip_get_tags (CUT_CLIP (clip));
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) has);
  for (guint i = 0; tags[i] != NULL; i++)
    if (!g_strv_contains (has, tags[i]))
      g_strv_builder_add (builder, tags[i]);
  all = g_strv_builder_end (builder);
  if (g_strv_length (all) == g_strv_length ((char **) has))
    return g_object_ref (clip);
  return cut_record_with (clip, "tags", all, NULL);
}

static gboolean
find_by_url (Item       *self,
             CutRecord **clip)
{
  const CutIntake *intake = self->arriving->intake;
  const char *url = self->item->text[CUT_BROUGHT_URL] != NULL ? self->item->text[CUT_BROUGHT_URL] : intake != NULL ? intake->url : NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = url != NULL ? cut_store_find_clip_by_url (self->all->maker.store, url, &failure) : NULL;

  *clip = NULL;
  if (failure == NULL)
    return id == NULL || cut_store_look_up (self->all->maker.store, id, clip, self->all->error);
  g_propagate_error (self->all->error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_present (Item      *self,
             CutRecord *present,
             char     **tags)
{
  CutImportReport *report = self->all->maker.report;

  self->clip = add_tags (present, tags);
  cut_report_count (self->clip == present ? report->same : report->changed, CUT_KIND_CLIP, 1);
  return self->clip == present || cut_commit_put (self->all->maker.commit, self->clip, self->all->error);
}

/* Under the id that a new clip would get: one that an undone import left in the Trash, or that got another address. */
static gboolean
find_by_id (Item       *self,
            CutRecord **clip)
{
  g_autofree char *id = derive (self, "clip", NULL);
  g_autoptr (CutRecord) found = NULL;

  if (*clip != NULL)
    return TRUE;
  if (!cut_store_look_up (self->all->maker.store, id, &found, self->all->error))
    return FALSE;
  if (found != NULL && !cut_record_is_deleted (found))
    *clip = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
put_new (Item  *self,
         char **tags)
{
  self->clip = make_clip (self, tags);
  cut_report_count (self->all->maker.report->added, CUT_KIND_CLIP, 1);
  return cut_commit_put (self->all->maker.commit, self->clip, self->all->error);
}

static gboolean
put_clip (Item *self)
{
  g_autoptr (CutRecord) present = NULL;
  g_auto (GStrv) tags = NULL;

  if (!find_by_url (self, &present) || !find_by_id (self, &present))
    return FALSE;
  tags = find_tags (self);
  if (tags == NULL)
    return FALSE;
  return present != NULL ? put_present (self, present, tags) : put_new (self, tags);
}

/* Captures. */

static gboolean
put_blobs (Item            *self,
           const CutIntake *intake,
           GBytes          *warc)
{
  CutStore *store = self->all->maker.store;
  g_autofree char *body_sha256 = NULL;
  g_autofree char *warc_sha256 = NULL;

  if (!cut_store_put_blob (store, intake->body, &body_sha256, self->all->error) ||
      !cut_store_put_blob (store, warc, &warc_sha256, self->all->error))
    return FALSE;
  for (guint i = 0; i < intake->pictures->len; i++)
    {
      g_autofree char *sha256 = NULL;

      if (!cut_store_put_blob (store, ((CutKept *) g_ptr_array_index (intake->pictures, i))->bytes, &sha256, self->all->error))
        return FALSE;
    }
  return TRUE;
}

/* The program took the page when the item came into it: not now. */
static CutRecord *
make_capture (Item             *self,
              const char       *id,
              const CutIntake  *intake,
              GBytes          **warc)
{
  const CutClipRequest nothing = { 0 };
  g_autoptr (CutRecord) made = cut_evidence_make_capture (intake, &nothing, cut_record_get_id (self->clip), NULL, warc);
  gint64 at = self->item->added > 0 ? self->item->added : intake->at;
  g_autoptr (CutRecord) capture = cut_record_with (made, "id", id, "fetched-at", at, NULL);

  if (cut_capture_get_headers (CUT_CAPTURE (capture)) != NULL)
    return g_steal_pointer (&capture);
  return cut_record_with (capture, "headers", self->all->headers, NULL);
}

static gboolean
put_new_capture (Item            *self,
                 const char      *id,
                 const CutIntake *intake)
{
  g_autofree char *blocks = cut_blocks_to_json (intake->article->blocks);
  g_autoptr (GBytes) warc = NULL;
  g_autoptr (CutRecord) capture = make_capture (self, id, intake, &warc);

  cut_report_count (self->all->maker.report->added, CUT_KIND_CAPTURE, 1);
  return put_blobs (self, intake, warc) &&
         cut_store_put_text (self->all->maker.store, id, intake->article->text, blocks, intake->article->html, self->all->error) &&
         cut_commit_put (self->all->maker.commit, capture, self->all->error);
}

static gboolean
put_back (Item      *self,
          CutRecord *capture)
{
  gboolean gone = cut_record_is_deleted (capture);
  g_autoptr (CutRecord) restored = gone ? cut_record_with (capture, "deleted", (gint64) 0, NULL) : NULL;
  CutImportReport *report = self->all->maker.report;

  cut_report_count (gone ? report->added : report->same, CUT_KIND_CAPTURE, 1);
  return !gone || cut_commit_put (self->all->maker.commit, restored, self->all->error);
}

/* Whether @capture, which lay in the Trash, is what would be put now. */
static gboolean
is_same (Item            *self,
         CutRecord       *capture,
         const CutIntake *intake)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, intake->article->text, -1);

  return g_strcmp0 (cut_capture_get_clip (CUT_CAPTURE (capture)), cut_record_get_id (self->clip)) == 0 &&
         g_strcmp0 (cut_capture_get_text_sha256 (CUT_CAPTURE (capture)), sha256) == 0;
}

/* @wanted: the id that it gets unless something else is there. Returns: (transfer full) (nullable): the id that it has */
static char *
put_capture (Item            *self,
             const char      *wanted,
             const CutIntake *intake)
{
  g_autofree char *id = g_strdup (wanted);
  g_autoptr (CutRecord) present = NULL;

  if (!cut_store_look_up (self->all->maker.store, id, &present, self->all->error))
    return NULL;
  if (present != NULL && !is_same (self, present, intake))
    {
      g_autofree char *seed = g_strjoin ("\n", cut_record_get_id (self->clip), intake->article->text, NULL);

      g_clear_object (&present);
      g_free (id);
      id = derive (self, "capture", seed);
      if (!cut_store_look_up (self->all->maker.store, id, &present, self->all->error))
        return NULL;
    }
  if (present != NULL ? put_back (self, present) : put_new_capture (self, id, intake))
    return g_steal_pointer (&id);
  return NULL;
}

/* A text that notes may be about: that of the capture with @id, or of the one that stands for the clip. */
static gboolean
add_stored_page (Item       *self,
                 const char *id)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  CutBringPage *page;

  if (!cut_store_get_text (self->all->maker.store, id, &text, NULL, NULL, &failure))
    {
      g_propagate_error (self->all->error, g_steal_pointer (&failure));
      return FALSE;
    }
  page = cut_bring_page_new (id, text);
  if (page != NULL)
    g_ptr_array_add (self->pages, page);
  return TRUE;
}

/* What stands around words on a card is not what stands around them on the page. */
static gboolean
is_card (CutRecord *capture)
{
  return g_strcmp0 (cut_capture_get_verdict (CUT_CAPTURE (capture)), "bookmark") == 0;
}

static gboolean
add_shown_page (Item *self)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) shown = cut_store_shown_capture (self->all->maker.store, cut_record_get_id (self->clip), &failure);

  if (failure != NULL && !g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      g_propagate_error (self->all->error, g_steal_pointer (&failure));
      return FALSE;
    }
  return shown == NULL || g_strcmp0 (cut_record_get_id (shown), self->home) == 0 || is_card (shown) ||
         add_stored_page (self, cut_record_get_id (shown));
}

static gboolean
gather_pages (Item *self)
{
  if (self->home != NULL && !add_stored_page (self, self->home))
    return FALSE;
  return add_shown_page (self);
}

/* Notes. */

static const CutBroughtNote *
note_at (Item *self,
         guint i)
{
  return g_ptr_array_index (self->item->notes, i);
}

static char *
note_id (Item *self,
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

static gboolean
find_fresh (Item *self)
{
  for (guint i = 0; i < self->item->notes->len; i++)
    {
      g_autofree char *id = note_id (self, i);
      g_autoptr (CutRecord) known = NULL;

      if (!cut_store_look_up (self->all->maker.store, id, &known, self->all->error))
        return FALSE;
      self->fresh[i] = known == NULL;
      if (known != NULL)
        cut_report_count (self->all->maker.report->same, CUT_KIND_ANNOTATION, 1);
    }
  return TRUE;
}

/* Nobody answers deeper, and a file may answer in a ring. */
#define DEEPEST_THREAD 64

/* An answer is on the words of what it answers; @i itself where that is no answer, or answers what is not there. */
static guint
first_of_thread (Item       *self,
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

static void
find_threads (Item *self)
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
put_on_card (Item         *self,
             CutBringCard *card)
{
  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->places[i].selector == NULL && self->wanted[i])
      cut_bring_place_on_card (card, note_at (self, i), &self->places[i]);
}

/* Returns: whether some note still needs a text to stand in. */
static gboolean
find_places (Item *self)
{
  gboolean lacking = FALSE;

  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->wanted[i] && !cut_bring_find_place (self->pages, note_at (self, i), &self->places[i]))
      lacking = TRUE;
  return lacking;
}

/* Of an item that has no other text, its own capture; beside one, another. */
static gboolean
put_card (Item *self)
{
  gboolean own = self->home == NULL && !self->arriving->known;
  g_autofree char *further = derive (self, "card", NULL);
  CutBringCard *card = cut_bring_card_new (self->item);
  g_autoptr (CutIntake) intake = NULL;
  g_autofree char *id = NULL;

  put_on_card (self, card);
  intake = cut_intake_new_imported (self->all->extractor, self->item->text[CUT_BROUGHT_URL], cut_bring_card_finish (card));
  id = put_capture (self, own ? self->arriving->capture : further, intake);
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
find_author (Item        *self,
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
make_mark (Item       *self,
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
put_mark (Item *self,
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

static gboolean
put_marks (Item *self)
{
  for (guint i = 0; i < self->item->notes->len; i++)
    if (self->fresh[i] && !put_mark (self, i))
      return FALSE;
  return TRUE;
}

/* The item. */

static gboolean
find_known (Item *self)
{
  g_autoptr (CutRecord) capture = NULL;

  if (!cut_store_look_up (self->all->maker.store, self->arriving->capture, &capture, self->all->error))
    return FALSE;
  self->arriving->known = capture != NULL && !cut_record_is_deleted (capture);
  if (!self->arriving->known)
    return TRUE;
  self->home = !is_card (capture) ? g_strdup (self->arriving->capture) : NULL;
  cut_report_count (self->all->maker.report->same, CUT_KIND_CLIP, 1);
  cut_report_count (self->all->maker.report->same, CUT_KIND_CAPTURE, 1);
  return cut_store_look_up (self->all->maker.store, cut_capture_get_clip (CUT_CAPTURE (capture)), &self->clip, self->all->error);
}

static gboolean
put_home (Item *self)
{
  if (self->arriving->known)
    return TRUE;
  if (!put_clip (self))
    return FALSE;
  if (self->arriving->intake != NULL)
    self->home = put_capture (self, self->arriving->capture, self->arriving->intake);
  return self->arriving->intake == NULL || self->home != NULL;
}

gboolean
cut_bring_store (CutBringing *all,
                 CutArriving *arriving)
{
  g_auto (Item) self = { all, arriving, arriving->item };
  gboolean lacking;

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_bring_page_free);
  self.places = g_new0 (CutBringPlace, arriving->item->notes->len);
  self.fresh = g_new0 (gboolean, arriving->item->notes->len);
  self.threads = g_new0 (guint, arriving->item->notes->len);
  self.wanted = g_new0 (gboolean, arriving->item->notes->len);
  if (!find_known (&self) || !put_home (&self))
    return FALSE;
  /* Somebody threw it away for good. */
  if (self.clip == NULL)
    return TRUE;
  if (!find_fresh (&self) || !gather_pages (&self))
    return FALSE;
  find_threads (&self);
  lacking = find_places (&self);
  if ((lacking || (!arriving->known && arriving->intake == NULL)) && !put_card (&self))
    return FALSE;
  return put_marks (&self);
}
