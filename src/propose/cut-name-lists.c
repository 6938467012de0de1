/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-lists.h"

#include "cut-propose-resources.h"

#include <string.h>

#define FOLDER "/app/cuttings/propose/names/"
#define LONGEST_ENDING 7 /* bytes */
#define FIRST_SLOTS 16384

struct _CutNameLists
{
  gboolean noun_capitals;
  CutNameEntry **slots; /* open addressing, a power of two */
  guint mask;
  guint n_entries;
};

static const char *const class_names[CUT_NAME_N_CLASSES] = {
  [CUT_NAME_FUNCTION] = "function",
  [CUT_NAME_NO_NAME] = "no-name",
  [CUT_NAME_COMMON] = "common",
  [CUT_NAME_MONTH] = "month",
  [CUT_NAME_TITLE] = "title",
  [CUT_NAME_TITLE_PART] = "title-part",
  [CUT_NAME_GIVEN] = "given",
  [CUT_NAME_SURNAME] = "surname",
  [CUT_NAME_PARTICLE] = "particle",
  [CUT_NAME_SUFFIX] = "suffix",
  [CUT_NAME_COUNTRY] = "country",
  [CUT_NAME_REGION] = "region",
  [CUT_NAME_CITY] = "city",
  [CUT_NAME_PLACE_HEAD] = "place-head",
  [CUT_NAME_PLACE_LEAD] = "place-lead",
  [CUT_NAME_BODY] = "body",
  [CUT_NAME_TEAM] = "team",
  [CUT_NAME_COMPANY_END] = "company-end",
  [CUT_NAME_BODY_HEAD] = "body-head",
  [CUT_NAME_BODY_LEAD] = "body-lead",
  [CUT_NAME_OTHER] = "other",
  [CUT_NAME_DEMONYM] = "demonym",
  [CUT_NAME_EVENT_HEAD] = "event-head",
  [CUT_NAME_EVENT_LEAD] = "event-lead",
  [CUT_NAME_LEAD] = "lead",
  [CUT_NAME_SAYING] = "saying",
  [CUT_NAME_ACT] = "act",
  [CUT_NAME_BEATING] = "beating",
  [CUT_NAME_PLACE_BEFORE] = "place-before",
  [CUT_NAME_PLACE_IN] = "place-in",
  [CUT_NAME_PLACE_NOUN] = "place-noun",
  [CUT_NAME_BODY_NOUN] = "body-noun",
  [CUT_NAME_BODY_AFTER] = "body-after",
  [CUT_NAME_PLACE_AFTER] = "place-after",
  [CUT_NAME_ROLE] = "role",
  [CUT_NAME_OF] = "of",
  [CUT_NAME_THE] = "the",
  [CUT_NAME_AND] = "and",
  [CUT_NAME_FOR] = "for",
  [CUT_NAME_ABBREVIATION] = "abbreviation",
  [CUT_NAME_SPORT] = "sport",
  [CUT_NAME_NOUN_END] = "noun-end",
  [CUT_NAME_WITH] = "with",
  [CUT_NAME_PUBLIC] = "public",
  [CUT_NAME_PEOPLE_AFTER] = "people-after",
  [CUT_NAME_NUMBERED] = "numbered",
  [CUT_NAME_COMPANY] = "company",
};

gsize
cut_name_lists_fold (const char *word,
               gsize       length,
               char       *folded)
{
  gsize n = 0;

  /* A letter's lower case takes at most a byte more. */
  if (length == 0 || length > CUT_NAME_LONGEST_WORD / 2)
    return 0;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      folded[n++] = g_ascii_tolower (*p);
    else
      {
        gunichar c = g_unichar_tolower (g_utf8_get_char (p));

        c = c == 0x2019 ? '\'' : c == 0x2010 || c == 0x2011 ? '-' : c;
        n += (gsize) g_unichar_to_utf8 (c, folded + n);
      }
  return n;
}

