/** The notes of a clause: which words or sign go with which place, passage, hand and medium. */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-expression.js';
import { mediumOf, ofKind, subjectOf } from './attribution.js';
import type { Event, SignEvent } from './clause.js';
import { itemsOf, specific, type Item, type Items, type Locator } from './items.js';
import { isOneHand, type Statement, type Subject } from './statement.js';
import type { Token } from './tokens.js';
import { variantOnly } from './unread.js';

/** What a clause says, and what holds for it: who writes, the place and the passages told before, and the text, which begins at `offset` of the source. */
export interface Told {
  events: readonly Event[];
  tokens: readonly Token[];
  subject: Subject;
  base: string | undefined;
  /** A place told before a colon, for notes that tell neither place nor passage. */
  held: string | undefined;
  passages: readonly AnchorExpression[];
  text: string;
  offset: number;
  vocabulary: Vocabulary;
}

export function statementsOf(told: Told): Statement[] {
  const { events, tokens, vocabulary, base } = told;
  if (variantOnly(events)) return [];
  const changes = changesOf(told);
  const found = itemsOf(events, tokens, vocabulary);
  const made = found.items.flatMap((item, i) => {
    const notes = item.quote ? [wordsNote(told, found, item, item.quote, i)] : signNote(told, found, item, i);
    for (const sign of notes.length > 0 ? item.signs : []) sign.read = true;
    return notes.map((statement) => ({ item, statement }));
  });
  for (const sign of ofKind(events, 'sign'))
    if (sign.joined || vocabulary.reports.genericSigns.includes(sign.text)) sign.read = true;
  mergeSigns(made, told);
  const statements = made.map(({ statement }) => statement);
  // "wrote 'a' and 'b' beside point 4": a note without a place of its own shares that of the next.
  for (let i = statements.length - 2; i >= 0 && !found.locatorsFirst; i--) {
    const [own, next] = [statements[i], statements[i + 1]];
    if (!own || !next || own.anchors.length > 0 || (own.place !== undefined && own.place !== base)) continue;
    own.anchors = next.anchors;
    // "… and, below, “b” beside point 4": the place before the words is theirs alone.
    const item = made[i + 1]?.item;
    const after = item?.own.some(({ kind, at }) => kind === 'place' && at > item.at) === true;
    const place = after ? next.place : sideOf(next.anchors);
    if (place !== undefined) own.place = place;
  }
  // "wrote “a” in the left margin next to points 2 and 3, and “b” next to point 4": the same margin.
  made.forEach(({ item, statement }, i) => {
    const before = made[i - 1];
    const anew = events.some(
      ({ kind, at }) =>
        (kind === 'verb' || kind === 'subject') && at > (before?.item.at ?? 0) && at < item.at,
    );
    if (!before?.statement.place?.startsWith('margin ') || anew || statement.anchors.length === 0) return;
    statement.place ??= before.statement.place;
  });
  if (events.some(({ kind }) => kind === 'inTurn'))
    inTurn(
      statements,
      ofKind(events, 'anchor').map(({ anchor }) => anchor),
    );
  // "In the left margin: “a”; “b”": what was told before a colon holds for what says nothing of its own.
  for (const statement of statements)
    if (statement.anchors.length === 0 && (statement.place ?? base) === base)
      statement.anchors = [...told.passages];
  return [...changes, ...statements];
}

interface Made {
  item: Item;
  statement: Statement;
}

/** "marked with a wavy line and a cross": two signs that one hand made on one passage are one note. */
function mergeSigns(made: Made[], { events, text, offset }: Told): void {
  for (let i = made.length - 1; i > 0; i--) {
    const [one, two] = [made[i - 1], made[i]];
    if (!one || !two || one.item.quote || two.item.quote || one.item.own !== two.item.own) continue;
    const { statement: a } = one;
    const { statement: b } = two;
    const same =
      isOneHand(a.subject, b.subject) && a.medium === b.medium && a.onWords === b.onWords && !b.stamped;
    // "underlined, and there is a mark beside it"
    const apart = events.some(({ kind, at }) => kind === 'reference' && at > one.item.at && at < two.item.at);
    if (!same || apart || a.removes !== b.removes) continue;
    const sign = text.slice(a.start - offset, b.end - offset).replace(/\s+/gu, ' ');
    one.statement = { ...a, sign, end: b.end };
    made.splice(i, 1);
  }
}

