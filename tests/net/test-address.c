/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-address.h"
#include "cut-error.h"
#include "cut-limits.h"

static void
test_reach (void)
{
  static const struct
  {
    const char *address;
    CutReach reach;
  } cases[] = {
    { "8.8.8.8", CUT_REACH_PUBLIC },        { "1.1.1.1", CUT_REACH_PUBLIC },
    { "11.0.0.0", CUT_REACH_PUBLIC },       { "9.255.255.255", CUT_REACH_PUBLIC },
    { "172.15.255.255", CUT_REACH_PUBLIC }, { "172.32.0.0", CUT_REACH_PUBLIC },
    { "100.63.255.255", CUT_REACH_PUBLIC }, { "100.128.0.0", CUT_REACH_PUBLIC },
    { "192.167.255.255", CUT_REACH_PUBLIC },{ "223.255.255.255", CUT_REACH_PUBLIC },
    { "0.0.0.0", CUT_REACH_LOOPBACK },      { "0.1.2.3", CUT_REACH_LOOPBACK },
    { "127.0.0.1", CUT_REACH_LOOPBACK },    { "127.255.255.254", CUT_REACH_LOOPBACK },
    { "10.0.0.0", CUT_REACH_PRIVATE },      { "10.255.255.255", CUT_REACH_PRIVATE },
    { "172.16.0.1", CUT_REACH_PRIVATE },    { "172.31.255.255", CUT_REACH_PRIVATE },
    { "192.168.1.1", CUT_REACH_PRIVATE },   { "169.254.169.254", CUT_REACH_PRIVATE },
    { "100.64.0.1", CUT_REACH_PRIVATE },    { "100.127.255.255", CUT_REACH_PRIVATE },
    { "224.0.0.1", CUT_REACH_SPECIAL },     { "239.255.255.255", CUT_REACH_SPECIAL },
    { "255.255.255.255", CUT_REACH_SPECIAL },{ "240.0.0.1", CUT_REACH_SPECIAL },
    { "192.0.2.1", CUT_REACH_SPECIAL },     { "198.18.0.1", CUT_REACH_SPECIAL },
    { "198.51.100.7", CUT_REACH_SPECIAL },  { "203.0.113.7", CUT_REACH_SPECIAL },
    { "2606:4700::1111", CUT_REACH_PUBLIC },{ "2a00:1450:4001::200e", CUT_REACH_PUBLIC },
    { "::1", CUT_REACH_LOOPBACK },          { "::", CUT_REACH_LOOPBACK },
    { "fc00::1", CUT_REACH_PRIVATE },       { "fdff::1", CUT_REACH_PRIVATE },
    { "fe80::1", CUT_REACH_PRIVATE },       { "fec0::1", CUT_REACH_PRIVATE },
    { "ff02::1", CUT_REACH_SPECIAL },       { "2001:db8::1", CUT_REACH_SPECIAL },
    { "::ffff:127.0.0.1", CUT_REACH_SPECIAL }, { "::ffff:8.8.8.8", CUT_REACH_SPECIAL },
    { "::127.0.0.1", CUT_REACH_SPECIAL },   { "2002:7f00:1::", CUT_REACH_SPECIAL },
    { "2001::1", CUT_REACH_SPECIAL },       { "64:ff9b::808:808", CUT_REACH_PUBLIC },
    { "64:ff9b::7f00:1", CUT_REACH_LOOPBACK }, { "64:ff9b::a00:1", CUT_REACH_PRIVATE },
    { "64:ff9b:1::808:808", CUT_REACH_PRIVATE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (cases[i].address);
      g_test_message ("%s", cases[i].address);
      g_assert_nonnull (address);
      g_assert_cmpint (cut_address_get_reach (address), ==, cases[i].reach);
    }
}

static void
test_normalise (void)
{
  static const struct
  {
    const char *typed;
    const char *address;
  } cases[] = {
    { "https://example.org/a?b=c#d", "https://example.org/a?b=c#d" },
    { "  http://example.org \n", "http://example.org/" },
    { "HTTP://EXAMPLE.ORG/A", "http://example.org/A" },
    { "example.org", "https://example.org/" },
    { "example.org/news", "https://example.org/news" },
    { "example.org:8080/news", "https://example.org:8080/news" },
    { "localhost:8080", "https://localhost:8080/" },
    { "//example.org/x", "https://example.org/x" },
    { "http://example.org:80/", "http://example.org/" },
    { "https://example.org:443/", "https://example.org/" },
    { "https://example.org:80/", "https://example.org:80/" },
    { "http://anna:pass@example.org/", "http://example.org/" },
    { "http://anna@example.org/", "http://example.org/" },
    { "http://example.org@evil.example/", "http://evil.example/" },
    { "http://example.org/a b", "http://example.org/a%20b" },
    { "http://example.org/caf\xc3\xa9?q=\xc3\xa9", "http://example.org/caf%C3%A9?q=%C3%A9" },
    { "http://example.org/100%", "http://example.org/100%" },
    { "http://b\xc3\xbc" "cher.example/", "http://xn--bcher-kva.example/" },
    { "http://[::1]:8080/", "http://[::1]:8080/" },
    { "http://example.org/a\tb\r\nc", "http://example.org/abc" },
    { "http://example.org?x", "http://example.org/?x" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = cut_address_normalise (cases[i].typed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *typed;
    int code;
  } cases[] = {
    { "file:///etc/passwd", CUT_ERROR_REFUSED },   { "ftp://example.org/", CUT_ERROR_REFUSED },
    { "data:text/html,hi", CUT_ERROR_REFUSED },    { "javascript:alert(1)", CUT_ERROR_REFUSED },
    { "mailto:a@example.org", CUT_ERROR_REFUSED }, { "gopher://example.org/", CUT_ERROR_REFUSED },
    { "blob:https://example.org/1", CUT_ERROR_REFUSED }, { "FILE:///etc/passwd", CUT_ERROR_REFUSED },
    { "", CUT_ERROR_INPUT },                       { "http://", CUT_ERROR_INPUT },
    { "https:///path", CUT_ERROR_INPUT },          { "http://example.org:99999/", CUT_ERROR_INPUT },
    { "http://example.org:0/", CUT_ERROR_INPUT },  { "http://[::1", CUT_ERROR_INPUT },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = cut_address_normalise (cases[i].typed, &error);
      g_test_message ("%s", cases[i].typed);
      g_assert_null (address);
      g_assert_error (error, CUT_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_too_long (void)
{
  g_autofree char *path = g_strnfill (CUT_LIMIT_ADDRESS, 'a');
  g_autofree char *typed = g_strconcat ("http://example.org/", path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_address_normalise (typed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (cut_address_resolve ("http://example.org/", typed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *reference;
    const char *address;
  } cases[] = {
    { "b", "http://example.org/news/b" },         { "/b", "http://example.org/b" },
    { "../b", "http://example.org/b" },           { "?q", "http://example.org/news/a?q" },
    { "//other.example/b", "http://other.example/b" },
    { "https://u:p@other.example", "https://other.example/" },
    { " b c ", "http://example.org/news/b%20c" }, { "", "http://example.org/news/a" },
    { "caf\xe9", "http://example.org/news/caf%E9" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = cut_address_resolve ("http://example.org/news/a", cases[i].reference, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, cases[i].address);
    }
  g_assert_null (cut_address_resolve ("http://example.org/", "file:///etc/passwd", NULL));
}

static void
test_names_private_host (void)
{
  static const char *const private[] = { "http://127.0.0.1/", "http://localhost/", "http://LOCALHOST./", "http://a.localhost:80/",
                                         "http://[::1]/", "http://[::ffff:127.0.0.1]/", "https://192.168.0.1/x", "http://0.0.0.0/" };
  static const char *const public[] = { "http://example.org/", "http://8.8.8.8/", "http://localhost.example/", "http://notlocalhost/" };

  for (size_t i = 0; i < G_N_ELEMENTS (private); i++)
    g_assert_true (cut_address_names_private_host (private[i]));
  for (size_t i = 0; i < G_N_ELEMENTS (public); i++)
    g_assert_false (cut_address_names_private_host (public[i]));
}

static void
test_host (void)
{
  g_autofree char *host = cut_address_get_host ("https://example.org:8443/a");
  g_autofree char *implied = cut_address_get_host_port ("https://example.org/a");
  g_autofree char *written = cut_address_get_host_port ("http://example.org:8080/a");
  g_autofree char *none = cut_address_get_host ("%%%");

  g_assert_cmpstr (host, ==, "example.org");
  g_assert_cmpstr (implied, ==, "example.org:443");
  g_assert_cmpstr (written, ==, "example.org:8080");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/address/reach", test_reach);
  g_test_add_func ("/net/address/normalise", test_normalise);
  g_test_add_func ("/net/address/refused", test_refused);
  g_test_add_func ("/net/address/too-long", test_too_long);
  g_test_add_func ("/net/address/resolve", test_resolve);
  g_test_add_func ("/net/address/names-private-host", test_names_private_host);
  g_test_add_func ("/net/address/host", test_host);
  return g_test_run ();
}
