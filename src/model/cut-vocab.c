/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-vocab.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word;
  const char *context;
  const char *label;
} Word;

typedef struct
{
  const char *initial;
  const char *const *words;
  const Word *labels;
} Vocab;

static const char *const sensitivity_words[] = {
  "normal",
  "confidential",
  "never-export",
  NULL,
};

static const Word sensitivity_labels[] = {
  { "normal", "sensitivity", NC_ ("sensitivity", "Normal") },
  { "confidential", "sensitivity", NC_ ("sensitivity", "Confidential") },
  { "never-export", "sensitivity", NC_ ("sensitivity", "Never export") },
};

static const char *const terms_words[] = {
  "on-record",
  "background",
  "deep-background",
  "off-record",
  "anonymous",
  "document",
  "unspecified",
  NULL,
};

static const Word terms_labels[] = {
  { "on-record", "terms", NC_ ("terms", "On the record") },
  { "background", "terms", NC_ ("terms", "Background") },
  { "deep-background", "terms", NC_ ("terms", "Deep background") },
  { "off-record", "terms", NC_ ("terms", "Off the record") },
  { "anonymous", "terms", NC_ ("terms", "Anonymous") },
  { "document", "terms", NC_ ("terms", "Document") },
  { "unspecified", "terms", NC_ ("terms", "Not specified") },
};

static const char *const stance_words[] = {
  "asserts",
  "alleges",
  "reports",
  "confirms",
  "denies",
  "disputes",
  "responds",
  "declines-to-comment",
  "did-not-respond",
  NULL,
};

static const Word stance_labels[] = {
  { "asserts", "stance", NC_ ("stance", "asserts") },
  { "alleges", "stance", NC_ ("stance", "alleges") },
  { "reports", "stance", NC_ ("stance", "reports") },
  { "confirms", "stance", NC_ ("stance", "confirms") },
  { "denies", "stance", NC_ ("stance", "denies") },
  { "disputes", "stance", NC_ ("stance", "disputes") },
  { "responds", "stance", NC_ ("stance", "responds") },
  { "declines-to-comment", "stance", NC_ ("stance", "declines to comment") },
  { "did-not-respond", "stance", NC_ ("stance", "did not respond") },
};

static const char *const claim_status_words[] = {
  "unchecked",
  "in-progress",
  "corroborated",
  "verified",
  "disputed",
  "false",
  "unverifiable",
  "superseded",
  NULL,
};

static const Word claim_status_labels[] = {
  { "unchecked", "claim-status", NC_ ("claim-status", "Unchecked") },
  { "in-progress", "claim-status", NC_ ("claim-status", "In progress") },
  { "corroborated", "claim-status", NC_ ("claim-status", "Corroborated") },
  { "verified", "claim-status", NC_ ("claim-status", "Verified") },
  { "disputed", "claim-status", NC_ ("claim-status", "Disputed") },
  { "false", "claim-status", NC_ ("claim-status", "False") },
  { "unverifiable", "claim-status", NC_ ("claim-status", "Unverifiable") },
  { "superseded", "claim-status", NC_ ("claim-status", "Superseded") },
};

static const char *const claim_kind_words[] = {
  "fact",
  "figure",
  "quote",
  "forecast",
  "opinion",
  "presupposition",
  NULL,
};

static const Word claim_kind_labels[] = {
  { "fact", "claim-kind", NC_ ("claim-kind", "Fact") },
  { "figure", "claim-kind", NC_ ("claim-kind", "Figure") },
  { "quote", "claim-kind", NC_ ("claim-kind", "Quote") },
  { "forecast", "claim-kind", NC_ ("claim-kind", "Forecast") },
  { "opinion", "claim-kind", NC_ ("claim-kind", "Opinion") },
  { "presupposition", "claim-kind", NC_ ("claim-kind", "Presupposition") },
};

static const char *const importance_words[] = {
  "key",
  "normal",
  "minor",
  NULL,
};

