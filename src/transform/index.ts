/** The preset: what is inferred from a document as a whole, in order. Each transform is one file and one job. */
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Sidecar } from '../config/sidecar.js';
import type { Edition } from '../edition/types.js';
import { findBearingCopies } from './bearing-copies.js';
import { inferCopyLanguages, type ArchiveLanguages } from './copy-languages.js';
import { compareDates, completeYears, inferSentDate } from './dates.js';
import { applyEditorsWord } from './editors-word.js';
import { compareNumbers } from './numbers.js';
import { settleSending } from './sending.js';
import { makeRegisters } from './registers.js';

export interface TransformOptions {
  /** Archives by key (`Authority.repositories`). */
  archives: ArchiveLanguages;
  sidecar?: Sidecar;
}

/** Runs all transforms on an edition tree, in place. */
export function transformEdition(
  edition: Edition,
  file: VFile,
  { archives, sidecar }: TransformOptions,
): void {
  for (const document of edition.children) {
    inferCopyLanguages(document, archives);
    const replaced = sidecar ? applyEditorsWord(document, sidecar) : [];
    findBearingCopies(document, file);
    settleSending(document);
    completeYears(document);
    compareDates(document, file);
    compareNumbers(document, file);
    inferSentDate(document);
    makeRegisters(document, sidecar, replaced);
  }
}

/** The preset as a unified plugin. Needs what `read` gives; guarantees that every mention has the key of a register entry. */
export const transforms: Plugin<[TransformOptions], Edition> = function (options) {
  return (tree, file) => {
    transformEdition(tree, file, options);
  };
};
