/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-dismissed.h"

#include "cut-sha256.h"

#define FINGERPRINT_LENGTH 32
#define SAME_PLACE 0.75 /* of what both cover together */

static char *
normalise (const char *words)
{
  g_autofree char *whole = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = whole != NULL ? g_utf8_casefold (whole, -1) : g_strdup ("");
  GString *kept = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  return g_string_free (kept, FALSE);
}

char *
cut_dismissed_fingerprint (const char *kind,
                           const char *words)
{
  g_autofree char *kept = normalise (words);
  g_autofree char *line = g_strconcat (kind, "\n", kept, NULL);
  g_autofree char *hash = cut_sha256_of_text (line, -1);

  return g_strndup (hash, FINGERPRINT_LENGTH);
}

static gboolean
is_same_place (CutDismissal *dismissal,
               guint         start,
               guint         end)
{
  gint64 common = MIN (cut_dismissal_get_end (dismissal), (gint64) end) - MAX (cut_dismissal_get_start (dismissal), (gint64) start);
  gint64 both = MAX (cut_dismissal_get_end (dismissal), (gint64) end) - MIN (cut_dismissal_get_start (dismissal), (gint64) start);

  return common > 0 && (double) common >= SAME_PLACE * (double) both;
}

static gboolean
is_same (CutDismissal *dismissal,
         const char   *text_sha256,
         guint         start,
         guint         end,
         const char   *fingerprint)
{
  gboolean placed = end > start && cut_dismissal_get_end (dismissal) > cut_dismissal_get_start (dismissal);

  if (placed && text_sha256 != NULL && g_strcmp0 (cut_dismissal_get_text_sha256 (dismissal), text_sha256) == 0)
    return is_same_place (dismissal, start, end);
  return g_strcmp0 (cut_dismissal_get_fingerprint (dismissal), fingerprint) == 0;
}

gboolean
cut_dismissed_has (GPtrArray  *dismissals,
                   const char *text_sha256,
                   const char *kind,
                   guint       start,
                   guint       end,
                   const char *words)
{
  g_autofree char *fingerprint = dismissals->len > 0 ? cut_dismissed_fingerprint (kind, words) : NULL;

  for (guint i = 0; i < dismissals->len; i++)
    {
      CutDismissal *dismissal = g_ptr_array_index (dismissals, i);

      if (g_strcmp0 (cut_dismissal_get_kind (dismissal), kind) == 0 && !cut_record_is_deleted (CUT_RECORD (dismissal)) &&
          is_same (dismissal, text_sha256, start, end, fingerprint))
        return TRUE;
    }
  return FALSE;
}

CutRecord *
cut_dismissed_new (const char *clip,
                   const char *text_sha256,
                   const char *kind,
                   guint       start,
                   guint       end,
                   const char *words,
                   const char *proposed_by)
{
  g_autofree char *fingerprint = cut_dismissed_fingerprint (kind, words);

  return cut_record_new (CUT_KIND_DISMISSAL, "clip", clip, "text-sha256", text_sha256, "kind", kind, "fingerprint", fingerprint,
                         "start", (gint64) start, "end", (gint64) end, "words", words, "proposed-by", proposed_by, NULL);
}

CutRecord *
cut_dismissed_complete (CutRecord *dismissal)
{
  CutDismissal *self = CUT_DISMISSAL (dismissal);
  const char *clip = cut_dismissal_get_clip (self);
  const char *other = cut_dismissal_get_other (self);
  const char *words = cut_dismissal_get_words (self);
  gboolean sorted = g_strcmp0 (clip, other) < 0;
  g_autofree char *pair = clip != NULL && other != NULL ? g_strconcat (sorted ? clip : other, sorted ? other : clip, NULL) : NULL;
  g_autofree char *fingerprint = NULL;

  if (cut_dismissal_get_fingerprint (self) != NULL || cut_dismissal_get_kind (self) == NULL || (pair == NULL && words == NULL))
    return g_object_ref (dismissal);
  fingerprint = cut_dismissed_fingerprint (cut_dismissal_get_kind (self), pair != NULL ? pair : words);
  return cut_record_with (dismissal, "fingerprint", fingerprint, NULL);
}
