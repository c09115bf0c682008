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
      [`Encoded by ${programName(encoding)}.${dated[encoding.dateOf]}`],
    ),
  ]);
}

/** No date is stated of an edition whose `change` bears another: it is said which. */
const dated: Readonly<Record<Encoding['dateOf'], string>> = {
  edition: '',
  page: ' No date of the edition is stated: this is the day on which the page was uploaded.',
  program: ' No date of the edition is stated: this is that of the release of the program.',
};
