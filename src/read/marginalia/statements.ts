/**
 * The grammar of editors' reports: who wrote what, where on the page, beside which passage, to whom. One report makes several statements,
 * one a note: `Stalin wrote "a" beside points 1 and 2 and "b" beside point 3. He …`. The words of the grammar are data (vocabulary/reports).
 */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anchorAt, type AnchorExpression } from './anchor-grammar.js';
import { phraseAt, placeAt } from './place-grammar.js';
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
  /** The report itself says "probably". */
  doubtful?: boolean;
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
  | { kind: 'medium'; at: number; text: string }
  /** "it", "each of them": the passage spoken of before. */
  | { kind: 'reference'; at: number }
  | { kind: 'doubt'; at: number };

/** What a report says, and the parts of it that no statement was made of (offsets in the source). */
export interface ReportWords {
  statements: Statement[];
  unread: { start: number; end: number }[];
}

/** The statements of a report; see `readReport`. */
export function readStatements(text: string, offset: number, vocabulary: Vocabulary): Statement[] {
  return readReport(text, offset, vocabulary).statements;
}

/** Reads a report. `offset` is where `text` stands in the source. */
export function readReport(text: string, offset: number, vocabulary: Vocabulary): ReportWords {
  const statements: Statement[] = [];
  const unread: ReportWords['unread'] = [];
  let last: Subject | undefined;
  for (const sentence of sentencesOf(tokenize(text, offset))) {
    // "In the margins" holds for the whole sentence; a corner of the page for its own clause only.
    let margin: string | undefined;
    // A clause without a subject has that of its sentence; a sentence without one names nobody. Pronouns reach back.
    let own: Subject | undefined;
    let previous: Statement | undefined;
    for (const clause of partsOf(sentence).flatMap((part) => clausesOf(part, vocabulary))) {
      const events = eventsOf(clause, vocabulary, last);
      own = events.find((event) => event.kind === 'subject')?.subject ?? own;
      const opening = events.find((event) => event.kind === 'verb' || event.kind === 'quote')?.at ?? -1;
      const leading = events.find((event) => event.kind === 'place' && event.at < opening);
      const base = leading?.kind === 'place' ? leading.place : margin;
      if (base?.startsWith('margin')) margin = base;
      const made = statementsOf(events, own ?? { kind: 'missing' }, base, text, offset);
      // "… and underlined it": beside what the clause before was written beside.
      if (events.some((event) => event.kind === 'reference')) {
        for (const statement of made) {
          if (statement.anchors.length > 0 || !previous) continue;
          statement.anchors = previous.anchors;
          if (statement.place === undefined && previous.place !== undefined) statement.place = previous.place;
        }
      }
      previous = made.at(-1) ?? previous;
      statements.push(...made);
      if (own) last = own;
      unread.push(...unreadIn(clause, events, made, vocabulary));
    }
  }
  return { statements, unread };
}

