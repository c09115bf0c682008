/**
 * Finds or fetches the outside checkers. Java programs come from Maven and Ace from npm, each at the version
 * that the files in this folder name, into a cache that `npm ci` clears; jing, Java, Maven and Chromium are the
 * system's.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run, which } from './process.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(here, '../../node_modules/.cache/conformance');

/** A checker that this machine lacks; the message names what to install. */
export class MissingTool extends Error {}

/**
 * @param {string} command
 * @param {string} debianPackage
 * @returns {string} path of the program
 */
export function need(command, debianPackage) {
  const found = which(command);
  if (found === undefined) {
    throw new MissingTool(`${command} is missing: install it (Debian: apt-get install ${debianPackage})`);
  }
  return found;
}

/** @returns {string} path of a Chromium or Chrome */
export function needChromium() {
  const named = process.env['PUPPETEER_EXECUTABLE_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  for (const command of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = which(command);
    if (found !== undefined) return found;
  }
  throw new MissingTool(
    'Chromium is missing: install it (Debian: apt-get install chromium) or set PUPPETEER_EXECUTABLE_PATH',
  );
}

/**
 * @param {'verapdf' | 'schematron'} name a folder of `maven/`
 * @returns {Promise<string>} class path with the jars that its pom.xml names
 */
export async function needJars(name) {
  need('java', 'default-jre-headless');
  const pom = path.join(here, 'maven', name, 'pom.xml');
  const folder = path.join(cache, name);
  await fetchOnce(folder, [pom], async () => {
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
    const args = ['-q', '-B', '-f', pom, goal, `-DoutputDirectory=${folder}`];
    const { status, stdout, stderr } = await run(need('mvn', 'maven'), args);
    if (status !== 0) throw new MissingTool(`Maven could not fetch ${name}:\n${stdout}${stderr}`);
  });
  return path.join(folder, '*');
}

/** @returns {Promise<string>} path of Ace's command script for Puppeteer */
export async function needAce() {
  const folder = path.join(cache, 'ace');
  const lists = ['package.json', 'package-lock.json', '.npmrc'].map((name) => path.join(here, 'ace', name));
  await fetchOnce(folder, lists, async () => {
    for (const list of lists) copyFileSync(list, path.join(folder, path.basename(list)));
    // Without scripts, Electron and Puppeteer download no browsers.
    const { status, stderr } = await run(npm(), ['ci', '--ignore-scripts'], { cwd: folder });
    if (status !== 0) throw new MissingTool(`npm could not fetch Ace:\n${stderr}`);
  });
  return path.join(folder, 'node_modules/@daisy/ace/bin/ace-puppeteer.js');
}

/** @returns {string} npm as this platform calls it */
function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/**
 * Fills a cache folder unless it was filled from the same lists before. The mark is written last, so a fetch
 * that was broken off is made again.
 * @param {string} folder
 * @param {readonly string[]} lists files that say what is to be fetched
 * @param {() => Promise<void>} fill
 */
async function fetchOnce(folder, lists, fill) {
  const mark = path.join(folder, '.fetched');
  const wanted = lists.map((list) => readFileSync(list, 'utf8')).join('\n');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill();
  writeFileSync(mark, wanted);
}
