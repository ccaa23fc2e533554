// The form grid: labels and values in six columns, section rows between them (design.md A4).
import { stampWords } from '../../findings/states.ts';
import { label, text } from '../content.ts';
import { errorsOn, findErrors, type NumberedError, type Setting } from '../setting.ts';
import type { Cell, Group, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, TYPE } from '../tokens.ts';
import { missing, valueContent } from '../values.ts';
import { fieldIn } from './claims.ts';
import { pathOf, type SectionField } from './form-runs.ts';

const COLUMNS = [30, 30, 26, 30, 24, 30] as const;
const LEAST = 8;

/** A section with the fields of one run; its title is printed when it is the section's first run. */
export type GridPart = { readonly title?: string; readonly rows: readonly (readonly SectionField[])[] };

export function grid(setting: Setting, parts: readonly GridPart[]): void {
  const titles: (string | undefined)[] = [];
  const groups: Group[] = [];
  for (const { title, rows } of parts) {
    if (title !== undefined) {
      groups.push({ rows: [sectionRow(title)], bookmark: title });
      titles.push(undefined);
    }
    for (const fields of rows) {
      groups.push({ rows: [fieldRow(setting, fields)] });
      titles.push(title);
    }
  }
  placeTable(setting.flow, {
    columns: COLUMNS,
    pad: { x: 1.7, y: 1 },
    groups,
    heads: ({ first, from }) => {
      const title = titles[from - 1];
      return first || title === undefined ? [] : [sectionRow(`${title}（续）`)];
    },
  });
}

const sectionRow = (title: string): Row => ({
  least: LEAST,
  keep: true,
  cells: [{ span: 6, tint: COLOR.section, content: text(title, TYPE.section), field: title }],
});

function fieldRow(setting: Setting, fields: readonly SectionField[]): Row {
  const [first, second] = fields;
  if (fields.length === 1 && first?.field.type === 'person') return personRow(setting, first);
  const spans =
    fields.length === 1 ? [5] : fields.length === 3 ? [1, 1, 1] : second?.field.type === 'postcode' ? [3, 1] : [2, 2];
  const cells = fields.flatMap((entry, index) => pair(setting, entry, spans[index] ?? 1));
  return { least: LEAST, cells };
}

function pair(setting: Setting, { section, field }: SectionField, span: number): Cell[] {
  const computed = field.computed !== undefined;
  const tint = computed ? COLOR.computed : COLOR.label;
  const head = label(field.label, computed ? TYPE.computedLabel : TYPE.label);
  const found = findErrors(setting.errors, pathOf(section, field));
  const errors = found.map(({ number }) => number);
  const content =
    field.shows === 'status'
      ? text(stampWords.zh[setting.stamp], TYPE.value)
      : valueContent(setting.assessment, field, found);
  return [
    { tint, content: head, field: field.label, targets: [fieldIn(field.label)] },
    { span, content, field: field.label, ...(computed ? { tint } : {}), ...(errors.length > 0 ? { errors } : {}) },
  ];
}

/**
 * Name, telephone and mobile in one row. An error of the person as a whole stands at the part it quotes, else at the
 * first empty one.
 */
function personRow(setting: Setting, { section, field }: SectionField): Row {
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
  const cells = parts.flatMap((part): Cell[] => {
    const below = findErrors(setting.errors, `${path}.${part.key}`);
    const here = [...own.filter((error) => partOf(error) === part.key), ...below];
    const errors = here.map(({ number }) => number);
    const content = part.value === undefined ? missing(field.required, here) : text(part.value, part.style);
    return [
      { tint: COLOR.label, content: label(part.label, TYPE.label), field: part.label },
      { content, field: part.label, ...(errors.length > 0 ? { errors } : {}) },
    ];
  });
  return { least: LEAST, cells };
}
