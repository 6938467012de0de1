/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-record.h"

#include <gobject/gvaluecollector.h>
#include <string.h>

#include "cut-compose.h"
#include "cut-id.h"
#include "cut-mark-run.h"
#include "cut-record-private.h"
#include "cut-shown.h"

typedef struct
{
  GValue *values; /* (owned): one a field, in the class's order */
} CutRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CutRecord, cut_record, G_TYPE_OBJECT)

static const CutField common_fields[CUT_RECORD_N_FIELDS] = {
  { "id", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "created", CUT_FIELD_TIME, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "modified", CUT_FIELD_TIME, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "contributor", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_CONTRIBUTOR, CUT_FIELD_PLAIN },
  { "sensitivity", CUT_FIELD_WORD, CUT_VOCAB_SENSITIVITY, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "deleted", CUT_FIELD_TIME, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "rev", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "parents", CUT_FIELD_STRINGS, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  /* See cut-written.h. What else was written into a field can tell who somebody is like the field itself. */
  { "written", CUT_FIELD_JSON, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "conflicts", CUT_FIELD_JSON, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_COVERED },
};

static GType
gtype_of (CutFieldType type)
{
  switch (type)
    {
    case CUT_FIELD_STRINGS:
    case CUT_FIELD_IDS:
      return G_TYPE_STRV;
    case CUT_FIELD_INT:
    case CUT_FIELD_TIME:
      return G_TYPE_INT64;
    case CUT_FIELD_BOOLEAN:
      return G_TYPE_BOOLEAN;
    case CUT_FIELD_DATE:
      return CUT_TYPE_DATE;
    case CUT_FIELD_SELECTOR:
      return CUT_TYPE_SELECTOR;
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_ID:
    case CUT_FIELD_JSON:
    default:
      return G_TYPE_STRING;
    }
}

static GParamSpec *
pspec_of (const CutField *field)
{
  /* Set before anybody has the record, and by nobody: thirty fields set as properties take most of the time of making one. */
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  g_autofree char *dashed = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *name = g_intern_string (dashed);
  GType type = gtype_of (field->type);

  if (type == G_TYPE_STRING)
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  if (type == G_TYPE_INT64)
    return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  if (type == G_TYPE_BOOLEAN)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  return g_param_spec_boxed (name, NULL, NULL, type, flags);
}

/* One spelling for one text: valid, composed, and nothing rather than empty. */
static char *
clean_string (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *parted = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (g_str_is_ascii (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  parted = cut_mark_run_part (valid);
  return cut_compose (parted, -1);
}

static char **
clean_strv (char **list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_autofree char *clean = clean_string (list[i]);

      if (clean == NULL)
        continue;
      g_strv_builder_add (builder, clean);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

/* Puts @value into the place of a field; they may be the same. */
static void
put_value (GValue       *place,
           const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (place))
    g_value_take_string (place, clean_string (g_value_get_string (value)));
  else if (G_VALUE_HOLDS (place, G_TYPE_STRV))
    g_value_take_boxed (place, clean_strv (g_value_get_boxed (value)));
  else if (place != value)
    g_value_copy (value, place);
}

static void
cut_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CutRecordPrivate *priv = cut_record_get_instance_private (CUT_RECORD (object));

  g_value_copy (&priv->values[prop_id - 1], value);
}

static void
cut_record_finalize (GObject *object)
{
  CutRecordPrivate *priv = cut_record_get_instance_private (CUT_RECORD (object));

  for (guint i = 0; i < CUT_RECORD_GET_CLASS (object)->n_fields; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);
  G_OBJECT_CLASS (cut_record_parent_class)->finalize (object);
}

static void
cut_record_class_init (CutRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cut_record_finalize;
}

static void
cut_record_init (CutRecord *self)
{
}

void
cut_record_init_fields (CutRecord *self)
{
  CutRecordPrivate *priv = cut_record_get_instance_private (self);
  CutRecordClass *klass = CUT_RECORD_GET_CLASS (self);

  priv->values = g_new0 (GValue, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    g_value_init (&priv->values[i], gtype_of (klass->fields[i].type));
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const CutField *fields = data;

  return strcmp (fields[*(const guint *) a].name, fields[*(const guint *) b].name);
}

static guint *
sort_by_name (const CutField *fields,
              guint           n_fields)
{
  guint *order = g_new (guint, n_fields);

  for (guint i = 0; i < n_fields; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_fields, sizeof *order, compare_names_cb, (gpointer) fields);
  return order;
}

void
cut_record_class_set_fields (CutRecordClass *klass,
                             CutKind         kind,
                             const CutField *own,
                             guint           n_own)
{
  CutField *fields = g_new (CutField, CUT_RECORD_N_FIELDS + n_own);

  memcpy (fields, common_fields, sizeof common_fields);
  memcpy (fields + CUT_RECORD_N_FIELDS, own, n_own * sizeof *own);
  /* GObject asks the class that owns a property; this one is not inherited. */
  G_OBJECT_CLASS (klass)->get_property = cut_record_get_property;
  klass->kind = kind;
  klass->fields = fields;
  klass->n_fields = CUT_RECORD_N_FIELDS + n_own;
  klass->by_name = sort_by_name (fields, klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, pspec_of (&fields[i]));
}

/* Making records. */

static GValue *
get_values (CutRecord *self)
{
  CutRecordPrivate *priv = cut_record_get_instance_private (self);

  return priv->values;
}

CutRecord *
cut_record_new_blank (CutKind kind)
{
  CutRecord *self = g_object_new (cut_kind_get_gtype (kind), NULL);

  g_value_take_string (&get_values (self)[CUT_RECORD_ID], cut_id_new ());
  return self;
}

static void
set_defaults (CutRecord *self)
{
  GValue *values = get_values (self);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);
  gint64 now = cut_time_now ();

  g_value_set_int64 (&values[CUT_RECORD_CREATED], now);
  g_value_set_int64 (&values[CUT_RECORD_MODIFIED], now);
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].type == CUT_FIELD_WORD)
      g_value_set_static_string (&values[i], cut_vocab_get_default (fields[i].vocab));
}

