/**
 * Cuts the character classes of a program's expressions to a repertoire (src/cli/repertoire.ts): `\p{L}` becomes the
 * letters among its characters. For texts of these characters the program is the same, and its expressions are compiled in a
 * fraction of the time.
 */
import ts from 'typescript';

/** @typedef {readonly (readonly [first: number, last: number])[]} Repertoire */

/**
 * A table of what escapes mean.
 * @param {Iterable<string>} escapes as they stand in an expression with the flag `u`: `\p{L}`, `\P{M}`
 * @param {Repertoire} repertoire
 * @returns {Record<string, string>} what stands for each inside brackets; may be empty
 */
export function classesWithin(escapes, repertoire) {
  return Object.fromEntries(
    [...new Set(escapes)].map((escape) => [escape, charactersOf(escape, repertoire)]),
  );
}

/**
 * @param {string} escape
 * @param {Repertoire} repertoire
 */
function charactersOf(escape, repertoire) {
  const member = new RegExp(escape, 'u');
  /** @param {number} code */
  const written = (code) => `\\u${code.toString(16).padStart(4, '0')}`;
  let characters = '';
  for (const [first, last] of repertoire) {
    for (let code = first; code <= last; code += 1) {
      if (!member.test(String.fromCharCode(code))) continue;
      const begin = code;
      while (code < last && member.test(String.fromCharCode(code + 1))) code += 1;
      characters += written(begin) + (code > begin ? `-${written(code)}` : '');
    }
  }
  return characters;
}

/**
 * A `RegExp` that cuts what it is given. Its text goes into the program, so it uses nothing from outside.
 * @param {RegExpConstructor} All
 * @param {Readonly<Record<string, string>>} classes as from `classesWithin`; other escapes stay
 * @returns {{ narrow: (source: string) => string, RegExp: RegExpConstructor }}
 */
export function narrowing(All, classes) {
  const token = /\\(?:[pP]\{[^{}]*\}|[^])|[[\]]/g;
  /** @param {string} source */
  const narrow = (source) => {
    let inside = false;
    return source.replace(token, (found) => {
      if (found === '[') inside = true;
      else if (found === ']') inside = false;
      const characters = classes[found];
      if (characters === undefined) return found;
      return inside ? characters : `[${characters}]`;
    });
  };
  /**
   * @param {string | RegExp} source
   * @param {string} [flags]
   */
  const Narrow = function (source, flags) {
    return new All(typeof source === 'string' && /\\p\{/i.test(source) ? narrow(source) : source, flags);
  };
  Narrow.prototype = All.prototype;
  Object.setPrototypeOf(Narrow, All);
  // Callable and constructible as the one that it stands for, with its members.
  return { narrow, RegExp: /** @type {RegExpConstructor} */ (/** @type {unknown} */ (Narrow)) };
}

/**
 * @param {string} code a program
 * @returns {string[]} the escapes of classes that stand in its expressions and in texts that expressions are made from
 */
export function escapesIn(code) {
  return [...code.matchAll(/\\[pP]\{[\w=]+\}/g)].map(([escape]) => escape);
}

/**
 * @param {string} code a program
 * @param {Repertoire} repertoire
 * @returns {string} the program for this repertoire: statements, which begin with its `RegExp`
 */
export function withinRepertoire(code, repertoire) {
  const classes = classesWithin(escapesIn(code), repertoire);
  const { narrow } = narrowing(RegExp, classes);
  const tree = ts.createSourceFile('program.cjs', code, ts.ScriptTarget.ES2023, false, ts.ScriptKind.JS);
  /** @type {{ start: number, end: number, text: string }[]} */
  const literals = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node) && /\\p\{/i.test(node.text)) {
      const slash = node.text.lastIndexOf('/');
      literals.push({
        start: node.end - node.text.length,
        end: node.end,
        text: `/${narrow(node.text.slice(1, slash))}/${node.text.slice(slash + 1)}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  let written = '';
  let from = 0;
  for (const { start, end, text } of literals) {
    written += code.slice(from, start) + text;
    from = end;
  }
  written += code.slice(from);
  const named = JSON.stringify(classes);
  return `const{RegExp}=(${narrowing.toString()})(globalThis.RegExp,${named});${written}`;
}
