/** Editions written by hand of other kinds of pages, each with something that the telegram has not. */
import type { Edition } from '../../src/edition/types.js';
import { telegram } from './telegram.js';
import {
  copy,
  documentNode,
  edition,
  editorOrigin,
  entry,
  fact,
  heading,
  inferredOrigin,
  label,
  mention,
  name,
  paragraph,
  point,
  points,
  somewhere,
  span,
  statedOrigin,
  text,
} from './build.js';

/** The telegram as an editor has it who overruled one anchor and is not named in edition.yaml. */
export const overruled: Edition = {
  ...telegram,
  children: telegram.children.map((document) => ({
    ...document,
    marginalia: document.marginalia.map((note) => {
      if (note.certainty !== 'low') return note;
      const { certainty: _, ...rest } = note;
      return {
        ...rest,
        anchors: ['p7'],
        alternatives: ['p8'],
        settled: { fields: ['anchors'], resp: 'editor' },
      };
    }),
  })),
};

/** The telegram with a note that was stamped, dated, in a medium of its own, and written to two. */
export const changed: Edition = {
  ...telegram,
  children: telegram.children.map((document) => ({
    ...document,
    marginalia: document.marginalia.map((note) =>
      note.addressees
        ? {
            ...note,
            sign: 'replaced',
            medium: 'in red pencil',
            date: '8 February',
            addressees: [...note.addressees, mention('beria', 'Beria')],
          }
        : note,
    ),
  })),
};

const rgani =
  'RGANI, f. 5, op. 28, d. 347, ll. 12-13 ob., l. 15. Former: fond 81. Certified copy. Bundle of Kyiv. Obtained by A. Example.';

/** A letter: salutation, signature, postscript, distribution after the signature, signs in the margin, footnotes. */
export const letter: Edition = edition(
  documentNode({
    title: fact('Letter, Example to Specimen [Excerpt]', editorOrigin()),
    kind: fact('letter', inferredOrigin()),
    language: fact('ru', inferredOrigin('medium')),
    author: fact(mention('example', 'Пример'), editorOrigin('editor-2')),
    page: {
      sha256: '1'.repeat(64),
      file: 'letter.txt',
      publisher: fact('A Digital Archive'),
      record: fact('112233'),
      uploaded: fact({ text: '2011-10-20', when: '2011-10-20' }),
      url: fact('https://example.org/document/112233?lang=en&page=1'),
      rights: [
        {
          origin: statedOrigin,
          children: [text('CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.')],
        },
      ],
      remarks: [{ label: 'Associated Topics', text: 'Loans', position: somewhere }],
    },
    pageDate: fact({ text: 'June 1955', when: '1955-06' }),
    summary: { origin: inferredOrigin('medium'), children: [{ text: 'Example asks.', position: somewhere }] },
    copies: [
      copy('copy-1', rgani, {
        repository: {
          ...span(rgani, 'RGANI'),
          key: 'rgani',
          known: true,
          country: 'Russia',
          settlement: 'Moscow',
        },
        shelfmark: [
          { ...span(rgani, '5'), unit: 'fond', label: span(rgani, 'f.') },
          { ...span(rgani, '28'), unit: 'opis', label: span(rgani, 'op.') },
          { ...span(rgani, '347'), unit: 'delo', label: span(rgani, 'd.') },
        ],
        leaves: [
          { ...span(rgani, 'll. 12-13 ob.'), unit: 'leaf', from: '12', to: '13v' },
          { ...span(rgani, 'l. 15'), unit: 'leaf', from: '15', to: '15' },
        ],
        former: [span(rgani, 'Former: fond 81')],
        description: [span(rgani, 'Certified copy')],
        remainder: [span(rgani, 'Bundle of Kyiv')],
        language: fact('ru'),
        provenance: [{ kind: 'obtained', text: 'Obtained by A. Example.', names: ['A. Example'] }],
      }),
      copy('copy-2', '795.00/3–2151', {
        shelfmark: [{ ...span('795.00/3–2151', '795.00/3–2151'), unit: 'number' }],
        partial: true,
        provenance: [
          { kind: 'on-file', text: 'Copy on file at the Example Library.', names: ['Example Library'] },
        ],
      }),
    ],
    printedSources: [
      { verbatim: 'Documents, vol. 2 (City: Press, 1999), p. 7.', position: somewhere, origin: statedOrigin },
    ],
    responsibilities: [
      {
        kind: 'translated',
        text: 'Translated by A. Translator and B. Translator',
        names: ['A. Translator', 'B. Translator'],
      },
      { kind: 'credit', text: 'Made possible with support from a foundation.', names: [] },
    ],
    correspondence: {
      sent: {
        person: fact(mention('example', 'Пример')),
        date: fact({ text: '11 июня 1955 г.', when: '1955-06-11' }),
      },
      transmitted: {
        date: fact({ text: '12 июня', when: '1955-06-12' }),
        time: fact({ text: '5:30 am', when: '05:30' }),
      },
      received: {
        place: fact(mention('moscow', 'Москва'), inferredOrigin('low')),
        date: fact({ text: 'between 13 and 15 June', notBefore: '1955-06-13', notAfter: '1955-06-15' }),
      },
      addressees: [fact(mention('specimen', 'Образцу')), fact(mention('ministry', 'МИД'))],
      copiesTo: [],
    },
    subjects: [fact('Loans'), fact('Infantry', inferredOrigin('low'))],
    hands: [{ id: 'hand-unknown-1', label: 'unknown hand', medium: 'blue pencil', reported: true }],
    marginalia: [
      {
        type: 'marginalNote',
        id: 'note-1',
        hand: 'hand-unknown-1',
        place: 'margin right',
        anchors: ['passage-1', 'p3'],
        report: 'report-1',
        sign: 'an “x”',
        origin: inferredOrigin(),
      },
      {
        type: 'marginalNote',
        id: 'note-2',
        place: 'bottom',
        anchors: ['passage-1'],
        report: 'report-1',
        words: 'To the archive',
        origin: inferredOrigin(),
      },
    ],
    annotations: [
      { type: 'annotation', id: 'annotation-1', anchor: 'anchor-1', text: 'Not found.', resp: 'editor-1' },
    ],
    persons: [
      {
        ...entry('example', 'Пример'),
        variants: ['A. Example'],
        authorities: [{ type: 'GND', value: '118523' }],
        note: 'Ambassador.',
        origin: editorOrigin(),
      },
      entry('specimen', 'Образец'),
    ],
    places: [entry('moscow', 'Москва')],
    organisations: [entry('rgani', 'RGANI'), entry('ministry', 'МИД')],
    children: [
      {
        type: 'opener',
        children: [
          { type: 'openerLine', children: [text('№ 17/с')] },
          { type: 'addressee', children: [text('Товарищу '), name('person', 'specimen', 'Образцу')] },
          { type: 'addressee', children: [text('МИД')] },
          { type: 'salute', children: [text('Уважаемый товарищ!')] },
        ],
      },
      paragraph(
        'p1',
        'Прошу ',
        { type: 'passage', id: 'passage-1', children: [text('о займе')] },
        { type: 'anchor', id: 'anchor-1' },
        { type: 'unclear', certainty: 'low', children: [text('[срочно?]')] },
        ' и ',
        {
          type: 'gap',
          reason: 'illegible',
          value: '[3-4 illegible letters]',
          unit: 'letter',
          atLeast: 3,
          atMost: 4,
        },
        ', ',
        { type: 'sic', children: [text('превый')] },
        { type: 'gloss', children: [text(' [sic]')] },
        ' ',
        { type: 'correction', correction: 'первый', children: [text('превый')] },
        { type: 'gloss', certainty: 'low', children: [text(' [sic, первый]')] },
        '.',
      ),
      { ...paragraph('p2', 'Абзац с номером.'), label: label('3)') },
      paragraph('p3', { type: 'emphasis', rend: 'underline', children: [text('Подчёркнуто')] }, '. ', {
        type: 'transcribedNote',
        hand: 'hand-unknown-1',
        place: 'inline',
        children: [text('[Handwritten: согласен]')],
      }),
      {
        type: 'closer',
        children: [
          { type: 'salute', children: [text('С уважением')] },
          { type: 'signed', children: [text('[signature] А. Пример')] },
          {
            type: 'dateline',
            children: [
              {
                type: 'date',
                date: { text: '11 июня 1955 г.', when: '1955-06-11' },
                children: [text('11 июня 1955 г.')],
              },
            ],
          },
        ],
      },
      { type: 'postscript', children: [paragraph('p4', 'P.S. Ещё раз.')] },
      {
        type: 'distributionList',
        afterCloser: true,
        head: label('5 copies'),
        children: [
          { type: 'distributionEntry', label: label('1.'), children: [text(' Comr. Specimen')] },
          { type: 'distributionEntry', children: [text('file')] },
        ],
      },
      paragraph('p5', 'After the signature.'),
      {
        type: 'report',
        id: 'report-1',
        origin: inferredOrigin(),
        children: [text('[An “x” on the right; below: “To the archive”.]')],
      },
    ],
  }),
  {
    editors: [
      { id: 'editor-1', name: 'Ann Editor', orcid: '0000-0002-1825-0097', role: 'edited by' },
      { id: 'editor-2', name: 'Ben Editor' },
    ],
    publication: {
      series: 'Specimens',
      publisher: 'Example Press',
      licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      identifier: { type: 'DOI', value: '10.1234/example' },
      version: '1.0',
      date: '2025-05-01',
    },
  },
);

