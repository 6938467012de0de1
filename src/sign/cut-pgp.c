/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create() */
#include "config.h"

#include "cut-pgp-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cut-error.h"
#include "cut-limits.h"

/* What is decrypted stays in memory. */
#define LARGEST (CUT_LIMIT_BUNDLE_BYTES / 4)

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gpgme_data_t, gpgme_data_release, NULL)

/* GnuPG. */

/* Who closes the window in which GnuPG asks has not stopped us, and is told what did not come of it. */
static gboolean
was_refused (gpgme_error_t code)
{
  return gpgme_err_code (code) == GPG_ERR_CANCELED || gpgme_err_code (code) == GPG_ERR_FULLY_CANCELED;
}

/* @doing: a sentence with %s for the reason. */
static gboolean
fail_with (const char     *doing,
           gpgme_error_t   code,
           GError        **error)
{
  char reason[256] = "";
  g_auto (GStrv) parts = g_strsplit (doing, "%s", 2);

  gpgme_strerror_r (code, reason, sizeof reason);
  g_set_error (error, CUT_ERROR, was_refused (code) ? CUT_ERROR_LOCKED : CUT_ERROR_INPUT, "%s%s%s", parts[0],
               /* Translators: stands behind “It could not be signed:” and the like */
               was_refused (code) ? _("GnuPG was not given the passphrase of the key") : reason, parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
  return FALSE;
}

gpgme_ctx_t
cut_pgp_context_new (GError **error)
{
  gpgme_ctx_t context = NULL;
  gpgme_error_t code;

  /* Must be asked for before anything else, and says whether there is a GnuPG. */
  gpgme_check_version (NULL);
  code = gpgme_engine_check_version (GPGME_PROTOCOL_OpenPGP);
  if (code == 0)
    code = gpgme_new (&context);
  if (code != 0)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("GnuPG is needed for this, and it is not installed"));
      return NULL;
    }
  gpgme_set_protocol (context, GPGME_PROTOCOL_OpenPGP);
  return context;
}

/* @bytes must outlive it. */
static gpgme_data_t
wrap_bytes (GBytes *bytes)
{
  gpgme_data_t data = NULL;
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  /* It fails only without memory. */
  if (gpgme_data_new_from_mem (&data, size > 0 ? start : "", size, 0) != 0)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", size);
  return data;
}

static gboolean
is_fingerprint (const char *name)
{
  return strlen (name) >= 40 && strspn (name, "0123456789abcdefABCDEF") == strlen (name);
}

static gboolean
is_key_id (const char *name)
{
  const char *hex = g_str_has_prefix (name, "0x") ? name + 2 : name;

  return strlen (hex) >= 8 && strspn (hex, "0123456789abcdefABCDEF") == strlen (hex);
}

/* Whether it is @id that @name means: a whole address, or a part of what it says. */
static gboolean
is_called (gpgme_user_id_t  id,
           const char      *name)
{
  g_autofree char *words = g_utf8_make_valid (id->uid, -1);
  g_autofree char *all = g_utf8_casefold (words, -1);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autofree char *address = g_strdup_printf ("<%s>", wanted);

  if (strpbrk (wanted, "< ") != NULL || strchr (wanted, '@') == NULL)
    return strstr (all, wanted) != NULL;
  return g_str_equal (all, wanted) || g_str_has_suffix (all, address);
}

/* A name or address is a claim of the key: somebody must have certified that one, and not another on the same key. */
static gboolean
is_certified (gpgme_key_t key,
              const char *name)
{
  for (gpgme_user_id_t id = key->uids; id != NULL; id = id->next)
    if (!id->revoked && !id->invalid && id->validity >= GPGME_VALIDITY_FULL && (is_key_id (name) || is_called (id, name)))
      return TRUE;
  return FALSE;
}

static gboolean
is_usable (gpgme_key_t key,
           const char *name,
           gboolean    secret)
{
  if (key->revoked || key->expired || key->disabled || key->invalid)
    return FALSE;
  if (secret)
    return key->can_sign;
  return key->can_encrypt && (is_fingerprint (name) || is_certified (key, name));
}

static gpgme_key_t
refuse (const char  *name,
        gboolean     secret,
        gboolean     several,
        gboolean     uncertified,
        GError     **error)
{
  if (several)
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("Several keys are called “%s”; give the whole fingerprint of the one you mean"), name);
  else if (secret)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("You have no OpenPGP key “%s” to sign with"), name);
  else if (uncertified)
    g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED,
                 _("Nobody has certified that the key “%s” belongs to whom it names. Compare its fingerprint with the person, then give the whole fingerprint"), name);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no OpenPGP key “%s” to encrypt to"), name);
  return NULL;
}

