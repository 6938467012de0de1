/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-opened.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"
#include "cut-pgp.h"

struct _CutOpened
{
  gatomicrefcount ref_count;
  char *shown; /* what the user calls it */
  char *path;  /* where it can be read */
  int fd;      /* of the memory it is in; -1 for none */
};

static CutOpened *
opened_new (const char *shown,
            int         fd)
{
  CutOpened *self = g_new0 (CutOpened, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->shown = g_strdup (shown);
  self->fd = fd;
  self->path = fd >= 0 ? g_strdup_printf ("/proc/self/fd/%d", fd) : g_strdup (shown);
  return self;
}

CutOpened *
cut_opened_ref (CutOpened *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_opened_unref (CutOpened *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->shown);
  g_free (self->path);
  g_free (self);
}

/* GnuPG's own window for passphrases would not say what the file is, and is not everywhere. */
static gboolean
has_passphrase (const char     *path,
                CutPassphrase  *passphrase,
                GCancellable   *cancellable,
                GError        **error)
{
  gboolean needed;

  if (passphrase != NULL)
    return TRUE;
  if (!cut_pgp_needs_passphrase (path, cancellable, &needed, error))
    return FALSE;
  if (needed)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_PASSPHRASE, _("It is encrypted with a passphrase."));
  return !needed;
}

CutOpened *
cut_opened_new (const char     *path,
                CutPassphrase  *passphrase,
                GCancellable   *cancellable,
                GError        **error)
{
  int fd;

  if (!cut_pgp_is_encrypted (path))
    return opened_new (path, -1);
  if (!has_passphrase (path, passphrase, cancellable, error))
    return NULL;
  fd = cut_pgp_decrypt (path, passphrase != NULL ? cut_passphrase_get (passphrase, NULL) : NULL, cancellable, error);
  return fd >= 0 ? opened_new (path, fd) : NULL;
}

const char *
cut_opened_get_path (CutOpened *self)
{
  return self->path;
}

gboolean
cut_opened_is_decrypted (CutOpened *self)
{
  return self->fd >= 0;
}

/* Off the main thread. */

typedef struct
{
  char *path;
  CutPassphrase *passphrase; /* (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_free (self->path);
  g_clear_pointer (&self->passphrase, cut_passphrase_unref);
  g_free (self);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  CutOpened *opened = cut_opened_new (asked->path, asked->passphrase, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) cut_opened_unref);
  else
    g_task_return_error (task, error);
}

void
cut_opened_new_async (const char          *path,
                      CutPassphrase       *passphrase,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->path = g_strdup (path);
  asked->passphrase = passphrase != NULL ? cut_passphrase_ref (passphrase) : NULL;
  g_task_set_source_tag (task, cut_opened_new_async);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, open_thread);
}

CutOpened *
cut_opened_new_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Names. */

char *
cut_opened_rename (char       *message,
                   const char *plain,
                   const char *path)
{
  g_autofree char *number = g_path_get_basename (plain);
  gsize length = strlen (number);
  GString *text;

  if (g_str_equal (plain, path))
    return message;
  text = g_string_new (message);
  /* Problems begin with the name of the file. */
  if (g_str_has_prefix (message, number) && (message[length] == '\n' || g_str_has_prefix (message + length, ": ")))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_string_erase (text, 0, (gssize) length);
      g_string_prepend (text, name);
    }
  g_string_replace (text, plain, path, 0);
  g_free (message);
  return g_string_free (text, FALSE);
}

char *
cut_opened_name (CutOpened *self,
                 char      *message)
{
  return cut_opened_rename (message, self->path, self->shown);
}
