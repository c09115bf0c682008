/** Pages for properties: real fixtures torn apart and put together again, with junk of every script between. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const folder = new URL('../fixtures/', import.meta.url);

/** Texts of the fixtures that are pages. */
export const pages: string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .filter((entry) => readdirSync(new URL(`${entry.name}/`, folder)).includes('source.txt'))
  .map((entry) => readFileSync(new URL(`${entry.name}/source.txt`, folder), 'utf8'));

const lines = [...new Set(pages.flatMap((page) => page.split('\n')))].filter((line) => line.trim() !== '');

const junk = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '[[[',
    '"',
    '1.',
    '1. ',
    '(a)',
    'a) b',
    '\u00a0',
    '\u00a0\u00a0x\u00a0',
    '[sic]',
    '[sic, x]',
    'To:',
    'From',
    'Copies:',
    'No.',
    '& < > " \' ]]> <!-- -- --> <?x?>',
    '1. A b. 2. C d. 3. E f. Then g.',
    'e\u0301 \u{1f600} \u05e9\u05dc\u05d5\u05dd 조선 中国 Москва',
    '[In the margins X wrote "y" beside the last paragraph and "z" beside points 1-99 and the first line.]',
    'fond fond fond opis 1 1 1; and and',
    'p1',
    '-'.repeat(70),
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'the',
        'of',
        'Stalin',
        'wrote',
        '"x"',
        'beside',
        'point',
        '1',
        'and',
        'paragraph',
        'last',
        ',',
        '.',
        ';',
        '[',
        ']',
        'To',
        'A',
      ),
      { maxLength: 20 },
    )
    .map((words) => words.join(' ')),
);

/** Control characters and the like are refused before reading; here they are left out. */
function clean(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\ufdd0-\ufdef\ufffe\uffff]/gu, '');
}

const line = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...lines) }, { weight: 2, arbitrary: junk });

/** A page made of lines of pages and junk, in an order that no page has. */
const shuffled = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', '\n\u00a0\n')), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''));

/** A real page with lines taken out, doubled or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...pages),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'insert', 'cut'), junk), { maxLength: 6 }),
  )
  .map(([page, edits]) => {
    const parts = page.split('\n');
    for (const [at, edit, text] of edits) {
      const i = at % parts.length;
      const old = parts[i] ?? '';
      if (edit === 'drop') parts.splice(i, 1);
      else if (edit === 'double') parts.splice(i, 0, old);
      else if (edit === 'insert') parts.splice(i, 0, text);
      else parts[i] = old.slice(0, at % (old.length + 1)) + text;
      if (parts.length === 0) parts.push('x');
    }
    return parts.join('\n');
  });

export const anyPage: fc.Arbitrary<string> = fc
  .oneof(mutated, mutated, shuffled, fc.string({ unit: 'grapheme' }))
  .map(clean);