/** A semicolon ends a statement. */
function partsOf(sentence: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of sentence) {
    parts.at(-1)?.push(token);
    if (token.text === ';' && token.kind === 'mark') parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/** Quotations and clauses about marks that came to nothing: the editor is told, whatever the reason. */
function unreadIn(
  clause: readonly Token[],
  events: readonly Event[],
  made: readonly Statement[],
  { reports }: Vocabulary,
): ReportWords['unread'] {
  const first = clause[0];
  const end = clause.at(-1);
  if (!first || !end) return [];
  const nouns = wordSet(reports.nouns);
  const speaks =
    events.some(({ kind }) => kind === 'verb' || kind === 'sign') ||
    clause.some((token) => nouns.has(token.folded));
  if (made.length === 0 && speaks) return [{ start: first.start, end: end.end }];
  return clause.filter((token) => {
    if (token.kind !== 'quote') return false;
    const inside = (place: { start: number; end: number }): boolean =>
      token.start >= place.start && token.end <= place.end;
    const written = made.some(inside) || made.some((statement) => statement.anchors.some(inside));
    return !written && !events.some((event) => event.kind === 'anchor' && inside(event.anchor));
  });
}

/** A clause begins where a name or pronoun stands before a verb of writing, and where "and" joins another such verb. */
function clausesOf(sentence: readonly Token[], { reports, body }: Vocabulary): Token[][] {
  const verbs = wordSet(reports.verbs);
  const pronouns = wordSet(reports.pronouns);
  const linking = wordSet(reports.linking);
  const functionWords = wordSet(body.functionWords);
  const cuts: number[] = [];
  sentence.forEach((token, i) => {
    if (token.kind !== 'word' || !verbs.has(token.folded)) return;
    const before = sentence[i - 1];
    let from = i;
    while (from > 0 && linking.has(sentence[from - 1]?.folded ?? '')) from--;
    const subject = sentence[from - 1];
    const named =
      subject?.kind === 'word' && (isNameToken(subject, functionWords) || pronouns.has(subject.folded));
    if (!named) {
      const joined = before !== undefined && reports.joints.includes(before.folded);
      if (joined && cuts.length > 0) cuts.push(i - 1);
      return;
    }
    let start = from - 1;
    while (start > 0 && isNameToken(sentence[start - 1], functionWords)) start--;
    cuts.push(cuts.length === 0 ? 0 : clauseStart(sentence, start, reports.joints));
  });
  if (cuts.length < 2) return [[...sentence]];
  return cuts.map((cut, i) => sentence.slice(cut, cuts[i + 1] ?? sentence.length));
}

/** "…, and beside the words “x” he put …": the clause begins at the "and" before its subject, if no words written stand between. */
function clauseStart(sentence: readonly Token[], subject: number, joints: readonly string[]): number {
  for (let i = subject - 1; i > subject - 12 && i > 0; i--) {
    if (joints.includes(sentence[i]?.folded ?? '')) return i;
    const before = sentence[i - 1];
    // Quoted words are an anchor's after "words", and else what somebody wrote.
    if (sentence[i]?.kind === 'quote' && before?.kind !== 'word') break;
  }
  return subject;
}

function isNameToken(token: Token | undefined, functionWords: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !functionWords.has(token.folded);
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

function nameLength(
  tokens: readonly Token[],
  at: number,
  functionWords: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
  verbs: ReadonlySet<string>,
  honorifics: ReadonlySet<string>,
): number {
  let length = 0;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] as Token; // i is within bounds
    if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) break;
    if (functionWords.has(token.folded) || nouns.has(token.folded)) break;
    // A sentence can open with its verb ("Written across the text by …").
    if (verbs.has(token.folded) && tokens.slice(0, i).every(({ kind }) => kind === 'mark')) break;
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

/** The capital that opens a sentence makes no name ("Next to point 2 …"): a single such word is one only before a verb or noun of writing, or with its "'s". */
function isMereOpening(
  tokens: readonly Token[],
  at: number,
  length: number,
  words: Record<'verbs' | 'nouns' | 'linking', ReadonlySet<string>>,
): boolean {
  if (length > 1 || !tokens.slice(0, at).every(({ kind }) => kind === 'mark')) return false;
  const own = tokens[at];
  const next = tokens[at + 1]?.folded ?? '';
  const possessive = /['’]s?$/u.test(own?.text ?? '');
  return (
    !possessive &&
    !words.verbs.has(next) &&
    !words.nouns.has(next) &&
    !words.linking.has(next) &&
    next !== ':'
  );
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
  const doubtful = events.some((event) => event.kind === 'doubt');
  const common = { subject, ...(medium === undefined ? {} : { medium }), ...(doubtful ? { doubtful } : {}) };

  // A sign alone ("underlined", 'an "x"'): one note at all its anchors.
  const [firstQuote] = quotes;
  const mere = quotes.length === 1 && firstQuote && /^[xX×✓✔?!+|]{1,3}$/u.test(firstQuote.token.text.trim());
  const first = signs.find((sign) => sign.text.includes(' ')) ?? signs[0];
  if ((first && quotes.length === 0) || mere) {
    const place = events.find((event) => event.kind === 'place')?.place ?? base;
    const refers = events.some((event) => event.kind === 'reference');
    if (anchors.length === 0 && place === undefined && !refers) return [];
    const { start, end } = mere ? firstQuote.token : (first ?? { start: offset, end: offset });
    const described = mere ? text.slice(start - offset, end - offset) : (first?.text ?? '');
    return [
      {
        ...common,
        sign: described,
        ...(place === undefined ? {} : { place }),
        anchors: anchors.map((event) => event.anchor),
        start,
        end,
      },
    ];
  }
  if (!firstQuote) return [];

  // Where notes stand is said before all of them ("Beside point 1: …") or after each ("… beside point 1").
  const locators = events.filter((event) => event.kind === 'anchor' || event.kind === 'place');
  const lastQuote = quotes.at(-1) ?? firstQuote;
  const before = locators.filter((event) => event.at < firstQuote.at);
  const locatorsFirst = before.length > 0 && !locators.some((event) => event.at > lastQuote.at);
  const statements = quotes.map((quote, i): Statement => {
    const from = locatorsFirst ? (quotes[i - 1]?.at ?? -1) : quote.at;
    const to = locatorsFirst ? quote.at : (quotes[i + 1]?.at ?? Infinity);
    let own = locators.filter((event) => event.at > from && event.at < to);
    if (own.length === 0 && i === 0 && before.some((event) => event.kind === 'anchor')) own = before;
    const around = i === 0 ? [...before, ...own] : own;
    const place = around.findLast((event) => event.kind === 'place')?.place ?? base;
    const addressee =
      addressees.find((event) => event.at < quote.at && event.at > (quotes[i - 1]?.at ?? -1)) ??
      (quotes.length === 1 ? addressees[0] : undefined);
    // "…, in Shepilin's hand, “…”": a name between two notes is of the second.
    const subjects = events.filter((event) => event.kind === 'subject');
    const nearest =
      subjects.findLast((event) => event.at < quote.at) ?? (quotes.length === 1 ? subjects[0] : undefined);
    const unnamed = subjects.length > 0 && !nearest;
    return {
      ...common,
      subject: nearest?.subject ?? (unnamed ? { kind: 'missing' } : subject),
      words: quote.token.text.trim(),
      ...(place === undefined ? {} : { place }),
      anchors: own.flatMap((event) => (event.kind === 'anchor' ? [event.anchor] : [])),
      ...(addressee
        ? { addressee: { name: addressee.name, start: addressee.start, end: addressee.end } }
        : {}),
      start: quote.token.start,
      end: quote.token.end,
    };
  });
  // "wrote 'a' and 'b' beside point 4": a note without a place of its own shares that of the next.
  for (let i = statements.length - 2; i >= 0 && !locatorsFirst; i--) {
    const [own, next] = [statements[i], statements[i + 1]];
    if (!own || !next || own.anchors.length > 0 || (own.place !== undefined && own.place !== base)) continue;
    own.anchors = next.anchors;
    if (next.place !== undefined) own.place = next.place;
  }
  return statements;
}
