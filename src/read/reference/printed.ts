/** Printed editions named as a source, told from archival references by what a bibliography has and an archive has not. */
import { repositoryAt, shelfmarkFollows } from './repositories.js';
import { statementHead } from './statements.js';
import { conjunctionAt, endsSentence, type Scan } from './scan.js';
import { Gap } from './tokens.js';

/** Points of evidence that make a printed edition. */
const enough = 3;
const year = /^(?:1[5-9]|20)\d\d$/;

export interface PrintedChunk {
  /** Index of the token after the chunk. */
  readonly end: number;
  readonly printed: boolean;
}

/**
 * The text from `index` to the next semicolon, empty line, statement or archive, and whether it names a printed edition.

 */
export function printedChunk(scan: Scan, index: number): PrintedChunk {
  const { tokens, lexicon } = scan;
  const unknown = lexicon.notation('unknown');
  const archival = new Set<string>();
  const seen = new Map<string, number>();
  let depth = 0;
  let open = -1;
  let colon = false;
  let end = index;
  let archive = false;
  for (; ; end++) {
    const token = tokens[end];
    if (!token || (end > index && token.gap === Gap.paragraph)) break;
    if (token.norm === '(' || token.norm === '[') {
      depth++;
      open = end;
      colon = false;
      continue;
    }
    if (token.norm === ')' || token.norm === ']') {
      if (depth === 0) break;
      depth--;
      const inside = tokens[end - 1];
      if (open >= 0 && inside?.kind === 'number' && year.test(inside.text))
        seen.set(colon ? 'imprint' : 'issue', colon ? 3 : 1);
      continue;
    }
    if (depth > 0) {
      if (token.norm === ':') colon = true;
      continue;
    }
    if (token.norm === ';') break;
    if (token.norm === '“' || token.norm === '«' || token.norm === '"') seen.set('quoted', 1);
    if (token.kind === 'number' && year.test(token.text) && tokens[end - 1]?.norm === ',')
      seen.set('year', 1);
    if (token.kind !== 'word') continue;
    if (end > index && afterSentence(scan, end) && statementHead(scan, end)) break;
    const repository = repositoryAt(scan, end, false);
    if (repository && !repository.weak) {
      const notation = lexicon.notation(repository.candidates[0]?.entry.notation);
      if (end > index && shelfmarkFollows(scan, repository.end, notation) && separated(scan, end)) break;
      archive = true;
    }
    if (lexicon.printed.works.match(tokens, end)) seen.set('work', 3);
    if (lexicon.printed.publisher.match(tokens, end)) seen.set('publisher', 1);
    if (lexicon.printed.periodical.match(tokens, end)) seen.set('periodical', 1);
    if (numbered(scan, lexicon.printed.volume.match(tokens, end)?.end)) seen.set('volume', 1);
    if (numbered(scan, lexicon.printed.page.match(tokens, end)?.end)) seen.set('page', 1);
    const editor = lexicon.printed.editor.match(tokens, end);
    if (editor && (tokens[editor.end]?.norm === '.' || tokens[editor.end]?.norm === ','))
      seen.set('editor', 1);
    const label = unknown.labels.match(tokens, end);
    if (label && numbered(scan, label.end)) for (const { entry } of label.value) archival.add(entry.unit);
  }
  const shelved = ['fond', 'opis', 'delo', 'box', 'group', 'folder', 'lot'].filter((unit) =>
    archival.has(unit),
  ).length;
  const points = [...seen.values()].reduce((sum, value) => sum + value, 0);
  return {
    end,
    printed: points >= enough && shelved < 2 && (!archive || seen.has('imprint')) && end > index,
  };
}

function afterSentence(scan: Scan, index: number): boolean {
  return endsSentence(scan, index - 1) || scan.tokens[index]?.gap === Gap.line;
}

function separated(scan: Scan, index: number): boolean {
  const before = scan.tokens[index - 1];
  return afterSentence(scan, index) || before?.norm === ';' || conjunctionAt(scan, index - 1) !== undefined;
}

function numbered(scan: Scan, index: number | undefined): boolean {
  if (index === undefined) return false;
  const at = scan.tokens[index]?.norm === '.' ? index + 1 : index;
  return scan.tokens[at]?.kind === 'number';
}
