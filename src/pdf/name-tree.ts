import type { Container, IndirectObject } from './pdfkit.js';
import { textString, Token } from './syntax.js';

const leafSize = 64;

/**
 * Name tree (ISO 32000-1, 7.9.6) over ASCII names, whose order by code unit is that of their bytes.
 * @throws TypeError for a name that is no ASCII or occurs twice
 */
export function nameTree(
  container: Container,
  entries: readonly (readonly [name: string, value: IndirectObject | Token])[],
): IndirectObject {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  sorted.forEach(([name], i) => {
    if (!/^[\x21-\x7e]+$/.test(name)) throw new TypeError(`“${name}” is no name for a name tree`);
    if (name === sorted[i - 1]?.[0]) throw new TypeError(`the name “${name}” occurs twice`);
  });
  const names = (from: number, to: number): string =>
    `/Names[${sorted
      .slice(from, to)
      .map(([name, value]) => `${textString(name)} ${String(value)}`)
      .join('\n')}]`;
  const tree = container.ref();
  if (sorted.length <= leafSize) {
    tree.data = new Token(`<<${names(0, sorted.length)}>>`);
  } else {
    const kids: IndirectObject[] = [];
    for (let from = 0; from < sorted.length; from += leafSize) {
      const to = Math.min(from + leafSize, sorted.length);
      const limits = `/Limits[${textString(sorted[from]![0])} ${textString(sorted[to - 1]![0])}]`;
      const leaf = container.ref(new Token(`<<${limits}${names(from, to)}>>`));
      leaf.end();
      kids.push(leaf);
    }
    tree.data = { Kids: kids };
  }
  tree.end();
  return tree;
}
