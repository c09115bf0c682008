/** What a report says of the passage that a note stands beside: "points 1, 2 and 3", "the last paragraph", "the words “…”". */

export type AnchorTarget = 'point' | 'paragraph' | 'sentence' | 'line';
export type OrdinalValue = number | 'last' | 'penultimate';

/** Where an ordinal is counted from: "the second paragraph after the points". */
export interface From {
  side: 'after' | 'before';
  of: AnchorExpression;
}

interface Place {
  /** Offsets in the source. */
  start: number;
  end: number;
}
export type AnchorExpression = Place &
  (
    | { kind: 'numbers'; target: AnchorTarget; values: string[] }
    | { kind: 'ordinals'; target: AnchorTarget; values: OrdinalValue[]; from?: From }
    | { kind: 'all'; target: AnchorTarget }
    | { kind: 'this'; target: AnchorTarget }
    /** `or`: words that can stand in the text in their place; `until`: the words that end a stretch which these begin. */
    | { kind: 'words'; words: string; whole?: boolean; or?: string; until?: string }
    | { kind: 'heading' }
    /** "the paragraph about the harvest": folded words of its subject. */
    | { kind: 'subject'; target: AnchorTarget; subject: string[] }
    /** "the lower list" */
    | { kind: 'list'; value: OrdinalValue }
  ) & {
    /** The passage it is in ("the words “…” in point 2"); it stands for what cannot be found or counted in it. */
    within?: AnchorExpression;
    /** Of its preposition: "below point 4", "around the words “…”". */
    place?: 'above' | 'below' | 'inline' | 'across';
  };

export type Bare =
  | { kind: 'numbers'; target: AnchorTarget; values: string[] }
  | { kind: 'ordinals'; target: AnchorTarget; values: OrdinalValue[]; from?: From }
  | { kind: 'all'; target: AnchorTarget }
  | { kind: 'this'; target: AnchorTarget }
  | { kind: 'words'; words: string; whole?: boolean; or?: string; until?: string }
  | { kind: 'heading' }
  | { kind: 'subject'; target: AnchorTarget; subject: string[] }
  | { kind: 'list'; value: OrdinalValue };

/** An expression without its place, and the token after it. */
export interface PartialAnchor {
  expression: Bare;
  end: number;
}
