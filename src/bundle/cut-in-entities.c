/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-in-entities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-exchange.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-left-out.h"
#include "cut-limits.h"

static void
foreign_free (gpointer data)
{
  CutForeign *foreign = data;

  g_free (foreign->id);
  json_node_unref (foreign->node);
  g_clear_object (&foreign->record);
  g_ptr_array_unref (foreign->facts);
  g_free (foreign);
}

static void
foreigners_clear (CutForeigners *self)
{
  g_clear_pointer (&self->content, cut_bundle_content_free);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->left, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CutForeigners, foreigners_clear)

void
cut_foreign_leave (CutForeigners *self,
                   const char    *schema,
                   const char    *property)
{
  char *key = property != NULL ? g_strconcat (schema, ".", property, NULL) : g_strdup (schema);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->left, key));

  g_hash_table_replace (self->left, key, GUINT_TO_POINTER (n + 1));
}

void
cut_foreign_fail (CutForeigners *self,
                  guint          line,
                  const char    *reason)
{
  /* Translators: the number of a line in a file, and what is wrong there */
  g_ptr_array_add (self->failed, g_strdup_printf (_("line %u: %s"), line, reason));
}

char *
cut_foreign_derive_id (const char *text)
{
  return cut_id_derive ("followthemoney", text);
}

/* The schema of ours that their word means; NULL for what the notebook does not hold. */
static const char *
find_schema (const char *word)
{
  const char *const *words[] = { cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA), cut_vocab_get_words (CUT_VOCAB_RELATION_SCHEMA) };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *const *at = words[i]; *at != NULL; at++)
      if (g_str_equal (*at, word))
        return *at;
  return NULL;
}

/* What we wrote ourselves. */

/* A record as it left us, untouched: its revision fits what it says. */
static CutRecord *
read_record (CutKind   kind,
             JsonNode *node)
{
  g_autoptr (CutRecord) record = NULL;
  g_autofree char *rev = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  record = cut_record_from_json (kind, json_node_get_object (node), NULL);
  if (record == NULL || !cut_record_validate (record, NULL))
    return NULL;
  rev = cut_record_compute_rev (record);
  return g_strcmp0 (rev, cut_record_get_rev (record)) == 0 ? g_steal_pointer (&record) : NULL;
}

static void
read_own_facts (CutForeign *foreign,
                JsonObject *own)
{
  JsonArray *array = cut_json_get_array (own, "facts");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      CutRecord *fact = read_record (CUT_KIND_FACT, json_array_get_element (array, i));

      if (fact != NULL && g_strcmp0 (cut_fact_get_about (CUT_FACT (fact)), foreign->id) == 0)
        g_ptr_array_add (foreign->facts, fact);
      else
        g_clear_object (&fact);
    }
}

static void
read_own_merged (CutForeigners *self,
                 JsonObject    *own)
{
  JsonArray *array = cut_json_get_array (own, "merged");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (CutRecord) record = read_record (CUT_KIND_ENTITY, json_array_get_element (array, i));

      if (record != NULL)
        cut_bundle_content_add (self->content, record);
    }
}

static void
read_own (CutForeigners *self,
          CutForeign    *foreign)
{
  JsonObject *own = cut_json_get_object (json_node_get_object (foreign->node), CUT_OUT_OWN_MEMBER);
  CutKind kind = cut_schemata_is_relation (foreign->schema) ? CUT_KIND_RELATION : CUT_KIND_ENTITY;
  CutRecord *record = own != NULL ? read_record (kind, json_object_get_member (own, "record")) : NULL;
  const char *schema;

  if (record == NULL)
    return;
  foreign->record = record;
  if (!g_str_equal (cut_record_get_id (record), foreign->id))
    {
      g_clear_object (&foreign->record);
      return;
    }
  read_own_facts (foreign, own);
  read_own_merged (self, own);
  /* A country left as a place, and what fits no schema as a link. */
  schema = find_schema (cut_record_get_string (record, (guint) cut_kind_find_field (kind, "schema")));
  foreign->translated = schema != foreign->schema && kind == CUT_KIND_RELATION;
  foreign->schema = schema;
}

