/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-words.h"

#include <string.h>

/* All case-folded; English, German, French and Spanish, and the commonest of other languages. */

/* clang-format off */
/* Line openings. Behind a letter or digit the word has to end there. */
static const char *const furniture_openings[] = {
  "quelle:", "source :", "skip advertisement", "skip past", "after newsletter promotion", "reuse this content", "a version of this article",
  "order reprints", "leave a reply", "share full article", "last modified on", "dieses thema im programm", "artikelrechte",
  "hier können sie die rechte", "conforme a los criterios", "ajouter à vos sélections", "fund independent", "free daily newsletter",
  "this story was originally", "this article was originally", "this article was amended", "see all photos", "see all topics", "see all stories",
  "see all comments", "view gallery", "view all comments", "view all stories", "watch this:", "watch now", "watch:", "read more", "read also",
  "read next", "also read", "related:", "related stories", "related articles", "more from", "more on this", "sign up", "sign in to",
  "sign in or", "sign in with", "log in to", "log in or", "log in with", "subscribe to", "subscribe now", "download our", "download the app",
  "follow us", "share this", "share article", "advertisement", "skip to", "continue reading", "leave a comment", "topics:", "tags:", "filed under",
  "listen to this", "save article", "story continues", "article continues", "click here", "all rights reserved", "jump to content", "jump to main",
  "jump to comments", "jump to navigation", "print this", "mehr zum thema", "lesen sie auch", "lesen sie hier", "newsletter bestellen",
  "jetzt abonnieren", "zur startseite", "artikel teilen", "lire aussi", "abonnez-vous", "temps de lecture", "lesezeit", "lea también",
  "lee también", "suscríbete", "associated writers",
  "contributed to this report", "our standards:", "purchase licensing", "thanks for reading", "thank you for reading", "type your email",
  "follow bbc", "follow us on", "follow the topics", "follow the author", "follow the story", "you may also like", "you might also like",
  "recommended for you", "related topics", "related content", "read the full story", "sign up for", "subscribe for",
  "view comments", "show comments", "hide comments", "join the conversation", "report a correction", "report an error", "send us a tip",
  "got a tip", "get in touch", "copyright ©", "for further information", "for more information, please contact", "for more information contact",
  "media contact", "press contact", "notes to editors", "add us as", "add as preferred", "gift this", "give this article", "enlarge this image",
  "toggle caption", "hide caption", "listen to article", "listen to this article", "this article is more than", "heading out?",
  "support independent", "story by:", "image above", "more stories", "zum inhalt springen", "zur navigation",
  "artikel merken", "artikel zum hören", "artikel vorlesen", "artikel drucken", "auf facebook teilen", "auf twitter teilen", "auf whatsapp teilen",
  "per e-mail teilen", "per mail versenden", "link kopieren", "diskutieren sie mit", "kommentare lesen", "kommentar schreiben",
  "kommentare anzeigen", "zu den kommentaren", "mehr aus dem ressort", "das könnte sie auch interessieren",
  "meistgelesen",
  "empfohlener redaktioneller inhalt", "an dieser stelle finden sie", "externer inhalt", "externe inhalte", "verwandte themen", "verwandte artikel",
  "lesen sie mehr", "lesen sie hierzu", "lesen sie weiter", "newsletter abonnieren", "zum newsletter", "hier anmelden", "jetzt anmelden",
  "mit material von", "dpa-infocom", "© dpa", "rückfragen an", "pressekontakt", "für rückfragen", "aller au contenu", "aller au menu",
  "se connecter", "s’abonner", "s'abonner", "je m’abonne", "offrir l’article", "offrir cet article", "lire plus tard", "lire la suite",
  "lire l’article", "à lire aussi", "a lire aussi", "lire également", "voir aussi", "sur le même sujet", "sur le même thème", "partager sur",
  "partager cet article", "partager l’article", "écouter l’article", "article réservé", "les plus lus", "les plus partagés",
  "le plus lu", "inscrivez-vous", "recevez nos", "recevez notre", "recevez la newsletter", "recevez chaque", "recevez gratuitement",
  "recevez toute", "recevez l’essentiel", "suivez-nous", "voir les commentaires", "lire les commentaires", "laisser un commentaire",
  "tous droits réservés", "contact presse", "réutiliser ce contenu", "voir plus d", "plus d’informations", "ir al contenido",
  "ir a los comentarios", "iniciar sesión", "inicia sesión", "compartir en", "copiar enlace", "escuchar artículo", "escuchar nota",
  "te puede interesar", "lee más", "ver más noticias", "ver más comentarios", "ver comentarios", "mirá también",
  "lo más leído", "lo más visto", "noticias relacionadas", "temas relacionados", "temas que aparecen", "archivado en", "etiquetado en",
  "síguenos", "sigue toda la información", "sigue leyendo", "todos los derechos reservados", "contacto de prensa",
  "únete a nuestro", "únete a nuestra", "únete a la conversación", "únete a la comunidad", "recibe nuestra", "recibe nuestro",
  "recibe la newsletter", "recibe el boletín", "recibe en tu", "recibe las noticias", "recibe las últimas", "recibe cada", "recibe gratis",
  "vai al contenuto", "leggi anche", "leggi tutto", "leggi di più", "leggi i commenti", "condividi su", "condividi questo", "copia link",
  "ascolta l’articolo", "ascolta articolo", "potrebbe interessarti", "ti potrebbe interessare", "iscriviti alla", "articoli correlati",
  "notizie correlate", "i più letti", "più letti", "seguici su", "© riproduzione riservata", "riproduzione riservata", "riproduzione consentita",
  "tutti i diritti riservati", "contatti stampa", "scopri di più", "argomenti:", "tempo di lettura", "ir para o conteúdo", "pular para o conteúdo",
  "leia também", "leia mais", "saiba mais", "veja também", "veja mais", "ver comentários", "compartilhe no", "compartilhe esta", "compartilhe este",
  "compartilhe em", "compartilhar no", "compartilhar por", "partilhar no", "copiar link", "ouvir notícia", "ouça este conteúdo", "mais lidas",
  "mais lidos", "notícias relacionadas", "siga o canal", "siga o perfil", "siga nosso", "siga o nosso", "siga a página", "siga nossa",
  "siga a nossa", "siga-nos", "receba nossa", "receba nosso", "receba as notícias", "receba as principais", "receba no seu", "receba em seu",
  "receba gratuitamente", "receba a newsletter", "receba notícias", "receba alertas", "inscreva-se", "assine a newsletter", "assine a nossa",
  "assine agora", "todos os direitos reservados", "tempo de leitura", "continua após a publicidade", "continua depois da publicidade",
  "naar de inhoud", "ga naar de inhoud", "ga naar inhoud", "ga naar de hoofdinhoud", "ga naar hoofdinhoud", "ga naar de homepage",
  "ga naar navigatie", "lees ook", "lees meer", "lees verder", "bekijk ook", "deel dit artikel", "deel op", "kopieer link", "luister naar dit",
  "luister naar het artikel", "luister naar de podcast", "reageer op dit", "meest gelezen", "gerelateerde artikelen", "leestijd",
  "volg ons", "schrijf je in", "meld je aan", "blijf op de hoogte", "przejdź do treści", "czytaj także", "czytaj też", "czytaj również",
  "czytaj więcej", "zobacz także", "zobacz też", "zobacz również", "zobacz więcej", "udostępnij na", "skopiuj link", "najczęściej czytane",
  "najpopularniejsze", "powiązane artykuły", "powiązane tematy", "czas czytania", "zapisz się", "obserwuj nas", "dalsza część",
  "wszelkie prawa zastrzeżone", "läs också", "läs mer", "läs även", "dela artikeln", "kopiera länk", "mest läst", "relaterade artiklar",
  "relaterade nyheter", "lästid", "följ oss", "prenumerera på", "læs også", "læs mere", "del artiklen", "mest læste", "les også", "les mer",
  "del artikkelen", "mest leste", "lue myös", "lue lisää", "jaa artikkeli", "luetuimmat", "čtěte také", "číst dále", "přečtěte si", "читайте также",
  "читать далее", "подписывайтесь", "поделиться", "читайте також", "续き", "あわせて読みたい", "関連記事", "阅读更多", "相关新闻", "相关阅读", "enviar por whatsapp", "enviar por correo", "enviar por email",
  "envoyer par mail", "envoyer par e-mail", "envoyer par courriel", "dela på facebook", "dela på twitter", "dela på linkedin", "dela på x", "explore more on", NULL
};

