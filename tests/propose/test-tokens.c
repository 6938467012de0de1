/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tokens.h"

#include <string.h>

/* Words joined by blanks: "|" before a sentence, "¶" before a paragraph, "<" and ">" round quotation marks' side. */
static char *
describe (const char *text,
          const char *language)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get (language), NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < tokens->n; i++)
    {
      const CutProse *token = &tokens->tokens[i];
      g_autofree char *word = cut_tokens_dup (tokens, i, i + 1);

      g_assert_cmpint (g_utf8_pointer_to_offset (text, text + token->at), ==, token->start);
      g_assert_cmpint (g_utf8_strlen (word, -1), ==, token->end - token->start);
      if (i > 0)
        g_string_append_c (out, ' ');
      if ((token->flags & CUT_PROSE_PARAGRAPH) != 0)
        g_string_append (out, "¶");
      else if ((token->flags & CUT_PROSE_SENTENCE) != 0)
        g_string_append (out, "|");
      if (token->kind == CUT_PROSE_OPEN)
        g_string_append (out, "<");
      else if (token->kind == CUT_PROSE_CLOSE)
        g_string_append (out, ">");
      else
        g_string_append (out, word);
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *text,
       const char *language,
       const char *expected)
{
  g_autofree char *found = describe (text, language);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  check ("", "en", "");
  check ("  \n \n", "en", "");
  check ("The co-author paid $1,200.50 for AT&T.", "en", "¶The co-author paid $ 1,200.50 for AT&T .");
  check ("Don’t ask Ann's O'Hara; they're out.", "en", "¶Do n’t ask Ann 's O'Hara ; they 're out .");
  check ("@ferry said #tides -- see https://example.org/a?b=(c) … now", "en",
         "¶@ferry said #tides -- see https://example.org/a?b=(c) … now");
  check ("Ilse Öztürk čeká", "en", "¶Ilse Öztürk čeká");
}

static void
test_sentences (void)
{
  check ("Mr. Reed left. He ran.", "en", "¶Mr. Reed left . |He ran .");
  check ("The U.S. Navy sailed at 5 p.m. The crew slept.", "en", "¶The U.S. Navy sailed at 5 p.m. |The crew slept .");
  check ("“Go.” She went. “No!” he cried.", "en", "¶< Go . > |She went . |< No ! > he cried .");
  check ("It rose 3.5 percent... Then it fell.", "en", "¶It rose 3.5 percent ... |Then it fell .");
  check ("A heading\n\nJ. Reed spoke.", "en", "¶A heading ¶J. Reed spoke .");
  check ("Dr. Petra Lang sagte z.B. nichts. Sie ging.", "de", "¶Dr. Petra Lang sagte z.B. nichts . |Sie ging .");
}

static void
test_marks (void)
{
  check ("\"One,\" she said. \"Two.\"", "en", "¶< One , > she said . |< Two . >");
  check ("„Eins“, sagte er. »Zwei«", "de", "¶< Eins > , sagte er . |< Zwei >");
  check ("«Un», dit-elle.", "de", "¶< Un > , dit-elle .");
  /* The paragraph's end forgets a mark that is missing. */
  check ("\"No end\n\"A new one\"", "en", "¶< No end ¶< A new one >");
  check ("“He said ‘no’ to the officials’ plan”", "en", "¶< He said < no > to the officials ’ plan >");
}

static void
test_language (void)
{
  const CutLanguage *en = cut_language_get ("en-GB");
  const CutEntry *said = cut_language_find (en, "SAID", 4);

  g_assert_true (en == cut_language_get (NULL));
  g_assert_true (en == cut_language_get ("xx"));
  g_assert_true (en == cut_language_get (""));
  g_assert_true (cut_language_get ("de_AT") == cut_language_get ("DE"));
  g_assert_cmpstr (cut_language_get_tag (cut_language_get ("de")), ==, "de");
  g_assert_true (cut_language_is_known ("de-CH"));
  g_assert_false (cut_language_is_known ("fr"));
  g_assert_false (cut_language_is_known (NULL));
  g_assert_cmpstr (said->verb->lemma, ==, "say");
  g_assert_cmpstr (said->verb->stance, ==, "asserts");
  g_assert_cmpint (said->forms, ==, CUT_FORM_PAST | CUT_FORM_PARTICIPLE);
  g_assert_null (cut_language_find (en, "xyzzy", 5));
  g_assert_null (cut_language_find (en, "", 0));
}

static void
test_tables (void)
{
  const CutLanguage *de = cut_language_get ("de");
  g_autoptr (CutTokens) tokens = cut_tokens_new ("Am MÄRZ-Tag, im März", de, NULL);
  guint months = cut_language_get_table (de, "months");
  guint n = 0;

  g_assert_cmpint (months, >, 0);
  g_assert_cmpint (cut_language_get_table (de, "nothing"), ==, 0);
  g_assert_null (cut_tokens_match (tokens, months, 0, tokens->n, &n));
  g_assert_cmpstr (cut_tokens_match (tokens, months, tokens->n - 1, tokens->n, &n), ==, "3");
  g_assert_cmpint (n, ==, 1);
  g_assert_null (cut_tokens_match (tokens, months, tokens->n, tokens->n, &n));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_tokens_new ("Some words", cut_language_get ("en"), cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/propose/tokens/words", test_words);
  g_test_add_func ("/propose/tokens/sentences", test_sentences);
  g_test_add_func ("/propose/tokens/marks", test_marks);
  g_test_add_func ("/propose/tokens/language", test_language);
  g_test_add_func ("/propose/tokens/tables", test_tables);
  g_test_add_func ("/propose/tokens/cancelled", test_cancelled);
  return g_test_run ();
}
