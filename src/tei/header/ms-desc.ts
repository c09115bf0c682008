/** One archival copy (TEI 11). */
import type { Element } from 'xast';
import type { Copy, CopyField, Leaves, Responsibility, Span } from '../../edition/types.js';
import { element, unlessEmpty, type Attributes, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { foliationId } from '../identifiers.js';
import { correctedBy, originAttributes } from '../responsibility.js';
import { kindNames } from './encoding-desc.js';
import { ownTitle } from './own-title.js';
import { shelfmark } from './shelfmark.js';

export function msDesc(copy: Copy, encoding: Encoding): Element {
  return element(
    'msDesc',
    { 'xml:id': copy.id, type: 'archival-copy', ...originAttributes(copy.origin, encoding) },
    [
      msIdentifier(copy, encoding),
      msContents(copy, encoding),
      physDesc(copy, encoding),
      history(copy.provenance),
      unlessEmpty('additional', {}, [unlessEmpty('adminInfo', {}, [remarks(copy)])]),
    ],
    copy.position,
  );
}

/** One repository; `idno` before `altIdentifier`; the whole reference stands last, verbatim. */
function msIdentifier(copy: Copy, encoding: Encoding): Element {
  const { repository } = copy;
  const by = (field: CopyField): Attributes => correctedBy(copy, field, encoding);
  const organisation = repository ? encoding.ids.get('organisation', repository.key) : undefined;
  return element('msIdentifier', {}, [
    repository?.country === undefined ? undefined : element('country', by('country'), [repository.country]),
    repository?.settlement === undefined
      ? undefined
      : element('settlement', by('settlement'), [repository.settlement]),
    repository
      ? element(
          'repository',
          { ref: organisation === undefined ? undefined : `#${organisation}`, ...by('repository') },
          [repository.text],
        )
      : undefined,
    shelfmark(copy, encoding),
    ...copy.former.map((number) => altIdentifier('former', number.text)),
    altIdentifier('verbatim', reference(copy)),
  ]);
}

/** The reference as printed, up to what is said after it of classification and drafting: that stands in notes. */
function reference({ verbatim, description }: Copy): string {
  let end = verbatim.length;
  for (const span of [...description].sort((a, b) => b.start - a.start)) {
    if (!span.about || !/^[\s.,;]*$/u.test(verbatim.slice(span.end, end))) break;
    end = span.start;
  }
  return end === verbatim.length || end === 0 ? verbatim : verbatim.slice(0, end).replace(/[\s.,;]+$/u, '');
}

function altIdentifier(type: 'former' | 'verbatim', number: string): Element {
  return element('altIdentifier', { type }, [element('idno', {}, [number])]);
}

/** An `msItem` must hold more than a `locus`: it names the document, by its own heading or by its kind. The title of the page is not on the copy. */
function msContents(copy: Copy, encoding: Encoding): Element {
  const { document } = encoding;
  const own = ownTitle(document);
  const title =
    own === undefined
      ? element('title', { type: 'supplied', ...originAttributes(document.kind.origin, encoding) }, [
          kindNames[document.kind.value],
        ])
      : element('title', {}, [own]);
  const loci = copy.leaves.map((leaves) =>
    element(
      'locus',
      {
        scheme: `#${foliationId(copy.id, leaves.unit)}`,
        from: leaves.from,
        to: leaves.to,
        ...correctedBy(copy, 'leaves', encoding),
      },
      [leaves.text],
    ),
  );
  return element('msContents', {}, [
    copy.language
      ? element('textLang', {
          mainLang: copy.language.value,
          ...originAttributes(copy.language.origin, encoding),
        })
      : undefined,
    element('msItem', {}, [...(loci.length > 1 ? [element('locusGrp', {}, loci)] : loci), title]),
  ]);
}

/** What is said of the object, and the numberings that its leaves are cited by. */
function physDesc(copy: Copy, encoding: Encoding): Element | undefined {
  const foliations = new Map<Leaves['unit'], Leaves>();
  for (const leaves of copy.leaves) if (!foliations.has(leaves.unit)) foliations.set(leaves.unit, leaves);
  const numbering = [...foliations.values()].map((leaves) =>
    element('foliation', { 'xml:id': foliationId(copy.id, leaves.unit) }, [
      element('p', {}, [foliationSentence(leaves)]),
    ]),
  );
  return unlessEmpty('physDesc', {}, [
    ...copy.description.filter(({ about }) => !about).map(paragraph),
    unlessEmpty('objectDesc', {}, [unlessEmpty('supportDesc', {}, numbering)]),
    additions(copy, encoding),
  ]);
}

/** That the marginal notes which the page reports stand on this copy (TEI 11.7.2.3). */
function additions({ bearsNotes }: Copy, encoding: Encoding): Element | undefined {
  const { marginalia } = encoding.document;
  if (!bearsNotes || marginalia.length === 0) return undefined;
  const reports = [...new Set(marginalia.map(({ report }) => report))].map((id, index) =>
    element('ref', { target: `#${id}` }, [
      index === 0 ? 'the page reports' : `and in report ${String(index + 1)}`,
    ]),
  );
  return element('additions', originAttributes(bearsNotes, encoding), [
    element('p', {}, [
      marginalia.length === 1 ? 'The marginal note that ' : 'The marginal notes that ',
      ...reports.flatMap((report, index) => (index === 0 ? [report] : [' ', report])),
      '; not seen.',
    ]),
  ]);
}

const numbered = { leaf: 'leaf', page: 'page', frame: 'frame of the film' } as const;

/** "Cited by leaf (“Listy”); …": with the source's word as printed, if it used one. What the object bears nobody has seen. */
function foliationSentence(leaves: Leaves): string {
  const label = /^[^\p{N}]*\p{L}\.?/u.exec(leaves.text)?.[0]?.trim();
  const word = label === undefined ? '' : ` (“${label}”)`;
  return `Cited by ${numbered[leaves.unit]}${word}; the numbers on the object were not seen.`;
}

/** How the copy came to be known. `acquisition` may stand once, after every `provenance`. */
function history(statements: readonly Responsibility[]): Element | undefined {
  const acquired = statements.filter(isAcquisition);
  const others = statements.filter((statement) => !isAcquisition(statement));
  return unlessEmpty('history', {}, [
    ...others.map((statement) => element('provenance', {}, [statementParagraph(statement)])),
    unlessEmpty('acquisition', {}, acquired.map(statementParagraph)),
  ]);
}

function isAcquisition(statement: Responsibility): boolean {
  return ['obtained', 'contributed', 'provided'].includes(statement.kind);
}

/** A statement verbatim to the end of its names, which are marked. */
function statementParagraph({ text: own, whole, names, position }: Responsibility): Element {
  const text = whole ?? own;
  const content: Content[] = [];
  let cursor = 0;
  for (const name of names) {
    const at = name === '' ? -1 : text.indexOf(name, cursor);
    if (at < 0) continue;
    content.push(text.slice(cursor, at), element('name', {}, [name]));
    cursor = at + name.length;
  }
  return element('p', {}, [...content, text.slice(cursor)], position);
}

/** One note may stand in `adminInfo`; several stand in a group. */
function remarks(copy: Copy): Element | undefined {
  const notes = [
    ...copy.lacunae.map((span) => element('note', { type: 'lacuna' }, [span.text])),
    ...copy.description.flatMap(({ about, text }) =>
      about ? [element('note', { type: about }, [text])] : [],
    ),
    ...copy.remainder.map((span) => element('note', { type: 'remainder' }, [span.text])),
  ];
  return notes.length > 1 ? element('noteGrp', {}, notes) : notes[0];
}

function paragraph(span: Span): Element {
  return element('p', {}, [span.text]);
}
