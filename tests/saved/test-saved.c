/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-saved-extract.h"

#define WORDS                                                                                                         \
  "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the "      \
  "first, according to minutes seen by this newspaper on Tuesday.</p>"                                                \
  "<p>The minutes name two officials who knew earlier, and say that neither of them was asked to write a report "     \
  "about it, or to tell the neighbours of the tank what had happened.</p>"                                            \
  "<p>The board did not answer questions about the age of the tank. Its last inspection was in 2011, the register "   \
  "shows, and the next one had been put off three times since then.</p>"

#define PAGE(title, picture)                                                                                          \
  "<!doctype html><html><head><title>" title "</title></head><body><article><h1>" title "</h1>" WORDS                 \
  "<figure><img src=\"" picture "\" width=\"600\" height=\"400\"><figcaption>The tank at the quay</figcaption></figure>" \
  "</article></body></html>"

/* Every CR is left out of these: readers take both, and the tests of WARC put them in. */
#define MHTML_HEAD                                                                                                    \
  "From: <Saved by Test>\nSnapshot-Content-Location: https://norrvik.example/news/leak.html\nSubject: Leak\n"        \
  "Date: Tue, 12 Mar 2024 08:00:00 GMT\nMIME-Version: 1.0\n"                                                          \
  "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n"

#define PICTURE_BYTES "R0lGODlhAQABAAAAACw="

static CutArticle *
extract (const char *file,
         gsize       length,
         const char *url)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, length);
  g_autoptr (GError) error = NULL;
  CutArticle *article = cut_extract_saved (bytes, url, &error);

  g_assert_no_error (error);
  return article;
}

static void
assert_fails (const char *file,
              gsize       length,
              const char *url,
              int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_extract_saved (bytes, url, &error));
  g_assert_error (error, CUT_ERROR, code);
}

static void
assert_part (const CutArticle *article,
             const char       *url,
             const char       *start)
{
  const CutPart *part;

  g_assert_cmpuint (article->parts->len, ==, 1);
  part = g_ptr_array_index (article->parts, 0);
  g_assert_cmpstr (part->url, ==, url);
  g_assert_cmpint (memcmp (g_bytes_get_data (part->bytes, NULL), start, strlen (start)), ==, 0);
  g_assert_true (g_ptr_array_find_with_equal_func (article->images, url, g_str_equal, NULL));
}

/* MHTML. */

static void
test_mhtml (void)
{
  const char *file = MHTML_HEAD "--b\nContent-Type: text/html\nContent-ID: <frame@x>\nContent-Location: https://norrvik.example/news/leak.html\n\n"
                     PAGE ("Second leak", "/img/tank.gif")
                     "\n--b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-Location: https://norrvik.example/img/tank.gif\n\n"
                     PICTURE_BYTES "\n--b--\n";
  g_autoptr (CutArticle) article = extract (file, strlen (file), NULL);

  g_assert_cmpstr (article->title, ==, "Second leak");
  g_assert_nonnull (strstr (article->text, "according to minutes seen by this newspaper"));
  g_assert_cmpstr (article->snapshot->url, ==, "https://norrvik.example/news/leak.html");
  g_assert_true (g_strv_contains ((const char *const *) article->snapshot->headers, "Date: Tue, 12 Mar 2024 08:00:00 GMT"));
  assert_part (article, "https://norrvik.example/img/tank.gif", "GIF89a");
}

/* The root is the part that start= names, not the first; its words are quoted-printable in a charset of their own. */
static void
test_mhtml_start (void)
{
  const char *file = "MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<root@x>\"; boundary=\"b\"\n\n"
                     "--b\nContent-Type: text/html\nContent-ID: <frame@x>\n\n" PAGE ("A frame", "x.gif")
                     "\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-ID: <root@x>\nContent-Transfer-Encoding: quoted-printable\n\n"
                     "<html><body><h1>Z=FCrich</h1><p>Die Beh=F6rde hat gestern mitgeteilt, dass der zweite Tank im M=E4rz leckte, "
                     "und dass sie davon l=E4nger als eine Woche wusste.</p></body></html>\n--b--\n";
  g_autoptr (CutArticle) article = extract (file, strlen (file), "https://norrvik.example/asked");

  g_assert_nonnull (strstr (article->text, "Die Behörde hat gestern mitgeteilt, dass der zweite Tank im März leckte"));
  g_assert_cmpstr (article->snapshot->url, ==, "https://norrvik.example/asked");
}

