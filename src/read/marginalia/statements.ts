/**
 * The grammar of editors' reports: who wrote what, where on the page, beside which passage, to whom. One report makes several statements,
 * one a note: `Stalin wrote "a" beside points 1 and 2 and "b" beside point 3. He …`. The words of the grammar are data (vocabulary/reports).
 */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anchorAt, type AnchorExpression } from './anchor-grammar.js';
import { sentencesOf, tokenize, type Token } from './tokens.js';

export type Subject =
  | { kind: 'name'; name: string; start: number; end: number }
  /** An unknown hand, in the report's words. */
  | { kind: 'unknown'; label: string }
  /** The report names nobody. */
  | { kind: 'missing' };

export interface Statement {
  subject: Subject;
  words?: string;
  sign?: string;
  /** TEI value of the place; undefined where the report names none. */
  place?: string;
  anchors: AnchorExpression[];
  addressee?: { name: string; start: number; end: number };
  medium?: string;
  /** The words (or the sign) in the source. */
  start: number;
  end: number;
}

type Event =
  | { kind: 'verb'; at: number; token: Token }
  | { kind: 'quote'; at: number; token: Token }
  | { kind: 'place'; at: number; place: string }
  | { kind: 'anchor'; at: number; anchor: AnchorExpression }
  | { kind: 'addressee'; at: number; name: string; start: number; end: number }
  | { kind: 'subject'; at: number; subject: Subject }
  | { kind: 'sign'; at: number; text: string; start: number; end: number }
  | { kind: 'medium'; at: number; text: string };

/** Reads a report. `offset` is where `text` stands in the source. */
export function readStatements(text: string, offset: number, vocabulary: Vocabulary): Statement[] {
  const statements: Statement[] = [];
  let last: Subject | undefined;
  for (const sentence of sentencesOf(tokenize(text, offset))) {
    let base: string | undefined;
    // A clause without a subject has that of its sentence; a sentence without one names nobody. Pronouns reach back.
    let own: Subject | undefined;
    for (const clause of clausesOf(sentence, vocabulary)) {
      const events = eventsOf(clause, vocabulary, last);
      const subject = events.find((event) => event.kind === 'subject')?.subject ?? own;
      own = subject;
      const firstVerb = events.find((event) => event.kind === 'verb')?.at ?? -1;
      const leading = events.find((event) => event.kind === 'place' && event.at < firstVerb);
      if (leading?.kind === 'place') base = leading.place;
      const made = statementsOf(events, subject ?? { kind: 'missing' }, base, text, offset);
      if (made.length > 0) statements.push(...made);
      if (subject) last = subject;
    }
  }
  return statements;
}

/** A clause begins where a name or pronoun stands before a verb of writing. */
function clausesOf(sentence: readonly Token[], { reports, body }: Vocabulary): Token[][] {
  const verbs = wordSet(reports.verbs);
  const pronouns = wordSet(reports.pronouns);
  const linking = wordSet([
    'and',
    'while',
    'but',
    'also',
    'has',
    'had',
    'then',
    'himself',
    'personally',
    'und',
    'и',
  ]);
  const functionWords = wordSet(body.functionWords);
  const cuts: number[] = [];
  sentence.forEach((token, i) => {
    if (token.kind !== 'word' || !verbs.has(token.folded)) return;
    let from = i;
    while (from > 0 && linking.has(sentence[from - 1]?.folded ?? '')) from--;
    const before = sentence[from - 1];
    if (!before || before.kind !== 'word') return;
    const name = /^\p{Lu}/u.test(before.text) && !functionWords.has(before.folded);
    if (!name && !pronouns.has(before.folded)) return;
    let start = from - 1;
    while (start > 0 && isNameToken(sentence[start - 1], functionWords)) start--;
    // What leads the clause in belongs to it.
    while (
      start > 0 &&
      sentence[start - 1]?.kind !== 'quote' &&
      sentence[start - 1]?.kind !== 'number' &&
      cuts.length === 0
    )
      start--;
    cuts.push(start);
  });
  if (cuts.length < 2) return [[...sentence]];
  return cuts.map((cut, i) => sentence.slice(i === 0 ? 0 : cut, cuts[i + 1] ?? sentence.length));
}

function isNameToken(token: Token | undefined, functionWords: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !functionWords.has(token.folded);
}

function phraseAt(
  tokens: readonly Token[],
  at: number,
  phrases: readonly string[],
): { length: number; phrase: string } | undefined {
  let best: { length: number; phrase: string } | undefined;
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    if (
      words.length > (best?.length ?? 0) &&
      words.every((word, i) => tokens[at + i]?.kind !== 'quote' && tokens[at + i]?.folded === word)
    ) {
      best = { length: words.length, phrase };
    }
  }
  return best;
}

