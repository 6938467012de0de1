/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-protect.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-entity.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-secrets.h"
#include "cut-source.h"
#include "cut-words.h"
#include "cut-written.h"

/* One record on its way out: replaced as fields are taken out of it. */
typedef struct
{
  const CutStaying *staying;
  CutRecord *whole;  /* as it is here */
  CutRecord *record; /* owned */
  gboolean changed;
  gboolean quietly; /* something went that leaves no gap */
} Leaving;

static void
set_value (Leaving      *leaving,
           guint         field,
           const GValue *value)
{
  gint64 modified = cut_record_get_int (leaving->record, CUT_RECORD_MODIFIED);
  g_autoptr (CutRecord) other = cut_record_with_value (leaving->record, field, value);

  g_object_unref (leaving->record);
  leaving->record = cut_record_with (other, "modified", modified, NULL);
  leaving->changed = TRUE;
}

static void
clear (Leaving *leaving,
       guint    field)
{
  if (cut_record_has_value (leaving->record, field))
    set_value (leaving, field, NULL);
}

static void
clear_named (Leaving    *leaving,
             const char *name)
{
  int field = cut_kind_find_field (cut_record_get_kind (leaving->record), name);

  if (field >= 0)
    clear (leaving, (guint) field);
}

/* What @id is called in the bundle. */
static const char *
map_id (const CutStaying *staying,
        const char       *id)
{
  const char *masked = g_hash_table_lookup (staying->masked, id);

  if (masked != NULL)
    return masked;
  return g_hash_table_contains (staying->present, id) && !cut_staying_has (staying, id) ? id : CUT_ID_WITHHELD;
}

static void
map_one (Leaving *leaving,
         guint    field)
{
  const char *id = cut_record_get_string (leaving->record, field);
  const char *mapped = id != NULL ? map_id (leaving->staying, id) : NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (g_strcmp0 (id, mapped) == 0)
    return;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, mapped);
  set_value (leaving, field, &value);
}

static void
map_list (Leaving *leaving,
          guint    field,
          gboolean ordered)
{
  const char *const *ids = cut_record_get_strv (leaving->record, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean differs = FALSE;
  gboolean withheld = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *mapped = map_id (leaving->staying, ids[i]);

      differs |= !g_str_equal (ids[i], mapped);
      /* How many others there are says too much where the order does not matter. */
      if (ordered || !withheld || !g_str_equal (mapped, CUT_ID_WITHHELD))
        g_strv_builder_add (builder, mapped);
      withheld |= g_str_equal (mapped, CUT_ID_WITHHELD);
    }
  if (!differs)
    return;
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  set_value (leaving, field, &value);
}

/* That somebody is, or is not, one who stays behind would tell that there is such a one. */
static void
drop_entities (Leaving *leaving)
{
  const char *into = cut_entity_get_merged_into (CUT_ENTITY (leaving->record));
  const char *const *others = cut_entity_get_not_same_as (CUT_ENTITY (leaving->record));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean differs = FALSE;

  if (into != NULL && !g_str_equal (map_id (leaving->staying, into), into))
    {
      clear (leaving, CUT_ENTITY_MERGED_INTO);
      leaving->quietly = TRUE;
    }
  for (guint i = 0; others[i] != NULL; i++)
    if (g_str_equal (map_id (leaving->staying, others[i]), others[i]))
      g_strv_builder_add (builder, others[i]);
    else
      differs = TRUE;
  if (!differs)
    return;
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  set_value (leaving, CUT_ENTITY_NOT_SAME_AS, &value);
  leaving->quietly = TRUE;
}

/* @all: whether none of them is told. Returns: (transfer full): @statements as they leave */
static JsonArray *
map_statements (const CutStaying *staying,
                JsonArray        *statements,
                gboolean          all,
                gboolean         *differs)
{
  JsonArray *mapped = json_array_new ();

  for (guint i = 0; i < json_array_get_length (statements); i++)
    {
      g_autoptr (JsonNode) copy = json_node_copy (json_array_get_element (statements, i));
      JsonObject *statement = JSON_NODE_HOLDS_OBJECT (copy) ? json_node_get_object (copy) : NULL;
      const char *id = statement != NULL ? cut_json_get_string (statement, "value") : NULL;

      if (id != NULL && (all || !g_str_equal (map_id (staying, id), id)))
        {
          json_object_set_string_member (statement, "value", CUT_ID_WITHHELD);
          *differs = TRUE;
        }
      json_array_add_element (mapped, g_steal_pointer (&copy));
    }
  return mapped;
}

