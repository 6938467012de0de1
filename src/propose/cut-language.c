/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-language.h"

#include "cut-propose-resources.h"
#include "cut-vocab.h"

#include <string.h>

#define LONGEST_WORD 64  /* bytes; no word of a data file is longer */
#define LONGEST_ENDING 5 /* bytes */

struct _CutPhrase
{
  guint table;
  guint n;
  char *value;
  const CutEntry **words;
};

struct _CutLanguage
{
  char *tag;
  gboolean verb_second;
  CutEntry **slots; /* open addressing, a power of two */
  guint mask;
  guint n_entries;
  GPtrArray *tables; /* names; number 0 is taken by none */
  GPtrArray *cues;
};

static const char *const class_names[CUT_N_CLASSES] = {
  [CUT_CLASS_ARTICLE] = "article",
  [CUT_CLASS_POSSESSIVE] = "possessive",
  [CUT_CLASS_DETERMINER] = "determiner",
  [CUT_CLASS_NUMERAL] = "numeral",
  [CUT_CLASS_PREPOSITION] = "preposition",
  [CUT_CLASS_COORDINATOR] = "coordinator",
  [CUT_CLASS_SUBORDINATOR] = "subordinator",
  [CUT_CLASS_RELATIVE] = "relative",
  [CUT_CLASS_QUESTION] = "question",
  [CUT_CLASS_THAT] = "that",
  [CUT_CLASS_TO] = "to",
  [CUT_CLASS_SUBJECT] = "subject",
  [CUT_CLASS_OBJECT] = "object",
  [CUT_CLASS_PERSONAL] = "personal",
  [CUT_CLASS_REFLEXIVE] = "reflexive",
  [CUT_CLASS_BE] = "be",
  [CUT_CLASS_HAVE] = "have",
  [CUT_CLASS_DO] = "do",
  [CUT_CLASS_MODAL] = "modal",
  [CUT_CLASS_NEGATION] = "negation",
  [CUT_CLASS_ADVERB] = "adverb",
  [CUT_CLASS_TITLE] = "title",
  [CUT_CLASS_ABBREVIATION] = "abbreviation",
  [CUT_CLASS_CLITIC] = "clitic",
  [CUT_CLASS_AGENT] = "agent",
  [CUT_CLASS_AS] = "as",
  [CUT_CLASS_OF] = "of",
  [CUT_CLASS_ADJECTIVE] = "adjective",
  [CUT_CLASS_NOUN] = "noun",
  [CUT_CLASS_PERSON] = "person",
  [CUT_CLASS_BODY] = "body",
  [CUT_CLASS_DOCUMENT] = "document",
  [CUT_CLASS_OUTLET] = "outlet",
  [CUT_CLASS_UNNAMED] = "unnamed",
  [CUT_CLASS_TIME] = "time",
  [CUT_CLASS_WEEKDAY] = "weekday",
  [CUT_CLASS_MONTH] = "month",
  [CUT_CLASS_HEDGE] = "hedge",
  [CUT_CLASS_ASKING] = "asking",
  [CUT_CLASS_MALE] = "male",
  [CUT_CLASS_FEMALE] = "female",
  [CUT_CLASS_PLURAL] = "plural",
};

/* FNV-1a: short keys, few of them. */
static guint
hash (const char *word,
      gsize       length)
{
  guint h = 2166136261u;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar) word[i]) * 16777619u;
  return h;
}

