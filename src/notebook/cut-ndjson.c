/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-ndjson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-block.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-index.h"
#include "cut-json.h"
#include "cut-maker.h"
#include "cut-normal.h"
#include "cut-quote.h"
#include "cut-sha256.h"
#include "cut-utf8.h"
#include "cut-vocab.h"

static void
name_free (gpointer data)
{
  CutLineName *name = data;

  g_clear_pointer (&name->selector, cut_selector_unref);
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
  g_clear_object (&self->clip);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->text);
  g_free (self->text_sha256);
  g_clear_pointer (&self->paragraphs, g_ptr_array_unref);
  g_free (self->blocks);
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
  g_autoptr (GString) text = g_string_sized_new (strlen (given));
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  guint offset = 0;

  for (const char *at = given, *end; *at != '\0'; at = end)
    {
      g_autofree char *line = NULL;
      guint length;

      at += strspn (at, " \t\r\n");
      end = paragraph_end (at);
      line = cut_normal_line (at, end - at);
      length = (guint) cut_utf8_count (line, strlen (line));
      if (length == 0)
        continue;
      if (text->len > 0)
        {
          g_string_append_c (text, '\n');
          offset++;
        }
      g_array_append_val (paragraphs, ((Paragraph) { (gsize) (at - given), (gsize) (end - given), offset }));
      g_ptr_array_add (blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, offset, offset + length));
      g_string_append (text, line);
      offset += length;
    }
  self->text_length = offset;
  self->blocks = cut_blocks_to_json (blocks);
  self->paragraphs = g_steal_pointer (&blocks);
  self->text_sha256 = cut_sha256_of_text (text->str, (gssize) text->len);
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  return paragraphs;
}