/** What all notes of a clause have. */
function common({ events }: Told): Pick<Statement, 'date' | 'doubtful' | 'copy'> {
  const [copy] = ofKind(events, 'copy');
  const [date] = ofKind(events, 'date');
  const doubtful = events.some(({ kind }) => kind === 'doubt');
  return {
    ...(date ? { date: date.text } : {}),
    ...(doubtful ? { doubtful } : {}),
    ...(copy ? { copy: copy.text } : {}),
  };
}

/** "initials and the date 14.X": the sign tells its date. */
function withoutDateOf<T extends { date?: string }>(described: string, told: T): T {
  if (told.date === undefined || !described.includes(told.date)) return told;
  const rest = { ...told };
  delete rest.date;
  return rest;
}

function changesOf(told: Told): Statement[] {
  const { events, subject } = told;
  const [medium] = ofKind(events, 'medium');
  return ofKind(events, 'change').map(({ change: { sign, words, anchor } }): Statement => {
    const within = ofKind(events, 'anchor').find(
      ({ anchor: { kind } }) => kind === 'numbers' || kind === 'ordinals',
    )?.anchor;
    return {
      subject,
      ...common(told),
      ...(medium ? { medium: medium.text } : {}),
      words: words.text.trim(),
      sign,
      onWords: true,
      anchors: [{ ...anchor, ...(within ? { within } : {}) }],
      start: words.start,
      end: words.end,
    };
  });
}

/** A sign alone ("underlined", 'an "x"'): one note at all its anchors. */
function signNote(told: Told, found: Items, item: Item, i: number): Statement[] {
  const { events, text, offset, vocabulary } = told;
  const { reports } = vocabulary;
  const sign = specific(item.signs, reports.genericSigns);
  if (!sign) return [];
  const alone = found.items.length === 1;
  const locators = alone ? locatorsOf(events) : item.own;
  const anchors = anchorsOf(locators);
  const described = sign.mere
    ? text.slice(sign.start - offset, sign.end - offset)
    : (sign.shown ?? sign.text);
  const onWords = reports.inlineSigns.includes(sign.text);
  const inline = onWords && anchors.some(({ kind }) => kind === 'words');
  const place =
    locators.find((event) => event.kind === 'place')?.place ??
    sideOf(anchors) ??
    (inline ? undefined : (told.base ?? (anchors.length === 0 ? told.held : undefined)));
  const refers = events.some(({ kind }) => kind === 'reference');
  if (anchors.length === 0 && place === undefined && !refers && told.passages.length === 0) return [];
  const medium = mediumOf(told, found, i);
  return [
    {
      subject: subjectOf(told, found, item),
      ...withoutDateOf(described, common(told)),
      ...(medium === undefined ? {} : { medium }),
      sign: described,
      ...(onWords ? { onWords } : {}),
      ...(place === undefined ? {} : { place }),
      ...(reports.stamps.includes(sign.text) ? { stamped: true } : {}),
      ...(reports.removals.includes(sign.text) ? { removes: true } : {}),
      anchors: onWords ? narrowed(anchors) : anchors,
      start: sign.start,
      end: sign.end,
    },
  ];
}

