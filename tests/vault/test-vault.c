/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-error.h"
#include "cut-vault.h"

#define ABOUT "cuttings-sealed\nsource\n0190d3a4-0000-7000-8000-000000000001\nsealed\nnames-1"

static CutPassphrase *
phrase (const char *text)
{
  g_autoptr (GError) error = NULL;
  CutPassphrase *passphrase = cut_passphrase_new (text, -1, &error);

  g_assert_no_error (error);
  return passphrase;
}

static CutWrap *
create (CutVault   *vault,
        const char *text)
{
  g_autoptr (CutPassphrase) passphrase = phrase (text);
  g_autoptr (GError) error = NULL;
  CutWrap *wrap = cut_vault_create (vault, passphrase, CUT_VAULT_COST_LEAST, &error);

  g_assert_no_error (error);
  return wrap;
}

static gboolean
unlock (CutVault       *vault,
        const CutWrap  *wrap,
        const char     *text,
        GError        **error)
{
  g_autoptr (CutPassphrase) passphrase = phrase (text);

  return cut_vault_unlock (vault, wrap, passphrase, error);
}

static char *
seal (CutVault      *vault,
      const CutWrap *wrap,
      const char    *text)
{
  g_autoptr (GError) error = NULL;
  char *sealed = cut_vault_seal (vault, wrap->id, ABOUT, text, &error);

  g_assert_no_error (error);
  return sealed;
}

static void
test_round (void)
{
  static const char *const texts[] = { "", "Ada", "Mårten Öst, +46 70 000 00 00",
                                       ("a text that is longer than the hundred and twenty-eight bytes that a short one is "
                                        "padded to, so that there are two blocks of it") };
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sealed = seal (vault, wrap, texts[i]);
      g_autofree char *again = seal (vault, wrap, texts[i]);
      g_autofree char *opened = cut_vault_open (vault, wrap->id, ABOUT, sealed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (opened, ==, texts[i]);
      /* A fresh nonce each time. */
      g_assert_cmpstr (sealed, !=, again);
    }
}

static void
test_length_is_hidden (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autofree char *one = seal (vault, wrap, "Bo");
  g_autofree char *other = seal (vault, wrap, "Wilhelmina Featherstonehaugh-Cholmondeley");

  g_assert_cmpuint (strlen (one), ==, strlen (other));
}

