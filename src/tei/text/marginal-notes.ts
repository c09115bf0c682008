/**
 * Marginal notes made from an editor's report: one `note` each, at the start of the first passage it was written beside;
 * `@target` has all of them. Its words are derived, `@corresp` says from which report.
 */
import type { Element } from 'xast';
import type { DocumentNode, MarginalNote } from '../../edition/types.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { mention, writers } from '../mentions.js';
import { originAttributes } from '../responsibility.js';

/** The notes by the id of their first anchor, several on one anchor in the order of the edition. */
export function marginalNotes(document: DocumentNode, encoding: Encoding): Map<string, Element[]> {
  const byAnchor = new Map<string, Element[]>();
  for (const note of document.marginalia) {
    const anchor = note.anchors[0];
    if (anchor === undefined) throw new TypeError(`encode: marginal note "${note.id}" has no anchor`);
    const notes = byAnchor.get(anchor);
    if (notes) notes.push(marginalNote(note, encoding));
    else byAnchor.set(anchor, [marginalNote(note, encoding)]);
  }
  return byAnchor;
}

/** Placing a note is an inference unless an editor did it; `@cert` only where the anchor is in doubt. */
function marginalNote(note: MarginalNote, encoding: Encoding): Element {
  const { resp } =
    note.origin.kind === 'editor'
      ? originAttributes(note.origin, encoding)
      : { resp: encoding.ids.pointer('fixed', 'marginalia') };
  const addressee = note.addressee
    ? element('seg', { type: 'addressee' }, [mention(note.addressee, writers, encoding)])
    : undefined;
  const sign = note.sign === undefined ? undefined : element('desc', {}, [note.sign]);
  const quote = note.words === undefined ? undefined : element('quote', {}, [note.words]);
  const parts = [addressee, sign, quote].filter((part) => part !== undefined);
  return element(
    'note',
    {
      type: 'marginal',
      place: note.place,
      hand: note.hand === undefined ? undefined : `#${note.hand}`,
      target: note.anchors.map((anchor) => `#${anchor}`).join(' '),
      cert: note.certainty,
      corresp: `#${note.report}`,
      resp,
    },
    parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])),
    note.position,
  );
}
