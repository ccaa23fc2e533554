// The hidden sheet of lists behind the dropdowns: an inline list holds 255 characters, and chains depend on other cells.
import type { ListOption } from '../../form/opened.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Asked, Layout } from './asked.ts';
import { range } from './layout.ts';
import { type Choice, cellName, type OutCell, type OutSheet } from './workbook.ts';

/** Collects lists while sheets are drawn; equal lists stand once. */
export class Dictionary {
  readonly #columns: (readonly string[])[] = [];
  readonly #known = new Map<string, string>();
  readonly #lists: Layout['lists'];

  constructor(lists: Layout['lists']) {
    this.#lists = lists;
  }

  #add(values: readonly string[]): number {
    this.#columns.push(values);
    return this.#columns.length - 1;
  }

  /** The range of a list. */
  list(values: readonly string[]): string {
    const key = values.join('\n');
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const made = range(words.lists, this.#add(values), 0, values.length - 1);
    this.#known.set(key, made);
    return made;
  }

  /** The formula of the options below what `parents`, cells such as `$D$5`, say; nothing when there are none. */
  #below(list: 'regions' | 'industries', parents: readonly string[]): string | undefined {
    const key = `${list} ${parents.length}`;
    const pairs = pairsOf(this.#lists[list], parents.length);
    if (pairs.length === 0) return undefined;
    let column = Number(this.#known.get(key) ?? -1);
    if (column < 0) {
      column = this.#add(pairs.map(([above]) => above));
      this.#add(pairs.map(([, name]) => name));
      this.#known.set(key, String(column));
    }
    const last = pairs.length - 1;
    const keys = range(words.lists, column, 0, last);
    const [first = ''] = range(words.lists, column + 1, 0, 0).split(':');
    const above = parents.join('&"/"&');
    return `OFFSET(${first},MATCH(${above},${keys},0)-1,0,COUNTIF(${keys},${above}),1)`;
  }

  /** The dropdown of a cell, nothing when any text may stand there. */
  choiceFor(asked: Asked, row: number, column: number, rows = 1): Choice | undefined {
    const from = cellName(row, column);
    const cells = rows === 1 ? from : `${from}:${cellName(row + rows - 1, column)}`;
    if (asked.cascade !== undefined) {
      const { list, level } = asked.cascade;
      const parents = Array.from({ length: level }, (_, at) =>
        `$${cellName(row - level + at, column)}`.replace(/(?<!\d)\d+$/, '$$$&'),
      );
      const options = this.#lists[list];
      const source = level === 0 ? this.list(options.map(({ name }) => name)) : this.#below(list, parents);
      return options.length === 0 || source === undefined ? undefined : { range: cells, source };
    }
    if (asked.options.length === 0) return undefined;
    const source = this.list(asked.options);
    return { range: cells, source, ...(asked.closed ? { only: words.choose } : {}) };
  }

  /** The sheet itself; a cell a row of each list. */
  sheet(): OutSheet {
    const rows = Math.max(0, ...this.#columns.map((column) => column.length));
    return {
      name: words.lists,
      hidden: true,
      widths: this.#columns.map(() => 16),
      rows: Array.from({ length: rows }, (_, row) =>
        this.#columns.map((column): OutCell | undefined => {
          const value = column[row];
          return value === undefined ? undefined : { value, look: 'plain' };
        }),
      ),
    };
  }
}

/** Chains above with the names below them, those of one chain together: `江苏省/南京市` and `江宁区`. */
function pairsOf(options: readonly ListOption[], depth: number, above: readonly string[] = []): [string, string][] {
  if (depth === 0) return options.map(({ name }) => [above.join('/'), name]);
  return options.flatMap(({ name, options: below = [] }) => pairsOf(below, depth - 1, [...above, name]));
}
