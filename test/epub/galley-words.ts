/**
 * The words of a galley in the order in which the EPUB has them: a marginal note before the block it is anchored in, or
 * after it where no words of the block follow the anchor, a footnote at the end of the part it is called in. Written apart from the station, to be compared with it.
 */
import type { Galley, GalleyBlock, GalleyNote, Inline } from '../../src/galley/types.js';

export function wordsOfGalley(galley: Galley): string[] {
  const notes = new Map(galley.notes.map((note) => [note.id, note]));
  const text: string[] = [];
  let called: GalleyNote[] = [];
  const known = new Set<string>();

  const inlines = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (node.type === 'span' || node.type === 'link') return inlines(node.children);
        if (node.type === 'sourcePageBreak') return node.label;
        if (node.type === 'noteAnchor') return '';
        const note = notes.get(node.note);
        if (note && !known.has(note.id)) called.push(note);
        known.add(node.note);
        return node.label;
      })
      .join('');
  const flat = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node) => (node.type === 'span' || node.type === 'link' ? flat(node.children) : [node]));
  const isWords = (node: Inline): boolean => node.type === 'text' && node.value.trim() !== '';
  const anchored = (nodes: readonly Inline[], where: 'before' | 'after'): void => {
    const all = flat(nodes);
    all.forEach((node, i) => {
      if (node.type !== 'noteAnchor') return;
      const last = all.some(isWords) && !all.slice(i).some(isWords);
      for (const id of node.notes) {
        const note = notes.get(id);
        const after = last || (note?.place === 'end' && all.some(isWords));
        if (after === (where === 'after')) for (const child of note?.children ?? []) block(child);
      }
    });
  };
  const block = (node: GalleyBlock, label: readonly Inline[] = []): void => {
    if (node.type === 'section') for (const child of node.children) block(child);
    if (node.type === 'list') {
      for (const item of node.children) {
        const [first, ...rest] = item.children;
        const own = first?.type === 'paragraph' && first.label === undefined;
        if (!own) {
          anchored(item.label, 'before');
          anchored(item.label, 'after');
          text.push(inlines(item.label));
        }
        if (first) block(first, own ? item.label : []);
        for (const child of rest) block(child);
      }
    }
    if (node.type === 'heading' || node.type === 'paragraph') {
      const before = node.type === 'paragraph' ? (node.label ?? label) : [];
      anchored(before, 'before');
      anchored(before, 'after');
      anchored(node.children, 'before');
      text.push(inlines(before), inlines(node.children));
      anchored(node.children, 'after');
    }
  };
  for (const child of galley.children) {
    block(child);
    while (called.length > 0) {
      const now = called;
      called = [];
      for (const note of now) {
        text.push(note.label ?? '');
        for (const paragraph of note.children) block(paragraph);
      }
    }
  }
  return text
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
