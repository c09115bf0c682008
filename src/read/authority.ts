/**
 * Types of the authority tables: which archives there are, how each country's archives label a shelfmark, and the
 * words around a reference. The tables are data (`templates/authority/*.yaml`); a project adds its own files of the
 * same shape, and `extendAuthority` lays them over ours.
 */
import { layOver } from './lay-over.js';
import type { Responsibility, ShelfmarkUnit } from '../edition/types.js';

/** What a label can announce: a unit of the shelfmark, a range of leaves, or words about the object. */
export type LabelUnit = ShelfmarkUnit | 'leaf' | 'page' | 'frame' | 'description';

export interface RepositoryEntry {
  /** Preferred name, in English. */
  readonly name: string;
  /** Other full names in any language, matched without regard to case, full stops and articles. */
  readonly names?: readonly string[];
  /** Abbreviations, matched letter by letter: `APRF` also reads `AP RF` and `A.P.R.F.`; the case counts. */
  readonly abbreviations?: readonly string[];
  /** Names and abbreviations of predecessors whose holdings are now here. */
  readonly former?: { readonly names?: readonly string[]; readonly abbreviations?: readonly string[] };
  /** Country and settlement in English. */
  readonly country?: string;
  readonly settlement?: string;
  /** Forms in which the settlement or the country is printed after the name. */
  readonly places?: readonly string[];
  /** BCP 47 tag of the language in which most holdings are written. */
  readonly language?: string;
  /** Key of the notation its shelfmarks are written in. */
  readonly notation?: string;
  /** Words of a shelfmark that tell this archive from others of the same name ("RG", "PREM"). */
  readonly evidence?: readonly string[];
}

/** Labels of one unit. `after` and `unless` decide where one label has two meanings. */
export interface LabelEntry {
  readonly unit: LabelUnit;
  readonly words: readonly string[];
  /** Plural forms: a list of values may follow. */
  readonly plural?: readonly string[];
  /** The meaning holds only once one of these units was read in the same copy. */
  readonly after?: readonly LabelUnit[];
  /** The meaning does not hold if a label of this unit follows in the same copy. */
  readonly unless?: LabelUnit;
  /** The value may be words instead of a number; it runs to the next comma. */
  readonly named?: boolean;
}

/**
 * Call numbers without labels. In a shape `9` stands for digits, `A` for capitals, `a` for small letters, `w` for a word
 * in mixed case; a dash stands for any dash, all else for itself.
 */
export interface FormEntry {
  readonly shapes?: readonly string[];
  /** Call numbers or holdings spelled out (`MfAA`). */
  readonly words?: readonly string[];
  /** Only if it begins with one of these words (`PREM`). */
  readonly start?: readonly string[];
  readonly after?: readonly LabelUnit[];
  /** Not once one of these units was read in the same copy. */
  readonly unless?: readonly LabelUnit[];
  readonly unit?: LabelUnit;
  /** Instead of `unit`: the units of the parts between slashes or dashes, `split` being the mark. */
  readonly parts?: readonly LabelUnit[];
  readonly split?: string;
  /** Which of the parts has what is left over where there are more marks than parts; the last, if nothing is said. */
  readonly surplus?: 'first';
  /** Words may follow it without a mark between (`DY 30 J IV 2/202/349`). */
  readonly open?: boolean;
  /** The words that follow it before the next comma are of this unit. */
  readonly rest?: LabelUnit;
}

/** Units that are named and not numbered: "‹N› Papers", "Country Series". */
export interface NamedEntry {
  readonly unit: LabelUnit;
  /** Last words of such a name; years may follow. */
  readonly endings: readonly string[];
  readonly after?: readonly LabelUnit[];
}

export interface Notation {
  /** Key of a notation whose entries follow this one's. */
  readonly extends?: string;
  /** Labels that give the notation away where no known archive is named. */
  readonly marks?: readonly string[];
  /** Units without which a shelfmark is only part of one; of each list one is enough. */
  readonly needs?: readonly (readonly ShelfmarkUnit[])[];
  /** The number may stand before its label ("4. doboz"). */
  readonly valueFirst?: boolean;
  /** A dash may join label and number ("F-6"). */
  readonly dash?: boolean;
  /** Labels glued to their numbers follow one another without marks ("Z12 T404"). */
  readonly glued?: boolean;
  readonly labels?: readonly LabelEntry[];
  readonly forms?: readonly FormEntry[];
  readonly named?: readonly NamedEntry[];
}

/** "Translated for X by Y": a verb, then a word that ties it to names. */
export interface StatementEntry {
  readonly kind: Responsibility['kind'];
  readonly verbs: readonly string[];
  readonly ties: readonly string[];
  /** The names follow at once: after the tie ("Courtesy of N"), or, with no ties, after the verb ("Trans. N"). */
  readonly named?: boolean;
}

