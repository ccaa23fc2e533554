// Figures of several years in a table, with the computed figure in the row it comes from (design.md A5).

import type { FilledField, FilledSection } from '../../assessment.ts';
import { standsAt } from '../../findings/finding.ts';
import { blank, type Content, text } from '../content.ts';
import { figure } from '../figures.ts';
import { label } from '../label.ts';
import { errorsAt, type Setting } from '../setting.ts';
import type { Cell, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, type Style, TYPE } from '../tokens.ts';
import { computedContent } from '../values.ts';
import { dash, notFilled } from '../words.ts';
import { fieldIn } from './claims.ts';
import { pathOf, type SectionField } from './form-runs.ts';
import { cellTexts, PAD, type Plan, planColumns, type Year, type YearlyLine, yearsOf } from './yearly-plan.ts';

const LEAST = 7.2;
const COMPUTED_VALUE: Style = { ...TYPE.computed, size: 9.5 };
const COMPUTED_LABEL: Style = { ...TYPE.computedLabel, size: 8 };

export function yearly(setting: Setting, title: string, fields: readonly SectionField[]): void {
  const lines: YearlyLine[] = [];
  for (const entry of fields) {
    if (entry.field.computed === undefined) lines.push({ entry, metrics: [] });
    else lines.at(-1)?.metrics.push(entry.field);
  }
  const years = yearsOf(lines);
  const plan = planColumns(setting.flow.fonts, lines, years);
  const head: Row = {
    least: LEAST,
    keep: true,
    cells: [
      { tint: COLOR.section, content: text(title, TYPE.section), field: title },
      ...years.map((year): Cell => ({ tint: COLOR.label, pad: 0.4, content: label(yearLabel(year), TYPE.label) })),
      ...(plan.computed ? [{ span: 2, tint: COLOR.label, content: text('程序计算', TYPE.label, 'center') }] : []),
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
  const path = pathOf(section, field);
  const own = setting.errors.filter(({ finding }) => standsAt(finding, path)).map(({ number }) => number);
  const gap = years.find(({ year }) => !texts.has(year))?.year ?? years[0]?.year;
  const values = years.map(({ year }): Cell => {
    const shown = texts.get(year);
    const asked = field.years.some((candidate) => candidate.year === year);
    const errors = [...(year === gap ? own : []), ...(errorsAt(setting.errors, `${path}.${year}`) ?? [])];
    const empty = asked && field.required ? notFilled : dash(plan.number, 'right');
    const content = shown === undefined ? empty : figure(shown, plan.number);
    return { content, field: `${field.label} ${year}`, ...(errors.length > 0 ? { errors } : {}) };
  });
  const [metric, ...more] = metrics;
  const name = indented(field.label);
  const head: Cell = { tint: COLOR.label, content: name, field: field.label, targets: [fieldIn(field.label)] };
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
    { tint: COLOR.computed, open: true, content: head, field: metric.label },
    { tint: COLOR.computed, content: value, ...faults(setting, section, metric) },
  ];
}

/** A computed figure in a row of its own, where the table has no room for two more columns. */
function alone(setting: Setting, section: FilledSection, metric: FilledField, years: readonly Year[]): Cell[] {
  const head = label(metric.label, TYPE.computedLabel, 'left');
  const value = computedContent(setting.assessment, metric.computed ?? '');
  return [
    { tint: COLOR.computed, content: head, field: metric.label },
    { span: years.length, tint: COLOR.computed, content: value, ...faults(setting, section, metric) },
  ];
}

function faults(setting: Setting, section: FilledSection, metric: FilledField): { errors?: readonly number[] } {
  const errors = errorsAt(setting.errors, pathOf(section, metric));
  return errors ? { errors } : {};
}