/* Openings that prose has too: a line that ends as a sentence is none. */
static const char *const label_openings[] = {
  "share on", "reading time", "key events", "key points", "video:", "podcast:", "watch live", "listen now", "listen on", "comments off",
  "cookie settings", "cookie policy", "cookie-einstellungen", "sponsored by", "sponsored content", "recommended stories", "recommended articles",
  "trending now", "trending stories", "get the app", "get the latest", "get the best of", "get the newsletter", "get the news ",
  "get our newsletter", "get our app", "get our free", "get our daily", "get our best", "get our weekly", NULL
};

/* Whole lines, alone or beside a number and other buttons: headlines begin with them. */
static const char *const lone_labels[] = {
  "recommended", "trending", "subscribe", "newsletter", "sponsored", "comments", "cookie", "anzeige", "kommentare", "publicité", "partager",
  "publicidad", "compartir", "udostępnij", "reklama", "annons", "annonce", "mainos", "advertentie", "publicidade", "pubblicità", "reklam",
  "реклама", "dela", "del", "delen", "condividi", "compartilhar", "partilhar", "teilen", "kommentarer", "commenti", "comentários", "comentarios",
  "commentaires", "reacties", "komentarze", "opmerkingen", "contribuer", "réagir", "listen", "see all", "view all", "sign in",
  "log in", "expertise", "jump to", "zum inhalt", "newsletters", "recevez", "voir plus", "ver más", "mirá", "recibe", "compartilhe", "receba",
  "powiązane", "relaterade", "watch", "leer más", "mehr lesen", "más información", "más noticias", "mehr dazu", "auch interessant", "weitere themen", "weitere artikel", "weitere infos",
  "weitere informationen", "most read", "most popular", "most viewed", "go deeper", "explore more", "saber más", "posted in", NULL
};

