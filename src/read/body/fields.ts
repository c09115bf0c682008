/** Fields at the head of a document: "FROM: …", "Subject: …", or label and value in columns. */
import { madeOnce } from '../made-once.js';
import { fold, type FieldMeaning, type Vocabulary } from '../vocabulary.js';

export interface Field {
  field: FieldMeaning;
  /** Bounds of the value within the text; empty where nothing stands after the label. */
  start: number;
  end: number;
}

/** A label, and what parts it from its value: a colon, or a column's width. */
const shape =
  /^(?<label>[\p{L}№][\p{L}\p{M}º°№ ]{0,24}?)\.?(?:[ \t\u00a0]*:\s*|\t\s*|[ \u00a0]{3,})(?<value>[^]*)$/u;
const longestValue = 200;
const meaningsOf = madeOnce(
  ({ fields }: Vocabulary['marks']): ReadonlyMap<string, FieldMeaning> =>
    new Map(fields.flatMap(({ field, words }) => words.map((word) => [word, field] as const))),
);

/** Reads a line as a field; undefined where it begins with no known label. */
export function readField(text: string, { marks }: Vocabulary): Field | undefined {
  if (text.length > longestValue + 30) return undefined;
  const groups = shape.exec(text)?.groups;
  if (!groups) return undefined;
  const { label = '', value = '' } = groups;
  const field = meaningsOf(marks).get(fold(label));
  if (field === undefined || value.length > longestValue) return undefined;
  return { field, start: text.length - value.length, end: text.length };
}
