/**
 * Makes one file of the compiled command and of the packages it needs (lib/bin/), and V8's code cache for it. How it
 * is started: src/cli/bundle.ts.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';
import { withinRepertoire } from './repertoire.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/**
 * Packages that packages of ours load and that no edition needs, with the reason. A use of one throws: it would be a
 * change of ours or theirs that must be looked at.
 * @type {Readonly<Record<string, string>>}
 */
const absent = {
  'node-fetch': 'the program never uses the network',
  fontkit: 'pdfkit gets its fonts from src/pdf',
  linebreak: 'lines are broken by src/typeset',
  'png-js': 'no edition has a PNG image',
  '@noble/ciphers/aes': 'no edition is encrypted',
  './fetchable': 'epub-gen-memory fetches nothing: finished files are put into its package',
  './html-parse': 'epub-gen-memory gets no content to parse: src/epub writes it',
  mime: 'epub-gen-memory gets no pictures: src/epub puts them in with their types',
  slugify: 'epub-gen-memory names no chapters: src/epub gives each file its name',
};

/**
 * In place of `jszip`: the archive that epub-gen-memory begins with a file of the kind of the archive, before
 * src/epub/package.ts puts its own list of files in its place.
 */
const beginning = 'module.exports = class { file() {} };';

/** In place of `diacritics`, of whose letters epub-gen-memory frees the language of an edition: a tag, which is ASCII. */
const asciiOnly = `exports.remove = (tag) => {
  if (/[^\\x20-\\x7e]/.test(tag)) throw new Error('no tag of a language: ' + tag);
  return tag;
};`;

/** In place of `ejs`: our templates, compiled when the program is. There are no others, and none is made from content. */
const templatesInside = `exports.render = (text, values) => {
  const template = __templates.get(text);
  if (!template) throw new Error('a template was changed after the program was compiled: run npm run prepare');
  return template(values);
};`;

/** @type {Readonly<Record<string, string>>} */
const replaced = { jszip: beginning, diacritics: asciiOnly, ejs: templatesInside };

/** @returns {string} an expression: a map from the texts of our EJS templates to functions that fill them in */
function compiledTemplates() {
  // The one that epub-gen-memory renders with.
  /** @type {unknown} */
  const loaded = createRequire(require.resolve('epub-gen-memory'))('ejs');
  const ejs = /** @type {{ compile(text: string, options: object): () => string }} */ (loaded);
  const folder = path.join(root, 'templates/epub');
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.ejs'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      const template = ejs.compile(text, { client: true, compileDebug: false });
      return `[${JSON.stringify(text)},${template.toString()}]`;
    });
  return `new Map([${entries.join()}])`;
}

/** Modules of the same name are absent only where epub-gen-memory imports them. */
const ofEpub = /[\\/]epub-gen-memory[\\/]dist[\\/]/;

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // esbuild knows of no Node that reads these, and would make a new expression in place of each literal at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  // Names are kept: a stack in a report of a fault has to say something.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'error',
  metafile: true,
};

/**
 * @param {string} lib the compiled program; gets a folder `bin`
 * @returns {Promise<void>} rejected if something cannot be bundled
 */
