/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-headline.h"
#include "cut-named.h"
#include "cut-several.h"
#include "cut-source-kind.h"

#define MAX_ANSWER 4 /* words */

/* Names. */

static gboolean
is_plain_article (const CutTokens *tokens,
                  guint            i)
{
  const CutProse *token = &tokens->tokens[i];

  return cut_entry_is (token->entry, CUT_CLASS_BIT (CUT_CLASS_ARTICLE)) && i + 1 < tokens->n
         && ((token->flags & CUT_PROSE_CAPITAL) == 0 || (tokens->tokens[i + 1].flags & CUT_PROSE_CAPITAL) == 0
             || g_utf8_strlen (tokens->text + token->at, token->length) < 3);
}

/* "a company spokesperson" is known as "company spokesperson", but The Gazette as it calls itself. */
static char *
get_name (const CutLanguage *language,
          const CutIndex    *index,
          const CutStretch  *span)
{
  g_autofree char *words = cut_stretch_is_empty (span) ? NULL : cut_index_slice (index, span->start, span->end);
  g_autoptr (CutTokens) tokens = NULL;
  const char *start = words;

  if (words == NULL)
    return NULL;
  g_strstrip (g_strdelimit (words, "\n;", ' '));
  tokens = cut_tokens_new (words, language, NULL);
  if (tokens->n > 1 && is_plain_article (tokens, 0))
    start = words + tokens->tokens[1].at;
  return *start != '\0' ? g_strdup (start) : NULL;
}

/* A text, and the outlets named so far in the order in which they were. */
typedef struct
{
  const CutProposalText *text;
  GPtrArray *outlets; /* (owned) (element-type utf8) */
} Text;

/* "The Journal" is the paper that was named in full before, if its name ends so. */
static const char *
find_full_name (const Text *text,
                const char *name)
{
  const char *last = strrchr (name, ' ');

  last = last != NULL ? last : name;
  for (guint i = 0; i < text->outlets->len; i++)
    {
      const char *full = g_ptr_array_index (text->outlets, i);

      if (strlen (full) > strlen (name) && g_str_has_suffix (full, last))
        return full;
    }
  return name;
}

static char *
get_via (const Text                   *text,
         const CutProposedAttribution *proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < proposed->n_via; i++)
    {
      g_autofree char *name = get_name (text->text->language, text->text->index, &proposed->via[i]);

      if (name == NULL)
        continue;
      g_strv_builder_add (builder, find_full_name (text, name));
      g_ptr_array_add (text->outlets, g_steal_pointer (&name));
    }
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv ("; ", names) : NULL;
}

static gboolean
is_only_titles (const Text       *text,
                const CutStretch *span)
{
  g_autofree char *words = cut_proposal_text_slice (text->text, span);
  g_autoptr (CutTokens) tokens = cut_tokens_new (words != NULL ? words : "", text->text->language, NULL);

  for (guint i = 0; i < tokens->n; i++)
    if (!cut_entry_is (tokens->tokens[i].entry, CUT_CLASS_BIT (CUT_CLASS_TITLE)))
      return FALSE;
  return TRUE;
}

/* The person's name that @span is, with titles before it or not. */
static const CutProposedName *
find_person (const Text       *text,
             const CutStretch *span)
{
  const GArray *names = text->text->names->names;

  for (guint i = 0; i < names->len; i++)
    {
      const CutProposedName *name = &g_array_index (names, CutProposedName, i);
      CutStretch before = { span->start, name->span.start };

      if (name->span.end == span->end && name->span.start >= span->start && g_str_equal (name->type, "person"))
        return is_only_titles (text, &before) ? name : NULL;
    }
  return NULL;
}

/* "Holm", "Mr. Holm" and "Mayor Jon Holm" are who the text calls Jon Holm: two names of one person would count as two origins.
 * Returns: (transfer full) (nullable): %NULL where nobody of that name is named in full */
static char *
get_full_name (const Text       *text,
               const CutStretch *span)
{
  const CutProposedName *name = find_person (text, span);
  const CutNameGroup *group = name != NULL ? g_ptr_array_index (text->text->names->groups, name->group) : NULL;
  g_autofree char *words = name != NULL ? cut_proposal_text_slice (text->text, &name->span) : NULL;

  if (group == NULL || strchr (group->name, ' ') == NULL || !g_str_has_suffix (group->name, words))
    return NULL;
  return strlen (group->name) == strlen (words) || group->name[strlen (group->name) - strlen (words) - 1] == ' ' ? g_strdup (group->name) : NULL;
}