static CutEntry **
find_slot (const CutLanguage *self,
           const char        *folded,
           gsize              length)
{
  guint at = hash (folded, length) & self->mask;

  while (self->slots[at] != NULL
         && (strncmp (self->slots[at]->word, folded, length) != 0 || self->slots[at]->word[length] != '\0'))
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

/* Lower case, and one kind of apostrophe. Returns the length, 0 for what no data file can hold. */
static gsize
fold (const char *word,
      gsize       length,
      char       *folded)
{
  gsize n = 0;

  if (length == 0 || length > LONGEST_WORD)
    return 0;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      folded[n++] = g_ascii_tolower (*p);
    else
      {
        gunichar c = g_unichar_tolower (g_utf8_get_char (p));

        n += (gsize) g_unichar_to_utf8 (c == 0x2019 ? '\'' : c, folded + n);
      }
  return n;
}

gboolean
cut_language_is_verb_second (const CutLanguage *self)
{
  return self->verb_second;
}

const CutEntry *
cut_language_find (const CutLanguage *self,
                   const char        *word,
                   gsize              length)
{
  char folded[LONGEST_WORD * 2]; /* a letter's lower case takes at most a byte more */
  gsize n = fold (word, length, folded);

  return n > 0 ? *find_slot (self, folded, n) : NULL;
}

const CutEntry *
cut_language_find_ending (const CutLanguage *self,
                          const char        *word,
                          gsize              length)
{
  char ending[LONGEST_ENDING + 1] = "-";

  for (gsize n = MIN (length > 2 ? length - 2 : 0, LONGEST_ENDING); n >= 2; n--)
    {
      CutEntry *entry;

      memcpy (ending + 1, word + length - n, n);
      entry = *find_slot (self, ending, n + 1);
      if (entry != NULL)
        return entry;
    }
  return NULL;
}

static void
grow (CutLanguage *self)
{
  CutEntry **old = self->slots;
  guint n = old == NULL ? 0 : self->mask + 1;

  self->mask = MAX (n * 2, 4096) - 1;
  self->slots = g_new0 (CutEntry *, self->mask + 1);
  for (guint i = 0; i < n; i++)
    if (old[i] != NULL)
      *find_slot (self, old[i]->word, strlen (old[i]->word)) = old[i];
  g_free (old);
}

static CutEntry *
add_entry (CutLanguage *self,
           const char  *word)
{
  char folded[LONGEST_WORD * 2];
  gsize n = fold (word, strlen (word), folded);
  CutEntry **slot;

  g_assert (n > 0);
  if (self->slots == NULL || self->n_entries * 2 > self->mask)
    grow (self);
  slot = find_slot (self, folded, n);
  if (*slot == NULL)
    {
      *slot = g_new0 (CutEntry, 1);
      (*slot)->word = g_strndup (folded, n);
      self->n_entries++;
    }
  return *slot;
}

static void
add_class (CutLanguage *self,
           const char  *name,
           char       **words)
{
  guint class = 0;

  while (class < CUT_N_CLASSES && strcmp (class_names[class], name) != 0)
    class++;
  g_assert (class < CUT_N_CLASSES);
  for (; *words != NULL; words++)
    add_entry (self, g_strstrip (*words))->classes |= CUT_CLASS_BIT (class);
}

static const char *const form_names[] = { "base", "present", "past", "participle", "gerund" };

/* "ending=past participle": the forms of words that end so. */
static void
add_ending (CutLanguage *self,
            const char  *ending,
            const char  *value)
{
  g_auto (GStrv) forms = g_strsplit (value, " ", -1);
  CutEntry *entry = add_entry (self, ending);

  for (char **form = forms; *form != NULL; form++)
    if (strcmp (*form, "adverb") == 0)
      entry->classes |= CUT_CLASS_BIT (CUT_CLASS_ADVERB);
    else
      for (guint i = 0; i < G_N_ELEMENTS (form_names); i++)
        if (strcmp (*form, form_names[i]) == 0)
          entry->forms |= 1u << i;
}

static const char *
find_stance (const char *word)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_STANCE);

  g_assert (word == NULL || *word == '\0' || g_strv_contains (words, word));
  while (word != NULL && *words != NULL && strcmp (*words, word) != 0)
    words++;
  return word != NULL && *words != NULL ? *words : NULL;
}

