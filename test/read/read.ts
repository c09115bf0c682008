/** Reads a source as `build` does, without a host: text → edition → transforms. */
import { VFile } from 'vfile';
import type { Sidecar } from '../../src/config/sidecar.js';
import type { DocumentNode, Edition } from '../../src/edition/types.js';
import { readText } from '../../src/read/text/index.js';
import { transformEdition } from '../../src/transform/index.js';
import { authority, vocabulary } from './vocabulary.js';

export interface Read {
  file: VFile;
  edition: Edition;
  document: DocumentNode | undefined;
  /** Rule ids of warnings and errors, in the order of the report, each once. */
  ruleIds: string[];
}

export function read(text: string, sidecar?: Sidecar): Read {
  const file = new VFile({ path: 'source.txt', value: text });
  const spoken = sidecar ? { sidecar } : {};
  const edition = readText(file, {
    vocabulary,
    authority,
    editors: [],
    publication: { date: '2026-01-01' },
    sha256: '0'.repeat(64),
    ...spoken,
  });
  transformEdition(edition, file, { archives: authority.repositories, ...spoken });
  const ruleIds = [...new Set(file.messages.map((message) => message.ruleId ?? ''))];
  return { file, edition, document: edition.children[0], ruleIds };
}