export async function bundle(lib) {
  const bin = path.join(lib, 'bin');
  mkdirSync(path.join(bin, 'data'), { recursive: true });

  // libxml2-wasm waits at the top of modules that import each other; wrapped into functions these would wait for
  // each other for ever. It becomes one asynchronous function.
  const libxml2 = await esbuild.build({
    ...common,
    stdin: { contents: "export * from 'libxml2-wasm'", resolveDir: root },
    outfile: path.join(bin, 'libxml2.js'),
    write: false,
    define: { 'import.meta.url': '__url' },
  });
  const names = Object.values(libxml2.metafile?.outputs ?? {}).flatMap((output) => output.exports);
  const validator = libxml2Function(libxml2.outputFiles[0]?.text ?? '');
  writeFileSync(path.join(bin, 'libxml2.wasm'), validator.binary);

  const { repertoire } = await compiled(lib, 'cli/repertoire.js');
  const parts = { names, code: validator.code };
  const bundled = [
    await bundleProgram(lib, 'command', './cli/main.js', parts, repertoire),
    await bundleProgram(lib, 'command-unicode', './cli/main.js', parts),
    await bundleProgram(lib, 'press', './cli/press-main.js', parts, repertoire),
    await bundleProgram(lib, 'press-unicode', './cli/press-main.js', parts),
  ];
  // Command and thread begin with files of their own, which V8 reads before there is a cache.
  await esbuild.build({
    ...common,
    entryPoints: {
      launch: path.join(lib, 'cli/launch.js'),
      'press-start': path.join(lib, 'cli/press-start.js'),
    },
    format: 'cjs',
    outdir: bin,
    outExtension: { '.js': '.cjs' },
    banner: { js: '#!/usr/bin/env node' },
  });

  copyFileSync(require.resolve('harfbuzzjs/dist/harfbuzz.wasm'), path.join(bin, 'harfbuzz.wasm'));
  await writePatterns(lib, path.join(bin, 'patterns'));
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  copyFileSync(path.join(path.dirname(require.resolve('pdfkit')), profile), path.join(bin, profile));
  const inputs = [...bundled, libxml2].flatMap((result) => Object.keys(result.metafile?.inputs ?? {}));
  // Its code is in the templates that it compiled.
  inputs.push('node_modules/ejs/lib/ejs.js');
  writeFileSync(path.join(bin, 'LICENSES.txt'), licences(inputs));
}

/**
 * Writes `<name>.cjs`: one file of a program's modules.
 * @param {string} lib
 * @param {string} name
 * @param {string} entry
 * @param {{ names: readonly string[], code: string }} libxml2 what it exports, and the function that gives it
 * @param {import('./repertoire.mjs').Repertoire} [repertoire] to which its classes are cut
 */
