/** Line breaks against examples worked out by hand, and against the best of all ways to break. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, ItemList } from '../../src/typeset/items.js';
import { breakLines, type BreakRules } from '../../src/typeset/knuth-plass.js';

const plain: BreakRules = {
  measure: 100,
  tolerance: Number.POSITIVE_INFINITY,
  dearest: Number.POSITIVE_INFINITY,
  extraStretch: 0,
  fitnessDemerits: 0,
  hyphenDemerits: 0,
  lastHyphenDemerits: 0,
  hyphens: 255,
  lastLine: 0,
  lastLineDemerits: 0,
  balanced: false,
};

/** Boxes of the given widths with word spaces of 10 that give 5 and take 3. */
function words(...widths: number[]): ItemList {
  const items = new ItemList();
  items.reset(0);
  for (const [i, width] of widths.entries()) {
    if (i > 0) items.glue(10, 5, 3, 0, 0, 0);
    items.box(width);
  }
  items.end(0);
  return items;
}

/** Widths of the boxes of each line, for reading. */
function linesOf(items: ItemList, breaks: readonly number[] | undefined): number[][] | undefined {
  let from = 0;
  return breaks?.map((at) => {
    const line: number[] = [];
    for (let i = from; i < at; i++) {
      if (items.kind[i] === BOX) line.push((items.width[i + 1] ?? 0) - (items.width[i] ?? 0));
    }
    from = at + 1;
    return line;
  });
}

describe('breakLines', () => {
  it('sets one line that fits as it is', () => {
    expect(breakLines(words(30, 30), plain)).toEqual([3]);
  });

  it('looks ahead: a loose first line saves a second one that cannot be filled', () => {
    // First fit takes 40 30 10, exactly full, and leaves 80 alone, with no space to stretch.
    const items = words(40, 30, 10, 80, 20);
    expect(linesOf(items, breakLines(items, plain))).toEqual([[40, 30], [10, 80], [20]]);
  });

  it('finds nothing within a tolerance that no line meets', () => {
    expect(breakLines(words(60, 60, 60), { ...plain, tolerance: 2 })).toBeUndefined();
  });

  it('sets a box wider than the measure on a line of its own where it must', () => {
    const items = words(50, 140, 50);
    expect(linesOf(items, breakLines(items, plain))).toEqual([[50], [140], [50]]);
  });

  it('breaks at a hyphen when that is cheaper, and never at what is too dear', () => {
    const items = new ItemList();
    const build = (cost: number): void => {
      items.reset(0);
      items.box(50);
      items.glue(10, 5, 3, 0, 0, 0);
      items.box(35);
      items.penalty(cost, 5, 0, true);
      items.box(30);
      items.glue(10, 5, 3, 0, 0, 0);
      items.box(50);
      items.end(0);
    };
    build(50);
    expect(breakLines(items, plain)).toEqual([3, 7]);
    build(5000);
    expect(breakLines(items, { ...plain, dearest: 1000 })).toEqual([1, 5, 7]);
  });

  it('does not leave the end of a divided word for the last line', () => {
    const items = new ItemList();
    items.reset(0);
    for (const width of [25, 25, 25, 20]) {
      items.box(width);
      items.glue(10, 40, 3, 0, 0, 0);
    }
    items.box(55);
    items.penalty(0, 5, 0, true);
    items.box(15);
    items.end(0);
    const last = (lastLine: number) =>
      linesOf(items, breakLines(items, { ...plain, measure: 95, lastLine }))?.at(-1);
    expect(last(0)).toEqual([15]);
    expect(last(40)).toEqual([55, 15]);
  });

  it('lets punctuation hang: what protrudes is not counted', () => {
    const items = new ItemList();
    const build = (hang: number): ItemList => {
      items.reset(0);
      items.box(60);
      items.glue(10, 0, 0, 0, 0, 0);
      items.box(32);
      items.glue(10, 0, 0, 0, -hang, 0);
      items.box(20);
      items.end(0);
      return items;
    };
    expect(breakLines(build(2), { ...plain, tolerance: 0 })).toEqual([3, 5]);
    expect(breakLines(build(1), { ...plain, tolerance: 0 })).toBeUndefined();
  });

  it('makes lines even where they are balanced', () => {
    const items = new ItemList();
    items.reset(0);
    for (const [i, width] of [30, 20, 20, 20].entries()) {
      if (i > 0) items.glue(5, 0, 0, 0, 0, 0);
      items.box(width);
    }
    items.end(0);
    const ragged = { ...plain, extraStretch: 25 };
    expect(linesOf(items, breakLines(items, ragged))).toEqual([[30, 20, 20], [20]]);
    expect(linesOf(items, breakLines(items, { ...ragged, balanced: true }))).toEqual([
      [30, 20],
      [20, 20],
    ]);
  });

  it('avoids a hyphen before the last line', () => {
    const items = new ItemList();
    items.reset(0);
    items.box(40);
    items.glue(10, 30, 3, 0, 0, 0);
    items.box(30);
    items.glue(10, 30, 3, 0, 0, 0);
    items.box(5);
    items.penalty(0, 5, 0, true);
    items.box(20);
    items.end(0);
    expect(breakLines(items, plain)).toEqual([5, 7]);
    expect(breakLines(items, { ...plain, lastHyphenDemerits: 1e5 })).toEqual([3, 7]);
  });

  it('does not let too many lines end in hyphens', () => {
    const items = new ItemList();
    items.reset(0);
    // 60 25- fills every line; the only other lines are 25 60, without a hyphen and loose.
    for (let i = 0; i < 8; i++) {
      items.box(60);
      items.glue(10, 0, 0, 0, 0, 0);
      items.box(25);
      items.penalty(0, 5, 0, true);
    }
    items.box(20);
    items.end(0);
    const hyphensInARow = (limit: number): number => {
      let most = 0;
      let run = 0;
      for (const at of breakLines(items, { ...plain, extraStretch: 15, hyphens: limit }) ?? []) {
        run = items.flagged[at] === 1 ? run + 1 : 0;
        most = Math.max(most, run);
      }
      return most;
    };
    expect(hyphensInARow(255)).toBeGreaterThan(2);
    expect(hyphensInARow(2)).toBeLessThanOrEqual(2);
  });
});