/* Whole lines. */
static const char *const furniture_lines[] = {
  "share", "save", "print", "email", "tweet", "facebook", "twitter", "x", "whatsapp", "linkedin", "copy link", "menu", "search", "home", "close",
  "more", "photos", "video", "gallery", "opens in new window", "live", "breaking", "exclusive", "ad", "published", "updated", "last updated",
  "image caption", "image caption,", "teilen", "drucken", "merken", "veröffentlicht", "aktualisiert", "publié", "publicado", "newsletters",
  "subscribe", "my account", "log in", "login", "sign in", "about us", "contact us", "listen", "listen to story", "follow", "bookmark", "comment",
  "like", "restack", "reply", "gift article", "add to favourites", "text size", "press release", "news release", "media release",
  "for immediate release", "feedback", "back to top", "share this article", "was ist das?", "menü", "abonnement", "abonnieren", "anmelden",
  "einloggen", "registrieren", "suche", "suchen", "schließen", "hören", "vorlesen", "zusammenfassung", "kommentieren", "pressemitteilung",
  "medienmitteilung", "presseinformation", "öffnen", "speichern", "rechercher", "recherche", "connexion", "abonnés", "abonné", "écouter", "commenter",
  "imprimer", "enregistrer", "envoyer", "fermer", "réagir", "contribuer", "communiqué de presse", "article abonné", "buscar", "suscríbete",
  "suscribirse", "entrar", "registrarse", "acceder", "escuchar", "guardar", "comentar", "imprimir", "cerrar", "normas", "comentarios",
  "comunicado de prensa", "nota de prensa", "compartir", "menú", "accedi", "abbonati", "cerca", "ascolta", "salva", "stampa", "commenta", "chiudi",
  "comunicato stampa", "assine", "ouvir", "salvar", "fechar", "inloggen", "abonneren", "abonnee", "zoeken", "luister", "bewaar", "bewaren", "reageer",
  "reageren", "sluiten", "persbericht", "zaloguj", "zaloguj się", "szukaj", "kultura", "słuchaj", "drukuj", "zapisz", "logga in", "prenumerera",
  "sök", "lyssna", "spara", "skriv ut", "log ind", "søg", "lyt", "gem", "logg inn", "søk", "lytt", "lagre", "pressmeddelande", "pressemeddelelse",
  "pressemelding", "whatsapp.", "telegram", "bluesky", "mastodon", "threads", "reddit", "pinterest", "pocket", "instagram", "youtube", "tiktok",
  "flipboard", "messenger", "e-mail", "mail", "rss", NULL
};