function eventsOf(tokens: readonly Token[], vocabulary: Vocabulary, last: Subject | undefined): Event[] {
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
    if (reports.pronouns.includes(token.folded) && !subject && last) {
      events.push({ kind: 'subject', at: i, subject: last });
      subject = true;
    }
    const length = nameLength(tokens, i, functionWords, nouns, honorifics);
    if (length > 0) {
      const before = tokens[i - 1]?.folded ?? '';
      const name = nameOf(tokens.slice(i, i + length), honorifics);
      const toSomebody = marks.addressee.includes(before);
      const seenVerb =
        events.some((event) => event.kind === 'verb') || (i > 0 && nouns.has(tokens[i - 2]?.folded ?? ''));
      if (name && toSomebody && seenVerb) events.push({ kind: 'addressee', at: i, ...name });
      else if (name && !subject) {
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

function placeAt(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { place: string; length: number } | undefined {
  let best: { place: string; length: number } | undefined;
  for (const { place, words } of reports.places) {
    const found = phraseAt(tokens, at, words);
    if (found && found.length > (best?.length ?? 0)) best = { place, length: found.length };
  }
  if (!best) return undefined;
  // "… of the first page": part of the place.
  let length = best.length;
  if (tokens[at + length]?.folded === 'of') {
    const tail = tokens.slice(at + length + 1, at + length + 5).map((token) => token.folded);
    const page = tail.findIndex((word) =>
      [
        'page',
        'document',
        'telegram',
        'letter',
        'text',
        'sheet',
        'memorandum',
        'cable',
        'message',
        'report',
      ].includes(word),
    );
    if (page >= 0) length += page + 2;
  }
  return { place: best.place, length };
}

function nameLength(
  tokens: readonly Token[],
  at: number,
  functionWords: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
  honorifics: ReadonlySet<string>,
): number {
  let length = 0;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Token; // i is within bounds
    if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) break;
    if (functionWords.has(token.folded) || nouns.has(token.folded)) break;
    length++;
    // "Stalin's hand": the name ends there.
    if (/['’]s?$/u.test(token.text)) break;
    // A full stop after a word of address belongs to it ("Cde.").
    if (honorifics.has(token.folded) && tokens[i + 1]?.text === '.') {
      i++;
      length++;
    }
  }
  return length;
}

function nameOf(
  tokens: readonly Token[],
  honorifics: ReadonlySet<string>,
): { name: string; start: number; end: number } | undefined {
  const own = tokens.filter((token) => token.kind === 'word' && !honorifics.has(token.folded));
  const first = own[0];
  const final = own.at(-1);
  if (!first || !final) return undefined;
  const possessive = /['’]s?$/u.exec(final.text)?.[0].length ?? 0;
  const name = own.map((token) => token.text).join(' ');
  return { name: name.slice(0, name.length - possessive), start: first.start, end: final.end - possessive };
}

function statementsOf(
  events: readonly Event[],
  subject: Subject,
  base: string | undefined,
  text: string,
  offset: number,
): Statement[] {
  const quotes = events.flatMap((event) => (event.kind === 'quote' ? [event] : []));
  const signs = events.flatMap((event) => (event.kind === 'sign' ? [event] : []));
  const anchors = events.flatMap((event) => (event.kind === 'anchor' ? [event] : []));
  const addressees = events.flatMap((event) => (event.kind === 'addressee' ? [event] : []));
  const medium = events.find((event) => event.kind === 'medium')?.text;
  const common = { subject, ...(medium === undefined ? {} : { medium }) };

  // A sign alone ("underlined", 'an "x"'): one note at all its anchors.
  const [firstQuote] = quotes;
  const mere =
    quotes.length === 1 && firstQuote && /^(?:[x✓✔?!+|]|\p{L})$/iu.test(firstQuote.token.text.trim());
  const first = signs.find((sign) => sign.text.includes(' ')) ?? signs[0];
  if (first && (quotes.length === 0 || mere)) {
    const place = events.find((event) => event.kind === 'place')?.place ?? base;
    if (anchors.length === 0 && place === undefined) return [];
    const described = mere
      ? text.slice(firstQuote.token.start - offset, firstQuote.token.end - offset)
      : first.text;
    return [
      {
        ...common,
        sign: described,
        ...(place === undefined ? {} : { place }),
        anchors: anchors.map((event) => event.anchor),
        start: first.start,
        end: first.end,
      },
    ];
  }
  if (!firstQuote) return [];

  const lastQuote = quotes.at(-1) as (typeof quotes)[number];
  const anchorsFirst =
    anchors.some((event) => event.at < firstQuote.at) && !anchors.some((event) => event.at > lastQuote.at);
  const statements = quotes.map((quote, i): Statement => {
    const from = anchorsFirst ? (quotes[i - 1]?.at ?? -1) : quote.at;
    const to = anchorsFirst ? quote.at : (quotes[i + 1]?.at ?? Infinity);
    const own = anchors.filter((event) => event.at > from && event.at < to).map((event) => event.anchor);
    const near = events.filter(
      (event) =>
        event.kind === 'place' &&
        event.at > (quotes[i - 1]?.at ?? -1) &&
        event.at < (quotes[i + 1]?.at ?? Infinity),
    );
    const after = near.find((event) => event.at > quote.at);
    const before = near.find((event) => event.at < quote.at && i === 0);
    const placed = (own.length > 0 || anchorsFirst ? undefined : after) ?? before;
    const place =
      (placed?.kind === 'place' ? placed.place : undefined) ??
      (after?.kind === 'place' ? after.place : undefined) ??
      base;
    const addressee =
      addressees.find((event) => event.at < quote.at && event.at > (quotes[i - 1]?.at ?? -1)) ??
      (quotes.length === 1 ? addressees[0] : undefined);
    return {
      ...common,
      words: quote.token.text.trim(),
      ...(place === undefined ? {} : { place }),
      anchors: own,
      ...(addressee
        ? { addressee: { name: addressee.name, start: addressee.start, end: addressee.end } }
        : {}),
      start: quote.token.start,
      end: quote.token.end,
    };
  });
  // "wrote 'a' and 'b' beside point 4": a note without a place of its own shares that of the next.
  for (let i = statements.length - 2; i >= 0; i--) {
    const own = statements[i] as Statement;
    const next = statements[i + 1] as Statement;
    if (own.anchors.length === 0 && !anchorsFirst && (own.place === undefined || own.place === base)) {
      own.anchors = next.anchors;
      if (next.place !== undefined) own.place = next.place;
    }
  }
  return statements;
}
