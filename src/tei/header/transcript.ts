/** The page that the edition was made from, and printed editions that it names as its source (TEI 3.12). */
import type { Element } from 'xast';
import type { PageRemark, Responsibility, RightsParagraph } from '../../edition/types.js';
import { element, unlessEmpty, words, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { dateFact } from '../mentions.js';
import { originAttributes } from '../responsibility.js';
import { isPersonal } from './title-stmt.js';

export function transcript(encoding: Encoding): Element {
  const { document, ids } = encoding;
  const { page } = document;
  const dated = page.date ?? document.pageDate;
  return element('bibl', { 'xml:id': ids.pointer('fixed', 'transcript').slice(1), type: 'transcript' }, [
    element('title', {}, [document.title.verbatim ?? document.title.value]),
    page.publisher
      ? element('publisher', originAttributes(page.publisher.origin, encoding), [page.publisher.value])
      : undefined,
    dated ? dateFact(dated, encoding) : undefined,
    page.uploaded ? dateFact(page.uploaded, encoding, { type: 'uploaded' }) : undefined,
    page.record
      ? element('idno', { type: 'record', ...originAttributes(page.record.origin, encoding) }, [
          page.record.value,
        ])
      : undefined,
    page.url
      ? element('idno', { type: 'URL', ...originAttributes(page.url.origin, encoding) }, [page.url.value])
      : undefined,
    element('idno', { type: 'sha256' }, [page.sha256]),
    unlessEmpty(
      'availability',
      {},
      page.rights.map((paragraph) => rights(paragraph, encoding)),
    ),
    ...document.responsibilities
      .filter((statement) => !isPersonal(statement) && !namesEdition(statement))
      .map((statement) => element('note', { type: statement.kind }, [statement.text], statement.position)),
    ...page.remarks.map((remark) =>
      element(
        'note',
        { type: remark.label === wholeReference ? 'reference' : 'remark' },
        [...labelOf(remark), remark.text],
        remark.position,
      ),
    ),
  ]);
}

/** What a reader of references puts as the label of one that is kept whole: no word of the page. */
const wholeReference = 'reference';

function labelOf({ label, text }: PageRemark): Content[] {
  if (label === undefined || label === wholeReference) return [];
  return [element('label', {}, [label]), text === '' ? undefined : ' '];
}

/** "Published in …", "Reprinted from …": an edition in print. "Published by …" is a publisher. */
function namesEdition({ kind, text }: Responsibility): boolean {
  return (kind === 'published' || kind === 'reprinted') && !/^\p{L}+ by\b/iu.test(text);
}

export function printedSources(encoding: Encoding): Element[] {
  const { printedSources: sources, responsibilities } = encoding.document;
  return [
    ...sources.map((source) =>
      element(
        'bibl',
        { type: 'printed', ...originAttributes(source.origin, encoding) },
        [source.verbatim],
        source.position,
      ),
    ),
    ...responsibilities
      .filter(namesEdition)
      .map((statement) => element('bibl', { type: 'printed' }, [statement.text], statement.position)),
  ];
}

/** A URL of a licence, as rights statements give it; trailing punctuation is the sentence's. */
const licenceUrl =
  /https?:\/\/(?:creativecommons\.org|rightsstatements\.org|[\w.~/-]*licen[cs]e)(?:[\w.~/?=&+:#-]|%[0-9A-F]{2})*[\w/]/iu;

/** A paragraph of the rights statement, verbatim; what the page hid is a gap around the words it put instead. */
function rights(paragraph: RightsParagraph, encoding: Encoding): Element {
  const content = paragraph.children.map((child) =>
    child.type === 'text'
      ? words(child.value, child.position)
      : element('gap', { reason: 'hidden-by-page' }, [element('desc', {}, [child.value])], child.position),
  );
  const target = paragraph.children
    .map((child) => (child.type === 'text' ? licenceUrl.exec(child.value)?.[0] : undefined))
    .find((url) => url !== undefined);
  const origin = originAttributes(paragraph.origin, encoding);
  return target === undefined
    ? element('p', origin, content, paragraph.position)
    : element('licence', { target, ...origin }, content, paragraph.position);
}
