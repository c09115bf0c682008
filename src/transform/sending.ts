/** Was the document sent? Only then has it a sender, and a place and date of sending; else they are those of its making. */
import type { DocumentNode, EditionNode, Fact, Mention } from '../edition/types.js';

/** Decides it for a document whose kind, author and addressees are settled. */
export function settleSending(document: DocumentNode): void {
  const { correspondence } = document;
  if (wasSent(document)) {
    if (document.author) (correspondence.sent ??= {}).person ??= senderFrom(document.author);
    return;
  }
  const { sent } = correspondence;
  delete correspondence.sent;
  if (sent?.place ?? sent?.date ?? sent?.time) {
    document.made = {
      ...(sent.place ? { place: sent.place } : {}),
      ...(sent.date ? { date: sent.date } : {}),
      ...(sent.time ? { time: sent.time } : {}),
    };
  }
  for (const block of document.children) disown(block);
}

/** Who wrote a document sent it. That the page states, who names him its author, is not that he sent it. */
function senderFrom(author: Fact<Mention>): Fact<Mention> {
  return author.origin.kind === 'stated'
    ? { ...author, origin: { kind: 'inferred', rule: 'author', certainty: 'high' } }
    : author;
}

/** Telegrams and letters are; others where they name whom they were sent to. A decision is taken: what is sent of it are excerpts. */
function wasSent({ kind, correspondence }: DocumentNode): boolean {
  const { addressees, transmitted, received, sent } = correspondence;
  switch (kind.value) {
    case 'telegram':
    case 'letter':
      return true;
    case 'decision':
      return false;
    case 'conversation':
      // "A to B" in the title of a talk says who spoke, not to whom the record went.
      return (
        sent?.person !== undefined ||
        transmitted !== undefined ||
        received !== undefined ||
        addressees.some(({ origin }) => origin.kind !== 'inferred')
      );
    default:
      return (
        sent?.person !== undefined ||
        transmitted !== undefined ||
        received !== undefined ||
        addressees.length > 0
      );
  }
}

/** Its numbers are its own, not of a dispatch. */
function disown(node: EditionNode): void {
  if (node.type === 'dispatchNumber') node.own = true;
  if ('children' in node) for (const child of node.children) disown(child); // children are edition nodes
}
