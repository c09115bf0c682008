/** Bearers of two names ("Filippov [Stalin]"): uses of either are those of one. */
import { mayBeOne } from './namesakes.js';

interface Named {
  name: string;
  /** Other names of the bearer. */
  others?: readonly string[];
}

/** Groups of uses, with those joined to the bearer of another name that only they can be of. */
export function joinAliases<T extends Named>(groups: readonly T[][]): T[][] {
  const joined = groups.map((members) => [...members]);
  for (const members of joined) {
    // A name that comes with a bearer is followed as well: the set grows while it is gone through.
    const aliases = new Set(members.flatMap(({ others }) => others ?? []));
    for (const alias of aliases) {
      const bearers = joined.filter(
        (other) => other !== members && other.some(({ name }) => mayBeOne(name, alias)),
      );
      const [only] = bearers;
      if (bearers.length !== 1 || !only) continue;
      for (const use of only.splice(0)) {
        members.push(use);
        for (const other of use.others ?? []) aliases.add(other);
      }
    }
  }
  return joined.filter((members) => members.length > 0);
}

/** The names of a group that are its bearer's own, and those that are his other names. */
export function ownNames(members: readonly Named[]): { own: string[]; aliases: string[] } {
  const others = new Set(members.flatMap((use) => use.others ?? []));
  const isAlias = (name: string): boolean => [...others].some((other) => mayBeOne(name, other));
  const names = [...new Set(members.map(({ name }) => name))];
  const own = names.filter((name) => !isAlias(name));
  const aliases = [...new Set([...names.filter(isAlias), ...others])];
  return own.length > 0
    ? { own, aliases }
    : { own: names, aliases: [...others].filter((name) => !names.includes(name)) };
}