/* Which tag another one stands below tells of nobody. */
static gboolean
is_kept_back (const Leaving  *leaving,
              const CutField *field,
              guint           i)
{
  return field->target != CUT_KIND_TAG && !cut_record_same_value (leaving->whole, leaving->record, i);
}

/* Somebody else's wording that names what stays behind says so, and does not go: one who has what it names would take it for settled. So
 * does each where what stands stays behind, for it may tell who that is. But that one is merged into somebody who stays behind would tell
 * that there is such a one. */
static gboolean
map_conflict (const Leaving  *leaving,
              JsonObject     *conflicts,
              const CutField *field,
              guint           i)
{
  JsonArray *statements = cut_json_get_array (conflicts, field->name);
  gboolean differs = statements != NULL && (field->flags & CUT_FIELD_CONTACT) != 0;
  gboolean drop = differs || (CUT_IS_ENTITY (leaving->record) && i == CUT_ENTITY_MERGED_INTO);
  JsonArray *mapped = NULL;

  if (statements != NULL && field->type == CUT_FIELD_ID)
    mapped = map_statements (leaving->staying, statements, is_kept_back (leaving, field, i), &differs);
  if (differs && drop)
    json_object_remove_member (conflicts, field->name);
  else if (differs)
    json_object_set_array_member (conflicts, field->name, g_steal_pointer (&mapped));
  g_clear_pointer (&mapped, json_array_unref);
  return differs;
}

static void
map_conflicts (Leaving *leaving)
{
  g_autoptr (JsonObject) conflicts = cut_conflicts_get (leaving->record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (leaving->record, &n_fields);
  gboolean differs = FALSE;
  CutRecord *next;

  for (guint i = 0; conflicts != NULL && i < n_fields; i++)
    differs |= map_conflict (leaving, conflicts, &fields[i], i);
  if (!differs)
    return;
  next = cut_conflicts_with (leaving->record, conflicts);
  g_object_unref (leaving->record);
  leaving->record = next;
  leaving->changed = TRUE;
}

/* The link to a story that is not in the bundle would tell how another investigation is filed. */
static void
map_references (Leaving *leaving)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (leaving->record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].flags & CUT_FIELD_CONTACT)
        clear (leaving, i);
      else if (fields[i].type == CUT_FIELD_ID)
        map_one (leaving, i);
      else if (fields[i].type == CUT_FIELD_IDS)
        map_list (leaving, i, g_str_equal (fields[i].name, "via"));
    }
}

static gboolean
names_masked (const CutStaying *staying,
              CutRecord        *record)
{
  const char *source = cut_attribution_get_source (CUT_ATTRIBUTION (record));
  const char *const *via = cut_attribution_get_via (CUT_ATTRIBUTION (record));

  for (guint i = 0; via[i] != NULL; i++)
    if (g_hash_table_contains (staying->masked, via[i]))
      return TRUE;
  return source != NULL && g_hash_table_contains (staying->masked, source);
}

static void
redact_attribution (Leaving *leaving)
{
  /* When, how and in which words somebody spoke can tell who it was. */
  if (names_masked (leaving->staying, leaving->record))
    {
      clear (leaving, CUT_ATTRIBUTION_CHANNEL);
      clear (leaving, CUT_ATTRIBUTION_SAID_AT);
      clear (leaving, CUT_ATTRIBUTION_SOURCE_SPAN);
    }
  if (leaving->staying->content->profile != CUT_PROFILE_FULL)
    clear (leaving, CUT_ATTRIBUTION_CONDITION);
}

/* What a newsroom writes for itself, for the public profile. */
static void
redact_notes (Leaving *leaving)
{
  static const char *const notes[] = { "body", "note", "memo", "how_known", "interest", "reliability" };
  CutKind kind = cut_record_get_kind (leaving->record);

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    clear_named (leaving, notes[i]);
  if (kind == CUT_KIND_STORY || kind == CUT_KIND_ENTITY)
    clear_named (leaving, "summary");
  if (kind == CUT_KIND_SOURCE)
    clear_named (leaving, "description");
}

