/** Which characters a fallback face of a design is for: by script (UAX 24), property or code point. */
import type { FallbackFace } from './design.js';

const tests = new WeakMap<FallbackFace, RegExp>();

/** True if a character of the text is one that the design names this face for. */
export function isFor(text: string, fallback: FallbackFace): boolean {
  let test = tests.get(fallback);
  if (!test) {
    const { scripts = [], properties = [], ranges = [] } = fallback;
    const classes = [
      ...scripts.map((script) => `\\p{Script_Extensions=${script}}`),
      ...properties.map((property) => `\\p{${property}}`),
      ...ranges.map((range) => {
        const [from = '', to = from] = range.replace('U+', '').split('-');
        return `\\u{${from}}-\\u{${to}}`;
      }),
    ].filter(isClass);
    test = classes.length === 0 ? /(?!)/u : new RegExp(`[${classes.join('')}]`, 'u');
    tests.set(fallback, test);
  }
  return test.test(text);
}

/** A design may name a script that Unicode, or this version of it, does not know: it has no characters. */
function isClass(text: string): boolean {
  try {
    return new RegExp(`[${text}]`, 'u').source !== '';
  } catch {
    return false;
  }
}

/** Name of the script of a character, of those in the list. */
export function scriptIn(text: string, scripts: readonly string[]): string | undefined {
  return scripts.find(
    (script) => isClass(`\\p{sc=${script}}`) && new RegExp(`\\p{scx=${script}}`, 'u').test(text),
  );
}

/** A character with the signs that combine with it, or are joined to it: what one face has to hold. */
export const clusters = /\P{M}(?:[\p{M}\u200D]|[\u{1F3FB}-\u{1F3FF}]|(?<=\u200D)\P{M})*|\p{M}+/gu;
