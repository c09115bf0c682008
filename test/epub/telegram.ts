/** A telegram as the galley station gives it, written by hand, with marginal notes at several anchors. */
import type { Galley, GalleyNote, GalleyParagraph, Inline } from '../../src/galley/types.js';

const t = (value: string): Inline => ({ type: 'text', value });
const p = (style: GalleyParagraph['style'], value: string | Inline[], id?: string): GalleyParagraph => ({
  type: 'paragraph',
  style,
  ...(id === undefined ? {} : { id }),
  children: typeof value === 'string' ? [t(value)] : value,
});
const note = (id: string, where: string, words: string, repeats?: string): GalleyNote => ({
  type: 'note',
  id,
  series: 'marginal',
  place: 'margin',
  ...(repeats === undefined ? {} : { repeats }),
  description: `Marginal note by Stalin, beside ${where}`,
  children: [p('marginal-hand', 'Stalin'), p('marginal-words', `“${words}”`)],
});
const beside = (...notes: string[]): Inline => ({ type: 'noteAnchor', notes });

export const telegram: Galley = {
  type: 'galley',
  lang: 'en',
  metadata: {
    title: 'Ciphered Telegram, Shtykov to Vyshinsky',
    authors: ['Shtykov'],
    editors: ['A. Editor'],
    subject: 'Questions of Kim Il Sung on a loan, on infantry, and on a credit.',
    keywords: ['Telegram', 'Strictly secret'],
    rights: 'The rights holders retain their rights.',
    series: 'Documents of 1950',
    languages: ['en'],
    documentDate: '1950-02-08',
    date: '2026-01-02',
  },
  running: { verso: 'Ciphered Telegram', recto: '8 February 1950' },
  notes: [
    {
      type: 'note',
      id: 'note-top',
      series: 'marginal',
      place: 'top',
      description: 'Marginal note by Stalin to Malenkov, at the top, on the document',
      children: [
        p('marginal-hand', 'Stalin, to Malenkov, at the top'),
        p('marginal-words', '“give an answer today.”'),
      ],
    },
    note('note-1', 'point 1', 'it is possible'),
    note('note-1-2', 'point 2', 'it is possible', 'note-1'),
    note('note-1-3', 'point 3', 'it is possible', 'note-1'),
    note('note-2', 'point 4', 'we don’t object'),
    note('note-3', 'this paragraph', 'let him write it'),
    note('note-4', 'the words “three questions”', 'which?'),
    {
      type: 'note',
      id: 'fn-1',
      series: 'footnote',
      place: 'foot',
      label: '1',
      description: 'Footnote 1',
      children: [p('footnote', 'The won of North Korea; at the rate of the day about 250 million roubles.')],
    },
  ],
  children: [
    {
      type: 'section',
      role: 'front',
      id: 'front',
      title: 'Ciphered Telegram, Shtykov to Vyshinsky',
      children: [
        p('kicker', 'February 7, 1950 · Pyongyang'),
        {
          type: 'heading',
          level: 1,
          style: 'title',
          children: [t('Ciphered Telegram, Shtykov to Vyshinsky')],
        },
        {
          type: 'section',
          role: 'abstract',
          title: 'Summary',
          children: [
            p(
              'summary',
              'Shtykov relays to Vyshinsky Kim Il Sung’s questions regarding the central committee’s decision to issue a loan, on whether they can proceed toward forming more infantry, and on if North Korea could use in 1950 the credit the Soviet government had allocated for 1951. In answer to Kim Il Sung’s requests, Shtykov answered ambiguously, stating that more thought needs to be put in.',
            ),
          ],
        },
        { type: 'ornament' },
      ],
    },
    {
      type: 'section',
      role: 'document',
      id: 'document',
      title: 'Document',
      children: [
        { type: 'heading', level: 3, style: 'head', children: [beside('note-top'), t('Ciphered Telegram')] },
        p('secrecy', 'Strictly secret'),
        p(
          'distribution',
          'Copies: Stalin, Molotov, Malenkov, Beria, Mikoyan, Kaganovich, Bulganin, Vyshinsky, Copy.',
        ),
        p('dateline', 'From Pyongyang, No. 4040. 10 hours 10 minutes. 8.II.1950'),
        p('handling', 'Special File'),
        p('addressee', 'To Vyshinsky'),
        p(
          'paragraph-first',
          'On 4 February I had a meeting with Kim Il Sung at his request. During the meeting Kim Il Sung raised the following questions:',
          'p1',
        ),
        {
          type: 'list',
          id: 'points-1',
          numbering: 'decimal',
          children: [
            {
              type: 'item',
              id: 'pt1',
              label: [t('1.')],
              children: [
                p(
                  'item',
                  [
                    beside('note-1'),
                    t(
                      'Can they adopt a central committee decision about issuing a loan, about which he earlier asked my advice. They have already calculated the loan at 2 billion won.',
                    ),
                    { type: 'noteCall', note: 'fn-1', label: '1' },
                    t(
                      ' They have already prepared an example of a bond. He asked agreement to send their representatives to Moscow with draft bonds in order to formulate orders for these bonds. I answered that I had communicated Kim Il Sung’s request to Moscow, but had still not received an answer.',
                    ),
                  ],
                  'p2',
                ),
              ],
            },
            {
              type: 'item',
              id: 'pt2',
              label: [t('2.')],
              children: [
                p(
                  'item',
                  [
                    beside('note-1-2'),
                    t(
                      'Kim Il Sung asked my advice about whether they can proceed toward forming three additional infantry divisions, so that the total number of the army will be brought to ten divisions. I answered that this question is large and serious, that before adopting a decision you must think through whether you have the necessary material resources for this. I also need time to think through this question before I give you advice on this measure.',
                    ),
                  ],
                  'p3',
                ),
              ],
            },
            {
              type: 'item',
              id: 'pt3',
              label: [t('3.')],
              children: [
                p(
                  'item',
                  [
                    beside('note-1-3'),
                    t(
                      'Kim Il Sung asked me if he can appeal to Comrade Stalin with a request to use in 1950 the credit the Soviet government had allocated for 1951. With this credit they would like to buy in the Soviet Union arms for the three infantry divisions they intend to form. I answered that I will report this question to my government.',
                    ),
                  ],
                  'p4',
                ),
              ],
            },
            {
              type: 'item',
              id: 'pt4',
              label: [t('4.')],
              children: [
                p(
                  'item',
                  [
                    beside('note-2'),
                    t(
                      'Kim Il Sung further communicated that they intend to call a session of the Supreme People’s Assembly for February 25 with the following agenda:',
                    ),
                  ],
                  'p5',
                ),
                p(
                  'item-following',
                  '1. Regarding the budget for 1950. 2. Regarding the criminal code. 3. Regarding the results of the fulfillment of the national economic plan in 1949. They still do not have a firm decision regarding whether to raise the three questions.',
                  'p6',
                ),
              ],
            },
          ],
        },
        p(
          'paragraph',
          [
            beside('note-3'),
            t('Kim Il Sung reported that he had commissioned Pak Heon-yeong '),
            { type: 'span', id: 'gloss-1', lang: 'ko-Latn', children: [t('[Pak Hon Yong]')] },
            t(
              ' to write a request to the Soviet government about sending a group of textile workers to the Soviet Union in order to prepare them to work on the Soviet equipment that is arriving. I answered that as soon as I receive his letter I will report it to my government.',
            ),
          ],
          'p7',
        ),
        p(
          'paragraph',
          [
            t('I ask your orders about what to answer Kim Il Sung regarding the first '),
            beside('note-4'),
            t('three questions raised by him [as reported] in this telegram.'),
          ],
          'p8',
        ),
      ],
    },
    {
      type: 'section',
      role: 'report',
      title: 'Editorial report',
      children: [
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Editorial report')] },
        p(
          'report',
          '[In the margins Stalin wrote “it is possible” beside points 1, 2 and 3, “we don’t object” beside point 4 and “let him write it” beside the last paragraph. He wrote a note at the top to Malenkov to “give an answer today.”]',
        ),
      ],
    },
    {
      type: 'section',
      role: 'sources',
      title: 'Sources',
      children: [
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Sources')] },
        { ...p('source', 'APRF, Listy 125–126, Fond and Opis not given'), label: [t('a')] },
        { ...p('source', 'AVP RF, Fond 059a, Opis 5a, Delo 4, Papka 11, Listy 145–146'), label: [t('b')] },
      ],
    },
    {
      type: 'section',
      role: 'rights',
      title: 'Rights',
      children: [
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Rights')] },
        p(
          'rights',
          'The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes. Some documents may be subject to copyright, which is retained by the rights holders in accordance with US and international copyright laws. When possible, rights holders have been contacted for permission to reproduce their materials.',
        ),
        p('rights', [
          t('To enquire about this document’s rights status, see '),
          { type: 'link', href: 'https://digitalarchive.example.org/', children: [t('the archive')] },
          t('.'),
        ]),
      ],
    },
    {
      type: 'section',
      role: 'colophon',
      title: 'Colophon',
      children: [
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Colophon')] },
        p(
          'colophon',
          'This edition of “Ciphered Telegram, Shtykov to Vyshinsky” was made from the TEI file telegram.xml, SHA-256 a7c462e3b8db114f5a55592a2027e2310909052848bb857cee577eae03c74260, by Marginalia 0.1.0. Date of the edition: 2026-01-02.',
        ),
        p('colophon', [
          t('It begins with '),
          { type: 'link', href: '#p1', children: [t('the meeting of 4 February')] },
          t('.'),
        ]),
      ],
    },
  ],
};
