/**
 * The logical structure (ISO 32000-1, 14.7): what belongs to which element, gathered while pages are painted, written when
 * the last one is. Kept as numbers, since a volume has some hundred thousand pieces.
 */
import type { Setting, StructureNode } from '../typeset/pages.js';
import { nameTree } from './name-tree.js';
import type { Container, IndirectObject } from './pdfkit.js';
import { textString, Token } from './syntax.js';

/** A piece of content: marked content on a page (`mcid`), or an annotation. */
interface Piece {
  readonly node: number;
  readonly page: number;
  readonly sequence: number;
  readonly content: number | IndirectObject;
}

/** Keys of the parent tree in one of its leaves. */
const leafSize = 64;

export class LogicalStructure {
  readonly #setting: Pick<Setting, 'structure'>;
  readonly #documentLang: string;
  readonly #pieces: Piece[] = [];
  /** What the parent tree says of each key: the nodes by MCID of a page, or the node of an annotation. */
  readonly #parents: (number | number[])[] = [];
  readonly #langs = new Map<number, string>();

  constructor(setting: Pick<Setting, 'structure'>, documentLang: string) {
    this.#setting = setting;
    this.#documentLang = documentLang;
  }

  /** @throws RangeError if the setting has no such node */
  node(id: number): StructureNode {
    const node = this.#setting.structure[id];
    if (node?.id !== id) throw new RangeError(`structure node ${String(id)} is not at its place in the tree`);
    return node;
  }

  /** Language of a node's content: its own or the nearest around it. */
  lang(id: number): string {
    let lang = this.#langs.get(id);
    if (lang === undefined) {
      const node = this.node(id);
      lang = node.lang ?? (node.parent === undefined ? this.#documentLang : this.lang(node.parent));
      this.#langs.set(id, lang);
    }
    return lang;
  }

  /** Opens the parent tree's entry of a page: /StructParents. */
  openPage(): number {
    return this.#parents.push([]) - 1;
  }

  /** Notes that content of a node starts on the page with this key; returns its MCID. */
  mark(key: number, page: number, node: number, sequence: number): number {
    const parents = this.#parents[key];
    if (!Array.isArray(parents)) throw new RangeError(`key ${String(key)} is not that of a page`);
    const mcid = parents.push(node) - 1;
    this.#pieces.push({ node, page, sequence, content: mcid });
    return mcid;
  }

  /** Notes an annotation of a node, which is read after the content at `sequence`; returns its /StructParent. */
  annotate(annotation: IndirectObject, page: number, node: number, sequence: number): number {
    this.#pieces.push({ node, page, sequence, content: annotation });
    return this.#parents.push(node) - 1;
  }

  /**
   * Writes the tree. Elements without any content are left out.
   * @returns the objects of the elements by node id
   */
  end(container: Container, pages: readonly IndirectObject[]): ReadonlyMap<number, IndirectObject> {
    const kids = this.#kids();
    const elements = new Map<number, IndirectObject>();
    for (const id of [...kids.keys()].sort((a, b) => a - b)) if (id >= 0) elements.set(id, container.ref());
    const root = container.structTreeRoot;
    const ids: [string, IndirectObject][] = [];
    for (const [id, element] of elements) {
      const node = this.node(id);
      const parent = node.parent === undefined ? root : elements.get(node.parent);
      if (!parent) throw new RangeError(`structure node ${String(id)} has no parent ${String(node.parent)}`);
      element.data = new Token(this.#element(node, parent, kids.get(id) ?? [], elements, pages));
      element.end();
      if (node.role === 'Note') ids.push([noteId(node), element]);
    }
    Object.assign(root.data, {
      K: (kids.get(rootKey) ?? []).map(({ item }) =>
        typeof item === 'number' ? elements.get(item) : undefined,
      ),
      ParentTree: this.#parentTree(container, elements),
      ParentTreeNextKey: this.#parents.length,
      ...(ids.length > 0 ? { IDTree: nameTree(container, ids) } : {}),
    });
    return elements;
  }

  /** Children and pieces of each node in reading order; those of the root under `rootKey`. */
  #kids(): Map<number, Kid[]> {
    const first = new Map<number, number>();
    const kids = new Map<number, Kid[]>();
    const kidsOf = (id: number): Kid[] => {
      let list = kids.get(id);
      if (!list) kids.set(id, (list = []));
      return list;
    };
    for (const piece of this.#pieces) {
      kidsOf(piece.node).push({ sequence: piece.sequence, item: piece });
      for (let id: number | undefined = piece.node; id !== undefined; id = this.node(id).parent) {
        const known = first.get(id);
        if (known !== undefined && known <= piece.sequence) break;
        first.set(id, piece.sequence);
      }
    }
    for (const [id, sequence] of first) kidsOf(this.node(id).parent ?? rootKey).push({ sequence, item: id });
    // Stable, and pieces were pushed before children: at the same place the element's own content comes first.
    for (const list of kids.values()) list.sort((a, b) => a.sequence - b.sequence);
    return kids;
  }

  #element(
    node: StructureNode,
    parent: IndirectObject,
    kids: readonly Kid[],
    elements: ReadonlyMap<number, IndirectObject>,
    pages: readonly IndirectObject[],
  ): string {
    let page: number | undefined;
    const k = kids.map(({ item }) => {
      if (typeof item === 'number') return String(required(elements.get(item)));
      const { content } = item;
      if (typeof content !== 'number')
        return `<</Type/OBJR/Obj ${String(content)}/Pg ${String(required(pages[item.page]))}>>`;
      page ??= item.page;
      if (item.page === page) return String(content);
      return `<</Type/MCR/Pg ${String(required(pages[item.page]))}/MCID ${String(content)}>>`;
    });
    let text = `<</Type/StructElem/S/${node.role}/P ${String(parent)}`;
    if (page !== undefined) text += `/Pg ${String(required(pages[page]))}`;
    const around = node.parent === undefined ? this.#documentLang : this.lang(node.parent);
    if (node.lang !== undefined && node.lang !== around) text += `/Lang ${textString(node.lang)}`;
    if (node.title !== undefined) text += `/T ${textString(node.title)}`;
    if (node.role === 'L') text += `/A<</O/List/ListNumbering/${node.numbering ?? 'None'}>>`;
    // A note is an inline element that holds paragraphs: it says so (14.8.5.4.2).
    if (node.role === 'Note') text += `/ID ${textString(noteId(node))}/A<</O/Layout/Placement/Block>>`;
    return `${text}/K[${k.join(' ')}]>>`;
  }

