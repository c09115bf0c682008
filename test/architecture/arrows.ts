/** Which module may import which: ARCHITECTURE.md as a table. */

/** A unit of src: a folder, or a file at its top. */
export function unitOf(module: string): string {
  const [first = '', ...rest] = module.split('/');
  return rest.length > 0 ? first : first.replace(/\.ts$/, '');
}

interface Allowed {
  /** Modules of src by path, `*` for a whole folder. Its own folder is always allowed. */
  readonly modules: readonly string[];
  /** Modules of which only types may be imported. */
  readonly types: readonly string[];
  /** Packages besides the common ones. */
  readonly packages: readonly string[];
}

/** What every unit may import: the way to report, definitions of the host (no door is opened by them). */
const common: Allowed = {
  modules: ['diagnostics/*', 'host.ts'],
  types: [],
  packages: ['vfile', 'vfile-message', 'vfile-location', 'unist', 'unified', 'node:crypto'],
};

const nothing: Allowed = { modules: [], types: [], packages: [] };

/** `build` and what stands above it know every station. */
const everything = [
  ...['edition/*', 'read/*', 'transform/*', 'tei/*', 'galley/*', 'typeset/*', 'fonts/*', 'pdf/*', 'epub/*'],
  ...['config/*', 'templates.ts', 'formats.ts', 'version.ts', 'host/decode.ts'],
];

export const arrows: Readonly<Record<string, Allowed>> = {
  // Above the stations.
  index: { ...nothing, modules: ['build.ts', 'build/*', 'host/*', ...everything] },
  cli: {
    ...nothing,
    modules: [
      'build.ts',
      'build/*',
      'index.ts',
      'host/*',
      'config/*',
      'templates.ts',
      'formats.ts',
      'version.ts',
      // Made by bundle.mjs.
      'bin/libxml2.ts',
    ],
    types: everything,
    packages: [
      'node:util',
      'node:process',
      'node:os',
      'node:worker_threads',
      'node:path',
      'node:fs',
      'node:module',
      'node:url',
      'node:v8',
      'node:vm',
    ],
  },
  build: { ...nothing, modules: ['build.ts', 'build/*', ...everything], packages: ['xast'] },

  // Stations, in the order of the road. Each sees the trees on its two sides.
  edition: nothing,
  read: {
    ...nothing,
    modules: ['edition/*'],
    types: ['config/sidecar.ts', 'templates.ts'],
  },
  transform: {
    ...nothing,
    modules: ['edition/*'],
    types: ['config/*', 'templates.ts'],
  },
  tei: {
    modules: ['edition/*'],
    types: [],
    packages: ['xast', 'xastscript', 'xast-util-to-xml', 'xast-util-from-xml', 'libxml2-wasm'],
  },
  galley: { ...nothing, types: ['templates.ts'], packages: ['xast'] },
  typeset: { ...nothing, modules: ['galley/types.ts'] },
  pdf: {
    modules: ['fonts/*', 'typeset/pages.ts'],
    types: ['typeset/measure.ts'],
    packages: ['pdfkit', 'fflate', 'fontkit'],
  },
  epub: {
    modules: ['fonts/*', 'galley/types.ts'],
    types: ['typeset/measure.ts'],
    packages: [
      'node:zlib',
      ...['epub-gen-memory', 'fflate', 'harfbuzzjs'],
      ...['xast', 'xastscript', 'xast-util-to-xml', 'xast-util-from-xml'],
    ],
  },

  // Foundations.
  fonts: {
    ...nothing,
    types: ['typeset/measure.ts'],
    packages: ['harfbuzzjs', 'hyphen', 'subset-font', 'node:module'],
  },
  config: {
    // The validators are made by templates/compile.mjs.
    modules: ['host/decode.ts', 'version.ts', '../lib/validators.ts', '../lib/table-validators.cjs'],
    // What tables of a project's own may hold.
    types: [
      ...['edition/types.ts', 'templates.ts', 'formats.ts'],
      ...['read/authority.ts', 'read/vocabulary.ts', 'galley/behaviours.ts'],
    ],
    packages: ['yaml'],
  },
  templates: nothing,
  formats: nothing,
  version: nothing,
  diagnostics: nothing,
  host: {
    ...nothing,
    packages: [
      ...[
        'node:fs',
        'node:fs/promises',
        'node:module',
        'node:path',
        'node:process',
        'node:url',
        'node:os',
        'node:perf_hooks',
      ],
    ],
  },
};

/** The only modules that may touch clock, environment and files. */
export const doors: readonly string[] = [
  'host/node.ts',
  'host/claim.ts',
  'host/folder.ts',
  'cli/launch.ts',
  'cli/main.ts',
  'cli/bundle.ts',
];

/**
 * Judges one import.
 * @param module importing module, path below src
 * @param imported path below src (`galley/types.ts`), or the name of a package with its subpath
 * @returns why it is not allowed; undefined if it is
 */
export function forbidden(
  module: string,
  imported: { path: string } | { package: string },
  typeOnly: boolean,
): string | undefined {
  const unit = unitOf(module);
  const allowed = arrows[unit];
  if (!allowed) return `${unit} is not in the table of arrows`;
  if ('package' in imported) {
    const name = packageName(imported.package);
    if (name === '(computed)') return 'an import whose name is computed';
    return [...common.packages, ...allowed.packages].includes(name)
      ? undefined
      : `${unit} may not import ${name}`;
  }
  if (unitOf(imported.path) === unit) return undefined;
  if (module === 'host.ts') return 'host.ts imports nothing';
  const fits = (pattern: string): boolean =>
    pattern.endsWith('/*') ? imported.path.startsWith(pattern.slice(0, -1)) : imported.path === pattern;
  if ([...common.modules, ...allowed.modules].some(fits)) return undefined;
  if (allowed.types.some(fits)) {
    return typeOnly ? undefined : `${unit} may import only types of ${imported.path}`;
  }
  return `${unit} may not import ${imported.path}`;
}

/** `@scope/name/sub` → `@scope/name`; Node's modules keep their whole name. */
export function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
