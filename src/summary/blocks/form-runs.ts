// Parts the form into runs that are printed alike: grids, tables of years, long texts, sub-tables, in printed order.
import type { FilledField, FilledSection, FilledTable } from '../../assessment.ts';
import { numericTypes } from '../values.ts';

export type SectionField = { readonly section: FilledSection; readonly field: FilledField };

export type Run =
  | { readonly kind: 'grid'; readonly section: FilledSection; readonly fields: readonly SectionField[] }
  | { readonly kind: 'yearly'; readonly section: FilledSection; readonly fields: readonly SectionField[] }
  | { readonly kind: 'long text'; readonly section: FilledSection; readonly field: FilledField }
  | { readonly kind: 'table'; readonly section: FilledSection; readonly table: FilledTable };

/** `form.basics.uscc` */
export const pathOf = (section: FilledSection, item: FilledField | FilledTable): string =>
  `form.${section.id}.${item.id}`;

const isYearly = (field: FilledField): boolean => field.years.length > 1 || field.value?.kind === 'years';

/** A figure of one year. */
const isOfOneYear = (field: FilledField): boolean =>
  field.years.length === 1 && field.computed === undefined && numericTypes.has(field.type);

/**
 * Runs of a section in printed order; a section without items still gives a grid with its title. Where no source shows
 * the layout, figures of one year stand in the table of the years.
 */
export function runsOf(section: FilledSection): Run[] {
  const together = section.open && section.items.some((item) => item.kind === 'field' && isYearly(item));
  const runs: Run[] = [];
  for (const item of section.items) {
    const open = runs.at(-1);
    if (item.kind === 'table') runs.push({ kind: 'table', section, table: item });
    else if (item.type === 'long_text') runs.push({ kind: 'long text', section, field: item });
    else {
      // A computed cell after a row of years stands in that row.
      const yearly =
        isYearly(item) || (together && isOfOneYear(item)) || (item.computed !== undefined && open?.kind === 'yearly');
      const kind = yearly ? 'yearly' : 'grid';
      const entry = { section, field: item };
      if (open?.kind === kind) runs[runs.length - 1] = { ...open, fields: [...open.fields, entry] };
      else runs.push({ kind, section, fields: [entry] });
    }
  }
  return runs.length === 0 ? [{ kind: 'grid', section, fields: [] }] : runs;
}

/**
 * Fields that share a row: those the definition sets beside the one before (at most three), and two figures
 * followed by their metric, as the portal prints them; where no source shows the layout, two short ones.
 */
export function rowsOf(fields: readonly SectionField[], open: boolean): SectionField[][] {
  const rows: SectionField[][] = [];
  for (let index = 0; index < fields.length; ) {
    const count = open ? shortOnes(fields, index) : besides(fields, index);
    rows.push(fields.slice(index, index + count));
    index += count;
  }
  return rows;
}

/** Types whose values are short whatever they are. */
const shortTypes: ReadonlySet<FilledField['type']> = new Set([
  ...numericTypes,
  'date',
  'yes_no',
  'uscc',
  'postcode',
  'phone',
  'mobile',
]);

function shortOnes(fields: readonly SectionField[], from: number): number {
  const isShort = (entry: SectionField | undefined): boolean => entry !== undefined && shortTypes.has(entry.field.type);
  return isShort(fields[from]) && isShort(fields[from + 1]) ? 2 : 1;
}

function besides(fields: readonly SectionField[], from: number): number {
  const at = (index: number): FilledField | undefined => fields[from + index]?.field;
  const figure = (field: FilledField | undefined): boolean =>
    field !== undefined && field.computed === undefined && numericTypes.has(field.type);
  if (at(0)?.type === 'person') return 1;
  if (figure(at(0)) && figure(at(1)) && at(2)?.computed !== undefined) return 3;
  if (!at(1)?.beside || at(1)?.type === 'person') return 1;
  return at(2)?.beside && at(2)?.type !== 'person' ? 3 : 2;
}
