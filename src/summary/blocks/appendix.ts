// The heading of an appendix: an accent bar, the title, and a note or marks at the right.
import { fits } from '../fonts.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import type { Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import type { Table } from '../table.ts';
import { beginning, placeTable } from '../table-break.ts';
import { breakText, setLines } from '../text.ts';
import { COLOR, PAGE, TYPE } from '../tokens.ts';

/** Draws what stands right of a heading between `left` and the margin; answers the height it needs below the heading. */
export type Aside = (page: Page, left: number, top: number) => number;

/** A note at the right, or below the heading where it has no room there. */
export const noteAside =
  (note: string): Aside =>
  (page, left, top) => {
    if (note === '') return 0;
    const height = heightOf(TYPE.appendix);
    if (fits(page.fonts, note, TYPE.note, PAGE.right - left)) {
      const shifted = top + height - heightOf(TYPE.note);
      page.text(note, PAGE.right, baselineIn(shifted, TYPE.note), TYPE.note, 'right');
      return 0;
    }
    const lines = breakText(page.fonts, note, TYPE.note, PAGE.body);
    setLines(page, lines, { x: PAGE.left, top: top + height + 1, width: PAGE.body }, TYPE.note);
    return heightOf(TYPE.note, lines.length) + 1;
  };

/** Between the tables of an appendix, mm. */
const GAP = 3;

/** The heading with what stands below it, mm. */
const HEADED = heightOf(TYPE.appendix) + heightOf(TYPE.note) + 3;

/** Begins an appendix 6 mm below the last block, or on a new page when less than `room` is left for it. */
export function appendix(setting: Setting, title: string, aside: Aside, room: number): void {
  const { flow } = setting;
  flow.gap(6);
  flow.need(HEADED + room);
  flow.bookmark(title);
  flow.settle();
  head(setting, title, aside);
}

/** Tables of so many rows stand on one page with what follows them. */
const FEW = 3;

/** An appendix of tables: its heading never stands without the first rows. */
export function tabled(setting: Setting, title: string, aside: Aside, tables: readonly Table[]): void {
  const { flow } = setting;
  const few = tables.findIndex(({ groups }) => groups.length > FEW);
  const together = few < 0 ? tables : tables.slice(0, few + 1);
  appendix(
    setting,
    title,
    aside,
    together.reduce((room, table) => room + beginning(flow, table) + GAP, -GAP),
  );
  for (const [at, table] of tables.entries()) {
    if (at > 0) flow.gap(GAP);
    placeTable(flow, { ...table, again: () => again(setting, title) });
  }
}

/** The same heading on the page where its table goes on. */
export const again = (setting: Setting, title: string): void =>
  setting.flow.structure.aside(() => head(setting, `${title}（续）`, noteAside('')));

function head({ flow }: Setting, title: string, aside: Aside): void {
  const { page, structure } = flow;
  const height = heightOf(TYPE.appendix);
  page.shape(rectangle(PAGE.left, flow.y + (height - 4.2) / 2, 1.6, 4.2, { fill: COLOR.accent }));
  const left = PAGE.left + 3.6;
  const width = structure.part('H2', () => page.text(title, left, baselineIn(flow.y, TYPE.appendix), TYPE.appendix));
  const below = structure.paragraph(() => aside(page, left + width + 4, flow.y));
  flow.y += height + below + 2;
}