static const Word importance_labels[] = {
  { "key", "importance", NC_ ("importance", "Key") },
  { "normal", "importance", NC_ ("importance", "Normal") },
  { "minor", "importance", NC_ ("importance", "Minor") },
};

static const char *const annotation_kind_words[] = {
  "highlight",
  "quote",
  "claim",
  "note",
  "entity",
  "date",
  "furniture",
  "question",
  NULL,
};

static const Word annotation_kind_labels[] = {
  { "highlight", "annotation-kind", NC_ ("annotation-kind", "Highlight") },
  { "quote", "annotation-kind", NC_ ("annotation-kind", "Quote") },
  { "claim", "annotation-kind", NC_ ("annotation-kind", "Claim") },
  { "note", "annotation-kind", NC_ ("annotation-kind", "Note") },
  { "entity", "annotation-kind", NC_ ("annotation-kind", "Entity") },
  { "date", "annotation-kind", NC_ ("annotation-kind", "Date") },
  { "furniture", "annotation-kind", NC_ ("annotation-kind", "Furniture") },
  { "question", "annotation-kind", NC_ ("annotation-kind", "Question") },
};

static const char *const colour_words[] = {
  "yellow",
  "green",
  "blue",
  "purple",
  "orange",
  "red",
  "teal",
  "grey",
  NULL,
};

static const Word colour_labels[] = {
  { "yellow", "colour", NC_ ("colour", "Yellow: worth keeping") },
  { "green", "colour", NC_ ("colour", "Green: confirmed") },
  { "blue", "colour", NC_ ("colour", "Blue: background") },
  { "purple", "colour", NC_ ("colour", "Purple: people and organisations") },
  { "orange", "colour", NC_ ("colour", "Orange: needs checking") },
  { "red", "colour", NC_ ("colour", "Red: contradicted") },
  { "teal", "colour", NC_ ("colour", "Teal: figures and dates") },
  { "grey", "colour", NC_ ("colour", "Grey: set aside") },
};

static const char *const source_kind_words[] = {
  "person",
  "spokesperson",
  "body",
  "government",
  "publication",
  "document",
  "data",
  "own-observation",
  "unknown",
  NULL,
};

static const Word source_kind_labels[] = {
  { "person", "source-kind", NC_ ("source-kind", "Person") },
  { "spokesperson", "source-kind", NC_ ("source-kind", "Spokesperson") },
  { "body", "source-kind", NC_ ("source-kind", "Body") },
  { "government", "source-kind", NC_ ("source-kind", "Government") },
  { "publication", "source-kind", NC_ ("source-kind", "Publication") },
  { "document", "source-kind", NC_ ("source-kind", "Document") },
  { "data", "source-kind", NC_ ("source-kind", "Data") },
  { "own-observation", "source-kind", NC_ ("source-kind", "Own observation") },
  { "unknown", "source-kind", NC_ ("source-kind", "Unknown") },
};

static const char *const entity_schema_words[] = {
  "Person",
  "Organization",
  "Company",
  "PublicBody",
  "LegalEntity",
  "Country",
  "Address",
  "Event",
  "Position",
  "Asset",
  "RealEstate",
  "Vessel",
  "Vehicle",
  "Airplane",
  "BankAccount",
  "CryptoWallet",
  "Security",
  "UserAccount",
  "Contract",
  "CourtCase",
  "Project",
  NULL,
};

