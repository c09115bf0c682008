/**
 * The embedded faces: which ones a text needs, with which characters, and how the style sheet names them.
 */
import type { Element } from 'xast';
import { charactersOf } from './characters.js';
import type { EpubContext } from './context.js';
import type { Resource } from './package.js';
import { featuresOf, looksIn } from './looks.js';
import { readySubset } from './ready-faces.js';
import type { Kept } from './subset.js';

/** Families of `edition.css`: the design's own faces, and those that stand in for what they lack. */
const family = 'Edition';
const fallbackFamily = 'Edition Fallback';

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
  // A family of its own: within one family an italic word would be looked for in the italic face alone.
  const own = [...faces].flatMap(([name, face]) => (looks[name] && used.has(name) ? [face] : []));
  const resources: Resource[] = [];
  const rules: string[] = [];
  for (const [name, face] of [...faces].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const look = looks[name];
    const caps = used.get(name);
    if (look && !caps) continue;
    const held = characters.filter(
      (c) => face.coverage(c) && (look !== undefined || own.some((one) => !one.coverage(c))),
    );
    if (held.length === 0) continue;
    const kept: Kept = caps ? { characters: held, features: featuresOf(name, caps) } : { characters: held };
    const path = `fonts/${name}.ttf`;
    const content = await readySubset(face.bytes, kept, host);
    resources.push({ path, id: `font-${name}`, mediaType: 'font/ttf', content });
    const { style, weight } = look ?? { style: 'normal', weight: 'normal' };
    const range = look ? '' : `unicode-range:${held.map((c) => `U+${c.toString(16)}`).join()};`;
    rules.push(
      `@font-face{font-family:"${look ? family : fallbackFamily}";font-style:${style};font-weight:${weight};${range}src:url(${path})}\n`,
    );
  }
  return { resources, style: rules.join('') };
}
