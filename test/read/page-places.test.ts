/** Titles under menus, labels above the document, information that begins above its heading. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';

const title = 'Letter, Minister of Fisheries Orlov to the CC CPSU, on Herring';
const body =
  'Secret\n\nI saw the port of Murmansk and report on it as follows.\n\nThe cranes stand idle.\n\nORLOV';
const tail = 'Document Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n';
const page = (head: string, middle = ''): string => `${head}\n\n${body}\n\n${middle}${tail}`;

describe('the title', () => {
  test.each([
    ['menus no table knows', `Fellows\nStaff Picks\nMaps & Charts\n\nMarch 3, 1952\n\n${title}`],
    ['a menu after it', `March 3, 1952\n\n${title}\n\nCite\nShare\nAdd to Basket`],
    ['a trail of pages', `Home > Collections > Herring Trade\n\n${title}\n\nMarch 3, 1952`],
    ['nothing', title],
  ])('is found beside %s', (_, head) => {
    const { document } = read(page(head));
    expect(document?.title.value).toBe(title);
    expect(document?.kind.value).toBe('letter');
    expect(document?.children[0]).toMatchObject({ type: 'opener' });
  });

  test('is the first line where it names neither kind nor people', () => {
    expect(read(page('On the Herring of the North\n\nMarch 3, 1952')).document?.title.value).toBe(
      'On the Herring of the North',
    );
  });
});

describe('labels above the document', () => {
  test('give the abstract, and take no line of the document', () => {
    const { document } = read(
      page(
        `March 3, 1952\n\n${title}\n\nSummary\n\nOrlov tells how the cranes of the port stand idle.\n\nOriginal Language\n\nRussian\n\nAuthor(s):`,
      ),
    );
    expect(document?.summary?.children.map(({ text }) => text)).toEqual([
      'Orlov tells how the cranes of the port stand idle.',
    ]);
    expect(document?.summary?.origin.kind).toBe('stated');
    expect(document?.secrecy.map(({ key }) => key)).toEqual(['secret']);
  });
});

test('related documents above the information are of other documents', () => {
  const { document } = read(
    page(
      `March 3, 1952\n\n${title}`,
      'Orlov describes the port and asks for oil.\n\nRelated Documents\n\nMay 20, 1951\nLetter, A. Belov to B. Chernov\n\n',
    ),
  );
  expect(document?.summary?.children[0]?.text).toMatch(/^Orlov describes/u);
  expect(document?.pageDate?.value.when).toBe('1952-03-03');
  const words = (document?.children ?? []).flatMap((block) =>
    block.type === 'paragraph' ? [textOf(block.children)] : [],
  );
  expect(words).toEqual([
    'I saw the port of Murmansk and report on it as follows.',
    'The cranes stand idle.',
  ]);
});