/* Whole lines that are sections of a site where they stand over the title; further down they may be headings. */
static const char *const menu_lines[] = {
  "opinion", "politics", "world", "business", "sport", "sports", "culture", "technology", "tech", "science", "health", "lifestyle", "travel", "money",
  "weather", "podcasts", "account", "register", "donate", "support us", "contact", "help", "jobs", "archive", "news", "latest", "top stories", "uk",
  "us", "us news", "world news", "europe", "local", "environment", "climate", "arts", "books", "music", "film", "games", "tv", "crosswords", "a",
  "aa", "statement", "startseite", "politik", "wirtschaft", "kultur", "panorama", "wissen", "gesellschaft", "ausland", "inland", "meinung", "reise",
  "gesundheit", "abo", "aktuell", "themen", "ressorts", "videos", "accueil", "politique", "économie", "monde", "société", "communiqué", "inicio",
  "política", "economía", "internacional", "españa", "deportes", "cultura", "sociedad", "opinión", "suscripción", "home page", "politica", "economia",
  "esteri", "cronaca", "spettacoli", "início", "mundo", "esportes", "nieuws", "binnenland", "buitenland", "economie", "cultuur", "polityka",
  "gospodarka", "świat", "kraj", "hem", "nyheter", NULL
};

/* Whole lines behind which the title of another article stands. */
static const char *const related[] = {
  "read also", "also read", "read more", "read next", "related", "related stories", "related articles", "recommended", "you may also like",
  "see also", "more on this", "more on this story", "most read", "lesen sie auch", "lesen sie mehr", "mehr zum thema", "auch interessant",
  "lesen sie hier", "das könnte sie auch interessieren", "weitere artikel", "lire aussi", "à lire aussi", "lire également", "voir aussi",
  "sur le même sujet", "les plus lus", "lea también", "lee también", "más información", "te puede interesar", "mirá también", "noticias relacionadas",
  "leggi anche", "articoli correlati", "leia também", "veja também", "notícias relacionadas", "lees ook", "meer over dit onderwerp", "czytaj także",
  "czytaj też", "zobacz także", "läs också", "läs även", "læs også", "les også", "lue myös", "čtěte také", "читайте также", "関連記事", NULL
};

