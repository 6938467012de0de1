/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Generated histories: several people work on copies of one notebook, at random, and hand bundles over in any order. When all have
 * exchanged, all hold the same, and whatever anybody wrote stands, waits to be settled, or was taken back by a person.
 *
 * CUTTINGS_MERGE_HISTORIES says how many (300 when the code that merges was changed), CUTTINGS_MERGE_SEED repeats a run. */

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-notebook-entities.h"
#include "cut-tag.h"
#include "cut-test-notebook.h"
#include "cut-written.h"

#define MOST_COPIES 5
#define MOST_ROUNDS 12

typedef struct
{
  CutTestNotebook copies[MOST_COPIES];
  guint n;
  GRand *rand;
  guint words;         /* how many were made up so far */
  GHashTable *said;    /* (element-type utf8): what people wrote, as tokens_of() has it */
  GHashTable *unsaid;  /* (element-type utf8): what people replaced or took back where they saw it */
  char *bundle;
  gboolean trash;      /* whether things go to the Trash in this one; else histories are compared, too */
} World;

/* Chance. */

static guint
any (World *self,
     guint  n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) MAX (n, 1));
}

static char *
any_word (World *self)
{
  return g_strdup_printf ("w-%u.", ++self->words);
}

static GPtrArray *
list (CutTestNotebook *side,
      CutKind          kind,
      CutTrash         trash)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  query->trash = trash;
  query->merged = TRUE;
  records = cut_notebook_list (side->notebook, query, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static CutRecord *
any_record (World           *self,
            CutTestNotebook *side,
            CutKind          kind,
            CutTrash         trash)
{
  g_autoptr (GPtrArray) records = list (side, kind, trash);

  return records->len > 0 ? g_object_ref (g_ptr_array_index (records, any (self, records->len))) : NULL;
}

/* What is there. */

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything but the owners, whole, with its history. */
static char *
dump (CutTestNotebook *side,
      CutTrash         trash)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = list (side, (CutKind) kind, trash);

      for (guint i = 0; kind != CUT_KIND_CONTRIBUTOR && i < records->len; i++)
        g_ptr_array_add (lines, cut_record_to_line (g_ptr_array_index (records, i), CUT_JSON_PLAIN));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What names something in the Trash leaves without it; so it is told apart whether a notebook holds what @record needs, and what it
 * says otherwise. */
static gboolean
is_live (GHashTable *live,
         const char *id)
{
  return id == NULL || g_hash_table_contains (live, id);
}

static gboolean
has_needs (GHashTable *live,
           CutRecord  *record)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_N_FIELDS; i < n_fields; i++)
    if (fields[i].type == CUT_FIELD_ID && (fields[i].flags & CUT_FIELD_REQUIRED) != 0 && !is_live (live, cut_record_get_string (record, i)))
      return FALSE;
  return TRUE;
}

static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What @field is said to be by whom, sorted; %NULL where all that it names is there. */
static JsonArray *
contested_dead (GHashTable     *live,
                CutRecord      *record,
                JsonArray      *others,
                const CutField *field,
                guint           i)
{
  g_autoptr (CutWritten) written = cut_written_new (record);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  gboolean dead = !is_live (live, cut_record_get_string (record, i));
  JsonArray *array;

  g_ptr_array_add (list, g_strdup_printf ("%s by %s", dead ? NULL : cut_record_get_string (record, i), cut_written_find (written, field->name, NULL)));
  for (guint n = 0; n < json_array_get_length (others); n++)
    {
      JsonObject *other = json_array_get_object_element (others, n);
      const char *value = json_object_get_string_member_with_default (other, "value", NULL);

      dead |= !is_live (live, value);
      g_ptr_array_add (list, g_strdup_printf ("%s by %s", is_live (live, value) ? value : NULL, json_object_get_string_member (other, "by")));
    }
  if (!dead)
    return NULL;
  g_ptr_array_sort (list, compare_statements);
  array = json_array_new ();
  for (guint n = 0; n < list->len; n++)
    json_array_add_string_element (array, g_ptr_array_index (list, n));
  return array;
}

