/** English names of the languages that archival documents are in, by BCP 47 primary subtag. */
const names: Readonly<Record<string, string>> = {
  ar: 'Arabic', az: 'Azerbaijani', be: 'Belarusian', bg: 'Bulgarian', bs: 'Bosnian', cs: 'Czech', da: 'Danish',
  de: 'German', el: 'Greek', en: 'English', es: 'Spanish', et: 'Estonian', fa: 'Persian', fi: 'Finnish', fr: 'French',
  grc: 'Ancient Greek', he: 'Hebrew', hi: 'Hindi', hr: 'Croatian', hu: 'Hungarian', hy: 'Armenian', id: 'Indonesian',
  is: 'Icelandic', it: 'Italian', ja: 'Japanese', ka: 'Georgian', kk: 'Kazakh', km: 'Khmer', ko: 'Korean', la: 'Latin',
  lo: 'Lao', lt: 'Lithuanian', lv: 'Latvian', mk: 'Macedonian', mn: 'Mongolian', my: 'Burmese', nl: 'Dutch',
  no: 'Norwegian', pl: 'Polish', ps: 'Pashto', pt: 'Portuguese', ro: 'Romanian', ru: 'Russian', sh: 'Serbo-Croatian',
  sk: 'Slovak', sl: 'Slovene', sq: 'Albanian', sr: 'Serbian', sv: 'Swedish', syr: 'Syriac', th: 'Thai', tr: 'Turkish',
  ug: 'Uyghur', uk: 'Ukrainian', ur: 'Urdu', uz: 'Uzbek', vi: 'Vietnamese', yi: 'Yiddish', zh: 'Chinese',
};

/** "Russian" for `ru` and `ru-Cyrl`; the tag itself where no name is known. */
export function languageName(tag: string): string {
  return names[tag.split('-')[0]?.toLowerCase() ?? ''] ?? tag;
}
