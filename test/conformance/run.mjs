/**
 * `npm run conformance`: builds every source and fixture and has the editions judged by the public checkers.
 * Ends with 1 at any finding, any checker that is missing, and any checker that lets a spoilt file pass.
 * The editions are kept when something was found, and their folder is named.
 */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { buildEditions } from './editions.mjs';
import { checkAccessibility, checkEpub, spoilEpub } from './epub.mjs';
import { checkPdf, plainPdf, profiles } from './pdf.mjs';
import { checkGrammar, checkRules, spoilTei } from './tei.mjs';
import { MissingTool } from './tools.mjs';

/** @typedef {import('./editions.mjs').Outcome} Outcome */

const out = mkdtempSync(path.join(tmpdir(), 'marginalia-conformance-'));
const work = path.join(out, '.work');
mkdirSync(work);
let failures = 0;

/** @param {Outcome} outcome */
function print({ name, files, findings }) {
  const count = `${String(files)} ${files === 1 ? 'file' : 'files'}, ${String(findings.length)} findings`;
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(28)} ${count}`);
  for (const finding of findings) {
    // jing lists every element of TEI that would have been expected.
    const text = finding.replaceAll(`${out}/`, '').replace(/^(.{400}).+$/gm, '$1 …');
    console.log(text.replace(/^/gm, '       '));
  }
  failures += findings.length;
}

/**
 * Runs a check on the editions and on a spoilt file. Without the second, a checker that looks at nothing would pass.
 * @param {string} name
 * @param {readonly string[]} files
 * @param {string} spoilt
 * @param {(files: readonly string[]) => Promise<Outcome>} check
 */
async function judge(name, files, spoilt, check) {
  try {
    const control = await check([spoilt]);
    const outcome = await check(files);
    const blind = control.findings.length === 0 ? ['lets a spoilt file pass: the check does not work'] : [];
    print({ ...outcome, findings: [...outcome.findings, ...blind] });
  } catch (error) {
    if (!(error instanceof MissingTool)) throw error;
    print({ name, files: 0, findings: [`not run: ${error.message}`] });
  }
}

const { outcome, tei, pdf, epub } = await buildEditions(out);
print(outcome);
if (tei[0] === undefined || pdf[0] === undefined || epub[0] === undefined) {
  console.log('FAIL nothing to check: no edition was built whole');
  failures += 1;
} else {
  const spoiltTei = spoilTei(tei[0], work);
  const spoiltPdf = await plainPdf(work);
  const spoiltEpub = spoilEpub(epub[0], work);
  await judge('TEI, tei_all.rng (jing)', tei, spoiltTei.grammar, checkGrammar);
  await judge('TEI, tei_all.sch (SchXslt)', tei, spoiltTei.rules, (files) =>
    checkRules(files, mkdtempSync(path.join(work, 'rules-'))),
  );
  for (const profile of profiles) {
    await judge(`PDF, ${profile} (veraPDF)`, pdf, spoiltPdf, (files) => checkPdf(files, profile));
  }
  await judge('EPUB (EPUBCheck)', epub, spoiltEpub, checkEpub);
  await judge('EPUB, accessibility (Ace)', epub, spoiltEpub, (files) =>
    checkAccessibility(files, mkdtempSync(path.join(work, 'ace-'))),
  );
}
if (failures === 0) {
  rmSync(out, { recursive: true, force: true });
  console.log('conformance: no finding');
} else {
  console.log(`conformance: ${String(failures)} findings; the editions are in ${out}`);
  process.exitCode = 1;
}
