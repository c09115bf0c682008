/**
 * The embedded faces: which ones a text needs, with which characters, and how the style sheet names them.
 */
import type { Element } from 'xast';
import { charactersOf } from './characters.js';
import type { EpubContext, EpubFace } from './context.js';
import type { Resource } from './package.js';
import { subset, type Kept } from './subset.js';

/** The family name in `edition.css`. */
const family = 'Edition';

/** What the style sheet sets in another face than the roman one, or in small capitals; a test compares the two. */
export const styled = {
  italic: { classes: ['summary', 'marginal-words'], elements: ['i'] },
  bold: { classes: [], elements: ['b'] },
  smallCaps: { classes: ['marginal-hand', 'small-caps'], elements: [] },
  allSmallCaps: { classes: ['apparatus-heading', 'handling', 'kicker', 'secrecy'], elements: [] },
} as const satisfies Record<string, { classes: readonly string[]; elements: readonly string[] }>;

/** Features that are on by themselves, and the figures of the style sheet. */
const features = ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'onum', 'pnum'];

const looks: Readonly<Record<string, { readonly style: string; readonly weight: string }>> = {
  roman: { style: 'normal', weight: 'normal' },
  italic: { style: 'italic', weight: 'normal' },
  bold: { style: 'normal', weight: 'bold' },
  'bold-italic': { style: 'italic', weight: 'bold' },
};

export interface EmbeddedFaces {
  readonly resources: readonly Resource[];
  /** The `@font-face` rules. */
  readonly style: string;
}

/**
 * @param words what is set in the edition's type besides the text
 * @throws RangeError if there is no face `roman`
 */
export async function embedFaces(
  bodies: readonly Element[],
  words: readonly string[],
  { faces, host }: Pick<EpubContext, 'faces' | 'host'>,
): Promise<EmbeddedFaces> {
  const roman = faces.get('roman');
  if (!roman) throw new RangeError('no face “roman” was loaded');
  const characters = charactersOf(bodies, words);
  const used = looksIn(bodies);
  const resources: Resource[] = [];
  const rules: string[] = [];
  for (const [name, face] of [...faces].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const look = looks[name];
    const caps = used.get(name);
    if (look && !caps) continue;
    const held = look ? characters.filter((c) => face.coverage(c)) : missing(characters, roman, face);
    if (held.length === 0) continue;
    const kept: Kept = caps
      ? { characters: held, features: [...features, ...caps].sort() }
      : { characters: held };
    const path = `fonts/${name}.ttf`;
    const content = await subset(face.bytes, kept, host);
    resources.push({ path, id: `font-${name}`, mediaType: 'font/ttf', content });
    const { style, weight } = look ?? { style: 'normal', weight: 'normal' };
    const range = look ? '' : `unicode-range:${held.map((c) => `U+${c.toString(16)}`).join()};`;
    rules.push(
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};${range}src:url(${path})}\n`,
    );
  }
  return { resources, style: rules.join('') };
}

/** What this face has and the roman one lacks. */
function missing(characters: readonly number[], roman: EpubFace, face: EpubFace): number[] {
  return characters.filter((c) => !roman.coverage(c) && face.coverage(c));
}

interface Look {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly smallCaps: boolean;
  readonly allSmallCaps: boolean;
}

/** Names of the faces that the text is set in, each with the features that it is set with. */
function looksIn(bodies: readonly Element[]): Map<string, Set<string>> {
  const used = new Map([['roman', new Set<string>()]]);
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
