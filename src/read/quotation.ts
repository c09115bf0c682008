/** Finding quoted words in a source: spaces and quotation marks are compared loosely, words and their case exactly. */

export interface Found {
  start: number;
  end: number;
}

/** All places where the quoted words stand between two offsets. At most `limit`. */
export function findQuotation(
  source: string,
  quote: string,
  range: { start: number; end: number },
  limit = 100,
): Found[] {
  const pattern = quote
    .trim()
    .split(/[\s\u00a0]+/u)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
        .replace(/['\u2018\u2019]/gu, "['\u2018\u2019]")
        .replace(/["\u201c\u201d]/gu, '["\u201c\u201d]'),
    )
    .join('[\\s\\u00a0]+');
  if (pattern === '') return [];
  const found: Found[] = [];
  const expression = new RegExp(pattern, 'gu');
  expression.lastIndex = range.start;
  for (let match = expression.exec(source); match && found.length < limit; match = expression.exec(source)) {
    const end = match.index + match[0].length;
    if (end > range.end) break;
    found.push({ start: match.index, end });
  }
  return found;
}