static CutRecord *
without_history (CutRecord *record)
{
  static const char *const none[] = { NULL };

  return cut_record_with_revision (record, none);
}

/* In a protected notebook the revision is of the object as it is sealed: what leaves whole needs one of its own, or nobody could check it. */
static CutRecord *
with_fitting_revision (CutRecord *record)
{
  g_autofree char *fitting = cut_secrets_has_kind (cut_record_get_kind (record)) ? cut_record_compute_rev (record) : NULL;
  const char *rev = cut_record_get_rev (record);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parents = NULL;

  if (fitting == NULL || g_strcmp0 (fitting, rev) == 0)
    return g_object_ref (record);
  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (record, CUT_RECORD_PARENTS));
  g_strv_builder_add (builder, rev);
  parents = g_strv_builder_end (builder);
  return cut_record_with_revision (record, (const char *const *) parents);
}

static CutRecord *
redact (const CutStaying *staying,
        CutRecord        *record)
{
  Leaving leaving = { staying, record, g_object_ref (record), FALSE, FALSE };

  if (cut_record_get_kind (record) == CUT_KIND_ATTRIBUTION)
    redact_attribution (&leaving);
  if (CUT_IS_ENTITY (record))
    drop_entities (&leaving);
  map_references (&leaving);
  if (staying->content->profile == CUT_PROFILE_PUBLIC)
    redact_notes (&leaving);
  map_conflicts (&leaving);
  if (leaving.changed)
    {
      CutRecord *part = leaving.record;

      leaving.record = cut_written_redact (record, part, leaving.quietly);
      g_object_unref (part);
    }
  /* The hash of what stood in a field lets a guess at it be tried out. */
  if (leaving.changed || cut_record_get_rev (leaving.record) == NULL)
    {
      CutRecord *whole = without_history (leaving.record);

      g_object_unref (leaving.record);
      return whole;
    }
  record = with_fitting_revision (leaving.record);
  g_object_unref (leaving.record);
  return record;
}

/* Sources without a name. */

/* A, B, … Z, AA, AB … */
static char *
letters (guint n)
{
  GString *text = g_string_new (NULL);

  for (n++; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (text, (char) ('A' + (n - 1) % 26));
  return g_string_free (text, FALSE);
}

static CutRecord *
mask_source (CutRecord      *source,
             const char     *id,
             guint           n,
             const CutWords *words)
{
  g_autofree char *letter = letters (n);
  /* Translators: a confidential source in a bundle: Source A, Source B */
  g_autofree char *label = cut_words_fill (cut_words_get (words, N_("Source {letter}")), "letter", letter, NULL);
  g_autoptr (CutRecord) masked = NULL;

  masked = cut_record_new (CUT_KIND_SOURCE, "id", id, "created", (gint64) 0, "modified", (gint64) 0, "kind",
                           cut_source_get_kind (CUT_SOURCE (source)), "label", label, "named", FALSE, NULL);
  return without_history (masked);
}

static void
add_masked (const CutStaying *staying,
            CutBundleContent *leaving)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_values (staying->masked), (GCompareFunc) strcmp);
  g_autoptr (CutWords) words = cut_words_new (leaving->language);
  GPtrArray *sources = staying->content->records[CUT_KIND_SOURCE];

  for (guint i = 0; i < sources->len; i++)
    {
      CutRecord *source = g_ptr_array_index (sources, i);
      const char *id = g_hash_table_lookup (staying->masked, cut_record_get_id (source));
      g_autoptr (CutRecord) masked = NULL;

      if (id == NULL)
        continue;
      masked = mask_source (source, id, (guint) g_list_index (ids, id), words);
      cut_bundle_content_add (leaving, masked);
    }
}

/* Tombstones. */

static void
bury (const CutStaying *staying,
      CutRecord        *record,
      CutBundleContent *leaving)
{
  const char *contributor = cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR);
  const char *sensitivity = cut_record_get_string (record, CUT_RECORD_SENSITIVITY);
  CutBundleTombstone *tombstone;

  /* That there ever was such an object is nobody's business either. */
  if (g_strcmp0 (sensitivity, "normal") != 0)
    return;
  tombstone = g_new0 (CutBundleTombstone, 1);
  tombstone->kind = cut_record_get_kind (record);
  tombstone->object = g_strdup (cut_record_get_id (record));
  tombstone->deleted = cut_record_get_int (record, CUT_RECORD_DELETED);
  tombstone->contributor = contributor != NULL ? g_strdup (map_id (staying, contributor)) : NULL;
  g_ptr_array_add (leaving->tombstones, tombstone);
}

