/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-vault.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "cut-error.h"

#define KEY_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define PAD 128
#define KDF "argon2id13"

/* What a notebook from elsewhere may ask of this computer to try one passphrase. */
#define MOST_PASSES 16
#define MOST_MEMORY (G_GINT64_CONSTANT (1) << 30)

struct _CutVault
{
  gatomicrefcount ref_count;
  GMutex mutex;       /* guards the rest */
  guint8 *key;        /* (owned) (nullable): sodium_malloc, without access but while used */
  char *id;           /* (owned) (nullable): of the key */
  gint64 used;        /* when it was last, by the clock */
  gint64 limit;
  CutVaultClock clock;
  gpointer clock_data;
};

/* CLOCK_MONOTONIC stands still while a laptop is closed. */
static gint64
system_clock (gpointer data)
{
#ifdef CLOCK_BOOTTIME
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) == 0)
    return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
#endif
  return g_get_monotonic_time ();
}

static void
need_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
}

static guint8 *
new_key (void)
{
  guint8 *key = sodium_malloc (KEY_BYTES);

  if (key == NULL)
    g_error ("no memory for a key");
  return key;
}

CutVault *
cut_vault_new (void)
{
  CutVault *self = g_new0 (CutVault, 1);

  need_sodium ();
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->limit = CUT_VAULT_LOCK_AFTER;
  self->clock = system_clock;
  return self;
}

CutVault *
cut_vault_ref (CutVault *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* sodium_free() wipes. */
static void
wipe (CutVault *self)
{
  g_clear_pointer (&self->key, sodium_free);
  g_clear_pointer (&self->id, g_free);
}

void
cut_vault_unref (CutVault *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  wipe (self);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
cut_vault_set_clock (CutVault      *self,
                     CutVaultClock  clock,
                     gpointer       data)
{
  g_mutex_lock (&self->mutex);
  self->clock = clock != NULL ? clock : system_clock;
  self->clock_data = data;
  self->used = self->clock (data);
  g_mutex_unlock (&self->mutex);
}

void
cut_vault_set_limit (CutVault *self,
                     gint64    limit)
{
  g_mutex_lock (&self->mutex);
  self->limit = limit;
  g_mutex_unlock (&self->mutex);
}

/* With the mutex held: microseconds left, 0 when there is no key any more. */
static gint64
look_at_clock (CutVault *self)
{
  gint64 left = self->key != NULL ? self->used + self->limit - self->clock (self->clock_data) : 0;

  if (left <= 0)
    wipe (self);
  return MAX (left, 0);
}

static gboolean
holds (CutVault   *self,
       const char *id)
{
  return look_at_clock (self) > 0 && (id == NULL || g_strcmp0 (self->id, id) == 0);
}

/* Keys. */

static gboolean
decode (const char *text,
        guint8     *bytes,
        gsize       room)
{
  gsize length;

  return text != NULL && sodium_base642bin (bytes, room, text, strlen (text), NULL, &length, NULL,
                                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         length == room;
}

static char *
encode (const guint8 *bytes,
        gsize         length)
{
  return g_base64_encode (bytes, length);
}

static gboolean
is_sane (const CutWrap *wrap)
{
  return wrap->id != NULL && g_strcmp0 (wrap->kdf, KDF) == 0 && wrap->passes >= (gint64) crypto_pwhash_OPSLIMIT_MIN &&
         wrap->passes <= MOST_PASSES && wrap->memory >= (gint64) crypto_pwhash_MEMLIMIT_MIN && wrap->memory <= MOST_MEMORY;
}

static gboolean
refuse_wrap (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT,
                       _("What the notebook keeps of its key is damaged; restore a backup"));
  return FALSE;
}

/* The key that wraps. */
static guint8 *
derive (const CutWrap  *wrap,
        CutPassphrase  *passphrase,
        GError        **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  gsize length;
  const char *text = cut_passphrase_get (passphrase, &length);
  guint8 *key;

  if (!is_sane (wrap) || !decode (wrap->salt, salt, sizeof salt))
    {
      refuse_wrap (error);
      return NULL;
    }
  key = new_key ();
  if (crypto_pwhash (key, KEY_BYTES, text, length, salt, (unsigned long long) wrap->passes, (size_t) wrap->memory,
                     crypto_pwhash_ALG_ARGON2ID13) == 0)
    return key;
  sodium_free (key);
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("There is not enough memory to try the passphrase: %d MiB are needed"),
               (int) (wrap->memory >> 20));
  return NULL;
}

/* Who changes what stands beside the wrapped key shall not have it opened. */
static char *
describe (const CutWrap *wrap)
{
  return g_strdup_printf ("cuttings-key-1\n%s\n%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s", wrap->id, wrap->kdf,
                          wrap->passes, wrap->memory, wrap->salt);
}

static gboolean
wrap_key (CutWrap        *wrap,
          const guint8   *key,
          CutPassphrase  *passphrase,
          GError        **error)
{
  guint8 sealed[NONCE_BYTES + KEY_BYTES + TAG_BYTES];
  g_autofree char *about = describe (wrap);
  guint8 *with = derive (wrap, passphrase, error);

  if (with == NULL)
    return FALSE;
  randombytes_buf (sealed, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_BYTES, NULL, key, KEY_BYTES, (const guint8 *) about,
                                              strlen (about), NULL, sealed, with);
  sodium_free (with);
  wrap->key = encode (sealed, sizeof sealed);
  return TRUE;
}

static guint8 *
unwrap_key (const CutWrap  *wrap,
            CutPassphrase  *passphrase,
            GError        **error)
{
  guint8 sealed[NONCE_BYTES + KEY_BYTES + TAG_BYTES];
  g_autofree char *about = describe (wrap);
  guint8 *with, *key;
  int code;

  if (!decode (wrap->key, sealed, sizeof sealed))
    {
      refuse_wrap (error);
      return NULL;
    }
  with = derive (wrap, passphrase, error);
  if (with == NULL)
    return NULL;
  key = new_key ();
  code = crypto_aead_xchacha20poly1305_ietf_decrypt (key, NULL, NULL, sealed + NONCE_BYTES, sizeof sealed - NONCE_BYTES,
                                                     (const guint8 *) about, strlen (about), sealed, with);
  sodium_free (with);
  if (code == 0)
    return key;
  sodium_free (key);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_PASSPHRASE, _("This is not the passphrase of the notebook"));
  return NULL;
}

