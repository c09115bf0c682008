/** Every rule is named by a test, or by a table of cases that a test compares with what is reported. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../src/diagnostics/rules.js';

const folder = new URL('../', import.meta.url);

it('every rule has a test that names it', () => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // A galley that is written beside its TEI is a copy of what was said, nobody's expectation.
    .filter((name) => /\.test\.ts$|(?<!\.galley)\.yaml$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  // As a whole word: the name of one rule can stand in that of another.
  const unnamed = Object.keys(rules).filter(
    (id) => !texts.some((text) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text)),
  );
  expect(unnamed).toEqual([]);
});
