// The cursor of the layout: the pages so far, where the next block begins, and how much room is left.
import type { Fonts } from './fonts.ts';
import type { Bookmark } from './outline.ts';
import { baselineIn, Page } from './page.ts';
import { Structure } from './structure.ts';
import { PAGE, TYPE } from './tokens.ts';

/** Room that a block which goes on keeps for （接下页）, mm. */
export const ONWARD = 6;

export class Flow {
  readonly fonts: Fonts;
  readonly pages: Page[];
  readonly bookmarks: Bookmark[] = [];
  readonly structure: Structure;
  /** Where the next block begins, mm from the top. */
  y: number = PAGE.topFirst;

  #waiting: Pick<Bookmark, 'title' | 'level'>[] = [];

  constructor(fonts: Fonts, structure = new Structure()) {
    this.fonts = fonts;
    this.structure = structure;
    this.pages = [new Page(fonts, this.structure)];
  }

  get page(): Page {
    return this.pages[this.pages.length - 1] as Page;
  }

  /** Height left on this page, mm. */
  get room(): number {
    return PAGE.bottom - this.y;
  }

  get atTop(): boolean {
    return this.pages.length > 1 && this.y === PAGE.top;
  }

  /** Begins a new page. */
  next(): void {
    this.pages.push(new Page(this.fonts, this.structure));
    this.y = PAGE.top;
  }

  /** Space between blocks; none at the top of a page. */
  gap(height: number): void {
    if (!this.atTop) this.y += height;
  }

  /** Begins a new page when less than `height` is left. */
  need(height: number): void {
    if (this.room < height && !this.atTop) this.next();
  }

  /** Whether nothing but a repeated heading stands on this page yet. */
  get fresh(): boolean {
    return this.pages.length > 1 && this.y < PAGE.top + 10;
  }

  /** A bookmark to what is drawn next; it is set where that comes to stand, after a page break too. */
  bookmark(title: string, level: 1 | 2 = 1): void {
    this.#waiting.push({ title, level });
  }

  /** Sets the waiting bookmarks at a height, for a block that now begins to draw. */
  settle(top: number = this.y): void {
    const page = this.pages.length - 1;
    for (const one of this.#waiting.map((mark) => ({ ...mark, page, top }))) this.bookmarks.push(one);
    this.#waiting = [];
  }

  /** Says below a block that it goes on, and begins the next page. */
  onward(): void {
    this.structure.aside(() =>
      this.page.text('（接下页）', PAGE.right, baselineIn(this.y + 0.6, TYPE.small), TYPE.small, 'right'),
    );
    this.next();
  }
}
