/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-written.h"

#include <string.h>

#include "cut-json.h"

struct _CutWritten
{
  GHashTable *by;   /* (owned) (element-type utf8 utf8): field, or field and entry → write */
  GHashTable *seen; /* (owned) (element-type utf8 gint64): session → how far */
};

gboolean
cut_written_is_statement (const CutField *fields,
                          guint           field)
{
  switch (field)
    {
    case CUT_RECORD_ID:
    case CUT_RECORD_CREATED:
    case CUT_RECORD_MODIFIED:
    case CUT_RECORD_CONTRIBUTOR:
    case CUT_RECORD_REV:
    case CUT_RECORD_PARENTS:
    case CUT_RECORD_WRITTEN:
    case CUT_RECORD_CONFLICTS:
      return FALSE;
    default:
      return (fields[field].flags & CUT_FIELD_SEALED) == 0;
    }
}

gboolean
cut_written_is_set (const CutField *field)
{
  return (field->type == CUT_FIELD_IDS || field->type == CUT_FIELD_STRINGS) && (field->flags & CUT_FIELD_ORDERED) == 0;
}

/* Field names hold no line break. */
static char *
key_of (const char *field,
        const char *entry)
{
  return entry != NULL ? g_strconcat (field, "\n", entry, NULL) : g_strdup (field);
}

/* SESSION.N; FALSE for what is not. */
static gboolean
split_write (const char *write,
             char      **session,
             gint64     *n)
{
  const char *dot = strrchr (write, '.');
  guint64 number;

  if (dot == NULL || dot == write || !g_ascii_string_to_unsigned (dot + 1, 10, 0, G_MAXINT64, &number, NULL))
    return FALSE;
  *session = g_strndup (write, (gsize) (dot - write));
  *n = (gint64) number;
  return TRUE;
}

static gint64
seen_of (CutWritten *self,
         const char *session)
{
  const gint64 *n = g_hash_table_lookup (self->seen, session);

  return n != NULL ? *n : -1;
}

static void
see_up_to (CutWritten *self,
           const char *session,
           gint64      n)
{
  if (n > seen_of (self, session))
    g_hash_table_replace (self->seen, g_strdup (session), g_memdup2 (&n, sizeof n));
}

void
cut_written_see (CutWritten *self,
                 const char *write)
{
  g_autofree char *session = NULL;
  gint64 n;

  if (split_write (write, &session, &n))
    see_up_to (self, session, n);
}

gboolean
cut_written_has_seen (CutWritten *self,
                      const char *write)
{
  g_autofree char *session = NULL;
  gint64 n;

  return split_write (write, &session, &n) && n <= seen_of (self, session);
}

gboolean
cut_written_covers (CutWritten *self,
                    CutWritten *other)
{
  GHashTableIter iter;
  gpointer session, n;

  g_hash_table_iter_init (&iter, other->seen);
  while (g_hash_table_iter_next (&iter, &session, &n))
    if (*(gint64 *) n > seen_of (self, session))
      return FALSE;
  return TRUE;
}

void
cut_written_see_all (CutWritten *self,
                     CutWritten *other)
{
  GHashTableIter iter;
  gpointer session, n;

  g_hash_table_iter_init (&iter, other->seen);
  while (g_hash_table_iter_next (&iter, &session, &n))
    see_up_to (self, session, *(gint64 *) n);
}

gboolean
cut_written_has_news (CutWritten *self,
                      CutWritten *other,
                      const char *except)
{
  GHashTableIter iter;
  gpointer key, write;

  g_hash_table_iter_init (&iter, self->by);
  while (g_hash_table_iter_next (&iter, &key, &write))
    if (!g_str_equal (key, except) && !cut_written_has_seen (other, write))
      return TRUE;
  return FALSE;
}

char **
cut_written_list_seen (CutWritten *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GList) sessions = g_list_sort (g_hash_table_get_keys (self->seen), (GCompareFunc) strcmp);

  for (GList *at = sessions; at != NULL; at = at->next)
    {
      g_autofree char *write = g_strdup_printf ("%s.%" G_GINT64_FORMAT, (const char *) at->data, seen_of (self, at->data));

      g_strv_builder_add (builder, write);
    }
  return g_strv_builder_end (builder);
}

