/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-view.h"

#include <glib/gi18n-lib.h>

#include "cut-search-chip.h"

typedef struct
{
  const char *name;
  const char *title;
  CutKind kind;
} View;

static const View views[] = {
  { "inbox", N_("Inbox"), CUT_KIND_CLIP },
  { "all", N_("All"), CUT_KIND_CLIP },
  { "claims", N_("Claims"), CUT_KIND_CLAIM },
  { "check-list", N_("Check List"), CUT_KIND_NONE },
  { "sources", N_("Sources"), CUT_KIND_SOURCE },
  { "entities", N_("Entities"), CUT_KIND_ENTITY },
  { "timeline", N_("Timeline"), CUT_KIND_NONE },
  { "conflicts", N_("Conflicts"), CUT_KIND_NONE },
  { "trash", N_("Trash"), CUT_KIND_CLIP },
};

static const View *
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

const char *
cut_view_get_id (const char *view)
{
  if (g_str_has_prefix (view, "story:"))
    return view + strlen ("story:");
  if (g_str_has_prefix (view, "tag:"))
    return view + strlen ("tag:");
  return NULL;
}

const char *
cut_view_get_search (const char *view)
{
  return g_str_has_prefix (view, "search:") ? view + strlen ("search:") : NULL;
}

gboolean
cut_view_is_check_list (const char *view)
{
  return g_strcmp0 (view, "check-list") == 0 || cut_view_get_check_list_story (view) != NULL;
}

const char *
cut_view_get_check_list_story (const char *view)
{
  return g_str_has_prefix (view, "check-list:") ? view + strlen ("check-list:") : NULL;
}

gboolean
cut_view_is_timeline (const char *view)
{
  return g_strcmp0 (view, "timeline") == 0 || cut_view_get_timeline_story (view) != NULL;
}

const char *
cut_view_get_timeline_story (const char *view)
{
  return g_str_has_prefix (view, "timeline:") ? view + strlen ("timeline:") : NULL;
}

CutKind
cut_view_get_kind (const char *name)
{
  const View *view = cut_view_is_check_list (name) ? find_view ("check-list")
                     : cut_view_is_timeline (name) ? find_view ("timeline")
                                                   : find_view (name);

  return view != NULL ? view->kind : CUT_KIND_CLIP;
}

gboolean
cut_view_is_known (const char *view)
{
  return find_view (view) != NULL || cut_view_get_id (view) != NULL || cut_view_get_search (view) != NULL || cut_view_is_check_list (view) || cut_view_is_timeline (view);
}

const char *
cut_view_get_title (const char *name)
{
  const View *view = find_view (name);

  return view != NULL ? g_dgettext (GETTEXT_PACKAGE, view->title) : "";
}

static void
set_order (CutQuery   *query,
           const char *sort,
           gboolean    found)
{
  if (found && strcmp (sort, "created") == 0)
    cut_query_set_order (query, "relevance", TRUE);
  else if (strcmp (sort, "title") == 0)
    cut_query_set_order (query, "title", FALSE);
  else if (strcmp (sort, "site") == 0)
    cut_query_set_order (query, "site_name", FALSE);
  else
    cut_query_set_order (query, sort, TRUE);
}

static gboolean
asks_for_others (const char *match)
{
  CutKind kind = match != NULL ? cut_search_get_kind (match) : CUT_KIND_NONE;

  return kind != CUT_KIND_NONE && kind != CUT_KIND_CLIP;
}

/* Claims, sources and whatever else is asked for: of a story or tag what is tied to it, in the inbox all. */
static void
set_match (CutQuery   *query,
           const char *id,
           const char *match)
{
  cut_query_set_match (query, match);
  if (!asks_for_others (match))
    return;
  query->kind = cut_search_get_kind (match);
  query->inbox = FALSE;
  cut_query_set_linked (query, id);
}

CutQuery *
cut_view_make_query (const char *view,
                     const char *sort,
                     const char *match)
{
  CutQuery *query;
  const char *id;

  g_return_val_if_fail (view != NULL, NULL);

  query = cut_query_new (CUT_KIND_CLIP);
  id = cut_view_get_id (view);
  if (id != NULL && !asks_for_others (match))
    cut_query_where (query, g_str_has_prefix (view, "story:") ? "stories" : "tags", id);
  query->inbox = g_str_equal (view, "inbox");
  query->trash = g_str_equal (view, "trash") ? CUT_TRASH_ONLY : CUT_TRASH_EXCLUDED;
  if (match != NULL && *match != '\0')
    set_match (query, id, match);
  set_order (query, sort, query->match != NULL);
  return query;
}
