/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-needles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution.h"
#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-sieve.h"
#include "cut-fold.h"
#include "cut-haystack.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-protect.h"
#include "cut-source.h"
#include "cut-umlaut.h"

/* Below this a name without its spaces is found inside other words by chance. */
#define MIN_SQUEEZED 7
/* From this on a single word counts with any ending: "Tannerts". */
#define MIN_STEM 5
/* The end of a telephone number, which every way of dialling it has in common. */
#define PHONE_TAIL 8
#define MIN_PHONE 6

typedef enum
{
  NEEDLE_SQUEEZED, /* anywhere, whatever stands between the letters */
  NEEDLE_WORD,     /* a whole word or words */
  NEEDLE_STEM,     /* from the start of a word on */
  NEEDLE_PHONE,
} NeedleKind;

typedef struct
{
  NeedleKind kind;
  char *text;
  char *owner; /* how the user knows whom it protects */
} Needle;

struct _CutNeedles
{
  GArray *needles;
  CutSieve *sieve; /* (owned): of all of them, by their place */
};

static void
needle_clear (gpointer data)
{
  Needle *needle = data;

  g_free (needle->text);
  g_free (needle->owner);
}

static void
add (CutNeedles *self,
     NeedleKind  kind,
     const char *text,
     const char *owner)
{
  Needle needle = { kind, g_strdup (text), g_strdup (owner) };

  g_array_append_val (self->needles, needle);
}

/* Chinese or Thai names stand in a line without spaces around them. */
static gboolean
has_wide (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iswide (g_utf8_get_char (at)) || g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_THAI)
      return TRUE;
  return FALSE;
}

static void
add_form (CutNeedles *self,
          const char *name,
          const char *owner)
{
  g_autofree char *words = cut_fold (name, -1, FALSE);
  g_autofree char *squeezed = cut_fold (name, -1, TRUE);
  glong length = g_utf8_strlen (squeezed, -1);

  if (length < 2)
    return;
  if (has_wide (squeezed) || (strchr (words, ' ') != NULL && length >= MIN_SQUEEZED))
    add (self, NEEDLE_SQUEEZED, squeezed, owner);
  else if (length >= 3 || strchr (words, ' ') != NULL)
    add (self, strchr (words, ' ') == NULL && length >= MIN_STEM ? NEEDLE_STEM : NEEDLE_WORD, words, owner);
}

/* "Müller" is also written "Mueller". */
static char *
with_umlauts_spelt (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

  return cut_umlaut_spell (normal != NULL ? normal : name);
}

/* "Jane Roe" is also written "Roe, Jane". */
static char *
with_last_name_first (const char *name)
{
  g_autofree char *words = cut_fold (name, -1, FALSE);
  const char *space = strrchr (words, ' ');

  return space != NULL ? g_strdup_printf ("%s %.*s", space + 1, (int) (space - words), words) : NULL;
}

static void
add_name (CutNeedles *self,
          const char *name,
          const char *owner)
{
  g_autofree char *spelt = NULL;
  g_autofree char *turned = NULL;

  if (name == NULL)
    return;
  add_form (self, name, owner);
  spelt = with_umlauts_spelt (name);
  if (!g_str_equal (spelt, name))
    add_form (self, spelt, owner);
  turned = with_last_name_first (name);
  if (turned != NULL)
    add_form (self, turned, owner);
}

/* "met 2018-11-23" is no number to ring, and stands everywhere. */
static gboolean
is_date (const char *digits)
{
  return strlen (digits) == 8 && (g_str_has_prefix (digits, "19") || g_str_has_prefix (digits, "20"));
}

static void
add_phone (CutNeedles *self,
           const char *text,
           const char *owner)
{
  g_autofree char *runs = cut_fold_digits (text, -1);
  g_auto (GStrv) numbers = g_strsplit (runs, " ", -1);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      gsize length = strlen (numbers[i]);

      if (length >= MIN_PHONE && !is_date (numbers[i]))
        add (self, NEEDLE_PHONE, numbers[i] + (length > PHONE_TAIL + 1 ? length - PHONE_TAIL : 0), owner);
    }
}

/* Words of a contact that tell a person: an address, an account; not "Signal" or "ask for". */
static void
add_account (CutNeedles *self,
             const char *word,
             const char *owner)
{
  g_autofree char *squeezed = cut_fold (word, -1, TRUE);
  gboolean marked = strpbrk (word, "@_0123456789") != NULL;
  gboolean letters = FALSE;

  for (const char *at = squeezed; *at != '\0'; at++)
    letters |= !g_ascii_isdigit (*at);
  if (marked && letters && strlen (squeezed) >= 5)
    add (self, strchr (word, '@') != NULL && *word != '@' ? NEEDLE_SQUEEZED : NEEDLE_STEM, squeezed, owner);
}

