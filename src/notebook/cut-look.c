/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-extract.h"

#define LONGEST_HEAD (64 * 1024) /* of a message: each server on its way adds some lines */

#define HEAD 1024 /* bytes that are looked at: a PDF's mark may stand anywhere in them */

static const struct
{
  const char *start;
  CutLook look;
  const char *name;
} starts[] = {
  { "%PDF-", CUT_LOOK_PDF, NULL },
  { "WARC/", CUT_LOOK_WARC, NULL },
  { "\037\213", CUT_LOOK_WARC, NULL }, /* its reader says so where it is something else that was compressed */
  { "PK\3\4", CUT_LOOK_UNREAD, N_ ("a ZIP archive or office document") },
  { "{\\rtf", CUT_LOOK_UNREAD, N_ ("a rich text document") },
  { "\320\317\021\340", CUT_LOOK_UNREAD, N_ ("an office document") },
  { "\211PNG", CUT_LOOK_UNREAD, N_ ("a picture") },
  { "\377\330\377", CUT_LOOK_UNREAD, N_ ("a picture") },
  { "GIF8", CUT_LOOK_UNREAD, N_ ("a picture") },
  { "\032\105\337\243", CUT_LOOK_UNREAD, N_ ("a video") },
};

static gboolean
has_type (const char *content_type,
          const char *type)
{
  return content_type != NULL && g_ascii_strncasecmp (content_type, type, strlen (type)) == 0;
}

static gboolean
is_called_page (const char *content_type)
{
  return has_type (content_type, "text/html") || has_type (content_type, "application/xhtml");
}

static gboolean
looks_like_mhtml (const char *data,
                  gsize       length)
{
  g_autofree char *head = g_ascii_strdown (data, (gssize) MIN (length, 4096));

  return strstr (head, "mime-version:") != NULL && strstr (head, "multipart/related") != NULL;
}

/* A message as mail programs save it: lines of a head, with all that a message has to have. */
static gboolean
looks_like_letter (const char *data,
                   gsize       length)
{
  static const char *const fields[] = { "\nmime-version:", "\ncontent-type:", "\nfrom:", NULL };
  g_autofree char *start = g_ascii_strdown (data, (gssize) MIN (length, LONGEST_HEAD));
  g_autofree char *head = g_strconcat ("\n", start, NULL);
  const char *end = strstr (head + 1, "\n\n");
  const char *other = strstr (head + 1, "\n\r\n");

  if (end == NULL || (other != NULL && other < end))
    end = other;
  if (end == NULL || !g_ascii_isalpha (head[1]))
    return FALSE;
  head[end - head] = '\0';
  for (const char *const *field = fields; *field != NULL; field++)
    if (strstr (head, *field) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_utf16_mark (const char *data,
                gsize       length)
{
  return length >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0);
}

/* Pages and pasted text do hold stray control characters, and the readers of both take them out; what is made of
 * them is no text. */
static gboolean
is_binary (const char *data,
           gsize       length)
{
  g_autoptr (GBytes) head = g_bytes_new_static (data, length);
  gsize controls = 0;

  if (has_utf16_mark (data, length) || cut_extract_looks_like_html (head))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < 0x20 && !g_ascii_isspace (data[i]))
      controls++;
  return controls * 32 > length || memchr (data, '\0', length) != NULL;
}

static gboolean
is_blank (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (data[i]))
      return FALSE;
  return TRUE;
}

/* What is said to be JSON, or begins and ends as only JSON does. */
static gboolean
is_json (const char *data,
         gsize       length,
         const char *content_type)
{
  const char *end = data + length;

  while (data < end && g_ascii_isspace (*data))
    data++;
  while (end > data && g_ascii_isspace (end[-1]))
    end--;
  if (end - data < 2 || !((*data == '{' && end[-1] == '}') || (*data == '[' && end[-1] == ']')))
    return FALSE;
  if (has_type (content_type, "application/json") || has_type (content_type, "application/ld+json"))
    return TRUE;
  for (data++; data < end && g_ascii_isspace (*data);)
    data++;
  return end[-1] == '}' ? *data == '"' || *data == '}' : *data == '{' || *data == '[';
}

/* Returns: (nullable): what it is that is not read. */
static const char *
name_unread (const char *data,
             gsize       length,
             const char *content_type)
{
  if (has_type (content_type, "image/") && !has_type (content_type, "image/svg"))
    return N_ ("a picture");
  if (has_type (content_type, "video/") || has_type (content_type, "audio/"))
    return N_ ("a recording");
  if (is_json (data, length, content_type))
    return N_ ("a JSON file");
  if (is_binary (data, MIN (length, HEAD)))
    return N_ ("no text");
  return NULL;
}

static gboolean
has_pdf_mark (const char *data,
              gsize       length)
{
  g_autofree char *head = g_strndup (data, MIN (length, HEAD));

  return strstr (head, "%PDF-") != NULL;
}

CutLook
cut_look_at (GBytes      *bytes,
             const char  *content_type,
             const char **name)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *unread = NULL;
  CutLook look = CUT_LOOK_UNREAD;

  if (name != NULL)
    *name = NULL;
  if (is_blank (bytes))
    return CUT_LOOK_BLANK;
  for (guint i = 0; i < G_N_ELEMENTS (starts) && look == CUT_LOOK_UNREAD && unread == NULL; i++)
    if (length >= strlen (starts[i].start) && memcmp (data, starts[i].start, strlen (starts[i].start)) == 0)
      {
        look = starts[i].look;
        unread = starts[i].name;
      }
  if (look != CUT_LOOK_UNREAD)
    return look;
  if (unread == NULL && has_type (content_type, "application/pdf") && has_pdf_mark (data, length))
    return CUT_LOOK_PDF;
  if (unread == NULL && (looks_like_mhtml (data, length) || looks_like_letter (data, length)))
    return CUT_LOOK_MHTML;
  if (unread == NULL)
    unread = name_unread (data, length, content_type);
  if (unread == NULL)
    return is_called_page (content_type) || cut_extract_looks_like_html (bytes) ? CUT_LOOK_PAGE : CUT_LOOK_TEXT;
  if (name != NULL)
    *name = _(unread);
  return CUT_LOOK_UNREAD;
}

const char *
cut_look_get_type (CutLook look)
{
  static const char *const types[] = {
    [CUT_LOOK_PDF] = "application/pdf",
    [CUT_LOOK_MHTML] = "multipart/related",
    [CUT_LOOK_WARC] = "application/warc",
  };

  return look < G_N_ELEMENTS (types) ? types[look] : NULL;
}
