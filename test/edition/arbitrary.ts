/** Random edition trees: every kind of node and fact, words from a generous alphabet. For properties of the later stations. */
import fc from 'fast-check';
import type {
  Block,
  CalendarDate,
  Certainty,
  ClockTime,
  Copy,
  DocumentNode,
  Edition,
  EditionNode,
  Fact,
  Hand,
  MarginalNote,
  Mention,
  Origin,
  Paragraph,
  Phrase,
  Register,
  Responsibility,
  RunInList,
  Span,
} from '../../src/edition/types.js';
import { documentKinds, shelfmarkUnits } from '../../src/edition/types.js';
import { nodesOf } from '../../src/tei/census.js';
import { documentNode, edition, somewhere } from './build.js';

/* Words */

/** Markup characters, white space of all kinds, combining and joining marks, both directions, astral letters. */
const characters = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzABCXYZ0123456789')) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(' ', ' ', ' ', '\n', '\t', '\u00A0', '\u2009', '\u3000', '\u2028', '\u0085'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...Array.from('<>&"\'[]]>{}()-–—.,;:!?#%*/\\«»„“”’')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u0301',
      '\u0308',
      '\u200D',
      '\u200F',
      '\u00AD',
      '\uFEFF',
      '\r',
      '\uFFFD',
      '\u007F',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('éßøłőжЯѣЎאבשמדאחة中国語가힣日ωἀ')) },
  { weight: 1, arbitrary: fc.constantFrom('😀', '𐌰', '𝔘', '👩‍👩‍👧', '\u{1FFFE}') },
);

export const wordsArbitrary = fc.string({ unit: characters, maxLength: 24 });
const someWords = fc.string({ unit: characters, minLength: 1, maxLength: 16 });
/** Words that hold more than white space of any kind. */
const visibleWords = someWords.map((value) => `x${value}`);
const spaces = fc.constantFrom('', ' ', '  ', '\n', ' \n ');

const textArbitrary = wordsArbitrary.map((value): Phrase => ({ type: 'text', value }));

/* Facts */

const certainty = fc.constantFrom<Certainty>('high', 'medium', 'low');
const origin: fc.Arbitrary<Origin> = fc.oneof(
  fc.constant<Origin>({ kind: 'stated', rule: 'random' }),
  certainty.map((value): Origin => ({ kind: 'inferred', rule: 'random', certainty: value })),
  fc
    .constantFrom('editor-1', 'editor-2', 'editor')
    .map((resp): Origin => ({ kind: 'editor', rule: 'sidecar', resp })),
);

function factOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> {
  return fc.record({ value, origin });
}

/** Some facts are there and some are not. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

/** Leaves out what is undefined, as the types want it. */
function compact<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  // A record without its undefined values is exactly what the return type says.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

const regularDate = fc.constantFrom('1950-02-07', '1917', '1945-11', '2000-02-29');
const calendarDate: fc.Arbitrary<CalendarDate> = fc
  .record({
    text: wordsArbitrary,
    when: maybe(regularDate),
    from: maybe(regularDate),
    to: maybe(regularDate),
    notBefore: maybe(regularDate),
    notAfter: maybe(regularDate),
  })
  .map((date) => compact(date) as CalendarDate);
const clockTime: fc.Arbitrary<ClockTime> = fc
  .record({ text: wordsArbitrary, when: maybe(fc.constantFrom('10:10', '23:59:59', '00:00')) })
  .map((time) => compact(time) as ClockTime);

/* Registers: keys that quarrel with ids of the file, with each other, and with the rules for names. */

const personKeys = [
  'stalin',
  'document',
  'p1',
  'transcript',
  '1st-of-all',
  'сталин',
  'two words',
  '😀',
] as const;
const placeKeys = ['pyongyang', 'marginalia', 'secrecy', 'stalin'] as const;
const organisationKeys = ['aprf', 'copy-1', 'document-type'] as const;

