/** Reports at the foot of a page: what notes come of the whole reading. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DocumentNode, EditionNode, MarginalNote } from '../../../src/edition/types.js';
import { textOf } from '../../../src/read/marginalia/passage-index.js';
import { read } from '../read.js';

interface Case {
  on: string;
  report: string;
  notes?: string[];
  says?: string[];
  none?: true;
}

const { pages, reports } = parse(readFileSync(new URL('reports-on-pages.yaml', import.meta.url), 'utf8')) as {
  pages: Record<string, string>;
  reports: Case[];
};

function passages(document: DocumentNode): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: EditionNode): void => {
    if (node.type === 'passage') found.set(node.id, textOf(node.children));
    // `children` of an edition node are edition nodes.
    if ('children' in node) node.children.forEach(visit);
  };
  document.children.forEach(visit);
  return found;
}

function inShort(note: MarginalNote, document: DocumentNode, words: Map<string, string>): string {
  const hand = document.hands.find(({ id }) => id === note.hand);
  const anchors = note.anchors.map((id) => (words.has(id) ? `«${words.get(id) ?? ''}»` : id));
  const sign = note.sign === undefined ? '' : ` =${note.sign}`;
  return tidy(
    [
      hand?.label ?? '',
      `${note.words ?? ''}${sign}`,
      note.place ?? '',
      anchors.join(' '),
      (note.addressees ?? []).map(({ name }) => name).join('; '),
      (note.medium ?? '').replace(/^in /u, ''),
      note.date ?? '',
    ].join('|'),
  );
}

const tidy = (short: string): string =>
  short
    .split('|')
    .map((field) => field.trim())
    .join(' | ')
    .replace(/[ |]+$/u, '');

const sentences = [
  'reports-of-editors.yaml',
  'reports-of-volumes.yaml',
  'reports-across-sentences.yaml',
  'reports-by-whom.yaml',
  'reports-of-signs.yaml',
  'reports-of-relations.yaml',
].flatMap((name) => parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Case[]);

/** Diagnostics that tell the editor that something of a report was not understood, or not for certain. */
const telling = /^(?:report-|anchor-|place-unknown|hand-inferred)/u;

describe('reports on pages', () => {
  it.each([...reports, ...sentences])('$report', ({ on, report, notes, says, none }) => {
    const { document, ruleIds } = read((pages[on] ?? '').replace('‹report›', report));
    if (!document) throw new Error(`no document: ${on}`);
    const words = passages(document);
    expect({
      notes: document.marginalia.map((note) => inShort(note, document, words)),
      says: ruleIds.filter((id) => telling.test(id)),
      none: document.children.every(({ type }) => type !== 'report'),
    }).toEqual({ notes: (notes ?? []).map(tidy), says: says ?? [], none: none === true });
  });
});

describe('the last paragraph', () => {
  it.each([
    ['.', '[1] The telegram was sent in two parts.\n\n‹report›'],
    ['.', '‹report›\n\n1 This refers to the agreement of May.\n\n2 The minister of trade.'],
    ['.1', '1 This refers to the agreement of May.\n\n‹report›'],
    ['.*', '* This refers to the agreement of May.\n\n‹report›'],
  ])('is no footnote, called by “%s”: %j', (end, feet) => {
    const page = (pages['telegram'] ?? '')
      .replace('your instructions.', `your instructions${end}`)
      .replace('‹report›', feet)
      .replace('‹report›', '[Morozov wrote “good” beside the last paragraph.]');
    expect(read(page).document?.marginalia.map(({ anchors }) => anchors)).toEqual([['p7']]);
  });
});
