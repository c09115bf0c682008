/**
 * Marginalia as a library.
 *
 * ```js
 * import { readFile } from 'node:fs/promises';
 * import { build, nodeHost } from 'marginalia';
 *
 * const source = { path: 'telegram.txt', content: await readFile('telegram.txt') };
 * const { editions, diagnostics } = await build([source], { host: nodeHost() });
 * ```
 *
 * Everything happens in memory; a host gives what ships with the program, fonts and the environment: `nodeHost()` has a
 * computer's, `memoryHost(files)` what it is given.
 */
export {
  build,
  designNames,
  extensions,
  formats,
  Press,
  stages,
  type BuildOptions,
  type BuildResult,
  type BuiltEdition,
  type Format,
  type Inspection,
  type Output,
  type Source,
  type Stage,
} from './build.js';
export { readDesign } from './build/design-file.js';
export { readTables, type ReadTables } from './build/own-tables.js';
export {
  noFacts,
  readProject,
  type OwnTables,
  type Project,
  type ProjectFacts,
  type TableFile,
} from './config/project.js';
export { readSidecar, type Sidecar, type SidecarFacts } from './config/sidecar.js';
export { diagnosticsOf, formatDiagnostics, type Diagnostic, type Severity } from './diagnostics/format.js';
export { rules, type Rule, type RuleId } from './diagnostics/rules.js';
export type * from './edition/types.js';
export type { Design } from './typeset/design.js';
export type { Galley } from './galley/types.js';
export { HostError, type FileHost, type Host } from './host.js';
export { memoryHost, type MemoryHost, type MemoryHostOptions } from './host/memory.js';
export { nodeHost } from './host/node.js';
export { releaseDate, version } from './version.js';