static const Word entity_schema_labels[] = {
  { "Person", "entity-schema", NC_ ("entity-schema", "Person") },
  { "Organization", "entity-schema", NC_ ("entity-schema", "Organisation") },
  { "Company", "entity-schema", NC_ ("entity-schema", "Company") },
  { "PublicBody", "entity-schema", NC_ ("entity-schema", "Public body") },
  { "LegalEntity", "entity-schema", NC_ ("entity-schema", "Person or organisation") },
  { "Country", "entity-schema", NC_ ("entity-schema", "Country") },
  { "Address", "entity-schema", NC_ ("entity-schema", "Place") },
  { "Event", "entity-schema", NC_ ("entity-schema", "Event") },
  { "Position", "entity-schema", NC_ ("entity-schema", "Position") },
  { "Asset", "entity-schema", NC_ ("entity-schema", "Asset") },
  { "RealEstate", "entity-schema", NC_ ("entity-schema", "Real estate") },
  { "Vessel", "entity-schema", NC_ ("entity-schema", "Vessel") },
  { "Vehicle", "entity-schema", NC_ ("entity-schema", "Vehicle") },
  { "Airplane", "entity-schema", NC_ ("entity-schema", "Aircraft") },
  { "BankAccount", "entity-schema", NC_ ("entity-schema", "Bank account") },
  { "CryptoWallet", "entity-schema", NC_ ("entity-schema", "Crypto wallet") },
  { "Security", "entity-schema", NC_ ("entity-schema", "Security") },
  { "UserAccount", "entity-schema", NC_ ("entity-schema", "Online account") },
  { "Contract", "entity-schema", NC_ ("entity-schema", "Contract") },
  { "CourtCase", "entity-schema", NC_ ("entity-schema", "Court case") },
  { "Project", "entity-schema", NC_ ("entity-schema", "Project") },
};

static const char *const relation_schema_words[] = {
  "Ownership",
  "Directorship",
  "Membership",
  "Employment",
  "Occupancy",
  "Family",
  "Associate",
  "Representation",
  "Payment",
  "Debt",
  "Succession",
  "CourtCaseParty",
  "ProjectParticipant",
  "UnknownLink",
  NULL,
};

static const Word relation_schema_labels[] = {
  { "Ownership", "relation-schema", NC_ ("relation-schema", "Ownership") },
  { "Directorship", "relation-schema", NC_ ("relation-schema", "Directorship") },
  { "Membership", "relation-schema", NC_ ("relation-schema", "Membership") },
  { "Employment", "relation-schema", NC_ ("relation-schema", "Employment") },
  { "Occupancy", "relation-schema", NC_ ("relation-schema", "Holding of a position") },
  { "Family", "relation-schema", NC_ ("relation-schema", "Family") },
  { "Associate", "relation-schema", NC_ ("relation-schema", "Associate") },
  { "Representation", "relation-schema", NC_ ("relation-schema", "Representation") },
  { "Payment", "relation-schema", NC_ ("relation-schema", "Payment") },
  { "Debt", "relation-schema", NC_ ("relation-schema", "Debt") },
  { "Succession", "relation-schema", NC_ ("relation-schema", "Succession") },
  { "CourtCaseParty", "relation-schema", NC_ ("relation-schema", "Party to a case") },
  { "ProjectParticipant", "relation-schema", NC_ ("relation-schema", "Part in a project") },
  { "UnknownLink", "relation-schema", NC_ ("relation-schema", "Link") },
};

static const char *const how_words[] = {
  "fetcher",
  "browser",
  "file",
  "paste",
  "import",
  NULL,
};

static const Word how_labels[] = {
  { "fetcher", "how", NC_ ("how", "Fetched from the web") },
  { "browser", "how", NC_ ("how", "Sent by the browser") },
  { "file", "how", NC_ ("how", "Read from a file") },
  { "paste", "how", NC_ ("how", "Pasted") },
  { "import", "how", NC_ ("how", "Imported") },
};

static const char *const verdict_words[] = {
  "script-only",
  "bot-wall",
  "paywall",
  "cookie-wall",
  "login-page",
  "error-page",
  "front-page",
  "no-text",
  "unread",
  "bookmark",
  NULL,
};

static const Word verdict_labels[] = {
  { "script-only", "verdict", NC_ ("verdict", "Needs a browser") },
  { "bot-wall", "verdict", NC_ ("verdict", "Access check, no article") },
  { "paywall", "verdict", NC_ ("verdict", "Beginning only") },
  { "cookie-wall", "verdict", NC_ ("verdict", "Cookie dialog, no article") },
  { "login-page", "verdict", NC_ ("verdict", "Log-in page") },
  { "error-page", "verdict", NC_ ("verdict", "Error page") },
  { "front-page", "verdict", NC_ ("verdict", "List of articles") },
  { "no-text", "verdict", NC_ ("verdict", "No text") },
  { "unread", "verdict", NC_ ("verdict", "Could not be read") },
  { "bookmark", "verdict", NC_ ("verdict", "Not fetched yet") },
};

