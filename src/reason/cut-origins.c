/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-origins.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-clip.h"
#include "cut-source.h"

static const char *const asserting[] = { "asserts", "alleges", "reports", "confirms", NULL };
static const char *const denying[] = { "denies", "disputes", NULL };

typedef struct
{
  CutOriginsLookup lookup;
  gpointer user_data;
} Context;

static CutRecord *
find (const Context *context,
      const char    *id,
      CutKind        kind)
{
  CutRecord *record = id != NULL ? context->lookup (id, context->user_data) : NULL;

  return record != NULL && cut_record_get_kind (record) == kind ? record : NULL;
}

/* Outlets are told apart by their names, however spelt. */
static char *
fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const char *start = g_str_has_prefix (folded, "the ") ? folded + strlen ("the ") : folded;

  return g_strdup (start);
}

/* The work a clip is: that of its agency when it reprints one, else its outlet's. */
static char *
work_of_clip (CutClip *clip)
{
  const char *name = cut_clip_get_wire_credit (clip);

  if (name == NULL)
    name = cut_clip_get_site_name (clip);
  if (name == NULL)
    name = cut_clip_get_publisher (clip);
  return name != NULL ? fold (name) : g_strdup (cut_record_get_id (CUT_RECORD (clip)));
}

/* The work that stands nearest to the source: the first of the via, or the clip itself. */
static char *
nearest_work (const Context  *context,
              CutAttribution *attribution)
{
  const char *const *via = cut_attribution_get_via (attribution);
  CutRecord *annotation = find (context, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutRecord *source = find (context, via[0], CUT_KIND_SOURCE);
  CutRecord *clip = find (context, via[0], CUT_KIND_CLIP);

  if (source != NULL)
    return fold (cut_source_get_label (CUT_SOURCE (source)));
  if (clip == NULL && annotation != NULL)
    clip = find (context, cut_annotation_get_clip (CUT_ANNOTATION (annotation)), CUT_KIND_CLIP);
  return clip != NULL ? work_of_clip (CUT_CLIP (clip)) : NULL;
}

/* "A report", its publisher not said: nobody can tell whether two of these are the same. */
static gboolean
is_unknown_end (CutSource *source)
{
  static const char *const anonymous_works[] = { "publication", "document", "data", "unknown", NULL };

  return !cut_source_get_named (source) && cut_source_get_kind (source) != NULL &&
         g_strv_contains (anonymous_works, cut_source_get_kind (source));
}

/* What the end of one attribution is; NULL for an unknown end. */
static char *
end_of (const Context  *context,
        CutAttribution *attribution)
{
  CutRecord *record = find (context, cut_attribution_get_source (attribution), CUT_KIND_SOURCE);
  CutSource *source = record != NULL ? CUT_SOURCE (record) : NULL;
  g_autofree char *work = NULL;
  g_autofree char *name = NULL;

  if (source != NULL && is_unknown_end (source))
    return NULL;
  if (source != NULL && cut_source_get_named (source))
    {
      gboolean outlet = g_strcmp0 (cut_source_get_kind (source), "publication") == 0;

      name = outlet ? fold (cut_source_get_label (source)) : NULL;
      return outlet ? g_strconcat ("work ", name, NULL)
                    : g_strconcat ("source ", cut_record_get_id (record), NULL);
    }
  work = nearest_work (context, attribution);
  if (work == NULL)
    return NULL;
  return g_strconcat (source != NULL ? "unnamed sources of " : "work ", work, NULL);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
distinct_ends (const Context     *context,
               GPtrArray         *attributions,
               const char *const *stances,
               guint             *n_unknown)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  *n_unknown = 0;
  for (guint i = 0; i < attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (attributions, i);
      const char *stance = cut_attribution_get_stance (attribution);
      g_autofree char *key = NULL;

      if (stance == NULL || !g_strv_contains (stances, stance) || cut_record_is_deleted (CUT_RECORD (attribution)))
        continue;
      key = end_of (context, attribution);
      if (key == NULL)
        ++*n_unknown;
      else if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_steal_pointer (&key));
    }
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

CutOrigins *
cut_origins_count (GPtrArray        *attributions,
                   CutOriginsLookup  lookup,
                   gpointer          user_data)
{
  const Context context = { lookup, user_data };
  CutOrigins *self = g_new0 (CutOrigins, 1);
  g_autoptr (GPtrArray) denials = NULL;
  guint n_unknown;

  denials = distinct_ends (&context, attributions, denying, &n_unknown);
  self->denials = denials->len + n_unknown;
  self->keys = distinct_ends (&context, attributions, asserting, &n_unknown);
  self->low = self->keys->len + (n_unknown > 0 ? 1 : 0);
  self->high = self->keys->len + n_unknown;
  return self;
}

void
cut_origins_free (CutOrigins *self)
{
  g_ptr_array_unref (self->keys);
  g_free (self);
}

char *
cut_origins_format (const CutOrigins *self)
{
  if (self->low == self->high)
    return g_strdup_printf (ngettext ("%u origin", "%u origins", self->low), self->low);
  /* Translators: a range of independent origins, such as "1–3 origins" */
  return g_strdup_printf (_("%u–%u origins"), self->low, self->high);
}
