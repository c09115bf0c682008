/** Link annotations and the places they lead to (ISO 32000-1, 12.3.2 and 12.5.6.5). */
import type { Destination, LinkArea, Page } from '../typeset/pages.js';
import { nameTree } from './name-tree.js';
import type { Container, IndirectObject } from './pdfkit.js';
import type { LogicalStructure } from './structure.js';
import { real, textString, Token, uriToken } from './syntax.js';

export class Links {
  readonly #container: Container;
  readonly #structure: LogicalStructure;
  /** Numbers of anchors, in the order in which they are first met. */
  readonly #names = new Map<string, string>();
  readonly #places = new Map<string, Token>();

  constructor(container: Container, structure: LogicalStructure) {
    this.#container = container;
    this.#structure = structure;
  }

  /** @param page the page object @throws TypeError if the anchor stands at two places */
  place(destination: Destination, height: number, page: IndirectObject): void {
    if (this.#places.has(destination.anchor))
      throw new TypeError(`the anchor “${destination.anchor}” stands twice`);
    const view = `/XYZ ${real(destination.x)} ${real(height - destination.y)} null`;
    this.#places.set(destination.anchor, new Token(`[${String(page)} ${view}]`));
  }

  /**
   * Writes the annotation of an area.
   * @param sequence after which content of the link's element it is read
   * @throws TypeError if its element is no Link or it says nothing to those who do not see it
   */
  annotate(area: LinkArea, page: Page, sequence: number): IndirectObject {
    const { role } = this.#structure.node(area.structure);
    if (role !== 'Link') throw new TypeError(`a link area belongs to an element ${role}`);
    if (area.description.trim() === '') throw new TypeError(`the link to ${area.href} has no description`);
    const annotation = this.#container.ref();
    const key = this.#structure.annotate(annotation, page.index, area.structure, sequence);
    const rectangle = [area.x, page.height - area.y - area.height, area.x + area.width, page.height - area.y];
    const action = area.href.startsWith('#')
      ? `/S/GoTo/D ${textString(this.#name(area.href.slice(1)))}`
      : `/S/URI/URI ${String(uriToken(area.href))}`;
    // F 4: printed (PDF/A asks for it); Border: none.
    annotation.data = new Token(
      `<</Type/Annot/Subtype/Link/Rect[${rectangle.map(real).join(' ')}]/Border[0 0 0]/F 4` +
        `/Contents ${textString(area.description)}/StructParent ${String(key)}/A<<${action}>>>>`,
    );
    annotation.end();
    return annotation;
  }

  /** Writes the names. @returns undefined if there is nothing to name @throws RangeError for a link that leads nowhere */
  end(): IndirectObject | undefined {
    for (const anchor of this.#places.keys()) this.#name(anchor);
    if (this.#names.size === 0) return undefined;
    const entries = [...this.#names].map(([anchor, name]): [string, Token] => {
      const place = this.#places.get(anchor);
      if (!place) throw new RangeError(`a link leads to “${anchor}”, which stands on no page`);
      return [name, place];
    });
    return nameTree(this.#container, entries);
  }

  /** Fixed width and ASCII: name trees are sorted by bytes, and not every reader sorts otherwise than by its locale. */
  #name(anchor: string): string {
    let name = this.#names.get(anchor);
    if (name === undefined) this.#names.set(anchor, (name = `d${String(this.#names.size).padStart(8, '0')}`));
    return name;
  }
}
