/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-language-guess.h"

#include <string.h>

#define MAX_BYTES 6000
#define MIN_LETTERS 60
#define LONGEST_WORD 6 /* bytes of the small words below */
/* So many of a hundred words must be small words, and the next language must have clearly less. */
#define MIN_SHARE 12
#define MIN_LEAD 1.3

typedef struct
{
  const char *tag;
  const char *words;
} Words;

/* The commonest small words of each, between spaces. */
static const Words languages[] = {
  { "en", " the of and to in a is that for it was on with as be at by this are from his have not but they " },
  { "de", " der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden " },
  { "fr", " de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont " },
  { "es", " de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le " },
  { "it", " di e il la che in a per un è del non una sono con le si da come i alla della dei nel più anche ha " },
  { "pt", " de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu " },
  { "nl", " de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar " },
  { "sv", " och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi " },
  { "da", " og i at det er en til på som for af med den de der ikke har et han var men jeg sig om fra vi " },
  { "no", " og i det er på som en til at for med av de den har ikke et om var men han jeg seg fra vi ble " },
  { "fi", " ja on ei että se hän oli ovat joka mutta myös kun niin mukaan sen ole kuin tai hänen ne vuoden " },
  { "pl", " w i na z do się nie że to jest o jak po od za przez dla są ale co tym był oraz tego jego ich " },
  { "cs", " a v se na je že s z do to o k i ve za by pro jako jsem po jeho jsou ale které byl podle však " },
  { "hu", " a az és hogy nem is egy meg ez volt csak de el mint már van még ha ki vagy azt pedig lehet " },
  { "ro", " de a în și la o cu pe care că nu din un mai pentru este au sa fost se lui prin dar ca sunt " },
  { "tr", " ve bir bu da de için ile olarak daha çok olan ne gibi kadar sonra ama en o her var ise değil " },
  { "id", " yang dan di dengan untuk dari ini pada tidak itu dalam akan juga ke karena oleh ada adalah mereka " },
};

typedef struct
{
  guint letters;
  guint latin;
  guint cyrillic;
  guint greek;
  guint hebrew;
  guint arabic;
  guint kana;
  guint hangul;
  guint han;
  guint thai;
  guint devanagari;
  guint ukrainian; /* і ї є ґ */
  guint persian;   /* پ چ ژ گ */
} Scripts;

static void
count_letter (Scripts *scripts, gunichar c)
{
  scripts->letters++;
  scripts->latin += c < 0x250;
  scripts->cyrillic += c >= 0x400 && c < 0x530;
  scripts->greek += c >= 0x370 && c < 0x400;
  scripts->hebrew += c >= 0x590 && c < 0x600;
  scripts->arabic += c >= 0x600 && c < 0x780;
  scripts->devanagari += c >= 0x900 && c < 0x980;
  scripts->thai += c >= 0xE00 && c < 0xE80;
  scripts->kana += c >= 0x3040 && c < 0x3100;
  scripts->han += c >= 0x3400 && c < 0xA000;
  scripts->hangul += c >= 0xAC00 && c < 0xD7B0;
  scripts->ukrainian += c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491;
  scripts->persian += c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF;
}

static const char *
by_script (const Scripts *scripts)
{
  guint half = scripts->letters / 2;

  if (scripts->kana * 10 > scripts->letters)
    return "ja";
  if (scripts->hangul > half)
    return "ko";
  if (scripts->han > half)
    return "zh";
  if (scripts->greek > half)
    return "el";
  if (scripts->hebrew > half)
    return "he";
  if (scripts->thai > half)
    return "th";
  if (scripts->devanagari > half)
    return "hi";
  if (scripts->arabic > half)
    return scripts->persian * 50 > scripts->arabic ? "fa" : "ar";
  if (scripts->cyrillic > half)
    return scripts->ukrainian * 50 > scripts->cyrillic ? "uk" : "ru";
  return NULL;
}

static gboolean
has_word (const char *words, const char *word)
{
  const char *at = words;
  gsize n = strlen (word);

  while ((at = strstr (at, word)) != NULL)
    {
      if (at > words && at[-1] == ' ' && at[n] == ' ')
        return TRUE;
      at += n;
    }
  return FALSE;
}

static const char *
by_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \n\t,.;:!?()\"", 0);
  guint counts[G_N_ELEMENTS (languages)] = { 0 };
  guint total = 0;
  guint best = 0;
  guint second = 0;

  for (char **word = words; *word != NULL; word++)
    {
      total += **word != '\0';
      for (gsize i = 0; **word != '\0' && strlen (*word) <= LONGEST_WORD && i < G_N_ELEMENTS (languages); i++)
        counts[i] += has_word (languages[i].words, *word);
    }
  for (guint i = 1; i < G_N_ELEMENTS (languages); i++)
    if (counts[i] > counts[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i != best)
      second = MAX (second, counts[i]);
  if (counts[best] * 100 < total * MIN_SHARE || counts[best] < second * MIN_LEAD)
    return NULL;
  return languages[best].tag;
}

void
cut_language_guess_for (CutArticle *article)
{
  g_autofree char *text = NULL;

  if (article->language != NULL)
    return;
  text = cut_blocks_get_counted_text (article->blocks, article->text);
  article->language = g_strdup (cut_language_guess (text));
  if (article->language != NULL)
    cut_article_set_origin (article, "language", "text");
}

const char *
cut_language_guess (const char *text)
{
  const char *end = text;
  Scripts scripts = { 0 };
  g_autofree char *start = NULL;
  const char *tag;

  for (; *end != '\0' && end - text < MAX_BYTES; end = g_utf8_next_char (end))
    if (g_unichar_isalpha (g_utf8_get_char (end)))
      count_letter (&scripts, g_utf8_get_char (end));
  if (scripts.letters < MIN_LETTERS)
    return NULL;
  tag = by_script (&scripts);
  if (tag != NULL || scripts.latin * 2 < scripts.letters)
    return tag;
  start = g_strndup (text, end - text);
  return by_words (start);
}
