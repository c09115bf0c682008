/** English of the header: numbers in words, lists of things. */
const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export function numberWord(n: number): string {
  return numberWords[n] ?? String(n);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${numberWord(n)} ${n === 1 ? one : many}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c"; semicolons part what has commas in it, but for those in quoted words. */
export function enumeration(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const apart = items.some((item) => item.replace(/“[^”]*”/gu, '').includes(', ')) ? '; ' : ', ';
  return `${items.slice(0, -1).join(apart)}${apart === '; ' ? '; ' : ' '}and ${last}`;
}

/** The first words of a text; an ellipsis where it goes on. */
export function openingWords(text: string, count = 6): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= count ? words.join(' ') : `${words.slice(0, count).join(' ')} …`;
}

/** Words in quotation marks; their own become single ones. */
export function quoted(words: string): string {
  return `“${words.replace(/["“„«](?=\S)([^"”“»]*)["”“»]/gu, '‘$1’')}”`;
}
