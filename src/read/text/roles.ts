/**
 * What a unit of a page can be, and in which order. The parts of a page follow each other; inside a part, any of its roles may stand.
 * The grammar is a table: another layout adds a role or lets one stand in another part, and the search (`sequence.ts`) stays as it is.
 */

/** Parts of a page, in their order. */
export const parts = ['before', 'front', 'opener', 'text', 'close', 'after', 'information'] as const;
export type Part = (typeof parts)[number];

export const roles = [
  'chrome',
  'pageDate',
  'title',
  'credit',
  'citation', // how the page is to be cited, with the reference in it
  'summary', // abstract before the document
  'heading',
  'headingLine', // goes on with the heading above it
  'secrecy',
  'handling',
  'distribution',
  'dateline',
  'addressee',
  'addressLine', // goes on with the address above it
  'field', // labelled, and none of the others
  'salute',
  'openerLine',
  'stamp', // a stamp or seal that the page describes in brackets
  'paragraph',
  'closing',
  'signed',
  'office', // of who signs
  'closerLine',
  'postscript',
  'report',
  'abstract', // abstract after the document
  'label',
  'reference',
  'rights',
  'value',
] as const;
export type Role = (typeof roles)[number];

/** Where each role may stand. */
export const standsIn: Readonly<Record<Role, readonly Part[]>> = {
  chrome: ['before', 'front', 'information'],
  pageDate: ['before', 'front'],
  title: ['front'],
  credit: ['front'],
  citation: ['front', 'information'],
  summary: ['front'],
  heading: ['opener', 'text'],
  headingLine: ['opener'],
  secrecy: ['opener'],
  handling: ['opener'],
  distribution: ['opener', 'close'],
  dateline: ['opener', 'close'],
  addressee: ['opener', 'close'],
  addressLine: ['opener', 'close'],
  field: ['opener'],
  salute: ['opener'],
  openerLine: ['opener'],
  stamp: ['opener', 'text', 'close', 'after'],
  paragraph: ['text'],
  closing: ['close'],
  signed: ['close'],
  office: ['close'],
  closerLine: ['close'],
  postscript: ['close'],
  report: ['text', 'after'],
  abstract: ['after'],
  label: ['front', 'information'],
  reference: ['information'],
  rights: ['information'],
  value: ['front', 'information'],
};

/** Which roles a line can go on with. */
const goesOnWith: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  headingLine: ['heading', 'headingLine'],
  addressLine: ['addressee', 'addressLine'],
};

/**
 * What it costs that one role follows another in the same or a later part; `undefined` means it cannot.
 * Costs are in the unit of the evidence: about 1 is a hint, 3 is strong.
 */
export function passage(
  from: { part: Part; role: Role },
  to: { part: Part; role: Role },
): number | undefined {
  if (parts.indexOf(to.part) < parts.indexOf(from.part)) return undefined;
  // One title and one date of the page; the title opens the front.
  if (to.role === 'title' && from.part !== 'before') return undefined;
  if (to.role === 'pageDate' && from.role === 'pageDate') return undefined;
  if (from.part === 'before' && to.part === 'front' && to.role !== 'title') return undefined;
  // A page without a title is rare.
  if (from.part === 'before' && parts.indexOf(to.part) > parts.indexOf('front')) return 4;
  // Lines that go on with another stand right under it.
  const goesOn = from.part === to.part ? goesOnWith[to.role] : undefined;
  if (to.role in goesOnWith && !goesOn?.includes(from.role)) return undefined;
  // At the end an address follows who signs; its words alone are no sign of one.
  if (to.role === 'addressee' && to.part === 'close' && from.part !== 'close') return 3;
  // An office stands with the name of who holds it.
  if (from.role === 'office' && to.role !== 'signed' && to.role !== 'office' && to.role !== 'stamp')
    return 0.5;
  // A heading inside the text is read only where the editor says so.
  if (to.role === 'heading' && to.part === 'text') return 50;
  // An abstract is one block of paragraphs; a document has one heading, rarely two.
  if (from.role === 'heading' && to.role === 'heading') return 1;
  if (from.role === 'abstract' && to.role === 'abstract') return 1.5;
  if (from.role === 'summary' && to.role === 'summary') return 1.5;
  // What comes after the document comes once its text is done.
  if (to.role === 'abstract' && from.part === 'opener') return 1;
  // Before the document a value stands under its label, or is none.
  if (to.role === 'value' && to.part === 'front' && (from.part !== 'front' || from.role !== 'label'))
    return undefined;
  if (to.role === 'value' && from.role !== 'label' && from.role !== 'value') return 2;
  if (to.role === 'value' && from.role === 'value') return 0.5;
  return 0;
}
