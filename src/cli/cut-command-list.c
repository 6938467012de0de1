/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-duplicates-list.h"
#include "cut-error.h"
#include "cut-gaps-list.h"
#include "cut-mentions-list.h"
#include "cut-output.h"
#include "cut-reprints.h"
#include "cut-thrown-away.h"
#include "cut-timeline-list.h"
#include "cut-versions.h"

typedef struct
{
  char **where;
  char *linked;
  char *match;
  char *order;
  const char *schema; /* (unowned) */
  const char *name;   /* (unowned) */
  gboolean trash;
  gboolean inbox;
  gboolean unlinked;
  gboolean ascending;
  int limit;
  int offset;
} Filters;

static void
filters_clear (Filters *self)
{
  g_strfreev (self->where);
  g_free (self->linked);
  g_free (self->match);
  g_free (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filters, filters_clear)

/* `FIELD=VALUE`; a reference may be given by name. */
static gboolean
add_condition (CutCli      *cli,
               CutQuery    *query,
               const char  *text,
               GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  int i = parts[0] != NULL && parts[1] != NULL ? cut_kind_find_field (query->kind, parts[0]) : -1;
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (query->kind, &n_fields);
  g_autofree char *id = NULL;

  if (i < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE, _("“%s” is not FIELD=VALUE with a field of %s"), text,
                   cut_kind_get_plural (query->kind));
      return FALSE;
    }
  if ((fields[i].type == CUT_FIELD_ID || fields[i].type == CUT_FIELD_IDS) && *parts[1] != '\0')
    {
      id = cut_cli_resolve (cli, fields[i].target, parts[1], error);
      if (id == NULL)
        return FALSE;
    }
  cut_query_where (query, fields[i].name, id != NULL ? id : parts[1]);
  return TRUE;
}

/* What --linked may name: anything, by id, or a story, tag, entity or source by name. */
static char *
resolve_linked (CutCli      *cli,
                const char  *text,
                GError     **error)
{
  static const CutKind named[] = { CUT_KIND_STORY, CUT_KIND_ENTITY, CUT_KIND_SOURCE, CUT_KIND_TAG };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      char *id = cut_cli_resolve (cli, named[i], text, NULL);

      if (id != NULL)
        return id;
    }
  return cut_cli_resolve (cli, CUT_KIND_NONE, text, error);
}

static CutQuery *
make_query (CutCli         *cli,
            CutKind         kind,
            const Filters  *filters,
            GError        **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  for (guint i = 0; filters->where != NULL && filters->where[i] != NULL; i++)
    if (!add_condition (cli, query, filters->where[i], error))
      return NULL;
  if (filters->linked != NULL)
    {
      query->linked = resolve_linked (cli, filters->linked, error);
      if (query->linked == NULL)
        return NULL;
    }
  if (filters->schema != NULL)
    cut_query_where (query, "schema", filters->schema);
  if (filters->name != NULL)
    cut_query_set_named (query, filters->name);
  query->match = g_strdup (filters->match);
  query->order = g_strdup (filters->order);
  query->trash = filters->trash ? CUT_TRASH_ONLY : CUT_TRASH_EXCLUDED;
  query->inbox = filters->inbox;
  query->descending = !filters->ascending;
  query->limit = filters->limit < G_MAXINT ? (guint) filters->limit : 0;
  query->offset = (guint) filters->offset;
  return g_steal_pointer (&query);
}

static int
print_list (CutCli        *cli,
            CutKind        kind,
            const Filters *filters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutQuery) query = make_query (cli, kind, filters, &error);
  g_autoptr (GPtrArray) records = query != NULL ? cut_notebook_list (cli->notebook, query, NULL, &error) : NULL;

  if (records == NULL)
    return cut_cli_fail (cli, error);
  /* Who asks for what belongs to something gets it wherever that lies. */
  if (!filters->trash && filters->linked == NULL && filters->where == NULL)
    cut_thrown_away_drop (cli->notebook, records);
  for (guint i = 0; i < records->len; i++)
    cut_output_record (g_ptr_array_index (records, i), cli->json);
  return CUT_EXIT_DONE;
}