function registers(keys: readonly string[]): fc.Arbitrary<Register[]> {
  return fc.tuple(
    ...keys.map((key) =>
      fc
        .record({
          name: visibleWords,
          variants: fc.array(visibleWords, { maxLength: 2 }),
          authorities: fc.array(
            fc.record({
              type: fc.constantFrom('VIAF', 'GND', 'wikidata', 'geonames'),
              value: fc.constantFrom('Q1', '118523'),
            }),
            { maxLength: 2 },
          ),
          note: maybe(wordsArbitrary),
          origin,
        })
        .map((entry): Register => ({ key, ...compact(entry) })),
    ),
  );
}

function mentionOf(keys: readonly string[]): fc.Arbitrary<Mention> {
  return fc.record({ key: fc.constantFrom(...keys), name: visibleWords });
}
const writer = mentionOf([...personKeys, ...organisationKeys]);
const site = mentionOf(placeKeys);

/* Phrases. Ids are given afterwards, in the order of the text. */

const place = fc.constantFrom(
  'margin',
  'margin left',
  'top',
  'top right',
  'bottom',
  'overleaf',
  'inline',
  'across',
);
const handIds = ['hand-stalin', 'hand-unknown-1'] as const;

const { phrase } = fc.letrec<{ phrase: Phrase; phrases: Phrase[] }>((tie) => ({
  phrases: fc.array(tie('phrase'), { maxLength: 4 }),
  phrase: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: textArbitrary },
    { weight: 1, arbitrary: fc.constant<Phrase>({ type: 'anchor', id: '' }) },
    {
      weight: 1,
      arbitrary: fc
        .record({
          reason: fc.constantFrom('illegible', 'editorial', 'blank', 'excised'),
          value: visibleWords,
          unit: maybe(fc.constantFrom('letter', 'word', 'line', 'page')),
          quantity: maybe(fc.nat(20)),
          atLeast: maybe(fc.nat(3)),
          atMost: maybe(fc.nat(9)),
        })
        .map((gap): Phrase => ({ type: 'gap', ...compact(gap) })),
    },
    ...wrappers(tie('phrases')).map((arbitrary) => ({ weight: 1, arbitrary })),
  ),
}));

function wrappers(children: fc.Arbitrary<Phrase[]>): fc.Arbitrary<Phrase>[] {
  const wrap = (facts: fc.Arbitrary<object>): fc.Arbitrary<Phrase> =>
    // Each call below gives exactly the fields of one kind of phrase.
    fc.tuple(facts, children).map(([fields, within]) => ({ ...compact(fields), children: within }) as Phrase);
  const type = <Type extends Phrase['type']>(value: Type): fc.Arbitrary<Type> => fc.constant(value);
  return [
    wrap(
      fc.record({
        type: type('emphasis'),
        rend: fc.constantFrom('italic', 'bold', 'underline', 'superscript', 'subscript', 'spaced'),
      }),
    ),
    wrap(fc.record({ type: type('gloss'), certainty: maybe(certainty) })),
    wrap(
      fc.record({
        type: type('supplied'),
        reason: fc.constantFrom('editorial', 'omitted', 'abbreviated'),
        certainty: maybe(certainty),
      }),
    ),
    wrap(fc.record({ type: type('unclear'), certainty })),
    wrap(fc.record({ type: type('sic') })),
    wrap(fc.record({ type: type('correction'), correction: wordsArbitrary })),
    wrap(
      fc.record({
        type: type('name'),
        kind: fc.constant('person'),
        key: fc.constantFrom(...personKeys),
        resp: maybe(fc.constantFrom('editor-1', 'editor-9')),
      }),
    ),
    wrap(fc.record({ type: type('name'), kind: fc.constant('place'), key: fc.constantFrom(...placeKeys) })),
    wrap(
      fc.record({
        type: type('name'),
        kind: fc.constant('organisation'),
        key: fc.constantFrom(...organisationKeys),
      }),
    ),
    wrap(fc.record({ type: type('date'), date: calendarDate })),
    wrap(fc.record({ type: type('time'), time: clockTime })),
    wrap(fc.record({ type: type('dispatchNumber'), own: maybe(fc.boolean()) })),
    wrap(fc.record({ type: type('office') })),
    fc.constantFrom(' \n', '\n  ').map((value): Phrase => ({ type: 'lineBreak', value })),
    wrap(fc.record({ type: type('passage'), id: fc.constant('') })),
    wrap(
      fc.record({
        type: type('transcribedNote'),
        hand: maybe(fc.constantFrom(...handIds)),
        place: maybe(place),
      }),
    ),
  ];
}

