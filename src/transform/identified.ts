/**
 * Whom the editor means: bearers that she calls by a name and its variants are one, whatever the page made of them. A form that several
 * bear tells nobody, unless another form tells which of them it is.
 */
import type { RegisterWord } from '../config/sidecar.js';
import { mayBeOne } from './namesakes.js';

interface Named {
  name: string;
  /** Other names of the bearer. */
  others?: readonly string[];
}

/** What became of a word of the editor; a bearer is told by one of its uses. */
export interface Meant<T> {
  bearer?: T;
  /** Those that it can be, where it cannot be told. */
  rivals: T[];
}

/** Groups of uses, those joined that a word of the editor is about; and whom each word means. */
export function joinIdentified<T extends Named>(
  groups: readonly T[][],
  words: readonly RegisterWord[],
): { groups: T[][]; meant: Map<RegisterWord, Meant<T>> } {
  const joined = groups.map((members) => [...members]);
  const meant = new Map<RegisterWord, Meant<T>>();
  for (const word of words) {
    const { named, rivals } = bearersOf(word, joined);
    const [bearer, ...others] = named;
    if (rivals.length === 0) for (const other of others) bearer?.push(...other.splice(0));
    const use = bearer?.[0];
    meant.set(word, {
      ...(use && rivals.length === 0 && { bearer: use }),
      rivals: rivals.flatMap(([first]) => first ?? []),
    });
  }
  return { groups: joined.filter((members) => members.length > 0), meant };
}

/** The bearers that forms of a word tell, and those of a form that tells none of several. */
function bearersOf<T extends Named>(
  { name, variants }: RegisterWord,
  groups: readonly T[][],
): { named: T[][]; rivals: T[][] } {
  const found = [name, ...variants].map((form) => {
    const having = (fits: (form: string, known: string) => boolean): T[][] =>
      groups.filter((members) =>
        members.some((use) => [use.name, ...(use.others ?? [])].some((known) => fits(form, known))),
      );
    // Letter by letter, else all that the form may name.
    const exact = having((one, other) => one === other);
    return exact.length > 0 ? exact : having(mayBeOne);
  });
  const told = new Set(found.flatMap((bearers) => (bearers.length === 1 ? bearers : [])));
  const rivals = found.find((bearers) => bearers.length > 1 && !bearers.some((members) => told.has(members)));
  return { named: groups.filter((members) => told.has(members)), rivals: rivals ?? [] };
}