/* "FORMS | FRAMES | STANCE" */
static CutCue *
add_cue (CutLanguage *self,
         const char  *lemma,
         char       **fields)
{
  CutCue *cue = g_new0 (CutCue, 1);
  guint n = g_strv_length (fields);

  g_assert (n >= 2);
  cue->lemma = g_strdup (lemma);
  cue->frames = g_strdup (g_strstrip (fields[1]));
  cue->stance = find_stance (n > 2 ? g_strstrip (fields[2]) : NULL);
  g_ptr_array_add (self->cues, cue);
  return cue;
}

/* Forms are parted by spaces, those that are the same form by commas; "-" is a form that there is not. */
static void
add_verb (CutLanguage *self,
          const char  *lemma,
          const char  *value)
{
  g_auto (GStrv) fields = g_strsplit (value, "|", -1);
  const CutCue *cue = add_cue (self, lemma, fields);
  g_autofree char *forms = g_strdup_printf ("%s %s", lemma, g_strstrip (fields[0]));
  g_auto (GStrv) each = g_strsplit (forms, " ", -1);

  g_assert (g_strv_length (each) == 5);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_auto (GStrv) same = g_strsplit (each[i], ",", -1);

      for (char **word = same; *word != NULL; word++)
        if (strcmp (*word, "-") != 0)
          {
            CutEntry *entry = add_entry (self, *word);

            if (entry->verb == NULL)
              entry->verb = cue;
            if (entry->verb == cue)
              entry->forms |= 1u << i;
          }
    }
}

static void
add_noun (CutLanguage *self,
          const char  *lemma,
          const char  *value)
{
  g_auto (GStrv) fields = g_strsplit (value, "|", -1);
  const CutCue *cue = add_cue (self, lemma, fields);
  g_auto (GStrv) forms = g_strsplit (g_strstrip (fields[0]), " ", -1);

  add_entry (self, lemma)->noun = cue;
  for (char **form = forms; *form != NULL; form++)
    if (strcmp (*form, "-") != 0)
      add_entry (self, *form)->noun = cue;
}

static void
add_predicate (CutLanguage *self,
               const char  *word,
               const char  *value)
{
  g_auto (GStrv) fields = g_strsplit (value, "|", -1);

  add_entry (self, word)->predicate = add_cue (self, word, fields);
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const CutPhrase *const *left = a;
  const CutPhrase *const *right = b;

  return (int) (*right)->n - (int) (*left)->n;
}

/* A word that is first met in a phrase is what its ending says, as it would be if no phrase had it. */
static CutEntry *
add_phrase_word (CutLanguage *self,
                 const char  *word)
{
  gboolean known = cut_language_find (self, word, strlen (word)) != NULL;
  CutEntry *entry = add_entry (self, word);
  const CutEntry *ending = known ? NULL : cut_language_find_ending (self, word, strlen (word));

  if (ending != NULL)
    {
      entry->classes = ending->classes;
      entry->forms = ending->forms;
    }
  return entry;
}

static void
add_phrase (CutLanguage *self,
            guint        table,
            const char  *words,
            const char  *value)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);
  CutPhrase *phrase = g_new0 (CutPhrase, 1);
  CutEntry *first;

  phrase->table = table;
  phrase->n = g_strv_length (each);
  phrase->value = g_strdup (value);
  phrase->words = g_new (const CutEntry *, phrase->n);
  for (guint i = 0; i < phrase->n; i++)
    phrase->words[i] = add_phrase_word (self, each[i]);
  first = add_entry (self, each[0]);
  if (first->phrases == NULL)
    first->phrases = g_ptr_array_new ();
  g_ptr_array_add (first->phrases, phrase);
  g_ptr_array_sort (first->phrases, compare_phrases);
}

