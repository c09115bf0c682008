/** What the words of a clause say, in order: who, which verb, words written, signs, places, anchors, media, dates. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anchorAt, type AnchorExpression, type AnchorMatch, type AnchorTarget } from './anchor-grammar.js';
import { changeAt, type Change } from './changes.js';
import { mediumAt } from './media.js';
import { isMereOpening, nameLength, nameOf } from './names.js';
import { dateAt } from './note-dates.js';
import { officeAt } from './offices.js';
import { phraseAt, placeAt } from './place-grammar.js';
import type { Subject } from './statement.js';
import type { Token } from './tokens.js';

export type SignEvent = {
  kind: 'sign';
  at: number;
  text: string;
  start: number;
  end: number;
  /** Made together with the words quoted after it ("a bracket and the word “…”"). */
  joined?: boolean;
};

export type Event =
  | { kind: 'verb'; at: number; token: Token }
  | { kind: 'quote'; at: number; token: Token }
  | { kind: 'place'; at: number; place: string }
  | { kind: 'anchor'; at: number; anchor: AnchorExpression }
  | { kind: 'addressee'; at: number; name: string; start: number; end: number }
  | { kind: 'subject'; at: number; subject: Subject }
  | SignEvent
  | { kind: 'change'; at: number; change: Change }
  | { kind: 'medium'; at: number; text: string }
  | { kind: 'date'; at: number; text: string }
  /** "it", "each of them": the passage spoken of before. */
  | { kind: 'reference'; at: number }
  /** "respectively" */
  | { kind: 'inTurn'; at: number }
  /** "point 3 reads “…”": words of another text, written by nobody here. */
  | { kind: 'variant'; at: number }
  | { kind: 'doubt'; at: number };

/** Who was spoken of before. */
export interface Spoken {
  last: Subject | undefined;
  /** Names, the one named last at the end. */
  named: { name: string; start: number; end: number }[];
}

