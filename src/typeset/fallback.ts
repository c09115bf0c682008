/** Faces for characters that the face of a look lacks, and the faces that a galley needs at all. */
import type { Galley } from '../galley/types.js';
import type { Design } from './design.js';
import type { LetterCase, Letters } from './letters.js';
import type { FaceName, Shaper } from './measure.js';
import { scriptIn } from './scripts.js';

/** A part of a text and the letters that have its characters. */
export interface CoveredPart {
  readonly start: number;
  readonly text: string;
  readonly letters: Letters;
}

export class Fallback {
  readonly #shaper: Shaper;
  readonly #letterCase: LetterCase;
  readonly #faces: readonly FaceName[];
  /** Look → code point → face that has it; the look's own face where none has. */
  readonly #known = new WeakMap<object, Map<number, FaceName>>();

  constructor(design: Design, shaper: Shaper, letterCase: LetterCase) {
    this.#shaper = shaper;
    this.#letterCase = letterCase;
    this.#faces = Object.keys(design.fallbacks).filter((face) => shaper.has?.(face) ?? false);
  }

  /** Parts of a text by the face that has their characters; combining marks and spaces stay with what they follow. */
  parts(text: string, letters: Letters): CoveredPart[] {
    // Latin, Greek and Cyrillic letters are the design's own business.
    if (this.#faces.length === 0 || !/[^\0-\u052F\u1E00-\u206F]/.test(text))
      return [{ start: 0, text, letters }];
    const parts: CoveredPart[] = [];
    let start = 0;
    let at = 0;
    let face = letters.look.face;
    const close = (): void => {
      if (at === start) return;
      const own = face === letters.look.face ? letters : this.#letterCase.inFace(letters, face);
      parts.push({ start, text: text.slice(start, at), letters: own });
      start = at;
    };
    for (const character of text) {
      if (!/[\p{M}\p{Z}\s]/u.test(character)) {
        const next = this.#faceOf(character, letters);
        if (next !== face) close();
        face = next;
      }
      at += character.length;
    }
    close();
    return parts;
  }

  #faceOf(character: string, letters: Letters): FaceName {
    let known = this.#known.get(letters.look);
    if (!known) {
      known = new Map();
      this.#known.set(letters.look, known);
    }
    const codePoint = character.codePointAt(0) ?? 0;
    let face = known.get(codePoint);
    if (face === undefined) {
      const { look } = letters;
      const has = (name: FaceName): boolean =>
        this.#shaper.missing(character, { ...look, face: name }).length === 0;
      face = has(look.face) ? look.face : (this.#faces.find(has) ?? look.face);
      known.set(codePoint, face);
    }
    return face;
  }
}

/** Fallback faces for whose scripts a galley has characters: the others need not be loaded. */
export function fallbacksNeeded(galley: Galley, design: Design): FaceName[] {
  const texts: string[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(collect);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (key === 'value' || key === 'label') {
          if (typeof value === 'string') texts.push(value);
          else collect(value);
        } else if (key === 'children' || key === 'notes' || key === 'running') collect(value);
        else if (key === 'verso' || key === 'recto') texts.push(String(value));
      }
    }
  };
  collect(galley);
  const far = texts.join('').replace(/[\0-\u052F\u1E00-\u206F]+/g, '');
  if (far === '') return [];
  return Object.entries(design.fallbacks).flatMap(([face, { scripts }]) =>
    scriptIn(far, scripts) ? [face] : [],
  );
}
