/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-secrets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-json.h"

/* `sealed` is "FORM KEY TEXT". */
static const char *const forms[] = { "", "contacts-1", "names-1" };

static int
find_sealed (CutKind kind)
{
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  for (guint i = n_fields; i-- > 0;)
    if (fields[i].flags & CUT_FIELD_SEALED)
      return (int) i;
  return -1;
}

gboolean
cut_secrets_has_kind (CutKind kind)
{
  return find_sealed (kind) >= 0;
}

gboolean
cut_secrets_is_covered (const CutField *field,
                        CutCover        cover)
{
  if (field->flags & CUT_FIELD_SEALED)
    return FALSE;
  if (field->flags & CUT_FIELD_CONTACT)
    return cover != CUT_COVER_NONE;
  return (field->flags & CUT_FIELD_COVERED) != 0 && cover == CUT_COVER_NAMES;
}

static gboolean
has_any (CutRecord *self,
         CutCover   cover)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (cut_secrets_is_covered (&fields[i], cover) && cut_record_has_value (self, i))
      return TRUE;
  return FALSE;
}

CutCover
cut_secrets_need (CutRecord *self)
{
  const char *sensitivity = cut_record_get_string (self, CUT_RECORD_SENSITIVITY);

  if (!cut_secrets_has_kind (cut_record_get_kind (self)))
    return CUT_COVER_NONE;
  if (sensitivity != NULL && !g_str_equal (sensitivity, "normal"))
    return CUT_COVER_NAMES;
  return has_any (self, CUT_COVER_CONTACTS) ? CUT_COVER_CONTACTS : CUT_COVER_NONE;
}

gboolean
cut_record_is_locked (CutRecord *self)
{
  int i = find_sealed (cut_record_get_kind (self));

  return i >= 0 && cut_record_has_value (self, (guint) i);
}

CutCover
cut_secrets_get_cover (CutRecord *self)
{
  int i = find_sealed (cut_record_get_kind (self));
  const char *sealed = i >= 0 ? cut_record_get_string (self, (guint) i) : NULL;
  gsize length = sealed != NULL ? strcspn (sealed, " ") : 0;

  if (sealed == NULL)
    return CUT_COVER_NONE;
  if (length == strlen (forms[CUT_COVER_CONTACTS]) && strncmp (sealed, forms[CUT_COVER_CONTACTS], length) == 0)
    return CUT_COVER_CONTACTS;
  return CUT_COVER_NAMES;
}

gboolean
cut_secrets_hides (CutRecord *self,
                   guint      field)
{
  guint n_fields;

  return cut_secrets_is_covered (&cut_record_get_fields (self, &n_fields)[field], cut_secrets_get_cover (self));
}

char *
cut_secrets_about (CutRecord *self,
                   CutCover   cover)
{
  return g_strdup_printf ("cuttings-sealed\n%s\n%s\nsealed\n%s", cut_kind_get_name (cut_record_get_kind (self)),
                          cut_record_get_id (self), forms[cover]);
}

char *
cut_secrets_take (CutRecord *self,
                  CutCover   cover)
{
  g_autoptr (JsonObject) object = cut_record_to_json (self, CUT_JSON_CANONICAL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!cut_secrets_is_covered (&fields[i], cover) && json_object_has_member (object, fields[i].name))
      json_object_remove_member (object, fields[i].name);
  json_node_set_object (node, object);
  return cut_json_canonical (node);
}

static CutRecord *
with_text (CutRecord  *self,
           guint       field,
           const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (text == NULL)
    return cut_record_with_value (self, field, NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return cut_record_with_value (self, field, &value);
}

static void
set_text (CutRecord **record,
          guint       field,
          const char *text)
{
  CutRecord *next = with_text (*record, field, text);

  g_object_unref (*record);
  *record = next;
}

static CutRecord *
with_moment_of (CutRecord *self,
                CutRecord *other)
{
  return cut_record_with (self, "modified", cut_record_get_int (other, CUT_RECORD_MODIFIED), NULL);
}

CutRecord *
cut_secrets_cover (CutRecord  *self,
                   CutCover    cover,
                   const char *stand_in,
                   const char *key,
                   const char *sealed)
{
  g_autoptr (CutRecord) record = g_object_ref (self);
  g_autofree char *text = g_strdup_printf ("%s %s %s", forms[cover], key, sealed);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (cut_secrets_is_covered (&fields[i], cover))
      set_text (&record, i, fields[i].flags & CUT_FIELD_REQUIRED ? stand_in : NULL);
  set_text (&record, (guint) find_sealed (cut_record_get_kind (self)), text);
  return with_moment_of (record, self);
}

gboolean
cut_secrets_get_sealed (CutRecord  *self,
                        char      **key,
                        char      **sealed)
{
  int i = find_sealed (cut_record_get_kind (self));
  const char *text = i >= 0 ? cut_record_get_string (self, (guint) i) : NULL;
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 3) : NULL;

  if (parts == NULL || g_strv_length (parts) != 3 || !g_str_equal (parts[0], forms[cut_secrets_get_cover (self)]))
    return FALSE;
  *key = g_strdup (parts[1]);
  *sealed = g_strdup (parts[2]);
  return TRUE;
}

static void
take_member (JsonObject *from,
             JsonObject *to,
             const char *name)
{
  JsonNode *node = json_object_get_member (from, name);

  json_object_set_member (to, name, node != NULL ? json_node_copy (node) : json_node_new (JSON_NODE_NULL));
}

CutRecord *
cut_secrets_uncover (CutRecord   *self,
                     const char  *json,
                     GError     **error)
{
  CutCover cover = cut_secrets_get_cover (self);
  g_autoptr (JsonObject) object = cut_record_to_json (self, CUT_JSON_PLAIN);
  g_autoptr (JsonNode) node = cut_json_parse (json, -1, error);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      if (node != NULL)
        g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("What was sealed is not in a form known here"));
      return NULL;
    }
  for (guint i = 0; i < n_fields; i++)
    if (cut_secrets_is_covered (&fields[i], cover))
      take_member (json_node_get_object (node), object, fields[i].name);
    else if (fields[i].flags & CUT_FIELD_SEALED)
      json_object_set_null_member (object, fields[i].name);
  return cut_record_from_json (cut_record_get_kind (self), object, error);
}

CutRecord *
cut_secrets_strip (CutRecord *self)
{
  g_autoptr (CutRecord) record = NULL;

  if (!cut_record_is_locked (self))
    return g_object_ref (self);
  record = with_text (self, (guint) find_sealed (cut_record_get_kind (self)), NULL);
  return with_moment_of (record, self);
}

gboolean
cut_record_is_hidden (CutRecord *self)
{
  return cut_record_get_kind (self) == CUT_KIND_SOURCE &&
         MAX (cut_secrets_need (self), cut_secrets_get_cover (self)) == CUT_COVER_NAMES;
}

char *
cut_secrets_letters (guint n)
{
  GString *text = g_string_new (NULL);

  for (n++; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (text, (char) ('A' + (n - 1) % 26));
  return g_string_free (text, FALSE);
}