/* Of several wordings one that names what is not there stands behind the others there, and nowhere else. */
static CutRecord *
without_dead_conflicts (GHashTable *live,
                        CutRecord  *record)
{
  g_autoptr (JsonObject) conflicts = cut_conflicts_get (record);
  CutRecord *bare = g_object_ref (record);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_N_FIELDS; conflicts != NULL && i < n_fields; i++)
    {
      JsonArray *all = fields[i].type == CUT_FIELD_ID && json_object_has_member (conflicts, fields[i].name)
                           ? contested_dead (live, record, json_object_get_array_member (conflicts, fields[i].name), &fields[i], i)
                           : NULL;
      CutRecord *next;

      if (all == NULL)
        continue;
      json_object_set_array_member (conflicts, fields[i].name, all);
      next = cut_record_with_value (bare, i, NULL);
      g_object_unref (bare);
      bare = cut_conflicts_with (next, conflicts);
      g_object_unref (next);
    }
  return bare;
}

static CutRecord *
without_dead (GHashTable *live,
              CutRecord  *record)
{
  g_autoptr (CutRecord) settled = without_dead_conflicts (live, record);
  g_autoptr (CutRecord) bare = cut_record_with (settled, "rev", NULL, "parents", NULL, "written", NULL, "modified", (gint64) 0, NULL);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_N_FIELDS; i < n_fields; i++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GValue) value = G_VALUE_INIT;
      CutRecord *next;

      if (fields[i].type != CUT_FIELD_IDS && (fields[i].type != CUT_FIELD_ID || is_live (live, cut_record_get_string (bare, i))))
        continue;
      for (const char *const *id = fields[i].type == CUT_FIELD_IDS ? cut_record_get_strv (bare, i) : (const char *const[]) { NULL }; *id != NULL; id++)
        if (is_live (live, *id))
          g_strv_builder_add (builder, *id);
      if (fields[i].type == CUT_FIELD_IDS)
        {
          g_value_init (&value, G_TYPE_STRV);
          g_value_take_boxed (&value, g_strv_builder_end (builder));
        }
      next = cut_record_with_value (bare, i, fields[i].type == CUT_FIELD_IDS ? &value : NULL);
      g_object_unref (bare);
      bare = cut_record_with (next, "modified", (gint64) 0, NULL);
      g_object_unref (next);
    }
  return g_steal_pointer (&bare);
}

static GHashTable *
find_live (CutTestNotebook *side)
{
  GHashTable *live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = list (side, (CutKind) kind, CUT_TRASH_EXCLUDED);

      for (guint i = 0; i < records->len; i++)
        if (has_needs (live, g_ptr_array_index (records, i)))
          g_hash_table_add (live, g_strdup (cut_record_get_id (g_ptr_array_index (records, i))));
    }
  return live;
}

/* What all see alike where some of it is in the Trash. */
static char *
dump_live (CutTestNotebook *side)
{
  g_autoptr (GHashTable) live = find_live (side);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = list (side, (CutKind) kind, CUT_TRASH_EXCLUDED);

      for (guint i = 0; kind != CUT_KIND_CONTRIBUTOR && i < records->len; i++)
        {
          g_autoptr (CutRecord) bare = without_dead (live, g_ptr_array_index (records, i));

          if (has_needs (live, g_ptr_array_index (records, i)))
            g_ptr_array_add (lines, cut_record_to_line (bare, CUT_JSON_PLAIN));
        }
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dump_to_compare (CutTestNotebook *side,
                 gboolean         trash)
{
  return trash ? dump_live (side) : dump (side, CUT_TRASH_EXCLUDED);
}

static void
add_words (GHashTable *tokens,
           const char *text)
{
  for (const char *at = strstr (text, "w-"); at != NULL; at = strstr (at + 2, "w-"))
    g_hash_table_add (tokens, g_strndup (at, strspn (at + 2, "0123456789") + 2));
}

static void
add_partings (GHashTable      *tokens,
              CutTestNotebook *side)
{
  g_autoptr (GPtrArray) entities = list (side, CUT_KIND_ENTITY, CUT_TRASH_INCLUDED);

  for (guint i = 0; i < entities->len; i++)
    {
      CutRecord *entity = g_ptr_array_index (entities, i);

      for (const char *const *id = cut_entity_get_not_same_as (CUT_ENTITY (entity)); *id != NULL; id++)
        g_hash_table_add (tokens, g_strdup_printf ("%s is not %s", cut_record_get_id (entity), *id));
    }
}

/* What people wrote that stands in @side, wherever it may. */
static GHashTable *
tokens_of (CutTestNotebook *side)
{
  GHashTable *tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = dump (side, CUT_TRASH_INCLUDED);

  add_words (tokens, text);
  add_partings (tokens, side);
  return tokens;
}

static void
add_missing (GHashTable *to,
             GHashTable *from,
             GHashTable *except)
{
  GHashTableIter iter;
  gpointer token;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &token, NULL))
    if (except == NULL || !g_hash_table_contains (except, token))
      g_hash_table_add (to, g_strdup (token));
}

