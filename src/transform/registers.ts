/**
 * Registers of persons, places and organisations: every name of a heading field, hand and note gets one entry, whatever form it has in one
 * document ("J. V. Stalin" and "Stalin"). Initials that differ keep persons apart. The editor's words on persons and places are laid over.
 */
import { report } from '../diagnostics/report.js';
import type {
  Certainty,
  DocumentNode,
  EditionNode,
  Fact,
  Mention,
  Name,
  Origin,
  Register,
} from '../edition/types.js';
import type { RegisterWord, Sidecar } from '../config/sidecar.js';
import { familyName, initialsOf, registerKey } from '../edition/names.js';
import { linkNames } from './names-in-text.js';

type Kind = 'person' | 'place' | 'organisation';

interface Use {
  kind: Kind;
  /** How sure it is that this names somebody. */
  certainty: Certainty;
  name: string;
  /** The editor's word, if the name is the editor's. */
  said?: Origin;
  setKey: (key: string) => void;
}

/** Gives every mention the key of its register entry, and the document its registers. */
export function makeRegisters(document: DocumentNode, sidecar: Sidecar | undefined): void {
  linkTextNames(document, sidecar);
  const uses = usesOf(document);
  const families = new Map<string, Set<string>>();
  for (const { name } of uses) {
    const family = familyName(name);
    const names = families.get(family);
    if (names) names.add(name);
    else families.set(family, new Set([name]));
  }
  // Others bear the same family name.
  const shared = (names: readonly string[]): boolean =>
    names.some((name) => [...(families.get(familyName(name)) ?? [])].some((other) => !names.includes(other)));
  const taken = new Set<string>();
  const lists: Record<Kind, Register[]> = { person: [], place: [], organisation: [] };
  for (const kind of ['person', 'place', 'organisation'] as const) {
    const groups = group(uses.filter((use) => use.kind === kind));
    const words =
      kind === 'person' ? sidecar?.value.persons : kind === 'place' ? sidecar?.value.places : undefined;
    for (const members of groups) {
      const names = [...new Set(members.map((use) => use.name))];
      const name = [...names].sort(byFullness)[0] ?? '';
      const key = registerKey(shared(names) ? name : familyName(shortest(names)), kind, taken);
      taken.add(key);
      for (const use of members) use.setKey(key);
      lists[kind].push({
        key,
        name,
        variants: names.filter((other) => other !== name),
        authorities: [],
        // A form that the editor gave is the editor's, also where the page names the same person otherwise.
        origin: members.find((use) => use.said && use.name === name)?.said ?? {
          kind: 'inferred',
          rule: 'heading-name',
          certainty: surest(members),
        },
      });
    }
    if (words && sidecar) identify(lists[kind], words, kind, sidecar);
  }
  for (const copy of document.copies) {
    const { repository } = copy;
    if (!repository) continue;
    const key = repository.known
      ? repository.key
      : repository.key || registerKey(repository.text, 'organisation', taken);
    const free =
      taken.has(key) && !lists.organisation.some((entry) => entry.key === key) ? `org-${key}` : key;
    taken.add(free);
    repository.key = free;
    if (!lists.organisation.some((entry) => entry.key === free)) {
      lists.organisation.push({
        key: free,
        name: repository.text,
        variants: [],
        authorities: [],
        origin: { kind: 'stated', rule: 'reference' },
      });
    }
  }
  document.persons = lists.person;
  document.places = lists.place;
  document.organisations = lists.organisation;
}

/** Names that the editor identifies and that no heading field, hand or note has are looked for in the text. */
function linkTextNames(document: DocumentNode, sidecar: Sidecar | undefined): void {
  if (!sidecar) return;
  const known = usesOf(document);
  for (const kind of ['person', 'place'] as const) {
    const words = (kind === 'person' ? sidecar.value.persons : sidecar.value.places) ?? [];
    const names = known.filter((use) => use.kind === kind).map(({ name }) => name);
    for (const word of words) {
      const forms = [word.name, ...word.variants];
      if (!names.some((name) => forms.some((form) => mayBeOne(form, name))))
        linkNames(document, forms, kind, sidecar.resp ?? 'editor');
    }
  }
}

/** A name that one passage states is as sure as that passage, whatever was inferred of it elsewhere. */
function surest(uses: readonly Use[]): Certainty {
  return (
    (['high', 'medium', 'low'] as const).find((certainty) =>
      uses.some((use) => use.certainty === certainty),
    ) ?? 'low'
  );
}