const phrases = fc.array(phrase, { maxLength: 5 });

/* Blocks */

const labelArbitrary = fc
  .constantFrom('1.', '2)', '(iii)', 'a.', '§ 4', '№ 12.', '*', '١.')
  .map((value) => ({ type: 'label' as const, value }));

const runInList: fc.Arbitrary<RunInList> = fc
  .record({
    origin,
    entries: fc.array(
      fc.record({
        n: fc.constantFrom('1', '2', 'a'),
        label: labelArbitrary,
        children: phrases,
        between: fc.oneof(spaces, wordsArbitrary),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ origin: listOrigin, entries }) => ({
    type: 'runInList',
    origin: listOrigin,
    children: entries.flatMap(({ between, ...entry }) => [
      { type: 'runInEntry' as const, ...entry },
      { type: 'text' as const, value: between },
    ]),
  }));

const paragraph: fc.Arbitrary<Paragraph> = fc
  .record({
    label: fc.option(labelArbitrary, { nil: undefined, freq: 4 }),
    speaker: fc.option(labelArbitrary, { nil: undefined, freq: 6 }),
    children: fc.array(fc.oneof({ weight: 9, arbitrary: phrase }, { weight: 1, arbitrary: runInList }), {
      maxLength: 5,
    }),
  })
  .map((fields) => ({ type: 'paragraph', id: '', ...compact(fields) }));

function withPhrases<Type extends string>(type: Type): fc.Arbitrary<{ type: Type; children: Phrase[] }> {
  return phrases.map((children) => ({ type, children }));
}

const secrecyKeys = ['strictly-secret', 'top-secret', 'document'] as const;

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    { weight: 6, arbitrary: paragraph },
    { weight: 1, arbitrary: phrases.map((children): Block => ({ type: 'heading', id: '', children })) },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.oneof(
            fc
              .tuple(fc.constantFrom(...secrecyKeys), phrases)
              .map(([key, children]) => ({ type: 'secrecyMark' as const, key, children })),
            withPhrases('handlingMark'),
            withPhrases('distributionLine'),
            withPhrases('openerLine'),
            withPhrases('dateline'),
            withPhrases('addressee'),
            fc
              .tuple(fc.constantFrom('from' as const, 'subject' as const), phrases)
              .map(([field, children]) => ({ type: 'headField' as const, field, children })),
            withPhrases('salute'),
          ),
          { maxLength: 5 },
        )
        .map((children): Block => ({ type: 'opener', children })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(phrases, origin).map(([children, reportOrigin]): Block => ({
        type: 'report',
        id: '',
        children,
        origin: reportOrigin,
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.oneof(
            withPhrases('salute'),
            withPhrases('signed'),
            withPhrases('dateline'),
            withPhrases('addressee'),
          ),
          {
            maxLength: 3,
          },
        )
        .map((children): Block => ({ type: 'closer', children })),
    },
    {
      weight: 1,
      arbitrary: fc.array(paragraph, { maxLength: 2 }).map((children): Block => ({
        type: 'postscript',
        children: children.map(({ speaker: _, ...rest }) => rest),
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          afterCloser: fc.boolean(),
          head: maybe(labelArbitrary),
          children: fc.array(
            fc
              .record({ label: maybe(labelArbitrary), children: phrases })
              .map((fields) => ({ type: 'distributionEntry', ...compact(fields) })),
            { maxLength: 3 },
          ),
        })
        .map((fields) => ({ type: 'distributionList', ...compact(fields) }) as Block),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          origin,
          fc.array(
            fc
              .record({ n: fc.constantFrom('1', '2', 'b'), label: labelArbitrary, children: tie('blocks') })
              .map((fields) => ({ type: 'point' as const, id: '', ...fields })),
            { minLength: 1, maxLength: 3 },
          ),
        )
        .map(([pointsOrigin, children]): Block => ({
          type: 'points',
          id: '',
          children,
          origin: pointsOrigin,
        })),
    },
  ),
}));

