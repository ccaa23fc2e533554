// The application form: its sections in printed order, each run of fields in the shape the portal prints.
import type { FilledField } from '../../assessment.ts';
import { checkBox } from '../marks.ts';
import { baselineIn } from '../page.ts';
import type { Block, Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import { COLOR, LINE, PAGE, TYPE } from '../tokens.ts';
import { pathOf, type Run, rowsOf, runsOf } from './form-runs.ts';
import { type GridPart, grid } from './grid.ts';
import { longText } from './long-text.ts';
import { subTable } from './sub-table.ts';
import { yearly } from './yearly.ts';

const GAP = 4.8;
/** Height of the legend, mm. */
const LEGEND = 4.6;

export const form: Block = (setting) => {
  const frames = framesOf(setting.assessment.form.sections.flatMap(runsOf));
  let legendWaits = true;
  let tables = 0;
  frames.forEach((runs, index) => {
    const [run] = runs;
    const before = frames[index - 1]?.at(-1);
    if (index > 0 && !isOneTable(before, run)) setting.flow.gap(GAP);
    if (run.kind === 'table') tables++;
    if (run.kind === 'grid') gridBlock(setting, runs, before);
    else place(setting, run, before, tables);
    if (legendWaits && isInRows(run) && !isOneTable(runs.at(-1), frames[index + 1]?.[0])) {
      legend(setting);
      legendWaits = false;
    }
  });
};

const isInRows = (run: Run | undefined): boolean => run?.kind === 'grid' || run?.kind === 'yearly';

/** What a section has in rows is one table, though its columns change. */
const isOneTable = (above: Run | undefined, below: Run | undefined): boolean =>
  isInRows(above) && isInRows(below) && above?.section === below?.section;

/** Grids that follow each other stand in one frame, unless only one of them has the columns that a source prints. */
function framesOf(runs: readonly Run[]): [Run, ...Run[]][] {
  const frames: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const [open] = frames.at(-1) ?? [];
    if (run.kind === 'grid' && open?.kind === 'grid' && open.section.open === run.section.open)
      frames.at(-1)?.push(run);
    else frames.push([run]);
  }
  return frames;
}

/** `before` is the run above; a grid that goes on with its section has its title already. */
function gridBlock(setting: Setting, runs: readonly Run[], before: Run | undefined): void {
  const open = runs[0]?.section.open ?? false;
  const parts = runs.flatMap((run): GridPart[] => {
    if (run.kind !== 'grid') return [];
    const { section, fields } = run;
    return [{ title: section.title, goesOn: section === before?.section, rows: rowsOf(fields, open) }];
  });
  grid(setting, parts, open);
}

function place(setting: Setting, run: Run, before: Run | undefined, tables: number): void {
  const { section } = run;
  const opens = before?.section !== section;
  if (opens && section.title !== undefined) setting.flow.bookmark(section.title);
  if (run.kind === 'yearly') yearly(setting, section, run.fields, !opens);
  if (run.kind === 'long text') longText(setting, withSection(run), pathOf(section, run.field));
  if (run.kind === 'table') subTable(setting, run.table, pathOf(section, run.table), tables);
}

/** A text of an open section stands in a box of its own: only its head can name the section. */
function withSection({ section, field }: Extract<Run, { kind: 'long text' }>): FilledField {
  const named = !section.open || section.title === undefined || section.title === field.label;
  return named ? field : { ...field, label: `${section.title} · ${field.label}` };
}

/** What boxes, dashes and the tint mean, below the first grid. */
const legend = (setting: Setting): void => setting.flow.structure.part('P', () => writeLegend(setting));

function writeLegend({ flow }: Setting): void {
  flow.need(LEGEND);
  const { page } = flow;
  // Further from the grid where the page has room.
  const more = Math.min(0.8, flow.room - LEGEND);
  const top = flow.y + 0.9 + more;
  const baseline = baselineIn(top, TYPE.tiny);
  const middle = top + 1.9;
  checkBox(page, PAGE.left, middle, 2.5, true);
  page.text('已选', PAGE.left + 3.4, baseline, TYPE.tiny);
  page.text('— 选填项，未填', PAGE.left + 13.8, baseline, TYPE.tiny);
  const pen = { color: COLOR.ink, width: LINE.inner };
  page.shape(rectangle(PAGE.left + 37.6, middle - 1.3, 4.4, 2.6, { pen, fill: COLOR.computed }));
  page.text('由程序按依据公式计算，非填报', PAGE.left + 43.2, baseline, TYPE.tiny);
  page.text('金额单位：万元', PAGE.right, baseline, TYPE.tiny, 'right');
  flow.y += LEGEND + more;
}