const char *
cut_written_find (CutWritten *self,
                  const char *field,
                  const char *entry)
{
  g_autofree char *key = key_of (field, entry);

  return g_hash_table_lookup (self->by, key);
}

void
cut_written_put (CutWritten *self,
                 const char *field,
                 const char *entry,
                 const char *write)
{
  g_autofree char *key = key_of (field, entry);

  if (write == NULL)
    {
      g_hash_table_remove (self->by, key);
      return;
    }
  g_hash_table_replace (self->by, g_steal_pointer (&key), g_strdup (write));
  cut_written_see (self, write);
}

/* Reading. */

static CutWritten *
new_empty (void)
{
  CutWritten *self = g_new0 (CutWritten, 1);

  self->by = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/* All that @record says is of one write. */
static void
put_all (CutWritten *self,
         CutRecord  *record,
         const char *write)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  cut_written_see (self, write);
  for (guint i = 0; i < n_fields; i++)
    {
      if (!cut_written_is_statement (fields, i) || !cut_record_has_value (record, i))
        continue;
      if (!cut_written_is_set (&fields[i]))
        cut_written_put (self, fields[i].name, NULL, write);
      else
        for (const char *const *entry = cut_record_get_strv (record, i); *entry != NULL; entry++)
          cut_written_put (self, fields[i].name, *entry, write);
    }
}

/* `tags:2` is the third entry of the tags. */
static void
put_named (CutWritten *self,
           CutRecord  *record,
           const char *name,
           const char *write)
{
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);
  int field = cut_kind_find_field (cut_record_get_kind (record), parts[0] != NULL ? parts[0] : "");
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);
  const char *const *list;
  guint64 place;

  if (field < 0 || cut_written_is_set (&fields[field]) != (parts[1] != NULL))
    return;
  if (parts[1] == NULL)
    {
      cut_written_put (self, fields[field].name, NULL, write);
      return;
    }
  list = cut_record_get_strv (record, (guint) field);
  if (g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT16, &place, NULL) && place < g_strv_length ((char **) list))
    cut_written_put (self, fields[field].name, list[place], write);
}

static void
read_by (CutWritten *self,
         CutRecord  *record,
         JsonObject *object)
{
  JsonObject *by = cut_json_get_object (object, "by");
  g_autoptr (GList) writes = by != NULL ? json_object_get_members (by) : NULL;

  for (GList *at = writes; at != NULL; at = at->next)
    {
      g_auto (GStrv) names = cut_json_get_strv (by, at->data);

      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        put_named (self, record, names[i], at->data);
    }
}

static void
read_seen (CutWritten *self,
           JsonObject *object)
{
  JsonObject *seen = cut_json_get_object (object, "seen");
  g_autoptr (GList) sessions = seen != NULL ? json_object_get_members (seen) : NULL;

  for (GList *at = sessions; at != NULL; at = at->next)
    see_up_to (self, at->data, cut_json_get_int (seen, at->data, -1));
}

