/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-article-variant.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"

/* Which members are strings, lists and dates. A member that is missing here is lost on its way out of the worker;
 * tests/worker fills every one and looks for it. */

typedef struct
{
  const char *name;
  gsize offset;
} Member;

#define DATE_TYPE "(ssms)"
#define REVIEW_TYPE "(msmsmsmsmsm(ssms))"

#define TOPIC_TYPE "(smsms)"
#define PART_TYPE "(smsay)"
#define SNAPSHOT_TYPE "(msuas)"

#define MEMBER(name) { #name, G_STRUCT_OFFSET (CutArticle, name) }

static const Member strings[] = {
  MEMBER (title), MEMBER (standfirst), MEMBER (byline), MEMBER (publisher), MEMBER (site_name), MEMBER (language), MEMBER (dir),
  MEMBER (canonical_url), MEMBER (excerpt), MEMBER (image), MEMBER (kind), MEMBER (wire_credit), MEMBER (charset), MEMBER (text),
  MEMBER (html), MEMBER (warning), MEMBER (image_caption), MEMBER (image_credit), MEMBER (licence), MEMBER (next_url),
  MEMBER (verdict),
};

static const Member lists[] = {
  MEMBER (authors),
  MEMBER (keywords),
};

static const Member dates[] = {
  MEMBER (published),
  MEMBER (updated),
};

#define AT(article, member, type) (*(type *) G_STRUCT_MEMBER_P ((article), (member)->offset))

/* Out. */

static GVariant *
date_to_variant (const CutDate *date)
{
  return g_variant_new ("(ssms)", cut_date_get_value (date), cut_date_precision_to_word (cut_date_get_precision (date)),
                        cut_date_get_origin (date));
}

static GVariant *
origins_to_variant (GHashTable *origins)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer field, origin;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, origins);
  while (g_hash_table_iter_next (&iter, &field, &origin))
    g_variant_builder_add (&builder, "{ss}", field, origin);
  return g_variant_builder_end (&builder);
}

static GVariant *
review_to_variant (const CutReview *review)
{
  GVariant *reviewed = review->reviewed != NULL ? date_to_variant (review->reviewed) : NULL;

  return g_variant_new ("(msmsmsmsms@m(ssms))", review->claim, review->claimant, review->verdict, review->reviewer, review->url,
                        g_variant_new_maybe (G_VARIANT_TYPE (DATE_TYPE), reviewed));
}

static GVariant *
reviews_to_variant (GPtrArray *reviews)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" REVIEW_TYPE));
  for (guint i = 0; i < reviews->len; i++)
    g_variant_builder_add_value (&builder, review_to_variant (g_ptr_array_index (reviews, i)));
  return g_variant_builder_end (&builder);
}

static GVariant *
about_to_variant (GPtrArray *about)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" TOPIC_TYPE));
  for (guint i = 0; i < about->len; i++)
    {
      const CutTopic *topic = g_ptr_array_index (about, i);

      g_variant_builder_add (&builder, TOPIC_TYPE, topic->name, topic->type, topic->same_as);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
part_to_variant (const CutPart *part)
{
  return g_variant_new ("(sms@ay)", part->url, part->content_type, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, part->bytes, TRUE));
}

static GVariant *
parts_to_variant (GPtrArray *parts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" PART_TYPE));
  for (guint i = 0; i < parts->len; i++)
    g_variant_builder_add_value (&builder, part_to_variant (g_ptr_array_index (parts, i)));
  return g_variant_builder_end (&builder);
}

static GVariant *
snapshot_to_variant (const CutSnapshot *snapshot)
{
  const char *const none[] = { NULL };

  return g_variant_new ("(msu^as)", snapshot->url, snapshot->status, snapshot->headers != NULL ? (const char *const *) snapshot->headers : none);
}

static void
add_members (GVariantBuilder  *builder,
             const CutArticle *article)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (AT (article, &strings[i], char *) != NULL)
      g_variant_builder_add (builder, "{sv}", strings[i].name, g_variant_new_string (AT (article, &strings[i], char *)));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (AT (article, &lists[i], char **) != NULL)
      g_variant_builder_add (builder, "{sv}", lists[i].name,
                             g_variant_new_strv ((const char *const *) AT (article, &lists[i], char **), -1));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (AT (article, &dates[i], CutDate *) != NULL)
      g_variant_builder_add (builder, "{sv}", dates[i].name, date_to_variant (AT (article, &dates[i], CutDate *)));
}

GVariant *
cut_article_to_variant (const CutArticle *article)
{
  g_autofree char *blocks = cut_blocks_to_json (article->blocks);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  add_members (&builder, article);
  g_variant_builder_add (&builder, "{sv}", "origins", origins_to_variant (article->origins));
  g_variant_builder_add (&builder, "{sv}", "blocks", g_variant_new_string (blocks));
  g_variant_builder_add (&builder, "{sv}", "reviews", reviews_to_variant (article->reviews));
  g_variant_builder_add (&builder, "{sv}", "about", about_to_variant (article->about));
  g_variant_builder_add (&builder, "{sv}", "parts", parts_to_variant (article->parts));
  if (article->snapshot != NULL)
    g_variant_builder_add (&builder, "{sv}", "snapshot", snapshot_to_variant (article->snapshot));
  g_variant_builder_add (&builder, "{sv}", "images",
                         g_variant_new_strv ((const char *const *) article->images->pdata, (gssize) article->images->len));
  return g_variant_builder_end (&builder);
}

/* In. */

