/** What a hand put on the page, in the order of a clause: words, or signs; and where each of them stands. */
import { madeOnce } from '../made-once.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { Event, SignEvent } from './clause.js';
import type { Token } from './tokens.js';

export type Locator = Extract<Event, { kind: 'anchor' | 'place' }>;

/** Words or a sign, one of which is there. */
export interface Item {
  at: number;
  /** Number of the token after it. */
  end: number;
  quote?: Token;
  /** What is told of one sign ("marked with a cross"), or of one with the words. */
  signs: SignEvent[];
  /** Its places and passages; those of the item beside it where it shares them. */
  own: Locator[];
}

export interface Items {
  items: Item[];
  /** Places and passages are told before all items ("beside point 1 “…”, beside point 2 “…”"). */
  locatorsFirst: boolean;
  /** Those before the first item. */
  before: Locator[];
}

/** A quotation that is a sign itself ('an "x"'). */
const mere = /^[xX×✓✔?!+|]{1,3}$/u;

/** The items of a clause with their places. Items that are told in one breath ("three crosses and a tick") share them. */
export function itemsOf(events: readonly Event[], tokens: readonly Token[], vocabulary: Vocabulary): Items {
  const locators = events.filter((event) => event.kind === 'anchor' || event.kind === 'place');
  const found = located(grouped(events, tokens, vocabulary), locators, events, tokens, vocabulary);
  const { items } = found;
  const share = (i: number, from: number): void => {
    const [item, other] = [items[i], items[from]];
    if (!item || !other || item.own.length > 0 || !inOneBreath(items, Math.min(i, from), events)) return;
    item.own = other.own;
  };
  for (let i = 1; i < items.length; i++) share(i, i - 1);
  for (let i = items.length - 2; i >= 0; i--) if (!items[i]?.quote) share(i, i + 1);
  return found;
}

const breaths = new Set<Event['kind']>(['verb', 'subject', 'anchor', 'place', 'addressee']);

/** Nothing but joints and what is said of the one stands between an item and the next. */
function inOneBreath(items: readonly Item[], i: number, events: readonly Event[]): boolean {
  const [from, to] = [items[i]?.at ?? 0, items[i + 1]?.at ?? 0];
  return !events.some(({ kind, at }) => at > from && at < to && breaths.has(kind));
}

/** Words that may stand between what goes together. */
const wordsOfTogether = madeOnce(
  ({ joints, together, anchorWords }: Vocabulary['reports']): ReadonlySet<string> =>
    new Set([...joints, ...together, ...anchorWords.articles, ...anchorWords.indefinite]),
);

/** Words and signs, where a sign goes with the sign or the words right beside it; two signs that “and” joins are two. */
function grouped(events: readonly Event[], tokens: readonly Token[], { reports }: Vocabulary): Item[] {
  const items: Item[] = [];
  let apart = false;
  const together = wordsOfTogether(reports);
  const adjacent = (from: number, to: number): boolean =>
    tokens.slice(from, to).every(({ kind, folded }) => kind === 'mark' || together.has(folded));
  const generic = (signs: readonly SignEvent[]): boolean =>
    signs.every(({ text, mere: drawn }) => !drawn && reports.genericSigns.includes(text));
  const joints = wordSet(reports.anchorWords.joints);
  const goesWith = (last: Item, sign: SignEvent): boolean =>
    generic(last.signs) ||
    generic([sign]) ||
    !tokens.slice(last.end, sign.at).some(({ kind, folded }) => kind !== 'quote' && joints.has(folded));
  const hasWords = events.some(({ kind }) => kind === 'quote');
  for (const event of events) {
    const last = items.at(-1);
    if (event.kind === 'anchor' || event.kind === 'place') apart = true;
    else if (event.kind === 'sign') {
      if (event.joined && hasWords) continue;
      const end = tokens.findIndex((token) => token.end === event.end) + 1;
      // "wrote “…”, underlining the word": its own words.
      if (last?.quote && isOnWords(tokens, end, reports)) last.signs.push(event);
      else if (last && !last.quote && !apart && goesWith(last, event)) {
        last.signs.push(event);
        last.end = end;
      } else items.push({ at: event.at, end, signs: [event], own: [] });
      apart = false;
    } else if (event.kind === 'quote') {
      const { token, at } = event;
      const isSign = mere.test(token.text.trim());
      const sign: SignEvent = { kind: 'sign', at, text: '', start: token.start, end: token.end, mere: true };
      const goesOn = last && !last.quote && !apart;
      if (isSign && goesOn && goesWith(last, sign)) last.signs.push(sign);
      else if (isSign) items.push({ at, end: at + 1, signs: [sign], own: [] });
      else if (goesOn && adjacent(last.end, at))
        items.splice(-1, 1, { ...last, at, end: at + 1, quote: token });
      else items.push({ at, end: at + 1, quote: token, signs: [], own: [] });
      apart = false;
    }
  }
  // "marked" says nothing where words, or another sign, are told.
  const telling = items.filter(({ quote, signs }) => quote !== undefined || !generic(signs));
  return telling.length > 0 ? telling : items.slice(0, 1);
}

