/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag-private.h"

/* A hash that GLib does not compute: its manifest still says which files there are. */
#define UNKNOWN_TYPE CUT_BAG_N_TYPES

typedef struct
{
  CutBag *bag;
  const CutMember *member;
  gboolean tags;
  int type;         /* GChecksumType or UNKNOWN_TYPE */
  GHashTable *seen; /* name a file is filed under → the line's own path */
  guint line;
  gboolean starred, dotted; /* said already */
} Manifest;

/* Names. */

static int
type_from_word (const char *word)
{
  static const struct { const char *word; GChecksumType type; } types[] = {
    { "md5", G_CHECKSUM_MD5 }, { "sha1", G_CHECKSUM_SHA1 }, { "sha256", G_CHECKSUM_SHA256 },
    { "sha384", G_CHECKSUM_SHA384 }, { "sha512", G_CHECKSUM_SHA512 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (word, types[i].word))
      return (int) types[i].type;
  return UNKNOWN_TYPE;
}

gboolean
cut_bag_is_manifest (const char *path,
                     gboolean    tags)
{
  const char *prefix = tags ? "tagmanifest-" : "manifest-";

  return strchr (path, '/') == NULL && g_str_has_prefix (path, prefix) && g_str_has_suffix (path, ".txt") &&
         strlen (path) > strlen (prefix) + strlen (".txt");
}

/* RFC 8493, 2.4: the algorithm's name in small letters and digits alone. */
static int
algorithm_of (CutBag     *bag,
              const char *path)
{
  const char *start = strchr (path, '-') + 1;
  g_autofree char *written = g_strndup (start, strlen (start) - strlen (".txt"));
  g_autofree char *word = g_ascii_strdown (written, -1);
  char *to = word;
  int type;

  for (const char *at = word; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      *to++ = *at;
  *to = '\0';
  type = type_from_word (word);
  if (!g_str_equal (word, written))
    cut_bag_warn (bag, path, _("the hash in its name must be written in small letters and digits"));
  if (type == UNKNOWN_TYPE)
    cut_bag_warn (bag, path, _("Cuttings does not know its hash: the sums in it were not checked"));
  return type;
}

/* Paths. */

/* Before 1.0 a percent sign stood for itself; late drafts escaped line breaks alone. */
CutMember *
cut_bag_find (CutBag  *self,
              char   **path)
{
  g_autofree char *decoded = g_strdup (*path);
  g_autofree char *written = NULL;
  CutMember *member;

  cut_bag_decode_path (decoded);
  if (self->version >= 100)
    memcpy (*path, decoded, strlen (decoded) + 1);
  member = cut_archive_find (self->archive, *path);
  if (member == NULL && !g_str_equal (decoded, *path))
    {
      member = cut_archive_find (self->archive, decoded);
      if (member != NULL)
        cut_bag_warn (self, member->path, _("its name is written with escapes, which this version of BagIt does not have"));
      g_free (*path);
      *path = g_steal_pointer (&decoded);
    }
  if (member == NULL)
    return NULL;
  written = *path;
  *path = g_strdup (member->path);
  if (!g_str_equal (*path, written))
    cut_bag_warn (self, *path, _("its name is written in another Unicode normalisation than the file's"));
  return member;
}

static const char *
place_problem (const Manifest *manifest,
               const char     *path)
{
  const char *problem = cut_archive_path_problem (path);

  if (problem != NULL)
    return problem;
  if (g_str_has_prefix (path, CUT_BAG_PAYLOAD) && manifest->tags)
    return _("a tag manifest names a file of the payload");
  if (!g_str_has_prefix (path, CUT_BAG_PAYLOAD) && !manifest->tags)
    return _("a manifest names a file outside data/");
  return NULL;
}

/* Lines. */

static void
note_at (Manifest   *manifest,
         const char *problem)
{
  g_autofree char *text = cut_bag_at_line (manifest->line, problem);

  cut_bag_note (manifest->bag, manifest->member->path, text);
}

static void
lapse_at (Manifest   *manifest,
          const char *problem)
{
  g_autofree char *text = cut_bag_at_line (manifest->line, problem);

  cut_bag_lapse (manifest->bag, manifest->member->path, text);
}

/* Which file it is, and whether it stood in this manifest before. Returns: FALSE when it is not to be expected once more. */
static gboolean
see (Manifest   *manifest,
     const char *written,
     const char *filed,
     gboolean    same)
{
  const char *before = g_hash_table_lookup (manifest->seen, filed);

  if (before == NULL)
    {
      g_hash_table_insert (manifest->seen, g_strdup (filed), g_strdup (written));
      return TRUE;
    }
  if (!same)
    note_at (manifest, _("one manifest gives a file two hashes"));
  else if (g_str_equal (before, written))
    lapse_at (manifest, _("the manifest names a file twice"));
  else
    cut_bag_warn (manifest->bag, filed, _("a manifest names it twice, in two Unicode normalisations"));
  return FALSE;
}

static CutBagFile *
ensure_file (CutBag     *bag,
             const char *path)
{
  CutBagFile *file = g_hash_table_lookup (bag->files, path);

  if (file == NULL)
    {
      file = g_new0 (CutBagFile, 1);
      g_hash_table_insert (bag->files, g_strdup (path), file);
    }
  return file;
}

static void
expect (Manifest   *manifest,
        const char *written,
        const char *digest)
{
  g_autofree char *path = g_strdup (written);
  CutMember *member = cut_bag_find (manifest->bag, &path);
  const char *problem = place_problem (manifest, path);
  CutBagFile *file;
  char **slot;
  gboolean same;

  if (problem != NULL)
    {
      g_autofree char *line = g_strdup_printf ("%s (%s)", problem, manifest->member->path);

      cut_bag_note (manifest->bag, path, line);
      return;
    }
  if (manifest->tags && cut_bag_is_manifest (path, TRUE))
    lapse_at (manifest, _("a tag manifest names a tag manifest"));
  if (member == NULL && cut_archive_has_folder (manifest->bag->archive, path))
    note_at (manifest, _("it names a folder, where only files may stand"));
  file = ensure_file (manifest->bag, path);
  slot = manifest->type != UNKNOWN_TYPE ? &file->digests[manifest->type] : NULL;
  same = slot == NULL || *slot == NULL || g_str_equal (*slot, digest);
  if (see (manifest, written, path, same) && !same)
    cut_bag_note (manifest->bag, path, _("two manifests of one kind give it two hashes"));
  else if (slot != NULL && *slot == NULL)
    *slot = g_strdup (digest);
}

/* md5sum marks files read as binary with an asterisk, md5deep began paths with the folder it stood in. Both are
 * to be warned of (RFC 8493, 6.1.3). */
static const char *
skip_quirks (Manifest   *manifest,
             const char *path)
{
  const char *name = manifest->member->path;

  if (*path == '*')
    {
      if (!manifest->starred)
        cut_bag_warn (manifest->bag, name, _("its paths carry the asterisk of md5sum"));
      manifest->starred = TRUE;
      path++;
    }
  if (g_str_has_prefix (path, "./"))
    {
      if (!manifest->dotted)
        cut_bag_warn (manifest->bag, name, _("its paths begin with “./”"));
      manifest->dotted = TRUE;
      path += 2;
    }
  return path;
}

/* RFC 8493, 2.1.3: the percent sign itself must be escaped, since version 1.0. */
static gboolean
has_bare_percent (const Manifest *manifest,
                  const char     *path)
{
  g_autofree char *copy = g_strdup (path);

  return manifest->bag->version >= 100 && !cut_bag_decode_path (copy);
}

static void
read_line (Manifest   *manifest,
           const char *line)
{
  gsize lead = strspn (line, " \t");
  gsize n = strspn (line + lead, "0123456789abcdefABCDEF");
  gsize gap = strspn (line + lead + n, " \t");
  const char *path = line + lead + n + gap;
  g_autofree char *digest = g_ascii_strdown (line + lead, (gssize) n);

  if (line[lead] == '\0' || line[lead] == '#')
    {
      lapse_at (manifest, _("an empty line or comment stands among the hashes"));
      return;
    }
  if (lead > 0)
    lapse_at (manifest, _("white space stands before the hash"));
  path = n > 0 && gap > 0 ? skip_quirks (manifest, path) : "";
  if (*path == '\0')
    note_at (manifest, _("a line is no “hash path” pair"));
  else if (manifest->type != UNKNOWN_TYPE &&
           n != (gsize) g_checksum_type_get_length ((GChecksumType) manifest->type) * 2)
    note_at (manifest, _("a hash has the wrong length"));
  else if (has_bare_percent (manifest, path))
    note_at (manifest, _("a percent sign in a path must be written as %25"));
  else
    expect (manifest, path, digest);
}

/* Manifests. */

/* RFC 8493, 2.2.1: a tag manifest names every manifest of the payload; before, none of them was asked for. */
static void
check_tag_manifest (Manifest *manifest)
{
  GPtrArray *members = cut_archive_get_members (manifest->bag->archive);

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);

      if (!member->folder && cut_bag_is_manifest (member->path, FALSE) &&
          !g_hash_table_contains (manifest->seen, member->path))
        {
          g_autofree char *line = g_strdup_printf (
            /* Translators: a file's name in a bag */
            _("it does not name %s"), member->path);

          cut_bag_lapse (manifest->bag, manifest->member->path, line);
        }
    }
}

