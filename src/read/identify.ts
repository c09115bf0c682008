/** Ids of the blocks of a document: stable, in the order of the text, with the document's prefix. */
import type { Block } from '../edition/types.js';

/** Gives ids to all blocks that bear one: `p1`, `pt1`, `points-1`, `report-1`, `head-1`. */
export function identify(blocks: readonly Block[], prefix = ''): void {
  const counts = new Map<string, number>();
  const next = (stem: string): string => {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return `${prefix}${stem}${String(count)}`;
  };
  const walk = (list: readonly Block[]): void => {
    for (const block of list) {
      switch (block.type) {
        case 'paragraph':
          block.id = next('p');
          break;
        case 'heading':
          block.id = next('head-');
          break;
        case 'report':
          block.id = next('report-');
          break;
        case 'points':
          block.id = next('points-');
          for (const point of block.children) {
            point.id = next('pt');
            walk(point.children);
          }
          break;
        case 'postscript':
          walk(block.children);
          break;
        default:
      }
    }
  };
  walk(blocks);
}