static void
add_contact (CutNeedles *self,
             const char *contact,
             const char *owner)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) words = NULL;

  if (contact == NULL)
    return;
  lines = g_strsplit_set (contact, ",;|\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_phone (self, lines[i], owner);
  words = g_strsplit_set (contact, " ,;|\n\t<>()[]\"", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_str_has_prefix (words[i], "mailto:") ? words[i] + 7 : words[i];

      add_account (self, word, owner);
    }
}

static void
add_entity (CutNeedles *self,
            CutRecord  *record,
            const char *owner)
{
  CutEntity *entity = CUT_ENTITY (record);
  const char *const *lists[] = { cut_entity_get_aliases (entity), cut_entity_get_previous_names (entity) };

  add_name (self, cut_entity_get_name (entity), owner);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *name = lists[i]; *name != NULL; name++)
      add_name (self, *name, owner);
}

static gboolean
is_revealed (const CutBundleContent *content,
             CutRecord              *record)
{
  return content->reveal != NULL &&
         g_strv_contains ((const char *const *) content->reveal, cut_record_get_id (record));
}

static gboolean
is_protected (const CutBundleContent *content,
              CutRecord              *record)
{
  const char *word = cut_record_get_string (record, CUT_RECORD_SENSITIVITY);

  if (g_strcmp0 (word, "never-export") == 0)
    return TRUE;
  return g_strcmp0 (word, "confidential") == 0 && content->profile != CUT_PROFILE_FULL &&
         !is_revealed (content, record);
}

static void
add_source (CutNeedles       *self,
            CutBundleContent *content,
            CutRecord        *record)
{
  CutSource *source = CUT_SOURCE (record);
  const char *label = cut_source_get_label (source);
  CutRecord *entity = cut_source_get_entity (source) != NULL
                          ? cut_bundle_content_find (content, cut_source_get_entity (source))
                          : NULL;

  if (is_revealed (content, record) && !is_protected (content, record))
    return;
  add_contact (self, cut_source_get_contact (source), label);
  if (!is_protected (content, record))
    return;
  add_name (self, label, label);
  add_name (self, cut_source_get_code_name (source), label);
  if (entity != NULL && cut_record_get_kind (entity) == CUT_KIND_ENTITY)
    add_entity (self, entity, label);
}

/* What was said off the record in a text that nobody has published: that text must not leave with the words. */
static void
add_unpublished (CutNeedles       *self,
                 CutBundleContent *content,
                 CutRecord        *attribution)
{
  const char *id = cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution));
  CutRecord *mark = id != NULL ? cut_bundle_content_find (content, id) : NULL;
  CutRecord *clip;
  CutSelector *selector;

  if (mark == NULL || cut_record_get_kind (mark) != CUT_KIND_ANNOTATION)
    return;
  clip = cut_bundle_content_find (content, cut_annotation_get_clip (CUT_ANNOTATION (mark)));
  selector = cut_annotation_get_selectors (CUT_ANNOTATION (mark));
  if (clip == NULL || selector == NULL || cut_record_get_kind (clip) != CUT_KIND_CLIP ||
      cut_clip_get_url (CUT_CLIP (clip)) != NULL || cut_clip_get_canonical_url (CUT_CLIP (clip)) != NULL ||
      cut_clip_get_publisher (CUT_CLIP (clip)) != NULL || cut_clip_get_site_name (CUT_CLIP (clip)) != NULL)
    return;
  add_form (self, selector->exact, _("words off the record"));
}

static void
build_sieve (CutNeedles *self)
{
  self->sieve = cut_sieve_new ();
  for (guint i = 0; i < self->needles->len; i++)
    {
      const Needle *needle = &g_array_index (self->needles, Needle, i);
      gboolean words = needle->kind == NEEDLE_WORD || needle->kind == NEEDLE_STEM;
      g_autofree char *word = g_strconcat (words ? " " : "", needle->text, needle->kind == NEEDLE_WORD ? " " : "", NULL);

      cut_sieve_add (self->sieve, needle->kind == NEEDLE_PHONE ? CUT_SIFTING_DIGITS : words ? CUT_SIFTING_WORDS : CUT_SIFTING_SQUEEZED, word, i);
    }
  cut_sieve_build (self->sieve);
}

CutNeedles *
cut_needles_new (CutBundleContent *content)
{
  CutNeedles *self = g_new0 (CutNeedles, 1);
  GPtrArray *sources = content->records[CUT_KIND_SOURCE];
  GPtrArray *entities = content->records[CUT_KIND_ENTITY];
  GPtrArray *attributions = content->records[CUT_KIND_ATTRIBUTION];

  self->needles = g_array_new (FALSE, FALSE, sizeof (Needle));
  g_array_set_clear_func (self->needles, needle_clear);
  for (guint i = 0; i < sources->len; i++)
    add_source (self, content, g_ptr_array_index (sources, i));
  for (guint i = 0; i < entities->len; i++)
    {
      CutRecord *entity = g_ptr_array_index (entities, i);

      if (is_protected (content, entity))
        add_entity (self, entity, cut_entity_get_name (CUT_ENTITY (entity)));
    }
  for (guint i = 0; i < attributions->len; i++)
    if (cut_protect_is_off_record (g_ptr_array_index (attributions, i)))
      add_unpublished (self, content, g_ptr_array_index (attributions, i));
  build_sieve (self);
  return self;
}

