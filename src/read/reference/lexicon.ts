/** The authority tables made ready for reading: trees over their words, built once for a set of tables. */
import type { Authority, FormEntry, LabelEntry, NamedEntry, RepositoryEntry } from '../authority.js';
import type { Responsibility, ShelfmarkUnit } from '../../edition/types.js';
import { LetterTree, PhraseTree } from './phrases.js';
import { fold } from './tokens.js';
import { madeOnce } from '../made-once.js';

export interface KnownRepository {
  readonly key: string;
  readonly entry: RepositoryEntry;
}

/** A label with its meanings in order of preference. */
export interface LabelMeaning {
  readonly entry: LabelEntry;
  readonly plural: boolean;
}

export interface CompiledNotation {
  readonly key: string;
  readonly labels: PhraseTree<readonly LabelMeaning[]>;
  readonly forms: readonly CompiledForm[];
  readonly named: readonly CompiledName[];
  readonly needs: readonly (readonly ShelfmarkUnit[])[];
  readonly valueFirst: boolean;
  readonly dash: boolean;
  readonly glued: boolean;
}

export interface CompiledForm {
  readonly entry: FormEntry;
  readonly shapes: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly start: ReadonlySet<string> | undefined;
}

export interface CompiledName {
  readonly entry: NamedEntry;
  readonly endings: ReadonlySet<string>;
}

/** What a verb can mean, and the words that tie it to names. */
export interface Verb {
  readonly kind: Responsibility['kind'];
  readonly ties: PhraseTree<true>;
  /** The names follow at once. */
  readonly named: boolean;
  /** They follow the verb itself. */
  readonly tieless: boolean;
}

export interface Lexicon {
  readonly names: PhraseTree<readonly KnownRepository[]>;
  readonly abbreviations: LetterTree<readonly KnownRepository[]>;
  /** Abbreviations in capitals, for the beginning of a reference, where the case may be off. */
  readonly abbreviationsAnyCase: ReadonlyMap<string, readonly KnownRepository[]>;
  /** Places that may be printed after a name → archives there. */
  readonly places: PhraseTree<ReadonlySet<string>>;
  readonly evidence: PhraseTree<ReadonlySet<string>>;
  readonly notation: (key: string | undefined) => CompiledNotation;
  /** Label that gives a notation away → its key. */
  readonly marks: PhraseTree<string>;
  readonly and: PhraseTree<true>;
  readonly ibid: PhraseTree<true>;
  readonly announcements: PhraseTree<true>;
  readonly crossReferences: PhraseTree<true>;
  readonly leads: ReadonlySet<string>;
  readonly verbs: PhraseTree<readonly Verb[]>;
  readonly agents: PhraseTree<true>;
  readonly hosts: PhraseTree<true>;
  readonly agentEnds: ReadonlySet<string>;
  readonly lacunaSubjects: PhraseTree<true>;
  readonly lacunaAfter: PhraseTree<true>;
  readonly lacunaBefore: PhraseTree<true>;
  readonly lacunaAlone: PhraseTree<true>;
  readonly lacunaJoiners: ReadonlySet<string>;
  readonly lacunaSaid: ReadonlySet<string>;
  readonly lost: PhraseTree<true>;
  readonly lostWhence: PhraseTree<true>;
  readonly translatedFrom: ReadonlySet<string>;
  readonly descriptions: PhraseTree<true>;
  readonly drafting: PhraseTree<true>;
  readonly handling: PhraseTree<true>;
  readonly former: PhraseTree<true>;
  readonly institutions: ReadonlySet<string>;
  readonly workplaces: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
  readonly nameSuffixes: ReadonlySet<string>;
  readonly printed: Readonly<
    Record<'volume' | 'editor' | 'page' | 'publisher' | 'periodical' | 'works', PhraseTree<true>>
  >;
  readonly verso: ReadonlySet<string>;
  readonly recto: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
  readonly following: ReadonlySet<string>;
  readonly kept: PhraseTree<true>;
  readonly numberSigns: PhraseTree<true>;
  readonly abbreviated: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly languages: ReadonlyMap<string, string>;
}

