/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-bag-private.h"
#include "cut-bag.h"
#include "cut-error.h"
#include "cut-pgp.h"
#include "cut-signature.h"

#define SIGNED "tagmanifest-sha512.txt"
#define LARGEST_SIGNATURE (1024 * 1024)
#define LARGEST_MANIFEST (64 * 1024 * 1024)

static GBytes *
read_member (CutArchive  *archive,
             const char  *path,
             guint64      limit,
             GError     **error)
{
  const CutMember *member = cut_archive_find (archive, path);

  if (member != NULL && !member->folder)
    return cut_archive_read (archive, member, limit, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("it is missing"));
  return NULL;
}

static CutPgpSigner *
find_signer (CutArchive  *archive,
             GError     **error)
{
  g_autoptr (GBytes) signature = read_member (archive, CUT_BAG_SIGNATURE, LARGEST_SIGNATURE, error);
  g_autoptr (GBytes) manifest = signature != NULL ? read_member (archive, SIGNED, LARGEST_MANIFEST, error) : NULL;

  return manifest != NULL ? cut_pgp_verify (manifest, signature, error) : NULL;
}

void
cut_bag_check_signature (CutBag *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutPgpSigner) signer = NULL;

  if (cut_archive_find (self->archive, CUT_BAG_SIGNATURE) == NULL)
    return;
  signer = find_signer (self->archive, &error);
  if (signer == NULL && g_error_matches (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED))
    cut_bag_warn (self, CUT_BAG_SIGNATURE, error->message);
  else if (signer == NULL)
    cut_bag_note (self, CUT_BAG_SIGNATURE, error->message);
  else if (signer->verdict == CUT_PGP_BAD)
    cut_bag_note (self, CUT_BAG_SIGNATURE, _("it was made for something else: the bundle was changed after it was signed"));
  else if (signer->verdict == CUT_PGP_UNKNOWN)
    cut_bag_warn (self, CUT_BAG_SIGNATURE, _("the key it was made with is not in your keyring, so nothing can be said of it"));
  else if (signer->verdict == CUT_PGP_SPOILT)
    cut_bag_warn (self, CUT_BAG_SIGNATURE, _("the key it was made with has expired or was withdrawn"));
}

/* Words. */

static char *
describe (const CutPgpSigner *signer)
{
  /* Whose key it was says nothing about what lies here. */
  if (signer->verdict == CUT_PGP_BAD)
    return g_strdup (_("Its signature was made for something else: the bundle was changed after it was signed."));
  if (signer->verdict == CUT_PGP_SPOILT && signer->name != NULL)
    /* Translators: a person, and the fingerprint of their key */
    return g_strdup_printf (_("Signed with a key of %s that has expired or was withdrawn: %s."), signer->name, signer->fingerprint);
  if (signer->verdict == CUT_PGP_UNKNOWN || signer->name == NULL)
    /* Translators: the fingerprint of a key */
    return g_strdup_printf (_("Signed with the unknown key %s."), signer->fingerprint);
  if (signer->certified)
    /* Translators: a person, and the fingerprint of their key */
    return g_strdup_printf (_("Signed by %s, key %s."), signer->name, signer->fingerprint);
  /* Translators: a person, and the fingerprint of their key */
  return g_strdup_printf (_("Signed with a key that says it belongs to %s, which nobody has certified: compare its fingerprint, %s, with the person."), signer->name,
                          signer->fingerprint);
}

static CutTrust
trust_of (const CutPgpSigner *signer)
{
  if (signer == NULL || signer->verdict == CUT_PGP_BAD)
    return CUT_TRUST_FORGED;
  return signer->verdict == CUT_PGP_GOOD && signer->certified ? CUT_TRUST_SIGNED : CUT_TRUST_DOUBTFUL;
}

char *
cut_signature_judge (const char   *path,
                     CutTrust     *trust,
                     GCancellable *cancellable)
{
  g_autoptr (CutArchive) archive = cut_archive_open (path, cancellable, NULL);
  g_autoptr (CutPgpSigner) signer = NULL;
  g_autoptr (GError) error = NULL;

  *trust = CUT_TRUST_UNSIGNED;
  if (archive == NULL || cut_archive_find (archive, "bagit.txt") == NULL)
    return NULL;
  if (cut_archive_find (archive, CUT_BAG_SIGNATURE) == NULL)
    return g_strdup (_("Nobody has signed it: the hashes show that nothing was changed by accident, and prove no author."));
  signer = find_signer (archive, &error);
  *trust = g_error_matches (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED) ? CUT_TRUST_DOUBTFUL : trust_of (signer);
  if (g_error_matches (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED))
    return g_strdup (_("It is signed, but without GnuPG, which is not installed, nothing can be said of the signature."));
  return signer != NULL ? describe (signer) : g_strdup (_("Its signature could not be read."));
}

char *
cut_bundle_describe_signature (const char   *path,
                               GCancellable *cancellable)
{
  CutTrust trust;

  return cut_signature_judge (path, &trust, cancellable);
}
