/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-verdict-words.h"

#include <string.h>

/* A line says hardly more than a phrase when it has no more bytes beside it: a site's name. */
#define MOST_BESIDE 32

/* clang-format off */
static const char *const script_words[] = {
  "enable javascript", "javascript is disabled", "javascript is required", "requires javascript", "javascript to run this app",
  "javascript enabled", "turn on javascript", "activate javascript", "without javascript", "javascript is not enabled",
  "need javascript", "needs javascript", "javascript must be enabled",
  "aktivieren sie javascript", "javascript aktivieren", "javascript zu aktivieren", "javascript ist deaktiviert",
  "benötigt javascript", "javascript erforderlich", "javascript wird benötigt", "ohne javascript",
  "activer javascript", "activez javascript", "javascript est désactivé", "nécessite javascript", "javascript doit être activé",
  "habilite javascript", "habilitar javascript", "activar javascript", "active javascript", "activa javascript",
  "javascript está desactivado", "requiere javascript", "necesita javascript",
  "abilita javascript", "abilitare javascript", "attiva javascript", "attivare javascript", "richiede javascript",
  "javascript è disabilitato",
  "javascript inschakelen", "schakel javascript in", "javascript in te schakelen", "javascript nodig", "javascript is uitgeschakeld",
  "ative o javascript", "ativar o javascript", "habilite o javascript", "javascript está desativado", "requer javascript",
  "aktivera javascript", "kräver javascript", "slå på javascript", "aktiver javascript", "aktivér javascript",
  "kræver javascript", "krever javascript", "slå javascript til", "javascript käyttöön", "vaatii javascript",
  "włącz javascript", "włączyć javascript", "włączenia javascript", "wymaga javascript", "włączonej obsługi javascript",
  "povolte javascript", "zapněte javascript", "vyžaduje javascript", "engedélyezze a javascript", "activați javascript",
  "javascript'i etkinleştir", "включите javascript", "включить javascript", "требуется javascript", "увімкніть javascript",
  "ενεργοποιήστε τη javascript", "ενεργοποιήστε το javascript", "javascriptを有効", "启用javascript", "启用 javascript",
  "啟用javascript", "啟用 javascript", "자바스크립트를", "تفعيل javascript", "تفعيل جافا", "הפעל javascript", NULL
};

static const char *const bot_words[] = {
  "checking your browser", "checking if the site connection is secure", "verify you are human", "verifying you are human",
  "verify that you are human", "confirm you are human", "confirm that you are human", "prove you are human", "you are a human",
  "are you a robot", "are you human", "you are not a robot", "you're not a robot", "you’re not a robot", "i'm not a robot",
  "just a moment", "attention required", "access denied", "access to this page has been denied", "you have been blocked",
  "you've been blocked", "unusual traffic", "unusual activity from your", "automated requests", "enable js and disable", "disable any ad blocker", "pardon our interruption",
  "complete the security check", "security verification", "security check", "enable javascript and cookies to continue",
  "please verify you", "bot detection", "human verification", "ddos protection",
  "browser wird überprüft", "überprüfung ihres browsers", "bestätigen sie, dass sie ein mensch", "dass sie kein roboter",
  "sind sie ein roboter", "sind sie ein mensch", "zugriff verweigert", "ungewöhnliche aktivität", "sicherheitsüberprüfung",
  "vérification de votre navigateur", "vérifiez que vous êtes humain", "vérifier que vous êtes humain",
  "vous n'êtes pas un robot", "vous n’êtes pas un robot", "êtes-vous un robot", "accès refusé", "vérification de sécurité",
  "comprobando su navegador", "verifique que es humano", "verifica que eres humano", "no eres un robot", "no es un robot",
  "acceso denegado", "verificación de seguridad",
  "verifica di essere umano", "verifica che tu sia umano", "non sei un robot", "non sono un robot", "accesso negato",
  "controllo del browser", "controllo di sicurezza",
  "uw browser wordt gecontroleerd", "controleer of u een mens bent", "bevestig dat u een mens bent", "geen robot",
  "toegang geweigerd", "beveiligingscontrole",
  "verificando seu navegador", "verifique se você é humano", "confirme que é humano", "não é um robô", "não sou um robô",
  "acesso negado", "verificação de segurança",
  "verifiera att du är människa", "verifiera att du är en människa", "inte är en robot", "åtkomst nekad",
  "bekræft, at du er et menneske", "ikke er en robot", "adgang nægtet", "bekreft at du er et menneske", "ingen tilgang",
  "potwierdź, że jesteś człowiekiem", "nie jesteś robotem", "sprawdzanie przeglądarki", "odmowa dostępu", "dostęp zabroniony",
  "ověřte, že jste člověk", "nejste robot", "přístup odepřen", "nem robot", "insan olduğunuzu doğrulayın", "erişim engellendi",
  "подтвердите, что вы не робот", "вы не робот", "проверка браузера", "доступ запрещен", "доступ запрещён", "доступ заборонено",
  "δεν είστε ρομπότ", "アクセスが拒否", "ロボットではない", "人間であることを確認", "安全验证", "人机验证", "访问被拒绝", "拒绝访问",
  "로봇이 아닙니다", "تم رفض الوصول", NULL
};

