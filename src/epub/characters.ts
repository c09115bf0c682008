/**
 * Which characters the embedded faces have to hold.
 */
import type { Nodes } from 'xast';

/**
 * Held always, so that documents of one language share a subset, and a reading system can show what it adds (hyphens,
 * page numbers): printable ASCII and the punctuation of the languages of Europe.
 */
export const always: readonly number[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i),
  ...[0xa0, 0xab, 0xad, 0xb7, 0xbb],
  ...[0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2026],
];

/** The Russian alphabet and №: held whole where one of them occurs. */
export const russian: readonly number[] = [
  0x401,
  ...Array.from({ length: 64 }, (_, i) => 0x410 + i),
  0x451,
  0x2116,
];

/** Code points of all text below these nodes, and of these words; ascending. */
export function charactersOf(trees: readonly Nodes[], words: readonly string[]): number[] {
  const found = new Set<number>(always);
  const add = (text: string): void => {
    for (const character of text) found.add(character.codePointAt(0) ?? 0);
  };
  const stack: Nodes[] = [...trees];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') add(node.value);
    else if ('children' in node) stack.push(...node.children);
  }
  for (const word of words) add(word);
  if (russian.some((codePoint) => found.has(codePoint)))
    for (const codePoint of russian) found.add(codePoint);
  // Controls and line ends are not drawn.
  return ascending([...found].filter((codePoint) => codePoint >= 0x20));
}

export function ascending(codePoints: Iterable<number>): number[] {
  return [...codePoints].sort((a, b) => a - b);
}
