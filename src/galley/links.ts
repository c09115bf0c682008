/** Links inside the galley: those that lead to nothing that is set become plain words. */
import type { GalleyBlock, GalleyNote, Inline } from './types.js';

export function dropDeadLinks(blocks: readonly GalleyBlock[], notes: readonly GalleyNote[]): void {
  const ids = new Set<string>();
  visit(
    blocks,
    notes,
    (inlines) => {
      for (const inline of inlines) if (inline.type === 'span' && inline.id !== undefined) ids.add(inline.id);
      return inlines;
    },
    ids,
  );
  visit(blocks, notes, (inlines) =>
    inlines.flatMap((inline) => {
      const dead = inline.type === 'link' && inline.href.startsWith('#') && !ids.has(inline.href.slice(1));
      return dead ? inline.children : [inline];
    }),
  );
}

/** Gives every list of inlines to `change`, inner ones after the outer, and adds ids of blocks to `ids`. */
function visit(
  blocks: readonly GalleyBlock[],
  notes: readonly GalleyNote[],
  change: (inlines: Inline[]) => Inline[],
  ids?: Set<string>,
): void {
  const inlines = (all: Inline[]): Inline[] => {
    const changed = change(all);
    for (const inline of changed)
      if (inline.type === 'span' || inline.type === 'link') inline.children = inlines(inline.children);
    return changed;
  };
  const block = (each: GalleyBlock): void => {
    if (each.type === 'ornament') return;
    if (each.id !== undefined) ids?.add(each.id);
    if (each.type === 'section') each.children.forEach(block);
    else if (each.type === 'list') {
      for (const item of each.children) {
        if (item.id !== undefined) ids?.add(item.id);
        item.label = inlines(item.label);
        item.children.forEach(block);
      }
    } else {
      if (each.type === 'paragraph' && each.label) each.label = inlines(each.label);
      each.children = inlines(each.children);
    }
  };
  blocks.forEach(block);
  for (const note of notes) {
    ids?.add(note.id);
    note.children.forEach(block);
  }
}