/* Acts. Each may be refused; then nothing happened. */

static gboolean
commit (CutTestNotebook *side,
        CutAct          *act)
{
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_commit (side->notebook, act, NULL, &error);

  if (!done)
    g_test_message ("refused: %s", error->message);
  g_assert_true (done || error->domain == CUT_ERROR);
  return done;
}

static void
put (CutTestNotebook *side,
     CutRecord       *record)
{
  CutAct *act = cut_act_new ("Change");

  cut_act_take (act, record);
  commit (side, act);
}

static gboolean
is_open (const CutField *field,
         guint           i)
{
  static const char *const closed[] = { "clip",   "capture", "annotation", "claim",   "claims",    "selectors", "merged_into", "not_same_as", "terms", "condition",
                                        "schema", "about",   "property",   "from",    "to",        "url",       "canonical_url", "country",   NULL };

  return i >= CUT_RECORD_N_FIELDS && (field->flags & (CUT_FIELD_CONTACT | CUT_FIELD_SEALED)) == 0 && !g_strv_contains (closed, field->name) &&
         field->type != CUT_FIELD_JSON && field->type != CUT_FIELD_TIME && field->type != CUT_FIELD_INT;
}

static char *
any_id (World           *self,
        CutTestNotebook *side,
        const CutField  *field)
{
  g_autoptr (CutRecord) record = any_record (self, side, field->target != CUT_KIND_NONE ? field->target : CUT_KIND_SOURCE, CUT_TRASH_EXCLUDED);

  return record != NULL ? g_strdup (cut_record_get_id (record)) : NULL;
}

