/** What a flow keeps of the sections, lists and items that are open. */
import type { BlockStyle, GalleyBlock, GalleyItem, GalleyList, Inline, Section } from './types.js';

export interface Frame {
  readonly kind: 'flow' | 'points' | 'run-in' | 'lines';
  readonly blocks: GalleyBlock[];
  /** Language of the galley around the blocks: they say theirs where it differs. */
  readonly lang: string;
  /** Style of paragraphs without one of their own; running text if absent. */
  readonly paragraphs?: BlockStyle | undefined;
  /** Paragraphs begun by loose text end with the element that began them (between blocks of a division). */
  readonly strict: boolean;
  readonly section?: Section | undefined;
  /** Of an item: the item that is filled. */
  readonly item?: GalleyItem | undefined;
  /** Of a list: its id, the list being filled, and a label that waits for its item. */
  listId?: string | undefined;
  list?: GalleyList | undefined;
  label?: Inline[] | undefined;
}
