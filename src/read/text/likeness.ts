/** Whether a line of a page is an archival reference, before its grammar reads it. */
import type { Authority } from '../authority.js';
import { fold } from '../vocabulary.js';

interface Signs {
  names: RegExp;
  labels: RegExp;
}
const signs = new WeakMap<Authority, Signs>();

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '\\s+');

function signsOf(authority: Authority): Signs {
  let known = signs.get(authority);
  if (!known) {
    const abbreviations = new Set<string>();
    const names = new Set<string>();
    for (const entry of Object.values(authority.repositories)) {
      for (const short of [...(entry.abbreviations ?? []), ...(entry.former?.abbreviations ?? [])]) {
        // APRF is also printed AP RF and A.P.R.F.
        abbreviations.add(Array.from(short.replace(/[\s.]/gu, ''), escape).join('[.\\s]?'));
      }
      for (const name of [entry.name, ...(entry.names ?? []), ...(entry.former?.names ?? [])])
        names.add(escape(name.toLowerCase()));
    }
    const labels = new Set<string>();
    for (const notation of Object.values(authority.notations)) {
      for (const label of notation.labels ?? [])
        for (const word of [...label.words, ...(label.plural ?? [])])
          labels.add(escape(fold(word).replace(/\.$/u, '')));
    }
    const list = (words: Set<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
    known = {
      names: new RegExp(`(?<![\\p{L}\\p{N}])(?:${list(abbreviations)}|(?:${list(names)}))(?![\\p{L}])`, 'u'),
      labels: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${list(labels)})\\.?[\\s\\u00a0]*(?:no\\.?|nos\\.?|№)?[\\s\\u00a0]*[\\p{L}]{0,2}-?\\d`,
        'giu',
      ),
    };
    signs.set(authority, known);
  }
  return known;
}

/** 0: none; 1: perhaps (words of a shelfmark, or an archive alone); 2: certainly (both, or a shelfmark of several parts). */
export function referenceLikeness(text: string, authority: Authority): number {
  if (text.length > 1500) return 0;
  const { names, labels } = signsOf(authority);
  const head = text.slice(0, 400);
  const named = names.test(head) || names.test(head.toLowerCase());
  const parts = [...head.matchAll(labels)].length;
  // A sentence of the text that mentions an archive is long and has few labels.
  const sentence = /[.!?]["”’)\]]*$/u.test(text) && text.split(/\s+/u).length > 40;
  if (sentence && parts < 3) return 0;
  if ((named && parts >= 1) || parts >= 3) return 2;
  if (named && text.length < 200) return 1;
  return parts === 2 ? 1 : 0;
}
