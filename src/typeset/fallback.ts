/** Faces for characters that the face of a look lacks, and the characters of a galley that may need them. */
import type { Galley } from '../galley/types.js';
import type { Design } from './design.js';
import type { LetterCase, Letters } from './letters.js';
import type { FaceName, Shaper } from './measure.js';
import { clusters } from './scripts.js';

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
  /** Look → cluster → face that has it whole; the look's own face where none has. */
  readonly #known = new WeakMap<object, Map<string, FaceName>>();

  constructor(design: Design, shaper: Shaper, letterCase: LetterCase) {
    this.#shaper = shaper;
    this.#letterCase = letterCase;
    this.#faces = Object.keys(design.fallbacks).filter((face) => shaper.has?.(face) ?? false);
  }

  /** True if the fallback face is loaded. */
  has(face: FaceName): boolean {
    return this.#faces.includes(face);
  }

  /** Parts of a text by the face that has their characters; spaces stay with what they follow. */
  parts(text: string, letters: Letters): CoveredPart[] {
    if (this.#faces.length === 0 || !/[^\0-\x7F]/.test(text)) return [{ start: 0, text, letters }];
    const parts: CoveredPart[] = [];
    let start = 0;
    let face = letters.look.face;
    const close = (at: number): void => {
      if (at === start) return;
      const own = face === letters.look.face ? letters : this.#letterCase.inFace(letters, face);
      parts.push({ start, text: text.slice(start, at), letters: own });
      start = at;
    };
    for (const { 0: cluster, index } of text.matchAll(clusters)) {
      if (/^[\p{Z}\s]/u.test(cluster)) continue;
      const next = this.#faceOf(cluster, letters);
      if (next !== face) close(index);
      face = next;
    }
    close(text.length);
    return parts;
  }

  #faceOf(cluster: string, letters: Letters): FaceName {
    if (/^[\0-\x7F]$/.test(cluster)) return letters.look.face;
    let known = this.#known.get(letters.look);
    if (!known) {
      known = new Map();
      this.#known.set(letters.look, known);
    }
    let face = known.get(cluster);
    if (face === undefined) {
      const { look } = letters;
      const has = (name: FaceName): boolean =>
        this.#shaper.missing(cluster, { ...look, face: name }).length === 0;
      face = has(look.face) ? look.face : (this.#faces.find(has) ?? look.face);
      known.set(cluster, face);
    }
    return face;
  }
}

/** What is beyond ASCII, with the letter before it, which it may combine with, and what a joiner joins to it. */
const beyondAscii = /[\0-\x7F]?(?:[^\0-\x7F]|(?<=\u200D)[\0-\x7F])+/g;

/** The different characters of a galley beyond ASCII, each with what combines with it. */
export function clustersIn(galley: Galley): Set<string> {
  const found = new Set<string>();
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(collect);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (key === 'value' || key === 'label') {
          if (typeof value === 'string') add(value);
          else collect(value);
        } else if (key === 'children' || key === 'notes') collect(value);
      }
    }
  };
  const add = (text: string): void => {
    for (const [stretch] of text.matchAll(beyondAscii))
      for (const [cluster] of stretch.matchAll(clusters))
        if (!/^[\0-\x7F]$/.test(cluster)) found.add(cluster);
  };
  collect(galley);
  return found;
}