/* Header */

const responsibility: fc.Arbitrary<Responsibility> = fc.record({
  kind: fc.constantFrom(
    'translated',
    'obtained',
    'contributed',
    'provided',
    'edited',
    'published',
    'reprinted',
    'on-file',
    'credit',
  ),
  text: visibleWords,
  names: fc.array(fc.constantFrom('x', 'N. N.', 'xa'), { maxLength: 2 }),
});

/** A reference made of its parts, so that every span is where it says. */
function copyArbitrary(id: string): fc.Arbitrary<Copy> {
  const segment = fc.oneof(
    fc.record({ kind: fc.constantFrom('lacunae', 'former', 'description', 'remainder'), text: visibleWords }),
    fc.record({
      kind: fc.constant('leaves'),
      text: fc.constantFrom('Listy 1-2', 'л. 12 об.', 'p. 7'),
      unit: fc.constantFrom('leaf', 'page', 'frame'),
    }),
    fc.record({
      kind: fc.constant('part'),
      text: fc.constantFrom('059a', 'Р-9479', '4', '16'),
      label: fc.option(fc.constantFrom('Fond', 'op.', 'Д.'), { nil: undefined }),
      unit: fc.constantFrom(...shelfmarkUnits),
    }),
  );
  return fc
    .record({
      repository: maybe(fc.constantFrom('APRF', 'AVP RF', 'An Archive')),
      registered: fc.boolean(),
      segments: fc.array(segment, { maxLength: 6 }),
      partial: fc.boolean(),
      language: maybe(factOf(fc.constantFrom('ru', 'en', 'zh-Hans', 'xx'))),
      provenance: fc.array(responsibility, { maxLength: 3 }),
      origin,
    })
    .map(({ repository, registered, segments, ...facts }) => {
      let verbatim = '';
      const append = (text: string): Span => {
        const start = verbatim.length;
        verbatim += text;
        return { text, start, end: verbatim.length };
      };
      const made: Copy = {
        type: 'copy',
        id,
        verbatim: '',
        shelfmark: [],
        leaves: [],
        lacunae: [],
        former: [],
        description: [],
        remainder: [],
        ...(compact(facts) as Pick<Copy, 'partial' | 'provenance' | 'origin'>),
      };
      if (repository !== undefined) {
        made.repository = {
          ...append(repository),
          key: registered ? 'aprf' : 'unregistered',
          known: registered,
          country: 'Russia',
        };
      }
      for (const each of segments) {
        if (verbatim !== '') append(', ');
        if (each.kind === 'leaves' && 'unit' in each) {
          const [from = '1', to = from] = each.text.match(/\d+/g) ?? [];
          made.leaves.push({ ...append(each.text), unit: each.unit, from, to });
        } else if (each.kind === 'part' && 'unit' in each) {
          const label = 'label' in each && each.label !== undefined ? append(each.label) : undefined;
          if (label) append(' ');
          made.shelfmark.push({
            ...append(each.text),
            unit: each.unit,
            ...(label ? { label } : {}),
          });
        } else {
          made[each.kind].push(append(each.text));
        }
      }
      if (verbatim === '') made.description.push(append('typescript'));
      made.verbatim = verbatim;
      return made;
    });
}

