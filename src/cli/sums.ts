/**
 * SHA256SUMS of a folder of outputs, in the format of GNU coreutils: `checksum, two spaces, name`, a line with a
 * backslash before it where the name holds a backslash or a line end, which are then escaped.
 */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { pointOf, lineEnds } from '../diagnostics/place.js';
import { report } from '../diagnostics/report.js';
import { byCodePoint, type FileHost } from '../host.js';

export const sumsFileName = 'SHA256SUMS';

/** Names of editions; whatever else a list holds was put there by somebody else. */
export const outputName = /\.(xml|pdf|epub)$/;

/** Checksums by file name, lower-case hex. */
export type Sums = Map<string, string>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads the list of a folder; empty if there is none. Reports `sums-malformed` on the returned file.
 * @param shown path of the list as the user is to see it
 */
export async function readSums(
  folder: string,
  shown: string,
  host: FileHost,
): Promise<{ sums: Sums; file: VFile }> {
  const path = `${folder}/${sumsFileName}`;
  const file = new VFile({ path: shown });
  const sums: Sums = new Map();
  if ((await host.stat(path))?.kind !== 'file') return { sums, file };
  const text = new TextDecoder().decode(await host.read(path));
  file.value = text;
  const ends = lineEnds(text);
  let offset = 0;
  for (const line of text.split('\n')) {
    const parts = /^(\\?)([0-9a-f]{64}) [ *](.+?)\r?$/i.exec(line);
    if (parts) {
      const [, escaped = '', sum = '', name = ''] = parts;
      sums.set(escaped === '' ? name : unescaped(name), sum.toLowerCase());
    } else if (line.trim() !== '') {
      report(file, 'sums-malformed', { place: pointOf(offset, ends) });
    }
    offset += line.length + 1;
  }
  return { sums, file };
}

/** The list as text, by code point of the names. */
export function formatSums(sums: Sums): string {
  return [...sums.keys()]
    .sort(byCodePoint)
    .map((name) => {
      const written = name.replace(/[\\\n\r]/g, (character) => escapes[character] ?? character);
      return `${written === name ? '' : '\\'}${sums.get(name) ?? ''}  ${written}\n`;
    })
    .join('');
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

function unescaped(name: string): string {
  return name.replace(/\\([\\nr])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\',
  );
}
