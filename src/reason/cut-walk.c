/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
step_clear (gpointer data)
{
  g_free (((CutWalkStep *) data)->key);
}

static void
path_free (gpointer data)
{
  CutWalkPath *path = data;

  g_array_unref (path->steps);
  g_array_unref (path->origins);
  g_free (path->key);
  g_free (path);
}

static void
origin_free (gpointer data)
{
  CutOrigin *origin = data;

  g_free (origin->key);
  g_free (origin->label);
  g_free (origin->id);
  g_free (origin);
}

void
cut_walk_free (CutWalk *self)
{
  g_ptr_array_unref (self->paths);
  g_clear_pointer (&self->origins, cut_origins_free);
  g_free (self);
}

/* From the clip to the source. */

static void
add_clip_step (CutLedger     *ledger,
               CutWalkPath   *path,
               CutLedgerClip *clip)
{
  CutWalkStep step = { g_strdup (cut_ledger_get_work (ledger, clip)), cut_ledger_get_outlet (clip), clip->id, TRUE, TRUE };

  g_array_append_val (path->steps, step);
}

static void
add_source_step (CutWalkPath           *path,
                 const CutLedgerSource *source,
                 const char            *id)
{
  gboolean outlet = g_strcmp0 (source->kind, "publication") == 0;
  CutWalkStep step = { g_strdup (source->folded), source->label, id, FALSE, outlet };

  g_array_append_val (path->steps, step);
}

static const CutWalkStep *
last_step (const CutWalkPath *path)
{
  return path->steps->len > 0 ? &g_array_index (path->steps, CutWalkStep, path->steps->len - 1) : NULL;
}

/* A via stands nearest to the source first. */
static void
add_steps (CutLedger   *ledger,
           CutWalkPath *path)
{
  const CutLedgerAttribution *attribution = path->attribution;
  CutLedgerClip *clip = cut_ledger_find_clip (ledger, attribution->clip);

  if (clip != NULL)
    add_clip_step (ledger, path, clip);
  for (guint i = g_strv_length (attribution->via); i-- > 0;)
    {
      CutLedgerSource *source = cut_ledger_find_source (ledger, attribution->via[i]);
      CutLedgerClip *via = source == NULL ? cut_ledger_find_clip (ledger, attribution->via[i]) : NULL;

      if (source != NULL)
        add_source_step (path, source, attribution->via[i]);
      else if (via != NULL)
        add_clip_step (ledger, path, via);
    }
}

/* "A report", its publisher not said: nobody can tell whether two of these are the same. Who kept the name back is somebody. */
static gboolean
is_unknown_end (const CutLedgerSource      *source,
                const CutLedgerAttribution *attribution)
{
  static const char *const anonymous_works[] = { "publication", "document", "data", "unknown", NULL };

  if (g_strcmp0 (source->kind, "unknown") == 0 && g_strcmp0 (attribution->terms, "anonymous") == 0)
    return FALSE;
  return !source->named && source->kind != NULL && g_strv_contains (anonymous_works, source->kind);
}

/* Whom the reporter knows is somebody, with a name in print or without; what she saw herself is, too. */
static gboolean
can_be_told (const CutWalkPath *path)
{
  const CutLedgerSource *source = path->source;

  return source->named || g_strcmp0 (source->kind, "own-observation") == 0 ||
         (source->confidential && path->attribution->via[0] == NULL);
}

/* Two entries of the contact book for one entity, or of one name, are one. */
static char *
key_of_source (CutLedger         *ledger,
               const CutWalkPath *path)
{
  const CutLedgerSource *source = path->source;
  const char *entity = source->entity;

  if (!source->named)
    return g_strconcat ("source ", path->attribution->source, NULL);
  if (entity != NULL)
    {
      cut_ledger_find_entity (ledger, &entity);
      return g_strconcat ("entity ", entity, NULL);
    }
  return g_strconcat ("source ", source->folded, NULL);
}

static void
set_end (CutWalkPath   *path,
         CutOriginKind  kind,
         char          *key)
{
  path->terminal = TRUE;
  path->kind = kind;
  path->key = key;
}

