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
import { joinAliases, ownNames } from './aliases.js';
import { joinIdentified, type Meant } from './identified.js';
import { linkNames } from './names-in-text.js';
import { group, mayBeOne } from './namesakes.js';

const kinds = ['person', 'place', 'organisation'] as const;
type Kind = (typeof kinds)[number];

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
  const known = [...usesOf(document), ...old];
  const identified = new Map<Kind, ReturnType<typeof joinIdentified<Use>>>();
  for (const kind of kinds) {
    const groups = joinAliases(group(known.filter((use) => use.kind === kind))).filter((members) =>
      members.some((use) => !old.includes(use)),
    );
    identified.set(kind, joinIdentified(groups, wordsOn(kind, sidecar)));
  }
  const uses = [...known, ...linkTextNames(document, sidecar, identified)];
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
  for (const [kind, { groups, meant }] of identified) {
    const entries = new Map<Use, Register>();
    for (const members of groups) {
      const { own: names, aliases } = ownNames(members);
      const word = [...meant].find(([, { bearer }]) => bearer && members.includes(bearer))?.[0];
      const called = word ? namesBy(word, names, aliases) : names;
      // The form that the editor gave is the name, also where another is fuller.
      const said = members.flatMap((use) => (use.said ? [use.name] : []));
      const name = [...(said.length > 0 ? said : called)].sort(byFullness)[0] ?? '';
      const key = registerKey(shared(names) ? name : familyName(shortest(called)), kind, taken);
      taken.add(key);
      for (const use of members) use.setKey(key);
      const entry: Register = {
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
      };
      lists[kind].push(entry);
      for (const use of members) entries.set(use, entry);
    }
    if (sidecar) identify(lists[kind], wordsOn(kind, sidecar), kind, sidecar, meant, entries);
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

function wordsOn(kind: Kind, sidecar: Sidecar | undefined): readonly RegisterWord[] {
  const words =
    kind === 'person' ? sidecar?.value.persons : kind === 'place' ? sidecar?.value.places : undefined;
  return words ?? [];
}

/**
 * Makes links of all places in the text that have a form of a name which the editor identifies, and adds them to the uses of its bearer;
 * one whom no heading field, hand or note names gets a group of his own.
 * @returns the uses that were added
 */
function linkTextNames(
  document: DocumentNode,
  sidecar: Sidecar | undefined,
  identified: ReadonlyMap<Kind, { groups: Use[][]; meant: Map<RegisterWord, Meant<Use>> }>,
): Use[] {
  if (!sidecar) return [];
  const sought = (['person', 'place'] as const).flatMap((kind) =>
    wordsOn(kind, sidecar)
      .filter((word) => identified.get(kind)?.meant.get(word)?.rivals.length === 0)
      .map((word) => ({ word, kind, forms: [word.name, ...word.variants] })),
  );
  const uses: Use[] = [];
  for (const { name, word } of linkNames(document, sought, sidecar.resp ?? 'editor')) {
    const of = identified.get(name.kind);
    const meant = of?.meant.get(word);
    if (!of || !meant) continue;
    const use = useOfLink(name);
    uses.push(use);
    const { bearer } = meant;
    if (bearer) of.groups.find((members) => members.includes(bearer))?.push(use);
    else {
      of.groups.push([use]);
      meant.bearer = use;
    }
  }
  // What a word says of a name that an earlier one says something of, too, is said of its bearer.
  for (const [kind, { groups, meant }] of identified) {
    for (const word of wordsOn(kind, sidecar)) {
      const of = meant.get(word);
      if (!of || of.bearer || of.rivals.length > 0) continue;
      const forms = [word.name, ...word.variants];
      const bearer = groups.find((members) => members.some(({ name }) => forms.includes(name)))?.[0];
      if (bearer) of.bearer = bearer;
    }
  }
  return uses;
}

/** Names of a bearer that are those by which the editor calls him: not his variants, unless she calls him by none that stands there. */
function namesBy({ name }: RegisterWord, names: readonly string[], aliases: readonly string[]): string[] {
  const called = names.filter((one) => mayBeOne(one, name));
  if (called.length > 0) return called;
  return aliases.some((alias) => mayBeOne(alias, name)) ? [...names] : [name];
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

function useOfLink(link: Name): Use {
  return { kind: link.kind, name: link.key, certainty: 'high', setKey: (key) => (link.key = key) };
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
    if (node.type === 'name') uses.push(useOfLink(node));
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

function identify(
  list: readonly Register[],
  words: readonly RegisterWord[],
  kind: Kind,
  sidecar: Sidecar,
  meant: ReadonlyMap<RegisterWord, Meant<Use>>,
  entries: ReadonlyMap<Use, Register>,
): void {
  words.forEach((word, i) => {
    const place = sidecar.placeOf([kind === 'place' ? 'places' : 'persons', i, 'name']);
    const { bearer, rivals } = meant.get(word) ?? { rivals: [] };
    if (rivals.length > 0) {
      report(sidecar.file, 'name-ambiguous', {
        place,
        actual: `“${word.name}”, which can be ${rivals.map((use) => `“${entries.get(use)?.name ?? use.name}”`).join(' or ')}`,
      });
      return;
    }
    const entry = bearer && entries.get(bearer);
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