static const char *const pay_words[] = {
  "subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe to unlock", "subscribe now to",
  "subscribe for full access", "subscribers only", "subscriber-only", "subscriber only", "only for subscribers",
  "for subscribers", "exclusive to subscribers", "already a subscriber", "to continue reading", "to keep reading",
  "to read the full", "to read this article", "to read the rest", "unlock this article", "this article is for paying",
  "register to continue", "create a free account to", "log in to read", "sign in to read", "sign in to continue", "start your free trial",
  "you have reached your limit", "free articles",
  "jetzt weiterlesen", "um weiterzulesen", "zum weiterlesen", "weiterlesen mit", "nur für abonnenten", "exklusiv für abonnenten",
  "für abonnenten", "abonnement abschließen", "jetzt abonnieren", "sie haben bereits ein abo", "bereits abonnent",
  "diesen artikel lesen", "testen sie", "jetzt testen", "artikel freischalten",
  "réservé aux abonnés", "réservé à nos abonnés", "il vous reste", "pour lire la suite", "la suite est réservée",
  "abonnez-vous pour", "déjà abonné", "pour continuer la lecture", "lisez la suite", "article abonné",
  "suscríbete para", "suscríbase para", "para seguir leyendo", "para continuar leyendo", "solo para suscriptores",
  "sólo para suscriptores", "exclusivo para suscriptores", "contenido exclusivo", "ya soy suscriptor", "¿ya eres suscriptor",
  "abbonati per", "per continuare a leggere", "riservato agli abbonati", "contenuto riservato", "sei già abbonato",
  "solo per gli abbonati", "per leggere l'articolo", "per leggere l’articolo",
  "alleen voor abonnees", "voor abonnees", "verder lezen", "om verder te lezen", "al abonnee", "word abonnee", "lees verder met",
  "exclusivo para assinantes", "só para assinantes", "para assinantes", "assine para", "para continuar lendo",
  "para continuar a ler", "já é assinante", "conteúdo exclusivo",
  "endast för prenumeranter", "för prenumeranter", "för att läsa vidare", "logga in för att läsa", "läs vidare med",
  "kun for abonnenter", "for abonnenter", "for at læse videre", "læs videre med", "bliv abonnent", "for å lese videre",
  "for å lese resten", "bli abonnent", "logg inn for å lese", "vain tilaajille", "tilaajille", "jatkaaksesi lukemista",
  "tylko dla subskrybentów", "dla subskrybentów", "dla prenumeratorów", "aby czytać dalej", "żeby czytać dalej", "czytaj dalej z",
  "dostęp do artykułu", "wykup dostęp", "pouze pro předplatitele", "pro předplatitele", "csak előfizetőknek",
  "doar pentru abonați", "sadece aboneler", "только для подписчиков", "для подписчиков", "чтобы читать дальше", "оформите подписку",
  "лише для передплатників", "μόνο για συνδρομητές", "会員限定", "この記事は有料", "続きを読むには", "订阅后阅读", "付费阅读",
  "구독자 전용", "للمشتركين فقط", NULL
};

static const char *const cookie_words[] = {
  "cookie", "we and our partners", "consent", "privacy choices", "privacy settings", "legitimate interest", "personal data", "personalised ad",
  "personalized ad", "einwilligung", "zustimmung", "datenschutz", "personenbezogene", "unsere partner", "consentement",
  "données personnelles", "nos partenaires", "consentimiento", "datos personales", "nuestros socios", "consenso",
  "dati personali", "nostri partner", "toestemming", "persoonsgegevens", "onze partners", "consentimento", "dados pessoais",
  "nossos parceiros", "samtycke", "personuppgifter", "våra partner", "samtykke", "personoplysninger", "personopplysninger",
  "vores partnere", "suostumus", "evästeet", "evästei", "zgoda", "zgody", "ciasteczk", "danych osobowych", "souhlas", "hozzájárul", "sütik",
  "çerez", "куки", "файлы cookie", "согласие", "персональных данных", "クッキー", "쿠키", NULL
};

