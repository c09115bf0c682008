/** Paragraphs that are counted from points: "the second paragraph after the points". */
import type { AnchorExpression } from './anchor-expression.js';
import { pick } from './counted-passages.js';
import type { Passage, PassageIndex, Resolution } from './passage-index.js';

/**
 * By the letter, a paragraph is one that bears no number and stands nearest to the points, outside them. It is ambiguous where paragraphs that go
 * on with a point, or other points, can be counted too, or where the page has several lists.
 */
export function countedFrom(
  { values, from }: AnchorExpression & { kind: 'ordinals' },
  points: Resolution,
  index: PassageIndex,
): Resolution {
  const none: Resolution = { ids: [], state: 'unresolved', candidates: [] };
  const side = from?.side ?? 'after';
  const numbered = new Set(index.points.map(({ id }) => id));
  const groups = from?.of.kind === 'all' ? byList(points.ids, index) : [points.ids];
  const resolution: Resolution = { ...none, state: points.state === 'found' ? 'found' : 'ambiguous' };
  for (const value of values) {
    const readings = groups.flatMap((ids): (Passage | undefined)[] => {
      const ways = paragraphsBeside(ids, side, index, numbered, from?.of.kind !== 'all');
      return ways.flatMap((own) => {
        // "the first paragraph before the points" is the nearest, or the first of the text.
        if (side === 'after' || typeof value !== 'number') return [pick(own, value)];
        return [own.at(-value), pick(own, value)];
      });
    });
    const known = readings.filter((passage) => passage !== undefined);
    const [literal] = known;
    if (!literal) return none;
    resolution.ids.push(literal.id);
    const different = known.filter(({ id }, i) => known.findIndex((other) => other.id === id) === i);
    if (different.length > 1) {
      resolution.state = 'ambiguous';
      resolution.candidates.push(...different);
    }
  }
  if (resolution.state === 'ambiguous' && resolution.candidates.length === 0)
    resolution.candidates.push(...index.paragraphs.filter(({ id }) => resolution.ids.includes(id)));
  return resolution;
}

/** Points by their lists. */
function byList(ids: readonly string[], { points }: PassageIndex): string[][] {
  const lists = new Map<number | undefined, string[]>();
  for (const { id, list } of points) if (ids.includes(id)) lists.set(list, [...(lists.get(list) ?? []), id]);
  return [...lists.values()];
}

/** The paragraphs after or before points, in the ways in which they can be counted. */
function paragraphsBeside(
  ids: readonly string[],
  side: 'after' | 'before',
  { paragraphs }: PassageIndex,
  numbered: ReadonlySet<string>,
  single: boolean,
): Passage[][] {
  const isOf = ({ id, points }: Passage): boolean =>
    ids.includes(id) || points?.some((point) => ids.includes(point)) === true;
  const opens = ({ id }: Passage): boolean => ids.includes(id);
  const first = paragraphs.findIndex(opens);
  const last = paragraphs.findLastIndex(opens);
  if (first < 0) return [];
  const all = side === 'after' ? paragraphs.slice(last + 1) : paragraphs.slice(0, first);
  const bare = all.filter(({ id }) => !numbered.has(id));
  const outside = bare.filter((passage) => !isOf(passage));
  // "after point 3": what goes on with the point, or the next point.
  return single ? [bare, all] : [outside, bare];
}
