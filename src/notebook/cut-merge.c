/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-id.h"
#include "cut-secrets.h"

static gboolean
came_from (CutRecord  *record,
           const char *rev)
{
  return rev != NULL && g_strv_contains (cut_record_get_strv (record, CUT_RECORD_PARENTS), rev);
}

/* History, the moment and who said it first are no statements. */
static gboolean
is_statement (guint field)
{
  return field != CUT_RECORD_ID && field != CUT_RECORD_CREATED && field != CUT_RECORD_MODIFIED &&
         field != CUT_RECORD_CONTRIBUTOR &&
         field != CUT_RECORD_REV && field != CUT_RECORD_PARENTS;
}

static CutRecord *
with_field_of (CutRecord *record,
               CutRecord *other,
               guint      field)
{
  return cut_record_with_value (record, field, cut_record_get_value (other, field));
}

static gboolean
same_field (CutRecord *a,
            CutRecord *b,
            guint      field)
{
  g_autoptr (CutRecord) left = with_field_of (a, a, field);
  g_autoptr (CutRecord) right = with_field_of (a, b, field);
  gint64 modified = cut_record_get_int (left, CUT_RECORD_MODIFIED);
  g_autoptr (CutRecord) level = cut_record_with (right, "modified", modified, NULL);

  return cut_record_equal (left, level);
}

gboolean
cut_merge_says_same (CutRecord *a,
                     CutRecord *b)
{
  g_autoptr (CutRecord) level = NULL;

  if (cut_record_get_kind (a) != cut_record_get_kind (b))
    return FALSE;
  level = cut_record_with (b, "id", cut_record_get_id (a), "created", cut_record_get_int (a, CUT_RECORD_CREATED), "modified",
                           cut_record_get_int (a, CUT_RECORD_MODIFIED), "contributor",
                           cut_record_get_string (a, CUT_RECORD_CONTRIBUTOR), "rev", cut_record_get_rev (a), "parents",
                           cut_record_get_strv (a, CUT_RECORD_PARENTS), NULL);
  return cut_record_equal (a, level);
}

CutVerdict
cut_merge_judge (CutRecord *ours,
                 CutRecord *theirs)
{
  if (ours == NULL)
    return CUT_VERDICT_NEW;
  if (g_strcmp0 (cut_record_get_rev (ours), cut_record_get_rev (theirs)) == 0 ||
      came_from (ours, cut_record_get_rev (theirs)))
    return CUT_VERDICT_SAME;
  if (came_from (theirs, cut_record_get_rev (ours)))
    return CUT_VERDICT_NEWER;
  return cut_merge_says_same (ours, theirs) ? CUT_VERDICT_SAME : CUT_VERDICT_DIVERGED;
}

const char *
cut_merge_find_base (CutRecord *ours,
                     CutRecord *theirs)
{
  const char *const *parents = cut_record_get_strv (ours, CUT_RECORD_PARENTS);
  const char *base = NULL;

  for (guint i = 0; parents[i] != NULL; i++)
    if (came_from (theirs, parents[i]))
      base = parents[i];
  return base;
}

char *
cut_merge_describe (CutRecord *record)
{
  g_autofree char *title = cut_record_get_title (record);

  return g_strdup_printf ("%s “%s”", cut_kind_get_label (cut_record_get_kind (record)), title);
}

/* Joining. */

typedef struct
{
  CutRecord *ours;
  CutRecord *theirs;
  CutRecord *base; /* (nullable) */
  CutClasses *same; /* (nullable) */
  CutRecord *joined; /* (owned) */
  gboolean conflict;
  GPtrArray *conflicts;
} Join;

static gboolean
is_withheld (CutRecord      *record,
             const CutField *field,
             guint           i)
{
  if (field->type == CUT_FIELD_ID)
    return g_strcmp0 (cut_record_get_string (record, i), CUT_ID_WITHHELD) == 0;
  if (field->type == CUT_FIELD_IDS)
    return g_strv_contains (cut_record_get_strv (record, i), CUT_ID_WITHHELD);
  return (field->flags & CUT_FIELD_CONTACT) != 0 && !cut_record_has_value (record, i);
}

