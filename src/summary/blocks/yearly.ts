// Figures of several years in a table, with the computed figure in the row it comes from (design.md A5).
import type { FilledField, FilledSection, YearCell } from '../../assessment.ts';
import { blank, type Content, figure, heading, label, SMALLEST, text } from '../content.ts';
import { fits, widthOf } from '../fonts.ts';
import { DISC, DISC_GAP } from '../marks.ts';
import { errorsAt, errorsOn, type Setting } from '../setting.ts';
import type { Cell, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, PAGE, type Style, TYPE } from '../tokens.ts';
import { computedContent } from '../values.ts';
import { count, dash, fixed, notFilled, placesForRow, placesOf } from '../words.ts';
import { fieldIn } from './claims.ts';
import { pathOf, type SectionField } from './form-runs.ts';

const LEAST = 7.2;
const COMPUTED_VALUE: Style = { ...TYPE.computed, size: 9.5 };
const COMPUTED_LABEL: Style = { ...TYPE.computedLabel, size: 8 };

/** `goesOn`: rows of the section stand above, so that its title is not repeated. */
export function yearly(
  setting: Setting,
  { title = '', open }: FilledSection,
  fields: readonly SectionField[],
  goesOn: boolean,
): void {
  const lines: YearlyLine[] = [];
  for (const entry of fields) {
    if (entry.field.computed === undefined) lines.push({ entry, metrics: [] });
    else lines.at(-1)?.metrics.push(entry.field);
  }
  const years = yearsOf(lines);
  const plan = planColumns(setting, lines, years, open);
  const head: Row = {
    least: LEAST,
    keep: true,
    cells: [
      {
        tint: COLOR.section,
        head: 'Column',
        content: goesOn ? blank : heading('H2', text(title, TYPE.section)),
        field: title,
      },
      ...years.map(
        (year): Cell => ({
          tint: COLOR.label,
          head: 'Column',
          pad: 0.4,
          content: label(yearLabel(year), TYPE.label),
        }),
      ),
      ...(plan.computed
        ? [{ span: 2, tint: COLOR.label, head: 'Column' as const, content: text('程序计算', TYPE.label, 'center') }]
        : []),
    ],
  };
  const groups = lines.flatMap((line) => rowsOf(setting, line, years, plan)).map((row) => ({ rows: [row] }));
  const again = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((cell, index) =>
      index === 0 ? { ...cell, content: text(`${title}（续）`, TYPE.section) } : cell,
    ),
  });
  placeTable(setting.flow, {
    columns: plan.columns,
    pad: { x: PAD, y: 1 },
    groups,
    heads: ({ first }) => [first ? head : again(head)],
  });
}

const yearLabel = ({ year, forecast }: Year): string => (forecast ? `${year}年(预计)` : `${year}年`);

function rowsOf(setting: Setting, { entry, metrics }: YearlyLine, years: readonly Year[], plan: Plan): Row[] {
  const { section, field } = entry;
  const texts = cellTexts(field);
  const values = years.map(({ year }): Cell => {
    const shown = texts.get(year);
    const asked = field.years.some((candidate) => candidate.year === year);
    const errors = errorsIn(setting, entry, year, texts);
    const empty = !asked ? blank : field.required ? notFilled : dash(plan.number, 'right');
    const content = shown === undefined ? empty : figure(shown, plan.number);
    return { content, field: `${field.label} ${year}`, ...(errors.length > 0 ? { errors } : {}) };
  });
  const [metric, ...more] = metrics;
  const name = indented(field.label);
  const head: Cell = {
    tint: COLOR.label,
    head: 'Row',
    content: name,
    field: field.label,
    targets: [fieldIn(field.label)],
  };
  const row = (cells: Cell[]): Row => ({ least: LEAST, cells });
  if (!plan.computed) {
    return [row([head, ...values]), ...metrics.map((each) => row(alone(setting, section, each, years)))];
  }
  const first = [head, ...values, ...(metric ? computed(setting, section, metric) : [{ span: 2, content: blank }])];
  const rest = more.map((each) =>
    row([{ span: 1 + years.length, content: blank }, ...computed(setting, section, each)]),
  );
  return [row(first), ...rest];
}

/** What is wrong with the figure of a year; an error of the row stands at its first gap. */
function errorsIn(
  { errors }: Setting,
  { section, field }: SectionField,
  year: number,
  texts: ReadonlyMap<number, string>,
): readonly number[] {
  const path = pathOf(section, field);
  const gap = field.years.find((one) => !texts.has(one.year))?.year ?? field.years[0]?.year;
  const own = year === gap ? errorsOn(errors, path).map(({ number }) => number) : [];
  return [...own, ...(errorsAt(errors, `${path}.${year}`) ?? [])];
}

/** Rows that break one down (其中：) stand further in. */
const indented =
  (value: string): Content =>
  (fonts, width) => {
    const inset = value.startsWith('其中') ? 4.2 : 0;
    const laid = label(value, TYPE.label, 'left')(fonts, width - inset);
    return { ...laid, draw: (page, box) => laid.draw(page, { ...box, x: box.x + inset, width: box.width - inset }) };
  };

