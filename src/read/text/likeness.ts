/** Whether a line of a page is an archival reference, before its grammar reads it. */
import type { Authority } from '../authority.js';
import { lexiconOf } from '../reference/lexicon.js';
import { agentsOf, statementEnd, statementHead } from '../reference/statements.js';
import { tokenise } from '../reference/tokens.js';
import { madeOnce } from '../made-once.js';
import { fold } from '../vocabulary.js';

/** A name that is taken apart when its first word is met. */
interface ArchiveName {
  readonly name: string;
  words?: readonly string[];
}

interface Signs {
  /** Abbreviations of archives, letters only ("APRF"). */
  abbreviations: ReadonlySet<string>;
  /** Full names by their first word, folded. */
  names: ReadonlyMap<string, ArchiveName[]>;
  /** Labels of shelfmarks, folded, without full stop. */
  labels: ReadonlySet<string>;
}

const splitWords = (text: string): string[] =>
  fold(text)
    .split(/[\s.,;:()]+/u)
    .filter((word) => word !== '');

const signsOf = madeOnce((authority: Authority): Signs => {
  const abbreviations = new Set<string>();
  const names = new Map<string, ArchiveName[]>();
  for (const entry of Object.values(authority.repositories)) {
    for (const short of [...(entry.abbreviations ?? []), ...(entry.former?.abbreviations ?? [])]) {
      abbreviations.add(short.replace(/[\s.]/gu, ''));
    }
    for (const name of [entry.name, ...(entry.names ?? []), ...(entry.former?.names ?? [])]) {
      const first = fold(/[^\s.,;:()]+/u.exec(name)?.[0] ?? '');
      const list = names.get(first);
      if (list) list.push({ name });
      else names.set(first, [{ name }]);
    }
  }
  const labels = new Set<string>();
  for (const notation of Object.values(authority.notations)) {
    for (const label of notation.labels ?? []) {
      for (const word of [...label.words, ...(label.plural ?? [])])
        labels.add(fold(word).replace(/\.$/u, ''));
    }
  }
  return { abbreviations, names, labels };
});

/** Longest abbreviation printed apart ("A P R F"), in tokens. */
const longestApart = 5;

/** 0: none; 1: perhaps (words of a shelfmark, or an archive alone); 2: certainly (both, or a shelfmark of several parts). */
export function referenceLikeness(text: string, authority: Authority): number {
  if (text.length > 1500) return 0;
  const { abbreviations, names, labels } = signsOf(authority);
  const tokens = text.slice(0, 400).match(/[^\s\u00a0.,;:()[\]]+/gu) ?? [];
  const folded = tokens.map(fold);
  let named = false;
  let parts = 0;
  for (const i of tokens.keys()) {
    const word = folded[i] ?? '';
    if (!named) {
      let joined = '';
      for (let k = i; k < i + longestApart && k < tokens.length && !named; k++) {
        joined += tokens[k] ?? '';
        if (abbreviations.has(joined) && joined.length > 1) named = true;
      }
      if (
        !named &&
        names
          .get(word)
          ?.some((one) => (one.words ??= splitWords(one.name)).every((part, k) => folded[i + k] === part))
      )
        named = true;
    }
    const next = folded[i + 1] === 'no' || folded[i + 1] === '№' ? folded[i + 2] : folded[i + 1];
    // "Fond 3", "ll. 12-14", "F-3", "л.4".
    if (labels.has(word) && next !== undefined && /^\p{L}{0,2}-?\d/u.test(next)) parts++;
    else if (/^\p{L}{1,5}-?\d/u.test(word) && labels.has(word.replace(/-?\d.*$/u, ''))) parts++;
  }
  // A sentence of the text that mentions an archive is long and has few labels.
  const sentence = /[.!?]["”’)\]]*$/u.test(text) && tokens.length > 40;
  if (sentence && parts < 3) return 0;
  if ((named && parts >= 1) || parts >= 3) return 2;
  if (named && text.length < 200) return 1;
  return parts === 2 ? 1 : 0;
}

/** Longer than a line that only says who translated or gave a document. */
const longestCredit = 300;

/** True if a line says who translated, obtained or gave the document, and nothing of the document itself. */
export function isCredit(text: string, authority: Authority): boolean {
  if (text.length > longestCredit) return false;
  const scan = { text, tokens: tokenise(text), lexicon: lexiconOf(authority) };
  const head = statementHead(scan, 0);
  if (!head || head.kind === 'published' || head.kind === 'reprinted' || head.kind === 'on-file')
    return false;
  const names = head.shared === undefined ? head : { ...head, body: head.shared };
  return agentsOf(scan, names, statementEnd(scan, names.body, head.kind)).length > 0;
}
