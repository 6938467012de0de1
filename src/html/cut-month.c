/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-month.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  int month;
} Month;

/* Names as dates write them (with case endings), in lower case and in order of their bytes: looked
 * up by halving. Names that mean another month in another language are left out. */
/* clang-format off */
static const Month months[] = {
  { "abr", 4 }, { "abril", 4 }, { "ago", 8 }, { "agost", 8 }, { "agosto", 8 }, { "agustus", 8 },
  { "aout", 8 }, { "août", 8 }, { "apr", 4 }, { "april", 4 }, { "aprila", 4 }, { "aprile", 4 },
  { "aprilie", 4 }, { "aprill", 4 }, { "apríl", 4 }, { "apríla", 4 }, { "aprīlī", 4 },
  { "aralık", 12 }, { "aug", 8 }, { "august", 8 }, { "augusta", 8 }, { "augusti", 8 },
  { "augustus", 8 }, { "augustā", 8 }, { "augusztus", 8 }, { "avgust", 8 }, { "avgusta", 8 },
  { "avr", 4 }, { "avril", 4 }, { "ağustos", 8 }, { "balandžio", 4 }, { "birželio", 6 },
  { "března", 3 }, { "cze", 6 }, { "czerwca", 6 }, { "czerwiec", 6 }, { "dec", 12 },
  { "decembar", 12 }, { "december", 12 }, { "decembra", 12 }, { "decembre", 12 },
  { "decembrie", 12 }, { "decembro", 12 }, { "decembrī", 12 }, { "des", 12 }, { "desember", 12 },
  { "desembre", 12 }, { "detsember", 12 }, { "dez", 12 }, { "dezember", 12 }, { "dezembro", 12 },
  { "dhjetor", 12 }, { "dic", 12 }, { "dicembre", 12 }, { "diciembre", 12 }, { "dubna", 4 },
  { "déc", 12 }, { "décembre", 12 }, { "ekim", 10 }, { "elokuuta", 8 }, { "ene", 1 },
  { "enero", 1 }, { "eylül", 9 }, { "feb", 2 }, { "febbraio", 2 }, { "feber", 2 },
  { "febreiro", 2 }, { "febrer", 2 }, { "febrero", 2 }, { "februar", 2 }, { "februari", 2 },
  { "februarie", 2 }, { "februarja", 2 }, { "february", 2 }, { "február", 2 }, { "februára", 2 },
  { "februārī", 2 }, { "febrúar", 2 }, { "fev", 2 }, { "fevereiro", 2 }, { "fevrier", 2 },
  { "fév", 2 }, { "févr", 2 }, { "février", 2 }, { "gegužės", 5 }, { "gen", 1 }, { "gener", 1 },
  { "gennaio", 1 }, { "giu", 6 }, { "giugno", 6 }, { "gru", 12 }, { "grudnia", 12 },
  { "grudzień", 12 }, { "gruodžio", 12 }, { "gusht", 8 }, { "haziran", 6 }, { "heinäkuuta", 7 },
  { "helmikuuta", 2 }, { "huhtikuuta", 4 }, { "ianuarie", 1 }, { "iulie", 7 }, { "iunie", 6 },
  { "jaanuar", 1 }, { "jan", 1 }, { "janar", 1 }, { "janeiro", 1 }, { "januar", 1 },
  { "januari", 1 }, { "januarja", 1 }, { "january", 1 }, { "január", 1 }, { "januára", 1 },
  { "janv", 1 }, { "janvier", 1 }, { "janvāris", 1 }, { "janvārī", 1 }, { "janúar", 1 },
  { "joulukuuta", 12 }, { "juil", 7 }, { "juillet", 7 }, { "juin", 6 }, { "jul", 7 },
  { "jula", 7 }, { "julho", 7 }, { "juli", 7 }, { "julija", 7 }, { "julio", 7 }, { "juliol", 7 },
  { "july", 7 }, { "jun", 6 }, { "juna", 6 }, { "june", 6 }, { "junho", 6 }, { "juni", 6 },
  { "junija", 6 }, { "junio", 6 }, { "juno", 6 }, { "juny", 6 }, { "juuli", 7 }, { "juuni", 6 },
  { "jän", 1 }, { "jänner", 1 }, { "júla", 7 }, { "július", 7 }, { "júlí", 7 }, { "júna", 6 },
  { "június", 6 }, { "júní", 6 }, { "jūlijā", 7 }, { "jūnijā", 6 }, { "kasım", 11 },
  { "kesäkuuta", 6 }, { "kolovoza", 8 }, { "korrik", 7 }, { "kovo", 3 }, { "května", 5 },
  { "kwi", 4 }, { "kwiecień", 4 }, { "kwietnia", 4 }, { "lapkričio", 11 }, { "ledna", 1 },
  { "liepos", 7 }, { "lipca", 7 }, { "lipiec", 7 }, { "lipnja", 6 }, { "listopad", 11 },
  { "listopada", 11 }, { "listopadu", 11 }, { "lokakuuta", 10 }, { "lug", 7 }, { "luglio", 7 },
  { "lutego", 2 }, { "luty", 2 }, { "maaliskuuta", 3 }, { "maart", 3 }, { "maerz", 3 },
  { "mag", 5 }, { "maggio", 5 }, { "mai", 5 }, { "maig", 5 }, { "maijā", 5 }, { "maio", 5 },
  { "maj", 5 }, { "maja", 5 }, { "mar", 3 }, { "marca", 3 }, { "march", 3 }, { "maret", 3 },
  { "marraskuuta", 11 }, { "mars", 3 }, { "mart", 3 }, { "martie", 3 }, { "marts", 3 },
  { "martā", 3 }, { "marzec", 3 }, { "marzo", 3 }, { "març", 3 }, { "março", 3 }, { "may", 5 },
  { "mayo", 5 }, { "mayıs", 5 }, { "maí", 5 }, { "mei", 5 }, { "mrt", 3 }, { "mrz", 3 },
  { "mája", 5 }, { "május", 5 }, { "március", 3 }, { "märts", 3 }, { "märz", 3 }, { "nisan", 4 },
  { "noiembrie", 11 }, { "nov", 11 }, { "novembar", 11 }, { "november", 11 }, { "novembra", 11 },
  { "novembre", 11 }, { "novembro", 11 }, { "novembrī", 11 }, { "noviembre", 11 },
  { "nëntor", 11 }, { "nóvember", 11 }, { "ocak", 1 }, { "oct", 10 }, { "october", 10 },
  { "octobre", 10 }, { "octombrie", 10 }, { "octubre", 10 }, { "okt", 10 }, { "oktobar", 10 },
  { "oktober", 10 }, { "oktobra", 10 }, { "oktobrī", 10 }, { "oktoober", 10 }, { "október", 10 },
  { "októbra", 10 }, { "ott", 10 }, { "ottobre", 10 }, { "out", 10 }, { "outubro", 10 },
  { "ožujka", 3 }, { "paź", 10 }, { "październik", 10 }, { "października", 10 }, { "prill", 4 },
  { "prosinca", 12 }, { "prosince", 12 }, { "qershor", 6 }, { "rugpjūčio", 8 }, { "rugsėjo", 9 },
  { "rujna", 9 }, { "sausio", 1 }, { "sep", 9 }, { "sept", 9 }, { "septembar", 9 },
  { "september", 9 }, { "septembra", 9 }, { "septembre", 9 }, { "septembrie", 9 },
  { "septembrī", 9 }, { "septiembre", 9 }, { "set", 9 }, { "setembre", 9 }, { "setembro", 9 },
  { "setiembre", 9 }, { "settembre", 9 }, { "shkurt", 2 }, { "shtator", 9 }, { "sierpień", 8 },
  { "sierpnia", 8 }, { "siječnja", 1 }, { "spalio", 10 }, { "srpna", 8 }, { "srpnja", 7 },
  { "studenoga", 11 }, { "sty", 1 }, { "styczeń", 1 }, { "stycznia", 1 }, { "svibnja", 5 },
  { "syyskuuta", 9 }, { "szeptember", 9 }, { "tammikuuta", 1 }, { "temmuz", 7 }, { "tetor", 10 },
  { "toukokuuta", 5 }, { "travnja", 4 }, { "vasario", 2 }, { "veebruar", 2 }, { "veljače", 2 },
  { "wrz", 9 }, { "wrzesień", 9 }, { "września", 9 }, { "xaneiro", 1 }, { "xullo", 7 },
  { "xuño", 6 }, { "září", 9 }, { "ágúst", 8 }, { "április", 4 }, { "února", 2 },
  { "července", 7 }, { "června", 6 }, { "října", 10 }, { "şubat", 2 }, { "απρ", 4 },
  { "απριλίου", 4 }, { "αυγ", 8 }, { "αυγούστου", 8 }, { "δεκ", 12 }, { "δεκεμβρίου", 12 },
  { "ιαν", 1 }, { "ιανουαρίου", 1 }, { "ιουλ", 7 }, { "ιουλίου", 7 }, { "ιουν", 6 },
  { "ιουνίου", 6 }, { "μαΐ", 5 }, { "μαΐου", 5 }, { "μαρ", 3 }, { "μαρτίου", 3 }, { "νοε", 11 },
  { "νοεμβρίου", 11 }, { "οκτ", 10 }, { "οκτωβρίου", 10 }, { "σεπ", 9 }, { "σεπτεμβρίου", 9 },
  { "φεβ", 2 }, { "φεβρουαρίου", 2 }, { "авг", 8 }, { "август", 8 }, { "августа", 8 },
  { "апр", 4 }, { "апрель", 4 }, { "апреля", 4 }, { "април", 4 }, { "березня", 3 },
  { "вересня", 9 }, { "гру", 12 }, { "грудня", 12 }, { "дек", 12 }, { "декабрь", 12 },
  { "декабря", 12 }, { "декември", 12 }, { "децембар", 12 }, { "жов", 10 }, { "жовтня", 10 },
  { "июл", 7 }, { "июль", 7 }, { "июля", 7 }, { "июн", 6 }, { "июнь", 6 }, { "июня", 6 },
  { "кві", 4 }, { "квітня", 4 }, { "лип", 7 }, { "липня", 7 }, { "лис", 11 }, { "листопада", 11 },
  { "лют", 2 }, { "лютого", 2 }, { "май", 5 }, { "мар", 3 }, { "март", 3 }, { "марта", 3 },
  { "мая", 5 }, { "мај", 5 }, { "новембар", 11 }, { "ноември", 11 }, { "ноя", 11 },
  { "нояб", 11 }, { "ноябрь", 11 }, { "ноября", 11 }, { "окт", 10 }, { "октобар", 10 },
  { "октомври", 10 }, { "октябрь", 10 }, { "октября", 10 }, { "сен", 9 }, { "сент", 9 },
  { "сентябрь", 9 }, { "сентября", 9 }, { "септембар", 9 }, { "септември", 9 }, { "серпня", 8 },
  { "січ", 1 }, { "січня", 1 }, { "травня", 5 }, { "фебруар", 2 }, { "фев", 2 }, { "февр", 2 },
  { "февраль", 2 }, { "февраля", 2 }, { "февруари", 2 }, { "червня", 6 }, { "юли", 7 },
  { "юни", 6 }, { "янв", 1 }, { "январь", 1 }, { "января", 1 }, { "януари", 1 }, { "јануар", 1 },
  { "јул", 7 }, { "јула", 7 }, { "јун", 6 }, { "јуна", 6 }, { "אוגוסט", 8 }, { "אוקטובר", 10 },
  { "אפריל", 4 }, { "באוגוסט", 8 }, { "באוקטובר", 10 }, { "באפריל", 4 }, { "בדצמבר", 12 },
  { "ביולי", 7 }, { "ביוני", 6 }, { "בינואר", 1 }, { "במאי", 5 }, { "במרץ", 3 },
  { "בנובמבר", 11 }, { "בספטמבר", 9 }, { "בפברואר", 2 }, { "דצמבר", 12 }, { "יולי", 7 },
  { "יוני", 6 }, { "ינואר", 1 }, { "מאי", 5 }, { "מרץ", 3 }, { "נובמבר", 11 }, { "ספטמבר", 9 },
  { "פברואר", 2 }, { "آب", 8 }, { "آذار", 3 }, { "آوریل", 4 }, { "أبريل", 4 }, { "أذار", 3 },
  { "أغسطس", 8 }, { "أفريل", 4 }, { "أكتوبر", 10 }, { "أوت", 8 }, { "أيار", 5 }, { "أيلول", 9 },
  { "إبريل", 4 }, { "ابريل", 4 }, { "اذار", 3 }, { "اغسطس", 8 }, { "افريل", 4 }, { "اكتوبر", 10 },
  { "اوت", 8 }, { "ايار", 5 }, { "ايلول", 9 }, { "اپریل", 4 }, { "اکتبر", 10 }, { "اکتوبر", 10 },
  { "اگست", 8 }, { "تشرين الأول", 10 }, { "تشرين الاول", 10 }, { "تشرين الثاني", 11 },
  { "تموز", 7 }, { "جانفي", 1 }, { "جنوری", 1 }, { "جوان", 6 }, { "جولائی", 7 }, { "جون", 6 },
  { "جويلية", 7 }, { "حزيران", 6 }, { "دسامبر", 12 }, { "دسمبر", 12 }, { "ديسمبر", 12 },
  { "سبتمبر", 9 }, { "ستمبر", 9 }, { "سپتامبر", 9 }, { "شباط", 2 }, { "فبراير", 2 },
  { "فروری", 2 }, { "فوریه", 2 }, { "فيفري", 2 }, { "كانون الأول", 12 }, { "كانون الاول", 12 },
  { "كانون الثاني", 1 }, { "مئی", 5 }, { "مارس", 3 }, { "مارچ", 3 }, { "مايو", 5 }, { "مه", 5 },
  { "نوامبر", 11 }, { "نوفمبر", 11 }, { "نومبر", 11 }, { "نيسان", 4 }, { "يناير", 1 },
  { "يوليه", 7 }, { "يوليو", 7 }, { "يونيه", 6 }, { "يونيو", 6 }, { "ژانویه", 1 }, { "ژوئن", 6 },
  { "ژوئیه", 7 }, { "अक्टूबर", 10 }, { "अक्तूबर", 10 }, { "अगस्त", 8 }, { "अप्रैल", 4 },
  { "जनवरी", 1 }, { "जुलाई", 7 }, { "जून", 6 }, { "दिसंबर", 12 }, { "दिसम्बर", 12 },
  { "नवंबर", 11 }, { "नवम्बर", 11 }, { "फरवरी", 2 }, { "फ़रवरी", 2 }, { "मई", 5 }, { "मार्च", 3 },
  { "सितंबर", 9 }, { "सितम्बर", 9 }, { "অক্টোবর", 10 }, { "আগস্ট", 8 }, { "এপ্রিল", 4 },
  { "জানুয়ারি", 1 }, { "জুন", 6 }, { "জুলাই", 7 }, { "ডিসেম্বর", 12 }, { "নভেম্বর", 11 },
  { "ফেব্রুয়ারি", 2 }, { "মার্চ", 3 }, { "মে", 5 }, { "সেপ্টেম্বর", 9 }, { "กรกฎาคม", 7 },
  { "กันยายน", 9 }, { "กุมภาพันธ์", 2 }, { "ตุลาคม", 10 }, { "ธันวาคม", 12 }, { "พฤศจิกายน", 11 },
  { "พฤษภาคม", 5 }, { "มกราคม", 1 }, { "มิถุนายน", 6 }, { "มีนาคม", 3 }, { "สิงหาคม", 8 },
  { "เมษายน", 4 },
};
/* clang-format on */

static int
compare (const void *key, const void *entry)
{
  return strcmp (key, ((const Month *) entry)->name);
}

int
cut_month_from_name (const char *name, gsize len)
{
  g_autofree char *lower = g_utf8_strdown (name, len);
  const Month *found = bsearch (lower, months, G_N_ELEMENTS (months), sizeof (Month), compare);

  return found ? found->month : 0;
}