/* Openings of lines behind which nothing of the article comes but prose. */
static const char *const ends[] = {
  "explore more", "posted in", "artikelrechte", "in diesem artikel",
  "related topics", "related stories", "related articles", "more on this story", "most read", "topics", "tags", "filed under", "comments",
  "for further information", "for more information, please contact", "media contact", "press contact", "notes to editors", "mehr zum thema",
  "verwandte themen", "verwandte artikel", "meistgelesen", "kommentare", "pressekontakt", "für rückfragen", "sur le même sujet", "les plus lus",
  "commentaires", "contact presse", "temas que aparecen", "archivado en", "noticias relacionadas", "lo más leído", "comentarios",
  "contacto de prensa", "articoli correlati", "i più letti", "commenti", "contatti stampa", "argomenti", "notícias relacionadas", "mais lidas",
  "comentários", "meest gelezen", "gerelateerde artikelen", "reacties", "najczęściej czytane", "powiązane", "komentarze", "mest läst", "mest læste",
  "mest leste", NULL
};

static const char *const credit_openings[] = {
  "credit...",
  "photo:", "photo by", "photograph:", "photograph by", "picture:", "image:", "image credit", "image source", "photo credit", "credit:", "photos:",
  "illustration:", "illustration by", "graphic:", "getty", "courtesy of", "©", "(c) ", "foto:", "bild:", "bildquelle", "crédit", "crédito", "foto di",
  "foto van", "foto de", "foto von", "foto af", "foto av", "photo de", "photo :", "photos :", "fotografía:", "fotografía de", "fotografia:",
  "imagen:", "imagem:", "immagine:", "beeld:", "bild von", "zdjęcie:", "fot. ", "fot.:", "fotot:", "фото:", "crédits", "créditos", NULL
};

/* Of a line, spaces around its strokes taken out. */
static const char *const credit_endings[] = {
  " images", "/reuters", "/afp", "/ap", " via getty images", "/getty images", "/getty", "/epa", "/bloomberg", "/shutterstock", " via ap",
  " via reuters", "/dpa", " archive", " press agency", " photo agency", " handout", "/alamy", " pictures", "/efe", "/ansa", "/anp", "/tt", "/pap",
  "/lusa", "/belga", "/keystone", "/picture alliance", "/imago", "/xinhua", "/tass", "/divulgação", "/sipa", "/maxppp", "/lapresse", "/zuma",
  "/ritzau", "/ntb", "/scanpix", "/ctk", "/mti", "/archive", "/handout", " via afp", " via epa", NULL
};

/* What parts a caption from the credit in the same line. */
static const char *const inline_credits[] = {
  " photo: ", " photograph: ", " picture: ", " image: ", " credit: ", " illustration: ", " foto: ", " bild: ", " crédit: ", " crédit : ", "(photo: ",
  "(foto: ", " © ", "(©", " photo by ", " photograph by ", "photo : ", " photos : ", " fotografía: ", " imagen: ", " beeld: ", " fot. ", " zdjęcie: ",
  " reuters/", " afp/", "(foto ", "(photo ", "(bild:", NULL
};

/* Agencies as they stand in brackets. */
static const char *const agencies[] = {
  "dpa", "afp", "ap", "reuters", "efe", "ansa", "epa", "apa", "sda", "anp", "belga", "lusa", "pap", "tt", "ritzau", "ntb", "stt", "čtk", "mti",
  "tass", "xinhua", "pti", "kyodo", "ips", "aap", "pa", "bloomberg", "agi", "adnkronos", "ats", "keystone", "europapress", "imago", "getty", NULL
};

static const char *const job_nouns[] = {
  "writer", "reporter", "editor", "correspondent", "producer", "columnist", "contributor", "journalist", "redakteur", "redakteurin", "korrespondent",
  "korrespondentin", "journaliste", "correspondant", "correspondante", "periodista", "redactrice", "redacteur", "reporterin", "giornalista",
  "inviato", "inviata", "repórter", "jornalista", "verslaggever", "correspondente", "corresponsal", "redactor", "redactora", "dziennikarz",
  "dziennikarka", "reporter,", "chefredaktör", NULL
};

