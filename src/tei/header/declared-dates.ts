/** What the editorial declaration says of a page and a text that give different dates. */
import { datesConflict, ownDate } from '../../edition/date-conflict.js';
import type { CalendarDate, DocumentNode, Fact } from '../../edition/types.js';

export function declaredDates(document: DocumentNode): string[] {
  const page = document.pageDate;
  const own = ownDate(document);
  if (!page || !own || !datesConflict(document)) return [];
  const by = ({ origin }: Fact<CalendarDate>, who: string): string =>
    origin.kind === 'editor' ? 'the editor' : who;
  return [
    `${sentence(by(page, 'the page'))} dates the document ${page.value.text}, ${by(own, 'the text itself')} ${own.value.text}. Both are kept: the first as the date of the page, and as that of creation with low certainty; the second ${secondStands(document)}.`,
  ];
}

/** Where the date of the text stands, beside the words of the text themselves. */
function secondStands({ correspondence: { sent, transmitted }, made }: DocumentNode): string {
  const header = sent?.date
    ? 'as the date of sending'
    : transmitted?.date
      ? 'as the date of transmission'
      : made?.date
        ? 'as a date of creation'
        : undefined;
  const own = sent?.date ?? transmitted?.date ?? made?.date;
  // An editor's date need not stand in the text.
  if (own?.origin.kind === 'editor') return header ?? '';
  return `where the text has it${header === undefined ? '' : ` and ${header}`}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
