/**
 * Brackets by the deletion test (docs/tei.md): take the bracket away. If words or the sentence break, they were supplied; if the bracket
 * reads on in the sentence it was supplied by the editor; if it stands beside it, it explains. What shows no sign is a gloss of low certainty.
 * The brackets stay in the text of what they make.
 */
import type { VFile } from 'vfile';
import type { Certainty, Gap, Phrase } from '../../edition/types.js';
import { report } from '../../diagnostics/report.js';
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { madeOnce } from '../made-once.js';
import { anyOf, wordsOf } from '../words.js';
import type { Locator, PhraseMark, Stretch } from '../weave.js';

interface Bracket {
  start: number;
  end: number;
  depth: number;
}

/** Deepest nesting that is read as structure; deeper brackets are words. */
const deepest = 12;

/** Marks for all brackets of a stretch. Unbalanced ones stay words and are reported. */
export function readBrackets(
  stretch: Stretch,
  vocabulary: Vocabulary,
  file: VFile,
  at: Locator,
): PhraseMark[] {
  const marks: PhraseMark[] = [];
  for (const bracket of balanced(stretch, file, at)) {
    if (bracket.depth > deepest) continue;
    marks.push(...markOf(bracket, stretch, vocabulary));
  }
  return marks;
}

function balanced({ source, start, end }: Stretch, file: VFile, at: Locator): Bracket[] {
  const open: number[] = [];
  const found: Bracket[] = [];
  let stray: number | undefined;
  for (let i = start; i < end; i++) {
    const character = source.charCodeAt(i);
    if (character === 0x5b) open.push(i);
    else if (character === 0x5d) {
      const from = open.pop();
      if (from === undefined) stray ??= i;
      else found.push({ start: from, end: i + 1, depth: open.length });
    }
  }
  stray ??= open[0];
  if (stray !== undefined) {
    report(file, 'bracket-unbalanced', {
      place: at(stray, stray + 1),
      reason: 'A square bracket has no counterpart in the same paragraph; it was kept as a character',
    });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const unitsOfGap: Record<string, Gap['unit']> = {
  character: 'character',
  characters: 'character',
  letter: 'letter',
  letters: 'letter',
  word: 'word',
  words: 'word',
  line: 'line',
  lines: 'line',
  page: 'page',
  pages: 'page',
};
const numerals: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/** Matches a list of remarks in which # is a number. */
function matches(text: string, phrases: readonly string[]): boolean {
  return (
    wordSet(phrases).has(text) || wordSet(phrases).has(text.replace(/\d+/gu, '#').replace(/[–—]/gu, '-'))
  );
}

function markOf(bracket: Bracket, { source, start, end }: Stretch, vocabulary: Vocabulary): PhraseMark[] {
  const { body } = vocabulary;
  const inner = source.slice(bracket.start + 1, bracket.end - 1);
  const folded = fold(inner).replace(/[.;:,]+$/u, '') || fold(inner);
  const place = { start: bracket.start, end: bracket.end };
  const gap = (reason: Gap['reason']): PhraseMark[] => [
    {
      ...place,
      make: (_, position) => ({
        type: 'gap',
        reason,
        value: source.slice(bracket.start, bracket.end),
        ...extent(folded),
        position,
      }),
    },
  ];
  if (matches(folded, body.ellipsis) || matches(fold(inner), body.ellipsis)) return gap('editorial');
  const few = wordsOf(inner, 200).length <= 7;
  if (matches(folded, body.illegible) || (few && says(inner, body.illegibleWords))) return gap('illegible');
  if (matches(folded, body.blank) || (few && says(inner, body.blankWords))) return gap('blank');
  if (matches(folded, body.excised) || (wordsOf(inner, 200).length <= 10 && says(inner, body.excisedWords)))
    return gap('excised');
  if (matches(folded, body.sic) || /^sic[,:;]\s*\S/u.test(folded))
    return sic(bracket, inner, { source, start, end });
  if (/^[^?]{1,80}\?$/u.test(folded) && wordsOf(inner).length <= 4) return phrase(place, 'unclear', 'low');

  const before = source.charAt(bracket.start - 1);
  const after = source.charAt(bracket.end);
  const letter = /[\p{L}\p{M}]/u;
  const touches = (bracket.start > start && letter.test(before)) || (bracket.end < end && letter.test(after));
  if (touches && /^[\p{L}\p{M}'’.-]+$/u.test(inner))
    return phrase(place, 'supplied', undefined, 'abbreviated');

  const words = wordsOf(inner, 200);
  const [first] = words;
  const wholeBlock =
    source.slice(start, bracket.start).trim() === '' && source.slice(bracket.end, end).trim() === '';
  if (wholeBlock) return phrase(place, 'gloss');
  if (first === undefined) return phrase(place, 'gloss', 'low');
  if (
    body.remarks.some(
      (remark) => folded === remark || folded.startsWith(`${remark}:`) || folded.startsWith(`${remark}.`),
    )
  )
    return phrase(place, 'gloss');
  if (isOnName(folded, source.slice(Math.max(start, bracket.start - 60), bracket.start), vocabulary))
    return phrase(place, 'gloss');
  const opensSentence =
    /(?:^|[.!?:]\s*)$/u.test(source.slice(Math.max(start, bracket.start - 4), bracket.start)) &&
    bracket.end < end;
  const lower =
    /^[^\p{L}]*\p{Ll}/u.test(inner) ||
    (opensSentence && words.length === 1 && wordSet(body.functionWords).has(first));
  if (isYear(inner, bracket, { source, start, end }, vocabulary))
    return phrase(place, 'supplied', 'medium', 'omitted');
  // "Sverdlovsk [now Yekaterinburg]"
  if (body.openings.some((opening) => folded.startsWith(`${opening} `))) return phrase(place, 'gloss');
  if (lower && wordSet(body.determiners).has(first) && words.length > 1) {
    const certainty = standsBeside(bracket, { source, start, end }, words, vocabulary);
    if (certainty) return phrase(place, 'gloss', certainty === 'high' ? undefined : certainty);
  }
  if (
    lower &&
    (wordSet(body.functionWords).has(first) || isDegree(words, source.slice(bracket.end, end), vocabulary))
  )
    return phrase(place, 'supplied', 'medium', 'editorial');
  if (lower && breaksWithout(bracket, { source, start, end }, words, vocabulary)) {
    return phrase(place, 'supplied', 'medium', 'omitted');
  }
  const doubt = lackedBy(bracket, { source, start, end }, words, vocabulary);
  if (doubt) return phrase(place, 'supplied', doubt, 'omitted');
  if (
    lower &&
    body.verbEndings.some((ending) => first.length > ending.length + 2 && first.endsWith(ending))
  ) {
    return phrase(place, 'supplied', 'medium', 'editorial');
  }
  // A name after a name identifies it; other scripts give the original term.
  const lastWord =
    /([\p{L}\p{M}'’.-]+)[\s\u00a0"”’,]*$/u.exec(
      source.slice(Math.max(start, bracket.start - 60), bracket.start),
    )?.[1] ?? '';
  if (/^[^\p{L}]*\p{Lu}/u.test(inner) && /^\p{Lu}/u.test(lastWord)) return phrase(place, 'gloss');
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(inner)) return phrase(place, 'gloss');
  return phrase(place, 'gloss', 'low');
}

/** "name not known": what is not known of a bearer. */
const unknownOf = madeOnce(
  ({ identity: { what, between, unknown } }: Vocabulary['body']) =>
    new RegExp(`^${anyOf(what)} (?:${anyOf(between)} )?${anyOf(unknown)}$`, 'u'),
);

/** "Makarov [not further identified]", "Lomov [first name not known]": an editor's remark on who bears the name before it. */
function isOnName(folded: string, lead: string, { body }: Vocabulary): boolean {
  const before = /(?<word>[\p{L}\p{M}][\p{L}\p{M}'’.-]*)["”’]?,?[\s\u00a0]+$/u.exec(lead)?.groups?.['word'];
  if (before === undefined) return false;
  const said = folded.replace(/\s+/gu, ' ').trim();
  // Of "the attaché", too; "an [unidentified] man" reads on.
  if (body.identity.alone.includes(said))
    return ![body.openWords, body.determiners, body.functionWords].some((words) =>
      words.includes(fold(before)),
    );
  return /^\p{Lu}/u.test(before) && unknownOf(body).test(said);
}

/** "it would be [too] early": a word of degree alone, and a word that it can belong to. */
function isDegree(words: readonly string[], rest: string, { body }: Vocabulary): boolean {
  const next = /^[\s\u00a0]+(?<word>\p{Ll}[\p{L}\p{M}'’-]*)/u.exec(rest.slice(0, 40))?.groups?.['word'];
  return (
    words.length === 1 &&
    wordSet(body.degrees).has(words[0] ?? '') &&
    next !== undefined &&
    !wordSet(body.functionWords).has(next) &&
    !wordSet(body.determiners).has(next)
  );
}

/** "9 December [1969]": a year alone, after a day or a month. */
function isYear(inner: string, bracket: Bracket, { source, start }: Stretch, { dates }: Vocabulary): boolean {
  if (!/^\s*\d{4}\s*$/u.test(inner)) return false;
  const before = wordsOf(source.slice(Math.max(start, bracket.start - 24), bracket.start)).at(-1) ?? '';
  return dates.months.some((names) => names.includes(before));
}

/** "the German ": a name with an article before it, at the end of what stands before a bracket. */
const determined = madeOnce(
  ({ determiners }: Vocabulary['body']) =>
    new RegExp(`(?:^|\\s)${anyOf(determiners)}\\s+\\p{Lu}[\\p{L}\\p{M}'’-]+\\s+$`, 'u'),
);

/**
 * What a sentence or a name lacks without its bracket: what a number counts ("about two [weeks]."), the last word of an office's name ("the
 * Fatherland [Front]"), a participle before who did it ("applicants [put forward] by the government"). How sure that is.
 */
function lackedBy(
  bracket: Bracket,
  { source, start, end }: Stretch,
  words: readonly string[],
  { body, reports }: Vocabulary,
): Certainty | undefined {
  const inner = source.slice(bracket.start + 1, bracket.end - 1).trim();
  const lead = source.slice(Math.max(start, bracket.start - 60), bracket.start);
  const rest = source.slice(bracket.end, Math.min(end, bracket.end + 24));
  const before = /(?<word>[\p{L}\p{M}\p{N}'’-]+)[\s\u00a0]+$/u.exec(lead)?.groups?.['word'];
  if (before === undefined || words.length > 3) return undefined;
  const isLower = /^\p{Ll}/u.test(inner);
  const counts = /^\d+$/u.test(before) || reports.cardinals.includes(before.toLowerCase());
  // A year can stand by itself.
  if (isLower && counts && words.length === 1 && /^\s*[.,;:!?]/u.test(rest))
    return /^\d{4}$/u.test(before) ? undefined : 'medium';
  const [first = ''] = words;
  if (words.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(inner) && body.organisations.includes(first))
    return determined(body).test(lead) && !body.organisations.includes(before.toLowerCase())
      ? 'medium'
      : undefined;
  const agent = /^[\s\u00a0]+(?<word>\p{Ll}+)/u.exec(rest)?.groups?.['word'] ?? '';
  return isLower &&
    body.agents.includes(agent) &&
    !/^\p{Lu}/u.test(before) &&
    !body.determiners.includes(first)
    ? 'low'
    : undefined;
}

/** Words before a bracket that are looked at for the beginning of its noun phrase. */
const farthest = 4;

/**
 * "Sovsintorg [the trading company]", "our comrades [the Soviet advisers]": a noun phrase after one that is complete, which it explains; how sure
 * that is. Undefined where the sentence needs the bracket, as after a verb or a preposition, or where it ends with a word that something must follow.
 */
function standsBeside(
  bracket: Bracket,
  { source, start }: Stretch,
  words: readonly string[],
  { body }: Vocabulary,
): Certainty | undefined {
  const small = wordSet(body.functionWords);
  // "[that were promised]" is a clause.
  if (small.has(words[1] ?? '') || small.has(words.at(-1) ?? '')) return undefined;
  const lead = source.slice(Math.max(start, bracket.start - 80), bracket.start);
  // Only the words of the same phrase.
  const own = /[^.,;:!?()[\]–—]*$/u.exec(lead)?.[0].trim() ?? '';
  const nouns = own.split(/[\s\u00a0]+/u).filter((word) => /\p{L}/u.test(word));
  const last = nouns.at(-1);
  if (last === undefined) return undefined;
  const folded = nouns.map((word) => fold(word));
  if (small.has(folded.at(-1) ?? '') || wordSet(body.openWords).has(folded.at(-1) ?? '')) return undefined;
  if (/^["“«(]?\p{Lu}/u.test(last)) return 'high';
  if (body.verbEndings.some((ending) => last.endsWith(ending))) return undefined;
  const determiners = wordSet(body.determiners);
  for (let back = 2; back <= farthest; back++) {
    const word = folded.at(-back);
    if (word === undefined) break;
    // The longer a phrase is, the sooner its last word is a verb ("the man told [the ministry]").
    if (determiners.has(word) || /^\d+$/u.test(word))
      return back === 2 ? 'high' : back === 3 ? 'medium' : 'low';
    if (small.has(word)) break;
  }
  // "The friends [the Czechoslovaks] exhibited": an article with a name, after which the sentence goes on by itself.
  return /\s\p{Lu}[^\s]*$/u.test(source.slice(bracket.start + 1, bracket.end - 1)) ? 'low' : undefined;
}

/** True if one of some words stands in a text. */
function says(text: string, words: readonly string[]): boolean {
  const known = wordSet(words);
  return wordsOf(text, 200).some((word) => known.has(word));
}

/**
 * The deletion test where the words around decide: "leaves for a [cure] in …" breaks after its article; "[due to] illness" before its noun.
 */
function breaksWithout(
  bracket: Bracket,
  { source, start, end }: Stretch,
  words: readonly string[],
  { body }: Vocabulary,
): boolean {
  const small = wordSet(body.functionWords);
  if (small.has(words.at(-1) ?? '') && words.length <= 3) return true;
  const before = wordsOf(source.slice(Math.max(start, bracket.start - 40), bracket.start)).at(-1);
  const touching = /[\p{L}\p{M}][\s\u00a0]+$/u.test(
    source.slice(Math.max(start, bracket.start - 3), bracket.start),
  );
  const after = /^[\s\u00a0]*(?<word>[\p{L}\p{M}'’-]+)?/u.exec(
    source.slice(bracket.end, Math.min(end, bracket.end + 40)),
  )?.groups?.['word'];
  if (!touching || before === undefined || !wordSet(body.openWords).has(before)) return false;
  // After "a" or "the" a noun may follow the bracket ("the [new] school"); then the sentence stands without it.
  return after === undefined || small.has(after.toLowerCase());
}

function phrase(
  place: { start: number; end: number },
  type: 'gloss' | 'supplied' | 'unclear',
  certainty?: Certainty,
  reason: 'editorial' | 'omitted' | 'abbreviated' = 'editorial',
): PhraseMark[] {
  const sure = certainty ? { certainty } : {};
  return [
    {
      ...place,
      make: (children, position): Phrase =>
        type === 'gloss'
          ? { type, ...sure, children, position }
          : type === 'supplied'
            ? { type, reason, ...sure, children, position }
            : { type, certainty: certainty ?? 'low', children, position },
    },
  ];
}

/** `[sic]` is about the word before it; `[sic, X]` corrects it. */
function sic(bracket: Bracket, inner: string, { source, start }: Stretch): PhraseMark[] {
  const lead = source.slice(Math.max(start, bracket.start - 80), bracket.start);
  const word = /([\p{L}\p{M}\p{N}'’-]+)[.,;:"”’]*[\s\u00a0]*$/u.exec(lead);
  const gloss = phrase({ start: bracket.start, end: bracket.end }, 'gloss');
  if (!word) return gloss;
  const from = bracket.start - lead.length + word.index;
  const place = { start: from, end: from + (word[1] ?? '').length };
  const correction = /^\s*sic\s*[,:;]\s*(?<words>[\s\S]+)$/iu.exec(inner)?.groups?.['words']?.trim();
  const mark: PhraseMark = {
    ...place,
    make: (children, position): Phrase =>
      correction === undefined
        ? { type: 'sic', children, position }
        : { type: 'correction', children, correction, position },
  };
  return [mark, ...gloss];
}

/** How much is missing, where the words say so. */
function extent(folded: string): Partial<Pick<Gap, 'unit' | 'quantity' | 'atLeast' | 'atMost'>> {
  const unit = Object.entries(unitsOfGap).find(([word]) => wordsOf(folded).includes(word))?.[1];
  if (!unit) return {};
  const range = /(\d{1,4})\s*[-–—]\s*(\d{1,4})/u.exec(folded);
  if (range) return { unit, atLeast: Number(range[1]), atMost: Number(range[2]) };
  const [written] = wordsOf(folded);
  const number = /\d{1,4}/u.exec(folded)?.[0];
  const quantity =
    number !== undefined ? Number(number) : written !== undefined ? numerals[written] : undefined;
  return quantity === undefined ? { unit } : { unit, quantity };
}