static void
set_unnamed_end (CutWalkPath *path)
{
  const CutWalkStep *nearest = last_step (path);

  if (nearest == NULL)
    set_end (path, CUT_ORIGIN_UNNAMED, g_strconcat ("source ", path->attribution->source, NULL));
  else if (is_unknown_end (path->source, path->attribution))
    set_end (path, CUT_ORIGIN_UNKNOWN, g_strconcat ("unknown of ", nearest->key, NULL));
  else
    set_end (path, CUT_ORIGIN_UNNAMED, g_strconcat ("unnamed of ", nearest->key, NULL));
}

static CutWalkPath *
walk (CutLedger                  *ledger,
      const CutLedgerAttribution *attribution)
{
  CutWalkPath *path = g_new0 (CutWalkPath, 1);

  path->attribution = attribution;
  path->steps = g_array_new (FALSE, FALSE, sizeof (CutWalkStep));
  g_array_set_clear_func (path->steps, step_clear);
  path->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  path->source = cut_ledger_find_source (ledger, attribution->source);
  add_steps (ledger, path);
  if (path->source == NULL && path->steps->len == 0)
    set_end (path, CUT_ORIGIN_UNKNOWN, g_strconcat ("unknown ", attribution->id, NULL));
  else if (path->source != NULL && path->source->named && g_strcmp0 (path->source->kind, "publication") == 0)
    add_source_step (path, path->source, attribution->source);
  else if (path->source != NULL && can_be_told (path))
    set_end (path, CUT_ORIGIN_SOURCE, key_of_source (ledger, path));
  else if (path->source != NULL)
    set_unnamed_end (path);
  return path;
}

gboolean
cut_walk_path_is_anonymous (const CutWalkPath *path)
{
  return path->terminal && path->source != NULL && !path->source->named &&
         g_strcmp0 (path->source->kind, "own-observation") != 0;
}

/* From ends to origins. */

typedef struct
{
  CutOrigins *origins;
  GPtrArray *paths;   /* (element-type CutWalkPath): of one side */
  GHashTable *numbers; /* (element-type utf8 guint): key of an origin → its number */
  GHashTable *passed; /* (element-type utf8 GArray of guint): work → origins known to lie behind it */
  GHashTable *next;   /* (element-type utf8 GPtrArray of utf8): work → works it cites */
  GHashTable *labels; /* (element-type utf8 CutWalkStep): of works */
} Side;

static void
add_number (GArray *numbers,
            guint   number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return;
  g_array_append_val (numbers, number);
}

static guint
ensure_origin (Side         *side,
               CutOriginKind kind,
               const char   *key,
               char         *label,
               const char   *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (side->numbers, key));
  CutOrigin *origin;

  if (number != 0)
    {
      g_free (label);
      return number;
    }
  origin = g_new0 (CutOrigin, 1);
  origin->number = side->origins->origins->len + 1;
  origin->kind = kind;
  origin->key = g_strdup (key);
  origin->label = label;
  origin->id = g_strdup (id);
  g_ptr_array_add (side->origins->origins, origin);
  g_hash_table_insert (side->numbers, origin->key, GUINT_TO_POINTER (origin->number));
  return origin->number;
}

static char *
label_of_end (const CutWalkPath *path)
{
  const CutWalkStep *nearest = last_step (path);

  if (path->kind == CUT_ORIGIN_UNNAMED && nearest != NULL)
    /* Translators: the name of an outlet: all it says is that somebody told it */
    return g_strdup_printf (_("unnamed sources of %s"), nearest->label);
  return g_strdup (path->source != NULL && path->source->label != NULL ? path->source->label : _("somebody"));
}

/* "Sources" of unknown kind are those of the same work that others call officials. */
static const char *
key_of_end (Side              *side,
            const CutWalkPath *path,
            char             **room)
{
  if (path->kind != CUT_ORIGIN_UNKNOWN || path->source == NULL || g_strcmp0 (path->source->kind, "unknown") != 0 ||
      last_step (path) == NULL)
    return path->key;
  *room = g_strconcat ("unnamed of ", last_step (path)->key, NULL);
  return g_hash_table_contains (side->numbers, *room) ? *room : path->key;
}

static void
pass (Side              *side,
      const CutWalkPath *path,
      guint              number)
{
  for (guint i = 0; i < path->steps->len; i++)
    {
      const CutWalkStep *step = &g_array_index (path->steps, CutWalkStep, i);
      GArray *numbers = g_hash_table_lookup (side->passed, step->key);

      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (side->passed, step->key, numbers);
        }
      add_number (numbers, number);
    }
}