/** Demerits of a way to break, by the formula of the paper; undefined if a line does not fit. */
function demeritsOf(items: ItemList, breaks: readonly number[], rules: BreakRules): number | undefined {
  let from = -1;
  let tightness = 1;
  let total = 0;
  for (const at of breaks) {
    const start = from < 0 ? items.start : (items.post[from] ?? 0);
    const length = (items.width[at] ?? 0) - (items.width[from + 1] ?? 0) + start + (items.pre[at] ?? 0);
    const stretch = (items.stretch[at] ?? 0) - (items.stretch[from + 1] ?? 0) + rules.extraStretch;
    const shrink = (items.shrink[at] ?? 0) - (items.shrink[from + 1] ?? 0);
    const last = at === items.count - 1;
    const short = rules.measure - length;
    let ratio = short > 0 ? (last ? 0 : short / stretch) : short < 0 ? short / shrink : 0;
    if (short < 0 && shrink === 0) ratio = Number.NEGATIVE_INFINITY;
    if (ratio < -1) return undefined;
    ratio = Math.min(Math.abs(ratio), 100) * Math.sign(ratio);
    const cost = last ? 0 : (items.cost[at] ?? 0);
    const line = (10 + 100 * Math.abs(ratio) ** 3) ** 2 + cost ** 2;
    const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    total += line + (Math.abs(own - tightness) > 1 ? rules.fitnessDemerits : 0);
    if (last && from >= 0 && items.flagged[from] === 1) total += rules.lastHyphenDemerits;
    tightness = own;
    from = at;
  }
  return total;
}

/** Least demerits of all ways to break. */
function leastDemerits(items: ItemList, rules: BreakRules): number | undefined {
  const places: number[] = [];
  for (let i = 0; i < items.count - 1; i++) if (items.kind[i] !== BOX) places.push(i);
  let least: number | undefined;
  for (let set = 0; set < 1 << places.length; set++) {
    const breaks = [...places.filter((_, k) => (set >> k) & 1), items.count - 1];
    const total = demeritsOf(items, breaks, rules);
    if (total !== undefined && (least === undefined || total < least)) least = total;
  }
  return least;
}

describe('all ways to break', () => {
  const paragraph = fc.array(
    fc.record({
      width: fc.integer({ min: 5, max: 60 }),
      // How the word ends: a space, or a hyphen inside it.
      space: fc.boolean(),
      cost: fc.constantFrom(0, 50, 500),
      pre: fc.integer({ min: -4, max: 6 }),
      post: fc.integer({ min: -3, max: 2 }),
    }),
    { minLength: 1, maxLength: 10 },
  );

  it('none is better than the one chosen', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        paragraph,
        fc.integer({ min: 40, max: 160 }),
        fc.constantFrom(0, 5000),
        (pieces, measure, fitnessDemerits) => {
          const items = new ItemList();
          items.reset(0);
          for (const [i, { width, space, cost, pre, post }] of pieces.entries()) {
            items.box(width);
            if (i === pieces.length - 1) break;
            if (space) items.glue(10, 6, 3, 0, Math.min(pre, 0), Math.min(post, 0));
            else items.penalty(cost, pre, post, true);
          }
          items.end(0);
          const rules = { ...plain, measure, fitnessDemerits, lastHyphenDemerits: 3000, extraStretch: 1 };
          const least = leastDemerits(items, rules);
          const chosen = breakLines(items, rules);
          if (least === undefined || !chosen) return;
          compared += 1;
          expect(demeritsOf(items, chosen, rules)).toBeCloseTo(least, 3);
        },
      ),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
