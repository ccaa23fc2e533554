// The application form: its sections in printed order, each run of fields in the shape the portal prints.
import type { FilledField } from '../../assessment.ts';
import { stampWords } from '../../findings/states.ts';
import { heading, label, text } from '../content.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { checkBox } from '../marks.ts';
import { baselineIn } from '../page.ts';
import { type Block, errorsOn, findErrors, type NumberedError, type Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import type { Cell, Group, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, LINE, PAGE, TYPE } from '../tokens.ts';
import { missing, valueContent } from '../values.ts';
import { fieldIn } from './claims.ts';
import { pathOf, type Run, rowsOf, runsOf, type SectionField } from './form-runs.ts';
import { longText } from './long-text.ts';
import { subTable } from './sub-table.ts';
import { yearly } from './yearly.ts';

const LEAST = 8;
/** Inner space of a cell at its sides, mm. */
const PAD = 1.7;

/** A section with the fields of one run; `goesOn`: rows of it stand above, so that its title is not printed again. */
export type GridPart = {
  readonly title: string | undefined;
  readonly goesOn: boolean;
  readonly rows: readonly (readonly SectionField[])[];
};

/** Where the cells of a grid may begin, and how many columns the cells of its rows take. */
type Layout = {
  readonly columns: readonly number[];
  /** Of the labels and values in turn. */
  spans(fields: readonly SectionField[]): readonly number[];
  readonly person: readonly number[];
  /** Of figures. */
  readonly align: 'left' | 'right';
};

/** The six columns of the printed forms. */
const printed: Layout = {
  columns: [30, 30, 26, 30, 24, 30],
  spans: ([, second, third]) => {
    if (second === undefined) return [1, 5];
    if (third !== undefined) return [1, 1, 1, 1, 1, 1];
    return second.field.type === 'postcode' ? [1, 3, 1, 1] : [1, 2, 1, 2];
  },
  person: [1, 1, 1, 1, 1, 1],
  align: 'right',
};

/** Half the page, and in it the two numbers of a person, mm. */
const HALF = PAGE.body / 2;
const PERSON = [14, 28, 14, 29] as const;
/** A code of eighteen digits stands beside a label of this width, mm. */
const WIDEST_LABEL = 45;
const LEAST_LABEL = 30;

/** Where no source shows the layout, labels take what the longest of them needs. */
function ownLayout(fonts: Fonts, fields: readonly FilledField[]): Layout {
  const needed = Math.max(0, ...fields.map((field) => widthOf(fonts, field.label, TYPE.label))) + 2 * PAD;
  const label = Math.min(WIDEST_LABEL, Math.max(LEAST_LABEL, needed));
  const two = [label, HALF - label];
  const rows = { one: [label, PAGE.body - label], two: [...two, ...two], person: [...two, ...PERSON] };
  const edges = [...new Set(Object.values(rows).flatMap((widths) => endsOf(widths)))].sort((a, b) => a - b);
  const spansOf = (widths: readonly number[]): number[] =>
    endsOf(widths).map((end, index, ends) => edges.indexOf(end) - edges.indexOf(ends[index - 1] ?? -1));
  return {
    columns: edges.map((end, index) => end - (edges[index - 1] ?? 0)),
    spans: (entries) => spansOf(entries.length === 1 ? rows.one : rows.two),
    person: spansOf(rows.person),
    align: 'left',
  };
}

/** Where cells of these widths end, to the thousandth of a millimetre. */
const endsOf = (widths: readonly number[]): number[] =>
  widths.map((_, index) => Math.round(1000 * widths.slice(0, index + 1).reduce((all, width) => all + width, 0)) / 1000);

/** `open`: no source shows the layout. */
export function grid(setting: Setting, parts: readonly GridPart[], open: boolean): void {
  const fields = parts.flatMap(({ rows }) => rows.flat().map(({ field }) => field));
  const layout = open ? ownLayout(setting.flow.fonts, fields) : printed;
  const sectionRow = (title: string): Row => ({
    least: LEAST,
    keep: true,
    cells: [
      {
        span: layout.columns.length,
        head: 'Row',
        tint: COLOR.section,
        content: heading('H2', text(title, TYPE.section)),
        field: title,
      },
    ],
  });
  const titles: (string | undefined)[] = [];
  const groups: Group[] = [];
  for (const { title, goesOn, rows } of parts) {
    if (title !== undefined && !goesOn) {
      groups.push({ rows: [sectionRow(title)], bookmark: title });
      titles.push(undefined);
    }
    for (const entries of rows) {
      groups.push({ rows: [fieldRow(setting, entries, layout)] });
      titles.push(title);
    }
  }
  placeTable(setting.flow, {
    columns: layout.columns,
    pad: { x: PAD, y: 1 },
    groups,
    heads: ({ first, from }) => {
      const title = titles[from - 1];
      return first || title === undefined ? [] : [sectionRow(`${title}（续）`)];
    },
  });
}

function fieldRow(setting: Setting, fields: readonly SectionField[], layout: Layout): Row {
  const [first] = fields;
  const isPerson = fields.length === 1 && first?.field.type === 'person';
  const cells = isPerson ? personCells(setting, first) : fields.flatMap((entry) => pair(setting, entry, layout.align));
  const spans = isPerson ? layout.person : layout.spans(fields);
  return { least: LEAST, cells: cells.map((cell, index) => ({ ...cell, span: spans[index] ?? 1 })) };
}

function pair(setting: Setting, { section, field }: SectionField, align: 'left' | 'right'): Cell[] {
  const computed = field.computed !== undefined;
  const tint = computed ? COLOR.computed : COLOR.label;
  const name = label(field.label, computed ? TYPE.computedLabel : TYPE.label);
  const found = findErrors(setting.errors, pathOf(section, field));
  const errors = found.map(({ number }) => number);
  const content =
    field.shows === 'status'
      ? text(stampWords.zh[setting.stamp], TYPE.value)
      : valueContent(setting.assessment, field, found, align);
  return [
    { tint, head: 'Row', content: name, field: field.label, targets: [fieldIn(field.label)] },
    { content, field: field.label, ...(computed ? { tint } : {}), ...(errors.length > 0 ? { errors } : {}) },
  ];
}

/**
 * Name, telephone and mobile, which share a row. An error of the person as a whole stands at the part it quotes, else at the
 * first empty one.
 */
function personCells(setting: Setting, { section, field }: SectionField): Cell[] {
  const person = field.value?.kind === 'person' ? field.value : undefined;
  const path = pathOf(section, field);
  const parts = [
    { key: 'name', label: field.label, value: person?.name, style: TYPE.value },
    { key: 'phone', label: field.parts.phone ?? '电话', value: person?.phone, style: TYPE.code },
    { key: 'mobile', label: field.parts.mobile ?? '手机', value: person?.mobile, style: TYPE.code },
  ];
  const own = errorsOn(setting.errors, path);
  const empty = parts.find((part) => part.value === undefined)?.key ?? 'name';
  const partOf = ({ finding }: NumberedError): string => {
    const quoted: unknown[] = 'args' in finding ? Object.values(finding.args) : [];
    return parts.find((part) => part.value !== undefined && quoted.includes(part.value))?.key ?? empty;
  };
  return parts.flatMap((part): Cell[] => {
    const below = findErrors(setting.errors, `${path}.${part.key}`);
    const here = [...own.filter((error) => partOf(error) === part.key), ...below];
    const errors = here.map(({ number }) => number);
    const content = part.value === undefined ? missing(field.required, here) : text(part.value, part.style);
    return [
      { tint: COLOR.label, head: 'Row', content: label(part.label, TYPE.label), field: part.label },
      { content, field: part.label, ...(errors.length > 0 ? { errors } : {}) },
    ];
  });
}

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