export interface Phrases {
  /** Conjunctions that can join two references. */
  readonly and: readonly string[];
  readonly ibid: readonly string[];
  /** Words before a reference that only announce it ("Source"). */
  readonly announcements: readonly string[];
  /** Words that begin the mention of other documents ("See also"). */
  readonly crossReferences: readonly string[];
  /** Words that may stand before the verb of a statement ("Copy", "First"). */
  readonly leads: readonly string[];
  readonly statements: readonly StatementEntry[];
  /** Words before the names of those who did it. */
  readonly agents: readonly string[];
  /** Words before a place or owner, who is named where nobody else is ("on file at N"). */
  readonly hosts: readonly string[];
  /** Words that end the names of those who did it. */
  readonly agentEnds: readonly string[];
  readonly lacuna: {
    /** Words besides the labels of units that can be said to be missing ("reference", "number"). */
    readonly subjects: readonly string[];
    readonly after: readonly string[];
    readonly before: readonly string[];
    readonly alone: readonly string[];
    /** Words that join subjects ("Fond and Opis"). */
    readonly joiners: readonly string[];
    /** Words after the subjects where `before` stands before them ("no fond given"). */
    readonly said: readonly string[];
    /** What is said of leaves that are not in the object ("is missing"). */
    readonly lost: readonly string[];
    /** What they are missing from ("from the file"). */
    readonly whence: readonly string[];
  };
  /** Words before the language that a copy was translated from. */
  readonly translatedFrom: readonly string[];
  /** Words about the object; a description runs from them to the end of the sentence. */
  readonly descriptions: readonly string[];
  /** Words before who drafted, cleared or sent it; they describe as `descriptions` do. */
  readonly drafting: readonly string[];
  /** Marks of secrecy and handling, part of the description. */
  readonly handling: readonly string[];
  /** Words that announce an old or new number. */
  readonly former: readonly string[];
  /** Words by which a name is known to be of an institution. */
  readonly institutions: readonly string[];
  /** Words by which a name is known to be of a place where people work. */
  readonly workplaces: readonly string[];
  /** Words by which a name is known to be of a part of an institution, whose name may follow after a comma. */
  readonly departments: readonly string[];
  /** What may follow a name after a comma and is part of it ("Jr"). */
  readonly nameSuffixes: readonly string[];
  readonly printed: {
    readonly volume: readonly string[];
    readonly editor: readonly string[];
    readonly page: readonly string[];
    readonly publisher: readonly string[];
    readonly periodical: readonly string[];
    /** Titles of well-known editions. */
    readonly works: readonly string[];
  };
  readonly verso: readonly string[];
  readonly recto: readonly string[];
  /** Words between the first leaf and the last. */
  readonly ranges: readonly string[];
  /** Glued to a leaf: and the one after it. */
  readonly following: readonly string[];
  /** Words between a kind of copy and the archive that keeps it. */
  readonly kept: readonly string[];
  readonly numberSigns: readonly string[];
  /** Words whose full stop ends no sentence. */
  readonly abbreviations: readonly string[];
  /** Small words in names that do not count when names are compared. */
  readonly articles: readonly string[];
  /** Name of a language → BCP 47 tag. */
  readonly languages: Readonly<Record<string, string>>;
}

export interface Authority {
  readonly repositories: Readonly<Record<string, RepositoryEntry>>;
  readonly notations: Readonly<Record<string, Notation>>;
  readonly phrases: Phrases;
}

/** Places that the archives stand in, in small letters. */
export function settlementsOf({ repositories }: Authority): Set<string> {
  const known = Object.values(repositories).flatMap(({ settlement }) => settlement ?? []);
  return new Set(known.map((name) => name.toLowerCase()));
}

/** One authority file: any part of the tables. */
export interface AuthorityFile {
  readonly repositories?: Readonly<Record<string, Partial<RepositoryEntry>>>;
  readonly notations?: Readonly<Record<string, Notation>>;
  readonly phrases?: DeepPartial<Phrases>;
}

export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** Puts together the tables that ship, one or more files each holding a part. Throws if the phrases are not there. */
export function assembleAuthority(files: Readonly<Record<string, AuthorityFile>>): Authority {
  let repositories: Authority['repositories'] = {};
  let notations: Authority['notations'] = {};
  let phrases: Phrases | undefined;
  for (const key of Object.keys(files).sort()) {
    const file = files[key];
    repositories = { ...repositories, ...(file?.repositories as Authority['repositories'] | undefined) };
    notations = { ...notations, ...file?.notations };
    // The schema asks for whole phrases in the one shipped file that has them.
    if (file?.phrases) phrases = file.phrases as Phrases;
  }
  if (!phrases) throw new TypeError('the authority tables have no phrases');
  return { repositories, notations, phrases };
}

/**
 * Lays a project's own tables over others. A repository or notation of a known key is completed: its lists grow, its
 * other fields are replaced; lists of phrases grow. What the project says comes first, so it wins where both could be meant.
 */
export function extendAuthority(base: Authority, extra: AuthorityFile): Authority {
  return {
    repositories: layOver(base.repositories, extra.repositories),
    notations: layOver(base.notations, extra.notations),
    phrases: layOver(base.phrases, extra.phrases),
  };
}