static const char *const accept_words[] = {
  "accept", "agree", "reject all", "allow all", "manage options", "manage preferences", "akzeptieren", "zustimmen", "einverstanden",
  "ablehnen", "accepter", "j'accepte", "j’accepte", "tout refuser", "continuer sans", "aceptar", "acepto", "rechazar", "accetta",
  "accetto", "rifiuta", "accepteren", "akkoord", "weigeren", "aceitar", "aceito", "rejeitar", "acceptera", "godkänn", "neka",
  "accepter alle", "tillad", "afvis", "godta", "hyväksy", "akceptuj", "zgadzam", "odrzuć", "přijmout", "souhlasím", "elfogad",
  "kabul", "принять", "согласен", "прийняти", "αποδοχή", "同意", "동의", "موافق", NULL
};

static const char *const error_words[] = {
  "page not found", "not found", "page cannot be found", "page can't be found", "page can’t be found", "page could not be found",
  "page doesn't exist", "page doesn’t exist", "page does not exist", "page isn't available", "page isn’t available",
  "no longer available", "page unavailable", "something went wrong", "internal server error", "service unavailable",
  "bad gateway", "gateway time-out", "gateway timeout", "temporarily unavailable", "page has moved", "nothing found", "site is down", "site under maintenance",
  "seite nicht gefunden", "nicht gefunden", "seite existiert nicht", "nicht mehr verfügbar", "seite nicht verfügbar", "es ist ein fehler aufgetreten",
  "page introuvable", "page non trouvée", "page n'existe pas", "page n’existe pas", "n'est plus disponible", "n’est plus disponible",
  "página no encontrada", "no se encuentra la página", "no se ha encontrado", "página no existe", "ya no está disponible",
  "pagina non trovata", "pagina inesistente", "pagina non esiste", "non è più disponibile",
  "pagina niet gevonden", "niet gevonden", "pagina bestaat niet", "niet meer beschikbaar",
  "página não encontrada", "página não existe", "não foi encontrada", "não está mais disponível",
  "sidan hittades inte", "sidan kunde inte hittas", "sidan finns inte", "hittar inte sidan",
  "siden blev ikke fundet", "siden findes ikke", "siden ble ikke funnet", "siden finnes ikke", "fant ikke siden", "kunne ikke finde siden",
  "sivua ei löydy", "sivua ei löytynyt", "nie znaleziono strony", "strona nie istnieje", "nie znaleziono", "stránka nenalezena",
  "stránka nebyla nalezena", "az oldal nem található", "pagina nu a fost găsită", "sayfa bulunamadı", "страница не найдена",
  "сторінку не знайдено", "η σελίδα δεν βρέθηκε", "ページが見つかりません", "页面不存在", "找不到页面", "找不到網頁", "無法找到",
  "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "הדף לא נמצא", NULL
};

/* Classes, ids, names and addresses of scripts in challenges. */
static const struct
{
  const char *part;
  guint weight;
} challenges[] = {
  { "challenge-form", 2 }, { "challenge-running", 2 }, { "challenge-stage", 2 }, { "challenge-error", 2 },
  { "cf-challenge", 2 }, { "cf-error-details", 2 }, { "cf-browser-verification", 2 }, { "px-captcha", 2 },
  { "distil_", 2 }, { "_incapsula_resource", 2 }, { "captcha-container", 2 }, { "captcha-box", 2 },
  { "captcha-form", 2 }, { "ddg-captcha", 2 }, { "bm-verify", 2 }, { "sec-if-cpt", 2 }, { "captcha-delivery", 2 },
  { "human-challenge", 2 }, { "aws-waf", 2 }, { "awswaf", 2 },
  { "challenge-platform", 1 }, { "g-recaptcha", 1 }, { "h-captcha", 1 }, { "cf-turnstile", 1 }, { "recaptcha", 1 },
  { "hcaptcha", 1 }, { "turnstile", 1 }, { "captcha", 1 },
};
/* clang-format on */

static const char *const *const lists[] = {
  [CUT_WORDS_SCRIPT] = script_words, [CUT_WORDS_BOT] = bot_words,       [CUT_WORDS_PAY] = pay_words,
  [CUT_WORDS_COOKIE] = cookie_words, [CUT_WORDS_ACCEPT] = accept_words, [CUT_WORDS_ERROR] = error_words,
};

guint
cut_verdict_words_in (CutVerdictWords words, const char *text)
{
  guint found = 0;

  for (const char *const *phrase = lists[words]; *phrase != NULL; phrase++)
    found += strstr (text, *phrase) != NULL;
  return found;
}

gboolean
cut_verdict_words_are (CutVerdictWords words, const char *line)
{
  gsize length = strlen (line);

  for (const char *const *phrase = lists[words]; *phrase != NULL; phrase++)
    if (length <= strlen (*phrase) + MOST_BESIDE && strstr (line, *phrase) != NULL)
      return TRUE;
  return FALSE;
}

guint
cut_verdict_is_challenge (const char *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (challenges); i++)
    if (strstr (lower, challenges[i].part) != NULL)
      return challenges[i].weight;
  return 0;
}
