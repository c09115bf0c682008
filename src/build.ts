/**
 * The library's door to every station: source → edition → TEI → galley → pages → PDF, and galley → EPUB. All in
 * memory, through the host; the command line is one caller. This file and those in build/ are the only ones that know
 * every station.
 */
import { Press } from './build/press.js';
import type { BuildOptions, BuildResult, BuiltEdition, Source } from './build/types.js';
import { diagnosticsOf } from './diagnostics/format.js';

export { extensions, formats, type Format, type Output } from './build/formats.js';
export { Press } from './build/press.js';
export { designNames } from './build/tables.js';
export { stages } from './build/types.js';
export type { BuildOptions, BuildResult, BuiltEdition, Inspection, Source, Stage } from './build/types.js';

/**
 * Builds editions of sources. An author's mistake is a diagnostic, never thrown; a failure of the program in one
 * source is kept in its `failure` and does not cost the others theirs.
 */
export async function build(sources: Iterable<Source>, options: BuildOptions): Promise<BuildResult> {
  const press = new Press(options);
  try {
    const editions: BuiltEdition[] = [];
    for (const source of sources) editions.push(await press.build(source));
    return { editions, diagnostics: editions.flatMap(({ files }) => files.flatMap(diagnosticsOf)) };
  } finally {
    await press.close();
  }
}
