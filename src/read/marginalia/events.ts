/** What the words of a clause say, in order: who, which verb, words written, signs, places, anchors, media, dates. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anchorAt, type AnchorExpression } from './anchor-grammar.js';
import { isMereOpening, nameLength, nameOf } from './names.js';
import { phraseAt, placeAt } from './place-grammar.js';
import type { Subject } from './statement.js';
import type { Token } from './tokens.js';

export type Event =
  | { kind: 'verb'; at: number; token: Token }
  | { kind: 'quote'; at: number; token: Token }
  | { kind: 'place'; at: number; place: string }
  | { kind: 'anchor'; at: number; anchor: AnchorExpression }
  | { kind: 'addressee'; at: number; name: string; start: number; end: number }
  | { kind: 'subject'; at: number; subject: Subject }
  | { kind: 'sign'; at: number; text: string; start: number; end: number }
  | { kind: 'medium'; at: number; text: string }
  /** "it", "each of them": the passage spoken of before. */
  | { kind: 'reference'; at: number }
  | { kind: 'doubt'; at: number };

export function eventsOf(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  last: Subject | undefined,
): Event[] {
  const { reports, body, marks } = vocabulary;
  const verbs = wordSet(reports.verbs);
  const nouns = wordSet(reports.nouns);
  const functionWords = wordSet([...body.functionWords, ...reports.beside]);
  const honorifics = wordSet(body.honorifics);
  const events: Event[] = [];
  let subject = false;
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
      }
      // What was replaced, or what a note stands after, was not written by the hand.
      else if (!reports.notWritten.includes(tokens[i - 1]?.folded ?? ''))
        events.push({ kind: 'quote', at: i, token });
      i++;
      continue;
    }
    const anchor = anchorAt(tokens, i, vocabulary);
    if (anchor) {
      events.push({ kind: 'anchor', at: i, anchor: anchor.expression });
      i += anchor.length;
      continue;
    }
    const place = placeAt(tokens, i, vocabulary);
    if (place) {
      events.push({ kind: 'place', at: i, place: place.place });
      i += place.length;
      continue;
    }
    const medium = phraseAt(tokens, i, reports.media);
    if (medium) {
      events.push({ kind: 'medium', at: i, text: medium.phrase });
      i += medium.length;
      continue;
    }
    const unknown = phraseAt(tokens, i, reports.unknown);
    if (unknown) {
      events.push({
        kind: 'subject',
        at: i,
        subject: { kind: 'unknown', label: unknown.phrase.replace(/^an? /u, '') },
      });
      subject = true;
      i += unknown.length;
      continue;
    }
    const sign = phraseAt(tokens, i, reports.signs);
    if (sign) {
      const end = tokens[i + sign.length - 1] as Token; // the phrase was matched there
      events.push({ kind: 'sign', at: i, text: sign.phrase, start: token.start, end: end.end });
    }
    if (verbs.has(token.folded)) events.push({ kind: 'verb', at: i, token });
    if (reports.references.includes(token.folded)) events.push({ kind: 'reference', at: i });
    if (reports.doubts.includes(token.folded)) events.push({ kind: 'doubt', at: i });
    if (reports.pronouns.includes(token.folded) && !subject && last) {
      events.push({ kind: 'subject', at: i, subject: last });
      subject = true;
    }
    const length = nameLength(tokens, i, functionWords, nouns, verbs, honorifics);
    if (
      length > 0 &&
      !isMereOpening(tokens, i, length, { verbs, nouns, linking: wordSet(reports.linking) })
    ) {
      const before = tokens[i - 1]?.folded ?? '';
      const name = nameOf(tokens.slice(i, i + length), honorifics);
      const toSomebody = marks.addressee.includes(before);
      const seenVerb =
        events.some((event) => event.kind === 'verb') || (i > 0 && nouns.has(tokens[i - 2]?.folded ?? ''));
      // "the name Hollenstein is circled": what is spoken of, not who wrote.
      const passive = reports.passives.includes(tokens[i + length]?.folded ?? '');
      const says = before === 'by' || /['’]s?$/u.test(tokens[i + length - 1]?.text ?? '');
      if (name && toSomebody && seenVerb) events.push({ kind: 'addressee', at: i, ...name });
      else if (name && !passive && (!subject || says)) {
        events.push({ kind: 'subject', at: i, subject: { kind: 'name', ...name } });
        subject = true;
      }
      i += length;
      continue;
    }
    i += sign && !verbs.has(token.folded) ? sign.length : 1;
  }
  return events;
}