  #parentTree(container: Container, elements: ReadonlyMap<number, IndirectObject>): IndirectObject {
    const leaves: { limits: string; reference: IndirectObject }[] = [];
    for (let from = 0; from < this.#parents.length; from += leafSize) {
      const to = Math.min(from + leafSize, this.#parents.length);
      let text = '';
      for (let key = from; key < to; key++) {
        const parents = this.#parents[key]!;
        const value = Array.isArray(parents)
          ? `[${parents.map((id) => String(required(elements.get(id)))).join(' ')}]`
          : String(required(elements.get(parents)));
        text += `${String(key)} ${value}\n`;
      }
      const limits = `[${String(from)} ${String(to - 1)}]`;
      const only = this.#parents.length <= leafSize;
      const reference = container.ref(new Token(`<<${only ? '' : `/Limits ${limits}`}/Nums[${text}]>>`));
      reference.end();
      leaves.push({ limits, reference });
    }
    const [only] = leaves;
    if (leaves.length === 1 && only) return only.reference;
    const tree = container.ref(
      leaves.length === 0 ? { Nums: [] } : { Kids: leaves.map(({ reference }) => reference) },
    );
    tree.end();
    return tree;
  }
}

/** What the bookkeeping of this file guarantees. */
function required(object: IndirectObject | undefined): IndirectObject {
  if (!object) throw new Error('an element or page is referred to that was not written');
  return object;
}

interface Kid {
  readonly sequence: number;
  /** A node id, or a piece of the element's own. */
  readonly item: number | Piece;
}

/** Stands for the root of the tree among node ids. */
const rootKey = -1;

/** Name of a note in the IDTree: ASCII, so that its order is that of its bytes. */
function noteId(node: StructureNode): string {
  const id = node.noteId ?? `note.${String(node.id)}`;
  if (/^[\x21-\x7e]+$/.test(id)) return id;
  const bytes = [...new TextEncoder().encode(id)];
  return `utf8.${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
