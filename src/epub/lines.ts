import type { ElementContent } from 'xast';

/** Blocks, each on a line of its own: the file can be read, and words of two blocks never run together in it. */
export function lines(content: readonly ElementContent[]): ElementContent[] {
  const lineEnd: ElementContent = { type: 'text', value: '\n' };
  return [lineEnd, ...content.flatMap((block) => [block, lineEnd])];
}
