/** What `edition.yaml` says of the edition as a publication (TEI 2.2.2, 2.2.4, 2.2.5). */
import type { Element } from 'xast';
import { element, token } from '../element.js';
import type { Encoding } from '../encoding.js';

export function editionStmt({ edition }: Encoding): Element | undefined {
  const version = edition.publication.version;
  if (version === undefined) return undefined;
  return element('editionStmt', {}, [element('edition', { n: version }, [`Version ${version}`])]);
}

/** An agency comes before its details, or there are only paragraphs: no publisher is invented. */
export function publicationStmt({ edition, dateOf }: Encoding): Element {
  const { publisher, date, identifier, licence } = edition.publication;
  const idno = identifier ? element('idno', { type: token(identifier.type) }, [identifier.value]) : undefined;
  if (publisher !== undefined) {
    return element('publicationStmt', {}, [
      element('publisher', {}, [publisher]),
      // The day of a page or a program is no day of publication.
      dateOf === 'edition' ? element('date', { when: date }, [date]) : undefined,
      idno,
      licence
        ? element('availability', {}, [element('licence', { target: uri(licence.url) }, [licence.text])])
        : undefined,
    ]);
  }
  return element('publicationStmt', {}, [
    element('p', {}, ['Working edition, not published.']),
    idno ? element('p', {}, [`${identifier?.type ?? 'Identifier'}: `, idno]) : undefined,
    licence
      ? element('p', {}, [
          'Licence: ',
          licence.url === undefined
            ? licence.text
            : element('ref', { target: uri(licence.url) }, [licence.text]),
        ])
      : undefined,
  ]);
}

export function seriesStmt({ edition }: Encoding): Element | undefined {
  const series = edition.publication.series;
  return series === undefined
    ? undefined
    : element('seriesStmt', {}, [element('title', { level: 's' }, [series])]);
}

/** A per cent sign that begins no escape is itself escaped (RFC 3986, 2.1). */
function uri(url: string | undefined): string | undefined {
  return url?.replace(/%(?![0-9A-F]{2})/giu, '%25');
}