async function bundleProgram(lib, name, entry, libxml2, repertoire) {
  const outfile = path.join(lib, 'bin', `${name}.cjs`);
  const modules = await esbuild.build({
    ...common,
    // Imported in this way, all modules become functions, and nothing waits at the top.
    stdin: { contents: `import('${entry}')`, resolveDir: lib },
    outfile,
    write: false,
    define: { 'import.meta.url': '__url' },
    plugins: [absentPackages, moduleApart('libxml2-wasm', libxml2.names), validatorsInside, patternsApart],
  });
  await checkNodeModules(lib, modules);
  const { code } = await esbuild.transform(modules.outputFiles[0]?.text ?? '', {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minifyWhitespace: true,
    // `import('node:…')` becomes a call of `require`: V8 forgets how to import when it takes code from a cache.
    supported: { ...common.supported, 'dynamic-import': false },
  });
  const load = `const __load=${escaped(libxml2.code)};`;
  const cut = repertoire ? withinRepertoire(code, repertoire) : code;
  const templates = cut.includes('__templates') ? `const __templates=${escaped(compiledTemplates())};` : '';
  const program = `(function(require,__filename,__dirname,__url,__press,__reopen){${load}${templates}${escaped(cut)}\n})`;
  if (/[^\w$.]import\(/.test(program))
    throw new Error('an import is left in the bundle, whose name is computed');
  writeFileSync(outfile, program, 'latin1');
  return modules;
}

/**
 * Modules of Node that are loaded late are loaded slowly (src/cli/bundle.ts).
 * @param {string} lib
 * @param {esbuild.BuildResult} bundled
 */
async function checkNodeModules(lib, { metafile }) {
  const { nodeModules } = await compiled(lib, 'cli/bundle.js');
  const asked = Object.values(metafile?.outputs ?? {}).flatMap(({ imports }) =>
    imports.map((one) => one.path),
  );
  const late = asked.filter((name) => {
    const [main = ''] = name.replace(/^node:/, '').split('/');
    return builtinModules.includes(main) && !nodeModules.some((known) => known === main);
  });
  if (late.length > 0) throw new Error(`src/cli/bundle.ts does not load ${[...new Set(late)].join(', ')}`);
}

/**
 * Its WebAssembly is a text in its code; as a file it is neither parsed nor decoded at each start.
 * @param {string} text libxml2-wasm as one module that imports nothing
 * @returns {{ code: string, binary: Uint8Array }} an asynchronous function that gives its exports, and its WebAssembly
 */
function libxml2Function(text) {
  const unknown = new Error('libxml2-wasm is built otherwise than bundle.mjs knows');
  const list = /export\{([^{}]*)\};?\s*$/.exec(text);
  const decoded = /\b[\w$]+\((`\\0asm(?:[^`\\$]|\\[^]|\$(?!\{))*`)\)/.exec(text);
  const node = 'await(m=>import(m))("node:module")';
  if (!list || !decoded?.[1] || !text.includes(node)) throw unknown;
  /** @type {unknown} */
  const letters = runInNewContext(decoded[1]);
  if (typeof letters !== 'string') throw unknown;
  const binary = Buffer.from(letters, 'latin1');
  if (!WebAssembly.validate(binary)) throw unknown;
  const exported = (list[1] ?? '').split(',').map((name) => name.trim().split(' as ').reverse().join(':'));
  const read =
    'new Uint8Array(require("node:fs").readFileSync(require("node:path").join(__dirname,"libxml2.wasm")))';
  const code = text
    .slice(0, list.index)
    .replace(decoded[0], () => read)
    .replace(node, () => 'require("node:module")');
  return { code: `async()=>{${code}return{${exported.join()}}}`, binary };
}

/**
 * Builds the first of the sources from the bundle and keeps what V8 has compiled for it. Without a cache the program is the
 * same, only slower.
 * @param {string} lib
 * @returns {boolean} whether there are caches
 */
export function warm(lib) {
  const sources = path.join(root, 'sources');
  const [first] = existsSync(sources)
    ? readdirSync(sources).filter((name) => /\.(?:txt|html|md)$/.test(name))
    : [];
  if (first === undefined) return false;
  return ['', '-unicode'].every((kind) => warmProgram(lib, kind, path.join(sources, first)));
}

/**
 * @param {string} lib
 * @param {string} kind of the command and of the press: for the repertoire, for all of Unicode
 * @param {string} source
 */
function warmProgram(lib, kind, source) {
  const out = mkdtempSync(path.join(tmpdir(), 'marginalia-warm-'));
  const url = (/** @type {string} */ file) => JSON.stringify(pathToFileURL(path.join(lib, file)).href);
  const file = (/** @type {string} */ beside) => JSON.stringify(path.join(lib, 'bin', beside));
  // The thread of the press keeps what it has compiled when it is told to end.
  const script = `
    import { once } from 'node:events';
    import { writeFileSync } from 'node:fs';
    import { openBundle } from ${url('cli/bundle.js')};
    import { startPressWorker } from ${url('cli/press-worker.js')};
    const bundle = openBundle(new URL(${url('bin/')}), 'command${kind}');
    const press = startPressWorker(new URL(${url('bin/')}), 'press${kind}', ${kind !== ''});
    // Not where there is one processor only.
    if (press) press.terminate = () => {
      press.ref();
      press.postMessage({ call: 'keep', cache: ${file(`press${kind}.cache`)} });
      return once(press, 'exit');
    };
    process.on('exit', (status) => {
      if (status === 0) writeFileSync(${file(`command${kind}.cache`)}, bundle.script.createCachedData());
    });
    const reopen = () => {
      throw new Error('the source has characters outside the repertoire');
    };
    bundle.start(press, ${kind === '' ? 'reopen' : 'undefined'});`;
  // In place of a script's path.
  const args = ['marginalia', 'build', source, '--out', path.join(out, 'editions'), '--quiet'];
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script, '--', ...args], {
    stdio: 'ignore',
    cwd: out,
  });
  rmSync(out, { recursive: true, force: true });
  return status === 0;
}

/** @type {esbuild.Plugin} */
const absentPackages = {
  name: 'absent packages',
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(absent).join('|').replaceAll('.', '\\.')})$`);
    build.onResolve({ filter }, ({ path: name, importer }) =>
      name.startsWith('.') && !ofEpub.test(importer) ? undefined : { path: name, namespace: 'absent' },
    );
    for (const [name, contents] of Object.entries(replaced)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'replaced' }));
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'replaced' }, () => ({
        loader: 'js',
        contents,
      }));
    }
    // Its own variant without checks: TypeScript has checked what src/epub tells it.
    build.onResolve({ filter: /^\.\/predicates$/ }, ({ importer, resolveDir }) =>
      ofEpub.test(importer) ? { path: path.join(resolveDir, 'predicates-nop.js') } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path: name }) => {
      const message = JSON.stringify(`${name} is not part of the bundle: ${absent[name] ?? ''}`);
      return {
        loader: 'js',
        contents: `const fail = () => { throw new Error(${message}); };
          const known = (name) => typeof name === 'symbol' || ['then', '__esModule', 'prototype'].includes(name);
          module.exports = new Proxy(fail, {
            apply: fail,
            construct: fail,
            get: (target, name) => (known(name) ? target[name] : fail()),
          });`,
      };
    });
  },
};

