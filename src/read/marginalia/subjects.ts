/** Who wrote, and to whom: names, offices, pronouns, hands that nobody knows. */
import { wordSet } from '../vocabulary.js';
import type { Clause } from './clause.js';
import { isMereOpening, nameLength, nameOf } from './names.js';
import { officeAt } from './offices.js';
import { phraseAt } from './place-grammar.js';

/** "an unknown hand" */
export function strangerAt(clause: Clause, at: number): number {
  const { reports } = clause.vocabulary;
  const unknown = phraseAt(clause.tokens, at, reports.unknown);
  if (!unknown) return 0;
  const [first = '', ...rest] = unknown.phrase.split(' ');
  const label = reports.anchorWords.indefinite.includes(first) ? rest.join(' ') : unknown.phrase;
  clause.subject({ kind: 'unknown', label }, at);
  return unknown.length;
}

/** "the latter", "he", "the same hand": somebody spoken of before. */
export function spokenOfAt(clause: Clause, at: number): number {
  const { tokens, spoken, hasSubject, vocabulary } = clause;
  const { reports } = vocabulary;
  if (hasSubject) return 0;
  const ofTwo = [
    { phrase: phraseAt(tokens, at, reports.former), who: spoken.named.at(-2) },
    { phrase: phraseAt(tokens, at, reports.latter), who: spoken.named.at(-1) },
  ].find(({ phrase }) => phrase !== undefined);
  if (ofTwo?.phrase && ofTwo.who && spoken.named.length > 1) {
    clause.subject({ kind: 'name', ...ofTwo.who, pronoun: true }, at);
    return ofTwo.phrase.length;
  }
  const pronoun = phraseAt(tokens, at, reports.pronouns);
  if (!pronoun) return 0;
  const { last } = spoken;
  if (last?.kind === 'name' && last.signature) clause.subject({ ...last, spokenOf: true, pronoun: true }, at);
  else if (last?.kind === 'name') clause.subject({ ...last, pronoun: true }, at);
  else if (last) clause.subject(last, at);
  // "in the same hand", where nobody was named before
  else if (reports.handNouns.includes(pronoun.phrase.split(' ').at(-1) ?? ''))
    clause.subject({ kind: 'unknown', label: pronoun.phrase }, at);
  else return 0;
  return pronoun.length;
}

/** "the Minister": an office that wrote, not one that is written to, nor one whose title a note stands under. */
export function officerAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, hasSubject } = clause;
  const { reports, marks } = vocabulary;
  const office = hasSubject ? undefined : officeAt(tokens, at, vocabulary);
  const previous = clause.word(at - 1);
  if (!office || [marks.addressee, reports.above, reports.below].some((words) => words.includes(previous)))
    return 0;
  clause.subject({ kind: 'unknown', label: office.label }, at);
  return office.length;
}

/** A name: who wrote, or who is written to. */
export function personAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events, spoken, verbs, nouns, honorifics, functionWords } = clause;
  const { reports } = vocabulary;
  const length = nameLength(tokens, at, functionWords, nouns, verbs, honorifics);
  const linking = wordSet(reports.linking);
  const instructs = reports.instructing.includes(clause.word(at + 1));
  const mere =
    clause.opensSentence && !instructs && isMereOpening(tokens, at, length, { verbs, nouns, linking });
  if (length === 0 || mere) return 0;
  // "Deputy Minister Krotov"
  const office = phraseAt(tokens, at, reports.offices.nouns)?.length ?? 0;
  const name = nameOf(tokens.slice(at + (office < length ? office : 0), at + length), honorifics);
  if (!name) return length;
  spoken.named = [...spoken.named.filter(({ name: known }) => known !== name.name), name];
  if (isWrittenTo(clause, at, length)) events.push({ kind: 'addressee', at, ...name });
  else if (wroteTheSame(clause, at, length)) {
    const first = events.at(-1);
    if (first?.kind === 'subject') first.others = [...(first.others ?? []), { kind: 'name', ...name }];
  } else if (isWriter(clause, at, length)) clause.subject({ kind: 'name', ...name }, at);
  return length;
}

/** "wrote to N", "note to N", "to N, N and N" */
function isWrittenTo(clause: Clause, at: number, length: number): boolean {
  const { vocabulary, events, verbs, nouns } = clause;
  const { reports, marks } = vocabulary;
  const previous = clause.word(at - 1);
  const noun = clause.word(at - 2);
  const opened = clause.tokens
    .slice(0, at)
    .some(({ kind, folded }) => kind === 'word' && (nouns.has(folded) || reports.addressed.includes(folded)));
  const told =
    clause.has('verb') || reports.addressed.includes(noun) || (opened && !clause.has('quote', 'sign'));
  if (marks.addressee.includes(previous) && told) return true;
  if (clause.hasSubject && reports.instructing.includes(previous)) return true;
  const another = events.at(-1)?.kind === 'addressee' && reports.anchorWords.joints.includes(previous);
  return another && !verbs.has(clause.word(at + length));
}

/** "N and M both wrote": the second of two who wrote. */
function wroteTheSame(
  { tokens, events, verbs, quotes, vocabulary }: Clause,
  at: number,
  length: number,
): boolean {
  const { reports } = vocabulary;
  const last = events.at(-1);
  if (last?.kind !== 'subject' || last.subject.kind !== 'name') return false;
  const { end } = last.subject;
  const between = tokens.filter((token) => token.start >= end && token.end <= (tokens[at]?.start ?? 0));
  let i = at + length;
  while (reports.linking.includes(tokens[i]?.folded ?? '')) i++;
  const preposition = tokens[last.at - 1]?.folded ?? '';
  // "a note by N and M", "the initials of N and M"
  const named =
    reports.by.includes(preposition) || (quotes === 0 && reports.anchorWords.of.includes(preposition));
  return (
    between.length > 0 &&
    between.every(({ folded }) => reports.anchorWords.joints.includes(folded)) &&
    (named || verbs.has(tokens[i]?.folded ?? ''))
  );
}

/** The first name, and any that is said to have written; not "the name Hollenstein is circled", where it is spoken of. */
function isWriter(clause: Clause, at: number, length: number): boolean {
  const { tokens, vocabulary, hasSubject } = clause;
  const { reports } = vocabulary;
  const next = tokens[at + length];
  if (reports.passives.includes(next?.folded ?? '')) return false;
  const possessive = /['’]s?$/u.test(tokens[at + length - 1]?.text ?? '');
  return !hasSubject || reports.by.includes(clause.word(at - 1)) || possessive || next?.kind === 'quote';
}
