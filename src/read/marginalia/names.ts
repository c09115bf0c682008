/** Names of persons in a report: how far one goes, and what of it is the name. */
import type { Token } from './tokens.js';

export function isNameToken(token: Token | undefined, functionWords: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && !functionWords.has(token.folded);
}

export function nameLength(
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
export function isMereOpening(
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

export function nameOf(
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
