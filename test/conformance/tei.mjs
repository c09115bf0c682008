/** TEI against tei_all, grammar (jing) and rules (SchXslt on Saxon), as the TEI Consortium publishes them. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { run } from './process.mjs';
import { need, needJars } from './tools.mjs';

/** @typedef {import('./editions.mjs').Outcome} Outcome */

const schema = path.join(path.dirname(fileURLToPath(import.meta.url)), '../schema');

/**
 * @param {readonly string[]} files
 * @returns {Promise<Outcome>}
 */
export async function checkGrammar(files) {
  const jing = need('jing', 'jing');
  const findings = files.flatMap(wellFormedness);
  // jing stops without a word at the first ill-formed file of its list.
  const wellFormed = files.filter((file) => wellFormedness(file).length === 0);
  if (wellFormed.length > 0) {
    const { status, stdout, stderr } = await run(jing, [path.join(schema, 'tei_all.rng'), ...wellFormed]);
    // Debian's wrapper speaks of its own jars: no word about the files.
    findings.push(...lines(stdout).filter((line) => !/^\[warning\] \S*\bjing: /.test(line)));
    if (status !== 0 && findings.length === 0) findings.push(`jing ended with ${String(status)}\n${stderr}`);
  }
  return { name: 'TEI, tei_all.rng (jing)', files: files.length, findings };
}

/**
 * @param {readonly string[]} files
 * @param {string} work folder for what is made on the way
 * @returns {Promise<Outcome>}
 */
export async function checkRules(files, work) {
  const name = 'TEI, tei_all.sch (SchXslt)';
  const jars = await needJars('schematron');
  const java = need('java', 'default-jre-headless');
  const input = path.join(work, 'schematron-in');
  const output = path.join(work, 'schematron-out');
  const rules = path.join(work, 'tei_all.sch.xsl');
  for (const folder of [input, output]) mkdirSync(folder, { recursive: true });
  // Saxon takes a folder and names its results like the files: give each file a name of its own.
  files.forEach((file, index) => {
    copyFileSync(file, path.join(input, `${String(index)}.xml`));
  });
  const saxon = ['-cp', jars, 'net.sf.saxon.Transform'];
  const compiler = '-xsl:classpath:xslt/2.0/pipeline-for-svrl.xsl';
  for (const args of [
    [`-s:${path.join(schema, 'tei_all.sch')}`, compiler, `-o:${rules}`],
    [`-s:${input}`, `-xsl:${rules}`, `-o:${output}`],
  ]) {
    const { status, stdout, stderr } = await run(java, [...saxon, ...args]);
    if (status !== 0) return { name, files: files.length, findings: [`Saxon failed\n${stdout}${stderr}`] };
  }
  const findings = files.flatMap((file, index) =>
    reportedRules(readFileSync(path.join(output, `${String(index)}.xml`))).map((text) => `${file}: ${text}`),
  );
  return { name, files: files.length, findings };
}

/**
 * @param {Uint8Array} report SVRL
 * @returns {string[]} place and text of every rule that was broken, at every level
 */
function reportedRules(report) {
  const document = XmlDocument.fromBuffer(report);
  const svrl = { svrl: 'http://purl.oclc.org/dsdl/svrl' };
  try {
    if (document.find('//svrl:fired-rule', svrl).length === 0) return ['no rule looked at the file'];
    return document
      .find('//svrl:failed-assert | //svrl:successful-report', svrl)
      .map((rule) => `${rule.get('@location')?.content ?? ''}: ${rule.content.replace(/\s+/g, ' ').trim()}`);
  } finally {
    document.dispose();
  }
}

/**
 * @param {string} file
 * @returns {string[]} nothing, or one finding that says where the file is ill-formed
 */
function wellFormedness(file) {
  try {
    XmlDocument.fromBuffer(readFileSync(file), { option: ParseOption.XML_PARSE_NONET }).dispose();
    return [];
  } catch (error) {
    return [`${file}: not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/**
 * Files that each checker must complain about: the first edition with one fault put in.
 * @param {string} file a TEI file
 * @param {string} work
 * @returns {{ grammar: string, rules: string }} their paths
 */
export function spoilTei(file, work) {
  const text = readFileSync(file, 'utf8');
  /** @type {(name: string, fault: string) => string} */
  const spoil = (name, fault) => {
    const place = path.join(work, name);
    const spoilt = text.replace('</p>', `${fault}</p>`);
    if (spoilt === text) throw new Error(`${file} has no <p>`);
    writeFileSync(place, spoilt);
    return place;
  };
  return {
    grammar: spoil('spoilt-grammar.xml', '<unheard-of/>'),
    rules: spoil('spoilt-rules.xml', '<ptr target="#x" cRef="y"/>'),
  };
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function lines(text) {
  return text.split('\n').filter((line) => line.trim() !== '');
}