/* The one key that @name means, to sign with (@secret) or to encrypt to. */
static gpgme_key_t
find_key (gpgme_ctx_t   context,
                  const char   *name,
                  gboolean      secret,
                  GError      **error)
{
  gpgme_key_t found = NULL, key = NULL;
  gboolean several = FALSE, uncertified = FALSE;

  gpgme_op_keylist_start (context, name, secret);
  while (gpgme_op_keylist_next (context, &key) == 0)
    {
      gboolean usable = is_usable (key, name, secret);

      uncertified = uncertified || (!usable && key->can_encrypt);
      several = several || (usable && found != NULL);
      if (usable && found == NULL)
        found = key;
      else
        gpgme_key_unref (key);
    }
  gpgme_op_keylist_end (context);
  if (found != NULL && !several)
    return found;
  if (found != NULL)
    gpgme_key_unref (found);
  return refuse (name, secret, several, uncertified, error);
}

/* Signing. */

static GBytes *
take_bytes (gpgme_data_t data)
{
  size_t size = 0;
  char *text = gpgme_data_release_and_get_mem (data, &size);
  GBytes *bytes = g_bytes_new (text, size);

  gpgme_free (text);
  return bytes;
}

static gboolean
choose_key (gpgme_ctx_t   context,
            const char   *name,
            GError      **error)
{
  gpgme_key_t key;

  if (name == NULL)
    return TRUE;
  key = find_key (context, name, TRUE, error);
  if (key == NULL)
    return FALSE;
  gpgme_signers_add (context, key);
  gpgme_key_unref (key);
  return TRUE;
}

GBytes *
cut_pgp_sign (GBytes      *bytes,
              const char  *key,
              GError     **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  g_auto (gpgme_data_t) plain = NULL;
  gpgme_data_t signature = NULL;
  gpgme_error_t code;

  if (context == NULL || !choose_key (context, key, error))
    return NULL;
  gpgme_set_armor (context, 1);
  plain = wrap_bytes (bytes);
  gpgme_data_new (&signature);
  code = gpgme_op_sign (context, plain, signature, GPGME_SIG_MODE_DETACH);
  if (code == 0)
    return take_bytes (signature);
  gpgme_data_release (signature);
  if (gpgme_err_code (code) == GPG_ERR_UNUSABLE_SECKEY || gpgme_err_code (code) == GPG_ERR_NO_SECKEY)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("You have no OpenPGP key to sign with; make one with GnuPG, or do not sign"));
      return NULL;
    }
  /* Translators: %s is the reason, as GnuPG says it */
  fail_with (_("It could not be signed: %s"), code, error);
  return NULL;
}

/* Verifying. */

void
cut_pgp_signer_free (CutPgpSigner *self)
{
  g_free (self->fingerprint);
  g_free (self->name);
  g_free (self);
}

static CutPgpVerdict
verdict_of (gpgme_signature_t signature)
{
  gpgme_err_code_t code = gpgme_err_code (signature->status);

  if (code == GPG_ERR_NO_ERROR)
    return CUT_PGP_GOOD;
  if (code == GPG_ERR_NO_PUBKEY)
    return CUT_PGP_UNKNOWN;
  if (code == GPG_ERR_SIG_EXPIRED || code == GPG_ERR_KEY_EXPIRED || code == GPG_ERR_CERT_REVOKED)
    return CUT_PGP_SPOILT;
  return CUT_PGP_BAD;
}

static CutPgpSigner *
describe (gpgme_ctx_t       context,
          gpgme_signature_t signature)
{
  CutPgpSigner *self = g_new0 (CutPgpSigner, 1);
  gpgme_key_t key = NULL;

  self->verdict = verdict_of (signature);
  self->fingerprint = g_strdup (signature->fpr != NULL ? signature->fpr : "");
  self->certified = signature->validity >= GPGME_VALIDITY_FULL;
  if (gpgme_get_key (context, self->fingerprint, &key, 0) != 0 || key == NULL)
    return self;
  if (key->fpr != NULL)
    {
      g_free (self->fingerprint);
      self->fingerprint = g_strdup (key->fpr);
    }
  if (key->uids != NULL && key->uids->uid != NULL)
    self->name = g_utf8_make_valid (key->uids->uid, -1);
  gpgme_key_unref (key);
  return self;
}

CutPgpSigner *
cut_pgp_verify (GBytes  *bytes,
                GBytes  *signature,
                GError **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  g_auto (gpgme_data_t) plain = NULL;
  g_auto (gpgme_data_t) data = NULL;
  gpgme_verify_result_t result = NULL;
  gpgme_error_t code;

  if (context == NULL)
    return NULL;
  plain = wrap_bytes (bytes);
  data = wrap_bytes (signature);
  code = gpgme_op_verify (context, data, plain, NULL);
  result = gpgme_op_verify_result (context);
  if (code == 0 && result != NULL && result->signatures != NULL)
    return describe (context, result->signatures);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("it is no OpenPGP signature"));
  return NULL;
}

