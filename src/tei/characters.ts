/** Characters and names that XML 1.0 allows (fifth edition, productions 2, 4 and 4a; Namespaces in XML, NCName). */

/** What cannot stand in an XML file in any form: controls, U+FFFE, U+FFFF, halves of surrogate pairs. */
export const forbiddenCharacter =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const part = `[${start}][\\u0300-\\u036F\\u203F-\\u2040\\u00B7.0-9${start}-]*`;
const qualifiedName = new RegExp(`^${part}(?::${part})?$`, 'u');

/** True for a name with at most one prefix. */
export function isQualifiedName(name: string): boolean {
  return qualifiedName.test(name);
}

/** "U+0001" for the first code unit of a match of `forbiddenCharacter`. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