function computed(setting: Setting, section: FilledSection, metric: FilledField): Cell[] {
  const head = label(metric.label, COMPUTED_LABEL, 'left');
  const value = computedContent(setting.assessment, metric.computed ?? '', COMPUTED_VALUE);
  return [
    { tint: COLOR.computed, head: 'Row', open: true, content: head, field: metric.label },
    { tint: COLOR.computed, content: value, ...faults(setting, section, metric) },
  ];
}

/** A computed figure in a row of its own, where the table has no room for two more columns. */
function alone(setting: Setting, section: FilledSection, metric: FilledField, years: readonly Year[]): Cell[] {
  const head = label(metric.label, TYPE.computedLabel, 'left');
  const value = computedContent(setting.assessment, metric.computed ?? '');
  return [
    { tint: COLOR.computed, head: 'Row', content: head, field: metric.label },
    { span: years.length, tint: COLOR.computed, content: value, ...faults(setting, section, metric) },
  ];
}

function faults(setting: Setting, section: FilledSection, metric: FilledField): { errors?: readonly number[] } {
  const errors = errorsAt(setting.errors, pathOf(section, metric));
  return errors ? { errors } : {};
}

/** A row of the table with the computed cells that stand in it. */
type YearlyLine = { readonly entry: SectionField; readonly metrics: FilledField[] };
type Year = { readonly year: number; readonly forecast: boolean };

/** Inner space of a cell at its sides, mm. */
const PAD = 1.4;
const COMPUTED = { label: 20.5, value: 13 } as const;
const USUAL = { year: 15.8, forecast: 20.8 } as const;
const LEAST_LABEL = 40;
const SIZES = [9, 8, SMALLEST] as const;
const NUMBER: Style = { ...TYPE.number, size: 9 };

/** All years of the rows, ascending. */
function yearsOf(lines: readonly YearlyLine[]): Year[] {
  const years = new Map<number, Year>();
  for (const { entry } of lines) for (const year of entry.field.years) years.set(year.year, year);
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** `computed` tells whether the computed pair stands in two columns of its own. */
type Plan = { readonly columns: readonly number[]; readonly number: Style; readonly computed: boolean };

/** Widths of the columns and the size of figures; without room the computed pair moves to rows of its own. */
function planColumns(setting: Setting, lines: readonly YearlyLine[], years: readonly Year[], open: boolean): Plan {
  const { fonts } = setting.flow;
  // Beside a figure there is room for the numbers of its errors.
  const figures = lines.flatMap(({ entry }) => {
    const texts = cellTexts(entry.field);
    return [...texts].map(([year, value]) => ({
      year,
      value,
      discs: errorsIn(setting, entry, year, texts).length * (DISC + DISC_GAP),
    }));
  });
  const marked = figures.some(({ discs }) => discs > 0);
  // Where no source shows the layout, what is computed stands in rows of its own.
  const any = !open && lines.some(({ metrics }) => metrics.length > 0);
  const usual = years.filter((year) => !year.forecast).length === 4 && years.length <= 5;
  const widest = Math.max(0, ...figures.map(({ value, discs }) => widthOf(fonts, value, NUMBER) + discs));
  const wished =
    usual && !marked ? USUAL.year : Math.min(marked ? 32 : 22, Math.max(usual ? USUAL.year : 13, widest + 2 * PAD));
  const plan = (year: number, computed: boolean): number[] => {
    const own = years.map(({ forecast }) => (forecast ? Math.max(USUAL.forecast, year) : year));
    const taken = own.reduce((all, width) => all + width, 0) + (computed ? COMPUTED.label + COMPUTED.value : 0);
    return [PAGE.body - taken, ...own, ...(computed ? [COMPUTED.label, COMPUTED.value] : [])];
  };
  /** The largest size in which every figure fits the column of its year; the smallest when none does. */
  const sized = (columns: readonly number[]): { style: Style; whole: boolean } => {
    const inColumn = ({ year, value, discs }: (typeof figures)[number], style: Style): boolean =>
      fits(fonts, value, style, (columns[1 + years.findIndex((each) => each.year === year)] ?? 0) - 2 * PAD - discs);
    const styles = SIZES.map((size) => ({ ...NUMBER, size }));
    const style = styles.find((each) => figures.every((entry) => inColumn(entry, each)));
    return { style: style ?? { ...NUMBER, size: SMALLEST }, whole: style !== undefined };
  };
  const columns = plan(wished, any);
  const { style, whole } = sized(columns);
  if (whole && (columns[0] ?? 0) >= LEAST_LABEL) return { columns, number: style, computed: any };
  const roomy = plan((PAGE.body - LEAST_LABEL) / Math.max(1, years.length), false);
  return { columns: roomy, number: sized(roomy).style, computed: false };
}

/** The figures of a row by year, as they print. */
function cellTexts(field: FilledField): Map<number, string> {
  const { value: given } = field;
  const [only] = field.years;
  const cells: readonly YearCell[] =
    given?.kind === 'years' ? given.cells : given?.kind === 'number' && only ? [{ ...only, ...given }] : [];
  const sources = cells.flatMap((cell) => (cell.source === undefined ? [] : [cell.source]));
  const places = placesForRow(sources);
  const shown = ({ value, source }: YearCell): string | undefined => {
    if (!value) return undefined;
    if (field.type === 'count') return count(value);
    return fixed(value, field.type === 'amount' ? places : placesOf(source ?? ''));
  };
  return new Map(cells.flatMap((cell) => (cell.value ? [[cell.year, shown(cell) ?? ''] as const] : [])));
}
