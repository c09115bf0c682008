/** All nodes of the tree. */
import type {
  Block,
  CloserLine,
  DistributionEntry,
  Label,
  OpenerPart,
  Point,
  RunInEntry,
  RunInList,
  Signed,
  Stamp,
} from './blocks.js';
import type { Copy } from './copies.js';
import type { DocumentNode } from './document.js';
import type { Edition } from './edition.js';
import type { Annotation, MarginalNote } from './marginalia.js';
import type { Hidden } from './page.js';
import type { Phrase } from './phrases.js';

/** Nodes of a transcription nest at most this deep; what lies deeper a reader keeps as words without markup. */
export const maximumNesting = 60;

export type EditionNode =
  | Edition
  | DocumentNode
  | Copy
  | MarginalNote
  | Annotation
  | Block
  | OpenerPart
  | Label
  | Point
  | RunInList
  | RunInEntry
  | Signed
  | CloserLine
  | Stamp
  | DistributionEntry
  | Hidden
  | Phrase;
