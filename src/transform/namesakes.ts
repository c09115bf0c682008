/** Which names are those of one bearer: "Stalin" and "J. V. Stalin" are, "A. Ivanov" and "B. Ivanov" are not. */
import { familyName, initialsOf } from '../edition/names.js';

interface Named {
  name: string;
}

/** Uses of one bearer together, in the order in which bearers first occur. */
export function group<T extends Named>(uses: readonly T[]): T[][] {
  const byLast = new Map<string, T[]>();
  for (const use of uses) {
    const last = lastName(use.name);
    const list = byLast.get(last);
    if (list) list.push(use);
    else byLast.set(last, [use]);
  }
  return [...byLast.values()].flatMap((members) => splitNamesakes(members));
}

/** "N. Sturza" and "Nicolae Sturza" are one; "A. Ivanov" and "B. Ivanov" two, and a mere "Ivanov" beside them is a third. */
function splitNamesakes<T extends Named>(members: readonly T[]): T[][] {
  const clusters: { given: string[]; members: T[] }[] = [];
  const bare: T[] = [];
  // Fuller names first, so that a cluster has its fullest form; uses keep their order within it.
  for (const use of [...members].sort((a, b) => givenNames(b.name).length - givenNames(a.name).length)) {
    const given = givenNames(use.name);
    if (given.length === 0) bare.push(use);
    else {
      const known = clusters.filter((cluster) => areCompatible(cluster.given, given));
      if (known.length === 1) known[0]?.members.push(use);
      else clusters.push({ given, members: [use] });
    }
  }
  const [only] = clusters;
  if (bare.length > 0) {
    if (clusters.length === 1 && only) only.members.push(...bare);
    else clusters.push({ given: [], members: bare });
  }
  const order = new Map(members.map((use, i) => [use, i]));
  const first = (list: readonly T[]): number => Math.min(...list.map((use) => order.get(use) ?? 0));
  return clusters.map((cluster) => cluster.members).sort((a, b) => first(a) - first(b));
}

const partsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];

/** "Stalin, I.V.", "Stalin I. V.": the family name before the initials. */
const inverted = /^(?<family>[^,]*[\p{L}\p{M}'’-]{2}),?\s+(?<given>(?:\p{L}\p{Ll}{0,2}\.\s*)+)$/u;

function lastName(name: string): string {
  const head = inverted.exec(name)?.groups?.['family'] ?? name;
  return partsOf(head).at(-1) ?? name.toLowerCase();
}

function givenNames(name: string): string[] {
  const given = inverted.exec(name)?.groups?.['given'];
  return given === undefined ? partsOf(name).slice(0, -1) : partsOf(given);
}

/** True if two forms can name the same: "Stalin" and "J. V. Stalin", but not "A. Ivanov" and "B. Ivanov". */
export function mayBeOne(a: string, b: string): boolean {
  return familyName(a) === familyName(b) && areCompatible(initialsOf(a).split(''), initialsOf(b).split(''));
}

/** Given names agree place by place: equal, or one an initial of the other. */
function areCompatible(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [a[i] ?? '', b[i] ?? ''];
    if (
      one !== other &&
      !(one.length === 1 && other.startsWith(one)) &&
      !(other.length === 1 && one.startsWith(other))
    )
      return false;
  }
  return true;
}
