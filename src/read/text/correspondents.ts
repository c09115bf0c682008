/** Who wrote a document and to whom, from its title, signature and address lines; the number it was sent under. */
import type { Position } from 'unist';
import type { DocumentNode, EditionNode, Fact, Mention } from '../../edition/types.js';
import { readDateline } from '../body/dateline.js';
import { isRoleOnly, kindOfName } from '../body/names.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import type { Locator } from '../weave.js';
import { otherNumber } from './dateline-part.js';
import { aliasOfAddressee, settleBracket, type SettledTitle } from './title-brackets.js';
import { bodyOf, type TitleReading } from './title.js';

export interface Witnesses {
  title: TitleReading;
  titleText: string;
  signature: Fact<Mention> | undefined;
  signatures: readonly Fact<Mention>[];
  /** What a field of the head says whom or where the document comes from. */
  sender: Fact<Mention> | undefined;
  /** What stands under the page's label for authors. */
  labelled: Fact<string> | undefined;
}

/** Gives a document its author, sender and addressees, as far as its witnesses name them. */
export function nameCorrespondents(
  document: DocumentNode,
  witnesses: Witnesses,
  vocabulary: Vocabulary,
): void {
  const title: SettledTitle = settleBracket(
    settleSender(witnesses, document),
    document.correspondence,
    vocabulary,
  );
  const { signature, sender } = witnesses;
  const isPlace = sender !== undefined && namesPlace(sender.value, witnesses);
  const author = authorOf(
    document,
    isPlace ? { ...witnesses, title, sender: undefined } : { ...witnesses, title },
    vocabulary,
  );
  if (sender && isPlace) {
    for (const block of document.children) takeForPlace(block, sender.position);
    (document.correspondence.sent ??= {}).place ??= {
      ...sender,
      origin: { kind: 'inferred', rule: 'from-field', certainty: signature ? 'medium' : 'low' },
    };
  } else if (sender) (document.correspondence.sent ??= {}).person ??= sender;
  if (author) document.author = author;
  if (author && title.otherName !== undefined && sharesName(author.value.name, title.sender ?? ''))
    author.value.otherNames = [title.otherName];
  const alias = aliasOfAddressee(title, document.correspondence, vocabulary);
  const others = coAuthorsOf(document, { ...witnesses, title }, vocabulary);
  if (others.length > 0) document.coAuthors = others;
  for (const one of author ? [author, ...others] : [])
    if (isLabelled(one.value, witnesses.labelled?.value))
      one.origin = { kind: 'stated', rule: 'label:author' };
  if (document.correspondence.addressees.length === 0) {
    document.correspondence.addressees = title.addressees.map((name) => ({
      value: mentionOf(name, vocabulary),
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    }));
  }
  if (alias === undefined) return;
  for (const { value } of document.correspondence.addressees)
    if (value.kind !== 'organisation' && title.addressees.some((name) => sharesName(value.name, name)))
      value.otherNames = [alias];
}

/** Which of several parts of a title is who wrote: who signs, or else the first that is not where it was written. */
function settleSender({ title, signature }: Witnesses, document: DocumentNode): TitleReading {
  const { sender, senderOr } = title;
  if (sender === undefined || !senderOr) return title;
  const place = document.correspondence.sent?.place?.value.name;
  const all = [sender, ...senderOr];
  const signer = signature && all.find((name) => sharesName(signature.value.name, name));
  const elsewhere = all.find((name) => place === undefined || fold(name) !== fold(place));
  return { ...title, sender: signer ?? elsewhere ?? sender };
}

function authorOf(
  document: DocumentNode,
  { title, titleText, signature, sender: field, labelled }: Witnesses,
  vocabulary: Vocabulary,
): Fact<Mention> | undefined {
  if (document.kind.value === 'decision') {
    // A decision is the body's, or nobody says whose; who signs it stands in the closer.
    const body = bodyOf(titleText, vocabulary);
    return body === undefined
      ? undefined
      : {
          value: { name: body, key: body, kind: 'organisation' },
          origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
        };
  }
  const { sender } = title;
  // Who signs for an office wrote the document; where the title names another person, the title counts.
  const signs =
    sender === undefined || sharesName(signature?.value.name ?? '', sender) || isRoleOnly(sender, vocabulary);
  if (signature && signs) {
    return { ...signature, origin: { kind: 'inferred', rule: 'signature', certainty: 'high' } };
  }
  if (sender !== undefined) {
    // A signature that is not the sender's (a secretary's, an interpreter's) makes the title's word less sure; that of who wrote with him does not.
    const coSigned = (title.coSenders ?? []).some((name) => sharesName(signature?.value.name ?? '', name));
    const agreed = document.correspondence.addressees.some(({ value }) =>
      title.addressees.some((name) => sharesName(value.name, name)),
    );
    const certainty = signature && !coSigned ? 'low' : agreed ? 'high' : 'medium';
    return { value: mentionOf(sender, vocabulary), origin: { kind: 'inferred', rule: 'title', certainty } };
  }
  if (field) return { ...field, origin: { kind: 'inferred', rule: 'from-field', certainty: 'medium' } };
  return labelled && { ...labelled, value: { name: labelled.value, key: labelled.value } };
}

