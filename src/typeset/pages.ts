/**
 * The pages station: positioned glyph runs, rules and link areas, with their role in the logical structure.
 * Units: pt, origin at the top left of the page, y downwards; a run's y is its baseline. The painter has no opinions.
 */
import type { GalleyText } from '../galley/types.js';
import type { FaceName, Shaped } from './measure.js';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that pages use. */
export type StructureRole =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'BlockQuote'
  | 'Quote';

/**
 * A node of the logical tree. `children` are in reading order, which is the order of the galley (a marginal note at its anchor),
 * not of painting: a node's content is every page item whose `structure` is its id.
 * An inline child (Span, Link, Note, Reference) splits its parent's content: items are painted in reading order, so that
 * `order` of a child among the content of its parent follows from the sequence number of items.
 */
export interface StructureNode {
  readonly id: number;
  readonly role: StructureRole;
  readonly parent: number | undefined;
  readonly lang?: string;
  /** Unique name for Note (/ID). */
  readonly noteId?: string;
  /** /Alt or title of the element. */
  readonly title?: string;
  /** List numbering for L. */
  readonly numbering?: 'None' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
  /** For Note and its Reference: id of the structure node at the other end. */
  readonly counterpart?: number;
  /** Galley id, for destinations. */
  readonly anchor?: string;
}

/** Where an item belongs: a structure node with its place in reading order, or an artifact. */
export type Belonging =
  | {
      readonly structure: number;
      /** ascending in reading order over the whole document */ readonly sequence: number;
    }
  | { readonly artifact: 'header' | 'footer' | 'layout' };

/** A word or part of a line in one look. `shaped` may be shared with other runs. */
export interface GlyphRun {
  readonly kind: 'run';
  readonly x: number;
  readonly y: number;
  /** pt */
  readonly size: number;
  readonly face: FaceName;
  readonly shaped: Shaped;
  /** Extra width of each space glyph, pt (justification); 0 otherwise. */
  readonly wordSpace: number;
  /** Extra width after every glyph, pt (letterspacing); 0 otherwise. */
  readonly letterSpace: number;
  /** Total advance as set, pt. */
  readonly width: number;
  readonly lang: string;
  readonly belongs: Belonging;
  /** Gray 0 (black) … 1; printed as DeviceGray. */
  readonly gray: number;
  /**
   * The words this run stands for, where they differ from `shaped.text` (a line-end hyphen: U+00AD; small caps: the letters as typed).
   */
  readonly actual?: string;
}

export interface RuleItem {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly gray: number;
}

/** A clickable area; `href` is `#galley-id` or a URL. One link over several lines has several areas with one structure. */
export interface LinkArea {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
  readonly structure: number;
  /** /Contents: what the link says. */
  readonly description: string;
}

/** Where `#galley-id` is. */
export interface Destination {
  readonly kind: 'destination';
  readonly anchor: string;
  readonly x: number;
  readonly y: number;
}

export type PageItem = GlyphRun | RuleItem | LinkArea | Destination;

export interface Page {
  /** 0-based. */
  readonly index: number;
  /** Printed folio. */
  readonly label: string;
  readonly side: 'recto' | 'verso';
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  readonly y: number;
  readonly structure: number;
}

/** Where the text of a page begins; without `text` for a page that has none of it (blank, or the rest of a note). */
export interface PageStart {
  readonly label: string;
  readonly text?: {
    /** The node of the galley itself. */
    readonly node: GalleyText;
    /** UTF-16 offset in its value of the first word that begins on the page. */
    readonly offset: number;
  };
}

/**
 * What typesetting yields: pages one by one, then the tree, which is complete once the last page has been taken.
 */
export interface Setting {
  pages(): Generator<Page, void, void>;
  readonly structure: readonly StructureNode[];
  readonly outline: readonly OutlineEntry[];
  /** Galley id → folio of the page it stands on. */
  readonly labels: ReadonlyMap<string, string>;
  /** One for each page, in order. */
  readonly starts: readonly PageStart[];
}
