/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-saved-mhtml.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

#include "cut-error.h"
#include "cut-extract.h"
#include "cut-limits.h"
#include "cut-page-url.h"
#include "cut-saved-letter.h"
#include "cut-saved-picture.h"

#define LONGEST_ID 512 /* bytes */

typedef struct
{
  GMimeMessage *message; /* (owned) */
  GPtrArray *leaves;     /* (element-type GMimePart) (unowned): in the order of the file */
  GMimePart *page;
  const char *asked;     /* (nullable): the address that whoever asked gave */
  char *base;
  GHashTable *places; /* (owned): address → GMimePart */
} Mhtml;

static void
mhtml_free (Mhtml *self)
{
  g_clear_object (&self->message);
  g_ptr_array_unref (self->leaves);
  g_hash_table_unref (self->places);
  g_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mhtml, mhtml_free)

/* The tree of parts. */

static GMimePart *
leaf_at (const Mhtml *self,
         guint        i)
{
  return g_ptr_array_index (self->leaves, i);
}

static gboolean
is_attached (GMimeObject *part)
{
  return g_strcmp0 (g_mime_object_get_disposition (part), "attachment") == 0;
}

/* The parts of a page; of a letter what its sender wrote, not what others did and what hangs on it. */
static void
list_leaves (Mhtml *self)
{
  gboolean letter = cut_saved_letter_is (self->message);
  GMimePartIter *iter = g_mime_part_iter_new (GMIME_OBJECT (self->message));
  g_autofree char *within = NULL; /* a message that was passed on */

  while (g_mime_part_iter_is_valid (iter) && self->leaves->len < CUT_LIMIT_PARTS)
    {
      GMimeObject *part = g_mime_part_iter_get_current (iter);
      g_autofree char *path = g_mime_part_iter_get_path (iter);
      gboolean others = letter && within != NULL && g_str_has_prefix (path, within);

      if (letter && !others && GMIME_IS_MESSAGE_PART (part))
        {
          g_free (within);
          within = g_strconcat (path, ".", NULL);
        }
      else if (GMIME_IS_PART (part) && !others && !(letter && is_attached (part)))
        g_ptr_array_add (self->leaves, part);
      if (!g_mime_part_iter_next (iter))
        break;
    }
  g_mime_part_iter_free (iter);
}

static Mhtml *
mhtml_new (GBytes     *bytes,
           const char *asked)
{
  Mhtml *self = g_new0 (Mhtml, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GMimeStream *stream;
  GMimeParser *parser;

  g_mime_init ();
  stream = g_mime_stream_mem_new_with_buffer (data != NULL ? data : "", length);
  parser = g_mime_parser_new_with_stream (stream);
  self->asked = asked;
  self->leaves = g_ptr_array_new ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->message = g_mime_parser_construct_message (parser, NULL);
  g_object_unref (parser);
  g_object_unref (stream);
  if (self->message != NULL && g_mime_message_get_mime_part (self->message) != NULL)
    list_leaves (self);
  return self;
}

static gboolean
is_page (GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));

  return type != NULL && (g_mime_content_type_is_type (type, "text", "html") || g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

/* Returns: (transfer full) (nullable): an address of a head, without the line breaks of one that is folded */
static char *
dup_address (GMimeObject *object,
             const char  *name)
{
  const char *value = g_mime_object_get_header (object, name);
  g_autoptr (GString) address = g_string_new (NULL);

  for (; value != NULL && *value != '\0'; value++)
    if (!g_ascii_isspace (*value))
      g_string_append_c (address, *value);
  if (address->len == 0 || address->len > CUT_LIMIT_ADDRESS || !g_utf8_validate (address->str, -1, NULL))
    return NULL;
  return g_string_free (g_steal_pointer (&address), FALSE);
}

/* Returns: (transfer full) (nullable): the id that the root of multipart/related names as its start */
static char *
find_start (const Mhtml *self)
{
  GMimeObject *root = g_mime_message_get_mime_part (self->message);
  const char *start = g_mime_object_get_content_type_parameter (root, "start");
  gsize length = start != NULL ? strlen (start) : 0;

  if (length > 2 && start[0] == '<' && start[length - 1] == '>')
    return g_strndup (start + 1, length - 2);
  return g_strdup (start);
}

/* The part that multipart/related names as its start, else the one at the address of the snapshot, else the first page. */
static GMimePart *
find_page (const Mhtml *self)
{
  g_autofree char *start = find_start (self);
  g_autofree char *address = dup_address (GMIME_OBJECT (self->message), "Snapshot-Content-Location");
  GMimePart *at_address = NULL, *first = NULL;

  for (guint i = 0; i < self->leaves->len; i++)
    {
      GMimePart *part = leaf_at (self, i);
      g_autofree char *location = dup_address (GMIME_OBJECT (part), "Content-Location");

      if (!is_page (part))
        continue;
      if (start != NULL && g_strcmp0 (g_mime_object_get_content_id (GMIME_OBJECT (part)), start) == 0)
        return part;
      if (at_address == NULL && address != NULL && g_strcmp0 (location, address) == 0)
        at_address = part;
      if (first == NULL)
        first = part;
    }
  return at_address != NULL ? at_address : first;
}

/* Returns: (transfer full) (nullable): where the page was taken */
static char *
find_address (const Mhtml *self)
{
  g_autofree char *snapshot = dup_address (GMIME_OBJECT (self->message), "Snapshot-Content-Location");
  g_autofree char *location = dup_address (GMIME_OBJECT (self->page), "Content-Location");
  g_autofree char *whole = dup_address (GMIME_OBJECT (self->message), "Content-Location");

  if (cut_saved_is_web (snapshot))
    return g_steal_pointer (&snapshot);
  if (cut_saved_is_web (location))
    return g_steal_pointer (&location);
  if (cut_saved_is_web (whole))
    return g_steal_pointer (&whole);
  return g_strdup (self->asked);
}

/* Bytes. */

static GBytes *
get_bytes (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GMimeStream *stream = g_mime_stream_mem_new ();
  GByteArray *array;
  GBytes *bytes;

  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, stream);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  bytes = g_bytes_new (array->data, array->len);
  g_object_unref (stream);
  return bytes;
}

