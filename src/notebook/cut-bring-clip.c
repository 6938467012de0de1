/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-bring-item.h"

#include <string.h>

#include "cut-clip.h"
#include "cut-date.h"
#include "cut-evidence.h"
#include "cut-id.h"
#include "cut-normal.h"
#include "cut-report.h"

char *
cut_bring_item_derive (CutBringItem       *self,
        const char *role,
        const char *name)
{
  g_autofree char *seed = g_strjoin ("\n", self->item->text[CUT_BROUGHT_KEY], role, name, NULL);

  return cut_id_derive (self->all->space, seed);
}



/* Folders become tags, one below the other. (transfer full) (nullable): id of the last. */
static char *
find_folder (CutBringItem *self)
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
find_tags (CutBringItem *self)
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
find_published (CutBringItem *self)
{
  const char *text = self->item->text[CUT_BROUGHT_PUBLISHED];

  return text != NULL ? cut_date_new (text, CUT_DATE_UNKNOWN, "import", NULL) : NULL;
}

/* What the file says of the clip counts where it says something. */
static CutRecord *
describe (CutBringItem       *self,
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
make_clip (CutBringItem  *self,
           char **tags)
{
  const CutClipRequest nothing = { 0 };
  CutArticle *card = self->arriving->intake == NULL ? cut_bring_card_finish (cut_bring_card_new (self->item)) : NULL;
  g_autoptr (CutIntake) intake = card != NULL ? cut_intake_new_imported (self->all->extractor, self->item->text[CUT_BROUGHT_URL], card) : NULL;
  g_autoptr (CutRecord) read = cut_evidence_make_clip (intake != NULL ? intake : self->arriving->intake, &nothing);
  g_autofree char *id = cut_bring_item_derive (self, "clip", NULL);
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
find_by_url (CutBringItem       *self,
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
put_present (CutBringItem      *self,
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
find_by_id (CutBringItem       *self,
            CutRecord **clip)
{
  g_autofree char *id = cut_bring_item_derive (self, "clip", NULL);
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
put_new (CutBringItem  *self,
         char **tags)
{
  self->clip = make_clip (self, tags);
  cut_report_count (self->all->maker.report->added, CUT_KIND_CLIP, 1);
  return cut_commit_put (self->all->maker.commit, self->clip, self->all->error);
}

gboolean
cut_bring_item_put_clip (CutBringItem *self)
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

/* Clips that are there already. */

static gboolean
has_tag (CutBringItem *self,
         const char   *given,
         gboolean     *has)
{
  g_autofree char *label = cut_normal_line (given, -1);
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = cut_store_find_named (self->all->maker.store, CUT_KIND_TAG, label, &failure);

  *has = id != NULL && g_strv_contains (cut_clip_get_tags (CUT_CLIP (self->clip)), id);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (self->all->error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
cut_bring_item_compare_tags (CutBringItem *self)
{
  const char *folder = self->item->text[CUT_BROUGHT_FOLDER];
  const char *last = folder != NULL ? strrchr (folder, '\n') : NULL;
  gboolean has = TRUE;

  if (folder != NULL && !has_tag (self, last != NULL ? last + 1 : folder, &has))
    return FALSE;
  for (guint i = 0; i < self->item->tags->len && has; i++)
    if (!has_tag (self, g_ptr_array_index (self->item->tags, i), &has))
      return FALSE;
  self->all->n_other_tags += has ? 0 : 1;
  return TRUE;
}
