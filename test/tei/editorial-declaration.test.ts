import { expect, test } from 'vitest';
import type {
  Block,
  Certainty,
  Edition,
  Gloss,
  MarginalNote,
  Origin,
  Phrase,
  Supplied,
} from '../../src/edition/types.js';
import { encode } from '../../src/tei/encode.js';
import { enumeration } from '../../src/tei/header/prose.js';
import {
  copy,
  documentNode,
  edition,
  editorOrigin,
  entry,
  fact,
  heading,
  inferredOrigin,
  mention,
  name,
  paragraph,
  span,
  statedOrigin,
  text,
} from '../edition/build.js';
import { letter, overruled } from '../edition/pages.js';
import { telegram } from '../edition/telegram.js';
import { all, one, textOf } from './trees.js';

function gloss(words: string): Gloss {
  return { type: 'gloss', children: [text(words)] };
}

function declared(tree: Edition, name: string): string {
  return all(encode(tree, { version: '0.1.0' }), name)
    .flatMap((part) => all(part, 'p'))
    .map(textOf)
    .join(' ');
}

test('the telegram’s declaration says what was inferred in it, and nothing that was not', () => {
  expect(declared(telegram, 'interpretation')).toBe(
    'Inferred from the wording and the layout of the page are the author, the type of the document and the list run into a paragraph. ' +
      'That both copies are in Russian is inferred from their repositories. ' +
      'The country and settlement of an archive, where the page does not print them, are taken from a table of archives. ' +
      'The page dates the document February 7, 1950, the text itself 8.II.1950. Both are kept: the first as the date of the page, and as that of creation with low certainty; the second where the text has it and as the date of sending. ' +
      'Names are tagged in the head and the marginal notes made from reports, not in the paragraphs. ' +
      'Four marginal notes were made from the report on the page, which stands verbatim. ' +
      "“it is possible” was given to points 1, 2 and 3; “we don't object” to point 4; “let him write it” to the paragraph “I ask your orders about what …”; and “give an answer today” to the document as a whole, at the top. " +
      'In the text each note stands at the start of its passage or of the first of its passages, that on the document as a whole at the head of the document. ' +
      'From the report alone it cannot be told for certain where “let him write it” stands. ' +
      'The report does not say which of the two copies bears the notes; none was assigned to a copy. ' +
      'Words in brackets were taken as words supplied to the text (supplied) where the sentence reads on with them, and otherwise as explanations or remarks that stand beside the sentence (gloss). ' +
      "Where this is in doubt, @cert says so. All these words are the page's: this edition supplies none. " +
      'No signature was found on the page, and none was supplied.',
  );
  expect(declared(telegram, 'normalization')).toContain('Where the page conceals an e-mail address');
  expect(declared(telegram, 'quotation')).toContain(
    'in the marginal notes made from it. The marginal notes also hold names of addressees (seg), taken from the report, not from the writer of the note.',
  );
  expect(declared(telegram, 'correction')).toBe('');
});

test('what the page states is not called inferred', () => {
  const written = (origin: Origin): Edition =>
    edition(
      documentNode({
        kind: fact('letter', origin),
        author: fact(mention('stalin', 'Stalin'), origin),
        persons: [entry('stalin', 'Stalin')],
      }),
    );
  const prose = declared(written(statedOrigin), 'interpretation');
  expect(prose).not.toContain('Inferred');
  expect(all(encode(written(statedOrigin), { version: '0.1.0' }), 'author')[0]?.attributes).toEqual({});
  expect(declared(written(inferredOrigin()), 'interpretation')).toContain(
    'page are the author and the type of the document.',
  );
});

test('places of archives that the page does not print, and entries made from names, are told', () => {
  const held = (reference: string): Edition => {
    const repository = {
      ...span(reference, 'APRF'),
      key: 'aprf',
      known: true,
      country: 'Russia',
      settlement: 'Moscow',
    };
    return edition(
      documentNode({
        copies: [copy('copy-1', reference, { repository })],
        organisations: [entry('aprf', 'APRF')],
      }),
    );
  };
  expect(declared(held('APRF, l. 1'), 'interpretation')).toContain(
    'The country and settlement of the archive, where the page does not print them, are taken from a table of archives.',
  );
  expect(declared(held('APRF, Moscow, l. 1'), 'interpretation')).toContain(
    'The country of the archive, where the page does not print it, is taken from a table of archives.',
  );
  expect(declared(held('APRF, Moscow, Russia, l. 1'), 'interpretation')).not.toContain('table of archives');
  const stalin = { ...entry('stalin', 'J. V. Stalin'), origin: inferredOrigin() };
  const named = (...persons: (typeof stalin)[]): string =>
    declared(edition(documentNode({ persons })), 'interpretation');
  expect(named(stalin)).toContain(
    'The entries of persons with resp="#marginalia" were made from names on the page; none was looked up elsewhere.',
  );
  expect(named({ ...stalin, variants: ['Stalin'] })).toContain(
    'on the page, and forms of a name joined under one entry; none',
  );
});

