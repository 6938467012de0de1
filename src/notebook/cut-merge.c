/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-id.h"
#include "cut-json.h"
#include "cut-secrets.h"
#include "cut-written.h"

/* One version of the object. */
typedef struct
{
  CutRecord *record;
  CutWritten *written;
  JsonObject *json;      /* its values, as JSON */
  JsonObject *conflicts; /* (nullable) */
  gboolean deletion;     /* nothing is known of it but that it is in the Trash */
} Side;

/* What somebody wrote into a field. */
typedef struct
{
  JsonNode *node; /* (owned) */
  char *text;     /* (owned): the same as canonical JSON; `null` for nothing */
  char *by;       /* (owned): the write */
} Statement;

typedef struct
{
  Side ours;
  Side theirs;
  CutClasses *same;      /* (nullable) */
  CutWritten *written;   /* of what comes out */
  JsonObject *json;
  JsonObject *conflicts;
} Join;

char *
cut_merge_describe (CutRecord *record)
{
  g_autofree char *title = cut_record_get_title (record);

  return g_strdup_printf ("%s “%s”", cut_kind_get_label (cut_record_get_kind (record)), title);
}

gboolean
cut_merge_says_same (CutRecord *a,
                     CutRecord *b)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (a, &n_fields);

  if (cut_record_get_kind (a) != cut_record_get_kind (b))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    /* When something was put into the Trash matters to nobody. */
    if (i == CUT_RECORD_DELETED ? cut_record_is_deleted (a) != cut_record_is_deleted (b)
                                : (cut_written_is_statement (fields, i) || i == CUT_RECORD_CONFLICTS || (fields[i].flags & CUT_FIELD_SEALED) != 0) &&
                                      !cut_record_same_value (a, b, i))
      return FALSE;
  return TRUE;
}

/* Sides. */

static void
side_init (Side      *self,
           CutRecord *record)
{
  self->record = record;
  self->written = cut_written_new (record);
  self->json = cut_record_to_json (record, CUT_JSON_PLAIN);
  self->conflicts = cut_conflicts_get (record);
  self->deletion = FALSE;
}

static void
side_clear (Side *self)
{
  g_clear_pointer (&self->written, cut_written_free);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->conflicts, json_object_unref);
}

static JsonArray *
side_conflicts (const Side *self,
                const char *field)
{
  return self->conflicts != NULL ? cut_json_get_array (self->conflicts, field) : NULL;
}

