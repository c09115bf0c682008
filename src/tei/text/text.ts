/** `text`: the transcription, each word of it once and in its order (TEI 4). */
import type { Element } from 'xast';
import { element } from '../element.js';
import { takeNotes, type Encoding } from '../encoding.js';
import { divisions } from './divisions.js';

export function text(encoding: Encoding): Element {
  const { document } = encoding;
  // Taken before the blocks: notes on the whole document stand at its head.
  const notes = takeNotes(encoding, document.id);
  const parts = divisions(
    document.children,
    encoding,
    { type: document.kind.value, 'xml:id': document.id },
    notes,
  );
  return element('text', { 'xml:lang': document.language.value }, [element('body', {}, parts)]);
}