static void
test_mhtml_cid (void)
{
  const char *file = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n"
                     "--b\nContent-Type: text/html\n\n" PAGE ("Second leak", "cid:tank@x")
                     "\n--b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-ID: <tank@x>\n\n" PICTURE_BYTES "\n--b--\n";
  g_autoptr (CutArticle) article = extract (file, strlen (file), NULL);

  assert_part (article, CUT_ARTICLE_NOWHERE "cid/tank%40x", "GIF89a");
  g_assert_null (article->snapshot->url);
}

/* What somebody sent: with who wrote it, when, and about what. */
static void
test_letter (void)
{
  const char *plain = "From: =?utf-8?Q?Ada_K=C3=A4ll?= <ada@norrvik.example>\nTo: bo@norrvik.example\nDate: Tue, 12 Mar 2024 08:00:00 +0100\n"
                      "Subject: The second\n tank\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n"
                      "Content-Transfer-Encoding: quoted-printable\n\nDear Bo,\n\nthe minutes name two officials who knew of the leak at the quay in Z=FCrich, "
                      "and neither of them was asked.\n";
  const char *page = "From: Ada Kell <ada@norrvik.example>\nDate: Tue, 12 Mar 2024 08:00:00 +0100\nSubject: The second tank\nMIME-Version: 1.0\n"
                     "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nin words\n--b\nContent-Type: text/html\n\n"
                     PAGE ("Weekly", "x.gif") "\n--b--\n";
  g_autoptr (CutArticle) letter = extract (plain, strlen (plain), NULL);
  g_autoptr (CutArticle) other = extract (page, strlen (page), NULL);

  g_assert_cmpstr (letter->title, ==, "The second tank");
  g_assert_cmpstr (letter->byline, ==, "Ada Käll");
  g_assert_cmpstr (cut_date_get_value (letter->published), ==, "2024-03-12T08:00:00+01:00");
  g_assert_nonnull (strstr (letter->text, "the leak at the quay in Zürich"));
  g_assert_null (strstr (letter->text, "Content-Type"));
  g_assert_cmpstr (other->title, ==, "The second tank");
  g_assert_cmpstr (other->byline, ==, "Ada Kell");
  g_assert_nonnull (strstr (other->text, "according to minutes seen by this newspaper"));
}

