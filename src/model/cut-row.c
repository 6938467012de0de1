/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-row.h"

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ID,
  PROP_TITLE,
  PROP_BYLINE,
  PROP_SITE_NAME,
  PROP_SNIPPET,
  PROP_STATUS,
  PROP_DETAIL,
  PROP_PUBLISHED,
  PROP_CREATED,
  PROP_DELETED,
  PROP_N_ANNOTATIONS,
  PROP_N_CLAIMS,
  PROP_N_LINKS,
  PROP_SCORE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

struct _CutRow
{
  GObject parent_instance;

  GValue values[N_PROPS]; /* (owned): by property; the first is unused */
};

G_DEFINE_FINAL_TYPE (CutRow, cut_row, G_TYPE_OBJECT)

static void
cut_row_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  g_value_copy (value, &CUT_ROW (object)->values[prop_id]);
}

static void
cut_row_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  g_value_copy (&CUT_ROW (object)->values[prop_id], value);
}

static void
cut_row_finalize (GObject *object)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&CUT_ROW (object)->values[i]);
  G_OBJECT_CLASS (cut_row_parent_class)->finalize (object);
}

static void
cut_row_class_init (CutRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cut_row_set_property;
  object_class->get_property = cut_row_get_property;
  object_class->finalize = cut_row_finalize;

  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, CUT_N_KINDS - 1, 0, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BYLINE] = g_param_spec_string ("byline", NULL, NULL, NULL, flags);
  properties[PROP_SITE_NAME] = g_param_spec_string ("site-name", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, CUT_TYPE_DATE, flags);
  properties[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED] = g_param_spec_int64 ("deleted", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_N_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CLAIMS] = g_param_spec_uint ("n-claims", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_LINKS] = g_param_spec_uint ("n-links", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_row_init (CutRow *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_value_init (&self->values[i], G_PARAM_SPEC_VALUE_TYPE (properties[i]));
}

CutKind
cut_row_get_kind (CutRow *self)
{
  return (CutKind) g_value_get_int (&self->values[PROP_KIND]);
}

const char *
cut_row_get_id (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_ID]);
}

const char *
cut_row_get_title (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_TITLE]);
}

const char *
cut_row_get_byline (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_BYLINE]);
}

const char *
cut_row_get_site_name (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_SITE_NAME]);
}

const char *
cut_row_get_snippet (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_SNIPPET]);
}

const char *
cut_row_get_status (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_STATUS]);
}

const char *
cut_row_get_detail (CutRow *self)
{
  return g_value_get_string (&self->values[PROP_DETAIL]);
}

CutDate *
cut_row_get_published (CutRow *self)
{
  return g_value_get_boxed (&self->values[PROP_PUBLISHED]);
}

gint64
cut_row_get_created (CutRow *self)
{
  return g_value_get_int64 (&self->values[PROP_CREATED]);
}

gint64
cut_row_get_deleted (CutRow *self)
{
  return g_value_get_int64 (&self->values[PROP_DELETED]);
}

guint
cut_row_get_n_annotations (CutRow *self)
{
  return g_value_get_uint (&self->values[PROP_N_ANNOTATIONS]);
}

guint
cut_row_get_n_claims (CutRow *self)
{
  return g_value_get_uint (&self->values[PROP_N_CLAIMS]);
}

guint
cut_row_get_n_links (CutRow *self)
{
  return g_value_get_uint (&self->values[PROP_N_LINKS]);
}

double
cut_row_get_score (CutRow *self)
{
  return g_value_get_double (&self->values[PROP_SCORE]);
}

CutRow *
cut_row_with_title (CutRow     *self,
                    const char *title)
{
  const char *names[N_PROPS - 1];
  GValue values[N_PROPS - 1] = { G_VALUE_INIT };
  CutRow *row;

  for (guint i = 1; i < N_PROPS; i++)
    {
      names[i - 1] = g_param_spec_get_name (properties[i]);
      g_value_init (&values[i - 1], G_PARAM_SPEC_VALUE_TYPE (properties[i]));
      g_value_copy (&self->values[i], &values[i - 1]);
    }
  g_value_set_string (&values[PROP_TITLE - 1], title);
  row = CUT_ROW (g_object_new_with_properties (CUT_TYPE_ROW, N_PROPS - 1, names, values));
  for (guint i = 0; i < N_PROPS - 1; i++)
    g_value_unset (&values[i]);
  return row;
}

gboolean
cut_row_equal (CutRow *a,
               CutRow *b)
{
  g_return_val_if_fail (CUT_IS_ROW (a) && CUT_IS_ROW (b), FALSE);

  for (guint i = 1; i < N_PROPS; i++)
    if (i != PROP_PUBLISHED && g_param_values_cmp (properties[i], &a->values[i], &b->values[i]) != 0)
      return FALSE;
  return cut_date_equal (cut_row_get_published (a), cut_row_get_published (b));
}
