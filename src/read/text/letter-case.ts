/**
 * Names in capitals ("FILIPPOV", "S. T. GOLUBETS"): where the page has the same words in mixed case, the header gives that form. In the text
 * the capitals stay.
 */
import type { DocumentNode, Fact, Mention } from '../../edition/types.js';

/** Gives the names of the header the letters that the title, or else the rest of the page, has for them. */
export function restoreLetterCase(document: DocumentNode, title: string, page: string): void {
  const { author, correspondence } = document;
  const facts = [
    author,
    ...(document.coAuthors ?? []),
    correspondence.sent?.person,
    correspondence.sent?.place,
    correspondence.received?.place,
    ...correspondence.addressees,
    ...correspondence.copiesTo,
  ].filter((fact) => fact !== undefined);
  if (!facts.some(({ value }) => inCapitals.test(value.name))) return;
  const inTitle = mixedForms(title);
  const onPage = mixedForms(page);
  for (const fact of facts) restore(fact, inTitle, onPage);
}

/** A word of three letters or more, all capitals; shorter ones are initials and abbreviations. */
const inCapitals = /(?<![\p{L}\p{M}])\p{Lu}[\p{Lu}\p{M}]{2,}(?![\p{L}\p{M}])/u;

/** Words with a capital and small letters after it, by their small letters; the first form counts. */
function mixedForms(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}]*/gu)) {
    const key = word.toLowerCase();
    if (!forms.has(key)) forms.set(key, word);
  }
  return forms;
}

/** An office in capitals takes only the title's form: elsewhere its words may be others. */
function restore(
  { value }: Fact<Mention>,
  title: ReadonlyMap<string, string>,
  page: ReadonlyMap<string, string>,
): void {
  const unknown: string[] = [];
  const restored = value.name.replace(new RegExp(inCapitals, 'gu'), (word) => {
    const key = word.toLowerCase();
    const form = title.get(key) ?? (value.kind === 'organisation' ? undefined : page.get(key));
    if (form === undefined) unknown.push(word);
    return form ?? word;
  });
  // "COMMONWEALTH Office": half a name in other letters is no form of it.
  if (unknown.length === 0) value.name = restored;
}
