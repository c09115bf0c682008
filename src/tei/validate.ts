/**
 * Checking the TEI that we wrote against our own schema, in process. A finding here is a fault of the program: nothing
 * is written then.
 */
import type { Root } from 'xast';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Host } from '../host.js';
import { parseTei } from './parse.js';
import { checkPointers } from './pointers.js';
import { openRelaxNg } from './relax-ng.js';

export interface TeiValidator {
  /** What the schema says against a text, in its words; nothing if it is valid. */
  findings(xml: string): string[];
  /** Reports `tei-invalid` for everything found; `tree` saves parsing the text again for its pointers. */
  validate(xml: string, file: VFile, tree?: Root): void;
  /** Frees memory outside the JavaScript heap. */
  dispose(): void;
}

/** As many findings as a reader can use; one fault in the encoder shows in every paragraph. */
const maximumFindings = 20;

/** Our schema, ready for any number of texts. Start it early (`openRelaxNg`). */
export async function openTeiValidator(host: Pick<Host, 'resource'>): Promise<TeiValidator> {
  const schema = await openRelaxNg(await host.resource('templates/schema/marginalia.rng'));
  return {
    findings: (xml) => schema.findings(xml),
    validate(xml, file, tree) {
      reportFindings(schema.findings(xml), file);
      // What parsing says of the text has been said by libxml2.
      reportPointers(tree ?? parseTei(xml, new VFile()), file, tree !== undefined);
    },
    dispose() {
      schema.dispose();
    },
  };
}

/** Reports `tei-invalid` for what the schema has found. */
export function reportFindings(findings: readonly string[], file: VFile): void {
  for (const finding of findings.slice(0, maximumFindings))
    report(file, 'tei-invalid', { reason: `The TEI made from it is not valid, ${finding}` });
}

/**
 * Reports `tei-invalid` for pointers and ids that are wrong.
 * @param placed whether the tree's positions are those of the file
 */
export function reportPointers(tree: Root, file: VFile, placed = true): void {
  for (const { node, actual } of checkPointers(tree).slice(0, maximumFindings))
    report(file, 'tei-invalid', { ...(placed ? { place: node } : {}), actual });
}

/** Checks one text; for several, open one validator. */
export async function validateTei(
  xml: string,
  file: VFile,
  host: Pick<Host, 'resource'>,
  tree?: Root,
): Promise<void> {
  const validator = await openTeiValidator(host);
  try {
    validator.validate(xml, file, tree);
  } finally {
    validator.dispose();
  }
}
