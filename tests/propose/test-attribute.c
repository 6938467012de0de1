/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribute.h"

#include "cut-index.h"
#include "cut-vocab.h"

#include <string.h>

static void
append (GString          *out,
        const CutIndex   *index,
        const CutStretch *stretch,
        const char       *before)
{
  g_autofree char *words = cut_index_slice (index, stretch->start, stretch->end);

  if (!cut_stretch_is_empty (stretch))
    g_string_append_printf (out, "%s%s", before, g_strdelimit (words, "\n", '/'));
}

/* "source (=speaker) >via | stance form anonymous terms channel @time ~hedge | part | part": a line for each. */
static void
describe (GString                      *out,
          const CutIndex               *index,
          const CutProposedAttribution *proposal)
{
  append (out, index, &proposal->source, "");
  append (out, index, &proposal->speaker, " =");
  for (guint i = 0; i < proposal->n_via; i++)
    append (out, index, &proposal->via[i], " >");
  g_string_append_printf (out, " | %s %s%s%s", proposal->stance, proposal->form, proposal->anonymous ? " unnamed" : "", proposal->terms != NULL ? " " : "");
  g_string_append (out, proposal->terms != NULL ? proposal->terms : "");
  g_string_append_printf (out, "%s%s", proposal->channel != NULL ? " " : "", proposal->channel != NULL ? proposal->channel : "");
  append (out, index, &proposal->said_at, " @");
  append (out, index, &proposal->hedge, " ~");
  for (guint i = 0; i < proposal->n_parts; i++)
    append (out, index, &proposal->parts[i], " | ");
  g_string_append_c (out, '\n');
}

static void
check_proposal (const CutIndex               *index,
                const CutProposedAttribution *proposal)
{
  guint end = 0;

  g_assert_cmpuint (proposal->n_parts, >, 0);
  g_assert_cmpuint (proposal->content.start, ==, proposal->parts[0].start);
  g_assert_cmpuint (proposal->content.end, ==, proposal->parts[proposal->n_parts - 1].end);
  for (guint i = 0; i < proposal->n_parts; i++)
    {
      g_assert_cmpuint (proposal->parts[i].start, >=, end);
      g_assert_cmpuint (proposal->parts[i].end, >, proposal->parts[i].start);
      end = proposal->parts[i].end;
    }
  g_assert_cmpuint (end, <=, cut_index_get_length (index));
  g_assert_true (cut_vocab_has (CUT_VOCAB_STANCE, proposal->stance));
  g_assert_true (cut_vocab_has (CUT_VOCAB_FORM, proposal->form));
  g_assert_true (proposal->terms == NULL || cut_vocab_has (CUT_VOCAB_TERMS, proposal->terms));
  g_assert_true (proposal->channel == NULL || cut_vocab_has (CUT_VOCAB_CHANNEL, proposal->channel));
  g_assert_true (proposal->weight > 0 && proposal->weight <= 1);
}