static CutDate *
date_from_variant (GVariant *variant)
{
  const char *value, *precision, *origin;

  g_variant_get (variant, "(&s&sm&s)", &value, &precision, &origin);
  return cut_date_new (value, cut_date_precision_from_word (precision), origin, NULL);
}

static void
take_members (CutArticle   *article,
              GVariantDict *dict)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      char *value;

      if (!g_variant_dict_lookup (dict, strings[i].name, "s", &value))
        continue;
      g_free (AT (article, &strings[i], char *));
      AT (article, &strings[i], char *) = value;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_variant_dict_lookup (dict, lists[i].name, "^as", &AT (article, &lists[i], char **));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, dates[i].name, G_VARIANT_TYPE (DATE_TYPE));

      if (value != NULL)
        AT (article, &dates[i], CutDate *) = date_from_variant (value);
    }
}

static void
take_origins (CutArticle   *article,
              GVariantDict *dict)
{
  g_autoptr (GVariant) origins = g_variant_dict_lookup_value (dict, "origins", G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *field, *origin;

  if (origins == NULL)
    return;
  g_variant_iter_init (&iter, origins);
  while (g_variant_iter_next (&iter, "{&s&s}", &field, &origin))
    cut_article_set_origin (article, field, origin);
}

static void
take_images (CutArticle   *article,
             GVariantDict *dict)
{
  char **images = NULL;

  if (!g_variant_dict_lookup (dict, "images", "^as", &images))
    return;
  for (guint i = 0; images[i] != NULL; i++)
    g_ptr_array_add (article->images, images[i]);
  g_free (images);
}

static void
take_reviews (CutArticle   *article,
              GVariantDict *dict)
{
  g_autoptr (GVariant) reviews = g_variant_dict_lookup_value (dict, "reviews", G_VARIANT_TYPE ("a" REVIEW_TYPE));

  for (gsize i = 0; reviews != NULL && i < g_variant_n_children (reviews); i++)
    {
      CutReview *review = g_new0 (CutReview, 1);
      g_autoptr (GVariant) reviewed = NULL;

      g_variant_get_child (reviews, i, "(msmsmsmsms@m(ssms))", &review->claim, &review->claimant, &review->verdict, &review->reviewer,
                           &review->url, &reviewed);
      if (g_variant_n_children (reviewed) > 0)
        {
          g_autoptr (GVariant) date = g_variant_get_child_value (reviewed, 0);

          review->reviewed = date_from_variant (date);
        }
      g_ptr_array_add (article->reviews, review);
    }
}

static void
take_about (CutArticle   *article,
            GVariantDict *dict)
{
  g_autoptr (GVariant) about = g_variant_dict_lookup_value (dict, "about", G_VARIANT_TYPE ("a" TOPIC_TYPE));

  for (gsize i = 0; about != NULL && i < g_variant_n_children (about); i++)
    {
      const char *name, *type, *same_as;

      g_variant_get_child (about, i, "(&sm&sm&s)", &name, &type, &same_as);
      g_ptr_array_add (article->about, cut_topic_new (name, type, same_as));
    }
}

static void
take_parts (CutArticle   *article,
            GVariantDict *dict)
{
  g_autoptr (GVariant) parts = g_variant_dict_lookup_value (dict, "parts", G_VARIANT_TYPE ("a" PART_TYPE));

  for (gsize i = 0; parts != NULL && i < g_variant_n_children (parts); i++)
    {
      const char *url, *content_type;
      g_autoptr (GVariant) data = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_variant_get_child (parts, i, "(&sm&s@ay)", &url, &content_type, &data);
      bytes = g_variant_get_data_as_bytes (data);
      g_ptr_array_add (article->parts, cut_part_new (url, content_type, bytes));
    }
}

static void
take_snapshot (CutArticle   *article,
               GVariantDict *dict)
{
  g_autoptr (GVariant) snapshot = g_variant_dict_lookup_value (dict, "snapshot", G_VARIANT_TYPE (SNAPSHOT_TYPE));

  if (snapshot == NULL)
    return;
  article->snapshot = cut_snapshot_new (NULL);
  g_variant_get (snapshot, "(msu^as)", &article->snapshot->url, &article->snapshot->status, &article->snapshot->headers);
}

/* The offsets of the blocks are counted on by everybody after this. */
static gboolean
take_blocks (CutArticle    *article,
             GVariantDict  *dict,
             GError       **error)
{
  glong length = g_utf8_strlen (article->text, -1);
  const char *json;
  GPtrArray *blocks;

  if (!g_variant_dict_lookup (dict, "blocks", "&s", &json) || (blocks = cut_blocks_from_json (json, error)) == NULL)
    return FALSE;
  g_clear_pointer (&article->blocks, g_ptr_array_unref);
  article->blocks = blocks;
  for (guint i = 0; i < blocks->len; i++)
    if (((CutBlock *) g_ptr_array_index (blocks, i))->end > (guint) length)
      return FALSE;
  return TRUE;
}

CutArticle *
cut_article_from_variant (GVariant  *variant,
                          GError   **error)
{
  g_autoptr (CutArticle) article = cut_article_new ();
  g_auto (GVariantDict) dict;

  g_variant_dict_init (&dict, variant);
  take_members (article, &dict);
  take_origins (article, &dict);
  take_images (article, &dict);
  take_reviews (article, &dict);
  take_about (article, &dict);
  take_parts (article, &dict);
  take_snapshot (article, &dict);
  if (take_blocks (article, &dict, error))
    return g_steal_pointer (&article);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("What was found in this page does not hang together."));
  return NULL;
}
