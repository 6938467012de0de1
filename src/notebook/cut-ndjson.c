/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-ndjson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-extract.h"
#include "cut-normal.h"
#include "cut-vocab.h"

static void
name_free (gpointer data)
{
  CutLineName *name = data;

  g_free (name->name);
  g_free (name);
}

static void
mark_free (gpointer data)
{
  CutLineMark *mark = data;

  g_clear_pointer (&mark->selector, cut_selector_unref);
  g_free (mark->colour);
  g_free (mark->note);
  g_free (mark);
}

void
cut_line_free (CutLine *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->site_name);
  g_clear_pointer (&self->published, cut_date_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->html);
  g_free (self->text);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_strfreev (self->tags);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

/* The reader text. */

/* Where the paragraphs of the text as given begin and end (bytes), and where they begin in the reader text (code points). */
typedef struct
{
  gsize start;
  gsize end;
  guint offset;
} Paragraph;

/* The end of the paragraph at @at: before the next blank line. */
static const char *
paragraph_end (const char *at)
{
  for (const char *line = strchr (at, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    {
      const char *next = line + 1;

      next += strspn (next, " \t\r");
      if (*next == '\n' || *next == '\0')
        return line;
    }
  return at + strlen (at);
}

static GArray *
make_text (CutLine    *self,
           const char *given)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_autoptr (GString) text = g_string_new (NULL);
  guint offset = 0;

  self->blocks = cut_blocks_new ();
  for (const char *at = given, *end; *at != '\0'; at = end)
    {
      g_autofree char *line = NULL;
      guint length;

      at += strspn (at, " \t\r\n");
      end = paragraph_end (at);
      line = cut_normal_line (at, end - at);
      length = (guint) g_utf8_strlen (line, -1);
      if (length == 0)
        continue;
      if (text->len > 0)
        {
          g_string_append_c (text, '\n');
          offset++;
        }
      g_array_append_val (paragraphs, ((Paragraph) { (gsize) (at - given), (gsize) (end - given), offset }));
      g_ptr_array_add (self->blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, offset, offset + length));
      g_string_append (text, line);
      offset += length;
    }
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  return paragraphs;
}

/* From a byte of the text as given to a code point of the reader text. */
static guint
to_reader (const GArray *paragraphs,
           const char   *given,
           gsize         byte)
{
  const Paragraph *in = NULL;
  g_autofree char *before = NULL;
  g_autofree char *held = NULL;
  g_autofree char *normal = NULL;

  for (guint i = 0; i < paragraphs->len; i++)
    if (g_array_index (paragraphs, Paragraph, i).start <= byte)
      in = &g_array_index (paragraphs, Paragraph, i);
  if (in == NULL)
    return 0;
  /* A letter after the part keeps the space before it from being cut off. */
  before = g_strndup (given + in->start, MIN (byte, in->end) - in->start);
  held = g_strconcat (before, "x", NULL);
  normal = cut_normal_line (held, -1);
  return in->offset + (guint) g_utf8_strlen (normal, -1) - 1;
}

/* Marks and names. */

static char *
folded (const char *text)
{
  return text != NULL ? cut_normal_line (text, -1) : NULL;
}

static CutLineMark *
mark_from_json (JsonObject   *object,
                const char   *given,
                const GArray *paragraphs)
{
  glong length = g_utf8_strlen (given, -1);
  gint64 start = CLAMP (cut_json_get_int (object, "start", 0), 0, length);
  gint64 end = CLAMP (cut_json_get_int (object, "end", 0), start, length);
  const char *from = g_utf8_offset_to_pointer (given, (glong) start);
  const char *to = g_utf8_offset_to_pointer (from, (glong) (end - start));
  g_autofree char *slice = g_strndup (from, (gsize) (to - from));
  g_autofree char *exact = folded (cut_json_get_string (object, "quote") != NULL ? cut_json_get_string (object, "quote") : slice);
  g_autofree char *prefix = folded (cut_json_get_string (object, "prefix"));
  g_autofree char *suffix = folded (cut_json_get_string (object, "suffix"));
  const char *colour = cut_json_get_string (object, "color");
  CutLineMark *mark;

  if (*exact == '\0')
    return NULL;
  mark = g_new0 (CutLineMark, 1);
  mark->selector = cut_selector_new (to_reader (paragraphs, given, (gsize) (from - given)),
                                     to_reader (paragraphs, given, (gsize) (to - given)), exact, prefix, suffix);
  mark->colour = g_strdup (cut_vocab_has (CUT_VOCAB_COLOUR, colour) ? colour : cut_vocab_get_default (CUT_VOCAB_COLOUR));
  mark->note = g_strdup (cut_json_get_string (object, "note"));
  return mark;
}

