/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-named.h"
#include "cut-several.h"

static void
test_named (void)
{
  static const char *const named[] = { "Maja Holm", "The Harbour Gazette", "Orbit", "China", "Orbit spokeswoman", "Mr Renn", "日本銀行" };
  static const char *const nameless[] = { "Unnamed officials", "sources", "Sources", "A report", "a senior official", "Two officials",
                                          "Hochrangige Beamte", "people close to the talks" };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (!cut_name_is_named (named[i]))
      g_error ("%s is a name", named[i]);
  for (guint i = 0; i < G_N_ELEMENTS (nameless); i++)
    if (cut_name_is_named (nameless[i]))
      g_error ("%s is no name", nameless[i]);
}

/* The names in @source, where it stands last in @text, parted by bars. */
static char *
split (const char *text,
       const char *source)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get ("en"), NULL);
  const char *at = g_strrstr (text, source);
  CutStretch span = { (guint) g_utf8_strlen (text, at - text), 0 };
  g_autoptr (GArray) names = NULL;
  GString *joined = g_string_new (NULL);

  span.end = span.start + (guint) g_utf8_strlen (source, -1);
  names = cut_several_names (tokens, &span);
  for (guint i = 0; i < names->len; i++)
    {
      CutStretch name = g_array_index (names, CutStretch, i);
      g_autofree char *words = g_utf8_substring (text, name.start, name.end);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", words);
    }
  return g_string_free (joined, FALSE);
}

static void
test_several (void)
{
  static const struct
  {
    const char *text;
    const char *source;
    const char *names;
  } cases[] = {
    { "Norland and Maja Holm denied it.", "Norland and Maja Holm", "Norland|Maja Holm" },
    { "Norland, Orbit, and Halden denied it.", "Norland, Orbit, and Halden", "Norland|Orbit|Halden" },
    { "The Ministry of Health and Care denied it.", "The Ministry of Health and Care", "The Ministry of Health and Care" },
    { "Prices rose at Orbit and Halden. The firms denied it.", "The firms", "Orbit|Halden" },
    { "Prices rose. The firms denied it.", "The firms", "The firms" },
    { "Orbit, Halden and Brix met. Norland and the companies denied it.", "Norland and the companies", "Norland|Orbit|Halden|Brix" },
    { "Two officials and a clerk who left denied it.", "Two officials and a clerk who left", "Two officials and a clerk who left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = split (cases[i].text, cases[i].source);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/named/named", test_named);
  g_test_add_func ("/named/several", test_several);
  return g_test_run ();
}
