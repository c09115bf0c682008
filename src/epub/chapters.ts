/**
 * Which part of the galley goes into which file, and where every id is then found.
 */
import type { Galley, GalleyBlock, GalleyNote, Inline } from '../galley/types.js';

/** One content document of the package. */
export interface Chapter {
  /** File name in the package, also the manifest id without its extension. */
  readonly file: string;
  readonly matter: 'bodymatter' | 'backmatter';
  readonly blocks: readonly GalleyBlock[];
}

export interface Chapters {
  readonly chapters: readonly Chapter[];
  /** Galley id → file, for blocks, spans and notes. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, GalleyNote>;
}

/**
 * The text with its apparatus is one file, so that it reads on; a colophon stands on a page of its own.
 * @throws TypeError for an id that is used twice or is none: the galley guarantees ids
 */
export function divide(galley: Galley): Chapters {
  const chapters: { file: string; matter: Chapter['matter']; blocks: GalleyBlock[] }[] = [];
  const used = new Map<string, number>();
  for (const block of galley.children) {
    const stem = block.type === 'section' && block.role === 'colophon' ? 'colophon' : 'text';
    const last = chapters.at(-1);
    if (stem === 'text' && last?.matter === 'bodymatter') last.blocks.push(block);
    else {
      const count = (used.get(stem) ?? 0) + 1;
      used.set(stem, count);
      const file = count === 1 ? `${stem}.xhtml` : `${stem}-${count}.xhtml`;
      chapters.push({ file, matter: stem === 'text' ? 'bodymatter' : 'backmatter', blocks: [block] });
    }
  }
  if (chapters.length === 0) chapters.push({ file: 'text.xhtml', matter: 'bodymatter', blocks: [] });

  const notes = new Map<string, GalleyNote>();
  const files = new Map<string, string>();
  const enter = (id: string | undefined, file: string): void => {
    if (id === undefined) return;
    if (id === '' || /\s/.test(id)) throw new TypeError(`“${id}” is no id`);
    if (files.has(id)) throw new TypeError(`the id “${id}” is used twice`);
    files.set(id, file);
  };
  for (const note of galley.notes) {
    if (notes.has(note.id)) throw new TypeError(`two notes have the id “${note.id}”`);
    notes.set(note.id, note);
  }

  const inlines = (nodes: readonly Inline[], file: string): void => {
    for (const node of nodes) {
      if (node.type === 'span') enter(node.id, file);
      if (node.type === 'span' || node.type === 'link') inlines(node.children, file);
      if (node.type === 'noteCall' && !files.has(node.note)) note(node.note, file);
      if (node.type === 'noteAnchor') for (const id of node.notes) if (!files.has(id)) note(id, file);
    }
  };
  const note = (id: string, file: string): void => {
    const found = notes.get(id);
    if (!found) throw new TypeError(`no note has the id “${id}”`);
    enter(id, file);
    for (const paragraph of found.children) block(paragraph, file);
  };
  const block = (node: GalleyBlock, file: string): void => {
    if (node.type === 'ornament') return;
    enter(node.id, file);
    switch (node.type) {
      case 'section':
        for (const child of node.children) block(child, file);
        return;
      case 'list':
        for (const item of node.children) {
          enter(item.id, file);
          inlines(item.label, file);
          for (const child of item.children) block(child, file);
        }
        return;
      case 'paragraph':
        if (node.label) inlines(node.label, file);
        inlines(node.children, file);
        return;
      case 'heading':
        inlines(node.children, file);
    }
  };
  for (const { file, blocks } of chapters) for (const child of blocks) block(child, file);
  // A note at the top that nothing anchors stands at the head of the text.
  for (const { id, place } of galley.notes) {
    if (files.has(id)) continue;
    if (place !== 'top') throw new TypeError(`the note “${id}” has no place in the text`);
    note(id, chapters[0]?.file ?? 'text.xhtml');
  }
  return { chapters, files, notes };
}