/* Words that go over several paragraphs, as they stand in the reader text. */
static char *
to_lines (const char *given)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const char *at = given, *end; *at != '\0'; at = end)
    {
      g_autofree char *line = NULL;

      at += strspn (at, " \t\r\n");
      end = paragraph_end (at);
      line = cut_normal_line (at, end - at);
      if (*line != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
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

static CutSelector *
find_words (const CutLine     *self,
            const CutIndex    *index,
            const CutSelector *wanted)
{
  guint start, end;

  return cut_quote_find (self->text, index, wanted, TRUE, &start, &end) ? cut_quote_make (self->text, index, start, end, NULL) : NULL;
}

static CutLineMark *
mark_from_json (const CutLine  *line,
                const CutIndex *index,
                JsonObject     *object,
                const char     *given,
                const GArray   *paragraphs)
{
  glong length = g_utf8_strlen (given, -1);
  gint64 start = CLAMP (cut_json_get_int (object, "start", 0), 0, length);
  gint64 end = CLAMP (cut_json_get_int (object, "end", 0), start, length);
  const char *from = g_utf8_offset_to_pointer (given, (glong) start);
  const char *to = g_utf8_offset_to_pointer (from, (glong) (end - start));
  g_autofree char *slice = g_strndup (from, (gsize) (to - from));
  g_autofree char *exact = to_lines (cut_json_get_string (object, "quote") != NULL ? cut_json_get_string (object, "quote") : slice);
  g_autofree char *prefix = folded (cut_json_get_string (object, "prefix"));
  g_autofree char *suffix = folded (cut_json_get_string (object, "suffix"));
  const char *colour = cut_json_get_string (object, "color");
  g_autoptr (CutSelector) wanted = NULL;
  CutLineMark *mark;

  if (*exact == '\0')
    return NULL;
  from += strspn (from, " \t\r\n");
  wanted = cut_selector_new (to_reader (paragraphs, given, (gsize) (from - given)), to_reader (paragraphs, given, (gsize) (to - given)), exact,
                             prefix, suffix);
  mark = g_new0 (CutLineMark, 1);
  mark->selector = find_words (line, index, wanted);
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

/* A name is tied to the article where it stands first. */
static CutSelector *
find_name (const CutLine  *self,
           const CutIndex *index,
           const char     *name)
{
  const char *at = strstr (self->text, name);
  guint start;

  if (at == NULL)
    return NULL;
  start = cut_index_to_offset (index, at);
  return cut_quote_make (self->text, index, start, start + (guint) g_utf8_strlen (name, -1), NULL);
}

static CutLineName *
name_from_json (const CutLine  *line,
                const CutIndex *index,
                JsonObject     *object)
{
  g_autofree char *name = folded (cut_json_get_string (object, "name"));
  CutLineName *self;

  if (name == NULL || *name == '\0' || strlen (name) > CUT_MAKER_LONGEST_NAME)
    return NULL;
  self = g_new0 (CutLineName, 1);
  self->schema = schema_of (cut_json_get_string (object, "kind"));
  self->selector = find_name (line, index, name);
  self->name = g_steal_pointer (&name);
  return self;
}

static void
read_names (CutLine        *self,
            const CutIndex *index,
            JsonArray      *names)
{
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *node = json_array_get_element (names, i);
      CutLineName *name = JSON_NODE_HOLDS_OBJECT (node) ? name_from_json (self, index, json_node_get_object (node)) : NULL;

      if (name != NULL)
        g_ptr_array_add (self->names, name);
    }
}

static void
read_marks (CutLine        *self,
            const CutIndex *index,
            JsonArray      *marks,
            const char     *given,
            const GArray   *paragraphs)
{
  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      JsonNode *node = json_array_get_element (marks, i);
      CutLineMark *mark = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        mark = mark_from_json (self, index, json_node_get_object (node), given, paragraphs);
      if (mark != NULL)
        g_ptr_array_add (self->marks, mark);
    }
}

static void
read_lists (CutLine      *self,
            JsonObject   *object,
            const char   *given,
            const GArray *paragraphs)
{
  JsonArray *names = cut_json_get_array (object, "entities");
  JsonArray *marks = cut_json_get_array (object, "annotations");
  g_autoptr (CutIndex) index = names != NULL || marks != NULL ? cut_index_new (self->text) : NULL;

  self->tags = cut_json_get_strv (object, "tags");
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  read_names (self, index, names);
  read_marks (self, index, marks, given, paragraphs);
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
read_clip (CutLine     *self,
           JsonObject  *object,
           GError     **error)
{
  const char *published = cut_json_get_string (object, "published");
  const char *authors[] = { cut_json_get_string (object, "byline"), NULL };
  g_autoptr (CutDate) date = NULL;

  if (published != NULL && *published != '\0')
    {
      date = cut_date_new (published, CUT_DATE_UNKNOWN, "import", error);
      if (date == NULL)
        return FALSE;
    }
  self->clip = cut_record_new (CUT_KIND_CLIP, "kind", "article", "url", cut_json_get_string (object, "url"), "title",
                               cut_json_get_string (object, "title"), "authors", authors, "site-name", cut_json_get_string (object, "site_name"),
                               "published", date, NULL);
  return cut_record_validate (self->clip, error);
}

/* The page is kept as it was fetched. Its article as HTML is not known: the text is what the line says it is. */
static void
read_body (CutLine    *self,
           JsonObject *object,
           const char *given)
{
  const char *html = cut_json_get_string (object, "html");
  const char *body = html != NULL && *html != '\0' ? html : given;

  self->is_html = body == html;
  self->body = g_bytes_new (body, strlen (body));
  self->sha256 = cut_sha256_of_bytes (self->body);
}

CutLine *
cut_line_parse (const char  *json,
                gsize        length,
                guint        number,
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
  if (!read_clip (self, object, error))
    return NULL;
  paragraphs = make_text (self, given);
  if (*self->text == '\0')
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("there is no word in “text”"));
      return NULL;
    }
  read_body (self, object, given);
  read_lists (self, object, given, paragraphs);
  return g_steal_pointer (&self);
}
