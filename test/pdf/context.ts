import type { PdfContext } from '../../src/pdf/context.js';
import type { Faces } from '../../src/fonts/faces.js';

export const tei = new TextEncoder().encode(
  '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>\r\n',
);

export function contextFor(faces: Faces, changes: Partial<PdfContext> = {}): PdfContext {
  return {
    metadata: {
      title: 'Ciphered Telegram, Shtykov to Vyshinsky',
      authors: ['Terentii Shtykov'],
      editors: ['A. Editor'],
      keywords: ['Korea', 'loan'],
      subject: 'A telegram',
      publisher: 'The Archive',
      rights: 'Free to use',
      languages: ['en', 'ru'],
      documentDate: '1950-02-07',
    },
    lang: 'en',
    faces,
    date: '2026-01-02T03:04:05Z',
    attachment: { name: 'telegram.xml', bytes: tei, description: 'The edition in TEI' },
    producer: 'Marginalia 0.1.0',
    ...changes,
  };
}
