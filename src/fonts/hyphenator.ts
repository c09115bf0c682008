/**
 * Hyphenation by Liang's method (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) with the patterns of `hyphen`.
 */
import { createRequire } from 'node:module';
import type { Hyphenator } from '../typeset/measure.js';
import { patternsFor } from './patterns.js';

/** Letters that stay before and after a hyphen, as TeX has them for English. */
const leftMinimum = 2;
const rightMinimum = 3;
/** Words kept per language; then the cache starts again. */
const cacheLimit = 100_000;

/**
 * One run of letters, apostrophes inside allowed, with what stands around it. No figures: “059a” is no word; no second
 * run: a compound breaks at its own hyphen, an address nowhere.
 */
const wordShape = /^([^\p{L}\p{N}]*)(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)[^\p{L}\p{N}]*$/u;

interface Language {
  hyphenateLetters(letters: string): string;
  cache: Map<string, readonly number[]>;
}

const none: readonly number[] = [];

/**
 * Makes a hyphenator. Patterns are loaded when their language is first asked for (2–40 ms each) and then kept.
 * `hyphenate(word, lang)` takes a word with the punctuation that clings to it and gives UTF-16 offsets in it, ascending.
 * A language without patterns has no hyphens; so have abbreviations in capitals, mixed case, compounds and numbers.
 */
export function makeHyphenator(): Hyphenator {
  const byTag = new Map<string, Language | undefined>();
  const byPatterns = new Map<string, Language>();

  function languageOf(tag: string): Language | undefined {
    if (byTag.has(tag)) return byTag.get(tag);
    const name = patternsFor(tag);
    let language: Language | undefined;
    if (name !== undefined) {
      language = byPatterns.get(name) ?? { hyphenateLetters: loadPatterns(name), cache: new Map() };
      byPatterns.set(name, language);
    }
    byTag.set(tag, language);
    return language;
  }

  return {
    hyphenate(word, lang) {
      if (word.length < leftMinimum + rightMinimum) return none;
      const language = languageOf(lang);
      if (!language) return none;
      let offsets = language.cache.get(word);
      if (!offsets) {
        if (language.cache.size >= cacheLimit) language.cache = new Map();
        offsets = offsetsIn(word, language);
        language.cache.set(word, offsets);
      }
      return offsets;
    },
  };
}

function offsetsIn(word: string, language: Language): readonly number[] {
  const [, before, letters] = wordShape.exec(word) ?? [];
  if (before === undefined || letters === undefined) return none;
  const lower = letters.toLowerCase();
  // A capital inside is an abbreviation or a name like McDonald; a change of length would shift the offsets.
  if (lower.length !== letters.length || lower.slice(1) !== letters.slice(1)) return none;
  // The pattern tables write the apostrophe in ASCII.
  const marked = language.hyphenateLetters(lower.replaceAll('’', "'"));
  const offsets: number[] = [];
  let offset = 0;
  for (const piece of marked.split('\u00ad').slice(0, -1)) {
    offset += piece.length;
    const next = letters.charAt(offset);
    if (/\p{M}/u.test(next) || letters.charAt(offset - 1) === '’' || letters.charAt(offset - 1) === "'")
      continue;
    if (lettersOf(letters.slice(0, offset)) < leftMinimum) continue;
    if (lettersOf(letters.slice(offset)) < rightMinimum) continue;
    offsets.push(before.length + offset);
  }
  return offsets.length === 0 ? none : offsets;
}

function lettersOf(text: string): number {
  return text.replace(/[\p{M}'’]/gu, '').length;
}

/* What the package exports; its published types describe an older form of the tables. */
type Tables = readonly [
  levels: unknown,
  trie: unknown,
  exceptions?: Readonly<Record<string, readonly number[]>>,
];
type Factory = (
  tables: readonly [unknown, unknown],
  options: { html: boolean; hyphenChar: string; exceptions: string[] },
) => (text: string) => string;

/** Synchronous, since the need for a language shows only while a paragraph is being broken. */
function loadPatterns(name: string): (letters: string) => string {
  const require = createRequire(import.meta.url);
  // The casts, here and below: `require` is untyped; that the modules have this form is tested for every table in the list.
  const factory = require('hyphen/hyphen.js') as Factory;
  const [levels, trie, exceptions = {}] = tablesOf(name, require);
  return factory([levels, trie], {
    html: false,
    hyphenChar: '\u00ad',
    exceptions: Object.entries(exceptions).map(([word, markers]) => withHyphens(word, markers)),
  });
}

/** In the bundle they are read as JSON (bundle.mjs), which takes a seventh of the time that their modules take. */
function tablesOf(name: string, require: NodeJS.Require): Tables {
  return require(`hyphen/patterns/${name}.js`) as Tables;
}

/**
 * Exceptions of `hyphen` 1.14 count the hyphens before each place as letters (associate: 2, 5 for as-so-ciate), but are
 * applied as if they did not (as-soc-iate); written out, they are applied rightly.
 */
function withHyphens(word: string, markers: readonly number[]): string {
  let hyphenated = word;
  for (const marker of markers) hyphenated = `${hyphenated.slice(0, marker)}-${hyphenated.slice(marker)}`;
  return hyphenated;
}
