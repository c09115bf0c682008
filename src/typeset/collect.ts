/**
 * Inlines of the galley → words in order, with what happens between them. Structure nodes and sequence numbers are given out
 * here, in reading order: a marginal note stands in the tree at its anchor.
 */
import type { Position } from 'unist';
import type { GalleyText, Inline } from '../galley/types.js';
import type { Design } from './design.js';
import type { Fallback } from './fallback.js';
import type { LetterCase, Letters } from './letters.js';
import { endsLabel, Guard, holdsInTitle } from './protect.js';
import type { StructureTree } from './structure.js';
import { Gap, TokenList, type Token, type TokenLink } from './tokens.js';

/** Something that belongs to the line in which the word after it stands. */
export type Happening =
  | {
      readonly kind: 'anchor';
      readonly sequence: number;
      readonly notes: readonly string[];
      readonly structure: number;
      /** Anchored at the end of the block, at no place inside a line. */
      readonly late?: true;
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
  /** Set in few short lines, as a title: ends of lines are chosen by the sense too. */
  readonly display?: boolean;
}

export interface CollectorParts {
  readonly design: Design;
  readonly letterCase: LetterCase;
  readonly tree: StructureTree;
  readonly fallback: Fallback;
  /** Called at an anchor, so that the note takes its place in the tree before the words that follow. */
  readonly onAnchor: (note: string, structure: number) => void;
  /** True for a note that belongs to the end of the block its anchor stands in. */
  readonly endsBlock: (note: string) => boolean;
  /** What the link from the passage to a marginal note says. */
  readonly describe: (note: string) => string;
  /** Called when the words that refer to a marginal note are met. */
  readonly onReference: (note: string, reference: number) => void;
  /** Words, lower case, that do not end a line of a title. */
  readonly joining: ReadonlySet<string>;
  /** Sees every text once, for scripts that cannot be set yet. */
  readonly onText: (text: string, position: Position | undefined) => void;
}

/** Name of the place of a footnote's call, or of a marginal note's anchor: where the note links back to. */
export function callAnchor(note: string): string {
  return `${note}-call`;
}

export class Collector {
  readonly #parts: CollectorParts;
  readonly #guard: Guard;
  /** Marginal notes whose anchor was met, before the words that refer to them. */
  #referring: string[] = [];
  /** Notes of which the block's end is the place. */
  #late: string[] = [];

  constructor(parts: CollectorParts) {
    this.#parts = parts;
    this.#guard = new Guard(parts.design.protection);
  }

  collect(inlines: readonly Inline[], surroundings: Surroundings): Collected {
    const list = new TokenList();
    const happenings: Happening[] = [];
    // Notes are set amid the block that they stand beside.
    const outer = this.#referring;
    const outerLate = this.#late;
    this.#referring = [];
    this.#late = [];
    for (const inline of inlines) this.#inline(inline, surroundings, list, happenings);
    const late = this.#late;
    this.#late = outerLate;
    if (late.length > 0) this.#anchor(late, surroundings.structure, happenings, true);
    const tokens = list.finish();
    this.#referBack(tokens);
    this.#referring = outer;
    this.#protect(tokens, surroundings.display === true);
    return { tokens, happenings };
  }

