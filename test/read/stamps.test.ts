/** Stamps and seals that a page describes in brackets: they sign nothing, date nothing, and stand where the page has them. */
import { expect, test } from 'vitest';
import { read } from './read.js';

const report = '[Handwritten in the upper right corner: “Comrade Chernov. To be discussed. K.”]\n';
const page = (close: string): string =>
  `March 3, 1952\n\nTelegram from Soviet Ambassador in Cuba Belov to P. Chernov\n\nFrom Havana, 3 March 1952.\n\nI saw the port and report on it as I was asked to do:\n\nThe cranes stand idle for want of oil, and the clerks count by night.\n\n${close}\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;
const signature = 'Ambassador of the USSR in Cuba\nI. Belov\n';

const stamps = [
  '[Stamp: Secretariat of Comrade Gromyko]',
  '[Stamp: Received 5 March 1952]',
  '[Seal: Embassy of the USSR]',
  '[Round seal of the Ministry of Trade]',
  '[Штамп: Секретариат тов. Громыко]',
  '[Stempel: Büro Genosse Weber, 6. März 1952]',
];
const places: [string, (stamp: string) => string][] = [
  ['between reports', (stamp) => `${signature}\n${report}${stamp}\n${report}`],
  ['after reports', (stamp) => `${signature}\n${report}\n${stamp}\n`],
  ['under the signature', (stamp) => `${signature}${stamp}\n\n${report}`],
  ['above the signature', (stamp) => `${stamp}\n\n${signature}\n`],
  ['within the signature', (stamp) => `Ambassador of the USSR in Cuba\n${stamp}\nI. Belov\n`],
];

test.each(places)('a stamp %s is one, and the signature stays', (_, close) => {
  for (const stamp of stamps) {
    const { document } = read(page(close(stamp)));
    const parts = document?.children.flatMap((block): { type: string }[] =>
      block.type === 'closer' ? block.children : [block],
    );
    const words = (node: object): string => JSON.stringify(node, ['children', 'value', 'type']);
    const found = parts?.filter(({ type }) => type === 'stamp') ?? [];
    expect(found, stamp).toHaveLength(1);
    expect(words(found[0] ?? {})).toContain(stamp);
    expect(
      parts
        ?.filter(({ type }) => type === 'signed')
        .map(words)
        .join(),
    ).toContain('Belov');
    expect(document?.correspondence.sent?.person?.value).toMatchObject({ name: 'I. Belov' });
    expect(document?.persons.map(({ name }) => name)).not.toContain('Gromyko');
    expect(document?.correspondence.sent?.date?.value.when).toBe('1952-03-03');
  }
});

test('a stamp of receipt at the end tells when the document was received', () => {
  const { document } = read(page(`${signature}\n[Stamp: Received 5 March 1952]\n`));
  expect(document?.correspondence.received?.date?.value.when).toBe('1952-03-05');
});

test('a bracket with words of its own after it is no stamp', () => {
  const { document } = read(page('[Stamp: Embassy] I. Belov [illegible]\n'));
  expect(JSON.stringify(document?.children)).not.toContain('"type":"stamp"');
});