static void
copy_tombstones (CutBundleContent *content,
                 CutBundleContent *leaving)
{
  for (guint i = 0; i < content->tombstones->len; i++)
    {
      const CutBundleTombstone *from = g_ptr_array_index (content->tombstones, i);
      CutBundleTombstone *to = g_new0 (CutBundleTombstone, 1);

      to->kind = from->kind;
      to->object = g_strdup (from->object);
      to->deleted = from->deleted;
      to->contributor = g_strdup (from->contributor);
      to->parents = g_strdupv (from->parents);
      to->write = g_strdup (from->write);
      to->seen = g_strdupv (from->seen);
      g_ptr_array_add (leaving->tombstones, to);
    }
}

/* What the user reads. */

static void
say (CutBundleContent *leaving,
     char             *sentence)
{
  g_ptr_array_add (leaving->withheld, sentence);
}

static void
describe (const CutStaying *staying,
          CutBundleContent *leaving)
{
  guint n_masked = g_hash_table_size (staying->masked);

  if (n_masked > 0)
    say (leaving, g_strdup_printf (ngettext ("%u confidential source leaves without a name, as “Source A” and so on",
                                             "%u confidential sources leave without names, as “Source A” and so on",
                                             n_masked), n_masked));
  if (staying->off_record > 0)
    say (leaving, g_strdup_printf (ngettext ("%u attribution off the record stays in the notebook",
                                             "%u attributions off the record stay in the notebook",
                                             staying->off_record), staying->off_record));
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (staying->counts[kind] > 0 && kind != CUT_KIND_ATTRIBUTION)
      /* Translators: the first is a kind such as “Annotation”, the second how many of them */
      say (leaving, g_strdup_printf (_("Withheld of the kind “%s”: %u"), cut_kind_get_label ((CutKind) kind),
                                     staying->counts[kind]));
}

static void
copy_description (const CutBundleContent *content,
                  CutBundleContent       *leaving)
{
  leaving->title = g_strdup (content->title);
  leaving->notebook_id = g_strdup (content->notebook_id);
  leaving->notebook_title = g_strdup (content->notebook_title);
  leaving->language = g_strdup (content->language);
  leaving->custody_head = g_strdup (content->custody_head);
  leaving->in_reply_to = g_strdup (content->in_reply_to);
  leaving->profile = content->profile;
  leaving->reveal = g_strdupv (content->reveal);
  cut_bundle_content_set_blobs (leaving, content->blob, content->blob_data, NULL);
  leaving->warc = content->warc;
  leaving->seal = content->seal;
}

static void
copy_record (const CutStaying *staying,
             CutRecord        *record,
             CutBundleContent *leaving)
{
  const char *id = cut_record_get_id (record);
  const CutBundleText *text = g_hash_table_lookup (staying->content->texts, id);
  const CutBundlePlace *place = g_hash_table_lookup (staying->content->places, id);
  g_autoptr (CutRecord) copy = NULL;

  if (cut_record_is_deleted (record))
    bury (staying, record, leaving);
  if (cut_staying_has (staying, id) || g_hash_table_contains (staying->masked, id))
    return;
  copy = redact (staying, record);
  cut_bundle_content_add (leaving, copy);
  if (text != NULL)
    cut_bundle_content_set_text (leaving, id, text->text, text->blocks_json, text->html);
  if (place != NULL)
    cut_bundle_content_set_place (leaving, id, place->capture, place->start, place->end);
}

CutBundleContent *
cut_bundle_protect (CutBundleContent *content)
{
  g_autoptr (CutStaying) staying = cut_staying_new (content);
  CutBundleContent *leaving = cut_bundle_content_new ();

  copy_description (content, leaving);
  copy_tombstones (content, leaving);
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < content->records[kind]->len; i++)
      copy_record (staying, g_ptr_array_index (content->records[kind], i), leaving);
  add_masked (staying, leaving);
  describe (staying, leaving);
  return leaving;
}
