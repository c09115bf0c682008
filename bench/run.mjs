/**
 * `npm run bench [-- -n RUNS] [-- SOURCE]`: our whole command beside those that only make a PDF of the same text.
 * It states times and ratios and judges none.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, marginalia, typst } from './contestants.mjs';
import { editionText } from './edition-text.mjs';
import { race, summary } from './measure.mjs';
import { lettersOf, pdfWords } from './pdf-words.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', short: 'n', default: '15' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
  throw new Error(`-n takes a whole number of runs, not ${values.runs}`);
const source = path.resolve(positionals[0] ?? path.join(root, 'sources/1950-02-07-shtykov-vyshinsky.txt'));
if (!existsSync(source)) throw new Error(`no such source: ${source}`);

const work = mkdtempSync(path.join(tmpdir(), 'marginalia-bench-'));
try {
  const ours = marginalia(source, work);
  await race([ours], { warmUps: 1, runs: 0 });
  const built = path.join(ours.folder, '-1');
  const stem = path.basename(source, path.extname(source));
  const text = editionText(readFileSync(path.join(built, `${stem}.xml`), 'utf8'));

  const others = [typst(text, work), chromium(text, work)];
  const rivals = others.filter((other) => typeof other !== 'string');
  for (const reason of others.filter((other) => typeof other === 'string'))
    console.log(`left out: ${reason}`);
  await race(rivals, { warmUps: 1, runs: 0 });

  // A rival that sets less than the text would be no measure.
  const expected = text.blocks.map((block) => block.label + block.text + block.notes.join('')).join('');
  console.log(`${stem}: ${lettersOf(expected)} letters; ${readdirSync(built).sort().join(', ')}`);
  for (const { name, pdf } of [{ name: ours.name, pdf: path.join(built, `${stem}.pdf`) }, ...rivals]) {
    const { letters, pages } = await pdfWords(pdf);
    console.log(`${name}: ${letters} letters on ${pages} pages`);
    if (letters < lettersOf(expected)) throw new Error(`${name}: the PDF lacks a part of the text`);
  }

  const results = await race([ours, ...rivals], { warmUps: 1, runs });
  const own = summary(results[0]?.times ?? []).median;
  console.log(
    `\n${String(runs)} runs in turn, whole processes, ms; Node ${process.version}, ${String(cpus().length)} processors`,
  );
  console.log(
    `${''.padEnd(28)}${['median', 'min', 'max', 'ratio'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const { name, times } of results) {
    const { median, min, max } = summary(times);
    const columns = [median.toFixed(0), min.toFixed(0), max.toFixed(0), (own / median).toFixed(2)];
    console.log(`${name.padEnd(28)}${columns.map((column) => column.padStart(9)).join('')}`);
  }
  console.log('ratio: our median to theirs');
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
