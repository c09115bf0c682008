/**
 * Checking the TEI that we wrote against our own schema, in process. A finding here is a fault of the program: nothing
 * is written then.
 */
import type { Root } from 'xast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Host } from '../host.js';
import { parseTei } from './parse.js';
import { checkPointers } from './pointers.js';

/** A compiled schema. It holds memory outside the JavaScript heap: dispose of it. */
export interface TeiValidator {
  /** Reports `tei-invalid` for everything found; `tree` saves parsing the text again for its pointers. */
  validate(xml: string, file: VFile, tree?: Root): void;
  dispose(): void;
}

/** As many findings as a reader can use; one fault in the encoder shows in every paragraph. */
const maximumFindings = 20;

/**
 * Loads libxml2 and compiles the schema. Both are worth starting before they are needed: the library compiles its
 * WebAssembly beside our own work.
 */
export async function openTeiValidator(host: Pick<Host, 'resource'>): Promise<TeiValidator> {
  const [{ ParseOption, RelaxNGValidator, XmlDocument, XmlLibError }, schema] = await Promise.all([
    import('libxml2-wasm'),
    host.resource('templates/schema/marginalia.rng'),
  ]);
  const grammar = XmlDocument.fromBuffer(schema);
  const validator = RelaxNGValidator.fromDoc(grammar);

  const schemaFindings = (xml: string): string[] => {
    let document: InstanceType<typeof XmlDocument> | undefined;
    try {
      document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES });
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      return error.details.map(({ line, message }) => `line ${String(line)} of the TEI: ${message.trim()}`);
    } finally {
      document?.dispose();
    }
  };

  return {
    validate(xml, file, tree) {
      const found = schemaFindings(xml);
      for (const reason of found.slice(0, maximumFindings)) report(file, 'tei-invalid', { reason });
      const root = tree ?? parseTei(xml, file);
      for (const { node, actual } of checkPointers(root).slice(0, maximumFindings)) {
        report(file, 'tei-invalid', { ...(tree ? { place: node } : {}), actual });
      }
    },
    dispose() {
      validator.dispose();
      grammar.dispose();
    },
  };
}

/** Checks one text; for several, open one validator. */
export async function validateTei(xml: string, file: VFile, host: Pick<Host, 'resource'>, tree?: Root): Promise<void> {
  const validator = await openTeiValidator(host);
  try {
    validator.validate(xml, file, tree);
  } finally {
    validator.dispose();
  }
}
