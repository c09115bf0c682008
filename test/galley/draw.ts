/** A galley as text, to be read in review: a line a block, spans in angle brackets, anchors as @, calls as ^. */
import type { Galley, GalleyBlock, Inline } from '../../src/galley/types.js';

export function drawInlines(inlines: readonly Inline[]): string {
  return inlines.map(drawInline).join('');
}

function drawInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'span': {
      const look = [inline.style, inline.lang, inline.id && `#${inline.id}`].filter(
        (part) => part !== undefined,
      );
      return `<${look.join(' ')}|${drawInlines(inline.children)}>`;
    }
    case 'link':
      return `<${inline.href}|${drawInlines(inline.children)}>`;
    case 'noteCall':
      return `^${inline.label}`;
    case 'noteAnchor':
      return inline.notes.map((note) => `@${note} `).join('');
    case 'sourcePageBreak':
      return `⟦${inline.label}⟧`;
  }
}

export function drawBlocks(blocks: readonly GalleyBlock[], indent = ''): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'ornament':
        return [`${indent}* * *`];
      case 'section':
        return [`${indent}= ${block.role}${tag(block.lang)}`, ...drawBlocks(block.children, `${indent}  `)];
      case 'heading':
        return [`${indent}${block.style} ${block.level}${tag(block.lang)}: ${drawInlines(block.children)}`];
      case 'paragraph':
        return [
          `${indent}${block.style}${tag(block.lang)}: ${block.label ? `[${drawInlines(block.label)}] ` : ''}${drawInlines(block.children)}`,
        ];
      case 'list':
        return [
          `${indent}list ${block.numbering}`,
          ...block.children.flatMap((item) => [
            `${indent}- [${drawInlines(item.label)}]`,
            ...drawBlocks(item.children, `${indent}  `),
          ]),
        ];
    }
  });
}

/** The document only, without the parts around it. */
export function drawDocument(galley: Galley): string {
  const document = galley.children.find((block) => block.type === 'section' && block.role === 'document');
  return document?.type === 'section' ? drawBlocks(document.children).join('\n') : '';
}

export function drawNotes(galley: Galley): string {
  return galley.notes
    .flatMap((note) => [
      `${note.id} ${note.place}${note.repeats === undefined ? '' : ` repeats ${note.repeats}`}: ${note.description}`,
      ...drawBlocks(note.children, '  '),
    ])
    .join('\n');
}

function tag(lang: string | undefined): string {
  return lang === undefined ? '' : ` (${lang})`;
}
