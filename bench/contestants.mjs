/** Who runs: our whole command, and those that make only a PDF of the same text. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { needChromium } from '../test/conformance/tools.mjs';
import { htmlSource } from './html-source.mjs';
import { typstSource } from './typst-source.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */
/** @typedef {import('./edition-text.mjs').EditionText} EditionText */

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..');
const faces = path.join(root, 'node_modules/@expo-google-fonts/eb-garamond');
const fonts = {
  roman: path.join(faces, '400Regular/EBGaramond_400Regular.ttf'),
  italic: path.join(faces, '400Regular_Italic/EBGaramond_400Regular_Italic.ttf'),
};

/**
 * Our command as a user runs it: TEI, PDF and EPUB into an empty folder.
 * @param {string} source
 * @param {string} work
 * @returns {Contestant & { folder: string }} `folder` gets a folder for each run
 */
export function marginalia(source, work) {
  const folder = path.join(work, 'marginalia');
  return {
    name: 'marginalia: TEI, PDF, EPUB',
    folder,
    prepare: (run) => {
      const out = path.join(folder, String(run));
      return {
        command: process.execPath,
        args: [path.join(root, 'lib/bin/launch.cjs'), 'build', source, '--out', out, '--quiet'],
      };
    },
  };
}

/**
 * @param {EditionText} text
 * @param {string} work
 * @returns {Contestant & { pdf: string } | string} why not, if Typst cannot be had
 */
export function typst(text, work) {
  const home = path.join(root, 'node_modules/.cache/bench/typst');
  mkdirSync(home, { recursive: true });
  for (const file of ['package.json', 'print.mjs'])
    copyFileSync(path.join(here, 'typst', file), path.join(home, file));
  // Not among our own dependencies: not all of its platform packages are published, which no lock can hold.
  if (!existsSync(path.join(home, 'node_modules/@myriaddreamin'))) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['install', '--no-package-lock', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync(npm, args, { cwd: home, encoding: 'utf8' });
    if (status !== 0) return `Typst could not be installed: ${stderr.trim()}`;
  }
  const source = path.join(work, 'edition.typ');
  const pdf = path.join(work, 'typst.pdf');
  writeFileSync(source, typstSource(text));
  return {
    name: 'Typst: PDF',
    pdf,
    prepare: () => ({
      command: process.execPath,
      args: [path.join(home, 'print.mjs'), source, pdf, fonts.roman, fonts.italic],
    }),
  };
}

/**
 * @param {EditionText} text
 * @param {string} work
 * @returns {Contestant & { pdf: string } | string} why not, if there is no Chromium
 */
export function chromium(text, work) {
  let command;
  try {
    command = needChromium();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const source = path.join(work, 'edition.html');
  const pdf = path.join(work, 'chromium.pdf');
  const urls = { roman: pathToFileURL(fonts.roman).href, italic: pathToFileURL(fonts.italic).href };
  writeFileSync(source, htmlSource(text, urls));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  return {
    name: 'Chromium: PDF',
    pdf,
    prepare: () => ({
      command,
      args: [
        ...flags,
        `--user-data-dir=${path.join(work, 'chromium')}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(source).href,
      ],
    }),
  };
}