static JsonNode *
parse (CutRecord *record,
       guint      field)
{
  const char *text = cut_record_get_string (record, field);
  g_autoptr (JsonNode) node = text != NULL ? cut_json_parse (text, -1, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

CutWritten *
cut_written_new (CutRecord *record)
{
  CutWritten *self = new_empty ();
  g_autoptr (JsonNode) node = parse (record, CUT_RECORD_WRITTEN);

  if (node == NULL)
    {
      put_all (self, record, CUT_WRITTEN_FIRST);
      return self;
    }
  read_by (self, record, json_node_get_object (node));
  read_seen (self, json_node_get_object (node));
  return self;
}

void
cut_written_free (CutWritten *self)
{
  g_hash_table_unref (self->by);
  g_hash_table_unref (self->seen);
  g_free (self);
}

gboolean
cut_written_is_joined (CutRecord *record)
{
  g_autoptr (JsonNode) node = parse (record, CUT_RECORD_WRITTEN);

  return node != NULL && cut_json_get_boolean (json_node_get_object (node), "joined", FALSE);
}

/* Writing. */

static void
add_name (JsonObject *by,
          const char *write,
          const char *name)
{
  JsonArray *names = cut_json_get_array (by, write);

  if (write == NULL)
    return;
  if (names == NULL)
    {
      names = json_array_new ();
      json_object_set_array_member (by, write, names);
    }
  json_array_add_string_element (names, name);
}

static JsonObject *
by_to_json (CutWritten *self,
            CutRecord  *record)
{
  JsonObject *by = json_object_new ();
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *const *list = cut_written_is_set (&fields[i]) ? cut_record_get_strv (record, i) : NULL;

      if (!cut_written_is_statement (fields, i))
        continue;
      if (list == NULL && cut_written_find (self, fields[i].name, NULL) != NULL)
        add_name (by, cut_written_find (self, fields[i].name, NULL), fields[i].name);
      for (guint n = 0; list != NULL && list[n] != NULL; n++)
        {
          g_autofree char *name = g_strdup_printf ("%s:%u", fields[i].name, n);

          if (cut_written_find (self, fields[i].name, list[n]) != NULL)
            add_name (by, cut_written_find (self, fields[i].name, list[n]), name);
        }
    }
  return by;
}

static JsonObject *
seen_to_json (CutWritten *self)
{
  JsonObject *seen = json_object_new ();
  GHashTableIter iter;
  gpointer session, n;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &session, &n))
    json_object_set_int_member (seen, session, *(gint64 *) n);
  return seen;
}

static char *
object_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return cut_json_canonical (node);
}

CutRecord *
cut_written_apply (CutWritten *self,
                   CutRecord  *record,
                   gboolean    joined)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_object_member (object, "by", by_to_json (self, record));
  json_object_set_object_member (object, "seen", seen_to_json (self));
  if (joined)
    json_object_set_boolean_member (object, "joined", TRUE);
  text = object_to_text (object);
  return cut_record_with (record, "written", text, "modified", cut_record_get_int (record, CUT_RECORD_MODIFIED), NULL);
}

/* Conflicts. */

JsonObject *
cut_conflicts_get (CutRecord *record)
{
  g_autoptr (JsonNode) node = parse (record, CUT_RECORD_CONFLICTS);

  return node != NULL ? json_node_dup_object (node) : NULL;
}

CutRecord *
cut_conflicts_with (CutRecord  *record,
                    JsonObject *conflicts)
{
  g_autofree char *text = conflicts != NULL && json_object_get_size (conflicts) > 0 ? object_to_text (conflicts) : NULL;

  return cut_record_with (record, "conflicts", text, "modified", cut_record_get_int (record, CUT_RECORD_MODIFIED), NULL);
}

CutRecord *
cut_conflicts_settle (CutRecord  *record,
                      const char *field)
{
  g_autoptr (JsonObject) conflicts = cut_conflicts_get (record);

  if (conflicts == NULL || (field != NULL && !json_object_has_member (conflicts, field)))
    return g_object_ref (record);
  if (field == NULL)
    return cut_conflicts_with (record, NULL);
  json_object_remove_member (conflicts, field);
  return cut_conflicts_with (record, conflicts);
}

/* One write after another. */

typedef struct
{
  CutRecord *next;
  CutRecord *present;
  CutWritten *written;
  JsonObject *open;  /* (nullable): conflicts of the present one */
  JsonObject *still; /* (nullable): those that the next one still has */
  char *write;
  char *trash; /* the write where it goes to the Trash or comes from there */
} Follow;

static void
follow_set (Follow         *self,
            const CutField *field,
            guint           i)
{
  for (const char *const *entry = cut_record_get_strv (self->next, i); *entry != NULL; entry++)
    if (cut_written_find (self->written, field->name, *entry) == NULL)
      cut_written_put (self->written, field->name, *entry, self->write);
}

static void
follow_field (Follow         *self,
              const CutField *field,
              guint           i)
{
  gboolean contested = self->open != NULL && json_object_has_member (self->open, field->name);
  gboolean settled = contested && (self->still == NULL || !json_object_has_member (self->still, field->name));

  if (cut_written_is_set (field))
    {
      follow_set (self, field, i);
      return;
    }
  if (!settled && cut_record_same_value (self->next, self->present, i))
    return;
  cut_written_put (self->written, field->name, NULL, i == CUT_RECORD_DELETED ? self->trash : self->write);
  if (contested)
    json_object_remove_member (self->open, field->name);
}