static gboolean
is_clean (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == NULL || (*g_value_get_string (value) != '\0' && g_str_is_ascii (g_value_get_string (value)));
  return !G_VALUE_HOLDS (value, G_TYPE_STRV) || g_value_get_boxed (value) == NULL;
}

CutRecord *
cut_record_new_filled (CutKind            kind,
                       CutRecordFillFunc  fill,
                       gpointer           data,
                       guint             *damaged)
{
  g_autoptr (CutRecord) self = g_object_new (cut_kind_get_gtype (kind), NULL);
  GValue *values = get_values (self);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!fill (i, fields[i].type, &values[i], data))
        {
          *damaged = i;
          return NULL;
        }
      if (!is_clean (&values[i]))
        put_value (&values[i], &values[i]);
    }
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): with all that @self has */
static CutRecord *
copy (CutRecord *self)
{
  CutRecordClass *klass = CUT_RECORD_GET_CLASS (self);
  CutRecord *other = g_object_new (G_OBJECT_TYPE (self), NULL);
  const GValue *from = get_values (self);
  GValue *to = get_values (other);

  for (guint i = 0; i < klass->n_fields; i++)
    g_value_copy (&from[i], &to[i]);
  return other;
}

static void
collect (CutRecord  *self,
         const char *name,
         va_list     args)
{
  CutKind kind = cut_record_get_kind (self);

  for (; name != NULL; name = va_arg (args, const char *))
    {
      int i = cut_kind_find_field (kind, name);
      g_auto (GValue) value = G_VALUE_INIT;
      char *problem = NULL;

      if (i < 0)
        g_error ("%s has no field “%s”", cut_kind_get_name (kind), name);
      G_VALUE_COLLECT_INIT (&value, G_VALUE_TYPE (&get_values (self)[i]), args, G_VALUE_NOCOPY_CONTENTS, &problem);
      if (problem != NULL)
        g_error ("%s.%s: %s", cut_kind_get_name (kind), name, problem);
      put_value (&get_values (self)[i], &value);
    }
}

CutRecord *
cut_record_new (CutKind     kind,
                const char *first_property,
                ...)
{
  CutRecord *self = cut_record_new_blank (kind);
  va_list args;

  set_defaults (self);
  va_start (args, first_property);
  collect (self, first_property, args);
  va_end (args);
  return self;
}

CutRecord *
cut_record_with (CutRecord  *self,
                 const char *first_property,
                 ...)
{
  CutRecord *other = copy (self);
  va_list args;

  g_value_set_int64 (&get_values (other)[CUT_RECORD_MODIFIED], cut_time_now ());
  va_start (args, first_property);
  collect (other, first_property, args);
  va_end (args);
  return other;
}

CutRecord *
cut_record_with_value (CutRecord    *self,
                       guint         field,
                       const GValue *value)
{
  CutRecord *other = copy (self);

  g_value_set_int64 (&get_values (other)[CUT_RECORD_MODIFIED], cut_time_now ());
  if (value != NULL)
    put_value (&get_values (other)[field], value);
  else
    g_value_reset (&get_values (other)[field]);
  return other;
}

CutRecord *
cut_record_with_values (CutRecord        *self,
                        const GPtrArray  *values)
{
  CutRecord *other = copy (self);

  for (guint i = 0; i < values->len; i++)
    if (g_ptr_array_index (values, i) != NULL)
      put_value (&get_values (other)[i], g_ptr_array_index (values, i));
  return other;
}

/* Reading records. */

CutKind
cut_record_get_kind (CutRecord *self)
{
  return CUT_RECORD_GET_CLASS (self)->kind;
}