/* An entry more, or one less. */
static CutRecord *
edit_list (World           *self,
           CutTestNotebook *side,
           CutRecord       *record,
           const CutField  *field,
           guint            i)
{
  const char *const *entries = cut_record_get_strv (record, i);
  guint n = g_strv_length ((char **) entries);
  guint less = any (self, 3) == 0 ? any (self, n) : n;
  g_autofree char *more = field->type == CUT_FIELD_IDS ? any_id (self, side, field) : any_word (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  for (guint k = 0; k < n; k++)
    if (k != less)
      g_strv_builder_add (builder, entries[k]);
  if (less == n && more != NULL && !g_strv_contains (entries, more))
    g_strv_builder_add (builder, more);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  return cut_record_with_value (record, i, &value);
}

static char *
any_text (World           *self,
          CutTestNotebook *side,
          const CutField  *field)
{
  const char *const *words = field->type == CUT_FIELD_WORD ? cut_vocab_get_words (field->vocab) : NULL;

  if (words != NULL)
    return g_strdup (words[any (self, g_strv_length ((char **) words))]);
  if (field->type == CUT_FIELD_ID)
    return any_id (self, side, field);
  if (field->type == CUT_FIELD_BOOLEAN)
    return g_strdup (any (self, 2) == 0 ? "yes" : "no");
  if (field->type == CUT_FIELD_DATE)
    return g_strdup_printf ("20%02u-%02u-%02u", any (self, 30), 1 + any (self, 12), 1 + any (self, 28));
  return any (self, 8) == 0 ? NULL : any_word (self);
}

static void
edit (World           *self,
      CutTestNotebook *side)
{
  static const CutKind kinds[] = { CUT_KIND_STORY,  CUT_KIND_CLIP,     CUT_KIND_ANNOTATION, CUT_KIND_CLAIM, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE,
                                   CUT_KIND_ENTITY, CUT_KIND_RELATION, CUT_KIND_TAG,        CUT_KIND_EVENT, CUT_KIND_ENQUIRY,     CUT_KIND_FACT };
  g_autoptr (CutRecord) record = any_record (self, side, kinds[any (self, G_N_ELEMENTS (kinds))], CUT_TRASH_EXCLUDED);
  guint n_fields, i;
  const CutField *fields;
  g_autofree char *text = NULL;
  CutRecord *next;

  if (record == NULL)
    return;
  fields = cut_record_get_fields (record, &n_fields);
  i = any (self, n_fields);
  if (!is_open (&fields[i], i))
    return;
  if (fields[i].type == CUT_FIELD_IDS || fields[i].type == CUT_FIELD_STRINGS)
    {
      put (side, edit_list (self, side, record, &fields[i], i));
      return;
    }
  text = any_text (self, side, &fields[i]);
  next = cut_record_with_text (record, fields[i].name, text, NULL);
  if (next != NULL)
    put (side, next);
}

static CutKind
any_kind_to_trash (World *self)
{
  static const CutKind kinds[] = { CUT_KIND_STORY, CUT_KIND_CLIP, CUT_KIND_ANNOTATION, CUT_KIND_CLAIM, CUT_KIND_SOURCE, CUT_KIND_TAG, CUT_KIND_RELATION };

  return kinds[any (self, G_N_ELEMENTS (kinds))];
}

static void
trash (World           *self,
       CutTestNotebook *side)
{
  g_autoptr (CutRecord) record = any_record (self, side, any_kind_to_trash (self), CUT_TRASH_EXCLUDED);
  CutAct *act = cut_act_new ("Delete");

  if (record != NULL)
    cut_act_trash (act, record);
  commit (side, act);
}

static void
restore (World           *self,
         CutTestNotebook *side)
{
  g_autoptr (CutRecord) record = any_record (self, side, any_kind_to_trash (self), CUT_TRASH_ONLY);
  CutAct *act = cut_act_new ("Restore");

  if (record != NULL)
    cut_act_restore (act, record);
  commit (side, act);
}

static void
merge_or_part (World           *self,
               CutTestNotebook *side)
{
  g_autoptr (GPtrArray) entities = cut_test_list (side->notebook, CUT_KIND_ENTITY);
  const char *keep, *other;
  const char *others[] = { NULL, NULL };

  if (entities->len < 2)
    return;
  keep = cut_record_get_id (g_ptr_array_index (entities, any (self, entities->len)));
  others[0] = other = cut_record_get_id (g_ptr_array_index (entities, any (self, entities->len)));
  if (any (self, 2) == 0)
    cut_notebook_merge_entities (side->notebook, keep, others, FALSE, NULL, NULL);
  else
    cut_notebook_part_entities (side->notebook, keep, other, NULL, NULL);
}

static void
tag_tree (World           *self,
          CutTestNotebook *side)
{
  g_autoptr (CutRecord) tag = any_record (self, side, CUT_KIND_TAG, CUT_TRASH_EXCLUDED);
  g_autoptr (CutRecord) above = any_record (self, side, CUT_KIND_TAG, CUT_TRASH_EXCLUDED);
  g_autofree char *label = any_word (self);

  if (any (self, 4) == 0)
    put (side, cut_record_new (CUT_KIND_TAG, "label", label, "parent", above != NULL ? cut_record_get_id (above) : NULL, NULL));
  else if (tag != NULL && above != NULL)
    put (side, cut_record_with (tag, "parent", cut_record_get_id (above), NULL));
}

static void
annotate (World           *self,
          CutTestNotebook *side)
{
  g_autoptr (CutRecord) clip = any_record (self, side, CUT_KIND_CLIP, CUT_TRASH_EXCLUDED);
  g_autoptr (CutReading) reading = clip != NULL ? cut_notebook_read (side->notebook, cut_record_get_id (clip), NULL) : NULL;
  guint start = any (self, 200);
  CutAct *act = reading != NULL ? cut_marking_annotate (reading, "highlight", start, start + 1 + any (self, 60), NULL, NULL, NULL) : NULL;

  if (act != NULL)
    commit (side, act);
}

static void
check (World           *self,
       CutTestNotebook *side)
{
  g_autoptr (CutRecord) claim = any_record (self, side, CUT_KIND_CLAIM, CUT_TRASH_EXCLUDED);
  g_autofree char *note = any_word (self);

  if (claim != NULL)
    put (side, cut_record_new (CUT_KIND_CHECK, "claim", cut_record_get_id (claim), "note", note, NULL));
}

static void
undo (World           *self,
      CutTestNotebook *side)
{
  g_free (cut_notebook_undo (side->notebook, NULL));
  if (any (self, 3) == 0)
    g_free (cut_notebook_redo (side->notebook, NULL));
}

typedef void (*ActFunc) (World *self, CutTestNotebook *side);

/* Editing most of all. */
static const ActFunc acts[] = { edit, edit, edit, edit, edit, edit, merge_or_part, merge_or_part, tag_tree, tag_tree, annotate, check, undo, undo, trash, trash, restore };
#define N_WITHOUT_TRASH 14

static void
act_somehow (World           *self,
             CutTestNotebook *side)
{
  g_autoptr (GHashTable) before = tokens_of (side);
  g_autoptr (GHashTable) after = NULL;

  acts[any (self, self->trash ? G_N_ELEMENTS (acts) : N_WITHOUT_TRASH)](self, side);
  after = tokens_of (side);
  add_missing (self->said, after, before);
  add_missing (self->unsaid, before, after);
}

/* Exchange. */

static void
export (CutTestNotebook *side,
        const char      *path)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (CutExportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  request->path = g_strdup (path);
  request->all = TRUE;
  report = cut_notebook_export (side->notebook, request, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: whether that changed anything; what becomes of contributors is none of it */
static gboolean
import (CutTestNotebook *side,
        const char      *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutImportReport) report = cut_notebook_import (side->notebook, path, NULL, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->failed->len, ==, 0);
  g_hash_table_remove (report->added, "contributors");
  return g_hash_table_size (report->added) > 0 || g_hash_table_size (report->changed) > 0;
}

static void
exchange (World *self,
          guint  from,
          guint  to)
{
  export (&self->copies[from], self->bundle);
  import (&self->copies[to], self->bundle);
}

/* Everybody exports, then everybody imports what the others made, each in an order of her own. Returns: whether that changed anything */
static gboolean
exchange_all (World *self)
{
  g_auto (GStrv) paths = g_new0 (char *, MOST_COPIES + 1);
  gboolean changed = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      paths[i] = g_build_filename (self->copies[i].folder, "mine.cuttings.zip", NULL);
      export (&self->copies[i], paths[i]);
    }
  for (guint to = 0; to < self->n; to++)
    for (guint k = 0, first = any (self, self->n); k < self->n; k++)
      if ((first + k) % self->n != to)
        changed |= import (&self->copies[to], paths[(first + k) % self->n]);
  return changed;
}

static gboolean
all_are_alike (World *self)
{
  g_autofree char *first = dump_to_compare (&self->copies[0], self->trash);

  for (guint i = 1; i < self->n; i++)
    {
      g_autofree char *other = dump_to_compare (&self->copies[i], self->trash);

      if (!g_str_equal (first, other))
        return FALSE;
    }
  return TRUE;
}

static void
tell_line (World      *self,
           guint       there,
           guint       other,
           const char *line)
{
  g_autoptr (JsonNode) root = json_from_string (line, NULL);
  const char *id = root != NULL ? json_object_get_string_member (json_node_get_object (root), "id") : NULL;
  guint sides[] = { there, other };

  g_test_message ("only in copy %u: %s", there, line);
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (CutRecord) record = cut_notebook_get (self->copies[sides[i]].notebook, id, NULL);
      g_autofree char *whole = record != NULL ? cut_record_to_line (record, CUT_JSON_PLAIN) : NULL;

      g_test_message ("copy %u has: %s", sides[i], whole != NULL ? whole : "nothing");
    }
}