static char *
next_write (CutWritten *written,
            const char *session)
{
  return g_strdup_printf ("%s.%" G_GINT64_FORMAT, session, MAX (seen_of (written, session), 0) + 1);
}

/* Of a deletion colleagues learn nothing but that it was: it has a session of its own, so that who has heard of it does not pass for
 * having seen what was written before it. */
CutRecord *
cut_written_follow (CutRecord  *next,
                    CutRecord  *present,
                    const char *session)
{
  g_autoptr (CutWritten) written = present != NULL ? cut_written_new (present) : NULL;
  g_autoptr (JsonObject) open = present != NULL ? cut_conflicts_get (present) : NULL;
  g_autoptr (JsonObject) still = cut_conflicts_get (next);
  g_autofree char *deleting = g_strconcat (session, "-trash", NULL);
  g_autofree char *write = NULL;
  g_autofree char *trash = NULL;
  g_autoptr (CutRecord) stamped = NULL;
  guint n_fields;
  const CutField *fields = cut_record_get_fields (next, &n_fields);
  Follow self = { next, present, written, open, still, NULL, NULL };

  if (present == NULL && !cut_record_has_value (next, CUT_RECORD_WRITTEN) && !cut_record_has_value (next, CUT_RECORD_CONFLICTS))
    return g_object_ref (next);
  if (present == NULL)
    return cut_record_with (next, "written", NULL, "conflicts", NULL, "modified", cut_record_get_int (next, CUT_RECORD_MODIFIED), NULL);
  self.write = write = next_write (written, session);
  self.trash = trash = next_write (written, deleting);
  cut_written_see (written, write);
  for (guint i = 0; i < n_fields; i++)
    if (cut_written_is_statement (fields, i))
      follow_field (&self, &fields[i], i);
  stamped = cut_written_apply (written, next, FALSE);
  return cut_conflicts_with (stamped, open);
}

/* Undoing what settled something. A write that says something again names the first that did: SESSION-again-N-BY.M, where SESSION.N said
 * it first, and BY is the session that undid. */

#define AGAIN "-again-"

char *
cut_written_get_original (const char *write)
{
  const char *again = strstr (write, AGAIN);
  const char *n = again != NULL ? again + strlen (AGAIN) : NULL;
  const char *end = n != NULL ? strchr (n, '-') : NULL;

  if (end == NULL)
    return g_strdup (write);
  return g_strdup_printf ("%.*s.%.*s", (int) (again - write), write, (int) (end - n), n);
}

/* Returns: (transfer full) (nullable) */
static char *
say_again (CutWritten *written,
           const char *write,
           const char *session)
{
  g_autofree char *original = write != NULL ? cut_written_get_original (write) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;
  char *again;
  gint64 n;

  if (original == NULL || !split_write (original, &first, &n))
    return NULL;
  name = g_strdup_printf ("%s" AGAIN "%" G_GINT64_FORMAT "-%s", first, n, session);
  again = next_write (written, name);
  cut_written_see (written, again);
  return again;
}

static JsonArray *
say_all_again (CutWritten *written,
               JsonArray  *others,
               const char *session)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonNode *node = json_array_get_element (others, i);
      JsonObject *other = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *again = other != NULL ? say_again (written, cut_json_get_string (other, "by"), session) : NULL;
      JsonObject *object;

      if (again == NULL || !json_object_has_member (other, "value"))
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "by", again);
      json_object_set_member (object, "value", json_node_copy (json_object_get_member (other, "value")));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
let_stand_again (CutWritten *written,
                 CutRecord  *former,
                 const char *field,
                 const char *session)
{
  g_autoptr (CutWritten) before = cut_written_new (former);
  g_autofree char *again = say_again (written, cut_written_find (before, field, NULL), session);

  if (again != NULL)
    cut_written_put (written, field, NULL, again);
}

