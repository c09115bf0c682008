/** The edition tree in TEI P5, as docs/tei.md describes it. */
import type { Root } from 'xast';
import { maximumNesting, type Edition } from '../edition/types.js';
import { depthOf } from './census.js';
import { element } from './element.js';
import type { EncodeContext, Encoding } from './encoding.js';
import { teiHeader } from './header/tei-header.js';
import { Identifiers } from './identifiers.js';
import { indent } from './indent.js';
import { teiNamespace } from './namespace.js';
import { standOff } from './stand-off.js';
import { marginalNotes } from './text/marginal-notes.js';
import { text } from './text/text.js';

/**
 * Encodes an edition of one document. The tree is what the parser would give back for the file: texts are joined,
 * indentation is in it. Nodes made from words of the source keep their `position` in the source.
 *
 * @throws TypeError, RangeError for an edition tree that breaks its own rules: no document or several, notes without a
 *   place in the text, names without an entry in the registers, nesting deeper than `maximumNesting`.
 */
export function encode(edition: Edition, context: EncodeContext): Root {
  const [document, ...others] = edition.children;
  if (!document || others.length > 0) {
    throw new RangeError(`encode: expected one document, not ${String(edition.children.length)}`);
  }
  if (depthOf(document.children) > maximumNesting) {
    throw new RangeError(`encode: nodes nest deeper than ${String(maximumNesting)}`);
  }
  const ids = new Identifiers(edition, document);
  const targets = new Set(
    document.marginalia.flatMap(({ anchors, alternatives = [] }) => [...anchors, ...alternatives]),
  );
  const encoding: Encoding = {
    edition,
    document,
    version: context.version,
    dateOf: context.dateOf ?? 'edition',
    ids,
    waiting: new Map(),
    targets,
  };
  for (const [anchor, notes] of marginalNotes(document, encoding)) encoding.waiting.set(anchor, notes);

  const transcription = text(encoding);
  if (encoding.waiting.size > 0) {
    throw new TypeError(`encode: nothing in the text has the id ${[...encoding.waiting.keys()].join(', ')}`);
  }
  const registers = standOff(encoding);
  const header = teiHeader(encoding);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      element('TEI', { xmlns: teiNamespace }, [header, registers, transcription]),
    ],
  };
  indent(root);
  return root;
}
