/** What the editorial declaration says of names in the text: which parts of it have them tagged. */
import type { Block, DocumentNode, EditionNode, Name } from '../../edition/types.js';
import { nodesOf } from '../census.js';
import { enumeration } from './prose.js';

/** Parts of a document whose names are read; paragraphs, points and reports are not among them. */
const parts: Partial<Record<Block['type'], string>> = {
  heading: 'headings',
  opener: 'the head',
  closer: 'the close',
  distributionList: 'the distribution list',
};

export function taggedNames({ children, marginalia }: DocumentNode): string[] {
  const body = children.filter((block) => parts[block.type] === undefined);
  const words = [...nodesOf(body)];
  if (!words.some(({ type }) => type === 'paragraph')) return [];
  const inBody = words.filter(isName);
  // Whatever else was tagged there, it was not left out.
  if (inBody.some(({ resp }) => resp === undefined)) return [];
  const tagged = [
    ...Object.entries(parts).flatMap(([type, name]) =>
      children.some((block) => block.type === type && [...nodesOf([block])].some(isName)) ? [name] : [],
    ),
    ...(marginalia.some(({ addressees = [] }) => addressees.length > 0)
      ? ['the marginal notes made from reports']
      : []),
  ];
  const elsewhere =
    inBody.length > 0 ? 'in the paragraphs only those that the editor identified' : 'not in the paragraphs';
  if (tagged.length === 0)
    return inBody.length > 0
      ? ['In the text only names that the editor identified are tagged.']
      : ['Names in the text are not tagged.'];
  return [`Names are tagged in ${enumeration(tagged)}, ${elsewhere}.`];
}

function isName(node: EditionNode): node is Name {
  return node.type === 'name';
}
