/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-fact.h"
#include "cut-html.h"
#include "cut-pages.h"
#include "cut-relation.h"
#include "cut-schemata.h"

#define ROOT "../"

static void
write_facts (CutSite   *site,
             GString   *page,
             CutEntity *entity)
{
  g_autofree char *aliases = g_strjoinv (", ", (char **) cut_entity_get_aliases (entity));
  g_autofree char *previous = g_strjoinv (", ", (char **) cut_entity_get_previous_names (entity));
  g_autofree char *identifiers = g_strjoinv (", ", (char **) cut_entity_get_identifiers (entity));
  g_autofree char *country = cut_entity_get_country (entity) != NULL
                                 ? g_utf8_strup (cut_entity_get_country (entity), -1)
                                 : NULL;

  cut_html_open (page, "dl", "class", "facts", NULL);
  cut_site_fact (page, cut_site_word (site, N_("Kind")),
                 cut_words_get_vocab (site->words, CUT_VOCAB_ENTITY_SCHEMA, cut_entity_get_schema (entity)));
  cut_site_fact (page, cut_site_word (site, N_("Also called")), aliases);
  cut_site_fact (page, cut_site_word (site, N_("Formerly")), previous);
  cut_site_fact (page, cut_site_word (site, N_("Country")), country);
  cut_site_fact (page, cut_site_word (site, N_("Identifiers")), identifiers);
  cut_html_close (page, "dl");
}

/* The words of the page's own language: a country by its code. */
static void
write_value (CutSite           *site,
             GString           *page,
             CutFact           *fact,
             const CutProperty *property)
{
  g_autofree char *code = property != NULL && property->type == CUT_VALUE_COUNTRY && cut_fact_get_value (fact) != NULL
                              ? g_utf8_strup (cut_fact_get_value (fact), -1)
                              : NULL;

  cut_html_element (page, "span", property != NULL ? cut_words_get_property (site->words, property) : cut_fact_get_property (fact),
                    "class", "stance", NULL);
  cut_html_element (page, "span", ": ", "class", "arrow", NULL);
  if (cut_fact_get_entity (fact) != NULL)
    cut_site_object_link (site, page, ROOT, cut_fact_get_entity (fact));
  else
    cut_html_element (page, "span", code != NULL ? code : cut_fact_get_value (fact), "dir", "auto", NULL);
}

static void
write_fact (CutSite    *site,
            GString    *page,
            CutFact    *fact,
            const char *schema)
{
  g_autofree char *date = cut_fact_get_date (fact) != NULL ? cut_words_get_date (site->words, cut_fact_get_date (fact)) : NULL;
  const char *parts[] = { date, cut_fact_get_note (fact) };

  cut_html_open (page, "li", NULL);
  cut_html_open (page, "p", "class", "chain", NULL);
  write_value (site, page, fact, cut_schemata_find_property (schema, cut_fact_get_property (fact)));
  cut_html_close (page, "p");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    cut_html_element (page, "p", parts[i], "class", "manner", "dir", "auto", NULL);
  for (const char *const *id = cut_fact_get_evidence (fact); *id != NULL; id++)
    if (cut_site_find (site, *id, CUT_KIND_ANNOTATION) != NULL)
      cut_site_quote (site, page, ROOT, cut_site_find (site, *id, CUT_KIND_ANNOTATION));
  cut_html_close (page, "li");
}

/* The facts about the object with @id; @title: (nullable): of a section of their own. */
static void
write_facts_about (CutSite    *site,
                   GString    *page,
                   const char *id,
                   const char *schema,
                   const char *title)
{
  g_autoptr (GPtrArray) facts = cut_site_referrers (site, id, CUT_KIND_FACT);

  for (guint i = facts->len; i-- > 0;)
    if (g_strcmp0 (cut_fact_get_about (g_ptr_array_index (facts, i)), id) != 0)
      g_ptr_array_remove_index (facts, i);
  if (facts->len == 0)
    return;
  if (title != NULL)
    {
      cut_html_open (page, "section", NULL);
      cut_site_heading (page, "h2", title, facts->len);
    }
  cut_html_open (page, "ul", "class", "attributions", NULL);
  for (guint i = 0; i < facts->len; i++)
    write_fact (site, page, g_ptr_array_index (facts, i), schema);
  cut_html_close (page, "ul");
  if (title != NULL)
    cut_html_close (page, "section");
}