static const char *const bio_words[] = {
  "writer", "reporter", "editor", "correspondent", "journalist", "covers", "covered", "covering", "writes", "knows", "worked", "joined", "passion",
  "expertise", "previously", "freelance", "columnist", "author of", "based in", "newsroom", "explainers", "schreibt", "redakteur", "korrespondent",
  "est journaliste", "journaliste", "écrit", "spécialiste", "es periodista", "periodista", "escribe", "colabora", "è giornalista", "giornalista",
  "scrive", "collabora", "é jornalista", "jornalista", "escreve", "is journalist", "schrijft", "redacteur", "verslaggever", "arbeitet", "studierte",
  "ist reporter", "ist redakteurin", "redakteurin", "korrespondentin", "dziennikarka", "dziennikarz", NULL
};

/* Words of a job after a name on a byline. */
static const char *const role_words[] = {
  "former", "senior", "staff", "chief", "lead", "executive", "managing", "deputy", "associate", "contributing", "writer", "reporter", "editor",
  "correspondent", "producer", "columnist", "contributor", "freelance", "political", "business", "technology", "science", "health", "environment",
  "diplomatic", "economics", "investigations", "city", "court", "courts", "crime", "education", "energy", "foreign", "harbour", "home", "legal",
  "local", "media", "metro", "national", "sports", "transport", "world", NULL
};

static const char *const byline_openings[] = {
  "by ", "written by ", "reported by ", "reporting by ", "report by ", "story by ", "words by ", "text by ", "analysis by ", "opinion by ",
  "live coverage by ", "live reporting by ", "von ", "ein bericht von ", "text von ", "par ", "por ", "interview by ", "interview: ", "words: ",
  "text: ", "texte : ", "texte: ", "texto: ", "testo: ", "tekst: ", "tekst ", "di ", "a cura di ", "door ", "av ", "af ", "przez ", "autor: ",
  "autorin: ", "autoren: ", "auteur : ", "auteur: ", "autore: ", "author: ", "authors: ", "by: ", "by line: ", "byline: ", "from our correspondent ",
  "de notre correspondant ", "dal nostro inviato ", "ein interview von ", "interview von ", "eine analyse von ", "ein kommentar von ",
  "kommentar von ", "eine reportage von ", "propos recueillis par ", "entrevista de ", "intervista di ", "reportage de", NULL
};

/* Words that end the names of a byline: "By A B in London", "Von C D für die dpa". */
static const char *const name_enders[] = {
  "in", "at", "for", "from", "aus", "für", "à", "en", "pour", "i", "na", "z", "dla", "per", "da", "em", "para", "voor", "och", "og", "avec", "und",
  "with", "and", NULL
};

/* Two capitalised words that begin or end so are a place, a greeting or the title of a section. */
static const char *const no_name_words[] = {
  "support", "fund", "free",
  "new", "north", "south", "east", "west", "united", "san", "los", "saint", "top", "latest", "world", "breaking", "news", "more", "key", "live",
  "the", "business", "sports", "stories", "city", "county", "street", "times", "post", "press", "images", "photos", "dear", "hi", "hello", "best",
  "kind", "warm", "yours", "sincerely", "regards", "thanks", "thank", "cheers", "lieber", "liebe", "hallo", "viele", "beste", "herzliche", "mit",
  "freundliche", "cher", "chère", "bonjour", "cordialement", "bien", "querido", "querida", "estimado", "estimada", "hola", "saludos", "caro", "cara",
  "ciao", "cordiali", "prezado", "prezada", "olá", "geachte", "hoi", "groeten", "szanowny", "hej", "im", "das", "der", "die", "ein", "eine", "le", "les",
  "un", "une", "el", "las", "il", "gli", "media", "notes", "photo", "foto", "all", "our", "your", "my", "no", "yes", "chapter", "read", "sign", "log",
  "privacy", "terms", "cookie", "contact", "about", "further", "puerto", "porto", "monte", "mount", "lake", "river", "fort", "cape", "bad", "santa",
  "santo", "são", "sainte", "sankt", "st", "st.", NULL
};