static void
check (const char *text,
       const char *language,
       const char *expected)
{
  g_autoptr (GPtrArray) proposals = cut_attribute (text, language, NULL);
  g_autoptr (CutIndex) index = cut_index_new (text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      check_proposal (index, g_ptr_array_index (proposals, i));
      describe (out, index, g_ptr_array_index (proposals, i));
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_nothing (void)
{
  check ("", "en", "");
  check ("\n\n", "en", "");
  check ("The ferry left at noon. Gulls followed it for a mile.", "en", "");
  check ("The “Blue Heron” sank in the harbour.", "en", "");
  check ("said", "en", "");
  check ("”, said “", "en", "");
}

static void
test_direct (void)
{
  check ("“The wall will hold,” said Ilse Marten, the harbour master.", "en",
         "Ilse Marten, the harbour master | asserts direct | “The wall will hold,”\n");
  check ("“The wall will hold,” Marten said on Tuesday. “It held in March. It will hold now.”", "en",
         "Marten | asserts direct @Tuesday | “The wall will hold,” | “It held in March. It will hold now.”\n");
  check ("Marten told the council: “The wall will hold.”", "en", "Marten | asserts direct | “The wall will hold.”\n");
  check ("\"We tried,\" she added, \"and we failed.\"", "en", "she | asserts direct | \"We tried,\" | \"and we failed.\"\n");
  check ("“Who pays?” Jonas Reed asked.", "en", "Jonas Reed | asserts direct | “Who pays?”\n");
}

static void
test_paragraphs (void)
{
  check ("“The pumps are old,” Marten said.\n“They will be replaced in May.”\nThe council meets on Friday.", "en",
         "Marten | asserts direct | “The pumps are old,” | “They will be replaced in May.”\n");
  /* A paragraph that quotes somebody else is not hers. */
  check ("“The pumps are old,” Marten said.\n“They are new,” Reed said.", "en",
         "Marten | asserts direct | “The pumps are old,”\nReed | asserts direct | “They are new,”\n");
}

static void
test_indirect (void)
{
  check ("Marten said that the wall would hold.", "en", "Marten | asserts indirect | that the wall would hold\n");
  check ("Marten said the wall would hold, adding that the pumps were new.", "en",
         "Marten | asserts indirect | the wall would hold\nMarten | asserts indirect | that the pumps were new\n");
  check ("The wall, Marten said, will hold for a year.", "en", "Marten | asserts indirect | The wall | will hold for a year\n");
  check ("The wall will hold, according to the harbour office.", "en", "the harbour office | asserts indirect | The wall will hold\n");
  check ("According to a report by the office, the wall will hold.", "en", "a report by the office | asserts indirect document | the wall will hold\n");
  check ("The report found that two pumps had failed.", "en", "The report | asserts indirect document | that two pumps had failed\n");
}

static void
test_mixed (void)
{
  check ("Marten said the wall was “a joke” and would be rebuilt.", "en", "Marten | asserts mixed | the wall was “a joke” and would be rebuilt\n");
  check ("Reed called the plan “a gift to the builders.”", "en", "Reed | asserts mixed | the plan “a gift to the builders.”\n");
}

static void
test_wishes (void)
{
  check ("The council plans to close the lock.", "en", "The council | asserts indirect | to close the lock\n");
  check ("Reed wants the council to resign.", "en", "Reed | asserts indirect | the council to resign\n");
  check ("Marten’s claim that the pumps were new surprised nobody.", "en", "Marten’s | alleges indirect | that the pumps were new surprised nobody\n");
}

static void
test_terms (void)
{
  check ("Two officials said the lock was unsafe.", "en", "Two officials | asserts indirect unnamed | the lock was unsafe\n");
  check ("The lock is unsafe, said an engineer who spoke on condition of anonymity because he feared for his job.", "en",
         "an engineer | asserts indirect unnamed anonymous | The lock is unsafe\n");
  check ("The lock was never tested, The Harbour Post reported Thursday, citing unnamed officials.", "en",
         "unnamed officials >The Harbour Post | reports indirect unnamed anonymous @Thursday | The lock was never tested\n");
  check ("The lock was never tested, sources told The Harbour Post.", "en",
         "sources >The Harbour Post | asserts indirect unnamed anonymous | The lock was never tested\n");
  check ("“We are surprised by the story,” a spokesperson said in an emailed response.", "en",
         "a spokesperson | responds direct e-mail | “We are surprised by the story,”\n");
  check ("The builder declined to comment on the tests.", "en", "The builder | declines-to-comment indirect | to comment on the tests\n");
  check ("Marten denied that the lock was unsafe.", "en", "Marten | denies indirect | that the lock was unsafe\n");
}

static void
test_hedges (void)
{
  check ("The lock was reportedly never tested.", "en", " | asserts indirect ~reportedly | The lock was | never tested\n");
  check ("The builder is alleged to have faked the tests.", "en", " | alleges indirect ~is alleged | The builder | to have faked the tests\n");
  /* It rests on the report beside it. */
  check ("The lock is reportedly unsafe.\nIt was never tested, The Harbour Post reported, citing unnamed officials.", "en",
         " =unnamed officials >The Harbour Post | asserts indirect unnamed anonymous ~reportedly | The lock is | unsafe\n"
         "unnamed officials >The Harbour Post | reports indirect unnamed anonymous | It was never tested\n");
}

static void
test_speakers (void)
{
  check ("“The wall will hold,” Ilse Marten said. The pumps are new, she added.", "en",
         "Ilse Marten | asserts direct | “The wall will hold,”\nshe =Ilse Marten | asserts indirect | The pumps are new\n");
  check ("Mr. Reed wrote a letter. Mrs. Marten said it was false. He said it was true.", "en",
         "Mrs. Marten | asserts indirect | it was false\nHe =Mr. Reed | asserts indirect | it was true\n");
  check ("Jonas Reed, who said the lock was unsafe, left.", "en", "who =Jonas Reed | asserts indirect | the lock was unsafe\n");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_attribute ("Marten said so.", "en", cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/propose/attribute/nothing", test_nothing);
  g_test_add_func ("/propose/attribute/direct", test_direct);
  g_test_add_func ("/propose/attribute/paragraphs", test_paragraphs);
  g_test_add_func ("/propose/attribute/indirect", test_indirect);
  g_test_add_func ("/propose/attribute/mixed", test_mixed);
  g_test_add_func ("/propose/attribute/wishes", test_wishes);
  g_test_add_func ("/propose/attribute/terms", test_terms);
  g_test_add_func ("/propose/attribute/hedges", test_hedges);
  g_test_add_func ("/propose/attribute/speakers", test_speakers);
  g_test_add_func ("/propose/attribute/cancelled", test_cancelled);
  return g_test_run ();
}
