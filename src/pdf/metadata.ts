/**
 * The XMP packet (ISO 16684-1) and the document information: Dublin Core, PDF/A-3a and PDF/UA-1 identification with the
 * extension schema that declares the latter (ISO 19005-3, 6.6.2.3), dates, producer.
 */
import type { PdfContext, PdfMetadata } from './context.js';
import { Token, wellFormed } from './syntax.js';

/** Namespace of the PDF/UA identification schema (ISO 14289-1, 5). */
const pdfuaid = 'http://www.aiim.org/pdfua/ns/id/';

/** @throws TypeError without a title, which PDF/UA asks for */
export function xmpPacket(
  { metadata, lang, producer }: Pick<PdfContext, 'metadata' | 'lang' | 'producer'>,
  date: Date,
): string {
  if (metadata.title.trim() === '') throw new TypeError('a PDF needs a title');
  const when = xmpDate(date);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    simple('dc:format', 'application/pdf'),
    alternatives('dc:title', metadata.title, lang),
    list('dc:creator', 'Seq', metadata.authors),
    list('dc:contributor', 'Bag', metadata.editors),
    alternatives('dc:description', metadata.subject, lang),
    list('dc:subject', 'Bag', metadata.keywords),
    list('dc:publisher', 'Bag', given(metadata.publisher)),
    alternatives('dc:rights', metadata.rights, lang),
    list('dc:language', 'Bag', metadata.languages),
    list('dc:date', 'Seq', given(isoDate(metadata.documentDate))),
    list('dc:relation', 'Bag', given(metadata.series)),
    simple('dc:identifier', metadata.identifier),
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    simple('xmp:CreateDate', when),
    simple('xmp:ModifyDate', when),
    simple('xmp:MetadataDate', when),
    simple('xmp:CreatorTool', producer),
    '</rdf:Description>',
    ...described('xmpRights', 'http://ns.adobe.com/xap/1.0/rights/', 'WebStatement', metadata.licence),
    ...described('xmpMM', 'http://ns.adobe.com/xap/1.0/mm/', 'VersionID', metadata.version),
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    simple('pdf:Producer', producer),
    simple('pdf:Keywords', metadata.keywords.join(', ')),
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    simple('pdfaid:part', '3'),
    simple('pdfaid:conformance', 'A'),
    '</rdf:Description>',
    `<rdf:Description rdf:about="" xmlns:pdfuaid="${pdfuaid}">`,
    simple('pdfuaid:part', '1'),
    '</rdf:Description>',
    extensionSchema,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The document information dictionary (ISO 32000-1, 14.3.3), saying the same as the packet. */
export function documentInformation(
  { metadata, producer }: Pick<PdfContext, 'metadata' | 'producer'>,
  date: Date,
): Record<string, unknown> {
  const text = (value: string | undefined): string | undefined =>
    value === undefined || value === '' ? undefined : legible(value);
  const entries: Record<string, unknown> = {
    Title: text(metadata.title),
    Author: text(metadata.authors.join(', ')),
    Subject: text(metadata.subject),
    Keywords: text(metadata.keywords.join(', ')),
    Creator: text(producer),
    Producer: text(producer),
    CreationDate: date,
    ModDate: date,
    // A name, not a string. No trapping is made, since everything is black.
    Trapped: new Token('/False'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${pdfuaid}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** One property of another schema that PDF/A knows (XMP 2005, 4). */
function described(prefix: string, namespace: string, name: string, value: string | undefined): string[] {
  const property = simple(`${prefix}:${name}`, value);
  if (property === '') return [];
  return [`<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">`, property, '</rdf:Description>'];
}

function simple(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
}

/** Language alternatives: the default first, then the same under its language. */
function alternatives(name: string, value: string | undefined, lang: string): string {
  if (value === undefined || value === '') return '';
  const text = escaped(value);
  const languages = /^[A-Za-z0-9-]+$/.test(lang) ? ['x-default', lang] : ['x-default'];
  const items = languages.map((language) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`);
  return `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Bag' | 'Seq', values: readonly string[]): string {
  const items = values.filter((value) => value !== '').map((value) => `<rdf:li>${escaped(value)}</rdf:li>`);
  return items.length === 0 ? '' : `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>`;
}

function given(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** A year, a month or a day; XMP takes no other (and no time without a zone). */
function isoDate(date: PdfMetadata['documentDate']): string | undefined {
  return date !== undefined && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date)
    ? date
    : undefined;
}

function xmpDate(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** What XML 1.0 cannot hold at all is shown as a replacement character. */
function legible(text: string): string {
  return wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}

function escaped(text: string): string {
  return legible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
