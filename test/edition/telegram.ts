/** The first telegram as an edition tree, written by hand: what a reader is to make of the page, without a sidecar. */
import type { DocumentNode, Edition, MarginalNote, Phrase } from '../../src/edition/types.js';
import {
  copy,
  documentNode,
  edition,
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

const aprf = 'APRF, Listy 125-126, Fond and Opis not given';
const avp = 'AVP RF, Fond 059a, Opis 5a, Delo 4, Papka 11, Listy 145-146';

const recipients = [
  'Stalin',
  'Molotov',
  'Malenkov',
  'Beria',
  'Mikoyan',
  'Kaganovich',
  'Bulganin',
  'Vyshinsky',
] as const;

function person(named: string): Phrase {
  return name('person', named.toLowerCase(), named);
}

function note(id: string, anchors: string[], facts: Partial<MarginalNote>): MarginalNote {
  return {
    type: 'marginalNote',
    id,
    hand: 'hand-stalin',
    place: 'margin',
    anchors,
    report: 'report-1',
    origin: inferredOrigin(),
    ...facts,
  };
}

const summary =
  "Shtykov relays to Vyshinsky Kim Il Sung's questions regarding the central committee's decision to issue a loan, on whether they can proceed toward forming more infantry, and on if North Korea could use in 1950 the credit the Soviet government had allocated for 1951. In answer to Kim Il Sung's requests, Shtykov answered ambiguously, stating that more thought needs to be put in.";

export const telegramDocument: DocumentNode = documentNode({
  title: fact('Ciphered Telegram, Shtykov to Vyshinsky'),
  kind: fact('telegram', inferredOrigin()),
  author: fact(mention('shtykov', 'Shtykov'), inferredOrigin()),
  page: {
    sha256: 'a7c462e3b8db114f5a55592a2027e2310909052848bb857cee577eae03c74260',
    file: '1950-02-07-shtykov-vyshinsky.txt',
    rights: [
      {
        origin: statedOrigin,
        children: [
          text(
            'The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes. Some documents may be subject to copyright, which is retained by the rights holders in accordance with US and international copyright laws. When possible, rights holders have been contacted for permission to reproduce their materials.',
          ),
        ],
      },
      {
        origin: statedOrigin,
        children: [
          text(
            "To enquire about this document's rights status or request permission for commercial use, please contact the History and Public Policy Program at ",
          ),
          { type: 'hidden', value: '[email\u00A0protected]' },
          text('.'),
        ],
      },
    ],
    remarks: [],
  },
  pageDate: fact({ text: 'February 7, 1950', when: '1950-02-07' }),
  summary: { origin: statedOrigin, children: [{ text: summary, position: somewhere }] },
  copies: [
    copy('copy-1', aprf, {
      repository: {
        ...span(aprf, 'APRF'),
        key: 'aprf',
        known: true,
        country: 'Russia',
        settlement: 'Moscow',
      },
      leaves: [{ ...span(aprf, 'Listy 125-126'), unit: 'leaf', from: '125', to: '126' }],
      lacunae: [span(aprf, 'Fond and Opis not given')],
      partial: true,
      language: fact('ru', inferredOrigin('medium')),
    }),
    copy('copy-2', avp, {
      repository: {
        ...span(avp, 'AVP RF'),
        key: 'avp-rf',
        known: true,
        country: 'Russia',
        settlement: 'Moscow',
      },
      shelfmark: [
        { ...span(avp, '059a'), unit: 'fond', label: span(avp, 'Fond') },
        {
          ...span(avp, '5a,'),
          text: '5a',
          end: span(avp, '5a,').end - 1,
          unit: 'opis',
          label: span(avp, 'Opis'),
        },
        {
          ...span(avp, '4, P'),
          text: '4',
          end: span(avp, '4, P').start + 1,
          unit: 'delo',
          label: span(avp, 'Delo'),
        },
        { ...span(avp, '11'), unit: 'papka', label: span(avp, 'Papka') },
      ],
      leaves: [{ ...span(avp, 'Listy 145-146'), unit: 'leaf', from: '145', to: '146' }],
      language: fact('ru', inferredOrigin('medium')),
    }),
  ],
  correspondence: {
    sent: {
      person: fact(mention('shtykov', 'Shtykov')),
      place: fact(mention('pyongyang', 'Pyongyang')),
      date: fact({ text: '8.II.1950', when: '1950-02-08' }),
      time: fact({ text: '10 hours 10 minutes', when: '10:10' }),
      dispatch: fact('4040'),
    },
    addressees: [fact(mention('vyshinsky', 'Vyshinsky'))],
    copiesTo: recipients.map((each) => fact(mention(each.toLowerCase(), each))),
    fileCopy: fact('Copy'),
  },
  secrecy: [{ key: 'strictly-secret', text: 'Strictly secret', position: somewhere }],
  hands: [{ id: 'hand-stalin', person: mention('stalin', 'Stalin'), label: 'Stalin', reported: true }],
  marginalia: [
    note('note-1', ['pt1', 'pt2', 'pt3'], { words: 'it is possible' }),
    note('note-2', ['pt4'], { words: "we don't object" }),
    note('note-3', ['p8'], { words: 'let him write it', certainty: 'low' }),
    note('note-4', ['document'], {
      place: 'top',
      addressees: [mention('malenkov', 'Malenkov')],
      words: 'give an answer today.',
    }),
  ],
  persons: ['Shtykov', 'Vyshinsky', ...recipients.filter((each) => each !== 'Vyshinsky')].map((each) =>
    entry(each.toLowerCase(), each),
  ),
  places: [entry('pyongyang', 'Pyongyang')],
  organisations: [entry('aprf', 'APRF'), entry('avp-rf', 'AVP RF')],
  chrome: [],
  children: [
    heading('head-1', 'Ciphered Telegram'),
    {
      type: 'opener',
      children: [
        { type: 'secrecyMark', key: 'strictly-secret', children: [text('Strictly secret')] },
        {
          type: 'distributionLine',
          children: [
            text('Copies: '),
            ...recipients.flatMap((each): Phrase[] => [person(each), text(', ')]),
            text('Copy.'),
          ],
        },
        {
          type: 'dateline',
          children: [
            text('From '),
            name('place', 'pyongyang', 'Pyongyang'),
            text(', No. '),
            { type: 'dispatchNumber', children: [text('4040')] },
            text('. '),
            {
              type: 'time',
              time: { text: '10 hours 10 minutes', when: '10:10' },
              children: [text('10 hours 10 minutes')],
            },
            text('. '),
            { type: 'date', date: { text: '8.II.1950', when: '1950-02-08' }, children: [text('8.II.1950')] },
          ],
        },
        { type: 'handlingMark', children: [text('Special File')] },
        { type: 'addressee', children: [text('To '), person('Vyshinsky')] },
      ],
    },
    paragraph(
      'p1',
      'On 4 February I had a meeting with Kim Il Sung at his request. During the meeting Kim Il Sung raised the following questions:',
    ),
    points(
      'points-1',
      point(
        'pt1',
        '1',
        '1.',
        paragraph(
          'p2',
          "Can they adopt a central committee decision about issuing a loan, about which he earlier asked my advice. They have already calculated the loan at 2 billion won. They have already prepared an example of a bond. He asked agreement to send their representatives to Moscow with draft bonds in order to formulate orders for these bonds. I answered that I had communicated Kim Il Sung's request to Moscow, but had still not received an answer.",
        ),
      ),
      point(
        'pt2',
        '2',
        '2.',
        paragraph(
          'p3',
          'Kim Il Sung asked my advice about whether they can proceed toward forming three additional infantry divisions, so that the total number of the army will be brought to ten divisions. I answered that this question is large and serious, that before adopting a decision you must think through whether you have the necessary material resources for this. I also need time to think through this question before I give you advice on this measure.',
        ),
      ),
      point(
        'pt3',
        '3',
        '3.',
        paragraph(
          'p4',
          'Kim Il Sung asked me if he can appeal to Comrade Stalin with a request to use in 1950 the credit the Soviet government had allocated for 1951. With this credit they would like to buy in the Soviet Union arms for the three infantry divisions they intend to form. I answered that I will report this question to my government.',
        ),
      ),
      point(
        'pt4',
        '4',
        '4.',
        paragraph(
          'p5',
          "Kim Il Sung further communicated that they intend to call a session of the Supreme People's Assembly for February 25 with the following agenda:",
        ),
        paragraph(
          'p6',
          {
            type: 'runInList',
            origin: inferredOrigin(),
            children: [
              runIn('1', ' Regarding the budget for 1950.'),
              text(' '),
              runIn('2', ' Regarding the criminal code.'),
              text(' '),
              runIn('3', ' Regarding the results of the fulfillment of the national economic plan in 1949.'),
            ],
          },
          ' They still do not have a firm decision regarding whether to raise the three questions.',
        ),
      ),
    ),
    paragraph(
      'p7',
      'Kim Il Sung reported that he had commissioned Pak Heon-yeong ',
      { type: 'gloss', children: [text('[Pak Hon Yong]')] },
      ' to write a request to the Soviet government about sending a group of textile workers to the Soviet Union in order to prepare them to work on the Soviet equipment that is arriving. I answered that as soon as I receive his letter I will report it to my government.',
    ),
    paragraph(
      'p8',
      'I ask your orders about what to answer Kim Il Sung regarding the first three questions raised by him ',
      { type: 'supplied', reason: 'editorial', certainty: 'medium', children: [text('[as reported]')] },
      ' in this telegram.',
    ),
    {
      type: 'report',
      id: 'report-1',
      origin: statedOrigin,
      children: [
        text(
          '[In the margins Stalin wrote "it is possible" beside points 1, 2 and 3, "we don\'t object" beside point 4 and "let him write it" beside the last paragraph. He wrote a note at the top to Malenkov to "give an answer today."]',
        ),
      ],
    },
  ],
});

function runIn(
  n: string,
  words: string,
): {
  type: 'runInEntry';
  n: string;
  label: ReturnType<typeof label>;
  children: Phrase[];
} {
  return { type: 'runInEntry', n, label: label(`${n}.`), children: [text(words)] };
}

export const telegram: Edition = edition(telegramDocument);
