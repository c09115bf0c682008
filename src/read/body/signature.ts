/** Signatures: what stands before the name. None is made where the page has none. */
import type { Vocabulary } from '../vocabulary.js';
import { longestStart } from '../words.js';
import { isOfficeOf } from './names.js';

/** Length of what stands before the name in a signature: "/s/", "(signed)", "(—)", "SECRETARY OF THE CC: /s/", an opening bracket. */
export function signatureLead(text: string, vocabulary: Vocabulary): number {
  const folded = text.toLowerCase();
  const said = vocabulary.body.signatures
    .map((word) => ({ at: folded.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length)[0];
  const from = said ? said.at + said.length : 0;
  return from + (/^[\s\u00a0:.,)\]/([]*/u.exec(text.slice(from))?.[0].length ?? 0);
}

/** Length of a number behind the name in a signature ("Hrdlička 143"), with the space before it; a year is none. */
export function signatureNumber(text: string): number {
  return (
    /(?<=\p{Ll}|\p{Lu}{3})[\s\u00a0]+(?!(?:1[5-9]|20)\d{2}\b)\d{1,5}\.?$/u.exec(text.slice(-12))?.[0]
      .length ?? 0
  );
}

/** "For the Ambassador", "On behalf of the Director": the line of who signs for another. */
export function signsForOffice(text: string, vocabulary: Vocabulary): boolean {
  const lead = longestStart(text, vocabulary.marks.signsFor);
  if (lead === undefined || text.length > 100 || /[!?;:]$/u.test(text)) return false;
  const rest = text.slice(lead.length).replace(/^[\s.:]*/u, '');
  const article = longestStart(rest, vocabulary.titles.articles) ?? '';
  return isOfficeOf(rest.slice(article.length).trim(), vocabulary);
}
