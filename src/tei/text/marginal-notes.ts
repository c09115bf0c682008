/**
 * Marginal notes made from an editor's report: one `note` each, at the start of the first passage it was written beside;
 * `@target` has all of them. Its words are derived, `@corresp` says from which report.
 */
import type { Element } from 'xast';
import type { DocumentNode, MarginalNote, NoteAddressee } from '../../edition/types.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { mention, writers } from '../mentions.js';
import { editorPointer } from '../responsibility.js';

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

/** What was read from a report is our inference, also where the editor settled a field; `@cert` only where the anchor is in doubt. */
function marginalNote(note: MarginalNote, encoding: Encoding): Element {
  const addressees = (note.addressees ?? [])
    .filter(({ within }) => within === undefined)
    .map((one) => addressee(one, encoding));
  // The medium stands with each note, also where all notes of a hand have the same (`handNote/@medium`): readers see it there.
  const described = [note.sign, note.medium, note.date].filter((part) => part !== undefined);
  const sign = described.length === 0 ? undefined : element('desc', {}, [described.join(', ')]);
  const quote = note.words === undefined ? undefined : element('quote', {}, quoted(note, encoding));
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
      resp: encoding.ids.pointer('fixed', 'marginalia'),
    },
    [...parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])), ...readings(note, encoding)],
    note.position,
  );
}

function addressee(one: NoteAddressee, encoding: Encoding): Element {
  // That the words speak to them is our reading of the words.
  const doubt = one.within ? { cert: 'medium' } : {};
  return element('seg', { type: 'addressee' }, [mention(one, writers, encoding, doubt)]);
}

/** The words of a note, with the names of those they speak to. */
function quoted({ words = '', addressees = [] }: MarginalNote, encoding: Encoding): (string | Element)[] {
  const parts: (string | Element)[] = [];
  let at = 0;
  for (const one of addressees) {
    if (!one.within) continue;
    const { from, to } = one.within;
    if (from > at) parts.push(words.slice(at, from));
    parts.push(addressee(one, encoding));
    at = to;
  }
  return at < words.length ? [...parts, words.slice(at)] : parts;
}

const attributeOf = { anchors: '@target', place: '@place', hand: '@hand' } as const;

/**
 * Values of an attribute of the note that the report allows, too, and who chose the one that stands there (TEI 22.1.2,
 * 22.3: without `@target`, `@match` is an XPath seen from the element around). `@assertedValue` holds one pointer.
 */
function readings({ alternatives = [], settled }: MarginalNote, encoding: Encoding): Element[] {
  return [
    ...alternatives.map((id) =>
      element('certainty', {
        match: attributeOf.anchors,
        locus: 'value',
        assertedValue: `#${id}`,
        cert: 'low',
        resp: encoding.ids.pointer('fixed', 'marginalia'),
      }),
    ),
    ...(settled?.fields ?? []).map((field) =>
      element('respons', {
        match: attributeOf[field],
        locus: 'value',
        resp: editorPointer(settled?.resp ?? 'editor', encoding),
      }),
    ),
  ];
}