test('whose hand a pronoun was taken for is told', () => {
  const [document] = telegram.children;
  if (!document) throw new Error('no document');
  const spoken = edition({
    ...document,
    marginalia: document.marginalia.map((note) =>
      note.id === 'note-4' ? { ...note, handByPronoun: true as const } : note,
    ),
  });
  expect(declared(spoken, 'interpretation')).toContain(
    'The report names the hand of “give an answer today” by a pronoun only; it was taken to mean Stalin.',
  );
  expect(declared(telegram, 'interpretation')).not.toContain('pronoun');
});

test('commas in quoted words part nothing', () => {
  expect(enumeration(['“a, b”', '“c”', '“d”'])).toBe('“a, b”, “c” and “d”');
  expect(enumeration(['“a”, b', '“c”'])).toBe('“a”, b; and “c”');
});

test('each matter has a paragraph of its own', () => {
  const paragraphs = all(one(encode(telegram, { version: '0.1.0' }), 'interpretation'), 'p').map(textOf);
  expect(paragraphs.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'Inferred from',
    'Four marginal',
    'Words in',
    'No signature',
  ]);
});

test('what the editor decided is told apart', () => {
  const prose = declared(overruled, 'interpretation');
  expect(prose).toContain(
    'By the letter, the report places “let him write it” beside the paragraph “I ask your orders about what …”; the editor chose the paragraph “Kim Il Sung reported that he …”.',
  );
  expect(prose).not.toContain('cannot be told');
  expect(declared(letter, 'interpretation')).toContain(
    'Stated by the editor: the title, the author and entries of the registers.',
  );
  expect(declared(letter, 'interpretation')).toContain('The mark “an ‘x’” was given to');
  expect(declared(letter, 'interpretation')).toContain("The one footnote in standOff is the editor's.");
  expect(declared(letter, 'interpretation')).not.toContain('No signature');
  expect(declared(letter, 'correction')).toBe(
    'Words that the page marks as wrong are kept as they are. Corrections that the page gives in brackets are repeated, without brackets, beside the words that they correct.',
  );
});

test('a page with nothing to infer says only what was kept', () => {
  const plain = edition(documentNode({ children: [paragraph('p1', 'Words.')] }));
  expect(declared(plain, 'interpretation')).toBe(
    'Names in the text are not tagged. No signature was found on the page, and none was supplied.',
  );
  expect(declared(plain, 'quotation')).toBe(
    'No quotation marks stand in the text of the page, and none were put there.',
  );
  const quoting = edition(documentNode({ children: [paragraph('p1', 'He said «yes».')] }));
  expect(declared(quoting, 'quotation')).toBe('Quotation marks of the page stand in the text.');
  expect(one(encode(plain, { version: '0.1.0' }), 'quotation').attributes).toEqual({ marks: 'all' });
});

test('where names are tagged is told as it is', () => {
  const told = (...children: Block[]): string =>
    declared(
      edition(
        documentNode({
          persons: [entry('stalin', 'Stalin')],
          children: [...children, { type: 'closer', children: [{ type: 'signed', children: [text('N')] }] }],
        }),
      ),
      'interpretation',
    );
  const stalin = name('person', 'stalin', 'Stalin');
  const signed: Block = { type: 'closer', children: [{ type: 'signed', children: [stalin] }] };
  expect(told(heading('head-1', stalin), paragraph('p1', 'Words.'))).toBe(
    'Names are tagged in headings, not in the paragraphs.',
  );
  expect(told(paragraph('p1', 'Words.'), signed)).toBe(
    'Names are tagged in the close, not in the paragraphs.',
  );
  expect(told(heading('head-1', stalin), paragraph('p1', { ...stalin, resp: 'editor' }))).toBe(
    'Names are tagged in headings, in the paragraphs only those that the editor identified.',
  );
  expect(told(paragraph('p1', stalin))).toBe('');
  expect(told(heading('head-1', stalin))).toBe('');
});

