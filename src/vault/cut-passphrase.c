/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"

struct _CutPassphrase
{
  gatomicrefcount ref_count;
  char *text; /* (owned): sodium_malloc */
  gsize length;
};

static CutPassphrase *
take (const char *text)
{
  CutPassphrase *self = g_new0 (CutPassphrase, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->length = strlen (text);
  self->text = sodium_malloc (self->length + 1);
  if (self->text == NULL)
    g_error ("no memory for a passphrase");
  memcpy (self->text, text, self->length + 1);
  sodium_mprotect_readonly (self->text);
  return self;
}

static gboolean
is_usable (const char  *text,
           gsize        length,
           GError     **error)
{
  if (length == 0)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase is empty"));
  else if (length > CUT_PASSPHRASE_LONGEST)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase is too long"));
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase is not text"));
  else
    return TRUE;
  return FALSE;
}

CutPassphrase *
cut_passphrase_new (const char  *text,
                    gssize       length,
                    GError     **error)
{
  gsize bytes = length >= 0 ? (gsize) length : strlen (text);
  CutPassphrase *self;
  char *normal;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  if (!is_usable (text, bytes, error))
    return NULL;
  normal = g_utf8_normalize (text, (gssize) bytes, G_NORMALIZE_NFC);
  self = take (normal);
  sodium_memzero (normal, strlen (normal));
  g_free (normal);
  return self;
}

CutPassphrase *
cut_passphrase_ref (CutPassphrase *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_passphrase_unref (CutPassphrase *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sodium_free (self->text);
  g_free (self);
}

const char *
cut_passphrase_get (CutPassphrase *self,
                    gsize         *length)
{
  if (length != NULL)
    *length = self->length;
  return self->text;
}

gboolean
cut_passphrase_equal (CutPassphrase *a,
                      CutPassphrase *b)
{
  return a->length == b->length && sodium_memcmp (a->text, b->text, a->length) == 0;
}

/* Reading. Not by GIO, which would leave copies in its buffers. */

static gboolean
fill (int      fd,
      char    *buffer,
      gsize    room,
      gsize   *length,
      GError **error)
{
  *length = 0;
  while (*length < room)
    {
      gssize n = read (fd, buffer + *length, room - *length);
      int code = errno;

      if (n < 0 && code == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase cannot be read: %s"), g_strerror (code));
          return FALSE;
        }
      *length += (gsize) n;
      if (n == 0 || memchr (buffer, '\n', *length) != NULL)
        break;
    }
  return TRUE;
}

static CutPassphrase *
read_line (int      fd,
           GError **error)
{
  const gsize room = CUT_PASSPHRASE_LONGEST + 2;
  char *buffer = sodium_malloc (room);
  CutPassphrase *self = NULL;
  gsize length = 0;

  if (buffer != NULL && fill (fd, buffer, room, &length, error))
    {
      const char *end = memchr (buffer, '\n', length);

      if (end != NULL)
        length = (gsize) (end - buffer);
      if (length > 0 && buffer[length - 1] == '\r')
        length--;
      self = cut_passphrase_new (buffer, (gssize) length, error);
    }
  sodium_free (buffer);
  return self;
}

CutPassphrase *
cut_passphrase_read (const char  *path,
                     GError     **error)
{
  CutPassphrase *self;
  int fd;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  if (g_str_equal (path, "-"))
    return read_line (STDIN_FILENO, error);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The passphrase cannot be read from “%s”: %s"), path,
                   g_strerror (errno));
      return NULL;
    }
  self = read_line (fd, error);
  close (fd);
  return self;
}

/* Strength. */

/* Bits that a character adds which does not follow from the one before. */
static double
bits_of (gunichar c)
{
  if (c >= '0' && c <= '9')
    return 3.3;
  if (g_unichar_islower (c))
    return 4.0;
  return 5.5;
}

/* "aaaa", "1234" and "dcba" are hardly longer than their first character. */
static gboolean
follows (gunichar a,
         gunichar b)
{
  return a == b || a + 1 == b || b + 1 == a;
}

static gboolean
came_before (const char *text,
             const char *at)
{
  gsize length = (gsize) (g_utf8_next_char (g_utf8_next_char (at)) - at);

  for (const char *p = text; p + length <= at; p = g_utf8_next_char (p))
    if (memcmp (p, at, length) == 0)
      return TRUE;
  return FALSE;
}

CutStrength
cut_passphrase_estimate (const char *text)
{
  double bits = 0;
  double words = 0;
  gunichar last = 0;

  if (g_utf8_strlen (text, -1) < CUT_PASSPHRASE_SHORTEST)
    return CUT_STRENGTH_REFUSED;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean known = follows (last, c) || (*g_utf8_next_char (p) != '\0' && came_before (text, p));

      bits += known ? 0.5 : bits_of (c);
      if (g_unichar_isspace (c) && !g_unichar_isspace (last))
        words++;
      last = c;
    }
  /* Letters of one language are guessed at by word: two words of it are some 26 bits, not 50. */
  if (words > 0)
    bits = MIN (bits, (words + 1) * 13 + 8);
  else
    bits *= 0.75;
  return bits < 36 ? CUT_STRENGTH_WEAK : bits < 60 ? CUT_STRENGTH_FAIR : CUT_STRENGTH_STRONG;
}
