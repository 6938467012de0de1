/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-archive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-archive-private.h"
#include "cut-error.h"
#include "cut-limits.h"
#include "cut-problem.h"

struct _CutArchive
{
  char *path;
  char *prefix;   /* the bag's folder within the archive, with a slash at its end, or "" */
  CutZip *zip;    /* (nullable) */
  CutTar *tar;    /* (nullable): where both are %NULL it is a folder */
  GPtrArray *problems;
  GPtrArray *doubts;
  GPtrArray *members;
  GHashTable *by_path;
  GHashTable *by_normal; /* NFC */
  GHashTable *folded;    /* NFC and without case */
  GHashTable *folders;   /* every folder, with or without an entry of its own */
};

void
cut_archive_note (GPtrArray  *problems,
                  const char *path,
                  const char *problem)
{
  g_ptr_array_add (problems, cut_problem_new (path, problem));
}

/* Safe names. */

static gboolean
is_device (const char *segment,
           gsize       length)
{
  static const char *const devices[] = { "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$" };
  static const char *const raised[] = { "¹", "²", "³" };
  gsize base = 0;

  while (base < length && segment[base] != '.')
    base++;
  while (base > 0 && segment[base - 1] == ' ')
    base--;
  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (base == strlen (devices[i]) && g_ascii_strncasecmp (segment, devices[i], base) == 0)
      return TRUE;
  if (base < 4 || (g_ascii_strncasecmp (segment, "COM", 3) != 0 && g_ascii_strncasecmp (segment, "LPT", 3) != 0))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
    if (base == 3 + strlen (raised[i]) && strncmp (segment + 3, raised[i], base - 3) == 0)
      return TRUE;
  return base == 4 && g_ascii_isdigit (segment[3]);
}

/* BagIt has escapes for line breaks in names, so they are meant to be possible. */
static gboolean
is_control (char c)
{
  return ((guchar) c < 0x20 && c != '\n' && c != '\r') || c == 0x7f;
}

static const char *
segment_problem (const char *segment,
                 gsize       length)
{
  if (length == 0 || (length == 1 && segment[0] == '.'))
    return _("the path is not in its plain form");
  if (length == 2 && segment[0] == '.' && segment[1] == '.')
    return _("the path climbs out of the folder");
  if (length > 255)
    return _("a name is longer than 255 bytes");
  if (is_device (segment, length))
    return _("the name means a device on Windows");
  if (segment[length - 1] == '.' || segment[length - 1] == ' ')
    return _("a name ends in a dot or space, which Windows drops");
  for (gsize i = 0; i < length; i++)
    if (is_control (segment[i]) || strchr ("<>:\"|?*\\", segment[i]) != NULL)
      return _("the name has a character that file systems refuse");
  return NULL;
}

const char *
cut_archive_path_problem (const char *path)
{
  const char *at = path;

  if (!g_utf8_validate (path, -1, NULL))
    return _("the name is not UTF-8");
  if (strlen (path) > CUT_LIMIT_PATH)
    return _("the path is too long");
  if (*path == '/' || *path == '~')
    return _("the path leads outside the folder");
  while (TRUE)
    {
      gsize length = strcspn (at, "/");
      const char *problem = segment_problem (at, length);

      if (problem != NULL)
        return problem;
      at += length;
      if (*at == '\0')
        return NULL;
      at++;
    }
}

/* Members. */

static void
member_free (gpointer data)
{
  CutMember *member = data;

  g_free (member->path);
  g_free (member);
}

static void
listed_clear (gpointer data)
{
  g_free (((CutListed *) data)->path);
}

