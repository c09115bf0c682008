/**
 * Which hyphenation patterns a language has. The patterns are TeX's (hyph-utf8), as the package `hyphen` carries them.
 */

/** Names of pattern files by BCP 47 tag, lower case; a longer tag without an entry takes that of its beginning. */
export const patternFiles: ReadonlyMap<string, string> = new Map([
  ['be', 'be'],
  ['bg', 'bg'],
  ['ca', 'ca'],
  ['cs', 'cs'],
  ['cy', 'cy'],
  ['da', 'da'],
  ['de', 'de-1996'],
  ['de-1901', 'de-1901'],
  ['de-at-1901', 'de-1901'],
  ['de-de-1901', 'de-1901'],
  ['de-ch-1901', 'de-ch-1901'],
  ['el', 'el-monoton'],
  ['el-polyton', 'el-polyton'],
  // English without a country: the patterns of TeX's `english`, which break least.
  ['en', 'en-us'],
  ['en-au', 'en-gb'],
  ['en-gb', 'en-gb'],
  ['en-ie', 'en-gb'],
  ['en-in', 'en-gb'],
  ['en-nz', 'en-gb'],
  ['en-us', 'en-us'],
  ['en-za', 'en-gb'],
  ['es', 'es'],
  ['et', 'et'],
  ['eu', 'eu'],
  ['fi', 'fi'],
  ['fr', 'fr'],
  ['ga', 'ga'],
  ['gl', 'gl'],
  ['grc', 'grc'],
  ['hr', 'hr'],
  ['hsb', 'hsb'],
  ['hu', 'hu'],
  ['hy', 'hy'],
  ['id', 'id'],
  ['is', 'is'],
  ['it', 'it'],
  ['ka', 'ka'],
  ['la', 'la'],
  ['lt', 'lt'],
  ['lv', 'lv'],
  ['mk', 'mk'],
  ['mn', 'mn-cyrl'],
  ['nb', 'nb'],
  ['nl', 'nl'],
  ['nn', 'nn'],
  ['no', 'no'],
  ['oc', 'oc'],
  ['pl', 'pl'],
  ['pt', 'pt'],
  ['rm', 'rm'],
  ['ro', 'ro'],
  ['ru', 'ru'],
  ['sk', 'sk'],
  ['sl', 'sl'],
  ['sq', 'sq'],
  ['sr', 'sr-cyrl'],
  ['sr-latn', 'sh-latn'],
  ['sv', 'sv'],
  ['tk', 'tk'],
  ['tr', 'tr'],
  ['uk', 'uk'],
  ['zh-latn', 'zh-latn-pinyin'],
]);

/**
 * @param tag BCP 47 language tag, any case
 * @returns the name of the patterns, undefined if the language has none (or, as `sr-Latn`, other ones: looked up first)
 */
export function patternsFor(tag: string): string | undefined {
  let key = tag.toLowerCase();
  for (;;) {
    const found = patternFiles.get(key);
    if (found !== undefined) return found;
    const end = key.lastIndexOf('-');
    if (end < 0) return undefined;
    key = key.slice(0, end);
  }
}
