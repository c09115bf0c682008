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
    if (notes) notes.push(marginalNote(note, document, encoding));
    else byAnchor.set(anchor, [marginalNote(note, document, encoding)]);
  }
  return byAnchor;
}

/** Placing a note is an inference unless an editor did it; `@cert` only where the anchor is in doubt. */
function marginalNote(note: MarginalNote, document: DocumentNode, encoding: Encoding): Element {
  const mediumOfHand = document.hands.find(({ id }) => id === note.hand)?.medium;
  const { resp } =
    note.origin.kind === 'editor'
      ? originAttributes(note.origin, encoding)
      : { resp: encoding.ids.pointer('fixed', 'marginalia') };
  const addressees = (note.addressees ?? []).map((one) =>
    element('seg', { type: 'addressee' }, [mention(one, writers, encoding)]),
  );
  // A medium that its hand has is said in `handNote`.
  const described = [note.sign, note.medium === mediumOfHand ? undefined : note.medium, note.date].filter(
    (part) => part !== undefined,
  );
  const sign = described.length === 0 ? undefined : element('desc', {}, [described.join(', ')]);
  const quote = note.words === undefined ? undefined : element('quote', {}, [note.words]);
  const parts = [...addressees, sign, quote].filter((part) => part !== undefined);
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
