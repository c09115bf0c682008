/** Comparing names, and keys for the registers they stand in. */

/** Name without initials, punctuation and case, for comparing ("I. V. Stalin" → "stalin"). */
export function familyName(name: string): string {
  // "Ya.", "Yu.", "Kh.": initials of letters that romanisation writes with two or three.
  const full = name.replace(/(?<![\p{L}\p{M}'’-])\p{Lu}\p{Ll}{1,2}\.(?=[\s\u00a0]*(?:\p{Lu}|$))/gu, ' ');
  const folded = (/\p{L}{2}/u.test(full) ? full : name)
    .toLowerCase()
    .replace(/[.,]/gu, ' ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const words = folded.split(' ').filter((word) => !/^.\p{M}*$/u.test(word));
  return words.join(' ') || folded;
}

/** Initials of a name in order ("J. V. Stalin" → "jv"). */
export function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{M}'’])\p{L}(?=\.|\s|$)/gu) ?? []).join('').toLowerCase();
}

/** Ids that other parts of a document have. */
const reserved =
  /^(?:document|marginalia|transcript|secrecy|document-type|subjects|editor(?:-\d+)?|p\d+|pt\d+|(?:head|points|report|copy|note|passage|annotation|hand|type|editor|s|n)-.*)$/u;

/** Key of a register entry: an XML name made of the letters of the name, free of what is `taken` and of other ids. */
export function registerKey(
  name: string,
  kind: 'person' | 'place' | 'organisation',
  taken: ReadonlySet<string>,
): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);
  const stem =
    /^\p{L}/u.test(slug) && !reserved.test(slug) && isXmlName(slug)
      ? slug
      : `${kind}-${isXmlName(`x${slug}`) ? slug || 'unnamed' : 'unnamed'}`;
  let key = stem;
  for (let n = 2; taken.has(key); n++) key = `${stem}-${String(n)}`;
  return key;
}

/** XML 1.0, production [5] Name, without the characters a slug never has. */
function isXmlName(text: string): boolean {
  return /^[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f-\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u.test(
    text,
  );
}
