/** What the editorial declaration says of marginal notes that were made from reports: which, where each was put, and why there. */
import type { DocumentNode, MarginalNote } from '../../edition/types.js';
import { nodesOf } from '../census.js';
import { PassageNames } from './passage-names.js';
import { capitalised, enumeration, numberWord, openingWords, plural, quoted } from './prose.js';

/** Longer lists of places would be no prose: what each note says of itself (`@target`) must do. */
const mostTold = 12;

export function marginaliaSentences(document: DocumentNode): string[] {
  const { marginalia, children } = document;
  const unread = unreadSentences(children);
  if (marginalia.length === 0) return unread;
  const passages = new PassageNames(document);
  const n = marginalia.length;
  const reports = new Set(marginalia.map((note) => note.report)).size;
  return [
    `${capitalised(plural(n, 'marginal note'))} ${n === 1 ? 'was' : 'were'} made from ${reports === 1 ? 'the report' : `${numberWord(reports)} reports`} on the page, which ${reports === 1 ? 'stands' : 'stand'} verbatim.`,
    ...(n <= mostTold ? [places(document, passages)] : []),
    ...standing(document),
    ...doubts(document, passages),
    ...byPronoun(document),
    ...settled(document, passages),
    ...unread,
    ...copies(document),
  ];
}

/** "“yes” was taken to stand beside points 1 and 2, “no” beside point 4." */
function places({ marginalia, id }: DocumentNode, passages: PassageNames): string {
  const told = marginalia.map((note, index) => {
    const was = index === 0 ? ' was given to' : ' to';
    const place = note.anchors.includes(id) ? onPage(note.place) : '';
    return `${called(note)}${was} ${passages.of(note.anchors)}${place}`;
  });
  return `${capitalised(enumeration(told))}.`;
}

/** TEI's values of `@place` in words; nothing where the report tells no more than that it stands in a margin. */
function onPage(place: string | undefined): string {
  const [first = '', ...sides] = (place ?? '').split(' ');
  const where = sides.join(' ');
  if (first === 'margin') return where === '' ? '' : `, in the ${where} margin`;
  if (first === 'top' || first === 'bottom') return `, at the ${place ?? ''}`;
  return place === undefined ? '' : ` (${place})`;
}

/** Where the `note` elements stand; each kind is spoken of only where there is one. */
function standing({ marginalia, id }: DocumentNode): string[] {
  const whole = marginalia.filter(({ anchors }) => anchors[0] === id);
  const several = marginalia.filter(({ anchors }) => anchors[0] !== id && anchors.length > 1);
  const single = marginalia.filter(({ anchors }) => anchors[0] !== id && anchors.length === 1);
  const atStart = [
    ...(single.length > 0 ? ['its passage'] : []),
    ...(several.length > 0 ? ['the first of its passages'] : []),
  ];
  const note = marginalia.length === 1 ? 'the note' : 'each note';
  const start = atStart.length > 0 ? `at the start of ${atStart.join(' or of ')}` : undefined;
  const head = 'at the head of the document';
  if (start === undefined) return [`In the text ${note} stands ${head}.`];
  return [
    `In the text ${note} stands ${start}${whole.length > 0 ? `, ${whole.length === 1 ? 'that' : 'those'} on the document as a whole ${head}` : ''}.`,
  ];
}
function doubts({ marginalia, id }: DocumentNode, passages: PassageNames): string[] {
  const unsure = marginalia.filter((note) => note.certainty === 'low');
  const nowhere = unsure.filter((note) => note.anchors.every((anchor) => anchor === id));
  const ambiguous = unsure.filter((note) => !nowhere.includes(note) && note.alternatives?.length);
  const vague = unsure.filter((note) => !nowhere.includes(note) && !ambiguous.includes(note));
  return [
    ...ambiguous.map(
      (note) =>
        `By the letter, the report places ${called(note)} there, but its words can also mean ${passages.of(note.alternatives ?? [])}.`,
    ),
    ...(vague.length > 0
      ? [
          `From the report alone it cannot be told for certain where ${enumeration(vague.map(called))} stands.`,
        ]
      : []),
    ...(nowhere.length > 0
      ? [
          `For ${enumeration(nowhere.map(called))} the report names no passage that could be found: ${nowhere.length === 1 ? 'the note was' : 'these notes were'} given to the whole document.`,
        ]
      : []),
  ];
}

