// The value of a form field as content of its cell.
import type { Assessment, FilledField, FilledValue, Level } from '../assessment.ts';
import { notComputable } from '../findings/states.ts';
import { blank, type Content, figure, type Laid, laidLines, stack, text } from './content.ts';
import { type Fonts, fits } from './fonts.ts';
import { checkBox } from './marks.ts';
import { heightOf } from './page.ts';
import type { NumberedError } from './setting.ts';
import { breakLines, breakText, type Line, setLines } from './text.ts';
import { MM, type Style, TYPE } from './tokens.ts';
import { count, dash, fixed, grouped, notFilled, placesForRow, placesOf, undecided, unreadable } from './words.ts';

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

/** What stands in the cell of a field that is no person, text block or row of years; `align` is of figures. */
export function valueContent(
  assessment: Assessment,
  field: FilledField,
  errors: readonly NumberedError[] = [],
  align: 'left' | 'right' = 'right',
): Content {
  if (field.computed !== undefined) return computedContent(assessment, field.computed, TYPE.computed, align);
  const options = field.options.length === 0 && field.type === 'yes_no' ? ['是', '否'] : field.options;
  const { value } = field;
  if (options.length > 0 && (value === undefined || value.kind === 'chosen')) {
    return choices(options, value?.chosen ?? []);
  }
  return value === undefined ? missing(field.required, errors) : given(field, value, align);
}

/** 有误 where an error says more than that the value is missing, else 未填 or —. */
export function missing(required: boolean, errors: readonly NumberedError[] = []): Content {
  if (errors.some(({ finding }) => finding.code !== 'field-missing')) return unreadable;
  return required ? notFilled : dash(TYPE.value);
}

/** The result of a metric in its cell of the form: no sign, the label has it. */
export function computedContent(
  assessment: Assessment,
  metric: string,
  style: Style = TYPE.computed,
  align: 'left' | 'right' = 'right',
): Content {
  const outcome = assessment.metrics.find((candidate) => candidate.id === metric)?.outcome;
  if (outcome?.is === 'value') return figure(grouped(outcome.shown), style, align);
  return outcome?.is === 'not computable' ? text(notComputable.zh, TYPE.code, align) : undecided(TYPE.code, align);
}

function given(field: FilledField, value: FilledValue, align: 'left' | 'right'): Content {
  switch (value.kind) {
    case 'text':
      return text(value.text, IDENTIFIERS.has(field.type) ? TYPE.code : TYPE.value);
    case 'number':
      return figure(printed(field, value.value, value.source), TYPE.number, align);
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
export function printed(field: Pick<FilledField, 'type'>, value: Parameters<typeof fixed>[0], source: string): string {
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
      if (open !== undefined && fits(fonts, (open + part).trimEnd(), TYPE.value, width)) {
        lines[lines.length - 1] = open + part;
      } else lines.push(part);
    }
    const set = lines.flatMap((line) => breakLines(fonts, [{ text: line, style: TYPE.value }], width));
    return laidLines(set, TYPE.value, 'left');
  };

const MOST_IN_LINE = 8;
const MOST_PRINTED = 60;
const COLUMNS = 5;

type Placed = { readonly lines: readonly Line[]; readonly x: number; readonly row: number };
type Look = { readonly style: Style; readonly box: number; readonly gap: number };

const LINE_LOOK: Look = { style: { ...TYPE.value, leading: 6 * MM }, box: 3.1, gap: 4.5 };
const GRID_LOOK: Look = { style: { face: 'song', size: 9, leading: 13.6 }, box: 2.7, gap: 1 };
/** Between an option and the next box, at least, mm. */
const GUTTER = 1.8;
/** Between a box and its option, mm. */
const SPACE = 0.9;

/** All options with the chosen ones ticked; more than sixty: only the chosen, and how many there are. */
const choices =
  (options: readonly string[], chosen: readonly string[]): Content =>
  (fonts, width) => {
    if (options.length > MOST_PRINTED) {
      const note = text(`（共 ${options.length} 项可选）`, TYPE.value);
      return stack([chosen.length === 0 ? blank : choices(chosen, chosen), note])(fonts, width);
    }
    const look = options.length > MOST_IN_LINE ? GRID_LOOK : LINE_LOOK;
    const step = options.length > MOST_IN_LINE ? width / COLUMNS : undefined;
    const placed = flow(fonts, width, options, look, step);
    const rows = Math.max(...placed.map(({ row, lines }) => row + lines.length));
    const line = heightOf(look.style);
    const draw: Laid['draw'] = (page, box) => {
      placed.forEach(({ lines, x, row }, index) => {
        const top = box.top + row * line;
        page.structure.paragraph(() => {
          checkBox(page, box.x + x, top + line / 2, look.box, chosen.includes(options[index] ?? ''));
          setLines(page, lines, { x: box.x + x + look.box + SPACE, top, width }, look.style);
        });
      });
    };
    return { height: rows * line, draw };
  };

/** Places options one after another, in columns of `step` mm where given; one wider than the cell takes lines of its own. */
function flow(fonts: Fonts, width: number, options: readonly string[], look: Look, step: number | undefined): Placed[] {
  let x = 0;
  let row = 0;
  let high = 1;
  return options.map((option) => {
    const lines = breakText(fonts, option, look.style, width - look.box - SPACE);
    const own = look.box + SPACE + Math.max(...lines.map((line) => line.width));
    const wide = step === undefined ? own : Math.ceil((own + GUTTER) / step - 1e-6) * step;
    if (x > 0 && x + Math.min(wide, width) > width + 1e-6) {
      x = 0;
      row += high;
      high = 1;
    }
    const place = { lines, x, row };
    x += wide + (step === undefined ? look.gap : 0);
    high = Math.max(high, lines.length);
    return place;
  });
}
