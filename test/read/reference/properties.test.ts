/** What holds of any text: no word is lost, spans are what they say, the same text reads the same, time grows with length. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/edition/types.js';
import { readReference, type ReferenceReading } from '../../../src/read/reference/index.js';
import { tokenise } from '../../../src/read/reference/tokens.js';
import { tables } from './tables.js';

const start = { line: 7, column: 5, offset: 1000 };

/** Pieces that references are made of, so that random texts come near to them. */
const piece = fc.oneof(
  fc.constantFrom(
    'APRF',
    'AP RF',
    'AVPRF',
    'РГАСПИ',
    'MOL',
    'NARA',
    'National Archives',
    'Polish Foreign Ministry Archive',
    'Ibid.',
    'Там же',
    'the',
    'Foo Archive',
    'Fond',
    'f.',
    'ф.',
    'Opis',
    'op.',
    'delo',
    'D.',
    'Dd.',
    'Papka',
    'p.',
    'pp.',
    'Listy',
    'l.',
    'лл.',
    'об.',
    'ob',
    'Box',
    'Folder no.',
    'RG',
    'Lot',
    'doboz',
    'а.е.',
    'HN',
    'and',
    ' and ',
    '; and',
    ';',
    ',',
    '.',
    ':',
    '(',
    ')',
    '[',
    ']',
    '"',
    '«',
    '»',
    '“',
    '”',
    '-',
    '–',
    '/',
    '\n',
    '\n\n',
    '\r\n',
    '\u00a0',
    '  ',
    ' ',
    ' ',
    ' ',
    '12',
    '059a',
    'Р-9479',
    '12-13',
    '221–2',
    '0078',
    '1950',
    'XIX-J-1-j',
    'DY 30',
    '106-01403-02',
    '611.93/11–1055',
    'PREM19/1182',
    'not given',
    'unknown',
    'no fond',
    'without number',
    'Translated by',
    'Obtained by',
    'Published in',
    'copy on file at',
    'another copy in',
    'a copy is held at',
    'is missing from the file',
    'por. 14',
    'Trans.',
    'Translation:',
    'Courtesy of',
    'Department of History',
    'for CWIHP',
    'A. Petrova',
    'Original',
    'Secret',
    'Копия',
    'formerly',
    'Papers',
    'Central Files',
    'ed.',
    'Vol.',
    '(Moscow: Nauka, 1999)',
    'Korea',
    'Source:',
    '№',
    '?',
    '…',
    '\u200b',
    '\ud800',
    '𝟙',
    'ё',
    'й',
    '漢',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '', ' ')), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));

function read(value: string): { found: ReferenceReading; file: VFile } {
  const file = new VFile();
  return { found: readReference(value, start, tables, file), file };
}

/** Everything that the reading takes words into, with its offsets in the text. */
function taken(found: ReferenceReading): { text: string; start: number; end: number }[] {
  const parts = [
    ...found.copies.map(({ verbatim, position }) => ({ text: verbatim, position })),
    ...found.printedSources.map(({ verbatim, position }) => ({ text: verbatim, position })),
    ...found.responsibilities.map(({ text: words, position }) => ({ text: words, position })),
    ...found.copies.flatMap(({ provenance }) =>
      provenance.map(({ text: words, position }) => ({ text: words, position })),
    ),
    ...found.separators,
  ];
  return parts
    .map(({ text: words, position }) => ({
      text: words,
      start: (position?.start.offset ?? NaN) - start.offset,
      end: (position?.end.offset ?? NaN) - start.offset,
    }))
    .sort((one, other) => one.start - other.start);
}

const between =
  /^(?:\s|[,;:./()[\]|•·\-‐‑‒–—―−]|and|also|as well as|the|и|і|та|und|et|i|y|&|oraz|sources?|archival source|archival reference|reference|источник|quelle)*$/iu;