/* A part that the page means by its id (RFC 2392) gets an address of the kind that pages' pictures have. */
static char *
make_address (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  return g_strconcat (CUT_ARTICLE_NOWHERE "cid/", escaped, NULL);
}

static GHashTable *
list_ids (const Mhtml *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->leaves->len; i++)
    {
      const char *id = g_mime_object_get_content_id (GMIME_OBJECT (leaf_at (self, i)));

      if (id != NULL && leaf_at (self, i) != self->page)
        g_hash_table_insert (ids, (gpointer) id, leaf_at (self, i));
    }
  return ids;
}

/* Returns: the length of the id that stands at @at */
static gsize
span_id (const char *at,
         gsize       length)
{
  gsize n = 0;

  while (n < length && n < LONGEST_ID && (guchar) at[n] > 0x20 && strchr ("\"'<>()&", at[n]) == NULL)
    n++;
  return n;
}

/* Returns: (nullable): the next `cid:` */
static const char *
find_scheme (const char *at,
             const char *end)
{
  for (; (at = memchr (at, 'c', (gsize) (end - at))) != NULL; at++)
    if (end - at >= 4 && memcmp (at, "cid:", 4) == 0)
      return at;
  return NULL;
}

/* The page's bytes with `cid:ID` replaced, in each place where there is a part with that id. */
static GBytes *
replace_ids (const Mhtml *self,
             GBytes      *page)
{
  g_autoptr (GHashTable) ids = list_ids (self);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (page, &length);
  const char *at = data != NULL ? data : "";
  const char *end = at + length;

  while (at < end)
    {
      const char *found = g_hash_table_size (ids) > 0 ? find_scheme (at, end) : NULL;
      gsize span = found != NULL ? span_id (found + 4, (gsize) (end - found - 4)) : 0;
      g_autofree char *id = found != NULL ? g_strndup (found + 4, span) : NULL;
      g_autofree char *plain = id != NULL ? g_uri_unescape_string (id, NULL) : NULL;
      const char *stop = found != NULL ? found + 4 : end;

      if (plain != NULL && g_hash_table_contains (ids, plain))
        {
          g_autofree char *address = make_address (plain);

          g_string_append_len (out, at, found - at);
          g_string_append (out, address);
          stop += span;
        }
      else
        g_string_append_len (out, at, stop - at);
      at = stop;
    }
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/* Pictures. */

static void
note_place (Mhtml     *self,
            char      *address,
            GMimePart *part)
{
  if (address == NULL || g_hash_table_contains (self->places, address))
    g_free (address);
  else
    g_hash_table_insert (self->places, address, part);
}

/* Under what addresses the page may mean each part. */
static void
list_places (Mhtml *self)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      GMimePart *part = leaf_at (self, i);
      g_autofree char *location = dup_address (GMIME_OBJECT (part), "Content-Location");
      const char *id = g_mime_object_get_content_id (GMIME_OBJECT (part));
      g_autofree char *absolute = cut_page_url_resolve_picture (self->base, location);

      if (part == self->page)
        continue;
      note_place (self, absolute != NULL ? cut_saved_without_fragment (absolute) : NULL, part);
      note_place (self, id != NULL ? make_address (id) : NULL, part);
      note_place (self, g_steal_pointer (&location), part);
    }
}