static void
write_relation (CutSite    *site,
                GString    *page,
                CutRecord  *record)
{
  CutRelation *relation = CUT_RELATION (record);
  g_autofree char *start = cut_relation_get_start (relation) != NULL
                               ? cut_words_get_date (site->words, cut_relation_get_start (relation))
                               : NULL;
  g_autofree char *end = cut_relation_get_end (relation) != NULL
                             ? cut_words_get_date (site->words, cut_relation_get_end (relation))
                             : NULL;
  g_autofree char *span = start != NULL || end != NULL
                              ? g_strdup_printf ("%s – %s", start != NULL ? start : "…", end != NULL ? end : "…")
                              : NULL;
  const char *parts[] = { cut_relation_get_role (relation), span };

  cut_html_open (page, "li", NULL);
  cut_html_open (page, "p", "class", "chain", NULL);
  cut_site_object_link (site, page, ROOT, cut_relation_get_from (relation));
  cut_html_element (page, "span", " → ", "class", "arrow", NULL);
  cut_html_element (page, "span", cut_words_get_vocab (site->words, CUT_VOCAB_RELATION_SCHEMA,
                                                       cut_relation_get_schema (relation)), "class", "stance", NULL);
  cut_html_element (page, "span", " → ", "class", "arrow", NULL);
  cut_site_object_link (site, page, ROOT, cut_relation_get_to (relation));
  cut_html_close (page, "p");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    cut_html_element (page, "p", parts[i], "class", "manner", "dir", "auto", NULL);
  for (const char *const *id = cut_relation_get_evidence (relation); *id != NULL; id++)
    if (cut_site_find (site, *id, CUT_KIND_ANNOTATION) != NULL)
      cut_site_quote (site, page, ROOT, cut_site_find (site, *id, CUT_KIND_ANNOTATION));
  write_facts_about (site, page, cut_record_get_id (record), cut_relation_get_schema (relation), NULL);
  cut_html_close (page, "li");
}

static void
write_claim (CutSite    *site,
             GString    *page,
             CutRecord  *record)
{
  const char *status = cut_claim_get_status (CUT_CLAIM (record));

  cut_html_open (page, "li", NULL);
  cut_html_open (page, "p", "class", "claim", NULL);
  cut_site_object_link (site, page, ROOT, cut_record_get_id (record));
  cut_html_close (page, "p");
  cut_html_element (page, "p", cut_words_get_vocab (site->words, CUT_VOCAB_CLAIM_STATUS, status), "class", "status", NULL);
  cut_html_close (page, "li");
}

static void
write_passage (CutSite   *site,
               GString   *page,
               CutRecord *record)
{
  cut_html_open (page, "li", NULL);
  cut_site_quote (site, page, ROOT, record);
  cut_html_close (page, "li");
}

static void
write_list (CutSite    *site,
            GString    *page,
            const char *id,
            CutKind     kind,
            const char *title,
            void      (*write) (CutSite *site, GString *page, CutRecord *record))
{
  g_autoptr (GPtrArray) list = cut_site_referrers (site, id, kind);

  if (list->len == 0)
    return;
  cut_html_open (page, "section", NULL);
  cut_site_heading (page, "h2", title, list->len);
  cut_html_open (page, "ul", "class", "attributions", NULL);
  for (guint i = 0; i < list->len; i++)
    write (site, page, g_ptr_array_index (list, i));
  cut_html_close (page, "ul");
  cut_html_close (page, "section");
}

static void
write_source (CutSite   *site,
              GString   *page,
              CutRecord *record)
{
  cut_html_open (page, "li", NULL);
  cut_site_object_link (site, page, ROOT, cut_record_get_id (record));
  cut_html_close (page, "li");
}

void
cut_page_entity_write (CutSite   *site,
                       CutRecord *record)
{
  CutEntity *entity = CUT_ENTITY (record);
  const char *id = cut_record_get_id (record);
  g_autofree char *name = g_strdup_printf ("entities/%s.html", id);
  const char *merged[] = { cut_entity_get_merged_into (entity), NULL };
  GString *page = cut_site_begin (site, cut_entity_get_name (entity), ROOT, NULL);

  cut_html_element (page, "h1", cut_entity_get_name (entity), "dir", "auto", NULL);
  write_facts (site, page, entity);
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Merged into:")), merged);
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Not the same as:")), cut_entity_get_not_same_as (entity));
  cut_site_paragraphs (page, cut_entity_get_summary (entity));
  write_facts_about (site, page, id, cut_entity_get_schema (entity), cut_site_word (site, N_("Facts")));
  write_list (site, page, id, CUT_KIND_RELATION, cut_site_word (site, N_("Relations")), write_relation);
  write_list (site, page, id, CUT_KIND_CLAIM, cut_site_word (site, N_("Claims")), write_claim);
  write_list (site, page, id, CUT_KIND_ANNOTATION, cut_site_word (site, N_("Passages")), write_passage);
  write_list (site, page, id, CUT_KIND_SOURCE, cut_site_word (site, N_("As a source")), write_source);
  cut_site_end (site, page, name, id);
}
