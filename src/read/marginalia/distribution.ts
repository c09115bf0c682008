/** The notes of a clause: which words go with which place, passage, hand and medium. */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-grammar.js';
import type { Event, SignEvent } from './events.js';
import type { Statement, Subject } from './statement.js';
import { variantOnly } from './unread.js';

/** `base` is the place that holds for the clause; `text` begins at `offset` of the source. */
export function statementsOf(
  events: readonly Event[],
  subject: Subject,
  base: string | undefined,
  { text, offset, vocabulary }: { text: string; offset: number; vocabulary: Vocabulary },
): Statement[] {
  if (variantOnly(events)) return [];
  const { reports } = vocabulary;
  const quotes = events.flatMap((event) => (event.kind === 'quote' ? [event] : []));
  const signs = events.flatMap((event) => (event.kind === 'sign' ? [event] : []));
  const anchors = events.flatMap((event) => (event.kind === 'anchor' ? [event] : []));
  const addressees = events.flatMap((event) => (event.kind === 'addressee' ? [event] : []));
  const media = events.flatMap((event) => (event.kind === 'medium' ? [event] : []));
  const date = events.find((event) => event.kind === 'date')?.text;
  const doubtful = events.some((event) => event.kind === 'doubt');
  const common = { subject, ...(date === undefined ? {} : { date }), ...(doubtful ? { doubtful } : {}) };
  const inMedium = (text: string | undefined): { medium?: string } =>
    text === undefined ? {} : { medium: text };

  const changes = events.flatMap((event): Statement[] => {
    if (event.kind !== 'change') return [];
    const { sign, words, anchor } = event.change;
    const within = anchors.find(({ anchor: { kind } }) => kind === 'numbers' || kind === 'ordinals')?.anchor;
    return [
      {
        ...common,
        ...inMedium(media[0]?.text),
        words: words.text.trim(),
        sign,
        anchors: [{ ...anchor, ...(within ? { within } : {}) }],
        start: words.start,
        end: words.end,
      },
    ];
  });

  // A sign alone ("underlined", 'an "x"'): one note at all its anchors.
  const [firstQuote] = quotes;
  const mere = quotes.length === 1 && firstQuote && /^[xX×✓✔?!+|]{1,3}$/u.test(firstQuote.token.text.trim());
  const first = specific(signs, reports.genericSigns);
  if ((first && quotes.length === 0) || mere) {
    const place = events.find((event) => event.kind === 'place')?.place ?? sideOf(anchors) ?? base;
    const refers = events.some((event) => event.kind === 'reference');
    if (anchors.length === 0 && place === undefined && !refers) return changes;
    const { start, end } = mere ? firstQuote.token : (first ?? { start: offset, end: offset });
    const described = mere ? text.slice(start - offset, end - offset) : (first?.text ?? '');
    const expressions = anchors.map((event) => event.anchor);
    return [
      ...changes,
      {
        ...common,
        ...inMedium(media[0]?.text),
        sign: described,
        ...(place === undefined ? {} : { place }),
        ...(reports.removals.includes(described) ? { removes: true } : {}),
        anchors: reports.inlineSigns.includes(described) ? narrowed(expressions) : expressions,
        start,
        end,
      },
    ];
  }
  if (!firstQuote) return changes;

  // Where notes stand is said before all of them ("Beside point 1: …") or after each ("… beside point 1").
  const locators = events.filter((event) => event.kind === 'anchor' || event.kind === 'place');
  const lastQuote = quotes.at(-1) ?? firstQuote;
  const before = locators.filter((event) => event.at < firstQuote.at);
  const locatorsFirst = before.length > 0 && !locators.some((event) => event.at > lastQuote.at);
  // One medium before or after all words is that of all; else each has its own.
  const mediumOf = (i: number): string | undefined => {
    const [only] = media;
    if (media.length === 1 && only && (only.at < firstQuote.at || only.at > lastQuote.at)) return only.text;
    const from = quotes[i]?.at ?? 0;
    const to = quotes[i + 1]?.at ?? Infinity;
    return (
      media.find(({ at }) => at > from && at < to) ??
      (i === 0 ? media.find(({ at }) => at < from) : undefined)
    )?.text;
  };
  const statements = quotes.map((quote, i): Statement => {
    const from = locatorsFirst ? (quotes[i - 1]?.at ?? -1) : quote.at;
    const upTo = locatorsFirst ? quote.at : (quotes[i + 1]?.at ?? Infinity);
    let own = locators.filter((event) => event.at > from && event.at < upTo);
    if (own.length === 0 && i === 0 && before.some((event) => event.kind === 'anchor')) own = before;
    const around = i === 0 ? [...before, ...own] : own;
    const place = around.findLast((event) => event.kind === 'place')?.place ?? sideOf(own) ?? base;
    const until = quotes[i - 1]?.at ?? -1;
    const between = addressees.filter((event) => event.at < quote.at && event.at > until);
    const to = between.length > 0 || quotes.length > 1 ? between : addressees;
    const sign = signs.findLast((event) => event.joined && event.at < quote.at && event.at > until);
    const stamped = sign !== undefined && reports.stamps.includes(sign.text);
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
      ...inMedium(mediumOf(i)),
      ...(sign ? { sign: sign.text } : {}),
      ...(stamped ? { stamped } : {}),
      ...(to.length > 0 ? { addressees: to.map(({ name, start, end }) => ({ name, start, end })) } : {}),
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
  if (events.some(({ kind }) => kind === 'inTurn'))
    inTurn(
      statements,
      anchors.map(({ anchor }) => anchor),
    );
  return [...changes, ...statements];
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

/** The sign that says most: of several words, then one that is more than "marked". */
function specific(signs: readonly SignEvent[], generic: readonly string[]): SignEvent | undefined {
  return (
    signs.find(({ text }) => text.includes(' ')) ??
    signs.find(({ text }) => !generic.includes(text)) ??
    signs[0]
  );
}

/** "below point 4": the place that the preposition of the first passage says. */
function sideOf(events: readonly Event[]): string | undefined {
  return events.flatMap((event) =>
    event.kind === 'anchor' && event.anchor.place ? [event.anchor.place] : [],
  )[0];
}

/** "in point 2 the words “…”": the words, in that point. */
function narrowed(anchors: readonly AnchorExpression[]): AnchorExpression[] {
  const [a, b] = anchors;
  if (anchors.length !== 2 || !a || !b) return [...anchors];
  if (a.kind === 'numbers' && b.kind === 'words' && !b.within) return [{ ...b, within: a }];
  return [a, b];
}
