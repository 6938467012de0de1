/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-ledger-private.h"

void
cut_ledger_claim_clear (CutLedgerClaim *claim)
{
  g_clear_pointer (&claim->text, g_free);
  g_clear_pointer (&claim->status, g_free);
  g_clear_pointer (&claim->kind, g_free);
  g_clear_pointer (&claim->importance, g_free);
  g_clear_pointer (&claim->same_as, g_free);
  g_clear_pointer (&claim->supports, g_strfreev);
  g_clear_pointer (&claim->contradicts, g_strfreev);
  g_clear_pointer (&claim->entities, g_strfreev);
  g_clear_pointer (&claim->stories, g_strfreev);
  g_clear_pointer (&claim->fact_date, cut_date_unref);
}

static void
claim_free (gpointer data)
{
  CutLedgerClaim *claim = data;

  cut_ledger_claim_clear (claim);
  g_free (claim->id);
  g_ptr_array_unref (claim->attributions);
  g_ptr_array_unref (claim->same);
  g_ptr_array_unref (claim->opposed);
  g_hash_table_unref (claim->checks);
  g_hash_table_unref (claim->enquiries);
  g_clear_pointer (&claim->standing, cut_claim_standing_unref);
  g_free (claim);
}

static void
attribution_free (gpointer data)
{
  CutLedgerAttribution *attribution = data;

  g_free (attribution->id);
  g_free (attribution->annotation);
  g_free (attribution->clip);
  g_free (attribution->source);
  g_strfreev (attribution->via);
  g_free (attribution->terms);
  g_free (attribution->stance);
  g_free (attribution->hedge);
  g_clear_pointer (&attribution->said_at, cut_date_unref);
  g_free (attribution);
}

static void
source_free (gpointer data)
{
  CutLedgerSource *source = data;

  g_free (source->label);
  g_free (source->kind);
  g_free (source->entity);
  g_free (source->folded);
  g_free (source);
}

void
cut_ledger_clip_clear (CutLedgerClip *clip)
{
  g_clear_pointer (&clip->title, g_free);
  g_clear_pointer (&clip->outlet, g_free);
  g_clear_pointer (&clip->wire, g_free);
  g_clear_pointer (&clip->url, g_free);
  g_clear_pointer (&clip->reprint_of, g_free);
  g_clear_pointer (&clip->stories, g_strfreev);
  g_clear_pointer (&clip->published, cut_date_unref);
}

CutCitation *
cut_citation_new (const char *words,
                  const char *url)
{
  CutCitation *self = g_new0 (CutCitation, 1);

  self->words = cut_ledger_fold (words);
  self->url = g_strdup (url);
  return self;
}

void
cut_citation_free (CutCitation *self)
{
  g_free (self->words);
  g_free (self->url);
  g_free (self);
}

static void
clip_free (gpointer data)
{
  CutLedgerClip *clip = data;

  cut_ledger_clip_clear (clip);
  g_free (clip->id);
  g_free (clip->headline);
  g_clear_pointer (&clip->citations, g_ptr_array_unref);
  g_free (clip->work);
  g_ptr_array_unref (clip->alike);
  g_ptr_array_unref (clip->reprints);
  g_free (clip);
}

static void
entity_free (gpointer data)
{
  CutLedgerEntity *entity = data;

  g_free (entity->name);
  g_free (entity->schema);
  g_free (entity->merged_into);
  g_free (entity);
}

CutLedger *
cut_ledger_new (void)
{
  CutLedger *self = g_new0 (CutLedger, 1);

  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, claim_free);
  self->attributions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, attribution_free);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, source_free);
  self->clips = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, clip_free);
  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entity_free);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cut_ledger_free (CutLedger *self)
{
  g_hash_table_unref (self->attributions);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->clips);
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->referrers);
  g_hash_table_unref (self->missing);
  g_hash_table_unref (self->asked);
  g_free (self);
}
