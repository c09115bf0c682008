/** @typedef {import('./edition-text.mjs').EditionText} EditionText */

/**
 * A Typst document on our page: 170 × 240 mm, facing pages, notes in the outer margin by `place`.
 * @param {EditionText} edition
 * @returns {string}
 */
export function typstSource({ title, lang, blocks }) {
  const body = blocks.map(({ kind, label, text, notes }) => {
    const indent = kind === 'item' ? '6mm' : '0mm';
    const beside = notes.map((note) => `#beside(${quoted(note)}, ${indent})`).join('');
    const words = `[${beside}#${quoted(text)}]`;
    if (kind === 'heading') return `#heading${words}`;
    if (kind === 'item') return `#grid(columns: (6mm, 1fr), ${quoted(label)}, par${words})`;
    if (kind === 'small') return `#text(size: 8.5pt)[#par${words}]`;
    return `#par${words}`;
  });
  return `#set document(title: ${quoted(title)}, date: datetime(year: 2026, month: 1, day: 1))
#set page(width: 170mm, height: 240mm, margin: (inside: 20mm, outside: 48mm, top: 22mm, bottom: 24mm),
  numbering: "1", header: align(center, smallcaps(${quoted(title)})))
#set text(font: "EB Garamond", size: 11pt, lang: ${quoted(lang.split('-')[0] ?? 'en')}, hyphenate: true, number-type: "old-style")
#set par(justify: true)
#let beside(words, indent) = context {
  let note = box(width: 32mm, text(size: 8.5pt, weight: "regular", style: "italic", words))
  let dx = if calc.odd(here().page()) { 107mm - indent } else { -37mm - indent }
  box(width: 0pt, height: 0pt, place(dx: dx, dy: -0.7em, note))
}
${body.join('\n\n')}
`;
}

/**
 * @param {string} text
 * @returns {string} a string literal of Typst
 */
function quoted(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
