/** What a bracket in the text is: supplied, beside the sentence, or a gap. */
import { describe, expect, test } from 'vitest';
import type { EditionNode } from '../../src/edition/types.js';
import { read } from './read.js';

const page = (sentence: string): string =>
  `March 3, 1952\n\nTelegram, Orlov to Petrenko\n\nSecret\n\nI was received yesterday at the ministry. ${sentence}\n\nI ask for orders.\n\nORLOV\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

const kinds: ReadonlySet<EditionNode['type']> = new Set(['gloss', 'supplied', 'gap', 'unclear'] as const);

/** Kinds of the brackets, each with its certainty, or with the reason of its gap. */
function bracketsOf(sentence: string): string[] {
  const found: string[] = [];
  const visit = (node: EditionNode): void => {
    if (node.type === 'gap') found.push(`gap ${node.reason}`);
    else if (kinds.has(node.type))
      found.push([node.type, 'certainty' in node ? node.certainty : undefined].filter(Boolean).join(' '));
    if ('children' in node) node.children.forEach(visit);
  };
  read(page(sentence)).document?.children.forEach(visit);
  return found;
}

describe('brackets after a complete noun phrase explain it', () => {
  test.each([
    ['Our people in Sovsintorg [the trading company] were arrested.', 'gloss'],
    ['I said that our comrades [the Soviet advisers] take no part in it.', 'gloss'],
    ['The other side [the Turkish delegation] has brought a map.', 'gloss medium'],
    ['He asked about the pact [the North Atlantic Treaty].', 'gloss'],
    ['He spoke of his patron [a merchant of Odessa] with respect.', 'gloss'],
    ['The 3 wagons [the ones from Chita] have come.', 'gloss'],
    ['They went to Königsberg [now Kaliningrad] by train.', 'gloss'],
    ['They trust the other firm [i.e., the Belgian one] more.', 'gloss'],
    ['There he met friends [the Czechoslovaks] of his.', 'gloss low'],
  ])('%s', (sentence, kind) => {
    expect(bracketsOf(sentence)).toEqual([kind]);
  });
});

describe('what a sentence or a name lacks was supplied', () => {
  test.each([
    ['There is flour for about two [weeks].', 'supplied medium'],
    ['We have had 14 [days].', 'supplied medium'],
    ['They work together with the committees of the Fatherland [Front].', 'supplied medium'],
    ['There are thirty applicants [put forward] by the government.', 'supplied low'],
    ['It was founded in 1921 [sic].', undefined],
    ['He met the president of the Company [Shell].', 'gloss'],
  ])('%s', (sentence, kind) => {
    const [found] = bracketsOf(sentence);
    if (kind !== undefined) expect(found).toBe(kind);
    else expect(found).not.toMatch('supplied');
  });
});

describe('remarks on who bears the name before them explain it', () => {
  test.each([
    ['The Soviet chargé Makarov [not further identified] invited the heads of mission.', 'gloss'],
    ['The engineer Lomov [identity unknown] was present.', 'gloss'],
    ['He spoke of Lomov [first name not known] and of his wife.', 'gloss'],
    ['The chargé Lomov, [first name and patronymic unknown] came late.', 'gloss'],
    ['It is the attaché [not identified] of the mission.', 'gloss'],
    ['It is an [unidentified] man of Riga.', 'supplied medium'],
  ])('%s', (sentence, kind) => {
    expect(bracketsOf(sentence)).toEqual([kind]);
  });
});

describe('a word of degree before an adjective was supplied', () => {
  test.each([
    ['Everyone was of the opinion that it would be [too] early.', 'supplied medium'],
    ['The road is [very] steep there.', 'supplied medium'],
    ['They have asked for it [too].', 'gloss low'],
  ])('%s', (sentence, kind) => {
    expect(bracketsOf(sentence)).toEqual([kind]);
  });
});

describe('brackets that the sentence needs were supplied', () => {
  test.each([
    ['He asked that [the] invitations be sent.', 'supplied medium'],
    ['He spoke for [the Council] at length.', 'supplied medium'],
    ['I cannot answer for [the conduct of] the business.', 'supplied medium'],
    ['The tractors [that were promised in May] have not come.', 'supplied medium'],
    ['They wanted [the ministry] to answer.', 'supplied medium'],
    ['The telegram is of 9 December [1951] and short.', 'supplied medium'],
  ])('%s', (sentence, kind) => {
    expect(bracketsOf(sentence)).toEqual([kind]);
  });
});

describe('spaces that the original leaves are gaps', () => {
  test.each([
    ['There are about [figure left blank] persons in the schools.', 'gap blank'],
    ['He named [a blank in the original] as the culprit.', 'gap blank'],
    ['He came on the [date left blank] of March.', 'gap blank'],
    ['He lives with [пропуск] in Baku.', 'gap blank'],
  ])('%s', (sentence, kind) => {
    expect(bracketsOf(sentence)).toEqual([kind]);
  });
});
