/** Which note the editor speaks of: the one whose words, or a part of them, are quoted (`marginalia` in the sidecar). */
import type { Sidecar } from '../../config/sidecar.js';
import { report } from '../../diagnostics/report.js';
import { fold } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import type { Statement } from './statements.js';

/**
 * Statement → index of the word about it. A note is quoted whole, or by a part that stands in no other; `occurrence`
 * tells notes apart in which the quoted words stand alike. What is quoted in no note, in several, or twice, is reported at its
 * place in the sidecar, with the notes that could be meant and their lines and columns in the source.
 */
export function addressed(
  sidecar: Sidecar | undefined,
  statements: readonly Statement[],
  at: Locator,
): ReadonlyMap<Statement, number> {
  const found = new Map<Statement, number>();
  if (!sidecar?.value.marginalia) return found;
  const texts = statements.map((statement) => ({ statement, text: fold(wordsOf(statement)) }));
  const shown = (of: readonly Statement[]): string =>
    of
      .map((one) => {
        const { line, column } = at(one.start, one.end).start;
        return `“${wordsOf(one)}” (${String(line)}:${String(column)})`;
      })
      .join(', ');
  sidecar.value.marginalia.forEach((word, i) => {
    const key = fold(word.note);
    const whole = texts.filter(({ text }) => text === key);
    const meant = (whole.length > 0 ? whole : texts.filter(({ text }) => holds(text, key))).map(
      ({ statement }) => statement,
    );
    const { occurrence } = word;
    const [one] = occurrence === undefined ? (meant.length === 1 ? meant : []) : meant.slice(occurrence - 1);
    const place = sidecar.placeOf(['marginalia', i, 'note']);
    const actual = `note “${word.note}”`;
    if (one && !found.has(one)) found.set(one, i);
    else if (one)
      report(sidecar.file, 'quotation-ambiguous', {
        place,
        actual: `${actual}, of which another entry speaks, too`,
        expected: 'one entry a note',
      });
    else if (meant.length > 0 && occurrence === undefined)
      report(sidecar.file, 'quotation-ambiguous', {
        place,
        actual: `${actual}, which can be ${String(meant.length)} notes`,
        expected: `more words of it, or its \`occurrence\`, for one of ${shown(meant)}`,
      });
    else
      report(sidecar.file, 'quotation-not-found', {
        place,
        actual: occurrence === undefined ? actual : `${actual}, occurrence ${String(occurrence)}`,
        expected:
          meant.length > 0
            ? `at most ${String(meant.length)}: ${shown(meant)}`
            : statements.length > 0
              ? `words of one of ${shown(statements)}`
              : 'no word on marginal notes: the source reports none',
      });
  });
  return found;
}

function wordsOf({ words, sign }: Statement): string {
  return words ?? sign ?? '';
}

/** True if words stand in a text, whole ones at both ends. */
function holds(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + 1)) {
    const [before = '', after = ''] = [text[i - 1], text[i + words.length]];
    const cutsBefore = letter.test(before) && letter.test(words[0] ?? '');
    const cutsAfter = letter.test(after) && letter.test(words.at(-1) ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}
