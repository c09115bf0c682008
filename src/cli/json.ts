/**
 * JSON as a person reads it: what fits on a line stands on one, a node's own facts before its children. It is the same JSON to a
 * program: keys are only put in another order.
 */

/** Longest line that is not broken, characters without its indentation. */
const width = 110;

export function legibleJson(value: unknown, indent = ''): string {
  const line = onOneLine(value, width);
  if (line !== undefined) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${legibleJson(item, inner)}`).join(',\n')}\n${indent}]`;
  }
  // What does not fit on a line and is no list is a mapping, or a long text.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = entriesOf(value).map(
    ([key, child]) => `${inner}${JSON.stringify(key)}: ${legibleJson(child, inner)}`,
  );
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

/** Undefined where it is longer than `room`; what is behind is then not looked at. */
function onOneLine(value: unknown, room: number): string | undefined {
  if (room <= 0) return undefined;
  if (typeof value !== 'object' || value === null) {
    // As in JSON.stringify: in a list, what JSON cannot hold is null.
    const text = (JSON.stringify(value) as string | undefined) ?? 'null';
    return text.length > room ? undefined : text;
  }
  const list = Array.isArray(value);
  const parts: string[] = [];
  let length = 4;
  for (const [key, child] of list ? [...value.entries()] : entriesOf(value)) {
    const label = list ? '' : `${JSON.stringify(key)}: `;
    const text = onOneLine(child, room - length - label.length);
    if (text === undefined) return undefined;
    parts.push(`${label}${text}`);
    length += label.length + text.length + 2;
    if (length > room) return undefined;
  }
  if (parts.length === 0) return list ? '[]' : '{}';
  return list ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

/** Keys that have a value, `data` (how a station came to it) first and `children` last. */
function entriesOf(value: object): [string, unknown][] {
  const rank = (key: string): number => (key === 'data' ? 0 : key === 'children' ? 2 : 1);
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));
}
