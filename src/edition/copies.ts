/** Archival copies: physical objects, as references describe them. */
import type { Node } from 'unist';
import type { Fact, Origin } from './origin.js';
import type { Responsibility } from './page.js';

/** One archival copy (a physical object). Offsets are UTF-16 units within `verbatim`. */
export interface Copy extends Node {
  type: 'copy';
  /** `copy-1` … */
  id: string;
  /** The reference as printed, without its separators and tail. */
  verbatim: string;
  repository?: Repository;
  /** Call numbers, outermost first as printed; leaves are in `leaves`. */
  shelfmark: ShelfmarkPart[];
  leaves: Leaves[];
  /** What the source says is missing, in its words ("Fond and Opis not given"). */
  lacunae: Lacuna[];
  /** True if the source says that parts are missing, or units that this archive's notation needs are not there. */
  partial: boolean;
  /** Units without which a shelfmark of this archive is only part of one, and that are not there; of each list one is enough. */
  wanting?: ShelfmarkUnit[][];
  /** That it is the object on which the reported marginal notes stand, where that is known. */
  bearsNotes?: Origin;
  /** What an editor stated in place of what was read or was not there, by field. */
  corrected?: Partial<Record<CopyField, Origin>>;
  /** Old or new number of one holding. */
  former: Span[];
  /** Original, typescript, certified copy …: words about the object, verbatim, and about its making and handling. */
  description: DescriptionSpan[];
  language?: Fact<string>;
  provenance: Responsibility[];
  /** What the grammar did not understand, verbatim; each was reported. */
  remainder: Span[];
  origin: Origin;
}

/** Fields of a copy that an editor can correct, but for the language, which has an origin of its own. */
export type CopyField = 'repository' | 'country' | 'settlement' | 'leaves' | ShelfmarkUnit;

/** `units` are those that the words name; empty where they name none ("without number"). */
export interface Lacuna extends Span {
  units?: (ShelfmarkUnit | Leaves['unit'])[];
  /** Leaves that are not in the object ("list 203 is missing from the file"): the reference itself lacks nothing. */
  lost?: true;
}

/** True if something of the reference itself is said or known to be missing. */
export function isPartial(copy: {
  shelfmark: readonly unknown[];
  lacunae: readonly Pick<Lacuna, 'lost'>[];
  wanting?: Copy['wanting'] | undefined;
}): boolean {
  return copy.shelfmark.length === 0 || copy.wanting !== undefined || copy.lacunae.some(({ lost }) => !lost);
}

export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface DescriptionSpan extends Span {
  /** Marks of secrecy and handling; who drafted and cleared it. Absent: of the object. */
  about?: 'classification' | 'drafting';
}

export interface Repository extends Span {
  /** Key in the authority table, if the name is known there (`aprf`); its TEI id is the organisation's key. */
  key: string;
  known: boolean;
  country?: string;
  settlement?: string;
}

export const shelfmarkUnits = [
  'fond',
  'opis',
  'delo',
  'papka',
  'year',
  'box',
  'folder',
  'file',
  'record',
  'reel',
  'series',
  'group',
  'lot',
  'item',
  'volume',
  'collection',
  'bundle',
  'document',
  'entry',
  'number',
] as const;

export type ShelfmarkUnit = (typeof shelfmarkUnits)[number];

/** `text` is the value exactly as printed (`059a`); `start`/`end` bound it within `verbatim`. `label` as printed. */
export interface ShelfmarkPart extends Span {
  unit: ShelfmarkUnit;
  label?: Span;
}

/** One range of leaves or pages. `from`/`to` are without spaces (`12v`). `text` holds the printed words with label. */
export interface Leaves extends Span {
  unit: 'leaf' | 'page' | 'frame';
  from: string;
  to: string;
}