const CutField *
cut_record_get_fields (CutRecord *self,
                       guint     *n_fields)
{
  *n_fields = CUT_RECORD_GET_CLASS (self)->n_fields;
  return CUT_RECORD_GET_CLASS (self)->fields;
}

const GValue *
cut_record_get_value (CutRecord *self,
                      guint      field)
{
  CutRecordPrivate *priv = cut_record_get_instance_private (self);

  g_return_val_if_fail (field < CUT_RECORD_GET_CLASS (self)->n_fields, NULL);
  return &priv->values[field];
}

const char *
cut_record_get_string (CutRecord *self,
                       guint      field)
{
  return g_value_get_string (cut_record_get_value (self, field));
}

gint64
cut_record_get_int (CutRecord *self,
                    guint      field)
{
  const GValue *value = cut_record_get_value (self, field);

  return G_VALUE_HOLDS_BOOLEAN (value) ? g_value_get_boolean (value) : g_value_get_int64 (value);
}

const char *const *
cut_record_get_strv (CutRecord *self,
                     guint      field)
{
  static const char *const nothing[] = { NULL };
  const char *const *list = g_value_get_boxed (cut_record_get_value (self, field));

  return list != NULL ? list : nothing;
}

CutDate *
cut_record_get_date (CutRecord *self,
                     guint      field)
{
  return g_value_get_boxed (cut_record_get_value (self, field));
}

CutSelector *
cut_record_get_selector (CutRecord *self,
                         guint      field)
{
  return g_value_get_boxed (cut_record_get_value (self, field));
}

gboolean
cut_record_has_value (CutRecord *self,
                      guint      field)
{
  const GValue *value = cut_record_get_value (self, field);

  if (G_VALUE_HOLDS_INT64 (value) || G_VALUE_HOLDS_BOOLEAN (value))
    return cut_record_get_int (self, field) != 0;
  return g_value_peek_pointer (value) != NULL;
}

const char *
cut_record_get_id (CutRecord *self)
{
  return cut_record_get_string (self, CUT_RECORD_ID);
}

const char *
cut_record_get_rev (CutRecord *self)
{
  return cut_record_get_string (self, CUT_RECORD_REV);
}

gboolean
cut_record_is_deleted (CutRecord *self)
{
  return cut_record_get_int (self, CUT_RECORD_DELETED) != 0;
}

static gboolean
same_value (const GValue *a,
            const GValue *b)
{
  if (G_VALUE_HOLDS_STRING (a))
    return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
  if (G_VALUE_HOLDS (a, CUT_TYPE_DATE))
    return cut_date_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  if (G_VALUE_HOLDS (a, CUT_TYPE_SELECTOR))
    return cut_selector_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    {
      const char *const *left = g_value_get_boxed (a);
      const char *const *right = g_value_get_boxed (b);

      return left != NULL && right != NULL ? g_strv_equal (left, right) : left == right;
    }
  return G_VALUE_HOLDS_BOOLEAN (a) ? g_value_get_boolean (a) == g_value_get_boolean (b)
                                   : g_value_get_int64 (a) == g_value_get_int64 (b);
}

gboolean
cut_record_same_value (CutRecord *a,
                       CutRecord *b,
                       guint      field)
{
  return same_value (cut_record_get_value (a, field), cut_record_get_value (b, field));
}

gboolean
cut_record_equal (CutRecord *a,
                  CutRecord *b)
{
  if (cut_record_get_kind (a) != cut_record_get_kind (b))
    return FALSE;
  for (guint i = 0; i < CUT_RECORD_GET_CLASS (a)->n_fields; i++)
    if (!same_value (cut_record_get_value (a, i), cut_record_get_value (b, i)))
      return FALSE;
  return TRUE;
}

/* The field that names an object of each kind, in order of choice. */
static const char *const title_fields[] = { "title", "name", "label", "text", "question", "role", "url", "words", "value" };

static const char *
find_title (CutRecord *self)
{
  CutKind kind = cut_record_get_kind (self);
  int selectors = cut_kind_find_field (kind, "selectors");

  if (selectors >= 0 && cut_record_get_selector (self, (guint) selectors) != NULL)
    return cut_record_get_selector (self, (guint) selectors)->exact;
  for (guint i = 0; i < G_N_ELEMENTS (title_fields); i++)
    {
      int field = cut_kind_find_field (kind, title_fields[i]);

      if (field >= 0 && cut_record_has_value (self, (guint) field))
        return cut_record_get_string (self, (guint) field);
    }
  return cut_kind_get_label (kind);
}

/* It stands in lists, file names and the window's title: what a page wrote may not break them. */
char *
cut_record_get_title (CutRecord *self)
{
  const char *title = find_title (self);

  return title != NULL ? cut_shown_line (title) : NULL;
}
