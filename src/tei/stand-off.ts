/** `standOff`: registers of names, and the editor's footnotes (TEI 16.10, 14.3). */
import type { Element } from 'xast';
import type { Register } from '../edition/types.js';
import { element, unlessEmpty } from './element.js';
import type { Encoding } from './encoding.js';
import type { IdKind } from './identifiers.js';
import { editorPointer, originAttributes } from './responsibility.js';

/** Nothing where there is neither a name nor a footnote. */
export function standOff(encoding: Encoding): Element | undefined {
  const { document } = encoding;
  return unlessEmpty('standOff', {}, [
    register('listPerson', 'person', 'persName', document.persons, 'person', encoding),
    register('listPlace', 'place', 'placeName', document.places, 'place', encoding),
    register('listOrg', 'org', 'orgName', document.organisations, 'organisation', encoding),
    annotations(encoding),
  ]);
}

function register(
  list: 'listPerson' | 'listPlace' | 'listOrg',
  entry: 'person' | 'place' | 'org',
  name: 'persName' | 'placeName' | 'orgName',
  entries: readonly Register[],
  kind: IdKind,
  encoding: Encoding,
): Element | undefined {
  return unlessEmpty(
    list,
    {},
    entries.map((each) =>
      element(
        entry,
        {
          'xml:id': encoding.ids.pointer(kind, each.key).slice(1),
          ...originAttributes(each.origin, encoding),
        },
        [
          element(name, {}, [each.name]),
          ...each.variants.map((variant) =>
            element(
              name,
              each.aliases?.includes(variant) === true
                ? { type: 'alias', cert: 'medium' }
                : { type: 'variant' },
              [variant],
            ),
          ),
          ...each.authorities.map(({ type, value }) => element('idno', { type }, [value])),
          each.note === undefined ? undefined : element('note', {}, [each.note]),
        ],
      ),
    ),
  );
}

/** The editor's words stay out of `text`; the annotation points to the place they are called from. */
function annotations(encoding: Encoding): Element | undefined {
  return unlessEmpty(
    'listAnnotation',
    {},
    encoding.document.annotations.map((annotation) =>
      element(
        'annotation',
        {
          'xml:id': annotation.id,
          target: `#${annotation.anchor}`,
          motivation: 'commenting',
          resp: editorPointer(annotation.resp, encoding),
        },
        [element('note', { type: 'annotation' }, [annotation.text])],
        annotation.position,
      ),
    ),
  );
}
