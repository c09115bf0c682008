/** Names that stand in the text alone. Only the editor can tell them: her words on persons and places make links of them. */
import type { Position } from 'unist';
import type { DocumentNode, EditionNode, Name, Text } from '../edition/types.js';

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Forms that are looked for, and whose they are. */
export interface Sought<W> {
  word: W;
  kind: 'person' | 'place';
  /** As the text has them, letter by letter. */
  forms: readonly string[];
}

interface Form<W> {
  form: string;
  of: Sought<W>;
}

/**
 * Makes a link of every place in the text where one of the forms stands as whole words.
 * @param resp id of the editor who tells them
 * @returns the links, in the order of the text, with the word that each is of
 */
export function linkNames<W>(
  document: DocumentNode,
  sought: readonly Sought<W>[],
  resp: string,
): { name: Name; word: W }[] {
  // The longer form first, whosever it is: "Kim Il Sung" before "Kim".
  const forms = sought
    .flatMap((of) => of.forms.map((form): Form<W> => ({ form, of })))
    .filter(({ form }) => form !== '')
    .sort((a, b) => b.form.length - a.form.length);
  const links: { name: Name; word: W }[] = [];
  const link = (text: Text): (Text | Name)[] => {
    const parts: (Text | Name)[] = [];
    let from = 0;
    for (const { start, end, of } of placesOf(text.value, forms)) {
      if (start > from) parts.push(cut(text, from, start));
      const words = cut(text, start, end);
      const name: Name = {
        type: 'name',
        kind: of.kind,
        key: words.value,
        resp,
        children: [words],
        ...(words.position ? { position: words.position } : {}),
      };
      parts.push(name);
      links.push({ name, word: of.word });
      from = end;
    }
    if (from === 0) return [text];
    if (from < text.value.length) parts.push(cut(text, from, text.value.length));
    return parts;
  };
  const walk = (node: EditionNode): void => {
    // What is a name already is whose it is; the report speaks of the document and is no part of it.
    if (node.type === 'name' || node.type === 'report' || !('children' in node)) return;
    // Children of edition nodes are edition nodes; where there is text, there may be names.
    const children = node.children as EditionNode[];
    for (const child of children) walk(child);
    const linked = children.flatMap((child): EditionNode[] =>
      child.type === 'text' ? link(child) : [child],
    );
    if (linked.length > children.length || linked.some((child, i) => child !== children[i]))
      children.splice(0, children.length, ...linked);
  };
  for (const block of document.children) walk(block);
  return links;
}

/** Where forms stand as whole words, in order; a place belongs to the first form that is found there. */
function placesOf<W>(
  value: string,
  forms: readonly Form<W>[],
): { start: number; end: number; of: Sought<W> }[] {
  const places: { start: number; end: number; of: Sought<W> }[] = [];
  for (const { form, of } of forms) {
    for (let at = value.indexOf(form); at >= 0; at = value.indexOf(form, at + form.length)) {
      const [start, end] = [at, at + form.length];
      if (letter.test(value.charAt(start - 1)) || letter.test(value.charAt(end))) continue;
      if (!places.some((place) => start < place.end && place.start < end)) places.push({ start, end, of });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

function cut({ value, position }: Text, start: number, end: number): Text {
  const part: Text = { type: 'text', value: value.slice(start, end) };
  if (position)
    part.position = { start: pointAt(value, position, start), end: pointAt(value, position, end) };
  return part;
}

function pointAt(value: string, { start }: Position, at: number): Position['start'] {
  const before = value.slice(0, at).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return {
    line: start.line + before.length - 1,
    column: before.length > 1 ? last + 1 : start.column + last,
    ...(start.offset === undefined ? {} : { offset: start.offset + at }),
  };
}
