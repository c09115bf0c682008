/** What is not about the document and comes from the build: words of the interface, versions, choices of the design. */
import type { Behaviour } from './behaviours.js';
import type { Words, WordsTable } from './words.js';

export interface GalleyContext {
  /** Words of the interface in the document's language, or English where it has none (`wordsFor`). */
  words: Words;
  /**
   * Words of all languages, for the punctuation of passages in another one. Without it passages in a language other
   * than that of `words` keep the punctuation of the source.
   */
  languages?: WordsTable;
  /** Version of the program. */
  version: string;
  /** SHA-256 of the TEI file, lower-case hex. */
  teiSha256: string;
  /** Name of the TEI file. */
  teiFile: string;
  /** ISO date of the build. */
  date: string;
  /** What that date is the date of: stated for the edition (if absent), upload of the page, release of the program. */
  dateOf?: 'edition' | 'page' | 'program';
  /** `typographic`: quotation marks, apostrophes and ranges of numbers as the language prints them. */
  punctuation: 'typographic' | 'as-source';
  /** Parts of the edition to leave out or in; all are shown unless they are `false`. */
  show?: Readonly<Partial<Record<GalleyPart, boolean>>>;
  /** A project's own entries; they win over the built-in ones of the same weight. */
  behaviours?: readonly Behaviour[];
}

export type GalleyPart = 'kicker' | 'summary' | 'report' | 'sources' | 'rights' | 'colophon';
