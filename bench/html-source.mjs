/** @typedef {import('./edition-text.mjs').EditionText} EditionText */

/**
 * An HTML document for print on our page, notes floating into the outer column.
 * @param {EditionText} edition
 * @param {{ roman: string, italic: string }} fonts URLs of the faces
 * @returns {string}
 */
export function htmlSource({ title, lang, blocks }, fonts) {
  const body = blocks.map(({ kind, label, text, notes }) => {
    const beside = notes.map((note) => `<aside>${escaped(note)}</aside>`).join('');
    if (kind === 'heading') return `${beside}<h1>${escaped(text)}</h1>`;
    const start = label === '' ? '' : `<b>${escaped(label)}</b> `;
    return `${beside}<p class="${kind}">${start}${escaped(text)}</p>`;
  });
  return `<!doctype html>
<html lang="${escaped(lang)}">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
@font-face { font-family: EBG; src: url("${fonts.roman}") }
@font-face { font-family: EBG; font-style: italic; src: url("${fonts.italic}") }
@page { size: 170mm 240mm; margin: 22mm 10mm 24mm 20mm }
body { margin: 0 38mm 0 0; font: 11pt/1.3 EBG, serif; font-variant-numeric: oldstyle-nums; position: relative }
p { margin: 0; text-align: justify; hyphens: auto; text-indent: 5mm }
h1 { font-size: 15pt; font-weight: normal; text-align: center }
.item { padding-left: 6mm; text-indent: -6mm }
.small, aside { font-size: 8.5pt }
aside { position: absolute; left: 106mm; width: 32mm; font-style: italic }
</style>
${body.join('\n')}
</html>
`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