const hands: Hand[] = [
  {
    id: 'hand-stalin',
    person: { key: 'stalin', name: 'Stalin' },
    label: 'Stalin',
    medium: 'red pencil',
    reported: true,
  },
  { id: 'hand-unknown-1', label: 'unknown hand', reported: false },
];

const noteFacts = fc
  .record({
    hand: maybe(fc.constantFrom(...handIds)),
    place,
    /** Chosen among the ids of the text, which are not known yet. */
    anchors: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
    certainty: maybe(certainty),
    words: fc.option(visibleWords, { nil: undefined }),
    addressee: maybe(writer),
    origin,
  })
  .map((note) => ({ ...compact(note), ...(note.words === undefined ? { sign: 'a tick' } : {}) }));

const header = fc.record({
  title: factOf(visibleWords),
  kind: factOf(fc.constantFrom(...documentKinds)),
  language: factOf(fc.constantFrom('en', 'ru', 'zh-Hant', 'he')),
  author: maybe(factOf(writer)),
  pageDate: maybe(factOf(calendarDate)),
  summary: maybe(
    fc.record({
      origin,
      children: fc.array(fc.record({ text: visibleWords, position: fc.constant(somewhere) }), {
        maxLength: 2,
      }),
    }),
  ),
  copies: fc
    .nat(2)
    .chain((n) =>
      fc.tuple(...Array.from({ length: n }, (_, index) => copyArbitrary(`copy-${String(index + 1)}`))),
    ),
  printedSources: fc.array(fc.record({ verbatim: visibleWords, position: fc.constant(somewhere), origin }), {
    maxLength: 2,
  }),
  responsibilities: fc.array(responsibility, { maxLength: 3 }),
  subjects: fc.array(factOf(visibleWords), { maxLength: 2 }),
  secrecy: fc.subarray(secrecyKeys.map((key) => ({ key, text: key, position: somewhere }))),
  persons: registers(personKeys),
  places: registers(placeKeys),
  organisations: registers(organisationKeys),
});

const correspondence = fc.record({
  sent: maybe(
    fc
      .record({
        person: maybe(factOf(writer)),
        place: maybe(factOf(site)),
        date: maybe(factOf(calendarDate)),
        time: maybe(factOf(clockTime)),
        dispatch: maybe(factOf(wordsArbitrary)),
      })
      .map(compact),
  ),
  transmitted: maybe(
    fc.record({ date: maybe(factOf(calendarDate)), time: maybe(factOf(clockTime)) }).map(compact),
  ),
  received: maybe(fc.record({ place: maybe(factOf(site)), date: maybe(factOf(calendarDate)) }).map(compact)),
  addressees: fc.array(factOf(writer), { maxLength: 2 }),
  copiesTo: fc.array(factOf(writer), { maxLength: 3 }),
  fileCopy: maybe(factOf(wordsArbitrary)),
});

