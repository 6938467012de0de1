/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-exchange.h"

#include <string.h>

#include "cut-json.h"
#include "cut-sha256.h"

char *
cut_out_urn (const char *id)
{
  return g_strconcat ("urn:uuid:", id, NULL);
}

/* A UUID of version 8 (RFC 9562, section 5.8). */
char *
cut_out_derived_urn (const char *seed,
                     const char *role)
{
  g_autofree char *text = g_strconcat (seed, ":", role, NULL);
  g_autofree char *hex = cut_sha256_of_text (text, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

/* Whether the character at @at cannot stand for itself: a percent sign that escapes nothing, a second fragment. */
static gboolean
must_escape (const char *at,
             gboolean    in_fragment)
{
  if ((guchar) *at <= 0x20 || *at == 0x7f || strchr ("<>\"{}|\\^`", *at) != NULL)
    return TRUE;
  if (*at == '%')
    return !g_ascii_isxdigit (at[1]) || !g_ascii_isxdigit (at[2]);
  return *at == '#' && in_fragment;
}

char *
cut_out_iri (const char *address)
{
  g_autoptr (GString) iri = g_string_new (NULL);
  gboolean in_fragment = FALSE;

  if (address == NULL || !g_utf8_validate (address, -1, NULL))
    return NULL;
  for (const char *at = address; *at != '\0'; at++)
    {
      if (must_escape (at, in_fragment))
        g_string_append_printf (iri, "%%%02X", (guint) (guchar) *at);
      else
        g_string_append_c (iri, *at);
      in_fragment |= *at == '#';
    }
  return g_uri_is_valid (iri->str, G_URI_FLAGS_NONE, NULL) ? g_strdup (iri->str) : NULL;
}

void
cut_out_set (JsonObject *object,
             const char *name,
             const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, name, value);
}

void
cut_out_set_reference (JsonObject *object,
                       const char *name,
                       const char *key,
                       const char *id)
{
  JsonObject *reference = json_object_new ();
  g_autofree char *urn = cut_out_urn (id);

  json_object_set_string_member (reference, key, urn);
  json_object_set_object_member (object, name, reference);
}

void
cut_out_set_array (JsonObject *object,
                   const char *name,
                   JsonArray  *array)
{
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, name, array);
  else
    json_array_unref (array);
}

void
cut_out_set_time (JsonObject *object,
                  const char *name,
                  gint64      ms)
{
  g_autofree char *time = ms != 0 ? cut_time_format (ms) : NULL;

  cut_out_set (object, name, time);
}

void
cut_out_set_strings (JsonObject        *object,
                     const char        *name,
                     const char *const *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    json_array_add_string_element (array, strings[i]);
  cut_out_set_array (object, name, array);
}

char *
cut_out_finish (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *line = NULL;

  json_node_take_object (node, object);
  line = cut_json_canonical (node);
  return g_strconcat (line, "\n", NULL);
}

void
cut_exchange_write (CutPackage *package)
{
  g_autoptr (CutSite) site = cut_site_new (package);

  cut_package_take_text (package, "data/exchange/annotations.jsonld", NULL, cut_out_annotations (site));
  cut_package_take_text (package, "data/exchange/claims.jsonld", NULL, cut_out_claims (site));
  cut_package_take_text (package, "data/exchange/entities.ftm.ndjson", NULL, cut_out_entities (site));
  cut_package_take_text (package, "data/exchange/references.csl.json", NULL, cut_out_references (site));
}

void
cut_exchange_write_crate (CutPackage *package)
{
  cut_package_take_text (package, "data/ro-crate-metadata.json", NULL, cut_out_crate (package));
}
