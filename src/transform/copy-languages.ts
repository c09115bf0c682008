/** The language of an archival copy, where the page does not state it: that in which its archive keeps most of its files. */
import type { DocumentNode } from '../edition/types.js';

/** Archives by key, as the authority table has them. */
export type ArchiveLanguages = Readonly<Record<string, { readonly language?: string }>>;

/** Infers the language of copies in archives that are known. Runs before registers give repositories their ids. */
export function inferCopyLanguages(document: DocumentNode, archives: ArchiveLanguages): void {
  for (const copy of document.copies) {
    if (copy.language || !copy.repository?.known) continue;
    const language = archives[copy.repository.key]?.language;
    if (language !== undefined)
      copy.language = {
        value: language,
        origin: { kind: 'inferred', rule: 'archive-language', certainty: 'medium' },
      };
  }
}
