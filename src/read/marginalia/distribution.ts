/** The notes of a clause: which words go with which place, passage, hand and medium. */
import type { Event } from './events.js';
import type { Statement, Subject } from './statement.js';

export function statementsOf(
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