static char *
get_names (const Text       *text,
           const CutStretch *span)
{
  g_autoptr (GArray) several = cut_several_names (text->text->tokens, span);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < several->len; i++)
    {
      const CutStretch *one = &g_array_index (several, CutStretch, i);
      g_autofree char *name = get_full_name (text, one);

      if (name == NULL)
        name = get_name (text->text->language, text->text->index, one);
      if (name != NULL)
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return *names != NULL ? g_strjoinv ("; ", names) : NULL;
}

static char *
get_source (const Text                   *text,
            const CutProposedAttribution *proposed)
{
  const CutStretch *span = !cut_stretch_is_empty (&proposed->speaker) ? &proposed->speaker : &proposed->source;
  char *names = cut_stretch_is_empty (span) ? NULL : get_names (text, span);

  /* Who stands behind an outlet's report is somebody, though nobody says who. */
  if (names == NULL && proposed->n_via > 0)
    names = g_strdup (_("Unnamed sources"));
  return names;
}

/* Without the "that" of indirect speech, and as a sentence begins. */
static char *
as_sentence (const Text *text,
             const char *words)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (words, text->text->language, NULL);
  gboolean that = tokens->n > 2 && cut_entry_is (tokens->tokens[0].entry, CUT_CLASS_BIT (CUT_CLASS_THAT));
  const char *rest = that ? words + tokens->tokens[1].at : words;
  g_autofree char *first = g_utf8_substring (rest, 0, MIN (1, g_utf8_strlen (rest, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, rest + strlen (first), NULL);
}

static char *
get_words (const Text                   *text,
           const CutProposedAttribution *proposed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < proposed->n_parts; i++)
    {
      g_autofree char *part = cut_proposal_text_slice (text->text, &proposed->parts[i]);

      if (part != NULL)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  /* Who ascribes between quotations leaves something out; a "reportedly" that is taken out leaves a sentence. */
  words = g_strjoinv (g_strcmp0 (proposed->form, "indirect") == 0 ? " " : " … ", parts);
  return g_strcmp0 (proposed->form, "direct") == 0 ? g_steal_pointer (&words) : as_sentence (text, words);
}

/* (nullable) (transfer full): what the words that say when it was said mean */
static CutDate *
get_said_at (const CutProposalText        *text,
             const CutProposedAttribution *proposed)
{
  const CutProposedDate *date = cut_proposal_text_find_date (text, &proposed->said_at);

  return date != NULL ? cut_date_ref (date->date) : NULL;
}

/* Whether the author takes for true what he ascribes, as "admits" and "reveals" do. */
static gboolean
is_presumed (const Text       *text,
             const CutStretch *content)
{
  GPtrArray *findings = text->text->headline;

  for (guint i = 0; i < findings->len; i++)
    {
      const CutHeadlineFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == CUT_HEADLINE_PRESUPPOSED && !finding->in_title
          && cut_proposal_covers (content->start, content->end, &finding->rests_on))
        return TRUE;
    }
  return FALSE;
}

/* "a report", of which nobody says whose it is. */
static gboolean
is_nameless_work (const CutLanguage *language,
                  const char        *source)
{
  return source != NULL && g_strcmp0 (cut_source_kind_of_noun (source, language), "document") == 0 && !cut_name_is_named (source);
}

static CutProposal *
proposal_new (const Text                   *text,
              const CutProposedAttribution *proposed)
{
  CutProposal *self = g_new0 (CutProposal, 1);

  self->kind = "attribution";
  self->start = proposed->content.start;
  self->end = proposed->content.end;
  self->parts = g_memdup2 (proposed->parts, proposed->n_parts * sizeof *proposed->parts);
  self->n_parts = proposed->n_parts;
  self->source_span = proposed->source;
  self->cue_span = proposed->cue;
  self->words = get_words (text, proposed);
  self->source = get_source (text, proposed);
  self->named = !proposed->anonymous && !is_nameless_work (text->text->language, self->source);
  self->via = get_via (text, proposed);
  self->terms = proposed->terms;
  self->stance = proposed->stance;
  self->form = proposed->form;
  self->channel = proposed->channel;
  self->condition = cut_proposal_text_slice (text->text, &proposed->condition);
  self->hedge = cut_proposal_text_slice (text->text, &proposed->hedge);
  self->said_at = get_said_at (text->text, proposed);
  self->presumed = is_presumed (text, &proposed->content);
  return self;
}