/** A report in sections: late headings, points in points, several notes on one anchor, a heading inside a point. */
export const sections: Edition = edition(
  documentNode({
    kind: fact('report'),
    hands: [{ id: 'hand-a', label: 'A', reported: true }],
    marginalia: (['points-1', 'head-2', 'pt2', 'pt2'] as const).map((anchor, index) => ({
      type: 'marginalNote',
      id: `note-${String(index)}`,
      hand: 'hand-a',
      place: 'margin left',
      anchors: [anchor],
      report: 'report-1',
      words: `note ${String(index)}`,
      origin: inferredOrigin(),
    })),
    children: [
      { type: 'report', id: 'report-1', origin: statedOrigin, children: [text('[Four notes.]')] },
      heading('head-1', 'Report'),
      paragraph('p1', 'Introduction:'),
      points(
        'points-1',
        point(
          'pt1',
          '1',
          '1.',
          paragraph('p2', 'First:'),
          points('points-2', point('pt2', 'a', 'a)', paragraph('p3', 'inner'))),
        ),
        point('pt3', '2', '2.', heading('head-3', 'A message'), paragraph('p4', 'within a point'), {
          type: 'closer',
          children: [{ type: 'signed', children: [text('N')] }],
        }),
      ),
      heading('head-2', 'Second part'),
      paragraph('p5', 'More.'),
      heading('head-4', 'Third part'),
      { type: 'closer', children: [{ type: 'signed', children: [text('A. Author')] }] },
    ],
  }),
);

/** A scan without transcription. */
export const untranscribed: Edition = edition(
  documentNode({
    summary: { origin: statedOrigin, children: [{ text: 'Only a scan.', position: somewhere }] },
  }),
);

export const pages: Readonly<Record<string, Edition>> = {
  telegram,
  overruled,
  changed,
  letter,
  sections,
  untranscribed,
};
