/** Builds every edition that the checks look at, through the command line, as a user would. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inPairs, run } from './process.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Outcome of one check.
 * @typedef {object} Outcome
 * @property {string} name what was checked, by what
 * @property {number} files how many files were looked at
 * @property {readonly string[]} findings one text for each; none means that all is well
 */

/**
 * What was built.
 * @typedef {{ outcome: Outcome, tei: string[], pdf: string[], epub: string[] }} Editions
 */

/**
 * @param {string} out folder that gets a folder for `sources/` and one for each fixture
 * @returns {Promise<Editions>} paths of what was built, sorted; a source that does not build is a finding
 */
export async function buildEditions(out) {
  const command = path.join(root, 'lib/bin/launch.cjs');
  if (!existsSync(command)) throw new Error('lib/bin/launch.cjs is missing: run `npm ci` first');
  const jobs = [{ name: 'sources', input: path.join(root, 'sources') }, ...fixtures()];
  /** @type {Editions} */
  const editions = { outcome: { name: 'build', files: 0, findings: [] }, tei: [], pdf: [], epub: [] };
  const results = await inPairs(jobs, async ({ name, input }) => {
    const folder = path.join(out, name);
    mkdirSync(folder, { recursive: true });
    const args = [command, 'build', input, '--out', folder, '--format', 'tei,pdf,epub', '--quiet'];
    return { name, folder, ...(await run(process.execPath, args, { cwd: root })) };
  });
  /** @type {string[]} */
  const findings = [];
  for (const { name, folder, status, stderr } of results) {
    if (status !== 0) findings.push(`${name}: exit ${String(status)}\n${stderr.trimEnd()}`);
    const stems = new Set();
    for (const file of readdirSync(folder).sort()) {
      const place = path.join(folder, file);
      const extension = path.extname(file);
      if (extension === '.xml') editions.tei.push(place);
      else if (extension === '.pdf') editions.pdf.push(place);
      else if (extension === '.epub') editions.epub.push(place);
      else continue;
      stems.add(path.basename(file, extension));
    }
    if (status === 0 && stems.size === 0) findings.push(`${name}: nothing was built`);
    for (const stem of stems) {
      for (const extension of ['xml', 'pdf', 'epub']) {
        const file = `${String(stem)}.${extension}`;
        if (!existsSync(path.join(folder, file))) findings.push(`${name}: ${file} was not built`);
      }
    }
  }
  editions.outcome = { name: 'build', files: editions.tei.length, findings };
  return editions;
}

/** @returns {{ name: string, input: string }[]} fixtures with a source, but for those that must be refused */
function fixtures() {
  const folder = path.join(root, 'test/fixtures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, input: path.join(folder, name, 'source.txt') }))
    .filter(({ name, input }) => existsSync(input) && !name.startsWith('refused-'));
}