test('the date of the text is told where it stands', () => {
  const page = fact({ text: '7 May', when: '1950-05-07' });
  const own = fact({ text: '8 May', when: '1950-05-08' });
  const told = (facts: Parameters<typeof documentNode>[0]): string =>
    declared(edition(documentNode({ pageDate: page, ...facts })), 'interpretation');
  const none = { addressees: [], copiesTo: [] };
  expect(told({ correspondence: { ...none, sent: { date: own } } })).toContain(
    'the second where the text has it and as the date of sending.',
  );
  expect(told({ correspondence: { ...none, transmitted: { date: own } } })).toContain(
    'and as the date of transmission.',
  );
  expect(told({ made: { date: own } })).toContain('and as a date of creation.');
  const given = fact(own.value, editorOrigin());
  expect(told({ correspondence: { ...none, sent: { date: given } } })).toContain(
    'the second as the date of sending.',
  );
});

test('what a marginal note holds beside quoted words is told', () => {
  const [document] = telegram.children;
  if (!document) throw new Error('no document');
  const told = (facts: Partial<MarginalNote>): string =>
    declared(
      edition({
        ...document,
        marginalia: document.marginalia.map(({ addressees: _, ...note }) => ({ ...note, ...facts })),
      }),
      'quotation',
    );
  expect(told({})).not.toContain('also hold');
  expect(told({ sign: 'a tick', date: '3.V' })).toContain(
    'The marginal notes also hold words for signs and the date (desc), taken from the report',
  );
  expect(told({ medium: 'in pencil' })).toContain('words for the writing material (desc)');
});

test('a date that only says less is no other date', () => {
  const dated = (page: string, sent: string): Edition =>
    edition(
      documentNode({
        pageDate: fact({ text: 'page', when: page }),
        correspondence: { sent: { date: fact({ text: 'text', when: sent }) }, addressees: [], copiesTo: [] },
        children: [{ type: 'closer', children: [{ type: 'signed', children: [text('N')] }] }],
      }),
    );
  expect(declared(dated('1950-02', '1950-02-08'), 'interpretation')).toBe('');
  expect(declared(dated('1950-02-07', '1950-02-08'), 'interpretation')).toContain('Both are kept');
});

test('brackets that a bracket itself explains were not tested by leaving them out', () => {
  const plain = edition(
    documentNode({
      children: [
        paragraph('p1', { type: 'gap', reason: 'illegible', value: '[illegible]' }, ' or ', {
          type: 'unclear',
          certainty: 'low',
          children: [text('[N?]')],
        }),
      ],
    }),
  );
  const prose = declared(plain, 'interpretation');
  expect(prose).toContain(
    'Words in brackets were taken, by what they say, as statements that something cannot be read or was left out (gap) and as doubtful readings (unclear).',
  );
  expect(prose).not.toContain('stay whole');
});

test('the rule of brackets is told as far as it was used, and doubt only where there is some', () => {
  const supplied = (reason: Supplied['reason'], words: string, certainty?: Certainty): Supplied => ({
    type: 'supplied',
    reason,
    ...(certainty && { certainty }),
    children: [text(words)],
  });
  const told = (...children: (Phrase | string)[]): string =>
    declared(edition(documentNode({ children: [paragraph('p1', ...children)] })), 'interpretation');
  expect(told('W', supplied('abbreviated', '[illiam]'), ' left')).toContain(
    "Words in brackets were taken as words supplied to the text (supplied) where a word would be incomplete without them. All these words are the page's: this edition supplies none. ",
  );
  const all = told(
    supplied('abbreviated', '[illiam]'),
    supplied('omitted', '[1969]', 'medium'),
    supplied('editorial', '[as reported]', 'medium'),
    gloss('[Pak Hon Yong]'),
  );
  expect(all).toContain(
    'where a word would be incomplete without them, where the sentence, a name or a date would be incomplete without them, or where the sentence reads on with them, and otherwise as explanations or remarks that stand beside the sentence (gloss). Where this is in doubt, @cert says so.',
  );
  const glosses = told('He ', gloss('[Pak Hon Yong]'), ' wrote.');
  expect(glosses).toContain(
    'as explanations or remarks that stand beside the sentence (gloss): none was found to complete a word or the sentence, or to be read on with.',
  );
  expect(glosses).not.toContain('@cert');
  expect(glosses).not.toContain('Among');
});

