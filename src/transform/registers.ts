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
import { familyName, registerKey } from '../edition/names.js';
import { linkNames } from './names-in-text.js';
import { joinAliases, ownNames } from './aliases.js';
import { group, mayBeOne } from './namesakes.js';

type Kind = 'person' | 'place' | 'organisation';

interface Use {
  kind: Kind;
  /** How sure it is that this names somebody. */
  certainty: Certainty;
  name: string;
  /** Other names of the bearer. */
  others?: readonly string[];
  /** The editor's word, if the name is the editor's. */
  said?: Origin;
  setKey: (key: string) => void;
}

/**
 * Gives every mention the key of its register entry, and the document its registers.
 * @param replaced names of the page that the editor replaced: where they can name the same as hers, they are forms of that name
 */
export function makeRegisters(
  document: DocumentNode,
  sidecar: Sidecar | undefined,
  replaced: readonly Mention[] = [],
): void {
  const old = replaced.map((mention) => useOf(mention, undefined));
  linkTextNames(document, sidecar, old);
  const uses = [...usesOf(document), ...old];
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
    const groups = joinAliases(group(uses.filter((use) => use.kind === kind))).filter((members) =>
      members.some((use) => !old.includes(use)),
    );
    const words =
      kind === 'person' ? sidecar?.value.persons : kind === 'place' ? sidecar?.value.places : undefined;
    for (const members of groups) {
      const { own: names, aliases } = ownNames(members);
      // The form that the editor gave is the name, also where another is fuller.
      const said = members.flatMap((use) => (use.said ? [use.name] : []));
      const name = [...(said.length > 0 ? said : names)].sort(byFullness)[0] ?? '';
      const key = registerKey(shared(names) ? name : familyName(shortest(names)), kind, taken);
      taken.add(key);
      for (const use of members) use.setKey(key);
      lists[kind].push({
        key,
        name,
        variants: [...new Set([...names, ...aliases])].filter((other) => other !== name),
        ...(aliases.length > 0 && { aliases }),
        authorities: [],
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
function linkTextNames(document: DocumentNode, sidecar: Sidecar | undefined, old: readonly Use[]): void {
  if (!sidecar) return;
  const known = [...usesOf(document), ...old];
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

function useOf(value: Mention, origin: Origin | undefined, kind?: Kind): Use {
  return {
    kind: kind ?? value.kind ?? 'person',
    name: value.name,
    certainty: origin?.kind === 'inferred' ? origin.certainty : 'high',
    ...(value.otherNames && { others: value.otherNames }),
    ...(origin?.kind === 'editor' && { said: origin }),
    setKey: (key) => (value.key = key),
  };
}

function usesOf(document: DocumentNode): Use[] {
  const uses: Use[] = [];
  const mention = (value: Mention | undefined, origin: Origin | undefined, kind?: Kind): void => {
    if (value) uses.push(useOf(value, origin, kind));
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