/* The bag's folder: the top when the declaration stands there, else the one folder at the top. */
static char *
find_prefix (const CutListing *listing)
{
  const char *best = NULL;
  gsize length = 0;

  for (guint i = 0; i < listing->listed->len; i++)
    {
      const char *path = g_array_index (listing->listed, CutListed, i).path;
      const char *slash = strchr (path, '/');

      if (g_str_equal (path, "bagit.txt"))
        return g_strdup ("");
      if (slash != NULL && g_str_equal (slash, "/bagit.txt") &&
          (best == NULL || strcmp (path, best) < 0))
        {
          best = path;
          length = (gsize) (slash - path) + 1;
        }
    }
  return best != NULL ? g_strndup (best, length) : g_strdup ("");
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const CutMember *const *first = a;
  const CutMember *const *second = b;

  return strcmp ((*first)->path, (*second)->path);
}

/* Whether two names are one where systems look at them differently. */
static void
look_for_twin (CutArchive *self,
               const char *path,
               gboolean    folder)
{
  g_autofree char *normal = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (normal, -1);

  if (strpbrk (path, "\r\n") != NULL)
    cut_archive_note (self->doubts, path, _("the name has a line break, which Windows refuses"));
  if (!g_hash_table_contains (self->folded, folded))
    g_hash_table_add (self->folded, g_steal_pointer (&folded));
  else if (!folder)
    cut_archive_note (self->doubts, path, _("the name differs from another only by its case or normalisation"));
}

static void
add_folders (CutArchive *self,
             const char *path)
{
  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    g_hash_table_add (self->folders, g_strndup (path, (gsize) (slash - path)));
}

static void
add_member (CutArchive      *self,
            const CutListed *listed)
{
  const char *path = listed->path + strlen (self->prefix);
  CutMember *member = g_hash_table_lookup (self->by_path, path);

  if (member != NULL)
    {
      if (!listed->folder || !member->folder)
        cut_archive_note (self->problems, path, _("the name stands twice"));
      return;
    }
  look_for_twin (self, path, listed->folder);
  member = g_new0 (CutMember, 1);
  member->path = g_strdup (path);
  member->folder = listed->folder;
  member->size = listed->size;
  member->index = listed->index;
  g_ptr_array_add (self->members, member);
  g_hash_table_insert (self->by_path, member->path, member);
  g_hash_table_insert (self->by_normal, g_utf8_normalize (path, -1, G_NORMALIZE_NFC), member);
  add_folders (self, path);
  if (listed->folder)
    g_hash_table_add (self->folders, g_strdup (path));
}

static void
take_listed (CutArchive      *self,
             const CutListed *listed)
{
  gsize length = strlen (self->prefix);

  if (!g_str_has_prefix (listed->path, self->prefix))
    {
      /* The folder itself, as an entry of its own. */
      if (!listed->folder || strncmp (listed->path, self->prefix, length - 1) != 0 || listed->path[length - 1] != '\0')
        cut_archive_note (self->problems, listed->path, _("it stands outside the bag's folder"));
    }
  else if (listed->path[length] != '\0')
    add_member (self, listed);
}

static void
take_listing (CutArchive *self,
              CutListing *listing)
{
  self->prefix = find_prefix (listing);
  for (guint i = 0; i < listing->listed->len; i++)
    take_listed (self, &g_array_index (listing->listed, CutListed, i));
  g_ptr_array_sort (self->members, compare_members);
}

/* Whether one member's path runs through another that is a file. */
static void
check_nesting (CutArchive *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const CutMember *member = g_ptr_array_index (self->members, i);
      g_autofree char *parent = g_path_get_dirname (member->path);

      while (strchr (parent, '/') != NULL || !g_str_equal (parent, "."))
        {
          const CutMember *above = g_hash_table_lookup (self->by_path, parent);
          char *higher = g_path_get_dirname (parent);

          if (above != NULL && !above->folder)
            cut_archive_note (self->problems, member->path, _("it stands inside what is a file"));
          g_free (parent);
          parent = higher;
        }
    }
}

static gboolean
is_folder (CutArchive *self)
{
  return self->zip == NULL && self->tar == NULL;
}

