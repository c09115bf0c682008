/** `teiHeader`: what the file says about the document, the page it comes from, and itself (TEI 2). */
import type { Element } from 'xast';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { encodingDesc } from './encoding-desc.js';
import { msDesc } from './ms-desc.js';
import { profileDesc } from './profile-desc.js';
import { editionStmt, publicationStmt, seriesStmt } from './publication-stmt.js';
import { revisionDesc } from './revision-desc.js';
import { titleStmt } from './title-stmt.js';
import { printedSources, transcript } from './transcript.js';

/** Must be made after the text and the stand-off part: its title statement lists the editors they point to. */
export function teiHeader(encoding: Encoding): Element {
  const profile = profileDesc(encoding);
  const described = encodingDesc(encoding);
  const source = element('sourceDesc', {}, [
    transcript(encoding),
    ...printedSources(encoding),
    ...encoding.document.copies.map((copy) => msDesc(copy, encoding)),
  ]);
  const file = element('fileDesc', {}, [
    titleStmt(encoding),
    editionStmt(encoding),
    publicationStmt(encoding),
    seriesStmt(encoding),
    source,
  ]);
  return element('teiHeader', { 'xml:lang': 'en' }, [file, described, profile, revisionDesc(encoding)]);
}
