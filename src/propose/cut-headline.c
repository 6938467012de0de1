/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-headline.h"

#include "cut-saying.h"

#include <string.h>

#define BIT CUT_CLASS_BIT
#define ENOUGH 0.75   /* of the title's words: a passage with fewer is about something else */
#define MAX_TITLE 64  /* tokens; what is longer is no title */
#define MIN_WORDS 2   /* a title of one word says nothing */
#define STEM 5        /* bytes that two forms of a word have in common */

/* A text with what it ascribes. */
typedef struct
{
  CutTokens *tokens;
  CutParsed *parsed;
  GArray *sayings;
  guint8 *said; /* for each token, whether it is ascribed to somebody */
} Read;

static void
read_free (Read *self)
{
  g_free (self->said);
  g_clear_pointer (&self->sayings, g_array_unref);
  g_clear_pointer (&self->parsed, cut_parsed_free);
  g_clear_pointer (&self->tokens, cut_tokens_free);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static Read *
read_new (const char        *text,
          const CutLanguage *language,
          GCancellable      *cancellable)
{
  Read *self = g_new0 (Read, 1);

  self->tokens = cut_tokens_new (text, language, cancellable);
  if (self->tokens == NULL)
    {
      read_free (self);
      return NULL;
    }
  self->parsed = cut_parsed_new (self->tokens);
  self->sayings = cut_sayings_new (self->parsed);
  self->said = g_new0 (guint8, MAX (self->tokens->n, 1));
  for (guint i = 0; i < self->sayings->len; i++)
    {
      const CutSaying *saying = &g_array_index (self->sayings, CutSaying, i);

      for (guint part = 0; part < saying->n_parts; part++)
        memset (self->said + saying->parts[part].start, 1, saying->parts[part].end - saying->parts[part].start);
    }
  return self;
}

static CutStretch
get_stretch (const Read *read,
             CutRange    range)
{
  if (range.start >= range.end)
    return (CutStretch){ 0, 0 };
  return (CutStretch){ read->tokens->tokens[range.start].start, read->tokens->tokens[range.end - 1].end };
}

static gboolean
tells (const Read *read,
       guint       i)
{
  switch ((int) cut_parsed_tag (read->parsed, i))
    {
    case CUT_TAG_NUMBER:
    case CUT_TAG_NOUN:
    case CUT_TAG_NAME:
    case CUT_TAG_ADJECTIVE:
    case CUT_TAG_FINITE:
    case CUT_TAG_BASE:
    case CUT_TAG_GERUND:
    case CUT_TAG_PARTICIPLE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Forms of one word: those of one verb, or words that begin alike. */
static gboolean
is_same (const Read *a,
         guint       i,
         const Read *b,
         guint       j)
{
  const CutProse *left = &a->tokens->tokens[i];
  const CutProse *right = &b->tokens->tokens[j];
  gsize n = left->length == right->length ? left->length : MIN (STEM, MIN (left->length, right->length));

  if (left->entry != NULL && left->entry->verb != NULL && right->entry != NULL && left->entry->verb == right->entry->verb)
    return TRUE;
  if (n < STEM && left->length != right->length)
    return FALSE;
  return g_ascii_strncasecmp (a->tokens->text + left->at, b->tokens->text + right->at, n) == 0;
}

static gboolean
is_covered (const Read     *title,
            guint           i,
            const Read     *text,
            const CutRange *parts,
            guint           n_parts)
{
  for (guint part = 0; part < n_parts; part++)
    for (guint j = parts[part].start; j < parts[part].end; j++)
      if (tells (text, j) && is_same (title, i, text, j))
        return TRUE;
  return FALSE;
}

/* Which share of the title's telling words stands in the parts. */
static double
cover (const Read     *title,
       const Read     *text,
       const CutRange *parts,
       guint           n_parts)
{
  guint words = 0;
  guint covered = 0;

  for (guint i = 0; i < title->tokens->n && i < MAX_TITLE; i++)
    if (tells (title, i))
      {
        words++;
        covered += is_covered (title, i, text, parts, n_parts);
      }
  return words < MIN_WORDS ? 0 : (double) covered / words;
}

/* A title that says who says it, asks, quotes or weakens it is no statement of its author; and of one that denies something the same words
 * without the "not" would be no evidence. */
static gboolean
states (const Read *title)
{
  if (title->sayings->len > 0)
    return FALSE;
  for (guint i = 0; i < title->tokens->n; i++)
    {
      const CutProse *token = &title->tokens->tokens[i];

      if (token->kind == CUT_PROSE_OPEN || token->sign == '?' || token->sign == ':' || cut_entry_is (token->entry, BIT (CUT_CLASS_HEDGE) | BIT (CUT_CLASS_MODAL) | BIT (CUT_CLASS_NEGATION)))
        return FALSE;
    }
  return title->tokens->n > 0;
}

/* What a sentence has outside what it ascribes. */
static guint
get_own_parts (const Read *text,
               guint       sentence,
               CutRange   *parts,
               guint       max)
{
  guint end = text->tokens->sentences[sentence + 1];
  CutRange part = { text->tokens->sentences[sentence], text->tokens->sentences[sentence] };
  guint n = 0;

  for (guint i = part.start; i < end && n < max; i++)
    {
      if (!text->said[i])
        {
          part.end = i + 1;
          continue;
        }
      if (part.end > part.start)
        parts[n++] = part;
      part = (CutRange){ i + 1, i + 1 };
    }
  if (part.end > part.start && n < max)
    parts[n++] = part;
  return n;
}

/* The best that the author states himself. */
static double
cover_by_author (const Read *title,
                 const Read *text)
{
  double best = 0;

  for (guint s = 0; s < text->tokens->n_sentences; s++)
    {
      CutRange parts[CUT_SAYING_PARTS];
      guint n = get_own_parts (text, s, parts, CUT_SAYING_PARTS);

      best = MAX (best, cover (title, text, parts, n));
    }
  return best;
}

static void
add (GPtrArray       *findings,
     CutHeadlineKind  kind,
     gboolean         in_title,
     CutStretch       words,
     CutStretch       rests_on,
     CutStretch       source,
     double           weight)
{
  CutHeadlineFinding *finding = g_new (CutHeadlineFinding, 1);

  *finding = (CutHeadlineFinding){ kind, in_title, words, rests_on, source, weight };
  g_ptr_array_add (findings, finding);
}

static void
compare (const Read *title,
         const Read *text,
         GPtrArray  *findings)
{
  const CutSaying *best = NULL;
  double weight = 0;

  if (!states (title))
    return;
  for (guint i = 0; i < text->sayings->len; i++)
    {
      const CutSaying *saying = &g_array_index (text->sayings, CutSaying, i);
      double covered = cover (title, text, saying->parts, saying->n_parts);

      if (covered <= weight)
        continue;
      weight = covered;
      best = saying;
    }
  if (best == NULL || weight < ENOUGH || cover_by_author (title, text) >= weight)
    return;
  add (findings, CUT_HEADLINE_UNHEDGED, TRUE, get_stretch (title, (CutRange){ 0, title->tokens->n }),
       get_stretch (text, (CutRange){ best->parts[0].start, best->parts[best->n_parts - 1].end }), get_stretch (text, best->source), weight);
}

/* In a text a whole statement is taken for true; of "revealed a plan" only that there is one. A title is too short for more. */
static gboolean
takes_statement (const CutSaying *saying,
                 gboolean         in_title)
{
  return saying->frame != '\0' && strchr (in_title ? "tbgn" : "tbg", saying->frame) != NULL;
}

static gboolean
presupposes (const Read      *read,
             const CutSaying *saying,
             gboolean         in_title)
{
  guint table = cut_language_get_table (read->tokens->language, "presupposes");
  const CutEntry *lemma;

  if (saying->word == NULL || saying->passive || saying->cue.start >= saying->cue.end || !takes_statement (saying, in_title))
    return FALSE;
  for (guint i = saying->cue.start; i < saying->cue.end; i++)
    if (cut_parsed_tag (read->parsed, i) == CUT_TAG_NEGATION || cut_parsed_tag (read->parsed, i) == CUT_TAG_MODAL)
      return FALSE;
  lemma = cut_language_find (read->tokens->language, saying->word->lemma, strlen (saying->word->lemma));
  return lemma != NULL && cut_language_match (read->tokens->language, table, &lemma, 0, 1, NULL) != NULL;
}

static void
list_presuppositions (const Read *read,
                      gboolean    in_title,
                      GPtrArray  *findings)
{
  for (guint i = 0; i < read->sayings->len; i++)
    {
      const CutSaying *saying = &g_array_index (read->sayings, CutSaying, i);

      if (presupposes (read, saying, in_title))
        add (findings, CUT_HEADLINE_PRESUPPOSED, in_title, get_stretch (read, saying->cue),
             get_stretch (read, (CutRange){ saying->parts[0].start, saying->parts[saying->n_parts - 1].end }), get_stretch (read, saying->source),
             saying->weight);
    }
}

GPtrArray *
cut_headline_check (const char   *title,
                    const char   *text,
                    const char   *language,
                    GCancellable *cancellable)
{
  const CutLanguage *words = cut_language_get (language);
  g_autoptr (Read) head = read_new (title != NULL ? title : "", words, cancellable);
  g_autoptr (Read) body = read_new (text, words, cancellable);
  GPtrArray *findings;

  if (head == NULL || body == NULL)
    return NULL;
  findings = g_ptr_array_new_with_free_func (g_free);
  compare (head, body, findings);
  list_presuppositions (head, TRUE, findings);
  list_presuppositions (body, FALSE, findings);
  return findings;
}