/* A ZIP is held to what it would unpack to; a folder takes the room already, but for what are holes in its files. */
static gboolean
check_size (CutArchive        *self,
            const CutListing  *listing,
            GError           **error)
{
  guint64 total = 0;

  for (guint i = 0; i < listing->listed->len; i++)
    {
      const CutListed *listed = &g_array_index (listing->listed, CutListed, i);

      total += is_folder (self) ? listed->holes : listed->size;
      if (total <= CUT_LIMIT_BUNDLE_BYTES)
        continue;
      if (!is_folder (self))
        g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The bundle would unpack to more than 8 gigabytes"));
      else
        g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("The files have more than 8 gigabytes of holes, where nothing is stored"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
list_all (CutArchive    *self,
          CutListing    *listing,
          GCancellable  *cancellable,
          GError       **error)
{
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    return cut_folder_list (self->path, listing, cancellable, error);
  if (cut_tar_is (self->path))
    self->tar = cut_tar_open (self->path, listing, cancellable, error);
  else
    self->zip = cut_zip_open (self->path, listing, error);
  return !is_folder (self);
}

CutArchive *
cut_archive_open (const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (CutArchive) self = g_new0 (CutArchive, 1);
  g_autoptr (GArray) listed = g_array_new (FALSE, TRUE, sizeof (CutListed));
  CutListing listing = { listed, NULL };

  g_array_set_clear_func (listed, listed_clear);
  self->path = g_strdup (path);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->doubts = g_ptr_array_new_with_free_func (g_free);
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_normal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  listing.problems = self->problems;
  if (!list_all (self, &listing, cancellable, error))
    return NULL;
  take_listing (self, &listing);
  check_nesting (self);
  return check_size (self, &listing, error) ? g_steal_pointer (&self) : NULL;
}

void
cut_archive_free (CutArchive *self)
{
  g_clear_pointer (&self->zip, cut_zip_close);
  g_clear_pointer (&self->tar, cut_tar_close);
  g_clear_pointer (&self->folders, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->by_normal, g_hash_table_unref);
  g_clear_pointer (&self->by_path, g_hash_table_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->prefix);
  g_free (self->path);
  g_free (self);
}

GPtrArray *
cut_archive_get_problems (CutArchive *self)
{
  return self->problems;
}

GPtrArray *
cut_archive_get_doubts (CutArchive *self)
{
  return self->doubts;
}

GPtrArray *
cut_archive_get_members (CutArchive *self)
{
  return self->members;
}

CutMember *
cut_archive_find (CutArchive *self,
                  const char *path)
{
  CutMember *member = g_hash_table_lookup (self->by_path, path);

  if (member == NULL)
    {
      g_autofree char *normal = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);

      member = normal != NULL ? g_hash_table_lookup (self->by_normal, normal) : NULL;
    }
  return member != NULL && !member->folder ? member : NULL;
}

gboolean
cut_archive_has_folder (CutArchive *self,
                        const char *path)
{
  return g_hash_table_contains (self->folders, path);
}

gboolean
cut_archive_scan (CutArchive       *self,
                  const CutMember  *member,
                  CutArchiveChunk   chunk,
                  gpointer          user_data,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autofree char *path = g_strconcat (self->prefix, member->path, NULL);

  if (self->zip != NULL)
    return cut_zip_scan (self->zip, member, chunk, user_data, cancellable, error);
  if (self->tar != NULL)
    return cut_tar_scan (self->tar, member, chunk, user_data, cancellable, error);
  return cut_folder_scan (self->path, path, member, chunk, user_data, cancellable, error);
}

static void
append_cb (const guint8 *data,
           gsize         length,
           gpointer      user_data)
{
  g_byte_array_append (user_data, data, (guint) length);
}

GBytes *
cut_archive_read (CutArchive       *self,
                  const CutMember  *member,
                  guint64           limit,
                  GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (member->size > MIN (limit, (guint64) G_MAXINT))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("%s: it is too large to read"), member->path);
      return NULL;
    }
  if (!cut_archive_scan (self, member, append_cb, bytes, NULL, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
