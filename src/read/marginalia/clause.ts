/** A clause while its words are read: what was told so far, and the words that readers of all kinds ask for. */
import { madeOnce } from '../made-once.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { AnchorExpression, AnchorTarget } from './anchor-expression.js';
import type { Change } from './changes.js';
import type { Subject } from './statement.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

export type SignEvent = {
  kind: 'sign';
  at: number;
  /** Its word in the vocabulary. */
  text: string;
  /** As the report tells it, with its number and quality ("three large crosses"). */
  shown?: string;
  start: number;
  end: number;
  /** Made together with the words quoted after it ("a bracket and the word “…”"). */
  joined?: boolean;
  /** Drawn in quotation marks ("x"). */
  mere?: boolean;
  /** A note was made of it, or of the words it goes with. */
  read?: boolean;
};

export type Event =
  | { kind: 'verb'; at: number; token: Token }
  | { kind: 'quote'; at: number; token: Token }
  | { kind: 'place'; at: number; place: string }
  | { kind: 'anchor'; at: number; anchor: AnchorExpression }
  | { kind: 'addressee'; at: number; name: string; start: number; end: number }
  /** `others`: who wrote the same ("N and M both wrote"). */
  | { kind: 'subject'; at: number; subject: Subject; others?: Subject[] }
  | SignEvent
  | { kind: 'change'; at: number; change: Change }
  | { kind: 'medium'; at: number; text: string }
  | { kind: 'date'; at: number; text: string }
  | { kind: 'copy'; at: number; text: string }
  /** "it", "each of them": the passage spoken of before. */
  | { kind: 'reference'; at: number }
  /** "respectively" */
  | { kind: 'inTurn'; at: number }
  /** "point 3 reads “…”": words of another text, written by nobody here. */
  | { kind: 'variant'; at: number }
  | { kind: 'doubt'; at: number };

/** Who was spoken of before, and what. */
export interface Spoken {
  last: Subject | undefined;
  /** Names, the one named last at the end. */
  named: { name: string; start: number; end: number }[];
  /** The kind of passage that a bare number or ordinal counts, in this sentence. */
  target: AnchorTarget | undefined;
  /** The same in the sentence before, and the passage that was told last. */
  before: AnchorTarget | undefined;
  passage: AnchorExpression | undefined;
  /** The copy that bears notes, in the report's words. */
  copy: string | undefined;
  /** The list whose points are told, in this sentence. */
  list: (AnchorExpression & { kind: 'list' }) | undefined;
}

export class Clause {
  readonly events: Event[] = [];
  /** Quoted words that were read with what stands before them. */
  readonly taken = new Set<Token>();
  hasSubject = false;
  readonly quotes: number;
  /** A sign is told somewhere in it. */
  readonly hasSign: boolean;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;

  constructor(
    readonly tokens: readonly Token[],
    readonly vocabulary: Vocabulary,
    readonly spoken: Spoken,
    /** It begins with a capital whatever its first word is. */
    readonly opensSentence: boolean,
  ) {
    const { reports, body } = vocabulary;
    this.verbs = wordSet(reports.verbs);
    this.nouns = wordSet(reports.nouns);
    this.honorifics = wordSet(body.honorifics);
    this.functionWords = functionWordsOf(vocabulary);
    this.quotes = tokens.filter(({ kind }) => kind === 'quote').length;
    this.hasSign = tokens.some((_, at) => phraseAt(tokens, at, reports.signs) !== undefined);
  }

  /** The word at a place, folded; empty where there is none. */
  word(at: number): string {
    return this.tokens[at]?.folded ?? '';
  }

  has(...kinds: Event['kind'][]): boolean {
    return this.events.some(({ kind }) => kinds.includes(kind));
  }

  subject(who: Subject, at: number): void {
    this.events.push({ kind: 'subject', at, subject: who });
    this.hasSubject = true;
  }
}

/** Words that are no part of a name. */
const functionWordsOf = madeOnce(({ body, reports }: Vocabulary): ReadonlySet<string> => {
  const { beside, anchorWords, placeWords } = reports;
  return new Set([
    ...body.functionWords,
    ...beside,
    ...anchorWords.articles,
    ...anchorWords.indefinite,
    ...placeWords.prepositions,
  ]);
});