static void
settle_terminals (Side     *side,
                  gboolean  unknown)
{
  for (guint i = 0; i < side->paths->len; i++)
    {
      CutWalkPath *path = g_ptr_array_index (side->paths, i);
      g_autofree char *room = NULL;
      guint number;

      if (!path->terminal || (path->kind == CUT_ORIGIN_UNKNOWN) != unknown)
        continue;
      number = ensure_origin (side, path->kind, key_of_end (side, path, &room), label_of_end (path), path->attribution->source);
      add_number (path->origins, number);
      pass (side, path, number);
    }
}

/* Works that only cite. */

static void
add_edge (Side              *side,
          const CutWalkStep *from,
          const CutWalkStep *to)
{
  GPtrArray *list = g_hash_table_lookup (side->next, from->key);

  if (g_str_equal (from->key, to->key))
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (side->next, from->key, list);
    }
  if (!g_ptr_array_find_with_equal_func (list, to->key, g_str_equal, NULL))
    g_ptr_array_add (list, to->key);
}

static void
add_edges (Side *side)
{
  for (guint i = 0; i < side->paths->len; i++)
    {
      CutWalkPath *path = g_ptr_array_index (side->paths, i);

      for (guint j = 0; j < path->steps->len; j++)
        {
          CutWalkStep *step = &g_array_index (path->steps, CutWalkStep, j);

          if (!g_hash_table_contains (side->labels, step->key))
            g_hash_table_insert (side->labels, step->key, step);
          if (j > 0 && !path->terminal)
            add_edge (side, &g_array_index (path->steps, CutWalkStep, j - 1), step);
        }
    }
}

/* All works that are cited from @from on, itself first where it is in a circle. */
static GPtrArray *
reach (Side       *side,
       const char *from)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *next = g_hash_table_lookup (side->next, from);

  for (guint i = 0; next != NULL && i < next->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (next, i));
  for (guint i = 0; i < list->len; i++)
    {
      next = g_hash_table_lookup (side->next, g_ptr_array_index (list, i));
      for (guint j = 0; next != NULL && j < next->len; j++)
        if (!g_ptr_array_find_with_equal_func (list, g_ptr_array_index (next, j), g_str_equal, NULL))
          g_ptr_array_add (list, g_ptr_array_index (next, j));
    }
  return list;
}

static gboolean
add_passed (Side       *side,
            const char *work,
            GArray     *origins)
{
  GArray *numbers = g_hash_table_lookup (side->passed, work);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    add_number (origins, g_array_index (numbers, guint, i));
  return numbers != NULL;
}

static void
add_work (Side       *side,
          const char *work,
          GArray     *origins)
{
  const CutWalkStep *step = g_hash_table_lookup (side->labels, work);
  g_autofree char *key = g_strconcat ("work ", work, NULL);

  add_number (origins, ensure_origin (side, CUT_ORIGIN_WORK, key, g_strdup (step->label), step->id));
}

/* Works that cite only each other: whoever of them began it, it is one origin. */
static void
add_cycle (Side        *side,
           CutWalkPath *path,
           GPtrArray   *works)
{
  const char *first = NULL;
  const CutWalkStep *step;
  g_autofree char *key = NULL;

  for (guint i = 0; i < works->len; i++)
    {
      const char *work = g_ptr_array_index (works, i);
      g_autoptr (GPtrArray) round = reach (side, work);

      if (g_ptr_array_find_with_equal_func (round, work, g_str_equal, NULL) && (first == NULL || strcmp (work, first) < 0))
        first = work;
    }
  g_assert (first != NULL);
  step = g_hash_table_lookup (side->labels, first);
  key = g_strconcat ("cycle ", first, NULL);
  /* Translators: the name of one of some outlets that cite only each other */
  add_number (path->origins, ensure_origin (side, CUT_ORIGIN_CYCLE, key,
                                            g_strdup_printf (_("outlets that cite each other, %s among them"), step->label), step->id));
}

static const char *
label_of_work (Side       *side,
               const char *work)
{
  return ((const CutWalkStep *) g_hash_table_lookup (side->labels, work))->label;
}

