/** What is made of the units of a transcription: blocks, and what they say about who wrote to whom. */
import type { Block, Correspondence, Fact, Mention, Origin, Report } from '../../edition/types.js';
import type { FlowContext } from '../body/flow.js';
import type { Choice } from './sequence.js';
import type { Unit } from './units.js';

export interface BodyUnit extends Choice {
  unit: Unit;
  origin: Origin;
}

export interface BodyReading {
  blocks: Block[];
  correspondence: Correspondence;
  signature?: Fact<Mention>;
  /** All who sign, in order; one who signs by hand and in type stands in it twice. */
  signatures: Fact<Mention>[];
  /** What a field says whom or where the document comes from. */
  sender?: Fact<Mention>;
  /** Starts of the reports in the order of their blocks. */
  reports: { block: Report; unit: Unit }[];
  secrecy: { key: string; text: string; start: number; end: number }[];
}

/** What makers of parts need: they add to the reading what their words say. */
export interface Making {
  reading: BodyReading;
  context: FlowContext;
}