function wordsNote(told: Told, found: Items, item: Item, quote: Token, i: number): Statement {
  const { events, vocabulary } = told;
  const { reports } = vocabulary;
  const around = i === 0 ? [...found.before, ...item.own] : item.own;
  const anchors = anchorsOf(item.own);
  const place =
    around.findLast((event) => event.kind === 'place')?.place ??
    sideOf(anchors) ??
    told.base ??
    (item.own.length === 0 ? told.held : undefined);
  const until = found.items[i - 1]?.at ?? -1;
  const addressees = ofKind(events, 'addressee');
  const between = addressees.filter(({ at }) => at < item.at && at > until);
  const to = between.length > 0 || found.items.length > 1 ? between : addressees;
  const made = ofKind(events, 'sign').findLast(({ joined, at }) => joined && at < item.at && at > until);
  const sign = made ?? specific(telling(item.signs, reports.genericSigns), reports.genericSigns);
  const medium = mediumOf(told, found, i);
  return {
    subject: subjectOf(told, found, item),
    ...common(told),
    words: quote.text.trim(),
    ...(place === undefined ? {} : { place }),
    anchors,
    ...(medium === undefined ? {} : { medium }),
    ...(sign ? { sign: sign.shown ?? sign.text } : {}),
    ...(sign && reports.inserting.includes(sign.text) ? { onWords: true as const } : {}),
    ...(made && reports.stamps.includes(made.text) ? { stamped: true } : {}),
    ...(to.length > 0 ? { addressees: to.map(({ name, start, end }) => ({ name, start, end })) } : {}),
    start: quote.start,
    end: quote.end,
  };
}

function telling(signs: readonly SignEvent[], generic: readonly string[]): SignEvent[] {
  return signs.filter(({ text, mere }) => mere === true || !generic.includes(text));
}

function locatorsOf(events: readonly Event[]): Locator[] {
  return events.filter((event) => event.kind === 'anchor' || event.kind === 'place');
}

function anchorsOf(locators: readonly Locator[]): AnchorExpression[] {
  return withSentences(locators.flatMap((event) => (event.kind === 'anchor' ? [event.anchor] : [])));
}

/** "in the third paragraph the second sentence": the sentence, in that paragraph. */
function withSentences(anchors: readonly AnchorExpression[]): AnchorExpression[] {
  const [outer, inner] = anchors;
  const holds =
    outer !== undefined &&
    (outer.kind === 'numbers' || outer.kind === 'ordinals') &&
    (outer.target === 'paragraph' || outer.target === 'point');
  if (anchors.length !== 2 || !holds || inner?.kind !== 'ordinals') return [...anchors];
  return inner.target === 'sentence' && !inner.within ? [{ ...inner, within: outer }] : [...anchors];
}

/** "… “a” and “b” respectively": one passage a note; where the numbers differ, the notes keep theirs and are in doubt. */
function inTurn(statements: readonly Statement[], anchors: readonly AnchorExpression[]): void {
  const single = anchors.flatMap((anchor): AnchorExpression[] => {
    if (anchor.kind === 'numbers') return anchor.values.map((value) => ({ ...anchor, values: [value] }));
    return anchor.kind === 'ordinals'
      ? anchor.values.map((value) => ({ ...anchor, values: [value] }))
      : [anchor];
  });
  const fits = single.length === statements.length;
  statements.forEach((statement, i) => {
    const own = single[i];
    if (fits && own) statement.anchors = [own];
    else {
      statement.anchors = [...anchors];
      statement.doubtful = true;
    }
  });
}

/** "below point 4": the place that the preposition of the first passage says. */
function sideOf(anchors: readonly AnchorExpression[]): string | undefined {
  return anchors.find(({ place }) => place !== undefined)?.place;
}

/** "in point 2 the words “…”": the words, in that point. */
function narrowed(anchors: readonly AnchorExpression[]): AnchorExpression[] {
  const [a, b] = anchors;
  if (anchors.length !== 2 || !a || !b) return [...anchors];
  const counted = ({ kind }: AnchorExpression): boolean => kind === 'numbers' || kind === 'ordinals';
  if (counted(a) && b.kind === 'words' && !b.within) return [{ ...b, within: a }];
  if (a.kind === 'words' && counted(b) && !a.within) return [{ ...a, within: b }];
  return [a, b];
}
