/**
 * Characters that no face has, gathered by what would help: one message for each package that could be installed, and
 * one for those for which the design names no face.
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { codeOf, placeOfCharacter } from './character-place.js';
import type { Design } from './design.js';
import type { FaceName } from './measure.js';
import { isFor, scriptIn } from './scripts.js';

interface Group {
  readonly characters: string[];
  readonly script: string | undefined;
  readonly package: string | undefined;
  /** The face that is named for them is loaded, and lacks them. */
  readonly loaded: boolean;
  readonly position: Position | undefined;
}

/** Characters that a message names; it counts the others. */
const named = 8;

export class MissingGlyphs {
  readonly #design: Design;
  readonly #file: VFile;
  readonly #isLoaded: (face: FaceName) => boolean;
  readonly #seen = new Set<number>();
  readonly #groups = new Map<string, Group>();

  constructor(design: Design, file: VFile, isLoaded: (face: FaceName) => boolean) {
    this.#design = design;
    this.#file = file;
    this.#isLoaded = isLoaded;
  }

  /** @param position of the text that the character stands in */
  add(codePoint: number, position: Position | undefined): void {
    if (this.#seen.has(codePoint)) return;
    this.#seen.add(codePoint);
    const character = String.fromCodePoint(codePoint);
    const claims = Object.entries(this.#design.fallbacks).filter(([, face]) => isFor(character, face));
    // Where one that is named for it is not installed, it may help; those that are do not.
    const claim = claims.find(([name]) => !this.#isLoaded(name));
    const found = claim ?? claims[0];
    const loaded = found !== undefined && claim === undefined;
    const key = found ? `${loaded ? 'loaded' : 'missing'} ${found[0]}` : '';
    const group = this.#groups.get(key);
    if (group) group.characters.push(character);
    else {
      const face = found?.[1];
      this.#groups.set(key, {
        characters: [character],
        script: face && scriptIn(character, face.scripts ?? []),
        package: face?.package,
        loaded,
        position,
      });
    }
  }

  /** Says what was gathered. */
  report(rule: 'glyph-missing' | 'glyph-not-embedded'): void {
    for (const group of this.#groups.values()) {
      const { characters, script } = group;
      const rest = characters.length - named;
      const list = characters.slice(0, named).map(shown).join(', ');
      const more = rest > 0 ? ` and ${String(rest)} more` : '';
      const many = characters.length > 1;
      const place = placeOfCharacter(this.#file, characters[0] ?? '', group.position);
      report(this.#file, rule, {
        ...(place ? { place } : {}),
        reason: `No font of the design has the ${many ? 'characters' : 'character'} ${list}${more}${script === undefined ? '' : ` (${script})`}`,
        hint: hintFor(group, rule),
      });
    }
  }
}

function hintFor(group: Group, rule: string): string {
  if (group.package !== undefined && !group.loaded) {
    return `Install the font that the design names for ${group.characters.length > 1 ? 'them' : 'it'}: npm install ${group.package}`;
  }
  const lacks = group.loaded
    ? `The font of ${String(group.package)}, which is installed, lacks it too`
    : 'The design names no font for it';
  return rule === 'glyph-missing'
    ? `${lacks}: name a face that has it under \`fallbacks\` of a design, or correct the character in the source.`
    : `${lacks}: the reading system has to bring one.`;
}

function shown(character: string): string {
  const code = codeOf(character.codePointAt(0) ?? 0);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${code} ${character}` : code;
}