/** Whose hand a pronoun of the report was taken to mean. */
function byPronoun({ marginalia, hands }: DocumentNode): string[] {
  const told = marginalia.filter((note) => note.handByPronoun);
  if (told.length > mostTold) {
    return [
      `The report names the hand of ${numberWord(told.length)} notes by a pronoun only; whom it means was inferred.`,
    ];
  }
  return hands.flatMap((hand) => {
    const notes = told.filter((note) => note.hand === hand.id);
    return notes.length > 0
      ? [
          `The report names the hand of ${enumeration(notes.map(called))} by a pronoun only; it was taken to mean ${hand.label}.`,
        ]
      : [];
  });
}

/** The choice alone is the editor's: words, hand and what else the report says are not. */
function settled({ marginalia }: DocumentNode, passages: PassageNames): string[] {
  const chosen = marginalia.filter(({ settled }) => settled?.fields.includes('anchors'));
  const overruled = chosen.filter(({ alternatives }) => alternatives?.length);
  const others = chosen.filter((note) => !overruled.includes(note));
  const by = (field: 'place' | 'hand'): MarginalNote[] =>
    marginalia.filter((note) => note.settled?.fields.includes(field));
  return [
    ...overruled.map(
      (note) =>
        `By the letter, the report places ${called(note)} beside ${passages.of(note.alternatives ?? [])}; the editor chose ${passages.of(note.anchors)}.`,
    ),
    ...(others.length > 0 ? [`Where ${enumeration(others.map(called))} stands is the editor's choice.`] : []),
    ...(by('place').length > 0
      ? [`The place on the page of ${enumeration(by('place').map(called))} is stated by the editor.`]
      : []),
    ...(by('hand').length > 0
      ? [`The hand of ${enumeration(by('hand').map(called))} is stated by the editor.`]
      : []),
  ];
}

/** Parts of reports that no note was made of, where they were counted. */
function unreadSentences(children: DocumentNode['children']): string[] {
  let unread = 0;
  for (const node of nodesOf(children)) if (node.type === 'report') unread += node.unread ?? 0;
  if (unread === 0) return [];
  return [
    `${capitalised(plural(unread, 'statement'))} of the report on the page ${unread === 1 ? 'was' : 'were'} not turned into ${unread === 1 ? 'a note' : 'notes'}.`,
  ];
}

/** Which archival copy bears the notes. */
function copies(document: DocumentNode): string[] {
  const { marginalia } = document;
  const all = document.copies;
  const notes = marginalia.length === 1 ? 'the note' : 'the notes';
  const bearing = all.filter(({ bearsNotes }) => bearsNotes);
  const [first] = bearing;
  if (all.length === 0) return [`The page names no archival copy that could bear ${notes}.`];
  if (!first) {
    return [
      `The report does not say which of the ${numberWord(all.length)} copies bears ${notes}; none was assigned to a copy.`,
    ];
  }
  if (all.length === 1 && first.bearsNotes?.kind === 'inferred')
    return [
      `That ${notes} ${marginalia.length === 1 ? 'stands' : 'stand'} on the copy described is inferred: the page names no other.`,
    ];
  const which = enumeration(
    bearing.map((copy) => {
      const name = copy.repository ? ` (${copy.repository.text})` : '';
      return `copy ${String(all.indexOf(copy) + 1)}${name}`;
    }),
  );
  const whose =
    first.bearsNotes?.kind === 'editor'
      ? 'is stated by the editor'
      : 'is inferred from the archive that the report names';
  return [`That ${which} bears ${notes} ${whose}.`];
}

/** A note by its words, or by the sign that was made. */
function called({ words, sign }: MarginalNote): string {
  if (words !== undefined) return quoted(openingWords(words, 8).replace(/(?<! …)[.,;:]+$/u, ''));
  return `the mark ${quoted(openingWords(sign ?? '', 8))}`;
}