static const struct
{
  const char *word;
  const char *schema;
} schemas[] = {
  { "person", "Person" },        { "per", "Person" },           { "company", "Company" },
  { "org", "Organization" },     { "organisation", "Organization" }, { "organization", "Organization" },
  { "publicbody", "PublicBody" }, { "government", "PublicBody" }, { "country", "Country" },
  { "place", "Address" },        { "location", "Address" },     { "address", "Address" },
  { "gpe", "Address" },          { "loc", "Address" },          { "event", "Event" },
};

static const char *
schema_of (const char *kind)
{
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (schemas); i++)
    if (g_ascii_strcasecmp (kind, schemas[i].word) == 0)
      return schemas[i].schema;
  return "Organization";
}

static CutLineName *
name_from_json (JsonObject *object)
{
  g_autofree char *name = folded (cut_json_get_string (object, "name"));
  CutLineName *self;

  if (name == NULL || *name == '\0')
    return NULL;
  self = g_new0 (CutLineName, 1);
  self->name = g_steal_pointer (&name);
  self->schema = schema_of (cut_json_get_string (object, "kind"));
  return self;
}

static void
read_lists (CutLine      *self,
            JsonObject   *object,
            const char   *given,
            const GArray *paragraphs)
{
  JsonArray *names = cut_json_get_array (object, "entities");
  JsonArray *marks = cut_json_get_array (object, "annotations");

  self->tags = cut_json_get_strv (object, "tags");
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *node = json_array_get_element (names, i);
      CutLineName *name = JSON_NODE_HOLDS_OBJECT (node) ? name_from_json (json_node_get_object (node)) : NULL;

      if (name != NULL)
        g_ptr_array_add (self->names, name);
    }
  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      JsonNode *node = json_array_get_element (marks, i);
      CutLineMark *mark = JSON_NODE_HOLDS_OBJECT (node) ? mark_from_json (json_node_get_object (node), given, paragraphs) : NULL;

      if (mark != NULL)
        g_ptr_array_add (self->marks, mark);
    }
}

/* The line. */

static JsonObject *
parse_object (const char  *json,
              gsize        length,
              JsonNode   **root,
              GError     **error)
{
  *root = cut_json_parse (json, (gssize) length, error);
  if (*root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (*root))
    return json_node_get_object (*root);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("this is no JSON object"));
  return NULL;
}

static gboolean
read_published (CutLine     *self,
                JsonObject  *object,
                GError     **error)
{
  const char *published = cut_json_get_string (object, "published");

  if (published == NULL || *published == '\0')
    return TRUE;
  self->published = cut_date_new (published, CUT_DATE_UNKNOWN, "import", error);
  return self->published != NULL;
}

static void
read_body (CutLine    *self,
           JsonObject *object,
           const char *given)
{
  const char *html = cut_json_get_string (object, "html");

  self->is_html = html != NULL && *html != '\0';
  if (self->is_html)
    self->html = cut_sanitise_fragment (html, self->url, NULL, NULL);
  self->body = self->is_html ? g_bytes_new (html, strlen (html)) : g_bytes_new (given, strlen (given));
}

CutLine *
cut_line_parse (const char  *json,
                gsize        length,
                guint      number,
                GError     **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_object (json, length, &root, error);
  const char *url = object != NULL ? cut_json_get_string (object, "url") : NULL;
  const char *given = object != NULL ? cut_json_get_string (object, "text") : NULL;
  g_autoptr (CutLine) self = NULL;
  g_autoptr (GArray) paragraphs = NULL;

  if (object == NULL)
    return NULL;
  if (url == NULL || *url == '\0' || given == NULL || *given == '\0')
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("“url” and “text” are needed"));
      return NULL;
    }
  self = g_new0 (CutLine, 1);
  self->number = number;
  self->url = g_strdup (url);
  self->title = g_strdup (cut_json_get_string (object, "title"));
  self->byline = g_strdup (cut_json_get_string (object, "byline"));
  self->site_name = g_strdup (cut_json_get_string (object, "site_name"));
  if (!read_published (self, object, error))
    return NULL;
  paragraphs = make_text (self, given);
  read_body (self, object, given);
  read_lists (self, object, given, paragraphs);
  return g_steal_pointer (&self);
}
