import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { doors, forbidden, packageName } from './architecture/arrows.js';
import { moduleFacts } from './architecture/module-facts.js';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const src = path.join(root, 'src');

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => ({ name, facts: moduleFacts(readFileSync(path.join(src, name), 'utf8')) }));

/** Path below src of what a relative import names; bare names are packages. */
function target(module: string, specifier: string): { path: string } | { package: string } {
  if (!specifier.startsWith('.')) return { package: specifier };
  return { path: path.posix.join(path.posix.dirname(module), specifier).replace(/\.js$/, '.ts') };
}

function judge(name: string, text: string): string[] {
  return moduleFacts(text).imports.flatMap(
    ({ specifier, typeOnly }) => forbidden(name, target(name, specifier), typeOnly) ?? [],
  );
}

describe('imports', () => {
  it('follow the arrows of ARCHITECTURE.md', () => {
    expect(modules.length).toBeGreaterThan(0);
    const wrong = modules.flatMap(({ name, facts }) =>
      facts.imports.flatMap(({ specifier, typeOnly, line }) => {
        const reason = forbidden(name, target(name, specifier), typeOnly);
        return reason === undefined ? [] : [`src/${name}:${line} ${reason}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are seen in every form, and judged', () => {
    expect(judge('typeset/a.ts', `import { a } from '../tei/encode.js';`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `import type { A } from '../tei/encode.js';`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `export * from '../fonts/shaper.js';`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `const a = await import('pdfkit');`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `const a = await import(name);`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `type A = import('../tei/encode.js').A;`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `import pdfkit = require('pdfkit');`)).toHaveLength(1);
    expect(judge('typeset/a.ts', `import 'node:fs';`)).toHaveLength(1);
    expect(judge('read/a.ts', `import { transform } from '../transform/index.js';`)).toHaveLength(1);
    expect(judge('novel/a.ts', `import { a } from '../tei/encode.js';`)).toHaveLength(1);
    expect(judge('fonts/a.ts', `import { type A, b } from '../typeset/measure.js';`)).toHaveLength(1);
    expect(judge('fonts/a.ts', `import { type A } from '../typeset/measure.js';`)).toEqual([]);
    expect(judge('typeset/a.ts', `// import '../tei/encode.js'\nconst text = "import 'pdfkit'";`)).toEqual(
      [],
    );
  });
});

describe('packages', () => {
  // The shape of our own package.json.
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    files: string[];
  };
  const declared = Object.keys(manifest.dependencies);

  it('that the program imports are dependencies of it', () => {
    const imported = modules.flatMap(({ name, facts }) =>
      facts.imports
        .filter(({ specifier, typeOnly }) => !typeOnly && !/^(\.|node:)/.test(specifier))
        .filter(({ specifier }) => !declared.includes(packageName(specifier)))
        .map(({ specifier, line }) => `src/${name}:${line} ${specifier}`),
    );
    expect(imported).toEqual([]);
  });

  it('has the documentation that messages point to', () => {
    const told = modules.filter(({ name }) =>
      /docs\/[\w-]+\.md/.test(readFileSync(path.join(src, name), 'utf8')),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(manifest.files).toContain('docs');
  });

  it('that are dependencies are used by the program', () => {
    // Font packages and patterns of hyphenation are found by name, so the text is searched.
    const text = modules.map(({ name }) => readFileSync(path.join(src, name), 'utf8')).join('\n');
    const quoted = (name: string): boolean => new RegExp(`['"\`]${name}['"\`/]`).test(text);
    expect(declared.filter((name) => !quoted(name))).toEqual([]);
  });
});

describe('purity', () => {
  it('clock, chance, locale and environment are touched at the doors only', () => {
    const wrong = modules
      .filter(({ name }) => !doors.includes(name))
      .flatMap(({ name, facts }) => facts.impurities.map(({ what, line }) => `src/${name}:${line} ${what}`));
    expect(wrong).toEqual([]);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'process.env.HOME',
    "process['env']",
    'globalThis.process.env',
    'const { env } = process',
    "'a'.localeCompare('b')",
    '(1).toLocaleString()',
    "'I'.toLocaleLowerCase()",
    "fetch('http://example.org')",
    "globalThis.fetch('http://example.org')",
    "new WebSocket('ws://example.org')",
  ])('sees %s', (code) => {
    expect(moduleFacts(code).impurities).toHaveLength(1);
  });

  it('lets a date be made of given parts', () => {
    expect(moduleFacts('new Date(0); Date.UTC(1950, 1, 7); Math.max(1, 2);').impurities).toEqual([]);
  });
});

describe('names', () => {
  const nameless = /^(utils?|helpers?|managers?|data)$/i;
  const meaningless = (file: string): boolean =>
    file.split(/[/\\]/).some((part) => nameless.test(part.replace(/(\.test)?\.[a-z]+$/, '')));

  it.each(['src', 'test', 'bench', 'templates'])('in %s say what a file holds', (folder) => {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
    expect(files.filter(meaningless)).toEqual([]);
  });

  it('that say nothing are seen', () => {
    expect(['read/utils.ts', 'data/x.ts', 'pdf/FontManager.ts'].filter(meaningless)).toHaveLength(2);
  });
});
