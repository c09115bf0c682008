/** Whether a text is an editor's report of what is written on a page by hand. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';

/** True if the text has a verb or noun of writing, and a place on the page, an anchor, or quoted words. */
export function looksLikeReport(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 8000) return false;
  const { reports } = vocabulary;
  const words = wordsOf(text.replace(/["“][^"“”]{0,600}["”]/gu, ' '), 4000);
  const verbs = wordSet(reports.verbs);
  const nouns = wordSet(reports.nouns);
  const writes = words.some((word) => verbs.has(word));
  const written = words.some((word) => nouns.has(word));
  if (!writes && !written) return false;
  const joined = ` ${words.join(' ')} `;
  const placed = reports.places.some(({ words: phrases }) =>
    phrases.some((phrase) => joined.includes(` ${phrase.replaceAll('-', '-')} `)),
  );
  if (placed) return true;
  const besides = wordSet(reports.beside);
  const targets = new Set([
    ...reports.targets.point,
    ...reports.targets.paragraph,
    ...reports.targets.sentence,
    ...reports.targets.line,
    ...reports.targets.heading,
  ]);
  const anchored = words.some(
    (word, i) => besides.has(word) && words.slice(i + 1, i + 6).some((next) => targets.has(next)),
  );
  const quoted = /["“«][^"“”»]+["”»]/u.test(text);
  return anchored && (quoted || writes) ? true : quoted && writes && written;
}
