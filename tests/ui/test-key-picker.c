/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-key-picker.h"
#include "cut-pgp.h"
#include "cut-test-widgets.h"

#define ADA "AAAA000000000000000000000000000000000001"
#define TOM "BBBB000000000000000000000000000000000002"

static CutPgpKey *
make_key (const char *fingerprint,
          const char *name,
          gboolean    certified)
{
  CutPgpKey *key = g_new0 (CutPgpKey, 1);

  key->fingerprint = g_strdup (fingerprint);
  key->name = g_strdup (name);
  key->certified = certified;
  return key;
}

/* Ada's key is certified, that of somebody who calls himself Tom is not. */
static GtkWidget *
make_picker (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_pgp_key_free);
  GtkWidget *picker = g_object_ref_sink (cut_key_picker_new ());

  g_ptr_array_add (keys, make_key (ADA, "Ada <ada@press.example>", TRUE));
  g_ptr_array_add (keys, make_key (TOM, "Tom <tom@press.example>", FALSE));
  cut_key_picker_set_keys (CUT_KEY_PICKER (picker), keys);
  return picker;
}

static GtkWidget *
find_check (GtkWidget  *picker,
            const char *name)
{
  return cut_test_find (picker, GTK_TYPE_CHECK_BUTTON, name);
}

static void
type (GtkWidget  *picker,
      const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (cut_test_find (picker, ADW_TYPE_ENTRY_ROW, NULL)), words);
}

static void
test_certified (void)
{
  g_autoptr (GtkWidget) picker = NULL;
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) chosen = NULL;
  g_autofree char *names = NULL;

  if (!cut_test_have_display ())
    return;
  picker = make_picker ();
  none = cut_key_picker_get_chosen (CUT_KEY_PICKER (picker));
  g_assert_null (none);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (picker, "Ada <ada@press.example>")), TRUE);
  /* What is chosen stays in sight, whatever is typed for the next one. */
  type (picker, "somebody else");
  g_assert_nonnull (find_check (picker, "Ada <ada@press.example>"));
  chosen = cut_key_picker_get_chosen (CUT_KEY_PICKER (picker));
  g_assert_cmpuint (g_strv_length (chosen), ==, 1);
  g_assert_cmpstr (chosen[0], ==, ADA);
  names = cut_key_picker_describe (CUT_KEY_PICKER (picker));
  g_assert_cmpstr (names, ==, "Ada <ada@press.example>");
}

static void
test_uncertified (void)
{
  g_autoptr (GtkWidget) picker = NULL;

  if (!cut_test_have_display ())
    return;
  picker = make_picker ();
  for (const char *const *words = (const char *const[]){ "", "Tom", "tom@press.example", "BBBB0000", NULL }; *words != NULL; words++)
    {
      type (picker, *words);
      g_assert_null (find_check (picker, "Tom <tom@press.example>"));
    }
  type (picker, "bbbb 0000 0000 0000 0000  0000 0000 0000 0000 0002");
  g_assert_nonnull (find_check (picker, "Tom <tom@press.example>"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/key-picker/certified", test_certified);
  g_test_add_func ("/ui/key-picker/uncertified", test_uncertified);
  return g_test_run ();
}
