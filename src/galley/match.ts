/** Finds the behaviour of an element: see behaviours.ts for what counts as most specific. */
import type { Element } from 'xast';
import type { Behaviour, Surroundings } from './behaviours.js';
import { nameOf, tokens } from './tei-tree.js';

/** Behaviours by name of element, each list from the most specific to the least. */
export type Matcher = (element: Element, parent: string, surroundings: Surroundings) => Behaviour | undefined;

export function matcher(tables: readonly (readonly Behaviour[])[]): Matcher {
  const named = new Map<string, Weighed[]>();
  let order = 0;
  for (const behaviour of tables.flat()) {
    for (const name of wordsOf(behaviour.element)) {
      const entries = named.get(name) ?? [];
      entries.push({ behaviour, weight: weigh(behaviour, name), order: order++ });
      named.set(name, entries);
    }
  }
  for (const entries of named.values()) entries.sort(heaviestFirst);
  const unnamed = named.get('*') ?? [];

  const merged = new Map<string, Weighed[]>();
  return (element, parent, surroundings) => {
    const name = nameOf(element);
    let entries = merged.get(name);
    if (!entries) {
      entries = [...(named.get(name) ?? []), ...unnamed].sort(heaviestFirst);
      merged.set(name, entries);
    }
    return entries.find(({ behaviour }) => fits(behaviour, element, parent, surroundings))?.behaviour;
  };
}

interface Weighed {
  behaviour: Behaviour;
  weight: number;
  order: number;
}

function heaviestFirst(a: Weighed, b: Weighed): number {
  return b.weight - a.weight || b.order - a.order;
}

/** One for each condition; a name weighs less than a condition and more than none. */
function weigh(behaviour: Behaviour, name: string): number {
  const conditions =
    Object.keys(behaviour.where ?? {}).length + (behaviour.parent ? 1 : 0) + (behaviour.in ? 1 : 0);
  return conditions + (name === '*' ? 0 : 0.5);
}

function fits(behaviour: Behaviour, element: Element, parent: string, surroundings: Surroundings): boolean {
  if (behaviour.parent !== undefined && !wordsOf(behaviour.parent).includes(parent)) return false;
  if (behaviour.in !== undefined && !wordsOf(behaviour.in).includes(surroundings)) return false;
  for (const [name, wanted] of Object.entries(behaviour.where ?? {})) {
    const words = tokens(element, name);
    if (typeof wanted === 'boolean') {
      if (words.length > 0 !== wanted) return false;
    } else if (!wordsOf(wanted).some((word) => words.includes(word))) return false;
  }
  return true;
}

/** Words of a table's entry; the same entries are asked for every element, so each is split once. */
function wordsOf(value: string): readonly string[] {
  let words = split.get(value);
  if (!words) {
    words = value.trim().split(/\s+/);
    split.set(value, words);
  }
  return words;
}
const split = new Map<string, readonly string[]>();
