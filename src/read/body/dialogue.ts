/** Turns of a dialogue: "Comrade Ortega: The list …", "Q: …" / "A: …", or the name on a line of its own. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';

export interface TextUnit {
  start: number;
  end: number;
  block?: unknown;
  /** Length of the name of who speaks, with its colon. */
  speaker?: number;
}

/** Who speaks, and a colon: a few words in capitals, or a single letter. */
const turn =
  /^(?<name>(?:The\s)?\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}.'’-]*){0,4})[ \u00a0]?:(?=\s|$)/u;

/**
 * The units with their speakers. Names are taken for speakers where at least two of them speak, each again and again or with a word of
 * address; a name on its own line is joined to the words under it.
 */
export function takeTurns<Unit extends TextUnit>(
  units: readonly Unit[],
  source: string,
  vocabulary: Vocabulary,
): Unit[] {
  const names = units.map((unit) =>
    unit.block ? undefined : nameOf(source.slice(unit.start, unit.start + 100)),
  );
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name.key, (counts.get(name.key) ?? 0) + 1);
  const honorifics = wordSet(vocabulary.body.honorifics);
  const speakers = new Set(
    [...counts]
      .filter(([key, count]) => count > 1 || honorifics.has(wordsOf(key)[0] ?? ''))
      .map(([key]) => key),
  );
  if (speakers.size < 2 || [...speakers].every((key) => counts.get(key) === 1)) return [...units];
  const turns: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit; // i is within bounds
    const name = names[i];
    if (!name || !speakers.has(name.key)) {
      turns.push(unit);
      continue;
    }
    const alone = source.slice(unit.start + name.length, unit.end).trim() === '';
    const next = units[i + 1];
    if (!alone) turns.push({ ...unit, speaker: name.length });
    else if (next && !next.block && !names[i + 1]) {
      turns.push({ ...next, start: unit.start, speaker: name.length });
      i++;
    } else turns.push(unit);
  }
  return turns;
}

function nameOf(text: string): { key: string; length: number } | undefined {
  const found = turn.exec(text);
  const name = found?.groups?.['name'];
  return found && name !== undefined ? { key: fold(name), length: found[0].length } : undefined;
}