describe('any text', () => {
  it('loses no word: every character stands in one copy, edition, statement or separator', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { found } = read(value);
        let from = 0;
        for (const part of taken(found)) {
          expect(value.slice(from, part.start).trim()).toBe('');
          expect(part.start).toBeGreaterThanOrEqual(from);
          expect(value.slice(part.start, part.end)).toBe(part.text);
          from = part.end;
        }
        expect(value.slice(from).trim()).toBe('');
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });

  it('has only marks, conjunctions and announcements for separators', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const separator of read(value).found.separators) expect(separator.text).toMatch(between);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });

  it('has spans that are what they say, and every word of a copy in a field or between fields', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const copy of read(value).found.copies) {
          const leaves: Span[] = copy.leaves;
          const spans: Span[] = [
            ...(copy.repository ? [copy.repository] : []),
            ...copy.shelfmark,
            ...copy.shelfmark.flatMap(({ label }) => (label ? [label] : [])),
            ...leaves,
            ...copy.lacunae,
            ...copy.former,
            ...copy.description,
            ...copy.remainder,
          ];
          const covered = new Uint8Array(copy.verbatim.length);
          for (const span of spans) {
            expect(copy.verbatim.slice(span.start, span.end)).toBe(span.text);
            expect(span.text.trim()).toBe(span.text);
            expect(covered.subarray(span.start, span.end).includes(1)).toBe(false);
            covered.fill(1, span.start, span.end);
          }
          const rest = tokenise(copy.verbatim).filter(({ start: at }) => covered[at] === 0);
          for (const token of rest)
            if (token.kind !== 'mark')
              expect(token.norm).toMatch(
                /^(?:and|also|as|well|the|in|is|at|held|и|і|i|y|et|und|та|oraz|source|sources|reference|источник|quelle|archival)$/,
              );
        }
      }),
      // An archive that comes late, with its article, completes what stands before it.
      {
        numRuns: Number(process.env['RUNS'] ?? 1000),
        examples: [['\u0000 . the APRF '], ['Reel 79, the RGANI, f. 5']],
      },
    );
  });

  it('has leaves without spaces, keys that are names, and a message for each part that was not understood', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { found, file } = read(value);
        for (const copy of found.copies) {
          for (const { from, to } of copy.leaves) expect(`${from}${to}`).toMatch(/^\S+$/u);
          if (copy.repository) expect(copy.repository.key).toMatch(/^\p{L}[\p{L}\p{M}\p{N}-]*$/u);
        }
        const unread = found.copies.flatMap(({ remainder }) => remainder);
        const told = file.messages.filter(({ ruleId }) => ruleId === 'reference-not-understood');
        expect(told.length).toBeGreaterThanOrEqual(unread.length);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });

  it('reads the same twice, and places do not change what is read', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(read(value).found).toEqual(read(value).found);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });
});

describe('long and hostile texts', () => {
  const hundred = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length));
  it.each([
    'a, b; c and ',
    'APRF and ',
    'the ',
    'and ',
    '(',
    ')',
    '[(«"',
    '"',
    '. ',
    '.',
    '-',
    '/',
    '1',
    '1-',
    '1/',
    'a.',
    'A. ',
    'f. ',
    'f.1,',
    'f. 1; ',
    'l. 1, ',
    '1, ',
    'l. 1-2, 3 and 4, ',
    'Fond and Opis ',
    'no fond, ',
    'Translated by A and ',
    'obtained and ',
    'obtained, ',
    'Published in A. B ',
    '(Moscow: Nauka, 1999) ',
    'Vol. 1, ed. ',
    'Archive of the ',
    'Foo Archive, ',
    'Foo Archive; ',
    'Ibid. ',
    'XIX-J-1-j Korea ',
    'formerly f. 1 (',
    'Original in Russian, ',
    'Secret; ',
    '\n\n',
    'APRF\n',
    'Box CL 1 ',
    'A B C 1 ',
    'i-i-',
    '12 об. ',
    'National Archives, ',
    'DY 30/J ',
    'copy copy copy on ',
    'Source: ',
    '“a” ',
    'p. 5 papka ',
    '4. doboz ',
    'MOL, 4. doboz, 5. ',
    'HN-1 ',
    'Korea Papers ',
    'microfilm copy ',
  ])('%j, over and over', (unit) => {
    const value = hundred(unit);
    const { found } = read(value);
    const length = taken(found).reduce((sum, part) => sum + part.text.replace(/\s+/g, '').length, 0);
    expect(length).toBe(value.replace(/\s+/g, '').length);
  });
});
