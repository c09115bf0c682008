/** The texts of a galley, by which places in it are named where the galley itself is a copy. */
import type { Galley, GalleyText } from '../galley/types.js';

/** All texts in one order, which is the same for every copy of the galley. */
export function textsOf(galley: Galley): GalleyText[] {
  const texts: GalleyText[] = [];
  // Fields are gone through as they come: a text is a text wherever it stands.
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isText(value)) texts.push(value);
    else for (const part of Object.values(value)) collect(part);
  };
  collect(galley);
  return texts;
}

function isText(value: object): value is GalleyText {
  return 'type' in value && value.type === 'text';
}
