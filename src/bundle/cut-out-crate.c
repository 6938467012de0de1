/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-exchange.h"
#include "cut-lines.h"
#include "cut-manifest.h"

/* RO-Crate 1.2: a flat graph, every file with its kind and size. */

static const char *
format_of (const char *path)
{
  static const struct { const char *ending; const char *format; } formats[] = {
    { ".html", "text/html" }, { ".css", "text/css" }, { ".txt", "text/plain" }, { ".warc.gz", "application/warc" },
    { ".ndjson", "application/x-ndjson" }, { ".jsonld", "application/ld+json" },
    { ".csl.json", "application/vnd.citationstyles.csl+json" }, { ".json", "application/json" },
    { ".jpg", "image/jpeg" }, { ".png", "image/png" }, { ".gif", "image/gif" }, { ".webp", "image/webp" },
    { ".avif", "image/avif" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (path, formats[i].ending))
      return formats[i].format;
  return "application/octet-stream";
}

static void
set_link (JsonObject *object,
          const char *name,
          const char *id)
{
  JsonObject *link = json_object_new ();

  json_object_set_string_member (link, "@id", id);
  json_object_set_object_member (object, name, link);
}

static JsonObject *
begin (const char *id,
       const char *type)
{
  JsonObject *node = json_object_new ();

  json_object_set_string_member (node, "@id", id);
  json_object_set_string_member (node, "@type", type);
  return node;
}

static JsonObject *
make_file (const CutEntry *entry,
           JsonArray      *parts)
{
  const char *path = entry->name + strlen (CUT_MANIFEST_PAYLOAD);
  JsonObject *file = begin (path, "File");
  JsonObject *part = json_object_new ();
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, entry->size);

  json_object_set_string_member (part, "@id", path);
  json_array_add_object_element (parts, part);
  json_object_set_string_member (file, "name", path);
  json_object_set_string_member (file, "encodingFormat", format_of (path));
  json_object_set_string_member (file, "contentSize", size);
  json_object_set_string_member (file, "sha256", entry->sha256);
  return file;
}

static JsonObject *
make_root (CutPackage *package,
           JsonArray  *parts)
{
  g_autoptr (CutWords) words = cut_words_new (package->content->language);
  JsonObject *root = begin ("./", "Dataset");
  g_autofree char *date = cut_time_format (cut_lines_newest (package->content));
  const char *title = package->content->title;

  date[10] = '\0';
  json_object_set_string_member (root, "name", title != NULL && *title != '\0' ? title : cut_words_get (words, N_("Bundle")));
  json_object_set_string_member (root, "description",
                                 cut_words_get (words, N_("Articles with a reporter's marks, claims, sources and their evidence")));
  json_object_set_string_member (root, "datePublished", date);
  set_link (root, "license", "#rights");
  json_object_set_array_member (root, "hasPart", parts);
  return root;
}

static JsonObject *
make_rights (CutPackage *package)
{
  g_autoptr (CutWords) words = cut_words_new (package->content->language);
  JsonObject *rights = begin ("#rights", "CreativeWork");

  json_object_set_string_member (rights, "name", cut_words_get (words, N_("Rights")));
  json_object_set_string_member (rights, "description",
                                 cut_words_get (words, N_("The articles and pictures belong to those who published them; the notes to those who wrote them. For the research of whoever was given this bundle.")));
  return rights;
}

char *
cut_out_crate (CutPackage *package)
{
  JsonObject *object = json_object_new ();
  JsonObject *self = begin ("ro-crate-metadata.json", "CreativeWork");
  JsonArray *graph = json_array_new ();
  JsonArray *parts = json_array_new ();

  set_link (self, "about", "./");
  set_link (self, "conformsTo", "https://w3id.org/ro/crate/1.2");
  json_array_add_object_element (graph, self);
  json_array_add_object_element (graph, make_root (package, parts));
  json_array_add_object_element (graph, make_rights (package));
  for (guint i = 0; i < package->entries->len; i++)
    {
      const CutEntry *entry = g_ptr_array_index (package->entries, i);

      if (g_str_has_prefix (entry->name, CUT_MANIFEST_PAYLOAD))
        json_array_add_object_element (graph, make_file (entry, parts));
    }
  json_object_set_string_member (object, "@context", "https://w3id.org/ro/crate/1.2/context");
  json_object_set_array_member (object, "@graph", graph);
  return cut_out_finish (object);
}