static void
test_other_object_is_refused (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autofree char *sealed = seal (vault, wrap, "Ada");
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_vault_open (vault, wrap->id, "cuttings-sealed\nsource\nanother\nsealed\nnames-1", sealed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
}

/* Every single byte counts: nonce, text and tag. */
static void
test_tampering_is_refused (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autofree char *sealed = seal (vault, wrap, "Ada");
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (sealed, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      bytes[i] ^= 1;
      text = g_base64_encode (bytes, length);
      bytes[i] ^= 1;
      g_assert_null (cut_vault_open (vault, wrap->id, ABOUT, text, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
    }
  for (gsize n = 0; n < length; n += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_base64_encode (bytes, n);

      g_assert_null (cut_vault_open (vault, wrap->id, ABOUT, text, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
    }
}

static void
test_wrong_passphrase (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autofree char *sealed = seal (vault, wrap, "Ada");
  g_autofree char *opened = NULL;
  g_autoptr (GError) error = NULL;

  cut_vault_lock (vault);
  g_assert_false (unlock (vault, wrap, "eight herons wadE", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  g_assert_false (cut_vault_is_open (vault, NULL));
  g_clear_error (&error);
  g_assert_null (cut_vault_open (vault, wrap->id, ABOUT, sealed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (unlock (vault, wrap, "eight herons wade", &error));
  opened = cut_vault_open (vault, wrap->id, ABOUT, sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, "Ada");
}

static void
test_another_key (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutVault) other = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autoptr (CutWrap) wrapped = create (other, "eight herons wade");
  g_autofree char *sealed = seal (vault, wrap, "Ada");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (wrap->id, !=, wrapped->id);
  g_assert_null (cut_vault_open (other, wrapped->id, ABOUT, sealed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (cut_vault_open (other, wrap->id, ABOUT, sealed, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_LOCKED);
}

static void
test_change (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  g_autofree char *sealed = seal (vault, wrap, "Ada");
  g_autofree char *opened = NULL;
  g_autoptr (CutPassphrase) wrong = phrase ("nine herons wade");
  g_autoptr (CutPassphrase) old = phrase ("eight herons wade");
  g_autoptr (CutPassphrase) new = phrase ("a fortnight of rain");
  g_autoptr (CutPassphrase) shorter = phrase ("rain");
  g_autoptr (GError) error = NULL;
  g_autoptr (CutWrap) next = NULL;

  g_assert_null (cut_vault_rewrap (wrap, wrong, new, CUT_VAULT_COST_LEAST, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (cut_vault_rewrap (wrap, old, shorter, CUT_VAULT_COST_LEAST, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  next = cut_vault_rewrap (wrap, old, new, CUT_VAULT_COST_LEAST, &error);
  g_assert_no_error (error);
  cut_vault_lock (vault);
  g_assert_false (unlock (vault, next, "eight herons wade", &error));
  g_clear_error (&error);
  g_assert_true (unlock (vault, next, "a fortnight of rain", &error));
  opened = cut_vault_open (vault, next->id, ABOUT, sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, "Ada");
}

static void
assert_refused (const CutWrap *wrap)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (unlock (vault, wrap, "eight herons wade", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
}

/* A notebook from elsewhere must not make this computer work for hours, nor weaken what it asks for. */
static void
test_odd_wraps (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  g_autoptr (CutWrap) wrap = create (vault, "eight herons wade");
  gint64 memory = wrap->memory;
  g_autoptr (GError) error = NULL;

  wrap->memory = G_MAXINT64;
  assert_refused (wrap);
  wrap->memory = 0;
  assert_refused (wrap);
  wrap->memory = memory;
  wrap->passes = 1000000;
  assert_refused (wrap);
  wrap->passes = -1;
  assert_refused (wrap);
  wrap->passes = 1;
  wrap->salt[0] = '!';
  assert_refused (wrap);
  g_free (wrap->salt);
  wrap->salt = g_strdup ("AAAAAAAAAAAAAAAAAAAAAA==");
  /* Well formed, but not what was used. */
  g_assert_false (unlock (vault, wrap, "eight herons wade", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);
  g_free (wrap->key);
  wrap->key = g_strdup ("");
  assert_refused (wrap);
  g_free (wrap->kdf);
  wrap->kdf = g_strdup ("plain");
  assert_refused (wrap);
}

static gint64
told_time (gpointer data)
{
  return *(gint64 *) data;
}

static void
test_locks_by_itself (void)
{
  g_autoptr (CutVault) vault = cut_vault_new ();
  gint64 now = 1000;
  g_autoptr (CutWrap) wrap = NULL;

  cut_vault_set_clock (vault, told_time, &now);
  wrap = create (vault, "eight herons wade");
  g_assert_cmpint (cut_vault_get_remaining (vault), ==, CUT_VAULT_LOCK_AFTER);
  now += CUT_VAULT_LOCK_AFTER - 1;
  g_assert_true (cut_vault_is_open (vault, wrap->id));
  cut_vault_touch (vault);
  now += CUT_VAULT_LOCK_AFTER - 1;
  g_assert_cmpint (cut_vault_get_remaining (vault), ==, 1);
  now += 1;
  g_assert_false (cut_vault_is_open (vault, NULL));
  /* Too late to be in use. */
  now -= CUT_VAULT_LOCK_AFTER;
  cut_vault_touch (vault);
  g_assert_false (cut_vault_is_open (vault, NULL));
  g_assert_cmpint (cut_vault_get_remaining (vault), ==, 0);
}

static void
test_passphrase_forms (void)
{
  g_autoptr (CutPassphrase) composed = phrase ("\303\245tta hägrar");
  g_autoptr (CutPassphrase) apart = phrase ("a\314\212tta hägrar");
  g_autoptr (CutPassphrase) other = phrase ("atta hagrar");
  g_autoptr (GError) error = NULL;

  g_assert_true (cut_passphrase_equal (composed, apart));
  g_assert_false (cut_passphrase_equal (composed, other));
  g_assert_null (cut_passphrase_new ("", -1, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (cut_passphrase_new ("\377\377\377\377\377\377\377\377\377", -1, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (cut_passphrase_new ("with a\0zero", 11, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_passphrase_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (CutPassphrase) expected = phrase ("eight herons wade");
  g_autoptr (GError) error = NULL;
  static const char *const files[] = { "eight herons wade", "eight herons wade\n", "eight herons wade\r\nand more\n" };
  int fd = g_file_open_tmp ("passphrase-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (CutPassphrase) read = NULL;

      g_assert_true (g_file_set_contents (path, files[i], -1, NULL));
      read = cut_passphrase_read (path, &error);
      g_assert_no_error (error);
      g_assert_true (cut_passphrase_equal (read, expected));
    }
  g_assert_true (g_file_set_contents (path, "\n", -1, NULL));
  g_assert_null (cut_passphrase_read (path, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_clear_error (&error);
  g_unlink (path);
  g_assert_null (cut_passphrase_read (path, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_strength (void)
{
  g_assert_cmpint (cut_passphrase_estimate (""), ==, CUT_STRENGTH_REFUSED);
  g_assert_cmpint (cut_passphrase_estimate ("kx7!Q"), ==, CUT_STRENGTH_REFUSED);
  g_assert_cmpint (cut_passphrase_estimate ("12345678"), ==, CUT_STRENGTH_WEAK);
  g_assert_cmpint (cut_passphrase_estimate ("aaaaaaaaaaaaaaaa"), ==, CUT_STRENGTH_WEAK);
  g_assert_cmpint (cut_passphrase_estimate ("password"), ==, CUT_STRENGTH_WEAK);
  g_assert_cmpint (cut_passphrase_estimate ("abababababab"), ==, CUT_STRENGTH_WEAK);
  g_assert_cmpint (cut_passphrase_estimate ("wet heron lamp"), ==, CUT_STRENGTH_FAIR);
  g_assert_cmpint (cut_passphrase_estimate ("wet heron lamp october tile"), ==, CUT_STRENGTH_STRONG);
  g_assert_cmpint (cut_passphrase_estimate ("pG7#vQ2!xLm9&Rt4zK"), ==, CUT_STRENGTH_STRONG);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/round", test_round);
  g_test_add_func ("/vault/length-is-hidden", test_length_is_hidden);
  g_test_add_func ("/vault/other-object-is-refused", test_other_object_is_refused);
  g_test_add_func ("/vault/tampering-is-refused", test_tampering_is_refused);
  g_test_add_func ("/vault/wrong-passphrase", test_wrong_passphrase);
  g_test_add_func ("/vault/another-key", test_another_key);
  g_test_add_func ("/vault/change", test_change);
  g_test_add_func ("/vault/odd-wraps", test_odd_wraps);
  g_test_add_func ("/vault/locks-by-itself", test_locks_by_itself);
  g_test_add_func ("/vault/passphrase-forms", test_passphrase_forms);
  g_test_add_func ("/vault/passphrase-file", test_passphrase_file);
  g_test_add_func ("/vault/strength", test_strength);
  return g_test_run ();
}