/** The lexicon of these tables, built at the first call. */
export const lexiconOf = madeOnce(build);

function build(tables: Authority): Lexicon {
  const { phrases } = tables;
  const joined = (old: readonly KnownRepository[], added: readonly KnownRepository[]) =>
    old.some((known) => known.key === added[0]?.key) ? old : [...old, ...added];
  const names = new PhraseTree<readonly KnownRepository[]>({
    skipped: [...phrases.articles.map(fold), '"', '“', '”', '„', '«', '»'],
    form: oneArchive,
    merge: joined,
  });
  const abbreviations = new LetterTree<readonly KnownRepository[]>(joined);
  const abbreviationsAnyCase = new Map<string, readonly KnownRepository[]>();
  const both = (old: ReadonlySet<string>, added: ReadonlySet<string>) => new Set([...old, ...added]);
  const places = new PhraseTree<ReadonlySet<string>>({ merge: both });
  const evidence = new PhraseTree<ReadonlySet<string>>({ merge: both });
  for (const [key, entry] of Object.entries(tables.repositories)) {
    const known = [{ key, entry }];
    const located = [...(entry.places ?? []), ...present(entry.settlement), ...present(entry.country)];
    for (const name of [entry.name, ...(entry.names ?? []), ...(entry.former?.names ?? [])]) {
      names.add(name, known);
      // A name that ends on its place is also printed with a comma before it.
      const place = located.find((one) => name.endsWith(` ${one}`));
      if (place !== undefined) names.add(`${name.slice(0, -place.length - 1)}, ${place}`, known);
    }
    for (const short of [...(entry.abbreviations ?? []), ...(entry.former?.abbreviations ?? [])]) {
      abbreviations.add(short, known);
      // Shorter ones are words of some language.
      if (short.length > 3) abbreviationsAnyCase.set(short.toUpperCase(), known);
    }
    const here = new Set([key]);
    for (const place of located) {
      places.add(place, here);
    }
    for (const word of entry.evidence ?? []) {
      evidence.add(word, here);
    }
  }

  const notations = new Map<string, CompiledNotation>();
  const notation = (key = 'unknown'): CompiledNotation => {
    let compiled = notations.get(key);
    if (!compiled) notations.set(key, (compiled = compileNotation(key, tables)));
    return compiled;
  };
  const marks = new PhraseTree<string>();
  for (const [key, entry] of Object.entries(tables.notations)) {
    for (const mark of entry.marks ?? []) marks.add(mark, key);
  }
  const verbs: Lexicon['verbs'] = new PhraseTree({ merge: (old, added) => [...old, ...added] });
  for (const statement of phrases.statements) {
    const named = statement.named ?? false;
    const meaning = [
      {
        kind: statement.kind,
        ties: treeOf(statement.ties),
        named,
        tieless: named && statement.ties.length === 0,
      },
    ];
    for (const verb of statement.verbs) verbs.add(verb, meaning);
  }
  const { printed } = phrases;
  return {
    names,
    abbreviations,
    abbreviationsAnyCase,
    places,
    evidence,
    notation,
    marks,
    and: treeOf(phrases.and),
    ibid: treeOf(phrases.ibid),
    announcements: treeOf(phrases.announcements),
    crossReferences: treeOf(phrases.crossReferences),
    leads: new Set(phrases.leads.map(fold)),
    verbs,
    agents: treeOf(phrases.agents),
    hosts: treeOf(phrases.hosts),
    agentEnds: new Set(phrases.agentEnds.map(fold)),
    lacunaSubjects: treeOf(phrases.lacuna.subjects),
    lacunaAfter: treeOf(phrases.lacuna.after),
    lacunaBefore: treeOf(phrases.lacuna.before),
    lacunaAlone: treeOf(phrases.lacuna.alone),
    lacunaJoiners: new Set(phrases.lacuna.joiners.map(fold)),
    lacunaSaid: new Set(phrases.lacuna.said.map(fold)),
    lost: treeOf(phrases.lacuna.lost),
    lostWhence: treeOf(phrases.lacuna.whence),
    translatedFrom: new Set(phrases.translatedFrom.map(fold)),
    descriptions: treeOf([...phrases.descriptions, ...phrases.drafting]),
    drafting: treeOf(phrases.drafting),
    handling: treeOf(phrases.handling),
    former: treeOf(phrases.former),
    institutions: new Set(phrases.institutions.map(fold)),
    workplaces: new Set(phrases.workplaces.map(fold)),
    departments: new Set(phrases.departments.map(fold)),
    nameSuffixes: new Set(phrases.nameSuffixes.map(fold)),
    printed: {
      volume: treeOf(printed.volume),
      editor: treeOf(printed.editor),
      page: treeOf(printed.page),
      publisher: treeOf(printed.publisher),
      periodical: treeOf(printed.periodical),
      works: treeOf(printed.works),
    },
    verso: new Set(phrases.verso.map(fold)),
    recto: new Set(phrases.recto.map(fold)),
    ranges: new Set(phrases.ranges.map(fold)),
    following: new Set(phrases.following.map(fold)),
    kept: treeOf(phrases.kept),
    numberSigns: treeOf(phrases.numberSigns),
    abbreviated: new Set(
      phrases.abbreviations.flatMap((word) => [fold(word), fold(word.split('.').at(-1) ?? '')]),
    ),
    articles: new Set(phrases.articles.map(fold)),
    languages: new Map(Object.entries(phrases.languages).map(([name, tag]) => [fold(name), tag])),
  };
}

