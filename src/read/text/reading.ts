/** A page whose units have their roles: what the document is made from. */
import type { VFile } from 'vfile';
import type { EditorsQuotations } from '../quotations.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import type { Apart } from './editors-blocks.js';
import type { Choice, Weights } from './sequence.js';
import type { Unit } from './units.js';

export interface PageReadingSoFar {
  file: VFile;
  source: string;
  units: readonly Unit[];
  apart: Apart;
  /** The editor gives the abstract in the sidecar. */
  summaryGiven: boolean;
  evidence: readonly Weights[];
  best: { choices: Choice[]; score: number };
  quotations: EditorsQuotations;
  at: Locator;
  vocabulary: Vocabulary;
}