/* What hangs on a letter, or was passed on with it, is not what its sender wrote; and all of what they wrote is. */
static void
test_letter_with_more (void)
{
  const char *file = "From: Ada Kell <ada@norrvik.example>\nSubject: Two pictures\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                     "--b\nContent-Type: text/plain\n\nThe first picture shows the tank that the board says was never there.\n"
                     "--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=report.html\n\n" PAGE ("Another's report", "x.gif")
                     "\n--b\nContent-Type: message/rfc822\n\nFrom: Bo Quill <bo@norrvik.example>\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
                     PAGE ("Passed on", "y.gif") "\n"
                     "--b\nContent-Type: text/plain\n\nThe second picture shows who signed for it on Monday.\n--b--\n";
  const char *empty = "From: Ada Kell <ada@norrvik.example>\nDate: Tue, 12 Mar 2024 08:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain\n\n \r\n\n";
  g_autoptr (CutArticle) letter = extract (file, strlen (file), NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (empty, strlen (empty));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (letter->byline, ==, "Ada Kell");
  g_assert_nonnull (strstr (letter->text, "The first picture shows"));
  g_assert_nonnull (strstr (letter->text, "The second picture shows"));
  g_assert_null (strstr (letter->text, "according to minutes"));
  g_assert_null (cut_extract_saved (bytes, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_mhtml_without_page (void)
{
  const char *file = MHTML_HEAD "--b\nContent-Type: image/gif\n\nGIF89a\n--b--\n";
  const char *no_boundary = MHTML_HEAD "Content-Type: text/html\n\n" PAGE ("Second leak", "x.gif");

  assert_fails (file, strlen (file), NULL, CUT_ERROR_UNSUPPORTED);
  assert_fails (no_boundary, strlen (no_boundary), NULL, CUT_ERROR_UNSUPPORTED);
  assert_fails ("", 0, NULL, CUT_ERROR_UNSUPPORTED);
}

static void
test_mhtml_truncated (void)
{
  const char *file = MHTML_HEAD "--b\nContent-Type: text/html\n\n" PAGE ("Second leak", "x.gif") "\n--b\nContent-Type: image/gif\n\nGIF89a\n--b--\n";

  for (gsize length = 0; length < strlen (file); length += 41)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (file, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) article = cut_extract_saved (bytes, NULL, &error);

      g_assert_true ((article == NULL) == (error != NULL));
    }
}

/* Parts in parts, deeper than any page has them. */
static void
test_mhtml_deep (void)
{
  g_autoptr (GString) file = g_string_new ("MIME-Version: 1.0\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (file, "Content-Type: multipart/related; boundary=\"b%u\"\n\n--b%u\n", i, i);
  g_string_append (file, "Content-Type: text/html\n\n" PAGE ("Second leak", "x.gif"));
  bytes = g_bytes_new (file->str, file->len);
  article = cut_extract_saved (bytes, NULL, &error);
  g_assert_true ((article == NULL) == (error != NULL));
}

/* WARC. */

static void
add_record (GByteArray *out,
            gboolean    packed,
            const char *type,
            const char *uri,
            const char *content_type,
            const void *block,
            gsize       length)
{
  g_autofree char *head = g_strdup_printf ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-12T08:00:00Z\r\n"
                                           "Content-Type: %s\r\nContent-Length: %u\r\n\r\n",
                                           type, uri, content_type, (guint) length);
  g_autoptr (GByteArray) record = g_byte_array_new ();
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  gsize space, taken, made;

  g_byte_array_append (record, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (record, block, (guint) length);
  g_byte_array_append (record, (const guint8 *) "\r\n\r\n", 4);
  if (!packed)
    {
      g_byte_array_append (out, record->data, record->len);
      return;
    }
  space = record->len + 1024;
  g_byte_array_set_size (out, out->len + (guint) space);
  g_assert_cmpint (g_converter_convert (gzip, record->data, record->len, out->data + out->len - space, space, G_CONVERTER_INPUT_AT_END,
                                        &taken, &made, NULL), ==, G_CONVERTER_FINISHED);
  g_byte_array_set_size (out, out->len - (guint) (space - made));
}

static void
add_response (GByteArray *out,
              gboolean    packed,
              const char *uri,
              const char *http)
{
  add_record (out, packed, "response", uri, "application/http; msgtype=response", http, strlen (http));
}

static GByteArray *
make_warc (gboolean packed)
{
  GByteArray *out = g_byte_array_new ();

  add_record (out, packed, "warcinfo", "urn:x", "application/warc-fields", "software: test\r\n", 16);
  add_response (out, packed, "https://norrvik.example/old", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /new\r\n\r\n<p>Moved</p>");
  add_response (out, packed, "https://norrvik.example/new",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: quay\r\nSet-Cookie: secret=1\r\n\r\n" PAGE ("Second leak", "/tank.gif"));
  add_response (out, packed, "https://norrvik.example/tank.gif", "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n\r\nGIF89a....");
  add_response (out, packed, "https://norrvik.example/other",
                "HTTP/2 200\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" "6\r\n<html>\r\n" "26\r\n<title>Other page</title><h1>Other</h1>\r\n"
                "50\r\n<p>Nobody but the board knew of the second tank that leaked at the quay in March.\r\n0\r\n\r\n");
  return out;
}

static void
check_warc (gboolean packed)
{
  g_autoptr (GByteArray) file = make_warc (packed);
  g_autoptr (CutArticle) article = extract ((const char *) file->data, file->len, NULL);

  g_assert_cmpstr (article->title, ==, "Second leak");
  g_assert_cmpstr (article->snapshot->url, ==, "https://norrvik.example/new");
  g_assert_cmpuint (article->snapshot->status, ==, 200);
  g_assert_true (g_strv_contains ((const char *const *) article->snapshot->headers, "WARC-Date: 2024-03-12T08:00:00Z"));
  g_assert_true (g_strv_contains ((const char *const *) article->snapshot->headers, "Server: quay"));
  g_assert_false (g_strv_contains ((const char *const *) article->snapshot->headers, "Set-Cookie: secret=1"));
  g_assert_nonnull (strstr (article->warning, "2 pages"));
  assert_part (article, "https://norrvik.example/tank.gif", "GIF89a....");
}

static void
test_warc (void)
{
  check_warc (FALSE);
  check_warc (TRUE);
}

/* The page that was asked for, with chunks undone, though its status line is not of HTTP/1. */
static void
test_warc_asked (void)
{
  g_autoptr (GByteArray) file = make_warc (TRUE);
  g_autoptr (CutArticle) article = extract ((const char *) file->data, file->len, "https://norrvik.example/other#top");

  g_assert_nonnull (strstr (article->text, "Nobody but the board knew of the second tank that leaked at the quay in March."));
  g_assert_null (article->warning);
  assert_fails ((const char *) file->data, file->len, "https://norrvik.example/none", CUT_ERROR_NOT_FOUND);
}

/* Some crawlers leave the headers of chunks and packing that they have undone. */
static void
test_warc_codings (void)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (CutArticle) article = NULL;

  add_response (file, FALSE, "https://norrvik.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
                "Content-Encoding: br\r\n\r\n" PAGE ("Second leak", "x.gif"));
  article = extract ((const char *) file->data, file->len, "https://norrvik.example");
  g_assert_cmpstr (article->title, ==, "Second leak");
}

static void
test_warc_without_page (void)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();

  add_response (file, FALSE, "https://norrvik.example/x.json", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}");
  assert_fails ((const char *) file->data, file->len, NULL, CUT_ERROR_UNSUPPORTED);
  assert_fails ("WARC/1.0\r\nContent-Length: x\r\n\r\n", 29, NULL, CUT_ERROR_UNSUPPORTED);
  assert_fails ("WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n", 53, NULL, CUT_ERROR_UNSUPPORTED);
  assert_fails ("\037\213\010\0\0\0\0\0\0\003\003\0\0\0\0\0\0\0\0\0", 20, NULL, CUT_ERROR_UNSUPPORTED);
}

static void
test_warc_truncated (void)
{
  for (guint packed = 0; packed < 2; packed++)
    {
      g_autoptr (GByteArray) file = make_warc (packed);

      for (gsize length = 5; length < file->len; length += 67)
        {
          g_autoptr (GBytes) bytes = g_bytes_new (file->data, length);
          g_autoptr (GError) error = NULL;
          g_autoptr (CutArticle) article = cut_extract_saved (bytes, NULL, &error);

          g_assert_true ((article == NULL) == (error != NULL));
        }
    }
}

/* Less than a mebibyte that is more than the limit unpacked. */
static void
test_warc_bomb (void)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GByteArray) zeros = g_byte_array_new ();

  g_byte_array_set_size (zeros, 48 * 1024 * 1024);
  memset (zeros->data, ' ', zeros->len);
  for (guint i = 0; i < 6; i++)
    add_record (file, TRUE, "response", "https://norrvik.example/", "application/http", zeros->data, zeros->len);
  g_assert_cmpuint (file->len, <, 1024 * 1024);
  assert_fails ((const char *) file->data, file->len, NULL, CUT_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved/mhtml", test_mhtml);
  g_test_add_func ("/saved/mhtml-start", test_mhtml_start);
  g_test_add_func ("/saved/mhtml-cid", test_mhtml_cid);
  g_test_add_func ("/letter", test_letter);
  g_test_add_func ("/letter/with-more", test_letter_with_more);
  g_test_add_func ("/saved/mhtml-without-page", test_mhtml_without_page);
  g_test_add_func ("/saved/mhtml-truncated", test_mhtml_truncated);
  g_test_add_func ("/saved/mhtml-deep", test_mhtml_deep);
  g_test_add_func ("/saved/warc", test_warc);
  g_test_add_func ("/saved/warc-asked", test_warc_asked);
  g_test_add_func ("/saved/warc-codings", test_warc_codings);
  g_test_add_func ("/saved/warc-without-page", test_warc_without_page);
  g_test_add_func ("/saved/warc-truncated", test_warc_truncated);
  g_test_add_func ("/saved/warc-bomb", test_warc_bomb);
  return g_test_run ();
}
