// What each drawn text is a part of, for who cannot see the page: headings, paragraphs, tables with their cells, figures.
/** Standard types of ISO 32000-1, 14.8.4. */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Figure';

/** What a reader is told of an element beside its text. */
export type Traits = {
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** Of a head: whether it names the cells below it or those beside it. */
  readonly scope?: 'Column' | 'Row';
  /** Columns and rows that a cell takes. */
  readonly columns?: number;
  readonly rows?: number;
};

export type Element = {
  readonly role: Role;
  readonly traits: Traits;
  /** Elements, texts and shapes of a page, in the order they are drawn, which is the order they are read in. */
  readonly kids: object[];
};

/** Elements that have others in them, and no text of their own. */
const groups: ReadonlySet<Role> = new Set(['Document', 'Table', 'TR', 'TOC']);

/** Elements that have text and no others but links. */
const lines: ReadonlySet<Role> = new Set(['P', 'H1', 'H2', 'H3', 'TOCI', 'Link', 'Figure']);

export const isElement = (kid: object): kid is Element => 'role' in kid;

const element = (role: Role, traits: Traits = {}): Element => ({ role, traits, kids: [] });

/** Records the parts of a document while they are drawn; what belongs to none is there for the eye only. */
export class Structure {
  readonly root: Element = element('Document');
  readonly #open: Element[] = [this.root];
  #aside = 0;

  get #here(): Element {
    return this.#open.at(-1) ?? this.root;
  }

  /** A new part of what is open, with all that `work` draws. */
  part<T>(role: Role, work: () => T, traits: Traits = {}): T {
    return this.more(this.begin(role, traits), work);
  }

  /** A new part of what is open, to be drawn bit by bit. */
  begin(role: Role, traits: Traits = {}): Element {
    const own = element(role, traits);
    if (this.#aside === 0) this.#here.kids.push(own);
    return own;
  }

  /** Goes on with a part that was begun. */
  more<T>(part: Element, work: () => T): T {
    this.#open.push(part);
    try {
      return work();
    } finally {
      this.#open.pop();
    }
  }

  /** A paragraph, unless what is open is one. */
  paragraph<T>(work: () => T): T {
    return lines.has(this.#here.role) ? work() : this.part('P', work);
  }

  /** What `work` draws stands there for the eye only: a heading once more on the next page, a page number. */
  aside<T>(work: () => T): T {
    this.#aside += 1;
    try {
      return work();
    } finally {
      this.#aside -= 1;
    }
  }

  /** The part that a drawn text belongs to; a text that stands by itself is a paragraph. */
  take<T extends object>(make: (of: Element | undefined) => T): T {
    if (this.#aside > 0) return make(undefined);
    const of = groups.has(this.#here.role) ? this.begin('P') : this.#here;
    const drawn = make(of);
    of.kids.push(drawn);
    return drawn;
  }

  /** The figure that a shape belongs to; every other shape is for the eye only. */
  draw(shape: object): Element | undefined {
    const here = this.#here;
    if (this.#aside > 0 || here.role !== 'Figure') return undefined;
    here.kids.push(shape);
    return here;
  }
}
