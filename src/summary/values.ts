// The value of a form field as content of its cell.
import type { Assessment, FilledField, FilledValue, Level } from '../assessment.ts';
import { choices } from './choices.ts';
import { type Content, laidLines, text } from './content.ts';
import { figure } from './figures.ts';
import { widthOf } from './fonts.ts';
import { count, fixed, placesForRow, placesOf } from './numbers.ts';
import type { NumberedError } from './setting.ts';
import { breakLines } from './text.ts';
import { type Style, TYPE } from './tokens.ts';
import { dash, notFilled, undecided, unreadable } from './words.ts';

const IDENTIFIERS: ReadonlySet<FilledField['type']> = new Set([
  'uscc',
  'postcode',
  'phone',
  'mobile',
  'email',
  'patent_number',
  'date',
  'term',
]);

export const numericTypes: ReadonlySet<FilledField['type']> = new Set(['amount', 'count', 'percent', 'number']);

/** What stands in the cell of a field that is no person, text block or row of years. */
export function valueContent(
  assessment: Assessment,
  field: FilledField,
  errors: readonly NumberedError[] = [],
): Content {
  if (field.computed !== undefined) return computedContent(assessment, field.computed);
  const options = field.options.length === 0 && field.type === 'yes_no' ? ['是', '否'] : field.options;
  const { value } = field;
  if (options.length > 0 && (value === undefined || value.kind === 'chosen')) {
    return choices(options, value?.chosen ?? []);
  }
  return value === undefined ? missing(field.required, errors) : given(field, value);
}

/** 有误 where an error says more than that the value is missing, else 未填 or —. */
export function missing(required: boolean, errors: readonly NumberedError[] = []): Content {
  if (errors.some(({ finding }) => finding.code !== 'field-missing')) return unreadable;
  return required ? notFilled : dash(TYPE.value);
}

/** The result of a metric in its cell of the form: no sign, the label has it. */
export function computedContent(assessment: Assessment, metric: string, style: Style = TYPE.computed): Content {
  const outcome = assessment.metrics.find((candidate) => candidate.id === metric)?.outcome;
  if (outcome?.is === 'value') return figure(minus(outcome.shown), style);
  return outcome?.is === 'not computable' ? text('不可算', TYPE.code, 'right') : undecided(TYPE.code, 'right');
}

/** A true minus before a figure. */
export const minus = (shown: string): string => shown.replace(/^-/, '−');

function given(field: FilledField, value: FilledValue): Content {
  switch (value.kind) {
    case 'text':
      return text(value.text, IDENTIFIERS.has(field.type) ? TYPE.code : TYPE.value);
    case 'number':
      return figure(printed(field, value.value, value.source), TYPE.number);
    case 'chosen':
      return text(value.chosen.join('、'), TYPE.value);
    case 'levels':
      // The portal shows places by name, industries by code and name.
      return chain(value.levels, field.type !== 'region');
    case 'person':
      return text(value.name ?? '—', TYPE.value);
    case 'years':
      return text(value.cells.map((cell) => `${cell.year}：${cell.source ?? '—'}`).join('；'), TYPE.code);
  }
}

/** A figure with the decimals of its type: amounts two to four, percentages two, counts none. */
export function printed(field: FilledField, value: Parameters<typeof fixed>[0], source: string): string {
  if (field.type === 'amount') return fixed(value, placesForRow([source]));
  if (field.type === 'percent') return fixed(value, 2);
  return field.type === 'count' ? count(value) : fixed(value, placesOf(source));
}

/** A select chain as one path, each level with its code, broken only after ›. */
const chain =
  (levels: readonly Level[], coded: boolean): Content =>
  (fonts, width) => {
    const names = levels.map(({ name, code }) => [coded ? code : undefined, name].filter(Boolean).join(' '));
    const parts = names.map((name, index) => (index < names.length - 1 ? `${name} › ` : name));
    const lines: string[] = [];
    for (const part of parts) {
      const open = lines.at(-1);
      if (open !== undefined && widthOf(fonts, (open + part).trimEnd(), TYPE.value) <= width) {
        lines[lines.length - 1] = open + part;
      } else lines.push(part);
    }
    const set = lines.flatMap((line) => breakLines(fonts, [{ text: line, style: TYPE.value }], width));
    return laidLines(set, TYPE.value, 'left');
  };