  #inline(inline: Inline, around: Surroundings, list: TokenList, happenings: Happening[]): void {
    const { tree, letterCase, design } = this.#parts;
    switch (inline.type) {
      case 'text': {
        this.#parts.onText(inline.value, inline.position);
        if (inline.value !== '') tree.begin(inline);
        this.#words(inline.value, around, list);
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
          description: inline.description ?? (plainText(inline.children) || inline.href),
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
        const here = inline.notes.filter((note) => !this.#parts.endsBlock(note));
        if (here.length < inline.notes.length)
          this.#late.push(...inline.notes.filter((note) => !here.includes(note)));
        if (here.length > 0) this.#anchor(here, around.structure, happenings);
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

  #anchor(notes: readonly string[], structure: number, happenings: Happening[], late = false): void {
    const { tree, onAnchor } = this.#parts;
    happenings.push({
      kind: 'anchor',
      sequence: tree.reserve(0),
      notes,
      structure,
      ...(late ? { late } : {}),
    });
    for (const note of notes) {
      happenings.push({ kind: 'destination', sequence: tree.reserve(0), anchor: callAnchor(note) });
      onAnchor(note, structure);
    }
    this.#referring.push(...notes);
  }

  /** Text, of which the first words refer to the notes that are set beside it, a word to each note. */
  #words(value: string, around: Surroundings, list: TokenList): void {
    if (this.#referring.length === 0 || around.link) {
      this.#text(value, around, list);
      return;
    }
    const text = withoutInvisibles(value);
    const sequence = this.#parts.tree.reserve(text.length);
    let done = 0;
    for (const { 0: word, index } of text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
      const note = this.#referring.shift();
      if (note === undefined) break;
      this.#part(text.slice(done, index), sequence + done, around, list);
      const link = this.#reference(note, around.structure);
      this.#part(word, sequence + index, { ...around, structure: link.structure, link }, list);
      done = index + word.length;
    }
    this.#part(text.slice(done), sequence + done, around, list);
  }

  /** A marginal note whose anchor no words follow is referred to by the last words before it. */
  #referBack(tokens: Token[]): void {
    for (let t = tokens.length - 1; t >= 0 && this.#referring.length > 0; t--) {
      const token = tokens[t];
      if (!token || token.segment.link || !/[\p{L}\p{N}]/u.test(token.text)) continue;
      const note = this.#referring.pop();
      if (note === undefined) return;
      const link = this.#reference(note, token.segment.structure);
      tokens[t] = { ...token, segment: { ...token.segment, structure: link.structure, link } };
    }
  }

  #reference(note: string, parent: number): TokenLink {
    const { tree, describe, onReference } = this.#parts;
    const reference = tree.add('Reference', parent);
    onReference(note, reference);
    return { href: `#${note}`, structure: tree.add('Link', reference), description: describe(note) };
  }

  #text(value: string, around: Surroundings, list: TokenList): void {
    const text = withoutInvisibles(value);
    if (text !== '') this.#part(text, this.#parts.tree.reserve(text.length), around, list);
  }

  /** Text whose first character has this sequence number. */
  #part(text: string, sequence: number, { letters, structure, link }: Surroundings, list: TokenList): void {
    if (text === '') return;
    for (const part of this.#parts.fallback.parts(text, letters)) {
      list.add(part.text, { letters: part.letters, structure, sequence: sequence + part.start, link });
    }
  }

  /** Closes the spaces at which a line should not end. */
  #protect(tokens: readonly Token[], display: boolean): void {
    const { joining } = this.#parts;
    for (let t = 0; t + 1 < tokens.length; t++) {
      const token = tokens[t];
      if (token?.gap !== Gap.space) continue;
      const { letters } = token.segment;
      const next = tokens[t + 1];
      if (letters.solid && next?.segment.letters.solid === true) {
        token.gap = Gap.held;
        continue;
      }
      const left = (token.text === ' ' ? (tokens[t - 1]?.text ?? '') : token.text).trimEnd();
      const right = next?.text ?? '';
      const language = /^[a-z]+/.exec(letters.look.lang)?.[0] ?? '';
      const figures = letters.look.features.includes('lnum');
      const gap = this.#guard.holds(left, right.trimEnd(), language, figures);
      if (gap !== undefined) token.gap = gap;
      else if (left.length === 1 && endsLabel((tokens[t - 1]?.text ?? '').trimEnd(), left, right))
        token.gap = Gap.held;
      else if (display) {
        // Of as many lines, those are taken that end in no word that asks for the next.
        const name = holdsInTitle(left, right);
        if (name !== undefined) token.gap = name;
        else if (joining.has(left.replace(/^\P{L}+/u, '').toLowerCase())) token.gap = Gap.weak;
      }
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