/* Lines. */

static void
take_object (CutForeigners *self,
             JsonNode      *node,
             guint          line)
{
  JsonObject *object = json_node_get_object (node);
  const char *id = cut_json_get_string (object, "id");
  const char *word = cut_json_get_string (object, "schema");
  JsonObject *properties = cut_json_get_object (object, "properties");
  const char *schema = word != NULL ? find_schema (word) : NULL;
  CutForeign *foreign;

  if (id == NULL || *id == '\0' || word == NULL || properties == NULL)
    {
      cut_foreign_fail (self, line, _("it has no id, schema or properties"));
      return;
    }
  if (schema == NULL)
    {
      cut_foreign_leave (self, word, NULL);
      return;
    }
  if (g_hash_table_contains (self->by_id, id))
    {
      cut_foreign_fail (self, line, _("its id was there before"));
      return;
    }
  foreign = g_new0 (CutForeign, 1);
  foreign->line = line;
  foreign->id = cut_id_is_valid (id) ? g_strdup (id) : cut_foreign_derive_id (id);
  foreign->schema = schema;
  foreign->node = json_node_ref (node);
  foreign->properties = properties;
  foreign->facts = g_ptr_array_new_with_free_func (g_object_unref);
  read_own (self, foreign);
  g_ptr_array_add (self->objects, foreign);
  g_hash_table_insert (self->by_id, g_strdup (id), foreign);
}

static void
take_line (CutForeigners *self,
           const char    *text,
           gsize          length,
           guint          line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strstrip (g_strndup (text, length));
  g_autoptr (JsonNode) node = NULL;

  if (*copy == '\0')
    return;
  node = g_utf8_validate (copy, -1, NULL) ? cut_json_parse (copy, -1, &error) : NULL;
  if (node == NULL)
    cut_foreign_fail (self, line, error != NULL ? error->message : _("it is not UTF-8"));
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    cut_foreign_fail (self, line, _("it is no JSON object"));
  else
    take_object (self, node, line);
}

static gboolean
take_lines (CutForeigners  *self,
            GBytes         *bytes,
            GCancellable   *cancellable,
            GError        **error)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? at + size : at;

  for (guint line = 1; at < end; line++)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      take_line (self, at, (gsize) ((stop != NULL ? stop : end) - at), line);
      at = stop != NULL ? stop + 1 : end;
    }
  return TRUE;
}

static GBytes *
load (const char    *path,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info != NULL && g_file_info_get_size (info) > CUT_LIMIT_ENTITIES_BYTES)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("“%s” is larger than %d MiB; part it"), path,
                   (int) (CUT_LIMIT_ENTITIES_BYTES / 1024 / 1024));
      return NULL;
    }
  return info != NULL ? g_file_load_bytes (file, cancellable, NULL, error) : NULL;
}

CutBundleContent *
cut_bundle_read_entities (const char    *path,
                          GPtrArray     *failed,
                          GPtrArray     *left_out,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GBytes) bytes = load (path, cancellable, error);
  g_auto (CutForeigners) self = { .failed = failed };

  if (bytes == NULL)
    return NULL;
  self.content = cut_bundle_content_new ();
  self.objects = g_ptr_array_new_with_free_func (foreign_free);
  self.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!take_lines (&self, bytes, cancellable, error))
    return NULL;
  if (self.objects->len == 0 && g_hash_table_size (self.left) == 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is no file of FollowTheMoney: there is no object with a schema in it"), path);
      return NULL;
    }
  for (guint i = 0; i < self.objects->len; i++)
    cut_foreign_take (&self, g_ptr_array_index (self.objects, i));
  cut_left_out_describe (self.left, left_out);
  return g_steal_pointer (&self.content);
}