static char *
field_text (CutRecord      *record,
            const CutField *field)
{
  g_autoptr (JsonObject) object = cut_record_to_json (record, CUT_JSON_PLAIN);
  JsonNode *node = json_object_get_member (object, field->name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("–");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  return json_to_string (node, FALSE);
}

static void
add_conflict (Join           *self,
              const CutField *field)
{
  g_autofree char *name = cut_merge_describe (self->ours);
  g_autofree char *ours = field_text (self->ours, field);
  g_autofree char *theirs = field_text (self->theirs, field);

  self->conflict = TRUE;
  g_ptr_array_add (self->conflicts,
                   /* Translators: an object, one of its fields, and the two values it has */
                   g_strdup_printf (_("%s: %s is “%s” here and “%s” there; ours was kept"), name, field->name, ours,
                                    theirs));
}

static void
take (Join  *self,
      guint  field)
{
  CutRecord *next = with_field_of (self->joined, self->theirs, field);

  g_object_unref (self->joined);
  self->joined = next;
}

static void
add_unless_gone (GPtrArray         *list,
                 const char        *entry,
                 const char *const *base,
                 const char *const *other)
{
  gboolean removed = base != NULL && g_strv_contains (base, entry) && !g_strv_contains (other, entry);

  if (!removed && !g_ptr_array_find_with_equal_func (list, entry, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) entry);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Entries of both, but for those that one side took out; sorted, so that both sides come to the same list. */
static void
join_lists (Join  *self,
            guint  field)
{
  const char *const *ours = cut_record_get_strv (self->ours, field);
  const char *const *theirs = cut_record_get_strv (self->theirs, field);
  const char *const *base = self->base != NULL ? cut_record_get_strv (self->base, field) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_auto (GValue) value = G_VALUE_INIT;
  CutRecord *next;

  for (guint i = 0; ours[i] != NULL; i++)
    add_unless_gone (list, ours[i], base, theirs);
  for (guint i = 0; theirs[i] != NULL; i++)
    add_unless_gone (list, theirs[i], base, ours);
  g_ptr_array_sort (list, compare_strings);
  g_ptr_array_add (list, NULL);
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, list->pdata);
  next = cut_record_with_value (self->joined, field, &value);
  g_object_unref (self->joined);
  self->joined = next;
}

/* Whether both name the same entity, each by another of its ids. */
static gboolean
means_same (Join           *self,
            const CutField *field,
            guint           i)
{
  if (self->same == NULL || field->type != CUT_FIELD_ID || !cut_record_has_value (self->ours, i) ||
      !cut_record_has_value (self->theirs, i))
    return FALSE;
  return g_str_equal (cut_classes_find (self->same, cut_record_get_string (self->ours, i)),
                      cut_classes_find (self->same, cut_record_get_string (self->theirs, i)));
}

/* Both sides take the smaller id. */
static void
take_smaller (Join  *self,
              guint  field)
{
  if (strcmp (cut_record_get_string (self->theirs, field), cut_record_get_string (self->ours, field)) < 0)
    take (self, field);
}

static void
join_field (Join           *self,
            const CutField *field,
            guint           i)
{
  gboolean list = field->type == CUT_FIELD_IDS || field->type == CUT_FIELD_STRINGS;

  /* What is locked here cannot be compared: it stays. */
  if (cut_secrets_hides (self->ours, i) || is_withheld (self->theirs, field, i) || same_field (self->ours, self->theirs, i))
    return;
  if (self->base != NULL && same_field (self->base, self->theirs, i))
    return;
  if ((self->base != NULL && same_field (self->base, self->ours, i)) ||
      (self->base == NULL && !cut_record_has_value (self->ours, i)) || is_withheld (self->ours, field, i))
    take (self, i);
  else if (list)
    join_lists (self, i);
  else if (means_same (self, field, i))
    take_smaller (self, i);
  else if (self->base != NULL || cut_record_has_value (self->theirs, i))
    add_conflict (self, field);
}

/* Every revision either side came from, sorted. */
static char **
all_parents (Join *self)
{
  CutRecord *const sides[] = { self->ours, self->theirs };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  guint n = self->conflict ? 1 : 2;

  for (guint side = 0; side < n; side++)
    {
      const char *const *parents = cut_record_get_strv (sides[side], CUT_RECORD_PARENTS);

      for (guint i = 0; parents[i] != NULL; i++)
        add_unless_gone (list, parents[i], NULL, NULL);
      if (cut_record_get_rev (sides[side]) != NULL)
        add_unless_gone (list, cut_record_get_rev (sides[side]), NULL, NULL);
    }
  g_ptr_array_sort (list, compare_strings);
  g_ptr_array_add (list, NULL);
  return g_strdupv ((char **) list->pdata);
}

static CutRecord *
with_history (Join *self)
{
  gint64 modified = MAX (cut_record_get_int (self->ours, CUT_RECORD_MODIFIED),
                         cut_record_get_int (self->theirs, CUT_RECORD_MODIFIED));
  g_autoptr (CutRecord) dated = cut_record_with (self->joined, "modified", modified, NULL);
  g_auto (GStrv) parents = all_parents (self);

  return cut_record_with_revision (dated, (const char *const *) parents);
}

/* Deleting here and editing there is no matter of fields. */
static gboolean
is_deleted_against_edit (Join *self)
{
  return cut_record_is_deleted (self->ours) != cut_record_is_deleted (self->theirs);
}

static void
add_deletion_conflict (Join *self)
{
  g_autofree char *name = cut_merge_describe (self->ours);

  self->conflict = TRUE;
  g_ptr_array_add (self->conflicts,
                   g_strdup_printf (cut_record_is_deleted (self->ours)
                                        /* Translators: an object */
                                        ? _("%s: deleted here and changed there; it stays in the Trash")
                                        : _("%s: changed here and deleted there; it was kept"),
                                    name));
}

CutRecord *
cut_merge_join (CutRecord *ours,
                CutRecord *theirs,
                CutRecord *base,
                CutClasses *same,
                GPtrArray *conflicts)
{
  Join self = { ours, theirs, base, same, g_object_ref (ours), FALSE, conflicts };
  g_autoptr (CutRecord) joined = NULL;
  guint n_fields;
  const CutField *fields = cut_record_get_fields (ours, &n_fields);

  if (is_deleted_against_edit (&self))
    add_deletion_conflict (&self);
  else
    for (guint i = 0; i < n_fields; i++)
      if (is_statement (i) && i != CUT_RECORD_DELETED)
        join_field (&self, &fields[i], i);
  joined = self.joined;
  if (self.conflict && cut_merge_says_same (joined, ours))
    return g_object_ref (ours);
  self.joined = joined;
  return with_history (&self);
}
