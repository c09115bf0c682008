/** PDF against PDF/A-3a and PDF/UA-1, by veraPDF. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { run } from './process.mjs';
import { need, needJars } from './tools.mjs';

/** @typedef {import('./editions.mjs').Outcome} Outcome */

/** veraPDF's names of the two profiles. */
export const profiles = /** @type {const} */ (['3a', 'ua1']);

/**
 * @param {readonly string[]} files
 * @param {typeof profiles[number]} profile
 * @returns {Promise<Outcome>}
 */
export async function checkPdf(files, profile) {
  const jars = await needJars('verapdf');
  const java = need('java', 'default-jre-headless');
  const program = ['-cp', jars, 'org.verapdf.apps.GreenfieldCliWrapper'];
  const { stdout, stderr } = await run(java, [...program, '--format', 'text', '-v', '-f', profile, ...files]);
  /** @type {Map<string, string[]>} */
  const verdicts = new Map();
  let current = /** @type {string[]} */ ([]);
  for (const line of stdout.split('\n')) {
    const verdict = /^(PASS|FAIL) (.*) \S+$/.exec(line);
    if (verdict?.[2] !== undefined) {
      current = verdict[1] === 'FAIL' ? [`${verdict[2]}: not ${profile}`] : [];
      verdicts.set(verdict[2], current);
    } else if (line.trim() !== '') current.push(line.trim());
  }
  const findings = files.flatMap((file) => {
    const verdict = verdicts.get(file);
    if (verdict === undefined) return [`${file}: veraPDF gave no verdict\n${stderr}`];
    return verdict.length === 0 ? [] : [verdict.join('\n')];
  });
  return {
    name: `PDF, ${profile === '3a' ? 'PDF/A-3a' : 'PDF/UA-1'} (veraPDF)`,
    files: files.length,
    findings,
  };
}

/**
 * A file that both profiles must refuse: a plain page without tags or embedded font.
 * @param {string} work
 * @returns {Promise<string>} its path
 */
export async function plainPdf(work) {
  const place = path.join(work, 'plain.pdf');
  const document = new PDFDocument();
  const sink = createWriteStream(place);
  document.pipe(sink);
  document.text('No tags.');
  document.end();
  await finished(sink);
  return place;
}