int
cut_command_list (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Filters) filters = { .limit = G_MAXINT };
  g_auto (GStrv) words = NULL;
  CutKind kind;
  g_autofree char *story = NULL;
  g_autofree char *entity = NULL;
  g_autofree char *source = NULL;
  g_autofree char *clip = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *schema = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &filters.where, N_ ("Only those whose field has this value"), N_ ("FIELD=VALUE") },
    { "linked", 'l', 0, G_OPTION_ARG_STRING, &filters.linked, N_ ("Only those tied to this object"), N_ ("ID") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &story, N_ ("Only those of this story"), N_ ("STORY") },
    { "entity", 0, 0, G_OPTION_ARG_STRING, &entity, N_ ("Only those tied to this entity"), N_ ("ENTITY") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_ ("Only those tied to this source"), N_ ("SOURCE") },
    { "clip", 0, 0, G_OPTION_ARG_STRING, &clip, N_ ("Only those of this clip"), N_ ("ID") },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Only those with this tag"), N_ ("TAG") },
    { "schema", 0, 0, G_OPTION_ARG_STRING, &schema, N_ ("Only entities or relations of this kind"), N_ ("SCHEMA") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Only entities with this name, alias or previous name"), N_ ("NAME") },
    { "match", 'm', 0, G_OPTION_ARG_STRING, &filters.match, N_ ("Only those with these words"), N_ ("WORDS") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &filters.order, N_ ("created, modified, published, title, site_name or status"), N_ ("FIELD") },
    { "ascending", 0, 0, G_OPTION_ARG_NONE, &filters.ascending, N_ ("Oldest or first first"), NULL },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &filters.trash, N_ ("What lies in the Trash"), NULL },
    { "inbox", 0, 0, G_OPTION_ARG_NONE, &filters.inbox, N_ ("Only clips that are in no story"), NULL },
    { "unlinked", 0, 0, G_OPTION_ARG_NONE, &filters.unlinked, N_ ("Only mentions that are not yet linked"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &filters.limit, N_ ("At most so many"), N_ ("N") },
    { "offset", 0, 0, G_OPTION_ARG_INT, &filters.offset, N_ ("Skip so many"), N_ ("N") },
    { NULL },
  };
  char **const links[] = { &story, &entity, &source, &clip, &tag };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  if (filters.limit < 1)
    return cut_cli_usage (cli, _("--limit takes a number from 1 on"));
  if (filters.offset < 0)
    return cut_cli_usage (cli, _("--offset takes a number from 0 on"));
  if (g_strcmp0 (words[0], "reprints") == 0)
    return cut_cli_open (cli) != NULL ? cut_reprints_print (cli, clip, words[1]) : CUT_EXIT_FAULT;
  if (g_strcmp0 (words[0], "gaps") == 0 && words[1] == NULL)
    return cut_cli_open (cli) != NULL ? cut_gaps_list_print (cli, story) : CUT_EXIT_FAULT;
  if (g_strcmp0 (words[0], "duplicates") == 0 && words[1] == NULL)
    return cut_cli_open (cli) != NULL ? cut_duplicates_list_print (cli, entity) : CUT_EXIT_FAULT;
  if (g_strcmp0 (words[0], "timeline") == 0 && words[1] == NULL)
    return cut_timeline_list_print (cli, story, entity);
  if (g_strcmp0 (words[0], "mentions") == 0 && words[1] == NULL)
    return cut_cli_open (cli) == NULL ? CUT_EXIT_FAULT
                                      : cut_mentions_list_print (cli, entity, clip, filters.unlinked, (guint) filters.limit,
                                                                 (guint) filters.offset);
  kind = words[0] != NULL ? cut_kind_from_name (words[0]) : CUT_KIND_NONE;
  if (kind == CUT_KIND_NONE || (words[1] != NULL && (kind != CUT_KIND_CAPTURE || words[2] != NULL)))
    return cut_cli_usage (cli, _("name one kind: clips, captures, annotations, claims, attributions, sources, entities, "
                                 "relations, stories, tags, checks, events, enquiries, facts, dismissals, saved-searches or contributors; or reprints, gaps, duplicates, mentions or timeline"));
  if ((schema != NULL && kind != CUT_KIND_ENTITY && kind != CUT_KIND_RELATION) || (name != NULL && kind != CUT_KIND_ENTITY))
    return cut_cli_usage (cli, _("--schema is for entities and relations, --name for entities"));
  filters.schema = schema;
  filters.name = name;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (*links[i] != NULL && filters.linked == NULL)
      filters.linked = g_steal_pointer (links[i]);
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return words[1] != NULL ? cut_versions_print (cli, words[1]) : print_list (cli, kind, &filters);
}
