/** Pages that are saved in place of a document, and short documents that must not be taken for one. */
import { describe, expect, it } from 'vitest';
import { read } from './read.js';

const titles = [
  'Letter, Hale to Brook',
  'Telegram, Orlov to Petrov',
  'Memorandum on the Harbor',
  'Report on Trade',
];

const refused: Record<string, string> = {
  'a page of an error': `Skip to content\n\n404\n\nPage not found\n\nThe page you are looking for may have been moved or deleted.\n\nReturn to the home page`,
  'an error in one sentence': `Sorry, the page you requested could not be found.\n`,
  'a page that is denied': `Access Denied\n\nYou do not have permission to access this resource.\n\nReference #18.2d3f`,
  'a listing with dates at the ends of lines': titles
    .map((title, i) => `${title}, March ${String(i + 1)}, 1951`)
    .join('\n'),
  'a listing with dates before titles': titles.map((title, i) => `195${String(i)}-03-01 ${title}`).join('\n'),
  'a listing with a sentence on each':
    `Browse the Archive\n\n` +
    titles
      .map((title) => `${title}\n\nThe author reports on the harbor and on the ice in the bay.`)
      .join('\n\n'),
  'a listing of titles': `Collections\n\n${titles.join('\n')}\n\nNext`,
  'an index without dates': [
    ...[
      'Digital Archive',
      'Collections',
      'Korean War',
      'Nuclear History',
      'Cold War in Asia',
      'Eastern Europe',
    ],
    ...['Biographies', 'Themes', 'Analysis', 'Contact Us', 'About'],
  ].join('\n'),
  'search results': `Search results\n\nSort by\n\nRelevance\n\n1 - 20 of 57\n\n${titles.join('\n')}`,
  'a page to log in': `Sign in\n\nUsername or e-mail\n\nPassword\n\nRemember me\n\nForgot your password?\n\nCreate an account`,
  'a page to log in, with a sentence': `Please log in to read this document.\n\nE-mail\n\nPassword\n\nLog in`,
  'a notice on cookies': `We value your privacy\n\nWe use cookies to improve your experience and to measure how our site is used.\n\nSome are needed for the site to work, and others help us to understand it.\n\nAccept all\n\nReject all\n\nManage preferences`,
};

const kept: Record<string, string> = {
  'one sentence': 'March 3, 1951\n\nTelegram, Ivanov to Petrov\n\nAgreed.\n',
  'a document on passwords':
    'March 3, 1951\n\nLetter, Hale to Brook\n\nPassword\n\nThe password for the meeting is known to both of us and will not be sent.\n\nNobody who comes without it is to be let in, whatever he says.\n',
  'a poem':
    'Night\n\nThe harbor sleeps, the lamps are low,\nthe ships lie still,\nand over them a wind of snow\ncomes down the hill.\nNo one is awake,\nno one will know\nwhat light they take\nwho go.\n',
  'a document under a notice on cookies':
    'We use cookies to improve your experience.\n\nAccept all\n\nMarch 3, 1951\n\nTelegram, Ivanov to Petrov\n\nThe director of the port told me that the ice will hold for three more weeks.\n\nHe asked for coal and for two tugs, which I promised to report.\n',
  'a decision of headings and items':
    'December 5, 1949\n\nDecision of the Politburo\n\nSTRICTLY SECRET\n\nDecision of 5 December 1949\n\na) six motor launches\n\nb) nets and tackle\n\nc) salt, 400 tons\n\nSECRETARY OF THE CC\n',
  'a chronicle with dates before its sentences':
    'Chronicle of the Embassy\n\nMarch 1, 1951\nThe ambassador received the director of the port at his request.\nThe director spoke of the ice and asked for two tugs.\n\nMarch 2, 1951\nThe ambassador sent a telegram on the matter to the ministry.\nThe ministry answered at once that it would send them.\n',
};

describe('a page that shows no document', () => {
  it.each(Object.keys(refused))('is refused: %s', (name) => {
    const { file, ruleIds, document } = read(refused[name] ?? '');
    expect(document).toBeUndefined();
    expect(ruleIds).toEqual(['not-a-document-page']);
    // What it is refused for is a line of the page.
    expect(file.messages[0]?.line).toBeGreaterThan(0);
    expect(file.messages[0]?.reason).toMatch(/This is no page of a document: .+/);
  });

  it.each(Object.keys(kept))('is not %s', (name) => {
    expect(read(kept[name] ?? '').ruleIds).not.toContain('not-a-document-page');
  });
});
