/** The first telegram as the galley station gives it, written by hand. */
import { beside, galley, item, marginal, p, points, section, t } from './galleys.js';

const stalin = (id: string, words: string, where: string, repeats?: string) =>
  marginal(id, 'Stalin', `“${words}”`, {
    description: `Marginal note by Stalin, beside ${where}`,
    ...(repeats === undefined ? {} : { repeats }),
  });

export const telegram = galley(
  [
    section(
      'front',
      p('kicker', 'February 7, 1950 · Pyongyang'),
      {
        type: 'heading',
        level: 1,
        style: 'title',
        id: 'title',
        children: [t('Ciphered Telegram, Shtykov to Vyshinsky')],
      },
      p(
        'summary',
        'Shtykov relays to Vyshinsky Kim Il Sung’s questions regarding the central committee’s decision to issue a loan, on whether they can proceed toward forming more infantry, and on if North Korea could use in 1950 the credit the Soviet government had allocated for 1951. In answer to Kim Il Sung’s requests, Shtykov answered ambiguously, stating that more thought needs to be put in.',
      ),
    ),
    { type: 'ornament' },
    section(
      'document',
      { type: 'heading', level: 2, style: 'head', children: [beside('note-top'), t('Ciphered Telegram')] },
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
        { id: 'p1' },
      ),
      points(
        item(
          '1.',
          p('item', [
            beside('note-1'),
            'Can they adopt a central committee decision about issuing a loan, about which he earlier asked my advice. They have already calculated the loan at 2 billion won. They have already prepared an example of a bond. He asked agreement to send their representatives to Moscow with draft bonds in order to formulate orders for these bonds. I answered that I had communicated Kim Il Sung’s request to Moscow, but had still not received an answer.',
          ]),
        ),
        item(
          '2.',
          p('item', [
            beside('note-2'),
            'Kim Il Sung asked my advice about whether they can proceed toward forming three additional infantry divisions, so that the total number of the army will be brought to ten divisions. I answered that this question is large and serious, that before adopting a decision you must think through whether you have the necessary material resources for this. I also need time to think through this question before I give you advice on this measure.',
          ]),
        ),
        item(
          '3.',
          p('item', [
            beside('note-3'),
            'Kim Il Sung asked me if he can appeal to Comrade Stalin with a request to use in 1950 the credit the Soviet government had allocated for 1951. With this credit they would like to buy in the Soviet Union arms for the three infantry divisions they intend to form. I answered that I will report this question to my government.',
          ]),
        ),
        item(
          '4.',
          p('item', [
            beside('note-4'),
            'Kim Il Sung further communicated that they intend to call a session of the Supreme People’s Assembly for February 25 with the following agenda:',
          ]),
          p(
            'item-following',
            '1. Regarding the budget for 1950. 2. Regarding the criminal code. 3. Regarding the results of the fulfillment of the national economic plan in 1949. They still do not have a firm decision regarding whether to raise the three questions.',
          ),
        ),
      ),
      p('paragraph-first', [
        beside('note-5'),
        'Kim Il Sung reported that he had commissioned Pak Heon-yeong [Pak Hon Yong] to write a request to the Soviet government about sending a group of textile workers to the Soviet Union in order to prepare them to work on the Soviet equipment that is arriving. I answered that as soon as I receive his letter I will report it to my government.',
      ]),
      p(
        'paragraph',
        'I ask your orders about what to answer Kim Il Sung regarding the first three questions raised by him [as reported] in this telegram.',
      ),
    ),
    { type: 'ornament' },
    section(
      'report',
      p(
        'report',
        '[In the margins Stalin wrote “it is possible” beside points 1, 2 and 3, “we don’t object” beside point 4 and “let him write it” beside the last paragraph. He wrote a note at the top to Malenkov to “give an answer today.”]',
      ),
    ),
    {
      ...section(
        'sources',
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Sources')] },
        p('source', 'APRF, Listy 125–126, Fond and Opis not given', { label: 'a' }),
        p('source', 'AVP RF, Fond 059a, Opis 5a, Delo 4, Papka 11, Listy 145–146', { label: 'b' }),
      ),
      title: 'Sources',
    },
    {
      ...section(
        'rights',
        { type: 'heading', level: 2, style: 'apparatus-heading', children: [t('Rights')] },
        p(
          'rights',
          'The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes. Some documents may be subject to copyright, which is retained by the rights holders in accordance with US and international copyright laws. When possible, rights holders have been contacted for permission to reproduce their materials.',
        ),
        p(
          'rights',
          'To enquire about this document’s rights status or request permission for commercial use, please contact the History and Public Policy Program at [email protected].',
        ),
      ),
      title: 'Rights',
    },
  ],
  [
    marginal('note-top', 'Stalin, to Malenkov, at the top', '“give an answer today.”', { place: 'top' }),
    stalin('note-1', 'it is possible', 'point 1'),
    stalin('note-2', 'it is possible', 'point 2', 'note-1'),
    stalin('note-3', 'it is possible', 'point 3', 'note-1'),
    stalin('note-4', 'we don’t object', 'point 4'),
    stalin('note-5', 'let him write it', 'the paragraph'),
  ],
  { running: { verso: 'Ciphered Telegram', recto: 'Shtykov to Vyshinsky, February 1950' } },
);
