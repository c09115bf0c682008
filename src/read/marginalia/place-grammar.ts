/** Places on the page: "in the left margin", "at the top right of the first page", "across the text". */
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Token } from './tokens.js';

/** Phrases as words, by their first word. */
const byFirst = madeOnce((phrases: readonly string[]): ReadonlyMap<string, string[][]> => {
  const known = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const list = known.get(words[0] ?? '');
    if (list) list.push(words);
    else known.set(words[0] ?? '', [words]);
  }
  return known;
});

/** The longest of some phrases that stands at a token. */
export function phraseAt(
  tokens: readonly Token[],
  at: number,
  phrases: readonly string[],
): { length: number; phrase: string } | undefined {
  let best: readonly string[] = [];
  for (const words of byFirst(phrases).get(tokens[at]?.folded ?? '') ?? []) {
    if (words.length <= best.length) continue;
    if (words.every((word, i) => tokens[at + i]?.kind !== 'quote' && tokens[at + i]?.folded === word))
      best = words;
  }
  return best.length > 0 ? { length: best.length, phrase: best.join(' ') } : undefined;
}

/** The place that begins at a token, in TEI's values (`margin left`, `top right`), or `page` where only the page is named. */
export function placeAt(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { place: string; length: number } | undefined {
  let best: { place: string; length: number } | undefined;
  for (const { place, words } of reports.places) {
    const found = phraseAt(tokens, at, words);
    if (found && found.length > (best?.length ?? 0)) best = { place, length: found.length };
  }
  const composed = composedPlace(tokens, at, reports.placeWords);
  if (composed && composed.length > (best?.length ?? 0)) best = composed;
  return (
    best && {
      place: best.place,
      length: best.length + tailLength(tokens, at + best.length, reports.placeWords),
    }
  );
}

type PlaceWords = Vocabulary['reports']['placeWords'];

/** Preposition, article, "upper" or "lower", "left" or "right", then a noun or none. */
function composedPlace(
  tokens: readonly Token[],
  at: number,
  words: PlaceWords,
): { place: string; length: number } | undefined {
  let i = at;
  const folded = (): string => (tokens[i]?.kind === 'word' ? (tokens[i]?.folded ?? '') : '');
  // "…, upper left:" names a corner without a preposition.
  const opens = tokens[at - 1] === undefined || tokens[at - 1]?.kind === 'mark';
  const first = opens ? [words.top, words.bottom, words.left, words.right] : [words.top, words.bottom];
  const bare = ![words.prepositions, words.above, words.below].some((list) => list.includes(folded()));
  if (!bare) i++;
  else if (!first.some((list) => list.includes(folded()))) return undefined;
  if (words.articles.includes(folded())) i++;
  let vertical = '';
  let horizontal = '';
  let noun = false;
  for (;;) {
    const parts = folded().split('-');
    const up = parts.some((part) => words.top.includes(part));
    const down = parts.some((part) => words.bottom.includes(part));
    const left = parts.some((part) => words.left.includes(part));
    const right = parts.some((part) => words.right.includes(part));
    if (!up && !down && !left && !right) break;
    if (up || down) vertical = up ? 'top' : 'bottom';
    if (left || right) horizontal = left ? 'left' : 'right';
    noun = !parts.some((part) => words.adjectives.includes(part));
    i++;
    // "left hand margin"
    if (words.hand.includes(folded())) i++;
  }
  const after = folded();
  // "Left margin, beside point 2"
  if (bare && (vertical === '' || horizontal === '') && !(opens && words.margin.includes(after)))
    return undefined;
  if (words.margin.includes(after))
    return { place: ['margin', vertical || horizontal].filter(Boolean).join(' '), length: i + 1 - at };
  if (words.overleaf.includes(after)) return { place: 'overleaf', length: i + 1 - at };
  if (words.foot.includes(after))
    return { place: ['bottom', horizontal].filter(Boolean).join(' '), length: i + 1 - at };
  if (words.end.includes(after))
    return { place: ['end', horizontal].filter(Boolean).join(' '), length: i + 1 - at };
  // "beneath the text", "under the signature"
  const side = sideOf(tokens[at]?.folded ?? '', after, words);
  if (side && vertical === '' && horizontal === '') return { place: side, length: i + 1 - at };
  if (words.parts.includes(after)) i++;
  // "in the lower list": of something else.
  else if (!noun) return undefined;
  if (vertical === '' && horizontal === '') return undefined;
  return {
    place: vertical === '' ? `margin ${horizontal}` : [vertical, horizontal].filter(Boolean).join(' '),
    length: i - at,
  };
}

/** Above the text a note stands at the top; below it, and at the signature, at the bottom. */
function sideOf(preposition: string, noun: string, words: PlaceWords): 'top' | 'bottom' | undefined {
  if (!words.under.includes(noun) && !words.signed.includes(noun)) return undefined;
  if (words.above.includes(preposition)) return words.signed.includes(noun) ? 'bottom' : 'top';
  return words.below.includes(preposition) ? 'bottom' : undefined;
}

/** "… of the first page": part of the place. "… of point 3" is not. */
function tailLength(tokens: readonly Token[], at: number, words: PlaceWords): number {
  if (!words.of.includes(tokens[at]?.folded ?? '')) return 0;
  const tail = tokens.slice(at + 1, at + 5);
  const page = tail.findIndex((token) => words.pages.includes(token.folded));
  if (page < 0 || tail.slice(0, page).some((token) => token.kind === 'quote' || token.kind === 'mark'))
    return 0;
  // "of page 2", "of page one"
  const number = tail[page + 1];
  return page + 2 + (number?.kind === 'number' || words.numbers.includes(number?.folded ?? '') ? 1 : 0);
}