/**
 * @param {string} name a package
 * @param {readonly string[]} exported
 * @returns {esbuild.Plugin}
 */
function moduleApart(name, exported) {
  return {
    name: `${name} apart`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'apart' }));
      build.onLoad({ filter: /.*/, namespace: 'apart' }, () => ({
        loader: 'js',
        contents: `const apart = await __load();
          export const { ${exported.join(', ')} } = apart;`,
      }));
    },
  };
}

/**
 * The compiled validators are imported by a URL, so that they are found from src/ too; here they are put in, but for those
 * of a project's own tables, which stay beside.
 * @type {esbuild.Plugin}
 */
const validatorsInside = {
  name: 'validators inside',
  setup(build) {
    // The same path leads to it from lib/config and from lib/bin.
    build.onResolve({ filter: /table-validators\.cjs$/ }, ({ path: name }) => ({
      path: name,
      external: true,
    }));
    build.onLoad({ filter: /[\\/]config[\\/]validate\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const known =
        /import\(new URL\('\.\.\/\.\.\/lib\/([\w-]*validators\.c?js)', import\.meta\.url\)\.href\)/g;
      const contents = text.replace(known, "import('../$1')");
      if (text.match(known)?.length !== 2)
        throw new Error('config/validate.js imports its validators in another way than bundle.mjs knows');
      return { loader: 'js', contents };
    });
  },
};

/**
 * Hyphenation patterns are tables written as JavaScript; as JSON they are read faster.
 * @type {esbuild.Plugin}
 */
const patternsApart = {
  name: 'patterns apart',
  setup(build) {
    build.onLoad({ filter: /[\\/]fonts[\\/]hyphenator\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const known = 'require(`hyphen/patterns/${name}.js`)';
      if (text.split(known).length !== 2)
        throw new Error('fonts/hyphenator.js loads its patterns in another way than bundle.mjs knows');
      return { loader: 'js', contents: text.replace(known, () => 'require(`./patterns/${name}.json`)') };
    });
  },
};

/**
 * Modules of ours, compiled a moment ago.
 * @typedef {{
 *   'cli/bundle.js': typeof import('./src/cli/bundle.js'),
 *   'cli/repertoire.js': typeof import('./src/cli/repertoire.js'),
 *   'fonts/patterns.js': typeof import('./src/fonts/patterns.js'),
 * }} Compiled
 */

/**
 * @template {keyof Compiled} Name
 * @param {string} lib
 * @param {Name} name
 * @returns {Promise<Compiled[Name]>}
 */
function compiled(lib, name) {
  return import(pathToFileURL(path.join(lib, name)).href);
}

/**
 * @param {string} lib the compiled program
 * @param {string} folder gets the tables of the languages that the program knows, as JSON
 */
async function writePatterns(lib, folder) {
  mkdirSync(folder);
  const { patternFiles } = await compiled(lib, 'fonts/patterns.js');
  for (const name of new Set(patternFiles.values()))
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(require(`hyphen/patterns/${name}.js`)));
}

/**
 * What esbuild leaves outside ASCII stands in regular expressions, where an escape means the same.
 * @param {string} code
 * @returns {string} ASCII
 */
function escaped(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * @param {readonly string[]} inputs paths of modules below this folder
 * @returns {string} names and licences of the packages that they belong to
 */
function licences(inputs) {
  const packages = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      /** @type {unknown} */
      const parsed = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
      // The shape of a package.json.
      const manifest = /** @type {{ name: string, version: string, license?: string }} */ (parsed);
      const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
      const text = file === undefined ? '' : readFileSync(path.join(root, folder, file), 'utf8').trim();
      return `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
