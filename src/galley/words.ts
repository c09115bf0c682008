/**
 * Words of the interface: headings, descriptions and the colophon, and the marks of punctuation of one language.
 * They stand in templates/words/<language>.yaml and never in code; a project's own table has the same shape.
 */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';

/**
 * The shape of a table of words. A text says which `{placeholders}` it may hold; a list, a pair and a table of free keys
 * say so by name. `Words` and `checkWords` are both made from it, so they cannot disagree.
 */
const shape = {
  /** BCP 47 tag of the words. */
  lang: text(),
  quotation: {
    /** Opening and closing mark, one character each: what stands for `"` and for `'`. */
    double: 'pair',
    single: 'pair',
    apostrophe: text(),
    /** Words that lose their beginning to an apostrophe ("tis"), in lower case. */
    elisions: 'list',
  },
  numbers: {
    /** Words before a range of numbers ("pp", "points"), without their full stop, in lower case. */
    ranges: 'list',
    /** Words before a number that is one number though it holds a hyphen ("no"), likewise. */
    single: 'list',
  },
  /** Articles, prepositions and conjunctions, lower case: they do not end a line of a title, nor a title cut short. */
  joining: 'list',
  headings: {
    summary: text(),
    document: text(),
    report: text(),
    /** Over one copy. */
    source: text(),
    sources: text(),
    rights: text(),
    colophon: text(),
  },
  /** Between date and place above the title. */
  kicker: { separator: text() },
  /** Brackets put around words whose element has no brackets in its text, and words for what is not there. */
  marks: {
    supplied: 'pair',
    unclear: 'pair',
    gap: text(),
  },
  note: {
    /** First line of a marginal note: hand, addressee and place, those there are. */
    separator: text(),
    to: text('name'),
    /** Several addressees, several places of one note. */
    and: text(),
    /** After a footnote, where the edition has several editors: whose it is. */
    by: text('name'),
    /** Said in place of the place when the anchor is uncertain. */
    uncertain: text(),
    /** The same for a note of which nothing says where it was written. */
    unplaced: text(),
    /** Place on the page by TEI's values, `margin` left away: "top", "top right", "left" … */
    places: 'table',
  },
  /** What assistive technology announces. The parts are filled in with their own words, or left empty. */
  description: {
    marginal: text('by', 'to', 'place', 'anchor', 'certainty'),
    by: text('hand'),
    to: text('name'),
    place: text('place'),
    point: text('n'),
    paragraph: text(),
    numbered: text('n'),
    passage: text('words'),
    heading: text(),
    document: text(),
    other: text(),
    uncertain: text(),
    footnote: text('n'),
    /** The link from a marginal note to the passage it stands beside. */
    back: text(),
  },
  /** Before the rights of the document, and before the licence of the edition. */
  rights: { document: text(), edition: text() },
  /** What the editor states of a copy and its reference does not say. */
  source: { corrected: text('words'), leaves: text('words') },
  /** Who made the edition. */
  imprint: {
    /** Between names, and before the last of them. */
    separator: text(),
    last: text(),
    /** Roles of `edition.yaml` in lower case, by their code among the MARC relators; for the metadata of the EPUB. */
    relators: 'table',
  },
  colophon: {
    made: text('title', 'file', 'version'),
    /** What the date of the build is: that of the edition, of the page, of the program. */
    edition: text('date'),
    page: text('date'),
    program: text('date'),
    checksum: text('checksum'),
    punctuation: text(),
    repeated: text(),
    uncertain: text('mark'),
    added: text(),
  },
} as const;

interface TextShape<P extends string> {
  readonly placeholders: readonly P[];
}
type Shape = TextShape<string> | 'pair' | 'list' | 'table' | { readonly [key: string]: Shape };
type Shaped<S> =
  S extends TextShape<string>
    ? string
    : S extends 'pair'
      ? readonly [string, string]
      : S extends 'list'
        ? readonly string[]
        : S extends 'table'
          ? Readonly<Record<string, string>>
          : { readonly [K in keyof S]: Shaped<S[K]> };

/** The words of one language. */
export type Words = Shaped<typeof shape>;
/** Tables of words by BCP 47 tag, as compiled from templates/words. */
export type WordsTable = Readonly<Record<string, Words>>;

function text<P extends string>(...placeholders: P[]): TextShape<P> {
  return { placeholders };
}

/**
 * What is wrong with a table of words, one sentence each with the path of the entry; empty if nothing is. A table
 * without faults is a `Words`.
 */
export function checkWords(value: unknown): string[] {
  const faults: string[] = [];
  check(value, shape, '', faults);
  if (faults.length === 0) {
    const { quotation } = value as Words; // no fault: it has the shape
    for (const mark of [...quotation.double, ...quotation.single, quotation.apostrophe]) {
      if (mark.length !== 1) faults.push(`quotation: "${mark}" is not one character`);
    }
  }
  return faults;
}

function check(value: unknown, expected: Shape, path: string, faults: string[]): void {
  const at = path === '' ? 'the table' : path;
  if (expected === 'list' || expected === 'pair') {
    const fits = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    if (!fits) faults.push(`${at} is no list of texts`);
    else if (expected === 'pair' && value.length !== 2) faults.push(`${at} needs two entries`);
  } else if (expected === 'table') {
    if (!isRecord(value)) faults.push(`${at} is no table`);
    else
      for (const [key, entry] of Object.entries(value))
        if (typeof entry !== 'string') faults.push(`${at}.${key} is no text`);
  } else if (isText(expected)) {
    if (typeof value !== 'string') faults.push(`${at} is no text`);
    else
      for (const [, name = ''] of value.matchAll(placeholder))
        if (!expected.placeholders.includes(name)) faults.push(`${at}: nothing fills {${name}}`);
  } else if (isRecord(value)) {
    for (const [key, part] of Object.entries(expected))
      check(value[key], part, path === '' ? key : `${path}.${key}`, faults);
    for (const key of Object.keys(value)) if (!(key in expected)) faults.push(`${at} has no entry "${key}"`);
  } else faults.push(`${at} is no table`);
}

function isText(expected: Shape): expected is TextShape<string> {
  return typeof expected === 'object' && Array.isArray(expected['placeholders']);
}
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The words for a language: its own, those of its parent (`de-AT` → `de`), else English, which is reported as
 * `words-language-missing`.
 * @throws {TypeError} if the table has no English
 */
export function wordsFor(lang: string, table: WordsTable, file?: VFile): Words {
  const found = lookUpWords(lang, table);
  if (found) return found;
  const english = table['en'];
  if (!english) throw new TypeError('the table of words has no English');
  if (file)
    report(file, 'words-language-missing', {
      reason: `The interface has no words in "${lang}"; English stands in for them`,
    });
  return english;
}

/** Look-up of RFC 4647, section 3.4; no fallback to English. */
export function lookUpWords(lang: string, table: WordsTable): Words | undefined {
  let range = lang.toLowerCase();
  for (;;) {
    if (Object.hasOwn(table, range)) return table[range];
    const cut = range.lastIndexOf('-');
    if (cut < 0) return undefined;
    range = range.slice(0, cut).replace(/-[a-z0-9]$/, '');
  }
}

const placeholder = /\{([a-zA-Z]+)\}/g;

/**
 * Fills the `{placeholders}` of a text. Values are not read for placeholders again.
 * @throws {TypeError} if a placeholder has no value
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new TypeError(`nothing fills {${name}} in "${template}"`);
    return value;
  });
}