static CutNameEntry **
find_slot (const CutNameLists *self,
           const char         *folded,
           gsize               length,
           guint               hash)
{
  guint at = hash & self->mask;

  while (self->slots[at] != NULL
         && (strncmp (self->slots[at]->word, folded, length) != 0 || self->slots[at]->word[length] != '\0'))
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

const CutNameEntry *
cut_name_lists_find (const CutNameLists *self,
                     const char         *folded,
                     gsize               length,
                     guint               hash)
{
  return *find_slot (self, folded, length, hash);
}

guint64
cut_name_lists_ending (const CutNameLists *self,
                       const char         *folded,
                       gsize               length)
{
  char ending[LONGEST_ENDING + 1] = "-";

  for (gsize n = MIN (length > 3 ? length - 3 : 0, LONGEST_ENDING); n >= 2; n--)
    {
      const CutNameEntry *entry;

      memcpy (ending + 1, folded + length - n, n);
      entry = *find_slot (self, ending, n + 1, cut_name_hash (ending, n + 1));
      if (entry != NULL)
        return entry->classes;
    }
  return 0;
}

gboolean
cut_name_lists_has_noun_capitals (const CutNameLists *self)
{
  return self->noun_capitals;
}

/* Reading the lists. They are the program's own: a mistake in one is a mistake of ours, and every test would meet it. */

static void
grow (CutNameLists *self)
{
  CutNameEntry **old = self->slots;
  guint n = old == NULL ? 0 : self->mask + 1;

  self->mask = MAX (n * 2, FIRST_SLOTS) - 1;
  self->slots = g_new0 (CutNameEntry *, self->mask + 1);
  for (guint i = 0; i < n; i++)
    if (old[i] != NULL)
      *find_slot (self, old[i]->word, strlen (old[i]->word), cut_name_hash (old[i]->word, strlen (old[i]->word))) = old[i];
  g_free (old);
}

static CutNameEntry *
add_entry (CutNameLists *self,
           const char   *word)
{
  char folded[CUT_NAME_LONGEST_WORD];
  gsize n = cut_name_lists_fold (word, strlen (word), folded);
  CutNameEntry **slot;

  g_assert (n > 0);
  if (self->slots == NULL || self->n_entries * 2 > self->mask)
    grow (self);
  slot = find_slot (self, folded, n, cut_name_hash (folded, n));
  if (*slot == NULL)
    {
      *slot = g_new0 (CutNameEntry, 1);
      (*slot)->word = g_strndup (folded, n);
      self->n_entries++;
    }
  return *slot;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const CutNamePhrase *left = a;
  const CutNamePhrase *right = b;

  return (int) right->n - (int) left->n;
}

static CutNamePhrase *
find_phrase (const CutNameEntry   *first,
             const CutNameEntry  **words,
             guint                 n)
{
  for (guint i = 0; i < first->n_phrases; i++)
    if (first->phrases[i].n == n && memcmp (first->phrases[i].words, words, n * sizeof *words) == 0)
      return &first->phrases[i];
  return NULL;
}

static void
add_phrase (CutNameLists  *self,
            guint64        class,
            char         **each)
{
  guint n = g_strv_length (each);
  g_autofree const CutNameEntry **words = g_new (const CutNameEntry *, n);
  CutNameEntry *first = add_entry (self, each[0]);
  CutNamePhrase *phrase;

  for (guint i = 0; i < n; i++)
    words[i] = add_entry (self, each[i]);
  phrase = find_phrase (first, words, n);
  if (phrase == NULL)
    {
      first->phrases = g_renew (CutNamePhrase, first->phrases, first->n_phrases + 1);
      phrase = &first->phrases[first->n_phrases++];
      *phrase = (CutNamePhrase){ class, n, g_steal_pointer (&words) };
      qsort (first->phrases, first->n_phrases, sizeof *phrase, compare_phrases);
      return;
    }
  phrase->classes |= class;
}

/* "WHO", but not "U.N.", which is no other word in small letters. */
static gboolean
is_caps (const char *word)
{
  guint n = 0;

  for (; *word != '\0'; word++, n++)
    if (!g_ascii_isupper (*word) && !g_ascii_isdigit (*word) && *word != '&')
      return FALSE;
  return n > 1;
}

static void
add_word (CutNameLists *self,
          guint64       class,
          char         *words)
{
  g_auto (GStrv) each = g_strsplit (g_strstrip (words), " ", -1);

  if (*each[0] == '\0')
    return;
  if (each[1] == NULL && is_caps (each[0]))
    add_entry (self, each[0])->caps_classes |= class;
  else if (each[1] == NULL)
    add_entry (self, each[0])->classes |= class;
  else
    add_phrase (self, class, each);
}

static guint
find_class (const char *name,
            gsize       length)
{
  guint class = 0;

  while (class < CUT_NAME_N_CLASSES && (strncmp (class_names[class], name, length) != 0 || class_names[class][length] != '\0'))
    class++;
  g_assert (class < CUT_NAME_N_CLASSES);
  return class;
}

/* "CLASS=WORD;WORDS OF A PHRASE;…" */
static void
read_line (CutNameLists *self,
           const char   *line)
{
  const char *equals = strchr (line, '=');
  g_auto (GStrv) each = NULL;
  guint class;

  if (*line == '#' || *line == '\0')
    return;
  g_assert (equals != NULL);
  class = find_class (line, (gsize) (equals - line));
  each = g_strsplit (equals + 1, ";", -1);
  for (char **word = each; *word != NULL; word++)
    add_word (self, CUT_NAME_BIT (class), *word);
}

static void
read_file (CutNameLists *self,
           const char   *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".txt", NULL);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (cut_propose_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    read_line (self, *line);
}

#define N_LANGUAGES 3
#define MAX_FILES 6

/* The last is for all other languages. */
static const struct
{
  const char *tag;
  gboolean noun_capitals;
  const char *files[MAX_FILES];
} languages[N_LANGUAGES] = {
  { "en", FALSE, { "places", "people", "bodies", "en", "en-common" } },
  { "de", TRUE, { "places", "people", "bodies", "de" } },
  { "", FALSE, { "places", "people", "bodies", "any" } },
};

static CutNameLists *
load (guint language)
{
  CutNameLists *self = g_new0 (CutNameLists, 1);

  grow (self);
  self->noun_capitals = languages[language].noun_capitals;
  for (guint i = 0; i < MAX_FILES && languages[language].files[i] != NULL; i++)
    read_file (self, languages[language].files[i]);
  return self;
}

static guint
find_language (const char *tag)
{
  gsize length = tag == NULL ? 0 : strcspn (tag, "-_.@");

  for (guint i = 0; tag != NULL && i + 1 < N_LANGUAGES; i++)
    if (strlen (languages[i].tag) == length && g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return i;
  return tag == NULL ? 0 : N_LANGUAGES - 1;
}

const CutNameLists *
cut_name_lists_get (const char *language)
{
  static gsize lists_once[N_LANGUAGES];
  guint i = find_language (language);

  if (g_once_init_enter (&lists_once[i]))
    g_once_init_leave (&lists_once[i], (gsize) load (i));
  return (const CutNameLists *) lists_once[i];
}