static void
take_key (CutVault   *self,
          guint8     *key,
          const char *id)
{
  sodium_mprotect_noaccess (key);
  g_mutex_lock (&self->mutex);
  wipe (self);
  self->key = key;
  self->id = g_strdup (id);
  self->used = self->clock (self->clock_data);
  g_mutex_unlock (&self->mutex);
}

static CutWrap *
new_wrap (const char   *id,
          CutVaultCost  cost)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  CutWrap *wrap = g_new0 (CutWrap, 1);
  gboolean least = cost == CUT_VAULT_COST_LEAST;

  randombytes_buf (salt, sizeof salt);
  wrap->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  wrap->kdf = g_strdup (KDF);
  wrap->passes = least ? (gint64) crypto_pwhash_OPSLIMIT_MIN : (gint64) crypto_pwhash_OPSLIMIT_MODERATE;
  wrap->memory = least ? (gint64) crypto_pwhash_MEMLIMIT_MIN : (gint64) crypto_pwhash_MEMLIMIT_MODERATE;
  wrap->salt = encode (salt, sizeof salt);
  return wrap;
}

static gboolean
is_long_enough (CutPassphrase  *passphrase,
                GError        **error)
{
  gsize length;
  const char *text = cut_passphrase_get (passphrase, &length);

  if (g_utf8_strlen (text, (gssize) length) >= CUT_PASSPHRASE_SHORTEST)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase is too short: take at least %d characters"),
               CUT_PASSPHRASE_SHORTEST);
  return FALSE;
}

CutWrap *
cut_vault_create (CutVault       *self,
                  CutPassphrase  *passphrase,
                  CutVaultCost    cost,
                  GError        **error)
{
  g_autoptr (CutWrap) wrap = NULL;
  guint8 *key;

  if (!is_long_enough (passphrase, error))
    return NULL;
  wrap = new_wrap (NULL, cost);
  key = new_key ();
  crypto_aead_xchacha20poly1305_ietf_keygen (key);
  if (!wrap_key (wrap, key, passphrase, error))
    {
      sodium_free (key);
      return NULL;
    }
  take_key (self, key, wrap->id);
  return g_steal_pointer (&wrap);
}

gboolean
cut_vault_unlock (CutVault       *self,
                  const CutWrap  *wrap,
                  CutPassphrase  *passphrase,
                  GError        **error)
{
  guint8 *key = unwrap_key (wrap, passphrase, error);

  if (key != NULL)
    take_key (self, key, wrap->id);
  return key != NULL;
}

