/**
 * Spaces at which no line ends: between a number and its unit, initials and a name, the label of a point amid a paragraph
 * and its first word; in the title also after articles and prepositions. Which words hold together is given (it is the
 * rule of the printed pages); here it is found where they stand. U+00A0 is put there: it takes the place of one space, so
 * that places in the text stay where they are, and it counts as a space for whoever searches or copies the text.
 */
import type { BlockStyle, Galley, GalleyBlock, GalleyText, Inline } from '../galley/types.js';

/**
 * True if no line should end between these words. `language` is a primary subtag; `figures`: the words belong to a
 * shelfmark.
 */
export type Holds = (left: string, right: string, language: string, figures: boolean) => boolean;

/** Offsets of the spaces that are held, by the text they stand in. */
export type HeldSpaces = ReadonlyMap<GalleyText, ReadonlySet<number>>;

/** A line may end between these and U+00A0, which would then begin the next (Unicode Standard Annex 14, LB12a). */
const dash = /[–—-]$/u;

/** Words that hold together are never longer: where columns are narrow, they would be broken at any letter. */
const longest = 30;
const longestInTitle = 16;

interface Around {
  readonly lang: string;
  readonly figures: boolean;
  /** An address or the name of a file: copied letter for letter. */
  readonly code: boolean;
}

interface Piece extends Around {
  readonly node: GalleyText;
  /** Where the text begins in the words of the block. */
  readonly start: number;
}

export function heldSpaces(galley: Galley, holds: Holds): HeldSpaces {
  const held = new Map<GalleyText, Set<number>>();
  const joining = new Set(galley.joining ?? []);

  const inlines = (nodes: readonly Inline[], style: BlockStyle, lang: string): void => {
    const pieces: Piece[] = [];
    let words = '';
    const walk = (children: readonly Inline[], around: Around): void => {
      for (const node of children) {
        if (node.type === 'text') {
          pieces.push({ ...around, node, start: words.length });
          words += node.value;
        } else if (node.type === 'span') {
          walk(node.children, {
            lang: node.lang ?? around.lang,
            figures: around.figures || node.style === 'quantity-lining',
            code: around.code || node.style === 'code',
          });
        } else if (node.type === 'link') walk(node.children, around);
        // A raised number or the number of a page is part of no word.
        else if (node.type !== 'noteAnchor') words += '\uFFFC';
      }
    };
    walk(nodes, { lang, figures: style === 'source', code: false });

    const title = style === 'title';
    let at = 0;
    let left: RegExpExecArray | undefined;
    let chain = 0;
    for (const right of words.matchAll(/\S+/gu)) {
      const length = right[0].length;
      const space = right.index - 1;
      while ((pieces[at + 1]?.start ?? Infinity) <= space) at++;
      const piece = pieces[at];
      const between = left === undefined ? '' : words.slice(left.index + left[0].length, right.index);
      const near =
        left !== undefined &&
        piece?.code === false &&
        between === ' ' &&
        !dash.test(left[0]) &&
        chain + 1 + length <= (title ? longestInTitle : longest) &&
        (holds(left[0], right[0], primaryLanguage(piece.lang), piece.figures) ||
          (title && joining.has(left[0].toLowerCase())));
      if (near) {
        const offsets = held.get(piece.node) ?? new Set();
        held.set(piece.node, offsets.add(space - piece.start));
      }
      chain = near || between === '\u00a0' ? chain + 1 + length : length;
      left = right;
    }
  };
  const block = (node: GalleyBlock, lang: string): void => {
    if (node.type === 'ornament') return;
    if (node.type === 'list') {
      for (const item of node.children) {
        inlines(item.label, 'item', lang);
        for (const child of item.children) block(child, lang);
      }
      return;
    }
    const own = node.lang ?? lang;
    if (node.type === 'section') for (const child of node.children) block(child, own);
    else {
      if (node.type === 'paragraph' && node.label) inlines(node.label, node.style, own);
      inlines(node.children, node.style, own);
    }
  };
  for (const child of galley.children) block(child, galley.lang);
  for (const note of galley.notes) for (const child of note.children) block(child, note.lang ?? galley.lang);
  return held;
}

/** Primary subtag of a language. */
export function primaryLanguage(lang: string): string {
  return /^[a-z]+/.exec(lang)?.[0] ?? '';
}
