/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-mail.h"

#include <string.h>

#define LONGEST_FIELD 16 /* bytes */

static const struct
{
  CutPlainMail kind;
  const char *names; /* in lower case, with a stroke before and behind each */
} fields[] = {
  { CUT_PLAIN_MAIL_FROM, "|from|von|de|da|van|od|från|fra|lähettäjä|от|от кого|absender|expéditeur|remitente|mittente|afzender|差出人|发件人|" },
  { CUT_PLAIN_MAIL_DATE, "|date|sent|datum|gesendet|envoyé|fecha|enviado|enviado el|data|inviato|verzonden|enviada em|data wysłania|skickat|sendt|lähetetty|дата|"
                         "отправлено|送信日時|日期|发送时间|" },
  { CUT_PLAIN_MAIL_SUBJECT, "|subject|betreff|objet|sujet|asunto|oggetto|onderwerp|assunto|temat|ämne|emne|aihe|тема|件名|主题|" },
  { CUT_PLAIN_MAIL_OTHER, "|to|an|à|a|para|aan|do|till|til|cc|bcc|kopie|cópia|copia|copie|reply-to|antwort an|attachments|anlagen|anhänge|pièces jointes|adjuntos|"
                          "кому|копия|宛先|收件人|" },
};

CutPlainMail
cut_plain_mail_read (const char  *line,
                     const char **value)
{
  const char *colon = strchr (line, ':');
  g_autofree char *start = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sought = NULL;

  if (colon == NULL || colon == line || colon - line > LONGEST_FIELD * 2)
    return CUT_PLAIN_MAIL_NONE;
  start = g_strndup (line, (gsize) (colon - line));
  name = g_utf8_strdown (g_strchomp (start), -1);
  sought = g_strconcat ("|", name, "|", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strstr (fields[i].names, sought) != NULL)
      {
        if (value != NULL)
          *value = colon + 1 + strspn (colon + 1, " ");
        return fields[i].kind;
      }
  return CUT_PLAIN_MAIL_NONE;
}

char *
cut_plain_mail_get_name (const char *value)
{
  gsize length = strcspn (value, "<[");
  char *name;

  if (*value == '\0')
    return g_strdup ("");
  if (length == 0)
    return g_strndup (value + 1, strcspn (value + 1, ">]"));
  name = g_strstrip (g_strndup (value, length));
  if (name[0] == '"' && strlen (name) > 2 && name[strlen (name) - 1] == '"')
    {
      name[strlen (name) - 1] = '\0';
      memmove (name, name + 1, strlen (name));
    }
  return name;
}
