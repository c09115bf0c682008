/** Who wrote to whom, when and where (TEI 2.4.6). */
import type { Element } from 'xast';
import type { Fact } from '../../edition/types.js';
import { element, unlessEmpty } from '../element.js';
import type { Encoding } from '../encoding.js';
import { dateFact, mentionFact, sites, timeFact, writers } from '../mentions.js';
import { originAttributes } from '../responsibility.js';

/** Nothing where the document is no correspondence. */
export function correspDesc(encoding: Encoding): Element | undefined {
  const { sent, transmitted, received, addressees, copiesTo, fileCopy } = encoding.document.correspondence;
  return unlessEmpty('correspDesc', {}, [
    unlessEmpty('correspAction', { type: 'sent' }, [
      sent?.person ? mentionFact(sent.person, writers, encoding) : undefined,
      // Who wrote with the author sent with him; a sender who is another person sent alone.
      ...(sent?.person && sent.person.value === encoding.document.author?.value
        ? (encoding.document.coAuthors ?? []).map((author) => mentionFact(author, writers, encoding))
        : []),
      sent?.place ? mentionFact(sent.place, sites, encoding) : undefined,
      sent?.date ? dateFact(sent.date, encoding) : undefined,
      sent?.time ? timeFact(sent.time, encoding) : undefined,
      ...[sent?.dispatch, ...(sent?.dispatchParts ?? [])].map((number) => idno('dispatch', number, encoding)),
      ...(sent?.otherNumbers ?? []).map((number) => idno('dispatch', number, encoding, 'other')),
    ]),
    unlessEmpty('correspAction', { type: 'transmitted' }, [
      transmitted?.date ? dateFact(transmitted.date, encoding) : undefined,
      transmitted?.time ? timeFact(transmitted.time, encoding) : undefined,
    ]),
    unlessEmpty('correspAction', { type: 'received', subtype: 'to' }, [
      ...addressees.map((addressee) => mentionFact(addressee, writers, encoding)),
      received?.place ? mentionFact(received.place, sites, encoding) : undefined,
      received?.date ? dateFact(received.date, encoding) : undefined,
      received?.time ? timeFact(received.time, encoding) : undefined,
      idno('receipt', received?.number, encoding),
    ]),
    ...copiesTo.map((name) =>
      element('correspAction', { type: 'received', subtype: 'cc' }, [mentionFact(name, writers, encoding)]),
    ),
    fileCopy
      ? element('note', { type: 'file-copy', ...originAttributes(fileCopy.origin, encoding) }, [
          fileCopy.value,
        ])
      : undefined,
  ]);
}

function idno(
  type: 'dispatch' | 'receipt',
  number: Fact<string> | undefined,
  encoding: Encoding,
  subtype?: 'other',
): Element | undefined {
  return (
    number && element('idno', { type, subtype, ...originAttributes(number.origin, encoding) }, [number.value])
  );
}
