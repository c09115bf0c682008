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

describe('names that the head has, too', () => {
  const source = page(
    'Letter, A. Ivanov to Stalin',
    'He will appeal to Comrade Stalin from Nampo. B. Ivanov and Ivanov agree.',
  );
  test('are links in the text where the editor identifies them', async () => {
    const sidecar = await sidecarOf(
      'persons:\n  - { name: Stalin, VIAF: "1" }\n  - { name: A. Ivanov, variants: [Ivanov] }\n',
    );
    const { document } = read(source, sidecar);
    expect(sidecar.file.messages.map(String)).toEqual([]);
    expect(document?.persons.map(({ key, name }) => [key, name])).toEqual([
      ['ivanov', 'A. Ivanov'],
      ['stalin', 'Stalin'],
    ]);
    expect(document?.children.flatMap(namesIn).map(({ key, resp }) => [key, resp])).toEqual([
      ['stalin', 'editor-1'],
      ['ivanov', 'editor-1'],
      ['ivanov', 'editor-1'],
    ]);
  });
  test('are none where she says nothing of them', async () => {
    const { document } = read(source, await sidecarOf('places:\n  - { name: Nampo }\n'));
    expect(document?.children.flatMap(namesIn).map(({ key }) => key)).toEqual(['nampo']);
  });
});

describe('variants of one name', () => {
  const persons = async (
    source: string,
    sidecarText: string,
  ): Promise<{ found: unknown[]; rules: (string | undefined)[]; keys: string[] }> => {
    const sidecar = await sidecarOf(sidecarText);
    const { document } = read(source, sidecar);
    return {
      found: (document?.persons ?? []).map(({ key, name, variants, origin, authorities }) => [
        key,
        name,
        variants,
        origin.kind,
        authorities.length,
      ]),
      rules: sidecar.file.messages.map(({ ruleId }) => ruleId ?? undefined),
      keys: [
        ...(document?.children.flatMap(namesIn) ?? []).map(({ key }) => key),
        ...(document?.hands ?? []).map(({ person }) => person?.key ?? ''),
        ...(document?.correspondence.addressees ?? []).map(({ value }) => value.key),
      ],
    };
  };

  test('in the text are one person', async () => {
    const { found, rules, keys } = await persons(
      page(
        'Letter, A. Ivanov to B. Petrov',
        'He commissioned Pak Heon-yeong [Pak Hon Yong] to write a request.',
      ),
      'persons:\n  - { name: Pak Heon-yeong, as: Pak Hŏn-yŏng, variants: [Pak Hon Yong], VIAF: "1" }\n',
    );
    expect(rules).toEqual([]);
    expect(found).toContainEqual([
      'pak-heon-yeong',
      'Pak Hŏn-yŏng',
      ['Pak Heon-yeong', 'Pak Hon Yong'],
      'editor',
      1,
    ]);
    expect(found).toHaveLength(3);
    expect(keys.filter((key) => key === 'pak-heon-yeong')).toHaveLength(2);
  });

  test('that an addressee and a hand bear are one person, under the name that the editor gives', async () => {
    const source = page(
      'Letter, A. Ivanov to Бещеву',
      'We ask for coal.\n\n[In the margins Бещева wrote "agreed" beside the last paragraph.]',
    );
    const before = await persons(source, 'title: T\n');
    expect(before.found.map((entry) => (entry as unknown[])[1])).toEqual(['A. Ivanov', 'Бещеву', 'Бещева']);
    const { found, rules, keys } = await persons(
      source,
      'persons:\n  - { name: Бещев, variants: [Бещева, Бещеву] }\n',
    );
    expect(rules).toEqual([]);
    expect(found).toEqual([
      ['ivanov', 'A. Ivanov', [], 'inferred', 0],
      ['бещев', 'Бещев', ['Бещеву', 'Бещева'], 'editor', 0],
    ]);
    expect(keys).toEqual(['бещев', 'бещев']);
  });

  test('leave namesakes apart, and tell which of them is meant', async () => {
    const ivanovs = page(title, text);
    expect(
      await persons(ivanovs, 'persons:\n  - { name: B. Ivanov, variants: [Ivanov], VIAF: "1" }\n'),
    ).toMatchObject({
      found: [
        ['a-ivanov', 'A. Ivanov', [], 'inferred', 0],
        ['b-ivanov', 'B. Ivanov', ['Ivanov'], 'editor', 1],
      ],
      rules: [],
    });
    // A variant that only one bears does not tell whose a name is that others bear, too.
    expect(
      await persons(ivanovs, 'persons:\n  - { name: Ivanov, variants: [Kim Il Sung], VIAF: "1" }\n'),
    ).toMatchObject({ rules: ['name-ambiguous'] });
  });

  test('of places are one place', async () => {
    const sidecar = await sidecarOf('places:\n  - { name: Nampo, variants: [Nampo-ri] }\n');
    const { document } = read(page(title, text), sidecar);
    expect(sidecar.file.messages.map(String)).toEqual([]);
    expect(document?.places).toMatchObject([{ key: 'nampo', name: 'Nampo', variants: ['Nampo-ri'] }]);
    expect(document?.children.flatMap(namesIn).map(({ key }) => key)).toEqual(['nampo', 'nampo', 'nampo']);
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