static void
count_listed (Manifest *manifest)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, manifest->seen);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    ((CutBagFile *) g_hash_table_lookup (manifest->bag->files, path))->n_manifests++;
}

static void
read_manifest (CutBag          *bag,
               const CutMember *member,
               gboolean         tags)
{
  g_autofree char *text = cut_bag_read_text (bag, member, bag->encoding);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Manifest manifest = { bag, member, tags, algorithm_of (bag, member->path), seen, 0, FALSE, FALSE };
  const char *at = text;
  char *line;

  if (tags)
    bag->sealed = TRUE;
  else
    bag->n_manifests++;
  while (text != NULL && (line = cut_bag_next_line (&at)) != NULL)
    {
      manifest.line++;
      read_line (&manifest, line);
      g_free (line);
    }
  if (text != NULL && tags)
    check_tag_manifest (&manifest);
  else if (text != NULL)
    count_listed (&manifest);
}

void
cut_bag_read_manifests (CutBag *self)
{
  GPtrArray *members = cut_archive_get_members (self->archive);

  for (guint i = 0; i < members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (members, i);
      gboolean tags = cut_bag_is_manifest (member->path, TRUE);

      if (!member->folder && (tags || cut_bag_is_manifest (member->path, FALSE)))
        read_manifest (self, member, tags);
    }
  if (self->n_manifests == 0)
    cut_bag_note (self, "manifest-sha512.txt", _("there is no manifest: nothing can be checked"));
}
