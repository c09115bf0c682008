import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { decode, forbiddenIn, refuseForbidden, refuseLong } from '../host/decode.js';
import type { Source } from './types.js';

/** Reports `source-name` where outputs and the TEI could not say what the source is called. */
export function refuseName(stem: string, file: VFile): void {
  const actual = forbiddenIn(stem);
  if (actual !== undefined) report(file, 'source-name', { actual: `${actual} in the name` });
}

/**
 * Gives a file the text of its source. What is no text, or more than the page of a document, is reported.
 * @returns the bytes of the source as it came; undefined after errors
 */
export function takeText({ content }: Source, file: VFile): Uint8Array | undefined {
  let text: string | undefined;
  if (typeof content === 'string') text = refuseForbidden(content, file) ? undefined : content;
  else text = decode(content, file);
  if (text === undefined) return undefined;
  // Readers know line feeds only. U+2028 and U+2029 end lines too (Unicode, section 5.8).
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  if (refuseLong(lines, file)) return undefined;
  file.value = lines;
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
