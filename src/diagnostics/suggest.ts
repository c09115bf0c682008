/**
 * The candidate nearest to a misspelt word, or undefined if none is near enough to be meant.
 * The same words in another order are meant before all others. Distance is Damerau's with neighbours swapped (optimal string alignment), in UTF-16 units, case ignored.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  // A third of the word may be wrong, at least two letters; the word of a hostile file is cut.
  const given = word.slice(0, 64).toLowerCase();
  const reordered = candidates.find((candidate) => inOrder(candidate) === inOrder(given));
  if (reordered !== undefined) return reordered;
  let bound = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    const far = distance(given, candidate.toLowerCase());
    if (far < bound && far < candidate.length) {
      best = candidate;
      bound = far;
    }
  }
  return best;
}

/** The words of a text, sorted. */
function inOrder(text: string): string {
  return text.toLowerCase().split(/\s+/).sort().join(' ');
}

function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
