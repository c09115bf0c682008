/** What the editorial declaration says of words in brackets: by which rule each was read, and what there is among them. */
import type { DocumentNode, EditionNode, Gloss, Supplied } from '../../edition/types.js';
import { nodesOf, plainText } from '../census.js';
import { enumeration } from './prose.js';

export function bracketSentences({ children }: DocumentNode): string[] {
  const nodes = [...nodesOf(children)];
  const tested = nodes.filter((node) => node.type === 'gloss' || node.type === 'supplied');
  const told = [
    ...(has(nodes, 'gap') ? ['as statements that something cannot be read or was left out (gap)'] : []),
    ...(has(nodes, 'unclear') ? ['as doubtful readings (unclear)'] : []),
    ...(has(nodes, 'transcribedNote') ? ['as handwritten notes transcribed where they stand (note)'] : []),
  ];
  return [
    ...(tested.length > 0
      ? [
          `Words in brackets were taken ${reading(tested)}.`,
          ...others(nodes),
          ...(tested.some(({ certainty }) => certainty !== undefined)
            ? ['Where this is in doubt, @cert says so.']
            : []),
          "All these words are the page's: this edition supplies none.",
        ]
      : []),
    ...(told.length > 0
      ? [
          `${tested.length > 0 ? 'Other words in brackets' : 'Words in brackets'} were taken, by what they say, ${enumeration(told)}.`,
        ]
      : []),
  ];
}

function has(nodes: readonly EditionNode[], type: EditionNode['type']): boolean {
  return nodes.some((node) => node.type === type);
}

/** The deletion test, and what it adds to that: a bracket that the sentence reads on with is supplied, though it would be complete without. */
const rules: readonly [Supplied['reason'], string][] = [
  ['abbreviated', 'a word would be incomplete without them'],
  ['omitted', 'the sentence, a name or a date would be incomplete without them'],
  ['editorial', 'the sentence reads on with them'],
];

function reading(tested: readonly (Gloss | Supplied)[]): string {
  const explained = tested.some(({ type }) => type === 'gloss');
  const used = rules.filter(([reason]) =>
    tested.some((node) => node.type === 'supplied' && node.reason === reason),
  );
  const explanations = 'as explanations or remarks that stand beside the sentence (gloss)';
  if (used.length === 0)
    return `${explanations}: none was found to complete a word or the sentence, or to be read on with`;
  const supplied = `as words supplied to the text (supplied) ${alternatives(used.map(([, where]) => `where ${where}`))}`;
  return explained ? `${supplied}, and otherwise ${explanations}` : supplied;
}

/** "a", "a, or b", "a, b, or c" */
function alternatives(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}, or ${items.at(-1) ?? ''}`;
}

/** Words for what is on the paper beside the text; such a bracket describes, it does not explain. */
const onPaper =
  /(?<!\p{L})(?:hand-?written|handwriting|by hand|signatures?|signed|initials?|initialled|stamps?|stamped|seals?|paraph|margin)(?!\p{L})/iu;

/** Blocks that can be one bracket and nothing else. */
const alone = new Set<EditionNode['type']>(['paragraph', 'heading', 'openerLine']);

/** What stands among the explanations and is none, each kind only where there is one. */
function others(nodes: readonly EditionNode[]): string[] {
  const kinds = new Set<string>();
  for (const node of nodes) {
    if (!('children' in node)) continue;
    const siblings: readonly EditionNode[] = node.children;
    siblings.forEach((child, i) => {
      if (child.type !== 'gloss') return;
      const text = plainText([child]).trim();
      const before = siblings[i - 1]?.type;
      if (before === 'sic' || before === 'correction') kinds.add('remarks on the word before them');
      else if (/^\[\s*(?:\d{1,3}|[*†‡]+|[ivxlc]{1,6}|\p{L})\s*\]$/u.test(text))
        kinds.add('numbers, letters or signs that may call a note');
      else if (onPaper.test(text)) kinds.add('words on handwriting, signatures or stamps');
      else if (alone.has(node.type) && plainText(siblings).trim() === text)
        kinds.add('brackets that stand by themselves');
    });
  }
  const found = [
    'remarks on the word before them',
    'numbers, letters or signs that may call a note',
    'words on handwriting, signatures or stamps',
    'brackets that stand by themselves',
  ].filter((kind) => kinds.has(kind));
  return found.length > 0 ? [`Among these notes are ${enumeration(found)}.`] : [];
}