static const char *const form_words[] = {
  "direct",
  "indirect",
  "mixed",
  NULL,
};

static const Word form_labels[] = {
  { "direct", "form", NC_ ("form", "Direct speech") },
  { "indirect", "form", NC_ ("form", "Indirect speech") },
  { "mixed", "form", NC_ ("form", "Mixed") },
};

static const char *const channel_words[] = {
  "interview",
  "e-mail",
  "phone",
  "press-conference",
  "press-release",
  "social-media",
  "document",
  "broadcast",
  "court",
  "other",
  NULL,
};

static const Word channel_labels[] = {
  { "interview", "channel", NC_ ("channel", "Interview") },
  { "e-mail", "channel", NC_ ("channel", "E-mail") },
  { "phone", "channel", NC_ ("channel", "Phone") },
  { "press-conference", "channel", NC_ ("channel", "Press conference") },
  { "press-release", "channel", NC_ ("channel", "Press release") },
  { "social-media", "channel", NC_ ("channel", "Social media") },
  { "document", "channel", NC_ ("channel", "Document") },
  { "broadcast", "channel", NC_ ("channel", "Broadcast") },
  { "court", "channel", NC_ ("channel", "Court") },
  { "other", "channel", NC_ ("channel", "Other") },
};

static const char *const method_words[] = {
  "document",
  "second-source",
  "on-record-confirmation",
  "data",
  "visual",
  "asked-the-subject",
  NULL,
};

static const Word method_labels[] = {
  { "document", "method", NC_ ("method", "Document") },
  { "second-source", "method", NC_ ("method", "Second source") },
  { "on-record-confirmation", "method", NC_ ("method", "On-record confirmation") },
  { "data", "method", NC_ ("method", "Data") },
  { "visual", "method", NC_ ("method", "Visual") },
  { "asked-the-subject", "method", NC_ ("method", "Asked the subject") },
};

static const char *const story_status_words[] = {
  "open",
  "paused",
  "published",
  "closed",
  NULL,
};

static const Word story_status_labels[] = {
  { "open", "story-status", NC_ ("story-status", "Open") },
  { "paused", "story-status", NC_ ("story-status", "Paused") },
  { "published", "story-status", NC_ ("story-status", "Published") },
  { "closed", "story-status", NC_ ("story-status", "Closed") },
};

static const char *const outcome_words[] = {
  "answered",
  "declined",
  "no-answer",
  "pending",
  NULL,
};

static const Word outcome_labels[] = {
  { "answered", "outcome", NC_ ("outcome", "Answered") },
  { "declined", "outcome", NC_ ("outcome", "Declined to comment") },
  { "no-answer", "outcome", NC_ ("outcome", "No answer") },
  { "pending", "outcome", NC_ ("outcome", "Pending") },
};

static const char *const place_status_words[] = {
  "exact",
  "moved",
  "changed",
  "unsure",
  "orphan",
  NULL,
};

static const Word place_status_labels[] = {
  { "exact", "place", NC_ ("place", "Where it was") },
  { "moved", "place", NC_ ("place", "Moved") },
  { "changed", "place", NC_ ("place", "Changed") },
  { "unsure", "place", NC_ ("place", "Unsure") },
  { "orphan", "place", NC_ ("place", "Not in this capture") },
};

static const char *const proposal_words[] = {
  "attribution",
  "claim",
  "date",
  "name",
  "headline",
  "presupposition",
  "reprint",
  "mention",
  NULL,
};

static const Word proposal_labels[] = {
  { "attribution", "proposal", NC_ ("proposal", "Attribution") },
  { "claim", "proposal", NC_ ("proposal", "Claim") },
  { "date", "proposal", NC_ ("proposal", "Date") },
  { "name", "proposal", NC_ ("proposal", "Name") },
  { "headline", "proposal", NC_ ("proposal", "Headline stronger than the text") },
  { "presupposition", "proposal", NC_ ("proposal", "Presupposition") },
  { "reprint", "proposal", NC_ ("proposal", "Reprint") },
  { "mention", "proposal", NC_ ("proposal", "Mention") },
};