/** "(underlining) the word", without words quoted after it. */
function isOnWords(tokens: readonly Token[], at: number, reports: Vocabulary['reports']): boolean {
  const noun = reports.anchorWords.articles.includes(tokens[at]?.folded ?? '') ? at + 1 : at;
  return reports.targets.words.includes(tokens[noun]?.folded ?? '') && tokens[noun + 1]?.kind !== 'quote';
}

function located(
  items: readonly Item[],
  locators: readonly Locator[],
  events: readonly Event[],
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): Items {
  const first = items[0]?.at ?? 0;
  const last = items.at(-1)?.at ?? 0;
  const before = locators.filter(({ at }) => at < first);
  const gaps = items.map((item, i) => {
    const upTo = items[i + 1]?.at ?? Infinity;
    const between = locators.filter(({ at }) => at > item.at && at < upTo);
    return {
      between,
      turn: i + 1 < items.length ? turnIn(item, upTo, events, tokens, vocabulary) : Infinity,
    };
  });
  const [opening] = gaps;
  const isAnchor = ({ kind }: Locator): boolean => kind === 'anchor';
  const locatorsFirst =
    before.length > 0 &&
    !locators.some(({ at }) => at > last) &&
    // "In the margin … “a” against point 1, and on the right “b”"
    (before.some(isAnchor) ||
      opening === undefined ||
      !opening.between.some((locator) => isAnchor(locator) && locator.at < opening.turn));
  const own: Locator[][] = items.map(() => []);
  gaps.forEach(({ between, turn }, i) => {
    const after = between.filter(({ at }) => at > turn);
    const verb = events.some(({ kind, at }) => kind === 'verb' && at > turn && at < (items[i + 1]?.at ?? 0));
    const trails = gaps[i + 1]?.between.some(({ kind }) => kind === 'anchor') === true;
    // "“a” beside point 1 and below it “b”", but not "“a” beside point 1 and beside point 2, “b” beside point 3"
    const turns = verb || !(trails && after.some(isAnchor));
    const ofNext = locatorsFirst ? between : turns ? after : [];
    own[i + 1]?.push(...ofNext);
    own[i]?.push(...between.filter((locator) => !ofNext.includes(locator)));
  });
  return {
    items: items.map((item, i) => {
      const told = own[i] ?? [];
      // "Beside point 1 he wrote “a” in the margin"
      const opens = i === 0 && !told.some(isAnchor) && before.some(isAnchor);
      return { ...item, own: opens || (i === 0 && locatorsFirst) ? [...before, ...told] : told };
    }),
    locatorsFirst,
    before,
  };
}

/** Number of the last “and” between an item and the next that joins no passages; without one, it is after both. */
function turnIn(
  item: Item,
  upTo: number,
  events: readonly Event[],
  tokens: readonly Token[],
  { reports }: Vocabulary,
): number {
  const joints = wordSet(reports.joints);
  for (let i = upTo - 1; i > item.at; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word' || !joints.has(token.folded)) continue;
    const inAnchor = events.some(
      (event) => event.kind === 'anchor' && event.anchor.start < token.start && token.end < event.anchor.end,
    );
    if (!inAnchor) return i;
  }
  return Infinity;
}

/** The sign that says most: one that is drawn in the report, then several words, then one that is more than "marked". */
export function specific(signs: readonly SignEvent[], generic: readonly string[]): SignEvent | undefined {
  return (
    signs.find(({ mere: drawn }) => drawn) ??
    signs.find(({ text }) => text.includes(' ')) ??
    signs.find(({ text }) => !generic.includes(text)) ??
    signs[0]
  );
}
