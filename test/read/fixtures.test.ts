/** Pages with the facts that an editor finds on them (`facts.yaml`), against what the reader finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Block, DocumentNode, EditionNode } from '../../src/edition/types.js';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';

interface Facts {
  title: string;
  kind: string;
  pageDate?: string;
  author?: string;
  addressees?: string[];
  copiesTo?: string[];
  fileCopy?: string;
  sent?: { place?: string; date?: string; time?: string; dispatch?: string };
  received?: { date?: string; time?: string };
  secrecy?: string[];
  blocks: string[];
  points?: string[][];
  phrases?: Record<string, string[]>;
  summary?: string;
  copies?: { repository: string; shelfmark: Record<string, string>; leaves: string[]; language: string }[];
  uploaded?: string;
  record?: string;
  notes: {
    hand?: string;
    words?: string;
    sign?: string;
    place?: string;
    anchors: string[];
    addressee?: string;
  }[];
  diagnostics?: string[];
}

const folder = new URL('../fixtures/', import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, folder)).includes('facts.yaml'),
  )
  .map(({ name }) => name);

function walk(node: EditionNode, visit: (node: EditionNode) => void): void {
  visit(node);
  // `children` of an edition node are edition nodes.
  if ('children' in node) for (const child of node.children) walk(child, visit);
}

function phrasesOf(document: DocumentNode): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const block of document.children) {
    walk(block, (node) => {
      if (node.type === 'gap') (found['gap'] ??= []).push(node.value);
      else if (
        ['supplied', 'gloss', 'sic', 'correction', 'unclear'].includes(node.type) &&
        'children' in node
      ) {
        // These hold phrases.
        (found[node.type] ??= []).push(textOf(node.children as Parameters<typeof textOf>[0]));
      }
    });
  }
  return found;
}

function passagesOf(document: DocumentNode): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of document.children) {
    walk(block, (node) => {
      if (node.type === 'passage') found.set(node.id, textOf(node.children));
    });
  }
  return found;
}

function foundIn(document: DocumentNode, facts: Facts): Facts {
  const { correspondence } = document;
  const passages = passagesOf(document);
  const points = document.children.filter(
    (block): block is Extract<Block, { type: 'points' }> => block.type === 'points',
  );
  const found: Facts = {
    title: document.title.value,
    kind: document.kind.value,
    blocks: document.children.map((block) => block.type),
    notes: document.marginalia.map((note) => ({
      ...(note.hand === undefined
        ? {}
        : { hand: document.hands.find(({ id }) => id === note.hand)?.label ?? '' }),
      ...(note.words === undefined ? {} : { words: note.words }),
      ...(note.sign === undefined ? {} : { sign: note.sign }),
      ...(note.place === undefined ? {} : { place: note.place }),
      anchors: note.anchors.map((id) => passages.get(id) ?? id),
      ...(note.addressees ? { addressee: note.addressees.map(({ name }) => name).join('; ') } : {}),
    })),
  };
  const set = <K extends keyof Facts>(key: K, value: Facts[K] | undefined): void => {
    if (value !== undefined && (facts[key] !== undefined || (Array.isArray(value) ? value.length > 0 : true)))
      found[key] = value;
  };
  set('pageDate', document.pageDate?.value.when);
  set('author', document.author?.value.name);
  if (facts.addressees)
    set(
      'addressees',
      correspondence.addressees.map(({ value }) => value.name),
    );
  set(
    'copiesTo',
    correspondence.copiesTo.map(({ value }) => value.name),
  );
  set('fileCopy', correspondence.fileCopy?.value);
  if (facts.sent) {
    const { place, date, time } = correspondence.sent ?? document.made ?? {};
    const dispatch = correspondence.sent?.dispatch;
    found.sent = {
      ...(place ? { place: place.value.name } : {}),
      ...(date?.value.when === undefined ? {} : { date: date.value.when }),
      ...(time?.value.when === undefined ? {} : { time: time.value.when }),
      ...(dispatch ? { dispatch: dispatch.value } : {}),
    };
  }
  if (facts.received) {
    const { date, time } = correspondence.received ?? {};
    found.received = {
      ...(date?.value.when === undefined ? {} : { date: date.value.when }),
      ...(time?.value.when === undefined ? {} : { time: time.value.when }),
    };
  }
  set(
    'secrecy',
    document.secrecy.map(({ key }) => key),
  );
  set(
    'points',
    points.map((list) => list.children.map(({ n }) => n)),
  );
  set('phrases', Object.keys(phrasesOf(document)).length > 0 ? phrasesOf(document) : undefined);
  const summary = document.summary?.children[0]?.text;
  if (summary !== undefined)
    found.summary =
      facts.summary !== undefined && summary.startsWith(facts.summary) ? facts.summary : summary;
  if (facts.copies) {
    found.copies = document.copies.map((copy) => ({
      repository: copy.repository?.key ?? '',
      shelfmark: Object.fromEntries(copy.shelfmark.map(({ unit, text }) => [unit, text])),
      leaves: copy.leaves.map(({ from, to }) => `${from}-${to}`),
      language: copy.language?.value ?? '',
    }));
  }
  set('uploaded', document.page.uploaded?.value.when);
  set('record', document.page.record?.value);
  return found;
}

describe('facts of pages', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
  });
  test.each(cases)('%s', (name) => {
    const facts = parse(readFileSync(new URL(`${name}/facts.yaml`, folder), 'utf8')) as Facts;
    const { document, ruleIds } = read(readFileSync(new URL(`${name}/source.txt`, folder), 'utf8'));
    if (!document) throw new Error('the page was refused');
    const { diagnostics, ...expected } = facts;
    expect(foundIn(document, facts)).toEqual(expected);
    if (diagnostics) expect(ruleIds.sort()).toEqual([...diagnostics].sort());
  });
});
