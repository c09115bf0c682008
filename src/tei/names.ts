/**
 * The TEI elements that our encoding uses. The builder takes no other name, and `templates/schema/marginalia.rng`
 * defines exactly these (a test compares).
 */
export const elementNames = [
  // Structure
  'TEI', 'teiHeader', 'standOff', 'text', 'body', 'div', 'floatingText',
  // File description
  'fileDesc', 'titleStmt', 'title', 'author', 'respStmt', 'resp', 'editionStmt', 'edition', 'publicationStmt', 'publisher',
  'availability', 'licence', 'seriesStmt', 'sourceDesc', 'bibl',
  // Archival copies
  'msDesc', 'msIdentifier', 'country', 'settlement', 'repository', 'altIdentifier', 'msContents', 'textLang', 'msItem',
  'locusGrp', 'locus', 'physDesc', 'objectDesc', 'supportDesc', 'foliation', 'history', 'provenance', 'acquisition',
  'additional', 'adminInfo', 'noteGrp',
  // Encoding, profile, revision
  'encodingDesc', 'appInfo', 'application', 'editorialDecl', 'correction', 'interpretation', 'normalization', 'quotation',
  'classDecl', 'taxonomy', 'category', 'catDesc', 'profileDesc', 'creation', 'abstract', 'langUsage', 'language',
  'textClass', 'catRef', 'keywords', 'term', 'handNotes', 'handNote', 'correspDesc', 'correspAction', 'revisionDesc', 'change',
  // Registers and annotations
  'listPerson', 'person', 'listPlace', 'place', 'listOrg', 'org', 'listAnnotation', 'annotation',
  // Blocks
  'head', 'opener', 'dateline', 'address', 'addrLine', 'p', 'ab', 'list', 'label', 'item', 'closer', 'salute', 'signed',
  'postscript', 'note',
  // Phrases
  'name', 'persName', 'placeName', 'orgName', 'date', 'time', 'idno', 'seg', 'hi', 'ref', 'supplied', 'unclear', 'gap', 'desc',
  'choice', 'sic', 'corr', 'quote', 'anchor',
] as const;

export type ElementName = (typeof elementNames)[number];
