/**
 * Inlines of the galley → words in order, with what happens between them. Structure nodes and sequence numbers are given out
 * here, in reading order: a marginal note stands in the tree at its anchor.
 */
import type { Position } from 'unist';
import type { GalleyText, Inline } from '../galley/types.js';
import type { Design } from './design.js';
import type { Fallback } from './fallback.js';
import type { LetterCase, Letters } from './letters.js';
import { Guard } from './protect.js';
import type { StructureTree } from './structure.js';
import { Gap, TokenList, type Token, type TokenLink } from './tokens.js';

/** Something that belongs to the line in which the word after it stands. */
export type Happening =
  | {
      readonly kind: 'anchor';
      readonly sequence: number;
      readonly notes: readonly string[];
      readonly structure: number;
    }
  | { readonly kind: 'call'; readonly sequence: number; readonly note: string; readonly reference: number }
  | { readonly kind: 'destination'; readonly sequence: number; readonly anchor: string };

export interface Collected {
  readonly tokens: Token[];
  readonly happenings: readonly Happening[];
}

export interface Surroundings {
  readonly letters: Letters;
  readonly lang: string;
  readonly structure: number;
  readonly link?: TokenLink;
}

export interface CollectorParts {
  readonly design: Design;
  readonly letterCase: LetterCase;
  readonly tree: StructureTree;
  readonly fallback: Fallback;
  /** Called at an anchor, so that the note takes its place in the tree before the words that follow. */
  readonly onAnchor: (note: string, structure: number) => void;
  /** Sees every text once, for scripts that cannot be set yet. */
  readonly onText: (text: string, position: Position | undefined) => void;
}

/** Name of the place of a footnote's call: where the note's label links back to. */
export function callAnchor(note: string): string {
  return `${note}-call`;
}

export class Collector {
  readonly #parts: CollectorParts;
  readonly #guard: Guard;

  constructor(parts: CollectorParts) {
    this.#parts = parts;
    this.#guard = new Guard(parts.design.protection);
  }

  collect(inlines: readonly Inline[], surroundings: Surroundings): Collected {
    const list = new TokenList();
    const happenings: Happening[] = [];
    for (const inline of inlines) this.#inline(inline, surroundings, list, happenings);
    const tokens = list.finish();
    this.#protect(tokens);
    return { tokens, happenings };
  }

  #inline(inline: Inline, around: Surroundings, list: TokenList, happenings: Happening[]): void {
    const { tree, letterCase, design } = this.#parts;
    switch (inline.type) {
      case 'text': {
        this.#parts.onText(inline.value, inline.position);
        if (inline.value !== '') tree.begin(inline);
        this.#text(inline.value, around, list);
        return;
      }
      case 'span': {
        const lang = inline.lang ?? around.lang;
        const letters = letterCase.ofSpan(around.letters, inline.style, lang);
        const structure =
          lang === around.lang ? around.structure : tree.add('Span', around.structure, { lang });
        if (inline.id !== undefined) {
          happenings.push({ kind: 'destination', sequence: tree.reserve(0), anchor: inline.id });
        }
        const inside: Surroundings = { ...around, letters, lang, structure };
        for (const child of inline.children) this.#inline(child, inside, list, happenings);
        return;
      }
      case 'link': {
        const structure = tree.add('Link', around.structure);
        const link: TokenLink = {
          href: inline.href,
          structure,
          description: plainText(inline.children) || inline.href,
        };
        const inside: Surroundings = { ...around, structure, link };
        for (const child of inline.children) this.#inline(child, inside, list, happenings);
        return;
      }
      case 'noteCall': {
        const reference = tree.add('Reference', around.structure);
        const structure = tree.add('Link', reference);
        const letters = letterCase.changed(around.letters, design.footnotes.call, around.lang);
        const link: TokenLink = { href: `#${inline.note}`, structure, description: inline.label };
        happenings.push(
          { kind: 'destination', sequence: tree.reserve(0), anchor: callAnchor(inline.note) },
          { kind: 'call', sequence: tree.reserve(0), note: inline.note, reference },
        );
        this.#text(inline.label, { letters, lang: around.lang, structure, link }, list);
        return;
      }
      case 'noteAnchor': {
        happenings.push({
          kind: 'anchor',
          sequence: tree.reserve(0),
          notes: inline.notes,
          structure: around.structure,
        });
        for (const note of inline.notes) this.#parts.onAnchor(note, around.structure);
        return;
      }
      case 'sourcePageBreak': {
        const { before, after } = design.sourcePageBreak;
        const letters = letterCase.changed(around.letters, design.sourcePageBreak, around.lang);
        const own = /^[[(]/u.test(inline.label);
        const { link: _, ...outside } = around;
        this.#text(own ? inline.label : before + inline.label + after, { ...outside, letters }, list);
        return;
      }
      default: {
        // A galley from outside can hold what its type excludes.
        throw new TypeError(`Not an inline of the galley: ${String((inline as { type?: unknown }).type)}`);
      }
    }
  }

  #text(value: string, { letters, structure, link }: Surroundings, list: TokenList): void {
    if (value === '') return;
    const text = withoutInvisibles(value);
    const sequence = this.#parts.tree.reserve(text.length);
    for (const part of this.#parts.fallback.parts(text, letters)) {
      list.add(part.text, { letters: part.letters, structure, sequence: sequence + part.start, link });
    }
  }

  /** Closes the spaces at which a line should not end. */
  #protect(tokens: readonly Token[]): void {
    for (let t = 0; t + 1 < tokens.length; t++) {
      const token = tokens[t];
      if (token?.gap !== Gap.space) continue;
      const left = token.text === ' ' ? (tokens[t - 1]?.text ?? '') : token.text;
      const right = tokens[t + 1]?.text ?? '';
      const language = /^[a-z]+/.exec(token.segment.letters.look.lang)?.[0] ?? '';
      if (this.#guard.holds(left.trimEnd(), right.trimEnd(), language)) token.gap = Gap.held;
    }
  }
}

/** Where the search in a text stood last. */
const reached = new WeakMap<GalleyText, { distance: number; offset: number }>();

/**
 * UTF-16 offset in a text of what stands `distance` units into its words as they are set. Asked page by page, it goes on from
 * where it was: a text of many pages is gone through once.
 */
export function offsetIn(text: GalleyText, distance: number): number {
  const last = reached.get(text);
  const from = last && last.distance <= distance ? last : { distance: 0, offset: 0 };
  let { offset } = from;
  for (let left = distance - from.distance; left > 0 && offset < text.value.length; offset++) {
    if (!isInvisible(text.value.charCodeAt(offset))) left -= 1;
  }
  reached.set(text, { distance, offset });
  return offset;
}

function isInvisible(unit: number): boolean {
  return unit === 0x00ad || unit === 0x2060 || unit === 0xfeff;
}

/**
 * Soft hyphens, joiners of words and byte order marks show nothing and would only hide words from a search; other fixed
 * spaces become the no-break space, which every face has.
 */
function withoutInvisibles(text: string): string {
  return /[\u00AD\u2007\u202F\u2060\uFEFF]/.test(text)
    ? text.replace(/[\u00AD\u2060\uFEFF]/g, '').replace(/[\u2007\u202F]/g, '\u00A0')
    : text;
}

/** Words of inlines, for titles and descriptions. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.value;
    else if (inline.type === 'span' || inline.type === 'link') text += plainText(inline.children);
  }
  return text.replace(/\s+/g, ' ').trim();
}