export function eventsOf(tokens: readonly Token[], vocabulary: Vocabulary, spoken: Spoken): Event[] {
  const { reports, body, marks } = vocabulary;
  const verbs = wordSet(reports.verbs);
  const nouns = wordSet(reports.nouns);
  const functionWords = wordSet([...body.functionWords, ...reports.beside]);
  const honorifics = wordSet(body.honorifics);
  const events: Event[] = [];
  const seen = { subject: false };
  let elided: AnchorTarget | undefined;
  const quotes = tokens.filter(({ kind }) => kind === 'quote').length;
  const take = (who: Subject, at: number): void => {
    events.push({ kind: 'subject', at, subject: who });
    seen.subject = true;
  };
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token; // i is within bounds
    if (token.kind === 'quote') {
      // “firewood” is underlined: words of the text, and the passage of the mark.
      const marked =
        reports.passives.includes(tokens[i + 1]?.folded ?? '') && phraseAt(tokens, i + 2, reports.signs);
      if (marked) {
        events.push({
          kind: 'anchor',
          at: i,
          anchor: { kind: 'words', words: token.text, start: token.start, end: token.end },
        });
      } else if (quotes > 1 && reports.besideQuoted.includes(tokens[i - 1]?.folded ?? '')) {
        // Under “…” he wrote “…”.
        const preposition = tokens[i - 1]?.folded ?? '';
        const place = reports.above.includes(preposition)
          ? 'above'
          : reports.below.includes(preposition)
            ? 'below'
            : undefined;
        events.push({
          kind: 'anchor',
          at: i,
          anchor: {
            kind: 'words',
            words: token.text,
            start: token.start,
            end: token.end,
            ...(place ? { place } : {}),
          },
        });
      }
      // What was replaced, or what a note stands after, was not written by the hand.
      else if (!reports.notWritten.includes(tokens[i - 1]?.folded ?? ''))
        events.push({ kind: 'quote', at: i, token });
      i++;
      continue;
    }
    const date = dateAt(tokens, i, vocabulary);
    if (date) {
      events.push({ kind: 'date', at: i, text: date.text });
      i += date.length;
      continue;
    }
    const change = changeAt(tokens, i, vocabulary);
    if (change) {
      events.push({ kind: 'verb', at: i, token }, { kind: 'change', at: i, change });
      i += change.length;
      continue;
    }
    const anchor = anchorAt(tokens, i, vocabulary, elided);
    if (anchor) {
      const written =
        writtenWith(events.at(-1), tokens, i, anchor, vocabulary) ??
        standing(events, tokens, i, anchor, vocabulary);
      if (written) events.push({ kind: 'quote', at: i, token: written });
      else {
        events.push({ kind: 'anchor', at: i, anchor: anchor.expression });
        if ('target' in anchor.expression) elided = anchor.expression.target;
        // "point 3 reads “…”"
        const after = tokens[i + anchor.length]?.folded ?? '';
        if (reports.textSays.includes(after) && !wordSet(reports.beside).has(token.folded))
          events.push({ kind: 'variant', at: i });
      }
      i += anchor.length;
      continue;
    }
    const place = placeAt(tokens, i, vocabulary);
    if (place) {
      events.push({ kind: 'place', at: i, place: place.place });
      i += place.length;
      continue;
    }
    const medium = mediumAt(tokens, i, vocabulary);
    if (medium) {
      if (verbs.has(token.folded)) events.push({ kind: 'verb', at: i, token });
      events.push({ kind: 'medium', at: i, text: medium.text });
      i += medium.length;
      continue;
    }
    const unknown = phraseAt(tokens, i, reports.unknown);
    if (unknown) {
      take({ kind: 'unknown', label: unknown.phrase.replace(/^an? /u, '') }, i);
      i += unknown.length;
      continue;
    }
    const turn = phraseAt(tokens, i, reports.inTurn);
    if (turn) {
      events.push({ kind: 'inTurn', at: i });
      i += turn.length;
      continue;
    }
    const before =
      spoken.named.length < 2
        ? undefined
        : phraseAt(tokens, i, reports.former)
          ? spoken.named.at(-2)
          : phraseAt(tokens, i, reports.latter)
            ? spoken.named.at(-1)
            : undefined;
    if (before && !seen.subject) {
      take({ kind: 'name', ...before }, i);
      i += 2;
      continue;
    }
    const pronoun = phraseAt(tokens, i, reports.pronouns);
    if (pronoun && !seen.subject && spoken.last) {
      take(spoken.last, i);
      i += pronoun.length;
      continue;
    }
    const office = seen.subject ? undefined : officeAt(tokens, i, vocabulary);
    if (
      office &&
      !marks.addressee.includes(tokens[i - 1]?.folded ?? '') &&
      !wordSet([...reports.above, ...reports.below]).has(tokens[i - 1]?.folded ?? '')
    ) {
      take({ kind: 'unknown', label: office.label }, i);
      i += office.length;
      continue;
    }
    const sign = phraseAt(tokens, i, reports.signs);
    if (sign) {
      const end = tokens[i + sign.length - 1] as Token; // the phrase was matched there
      const joined = reports.stamps.includes(sign.phrase);
      events.push({
        kind: 'sign',
        at: i,
        text: sign.phrase,
        start: token.start,
        end: end.end,
        ...(joined ? { joined } : {}),
      });
    }
    if (verbs.has(token.folded)) events.push({ kind: 'verb', at: i, token });
    if (reports.inserting.includes(token.folded))
      events.push({
        kind: 'sign',
        at: i,
        text: token.folded,
        start: token.start,
        end: token.end,
        joined: true,
      });
    // A sign of several words holds no name.
    if (sign && sign.length > 1) {
      i += sign.length;
      continue;
    }
    const side = sideOf(tokens, i, vocabulary);
    if (side) events.push({ kind: 'place', at: i, place: side });
    if (side || reports.references.includes(token.folded)) events.push({ kind: 'reference', at: i });
    if (reports.doubts.includes(token.folded)) events.push({ kind: 'doubt', at: i });
    const length = nameLength(tokens, i, functionWords, nouns, verbs, honorifics);
    if (
      length > 0 &&
      !isMereOpening(tokens, i, length, { verbs, nouns, linking: wordSet(reports.linking) })
    ) {
      const previous = tokens[i - 1]?.folded ?? '';
      const next = tokens[i + length];
      const name = nameOf(tokens.slice(i, i + length), honorifics);
      const seenVerb =
        events.some((event) => event.kind === 'verb') || (i > 0 && nouns.has(tokens[i - 2]?.folded ?? ''));
      // "to N, N and N"
      const after = events.at(-1);
      const another =
        after?.kind === 'addressee' &&
        reports.anchorWords.joints.includes(previous) &&
        !verbs.has(next?.folded ?? '');
      const toSomebody = (marks.addressee.includes(previous) && seenVerb) || another;
      // "the name Hollenstein is circled": what is spoken of, not who wrote.
      const passive = reports.passives.includes(next?.folded ?? '');
      const says =
        previous === 'by' || /['’]s?$/u.test(tokens[i + length - 1]?.text ?? '') || next?.kind === 'quote';
      if (name) {
        spoken.named = [...spoken.named.filter(({ name: known }) => known !== name.name), name];
        if (toSomebody) events.push({ kind: 'addressee', at: i, ...name });
        else if (!passive && (!seen.subject || says)) take({ kind: 'name', ...name }, i);
      }
      i += length;
      continue;
    }
    i += sign && !verbs.has(token.folded) ? sign.length : 1;
  }
  return events;
}

/** "a bracket and the word “check”", "inserted the words “…”": words quoted without a preposition after a sign were written with it. */
function writtenWith(
  sign: Event | undefined,
  tokens: readonly Token[],
  at: number,
  { expression, length }: AnchorMatch,
  { reports }: Vocabulary,
): Token | undefined {
  if (sign?.kind !== 'sign' || expression.kind !== 'words' || expression.within) return undefined;
  const joint = reports.joints.includes(tokens[at - 1]?.folded ?? '');
  if (wordSet(reports.beside).has(tokens[at]?.folded ?? '') || !(joint || sign.joined)) return undefined;
  sign.joined = true;
  return tokens[at + length - 1];
}

/** "On the back are the words “…”": written there, if no mark is told that was made on them. */
function standing(
  events: readonly Event[],
  tokens: readonly Token[],
  at: number,
  { expression, length }: AnchorMatch,
  { reports }: Vocabulary,
): Token | undefined {
  if (expression.kind !== 'words' || !reports.passives.includes(tokens[at - 1]?.folded ?? ''))
    return undefined;
  const marked = events.some(({ kind }) => kind === 'sign' || kind === 'verb');
  const placed = events.some(({ kind }) => kind === 'place' || kind === 'anchor');
  return placed && !marked ? tokens[at + length - 1] : undefined;
}

/** "above it", "below, in another hand: …" */
function sideOf(tokens: readonly Token[], at: number, { reports }: Vocabulary): string | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'word') return undefined;
  const alone = next === undefined || next.kind === 'mark' || reports.references.includes(next.folded);
  if (!alone) return undefined;
  return reports.above.includes(token.folded)
    ? 'above'
    : reports.below.includes(token.folded)
      ? 'below'
      : undefined;
}
