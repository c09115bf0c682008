/**
 * Passages that a report numbers or counts. An expression that can be counted in several ways, or whose literal reading the words of the note
 * contradict, is ambiguous: the literal reading is taken and the candidates are shown.
 */
import { sentenceEnds } from '../body/sentences.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import type { AnchorExpression, OrdinalValue } from './anchor-expression.js';
import type { Passage, PassageIndex, Resolution } from './passage-index.js';

/** The passages of one of the outermost lists. */
export function ofList(index: PassageIndex, value: OrdinalValue): PassageIndex {
  const lists = [...new Set(index.points.flatMap(({ list }) => list ?? []))];
  const list = pick(lists, value);
  const points = index.points.filter((point) => list !== undefined && point.list === list);
  const ids = new Set(points.map(({ id }) => id));
  const isIn = ({ id, points: around }: Passage): boolean =>
    ids.has(id) || around?.some((one) => ids.has(one)) === true;
  return { ...index, points, paragraphs: index.paragraphs.filter(isIn), blocks: points };
}

export function byNumbers(
  expression: AnchorExpression & { kind: 'numbers' },
  index: PassageIndex,
): Resolution {
  const resolution: Resolution = { ids: [], state: 'found', candidates: [] };
  if (expression.target === 'line' || expression.target === 'sentence')
    return { ...resolution, state: 'unresolved' };
  for (const value of expression.values) {
    const bearing = index.points.filter((point) => point.n === value);
    // "point 2" is one of a list before any other paragraph that bears the number.
    const listed = expression.target === 'point' ? bearing.filter(({ list }) => list !== undefined) : [];
    const outer = listed.length > 0 ? listed : bearing;
    // "1b" by its path; "b" alone where no outer point has it.
    const numbered =
      outer.length > 0
        ? outer
        : index.inner.filter(
            (point) => point.n === value || (/^\D$/u.test(value) && point.n?.endsWith(value)),
          );
    const counted =
      numbered.length === 0 && expression.target === 'paragraph'
        ? index.paragraphs[Number(value) - 1]
        : undefined;
    const [first] = numbered;
    if (first) {
      resolution.ids.push(first.id);
      if (numbered.length > 1) {
        resolution.candidates.push(...numbered);
        resolution.state = 'ambiguous';
      }
    } else if (counted) resolution.ids.push(counted.id);
    else return { ids: [], state: 'unresolved', candidates: [] };
  }
  return resolution;
}

export function pick<T>(passages: readonly T[], value: OrdinalValue): T | undefined {
  if (value === 'last') return passages.at(-1);
  if (value === 'penultimate') return passages.at(-2);
  return value < 0 ? passages.at(value) : passages[value - 1];
}

export function byOrdinals(
  expression: AnchorExpression & { kind: 'ordinals' },
  words: string | undefined,
  index: PassageIndex,
  vocabulary: Vocabulary,
): Resolution {
  if (expression.target === 'line') return { ids: [], state: 'unresolved', candidates: [] };
  if (expression.target === 'sentence') return sentences(expression, index, vocabulary);
  const resolution: Resolution = { ids: [], state: 'found', candidates: [] };
  for (const value of expression.values) {
    const own = expression.target === 'point' ? index.points : ofText(index.paragraphs);
    const literal = pick(own, value);
    if (!literal) return { ids: [], state: 'unresolved', candidates: [] };
    resolution.ids.push(literal.id);
    const others =
      expression.target === 'paragraph'
        ? otherReadings(value, literal, words, index, vocabulary, expression.values.length === 1)
        : [];
    if (others.length > 0) {
      resolution.state = 'ambiguous';
      resolution.candidates.push(literal, ...others);
    }
  }
  return resolution;
}

/** The paragraphs of the text: lines before the first that ends as a sentence does, or leads something in, are of the head. */
function ofText(paragraphs: readonly Passage[]): readonly Passage[] {
  const first = paragraphs.findIndex(
    ({ text, n, points }) =>
      n !== undefined || points !== undefined || /[.!?:…]["”’)\]]*\s*$/u.test(text) || text.length > 200,
  );
  return first > 0 && first < 8 ? paragraphs.slice(first) : paragraphs;
}

/** Sentences are counted over the whole text; the paragraph that holds one stands for it, and the editor is asked. */
function sentences(
  expression: AnchorExpression & { kind: 'ordinals' },
  index: PassageIndex,
  vocabulary: Vocabulary,
): Resolution {
  const holders = index.paragraphs.flatMap((passage) =>
    sentenceEnds(passage.text, vocabulary).map(() => passage),
  );
  const found = expression.values.map((value) => pick(holders, value));
  const known = found.filter((passage) => passage !== undefined);
  if (known.length < found.length) return { ids: [], state: 'unresolved', candidates: [] };
  return { ids: [...new Set(known.map(({ id }) => id))], state: 'ambiguous', candidates: known };
}

/** Other passages that an editor who counted on the page could have meant. */
function otherReadings(
  value: OrdinalValue,
  literal: Passage,
  words: string | undefined,
  index: PassageIndex,
  vocabulary: Vocabulary,
  alone: boolean,
): Passage[] {
  const others: Passage[] = [];
  // A point counts as one paragraph, or each of its paragraphs does.
  const byBlocks = pick(index.blocks, value);
  if (byBlocks && byBlocks.id !== literal.id) others.push(byBlocks);
  // Or points do not count at all.
  const unnumbered = pick(
    index.blocks.filter((block) => block.n === undefined),
    value,
  );
  if (unnumbered && unnumbered.id !== literal.id) others.push(unnumbered);
  // The very words of the note stand in another paragraph.
  const holders =
    words !== undefined && wordsOf(words).length > 1
      ? index.paragraphs.filter(({ text }) => containsPhrase(text, words))
      : [];
  const [holder] = holders;
  if (alone && holder && holders.length === 1 && holder.id !== literal.id) others.push(holder);
  // The last paragraph is a formula, or the note speaks of what only the one before it says.
  if (value === 'last' && alone) {
    const before = pick(index.blocks, 'penultimate');
    if (
      before &&
      before.id !== literal.id &&
      (isFormula(literal.text, vocabulary) || answers(words, before.text, literal.text, vocabulary))
    )
      others.push(before);
  }
  return others.filter((passage, i) => others.findIndex(({ id }) => id === passage.id) === i);
}

/** True if a text holds a phrase, whatever its case. */
function containsPhrase(text: string, phrase: string): boolean {
  return ` ${wordsOf(text, 20_000).join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `);
}

/** One sentence that only asks for orders or an answer. */
function isFormula(text: string, vocabulary: Vocabulary): boolean {
  return (
    sentenceEnds(text, vocabulary).length <= 1 &&
    vocabulary.body.closingRequests.some((phrase) => startsWithWord(text, phrase))
  );
}

/** True if a word of weight in the note stands in the one passage and not in the other. */
function answers(
  words: string | undefined,
  passage: string,
  literal: string,
  vocabulary: Vocabulary,
): boolean {
  if (words === undefined) return false;
  const small = wordSet(vocabulary.body.functionWords);
  const weighty = wordsOf(words).filter((word) => word.length > 3 && !small.has(word));
  const there = new Set(wordsOf(passage, 20_000));
  const here = new Set(wordsOf(literal, 20_000));
  return weighty.some((word) => there.has(word)) && !weighty.some((word) => here.has(word));
}
