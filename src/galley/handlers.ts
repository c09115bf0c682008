/** How a compositor enters and leaves an element of each kind of rendering: one handler a kind. */
import { renditions, type Rendering } from './behaviours.js';
import type { Compositor, Entered, Entry } from './compositor.js';
import { attribute, hasWords, localId, nameOf, texts, tokens } from './tei-tree.js';
import type { GalleyHeading, Section } from './types.js';

export type Handler<R extends Rendering = Rendering> = (this: Compositor, entry: Entry<R>) => Entered;
type Handlers = { [K in Rendering['as']]: Handler<Extract<Rendering, { as: K }>> };

export const handlers: Handlers = {
  through: () => ({}),

  words() {
    return apart(this);
  },

  container({ rendering }) {
    const { flow } = this;
    if (flow.inLabel || this.tooDeep(undefined)) return {};
    const { frame } = flow;
    flow.enter({
      kind: 'flow',
      blocks: frame.blocks,
      lang: frame.lang,
      paragraphs: rendering.paragraphs ?? frame.paragraphs,
      strict: frame.strict && rendering.paragraphs === undefined,
      section: frame.section,
    });
    flow.endList(frame);
    return {
      leave: () => {
        flow.leave();
      },
    };
  },

  division(entry) {
    const { element, lang, id } = entry;
    const { flow } = this;
    const { frame } = flow;
    // A part of a point is no part of the document: its blocks stand in the point.
    if (!frame.strict && !flow.inLabel)
      return handlers.container.call(this, { ...entry, rendering: { as: 'container' } });
    if (element === this.options.whole || flow.inLabel || this.tooDeep(element)) return {};
    const section: Section = { type: 'section', role: 'division', id: this.shop.ids.take(id), children: [] };
    if (lang !== frame.lang) section.lang = lang;
    if (element.position) section.position = element.position;
    flow.section(section);
    flow.enter({
      kind: 'flow',
      blocks: section.children,
      lang,
      paragraphs: frame.paragraphs,
      strict: frame.strict,
      section,
    });
    this.divisions.push({ headed: false });
    return {
      leave: () => {
        flow.leave();
        this.divisions.pop();
      },
    };
  },

  heading(entry) {
    const { element, lang, id } = entry;
    const { flow } = this;
    const around = this.divisions.slice(0, -1).filter(({ headed }) => headed).length;
    const level = Math.min(around + 2, 4) as GalleyHeading['level']; // at least 2, at most 4
    const node: GalleyHeading = { type: 'heading', level, style: 'head', children: [] };
    if (id !== undefined) node.id = id;
    if (element.position) node.position = element.position;
    flow.startParagraph(node, lang);
    return {
      leave: () => {
        flow.endParagraph();
        if (flow.lastParagraph === node) this.divisions.at(-1)!.headed = true; // the document is never left
        const { section } = flow.frame;
        if (section && section.title === undefined && flow.lastParagraph === node)
          section.title = this.shop.wordsIn(node.children);
      },
    };
  },

  paragraph(entry) {
    // A paragraph inside one that is open and has a style of its own (a quotation in a note) keeps that style.
    return this.paragraph(this.flow.style(), entry);
  },

  block(entry) {
    const { rendering, element } = entry;
    const entered = this.paragraph(rendering.style, entry, rendering.quoted);
    if (rendering.span === undefined) return entered;
    const span = this.span({ type: 'span', style: rendering.span }, element);
    return {
      leave: () => {
        span.leave?.();
        entered.leave?.();
      },
    };
  },

  list({ rendering, id }) {
    const { flow } = this;
    const { frame } = flow;
    if (flow.inLabel || this.tooDeep(undefined)) return {};
    if (rendering.kind === 'run-in') {
      this.runIn++;
      return {
        leave: () => {
          this.runIn--;
        },
      };
    }
    const outer = this.runIn;
    this.runIn = 0;
    const paragraphs = rendering.kind === 'lines' ? rendering.style : frame.paragraphs;
    flow.enter({
      kind: rendering.kind,
      blocks: frame.blocks,
      lang: frame.lang,
      paragraphs,
      strict: false,
      listId: id,
    });
    flow.endList(frame);
    return {
      leave: () => {
        flow.leave();
        this.runIn = outer;
      },
    };
  },

  item(entry) {
    const { flow } = this;
    const { frame } = flow;
    if (this.runIn > 0 || flow.inLabel) return apart(this);
    if (frame.kind === 'lines') {
      const label = flow.takeLabel();
      const entered = this.paragraph(flow.style(), entry);
      if (label) flow.label(label);
      return entered;
    }
    if (frame.kind !== 'points') return this.paragraph(flow.style(), entry);
    const item = flow.item(entry.id, entry.element.position);
    flow.enter({
      kind: 'flow',
      blocks: item.children,
      lang: frame.lang,
      paragraphs: 'item',
      strict: false,
      item,
    });
    return {
      leave: () => {
        flow.leave();
      },
    };
  },

  label(entry) {
    const { flow } = this;
    const { frame } = flow;
    if (this.runIn > 0 || flow.inLabel) return apart(this);
    const { item } = frame;
    const ofItem = item?.label.length === 0 && item.children.length === 0 && !flow.inParagraph;
    const hangs = (frame.kind === 'points' || frame.kind === 'lines') && !flow.atStart;
    if (!hangs && !ofItem && !flow.atStart) return {};
    if (hangs) flow.endParagraph();
    flow.startLabel(entry.lang);
    return {
      leave: () => {
        const label = flow.endLabel();
        if (ofItem) item.label = label;
        else if (!hangs) flow.label(label);
        else {
          const waiting = flow.takeLabel();
          frame.label = waiting ? [...waiting, { type: 'text', value: ' ' }, ...label] : label;
        }
      },
    };
  },

  span({ rendering, element }) {
    return this.span({ type: 'span', style: rendering.style }, element);
  },

  emphasis({ element }) {
    const words = [...tokens(element, 'rend'), ...tokens(element, 'rendition')].map((word) =>
      word.toLowerCase(),
    );
    let count = 0;
    for (const word of new Set(words)) {
      const look = Object.hasOwn(renditions, word) ? renditions[word] : undefined;
      if (look === undefined) this.shop.tellOnce('tei-rendition-unknown', word, element);
      else if (look !== 'plain' && !this.tooDeep(element)) {
        this.flow.openSpan({ type: 'span', style: look });
        count++;
      }
    }
    return {
      leave: () => {
        while (count-- > 0) this.flow.closeSpan();
      },
    };
  },

  link({ element, lang }) {
    const target = tokens(element, 'target')[0];
    const outward = target !== undefined && /^(https?|mailto):/i.test(target);
    const href = outward || localId(target) !== undefined ? target : undefined;
    if (href === undefined) return {};
    const entered = this.span({ type: 'link', href }, element);
    if (outward && !hasWords(element)) {
      this.flow.text(
        { type: 'text', value: href, punctuation: 'as-source', data: { generated: true } },
        lang,
      );
    }
    return entered;
  },

  note({ element, lang }) {
    const set = this.shop.notes.inPlace(element);
    if (!set) return apart(this);
    if (set.kind === 'anchor') this.flow.anchor(set.notes);
    else if (set.kind === 'call') this.flow.call(set.call(), lang);
    return { children: [] };
  },

  break({ element }) {
    const joint = attribute(element, 'break') === 'no';
    if (!joint && nameOf(element) === 'lb' && this.flow.startLine()) return {};
    this.flow.push({ type: 'break', kind: joint ? 'joint' : 'line' });
    return {};
  },

  page({ element }) {
    const label = attribute(element, 'n');
    const joint = attribute(element, 'break') === 'no';
    this.flow.push({ type: 'break', kind: joint ? 'joint' : 'line' });
    if (label !== undefined) this.flow.page({ type: 'sourcePageBreak', label });
    return {};
  },

  choice({ element, rendering }) {
    return { children: this.shop.chosen(element, rendering.prefer) };
  },

  gap({ element, lang }) {
    if (!hasWords(element)) {
      this.mark(this.shop.words.marks.gap, lang);
      return { children: [] };
    }
    return {};
  },

  bracketed({ element, rendering, lang }) {
    const [open, close] = this.shop.words.marks[rendering.marks];
    const words = [...texts(element)].join('');
    if (!hasWords(element) || this.shop.hasBrackets(element)) return {};
    // White space at the ends of the element stands outside the brackets.
    const { flow } = this;
    if (/^[ \t\r\n]/.test(words)) flow.text({ type: 'text', value: ' ' }, lang);
    this.mark(open, lang);
    flow.push({ type: 'break', kind: 'joint' });
    return {
      leave: () => {
        flow.push({ type: 'break', kind: 'joint' });
        this.mark(close, lang);
        if (/[ \t\r\n]$/.test(words)) flow.text({ type: 'text', value: ' ' }, lang);
      },
    };
  },

  hidden: () => ({ children: [] }),
};

/** Words that must not run together with their neighbours. */
function apart(compositor: Compositor): Entered {
  compositor.flow.push({ type: 'break', kind: 'space' });
  return {
    leave: () => {
      compositor.flow.push({ type: 'break', kind: 'space' });
    },
  };
}