/* The objects that two copies do not hold alike, whole, as each has them. */
static void
tell_difference (World *self,
                 guint  a,
                 guint  b)
{
  g_autofree char *one = dump_to_compare (&self->copies[a], self->trash);
  g_autofree char *two = dump_to_compare (&self->copies[b], self->trash);
  g_auto (GStrv) ours = g_strsplit (one, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (two, "\n", -1);

  for (guint i = 0; ours[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) theirs, ours[i]))
      tell_line (self, a, b, ours[i]);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) ours, theirs[i]))
      tell_line (self, b, a, theirs[i]);
}

/* Taking an import back puts its clips into the Trash, also where nobody throws anything away. */
static gboolean
is_anything_trashed (World *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GPtrArray) clips = list (&self->copies[i], CUT_KIND_CLIP, CUT_TRASH_ONLY);

      if (clips->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* They go on until nobody learns anything new, and then hold the same. */
static void
come_together (World *self)
{
  guint rounds = 0;

  while (exchange_all (self) && rounds < MOST_ROUNDS)
    rounds++;
  self->trash = self->trash || is_anything_trashed (self);
  for (guint i = 1; i < self->n; i++)
    tell_difference (self, 0, i);
  g_assert_cmpuint (rounds, <, MOST_ROUNDS);
  g_assert_true (all_are_alike (self));
}

/* What comes out. */

static void
assert_nothing_lost (World *self)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer token;
  guint lost = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GHashTable) tokens = tokens_of (&self->copies[i]);

      add_missing (there, tokens, NULL);
    }
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &token, NULL))
    if (!g_hash_table_contains (there, token) && !g_hash_table_contains (self->unsaid, token))
      lost++, g_test_message ("lost: %s", (const char *) token);
  g_assert_cmpuint (lost, ==, 0);
}

