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
  /* When it was said is not what was said, unless that is all there is. */
  check ("The wall will hold, the port office said on Monday when it opened its books.", "en", "the port office | asserts indirect @Monday | The wall will hold\n");
  check ("The port office said when the lock would open.", "en", "The port office | asserts indirect | when the lock would open\n");
  check ("According to a report by the office, the wall will hold.", "en", "a report by the office | asserts indirect document | the wall will hold\n");
  check ("The report found that two pumps had failed.", "en", "The report | asserts indirect document | that two pumps had failed\n");
}

/* Who says it, however much stands between. */
static void
test_subjects (void)
{
  check ("In a statement, Jonas Reed, a spokesman for the port, said the lock was closed.", "en", "Jonas Reed | asserts indirect press-release | the lock was closed\n");
  check ("Marten and Reed both stressed that the lock was closed.", "en", "Marten and Reed | asserts indirect | that the lock was closed\n");
  check ("Ilse Marten on Tuesday said that the lock was closed.", "en", "Ilse Marten | asserts indirect @Tuesday | that the lock was closed\n");
  check ("People briefed on the plan said the lock was closed.", "en", "People | asserts indirect unnamed anonymous | the lock was closed\n");
  check ("Jonas Reed, who came late, sat down and said the lock was closed.", "en", "Jonas Reed | asserts indirect | the lock was closed\n");
  check ("After saying that the lock was closed, Ilse Marten left.", "en", "Ilse Marten | asserts indirect | that the lock was closed\n");
  check ("The lock is closed, as the port office noted.", "en", "the port office | asserts indirect | The lock is closed\n");
  check ("As reported by the Harbour Post, the lock is closed.", "en", "the Harbour Post | reports indirect | the lock is closed\n");
  check ("Reed was asked whether the lock was closed.", "en", " | asserts indirect | whether the lock was closed\n");
  check ("Reed is convinced that the lock was closed.", "en", "Reed | asserts indirect | that the lock was closed\n");
  check ("“It is closed,” Marten told Radio Nord.", "en", "Marten >Radio Nord | asserts direct | “It is closed,”\n");
  check ("REED: It is closed. It was closed on Monday.\nMARTEN: Nobody knew.", "en",
         "REED | asserts direct | It is closed. It was closed on Monday\nMARTEN | asserts direct | Nobody knew\n");
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
test_silence (void)
{
  check ("The builder could not be reached on Monday.", "en", "The builder | did-not-respond indirect | could not be reached on Monday\n");
  check ("The builder did not respond to a request for comment.", "en", "The builder | did-not-respond indirect | a request for comment\n");
}

/* The second language is a data file, and the order of its words. */
static void
test_german (void)
{
  check ("„Die Mauer wird halten“, sagte Ilse Marten am Dienstag. „Sie hat im März gehalten.“", "de",
         "Ilse Marten | asserts direct @Dienstag | „Die Mauer wird halten“ | „Sie hat im März gehalten.“\n");
  check ("Marten sagte, dass die Mauer halten werde.", "de", "Marten | asserts indirect | dass die Mauer halten werde\n");
  check ("Am Montag erklärte der Stadtrat, er werde die Pumpen ersetzen.", "de",
         "der Stadtrat | asserts indirect @Montag | er werde die Pumpen ersetzen\n");
  check ("Jonas Reed hat am Freitag gesagt, dass die Pumpen alt seien.", "de", "Jonas Reed | asserts indirect @Freitag | dass die Pumpen alt seien\n");
  check ("Die Schleuse ist unsicher, wie die Hafenpost unter Berufung auf ungenannte Beamte berichtete.", "de",
         "ungenannte Beamte >die Hafenpost | reports indirect unnamed anonymous | Die Schleuse ist unsicher\n");
  check ("Laut einem Bericht des Amtes ist die Schleuse unsicher.", "de", "einem Bericht des Amtes | asserts indirect document | ist die Schleuse unsicher\n");
  check ("Dem Bericht zufolge fielen zwei Pumpen aus.", "de", "Dem Bericht | asserts indirect document | fielen zwei Pumpen aus\n");
  check ("Die Firma soll die Prüfung gefälscht haben.", "de", " | asserts indirect ~soll | Die Firma | die Prüfung gefälscht haben\n");
  check ("Die Firma soll morgen kommen.", "de", "");
  check ("Der Sprecher bestritt, dass die Pumpen versagt hätten.", "de", "Der Sprecher | denies indirect | dass die Pumpen versagt hätten\n");
  check ("„Wir sind überrascht“, so Reed.", "de", "Reed | asserts direct | „Wir sind überrascht“\n");
  check ("Die Firma wollte sich nicht äußern.", "de", "Die Firma | declines-to-comment indirect | wollte sich nicht äußern\n");
}

/* A news item in the shape in which one is pasted: one report behind it all, a denial by three, and a response. */
static void
test_item (void)
{
  check ("Harbour pumps in doubt\n\n"
         "The town is reportedly trying to keep its neighbours from buying pumps of Nordpump.\n\n"
         "Envoys have met the mayors of three ports, The Harbour Post reported Thursday, citing unnamed officials.\n\n"
         "It's also looking into paying for new pumps, sources told The Post.\n\n"
         "\"We are surprised by the story. It is not true to our work,\" a Nordpump spokesperson said in an emailed response to the report.\n\n"
         "\"Our customers will decide for themselves.\"\n\n"
         "A study alleged last month that the pumps leak oil, but Nordpump and the port firms firmly denied that happened.",
         "en",
         " =unnamed officials >The Harbour Post | asserts indirect unnamed anonymous ~reportedly | The town is | trying to keep its neighbours from buying pumps of Nordpump\n"
         "unnamed officials >The Harbour Post | reports indirect unnamed anonymous @Thursday | Envoys have met the mayors of three ports\n"
         "sources >The Post | asserts indirect unnamed anonymous | It's also looking into paying for new pumps\n"
         "a Nordpump spokesperson | responds direct e-mail | \"We are surprised by the story. It is not true to our work,\" | \"Our customers will decide for themselves.\"\n"
         "A study | alleges indirect document @last month | that the pumps leak oil\n"
         "Nordpump and the port firms | denies indirect | that happened\n");
}

/* Whatever its marks, a text takes linear time. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) proposals = NULL;
  gint64 start;
  static const char *const odd[] = { "“ said ”, ", "Reed, ", "(", "who said that ", "and said ", "reportedly ", "the “", "— " };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_string_set_size (text, 0);
      while (text->len < 200000)
        g_string_append (text, odd[i]);
      start = g_get_monotonic_time ();
      g_clear_pointer (&proposals, g_ptr_array_unref);
      proposals = cut_attribute (text->str, "en", NULL);
      g_test_message ("%s: %" G_GINT64_FORMAT " us", odd[i], g_get_monotonic_time () - start);
      g_assert_nonnull (proposals);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
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
  g_test_add_func ("/propose/attribute/subjects", test_subjects);
  g_test_add_func ("/propose/attribute/mixed", test_mixed);
  g_test_add_func ("/propose/attribute/wishes", test_wishes);
  g_test_add_func ("/propose/attribute/terms", test_terms);
  g_test_add_func ("/propose/attribute/hedges", test_hedges);
  g_test_add_func ("/propose/attribute/speakers", test_speakers);
  g_test_add_func ("/propose/attribute/silence", test_silence);
  g_test_add_func ("/propose/attribute/german", test_german);
  g_test_add_func ("/propose/attribute/item", test_item);
  g_test_add_func ("/propose/attribute/long", test_long);
  g_test_add_func ("/propose/attribute/cancelled", test_cancelled);
  return g_test_run ();
}
