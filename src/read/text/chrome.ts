/** Chrome: lines of the web page round the document, which the report lists one by one. */
import type { ChromeLine } from '../../edition/types.js';
import type { Locator } from '../weave.js';
import type { Unit } from './units.js';

/** The lines of a unit, each with its place. A unit that was joined from several is listed as the page has it. */
export function chromeLines({ start, text }: Unit, rule: string, at: Locator): ChromeLine[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) => {
    const words = line.trim();
    const from = start + index + line.indexOf(words);
    return words === '' ? [] : [{ text: words, position: at(from, from + words.length), rule }];
  });
}
