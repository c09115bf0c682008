/** Persons and places that the editor identifies: those in heading fields, and those that stand in the text alone. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { EditionNode, Name } from '../../src/edition/types.js';
import { nodeHost } from '../../src/host/node.js';
import { encode } from '../../src/tei/encode.js';
import { serialise } from '../../src/tei/serialise.js';
import { openTeiValidator } from '../../src/tei/validate.js';
import { read } from './read.js';
import { sidecarOf } from './sidecar-of.js';

const page = (title: string, text: string): string =>
  `March 3, 1952\n\n${title}\n\nSecret\n\n${text}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;
const title = 'Letter, A. Ivanov to B. Ivanov';
const text =
  'Kim Il Sung spoke of Kimsong and of the port of Nampo. "Kim Il Sung\'s port", they say of [Nampo], and of Nampo-ri.';

function namesIn(node: EditionNode): Name[] {
  const own = node.type === 'name' ? [node] : [];
  return 'children' in node ? [...own, ...(node.children as EditionNode[]).flatMap(namesIn)] : own;
}

describe('names that stand in the text alone', () => {
  test('become links to an entry with the numbers that the editor gives', async () => {
    const sidecar = await sidecarOf(
      'persons:\n  - { name: Kim Il Sung, VIAF: "46771552" }\nplaces:\n  - { name: Nampo, geonames: "1871954" }\n',
    );
    const { document, edition, file } = read(page(title, text), sidecar);
    expect(sidecar.file.messages.map(String)).toEqual([]);
    const names = document?.children.flatMap(namesIn) ?? [];
    expect(names.map(({ kind, key, resp }) => [kind, key, resp])).toEqual([
      ['person', 'kim-il-sung', 'editor-1'],
      ['place', 'nampo', 'editor-1'],
      ['person', 'kim-il-sung', 'editor-1'],
      ['place', 'nampo', 'editor-1'],
      ['place', 'nampo', 'editor-1'],
    ]);
    expect(document?.persons.find(({ key }) => key === 'kim-il-sung')?.authorities).toEqual([
      { type: 'VIAF', value: '46771552' },
    ]);
    const source = page(title, text);
    for (const { position } of names)
      expect(source.slice(position?.start.offset, position?.end.offset)).toMatch(/^(?:Kim Il Sung|Nampo)$/);
    const xml = serialise(encode(edition, { version: '0.1.0' }), file);
    const validator = await openTeiValidator(nodeHost());
    const findings = new VFile({ path: 'tei.xml' });
    validator.validate(xml, findings);
    validator.dispose();
    expect(findings.messages.map(String)).toEqual([]);
    expect(xml).toContain(
      '<persName ref="#kim-il-sung" resp="#editor-1">Kim Il Sung</persName> spoke of Kimsong',
    );
  });

  test('are sought as whole words, letter by letter', async () => {
    const sidecar = await sidecarOf('persons:\n  - { name: Kimson, VIAF: "1" }\n');
    read(page(title, text), sidecar);
    expect(sidecar.file.messages.map(({ ruleId }) => ruleId)).toEqual(['name-not-found']);
  });
});

describe('namesakes', () => {
  const authorities = async (name: string): Promise<[string[], (string | undefined)[]]> => {
    const sidecar = await sidecarOf(`persons:\n  - { name: ${name}, VIAF: "1" }\n`);
    const { document } = read(page(title, text), sidecar);
    const identified = document?.persons.filter((person) => person.authorities.length > 0) ?? [];
    return [
      identified.map((person) => person.name),
      sidecar.file.messages.map(({ ruleId }) => ruleId ?? undefined),
    ];
  };
  test.each(['A. Ivanov', 'B. Ivanov'])('%s is the one with these initials', async (name) => {
    expect(await authorities(name)).toEqual([[name], []]);
  });
  test('the family name alone can be both', async () => {
    expect(await authorities('Ivanov')).toEqual([[], ['name-ambiguous']]);
  });
});

test('a post that a field of the head names is a place, in the text as in the header', () => {
  const { document } = read(
    'June 7, 1973\n\nTelegram, Constantin Moldoveanu to Nicolae Sturza\n\nTelegram\n\nSender: LAGOS\n\nDate: 06.06.1973\n\nTo: Nicolae Sturza\n\nI was received in Lagos by the Permanent Secretary. He spoke about the rains.\n\nConstantin Moldoveanu\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n',
  );
  expect(document?.persons.map(({ name }) => name)).toEqual(['Constantin Moldoveanu', 'Nicolae Sturza']);
  expect(document?.places).toMatchObject([{ key: 'lagos', name: 'Lagos', variants: ['LAGOS'] }]);
});