/* Passphrases. */

static gpgme_error_t
passphrase_cb (void       *data,
               const char *hint,
               const char *info,
               int         was_bad,
               int         fd)
{
  const char *passphrase = data;

  /* GnuPG would ask for ever. */
  if (was_bad || gpgme_io_writen (fd, passphrase, strlen (passphrase)) != 0 || gpgme_io_writen (fd, "\n", 1) != 0)
    return gpgme_error (GPG_ERR_CANCELED);
  return 0;
}

/* Without one GnuPG asks in a window of its own, if it has to. */
static void
set_passphrase (gpgme_ctx_t  context,
                const char  *passphrase)
{
  if (passphrase == NULL)
    return;
  /* The agent would remember it, and open the file with any other. */
  gpgme_set_ctx_flag (context, "no-symkey-cache", "1");
  gpgme_set_pinentry_mode (context, GPGME_PINENTRY_MODE_LOOPBACK);
  gpgme_set_passphrase_cb (context, passphrase_cb, (void *) passphrase);
}

/* Encrypting. */

static void
release_keys (gpointer data)
{
  gpgme_key_unref (data);
}

/* Closed by a NULL, as gpgme wants it. */
static GPtrArray *
find_keys (gpgme_ctx_t        context,
           const char *const *names,
           GError           **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      gpgme_key_t key = find_key (context, names[i], FALSE, error);

      if (key == NULL)
        {
          g_ptr_array_foreach (keys, (GFunc) release_keys, NULL);
          return NULL;
        }
      g_ptr_array_add (keys, key);
    }
  g_ptr_array_add (keys, NULL);
  return g_steal_pointer (&keys);
}

/* Bytes go to or come from a file as gpgme asks for them: so it can be stopped, and held to a limit. */
typedef struct
{
  int fd;
  guint64 left;
  GCancellable *cancellable;
  struct gpgme_data_cbs calls;
} Pipe;

static gssize
pipe_write (void       *data,
            const void *bytes,
            size_t      size)
{
  Pipe *pipe = data;
  gssize n;

  if (g_cancellable_is_cancelled (pipe->cancellable) || size > pipe->left)
    {
      errno = size > pipe->left ? EFBIG : ECANCELED;
      return -1;
    }
  n = write (pipe->fd, bytes, size);
  if (n > 0)
    pipe->left -= (guint64) n;
  return n;
}

/* GnuPG may be waiting for a person, when no byte comes by. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      context)
{
  gpgme_cancel_async (context);
}

static gulong
follow (gpgme_ctx_t   context,
        GCancellable *cancellable)
{
  return cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), context, NULL) : 0;
}

/* Cancelled is cancelled, whatever GnuPG calls it. */
static gboolean
fail (const Pipe     *pipe,
      const char     *doing,
      gpgme_error_t   code,
      GError        **error)
{
  if (g_cancellable_set_error_if_cancelled (pipe->cancellable, error))
    return FALSE;
  return fail_with (doing, code, error);
}

static gboolean
encrypt_to (gpgme_ctx_t         context,
            int                 plain,
            Pipe               *pipe,
            const char *const  *names,
            GError            **error)
{
  g_autoptr (GPtrArray) keys = find_keys (context, names, error);
  g_auto (gpgme_data_t) from = NULL;
  g_auto (gpgme_data_t) to = NULL;
  gpgme_error_t code;

  if (keys == NULL)
    return FALSE;
  code = gpgme_data_new_from_fd (&from, plain);
  if (code == 0)
    code = gpgme_data_new_from_cbs (&to, &pipe->calls, pipe);
  /* Each key was looked at already; what is in a bundle is packed. */
  if (code == 0)
    code = gpgme_op_encrypt (context, keys->len > 1 ? (gpgme_key_t *) keys->pdata : NULL,
                             GPGME_ENCRYPT_ALWAYS_TRUST | GPGME_ENCRYPT_NO_COMPRESS, from, to);
  for (guint i = 0; i + 1 < keys->len; i++)
    gpgme_key_unref (keys->pdata[i]);
  /* Translators: %s is the reason, as GnuPG says it */
  return code == 0 || fail (pipe, _("It could not be encrypted: %s"), code, error);
}

