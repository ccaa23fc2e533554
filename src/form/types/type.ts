// What a field type is: how a value of it is read from the dossier, and what findings that can give.
import type { Node, Range } from '../../document/node.ts';
import type { Fact } from '../../expression/types.ts';
import type { FactValue } from '../../expression/values.ts';
import type { Args, Code } from '../../findings/areas/index.ts';
import type { Citation, Severity } from '../../findings/finding.ts';
import type { Taken } from '../../values/taken.ts';
import type { FilledValue, Level } from '../filled.ts';
import type { List, ListOption } from '../opened.ts';

/** What reading a value may use: the field it is for, the vocabularies, and a way to report. */
export type Reading = {
  readonly label: string;
  readonly fact: Fact;
  readonly options: readonly string[];
  readonly lists: ReadonlyMap<string, List>;
  readonly cite: readonly Citation[];
  /** The one year a plain value of a yearly fact is for, or the years of a row. */
  readonly years: readonly { readonly year: number; readonly forecast: boolean }[];
  readonly parts: Readonly<Record<string, string>>;
  /** Of a cell after others or below them, to which 同上 may point. */
  readonly inRow?: boolean;
  /** The weight of having no answer, where one is required. */
  readonly required?: { readonly severity?: Severity };
  report<C extends Code>(
    code: C,
    args: Args<C>,
    at: Range,
    more?: { cite?: readonly Citation[]; severity?: Severity },
  ): void;
};

/** What was read: as the form prints it, and as expressions see it. Either may be missing after findings. */
export type Read = {
  readonly value?: FilledValue;
  readonly fact?: FactValue;
  /** Where the figure of each year stands. */
  readonly years?: ReadonlyMap<number, Range>;
};

export type FieldType = {
  /** Reads a node that is not empty; reports what is wrong with it. */
  read(node: Node, reading: Reading): Read;
};

/** A scalar's text, or a finding that something else stands there. */
export function scalarText(node: Node, reading: Reading): string | undefined {
  if (node.kind === 'scalar') return node.source.trim();
  reading.report('value-shape', { field: reading.label, expected: 'text', found: node.kind }, node.range);
  return undefined;
}

/** Nothing stands there: no value, `null`, `~` or an empty text. */
export const isEmpty = (node: Node | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' && ((node.value === null && !node.quoted) || node.source.trim() === '')) ||
  (node.kind === 'map' && node.entries.length === 0);

/** A text and where it stands. */
export type Item = { readonly text: string; readonly range: Range };

/** The texts of a list, or of a single value. */
export const itemsOf = (node: Node, reading: Reading): Item[] =>
  (node.kind === 'list' ? node.items : [node]).flatMap((item) => {
    const text = isEmpty(item) ? undefined : scalarText(item, reading);
    return text === undefined ? [] : [{ text, range: item.range }];
  });

type Tell = Pick<Reading, 'label' | 'report'>;

/** Says once what a value was taken for that is written otherwise. */
export function tellTaken(
  written: string,
  taken: string | readonly string[],
  at: Range,
  { label, report }: Tell,
  bare = false,
): void {
  report('value-taken', { field: label, written, taken, ...(bare ? { bare } : {}) }, at);
}

/** The one value that a text says, told when it is written otherwise; both where there are two, and none. */
export function settle(
  taken: Taken,
  written: string,
  at: Range,
  reading: Tell,
): { readonly text: string } | 'several' | 'none' {
  if (taken.is === 'none') return 'none';
  if (taken.is === 'several') {
    reading.report('value-ambiguous', { field: reading.label, written, readings: taken.readings }, at);
    return 'several';
  }
  if (taken.is === 'taken') tellTaken(written, taken.text, at, reading);
  return { text: taken.text };
}

/** Words that say, where a list is asked for, that there is none. */
export const noneWords: readonly string[] = ['无', '没有', '暂无'];

export const saysNone = (node: Node): boolean => node.kind === 'scalar' && noneWords.includes(node.source.trim());

export const tellNone = (node: Node, label: string, report: Reading['report']): void =>
  tellTaken(writtenText(node), [], node.range, { label, report });

/** The text of a word or a list of words, for what is said of it. */
export const writtenText = (node: Node): string =>
  node.kind === 'scalar'
    ? node.source.trim()
    : node.kind === 'list'
      ? `[${node.items.map(writtenText).join(', ')}]`
      : node.entries.map(({ key, value }) => `${key}: ${writtenText(value)}`).join(', ');

export const levelOf = ({ name, code }: Pick<ListOption, 'name' | 'code'>): Level =>
  code === undefined ? { name } : { name, code };

/** The levels under the ids that expressions ask for. */
export function readLevels(
  levels: readonly Level[],
  ids: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Read {
  const fields = new Map<string, FactValue>(Object.entries(more));
  for (const [index, id] of ids.entries()) {
    const found = levels[index];
    if (found) fields.set(id, found.name);
  }
  return { value: { kind: 'levels', levels }, fact: { kind: 'record', fields } };
}