static gboolean
is_at (const CutTokens *tokens,
       guint            i,
       guint64          classes)
{
  return i < tokens->n && cut_entry_is (tokens->tokens[i].entry, classes);
}

/* Who asks whether it was so, or for a copy of it, claims nothing; who asks somebody to go does. */
static gboolean
only_asks (const Text                   *text,
           const CutProposedAttribution *proposed)
{
  g_autofree char *cue = cut_proposal_text_slice (text->text, &proposed->cue);
  g_autofree char *content = cut_proposal_text_slice (text->text, &proposed->content);
  g_autoptr (CutTokens) verb = cut_tokens_new (cue != NULL ? cue : "", text->text->language, NULL);
  g_autoptr (CutTokens) asked = cut_tokens_new (content != NULL ? content : "", text->text->language, NULL);
  gboolean asks = FALSE;

  for (guint i = 0; i < verb->n; i++)
    asks = asks || is_at (verb, i, CUT_CLASS_BIT (CUT_CLASS_ASKING));
  return asks && g_strcmp0 (proposed->form, "indirect") == 0 &&
         (is_at (verb, verb->n - 1, CUT_CLASS_BIT (CUT_CLASS_PREPOSITION)) ||
          is_at (asked, 0, CUT_CLASS_BIT (CUT_CLASS_PREPOSITION) | CUT_CLASS_BIT (CUT_CLASS_QUESTION)));
}

/* "denied that happened" answers what was said before, and is about that claim. */
static gboolean
is_answer (const Text                   *text,
           const CutProposedAttribution *proposed)
{
  g_autofree char *words = NULL;
  g_autoptr (CutTokens) tokens = NULL;

  if (!g_str_equal (proposed->stance, "denies") && !g_str_equal (proposed->stance, "confirms")
      && !g_str_equal (proposed->stance, "disputes"))
    return FALSE;
  words = cut_proposal_text_slice (text->text, &proposed->content);
  tokens = cut_tokens_new (words, text->text->language, NULL);
  for (guint i = 0; i < tokens->n; i++)
    if (tokens->n > MAX_ANSWER || (tokens->tokens[i].flags & CUT_PROSE_CAPITAL) != 0)
      return FALSE;
  return TRUE;
}

static void
take_words_before (CutProposal *answer,
                   CutProposal *before)
{
  g_free (answer->words);
  answer->words = g_strdup (before->words);
}

/* "she", of whom the text does not tell who she is: most often who spoke last. */
static gboolean
is_pronoun (const Text        *text,
            const CutProposal *proposal)
{
  g_autoptr (CutTokens) tokens = NULL;

  if (proposal->source == NULL)
    return FALSE;
  tokens = cut_tokens_new (proposal->source, text->text->language, NULL);
  return tokens->n == 1 && cut_entry_is (tokens->tokens[0].entry, CUT_CLASS_BIT (CUT_CLASS_PERSONAL));
}

static void
take_source_before (CutProposal *proposal,
                    CutProposal *before)
{
  g_free (proposal->source);
  proposal->source = g_strdup (before->source);
  proposal->named = before->named;
}

GPtrArray *
cut_proposal_sayings_new (const CutProposalText *self)
{
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);
  Text text = { self, outlets };

  for (guint i = 0; i < self->attributions->len; i++)
    {
      const CutProposedAttribution *proposed = g_ptr_array_index (self->attributions, i);
      CutProposal *proposal = proposal_new (&text, proposed);

      if (i > 0 && is_answer (&text, proposed))
        take_words_before (proposal, g_ptr_array_index (all, i - 1));
      if (i > 0 && is_pronoun (&text, proposal))
        take_source_before (proposal, g_ptr_array_index (all, i - 1));
      g_ptr_array_add (all, proposal);
    }
  /* Only now: "asked about the plan, she denied it" is about what was asked. */
  for (guint i = self->attributions->len; i > 0; i--)
    if (only_asks (&text, g_ptr_array_index (self->attributions, i - 1)))
      g_ptr_array_remove_index (all, i - 1);
  return all;
}