CutRecord *
cut_written_reopen (CutRecord  *next,
                    CutRecord  *former,
                    const char *session)
{
  g_autoptr (JsonObject) settled = cut_conflicts_get (former);
  g_autoptr (JsonObject) open = cut_conflicts_get (next);
  g_autoptr (CutWritten) written = settled != NULL ? cut_written_new (next) : NULL;
  g_autoptr (GList) fields = settled != NULL ? json_object_get_members (settled) : NULL;
  g_autoptr (CutRecord) stamped = NULL;

  if (settled == NULL)
    return g_object_ref (next);
  if (open == NULL)
    open = json_object_new ();
  for (GList *at = fields; at != NULL; at = at->next)
    {
      JsonArray *others = cut_json_get_array (settled, at->data);

      if (others == NULL || json_object_has_member (open, at->data))
        continue;
      json_object_set_array_member (open, at->data, say_all_again (written, others, session));
      let_stand_again (written, former, at->data, session);
    }
  stamped = cut_written_apply (written, next, FALSE);
  return cut_conflicts_with (stamped, open);
}

CutRecord *
cut_written_hide (CutRecord *present)
{
  g_autoptr (CutWritten) written = cut_written_new (present);
  g_autoptr (CutRecord) hidden = cut_record_with (present, "deleted", cut_time_now (), "modified",
                                                  cut_record_get_int (present, CUT_RECORD_MODIFIED), NULL);

  cut_written_put (written, "deleted", NULL, NULL);
  return cut_written_apply (written, hidden, TRUE);
}

/* Taking out what stays behind. */

static void
redact_field (CutWritten     *written,
              CutRecord      *whole,
              CutRecord      *part,
              const CutField *field,
              guint           i)
{
  if (!cut_written_is_set (field) && !cut_record_has_value (part, i) && cut_record_has_value (whole, i))
    cut_written_put (written, field->name, NULL, NULL);
}

/* The write is named after what it says, which everybody sees. */
static CutRecord *
start_anew (CutRecord *part)
{
  g_autoptr (CutWritten) written = new_empty ();
  g_autoptr (CutRecord) bare = cut_record_with (part, "written", NULL, "conflicts", NULL, "modified",
                                                cut_record_get_int (part, CUT_RECORD_MODIFIED), NULL);
  g_autofree char *hash = cut_record_compute_rev (bare);
  g_autofree char *write = g_strdup_printf ("%.12s.1", hash);

  put_all (written, bare, write);
  return cut_written_apply (written, bare, FALSE);
}

/* Another wording of what is taken out stays behind as well; but where something is said to be kept back, so is that there is another. */
static CutRecord *
without_conflicts (CutRecord *whole,
                   CutRecord *part)
{
  g_autoptr (JsonObject) conflicts = cut_conflicts_get (part);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (whole, &n_fields);

  for (guint i = 0; conflicts != NULL && i < n_fields; i++)
    if (!cut_record_has_value (part, i) && cut_record_has_value (whole, i) && json_object_has_member (conflicts, fields[i].name))
      json_object_remove_member (conflicts, fields[i].name);
  return conflicts != NULL ? cut_conflicts_with (part, conflicts) : g_object_ref (part);
}

/* @settled: @part with what waits to be settled as it is to be */
static CutRecord *
take_out (CutRecord *whole,
          CutRecord *part,
          CutRecord *settled)
{
  g_autoptr (CutWritten) written = cut_written_new (whole);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (whole, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (cut_written_is_statement (fields, i))
      redact_field (written, whole, part, &fields[i], i);
  return cut_written_apply (written, settled, cut_written_is_joined (whole));
}

CutRecord *
cut_written_redact (CutRecord *whole,
                    CutRecord *part,
                    gboolean   quietly)
{
  g_autoptr (CutRecord) settled = NULL;

  if (quietly)
    return start_anew (part);
  if (!cut_record_has_value (whole, CUT_RECORD_WRITTEN))
    return g_object_ref (part);
  settled = without_conflicts (whole, part);
  return take_out (whole, part, settled);
}

CutRecord *
cut_written_forget (CutRecord *whole,
                    CutRecord *part)
{
  return cut_record_has_value (whole, CUT_RECORD_WRITTEN) ? take_out (whole, part, part) : g_object_ref (part);
}