test('what is no explanation among words in brackets is named', () => {
  const told = (...children: (Phrase | string)[]): string =>
    declared(edition(documentNode({ children: [paragraph('p1', ...children)] })), 'interpretation');
  expect(told('words', gloss('[1]'), ' of [1969]')).toContain(
    'Among these notes are numbers, letters or signs that may call a note.',
  );
  expect(told('Filippov', gloss('[signature]'))).toContain(
    'Among these notes are words on handwriting, signatures or stamps.',
  );
  expect(told(gloss('[Handwritten: to the file]'))).toContain('words on handwriting, signatures or stamps');
  expect(told(gloss('[Excerpt]'))).toContain('Among these notes are brackets that stand by themselves.');
  expect(told('a ', { type: 'sic', children: [text('leter')] }, gloss(' [sic]'), ' came')).toContain(
    'Among these notes are remarks on the word before them.',
  );
  expect(told('in ', gloss('[1950]'), ' he ', gloss('[the designer]'))).not.toContain('Among');
});

test('square brackets are spoken of only where there are some', () => {
  expect(declared(edition(documentNode({ children: [paragraph('p1', 'Words.')] })), 'normalization')).toBe(
    'Only white space was changed: line ends, repeated spaces, and spaces at the beginning or end of a paragraph, no-break spaces among them. Spelling and punctuation stand as on the page.',
  );
  expect(declared(letter, 'normalization')).toContain('Square brackets are kept');
});

test('a note whose passage was not found, and statements without a note, are said', () => {
  const note = (
    id: string,
    anchor: string,
    words: string,
  ): Edition['children'][number]['marginalia'][number] => ({
    type: 'marginalNote',
    id,
    place: 'margin',
    anchors: [anchor],
    certainty: 'low',
    report: 'report-1',
    words,
    origin: { kind: 'inferred', rule: 'report-statement', certainty: 'high' },
  });
  const prose = declared(
    edition(
      documentNode({
        marginalia: [
          note('note-1', 'document', 'yes'),
          note('note-2', 'document', 'no'),
          note('note-3', 'p1', 'later'),
        ],
        children: [
          paragraph('p1', 'Words.'),
          {
            type: 'report',
            id: 'report-1',
            unread: 2,
            origin: { kind: 'stated', rule: 'fixture' },
            children: [text('[report]')],
          },
        ],
      }),
    ),
    'interpretation',
  );
  expect(prose).toContain(
    '“yes” was given to the document as a whole, “no” to the document as a whole and “later” to the paragraph “Words.”. ' +
      'In the text each note stands at the start of its passage, those on the document as a whole at the head of the document. ' +
      'From the report alone it cannot be told for certain where “later” stands. ' +
      'For “yes” and “no” the report names no passage that could be found: these notes were given to the whole document. ' +
      'Two statements of the report on the page were not turned into notes. ' +
      'The page names no archival copy that could bear the notes.',
  );
});

test('which copy bears the notes is said as far as it is known, and in that copy', () => {
  const bearing = (kinds: (Origin | undefined)[]): Edition => ({
    ...telegram,
    children: telegram.children.map((document) => ({
      ...document,
      copies: document.copies
        .slice(0, kinds.length)
        .map((copy, i) => (kinds[i] ? { ...copy, bearsNotes: kinds[i] } : copy)),
    })),
  });
  const only = bearing([{ kind: 'inferred', rule: 'only-copy', certainty: 'medium' }]);
  expect(declared(only, 'interpretation')).toContain(
    'That the notes stand on the copy described is inferred: the page names no other.',
  );
  expect(one(encode(only, { version: '0.1.0' }), 'additions').attributes).toEqual({
    cert: 'medium',
    resp: '#marginalia',
  });
  expect(declared(only, 'additions')).toBe('The marginal notes that the page reports; not seen.');
  const named = bearing([undefined, { kind: 'inferred', rule: 'named-in-report', certainty: 'high' }]);
  expect(declared(named, 'interpretation')).toContain(
    'That copy 2 (AVP RF) bears the notes is inferred from the archive that the report names.',
  );
  const stated = bearing([{ kind: 'editor', rule: 'sidecar', resp: 'editor' }, undefined]);
  expect(declared(stated, 'interpretation')).toContain(
    'That copy 1 (APRF) bears the notes is stated by the editor.',
  );
  expect(declared(telegram, 'additions')).toBe('');
});
