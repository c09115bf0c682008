/** What the document calls itself, for the description of its copies (TEI 11.6). */
import type { DocumentNode } from '../../edition/types.js';
import { plainText } from '../census.js';

/** Words for kinds of documents; a first line without one ("TO", "PEKING.", "Embassy") is no title. */
const kindWord =
  /(?<!\p{L})(?:telegram|telegramma|cablegram|cable|letter|memorandum|memo|aide-m[eé]moire|decision|decree|resolution|directive|order|report|protocol|minutes|transcript|record|note|message|statement|agreement|treaty|телеграмма|шифртелеграмма|шифровка|письмо|записка|справка|постановление|решение|выписка|доклад|протокол|приказ|запись)(?!\p{L})/iu;

/** A heading that is a field of the page's head ("Subject: Loans"), or that its next line goes on with ("From the report of"). */
const unfinished = /^[^:]{1,20}: |[,:]$|(?<!\p{L})(?:of|the|a|to|from|by|on|in|for|with|and|at)$/iu;

/** The heading in the text that names the kind of document or begins as the page's title does. */
export function ownTitle({ children, title }: DocumentNode): string | undefined {
  const page = (title.verbatim ?? title.value).replace(/\s+/gu, ' ').trim();
  for (const block of children) {
    if (block.type !== 'heading') continue;
    const heading = plainText([block]).replace(/\s+/gu, ' ').trim();
    if (unfinished.test(heading)) continue;
    const begins = folded(heading) !== '' && `${folded(page)} `.startsWith(`${folded(heading)} `);
    if (begins || kindWord.test(heading)) return heading;
  }
  return undefined;
}

function folded(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
