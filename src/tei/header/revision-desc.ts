/** When the file was made: the date of the build, which is never the clock's (TEI 2.6). */
import type { Element } from 'xast';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { programName } from './title-stmt.js';

export function revisionDesc(encoding: Encoding): Element {
  return element('revisionDesc', {}, [
    element(
      'change',
      { when: encoding.edition.publication.date, who: encoding.ids.pointer('fixed', 'marginalia') },
      [`Encoded by ${programName(encoding)}.`],
    ),
  ]);
}