/* Object @i of @array; NULL where a stranger put something else there. */
static JsonObject *
get_object (JsonArray *array,
            guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Whether something of @write still stands in @field there. */
static gboolean
side_holds (const Side *self,
            const char *field,
            const char *write)
{
  JsonArray *array = side_conflicts (self, field);

  if (g_strcmp0 (cut_written_find (self->written, field, NULL), write) == 0)
    return TRUE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *other = get_object (array, i);

      if (other != NULL && g_strcmp0 (cut_json_get_string (other, "by"), write) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Statements. */

static void
statement_free (gpointer data)
{
  Statement *self = data;

  json_node_unref (self->node);
  g_free (self->text);
  g_free (self->by);
  g_free (self);
}

/* @node: (nullable) */
static void
add_statement (GPtrArray  *list,
               JsonNode   *node,
               const char *by)
{
  Statement *self = g_new0 (Statement, 1);

  self->node = node != NULL ? json_node_copy (node) : json_node_new (JSON_NODE_NULL);
  self->text = cut_json_canonical (self->node);
  self->by = g_strdup (by);
  g_ptr_array_add (list, self);
}

/* Whether @self says nothing about field @i: nobody ever wrote it, or it does not tell that somebody did. Then nothing was replaced. */
static gboolean
is_silent (const Side     *self,
           const CutField *field)
{
  return cut_written_find (self->written, field->name, NULL) == NULL;
}

/* What was seen there and stands there no more was replaced there. */
static void
add_unless_replaced (GPtrArray      *list,
                     JsonNode       *node,
                     const char     *by,
                     const Side     *other,
                     const CutField *field)
{
  if (by != NULL && (is_silent (other, field) || !cut_written_has_seen (other->written, by) || side_holds (other, field->name, by)))
    add_statement (list, node, by);
}

static void
add_side (GPtrArray      *list,
          const Side     *self,
          const Side     *other,
          const CutField *field,
          guint           i)
{
  JsonArray *array = side_conflicts (self, field->name);
  JsonNode *node = cut_record_has_value (self->record, i) ? json_object_get_member (self->json, field->name) : NULL;

  add_unless_replaced (list, node, cut_written_find (self->written, field->name, NULL), other, field);
  for (guint n = 0; array != NULL && n < json_array_get_length (array); n++)
    {
      JsonObject *also = get_object (array, n);

      if (also != NULL)
        add_unless_replaced (list, json_object_get_member (also, "value"), cut_json_get_string (also, "by"), other, field);
    }
}

/* What one side put into the Trash while the other changed it stands: a write that follows from the deletion alone, so that all come
 * to the same. */
static void
add_keeping (GPtrArray  *list,
             const Side *deleted,
             const Side *changed)
{
  const char *by = cut_written_find (deleted->written, "deleted", NULL);
  g_autofree char *keep = NULL;

  if (by == NULL || !cut_record_is_deleted (deleted->record) || cut_record_is_deleted (changed->record) || cut_written_has_seen (changed->written, by) ||
      !cut_written_has_news (changed->written, deleted->written, "deleted"))
    return;
  keep = g_strconcat ("keep-", by, NULL);
  add_statement (list, NULL, keep);
}

/* Whether both say the same in other words: another id of the same entity, another moment of the same deletion. */
static gboolean
means_same (Join            *self,
            const CutField  *field,
            guint            i,
            const Statement *a,
            const Statement *b)
{
  const char *one, *two;

  if (g_str_equal (a->text, b->text))
    return TRUE;
  if (JSON_NODE_HOLDS_NULL (a->node) || JSON_NODE_HOLDS_NULL (b->node))
    return FALSE;
  if (i == CUT_RECORD_DELETED)
    return TRUE;
  if (field->type != CUT_FIELD_ID || self->same == NULL)
    return FALSE;
  one = json_node_get_string (a->node);
  two = json_node_get_string (b->node);
  return one != NULL && two != NULL && g_str_equal (cut_classes_find (self->same, one), cut_classes_find (self->same, two));
}

/* Of two that mean the same: the smaller wording, and the smaller write, which nobody drops. */
static void
fold (Statement *into,
      Statement *from)
{
  if (strcmp (from->text, into->text) < 0)
    {
      JsonNode *node = into->node;
      char *text = into->text;

      into->node = from->node;
      into->text = from->text;
      from->node = node;
      from->text = text;
    }
  if (strcmp (from->by, into->by) < 0)
    {
      char *by = into->by;

      into->by = from->by;
      from->by = by;
    }
}

static void
fold_all (Join           *self,
          GPtrArray      *list,
          const CutField *field,
          guint           i)
{
  for (guint n = 0; n < list->len; n++)
    for (guint m = list->len - 1; m > n; m--)
      if (means_same (self, field, i, g_ptr_array_index (list, n), g_ptr_array_index (list, m)))
        {
          fold (g_ptr_array_index (list, n), g_ptr_array_index (list, m));
          g_ptr_array_remove_index (list, m);
        }
}

static gboolean
names_withheld (const Statement *self)
{
  return g_str_equal (self->text, "\"" CUT_ID_WITHHELD "\"");
}

/* Whether @other is the better wording of one write than @first. A source that has another id here, for it had no name there, is ours:
 * the first. Of entities that were one for a while all take the same. */
static gboolean
is_better_wording (const CutField  *field,
                   const Statement *first,
                   const Statement *other)
{
  if (names_withheld (first) || names_withheld (other))
    return names_withheld (first);
  return field->target == CUT_KIND_ENTITY && strcmp (other->text, first->text) < 0;
}

/* One write that has another wording here, as what it names has another id here. */
static void
drop_doubles (GPtrArray      *list,
              const CutField *field)
{
  for (guint n = 0; n < list->len; n++)
    for (guint m = list->len - 1; m > n; m--)
      if (g_str_equal (((Statement *) g_ptr_array_index (list, n))->by, ((Statement *) g_ptr_array_index (list, m))->by))
        {
          if (is_better_wording (field, g_ptr_array_index (list, n), g_ptr_array_index (list, m)))
            {
              gpointer better = list->pdata[m];

              list->pdata[m] = list->pdata[n];
              list->pdata[n] = better;
            }
          g_ptr_array_remove_index (list, m);
        }
}

/* Which of two stands until it is settled: something before nothing, but what is not deleted before what is; of words the later in
 * their vocabulary, which of sensitivities and terms is the stricter. */
static int
compare_statements (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Statement *one = *(const Statement *const *) a;
  const Statement *two = *(const Statement *const *) b;
  const CutField *field = data;
  gboolean nothing_first = g_str_equal (field->name, "deleted");
  gboolean none_one = JSON_NODE_HOLDS_NULL (one->node);
  gboolean none_two = JSON_NODE_HOLDS_NULL (two->node);

  if (none_one != none_two)
    return none_one == nothing_first ? -1 : 1;
  if (names_withheld (one) != names_withheld (two))
    return names_withheld (one) ? 1 : -1;
  if (field->type == CUT_FIELD_WORD && !none_one && json_node_get_string (one->node) != NULL && json_node_get_string (two->node) != NULL)
    {
      guint place = cut_vocab_get_place (field->vocab, json_node_get_string (one->node));
      guint other = cut_vocab_get_place (field->vocab, json_node_get_string (two->node));

      if (place != other)
        return place > other ? -1 : 1;
    }
  return strcmp (two->text, one->text);
}

static JsonArray *
losers_to_json (GPtrArray *list)
{
  JsonArray *array = json_array_new ();

  for (guint i = 1; i < list->len; i++)
    {
      Statement *statement = g_ptr_array_index (list, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "by", statement->by);
      json_object_set_member (object, "value", json_node_copy (statement->node));
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Each side has seen what stands on the other, and has it no more: of what meant the same then, they kept different ones, and now nobody
 * knows any more that it was the same. One of the two stands, on all copies the same one. */
static void
add_smaller (GPtrArray      *list,
             Join           *self,
             const CutField *field,
             guint           i)
{
  const Side *sides[] = { &self->ours, &self->theirs };

  for (guint n = 0; n < G_N_ELEMENTS (sides); n++)
    {
      const char *by = cut_written_find (sides[n]->written, field->name, NULL);

      if (by == NULL)
        continue;
      add_statement (list, cut_record_has_value (sides[n]->record, i) ? json_object_get_member (sides[n]->json, field->name) : NULL, by);
    }
  if (list->len < G_N_ELEMENTS (sides))
    {
      g_ptr_array_set_size (list, 0);
      return;
    }
  fold (g_ptr_array_index (list, 0), g_ptr_array_index (list, 1));
  g_ptr_array_remove_index (list, 1);
}

/* Values. */

static void
join_value (Join           *self,
            const CutField *field,
            guint           i)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (statement_free);
  Statement *first;

  add_side (list, &self->ours, &self->theirs, field, i);
  add_side (list, &self->theirs, &self->ours, field, i);
  if (i == CUT_RECORD_DELETED)
    {
      add_keeping (list, &self->ours, &self->theirs);
      add_keeping (list, &self->theirs, &self->ours);
    }
  if (list->len == 0 && i != CUT_RECORD_DELETED)
    add_smaller (list, self, field, i);
  fold_all (self, list, field, i);
  drop_doubles (list, field);
  g_ptr_array_sort_with_data (list, compare_statements, (gpointer) field);
  /* What was only hidden here is there again. */
  if (list->len == 0 && i == CUT_RECORD_DELETED)
    json_object_set_null_member (self->json, field->name);
  if (list->len == 0)
    return;
  first = g_ptr_array_index (list, 0);
  json_object_set_member (self->json, field->name, json_node_copy (first->node));
  cut_written_put (self->written, field->name, NULL, first->by);
  if (list->len > 1)
    json_object_set_array_member (self->conflicts, field->name, losers_to_json (list));
}

/* Lists. */

static gboolean
is_partial (const Side *self,
            guint       i)
{
  return g_strv_contains (cut_record_get_strv (self->record, i), CUT_ID_WITHHELD);
}

/* An entry that one side has and the other has not was added there, or taken out here. */
static gboolean
is_added (const Side     *self,
          const Side     *other,
          const CutField *field,
          guint           i,
          const char     *entry)
{
  const char *by = cut_written_find (self->written, field->name, entry);

  if (g_str_equal (entry, CUT_ID_WITHHELD))
    return is_partial (other, i);
  return by == NULL || !cut_written_has_seen (other->written, by) || is_partial (other, i);
}

static const char *
smaller_write (const char *a,
               const char *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return strcmp (a, b) < 0 ? a : b;
}

/* Adds the entries of @self that stay. */
static void
add_entries (GPtrArray      *list,
             Join           *join,
             const Side     *self,
             const Side     *other,
             const CutField *field,
             guint           i)
{
  const char *const *others = cut_record_get_strv (other->record, i);

  for (const char *const *entry = cut_record_get_strv (self->record, i); *entry != NULL; entry++)
    {
      const char *by = cut_written_find (self->written, field->name, *entry);

      if (g_strv_contains (others, *entry))
        by = smaller_write (by, cut_written_find (other->written, field->name, *entry));
      else if (!is_added (self, other, field, i, *entry))
        continue;
      if (g_ptr_array_find_with_equal_func (list, *entry, g_str_equal, NULL))
        continue;
      cut_written_put (join->written, field->name, *entry, by);
      g_ptr_array_add (list, (gpointer) *entry);
    }
}

static gboolean
has_same_entries (const char *const *entries,
                  GPtrArray         *list)
{
  if (g_strv_length ((char **) entries) != list->len)
    return FALSE;
  for (; *entries != NULL; entries++)
    if (!g_ptr_array_find_with_equal_func (list, *entries, g_str_equal, NULL))
      return FALSE;
  return TRUE;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The order of the side that has seen all that the other has; where neither has, sorted, so that both come to the same. */
static JsonArray *
in_order (Join      *self,
          GPtrArray *list,
          guint      i)
{
  const char *const *ours = cut_record_get_strv (self->ours.record, i);
  const char *const *theirs = cut_record_get_strv (self->theirs.record, i);
  gboolean ours_later = cut_written_covers (self->ours.written, self->theirs.written);
  gboolean theirs_later = cut_written_covers (self->theirs.written, self->ours.written);
  const char *const *order = NULL;
  JsonArray *array = json_array_new ();

  if (has_same_entries (ours, list) && ((ours_later && !theirs_later) || g_strv_equal (ours, theirs)))
    order = ours;
  else if (has_same_entries (theirs, list) && theirs_later && !ours_later)
    order = theirs;
  if (order == NULL)
    g_ptr_array_sort (list, compare_strings);
  for (guint n = 0; n < list->len; n++)
    json_array_add_string_element (array, order != NULL ? order[n] : g_ptr_array_index (list, n));
  return array;
}

static void
join_set (Join           *self,
          const CutField *field,
          guint           i)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  /* Of a deletion no entries are known. */
  if (self->theirs.deletion)
    return;
  add_entries (list, self, &self->ours, &self->theirs, field, i);
  add_entries (list, self, &self->theirs, &self->ours, field, i);
  json_object_set_array_member (self->json, field->name, in_order (self, list, i));
}

/* All. */

static void
join_fields (Join *self)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self->ours.record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      /* What is locked here cannot be compared: it stays. */
      if (!cut_written_is_statement (fields, i) || cut_secrets_hides (self->ours.record, i))
        continue;
      if (cut_written_is_set (&fields[i]))
        join_set (self, &fields[i], i);
      else
        join_value (self, &fields[i], i);
    }
}

static void
add_parents (GPtrArray *list,
             CutRecord *record)
{
  const char *const *parents = cut_record_get_strv (record, CUT_RECORD_PARENTS);
  const char *rev = cut_written_is_joined (record) ? NULL : cut_record_get_rev (record);

  for (guint i = 0; parents[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (list, parents[i], g_str_equal, NULL))
      g_ptr_array_add (list, (gpointer) parents[i]);
  if (rev != NULL && !g_ptr_array_find_with_equal_func (list, rev, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) rev);
}

/* Every revision either side came from, sorted; but not what was only brought together, for that depends on the order. */
static char **
all_parents (Join *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  add_parents (list, self->ours.record);
  if (!self->theirs.deletion)
    add_parents (list, self->theirs.record);
  g_ptr_array_sort (list, compare_strings);
  g_ptr_array_add (list, NULL);
  return g_strdupv ((char **) list->pdata);
}

static const char *
smaller_text (CutRecord *a,
              CutRecord *b,
              guint      field)
{
  return smaller_write (cut_record_get_string (a, field), cut_record_get_string (b, field));
}

/* Whoever made it, and when it was last changed: the same whatever the order. */
static CutRecord *
with_history (Join      *self,
              CutRecord *record)
{
  CutRecord *ours = self->ours.record;
  CutRecord *theirs = self->theirs.record;
  g_autoptr (CutRecord) dated = NULL;
  g_autoptr (CutRecord) contested = cut_conflicts_with (record, self->conflicts);
  g_autoptr (CutRecord) written = cut_written_apply (self->written, contested, TRUE);
  g_auto (GStrv) parents = all_parents (self);

  dated = cut_record_with (written, "created", MIN (cut_record_get_int (ours, CUT_RECORD_CREATED), cut_record_get_int (theirs, CUT_RECORD_CREATED)),
                           "contributor", smaller_text (ours, theirs, CUT_RECORD_CONTRIBUTOR), "modified",
                           MAX (cut_record_get_int (ours, CUT_RECORD_MODIFIED), cut_record_get_int (theirs, CUT_RECORD_MODIFIED)), NULL);
  return cut_record_with_revision (dated, (const char *const *) parents);
}

/* Whether nothing is in @joined that @record does not have. */
static gboolean
is_all_of (CutRecord *record,
           CutRecord *joined)
{
  g_autoptr (CutWritten) written = cut_written_new (record);
  g_autoptr (CutRecord) alike = cut_written_apply (written, record, TRUE);

  return cut_merge_says_same (joined, record) && cut_record_same_value (joined, alike, CUT_RECORD_WRITTEN) &&
         cut_record_same_value (joined, record, CUT_RECORD_CONTRIBUTOR);
}

static CutRecord *
finish (Join *self)
{
  g_autoptr (CutRecord) plain = cut_record_from_json (cut_record_get_kind (self->ours.record), self->json, NULL);
  g_autoptr (CutRecord) joined = NULL;

  /* What a stranger put among the conflicts may be no value at all. */
  if (plain == NULL || !cut_record_validate (plain, NULL))
    return g_object_ref (self->ours.record);
  joined = with_history (self, plain);
  if (is_all_of (self->ours.record, joined))
    return g_object_ref (self->ours.record);
  if (!self->theirs.deletion && is_all_of (self->theirs.record, joined))
    return g_object_ref (self->theirs.record);
  return g_steal_pointer (&joined);
}

static CutRecord *
join_sides (Join *self)
{
  self->written = cut_written_new (self->ours.record);
  self->json = cut_record_to_json (self->ours.record, CUT_JSON_PLAIN);
  self->conflicts = json_object_new ();
  if (self->theirs.deletion)
    cut_written_see (self->written, cut_written_find (self->theirs.written, "deleted", NULL));
  else
    cut_written_see_all (self->written, self->theirs.written);
  join_fields (self);
  return finish (self);
}

static void
join_clear (Join *self)
{
  side_clear (&self->ours);
  side_clear (&self->theirs);
  g_clear_pointer (&self->written, cut_written_free);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->conflicts, json_object_unref);
}

CutRecord *
cut_merge_join (CutRecord  *ours,
                CutRecord  *theirs,
                CutClasses *same)
{
  Join self = { .same = same };
  CutRecord *joined;

  if (g_strcmp0 (cut_record_get_rev (ours), cut_record_get_rev (theirs)) == 0)
    return g_object_ref (ours);
  side_init (&self.ours, ours);
  side_init (&self.theirs, theirs);
  joined = join_sides (&self);
  join_clear (&self);
  return joined;
}

/* A record that says nothing but that it was put into the Trash. */
static CutRecord *
make_deletion (CutRecord  *ours,
               gint64      deleted)
{
  g_autoptr (CutRecord) blank = cut_record_new_blank (cut_record_get_kind (ours));

  return cut_record_with (blank, "id", cut_record_get_id (ours), "created", cut_record_get_int (ours, CUT_RECORD_CREATED), "modified", (gint64) 0,
                          "contributor", cut_record_get_string (ours, CUT_RECORD_CONTRIBUTOR), "deleted", deleted, NULL);
}

CutRecord *
cut_merge_bury (CutRecord         *ours,
                gint64             deleted,
                const char        *write,
                const char *const *seen)
{
  g_autoptr (CutRecord) deletion = make_deletion (ours, deleted);
  Join self = { .same = NULL };
  CutRecord *joined;

  side_init (&self.ours, ours);
  side_init (&self.theirs, deletion);
  self.theirs.deletion = TRUE;
  cut_written_put (self.theirs.written, "deleted", NULL, write);
  for (; *seen != NULL; seen++)
    cut_written_see (self.theirs.written, *seen);
  joined = join_sides (&self);
  join_clear (&self);
  return joined;
}

/* Sentences. */

static char *
node_to_words (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("–");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

static char *
describe_conflict (CutRecord  *record,
                   JsonObject *values,
                   const char *field,
                   JsonArray  *others)
{
  g_autofree char *name = cut_merge_describe (record);
  g_autofree char *value = node_to_words (json_object_get_member (values, field));
  g_autoptr (GString) also = g_string_new (NULL);

  if (g_str_equal (field, "deleted"))
    /* Translators: an object */
    return g_strdup_printf (_("%s: deleted by one and changed by another; it was kept until you settle it"), name);
  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonObject *other = get_object (others, i);
      g_autofree char *text = other != NULL ? node_to_words (json_object_get_member (other, "value")) : NULL;

      if (text != NULL)
        g_string_append_printf (also, "%s“%s”", also->len > 0 ? ", " : "", text);
    }
  /* Translators: an object, one of its fields, the value it has, and one or more other values in quotation marks */
  return g_strdup_printf (_("%s: %s is “%s”, and somebody else wrote %s; both are kept until you settle it"), name, field, value, also->str);
}

void
cut_merge_add_conflicts (CutRecord *record,
                         GPtrArray *conflicts)
{
  g_autoptr (JsonObject) open = cut_conflicts_get (record);
  g_autoptr (JsonObject) values = open != NULL ? cut_record_to_json (record, CUT_JSON_PLAIN) : NULL;
  g_autoptr (GList) fields = open != NULL ? g_list_sort (json_object_get_members (open), (GCompareFunc) strcmp) : NULL;

  for (GList *at = fields; at != NULL; at = at->next)
    {
      JsonArray *others = cut_json_get_array (open, at->data);

      if (others != NULL)
        g_ptr_array_add (conflicts, describe_conflict (record, values, at->data, others));
    }
}
