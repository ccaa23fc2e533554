// The form grid: labels and values in six columns, section rows between them (design.md A4).
import type { FilledField } from '../../assessment.ts';
import { stampWords } from '../../findings/states.ts';
import { heading, label, text } from '../content.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { errorsOn, findErrors, type NumberedError, type Setting } from '../setting.ts';
import type { Cell, Group, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, PAGE, TYPE } from '../tokens.ts';
import { missing, valueContent } from '../values.ts';
import { fieldIn } from './claims.ts';
import { pathOf, type SectionField } from './form-runs.ts';

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