function usesOf(document: DocumentNode): Use[] {
  const uses: Use[] = [];
  const mention = (value: Mention | undefined, origin: Origin | undefined, kind?: Kind): void => {
    if (!value) return;
    uses.push({
      kind: kind ?? value.kind ?? 'person',
      name: value.name,
      certainty: origin?.kind === 'inferred' ? origin.certainty : 'high',
      ...(origin?.kind === 'editor' && { said: origin }),
      setKey: (key) => (value.key = key),
    });
  };
  const fact = (of: Fact<Mention> | undefined, kind?: Kind): void => {
    mention(of?.value, of?.origin, kind);
  };
  const { correspondence } = document;
  fact(document.author);
  for (const one of document.coAuthors ?? []) fact(one);
  if (correspondence.sent?.person?.value !== document.author?.value) fact(correspondence.sent?.person);
  fact(correspondence.sent?.place, 'place');
  fact(document.made?.place, 'place');
  fact(correspondence.received?.place, 'place');
  for (const of of [...correspondence.addressees, ...correspondence.copiesTo]) fact(of);
  for (const hand of document.hands) mention(hand.person, undefined);
  for (const note of document.marginalia) for (const one of note.addressees ?? []) mention(one, undefined);
  const walk = (node: EditionNode): void => {
    if (node.type === 'name') {
      const name: Name = node;
      uses.push({ kind: name.kind, name: name.key, certainty: 'high', setKey: (key) => (name.key = key) });
    }
    if ('children' in node) for (const child of node.children) walk(child); // children are edition nodes
  };
  for (const block of document.children) walk(block);
  return uses;
}

/** Uses of one bearer together, in the order in which bearers first occur. */
function group(uses: readonly Use[]): Use[][] {
  const byLast = new Map<string, Use[]>();
  for (const use of uses) {
    const last = lastName(use.name);
    const list = byLast.get(last);
    if (list) list.push(use);
    else byLast.set(last, [use]);
  }
  return [...byLast.values()].flatMap(splitNamesakes);
}

/** "N. Sturza" and "Nicolae Sturza" are one; "A. Ivanov" and "B. Ivanov" two, and a mere "Ivanov" beside them is a third. */
function splitNamesakes(members: readonly Use[]): Use[][] {
  const clusters: { given: string[]; members: Use[] }[] = [];
  const bare: Use[] = [];
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
  const first = (list: readonly Use[]): number => Math.min(...list.map((use) => order.get(use) ?? 0));
  return clusters.map((cluster) => cluster.members).sort((a, b) => first(a) - first(b));
}

const partsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];

/** "Stalin, I.V.", "Stalin I. V.": the family name before the initials. */
const inverted = /^(?<family>[^,]*[\p{L}\p{M}'’-]{2}),?\s+(?<given>(?:\p{L}\.\s*)+)$/u;

function lastName(name: string): string {
  const head = inverted.exec(name)?.groups?.['family'] ?? name;
  return partsOf(head).at(-1) ?? name.toLowerCase();
}

function givenNames(name: string): string[] {
  const given = inverted.exec(name)?.groups?.['given'];
  return given === undefined ? partsOf(name).slice(0, -1) : partsOf(given);
}

/** True if two forms can name the same: "Stalin" and "J. V. Stalin", but not "A. Ivanov" and "B. Ivanov". */
function mayBeOne(a: string, b: string): boolean {
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

/** The fullest form first; of equal ones that in mixed case. */
function byFullness(a: string, b: string): number {
  return b.length - a.length || Number(a === a.toUpperCase()) - Number(b === b.toUpperCase());
}

function shortest(names: readonly string[]): string {
  return [...names].sort((a, b) => a.length - b.length)[0] ?? '';
}

/** Entries that a word of the editor can mean: those that have a form of it letter by letter, else all that it may name. */
function bearersOf({ name, variants }: RegisterWord, list: readonly Register[]): Register[] {
  const having = (fits: (form: string, known: string) => boolean): Register[] =>
    list.filter((entry) =>
      [entry.name, ...entry.variants].some((known) => [name, ...variants].some((form) => fits(form, known))),
    );
  const exact = having((form, known) => form === known);
  return exact.length > 0 ? exact : having(mayBeOne);
}

function identify(list: Register[], words: readonly RegisterWord[], kind: Kind, sidecar: Sidecar): void {
  words.forEach((word, i) => {
    const place = sidecar.placeOf([kind === 'place' ? 'places' : 'persons', i, 'name']);
    const [entry, ...others] = bearersOf(word, list);
    if (entry && others.length > 0) {
      report(sidecar.file, 'name-ambiguous', {
        place,
        actual: `“${word.name}”, which can be ${[entry, ...others].map(({ name }) => `“${name}”`).join(' or ')}`,
      });
      return;
    }
    if (!entry) {
      report(sidecar.file, 'name-not-found', {
        place,
        actual: `“${word.name}”`,
        expected: `words of the text, or a name of the register: ${list.map((register) => register.name).join(', ') || 'it is empty'}`,
      });
      return;
    }
    if (word.as !== undefined) {
      if (entry.name !== word.as) entry.variants.unshift(entry.name);
      entry.name = word.as;
    }
    for (const variant of word.variants)
      if (!entry.variants.includes(variant) && variant !== entry.name) entry.variants.push(variant);
    entry.authorities.push(...word.authorities);
    if (word.note !== undefined) entry.note = word.note;
    entry.origin = { kind: 'editor', rule: 'sidecar', resp: sidecar.resp ?? 'editor' };
  });
}
