/** What follows the copies: statements of who did what, and editions in print. */
import type { ReferenceReader } from './reader.js';
import { printedChunk } from './printed.js';
import { Level, type Scan } from './scan.js';
import { agentsOf, statementEnd, statementHead } from './statements.js';

/** "Translated by …" where the reader stands. */
export function readStatement(reader: ReferenceReader): boolean {
  const { scan, index } = reader;
  const head = statementHead(scan, index);
  if (!head) return false;
  const { shared, kind, body } = head;
  const end = shared === undefined ? statementEnd(scan, body, kind) : body;
  const last = shared === undefined ? end : statementEnd(scan, shared, kind);
  const names = agentsOf(scan, shared === undefined ? head : { ...head, body: shared }, last);
  const from = kind === 'translated' ? languageAfterFrom(scan, index, end) : undefined;
  reader.statements.push({
    kind,
    ...reader.extent(index, end),
    names,
    copy: reader.copy ?? reader.copies.at(-1),
    understood: true,
    ...(shared !== undefined && last > end && { wholeEnd: reader.extent(index, last).end }),
    ...(from !== undefined && { from }),
  });
  reader.shut();
  reader.index = end;
  return true;
}

function languageAfterFrom(scan: Scan, start: number, end: number): string | undefined {
  const { tokens, lexicon } = scan;
  for (let i = start; i < end; i++) {
    if (!lexicon.translatedFrom.has(tokens[i]?.norm ?? '')) continue;
    const next = lexicon.articles.has(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1;
    const tag = lexicon.languages.get(tokens[next]?.norm ?? '');
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** An edition in print, looked for once for each stretch of text. */
export function readPrinted(reader: ReferenceReader): boolean {
  if (reader.index < reader.notPrinted || reader.level < (reader.copy ? Level.strong : Level.sentence))
    return false;
  const { end, printed } = printedChunk(reader.scan, reader.index);
  reader.notPrinted = end;
  if (!printed) return false;
  let last = end;
  while (last > reader.index + 1 && reader.token(last - 1)?.norm === '.') last--;
  reader.shut();
  reader.printed.push({
    ...reader.extent(reader.index, last),
    origin: { kind: 'inferred', rule: 'printed-edition', certainty: 'medium' },
  });
  reader.index = end;
  return true;
}