function compileNotation(key: string, tables: Authority): CompiledNotation {
  const labels = new PhraseTree<readonly LabelMeaning[]>({ merge: append });
  const forms: CompiledForm[] = [];
  const named: CompiledName[] = [];
  let needs: CompiledNotation['needs'] | undefined;
  let valueFirst: boolean | undefined;
  let dash: boolean | undefined;
  let glued: boolean | undefined;
  const chain = new Set<string>();
  // A notation that extends itself by a detour stops at the first repeat; one that is not there adds nothing.
  for (let link: string | undefined = key; link !== undefined && !chain.has(link);) {
    chain.add(link);
    const notation: Authority['notations'][string] | undefined = tables.notations[link];
    for (const entry of notation?.labels ?? []) {
      for (const word of entry.words) labels.add(word, [{ entry, plural: false }]);
      for (const word of entry.plural ?? []) labels.add(word, [{ entry, plural: true }]);
    }
    for (const entry of notation?.forms ?? []) {
      forms.push({
        entry,
        shapes: new Set(entry.shapes),
        words: new Set(entry.words?.map(fold)),
        start: entry.start && new Set(entry.start.map(fold)),
      });
    }
    for (const entry of notation?.named ?? []) {
      named.push({ entry, endings: new Set(entry.endings.map(fold)) });
    }
    needs ??= notation?.needs;
    valueFirst ??= notation?.valueFirst;
    dash ??= notation?.dash;
    glued ??= notation?.glued;
    link = notation?.extends;
  }
  return {
    key,
    labels,
    forms,
    named,
    needs: needs ?? [],
    valueFirst: valueFirst ?? false,
    dash: dash ?? false,
    glued: glued ?? false,
  };
}

function append(old: readonly LabelMeaning[], added: readonly LabelMeaning[]): readonly LabelMeaning[] {
  return [...old, ...added];
}

function treeOf(words: readonly string[]): PhraseTree<true> {
  const tree = new PhraseTree<true>();
  for (const word of words) tree.add(word, true);
  return tree;
}

/** Names of archives do not differ by number. */
function oneArchive(word: string): string {
  return word === 'archives' ? 'archive' : word;
}

function present(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