/* Behind "A" and "An", which are an initial and a first name, too. */
static const char *const no_surnames[] = {
  "ace", "accident", "act", "advertiser", "american", "angry", "anonymous", "concerned", "day", "doctor", "early", "easy", "end", "expert", "eye",
  "eyewitness", "farmer", "few", "fisherman", "former", "friend", "good", "guest", "hair", "hundred", "hour", "inch", "independent", "insider",
  "international", "large", "law", "little", "long", "lot", "member", "neighbour", "nose", "nurse", "observer", "official", "old", "order", "outsider",
  "overwhelming", "police", "public", "reader", "resident", "single", "small", "spokesman", "spokeswoman", "special", "student", "subscriber",
  "teacher", "team", "unanimous", "unknown", "visitor", "vote", "week", "whisker", "wide", "witness", "woman", "year", "young", NULL
};

static const char *const maker_openings[] = {
  "reporting by ", "additional reporting by ", "additional reporting from ", "additional reporting: ", "editing by ", "additional editing by ",
  "writing by ", "additional writing by ", "compiled by ", "reporting and writing by ", "writing and editing by ", NULL
};

/* Behind a semicolon or the end of a sentence the next of them begins. */
static const char *const maker_words[] = {
  "additional", "and", "article", "at", "bureau", "bureaus", "by", "compiled", "contributed", "contributing", "contributions", "correspondents", "desk",
  "edited", "editing", "for", "from", "graphics", "in", "newsroom", "newsrooms", "of", "on", "our", "photography", "production", "report", "reporters",
  "reporting", "research", "staff", "story", "the", "this", "to", "translated", "translation", "with", "writing", "written", NULL
};

/* clang-format on */

static const char *const *const lists[] = {
  [CUT_PLAIN_FURNITURE] = furniture_openings,
  [CUT_PLAIN_LABEL] = label_openings,
  [CUT_PLAIN_LONE] = lone_labels,
  [CUT_PLAIN_BUTTON] = furniture_lines,
  [CUT_PLAIN_MENU] = menu_lines,
  [CUT_PLAIN_RELATED] = related,
  [CUT_PLAIN_END] = ends,
  [CUT_PLAIN_CREDIT] = credit_openings,
  [CUT_PLAIN_CREDIT_END] = credit_endings,
  [CUT_PLAIN_CREDIT_INSIDE] = inline_credits,
  [CUT_PLAIN_AGENCY] = agencies,
  [CUT_PLAIN_JOB] = job_nouns,
  [CUT_PLAIN_BIO] = bio_words,
  [CUT_PLAIN_ROLE] = role_words,
  [CUT_PLAIN_BYLINE] = byline_openings,
  [CUT_PLAIN_NAME_END] = name_enders,
  [CUT_PLAIN_NO_NAME] = no_name_words,
  [CUT_PLAIN_NO_SURNAME] = no_surnames,
  [CUT_PLAIN_MAKER] = maker_openings,
  [CUT_PLAIN_MAKER_WORD] = maker_words,
};

const char *const *
cut_plain_words_get (CutPlainWords words)
{
  return lists[words];
}

gboolean
cut_plain_words_are (CutPlainWords  words,
                     const char    *folded)
{
  for (const char *const *word = lists[words]; *word != NULL; word++)
    if (**word == *folded && strcmp (*word, folded) == 0)
      return TRUE;
  return FALSE;
}

gboolean
cut_plain_words_open (CutPlainWords  words,
                      const char    *folded)
{
  for (const char *const *word = lists[words]; *word != NULL; word++)
    {
      gsize length;

      if (**word != *folded)
        continue;
      length = strlen (*word);
      if (strncmp (folded, *word, length) != 0)
        continue;
      if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (*word, *word + length))) || !g_unichar_isalnum (g_utf8_get_char (folded + length)))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_plain_words_within (CutPlainWords  words,
                        const char    *folded)
{
  for (const char *const *word = lists[words]; *word != NULL; word++)
    if (strstr (folded, *word) != NULL)
      return TRUE;
  return FALSE;
}
