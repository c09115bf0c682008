/** Passages that are named by what they are about: the words of the subject stand in them. */
import type { Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import type { AnchorExpression } from './anchor-expression.js';
import type { Passage, PassageIndex, Resolution } from './passage-index.js';

/** Characters of a passage that are looked at. */
const farthest = 20_000;

/** Found where one passage alone has all words of the subject; where several have them, the first that bears no number is taken, and the editor is asked. */
export function bySubject(
  { target, subject }: AnchorExpression & { kind: 'subject' },
  index: PassageIndex,
  vocabulary: Vocabulary,
): Resolution {
  const wanted = subject.map((word) => stemOf(word, vocabulary));
  const passages = target === 'point' ? index.points : index.paragraphs;
  const holders = passages.filter(({ text }) => {
    const there = new Set(wordsOf(text, farthest).map((word) => stemOf(word, vocabulary)));
    return wanted.every((word) => there.has(word));
  });
  const numbered = new Set(index.points.map(({ id }) => id));
  const isPoint = ({ id }: Passage): boolean => numbered.has(id);
  const ordered =
    target === 'point' ? holders : [...holders.filter((one) => !isPoint(one)), ...holders.filter(isPoint)];
  const [first] = ordered;
  if (!first) return { ids: [], state: 'unresolved', candidates: [] };
  return ordered.length === 1
    ? { ids: [first.id], state: 'found', candidates: [] }
    : { ids: [first.id], state: 'ambiguous', candidates: ordered };
}

/** A word without the endings that make no other word of it. */
function stemOf(word: string, { reports }: Vocabulary): string {
  const ending = reports.anchorWords.inflections.find(
    (one) => word.length > one.length + 2 && word.endsWith(one),
  );
  return ending === undefined ? word : word.slice(0, -ending.length);
}
