/**
 * The registry of diagnostics. Every rule has an entry in docs/diagnostics.md, made from this table, and a fixture that raises it.
 * Severity: `error` — nothing is written for this source; `warning` — the edition is made, the editor should look; `info` — said for the record.
 */
export interface Rule {
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what it means when it stands alone. */
  readonly summary: string;
  /** What the user can do. */
  readonly hint: string;
}

export const rules = {
  /* Command line */
  'option-unknown': {
    severity: 'error',
    summary: 'The command line has an option or command that is not known.',
    hint: 'See `marginalia --help`.',
  },
  'option-value': {
    severity: 'error',
    summary:
      'An option, an environment variable or the place of an argument has a value that is not possible.',
    hint: 'See `marginalia --help`.',
  },
  'source-missing': {
    severity: 'error',
    summary: 'There is no such file or folder.',
    hint: 'Check the spelling of the path; it is taken from the folder you are in.',
  },
  'source-unreadable': {
    severity: 'error',
    summary: 'The file or folder cannot be read.',
    hint: 'Check who may read it.',
  },
  'source-name': {
    severity: 'error',
    summary: 'The name of a source has a character that no document can hold, or is not UTF-8.',
    hint: 'Rename the file: its editions are called what it is called.',
  },
  'source-none': {
    severity: 'error',
    summary: 'The folder has no sources.',
    hint: 'Sources are pages saved as text, with names that end in `.txt`.',
  },
  'source-format': {
    severity: 'info',
    summary: 'The file is in a format that this version does not read.',
    hint: 'Save the page as plain text (`.txt`).',
  },
  'source-format-refused': {
    severity: 'error',
    summary: 'The file named is in a format that this version does not read, or is not a source.',
    hint: 'Save the page as plain text (`.txt`).',
  },
  'source-link': {
    severity: 'info',
    summary: 'A linked folder inside a folder of sources is not entered.',
    hint: 'Name it on the command line or in `edition.yaml`.',
  },
  'source-link-outside': {
    severity: 'error',
    summary: 'A link in a folder of sources leads out of the folder; it is not followed.',
    hint: 'Put the file itself there, or name it on the command line or in `edition.yaml`.',
  },
  'source-too-large': {
    severity: 'error',
    summary: 'The file is larger than the page of any document, or what is said of one.',
    hint: 'A source is the page of one document: one document a file.',
  },
  'register-unread': {
    severity: 'info',
    summary: 'Registers of a whole edition (people.yaml, places.yaml) are not read by this version.',
    hint: 'State persons and places in the sidecars of the sources.',
  },
  'sidecar-orphan': {
    severity: 'warning',
    summary: 'A sidecar has no source of its name and is not read.',
    hint: 'A sidecar is named after its source: `page.yaml` beside `page.txt`.',
  },
  'stem-collision': {
    severity: 'error',
    summary: 'Two sources would make outputs of the same name.',
    hint: 'Rename one; names that differ only by case or Unicode form are one name on many systems.',
  },
  'out-inside-sources': {
    severity: 'error',
    summary: 'The folder for the editions lies inside the folder of the sources.',
    hint: 'Choose with `--out`, or under `out` in `edition.yaml`, a folder that is not inside that of the sources. Where `sources` is the folder of `edition.yaml` itself, move the sources into a folder below it, or name the files one by one (`sources: [a.txt, b.txt]`).',
  },
  'out-unwritable': {
    severity: 'error',
    summary: 'The outputs cannot be written.',
    hint: 'Check that the folder exists or can be made, who may write there, and the space left.',
  },
  'out-busy': {
    severity: 'error',
    summary: 'Another build is writing into the folder for the editions.',
    hint: 'Wait for it to end, or choose another folder with `--out`.',
  },
  'output-overwrites-source': {
    severity: 'error',
    summary: 'A file to be written is one that the edition is made from.',
    hint: 'Choose another folder or name.',
  },
  'output-edited': {
    severity: 'error',
    summary: 'An output is not the one that was built: it was edited by hand.',
    hint: 'Move your changes into the sidecar; `--force` overwrites the file.',
  },
  'output-foreign': {
    severity: 'error',
    summary: 'A file that was not built here stands where an output would go.',
    hint: 'Move it, or choose another folder with `--out`; `--force` overwrites it.',
  },
  'sums-malformed': {
    severity: 'error',
    summary: 'The list of checksums has a line that is none.',
    hint: 'Lines read “checksum, two spaces, file name”; with `--force` the list is made anew.',
  },
  'internal-error': {
    severity: 'error',
    summary: 'The program failed on this source; that is its fault, not the source’s.',
    hint: 'Please report it as README.md says, with this message, the version and, if you may, the source; DEBUG=1 prints more.',
  },
  /* Project file and sidecars */
  'yaml-syntax': {
    severity: 'error',
    summary: 'The file is not well-formed YAML.',
    hint: 'Text that holds a colon, a # or quotation marks is safest in quotation marks.',
  },
  'yaml-alias': {
    severity: 'error',
    summary: 'YAML aliases are not accepted here.',
    hint: 'Write the value out in each place.',
  },
  'config-key': {
    severity: 'error',
    summary: 'The file has a key that is not known.',
    hint: 'docs/configuration.md lists the keys.',
  },
  'config-missing': {
    severity: 'error',
    summary: 'A key is missing.',
    hint: 'docs/configuration.md lists the keys.',
  },
  'config-value': {
    severity: 'error',
    summary: 'A value is not of the kind that its key takes.',
    hint: 'docs/configuration.md lists the keys and what they take.',
  },
  'config-path': {
    severity: 'error',
    summary: 'A path leaves the folder of the project.',
    hint: 'Give a path below the folder of `edition.yaml`, without `..`.',
  },
  'editor-unknown': {
    severity: 'error',
    summary: 'The sidecar names an editor whom edition.yaml does not.',
    hint: 'Name the editor in `edition.yaml` under `editors`.',
  },
  'design-unknown': {
    severity: 'error',
    summary: 'There is no page design of this name.',
    hint: 'Name a design that ships with the program, or a file with one of your own; see docs/configuration.md.',
  },
  'table-unusable': {
    severity: 'error',
    summary: 'A table of the project’s own cannot be used.',
    hint: 'Its own messages say why; docs/configuration.md says what tables hold.',
  },
  'font-missing': {
    severity: 'error',
    summary: 'A font that the page design needs is not installed, or is of a kind that cannot be embedded.',
    hint: 'Install the package, or choose another design.',
  },
  /* Bytes of a source */
  'source-binary': {
    severity: 'error',
    summary: 'The file is not text.',
    hint: 'Save the page as plain text (UTF-8).',
  },
  'encoding-invalid': {
    severity: 'error',
    summary: 'The file is not UTF-8.',
    hint: 'Save it again as UTF-8; other encodings are not read by this version.',
  },
  'character-forbidden': {
    severity: 'error',
    summary:
      'The text has a character that no document can hold (a control character or a code point that is none).',
    hint: 'Remove it, or put the letter that was meant in its place.',
  },
  /* Sources and recognition */
  'source-empty': {
    severity: 'error',
    summary: 'The source has no words.',
    hint: 'Save the page again, as text, with its content.',
  },
  'not-a-document-page': {
    severity: 'error',
    summary: 'The page is a listing, an index, an error, a log-in or a notice, not the page of one document.',
    hint: 'Open the document itself and save that page. If this is one, say in the sidecar under `blocks` which lines are body.',
  },
  /* Reading */
  'no-transcription': {
    severity: 'error',
    summary: 'The page has no text of a document, only words about it.',
    hint: 'Save the page with the transcription open, or say in the sidecar under `blocks` which paragraphs are body.',
  },
  'title-missing': {
    severity: 'warning',
    summary: 'The page has no line that looks like a title.',
    hint: 'State it in the sidecar under `title`.',
  },
  'head-line-unread': {
    severity: 'warning',
    summary: 'A line before the text was kept word for word, not understood; no fact was made of it.',
    hint: 'State the fact in the sidecar, or say under `blocks` what the line is.',
  },
  'language-unknown': {
    severity: 'warning',
    summary: 'The language of the transcription was not recognised.',
    hint: 'State it in the sidecar under `language`.',
  },
  'page-line-unplaced': {
    severity: 'info',
    summary:
      'A line in the information about the document stands under no label; it is kept in the header as it is.',
    hint: 'If it belongs to the text, say so in the sidecar under `blocks`.',
  },
  'prose-unplaced': {
    severity: 'warning',
    summary:
      'A paragraph in the information about the document stands under no label; it is kept in the header as it is and is no part of the text.',
    hint: 'If it belongs to the text or is the abstract, say so in the sidecar under `blocks`.',
  },
  'text-unplaced': {
    severity: 'error',
    summary: 'Most paragraphs of the page stand neither in the text nor where a page explains it.',
    hint: 'Say in the sidecar under `blocks` which paragraphs are body, or save the page again.',
  },
  'bracket-unbalanced': {
    severity: 'warning',
    summary: 'A square bracket has no counterpart in its paragraph; it is kept as a character.',
    hint: 'Compare the page, and mend the source if it was broken when it was saved.',
  },
  'list-ambiguous': {
    severity: 'warning',
    summary: 'A number can go on with either of two lists; the inner one was taken.',
    hint: 'Compare the page. The words are the same either way.',
  },
  'list-numbers-restart': {
    severity: 'warning',
    summary: 'The numbers of a list begin anew with each point; they stay as printed and make no list.',
    hint: 'Compare the original: a saved page can lose the numbers of a list. Reports that speak of points count them.',
  },
  'list-end-ambiguous': {
    severity: 'warning',
    summary: 'Where the last entry of a list in a paragraph ends cannot be told.',
    hint: 'Compare the page. The words are the same either way.',
  },
  'report-not-understood': {
    severity: 'warning',
    summary: 'A report of notes has a form that is not known; it stands in the edition as it is.',
    hint: 'The words are kept. No marginal note was made of it.',
  },
  'report-part-unread': {
    severity: 'warning',
    summary: 'A part of a report of notes was not understood; no marginal note was made of it.',
    hint: 'The report stands in the edition word for word.',
  },
  'hand-unknown': {
    severity: 'info',
    summary: 'It is not known from a report who wrote a note.',
    hint: 'If you know the hand, name it in the sidecar under `marginalia`.',
  },
  'notes-copy-unknown': {
    severity: 'info',
    summary: 'A report of marginal notes does not say which of several copies bears them.',
    hint: 'If you know the copy, say so in the sidecar: copies: [{ copy: 1, notes: true }].',
  },
  'hand-inferred': {
    severity: 'info',
    summary: 'The hand of a note was taken from the signature at the end of its words.',
    hint: 'If it is another hand, name it in the sidecar under `marginalia`.',
  },
  'place-unknown': {
    severity: 'info',
    summary: 'A report says only that a note stands on the document, not where; the note has no place.',
    hint: 'If you know the place, state it in the sidecar under `marginalia`.',
  },
  'anchor-unresolved': {
    severity: 'warning',
    summary: 'The passage that a note stands beside was not found; the note is given to the whole document.',
    hint: 'Choose the anchor in the sidecar under `marginalia`.',
  },
  'received-before-sent': {
    severity: 'warning',
    summary: 'A document is said to have been received before it was sent; both dates are kept.',
    hint: 'State the right date in the sidecar under `date`.',
  },
  'quotation-not-found': {
    severity: 'error',
    summary: 'Words that the sidecar quotes do not stand where they are looked for.',
    hint: 'Copy whole words from the source; spaces may differ, letters and capitals may not.',
  },
  'quotation-ambiguous': {
    severity: 'error',
    summary: 'Words that the sidecar quotes stand in the source more than once.',
    hint: 'Quote more words, or give `occurrence`.',
  },
  'quotation-crosses': {
    severity: 'error',
    summary: 'Words that the sidecar quotes cross a bracket or the end of a paragraph.',
    hint: 'Quote words that stand inside one paragraph and one bracket.',
  },
  'name-not-found': {
    severity: 'error',
    summary:
      'The sidecar identifies a name that stands neither in the text nor in a heading field, hand or note.',
    hint: 'Write the name as the source does, letter by letter.',
  },
  'name-ambiguous': {
    severity: 'error',
    summary: 'The sidecar identifies a name that several persons or places of the document bear.',
    hint: 'Write the form of the name that only one of them has, with its initials.',
  },
  'copy-not-found': {
    severity: 'error',
    summary: 'The sidecar corrects a copy that the source does not name.',
    hint: 'Copies are counted from 1 in the order of the source.',
  },
  'number-conflict': {
    severity: 'info',
    summary:
      'The page gives the dispatch two numbers and does not say which it was sent under; both are kept.',
    hint: 'Check which is the number of dispatch; the other may be that of the cipher office or the registry.',
  },
  'date-conflict': {
    severity: 'warning',
    summary: 'The date of the page and the date in the text differ; both are kept.',
    hint: 'State the right date in the sidecar under `date`.',
  },
  'abstract-inferred': {
    severity: 'info',
    summary: 'A paragraph was taken for the abstract by its place and manner only, which leave no doubt.',
    hint: 'Confirm it in the sidecar under `blocks`, or say what it is.',
  },
  'abstract-uncertain': {
    severity: 'warning',
    summary:
      'The last paragraph was taken for text and could be an abstract, or for the abstract and could be text.',
    hint: 'Decide it in the sidecar under `blocks`.',
  },
  'anchor-ambiguous': {
    severity: 'warning',
    summary: 'A marginal note can belong to more than one passage; the literal reading was taken.',
    hint: 'Choose the anchor in the sidecar under `marginalia`.',
  },
  /* Archival references */
  'reference-not-understood': {
    severity: 'warning',
    summary: 'A part of an archival reference was not understood; it is kept as printed.',
    hint: 'State the copy in the sidecar under `copies`, or add the words to an authority table that `edition.yaml` names under `tables` (docs/references.md).',
  },
  'repository-unknown': {
    severity: 'warning',
    summary: 'A reference names an archive that is in no authority table.',
    hint: 'Add the archive to an authority table of the project, named in `edition.yaml` under `tables` (docs/references.md).',
  },
  'repository-ambiguous': {
    severity: 'warning',
    summary: 'The name of an archive can be that of several; none was taken.',
    hint: 'State the archive in the sidecar under `copies`.',
  },
  'repository-unnamed': {
    severity: 'info',
    summary: 'A shelfmark stands without the name of an archive.',
    hint: 'State the archive in the sidecar under `copies`.',
  },
  /* Galley */
  'tei-text-missing': {
    severity: 'error',
    summary: 'The file has no TEI element `text`.',
    hint: 'Give a TEI P5 document whose root is `TEI` and that has a `text`.',
  },
  'tei-element-unknown': {
    severity: 'warning',
    summary: 'No behaviour is known for an element; its words are shown, without a look of their own.',
    hint: 'Say in the project’s table of behaviours what the element becomes.',
  },
  'tei-element-unsupported': {
    severity: 'warning',
    summary: 'An element cannot be laid out as it should be; its words are shown as plain paragraphs.',
    hint: 'Look whether the words read well so, or give the element a behaviour in the project’s table.',
  },
  'tei-rendition-unknown': {
    severity: 'info',
    summary: 'A rendition is not known; the words are shown plain.',
    hint: 'Use one of the renditions in docs/behaviours.md.',
  },
  'tei-too-deep': {
    severity: 'warning',
    summary: 'Elements are nested too deeply; the innermost are shown without their look.',
    hint: 'Look at the encoding: no document needs so many levels.',
  },
  'note-anchor-missing': {
    severity: 'warning',
    summary: 'A note points to a place that is not in the text; it is set where it stands.',
    hint: 'Correct the pointer in `@target`.',
  },
  'note-hand-missing': {
    severity: 'warning',
    summary: 'The hand of a note is not described in the header; the note is set without it.',
    hint: 'Add a `handNote` with this id, or correct the pointer in `@hand`.',
  },
  'note-place-unknown': {
    severity: 'info',
    summary: 'There are no words for the place of a note; the place is left out.',
    hint: 'Add the place to the words of the interface under `note.places`.',
  },
  'words-language-missing': {
    severity: 'info',
    summary: 'The interface has no words in the language of the document; English stands in for them.',
    hint: 'Add a table of words for the language.',
  },
  'behaviour-invalid': {
    severity: 'error',
    summary: 'An entry in the project’s table of behaviours has not the shape of one.',
    hint: 'See docs/behaviours.md.',
  },
  /* TEI */
  'tei-nesting': {
    severity: 'error',
    summary: 'Elements nest deeper than other programs can read.',
    hint: 'Look for brackets or elements that are opened again and again and never closed.',
  },
  'tei-ill-formed': {
    severity: 'error',
    summary: 'The file is not well-formed XML.',
    hint: 'Correct it at this place; an XML editor shows what is open.',
  },
  'tei-entity': {
    severity: 'error',
    summary: 'The file refers to an entity that it would need a DTD for.',
    hint: 'Write the character itself, or its number (&#x2014;).',
  },
  'tei-root': {
    severity: 'error',
    summary: 'The outermost element is not TEI.',
    hint: 'Only TEI P5 files with a TEI element outside can be read.',
  },
  'tei-namespace': {
    severity: 'warning',
    summary: 'An element is in no namespace, or in another than TEI’s.',
    hint: 'Put xmlns="http://www.tei-c.org/ns/1.0" on the outermost element.',
  },
  'tei-duplicate-id': {
    severity: 'warning',
    summary: 'Two elements have the same xml:id; pointers lead to the first.',
    hint: 'Give one of them another id.',
  },
  'tei-invalid': {
    severity: 'error',
    summary: 'The TEI made from the source breaks our own schema: a fault of the program.',
    hint: 'Please report it, with the source if you may share it.',
  },

  /* Typesetting */
  'glyph-missing': {
    severity: 'error',
    summary: 'No font of the design has a character of the text; a box is never printed for it.',
    hint: 'Name a face that has the character in the design, or correct the character in the source.',
  },
  'glyph-not-embedded': {
    severity: 'warning',
    summary:
      'No font of the design has a character of the text; the EPUB leaves it to the fonts of the reading system.',
    hint: 'Name a face that has the character in the design.',
  },
  'script-unsupported': {
    severity: 'error',
    summary: 'The text has a script that cannot be set rightly on pages yet.',
    hint: 'Build TEI and EPUB only: --format tei,epub.',
  },
  'word-cut': {
    severity: 'warning',
    summary: 'A word is wider than its column and was divided where it can.',
    hint: 'Check the word; a space may be missing in it.',
  },
  'line-overfull': {
    severity: 'warning',
    summary: 'A line is longer than its column.',
    hint: 'Widen the column or choose a smaller size in the design.',
  },
  'line-underfull': {
    severity: 'info',
    summary: 'The word spaces of a line are much wider than they should be.',
    hint: 'Nothing need be done; another measure or more places for hyphens would help.',
  },
  'note-unanchored': {
    severity: 'warning',
    summary: 'A note has no anchor in the text; it stands at the beginning, or a footnote at the end.',
    hint: 'Give the note a target in the TEI, or an anchor in the sidecar.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
