/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-name-matcher.h"
#include "cut-name-words.h"

G_BEGIN_DECLS

#define CUT_NAME_MOST_WORDS 32

typedef enum
{
  CUT_NAME_FULL,   /* the name itself */
  CUT_NAME_FAMILY, /* short, and no part of another name */
  CUT_NAME_HEAD,   /* "the Journal" */
  CUT_NAME_N_FORMS,
} CutNameForm;

/**
 * CutNamePattern:
 * @cased: (owned): its words without diacritics, as they are written, each ended by NUL
 * @owner: 0 where it was removed
 * @next: another that ends at the same node; 0 for none
 */
typedef struct
{
  char *cased;
  gint64 owner;
  guint32 next;
  guint32 node;
  CutNameForm form;
} CutNamePattern;

/** CutNameNode: @pattern: the first that ends here, 0 for none; @leads_on: whether a longer one goes through it */
typedef struct
{
  guint32 pattern;
  gboolean leads_on;
} CutNameNode;

struct _CutNameMatcher
{
  CutNameTable *table;
  GArray *nodes;      /* (element-type CutNameNode); 0 stands for none */
  GArray *patterns;   /* (element-type CutNamePattern); 0 stands for none */
  GArray *firsts;     /* (element-type guint32): node by the number of the first word */
  guint64 *edges;     /* by hash: what leads on from a node; 0 for none */
  guint32 *targets;   /* parallel */
  guint32 n_slots;    /* a power of two */
  guint32 n_edges;
  GHashTable *owners; /* (element-type gint64 GArray): numbers of its patterns */
};

/** cut_name_matcher_put: @words: (array length=n): of the table. @loose: a comma or full stop may be missing */
void cut_name_matcher_put (CutNameMatcher *self, gint64 owner, CutNameForm form, const char *name, const CutNameWord *words, guint n,
                           gboolean loose);
/** cut_name_matcher_step: Returns: the node behind @node by the canonical @gap and the word @id; 0 for none */
guint32 cut_name_matcher_step (const CutNameMatcher *self, guint32 node, CutGap gap, guint32 id);
/** cut_name_canonical_gap: what @gap counts as behind @before */
CutGap cut_name_canonical_gap (CutGap gap, const CutNameWord *before);

/** CutNameLook: one pass over a text */
typedef struct
{
  const CutNameMatcher *matcher;
  const CutNameManner *manner;
  const char *text;
  GArray *words;      /* (element-type CutNameWord): of the range under way */
  GArray *candidates; /* (element-type CutNameCandidate): of the whole text */
  int upper;          /* whether the range has no small letter; -1: not looked yet */
} CutNameLook;

/**
 * CutNameCandidate:
 * @start, @end: bytes
 * @node: whose patterns may be meant
 * @stem: the last word has an s more
 * @upper: stands in a line without small letters
 * @forms: bits of #CutNameForm: of which a pattern fits the words and what stands around them
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 node;
  guint8 stem;
  guint8 upper;
  guint8 forms;
} CutNameCandidate;

/** cut_name_scan: adds the candidates of the range whose words are in @self */
void cut_name_scan (CutNameLook *self);

/** cut_name_fits: whether @words are written as @cased; see #CutNameMatcher */
gboolean cut_name_fits (const CutNameLook *self, const char *cased, const CutNameWord *words, guint n, gboolean stem, gboolean upper);

/** cut_name_choose: Returns: (transfer full) (element-type CutNameMatch): of all candidates those that hold, with @start and @end in bytes */
GArray *cut_name_choose (CutNameLook *self);

/** cut_name_word_is_one_of: without case; @list: words parted by spaces, with one at either end */
gboolean cut_name_word_is_one_of (const char *text, const CutNameWord *word, const char *list);
/** cut_name_is_article: likewise */
gboolean cut_name_is_article (const char *text, const CutNameWord *word);

G_END_DECLS
