/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-pgp-private.h"

void
cut_pgp_key_free (CutPgpKey *self)
{
  g_free (self->fingerprint);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_usable (gpgme_key_t key,
           gboolean    secret)
{
  return !key->revoked && !key->expired && !key->disabled && !key->invalid && key->fpr != NULL &&
         (secret ? key->can_sign : key->can_encrypt);
}

static CutPgpKey *
key_new (gpgme_key_t key)
{
  CutPgpKey *self = g_new0 (CutPgpKey, 1);
  gpgme_user_id_t id = key->uids;

  while (id != NULL && (id->revoked || id->invalid))
    id = id->next;
  self->fingerprint = g_strdup (key->fpr);
  self->name = id != NULL && id->uid != NULL ? g_utf8_make_valid (id->uid, -1) : NULL;
  self->certified = id != NULL && id->validity >= GPGME_VALIDITY_FULL;
  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CutPgpKey *one = *(const CutPgpKey *const *) a;
  const CutPgpKey *two = *(const CutPgpKey *const *) b;

  return g_utf8_collate (one->name != NULL ? one->name : "", two->name != NULL ? two->name : "");
}

GPtrArray *
cut_pgp_list_keys (gboolean   secret,
                   GError   **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_pgp_key_free);
  gpgme_key_t key = NULL;
  gpgme_error_t code;

  if (context == NULL)
    return NULL;
  code = gpgme_op_keylist_start (context, NULL, secret);
  while (code == 0 && (code = gpgme_op_keylist_next (context, &key)) == 0)
    {
      if (is_usable (key, secret))
        g_ptr_array_add (keys, key_new (key));
      gpgme_key_unref (key);
    }
  if (gpgme_err_code (code) != GPG_ERR_EOF)
    {
      /* Translators: %s is the reason, as GnuPG says it */
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("GnuPG could not list its keys: %s"), gpgme_strerror (code));
      return NULL;
    }
  g_ptr_array_sort (keys, compare);
  return g_steal_pointer (&keys);
}
