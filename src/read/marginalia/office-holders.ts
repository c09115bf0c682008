/** Who holds the offices that the head of a document and its title name: "the Minister wrote" is that person where there is but one. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { isNameToken } from './names.js';
import { phraseAt } from './place-grammar.js';
import type { Subject } from './statement.js';
import { tokenize } from './tokens.js';

export interface Officer {
  /** Folded: "minister", "deputy minister". */
  office: string;
  /** What it is called for short ("minister" of "foreign minister"). */
  short?: string;
  name: string;
}

/** Most words of an office's domain and its holder's name ("Minister of Foreign Trade, Comrade Marin Atanasov"). */
const farthest = 8;

/** Offices in some lines, with the names after them; a line that is an office alone is that of the name above it. */
export function officersIn(lines: readonly string[], vocabulary: Vocabulary): Officer[] {
  const { offices } = vocabulary.reports;
  const found: Officer[] = [];
  const add = (office: string, name: string | undefined): void => {
    if (name === undefined || found.some((one) => one.office === office && sameFamily(one.name, name)))
      return;
    const [first = '', ...rest] = office.split(' ');
    const short = rest.length > 0 && !offices.lesser.includes(first) ? rest.at(-1) : undefined;
    found.push({ office, name, ...(short === undefined ? {} : { short }) });
  };
  const functionWords = wordSet(vocabulary.body.functionWords);
  const honorifics = wordSet(vocabulary.body.honorifics);
  lines.forEach((line, number) => {
    const tokens = tokenize(line.slice(0, 400), 0);
    for (let at = 0; at < tokens.length; at++) {
      const office = phraseAt(tokens, at, offices.nouns);
      if (!office) continue;
      // "Deputy Minister", "Foreign Minister": an office of several words is another than its last.
      const before = tokens[at - 1]?.folded ?? '';
      if (offices.nouns.includes(before) || offices.lesser.includes(before)) continue;
      let i = at + office.length;
      // "Minister of Foreign Trade, Comrade Atanasov": where the domain ends only a comma or a form of address tells.
      if (offices.of.includes(tokens[i]?.folded ?? '')) {
        const name = tokens.findIndex(
          ({ text, folded }, k) => k > i && k <= i + farthest && (text === ',' || honorifics.has(folded)),
        );
        i = name < 0 ? tokens.length : name;
      }
      const own: string[] = [];
      for (const token of tokens.slice(i, i + farthest)) {
        if (token.kind === 'mark' || honorifics.has(token.folded)) continue;
        if (!isNameToken(token, functionWords)) break;
        own.push(token.text);
      }
      const beside =
        own.length > 0 || at > 0
          ? []
          : [lines[number - 1], lines[number + 1]].flatMap(
              (near) => (near === undefined ? undefined : nameOf(near, functionWords, honorifics)) ?? [],
            );
      const near = beside.length === 1 ? beside[0] : undefined;
      add(office.phrase, own.length > 0 ? own.join(' ') : near);
      at += office.length - 1;
    }
  });
  return found;
}

/** The name that a line consists of, with forms of address before it. */
function nameOf(
  line: string,
  functionWords: ReadonlySet<string>,
  honorifics: ReadonlySet<string>,
): string | undefined {
  if (/[\d:;]/u.test(line)) return undefined;
  const words = tokenize(line.slice(0, 80), 0).filter(({ kind }) => kind === 'word');
  const own = words.filter(({ folded }) => !honorifics.has(folded) && !functionWords.has(folded));
  return own.length > 0 && own.length <= 4 && own.every((token) => isNameToken(token, functionWords))
    ? own.map(({ text }) => text).join(' ')
    : undefined;
}

/** Those who hold an office of the label ("Minister", "head of the department"). */
export function holdersOf(label: string, officers: readonly Officer[]): Officer[] {
  const words = fold(label);
  const whole = officers.filter(({ office }) => office === words);
  return whole.length > 0 ? whole : officers.filter(({ short }) => short === words);
}

/** The one person who holds the office that a hand is named by; else the hand as it is told. */
export function officerOf(subject: Subject, officers: readonly Officer[]): Subject {
  if (subject.kind !== 'unknown') return subject;
  const [one, ...others] = holdersOf(subject.label, officers);
  return one && others.length === 0
    ? { kind: 'name', name: one.name, start: 0, end: 0, office: subject.label }
    : subject;
}

function sameFamily(a: string, b: string): boolean {
  return fold(a).split(' ').at(-1) === fold(b).split(' ').at(-1);
}
