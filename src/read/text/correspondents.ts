/** Who wrote a document and to whom, from its title, signature and address lines; the number it was sent under. */
import type { Position } from 'unist';
import type { DocumentNode, Fact, Mention } from '../../edition/types.js';
import { readDateline } from '../body/dateline.js';
import { isRoleOnly, kindOfName } from '../body/names.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import { bodyOf, type TitleReading } from './title.js';

export interface Witnesses {
  title: TitleReading;
  titleText: string;
  signature: Fact<Mention> | undefined;
  /** What stands under the page's label for authors. */
  labelled: Fact<string> | undefined;
}

/** Gives a document its author, sender and addressees, as far as its witnesses name them. */
export function nameCorrespondents(
  document: DocumentNode,
  { title, titleText, signature, labelled }: Witnesses,
  vocabulary: Vocabulary,
): void {
  const sender = title.sender;
  const mention = (name: string): Mention => {
    const kind = kindOfName(name, vocabulary);
    return { name, key: name, ...(kind === 'organisation' ? { kind } : {}) };
  };
  const signed = signature?.value.name;
  const decidedBy = document.kind.value === 'decision' ? bodyOf(titleText, vocabulary) : undefined;
  if (decidedBy !== undefined) {
    // A decision is the body's; who signs it stands in the closer.
    document.author = {
      value: { name: decidedBy, key: decidedBy, kind: 'organisation' },
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    };
  } else if (document.kind.value === 'decision') {
    // Whose decision it is, nobody says.
  } else
    // Who signs for an office wrote the document; where the title names another person, the title counts.
    if (
      signature &&
      (sender === undefined || sharesName(signed ?? '', sender) || isRoleOnly(sender, vocabulary))
    ) {
      document.author = {
        ...signature,
        origin: { kind: 'inferred', rule: 'signature', certainty: 'high' },
      };
    } else if (sender !== undefined) {
      // A signature that is not the sender's (a secretary's, an interpreter's) makes the title's word less sure.
      const agreed = document.correspondence.addressees.some(({ value }) =>
        title.addressees.some((name) => sharesName(value.name, name)),
      );
      document.author = {
        value: mention(sender),
        origin: {
          kind: 'inferred',
          rule: 'title',
          certainty: signature ? 'low' : agreed ? 'high' : 'medium',
        },
      };
    } else if (labelled) {
      document.author = { ...labelled, value: { name: labelled.value, key: labelled.value } };
    }
  if (document.correspondence.addressees.length === 0) {
    document.correspondence.addressees = title.addressees.map((name) => ({
      value: mention(name),
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    }));
  }
  if (document.author && isDispatched(document))
    (document.correspondence.sent ??= {}).person = document.author;
}

/** "Ciphered Telegram No. 2217": the number of a dispatch that stands in its heading. */
export function numberOfHeading(
  document: DocumentNode,
  position: Position | undefined,
  source: string,
  vocabulary: Vocabulary,
  at: Locator,
): void {
  const start = position?.start.offset;
  if (document.kind.value !== 'telegram' || start === undefined || document.correspondence.sent?.dispatch)
    return;
  const found = readDateline(source.slice(start, position?.end.offset), start, vocabulary)?.found.find(
    (part) => part.kind === 'number',
  );
  if (found?.kind !== 'number') return;
  (document.correspondence.sent ??= {}).dispatch = {
    value: found.value,
    verbatim: found.value,
    position: at(found.start, found.end),
    origin: { kind: 'inferred', rule: 'heading-number', certainty: 'high' },
  };
}

function isDispatched(document: DocumentNode): boolean {
  return (
    ['telegram', 'letter', 'memorandum'].includes(document.kind.value) ||
    document.correspondence.addressees.length > 0
  );
}

function sharesName(a: string, b: string): boolean {
  const last = (name: string): string =>
    fold(name)
      .split(/[\s.]+/u)
      .filter(Boolean)
      .at(-1) ?? '';
  return last(a) === last(b) || fold(a).includes(last(b)) || fold(b).includes(last(a));
}
