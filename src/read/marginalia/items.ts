/** What a hand put on the page, in the order of a clause: words, or signs; and where each of them stands. */
import type { Vocabulary } from '../vocabulary.js';
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
  /** Its places and passages, those of the item that it shares with none. */
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

/**
 * The items of a clause. A sign is one of its own where each item has a place or a passage of its own ("a cross opposite points 2 and 3 and a bracket
 * beside 4"); else words are the items, and where there are none, all signs are one.
 */
export function itemsOf(events: readonly Event[], tokens: readonly Token[], vocabulary: Vocabulary): Items {
  const locators = events.filter((event) => event.kind === 'anchor' || event.kind === 'place');
  const all = located(grouped(events, tokens, vocabulary), locators);
  if (all.items.every(({ own }) => own.length > 0)) return all;
  const words = all.items.filter(({ quote }) => quote !== undefined);
  if (words.length > 0) return located(words, locators);
  const [first] = all.items;
  const last = all.items.at(-1);
  if (!first || !last) return all;
  const signs = all.items.flatMap((item) => item.signs);
  return { items: [{ ...first, end: last.end, signs, own: locators }], locatorsFirst: false, before: [] };
}

/** Words and signs, where a sign goes with the sign or the words right beside it. */
function grouped(events: readonly Event[], tokens: readonly Token[], { reports }: Vocabulary): Item[] {
  const items: Item[] = [];
  let apart = false;
  const together = new Set([
    ...reports.joints,
    ...reports.anchorWords.articles,
    ...reports.anchorWords.indefinite,
  ]);
  const adjacent = (from: number, to: number): boolean =>
    tokens.slice(from, to).every(({ kind, folded }) => kind === 'mark' || together.has(folded));
  for (const event of events) {
    const last = items.at(-1);
    if (event.kind === 'anchor' || event.kind === 'place') apart = true;
    else if (event.kind === 'sign') {
      if (event.joined && events.some(({ kind }) => kind === 'quote')) continue;
      const end = tokens.findIndex((token) => token.end === event.end) + 1;
      if (last && !last.quote && !apart) {
        last.signs.push(event);
        last.end = end;
      } else items.push({ at: event.at, end, signs: [event], own: [] });
      apart = false;
    } else if (event.kind === 'quote') {
      const { token, at } = event;
      const isSign = mere.test(token.text.trim());
      const sign: SignEvent = { kind: 'sign', at, text: '', start: token.start, end: token.end, mere: true };
      const goesOn = last && !last.quote && !apart;
      if (isSign && goesOn) last.signs.push(sign);
      else if (isSign) items.push({ at, end: at + 1, signs: [sign], own: [] });
      else if (goesOn && adjacent(last.end, at))
        items.splice(-1, 1, { ...last, at, end: at + 1, quote: token });
      else items.push({ at, end: at + 1, quote: token, signs: [], own: [] });
      apart = false;
    }
  }
  return items;
}

function located(items: readonly Item[], locators: readonly Locator[]): Items {
  const first = items[0]?.at ?? 0;
  const last = items.at(-1)?.at ?? 0;
  const before = locators.filter(({ at }) => at < first);
  const locatorsFirst = before.length > 0 && !locators.some(({ at }) => at > last);
  return {
    items: items.map((item, i) => {
      const from = locatorsFirst ? (items[i - 1]?.at ?? -1) : item.at;
      const upTo = locatorsFirst ? item.at : (items[i + 1]?.at ?? Infinity);
      const own = locators.filter(({ at }) => at > from && at < upTo);
      const shared = own.length === 0 && i === 0 && before.some(({ kind }) => kind === 'anchor');
      return { ...item, own: shared ? before : own };
    }),
    locatorsFirst,
    before,
  };
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