static void
assert_no_circle (CutTestNotebook *side)
{
  g_autoptr (GPtrArray) tags = list (side, CUT_KIND_TAG, CUT_TRASH_INCLUDED);

  for (guint i = 0; i < tags->len; i++)
    {
      g_autoptr (CutRecord) at = g_object_ref (g_ptr_array_index (tags, i));

      for (guint steps = 0; at != NULL; steps++)
        {
          const char *parent = cut_tag_get_parent (CUT_TAG (at));
          CutRecord *above = parent != NULL ? cut_notebook_get (side->notebook, parent, NULL) : NULL;

          g_assert_cmpuint (steps, <=, tags->len);
          g_set_object (&at, above);
          g_clear_object (&above);
        }
    }
}

/* The world. */

static void
fill (CutTestNotebook *side)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (side->notebook, CUT_TEST_ARTICLE);
  CutAct *act = cut_act_new ("Fill");
  CutRecord *claims[3], *entities[4], *tags[3];
  CutRecord *source = cut_record_new (CUT_KIND_SOURCE, "label", "Chair of the board", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    cut_act_take (act, tags[i] = cut_record_new (CUT_KIND_TAG, "label", ((const char *[]) { "harbour", "tank", "board" })[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    cut_act_take (act, entities[i] = cut_record_new (CUT_KIND_ENTITY, "name", ((const char *[]) { "Jon Berg", "J. Berg", "John Berg", "Berg" })[i],
                                                     "schema", "Person", "summary", i % 2 == 0 ? "Chairs the board." : NULL, NULL));
  cut_act_take (act, source);
  cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_STORY, "title", "The port", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      const char *about[] = { cut_record_get_id (entities[i]), NULL };

      cut_act_take (act, claims[i] = cut_record_new (CUT_KIND_CLAIM, "text", "A second tank leaked.", "entities", about, NULL));
      cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claims[i]), "source", cut_record_get_id (source), NULL));
    }
  cut_act_take (act, cut_record_new (CUT_KIND_RELATION, "schema", "Family", "from", cut_record_get_id (entities[0]), "to", cut_record_get_id (entities[1]), NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (entities[2]), "property", "nationality", "value", "se", NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_EVENT, "text", "The tank leaks", NULL));
  cut_act_take (act, cut_record_new (CUT_KIND_ENQUIRY, "claim", cut_record_get_id (claims[0]), "whom", "The board", "question", "Since when?", NULL));
  g_assert_true (commit (side, act));
}

static void
live (guint32 seed,
      guint   steps)
{
  World self = { .rand = g_rand_new_with_seed (seed) };

  g_test_message ("CUTTINGS_MERGE_SEED=%u", seed);
  self.trash = any (&self, 2) == 0;
  self.n = 2 + any (&self, MOST_COPIES - 1);
  self.said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.unsaid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self.n; i++)
    cut_test_notebook_set_up (&self.copies[i], NULL);
  self.bundle = g_build_filename (self.copies[0].folder, "out.cuttings.zip", NULL);
  fill (&self.copies[0]);
  for (guint i = 1; i < self.n; i++)
    exchange (&self, 0, i);
  for (guint i = 0; i < steps; i++)
    if (any (&self, 12) == 0)
      exchange (&self, any (&self, self.n), any (&self, self.n));
    else
      act_somehow (&self, &self.copies[any (&self, self.n)]);
  come_together (&self);
  assert_nothing_lost (&self);
  assert_no_circle (&self.copies[0]);
  for (guint i = 0; i < self.n; i++)
    cut_test_notebook_tear_down (&self.copies[i], NULL);
  g_hash_table_unref (self.said);
  g_hash_table_unref (self.unsaid);
  g_free (self.bundle);
  g_rand_free (self.rand);
}

static void
test_histories (void)
{
  const char *number = g_getenv ("CUTTINGS_MERGE_HISTORIES");
  const char *seed = g_getenv ("CUTTINGS_MERGE_SEED");
  guint histories = number != NULL ? (guint) atoi (number) : 3;

  if (seed != NULL)
    live ((guint32) g_ascii_strtoull (seed, NULL, 10), 60);
  for (guint i = 0; seed == NULL && i < histories; i++)
    live (g_random_int (), 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notebook/merge/histories", test_histories);
  return g_test_run ();
}
