/**
 * Numbers under which a document was sent, received or filed: "No. 4040", "Spec. Nos. 1127–1128", "cables 388 and 389", "Our numbers 455 and
 * 456", "Incoming No. 2254", "entry 0933", and those of a registry that need no label ("1874/yuva", "118/1962").
 */
import { madeOnce } from '../made-once.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anyOf, lowered, wordsOf } from '../words.js';

export interface NumberSpan {
  value: string;
  /** Bounds of the value. */
  start: number;
  end: number;
  /** Whether it was given where the document was written or where it arrived. */
  moment: 'written' | 'received';
}

export interface NumberReading {
  /** Bounds of labels and values. */
  start: number;
  end: number;
  numbers: NumberSpan[];
}

interface Grammar {
  labelled: RegExp;
  value: RegExp;
}

const digits = '[\\p{L}]{0,3}\\d(?:[\\p{L}\\d/-]*[\\p{L}\\d])?';

/** In small letters, as is the text that they are looked for in. An abbreviation in a phrase may have its full stop ("incoming no", "entry No."). */
function list(words: readonly string[]): string {
  return anyOf(words, '#', '\\.?\\s+');
}

const grammarOf = madeOnce((marks: Vocabulary['marks']): Grammar => {
  const { before, incoming, joints } = marks.numberWords;
  // "388 and 389", "1127–1128", "12, 13".
  const more = `(?:\\s*(?:[,–+&]|\\s-\\s|${list(joints)}(?=\\s))\\s*${digits}(?![\\p{L}\\d:]|\\.\\d))*`;
  const noun = `${list(marks.number)}(?:\\.|(?<=\\P{L})|(?=[\\s\\d:]))`;
  const qualifier = `(?:${list([...before, ...incoming])}\\.?\\s+){0,4}`;
  return {
    labelled: new RegExp(
      `(?<![\\p{L}\\d])(?<label>${qualifier}${noun}|${list(incoming)}\\.?(?=\\s))\\s*:?\\s*(?<values>${digits}${more})`,
      'gu',
    ),
    value: new RegExp(`(?<![\\p{L}\\d/-])${digits}`, 'gu'),
  };
});

/** All numbers with their labels in a short text; those that are of something else ("your No. 163", "Copy No. 2") are passed over. */
export function findNumbers(text: string, { marks }: Vocabulary): NumberReading[] {
  if (!/\d/u.test(text)) return [];
  const { labelled, value } = grammarOf(marks);
  const { incoming, others } = marks.numberWords;
  return [...lowered(text).matchAll(labelled)].flatMap((match): NumberReading[] => {
    const { label = '' } = match.groups ?? {};
    const before = wordsOf(text.slice(Math.max(0, match.index - 40), match.index)).at(-1) ?? '';
    if (wordSet(others).has(before)) return [];
    const arrived = wordsOf(label).some((word) => wordSet(incoming).has(word));
    const end = match.index + match[0].length;
    const from = end - (match.groups?.['values'] ?? '').length;
    const numbers = [...text.slice(from, end).matchAll(value)].map((one): NumberSpan => ({
      value: one[0],
      start: from + one.index,
      end: from + one.index + one[0].length,
      moment: arrived ? 'received' : 'written',
    }));
    return [{ start: match.index, end, numbers }];
  });
}

/** Figures with letters or further figures behind a stroke, as registries make them; a mere fraction or a date is none. */
const registry =
  /^(?:\p{L}{1,4}[. -])?(?=[^/]*\d)[\p{L}\d]+(?:[.-][\p{L}\d]+)*(?:\/[\p{L}\d]+(?:[.-][\p{L}\d]+)*\.?)+$/u;

/** True for words that are a number of a registry and nothing else. */
export function isRegistryNumber(text: string): boolean {
  return (
    text.length <= 40 &&
    /\d/u.test(text) &&
    registry.test(text) &&
    !/^\d{1,2}\/(?:\d{1,2}|[IVX]{1,4})\/\d{2,4}$/u.test(text)
  );
}