void
cut_needles_free (CutNeedles *self)
{
  g_array_unref (self->needles);
  cut_sieve_free (self->sieve);
  g_free (self);
}

/* Searching. */

typedef struct
{
  const CutNeedles *needles;
  const Needle *hit;
} Search;

static gboolean
search_text (const char *text,
             gsize       length,
             gboolean    western,
             gpointer    data)
{
  Search *search = data;
  int found = cut_sieve_search (search->needles->sieve, text, length, western);

  if (found >= 0)
    search->hit = &g_array_index (search->needles->needles, Needle, (guint) found);
  return found < 0;
}

static const Needle *
find_in (const CutNeedles *self,
         GBytes           *bytes,
         GCancellable     *cancellable)
{
  Search search = { self, NULL };

  cut_haystack_each (bytes, cut_sieve_get_reach (self->sieve), search_text, &search, cancellable);
  return search.hit;
}

/* The id of the record in whose line it was found. */
static char *
find_record (const CutNeedles *self,
             GBytes           *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GBytes) line = g_bytes_new_static (lines[i], strlen (lines[i]));
      g_autoptr (JsonNode) node = NULL;
      const char *id;

      if (find_in (self, line, NULL) == NULL)
        continue;
      node = cut_json_parse (lines[i], -1, NULL);
      id = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? cut_json_get_string (json_node_get_object (node), "id")
                                                         : NULL;
      return id != NULL ? g_strdup (cut_id_strip (id)) : NULL;
    }
  return NULL;
}

gboolean
cut_needles_check (const CutNeedles  *self,
                   const CutEntry    *entry,
                   GBytes            *bytes,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr (GBytes) name = g_bytes_new_static (entry->name, strlen (entry->name));
  g_autofree char *object = g_strdup (entry->object);
  const Needle *hit;

  if (self->needles->len == 0)
    return TRUE;
  hit = find_in (self, name, NULL);
  if (hit == NULL)
    hit = find_in (self, bytes, cancellable);
  if (hit == NULL)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (g_str_has_suffix (entry->name, ".ndjson"))
    object = find_record (self, bytes);
  g_set_error (error, CUT_ERROR, CUT_ERROR_PROTECTED,
               /* Translators: a file name, the id of an object, the name of a protected source */
               _("%s (%s) would give away what is protected: “%s”. Nothing was written"), entry->name,
               object != NULL ? object : "–", hit->owner);
  return FALSE;
}

gboolean
cut_needles_check_name (const CutNeedles  *self,
                        const char        *path,
                        GError           **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (name, strlen (name));
  const Needle *hit = self->needles->len > 0 ? find_in (self, bytes, NULL) : NULL;

  if (hit == NULL)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_PROTECTED,
               /* Translators: a file name, the name of a protected source */
               _("The file's own name, %s, would give away what is protected: “%s”. Nothing was written"), name, hit->owner);
  return FALSE;
}

static gboolean
check_entry (const CutNeedles  *self,
             CutPackage        *package,
             CutEntry          *entry,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (GBytes) bytes = cut_package_load (package, entry, error);

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", entry->name);
      return FALSE;
    }
  cut_package_hash (entry, bytes);
  return cut_needles_check (self, entry, bytes, cancellable, error);
}

/* Before the pages, which show many objects each: a line of records says whose words they are. */
static gboolean
check_records (const CutNeedles  *self,
               CutPackage        *package,
               GCancellable      *cancellable,
               GError           **error)
{
  for (guint i = 0; i < package->entries->len; i++)
    {
      CutEntry *entry = g_ptr_array_index (package->entries, i);

      if (entry->sha256 == NULL && g_str_has_suffix (entry->name, ".ndjson") && !check_entry (self, package, entry, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_needles_check_package (const CutNeedles   *self,
                           CutPackage         *package,
                           GCancellable       *cancellable,
                           CutBundleProgress   progress,
                           gpointer            progress_data,
                           GError            **error)
{
  GPtrArray *entries = package->entries;

  cut_package_sort (package);
  if (!check_records (self, package, cancellable, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      CutEntry *entry = g_ptr_array_index (entries, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (entry->sha256 == NULL && !check_entry (self, package, entry, cancellable, error)))
        return FALSE;
      if (progress != NULL)
        progress ((i + 1.0) / entries->len, progress_data);
    }
  return TRUE;
}