CutWrap *
cut_vault_rewrap (const CutWrap  *wrap,
                  CutPassphrase  *old,
                  CutPassphrase  *passphrase,
                  CutVaultCost    cost,
                  GError        **error)
{
  g_autoptr (CutWrap) next = NULL;
  guint8 *key;
  gboolean wrapped;

  need_sodium ();
  if (!is_long_enough (passphrase, error))
    return NULL;
  key = unwrap_key (wrap, old, error);
  if (key == NULL)
    return NULL;
  next = new_wrap (wrap->id, cost);
  wrapped = wrap_key (next, key, passphrase, error);
  sodium_free (key);
  return wrapped ? g_steal_pointer (&next) : NULL;
}

/* Locking. */

void
cut_vault_lock (CutVault *self)
{
  g_mutex_lock (&self->mutex);
  wipe (self);
  g_mutex_unlock (&self->mutex);
}

gboolean
cut_vault_is_open (CutVault   *self,
                   const char *id)
{
  gboolean open;

  g_mutex_lock (&self->mutex);
  open = holds (self, id);
  g_mutex_unlock (&self->mutex);
  return open;
}

void
cut_vault_touch (CutVault *self)
{
  g_mutex_lock (&self->mutex);
  if (look_at_clock (self) > 0)
    self->used = self->clock (self->clock_data);
  g_mutex_unlock (&self->mutex);
}

gint64
cut_vault_get_remaining (CutVault *self)
{
  gint64 left;

  g_mutex_lock (&self->mutex);
  left = look_at_clock (self);
  g_mutex_unlock (&self->mutex);
  return left;
}

/* Sealing. */

static gboolean
refuse_locked (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_LOCKED,
                       _("The protected sources are locked; unlock them with the passphrase first"));
  return FALSE;
}

/* With the mutex held and the key there. */
static char *
seal_padded (CutVault   *self,
             const char *about,
             guint8     *plain,
             gsize       length)
{
  gsize total = NONCE_BYTES + length + TAG_BYTES;
  g_autofree guint8 *sealed = g_malloc (total);

  randombytes_buf (sealed, NONCE_BYTES);
  sodium_mprotect_readonly (self->key);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE_BYTES, NULL, plain, length, (const guint8 *) about,
                                              strlen (about), NULL, sealed, self->key);
  sodium_mprotect_noaccess (self->key);
  return encode (sealed, total);
}

char *
cut_vault_seal (CutVault    *self,
                const char  *id,
                const char  *about,
                const char  *text,
                GError     **error)
{
  gsize length = strlen (text);
  gsize room = length + PAD;
  gsize padded = room;
  guint8 *plain = g_malloc (room);
  char *sealed = NULL;

  memcpy (plain, text, length);
  if (sodium_pad (&padded, plain, length, PAD, room) != 0)
    g_error ("no room to pad a text");
  g_mutex_lock (&self->mutex);
  if (holds (self, id))
    sealed = seal_padded (self, about, plain, padded);
  g_mutex_unlock (&self->mutex);
  sodium_memzero (plain, room);
  g_free (plain);
  if (sealed == NULL)
    refuse_locked (error);
  return sealed;
}

static int
decrypt (CutVault     *self,
         const char   *about,
         guint8       *plain,
         const guint8 *sealed,
         gsize         length)
{
  int code;

  sodium_mprotect_readonly (self->key);
  code = crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, sealed + NONCE_BYTES, length - NONCE_BYTES,
                                                     (const guint8 *) about, strlen (about), sealed, self->key);
  sodium_mprotect_noaccess (self->key);
  return code;
}

static char *
text_of (guint8 *plain,
         gsize   padded)
{
  gsize length;

  if (sodium_unpad (&length, plain, padded, PAD) != 0 || !g_utf8_validate_len ((const char *) plain, length, NULL))
    return NULL;
  return g_strndup ((const char *) plain, length);
}

char *
cut_vault_open (CutVault    *self,
                const char  *id,
                const char  *about,
                const char  *sealed,
                GError     **error)
{
  gsize length = 0;
  g_autofree guint8 *bytes = g_base64_decode (sealed, &length);
  guint8 *plain = NULL;
  char *text = NULL;
  gboolean open;

  if (length > NONCE_BYTES + TAG_BYTES)
    plain = g_malloc0 (length);
  g_mutex_lock (&self->mutex);
  open = holds (self, id);
  if (open && plain != NULL && decrypt (self, about, plain, bytes, length) == 0)
    text = text_of (plain, length - NONCE_BYTES - TAG_BYTES);
  g_mutex_unlock (&self->mutex);
  if (plain != NULL)
    sodium_memzero (plain, length);
  g_free (plain);
  if (!open)
    refuse_locked (error);
  else if (text == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_CORRUPT,
                         _("What is sealed here was changed or was sealed with another key; restore a backup"));
  return text;
}