const page = fc.record({
  publisher: maybe(factOf(visibleWords)),
  record: maybe(factOf(fc.constantFrom('112233', 'A 7'))),
  uploaded: maybe(factOf(calendarDate)),
  url: maybe(factOf(fc.constantFrom('https://example.org/document/1?a=b&c=d'))),
  rights: fc.array(
    fc.record({
      origin,
      children: fc.array(
        fc.oneof(
          fc
            .oneof(wordsArbitrary, fc.constant('under https://creativecommons.org/licenses/by/4.0/.'))
            .map((value) => ({ type: 'text' as const, value })),
          visibleWords.map((value) => ({ type: 'hidden' as const, value })),
        ),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 2 },
  ),
  remarks: fc.array(
    fc
      .record({ label: maybe(visibleWords), text: wordsArbitrary })
      .map((remark) => ({ ...compact(remark), position: somewhere })),
    { maxLength: 2 },
  ),
});

const publication = fc
  .record({
    series: maybe(visibleWords),
    publisher: maybe(visibleWords),
    licence: maybe(
      fc.record({ text: visibleWords, url: maybe(fc.constant('https://example.org/licence')) }).map(compact),
    ),
    identifier: maybe(
      fc.record({ type: fc.constantFrom('DOI', 'ISBN', 'house number'), value: visibleWords }),
    ),
    version: maybe(fc.constantFrom('1', '2.0-draft')),
    date: fc.constantFrom('2026-01-01', '1950-02-07'),
  })
  .map(compact);

const editors = fc.subarray([
  { id: 'editor-1', name: 'Ann Editor', orcid: '0000-0002-1825-0097', role: 'edited by' },
  { id: 'editor-2', name: 'Ben Editor' },
]);

/** Any edition of one document that keeps the rules of the tree. */
export const editionArbitrary: fc.Arbitrary<Edition> = fc
  .record({
    prefix: fc.constantFrom('', '', 'd2-'),
    blocks: fc.array(block, { maxLength: 6 }),
    notes: fc.array(noteFacts, { maxLength: 4 }),
    header,
    correspondence,
    page,
    publication,
    editors,
  })
  .map((shared) => {
    // Constants are the same object wherever they occur, and ids are given to each occurrence.
    const parts = JSON.parse(JSON.stringify(shared)) as typeof shared; // records of JSON values only
    const document = documentNode({
      ...compact(parts.header),
      id: `${parts.prefix}document`,
      children: parts.blocks,
      correspondence: compact(parts.correspondence),
      page: { sha256: '0'.repeat(64), file: 'random.txt', ...compact(parts.page) },
      hands,
    });
    identify(document, parts.prefix);
    addNotes(document, parts.notes);
    return edition(document, { editors: parts.editors, publication: parts.publication });
  });

const idPrefixes: Partial<Record<EditionNode['type'], string>> = {
  heading: 'head-',
  paragraph: 'p',
  points: 'points-',
  point: 'pt',
  report: 'report-',
  passage: 'passage-',
  anchor: 'anchor-',
};

/** Gives ids in the order of the text, and a footnote to every anchor. */
function identify(document: DocumentNode, prefix: string): void {
  const counts = new Map<string, number>();
  for (const node of nodesOf(document.children)) {
    const kind = idPrefixes[node.type];
    if (kind === undefined || !('id' in node)) continue;
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    node.id = `${prefix}${kind}${String(n)}`;
    if (node.type === 'anchor') {
      document.annotations.push({
        type: 'annotation',
        id: `${prefix}annotation-${String(n)}`,
        anchor: node.id,
        text: `A footnote & more <${String(n)}>`,
        resp: n % 2 ? 'editor-1' : 'editor-3',
      });
    }
  }
}

/** Notes need a report, and anchors in the order of the text. */
function addNotes(
  document: DocumentNode,
  notes: readonly (Omit<MarginalNote, 'type' | 'id' | 'anchors' | 'report'> & { anchors: number[] })[],
): void {
  const ids = [
    document.id,
    ...[...nodesOf(document.children)].flatMap((node) =>
      'id' in node && node.type !== 'anchor' ? [node.id] : [],
    ),
  ];
  const reports = [...nodesOf(document.children)].flatMap((node) =>
    node.type === 'report' ? [node.id] : [],
  );
  const [report] = reports;
  if (report === undefined) return;
  for (const [index, note] of notes.entries()) {
    const chosen = [...new Set(note.anchors.map((n) => n % ids.length))].sort((a, b) => a - b);
    document.marginalia.push({
      ...note,
      type: 'marginalNote',
      id: `note-${String(index + 1)}`,
      report,
      anchors: chosen.flatMap((n) => ids[n] ?? []),
    });
  }
}