static const char *const no_words[] = { NULL };

static const Vocab vocabs[CUT_N_VOCABS] = {
  [CUT_VOCAB_NONE] = { NULL, no_words, NULL },
  [CUT_VOCAB_SENSITIVITY] = { "normal", sensitivity_words, sensitivity_labels },
  [CUT_VOCAB_TERMS] = { "unspecified", terms_words, terms_labels },
  [CUT_VOCAB_STANCE] = { "asserts", stance_words, stance_labels },
  [CUT_VOCAB_CLAIM_STATUS] = { "unchecked", claim_status_words, claim_status_labels },
  [CUT_VOCAB_CLAIM_KIND] = { "fact", claim_kind_words, claim_kind_labels },
  [CUT_VOCAB_IMPORTANCE] = { "normal", importance_words, importance_labels },
  [CUT_VOCAB_ANNOTATION_KIND] = { "highlight", annotation_kind_words, annotation_kind_labels },
  [CUT_VOCAB_COLOUR] = { "yellow", colour_words, colour_labels },
  [CUT_VOCAB_SOURCE_KIND] = { "unknown", source_kind_words, source_kind_labels },
  [CUT_VOCAB_ENTITY_SCHEMA] = { "Person", entity_schema_words, entity_schema_labels },
  [CUT_VOCAB_RELATION_SCHEMA] = { "UnknownLink", relation_schema_words, relation_schema_labels },
  [CUT_VOCAB_HOW] = { NULL, how_words, how_labels },
  [CUT_VOCAB_VERDICT] = { NULL, verdict_words, verdict_labels },
  [CUT_VOCAB_FORM] = { "indirect", form_words, form_labels },
  [CUT_VOCAB_CHANNEL] = { NULL, channel_words, channel_labels },
  [CUT_VOCAB_METHOD] = { "document", method_words, method_labels },
  [CUT_VOCAB_STORY_STATUS] = { "open", story_status_words, story_status_labels },
  [CUT_VOCAB_OUTCOME] = { NULL, outcome_words, outcome_labels },
  [CUT_VOCAB_PLACE_STATUS] = { NULL, place_status_words, place_status_labels },
  [CUT_VOCAB_PROPOSAL] = { NULL, proposal_words, proposal_labels },
};

static int
find_word (CutVocab    vocab,
           const char *word)
{
  const char *const *words = vocabs[vocab].words;

  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return -1;
}

const char *const *
cut_vocab_get_words (CutVocab vocab)
{
  return vocabs[vocab].words;
}

const char *
cut_vocab_get_message (CutVocab     vocab,
                       const char  *word,
                       const char **context)
{
  int i = find_word (vocab, word);

  if (i < 0)
    return NULL;
  *context = vocabs[vocab].labels[i].context;
  return vocabs[vocab].labels[i].label;
}

const char *
cut_vocab_get_label (CutVocab    vocab,
                     const char *word)
{
  int i = find_word (vocab, word);

  if (i < 0)
    return word;
  return g_dpgettext2 (GETTEXT_PACKAGE, vocabs[vocab].labels[i].context, vocabs[vocab].labels[i].label);
}

guint
cut_vocab_get_place (CutVocab    vocab,
                     const char *word)
{
  int i = find_word (vocab, word);

  return i >= 0 ? (guint) i : g_strv_length ((char **) vocabs[vocab].words);
}

gboolean
cut_vocab_has (CutVocab    vocab,
               const char *word)
{
  return find_word (vocab, word) >= 0;
}

const char *
cut_vocab_get_default (CutVocab vocab)
{
  return vocabs[vocab].initial;
}

char *
cut_vocab_list (CutVocab vocab)
{
  return g_strjoinv (", ", (char **) vocabs[vocab].words);
}