gboolean
cut_pgp_encrypt (int                 plain,
                 const char         *path,
                 const char *const  *keys,
                 const char         *passphrase,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  Pipe pipe = { -1, G_MAXUINT64, cancellable, { .write = pipe_write } };
  gulong handler;
  gboolean good;

  g_return_val_if_fail ((keys != NULL && keys[0] != NULL) != (passphrase != NULL), FALSE);

  if (context == NULL)
    return FALSE;
  pipe.fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (pipe.fd < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("%s could not be written: %s"), path, g_strerror (errno));
      return FALSE;
    }
  set_passphrase (context, passphrase);
  handler = follow (context, cancellable);
  good = encrypt_to (context, plain, &pipe, keys, error);
  g_cancellable_disconnect (cancellable, handler);
  return g_close (pipe.fd, good ? error : NULL) && good;
}

/* Decrypting. */

gboolean
cut_pgp_is_encrypted (const char *path)
{
  return g_str_has_suffix (path, ".gpg") || g_str_has_suffix (path, ".pgp");
}

static gboolean
is_closed (gpgme_err_code_t code)
{
  return code == GPG_ERR_BAD_PASSPHRASE || code == GPG_ERR_CANCELED || code == GPG_ERR_FULLY_CANCELED || code == GPG_ERR_NO_SECKEY || code == GPG_ERR_DECRYPT_FAILED;
}

/* @given: whether the passphrase came from us, and GnuPG asks nobody */
static gboolean
decrypt_to (gpgme_ctx_t    context,
            int            from,
            gboolean       given,
            Pipe          *pipe,
            GError       **error)
{
  g_auto (gpgme_data_t) cipher = NULL;
  g_auto (gpgme_data_t) plain = NULL;
  gpgme_error_t code = gpgme_data_new_from_fd (&cipher, from);

  if (code == 0)
    code = gpgme_data_new_from_cbs (&plain, &pipe->calls, pipe);
  if (code == 0)
    code = gpgme_op_decrypt (context, cipher, plain);
  if (code == 0)
    return TRUE;
  if (!is_closed (gpgme_err_code (code)) || (was_refused (code) && !given))
    /* Translators: %s is the reason, as GnuPG says it */
    return fail (pipe, _("It could not be decrypted: %s"), code, error);
  if (!g_cancellable_set_error_if_cancelled (pipe->cancellable, error))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED, _("It could not be opened: the passphrase is another, or it was encrypted to another key"));
  return FALSE;
}

static int
open_file (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("%s could not be read: %s"), path, g_strerror (errno));
  return fd;
}

/* GnuPG says whose key it wants to open; of what a passphrase alone opens it has nobody to name. */
static gpgme_error_t
asked_cb (void       *data,
          const char *hint,
          const char *info,
          int         was_bad,
          int         fd)
{
  gboolean *wanted = data;

  *wanted = *wanted || hint == NULL;
  return gpgme_error (GPG_ERR_CANCELED);
}

gboolean
cut_pgp_needs_passphrase (const char    *path,
                          GCancellable  *cancellable,
                          gboolean      *needed,
                          GError       **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  /* Whatever comes out is enough to know that it opens. */
  Pipe pipe = { -1, 0, cancellable, { .write = pipe_write } };
  g_autoptr (GError) failure = NULL;
  gulong handler;
  int from;

  *needed = FALSE;
  if (context == NULL || (from = open_file (path, error)) < 0)
    return FALSE;
  gpgme_set_ctx_flag (context, "no-symkey-cache", "1");
  gpgme_set_pinentry_mode (context, GPGME_PINENTRY_MODE_LOOPBACK);
  gpgme_set_passphrase_cb (context, asked_cb, needed);
  handler = follow (context, cancellable);
  decrypt_to (context, from, TRUE, &pipe, &failure);
  g_cancellable_disconnect (cancellable, handler);
  close (from);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

int
cut_pgp_decrypt (const char    *path,
                 const char    *passphrase,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (gpgme_ctx_t) context = cut_pgp_context_new (error);
  Pipe pipe = { -1, LARGEST, cancellable, { .write = pipe_write } };
  gulong handler;
  int from;

  if (context == NULL || (from = open_file (path, error)) < 0)
    return -1;
  pipe.fd = memfd_create ("cuttings", MFD_CLOEXEC);
  /* It fails only without memory. */
  if (pipe.fd < 0)
    g_error ("no memory for %s: %s", path, g_strerror (errno));
  set_passphrase (context, passphrase);
  handler = follow (context, cancellable);
  if (decrypt_to (context, from, passphrase != NULL, &pipe, error))
    lseek (pipe.fd, 0, SEEK_SET);
  else
    {
      close (pipe.fd);
      pipe.fd = -1;
    }
  g_cancellable_disconnect (cancellable, handler);
  close (from);
  return pipe.fd;
}
