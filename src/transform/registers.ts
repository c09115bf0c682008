/**
 * Registers of persons, places and organisations: every name of a heading field, hand and note gets one entry, whatever form it has in one
 * document ("J. V. Stalin" and "Stalin"). Initials that differ keep persons apart. The editor's words on persons and places are laid over.
 */
import { report } from '../diagnostics/report.js';
import type { DocumentNode, EditionNode, Mention, Name, Register } from '../edition/types.js';
import type { RegisterWord, Sidecar } from '../config/sidecar.js';
import { familyName, initialsOf, registerKey } from '../edition/names.js';

type Kind = 'person' | 'place' | 'organisation';

interface Use {
  kind: Kind;
  name: string;
  setKey: (key: string) => void;
}

/** Gives every mention the key of its register entry, and the document its registers. */
export function makeRegisters(document: DocumentNode, sidecar: Sidecar | undefined): void {
  const uses = usesOf(document);
  const shared = (names: readonly string[]): boolean =>
    uses.some(
      (use) => !names.includes(use.name) && names.some((name) => familyName(name) === familyName(use.name)),
    );
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
        origin: { kind: 'inferred', rule: 'heading-name', certainty: 'high' },
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

function usesOf(document: DocumentNode): Use[] {
  const uses: Use[] = [];
  const mention = (value: Mention | undefined, kind?: Kind): void => {
    if (value)
      uses.push({
        kind: kind ?? value.kind ?? 'person',
        name: value.name,
        setKey: (key) => (value.key = key),
      });
  };
  const { correspondence } = document;
  mention(document.author?.value);
  if (correspondence.sent?.person?.value !== document.author?.value)
    mention(correspondence.sent?.person?.value);
  mention(correspondence.sent?.place?.value, 'place');
  mention(correspondence.received?.place?.value, 'place');
  for (const { value } of [...correspondence.addressees, ...correspondence.copiesTo]) mention(value);
  for (const hand of document.hands) mention(hand.person);
  for (const note of document.marginalia) mention(note.addressee);
  const walk = (node: EditionNode): void => {
    if (node.type === 'name') {
      const name: Name = node;
      uses.push({ kind: name.kind, name: name.key, setKey: (key) => (name.key = key) });
    }
    if ('children' in node) for (const child of node.children) walk(child); // children are edition nodes
  };
  for (const block of document.children) walk(block);
  return uses;
}

/** Uses of one bearer together, in the order in which bearers first occur. */
function group(uses: readonly Use[]): Use[][] {
  const byFamily = new Map<string, Use[]>();
  for (const use of uses) {
    const family = familyName(use.name);
    const list = byFamily.get(family);
    if (list) list.push(use);
    else byFamily.set(family, [use]);
  }
  return [...byFamily.values()].flatMap((members) => {
    const initials = [
      ...new Set(members.map((use) => initialsOf(use.name)).filter((letters) => letters !== '')),
    ];
    const distinct = initials.filter(
      (letters) => !initials.some((other) => other !== letters && other.startsWith(letters)),
    );
    if (distinct.length < 2) return [members];
    // Namesakes: without initials nobody can tell which of them is meant.
    const split = new Map<string, Use[]>();
    for (const use of members) {
      const own =
        distinct.find((letters) => initialsOf(use.name) !== '' && letters.startsWith(initialsOf(use.name))) ??
        '';
      const list = split.get(own);
      if (list) list.push(use);
      else split.set(own, [use]);
    }
    return [...split.values()];
  });
}

/** The fullest form first; of equal ones that in mixed case. */
function byFullness(a: string, b: string): number {
  return b.length - a.length || Number(a === a.toUpperCase()) - Number(b === b.toUpperCase());
}

function shortest(names: readonly string[]): string {
  return [...names].sort((a, b) => a.length - b.length)[0] ?? '';
}

function identify(list: Register[], words: readonly RegisterWord[], kind: Kind, sidecar: Sidecar): void {
  words.forEach((word, i) => {
    const forms = [word.name, ...word.variants].map(familyName);
    const entry = list.find((register) =>
      [register.name, ...register.variants].some((name) => forms.includes(familyName(name))),
    );
    if (!entry) {
      report(sidecar.file, 'name-not-found', {
        place: sidecar.placeOf([kind === 'place' ? 'places' : 'persons', i, 'name']),
        actual: `“${word.name}”`,
        expected: `a name of the register: ${list.map((register) => register.name).join(', ') || 'it is empty'}`,
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