/** The page names an author under its label: the whole name of an office, or the family name of a person among others. */
function isLabelled({ name, kind }: Mention, labelled: string | undefined): boolean {
  if (labelled === undefined) return false;
  if (kind === 'organisation') return fold(name) === fold(labelled);
  const words = wordsOf(labelled, Infinity);
  const family = wordsOf(name, Infinity).at(-1);
  return family !== undefined && family.length > 1 && words.includes(family);
}

/**
 * Who wrote with the author: those whom the title names beside him, in the form in which they sign; where it names nobody or an office, all who
 * sign. A decision has one body.
 */
function coAuthorsOf(
  document: DocumentNode,
  { title, signatures }: Witnesses,
  vocabulary: Vocabulary,
): Fact<Mention>[] {
  const { author, kind } = document;
  const { sender, coSenders = [] } = title;
  if (!author || kind.value === 'decision') return [];
  if (sender === undefined || isRoleOnly(sender, vocabulary)) {
    const known = [author];
    for (const one of signatures)
      if (!known.some((other) => sharesName(other.value.name, one.value.name)))
        known.push({ ...one, origin: { kind: 'inferred', rule: 'signature', certainty: 'medium' } });
    // "the Soviet Mission in Tirana (Sokolnik)": who writes for the office.
    for (const name of coSenders)
      if (!known.some((other) => sharesName(other.value.name, name)))
        known.push({
          value: mentionOf(name, vocabulary),
          origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
        });
    if (coSenders.length > 0) return known.slice(1);
    return author.origin.kind === 'inferred' && author.origin.rule === 'signature' ? known.slice(1) : [];
  }
  const names = [sender, ...coSenders];
  if (!names.some((name) => sharesName(author.value.name, name))) return [];
  return names
    .filter((name) => !sharesName(author.value.name, name))
    .map((name) => {
      const signed = signatures.filter(({ value }) => sharesName(value.name, name)).at(-1);
      return signed
        ? { ...signed, origin: { kind: 'inferred', rule: 'signature', certainty: 'high' } }
        : {
            value: mentionOf(name, vocabulary),
            origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
          };
    });
}

/** "Sender: LAGOS" in what another signs: one word that is not his name says where it comes from. */
function namesPlace({ name, kind }: Mention, { title, signature }: Witnesses): boolean {
  if (kind === 'organisation' || !/^\p{Lu}[\p{L}\p{M}'’-]*(?:\s\p{Lu}[\p{L}\p{M}'’-]*)?$/u.test(name))
    return false;
  const signer = signature?.value.name ?? title.sender;
  return signer !== undefined && !sharesName(signer, name);
}

/** The name at a position in the text is that of a place. */
function takeForPlace(node: EditionNode, position: Position | undefined): void {
  if (node.type === 'name' && node.position?.start.offset === position?.start.offset) node.kind = 'place';
  if ('children' in node) for (const child of node.children) takeForPlace(child, position); // children are edition nodes
}

function mentionOf(name: string, vocabulary: Vocabulary): Mention {
  const kind = kindOfName(name, vocabulary);
  return { name, key: name, ...(kind === 'organisation' ? { kind } : {}) };
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
  if (document.kind.value !== 'telegram' || start === undefined) return;
  const found = readDateline(source.slice(start, position?.end.offset), start, vocabulary)?.found.find(
    (part) => part.kind === 'number',
  );
  if (found?.kind !== 'number') return;
  const sent = (document.correspondence.sent ??= {});
  const number: Fact<string> = {
    value: found.value,
    verbatim: found.value,
    position: at(found.start, found.end),
    origin: { kind: 'inferred', rule: 'heading-number', certainty: 'high' },
  };
  if (!sent.dispatch) sent.dispatch = number;
  else if (![sent.dispatch, ...(sent.dispatchParts ?? [])].some(({ value }) => value === number.value))
    (sent.otherNumbers ??= []).push(otherNumber(number));
}

function sharesName(a: string, b: string): boolean {
  const last = (name: string): string =>
    fold(name)
      .split(/[\s.]+/u)
      .filter(Boolean)
      .at(-1) ?? '';
  return last(a) === last(b) || fold(a).includes(last(b)) || fold(b).includes(last(a));
}
