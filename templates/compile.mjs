/**
 * Makes of this folder what the program loads at run time, so that no YAML is parsed and no schema compiled for
 * what ships: `templates.json` (every table: folder, then file stem), `validators.js` and `table-validators.cjs` (the
 * schemas of the files that an editor writes, as code; the second for files that few editions have). A shipped table that does not fit its schema stops the compilation.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import esbuild from 'esbuild';
import { parseDocument } from 'yaml';

/** ajv's types of this module do not fit its form. @type {unknown} */
const standalone = createRequire(import.meta.url)('ajv/dist/standalone');
const { default: standaloneCode } =
  /** @type {{ default: (ajv: Ajv, exports: Record<string, string>) => string }} */ (standalone);

const here = path.dirname(fileURLToPath(import.meta.url));

/** Schemas of what an editor writes: they are needed at run time. */
const written = ['edition', 'sidecar'];
/** Schemas of a project's own tables. They are a file of their own, so that no other edition loads them. */
const ownTables = ['design', 'authority', 'vocabulary', 'behaviours'];

/** Schema of the tables in a folder, if they have one. @type {Readonly<Record<string, string>>} */
const schemaOfFolder = {
  designs: 'design',
  authority: 'authority',
  vocabulary: 'vocabulary',
};

/**
 * @param {string} out folder that gets `templates.json`, `validators.js` and `table-validators.cjs`
 * @returns {Promise<void>} rejected with every fault found, one a line
 */
export async function compileTemplates(out) {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    // `properties` beside `type: [string, object]` is meant: a short form and a long one.
    strictTypes: false,
    code: { source: true, esm: true },
  });
  for (const file of readdirSync(path.join(here, 'schema')).sort()) {
    if (!file.endsWith('.schema.json')) continue;
    const name = path.basename(file, '.schema.json');
    /** @type {unknown} */
    const schema = JSON.parse(readFileSync(path.join(here, 'schema', file), 'utf8'));
    ajv.addSchema(/** @type {import('ajv').AnySchema} */ (schema), name);
  }

  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, Record<string, unknown>>} */
  const tables = {};
  for (const folder of readdirSync(here, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(path.join(here, folder.name)).sort()) {
      if (!file.endsWith('.yaml')) continue;
      const place = `templates/${folder.name}/${file}`;
      const document = parseDocument(readFileSync(path.join(here, folder.name, file), 'utf8'));
      for (const error of [...document.errors, ...document.warnings])
        faults.push(`${place}: ${error.message}`);
      const table = /** @type {unknown} */ (document.toJS());
      (tables[folder.name] ??= {})[path.basename(file, '.yaml')] = table;
      const schema = schemaOfFolder[folder.name];
      if (schema === undefined) continue;
      // Of a vocabulary each shipped file is one part, named after it.
      const whole = schema === 'vocabulary' ? { [path.basename(file, '.yaml')]: table } : table;
      if (ajv.validate(schema, whole)) continue;
      for (const error of ajv.errors ?? [])
        faults.push(`${place}${error.instancePath}: ${error.message ?? ''}`);
    }
  }
  if (faults.length > 0) throw new Error(`templates do not fit:\n${faults.join('\n')}`);

  /**
   * @param {readonly string[]} names schemas
   * @param {'esm' | 'cjs'} format
   */
  const compiled = async (names, format) => {
    const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
    // The code asks for pieces of ajv's runtime; they are put in, so that ajv itself is never loaded.
    const bundle = await esbuild.build({
      stdin: { contents: code, resolveDir: here, loader: 'js' },
      bundle: true,
      format,
      platform: 'node',
      minify: true,
      write: false,
      logLevel: 'error',
    });
    return bundle.outputFiles[0]?.text ?? '';
  };
  writeFileSync(path.join(out, 'validators.js'), await compiled(written, 'esm'));
  // A form that can be required: V8 forgets how to import when the command comes from a code cache (bundle.mjs).
  writeFileSync(path.join(out, 'table-validators.cjs'), await compiled(ownTables, 'cjs'));
  writeFileSync(path.join(out, 'templates.json'), JSON.stringify(tables));
}
