/** Words, numbers and marks of a reference with their places. Spaces are no tokens; each token says what stood before it. */

export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  /** Form in which words are compared: small letters, no accents, one kind of apostrophe and dash. */
  readonly norm: string;
  /** Offsets in UTF-16 units within the text. */
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
}

/** What stands before a token: nothing, spaces, one line end, an empty line. */
export const Gap = { none: 0, space: 1, line: 2, paragraph: 3 } as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

const pattern =
  /(?<word>\p{L}[\p{L}\p{M}]*(?:['’ʹʼ][\p{L}\p{M}]+)*)|(?<number>\p{Nd}+)|(?<space>\s+)|(?<mark>[^])/gu;
const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
const dashes = new Set(['-', '‐', '‑', '‒', '–', '—', '―', '−']);
/** Accents of Latin letters; the Cyrillic й is a letter of its own. */
const accents = /([a-z])\p{M}+/gu;

/** Splits a text into tokens in one pass. The first token counts as the first of a paragraph. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = Gap.paragraph;
  for (const match of text.matchAll(pattern)) {
    const part = match[0];
    const groups = match.groups;
    if (groups?.['space'] !== undefined) {
      const lines = part.match(lineEnd)?.length ?? 0;
      gap = tokens.length === 0 || lines > 1 ? Gap.paragraph : lines === 1 ? Gap.line : Gap.space;
      continue;
    }
    const kind =
      groups?.['word'] !== undefined ? 'word' : groups?.['number'] !== undefined ? 'number' : 'mark';
    tokens.push({
      kind,
      text: part,
      norm: kind === 'word' ? fold(part) : dashes.has(part) ? '-' : part,
      start: match.index,
      end: match.index + part.length,
      gap,
    });
    gap = Gap.none;
  }
  return tokens;
}

/** The form in which words are compared. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // Most words are ASCII: nothing to take apart.
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(accents, '$1')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('ł', 'l')
    .replace(/['’ʹʼ]/g, "'");
}

/** True if the first letter is a capital, or of a script without capitals. */
export function isCapital(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first !== first.toLowerCase() || first.toUpperCase() === first;
}

/** True if no letter is small. */
export function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

export function isDash(token: Token | undefined): boolean {
  return token?.norm === '-';
}