static void
read_group (CutLanguage *self,
            GKeyFile    *file,
            const char  *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  gboolean is_classes = strcmp (group, "classes") == 0;
  gboolean is_verbs = strcmp (group, "verbs") == 0;
  gboolean is_nouns = strcmp (group, "nouns") == 0;
  gboolean is_predicates = strcmp (group, "predicates") == 0;
  gboolean is_endings = strcmp (group, "endings") == 0;
  guint table = self->tables->len;

  if (!is_classes && !is_verbs && !is_nouns && !is_predicates && !is_endings)
    g_ptr_array_add (self->tables, g_strdup (group));
  for (char **key = keys; *key != NULL; key++)
    {
      g_autofree char *value = g_key_file_get_string (file, group, *key, NULL);
      g_auto (GStrv) words = is_classes ? g_strsplit (value, ";", -1) : NULL;

      if (is_classes)
        add_class (self, *key, words);
      else if (is_verbs)
        add_verb (self, *key, value);
      else if (is_nouns)
        add_noun (self, *key, value);
      else if (is_predicates)
        add_predicate (self, *key, value);
      else if (is_endings)
        add_ending (self, *key, value);
      else
        add_phrase (self, table, *key, value);
    }
}

/* The data files are the program's own: a mistake in one is a mistake of ours, and every test would meet it. */
static CutLanguage *
load (const char *tag)
{
  g_autofree char *path = g_strdup_printf ("/app/cuttings/propose/languages/%s.ini", tag);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (cut_propose_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  CutLanguage *self = g_new0 (CutLanguage, 1);

  g_assert (bytes != NULL);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached ();
  self->tag = g_strdup (tag);
  self->tables = g_ptr_array_new ();
  self->cues = g_ptr_array_new ();
  g_ptr_array_add (self->tables, NULL);
  grow (self);
  self->verb_second = g_key_file_has_key (file, "language", "verb-second", NULL);
  g_key_file_remove_group (file, "language", NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    read_group (self, file, *group);
  return self;
}

#define N_LANGUAGES 2

static const char *const language_tags[N_LANGUAGES] = { "en", "de" };

/* N_LANGUAGES when there is none. */
static guint
find_tag (const char *tag)
{
  gsize length = tag == NULL ? 0 : strcspn (tag, "-_.@");

  for (guint i = 0; i < N_LANGUAGES; i++)
    if (strlen (language_tags[i]) == length && g_ascii_strncasecmp (language_tags[i], tag, length) == 0)
      return i;
  return N_LANGUAGES;
}

gboolean
cut_language_is_known (const char *tag)
{
  return find_tag (tag) < N_LANGUAGES;
}

const CutLanguage *
cut_language_get (const char *tag)
{
  static gsize language_once[N_LANGUAGES];
  guint found = find_tag (tag);
  guint i = found < N_LANGUAGES ? found : 0;

  if (g_once_init_enter (&language_once[i]))
    g_once_init_leave (&language_once[i], (gsize) load (language_tags[i]));
  return (const CutLanguage *) language_once[i];
}

const char *
cut_language_get_tag (const CutLanguage *self)
{
  return self->tag;
}

guint
cut_language_get_table (const CutLanguage *self,
                        const char        *name)
{
  for (guint i = 1; i < self->tables->len; i++)
    if (strcmp (g_ptr_array_index (self->tables, i), name) == 0)
      return i;
  return 0;
}

static gboolean
fits (const CutPhrase       *phrase,
      const CutEntry *const *at,
      gsize                  stride,
      guint                  n_left)
{
  if (phrase->n > n_left)
    return FALSE;
  for (guint i = 1; i < phrase->n; i++)
    if (*(const CutEntry *const *) (gconstpointer) ((const char *) at + i * stride) != phrase->words[i])
      return FALSE;
  return TRUE;
}

const char *
cut_language_match (const CutLanguage     *self,
                    guint                  table,
                    const CutEntry *const *at,
                    gsize                  stride,
                    guint                  n_left,
                    guint                 *n)
{
  GPtrArray *phrases = n_left > 0 && *at != NULL ? (*at)->phrases : NULL;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const CutPhrase *phrase = g_ptr_array_index (phrases, i);

      if (phrase->table != table || !fits (phrase, at, stride, n_left))
        continue;
      if (n != NULL)
        *n = phrase->n;
      return phrase->value;
    }
  return NULL;
}
