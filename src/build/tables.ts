/** The tables that ship with the program, each as its station types it. */
import type { EpubWords } from '../epub/context.js';
import type { WordsTable } from '../galley/words.js';
import type { Host } from '../host.js';
import type { OwnTables } from '../config/project.js';
import { assembleAuthority, extendAuthority, type Authority, type AuthorityFile } from '../read/authority.js';
import { extendVocabulary, type Vocabulary } from '../read/vocabulary.js';
import { loadTemplates } from '../templates.js';
import type { Design } from '../typeset/design.js';

export interface Tables {
  vocabulary: Vocabulary;
  authority: Authority;
  words: WordsTable;
  epubWords: Readonly<Record<string, EpubWords>>;
  designs: Readonly<Record<string, Design>>;
}

/**
 * Loads them. Designs, authority tables and vocabularies were checked against their schemas (templates/schema/) when the
 * program was compiled; the words of the interface have none, and test/galley/words.test.ts checks them.
 */
export async function loadTables(host: Pick<Host, 'resource'>): Promise<Tables> {
  const templates = await loadTemplates(host);
  return {
    vocabulary: templates['vocabulary'] as Vocabulary,
    authority: assembleAuthority(templates['authority'] as Record<string, AuthorityFile>),
    words: templates['words'] as WordsTable,
    epubWords: templates['epub'] as Tables['epubWords'],
    designs: templates['designs'] as Tables['designs'],
  };
}

/** Lays a project's own tables over those that ship. */
export function extendTables(tables: Tables, own: OwnTables): Tables {
  return {
    ...tables,
    authority: own.authority.reduce(extendAuthority, tables.authority),
    vocabulary: own.vocabulary.reduce(extendVocabulary, tables.vocabulary),
  };
}

/** Names of the page designs that ship with the program. */
export async function designNames(host: Pick<Host, 'resource'>): Promise<string[]> {
  return Object.keys((await loadTemplates(host))['designs'] as object).sort();
}

/** Words of the language or of the one it is a variety of; English where there are none. */
export function wordsIn<T>(lang: string, tables: Readonly<Record<string, T>>): T {
  const words = tables[lang] ?? tables[lang.split('-', 1)[0] ?? ''] ?? tables['en'];
  if (!words) throw new Error('the templates have no English words');
  return words;
}