/* Through works nobody knows anything behind of, to the first ones where something is known, or the last ones. */
static void
resolve (Side        *side,
         CutWalkPath *path)
{
  const char *work = last_step (path)->key;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  gboolean returned = FALSE;

  g_ptr_array_add (open, (gpointer) work);
  for (guint i = 0; i < open->len; i++)
    {
      const char *one = g_ptr_array_index (open, i);
      GPtrArray *next = g_hash_table_lookup (side->next, one);

      if (add_passed (side, one, path->origins))
        continue;
      if (next == NULL)
        add_work (side, one, path->origins);
      for (guint j = 0; next != NULL && j < next->len; j++)
        if (!g_ptr_array_find_with_equal_func (open, g_ptr_array_index (next, j), g_str_equal, NULL))
          g_ptr_array_add (open, g_ptr_array_index (next, j));
        else
          returned = TRUE;
    }
  if (path->origins->len > 0)
    return;
  add_cycle (side, path, open);
  path->cycle = returned ? label_of_work (side, work) : NULL;
}

static void
settle_works (Side *side)
{
  gboolean any = FALSE;

  for (guint i = 0; i < side->paths->len; i++)
    any = any || !((CutWalkPath *) g_ptr_array_index (side->paths, i))->terminal;
  if (!any)
    return;
  side->next = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  side->labels = g_hash_table_new (g_str_hash, g_str_equal);
  add_edges (side);
  for (guint i = 0; i < side->paths->len; i++)
    {
      CutWalkPath *path = g_ptr_array_index (side->paths, i);

      if (!path->terminal)
        resolve (side, path);
    }
  g_hash_table_unref (side->next);
  g_hash_table_unref (side->labels);
}

/* Returns: how many there are now, unknown ones each by itself; @low: unknown ones as one. */
static guint
settle_side (CutOrigins *origins,
             GPtrArray  *paths,
             guint      *low)
{
  guint before = origins->origins->len;
  guint n_unknown = 0;
  Side side = { origins, paths, NULL, NULL, NULL, NULL };

  *low = 0;
  if (paths->len == 0)
    return 0;
  side.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  side.passed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  settle_terminals (&side, FALSE);
  settle_terminals (&side, TRUE);
  settle_works (&side);
  for (guint i = before; i < origins->origins->len; i++)
    n_unknown += ((CutOrigin *) g_ptr_array_index (origins->origins, i))->kind == CUT_ORIGIN_UNKNOWN;
  g_hash_table_unref (side.numbers);
  g_hash_table_unref (side.passed);
  *low = origins->origins->len - before - n_unknown + (n_unknown > 0 ? 1 : 0);
  return origins->origins->len - before;
}

static void
take_paths (CutWalk   *self,
            CutLedger *ledger,
            GPtrArray *attributions,
            int        wanted,
            GPtrArray *paths)
{
  for (guint i = 0; i < attributions->len; i++)
    {
      const CutLedgerAttribution *attribution = g_ptr_array_index (attributions, i);
      int side = cut_ledger_asserts (attribution->stance) ? 0 : cut_ledger_denies (attribution->stance) ? 1 : 2;
      CutWalkPath *path = side == wanted ? walk (ledger, attribution) : NULL;

      if (path == NULL)
        continue;
      g_ptr_array_add (self->paths, path);
      g_ptr_array_add (paths, path);
    }
}

CutWalk *
cut_walk_new (CutLedger      *ledger,
              CutLedgerClaim *claim)
{
  CutWalk *self = g_new0 (CutWalk, 1);
  g_autoptr (GPtrArray) attributions = cut_ledger_list_attributions (ledger, claim);
  guint low = 0;

  self->paths = g_ptr_array_new_with_free_func (path_free);
  self->origins = g_new0 (CutOrigins, 1);
  self->origins->origins = g_ptr_array_new_with_free_func (origin_free);
  for (int side = 0; side < 3; side++)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new ();

      take_paths (self, ledger, attributions, side, paths);
      if (side == 0)
        {
          self->origins->high = settle_side (self->origins, paths, &self->origins->low);
          self->origins->n_asserting = self->origins->origins->len;
        }
      else if (side == 1)
        self->origins->denials = settle_side (self->origins, paths, &low);
    }
  return self;
}