static GBytes *
find_picture (const char  *url,
              char       **content_type,
              gpointer     user_data)
{
  const Mhtml *self = user_data;
  GMimePart *part = g_hash_table_lookup (self->places, url);

  if (part == NULL)
    return NULL;
  *content_type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (GMIME_OBJECT (part)));
  return get_bytes (part);
}

/* What the file says of itself. */

static CutSnapshot *
make_snapshot (const Mhtml *self,
               const char  *url)
{
  static const char *const names[] = { "Snapshot-Content-Location", "Date", "From", "Subject" };
  CutSnapshot *snapshot = cut_snapshot_new (url);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_mime_object_get_header (GMIME_OBJECT (self->message), names[i]);
      g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;
      g_autofree char *line = valid != NULL ? g_strdup_printf ("%s: %s", names[i], g_strstrip (valid)) : NULL;

      if (line != NULL)
        g_strv_builder_add (builder, line);
    }
  snapshot->headers = g_strv_builder_end (builder);
  return snapshot;
}

static char *
make_content_type (GMimePart *page)
{
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (page), "charset");

  return charset != NULL ? g_strconcat ("text/html; charset=", charset, NULL) : g_strdup ("text/html");
}

static CutArticle *
extract_page (Mhtml   *self,
              GError **error)
{
  g_autofree char *address = find_address (self);
  g_autofree char *content_type = make_content_type (self->page);
  g_autoptr (GBytes) raw = get_bytes (self->page);
  g_autoptr (GBytes) page = replace_ids (self, raw);
  CutArticle *article;

  self->base = g_strdup (address != NULL ? address : CUT_ARTICLE_NOWHERE);
  article = cut_extract_html (page, content_type, self->base, NULL, error);
  if (article == NULL)
    return NULL;
  if (address == NULL && cut_saved_letter_is (self->message))
    cut_saved_letter_write (self->message, article);
  article->snapshot = make_snapshot (self, address);
  list_places (self);
  cut_saved_add_pictures (article, find_picture, self);
  return article;
}

/* Returns: (transfer full): the words of a letter that is no page */
static char *
join_words (const Mhtml *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->leaves->len; i++)
    {
      GMimePart *leaf = leaf_at (self, i);
      GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (leaf));
      g_autofree char *text = NULL;

      if (!GMIME_IS_TEXT_PART (leaf) || !g_mime_content_type_is_type (type, "text", "plain"))
        continue;
      text = g_mime_text_part_get_text (GMIME_TEXT_PART (leaf));
      if (text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", text);
    }
  return g_string_free (words, FALSE);
}

static CutArticle *
extract_letter (Mhtml   *self,
                GError **error)
{
  g_autofree char *words = join_words (self);
  CutArticle *article = cut_saved_letter_read (self->message, words, error);

  if (article != NULL)
    article->snapshot = make_snapshot (self, self->asked);
  return article;
}

CutArticle *
cut_extract_mhtml (GBytes      *bytes,
                   const char  *url,
                   GError     **error)
{
  g_autoptr (Mhtml) self = mhtml_new (bytes, url);

  self->page = self->message != NULL ? find_page (self) : NULL;
  if (self->page != NULL)
    return extract_page (self, error);
  if (self->message != NULL && cut_saved_letter_is (self->message))
    return extract_letter (self, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
                       _("There is no page in this file: it is no saved page (MHTML), or it is damaged. Save the page again."));
  return NULL;
}
