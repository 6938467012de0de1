/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutSavedSearch:
 *
 * A search that a person wants to make again, under a name of its own. A record like any other, so that it can be undone and lies in the
 * Trash; it belongs to this notebook and travels in no bundle: what somebody looks for may tell whom she talks to.
 */
#define CUT_TYPE_SAVED_SEARCH (cut_saved_search_get_type ())
G_DECLARE_FINAL_TYPE (CutSavedSearch, cut_saved_search, CUT, SAVED_SEARCH, CutRecord)

enum
{
  CUT_SAVED_SEARCH_TITLE = CUT_RECORD_N_FIELDS,
  CUT_SAVED_SEARCH_QUERY,
};

static inline const char *
cut_saved_search_get_title (CutSavedSearch *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SAVED_SEARCH_TITLE);
}

/** cut_saved_search_get_query: what is searched for, as a person types it (`cli.md`, search) */
static inline const char *
cut_saved_search_get_query (CutSavedSearch *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SAVED_SEARCH_QUERY);
}

G_END_DECLS
