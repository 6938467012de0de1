/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-answer.h"

#include <glib/gi18n-lib.h>

#include "cut-article-variant.h"
#include "cut-error.h"

/* The code and sentence of a failure, or an article. */
#define ANSWER_TYPE "(m(is)ma{sv})"

GBytes *
cut_answer_write_found (GVariant     *found,
                        const GError *failure)
{
  GVariant *told = failure != NULL ? g_variant_new ("(is)", failure->code, failure->message) : NULL;
  GVariant *children[] = {
    g_variant_new_maybe (G_VARIANT_TYPE ("(is)"), told),
    g_variant_new_maybe (G_VARIANT_TYPE_VARDICT, found),
  };
  g_autoptr (GVariant) answer = g_variant_ref_sink (g_variant_new_tuple (children, G_N_ELEMENTS (children)));

  return g_variant_get_data_as_bytes (answer);
}

GBytes *
cut_answer_write (const CutArticle *article,
                  const GError     *failure)
{
  return cut_answer_write_found (article != NULL ? cut_article_to_variant (article) : NULL, failure);
}

static GVariant *
no_answer (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("What was found in this page does not hang together."));
  return NULL;
}

GVariant *
cut_answer_read_found (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (GVariant) answer = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANSWER_TYPE), bytes, FALSE));
  g_autoptr (GVariant) told = NULL;
  GVariant *found = NULL;
  const char *message;
  int code;

  if (!g_variant_is_normal_form (answer))
    return no_answer (error);
  g_variant_get (answer, "(m@(is)m@a{sv})", &told, &found);
  if (found != NULL)
    return found;
  if (told == NULL)
    return no_answer (error);
  g_variant_get (told, "(i&s)", &code, &message);
  g_set_error_literal (error, CUT_ERROR, CLAMP (code, 0, CUT_ERROR_USAGE), message);
  return NULL;
}

CutArticle *
cut_answer_read (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (GVariant) found = cut_answer_read_found (bytes, error);

  return found != NULL ? cut_article_from_variant (found, error) : NULL;
}
