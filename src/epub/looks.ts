/**
 * Which faces and features the text is set with: what the style sheet says, read off the finished documents.
 */
import type { Element } from 'xast';
import type { FaceName } from '../typeset/measure.js';

/** What the style sheet sets in another face than the roman one, or in small capitals; a test compares the two. */
export const styled = {
  italic: { classes: ['summary', 'marginal-words'], elements: ['i'] },
  bold: { classes: [], elements: ['b'] },
  smallCaps: { classes: ['marginal-hand', 'small-caps'], elements: [] },
  allSmallCaps: { classes: ['apparatus-heading', 'handling', 'kicker', 'secrecy'], elements: [] },
} as const satisfies Record<string, { classes: readonly string[]; elements: readonly string[] }>;

/** Features that are on by themselves, and the figures of the style sheet. */
const common = ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'onum', 'pnum'];

/**
 * Features that a subset of a face keeps, sorted.
 * @param used small capitals that the text is set with
 */
export function featuresOf(face: FaceName, used: ReadonlySet<string>): string[] {
  // The roman face has its small capitals always: nearly every edition has a heading in them.
  return [...new Set([...common, ...used, ...(face === 'roman' ? ['c2sc', 'smcp'] : [])])].sort();
}

interface Look {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly smallCaps: boolean;
  readonly allSmallCaps: boolean;
}

/** Names of the faces that the text is set in, each with the small capitals that it is set with. */
export function looksIn(bodies: readonly Element[]): Map<FaceName, Set<string>> {
  const used = new Map<FaceName, Set<string>>([['roman', new Set()]]);
  const walk = (element: Element, outer: Look): void => {
    const look: Look = {
      italic: outer.italic || has(element, styled.italic),
      bold: outer.bold || has(element, styled.bold),
      smallCaps: outer.smallCaps || has(element, styled.smallCaps),
      allSmallCaps: outer.allSmallCaps || has(element, styled.allSmallCaps),
    };
    const name = look.italic ? (look.bold ? 'bold-italic' : 'italic') : look.bold ? 'bold' : 'roman';
    let caps = used.get(name);
    if (!caps) used.set(name, (caps = new Set()));
    if (look.smallCaps || look.allSmallCaps) caps.add('smcp');
    if (look.allSmallCaps) caps.add('c2sc');
    for (const child of element.children) if (child.type === 'element') walk(child, look);
  };
  const plain: Look = { italic: false, bold: false, smallCaps: false, allSmallCaps: false };
  for (const body of bodies) walk(body, plain);
  return used;
}

function has(
  element: Element,
  { classes, elements }: { readonly classes: readonly string[]; readonly elements: readonly string[] },
): boolean {
  if (elements.includes(element.name)) return true;
  return (element.attributes['class'] ?? '').split(' ').some((name) => classes.includes(name));
}
